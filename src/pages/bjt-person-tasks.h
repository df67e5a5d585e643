/* bjt-person-tasks.h: what is to be done for a person once or again and again, and
 * what was done beside visits.
 *
 * Signal "changed": something was recorded; @file is out of date.
 */
#pragma once

#include <adwaita.h>

#include "bjt-page.h"
#include "model/bjt-person-file.h"

G_BEGIN_DECLS

#define BJT_TYPE_PERSON_TASKS (bjt_person_tasks_get_type ())
G_DECLARE_FINAL_TYPE (BjtPersonTasks, bjt_person_tasks, BJT, PERSON_TASKS, AdwPreferencesGroup)

GtkWidget *bjt_person_tasks_new (BjtPage *page, const BjtPersonFile *file); /* @file is read once */

G_END_DECLS
