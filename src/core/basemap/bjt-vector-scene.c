/* bjt-vector-scene.c: the rules that may concern a layer are found once a
 * layer, whether a value fits a rule once a value; after that a feature costs a
 * look at its tags. */
#include "bjt-vector-scene.h"

#include <string.h>

#define NO_KEY G_MAXUINT32
#define MAX_KEYS 16u
#define MAX_RANK 60.0

/* A match that names the layer. */
typedef struct
{
  const BjtVectorMatch *match;
  const void           *rule;
  guint32               key; /* index of the layer; NO_KEY: none is asked for */
  guint8               *fits; /* by value: 0 not known yet, 1 yes, 2 no */
} Candidate;

/* Rules of one kind for one layer. */
typedef struct
{
  const BjtVectorTile  *tile;
  const BjtVectorLayer *layer;
  GArray               *candidates;
  gboolean              is_known; /* whether any rule names the layer */
} Matcher;

static void
candidate_clear (Candidate *self)
{
  g_clear_pointer (&self->fits, g_free);
}

static guint32
find_key (const BjtVectorLayer *layer,
          const char           *key)
{
  for (guint32 k = 0; k < layer->n_keys; k++)
    if (strcmp (layer->keys[k], key) == 0)
      return k;
  return NO_KEY;
}

static void
matcher_init (Matcher              *self,
              const BjtVectorTile  *tile,
              const BjtVectorLayer *layer)
{
  self->tile = tile;
  self->layer = layer;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self->is_known = FALSE;
  g_array_set_clear_func (self->candidates, (GDestroyNotify) candidate_clear);
}

/* Each rule begins with its match. */
static void
matcher_add (Matcher              *self,
             const BjtVectorMatch *match)
{
  Candidate candidate = { .match = match, .rule = match, .key = NO_KEY };

  if (!bjt_vector_words_contain (match->layers, self->layer->name))
    return;
  self->is_known = TRUE;
  if (match->key != NULL)
    {
      candidate.key = find_key (self->layer, match->key);
      if (candidate.key == NO_KEY)
        return;
      candidate.fits = g_new0 (guint8, MAX (self->layer->n_values, 1));
    }
  g_array_append_val (self->candidates, candidate);
}

static gboolean
fits (const Matcher          *self,
      const Candidate        *candidate,
      const BjtVectorFeature *feature)
{
  if (candidate->match->kinds != BJT_VECTOR_KINDS_ANY && (candidate->match->kinds & 1u << feature->kind) == 0)
    return FALSE;
  if (candidate->key == NO_KEY)
    return TRUE;
  for (guint32 t = 0; t < feature->n_tags; t++)
    {
      const guint32 *tag = &self->tile->tags[feature->first_tag + 2 * t];
      guint8        *known = &candidate->fits[tag[1]];

      if (tag[0] != candidate->key)
        continue;
      if (*known == 0)
        *known = bjt_vector_value_matches (&self->layer->values[tag[1]], candidate->match->values) ? 1 : 2;
      return *known == 1;
    }
  return FALSE;
}

static const void *
matcher_find (const Matcher          *self,
              const BjtVectorFeature *feature,
              const void             *unknown)
{
  if (!self->is_known)
    return unknown;
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      if (fits (self, candidate, feature))
        return candidate->rule;
    }
  return NULL;
}

