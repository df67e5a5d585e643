/* bjt-pack-painter.c: takes the tiles of the nearest zoom the pack has and
 * scales them; where one is missing, the piece of a parent; where none is,
 * nothing. paint() is for one thread at a time. */
#include "bjt-pack-painter.h"

#include <gdk/gdk.h>
#include <math.h>

#define MAX_CACHED 128  /* decoded tiles: 32 MB at most */
#define MAX_TILES 600   /* of one painting */
#define MAX_PARENTS 6
#define MAX_TILE_SIDE 2048

struct _BjtPackPainter
{
  gatomicrefcount references;
  BjtTilePackFunc func;
  gpointer        user_data;
  GDestroyNotify  destroy;
  guint           min_zoom;
  guint           max_zoom;
  GHashTable     *tiles; /* key → cairo_surface_t; NULL: the pack has none */
  char           *error; /* the first one; atomic */
  gboolean        had_error;
};

static void
surface_free (gpointer surface)
{
  if (surface != NULL)
    cairo_surface_destroy (surface);
}

/**
 * bjt_pack_painter_new:
 * @func: reads tiles
 * @destroy: (nullable): frees @user_data, on any thread
 */
BjtPackPainter *
bjt_pack_painter_new (BjtTilePackFunc func,
                      gpointer        user_data,
                      GDestroyNotify  destroy,
                      guint           min_zoom,
                      guint           max_zoom)
{
  BjtPackPainter *self = g_new0 (BjtPackPainter, 1);

  g_atomic_ref_count_init (&self->references);
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  self->min_zoom = MIN (min_zoom, 24);
  self->max_zoom = CLAMP (max_zoom, self->min_zoom, 24);
  self->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, surface_free);
  return self;
}

BjtPackPainter *
bjt_pack_painter_ref (BjtPackPainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_pack_painter_unref (BjtPackPainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_hash_table_unref (self->tiles);
  g_free (self->error);
  g_free (self);
}

/**
 * bjt_pack_painter_take_error:
 *
 * Returns: (transfer full) (nullable): what went wrong first, told once
 */
char *
bjt_pack_painter_take_error (BjtPackPainter *self)
{
  char *error = g_atomic_pointer_get (&self->error);

  if (error == NULL || !g_atomic_pointer_compare_and_exchange (&self->error, error, NULL))
    return NULL;
  return error;
}

static void
note_error (BjtPackPainter *self,
            const GError   *error)
{
  if (self->had_error)
    return;
  self->had_error = TRUE;
  g_atomic_pointer_set (&self->error, g_strdup (error->message));
}

static cairo_surface_t *
decode (GBytes  *bytes,
        GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream_at_scale (stream, -1, -1, TRUE, NULL, error);
  cairo_surface_t *surface;
  cairo_t         *cr;

  if (pixbuf == NULL)
    return NULL;
  if (gdk_pixbuf_get_width (pixbuf) > MAX_TILE_SIDE || gdk_pixbuf_get_height (pixbuf) > MAX_TILE_SIDE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A tile is %d × %d pixels large: more than %d is refused",
                   gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf), MAX_TILE_SIDE);
      return NULL;
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf));
  cr = cairo_create (surface);
  gdk_cairo_set_source_pixbuf (cr, pixbuf, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

/* Returns: (transfer none) (nullable) */
static cairo_surface_t *
get_tile (BjtPackPainter *self,
          guint           zoom,
          guint           column,
          guint           row)
{
  gint64             key = ((gint64) zoom << 52) | ((gint64) column << 26) | row;
  gpointer           tile;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (g_hash_table_lookup_extended (self->tiles, &key, NULL, &tile))
    return tile;
  if (g_hash_table_size (self->tiles) >= MAX_CACHED)
    g_hash_table_remove_all (self->tiles);
  bytes = self->func (zoom, column, row, self->user_data, &error);
  tile = bytes != NULL && g_bytes_get_size (bytes) > 0 ? decode (bytes, &error) : NULL;
  if (error != NULL)
    note_error (self, error);
  g_hash_table_insert (self->tiles, g_memdup2 (&key, sizeof key), tile);
  return tile;
}

/* Draws the part of a tile that lies over a descendant of it. */
static void
draw_tile (cairo_t           *cr,
           cairo_surface_t   *tile,
           const BjtMapFrame *frame,
           guint              zoom,
           guint              column,
           guint              row,
           guint              up)
{
  double   n = exp2 (zoom), part = exp2 (up);
  BjtPoint low = bjt_map_frame_project (frame, (BjtPoint) { column / n, row / n });
  BjtPoint high = bjt_map_frame_project (frame, (BjtPoint) { (column + 1) / n, (row + 1) / n });
  double   x = round (low.x), y = round (low.y), width = round (high.x) - x, height = round (high.y) - y;
  double   left = (column % (1u << up)) / part * cairo_image_surface_get_width (tile);
  double   top = (row % (1u << up)) / part * cairo_image_surface_get_height (tile);

  if (width <= 0 || height <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, width * part / cairo_image_surface_get_width (tile), height * part / cairo_image_surface_get_height (tile));
  cairo_set_source_surface (cr, tile, -left, -top);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
paint_tile (BjtPackPainter    *self,
            cairo_t           *cr,
            const BjtMapFrame *frame,
            guint              zoom,
            guint              column,
            guint              row)
{
  for (guint up = 0; up <= MAX_PARENTS && up <= zoom - self->min_zoom; up++)
    {
      cairo_surface_t *tile = get_tile (self, zoom - up, column >> up, row >> up);

      if (tile == NULL)
        continue;
      /* It may be dropped from the cache while it is drawn. */
      cairo_surface_reference (tile);
      draw_tile (cr, tile, frame, zoom, column, row, up);
      cairo_surface_destroy (tile);
      return;
    }
}

/**
 * bjt_pack_painter_paint:
 *
 * Leaves free what the pack does not cover.
 */
void
bjt_pack_painter_paint (BjtPackPainter    *self,
                        cairo_t           *cr,
                        const BjtMapFrame *frame)
{
  double dots = 1, unused = 1;
  guint  zoom, x1, y1, x2, y2;
  double n;

  cairo_surface_get_device_scale (cairo_get_target (cr), &dots, &unused);
  zoom = (guint) CLAMP (round (bjt_map_frame_get_zoom (frame) + log2 (dots)), self->min_zoom, self->max_zoom);
  n = exp2 (zoom);
  x1 = (guint) CLAMP (floor (frame->box.x1 * n), 0, n - 1);
  y1 = (guint) CLAMP (floor (frame->box.y1 * n), 0, n - 1);
  x2 = (guint) CLAMP (floor (frame->box.x2 * n), 0, n - 1);
  y2 = (guint) CLAMP (floor (frame->box.y2 * n), 0, n - 1);
  if ((guint64) (x2 - x1 + 1) * (y2 - y1 + 1) > MAX_TILES)
    return;
  for (guint y = y1; y <= y2; y++)
    for (guint x = x1; x <= x2; x++)
      paint_tile (self, cr, frame, zoom, x, y);
}
