/* bjt-vector-tile.c: generated code reads the format, this file checks what the
 * format alone does not say and lays everything flat.
 *
 * Memory is bounded before it is used: by the unpacked size of the tile, by a
 * budget for what the generated code allocates, by the number of features.
 * What a correct tile never holds refuses the whole tile (commands out of
 * turn, too few parameters, tags that name nothing, no layer name), except for
 * what readers commonly forgive:
 *   - a feature of unknown type keeps its tags and has no parts;
 *   - the odd last tag is dropped;
 *   - a value of an unknown kind is NULL;
 *   - two layers of one name stay two layers;
 *   - points that repeat stay; a line of one point, a ring of less than three
 *     points are dropped; a ring that is not closed is closed;
 *   - coordinates beyond 32 bits stay at the limit.
 * The first ring of a feature is an outer one whichever way it winds (version 1
 * did not say); rings that wind the same way are outer ones too. */
#include "bjt-vector-tile.h"

#include "bjt-tile-compression.h"
#include "vector_tile.pb-c.h"

#include <string.h>

#define MAX_SIZE (16u << 20)    /* of an unpacked tile */
#define MAX_MEMORY (160u << 20) /* for what the generated code allocates */
#define MAX_LAYERS 1000u
#define MAX_FEATURES 1000000u
#define BLOCK_SIZE (64u << 10)

enum
{
  COMMAND_MOVE = 1,
  COMMAND_LINE = 2,
  COMMAND_CLOSE = 7,
};

typedef struct
{
  BjtVectorTile   tile; /* first: the public view */
  gatomicrefcount references;
  GArray         *layers;
  GArray         *features;
  GArray         *parts;
  GArray         *points;
  GArray         *tags;
  GStringChunk   *strings;
  GPtrArray      *tables; /* keys and values of the layers */
  gsize           size;
} Tile;

/* Memory that is given back all at once. */
typedef struct
{
  ProtobufCAllocator allocator;
  GPtrArray         *blocks;
  guint8            *next;
  gsize              left;
  gsize              budget;
} Arena;

static void *
arena_alloc (void  *data,
             size_t size)
{
  Arena *self = data;
  void  *memory;

  size = (size + 15) & ~(size_t) 15;
  if (size > self->budget)
    return NULL;
  self->budget -= size;
  if (size > self->left)
    {
      self->left = MAX (size, BLOCK_SIZE);
      self->next = g_malloc (self->left);
      g_ptr_array_add (self->blocks, self->next);
    }
  memory = self->next;
  self->next += size;
  self->left -= size;
  return memory;
}

static void
arena_free (void *data,
            void *memory)
{
}

static void
arena_init (Arena *self)
{
  *self = (Arena) { .allocator = { arena_alloc, arena_free, self }, .budget = MAX_MEMORY };
  self->blocks = g_ptr_array_new_with_free_func (g_free);
}

static void
arena_clear (Arena *self)
{
  g_ptr_array_unref (self->blocks);
}

/* Reading one feature's geometry: commands in turn. */
typedef struct
{
  Tile          *tile;
  BjtVectorKind  kind;
  const guint32 *words;
  gsize          n_words;
  gsize          at;
  gint64         x, y;
  gboolean       is_open; /* a part has begun */
  int            winding; /* of outer rings: sign of their area; 0: not known */
} Reader;

static gint32
clamp_coordinate (gint64 value)
{
  return (gint32) CLAMP (value, G_MININT32, G_MAXINT32);
}

static gint64
unzigzag (guint32 word)
{
  return (gint64) (word >> 1) ^ -(gint64) (word & 1);
}

/* Twice the area, positive when it winds clockwise on the screen. */
static double
get_area (const BjtVectorPoint *points,
          guint                 n_points)
{
  double area = 0;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    area += (double) points[j].x * points[i].y - (double) points[i].x * points[j].y;
  return area;
}

static void
begin_part (Reader *self)
{
  BjtVectorPart part = { .first = self->tile->points->len };

  g_array_append_val (self->tile->parts, part);
  self->is_open = TRUE;
}

static gboolean
judge_ring (Reader        *self,
            BjtVectorPart *part)
{
  double area;
  int    winding;

  if (part->n_points < 3)
    return FALSE;
  area = get_area (&g_array_index (self->tile->points, BjtVectorPoint, part->first), part->n_points);
  winding = (area > 0) - (area < 0);
  if (self->winding == 0)
    self->winding = winding;
  part->is_hole = winding != 0 && winding != self->winding;
  return TRUE;
}