static void
add_item (BjtVectorScene       *self,
          const BjtVectorLayer *layer,
          guint32               index,
          const BjtVectorRule  *rule)
{
  const BjtVectorFeature *feature = &self->tile->features[index];
  BjtVectorItem           item = { .rule = rule, .layer = layer, .feature = index, .x1 = G_MAXINT32, .y1 = G_MAXINT32, .x2 = G_MININT32, .y2 = G_MININT32 };

  for (guint32 p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
    {
      const BjtVectorPart *part = &self->tile->parts[p];

      for (guint32 i = part->first; i < part->first + part->n_points; i++)
        {
          const BjtVectorPoint *point = &self->tile->points[i];

          item.x1 = MIN (item.x1, point->x);
          item.y1 = MIN (item.y1, point->y);
          item.x2 = MAX (item.x2, point->x);
          item.y2 = MAX (item.y2, point->y);
        }
    }
  if (rule->pass == BJT_VECTOR_PASS_ROAD)
    item.way = bjt_way_kind_find_road (rule->way);
  if (item.x1 <= item.x2)
    g_array_append_val (self->items, item);
}

/* Keys of the layer that hold a name, the best first. */
static guint
find_keys (const BjtVectorLayer *layer,
           const char *const    *names,
           guint32               keys[MAX_KEYS])
{
  guint n = 0;

  for (guint i = 0; names[i] != NULL && n < MAX_KEYS; i++)
    {
      keys[n] = find_key (layer, names[i]);
      n += keys[n] != NO_KEY;
    }
  return n;
}

static const char *
find_name (const BjtVectorScene   *self,
           const BjtVectorLayer   *layer,
           const BjtVectorFeature *feature,
           const guint32          *keys,
           guint                   n_keys)
{
  for (guint k = 0; k < n_keys; k++)
    for (guint32 t = 0; t < feature->n_tags; t++)
      {
        const guint32        *tag = &self->tile->tags[feature->first_tag + 2 * t];
        const BjtVectorValue *value = &layer->values[tag[1]];

        if (tag[0] == keys[k] && value->type == BJT_VECTOR_STRING && *value->string != '\0')
          return value->string;
      }
  return NULL;
}

static const BjtVectorValue *
find_value (const BjtVectorScene   *self,
            const BjtVectorLayer   *layer,
            const BjtVectorFeature *feature,
            const char             *key)
{
  return bjt_vector_layer_find_value (layer, self->tile, feature, key);
}

static double
find_road_rank (const BjtVectorScene   *self,
                const BjtVectorLayer   *layer,
                const BjtVectorFeature *feature)
{
  const BjtVectorValue *value = find_value (self, layer, feature, "class");

  if (value == NULL)
    value = find_value (self, layer, feature, "kind");
  if (value == NULL || value->type != BJT_VECTOR_STRING)
    return MAX_RANK;
  return MAX_RANK - 5.0 * bjt_way_kind_get_rank (bjt_way_kind_find_road (value->string));
}

static double
find_rank (const BjtVectorScene    *self,
           const BjtVectorLayer    *layer,
           const BjtVectorFeature  *feature,
           const BjtVectorNameRule *rule)
{
  const BjtVectorValue *value = NULL;

  if (rule->kind == BJT_NAME_ROAD)
    return find_road_rank (self, layer, feature);
  if (rule->rank_key != NULL)
    value = find_value (self, layer, feature, rule->rank_key);
  return value != NULL && value->type == BJT_VECTOR_NUMBER ? CLAMP (value->number, 0, MAX_RANK) : MAX_RANK / 2;
}

static void
add_layer_items (BjtVectorScene       *self,
                 const BjtVectorLayer *layer)
{
  Matcher matcher;

  matcher_init (&matcher, self->tile, layer);
  for (guint i = 0; i < BJT_N_VECTOR_RULES; i++)
    matcher_add (&matcher, &BJT_VECTOR_RULES[i].match);
  for (guint32 f = layer->first_feature; f < layer->first_feature + layer->n_features; f++)
    {
      const BjtVectorRule *rule = matcher_find (&matcher, &self->tile->features[f], &BJT_VECTOR_RULE_UNKNOWN);

      if (rule != NULL && rule->pass != BJT_VECTOR_PASS_NONE)
        add_item (self, layer, f, rule);
    }
  g_array_unref (matcher.candidates);
}

static void
add_layer_names (BjtVectorScene       *self,
                 const BjtVectorLayer *layer,
                 gboolean              is_known)
{
  Matcher matcher;
  guint32 keys[MAX_KEYS], latin_keys[MAX_KEYS];
  guint   n_keys = find_keys (layer, BJT_VECTOR_NAME_KEYS, keys), n_latin_keys = find_keys (layer, BJT_VECTOR_LATIN_KEYS, latin_keys);

  if (n_keys == 0)
    return;
  matcher_init (&matcher, self->tile, layer);
  for (guint i = 0; i < BJT_N_VECTOR_NAME_RULES; i++)
    matcher_add (&matcher, &BJT_VECTOR_NAME_RULES[i].match);
  for (guint32 f = layer->first_feature; f < layer->first_feature + layer->n_features; f++)
    {
      const BjtVectorFeature *feature = &self->tile->features[f];
      BjtVectorName           name = { .layer = layer, .feature = f };

      name.rule = matcher_find (&matcher, feature, !is_known && feature->kind == BJT_VECTOR_POINT ? &BJT_VECTOR_NAME_RULE_UNKNOWN : NULL);
      if (name.rule == NULL || feature->n_parts == 0)
        continue;
      name.text = find_name (self, layer, feature, keys, n_keys);
      if (name.text == NULL)
        continue;
      name.other = find_name (self, layer, feature, latin_keys, n_latin_keys);
      name.weight = MAX_RANK - find_rank (self, layer, feature, name.rule);
      g_array_append_val (self->names, name);
    }
  g_array_unref (matcher.candidates);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const BjtVectorItem *x = a, *y = b;

  if (x->rule->pass != y->rule->pass)
    return (int) x->rule->pass - (int) y->rule->pass;
  if (x->way != y->way)
    return x->way > y->way ? 1 : -1; /* as in their table: by rank */
  return (x->feature > y->feature) - (x->feature < y->feature);
}

static gboolean
is_known_layer (const BjtVectorLayer *layer)
{
  for (guint i = 0; i < BJT_N_VECTOR_RULES; i++)
    if (bjt_vector_words_contain (BJT_VECTOR_RULES[i].match.layers, layer->name))
      return TRUE;
  return FALSE;
}

/**
 * bjt_vector_scene_new:
 *
 * Linear to the tile, but for the sorting.
 */
BjtVectorScene *
bjt_vector_scene_new (BjtVectorTile *tile)
{
  BjtVectorScene *self = g_new0 (BjtVectorScene, 1);

  g_atomic_ref_count_init (&self->references);
  self->tile = bjt_vector_tile_ref (tile);
  self->items = g_array_new (FALSE, FALSE, sizeof (BjtVectorItem));
  self->names = g_array_new (FALSE, FALSE, sizeof (BjtVectorName));
  for (guint l = 0; l < tile->n_layers; l++)
    {
      if (tile->layers[l].extent == 0)
        continue;
      add_layer_items (self, &tile->layers[l]);
      add_layer_names (self, &tile->layers[l], is_known_layer (&tile->layers[l]));
    }
  g_array_sort (self->items, compare_items);
  return self;
}

BjtVectorScene *
bjt_vector_scene_new_from_bytes (GBytes  *bytes,
                                 GError **error)
{
  g_autoptr (BjtVectorTile) tile = bjt_vector_tile_new (bytes, error);

  return tile != NULL ? bjt_vector_scene_new (tile) : NULL;
}

void
bjt_vector_scene_unref (BjtVectorScene *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->items);
  g_array_unref (self->names);
  bjt_vector_tile_unref (self->tile);
  g_free (self);
}

/* Bytes of memory. */
gsize
bjt_vector_scene_get_size (const BjtVectorScene *self)
{
  return bjt_vector_tile_get_size (self->tile) + self->items->len * sizeof (BjtVectorItem) + self->names->len * sizeof (BjtVectorName);
}
