/* bjt-person-dialog.h: 走访档案: the file of a person: when the next visit is due and
 * by which rules, needs, helpers, tasks, and all that was done, newest first.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_PERSON_DIALOG (bjt_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtPersonDialog, bjt_person_dialog, BJT, PERSON_DIALOG, AdwWindow)

GtkWidget *bjt_person_dialog_new (BjtPage *page, const BjtUuid *person_id); /* NULL after telling why */

G_END_DECLS
