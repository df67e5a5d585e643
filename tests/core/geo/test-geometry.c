/* test-geometry.c: shapes and well-known binary, sound and hostile. */
#include "geo/bjt-geometry.h"
#include "geo/bjt-ground.h"
#include "geo/bjt-mercator.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static const BjtPoint points[] = {
  { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 }, /* a square … */
  { 2, 2 }, { 2, 4 }, { 4, 4 }, { 4, 2 },     /* … with a hole … */
  { 20, 0 }, { 25, 0 }, { 22, 7 },            /* … and a triangle */
};
static const BjtPart rings[] = { { 0, 4, FALSE }, { 4, 4, TRUE }, { 8, 3, FALSE } };
static const BjtPart lines[] = { { 0, 4, FALSE }, { 4, 4, FALSE }, { 8, 3, FALSE } };
static const BjtPart dots[] = { { 0, 1, FALSE }, { 1, 1, FALSE } };

static BjtGeometry *
make (BjtGeometryKind kind)
{
  switch (kind)
    {
    case BJT_GEOMETRY_POINT:
      return bjt_geometry_new (kind, dots, 2, points, 2);
    case BJT_GEOMETRY_LINE:
      return bjt_geometry_new (kind, lines, 3, points, G_N_ELEMENTS (points));
    case BJT_GEOMETRY_POLYGON:
    default:
      return bjt_geometry_new (kind, rings, 3, points, G_N_ELEMENTS (points));
    }
}

static void
assert_equal (const BjtGeometry *a,
              const BjtGeometry *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpmem (a->points, a->n_points * sizeof *a->points, b->points, b->n_points * sizeof *b->points);
  g_assert_cmpuint (a->n_parts, ==, b->n_parts);
  for (guint i = 0; i < a->n_parts; i++)
    {
      g_assert_cmpuint (a->parts[i].first, ==, b->parts[i].first);
      g_assert_cmpuint (a->parts[i].n_points, ==, b->parts[i].n_points);
      g_assert_cmpint (a->parts[i].is_hole, ==, b->parts[i].is_hole);
    }
}

static BjtGeometry *
read_wkb (const guint8 *data,
          gsize         size)
{
  g_autofree guint8 *exact = g_memdup2 (data, size); /* so that a step beyond is seen */
  g_autoptr (GError) error = NULL;
  BjtGeometry       *shape = bjt_geometry_new_from_wkb (exact, size, &error);

  g_assert_true ((shape == NULL) == (error != NULL));
  return shape;
}

static void
round_trips (void)
{
  for (int kind = BJT_GEOMETRY_POINT; kind <= BJT_GEOMETRY_POLYGON; kind++)
    {
      g_autoptr (BjtGeometry) shape = make ((BjtGeometryKind) kind);
      g_autoptr (GBytes) wkb = bjt_geometry_to_wkb (shape);
      g_autoptr (BjtGeometry) back = read_wkb (g_bytes_get_data (wkb, NULL), g_bytes_get_size (wkb));

      g_assert_nonnull (back);
      assert_equal (shape, back);
    }
}

static void
truncated (void)
{
  for (int kind = BJT_GEOMETRY_POINT; kind <= BJT_GEOMETRY_POLYGON; kind++)
    {
      g_autoptr (BjtGeometry) shape = make ((BjtGeometryKind) kind);
      g_autoptr (GBytes) wkb = bjt_geometry_to_wkb (shape);

      for (gsize size = 0; size < g_bytes_get_size (wkb); size++)
        g_assert_null (read_wkb (g_bytes_get_data (wkb, NULL), size));
    }
}

/* Every byte changed to some others: a shape or an error, nothing else. */
static void
changed_bytes (void)
{
  static const guint8 values[] = { 0, 1, 3, 6, 7, 0x7f, 0x80, 0xff };
  g_autoptr (BjtGeometry) shape = make (BJT_GEOMETRY_POLYGON);
  g_autoptr (GBytes) wkb = bjt_geometry_to_wkb (shape);
  gsize size = g_bytes_get_size (wkb);

  for (gsize at = 0; at < size; at++)
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (wkb, NULL), size);
        g_autoptr (BjtGeometry) read = NULL;
        g_autofree char *json = NULL;

        bytes[at] = values[i];
        read = read_wkb (bytes, size);
        if (read == NULL)
          continue;
        json = bjt_geometry_to_geojson (read);
        bjt_geometry_get_centroid (read);
        bjt_geometry_contains (read, 3, 3);
      }
}

