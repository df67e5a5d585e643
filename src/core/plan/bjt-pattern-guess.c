/* bjt-pattern-guess.c: the pattern that comes nearest to a building as it is.
 *
 * For a building that follows one, laying it out again gives the same doors;
 * for any other the differences are what applying it would report. */
#include "bjt-building-pattern.h"

#include <string.h>

#include "bjt-building-layout.h"
#include "bjt-door-words.h"

typedef struct
{
  const BjtPicture         *picture;
  const BjtPictureBuilding *building;
  guint32                   index;
  BjtBuildingPattern       *pattern;
  guint                     n_sections;
  guint                     n_levels; /* lowest to highest */
  guint                    *counts;   /* section × level from the lowest: dwellings */
  guint                    *others;   /* level: shops, garages */
  guint                    *merged;   /* level: doors that are part of others */
} Guess;

static gboolean
is_other (const BjtPictureDoor *door)
{
  return (door->kind == BJT_DOOR_SHOP && door->ordinal == 0) || (door->kind == BJT_DOOR_GARAGE && door->ordinal <= 0);
}

static guint
find_section (const Guess          *self,
              const BjtPictureDoor *door)
{
  return door->entrance != BJT_NO_INDEX ? door->entrance - self->building->entrances.first : 0;
}

static void
count_doors (Guess *self)
{
  const BjtRun *doors = &self->building->doors;

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, d);
      guint                 section = find_section (self, door), level = (guint) (door->ordinal - self->building->lowest);

      if (door->ordinal < self->building->lowest || level >= self->n_levels || section >= self->n_sections)
        continue;
      if (is_other (door))
        self->others[level]++;
      else
        self->counts[section * self->n_levels + level]++;
      if (door->kind == BJT_DOOR_SHOP && is_other (door))
        self->pattern->shops++;
      else if (is_other (door))
        self->pattern->garages++;
      self->merged[level] += door->is_merged != FALSE;
    }
}

static guint
count_level (const Guess *self,
             guint        level)
{
  guint n = self->others[level];

  for (guint s = 0; s < self->n_sections; s++)
    n += self->counts[s * self->n_levels + level];
  return n;
}

static char *
dup_level (const Guess *self,
           guint        level)
{
  return bjt_picture_dup_level_label (self->picture, self->index, (int) level + self->building->lowest);
}

static void
guess_levels (Guess *self)
{
  g_autoptr (GString) skip = g_string_new (NULL);
  g_autoptr (GString) duplex = g_string_new (NULL);

  for (guint l = 0; l < self->n_levels; l++)
    {
      int              ordinal = (int) l + self->building->lowest;
      g_autofree char *label = dup_level (self, l);
      g_autofree char *usual = g_strdup_printf ("%d", ordinal + 1);

      if (ordinal == -1 && strcmp (label, BJT_WORD_SEMI_BASEMENT) == 0)
        self->pattern->is_semi = TRUE;
      if (l > 0 && self->merged[l] > 0 && self->merged[l] == count_level (self, l))
        {
          g_autofree char *below = dup_level (self, l - 1);

          g_string_append_printf (duplex, "%s%s", duplex->len > 0 ? "," : "", below);
        }
      if (ordinal >= 0 && count_level (self, l) == 0)
        g_string_append_printf (skip, "%s%s", skip->len > 0 ? "," : "", usual);
      else if (ordinal >= 0 && strcmp (label, usual) != 0)
        g_string_append_printf (skip, "%s%s:%s", skip->len > 0 ? "," : "", usual, label);
    }
  self->pattern->skip = skip->len > 0 ? g_strdup (skip->str) : NULL;
  self->pattern->duplex = duplex->len > 0 ? g_strdup (duplex->str) : NULL;
}

static void
guess_entrances (Guess *self)
{
  const BjtRun *run = &self->building->entrances;
  g_autoptr (GString) labels = g_string_new (NULL);
  gboolean      is_plain = TRUE;

  for (guint i = 0; i < run->n; i++)
    {
      const char      *label = bjt_picture_get_entrance (self->picture, run->first + i)->label;
      g_autofree char *usual = g_strdup_printf ("%u", i + 1);

      is_plain = is_plain && g_strcmp0 (label, usual) == 0;
      g_string_append_printf (labels, "%s,", label != NULL && *label != '\0' ? label : usual);
    }
  self->pattern->entrances = is_plain ? g_strdup_printf ("%u", run->n) : g_strdup (labels->str);
}

/* The most frequent number of doors above the ground level. */
static guint
find_base (const Guess *self,
           guint        section)
{
  guint best = 0, n_best = 0;

  for (guint l = 0; l < self->n_levels; l++)
    {
      guint count = self->counts[section * self->n_levels + l], n = 0;

      for (guint other = 0; other < self->n_levels; other++)
        n += self->counts[section * self->n_levels + other] == count;
      if (count > 0 && n > n_best)
        {
          best = count;
          n_best = n;
        }
    }
  return best;
}

