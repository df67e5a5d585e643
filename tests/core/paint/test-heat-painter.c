/* test-heat-painter.c: the field holds what was counted, lies where it is, and
 * stands still. */
#include "bjt-sample-picture.h"
#include "geo/bjt-mercator.h"
#include "carto/bjt-heat-painter.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = { 4, 2, 6, 3, 6, 2, 30, 0.3, FALSE, FALSE, NULL };

  return bjt_sample_picture_new (&options);
}

static BjtHeatPainter *
make_painter (BjtPicture *picture,
              const char *code,
              double      radius,
              gboolean    is_public)
{
  BjtHeatOptions options = { radius, is_public };
  BjtIndicator   indicator;

  g_assert_true (bjt_indicator_init_from_code (&indicator, picture, code));
  return bjt_heat_painter_new (picture, &indicator, NULL, &options);
}

/* Within 1 % at every radius, and the integral over the ground agrees. */
static void
test_sum_is_kept (void)
{
  static const char *const codes[] = { "persons", "overdue", "open_issues", "category:aged_80" };
  static const double      radii[] = { 20, 60, 110, 200 };
  g_autoptr (BjtPicture)   picture = make_picture ();

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    for (guint r = 0; r < G_N_ELEMENTS (radii); r++)
      {
        g_autoptr (BjtHeatPainter) painter = make_painter (picture, codes[c], radii[r], FALSE);
        BjtIndicatorQuery query = { picture, BJT_AREA_GRID, NULL };
        g_autoptr (BjtIndicatorTable) table = bjt_indicator_count (bjt_heat_painter_get_indicator (painter), &query);

        g_assert_cmpfloat (table->total.value, >, 0);
        g_assert_cmpfloat_with_epsilon (bjt_heat_painter_get_total (painter), table->total.value, 0.01 * table->total.value);
      }
}

/* Per hectare, sampled every five metres. */
static void
test_density_is_per_hectare (void)
{
  g_autoptr (BjtPicture)     picture = make_picture ();
  g_autoptr (BjtHeatPainter) painter = make_painter (picture, "doors", 60, FALSE);
  double metres = bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude ((picture->extent.y1 + picture->extent.y2) / 2));
  double step = 5 / metres, margin = 150 / metres, sum = 0;

  for (double y = picture->extent.y1 - margin; y < picture->extent.y2 + margin; y += step)
    for (double x = picture->extent.x1 - margin; x < picture->extent.x2 + margin; x += step)
      sum += bjt_heat_painter_get_at (painter, (BjtPoint) { x, y }) * 25 / 10000;
  g_assert_cmpfloat_with_epsilon (sum, picture->doors->len, 0.01 * picture->doors->len);
}

static cairo_surface_t *
paint (BjtHeatPainter *painter,
       BjtPoint        centre,
       double          scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t         *cr = cairo_create (surface);
  BjtMapFrame      frame;

  bjt_map_frame_init_view (&frame, centre, scale, 400, 300);
  bjt_heat_painter_paint (painter, cr, &frame, bjt_palette_get (BJT_PALETTE_LIGHT));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Moved by 60 pixels, the picture is the same 60 pixels further. */
static void
test_stands_still_while_panning (void)
{
  g_autoptr (BjtPicture)     picture = make_picture ();
  g_autoptr (BjtHeatPainter) painter = make_painter (picture, "persons", 40, FALSE);
  double           scale = 256 * exp2 (16);
  BjtPoint         centre = { round ((picture->extent.x1 + picture->extent.x2) / 2 * scale) / scale, round ((picture->extent.y1 + picture->extent.y2) / 2 * scale) / scale };
  cairo_surface_t *a = paint (painter, centre, scale), *b = paint (painter, (BjtPoint) { centre.x + 60 / scale, centre.y }, scale);
  guint            worst = 0, painted = 0;

  for (int y = 0; y < 300; y++)
    {
      const guint8 *one = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a) + 4 * 60;
      const guint8 *other = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int i = 4 * 4; i < 4 * (400 - 64); i++)
        {
          worst = MAX (worst, (guint) ABS (one[i] - other[i]));
          painted += one[i] > 40;
        }
    }
  g_assert_cmpuint (painted, >, 10000);
  g_assert_cmpuint (worst, <=, 2);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* A single home far from the others is not seen in public. */
static void
test_public_hides_single_homes (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  guint32                lonely = 0, issue_door = bjt_picture_get_issue (picture, 0)->door;
  BjtPoint               away = { picture->extent.x2 + 3e-5, picture->extent.y2 };

  g_assert_cmpuint (issue_door, !=, BJT_NO_INDEX);
  bjt_picture_get_door (picture, lonely)->place = away;
  for (guint is_public = 0; is_public < 2; is_public++)
    {
      g_autoptr (BjtHeatPainter) doors = make_painter (picture, "doors", 60, is_public);

      g_assert_cmpint (bjt_heat_painter_get_at (doors, away) > 0, ==, !is_public);
      g_assert_cmpfloat (bjt_heat_painter_get_at (doors, bjt_picture_get_building (picture, 1)->centre), >, 0);
    }
}

static void
test_nothing_to_show (void)
{
  g_autoptr (BjtPicture)     empty = bjt_picture_new (20779);
  g_autoptr (BjtHeatPainter) painter = make_painter (empty, "persons", 60, FALSE);
  cairo_surface_t           *surface = paint (painter, (BjtPoint) { 0.86, 0.36 }, 1e7);

  g_assert_cmpfloat (bjt_heat_painter_get_peak (painter), ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/heat/sum-is-kept", test_sum_is_kept);
  g_test_add_func ("/paint/heat/density-is-per-hectare", test_density_is_per_hectare);
  g_test_add_func ("/paint/heat/stands-still-while-panning", test_stands_still_while_panning);
  g_test_add_func ("/paint/heat/public-hides-single-homes", test_public_hides_single_homes);
  g_test_add_func ("/paint/heat/nothing-to-show", test_nothing_to_show);
  return g_test_run ();
}
