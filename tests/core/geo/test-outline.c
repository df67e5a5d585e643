/* test-outline.c: the middle of a shape has the most room, the outline encloses
 * what it was made around. */
#include "geo/bjt-outline.h"

#include <math.h>

static double
find_room (const BjtGeometry *shape,
           BjtPoint           at)
{
  double room = HUGE_VAL;

  for (guint p = 0; p < shape->n_parts; p++)
    for (guint i = 0; i < shape->parts[p].n_points; i++)
      {
        const BjtPoint *ring = shape->points + shape->parts[p].first;
        BjtPoint        a = ring[i], b = ring[(i + 1) % shape->parts[p].n_points];
        double          dx = b.x - a.x, dy = b.y - a.y;
        double          t = CLAMP (((at.x - a.x) * dx + (at.y - a.y) * dy) / fmax (dx * dx + dy * dy, 1e-300), 0.0, 1.0);

        room = fmin (room, hypot (a.x + t * dx - at.x, a.y + t * dy - at.y));
      }
  return room;
}

/* An L: its centroid lies outside. */
static void
test_middle_of_an_l (void)
{
  BjtPoint points[] = { { 0, 0 }, { 100, 0 }, { 100, 10 }, { 10, 10 }, { 10, 100 }, { 0, 100 } };
  g_autoptr (BjtGeometry) shape = bjt_geometry_new_polygon (points, G_N_ELEMENTS (points));
  double   radius;
  BjtPoint middle = bjt_outline_find_middle (shape, &radius);

  g_assert_true (bjt_geometry_contains (shape, middle.x, middle.y));
  g_assert_cmpfloat_with_epsilon (radius, 10 * (2 - G_SQRT2), 0.5); /* nestles in the corner */
  g_assert_cmpfloat_with_epsilon (radius, find_room (shape, middle), 1e-6);
}

/* Half a degree of the world in Mercator: coordinates are tiny. */
static void
test_middle_keeps_out_of_holes (void)
{
  double   s = 1e-6;
  BjtPoint points[] = { { 0.86, 0.36 }, { 0.86 + 10 * s, 0.36 }, { 0.86 + 10 * s, 0.36 + 4 * s }, { 0.86, 0.36 + 4 * s },
                        { 0.86 + 4 * s, 0.36 + s }, { 0.86 + 6 * s, 0.36 + s }, { 0.86 + 6 * s, 0.36 + 3 * s }, { 0.86 + 4 * s, 0.36 + 3 * s } };
  BjtPart  parts[] = { { 0, 4, FALSE }, { 4, 4, TRUE } };
  g_autoptr (BjtGeometry) shape = bjt_geometry_new (BJT_GEOMETRY_POLYGON, parts, 2, points, 8);
  double   radius;
  BjtPoint middle = bjt_outline_find_middle (shape, &radius);

  g_assert_true (bjt_geometry_contains (shape, middle.x, middle.y));
  g_assert_cmpfloat_with_epsilon (radius / s, 2, 0.05);
  g_assert_cmpfloat_with_epsilon (find_room (shape, middle) / s, 2, 0.05);
}

/* Random stars and zigzags: inside, and no random place has more room. */
static void
test_middle_has_the_most_room (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint run = 0; run < 60; run++)
    {
      BjtPoint points[24];
      guint    n = 5 + run % 20;
      double   radius;
      BjtPoint middle;
      g_autoptr (BjtGeometry) shape = NULL;

      for (guint i = 0; i < n; i++)
        {
          double away = g_rand_double_range (rand, 20, 100);

          points[i] = (BjtPoint) { away * cos (2 * G_PI * i / n), away * sin (2 * G_PI * i / n) };
        }
      shape = bjt_geometry_new_polygon (points, n);
      middle = bjt_outline_find_middle (shape, &radius);
      g_assert_true (bjt_geometry_contains (shape, middle.x, middle.y));
      for (guint i = 0; i < 300; i++)
        {
          BjtPoint other = { g_rand_double_range (rand, -100, 100), g_rand_double_range (rand, -100, 100) };

          if (bjt_geometry_contains (shape, other.x, other.y))
            g_assert_cmpfloat (find_room (shape, other), <=, radius + 2.5);
        }
    }
}

