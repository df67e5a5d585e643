/* bjt-orders-dialog.h: orders of the hotline: a file is read, its report looked at
 * and taken; then the queue of what a person has to decide.
 */
#pragma once

#include <adwaita.h>

#include "model/bjt-focus.h"
#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_TYPE_ORDERS_DIALOG (bjt_orders_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtOrdersDialog, bjt_orders_dialog, BJT, ORDERS_DIALOG, AdwWindow)

BjtOrdersDialog *bjt_orders_dialog_present (GtkWindow *parent, BjtWorkspace *workspace, BjtFocus *focus);
void             bjt_orders_dialog_read (BjtOrdersDialog *self, const char *path); /* the dry run of a file */

G_END_DECLS