static void
hostile (void)
{
  static const struct
  {
    const char *bytes;
    gsize       size;
  } cases[] = {
    { "", 0 }, { "\1", 1 }, { "\2\1\0\0\0", 5 }, { "\1\0\0\0\0", 5 }, { "\1\7\0\0\0\0\0\0\0", 9 },
    { "\1\2\0\0\0\xff\xff\xff\xff", 9 }, { "\1\3\0\0\0\xff\xff\xff\xff", 9 }, { "\1\6\0\0\0\xff\xff\xff\xff", 9 },
    { "\1\3\0\0\0\1\0\0\0\xff\xff\xff\xff", 13 }, { "\1\3\0\0\0\1\0\0\0\0\0\0\x10", 13 },
    { "\1\6\0\0\0\1\0\0\0\1\6\0\0\0\1\0\0\0", 18 }, { "\1\4\0\0\0\1\0\0\0\1\3\0\0\0\0\0\0\0", 18 },
    { "\1\1\0\0\0\0\0\0\0\0\0\xf8\x7f\0\0\0\0\0\0\0\0", 21 }, /* not a number */
    { "\1\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22 },    /* one byte more */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (read_wkb ((const guint8 *) cases[i].bytes, cases[i].size));
}

/* A polygon without rings, or with an empty one, is a shape without points. */
static void
empty_rings (void)
{
  static const guint8 cases[][22] = {
    { 1, 3, 0, 0, 0, 0, 0, 0, 0 },
    { 1, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 },
    { 1, 6, 0, 0, 0, 1, 0, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 },
    { 1, 2, 0, 0, 0, 0, 0, 0, 0 },
  };
  static const gsize sizes[] = { 9, 13, 22, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtGeometry) shape = read_wkb (cases[i], sizes[i]);
      g_autoptr (GBytes) wkb = NULL;
      g_autofree char *json = NULL;
      g_autoptr (JsonNode) node = NULL;

      g_assert_nonnull (shape);
      g_assert_cmpuint (shape->n_points, ==, 0);
      g_assert_true (bjt_box_is_empty (&shape->box));
      g_assert_false (bjt_geometry_contains (shape, 0, 0));
      json = bjt_geometry_to_geojson (shape);
      node = json_from_string (json, NULL);
      g_assert_nonnull (node);
      wkb = bjt_geometry_to_wkb (shape);
      bjt_geometry_get_centroid (shape);
    }
}

static void
big_endian (void)
{
  static const guint8 wkb[] = { 0, 0, 0, 0, 1, 0x40, 0x60, 0x38, 0, 0, 0, 0, 0, 0x40, 0x45, 0xa8, 0, 0, 0, 0, 0 };
  g_autoptr (BjtGeometry) shape = read_wkb (wkb, sizeof wkb);

  g_assert_nonnull (shape);
  g_assert_cmpfloat (shape->points[0].x, ==, 129.75);
  g_assert_cmpfloat (shape->points[0].y, ==, 43.3125);
}

static void
contains (void)
{
  g_autoptr (BjtGeometry) shape = make (BJT_GEOMETRY_POLYGON);

  for (double x = -1.03; x < 27; x += 0.37)
    for (double y = -1.03; y < 12; y += 0.41)
      {
        gboolean in_square = x > 0 && x < 10 && y > 0 && y < 10;
        gboolean in_hole = x > 2 && x < 4 && y > 2 && y < 4;
        gboolean in_triangle = y > 0 && 7 * (x - 20) > 2 * y && 7 * (25 - x) > 3 * y;

        g_assert_cmpint (bjt_geometry_contains (shape, x, y), ==, (in_square && !in_hole) || in_triangle);
      }
}

static void
area_and_centroid (void)
{
  static const BjtPart with_hole[] = { { 0, 4, FALSE }, { 4, 4, TRUE } };
  g_autoptr (BjtGeometry) shape = bjt_geometry_new (BJT_GEOMETRY_POLYGON, with_hole, 2, points, 8);
  BjtPoint centroid = bjt_geometry_get_centroid (shape);

  g_assert_cmpfloat (bjt_geometry_get_signed_area (points, 4), ==, 100);
  g_assert_cmpfloat (bjt_geometry_get_signed_area (points + 4, 4), ==, -4);
  g_assert_cmpfloat (bjt_geometry_get_signed_area (points, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (centroid.x, (500 - 4 * 3) / 96.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (centroid.y, (500 - 4 * 3) / 96.0, 1e-12);
}

static void
geojson (void)
{
  g_autoptr (BjtGeometry) shape = make (BJT_GEOMETRY_POLYGON);
  g_autofree char *json = bjt_geometry_to_geojson (shape);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);
  JsonArray *polygons, *ring;

  g_assert_no_error (error);
  polygons = json_object_get_array_member (json_node_get_object (node), "coordinates");
  g_assert_cmpuint (json_array_get_length (polygons), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_array_get_array_element (polygons, 0)), ==, 2);
  ring = json_array_get_array_element (json_array_get_array_element (polygons, 1), 0);
  g_assert_cmpuint (json_array_get_length (ring), ==, 4); /* closed */
}

/* A degree of latitude is some 111 km; what is projected comes back. */
static void
on_the_ground (void)
{
  const BjtPoint here = { 129.76, 43.32 };
  const BjtPoint ring[] = { { 129.76, 43.32 }, { 129.761, 43.32 }, { 129.761, 43.321 }, { 129.76, 43.321 } };
  g_autoptr (BjtGround) ground = bjt_ground_new (here.x);
  g_autoptr (BjtGeometry) square = bjt_geometry_new_polygon (ring, 4);
  BjtPoint back = bjt_ground_unproject (ground, bjt_ground_project (ground, here));
  BjtPoint again = bjt_mercator_unproject (bjt_mercator_project (here));

  g_assert_cmpint (bjt_ground_get_central_meridian (ground), ==, 129);
  g_assert_cmpfloat_with_epsilon (back.x, here.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.y, here.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (again.x, here.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (again.y, here.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (bjt_ground_get_area (ground, square), 111.1 * 81.2, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/wkb/round-trips", round_trips);
  g_test_add_func ("/geometry/wkb/truncated", truncated);
  g_test_add_func ("/geometry/wkb/changed-bytes", changed_bytes);
  g_test_add_func ("/geometry/wkb/hostile", hostile);
  g_test_add_func ("/geometry/wkb/empty-rings", empty_rings);
  g_test_add_func ("/geometry/wkb/big-endian", big_endian);
  g_test_add_func ("/geometry/contains", contains);
  g_test_add_func ("/geometry/area-and-centroid", area_and_centroid);
  g_test_add_func ("/geometry/geojson", geojson);
  g_test_add_func ("/geometry/on-the-ground", on_the_ground);
  return g_test_run ();
}
