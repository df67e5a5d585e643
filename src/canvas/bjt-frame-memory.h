/* bjt-frame-memory.h: keeps the memory through which software-drawn frames
 * reach an X server.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bjt_frame_memory_keep (GtkNative *native);

G_END_DECLS
