/* Hits against brute force on random places. */
#include "bjt-sample-picture.h"

#include "geo/bjt-mercator.h"
#include "map/bjt-hit-index.h"

#include <math.h>

static BjtPicture *
make_picture (double turn)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_grids = 4;
  options.n_buildings = 12;
  options.turn = turn;
  return bjt_sample_picture_new (&options);
}

static double
measure_to_walls (const BjtGeometry *shape,
                  BjtPoint           p)
{
  BjtPoint place = bjt_mercator_unproject (p);
  double   nearest = INFINITY;

  if (bjt_geometry_contains (shape, place.x, place.y))
    return 0;
  for (guint i = 0; i < shape->n_points; i++)
    {
      BjtPoint a = bjt_mercator_project (shape->points[i]), b = bjt_mercator_project (shape->points[(i + 1) % shape->n_points]);

      for (guint k = 0; k <= 100; k++)
        nearest = fmin (nearest, hypot (a.x + k / 100.0 * (b.x - a.x) - p.x, a.y + k / 100.0 * (b.y - a.y) - p.y));
    }
  return nearest;
}

static void
test_buildings (gconstpointer data)
{
  g_autoptr (BjtPicture) picture = make_picture (*(const double *) data);
  g_autoptr (BjtHitIndex) index = bjt_hit_index_new (picture);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  double tolerance = (picture->extent.x2 - picture->extent.x1) / 300;
  guint  n_hits = 0;

  for (guint i = 0; i < 200; i++)
    {
      BjtPoint p = { g_rand_double_range (rand, picture->extent.x1 - tolerance * 3, picture->extent.x2 + tolerance * 3),
                     g_rand_double_range (rand, picture->extent.y1 - tolerance * 3, picture->extent.y2 + tolerance * 3) };
      guint32  found = bjt_hit_index_find_building (index, p, tolerance);
      double   best = INFINITY;

      for (guint32 b = 0; b < picture->buildings->len; b++)
        best = fmin (best, measure_to_walls (bjt_picture_get_building (picture, b)->footprint, p));
      if (found == BJT_NO_INDEX)
        {
          g_assert_cmpfloat (best, >, tolerance * 0.9);
          continue;
        }
      n_hits++;
      g_assert_cmpfloat (measure_to_walls (bjt_picture_get_building (picture, found)->footprint, p), <=, best + tolerance / 10);
      g_assert_cmpfloat (best, <=, tolerance * 1.1);
    }
  g_assert_cmpuint (n_hits, >, 10);
}

/* Within its cell a door is the one that is hit. */
static void
test_doors (gconstpointer data)
{
  g_autoptr (BjtPicture) picture = make_picture (*(const double *) data);
  g_autoptr (BjtHitIndex) index = bjt_hit_index_new (picture);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      const BjtPictureDoor     *door = bjt_picture_get_door (picture, d);
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, door->building);
      double                    n_levels = building->highest - building->lowest + 1;
      BjtPoint                  origin = building->corners[0];
      double                    along = g_rand_double_range (rand, -0.49, 0.49) / MAX (building->n_stacks, 1);
      double                    across = g_rand_double_range (rand, -0.49, 0.49) / n_levels;
      BjtPoint                  u = building->corners[1], v = building->corners[3];
      BjtPoint                  p = { door->place.x + along * (u.x - origin.x) + across * (v.x - origin.x),
                                      door->place.y + along * (u.y - origin.y) + across * (v.y - origin.y) };

      g_assert_cmpuint (bjt_hit_index_find_building (index, p, 0), ==, door->building);
      g_assert_cmpuint (bjt_hit_index_find_door (index, door->building, p), ==, d);
    }
}

static void
test_nothing_there (void)
{
  g_autoptr (BjtPicture) empty = bjt_picture_new (20000);
  g_autoptr (BjtHitIndex) index = NULL;

  bjt_picture_finish (empty);
  index = bjt_hit_index_new (empty);
  g_assert_cmpuint (bjt_hit_index_find_building (index, (BjtPoint) { 0.5, 0.5 }, 1), ==, BJT_NO_INDEX);
}

int
main (int    argc,
      char **argv)
{
  static const double level = 0, turned = 0.6;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map/hit-index/buildings", &level, test_buildings);
  g_test_add_data_func ("/map/hit-index/buildings-turned", &turned, test_buildings);
  g_test_add_data_func ("/map/hit-index/doors", &level, test_doors);
  g_test_add_data_func ("/map/hit-index/doors-turned", &turned, test_doors);
  g_test_add_func ("/map/hit-index/nothing-there", test_nothing_there);
  return g_test_run ();
}
