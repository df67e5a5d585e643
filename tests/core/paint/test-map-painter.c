/* Seams, determinism and quiet behaviour of the base map. */
#include "geo/bjt-mercator.h"
#include "basemap/bjt-map-painter.h"

#include <string.h>

#define LON 129.77
#define LAT 43.31

static void
add_feature (BjtPicture     *picture,
             BjtFeatureKind  kind,
             const char     *subkind,
             const char     *name,
             BjtGeometry    *shape)
{
  BjtPictureFeature feature = {
    .kind = (guint8) kind,
    .subkind = subkind,
    .name = bjt_picture_keep_string (picture, name),
    .shape = bjt_picture_keep_shape (picture, shape),
  };

  g_array_append_val (picture->features, feature);
}

static BjtGeometry *
rectangle (double x,
           double y,
           double w,
           double h)
{
  const BjtPoint points[] = { { LON + x, LAT + y }, { LON + x + w, LAT + y }, { LON + x + w, LAT + y + h }, { LON + x, LAT + y + h } };

  return bjt_geometry_new_polygon (points, 4);
}

/* Streets on a skew, a park, a river and places, seeded. */
static BjtPicture *
make_town (void)
{
  BjtPicture *picture = bjt_picture_new (20000);
  GRand      *rand = g_rand_new_with_seed (7);

  add_feature (picture, BJT_FEATURE_GREEN, "park", "滨河公园", rectangle (0.001, 0.001, 0.004, 0.002));
  for (guint i = 0; i < 12; i++)
    {
      const BjtPoint road[] = { { LON - 0.01, LAT + i * 0.0017 - 0.01 }, { LON + 0.001, LAT + i * 0.0018 - 0.01 }, { LON + 0.012, LAT + i * 0.0016 - 0.009 } };
      const BjtPoint cross[] = { { LON + i * 0.0018 - 0.01, LAT - 0.01 }, { LON + i * 0.0017 - 0.009, LAT + 0.01 } };

      add_feature (picture, BJT_FEATURE_ROAD, i % 3 == 0 ? "secondary" : "residential", "建设街", bjt_geometry_new_line (road, 3));
      add_feature (picture, BJT_FEATURE_FOOTWAY, "footway", NULL, bjt_geometry_new_line (cross, 2));
    }
  for (guint i = 0; i < 200; i++)
    {
      double x = g_rand_double_range (rand, -0.01, 0.01), y = g_rand_double_range (rand, -0.01, 0.01);

      if (i % 2 == 0)
        add_feature (picture, BJT_FEATURE_BUILDING, "yes", NULL, rectangle (x, y, 0.0006, 0.0002));
      else
        add_feature (picture, BJT_FEATURE_POI, "shop", "便民超市", bjt_geometry_new_point (LON + x, LAT + y));
    }
  g_rand_free (rand);
  bjt_picture_finish (picture);
  return picture;
}

static cairo_surface_t *
paint (BjtMapPainter     *painter,
       const BjtMapFrame *frame,
       int                width,
       int                height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);

  bjt_map_painter_paint (painter, cr, frame, &BJT_MAP_STYLE_LIGHT);
  bjt_map_painter_paint_names (painter, cr, frame, &BJT_MAP_STYLE_LIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Pixels of two surfaces that differ by more than a level or two. */
static guint
count_differences (cairo_surface_t *a,
                   int              ax,
                   cairo_surface_t *b,
                   int              width,
                   int              height)
{
  guint n = 0;

  for (int y = 0; y < height; y++)
    {
      const guint8 *p = cairo_image_surface_get_data (a) + (gsize) y * (gsize) cairo_image_surface_get_stride (a) + 4 * ax;
      const guint8 *q = cairo_image_surface_get_data (b) + (gsize) y * (gsize) cairo_image_surface_get_stride (b);

      for (int i = 0; i < width * 4; i++)
        n += i % 4 != 3 && ABS (p[i] - q[i]) > 3;
    }
  return n;
}

static void
test_tiles_meet (void)
{
  g_autoptr (BjtPicture) town = make_town ();
  g_autoptr (BjtMapPainter) painter = bjt_map_painter_new (town);
  BjtPoint centre = bjt_mercator_project ((BjtPoint) { LON, LAT });

  for (guint zoom = 15; zoom <= 18; zoom++)
    {
      guint            column = (guint) (centre.x * (1 << zoom)), row = (guint) (centre.y * (1 << zoom));
      BjtMapFrame      left, right, both;
      cairo_surface_t *surfaces[3];

      bjt_map_frame_init_tile (&left, zoom, column, row, 256);
      bjt_map_frame_init_tile (&right, zoom, column + 1, row, 256);
      bjt_map_frame_init_view (&both, (BjtPoint) { (column + 1) / (double) (1 << zoom), (row + 0.5) / (1 << zoom) },
                               256.0 * (1 << zoom), 512, 256);
      surfaces[0] = paint (painter, &left, 256, 256);
      surfaces[1] = paint (painter, &right, 256, 256);
      surfaces[2] = paint (painter, &both, 512, 256);
      g_assert_cmpuint (count_differences (surfaces[2], 0, surfaces[0], 256, 256), ==, 0);
      g_assert_cmpuint (count_differences (surfaces[2], 256, surfaces[1], 256, 256), ==, 0);
      g_assert_cmpuint (count_differences (surfaces[2], 0, surfaces[1], 256, 256), >, 1000);
      for (guint i = 0; i < 3; i++)
        cairo_surface_destroy (surfaces[i]);
    }
}

static void
test_nothing_to_paint (void)
{
  g_autoptr (BjtPicture) empty = bjt_picture_new (20000);
  g_autoptr (BjtMapPainter) painter = NULL;
  BjtMapFrame      frame;
  cairo_surface_t *surface;

  bjt_picture_finish (empty);
  painter = bjt_map_painter_new (empty);
  bjt_map_frame_init_tile (&frame, 0, 0, 0, 64);
  surface = paint (painter, &frame, 64, 64);
  g_assert_cmphex (*(guint32 *) (gpointer) cairo_image_surface_get_data (surface) & 0xFFFFFF, ==, BJT_MAP_STYLE_LIGHT.ground);
  cairo_surface_destroy (surface);
}

/* A kilometre of road is a kilometre on paper. */
static void
test_paper_is_to_scale (void)
{
  BjtPoint    centre = bjt_mercator_project ((BjtPoint) { LON, LAT });
  double      metres = bjt_mercator_get_metres_per_unit (LAT);
  BjtMapFrame frame;
  BjtPoint    a, b;

  bjt_map_frame_init_paper (&frame, centre, 0.5, (BjtBox) { 100, 50, 700, 450 }, 0.75);
  a = bjt_map_frame_project (&frame, centre);
  b = bjt_map_frame_project (&frame, (BjtPoint) { centre.x + 1000 / metres, centre.y });
  g_assert_cmpfloat_with_epsilon (a.x, 400, 1e-6);
  g_assert_cmpfloat_with_epsilon (a.y, 250, 1e-6);
  g_assert_cmpfloat_with_epsilon (b.x - a.x, 500, 1e-6);
  g_assert_cmpfloat_with_epsilon (bjt_map_frame_unproject (&frame, b.x, b.y).x, centre.x + 1000 / metres, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/map/tiles-meet", test_tiles_meet);
  g_test_add_func ("/paint/map/nothing-to-paint", test_nothing_to_paint);
  g_test_add_func ("/paint/map/paper-is-to-scale", test_paper_is_to_scale);
  return g_test_run ();
}
