/* test-tile-pair.c: two sources as one, and a pack that says of itself what the
 * entry says. */
#include "bjt-fake-source.h"
#include "tiles/bjt-tile-guise.h"
#include "tiles/bjt-tile-pair.h"

#include <cairo.h>

typedef struct
{
  BjtTileState state;
  GBytes      *bytes;
} Answer;

static cairo_status_t
append_cb (void                *bytes,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_png (double alpha)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 16, 16);
  cairo_t         *cr = cairo_create (surface);
  GByteArray      *bytes = g_byte_array_new ();

  cairo_set_source_rgba (cr, 1, 0, 0, alpha);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static BjtTileState
read_answer (const BjtTileAddress *address,
             gpointer              data,
             GBytes              **bytes,
             GError              **error)
{
  Answer *answer = data;

  if (answer->state == BJT_TILE_READY)
    *bytes = g_bytes_ref (answer->bytes);
  if (answer->state == BJT_TILE_FAILED)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  return answer->state;
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_states (void)
{
  static const BjtTileState expected[4][4] = {
    /* labels:   ready             missing           pending           failed */
    { BJT_TILE_READY, BJT_TILE_READY, BJT_TILE_PENDING, BJT_TILE_READY },       /* the ground is ready */
    { BJT_TILE_MISSING, BJT_TILE_MISSING, BJT_TILE_MISSING, BJT_TILE_MISSING }, /* missing */
    { BJT_TILE_PENDING, BJT_TILE_PENDING, BJT_TILE_PENDING, BJT_TILE_PENDING },
    { BJT_TILE_FAILED, BJT_TILE_FAILED, BJT_TILE_FAILED, BJT_TILE_FAILED },
  };
  g_autoptr (GBytes) ground_png = make_png (1);
  g_autoptr (GBytes) labels_png = make_png (0.5);
  Answer ground = { BJT_TILE_READY, ground_png }, labels = { BJT_TILE_READY, labels_png };
  g_autoptr (BjtFakeSource) below = bjt_fake_source_new (BJT_TILE_RASTER, 0, 18, read_answer, &ground);
  g_autoptr (BjtFakeSource) above = bjt_fake_source_new (BJT_TILE_RASTER, 0, 18, read_answer, &labels);
  g_autoptr (BjtTilePair) pair = bjt_tile_pair_new (BJT_TILE_SOURCE (below), BJT_TILE_SOURCE (above));

  for (int g = BJT_TILE_READY; g <= BJT_TILE_FAILED; g++)
    for (int l = BJT_TILE_READY; l <= BJT_TILE_FAILED; l++)
      {
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;

        ground.state = (BjtTileState) g;
        labels.state = (BjtTileState) l;
        g_assert_cmpint (bjt_tile_source_read (BJT_TILE_SOURCE (pair), &(BjtTileAddress) { 3, 1, 2 }, &bytes, &error), ==, expected[g][l]);
        g_assert_cmpint (bytes != NULL, ==, expected[g][l] == BJT_TILE_READY);
        g_assert_cmpint (error != NULL, ==, expected[g][l] == BJT_TILE_FAILED);
        if (bytes != NULL)
          g_assert_cmpint (g_bytes_equal (bytes, ground_png), ==, l != BJT_TILE_READY); /* laid over, or the bare ground */
      }
}

static void
test_signals (void)
{
  Answer ground = { BJT_TILE_MISSING, NULL };
  g_autoptr (BjtFakeSource) below = bjt_fake_source_new (BJT_TILE_RASTER, 2, 17, read_answer, &ground);
  g_autoptr (BjtFakeSource) above = bjt_fake_source_new (BJT_TILE_RASTER, 0, 18, read_answer, &ground);
  g_autoptr (BjtTilePair) pair = bjt_tile_pair_new (BJT_TILE_SOURCE (below), BJT_TILE_SOURCE (above));
  BjtTileAddress wanted = { 4, 5, 6 };
  guint n_arrived = 0, n_troubles = 0;

  g_signal_connect_swapped (pair, "arrived", G_CALLBACK (count_cb), &n_arrived);
  g_signal_connect_swapped (pair, "trouble-changed", G_CALLBACK (count_cb), &n_troubles);
  g_signal_emit_by_name (below, "arrived");
  g_signal_emit_by_name (above, "arrived");
  g_signal_emit_by_name (above, "trouble-changed");
  g_assert_cmpuint (n_arrived, ==, 2);
  g_assert_cmpuint (n_troubles, ==, 1);
  g_assert_cmpuint (bjt_tile_source_get_info (BJT_TILE_SOURCE (pair))->max_zoom, ==, 17);
  bjt_tile_source_want (BJT_TILE_SOURCE (pair), &wanted, 1);
  g_assert_cmpuint (bjt_fake_source_get_wanted (below)->len, ==, 1);
  g_assert_cmpuint (bjt_fake_source_get_wanted (above)->len, ==, 1);
  g_clear_object (&pair);
  g_signal_emit_by_name (below, "arrived");
  g_assert_cmpuint (n_arrived, ==, 2);
}

static void
test_guise (void)
{
  g_autoptr (GBytes) png = make_png (1);
  g_autoptr (GBytes) bytes = NULL;
  Answer answer = { BJT_TILE_READY, png };
  g_autoptr (BjtFakeSource) pack = bjt_fake_source_new (BJT_TILE_RASTER, 2, 17, read_answer, &answer);
  g_autoptr (BjtTileEntry) entry = bjt_tile_entry_new (BJT_TILE_ENTRY_FILE, "名称", "/a.mbtiles");
  g_autoptr (BjtTileGuise) guise = NULL;
  const BjtTileInfo *info;

  bjt_fake_source_get_info (pack)->attribution = g_strdup ("its own");
  entry->datum = BJT_DATUM_GCJ02;
  entry->review_number = g_strdup ("GS(2026)1号");
  guise = bjt_tile_guise_new (BJT_TILE_SOURCE (pack), entry);
  info = bjt_tile_source_get_info (BJT_TILE_SOURCE (guise));
  g_assert_cmpstr (info->name, ==, "名称");
  g_assert_cmpint (info->datum, ==, BJT_DATUM_GCJ02);
  g_assert_cmpstr (info->attribution, ==, "its own");
  g_assert_cmpstr (info->review_number, ==, "GS(2026)1号");
  g_assert_cmpuint (info->min_zoom, ==, 2);
  g_assert_cmpuint (info->max_zoom, ==, 17);
  g_assert_cmpint (bjt_tile_source_read (BJT_TILE_SOURCE (guise), &(BjtTileAddress) { 3, 1, 2 }, &bytes, NULL), ==, BJT_TILE_READY);
  g_assert_true (g_bytes_equal (bytes, png));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile-pair/states", test_states);
  g_test_add_func ("/tile-pair/signals", test_signals);
  g_test_add_func ("/tile-guise/info", test_guise);
  return g_test_run ();
}
