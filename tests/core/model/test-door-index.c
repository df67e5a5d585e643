/* test-door-index.c: what the index finds is what looking at every door finds. */
#include "model/bjt-door-index.h"

#include <math.h>

#define N_DOORS 3000

static BjtPicture *
make_picture (const BjtPoint *places,
              guint32         n)
{
  BjtPicture *picture = bjt_picture_new (BJT_DATE_NONE);

  for (guint32 i = 0; i < n; i++)
    {
      BjtPictureDoor door = { .place = places[i] };

      g_array_append_val (picture->doors, door);
    }
  return picture;
}

/* On a lattice, so that many doors share a place and lie on edges; some nowhere,
 * one far away. */
static BjtPicture *
make_lattice (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  BjtPoint places[N_DOORS];

  for (guint32 i = 0; i < N_DOORS; i++)
    places[i] = (BjtPoint) { 0.5 + g_rand_int_range (rand, 0, 64) / 65536.0, 0.25 + g_rand_int_range (rand, 0, 64) / 65536.0 };
  for (guint32 i = 0; i < N_DOORS; i += 100)
    places[i].x = NAN;
  places[1] = (BjtPoint) { 0.001, 0.999 };
  return make_picture (places, N_DOORS);
}

static BjtPicture *
make_scatter (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  BjtPoint places[N_DOORS];

  for (guint32 i = 0; i < N_DOORS; i++)
    places[i] = (BjtPoint) { 0.5 + g_rand_double (rand) / 1024, 0.25 + g_rand_double (rand) / 1024 };
  return make_picture (places, N_DOORS);
}

static BjtPoint
get_corner (GRand    *rand,
            gboolean  on_lattice)
{
  if (on_lattice)
    return (BjtPoint) { 0.5 + g_rand_int_range (rand, -2, 66) / 65536.0, 0.25 + g_rand_int_range (rand, -2, 66) / 65536.0 };
  return (BjtPoint) { 0.5 + g_rand_double_range (rand, -0.1, 1.1) / 1024, 0.25 + g_rand_double_range (rand, -0.1, 1.1) / 1024 };
}

static void
check_polygon (const BjtPicture   *picture,
               const BjtDoorIndex *index,
               const BjtGeometry  *polygon)
{
  g_autoptr (BjtDoorSet) found = bjt_door_index_find_in_polygon (index, polygon);

  for (guint32 i = 0; i < picture->doors->len; i++)
    {
      BjtPoint place = bjt_picture_get_door (picture, i)->place;
      gboolean inside = isfinite (place.x) && bjt_geometry_contains (polygon, place.x, place.y);

      g_assert_cmpint (bjt_door_set_contains (found, i), ==, inside);
    }
}

/* Random corners: every one of these crosses itself many times. */
static void
lassos (void)
{
  for (guint32 run = 0; run < 60; run++)
    {
      gboolean on_lattice = run % 2 == 0;
      g_autoptr (BjtPicture) picture = on_lattice ? make_lattice (run) : make_scatter (run);
      g_autoptr (BjtDoorIndex) index = bjt_door_index_new (picture);
      g_autoptr (GRand) rand = g_rand_new_with_seed (run + 1000);
      guint    n = (guint) g_rand_int_range (rand, 3, 60);
      BjtPoint ring[60];
      g_autoptr (BjtGeometry) polygon = NULL;

      for (guint i = 0; i < n; i++)
        ring[i] = get_corner (rand, on_lattice);
      polygon = bjt_geometry_new_polygon (ring, n);
      check_polygon (picture, index, polygon);
    }
}

