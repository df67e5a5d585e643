/* Vector tiles: what each schema becomes, seams, names, datum. The tiles are
 * made here, byte by byte. */
#include "bjt-fake-source.h"
#include "geo/bjt-mercator.h"
#include "basemap/bjt-tile-painter.h"
#include "basemap/bjt-vector-scene.h"

#include <math.h>
#include <string.h>

#define EXTENT 4096u

/* A tiny writer of the format */

static void
put_number (GByteArray *bytes,
            guint64     number)
{
  do
    {
      guint8 byte = (guint8) ((number & 0x7F) | (number > 0x7F ? 0x80 : 0));

      g_byte_array_append (bytes, &byte, 1);
      number >>= 7;
    }
  while (number > 0);
}

static void
put_bytes (GByteArray *bytes,
           guint       field,
           const void *data,
           gsize       size)
{
  put_number (bytes, field << 3 | 2);
  put_number (bytes, size);
  g_byte_array_append (bytes, data, (guint) size);
}

static void
put_field (GByteArray *bytes,
           guint       field,
           guint64     number)
{
  put_number (bytes, field << 3);
  put_number (bytes, number);
}

static guint32
zigzag (int number)
{
  return ((guint32) number << 1) ^ (guint32) (number >> 31);
}

typedef struct
{
  BjtVectorKind kind;
  guint         n_points;
  int           points[5][2];
  const char   *key, *value, *name; /* tags; NULL: none */
} Feature;

static void
put_value (GByteArray *layer,
           const char *string)
{
  g_autoptr (GByteArray) value = g_byte_array_new ();

  put_bytes (value, 1, string, strlen (string));
  put_bytes (layer, 4, value->data, value->len);
}

/* One layer of one feature. */
static void
put_layer (GByteArray    *tile,
           const char    *name,
           const Feature *feature)
{
  g_autoptr (GByteArray) layer = g_byte_array_new ();
  g_autoptr (GByteArray) message = g_byte_array_new ();
  g_autoptr (GByteArray) geometry = g_byte_array_new ();
  const guint8 tags[] = { 0, 0, 1, 1 };
  int          x = 0, y = 0;

  for (guint i = 0; i < feature->n_points; i++)
    {
      if (i < 2)
        put_number (geometry, i == 0 ? 1 << 3 | 1 : (feature->n_points - 1) << 3 | 2);
      put_number (geometry, zigzag (feature->points[i][0] - x));
      put_number (geometry, zigzag (feature->points[i][1] - y));
      x = feature->points[i][0];
      y = feature->points[i][1];
    }
  if (feature->kind == BJT_VECTOR_POLYGON)
    put_number (geometry, 1 << 3 | 7);
  put_bytes (message, 2, tags, feature->name != NULL ? 4 : feature->key != NULL ? 2 : 0);
  put_field (message, 3, feature->kind);
  put_bytes (message, 4, geometry->data, geometry->len);
  put_bytes (layer, 1, name, strlen (name));
  put_bytes (layer, 2, message->data, message->len);
  put_bytes (layer, 3, feature->key != NULL ? feature->key : "none", strlen (feature->key != NULL ? feature->key : "none"));
  put_bytes (layer, 3, "name:zh", 7);
  put_value (layer, feature->value != NULL ? feature->value : "none");
  put_value (layer, feature->name != NULL ? feature->name : "none");
  put_field (layer, 5, EXTENT);
  put_field (layer, 15, 2);
  put_bytes (tile, 3, layer->data, layer->len);
}

static const Feature square = { BJT_VECTOR_POLYGON, 4, { { -64, -64 }, { 4160, -64 }, { 4160, 4160 }, { -64, 4160 } } };
static const Feature line = { BJT_VECTOR_LINE, 2, { { -64, 2048 }, { 4160, 2048 } } };
static const Feature place = { BJT_VECTOR_POINT, 1, { { 2048, 2048 } } };

static GBytes *
make_tile (const char    *layer,
           const Feature *shape,
           const char    *key,
           const char    *value,
           const char    *name)
{
  GByteArray *tile = g_byte_array_new ();
  Feature     feature = *shape;

  feature.key = key;
  feature.value = value;
  feature.name = name;
  put_layer (tile, layer, &feature);
  return g_byte_array_free_to_bytes (tile);
}

