/* bjt-pattern-match.c: a door is known by its label on its level; else by its
 * label in its entrance, or in the building when no other has it; else by its
 * place, when only the numbering is another. In this order over all doors, so
 * that what is surest is taken first. Linear. */
#include "bjt-pattern-match.h"

typedef struct
{
  BjtPatternMatch         *match;
  const BjtBuildingLayout *layout;
  const GPtrArray         *doors;   /* BjtDoor */
  GHashTable              *ordinals; /* entrance key → its number in the layout + 1 */
} Matcher;

typedef enum
{
  BY_LABEL_AND_LEVEL,
  BY_LABEL,
  BY_LABEL_ALONE, /* unique in the building */
  BY_PLACE,
  N_STEPS,
} Step;

static void
match_entrances (BjtPatternMatch         *self,
                 const BjtBuildingLayout *layout,
                 const GPtrArray         *entrances)
{
  for (guint e = 0; e < layout->entrances->len; e++)
    {
      self->entrances[e] = BJT_NO_INDEX;
      for (guint32 i = 0; i < entrances->len && self->entrances[e] == BJT_NO_INDEX; i++)
        if (!self->used_entrances[i] && g_strcmp0 (((BjtEntrance *) entrances->pdata[i])->label, layout->entrances->pdata[e]) == 0)
          self->entrances[e] = i;
      if (self->entrances[e] != BJT_NO_INDEX)
        self->used_entrances[self->entrances[e]] = TRUE;
    }
  for (guint e = 0; e < layout->entrances->len; e++)
    if (self->entrances[e] == BJT_NO_INDEX && e < entrances->len && !self->used_entrances[e])
      {
        self->entrances[e] = e;
        self->used_entrances[e] = TRUE;
      }
}

static char *
make_key (Step        step,
          int         entrance,
          int         ordinal,
          int         stack,
          const char *label)
{
  switch (step)
    {
    case BY_LABEL_AND_LEVEL:
      return g_strdup_printf ("%d %d %s", entrance, ordinal, label);
    case BY_LABEL:
      return g_strdup_printf ("%d %s", entrance, label);
    case BY_LABEL_ALONE:
      return g_strdup (label);
    case BY_PLACE:
      return g_strdup_printf ("%d %d %d", entrance, ordinal, stack);
    case N_STEPS:
    default:
      g_assert_not_reached ();
    }
}

static int
find_entrance (Matcher       *self,
               const BjtDoor *door)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->ordinals, &door->entrance_id)) - 1;
}

/* Key → record + 1; 0: several have it, so that it tells nothing. */
static GHashTable *
index_records (Matcher *self,
               Step     step)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 d = 0; d < self->doors->len; d++)
    {
      const BjtDoor *door = self->doors->pdata[d];
      char          *key;

      if (self->match->used_doors[d])
        continue;
      key = make_key (step, find_entrance (self, door), door->ordinal, door->stack, door->label);
      g_hash_table_insert (index, key, GUINT_TO_POINTER (g_hash_table_contains (index, key) ? 0 : d + 1));
    }
  return index;
}

/* Labels that several new doors have tell nothing either. */
static GHashTable *
count_drafts (Matcher *self,
              Step     step)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint d = 0; d < self->layout->doors->len; d++)
    {
      const BjtDoorDraft *draft = bjt_building_layout_get_door (self->layout, d);
      char               *key = make_key (step, draft->entrance, draft->ordinal, draft->stack, draft->label);

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  return counts;
}

static void
match_doors (Matcher *self,
             Step     step)
{
  g_autoptr (GHashTable) records = index_records (self, step);
  g_autoptr (GHashTable) counts = count_drafts (self, step);

  for (guint d = 0; d < self->layout->doors->len; d++)
    {
      const BjtDoorDraft *draft = bjt_building_layout_get_door (self->layout, d);
      g_autofree char    *key = make_key (step, draft->entrance, draft->ordinal, draft->stack, draft->label);
      guint               record = GPOINTER_TO_UINT (g_hash_table_lookup (records, key));

      if (self->match->doors[d] != BJT_NO_INDEX || record == 0 || GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) > 1)
        continue;
      self->match->doors[d] = record - 1;
      self->match->used_doors[record - 1] = TRUE;
    }
}

/**
 * bjt_pattern_match_new:
 * @entrances: (element-type BjtEntrance): of the building, along it
 * @doors: (element-type BjtDoor): of the building
 */
BjtPatternMatch *
bjt_pattern_match_new (const BjtBuildingLayout *layout,
                       const GPtrArray         *entrances,
                       const GPtrArray         *doors)
{
  BjtPatternMatch *self = g_new0 (BjtPatternMatch, 1);
  g_autoptr (GHashTable) ordinals = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  Matcher matcher = { self, layout, doors, ordinals };

  self->entrances = g_new (guint32, layout->entrances->len + 1);
  self->doors = g_new (guint32, layout->doors->len + 1);
  self->used_entrances = g_new0 (guint8, entrances->len + 1);
  self->used_doors = g_new0 (guint8, doors->len + 1);
  match_entrances (self, layout, entrances);
  for (guint e = 0; e < layout->entrances->len; e++)
    if (self->entrances[e] != BJT_NO_INDEX)
      g_hash_table_insert (ordinals, &((BjtEntrance *) entrances->pdata[self->entrances[e]])->id, GINT_TO_POINTER ((int) e + 1));
  for (guint32 e = 0; e < entrances->len; e++)
    if (!self->used_entrances[e])
      g_hash_table_insert (ordinals, &((BjtEntrance *) entrances->pdata[e])->id, GINT_TO_POINTER (-1 - (int) e));
  for (guint d = 0; d < layout->doors->len; d++)
    self->doors[d] = BJT_NO_INDEX;
  for (Step step = 0; step < N_STEPS; step++)
    match_doors (&matcher, step);
  return self;
}

void
bjt_pattern_match_free (BjtPatternMatch *self)
{
  if (self == NULL)
    return;
  g_free (self->entrances);
  g_free (self->doors);
  g_free (self->used_entrances);
  g_free (self->used_doors);
  g_free (self);
}