static void
rings_and_holes (void)
{
  static const BjtPoint points[] = {
    { 0.5, 0.25 }, { 0.501, 0.25 }, { 0.501, 0.251 }, { 0.5, 0.251 },
    { 0.5002, 0.2502 }, { 0.5008, 0.2502 }, { 0.5005, 0.2509 },
    { 0.5004, 0.2504 }, { 0.5012, 0.2503 }, { 0.5006, 0.252 },
  };
  static const BjtPart parts[] = { { 0, 4, FALSE }, { 4, 3, TRUE }, { 7, 3, FALSE } };
  g_autoptr (BjtPicture) picture = make_scatter (3);
  g_autoptr (BjtDoorIndex) index = bjt_door_index_new (picture);
  g_autoptr (BjtGeometry) polygon = bjt_geometry_new (BJT_GEOMETRY_POLYGON, parts, 3, points, G_N_ELEMENTS (points));

  check_polygon (picture, index, polygon);
}

static guint32
count_in (const BjtDoorIndex *index,
          const BjtPoint     *ring,
          guint               n)
{
  g_autoptr (BjtGeometry) polygon = bjt_geometry_new_polygon (ring, n);
  g_autoptr (BjtDoorSet) found = bjt_door_index_find_in_polygon (index, polygon);

  return bjt_door_set_count (found);
}

static void
no_area (void)
{
  static const BjtPoint line[] = { { 0.5, 0.25 }, { 0.5005, 0.2505 }, { 0.501, 0.251 } };
  static const BjtPoint flat[] = { { 0.5, 0.25 }, { 0.501, 0.25 }, { 0.5005, 0.25 } };
  static const BjtPoint dot[] = { { 0.5, 0.25 }, { 0.5, 0.25 }, { 0.5, 0.25 } };
  static const BjtPoint broken[] = { { NAN, 0.25 }, { 0.5, INFINITY }, { 0.5, 0.25 } };
  g_autoptr (BjtPicture) picture = make_lattice (4);
  g_autoptr (BjtDoorIndex) index = bjt_door_index_new (picture);
  g_autoptr (BjtGeometry) point = bjt_geometry_new_point (0.5, 0.25);
  g_autoptr (BjtDoorSet) none = bjt_door_index_find_in_polygon (index, point);

  g_assert_cmpuint (count_in (index, line, 3), ==, 0);
  g_assert_cmpuint (count_in (index, flat, 3), ==, 0);
  g_assert_cmpuint (count_in (index, dot, 3), ==, 0);
  count_in (index, broken, 3);
  g_assert_cmpuint (bjt_door_set_count (none), ==, 0);
}

/* Fans of triangles around a point cover the ground without gap or overlap: no
 * door is in two or in none, though many lie on the edges between. */
static void
edges_belong_to_one (void)
{
  static const BjtPoint centre = { 0.5 + 31 / 65536.0, 0.25 + 33 / 65536.0 };
  static const BjtPoint outline[] = {
    { 0.499, 0.249 }, { 0.5005, 0.249 }, { 0.502, 0.249 }, { 0.502, 0.2505 }, { 0.502, 0.252 }, { 0.5005, 0.252 }, { 0.499, 0.252 }, { 0.499, 0.2505 },
  };
  g_autoptr (BjtPicture) picture = make_lattice (5);
  g_autoptr (BjtDoorIndex) index = bjt_door_index_new (picture);
  g_autoptr (BjtDoorSet) seen = bjt_door_set_new (picture->doors->len);
  guint32 total = 0;

  for (guint i = 0; i < G_N_ELEMENTS (outline); i++)
    {
      BjtPoint ring[] = { centre, outline[i], outline[(i + 1) % G_N_ELEMENTS (outline)] };
      g_autoptr (BjtGeometry) polygon = bjt_geometry_new_polygon (ring, 3);
      g_autoptr (BjtDoorSet) found = bjt_door_index_find_in_polygon (index, polygon);

      total += bjt_door_set_count (found);
      bjt_door_set_unite (seen, found);
    }
  g_assert_cmpuint (total, ==, bjt_door_set_count (seen));
  g_assert_cmpuint (total, ==, N_DOORS - N_DOORS / 100 - 1);
}

