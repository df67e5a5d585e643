/* bjt-visit-form.h: a visit in three clicks: 记走访, an outcome, save.
 *
 * Prefilled: today, 见面, the household that lives there. Enter in the note or
 * Ctrl+Enter saves, Esc cancels.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_TYPE_VISIT_FORM (bjt_visit_form_get_type ())
G_DECLARE_FINAL_TYPE (BjtVisitForm, bjt_visit_form, BJT, VISIT_FORM, GtkWidget)

/* Signals: "save" (void), "cancel" (void)
 * Actions: form.save, form.cancel, form.outcome (int, also the property "outcome") */

void      bjt_visit_form_start (BjtVisitForm *self, BjtPicture *picture, guint32 door, const BjtVisit *draft); /* draft may be NULL */
BjtVisit *bjt_visit_form_dup_visit (BjtVisitForm *self); /* id and staff are left NIL */
gboolean  bjt_visit_form_is_touched (BjtVisitForm *self); /* something was typed or chosen */
void      bjt_visit_form_set_note (BjtVisitForm *self, const char *note);

G_END_DECLS
