/* Tiles written here byte by byte, good and bad. */
#include "tiles/bjt-vector-tile.h"

#include <string.h>

/* A message grows by fields; another message goes in as a field. */
static void
put_varint (GByteArray *self,
            guint64     value)
{
  guint8 byte;

  for (; value > 127; value >>= 7)
    {
      byte = (guint8) (value | 128);
      g_byte_array_append (self, &byte, 1);
    }
  byte = (guint8) value;
  g_byte_array_append (self, &byte, 1);
}

static void
put_bytes (GByteArray *self,
           guint       field,
           const void *data,
           gsize       size)
{
  put_varint (self, field << 3 | 2);
  put_varint (self, size);
  g_byte_array_append (self, data, (guint) size);
}

static void
put_number (GByteArray *self,
            guint       field,
            guint64     value)
{
  put_varint (self, field << 3);
  put_varint (self, value);
}

static void
put_text (GByteArray *self,
          guint       field,
          const char *text)
{
  put_bytes (self, field, text, strlen (text));
}

static void
put_message (GByteArray *self,
             guint       field,
             GByteArray *message)
{
  put_bytes (self, field, message->data, message->len);
  g_byte_array_unref (message);
}

static void
put_packed (GByteArray    *self,
            guint          field,
            const guint32 *words,
            gsize          n_words)
{
  GByteArray *packed = g_byte_array_new ();

  for (gsize i = 0; i < n_words; i++)
    put_varint (packed, words[i]);
  put_message (self, field, packed);
}

typedef struct
{
  BjtVectorKind kind;
  guint32       geometry[24];
  gsize         n_words;
  guint32       tags[4];
  gsize         n_tags;
} Sample;

/* A tile of one layer: the keys name, height; the values 河, 3.5, true, -7 and
 * one of an unknown kind. */
static GBytes *
make_tile (const Sample *sample)
{
  GByteArray *tile = g_byte_array_new (), *layer = g_byte_array_new (), *feature = g_byte_array_new (), *value;
  double      number = 3.5;

  put_number (feature, 1, 42);
  put_packed (feature, 2, sample->tags, sample->n_tags);
  put_number (feature, 3, sample->kind);
  put_packed (feature, 4, sample->geometry, sample->n_words);
  put_number (layer, 15, 2);
  put_text (layer, 1, "water");
  put_message (layer, 2, feature);
  put_text (layer, 3, "name");
  put_text (layer, 3, "height");
  value = g_byte_array_new ();
  put_text (value, 1, "河");
  put_message (layer, 4, value);
  value = g_byte_array_new ();
  put_varint (value, 3 << 3 | 1);
  g_byte_array_append (value, (const guint8 *) &number, sizeof number);
  put_message (layer, 4, value);
  value = g_byte_array_new ();
  put_number (value, 7, 1);
  put_message (layer, 4, value);
  value = g_byte_array_new ();
  put_number (value, 6, 13);
  put_message (layer, 4, value);
  value = g_byte_array_new ();
  put_text (value, 4242, "new");
  put_message (layer, 4, value);
  put_message (tile, 3, layer);
  return g_byte_array_free_to_bytes (tile);
}

static BjtVectorTile *
decode (const Sample *sample)
{
  g_autoptr (GBytes) bytes = make_tile (sample);
  g_autoptr (GError) error = NULL;
  BjtVectorTile *tile = bjt_vector_tile_new (bytes, &error);

  g_assert_no_error (error);
  return tile;
}

static void
assert_refused (const Sample *sample,
                const char   *reason)
{
  g_autoptr (GBytes) bytes = make_tile (sample);
  g_autoptr (GError) error = NULL;

  g_assert_null (bjt_vector_tile_new (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, reason) == NULL || strchr (error->message, '\n') != NULL)
    g_error ("“%s” does not say “%s” in one line", error->message, reason);
}