/* Which rule a feature falls under */

static void
test_rules (void)
{
  static const struct
  {
    const char    *layer;
    const Feature *shape;
    const char    *key, *value;
    BjtVectorPass  pass;
    const char    *way;
  } cases[] = {
    /* OpenMapTiles */
    { "water", &square, "class", "lake", BJT_VECTOR_PASS_WATER, NULL },
    { "waterway", &line, "class", "river", BJT_VECTOR_PASS_WATERWAY, "river" },
    { "landcover", &square, "class", "grass", BJT_VECTOR_PASS_GREEN, NULL },
    { "landcover", &square, "class", "sand", BJT_VECTOR_PASS_NONE, NULL },
    { "landuse", &square, "class", "school", BJT_VECTOR_PASS_AREA, NULL },
    { "park", &square, "class", "nature_reserve", BJT_VECTOR_PASS_GREEN, NULL },
    { "transportation", &line, "class", "primary", BJT_VECTOR_PASS_ROAD, "primary" },
    { "transportation", &line, "class", "minor", BJT_VECTOR_PASS_ROAD, "residential" },
    { "transportation", &line, "class", "rail", BJT_VECTOR_PASS_RAILWAY, NULL },
    { "transportation", &line, "class", "path", BJT_VECTOR_PASS_FOOTWAY, NULL },
    { "transportation", &line, "class", "ferry", BJT_VECTOR_PASS_NONE, NULL },
    { "building", &square, NULL, NULL, BJT_VECTOR_PASS_BUILDING, NULL },
    { "boundary", &line, "admin_level", "4", BJT_VECTOR_PASS_BOUNDARY, NULL },
    { "housenumber", &place, NULL, NULL, BJT_VECTOR_PASS_NONE, NULL },
    /* Mapbox Streets */
    { "road", &line, "class", "street", BJT_VECTOR_PASS_ROAD, "residential" },
    { "road", &line, "class", "motorway_link", BJT_VECTOR_PASS_ROAD, "motorway" },
    { "admin", &line, NULL, NULL, BJT_VECTOR_PASS_BOUNDARY, NULL },
    { "road_label", &line, "class", "street", BJT_VECTOR_PASS_NONE, NULL },
    /* Protomaps */
    { "earth", &square, NULL, NULL, BJT_VECTOR_PASS_NONE, NULL },
    { "roads", &line, "kind", "major_road", BJT_VECTOR_PASS_ROAD, "primary" },
    { "roads", &line, "pmap:kind", "highway", BJT_VECTOR_PASS_ROAD, "motorway" },
    { "landuse", &square, "pmap:kind", "park", BJT_VECTOR_PASS_GREEN, NULL },
    { "buildings", &square, "kind", "building", BJT_VECTOR_PASS_BUILDING, NULL },
    /* Shortbread */
    { "streets", &line, "kind", "tertiary", BJT_VECTOR_PASS_ROAD, "tertiary" },
    { "water_polygons", &square, "kind", "water", BJT_VECTOR_PASS_WATER, NULL },
    { "land", &square, "kind", "forest", BJT_VECTOR_PASS_GREEN, NULL },
    /* Anybody */
    { "hello", &square, NULL, NULL, BJT_VECTOR_PASS_NEUTRAL, NULL },
    { "hello", &place, NULL, NULL, BJT_VECTOR_PASS_NEUTRAL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_tile (cases[i].layer, cases[i].shape, cases[i].key, cases[i].value, NULL);
      g_autoptr (GError) error = NULL;
      BjtVectorScene *scene = bjt_vector_scene_new_from_bytes (bytes, &error);

      g_assert_no_error (error);
      g_test_message ("%s %s", cases[i].layer, cases[i].value);
      if (cases[i].pass == BJT_VECTOR_PASS_NONE)
        g_assert_cmpuint (scene->items->len, ==, 0);
      else
        {
          g_assert_cmpuint (scene->items->len, ==, 1);
          g_assert_cmpint (g_array_index (scene->items, BjtVectorItem, 0).rule->pass, ==, cases[i].pass);
          g_assert_cmpstr (g_array_index (scene->items, BjtVectorItem, 0).rule->way, ==, cases[i].way);
        }
      bjt_vector_scene_unref (scene);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char    *layer;
    const Feature *shape;
    const char    *key, *value;
    int            kind; /* -1: no name */
  } cases[] = {
    { "place", &place, "class", "city", BJT_NAME_CITY },
    { "place_label", &place, "type", "town", BJT_NAME_TOWN },
    { "places", &place, "kind", "locality", BJT_NAME_DISTRICT },
    { "place_labels", &place, "kind", "village", BJT_NAME_DISTRICT },
    { "water_name", &place, "class", "lake", BJT_NAME_WATER },
    { "transportation_name", &line, "class", "primary", BJT_NAME_ROAD },
    { "street_labels", &line, "kind", "residential", BJT_NAME_ROAD },
    { "poi", &place, "class", "shop", BJT_NAME_PLACE },
    { "cities", &place, NULL, NULL, BJT_NAME_PLACE },
    { "landuse", &place, "class", "school", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = make_tile (cases[i].layer, cases[i].shape, cases[i].key != NULL ? cases[i].key : "x", cases[i].value, "前进村");
      BjtVectorScene *scene = bjt_vector_scene_new_from_bytes (bytes, NULL);

      g_test_message ("%s", cases[i].layer);
      g_assert_cmpuint (scene->names->len, ==, cases[i].kind < 0 ? 0 : 1);
      if (cases[i].kind >= 0)
        {
          g_assert_cmpint (g_array_index (scene->names, BjtVectorName, 0).rule->kind, ==, cases[i].kind);
          g_assert_cmpstr (g_array_index (scene->names, BjtVectorName, 0).text, ==, "前进村");
        }
      bjt_vector_scene_unref (scene);
    }
}

/* On the surface */

static BjtTileState
read_same (const BjtTileAddress *address,
           gpointer              user_data,
           GBytes              **bytes,
           GError              **error)
{
  *bytes = g_bytes_ref (user_data);
  return BJT_TILE_READY;
}

/* Only the tile 12/3400/1600 has anything. */
static BjtTileState
read_one (const BjtTileAddress *address,
          gpointer              user_data,
          GBytes              **bytes,
          GError              **error)
{
  if (address->zoom != 12 || address->column != 3400 || address->row != 1600)
    return BJT_TILE_MISSING;
  *bytes = g_bytes_ref (user_data);
  return BJT_TILE_READY;
}

static cairo_surface_t *
paint (BjtTilePainter *painter,
       BjtPoint        middle,
       double          zoom,
       gboolean        with_names)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 400);
  cairo_t         *cr = cairo_create (surface);
  BjtMapFrame      frame;

  bjt_map_frame_init_view (&frame, middle, exp2 (zoom) * 256, 400, 400);
  bjt_tile_painter_paint (painter, cr, &frame, &BJT_MAP_STYLE_LIGHT);
  if (with_names)
    bjt_tile_painter_paint_names (painter, cr, &frame, &BJT_MAP_STYLE_LIGHT);
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

static void
test_seams (void)
{
  g_autoptr (GBytes) tile = make_tile ("water", &square, "class", "lake", NULL);
  BjtPoint middle = bjt_mercator_project ((BjtPoint) { 121.4737, 31.2304 });

  for (guint datum = 0; datum < BJT_N_DATUMS; datum++)
    {
      g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_VECTOR, 0, 14, read_same, tile);
      g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));

      bjt_fake_source_get_info (source)->datum = (BjtDatum) datum;
      for (double zoom = 12.1; zoom < 17; zoom += 0.61)
        {
          cairo_surface_t *surface = paint (painter, middle, zoom, FALSE);

          for (int y = 0; y < 400; y++)
            for (int x = 0; x < 400; x++)
              g_assert_cmphex (get_dot (surface, x, y), ==, 0xFF000000 | BJT_MAP_STYLE_LIGHT.water);
          cairo_surface_destroy (surface);
        }
    }
}

