/* bjt-form-dialog.h: a form of a few pages on the screen, to be printed or saved as
 * PDF, with one thing more to do about it.
 */
#pragma once

#include "bjt-page.h"
#include "print/bjt-sheet.h"

G_BEGIN_DECLS

#define BJT_TYPE_FORM_DIALOG (bjt_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtFormDialog, bjt_form_dialog, BJT, FORM_DIALOG, AdwWindow)

/* Signal "deed" (void): the button of bjt_form_dialog_offer was pressed. */

GtkWidget *bjt_form_dialog_new (BjtPage *page, BjtSheet *sheet, const char *title);
void       bjt_form_dialog_offer (BjtFormDialog *self, const char *label); /* NULL: nothing */
void       bjt_form_dialog_show_sheet (BjtFormDialog *self, BjtSheet *sheet);
void       bjt_form_dialog_add_field (BjtFormDialog *self, GtkWidget *field); /* above the page */
void       bjt_form_dialog_close_on_escape (GtkWindow *window); /* any window beside */

G_END_DECLS