/* Keeps the part that was begun, or drops it when it shows nothing. */
static void
end_part (Reader *self)
{
  GArray        *parts = self->tile->parts, *points = self->tile->points;
  BjtVectorPart *part;
  gboolean       is_kept;

  if (!self->is_open)
    return;
  self->is_open = FALSE;
  part = &g_array_index (parts, BjtVectorPart, parts->len - 1);
  part->n_points = points->len - part->first;
  if (self->kind == BJT_VECTOR_POLYGON)
    is_kept = judge_ring (self, part);
  else
    is_kept = part->n_points > (self->kind == BJT_VECTOR_LINE ? 1 : 0);
  if (is_kept)
    return;
  g_array_set_size (points, part->first);
  g_array_set_size (parts, parts->len - 1);
}

static gboolean
read_points (Reader  *self,
             guint32  count,
             GError **error)
{
  if (count > (self->n_words - self->at) / 2)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a command wants %u points and %" G_GSIZE_FORMAT " are there",
                   count, (self->n_words - self->at) / 2);
      return FALSE;
    }
  for (guint32 i = 0; i < count; i++)
    {
      BjtVectorPoint point;

      self->x += unzigzag (self->words[self->at++]);
      self->y += unzigzag (self->words[self->at++]);
      point = (BjtVectorPoint) { clamp_coordinate (self->x), clamp_coordinate (self->y) };
      g_array_append_val (self->tile->points, point);
    }
  return TRUE;
}

static const char *
find_fault (const Reader *self,
            guint32       command,
            guint32       count)
{
  if (command == COMMAND_MOVE)
    return count == 1 || (count > 1 && self->kind == BJT_VECTOR_POINT) ? NULL : "a wrong number of places to move to";
  if (command != COMMAND_LINE && command != COMMAND_CLOSE)
    return "an unknown command";
  if (self->kind == BJT_VECTOR_POINT)
    return "a line command among points";
  if (!self->is_open)
    return "a line that begins nowhere";
  if (command == COMMAND_LINE)
    return count > 0 ? NULL : "a line to nowhere";
  return self->kind == BJT_VECTOR_POLYGON && count == 1 ? NULL : "a wrong closing";
}

static gboolean
read_command (Reader  *self,
              GError **error)
{
  guint32     word = self->words[self->at++];
  guint32     command = word & 7, count = word >> 3;
  const char *fault = find_fault (self, command, count);

  if (fault != NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "its geometry has %s", fault);
      return FALSE;
    }
  if (command == COMMAND_CLOSE)
    {
      end_part (self);
      return TRUE;
    }
  if (command == COMMAND_MOVE)
    {
      end_part (self);
      begin_part (self);
    }
  return read_points (self, count, error);
}

static gboolean
read_geometry (Tile                           *tile,
               const VectorTile__Tile__Feature *source,
               BjtVectorFeature                *feature,
               GError                         **error)
{
  Reader reader = {
    .tile = tile,
    .kind = (BjtVectorKind) feature->kind,
    .words = source->geometry,
    .n_words = source->n_geometry,
  };

  feature->first_part = tile->parts->len;
  while (reader.kind != BJT_VECTOR_UNKNOWN && reader.at < reader.n_words)
    if (!read_command (&reader, error))
      return FALSE;
  end_part (&reader);
  feature->n_parts = tile->parts->len - feature->first_part;
  return TRUE;
}

static gboolean
read_tags (Tile                            *tile,
           const BjtVectorLayer            *layer,
           const VectorTile__Tile__Feature *source,
           BjtVectorFeature                *feature,
           GError                         **error)
{
  feature->first_tag = tile->tags->len;
  feature->n_tags = (guint32) (source->n_tags / 2);
  for (gsize i = 0; i < feature->n_tags; i++)
    if (source->tags[2 * i] >= layer->n_keys || source->tags[2 * i + 1] >= layer->n_values)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a tag names a key or value that the layer does not have");
        return FALSE;
      }
  g_array_append_vals (tile->tags, source->tags, 2 * feature->n_tags);
  return TRUE;
}