/* A road in the middle of the tile lies where its place is in each datum. */
static void
test_datum (void)
{
  g_autoptr (GBytes) tile = make_tile ("transportation", &line, "class", "motorway", NULL);
  BjtPoint centre = { 3400.5 / 4096, 1600.5 / 4096 };

  for (guint datum = 0; datum < BJT_N_DATUMS; datum++)
    {
      g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_VECTOR, 12, 12, read_one, tile);
      g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
      BjtPoint         middle = bjt_mercator_project (bjt_datum_unshift ((BjtDatum) datum, bjt_mercator_unproject (centre)));
      cairo_surface_t *surface;
      int              first = -1, last = -1;

      bjt_fake_source_get_info (source)->datum = (BjtDatum) datum;
      surface = paint (painter, middle, 18, FALSE);
      for (int y = 0; y < 400; y++)
        if (get_dot (surface, 200, y) == 0xFFFFFFFF)
          {
            first = first < 0 ? y : first;
            last = y;
          }
      g_test_message ("%s: %d…%d", bjt_datum_get_name ((BjtDatum) datum), first, last);
      g_assert_cmpint (first, >, 0);
      g_assert_cmpfloat_with_epsilon ((first + last + 1) / 2.0, 200, 1);
      cairo_surface_destroy (surface);
    }
}

