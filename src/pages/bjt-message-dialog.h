/* bjt-message-dialog.h: a message copied from a chat, as the issue it would be.
 */
#pragma once

#include <adwaita.h>

#include "model/bjt-focus.h"
#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_TYPE_MESSAGE_DIALOG (bjt_message_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtMessageDialog, bjt_message_dialog, BJT, MESSAGE_DIALOG, AdwWindow)

/* @text NULL: what the clipboard holds */
BjtMessageDialog *bjt_message_dialog_present (GtkWindow *parent, BjtWorkspace *workspace, BjtFocus *focus, const char *text);

G_END_DECLS
