/* test-demo-ground.c: the invented ground could be real: nothing stands on a
 * street or on anything else, and every building lies in its own grid alone. */
#include "bjt-demo-fixture.h"

#include <math.h>
#include <string.h>

#include "geo/bjt-ground.h"

static BjtDemoFixture *fixture; /* of the profile under test */
static BjtGround      *ground;

static BjtPoint
to_metres (BjtPoint point,
           gpointer user_data)
{
  return bjt_ground_project (ground, point);
}

static GPtrArray *
list_shapes (const BjtRecordType *type,
             gsize                offset,
             int                  kind)
{
  GPtrArray *records = bjt_demo_fixture_get (fixture, type);
  GPtrArray *shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_geometry_unref);

  for (guint i = 0; i < records->len; i++)
    if (kind < 0 || ((BjtMapFeature *) records->pdata[i])->kind == kind)
      g_ptr_array_add (shapes, bjt_geometry_map (*(BjtGeometry **) (gpointer) ((guint8 *) records->pdata[i] + offset), to_metres, NULL));
  return shapes;
}

static GPtrArray *
list_footprints (void)
{
  return list_shapes (&bjt_building_type, G_STRUCT_OFFSET (BjtBuilding, footprint), -1);
}

static GPtrArray *
list_features (BjtFeatureKind kind)
{
  return list_shapes (&bjt_map_feature_type, G_STRUCT_OFFSET (BjtMapFeature, shape), (int) kind);
}

static double
get_distance (BjtPoint p,
              BjtPoint a,
              BjtPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double t = CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / fmax (dx * dx + dy * dy, 1e-9), 0, 1);

  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/* How near the edges of a ring come to a line of points (or to another ring). */
static double
get_gap (const BjtGeometry *ring,
         const BjtGeometry *other,
         gboolean           is_ring)
{
  double gap = INFINITY;

  for (guint i = 0; i < ring->n_points; i++)
    for (guint j = 0; j + !is_ring < other->n_points; j++)
      {
        BjtPoint a = ring->points[i], b = ring->points[(i + 1) % ring->n_points];
        BjtPoint c = other->points[j], d = other->points[(j + 1) % other->n_points];

        gap = fmin (gap, fmin (get_distance (a, c, d), get_distance (c, a, b)));
      }
  return gap;
}

static gboolean
stand_apart (const BjtGeometry *a,
             const BjtGeometry *b,
             double             least)
{
  BjtPoint p = bjt_geometry_get_centroid (a), q = bjt_geometry_get_centroid (b);

  if (a->box.x1 > b->box.x2 + least || b->box.x1 > a->box.x2 + least || a->box.y1 > b->box.y2 + least || b->box.y1 > a->box.y2 + least)
    return TRUE;
  return !bjt_geometry_contains (a, q.x, q.y) && !bjt_geometry_contains (b, p.x, p.y) && get_gap (a, b, TRUE) >= least;
}

static void
test_footprints (void)
{
  g_autoptr (GPtrArray) footprints = list_footprints ();
  g_autoptr (GPtrArray) houses = list_features (BJT_FEATURE_BUILDING);

  for (guint i = 0; i < footprints->len; i++)
    {
      for (guint j = 0; j < i; j++)
        g_assert_true (stand_apart (footprints->pdata[i], footprints->pdata[j], 10));
      for (guint j = 0; j < houses->len; j++)
        g_assert_true (stand_apart (footprints->pdata[i], houses->pdata[j], 10));
    }
}

static double
get_half_width (const char *subkind)
{
  if (g_str_equal (subkind, "primary"))
    return 12;
  return g_str_equal (subkind, "secondary") ? 9 : 8;
}

static void
test_streets (void)
{
  g_autoptr (GPtrArray) footprints = list_footprints ();
  g_autoptr (GPtrArray) houses = list_features (BJT_FEATURE_BUILDING);
  GPtrArray            *features = bjt_demo_fixture_get (fixture, &bjt_map_feature_type);
  guint                 streets = 0;

  for (guint f = 0; f < features->len; f++)
    {
      const BjtMapFeature *feature = features->pdata[f];
      g_autoptr (BjtGeometry) line = bjt_geometry_map (feature->shape, to_metres, NULL);
      double least;

      if (feature->kind != BJT_FEATURE_ROAD)
        continue;
      streets++;
      least = get_half_width (feature->subkind);
      for (guint i = 0; i < footprints->len; i++)
        g_assert_cmpfloat (get_gap (footprints->pdata[i], line, FALSE), >, least);
      for (guint i = 0; i < houses->len; i++)
        g_assert_cmpfloat (get_gap (houses->pdata[i], line, FALSE), >, MIN (least, 4));
    }
  g_assert_cmpuint (streets, >=, 6);
}

