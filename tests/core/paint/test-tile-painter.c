/* Raster tiles: what is drawn where, from which zoom, in which datum. */
#include "bjt-fake-source.h"
#include "geo/bjt-mercator.h"
#include "basemap/bjt-tile-shelf.h"
#include "basemap/bjt-tile-painter.h"

#include <math.h>

#define SIDE 256

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* One colour, with a dark mark of 3 × 3 around @mark_x, @mark_y unless negative. */
static GBytes *
make_png (guint32 rgb,
          int     mark_x,
          int     mark_y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  cairo_t         *cr = cairo_create (surface);
  GByteArray      *bytes = g_byte_array_new ();

  bjt_map_style_set_source (cr, rgb, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, mark_x - 1, mark_y - 1, 3, 3);
  if (mark_x >= 0)
    cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static cairo_surface_t *
paint (BjtTilePainter *painter,
       double          x,
       double          y,
       double          scale,
       int             side,
       int             dots)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side * dots, side * dots);
  cairo_t         *cr;
  BjtMapFrame      frame;

  cairo_surface_set_device_scale (surface, dots, dots);
  cr = cairo_create (surface);
  bjt_map_frame_init_view (&frame, (BjtPoint) { x, y }, scale, side, side);
  bjt_tile_painter_paint (painter, cr, &frame, &BJT_MAP_STYLE_LIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_dot (cairo_surface_t *surface,
         int              x,
         int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

static guint32
paint_and_look (BjtTilePainter *painter,
                double          x,
                double          y,
                double          scale)
{
  cairo_surface_t *surface = paint (painter, x, y, scale, 64, 1);
  guint32          dot = get_dot (surface, 32, 32);

  cairo_surface_destroy (surface);
  return dot;
}

/* Zoom 2 is there but for the tile 3/3; zoom 1 is there. */
static BjtTileState
read_colours (const BjtTileAddress *address,
              gpointer              user_data,
              GBytes              **bytes,
              GError              **error)
{
  if (address->zoom == 1)
    *bytes = make_png (0x010101 * (0x80 + address->column * 0x20 + address->row * 0x40), -1, -1);
  else if (address->zoom == 2 && (address->column != 3 || address->row != 3))
    *bytes = make_png (address->column << 20 | address->row << 12, -1, -1);
  return *bytes != NULL ? BJT_TILE_READY : BJT_TILE_MISSING;
}

static void
test_places (void)
{
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 1, 2, read_colours, NULL);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  guint n_reads;

  g_assert_cmphex (paint_and_look (painter, 0.6, 0.35, 1024), ==, 0xFF000000 | 2 << 20 | 1 << 12);
  /* Too near: the same tile, larger. */
  g_assert_cmphex (paint_and_look (painter, 0.6, 0.35, 40000), ==, 0xFF000000 | 2 << 20 | 1 << 12);
  /* A missing tile is cut from its parent, 1/1/1. */
  g_assert_cmphex (paint_and_look (painter, 0.9, 0.9, 1024), ==, 0xFFE0E0E0);
  g_assert_cmphex (paint_and_look (painter, 0.9, 0.9, 40000), ==, 0xFFE0E0E0);
  n_reads = bjt_fake_source_get_n_reads (source);
  paint_and_look (painter, 0.9, 0.9, 1024);
  g_assert_cmpuint (bjt_fake_source_get_n_reads (source), ==, n_reads);
  g_assert_null (bjt_tile_painter_take_error (painter));
}

/* Twice the dots: tiles of the next zoom. */
static void
test_many_dots (void)
{
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 1, 2, read_colours, NULL);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  cairo_surface_t *surface = paint (painter, 0.6, 0.35, 512, 64, 2);

  g_assert_cmphex (get_dot (surface, 64, 64), ==, 0xFF000000 | 2 << 20 | 1 << 12);
  cairo_surface_destroy (surface);
}

static BjtTileState
read_damaged (const BjtTileAddress *address,
              gpointer              user_data,
              GBytes              **bytes,
              GError              **error)
{
  *bytes = g_bytes_new_static ("\x89PNG nonsense", 13);
  return BJT_TILE_READY;
}