static guint
get_usual_count (const Guess *self,
                 guint        base,
                 int          ordinal)
{
  const BjtBuildingPattern *pattern = self->pattern;

  if ((ordinal == 0 && pattern->shops > 0) || (pattern->garages > 0 && ordinal == (pattern->below > 0 ? -1 : 0)))
    return 0;
  return ordinal >= 0 || (ordinal == -1 && pattern->is_semi) ? base : 0;
}

static char *
dup_section (const Guess *self,
             guint        section)
{
  guint    base = find_base (self, section);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u", base);
  for (guint l = 0; l < self->n_levels; l++)
    {
      guint            count = self->counts[section * self->n_levels + l];
      g_autofree char *label = dup_level (self, l);

      if (count_level (self, l) > 0 && count != get_usual_count (self, base, (int) l + self->building->lowest))
        g_string_append_printf (text, ",%s:%u", label, count);
    }
  return g_string_free (text, FALSE);
}

static void
guess_counts (Guess *self)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (g_free);

  for (guint s = 0; s < self->n_sections; s++)
    g_ptr_array_add (sections, dup_section (self, s));
  while (sections->len > 1 && g_str_equal (sections->pdata[sections->len - 1], sections->pdata[sections->len - 2]))
    g_ptr_array_remove_index (sections, sections->len - 1);
  g_ptr_array_add (sections, NULL);
  self->pattern->doors = g_strjoinv (";", (char **) sections->pdata);
}

static guint
count_labels (const Guess *self)
{
  g_autoptr (BjtBuildingLayout) layout = bjt_building_layout_new (self->pattern, NULL);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint32 d = 0; d < self->building->doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, self->building->doors.first + d);

      g_hash_table_add (labels, g_strdup_printf ("%u %d %s", find_section (self, door), door->ordinal, door->label));
    }
  for (guint d = 0; layout != NULL && d < layout->doors->len; d++)
    {
      const BjtDoorDraft *door = bjt_building_layout_get_door (layout, d);
      g_autofree char    *key = g_strdup_printf ("%d %d %s", MAX (door->entrance, 0), door->ordinal, door->label);

      n += g_hash_table_contains (labels, key);
    }
  return n;
}

static void
guess_numbering (Guess *self)
{
  int   best = BJT_NUMBERING_LEVEL;
  guint n_best = 0;

  for (int numbering = 0; numbering < BJT_N_NUMBERINGS; numbering++)
    {
      guint n;

      self->pattern->numbering = numbering;
      n = count_labels (self);
      if (n > n_best)
        {
          best = numbering;
          n_best = n;
        }
    }
  self->pattern->numbering = best;
}

static void
guess_kind (Guess *self)
{
  guint counts[BJT_DOOR_OTHER + 1] = { 0 };

  for (guint32 d = 0; d < self->building->doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (self->picture, self->building->doors.first + d);

      if (!is_other (door) && door->kind <= BJT_DOOR_OTHER)
        counts[door->kind]++;
    }
  for (int kind = 0; kind <= BJT_DOOR_OTHER; kind++)
    if (counts[kind] > counts[self->pattern->kind])
      self->pattern->kind = kind;
  if (self->pattern->kind == BJT_DOOR_BUNGALOW && self->building->entrances.n == 0 && self->n_levels == 1)
    self->pattern->kind = BJT_DOOR_DWELLING; /* a row of them is bungalows anyhow */
}

/**
 * bjt_building_pattern_new_from_building:
 *
 * Returns: (transfer full): for a building without doors the usual one
 */
BjtBuildingPattern *
bjt_building_pattern_new_from_building (const BjtPicture *picture,
                                        guint32           building)
{
  BjtBuildingPattern *pattern = bjt_building_pattern_new ();
  Guess               self = { .picture = picture, .building = bjt_picture_get_building (picture, building), .index = building, .pattern = pattern };

  pattern->is_reversed = self.building->doors_reversed;
  if (self.building->doors.n == 0)
    return pattern;
  g_clear_pointer (&pattern->doors, g_free);
  g_clear_pointer (&pattern->entrances, g_free);
  pattern->levels = MAX (self.building->highest + 1, 0);
  pattern->below = MAX (-self.building->lowest, 0);
  self.n_sections = MAX (self.building->entrances.n, 1);
  self.n_levels = (guint) (self.building->highest - self.building->lowest + 1);
  self.counts = g_new0 (guint, self.n_sections * self.n_levels);
  self.others = g_new0 (guint, self.n_levels);
  self.merged = g_new0 (guint, self.n_levels);
  count_doors (&self);
  guess_levels (&self);
  guess_entrances (&self);
  guess_kind (&self);
  guess_counts (&self);
  guess_numbering (&self);
  g_free (self.counts);
  g_free (self.others);
  g_free (self.merged);
  return pattern;
}