static guint
count_text (cairo_surface_t *surface)
{
  guint n = 0;

  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 400; x++)
      n += get_dot (surface, x, y) != 0;
  return n;
}

/* A name at the edge of a tile stands whole, and once. */
static void
test_name_at_edge (void)
{
  static const Feature at_edge = { BJT_VECTOR_POINT, 1, { { 0, 2048 } } };
  g_autoptr (GBytes) inner = make_tile ("place", &place, "class", "village", "前进村");
  g_autoptr (GBytes) outer = make_tile ("place", &at_edge, "class", "village", "前进村");
  guint n[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_VECTOR, 12, 12, read_one, i == 0 ? inner : outer);
      g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
      BjtPoint         middle = { (3400 + (i == 0 ? 0.5 : 0)) / 4096, 1600.5 / 4096 };
      cairo_surface_t *surface = paint (painter, middle, 13, TRUE);

      n[i] = count_text (surface);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n[0], >, 100);
  g_assert_cmpuint (n[0], ==, n[1]);
}

/* Wherever the frame begins, what it shows of the world is the same. */
static void
test_stable_while_panning (void)
{
  g_autoptr (GBytes) tile = make_tile ("transportation_name", &line, "class", "motorway", "建设大街");
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_VECTOR, 12, 12, read_same, tile);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  BjtPoint         middle = { 3400.5 / 4096, 1600.5 / 4096 };
  cairo_surface_t *a = paint (painter, middle, 14, TRUE);
  cairo_surface_t *b = paint (painter, (BjtPoint) { middle.x + 100 / (exp2 (14) * 256), middle.y }, 14, TRUE);
  guint            n = 0;

  for (int y = 0; y < 400; y++)
    for (int x = 100; x < 400; x++)
      {
        g_assert_cmphex (get_dot (a, x, y), ==, get_dot (b, x - 100, y));
        n += get_dot (a, x, y) != 0;
      }
  g_assert_cmpuint (n, >, 100);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) tile = g_bytes_new_static ("\x1A\xFFnonsense", 10);
  g_autoptr (BjtFakeSource) source = bjt_fake_source_new (BJT_TILE_VECTOR, 12, 12, read_same, tile);
  g_autoptr (BjtTilePainter) painter = bjt_tile_painter_new (BJT_TILE_SOURCE (source));
  cairo_surface_t *surface = paint (painter, (BjtPoint) { 3400.5 / 4096, 1600.5 / 4096 }, 13, TRUE);
  g_autofree char *error = bjt_tile_painter_take_error (painter);

  g_assert_nonnull (error);
  g_assert_cmpuint (count_text (surface), ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/vector/rules", test_rules);
  g_test_add_func ("/paint/vector/names", test_names);
  g_test_add_func ("/paint/vector/seams", test_seams);
  g_test_add_func ("/paint/vector/datum", test_datum);
  g_test_add_func ("/paint/vector/name-at-edge", test_name_at_edge);
  g_test_add_func ("/paint/vector/stable-while-panning", test_stable_while_panning);
  g_test_add_func ("/paint/vector/damaged", test_damaged);
  return g_test_run ();
}