/* The line of the specification, 4.3.5.3. */
static void
test_line (void)
{
  const Sample sample = { BJT_VECTOR_LINE, { 9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8 }, 14 };
  g_autoptr (BjtVectorTile) tile = decode (&sample);
  const BjtVectorPoint expected[] = { { 2, 2 }, { 2, 10 }, { 10, 10 }, { 1, 1 }, { 3, 5 } };

  g_assert_cmpuint (tile->n_layers, ==, 1);
  g_assert_cmpstr (tile->layers[0].name, ==, "water");
  g_assert_cmpuint (tile->layers[0].extent, ==, 4096);
  g_assert_cmpuint (tile->n_features, ==, 1);
  g_assert_cmpuint (tile->features[0].id, ==, 42);
  g_assert_cmpuint (tile->features[0].kind, ==, BJT_VECTOR_LINE);
  g_assert_cmpuint (tile->n_parts, ==, 2);
  g_assert_cmpuint (tile->parts[0].n_points, ==, 3);
  g_assert_cmpuint (tile->parts[1].n_points, ==, 2);
  g_assert_cmpmem (tile->points, tile->n_points * sizeof *tile->points, expected, sizeof expected);
  g_assert_cmpuint (bjt_vector_tile_get_size (tile), >, 100);
}

/* The two polygons of the specification, 4.3.5.6: the second has a hole. */
static void
test_holes (void)
{
  const guint32 words[] = { 9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15,
                            9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15,
                            9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15 };
  GByteArray *bytes = g_byte_array_new (), *layer = g_byte_array_new (), *feature = g_byte_array_new ();
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (BjtVectorTile) tile = NULL;

  put_number (feature, 3, BJT_VECTOR_POLYGON);
  put_packed (feature, 4, words, G_N_ELEMENTS (words));
  put_text (layer, 1, "a");
  put_message (layer, 2, feature);
  put_number (layer, 15, 2);
  put_message (bytes, 3, layer);
  packed = g_byte_array_free_to_bytes (bytes);
  tile = bjt_vector_tile_new (packed, NULL);
  g_assert_cmpuint (tile->n_parts, ==, 3);
  g_assert_false (tile->parts[0].is_hole);
  g_assert_false (tile->parts[1].is_hole);
  g_assert_true (tile->parts[2].is_hole);
  g_assert_cmpint (tile->points[8].x, ==, 13);
  g_assert_cmpint (tile->points[8].y, ==, 13);
}

static void
test_values (void)
{
  const Sample sample = { BJT_VECTOR_POINT, { 17, 50, 34, 1, 2 }, 5, { 0, 0, 1, 1 }, 4 };
  g_autoptr (BjtVectorTile) tile = decode (&sample);
  const BjtVectorLayer   *layer = tile->layers;
  const BjtVectorFeature *feature = tile->features;

  g_assert_cmpuint (tile->n_parts, ==, 1);
  g_assert_cmpuint (tile->parts[0].n_points, ==, 2);
  g_assert_cmpint (tile->points[1].x, ==, 24);
  g_assert_cmpstr (bjt_vector_layer_find_value (layer, tile, feature, "name")->string, ==, "河");
  g_assert_cmpfloat (bjt_vector_layer_find_value (layer, tile, feature, "height")->number, ==, 3.5);
  g_assert_null (bjt_vector_layer_find_value (layer, tile, feature, "kind"));
  g_assert_cmpuint (layer->values[2].type, ==, BJT_VECTOR_BOOL);
  g_assert_cmpfloat (layer->values[3].number, ==, -7);
  g_assert_cmpuint (layer->values[4].type, ==, BJT_VECTOR_NULL);
}

/* What readers forgive. */
static void
test_tolerates (void)
{
  const Sample unknown = { BJT_VECTOR_UNKNOWN, { 9, 50, 34 }, 3, { 0, 0 }, 2 };
  const Sample odd_tag = { BJT_VECTOR_POINT, { 9, 50, 34 }, 3, { 0, 0, 1 }, 3 };
  const Sample single = { BJT_VECTOR_LINE, { 9, 2, 2, 9, 2, 2, 10, 2, 2 }, 9 };
  const Sample open_ring = { BJT_VECTOR_POLYGON, { 9, 0, 0, 26, 20, 0, 0, 20, 19, 0 }, 10 };
  const Sample sliver = { BJT_VECTOR_POLYGON, { 9, 0, 0, 10, 20, 0, 15 }, 7 };
  const Sample far = { BJT_VECTOR_LINE, { 9, 0, G_MAXUINT32, 10, 1, 1 }, 6 };
  g_autoptr (BjtVectorTile) tile = decode (&unknown);

  g_assert_cmpuint (tile->features[0].kind, ==, BJT_VECTOR_UNKNOWN);
  g_assert_cmpuint (tile->features[0].n_parts, ==, 0);
  g_assert_cmpuint (tile->features[0].n_tags, ==, 1);
  bjt_vector_tile_unref (tile);
  tile = decode (&odd_tag);
  g_assert_cmpuint (tile->features[0].n_tags, ==, 1);
  bjt_vector_tile_unref (tile);
  tile = decode (&single);
  g_assert_cmpuint (tile->n_parts, ==, 1);
  g_assert_cmpuint (tile->n_points, ==, 2);
  g_assert_cmpint (tile->points[0].x, ==, 2);
  bjt_vector_tile_unref (tile);
  tile = decode (&open_ring);
  g_assert_cmpuint (tile->parts[0].n_points, ==, 4);
  bjt_vector_tile_unref (tile);
  tile = decode (&sliver);
  g_assert_cmpuint (tile->n_parts, ==, 0);
  bjt_vector_tile_unref (tile);
  tile = decode (&far);
  g_assert_cmpint (tile->points[1].y, ==, G_MININT32);
}

