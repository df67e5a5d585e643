/* bjt-vector-tile.h: a Mapbox Vector Tile (2.1), decoded into flat arrays.
 *
 * Coordinates are integers of the layer's extent, x eastward and y southward
 * from the tile's north-west corner; they may lie outside it. Immutable and
 * shared between threads; strings live as long as the tile.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_VECTOR_UNKNOWN,
  BJT_VECTOR_POINT,   /* parts of one point or more */
  BJT_VECTOR_LINE,    /* parts of two points or more */
  BJT_VECTOR_POLYGON, /* rings; the first point is not repeated */
} BjtVectorKind;

typedef struct
{
  gint32 x, y;
} BjtVectorPoint;

typedef struct
{
  guint32  first; /* index into the points of the tile */
  guint32  n_points;
  gboolean is_hole; /* polygons: belongs to the last part before that is none */
} BjtVectorPart;

typedef enum
{
  BJT_VECTOR_NULL,
  BJT_VECTOR_STRING,
  BJT_VECTOR_NUMBER, /* any of the format's five kinds of number */
  BJT_VECTOR_BOOL,
} BjtVectorValueType;

typedef struct
{
  BjtVectorValueType type;
  const char        *string;
  double             number; /* BOOL: 0 or 1 */
} BjtVectorValue;

typedef struct
{
  guint64 id; /* 0: none */
  guint8  kind; /* BjtVectorKind */
  guint32 first_part;
  guint32 n_parts;
  guint32 first_tag; /* index into the tags of the tile: pairs key, value */
  guint32 n_tags;    /* pairs */
} BjtVectorFeature;

typedef struct
{
  const char           *name;
  guint                 version;
  guint                 extent;
  guint32               first_feature;
  guint32               n_features;
  const char *const    *keys;
  guint                 n_keys;
  const BjtVectorValue *values;
  guint                 n_values;
} BjtVectorLayer;

typedef struct
{
  const BjtVectorLayer   *layers;
  guint                   n_layers;
  const BjtVectorFeature *features;
  guint                   n_features;
  const BjtVectorPart    *parts;
  guint                   n_parts;
  const BjtVectorPoint   *points;
  guint                   n_points;
  const guint32          *tags; /* indices into keys and values of the feature's layer, in turn */
} BjtVectorTile;

BjtVectorTile        *bjt_vector_tile_new (GBytes *bytes, GError **error); /* gzip or plain; refuses what breaks the format */
BjtVectorTile        *bjt_vector_tile_ref (BjtVectorTile *self);
void                  bjt_vector_tile_unref (BjtVectorTile *self);
gsize                 bjt_vector_tile_get_size (const BjtVectorTile *self); /* bytes of memory it takes */
const BjtVectorValue *bjt_vector_layer_find_value (const BjtVectorLayer *self, const BjtVectorTile *tile, const BjtVectorFeature *feature, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtVectorTile, bjt_vector_tile_unref)

G_END_DECLS
