/* Tiles of one colour each: what is drawn where, from which zoom. */
#include "map/bjt-pack-painter.h"

#include <gdk/gdk.h>

static GBytes *
make_png (guint32 rgb)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 256, 256);
  char *data;
  gsize size;

  gdk_pixbuf_fill (pixbuf, rgb << 8 | 0xFF);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", NULL, NULL));
  return g_bytes_new_take (data, size);
}

/* Zoom 2 is there but for the tile 3/3; zoom 1 is there. */
static GBytes *
read_tile (guint     zoom,
           guint     column,
           guint     row,
           gpointer  user_data,
           GError  **error)
{
  guint *n_read = user_data;

  (*n_read)++;
  if (zoom == 1)
    return make_png (0x010101 * (0x80 + column * 0x20 + row * 0x40));
  if (zoom == 2 && (column != 3 || row != 3))
    return make_png (column << 20 | row << 12);
  return NULL;
}

static GBytes *
read_damaged (guint     zoom,
              guint     column,
              guint     row,
              gpointer  user_data,
              GError  **error)
{
  return g_bytes_new_static ("\x89PNG nonsense", 13);
}

static guint32
paint_and_look (BjtPackPainter *painter,
                double          x,
                double          y,
                double          scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 64);
  cairo_t         *cr = cairo_create (surface);
  BjtMapFrame      frame;
  guint32          pixel;

  bjt_map_frame_init_view (&frame, (BjtPoint) { x, y }, scale, 64, 64);
  bjt_pack_painter_paint (painter, cr, &frame);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = ((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[32 * 64 + 32];
  cairo_surface_destroy (surface);
  return pixel;
}

static void
test_places (void)
{
  guint n_read = 0;
  g_autoptr (BjtPackPainter) painter = bjt_pack_painter_new (read_tile, &n_read, NULL, 1, 2);

  g_assert_cmphex (paint_and_look (painter, 0.6, 0.35, 1024), ==, 0xFF000000 | 2 << 20 | 1 << 12);
  /* Too near: the same tile, larger. */
  g_assert_cmphex (paint_and_look (painter, 0.6, 0.35, 40000), ==, 0xFF000000 | 2 << 20 | 1 << 12);
  /* A missing tile is cut from its parent, 1/1/1. */
  g_assert_cmphex (paint_and_look (painter, 0.9, 0.9, 1024), ==, 0xFFE0E0E0);
  g_assert_null (bjt_pack_painter_take_error (painter));
}

static void
test_reads_once (void)
{
  guint n_read = 0, before;
  g_autoptr (BjtPackPainter) painter = bjt_pack_painter_new (read_tile, &n_read, NULL, 1, 2);

  paint_and_look (painter, 0.9, 0.9, 1024);
  before = n_read;
  paint_and_look (painter, 0.9, 0.9, 1024);
  g_assert_cmpuint (n_read, ==, before);
}

static void
test_damaged_tiles (void)
{
  g_autoptr (BjtPackPainter) painter = bjt_pack_painter_new (read_damaged, NULL, NULL, 0, 3);
  g_autofree char *error = NULL;

  g_assert_cmphex (paint_and_look (painter, 0.5, 0.5, 2048), ==, 0);
  error = bjt_pack_painter_take_error (painter);
  g_assert_nonnull (error);
  paint_and_look (painter, 0.2, 0.5, 2048);
  g_assert_null (bjt_pack_painter_take_error (painter));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/pack-painter/places", test_places);
  g_test_add_func ("/map/pack-painter/reads-once", test_reads_once);
  g_test_add_func ("/map/pack-painter/damaged-tiles", test_damaged_tiles);
  return g_test_run ();
}