static gboolean
read_feature (Tile                            *tile,
              const BjtVectorLayer            *layer,
              const VectorTile__Tile__Feature *source,
              GError                         **error)
{
  BjtVectorFeature feature = { .id = source->id, .kind = BJT_VECTOR_UNKNOWN };

  if ((int) source->type > BJT_VECTOR_UNKNOWN && (int) source->type <= BJT_VECTOR_POLYGON)
    feature.kind = (guint8) source->type;
  if (!read_tags (tile, layer, source, &feature, error) || !read_geometry (tile, source, &feature, error))
    return FALSE;
  g_array_append_val (tile->features, feature);
  return TRUE;
}

static const char *
keep_string (Tile       *self,
             const char *text)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  self->size += strlen (text) + 1;
  return g_string_chunk_insert (self->strings, text);
}

static BjtVectorValue
read_value (Tile                          *self,
            const VectorTile__Tile__Value *source)
{
  BjtVectorValue value = { .type = BJT_VECTOR_NUMBER };

  if (source->string_value != NULL)
    return (BjtVectorValue) { .type = BJT_VECTOR_STRING, .string = keep_string (self, source->string_value) };
  if (source->has_bool_value)
    return (BjtVectorValue) { .type = BJT_VECTOR_BOOL, .number = source->bool_value ? 1 : 0 };
  if (source->has_float_value)
    value.number = (double) source->float_value;
  else if (source->has_double_value)
    value.number = source->double_value;
  else if (source->has_int_value)
    value.number = (double) source->int_value;
  else if (source->has_uint_value)
    value.number = (double) source->uint_value;
  else if (source->has_sint_value)
    value.number = (double) source->sint_value;
  else
    value.type = BJT_VECTOR_NULL;
  return value;
}

static void
read_tables (Tile                          *self,
             const VectorTile__Tile__Layer *source,
             BjtVectorLayer                *layer)
{
  const char    **keys = g_new (const char *, source->n_keys + 1);
  BjtVectorValue *values = g_new (BjtVectorValue, source->n_values + 1);

  g_ptr_array_add (self->tables, keys);
  g_ptr_array_add (self->tables, values);
  for (gsize i = 0; i < source->n_keys; i++)
    keys[i] = keep_string (self, source->keys[i]);
  for (gsize i = 0; i < source->n_values; i++)
    values[i] = read_value (self, source->values[i]);
  layer->keys = keys;
  layer->n_keys = (guint) source->n_keys;
  layer->values = values;
  layer->n_values = (guint) source->n_values;
  self->size += source->n_keys * sizeof *keys + source->n_values * sizeof *values;
}

static gboolean
read_layer (Tile                          *self,
            const VectorTile__Tile__Layer *source,
            GError                       **error)
{
  BjtVectorLayer layer = {
    .version = source->version,
    .extent = source->extent,
    .first_feature = self->features->len,
    .n_features = (guint32) source->n_features,
  };

  if (source->version < 1 || source->version > 2 || source->extent == 0 || source->n_features > MAX_FEATURES - self->features->len)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "version %u, extent %u, %" G_GSIZE_FORMAT " features are not understood",
                   source->version, source->extent, source->n_features);
      return FALSE;
    }
  layer.name = keep_string (self, source->name);
  read_tables (self, source, &layer);
  for (gsize i = 0; i < source->n_features; i++)
    if (!read_feature (self, &layer, source->features[i], error))
      {
        g_prefix_error (error, "feature %" G_GSIZE_FORMAT ": ", i + 1);
        return FALSE;
      }
  g_array_append_val (self->layers, layer);
  return TRUE;
}

