/* Tiles on paper: at the true place, with the credit they are due. */
#include "bjt-fake-source.h"
#include "bjt-sample-picture.h"
#include "geo/bjt-mercator.h"
#include "print/bjt-grid-sheet.h"
#include "print/bjt-sheet-map.h"
#include "print/bjt-sheet-tiles.h"
#include "sheet-probe.h"

#include <math.h>
#include <string.h>

#define ZOOM 17u
#define DOTS_PER_MM 8

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* White with a black mark of 4 × 4 in the middle. */
static GBytes *
make_png (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t         *cr = cairo_create (surface);
  GByteArray      *bytes = g_byte_array_new ();

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, 126, 126, 4, 4);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static BjtTileState
read_mark (const BjtTileAddress *address,
           gpointer              user_data,
           GBytes              **bytes,
           GError              **error)
{
  *bytes = g_bytes_ref (user_data);
  return BJT_TILE_READY;
}

/* The middle of what is dark within 10 mm of a place on the paper. */
static BjtPoint
find_mark (cairo_surface_t *surface,
           BjtPoint         at)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface), reach = 10 * DOTS_PER_MM;
  int           x0 = (int) (at.x * DOTS_PER_MM), y0 = (int) (at.y * DOTS_PER_MM);
  BjtPoint      sum = { 0, 0 };
  double        weight = 0;

  for (int y = y0 - reach; y < y0 + reach; y++)
    for (int x = x0 - reach; x < x0 + reach; x++)
      {
        double dark = fmax (0, 220.0 - data[y * stride + x * 4 + 1]);

        sum.x += (x + 0.5) * dark;
        sum.y += (y + 0.5) * dark;
        weight += dark;
      }
  g_assert_cmpfloat (weight, >, 0);
  return (BjtPoint) { sum.x / weight / DOTS_PER_MM, sum.y / weight / DOTS_PER_MM };
}

static void
check_place (BjtDatum datum)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, ZOOM, ZOOM, read_mark, png);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  g_autoptr (BjtTextPainter) text = bjt_text_painter_new (TRUE);
  BjtPoint place = bjt_mercator_project (bjt_datum_shift (datum, (BjtPoint) { 129.76, 43.32 }));
  double   n = exp2 (ZOOM);
  BjtPoint lon_lat = bjt_datum_unshift (datum, bjt_mercator_unproject ((BjtPoint) { (floor (place.x * n) + 0.5) / n, (floor (place.y * n) + 0.5) / n }));
  g_autoptr (BjtSheetGround) ground = bjt_sheet_ground_new ((BjtPoint) { 129.76, 43.32 });
  BjtSheetMap map = {
    .ground = ground, .denominator = 2000, .origin = bjt_sheet_ground_project (ground, lon_lat), .at = { 110, 90 }, .window = { 10, 10, 210, 160 },
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 220 * DOTS_PER_MM, 170 * DOTS_PER_MM);
  cairo_t         *cr = cairo_create (surface);
  BjtSheetPen      pen = { cr, text, bjt_palette_get (BJT_PALETTE_PRINT), BJT_SHEET_CHINESE, 1 };
  BjtSheetBase     base = { .tiles = painter };
  BjtPoint         at = bjt_sheet_map_project (&map, lon_lat), found;

  bjt_fake_source_get_info (source)->datum = datum;
  cairo_scale (cr, DOTS_PER_MM, DOTS_PER_MM);
  bjt_sheet_map_draw_base (&map, &pen, &base);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  found = find_mark (surface, at);
  g_assert_cmpfloat_with_epsilon (found.x, at.x, 0.15);
  g_assert_cmpfloat_with_epsilon (found.y, at.y, 0.15);
  cairo_surface_destroy (surface);
}

static void
test_place (void)
{
  check_place (BJT_DATUM_CGCS2000);
  check_place (BJT_DATUM_GCJ02);
}

static void
test_credit (void)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, ZOOM, read_mark, png);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  BjtGridSheetOptions options = { .tiles = painter };
  g_autoptr (BjtSheet) sheet = NULL;
  g_autofree char *text = NULL;

  bjt_fake_source_get_info (source)->attribution = g_strdup ("某省测绘院");
  bjt_fake_source_get_info (source)->review_number = g_strdup ("GS(2024)1234号");
  sheet = bjt_grid_sheet_new (picture, 0, &options, NULL);
  g_assert_nonnull (sheet);
  text = sheet_probe_dup_pdf_text (sheet);
  if (text == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_assert_nonnull (strstr (text, "某省测绘院"));
  g_assert_nonnull (strstr (text, "GS(2024)1234"));
}

/* Tiles that come late, or never */

typedef struct
{
  GBytes *png;
  guint   n_pending; /* reads that find nothing yet */
} Late;

static BjtTileState
read_late (const BjtTileAddress *address,
           gpointer              user_data,
           GBytes              **bytes,
           GError              **error)
{
  Late *late = user_data;

  if (late->n_pending > 0)
    {
      late->n_pending--;
      return BJT_TILE_PENDING;
    }
  *bytes = g_bytes_ref (late->png);
  return BJT_TILE_READY;
}

static guint
await (guint         n_pending,
       double        dpi,
       GCancellable *cancellable,
       GError      **error)
{
  BjtSampleOptions       sample = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&sample);
  g_autoptr (GBytes) png = make_png ();
  Late late = { png, n_pending };
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_RASTER, 0, 18, read_late, &late);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  BjtGridSheetOptions options = { .paper = "A4", .tiles = painter };
  g_autoptr (BjtSheet) sheet = bjt_grid_sheet_new (picture, 0, &options, NULL);
  int permille = 0;
  BjtSheetTiles tiles = { .tiles = painter, .dpi = dpi, .patience_ms = n_pending > 100 ? 150 : 5000, .permille = &permille };
  guint n_missing = bjt_sheet_tiles_await (&tiles, sheet, cancellable, error);

  g_assert_cmpint (permille, >=, cancellable != NULL ? 0 : 1000);
  return n_missing;
}

static void
test_await (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (await (0, 0, NULL, NULL), ==, 0);
  g_assert_cmpuint (await (7, 0, NULL, NULL), ==, 0);
  g_assert_cmpuint (await (7, 100, NULL, NULL), ==, 0);
  g_assert_cmpuint (await (G_MAXUINT, 0, NULL, NULL), >, 0); /* patience ends */
  g_cancellable_cancel (cancellable);
  await (7, 0, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/base/place", test_place);
  g_test_add_func ("/print/base/credit", test_credit);
  g_test_add_func ("/print/base/await", test_await);
  return g_test_run ();
}