static void
boxes (void)
{
  g_autoptr (BjtPicture) picture = make_lattice (6);
  g_autoptr (BjtDoorIndex) index = bjt_door_index_new (picture);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int run = 0; run < 100; run++)
    {
      BjtPoint a = get_corner (rand, run % 2), b = get_corner (rand, run % 2);
      BjtBox   box = { fmin (a.x, b.x), fmin (a.y, b.y), fmax (a.x, b.x), fmax (a.y, b.y) };
      g_autoptr (BjtDoorSet) found = bjt_door_index_find_in_box (index, &box);

      for (guint32 i = 0; i < N_DOORS; i++)
        {
          BjtPoint at = bjt_picture_get_door (picture, i)->place;

          g_assert_cmpint (bjt_door_set_contains (found, i), ==, at.x >= box.x1 && at.x <= box.x2 && at.y >= box.y1 && at.y <= box.y2);
        }
    }
}

static guint32
find_nearest_slowly (const BjtPicture *picture,
                     BjtPoint          place,
                     double            max_distance,
                     const BjtDoorSet *among)
{
  guint32 door = BJT_NO_INDEX;
  double  best = max_distance * max_distance;

  for (guint32 i = 0; i < picture->doors->len; i++)
    {
      BjtPoint at = bjt_picture_get_door (picture, i)->place;
      double   dx = at.x - place.x, dy = at.y - place.y, distance = dx * dx + dy * dy;

      if ((among != NULL && !bjt_door_set_contains (among, i)) || !(distance <= best) || (distance == best && door != BJT_NO_INDEX))
        continue;
      best = distance;
      door = i;
    }
  return door;
}

static void
nearest (void)
{
  g_autoptr (BjtPicture) picture = make_lattice (8);
  g_autoptr (BjtDoorIndex) index = bjt_door_index_new (picture);
  g_autoptr (BjtDoorSet) some = bjt_door_set_new (picture->doors->len);
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint32 i = 0; i < N_DOORS; i += 7)
    bjt_door_set_add (some, i);
  for (int run = 0; run < 400; run++)
    {
      BjtPoint          place = get_corner (rand, run % 3 == 0);
      double            max_distance = run % 5 == 0 ? 1 : run % 5 == 1 ? 0 : pow (10, -g_rand_double_range (rand, 3, 6));
      const BjtDoorSet *among = run % 2 ? some : NULL;

      g_assert_cmpuint (bjt_door_index_find_nearest (index, place, max_distance, among), ==, find_nearest_slowly (picture, place, max_distance, among));
    }
  g_assert_cmpuint (bjt_door_index_find_nearest (index, (BjtPoint) { NAN, 0 }, 1, NULL), ==, BJT_NO_INDEX);
}

static void
no_doors (void)
{
  static const BjtPoint nowhere[] = { { NAN, NAN } };
  static const BjtPoint ring[] = { { 0, 0 }, { 1, 0 }, { 1, 1 } };
  g_autoptr (BjtPicture) empty = make_picture (NULL, 0), lost = make_picture (nowhere, 1);
  BjtPicture *pictures[] = { empty, lost };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (BjtDoorIndex) index = bjt_door_index_new (pictures[i]);
      g_autoptr (BjtDoorSet) found = bjt_door_index_find_in_box (index, &(BjtBox) { 0, 0, 1, 1 });

      g_assert_cmpuint (bjt_door_set_count (found), ==, 0);
      g_assert_cmpuint (count_in (index, ring, 3), ==, 0);
      g_assert_cmpuint (bjt_door_index_find_nearest (index, (BjtPoint) { 0.5, 0.5 }, 1, NULL), ==, BJT_NO_INDEX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/door-index/lassos", lassos);
  g_test_add_func ("/model/door-index/rings-and-holes", rings_and_holes);
  g_test_add_func ("/model/door-index/no-area", no_area);
  g_test_add_func ("/model/door-index/edges-belong-to-one", edges_belong_to_one);
  g_test_add_func ("/model/door-index/boxes", boxes);
  g_test_add_func ("/model/door-index/nearest", nearest);
  g_test_add_func ("/model/door-index/no-doors", no_doors);
  return g_test_run ();
}