static void
test_grids (void)
{
  GPtrArray *buildings = bjt_demo_fixture_get (fixture, &bjt_building_type);
  GPtrArray *grids = bjt_demo_fixture_get (fixture, &bjt_grid_type);

  for (guint b = 0; b < buildings->len; b++)
    {
      const BjtBuilding *building = buildings->pdata[b];
      BjtPoint           centre = bjt_geometry_get_centroid (building->footprint);
      guint              n = 0;

      for (guint g = 0; g < grids->len; g++)
        {
          const BjtGrid *grid = grids->pdata[g];
          gboolean       inside = bjt_geometry_contains (grid->boundary, centre.x, centre.y);

          n += inside;
          if (bjt_uuid_equal (&grid->id, &building->grid_id))
            g_assert_true (inside);
        }
      g_assert_cmpuint (n, ==, 1);
    }
}

/* Points of a raster that lie in two grids: of one pair only. */
static void
test_broken_pair (void)
{
  GPtrArray *grids = bjt_demo_fixture_get (fixture, &bjt_grid_type);
  guint      found = 0;

  for (guint i = 0; i < grids->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const BjtGrid *a = grids->pdata[i], *b = grids->pdata[j];
        guint          n = 0;

        for (double x = a->boundary->box.x1; x < a->boundary->box.x2; x += 0.0001)
          for (double y = a->boundary->box.y1; y < a->boundary->box.y2; y += 0.0001)
            n += bjt_geometry_contains (a->boundary, x, y) && bjt_geometry_contains (b->boundary, x, y);
        if (n == 0)
          continue;
        g_assert_cmpint (a->number, ==, 2);
        g_assert_cmpint (b->number, ==, 1);
        found++;
      }
  g_assert_cmpuint (found, ==, 1);
}

static void
test_entrances (void)
{
  g_autoptr (GHashTable) footprints = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  GPtrArray             *buildings = bjt_demo_fixture_get (fixture, &bjt_building_type);
  GPtrArray             *entrances = bjt_demo_fixture_get (fixture, &bjt_entrance_type);

  for (guint b = 0; b < buildings->len; b++)
    g_hash_table_insert (footprints, buildings->pdata[b], ((BjtBuilding *) buildings->pdata[b])->footprint);
  for (guint e = 0; e < entrances->len; e++)
    {
      const BjtEntrance *entrance = entrances->pdata[e];
      g_autoptr (BjtGeometry) point = bjt_geometry_map (entrance->place, to_metres, NULL);
      g_autoptr (BjtGeometry) ring = bjt_geometry_map (g_hash_table_lookup (footprints, &entrance->building_id), to_metres, NULL);
      BjtPoint centre = bjt_geometry_get_centroid (ring);

      g_assert_cmpfloat (get_gap (ring, point, TRUE), <, 0.5);
      g_assert_cmpfloat (point->points[0].y, >, centre.y - 5);
    }
}

static void
test_jiangbei_area (void)
{
  const BjtCommunity *community = bjt_demo_fixture_get (fixture, &bjt_community_type)->pdata[0];
  g_autoptr (GPtrArray) places = list_features (BJT_FEATURE_POI);

  g_assert_cmpfloat_with_epsilon (bjt_ground_get_area (ground, community->boundary), 2.1e6, 0.01 * 2.1e6);
  g_assert_cmpuint (places->len, ==, 18);
}

static void
take (const char *profile,
      guint       n_doors)
{
  const BjtCommunity *community;

  g_clear_pointer (&fixture, bjt_demo_fixture_free);
  g_clear_pointer (&ground, bjt_ground_free);
  fixture = bjt_demo_fixture_new (profile, BJT_DEMO_SEED, n_doors);
  community = bjt_demo_fixture_get (fixture, &bjt_community_type)->pdata[0];
  ground = bjt_ground_new (community->boundary->box.x1);
}

static void
test_lattice (gconstpointer profile)
{
  take (profile, 2500);
  test_footprints ();
  test_streets ();
  test_grids ();
  test_entrances ();
}

static void
test_jiangbei (void)
{
  take ("jiangbei", 0);
  test_footprints ();
  test_streets ();
  test_grids ();
  test_broken_pair ();
  test_entrances ();
  test_jiangbei_area ();
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/ground/jiangbei", test_jiangbei);
  g_test_add_data_func ("/demo/ground/jiabei", "jiabei", test_lattice);
  g_test_add_data_func ("/demo/ground/stress", "stress", test_lattice);
  status = g_test_run ();
  g_clear_pointer (&fixture, bjt_demo_fixture_free);
  g_clear_pointer (&ground, bjt_ground_free);
  return status;
}
