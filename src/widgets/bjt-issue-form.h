/* bjt-issue-form.h: an issue reported from the door, its stairwell or its
 * building.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-issue-entry.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_ISSUE_FORM (bjt_issue_form_get_type ())
G_DECLARE_FINAL_TYPE (BjtIssueForm, bjt_issue_form, BJT, ISSUE_FORM, GtkWidget)

/* Signals: "save" (void), "cancel" (void)
 *   "open-photo" (const char *path, GBytes *pasted): one of them; answer with set_photo
 * Actions: form.save (needs a title or a kind), form.cancel, form.where ("door", "entrance",
 *   "building", also the property "where") */

void           bjt_issue_form_set_kinds (BjtIssueForm *self, GPtrArray *kinds); /* (element-type BjtIssueKind), groups before their kinds; taken a reference of */
void           bjt_issue_form_start (BjtIssueForm *self, BjtPicture *picture, guint32 door, const BjtIssueEntry *draft); /* draft may be NULL */
BjtIssueEntry *bjt_issue_form_dup_entry (BjtIssueForm *self);
gboolean       bjt_issue_form_is_touched (BjtIssueForm *self);
void           bjt_issue_form_set_title (BjtIssueForm *self, const char *title);
void           bjt_issue_form_set_photo (BjtIssueForm *self, const BjtNotePhoto *photo); /* NULL: it can't be read */

G_END_DECLS