static void
test_refuses (void)
{
  static const struct
  {
    Sample      sample;
    const char *reason;
  } cases[] = {
    { { BJT_VECTOR_POLYGON, { 15 }, 1 }, "begins nowhere" },
    { { BJT_VECTOR_POLYGON, { 9, 6, 12, 18, 10, 12, 24, 44, 7 }, 9 }, "wrong closing" },
    { { BJT_VECTOR_LINE, { 9, 6, 12, 18, 10, 12, 24, 44, 15 }, 9 }, "wrong closing" },
    { { BJT_VECTOR_LINE, { 9, 0, 0, 4294967290u, 6, 10, 6, 18 }, 8 }, "wants 536870911 points" },
    { { BJT_VECTOR_POINT, { 17, 10 }, 2 }, "wants 2 points" },
    { { BJT_VECTOR_POINT, { 9, 0, 0, 10, 2, 2 }, 6 }, "among points" },
    { { BJT_VECTOR_POINT, { 1 }, 1 }, "places to move to" },
    { { BJT_VECTOR_LINE, { 17, 0, 0, 2, 2 }, 5 }, "places to move to" },
    { { BJT_VECTOR_LINE, { 9, 0, 0, 2 }, 4 }, "to nowhere" },
    { { BJT_VECTOR_LINE, { 12, 0, 0 }, 3 }, "unknown command" },
    { { BJT_VECTOR_POINT, { 9, 50, 34 }, 3, { 2, 0 }, 2 }, "layer 1: feature 1: a tag" },
    { { BJT_VECTOR_POINT, { 9, 50, 34 }, 3, { 0, 5 }, 2 }, "a tag" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (&cases[i].sample, cases[i].reason);
}

/* Every beginning of a tile is a tile, or is refused with a line. */
static void
test_cut_off (void)
{
  const Sample sample = { BJT_VECTOR_LINE, { 9, 4, 4, 18, 0, 16, 16, 0 }, 8, { 0, 0 }, 2 };
  g_autoptr (GBytes) whole = make_tile (&sample);

  for (gsize size = 0; size < g_bytes_get_size (whole); size++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (BjtVectorTile) tile = bjt_vector_tile_new (part, &error);

      g_assert_true (size == 0 ? tile != NULL && tile->n_layers == 0 : tile == NULL && error != NULL);
    }
}

/* A small file of nothing but empty features would fill the memory. */
static void
test_bomb (void)
{
  const guint8 empty_feature[] = { 0x12, 0 };
  GByteArray  *tile = g_byte_array_new (), *layer = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  put_text (layer, 1, "a");
  put_number (layer, 15, 2);
  for (guint i = 0; i < 2000000; i++)
    g_byte_array_append (layer, empty_feature, sizeof empty_feature);
  put_message (tile, 3, layer);
  bytes = g_byte_array_free_to_bytes (tile);
  g_assert_null (bjt_vector_tile_new (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/vector-tile/line", test_line);
  g_test_add_func ("/tiles/vector-tile/holes", test_holes);
  g_test_add_func ("/tiles/vector-tile/values", test_values);
  g_test_add_func ("/tiles/vector-tile/tolerates", test_tolerates);
  g_test_add_func ("/tiles/vector-tile/refuses", test_refuses);
  g_test_add_func ("/tiles/vector-tile/cut-off", test_cut_off);
  g_test_add_func ("/tiles/vector-tile/bomb", test_bomb);
  return g_test_run ();
}
