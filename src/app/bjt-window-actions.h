/* bjt-window-actions.h: the actions of the window and their keys. The keys of
 * the application are its own.
 */
#pragma once

#include "bjt-window.h"

G_BEGIN_DECLS

void       bjt_window_actions_install (GtkWidgetClass *widget_class);
BjtAction *bjt_window_actions_peek_undo (BjtWindow *self);

G_END_DECLS
