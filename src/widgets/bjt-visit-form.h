/* bjt-visit-form.h: a visit in three clicks: 记走访, an outcome, save; and all else
 * there is to say where it is wanted.
 *
 * Prefilled: today, 见面, at home, the household that lives there as a whole. Enter
 * in the note or Ctrl+Enter saves, Esc cancels.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-visit-entry.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_VISIT_FORM (bjt_visit_form_get_type ())
G_DECLARE_FINAL_TYPE (BjtVisitForm, bjt_visit_form, BJT, VISIT_FORM, GtkWidget)

/* Signals: "save" (void), "cancel" (void)
 *   "open-photo" (const char *path, GBytes *pasted): one of them; answer with set_photo
 * Actions: form.save, form.cancel, form.outcome (int, also the property "outcome") */

void           bjt_visit_form_set_kinds (BjtVisitForm *self, GPtrArray *kinds); /* (element-type BjtIssueKind) of an issue found */
void           bjt_visit_form_start (BjtVisitForm *self, BjtPicture *picture, guint32 door, const BjtVisitEntry *draft); /* draft may be NULL; with a visit that has a key: to correct it */
void           bjt_visit_form_set_names_shown (BjtVisitForm *self, BjtPicture *picture, gboolean names_shown);
void           bjt_visit_form_set_photo (BjtVisitForm *self, const BjtNotePhoto *photo); /* NULL: it can't be read */
BjtVisitEntry *bjt_visit_form_dup_entry (BjtVisitForm *self);
gboolean       bjt_visit_form_is_touched (BjtVisitForm *self); /* something was typed or chosen */
void           bjt_visit_form_set_note (BjtVisitForm *self, const char *note);

G_END_DECLS
