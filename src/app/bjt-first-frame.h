/* bjt-first-frame.h: for measuring: how long a window takes to be seen.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bjt_first_frame_measure (GtkWindow *window);

G_END_DECLS
