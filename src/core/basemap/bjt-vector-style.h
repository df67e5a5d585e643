/* bjt-vector-style.h: how the features of vector tiles are drawn: tables.
 *
 * One table serves the layers of OpenMapTiles, Mapbox Streets, Protomaps and
 * Shortbread. The first rule that fits a feature holds; a feature of a layer
 * that no rule names gets a thin neutral drawing.
 */
#pragma once

#include "bjt-name-placer.h"
#include "bjt-way-kind.h"
#include "tiles/bjt-vector-tile.h"

G_BEGIN_DECLS

/* What is painted after what. */
typedef enum
{
  BJT_VECTOR_PASS_AREA,
  BJT_VECTOR_PASS_GREEN,
  BJT_VECTOR_PASS_WATER,
  BJT_VECTOR_PASS_WATERWAY,
  BJT_VECTOR_PASS_RAILWAY,
  BJT_VECTOR_PASS_FOOTWAY,
  BJT_VECTOR_PASS_ROAD,
  BJT_VECTOR_PASS_BUILDING,
  BJT_VECTOR_PASS_BOUNDARY,
  BJT_VECTOR_PASS_NEUTRAL,
  BJT_N_VECTOR_PASSES,
  BJT_VECTOR_PASS_NONE = BJT_N_VECTOR_PASSES, /* not drawn */
} BjtVectorPass;

typedef enum
{
  BJT_VECTOR_KINDS_ANY = 0,
  BJT_VECTOR_KINDS_POINT = 1 << BJT_VECTOR_POINT,
  BJT_VECTOR_KINDS_LINE = 1 << BJT_VECTOR_LINE,
  BJT_VECTOR_KINDS_POLYGON = 1 << BJT_VECTOR_POLYGON,
} BjtVectorKinds;

/* Which features; lists of words separated by spaces. */
typedef struct
{
  const char    *layers;
  const char    *key;    /* NULL: whatever its tags */
  const char    *values; /* of that key; NULL: any at all */
  BjtVectorKinds kinds;
} BjtVectorMatch;

typedef struct
{
  BjtVectorMatch match;
  BjtVectorPass  pass;
  const char    *way;       /* roads: the kind of way; waterways: "river" */
  double         from_zoom; /* 256 px tiles; roads have their own */
} BjtVectorRule;

typedef struct
{
  BjtVectorMatch match;
  BjtNameKind    kind;
  double         from_zoom;
  const char    *rank_key; /* a number in the tags, small for the important; may be NULL */
} BjtVectorNameRule;

extern const BjtVectorRule     BJT_VECTOR_RULES[];
extern const guint             BJT_N_VECTOR_RULES;
extern const BjtVectorNameRule BJT_VECTOR_NAME_RULES[];
extern const guint             BJT_N_VECTOR_NAME_RULES;
extern const BjtVectorRule     BJT_VECTOR_RULE_UNKNOWN; /* of a layer that no rule names */
extern const BjtVectorNameRule BJT_VECTOR_NAME_RULE_UNKNOWN;
extern const char *const       BJT_VECTOR_NAME_KEYS[]; /* the best first; ends with NULL */
extern const char *const       BJT_VECTOR_LATIN_KEYS[];

gboolean bjt_vector_words_contain (const char *words, const char *word);
gboolean bjt_vector_value_matches (const BjtVectorValue *value, const char *words);

G_END_DECLS