static void
test_damaged_tiles (void)
{
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 3, read_damaged, NULL);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  g_autofree char *error = NULL;
  guint            n_reads;

  g_assert_cmphex (paint_and_look (painter, 0.5, 0.5, 2048), ==, 0);
  error = bjt_tile_painter_take_error (painter);
  g_assert_nonnull (error);
  n_reads = bjt_fake_source_get_n_reads (source);
  bjt_tile_source_emit_arrived (BJT_TILE_SOURCE (source));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  paint_and_look (painter, 0.5, 0.5, 2048);
  g_assert_cmpuint (bjt_fake_source_get_n_reads (source), ==, n_reads);
  g_assert_cmpuint (bjt_tile_painter_get_n_errors (painter), ==, n_reads);
  paint_and_look (painter, 0.2, 0.5, 2048);
  g_assert_null (bjt_tile_painter_take_error (painter));
}

/* A service: tiles come when they are told to. */
typedef struct
{
  BjtTileState state;
  guint        from_zoom;
} Service;

static BjtTileState
read_service (const BjtTileAddress *address,
              gpointer              user_data,
              GBytes              **bytes,
              GError              **error)
{
  const Service *service = user_data;

  if (address->zoom >= service->from_zoom && service->state != BJT_TILE_READY)
    {
      if (service->state == BJT_TILE_FAILED)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "Too late");
      return service->state;
    }
  *bytes = make_png (address->zoom << 20, -1, -1);
  return BJT_TILE_READY;
}

static void
arrive (BjtFakeSource *source,
        Service       *service)
{
  service->state = BJT_TILE_READY;
  bjt_tile_source_emit_arrived (BJT_TILE_SOURCE (source));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_waits_for_tiles (void)
{
  Service service = { BJT_TILE_PENDING, 4 };
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 6, read_service, &service);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  const BjtTileAddress *wanted;

  g_assert_cmphex (paint_and_look (painter, 0.6, 0.6, 2048), ==, 0xFF300000);
  /* On its way: the parent that is at hand. */
  g_assert_cmphex (paint_and_look (painter, 0.6, 0.6, 4096), ==, 0xFF300000);
  g_assert_cmpuint (bjt_fake_source_get_wanted (source)->len, >, 0);
  wanted = &g_array_index (bjt_fake_source_get_wanted (source), BjtTileAddress, 0);
  g_assert_cmpuint (wanted->zoom, ==, 4);
  arrive (source, &service);
  g_assert_cmphex (paint_and_look (painter, 0.6, 0.6, 4096), ==, 0xFF400000);
  /* Going out: its children, until it comes. */
  service = (Service) { BJT_TILE_PENDING, 0 };
  g_assert_cmphex (paint_and_look (painter, 0.6, 0.6, 2048), ==, 0xFF300000);
  g_assert_null (bjt_tile_painter_take_error (painter));
}

static void
test_shows_children (void)
{
  Service service = { BJT_TILE_READY, 0 };
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 6, read_service, &service);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));

  paint_and_look (painter, 0.6, 0.6, 4096);
  service.state = BJT_TILE_PENDING;
  g_assert_cmphex (paint_and_look (painter, 0.6, 0.6, 2048), ==, 0xFF400000);
}

static void
test_tries_failed_again (void)
{
  Service service = { BJT_TILE_FAILED, 4 };
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 6, read_service, &service);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  g_autofree char *error = NULL;

  g_assert_cmphex (paint_and_look (painter, 0.6, 0.6, 4096), ==, 0xFF300000);
  error = bjt_tile_painter_take_error (painter);
  g_assert_cmpstr (error, ==, "Too late");
  arrive (source, &service);
  g_assert_cmphex (paint_and_look (painter, 0.6, 0.6, 4096), ==, 0xFF400000);
}

/* Datum */

typedef struct
{
  BjtTileAddress address;
  int            x, y;
} Mark;

static BjtTileState
read_mark (const BjtTileAddress *address,
           gpointer              user_data,
           GBytes              **bytes,
           GError              **error)
{
  const Mark *mark = user_data;
  gboolean    is_it = address->zoom == mark->address.zoom && address->column == mark->address.column && address->row == mark->address.row;

  *bytes = make_png (0xFFFFFF, is_it ? mark->x : -1, mark->y);
  return BJT_TILE_READY;
}

static BjtPoint
find_mark (cairo_surface_t *surface,
           int              side)
{
  BjtPoint sum = { 0, 0 };
  double   weight = 0;

  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      {
        double dark = 255 - (get_dot (surface, x, y) & 0xFF);

        sum.x += (x + 0.5) * dark;
        sum.y += (y + 0.5) * dark;
        weight += dark;
      }
  g_assert_cmpfloat (weight, >, 0);
  return (BjtPoint) { sum.x / weight, sum.y / weight };
}

