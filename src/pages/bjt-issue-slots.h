/* bjt-issue-slots.h: 五有: who patrols, reports, is responsible, solves and
 * supervises; an empty slot shows, and is filled where it stands.
 */
#pragma once

#include "bjt-issue-file.h"
#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_SLOTS (bjt_issue_slots_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssueSlots, bjt_issue_slots, BJT, ISSUE_SLOTS, GtkBox)

GtkWidget *bjt_issue_slots_new (BjtPage *page);
void       bjt_issue_slots_show (BjtIssueSlots *self, const BjtIssueFile *file);

G_END_DECLS