static gboolean
read_layers (Tile                   *self,
             const VectorTile__Tile *source,
             GError                **error)
{
  if (source->n_layers > MAX_LAYERS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%" G_GSIZE_FORMAT " layers are more than %u", source->n_layers, MAX_LAYERS);
      return FALSE;
    }
  for (gsize i = 0; i < source->n_layers; i++)
    if (!read_layer (self, source->layers[i], error))
      {
        g_prefix_error (error, "layer %" G_GSIZE_FORMAT ": ", i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_bytes (Tile    *self,
            GBytes  *bytes,
            GError **error)
{
  BjtTileCompression     compression = bjt_tile_compression_is_gzip (bytes) ? BJT_TILE_COMPRESSION_GZIP : BJT_TILE_COMPRESSION_NONE;
  g_autoptr (GBytes) plain = bjt_tile_compression_unpack (compression, bytes, MAX_SIZE, error);
  const VectorTile__Tile *source;
  Arena                   arena;
  gboolean                is_read;

  if (plain == NULL)
    return FALSE;
  if (g_bytes_get_size (plain) == 0)
    return TRUE;
  arena_init (&arena);
  source = vector_tile__tile__unpack (&arena.allocator, g_bytes_get_size (plain), g_bytes_get_data (plain, NULL));
  is_read = source != NULL && read_layers (self, source, error);
  if (source == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "it is not in the format, cut off or too large");
  arena_clear (&arena);
  return is_read;
}

static Tile *
tile_new (void)
{
  Tile *self = g_new0 (Tile, 1);

  g_atomic_ref_count_init (&self->references);
  self->layers = g_array_new (FALSE, FALSE, sizeof (BjtVectorLayer));
  self->features = g_array_new (FALSE, FALSE, sizeof (BjtVectorFeature));
  self->parts = g_array_new (FALSE, FALSE, sizeof (BjtVectorPart));
  self->points = g_array_new (FALSE, FALSE, sizeof (BjtVectorPoint));
  self->tags = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->strings = g_string_chunk_new (1024);
  self->tables = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
publish (Tile *self)
{
  self->tile = (BjtVectorTile) {
    .layers = (const BjtVectorLayer *) (gpointer) self->layers->data,
    .n_layers = self->layers->len,
    .features = (const BjtVectorFeature *) (gpointer) self->features->data,
    .n_features = self->features->len,
    .parts = (const BjtVectorPart *) (gpointer) self->parts->data,
    .n_parts = self->parts->len,
    .points = (const BjtVectorPoint *) (gpointer) self->points->data,
    .n_points = self->points->len,
    .tags = (const guint32 *) (gpointer) self->tags->data,
  };
  self->size += sizeof *self + self->layers->len * sizeof (BjtVectorLayer) + self->features->len * sizeof (BjtVectorFeature)
                + self->parts->len * sizeof (BjtVectorPart) + self->points->len * sizeof (BjtVectorPoint)
                + self->tags->len * sizeof (guint32);
}

/**
 * bjt_vector_tile_new:
 * @bytes: gzip or plain; no bytes are a tile without layers
 *
 * Returns: (transfer full): the tile, or %NULL with one clear line
 */
BjtVectorTile *
bjt_vector_tile_new (GBytes  *bytes,
                     GError **error)
{
  Tile *self = tile_new ();

  if (!read_bytes (self, bytes, error))
    {
      g_prefix_error (error, "The vector tile is broken: ");
      bjt_vector_tile_unref (&self->tile);
      return NULL;
    }
  publish (self);
  return &self->tile;
}

BjtVectorTile *
bjt_vector_tile_ref (BjtVectorTile *self)
{
  g_atomic_ref_count_inc (&((Tile *) self)->references);
  return self;
}

void
bjt_vector_tile_unref (BjtVectorTile *self)
{
  Tile *tile = (Tile *) self;

  if (tile == NULL || !g_atomic_ref_count_dec (&tile->references))
    return;
  g_array_unref (tile->layers);
  g_array_unref (tile->features);
  g_array_unref (tile->parts);
  g_array_unref (tile->points);
  g_array_unref (tile->tags);
  g_string_chunk_free (tile->strings);
  g_ptr_array_unref (tile->tables);
  g_free (tile);
}

gsize
bjt_vector_tile_get_size (const BjtVectorTile *self)
{
  return ((const Tile *) self)->size;
}

/**
 * bjt_vector_layer_find_value:
 *
 * Returns: (nullable): what the feature has for a key
 */
const BjtVectorValue *
bjt_vector_layer_find_value (const BjtVectorLayer   *self,
                             const BjtVectorTile    *tile,
                             const BjtVectorFeature *feature,
                             const char             *key)
{
  for (guint32 i = 0; i < feature->n_tags; i++)
    {
      const guint32 *tag = &tile->tags[feature->first_tag + 2 * i];

      if (strcmp (self->keys[tag[0]], key) == 0)
        return &self->values[tag[1]];
    }
  return NULL;
}