static void
check_datum (BjtDatum datum,
             BjtPoint lon_lat,
             guint    zoom)
{
  BjtPoint shifted = bjt_mercator_project (bjt_datum_shift (datum, lon_lat));
  double   n = exp2 (zoom);
  Mark     mark = { .address = { zoom, (guint) (shifted.x * n), (guint) (shifted.y * n) } };
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 19, read_mark, &mark);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  cairo_surface_t *surface;
  BjtPoint         middle, found;

  bjt_fake_source_get_info (source)->datum = datum;
  mark.x = (int) ((shifted.x * n - mark.address.column) * SIDE);
  mark.y = (int) ((shifted.y * n - mark.address.row) * SIDE);
  /* The middle of the marked dot, back on our ground. */
  shifted = (BjtPoint) { (mark.address.column + (mark.x + 0.5) / SIDE) / n, (mark.address.row + (mark.y + 0.5) / SIDE) / n };
  middle = bjt_mercator_project (bjt_datum_unshift (datum, bjt_mercator_unproject (shifted)));
  surface = paint (painter, middle.x, middle.y, n * SIDE, 64, 1);
  found = find_mark (surface, 64);
  g_assert_cmpfloat_with_epsilon (found.x, 32, 0.5);
  g_assert_cmpfloat_with_epsilon (found.y, 32, 0.5);
  cairo_surface_destroy (surface);
}

static void
test_datum (void)
{
  static const BjtPoint places[] = { { 116.3913, 39.9075 }, { 121.4737, 31.2304 }, { 87.6168, 43.8256 }, { 110.35, 20.02 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint zoom = 15; zoom <= 18; zoom++)
      {
        check_datum (BJT_DATUM_CGCS2000, places[i], zoom);
        check_datum (BJT_DATUM_GCJ02, places[i], zoom);
        check_datum (BJT_DATUM_BD09, places[i], zoom);
      }
}

static BjtTileState
read_white (const BjtTileAddress *address,
            gpointer              user_data,
            GBytes              **bytes,
            GError              **error)
{
  *bytes = g_bytes_ref (user_data);
  return BJT_TILE_READY;
}

static void
test_seams (void)
{
  g_autoptr (GBytes) white = make_png (0xFFFFFF, -1, -1);
  BjtPoint middle = bjt_mercator_project ((BjtPoint) { 121.4737, 31.2304 });

  for (guint datum = 0; datum < BJT_N_DATUMS; datum++)
    {
      g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 17, read_white, white);
      g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));

      bjt_fake_source_get_info (source)->datum = (BjtDatum) datum;
      for (double zoom = 15.1; zoom < 20; zoom += 0.37)
        {
          cairo_surface_t *surface = paint (painter, middle.x, middle.y, exp2 (zoom) * 256, 400, 1);

          for (int y = 0; y < 400; y++)
            for (int x = 0; x < 400; x++)
              g_assert_cmphex (get_dot (surface, x, y), ==, 0xFFFFFFFF);
          cairo_surface_destroy (surface);
        }
    }
}

static void
test_cache (void)
{
  g_autoptr (BjtTileShelf) cache = bjt_tile_shelf_new (1000000);

  for (guint i = 0; i < 20; i++)
    {
      BjtTileAddress address = { 8, i, 0 };
      g_autoptr (BjtTileContent) content = bjt_tile_content_new (BJT_TILE_READY);

      content->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 256, 256);
      bjt_tile_shelf_add (cache, &address, content);
      g_assert_nonnull (bjt_tile_shelf_get (cache, &(BjtTileAddress) { 8, 0, 0 }));
      g_assert_cmpuint (bjt_tile_shelf_get_size (cache), <=, 1000000);
    }
  g_assert_nonnull (bjt_tile_shelf_get (cache, &(BjtTileAddress) { 8, 19, 0 }));
  g_assert_null (bjt_tile_shelf_get (cache, &(BjtTileAddress) { 8, 5, 0 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/tiles/places", test_places);
  g_test_add_func ("/paint/tiles/many-dots", test_many_dots);
  g_test_add_func ("/paint/tiles/damaged-tiles", test_damaged_tiles);
  g_test_add_func ("/paint/tiles/waits-for-tiles", test_waits_for_tiles);
  g_test_add_func ("/paint/tiles/shows-children", test_shows_children);
  g_test_add_func ("/paint/tiles/tries-failed-again", test_tries_failed_again);
  g_test_add_func ("/paint/tiles/datum", test_datum);
  g_test_add_func ("/paint/tiles/seams", test_seams);
  g_test_add_func ("/paint/tiles/cache", test_cache);
  return g_test_run ();
}
