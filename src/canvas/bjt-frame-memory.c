/* bjt-frame-memory.c: cairo hands each frame to an X server in shared memory of
 * its own and gives it back right after; the next frame then makes and attaches
 * new memory, all of whose pages fault in both programs. That was half of a
 * frame's time. A pool in which something stands is kept: so a pool fit for the
 * frames of the largest monitor is made once, and a picture of a few pixels
 * stays in it as long as the display is open.
 *
 * Only where it helps: X11 without a GPU. */
#include "bjt-frame-memory.h"

#ifdef BJT_HAS_X11
#include <cairo-xlib.h>
#include <gdk/x11/gdkx.h>

#define STONE 64 /* px; smaller pictures are not put in shared memory */

static const char mark[] = "bjt-frame-memory";

static void
get_largest_monitor (GdkDisplay   *display,
                     GdkRectangle *largest)
{
  GListModel *monitors = gdk_display_get_monitors (display);

  *largest = (GdkRectangle) { 0, 0, 1, 1 };
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      int          scale = gdk_monitor_get_scale_factor (monitor);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      if (area.width * scale * area.height * scale > largest->width * largest->height)
        *largest = (GdkRectangle) { 0, 0, area.width * scale, area.height * scale };
    }
}

static cairo_surface_t *
make_stone (GdkSurface *window)
{
  GdkDisplay      *display = gdk_surface_get_display (window);
  Display         *x_display = gdk_x11_display_get_xdisplay (display);
  cairo_surface_t *target, *frame, *stone;
  GdkRectangle     area;

  get_largest_monitor (display, &area);
  target = cairo_xlib_surface_create (x_display, gdk_x11_surface_get_xid (window), DefaultVisual (x_display, DefaultScreen (x_display)), 1, 1);
  frame = cairo_surface_create_similar_image (target, CAIRO_FORMAT_ARGB32, area.width, area.height);
  stone = cairo_surface_create_similar_image (target, CAIRO_FORMAT_ARGB32, STONE, STONE);
  cairo_surface_destroy (frame);
  cairo_surface_destroy (target);
  return stone;
}
#endif

/**
 * bjt_frame_memory_keep:
 * @native: realized; its display is the one that matters, a second call for the
 *   same does nothing
 */
void
bjt_frame_memory_keep (GtkNative *native)
{
#ifdef BJT_HAS_X11
  GdkSurface *window = gtk_native_get_surface (native);
  GdkDisplay *display = gdk_surface_get_display (window);

  if (!GDK_IS_X11_SURFACE (window) || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native))
      || g_object_get_data (G_OBJECT (display), mark) != NULL)
    return;
  /* Not released: the connection ends with the process. */
  g_object_set_data (G_OBJECT (display), mark, make_stone (window));
#endif
}
