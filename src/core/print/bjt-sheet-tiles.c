/* bjt-sheet-tiles.c: draws each page where nothing is kept, so that its tiles
 * are asked for, until all have come, failed, or patience is over. The surface
 * is of the kind that is drawn on in the end: the painter chooses its zoom by
 * that. One page after the other, since a painting gives up the tiles of the
 * last one. Blocks; for a worker. */
#include "bjt-sheet-tiles.h"

#include <cairo.h>

#define PAUSE_US 100000
#define MM_PER_INCH 25.4

static cairo_surface_t *
new_surface (double dpi)
{
  if (dpi > 0)
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  return cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t) { 0, 0, 1, 1 });
}

/* Returns: the tiles that are still on their way */
static guint
rehearse (const BjtSheetTiles *self,
          BjtSheet            *sheet,
          guint                page)
{
  cairo_surface_t *surface = new_surface (self->dpi);
  cairo_t         *cr = cairo_create (surface);

  if (self->dpi > 0)
    cairo_scale (cr, self->dpi / MM_PER_INCH, self->dpi / MM_PER_INCH);
  bjt_tile_painter_take_n_pending (self->tiles);
  bjt_sheet_draw_page (sheet, cr, page);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bjt_tile_painter_take_n_pending (self->tiles);
}

static void
tell (const BjtSheetTiles *self,
      guint                page,
      guint                n_pages,
      double               done)
{
  if (self->permille != NULL)
    g_atomic_int_set (self->permille, (int) (1000 * (page + done) / n_pages));
}

static guint
await_page (const BjtSheetTiles *self,
            BjtSheet            *sheet,
            guint                page,
            GCancellable        *cancellable)
{
  guint  n_pages = bjt_sheet_get_n_pages (sheet);
  gint64 end = g_get_monotonic_time () + (gint64) self->patience_ms * 1000;
  guint  n_first = rehearse (self, sheet, page);
  guint  n_left = n_first;

  while (n_left > 0 && g_get_monotonic_time () < end && !g_cancellable_is_cancelled (cancellable))
    {
      tell (self, page, n_pages, 1 - MIN (n_left, n_first) / (double) n_first);
      g_usleep (PAUSE_US);
      n_left = rehearse (self, sheet, page);
    }
  tell (self, page, n_pages, 1);
  return n_left;
}

guint
bjt_sheet_tiles_await (const BjtSheetTiles *self,
                       BjtSheet            *sheet,
                       GCancellable        *cancellable,
                       GError             **error)
{
  guint n_missing = 0;

  for (guint page = 0; page < bjt_sheet_get_n_pages (sheet) && !g_cancellable_is_cancelled (cancellable); page++)
    n_missing += await_page (self, sheet, page, cancellable);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return n_missing;
}