static void
test_flat_shapes (void)
{
  BjtPoint flat[] = { { 0, 0 }, { 1, 0 }, { 2, 0 } }, bow[] = { { 0, 0 }, { 10, 10 }, { 10, 0 }, { 0, 10 } };
  g_autoptr (BjtGeometry) line = bjt_geometry_new_polygon (flat, 3);
  g_autoptr (BjtGeometry) crossed = bjt_geometry_new_polygon (bow, 4);
  double   radius;
  BjtPoint middle = bjt_outline_find_middle (line, &radius);

  g_assert_cmpfloat (radius, ==, 0);
  g_assert_true (isfinite (middle.x) && isfinite (middle.y));
  middle = bjt_outline_find_middle (crossed, &radius);
  g_assert_true (isfinite (middle.x) && isfinite (middle.y));
}

static void
test_outline_encloses (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  BjtPoint points[200];

  for (guint n = 1; n <= G_N_ELEMENTS (points); n = n * 2 + 1)
    {
      g_autoptr (BjtGeometry) outline = NULL;

      for (guint i = 0; i < n; i++)
        points[i] = (BjtPoint) { 0.86 + g_rand_double_range (rand, 0, 1e-5), 0.36 + g_rand_double_range (rand, 0, 1e-5) };
      outline = bjt_outline_new_around (points, n, 4e-7);
      g_assert_nonnull (outline);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (bjt_geometry_contains (outline, points[i].x, points[i].y));
          g_assert_cmpfloat (find_room (outline, points[i]), >, 3.5e-7);
        }
    }
  g_assert_null (bjt_outline_new_around (points, 0, 1));
}

/* All of the room lies in the shape: an L, a rectangle, a star. */
static void
test_room (void)
{
  const BjtPoint   l[] = { { 0, 0 }, { 12, 0 }, { 12, 5 }, { 4, 5 }, { 4, 20 }, { 0, 20 } };
  const BjtPoint   box[] = { { 0, 0 }, { 8, 0 }, { 8, 12 }, { 0, 12 } };
  const BjtPoint   star[] = { { 0, 10 }, { -3, 3 }, { -10, 0 }, { -3, -3 }, { 0, -10 }, { 3, -3 }, { 10, 0 }, { 3, 3 } };
  const BjtPoint  *rings[] = { l, box, star };
  const guint      n[] = { G_N_ELEMENTS (l), G_N_ELEMENTS (box), G_N_ELEMENTS (star) };

  for (guint i = 0; i < G_N_ELEMENTS (rings); i++)
    {
      g_autoptr (BjtGeometry) shape = bjt_geometry_new_polygon (rings[i], n[i]);
      double   radius;
      BjtPoint middle = bjt_outline_find_middle (shape, &radius);
      BjtBox   room = bjt_outline_find_room (shape, middle, radius);

      g_assert_cmpfloat (room.x2 - room.x1, >=, 1.5 * radius);
      g_assert_cmpfloat (room.y2 - room.y1, >=, 1.2 * radius - 1e-9);
      for (guint corner = 0; corner < 4; corner++)
        {
          double x = corner % 2 == 0 ? room.x1 : room.x2, y = corner < 2 ? room.y1 : room.y2;

          g_assert_true (bjt_geometry_contains (shape, middle.x + (x - middle.x) * 0.97, middle.y + (y - middle.y) * 0.97));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/middle-of-an-l", test_middle_of_an_l);
  g_test_add_func ("/outline/middle-keeps-out-of-holes", test_middle_keeps_out_of_holes);
  g_test_add_func ("/outline/middle-has-the-most-room", test_middle_has_the_most_room);
  g_test_add_func ("/outline/flat-shapes", test_flat_shapes);
  g_test_add_func ("/outline/encloses", test_outline_encloses);
  g_test_add_func ("/outline/room", test_room);
  return g_test_run ();
}
