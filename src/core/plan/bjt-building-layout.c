/* bjt-building-layout.c: from the few words of a pattern to every single door.
 *
 * A level that is left out keeps its number free (there is no 4th, the 5th has
 * ordinal 4), as addresses and registers have it. Labels are unique within an
 * entrance, or with words for sides within its level. Refuses what no building
 * is: bounds below. Linear in the doors. */
#include "bjt-building-layout.h"

#include <math.h>
#include <string.h>

#include "bjt-door-words.h"

#define MAX_LEVELS 150
#define MAX_BELOW 9
#define MAX_ENTRANCES 60
#define MAX_DOORS_OF_LEVEL 400
#define MAX_DOORS 20000

/* While it is made: how many doors each entrance has on each level. */
typedef struct
{
  const BjtBuildingPattern *pattern;
  BjtBuildingLayout        *layout;
  guint                     n_sections; /* entrances, or one for doors without */
  int                      *counts;     /* section × level */
  int                      *bases;      /* of sections */
} Maker;

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, BJT_PATTERN_ERROR, BJT_PATTERN_ERROR_INVALID, text);
  return FALSE;
}

static void
clear_level (gpointer data)
{
  g_free (((BjtLevelDraft *) data)->label);
}

static void
clear_door (gpointer data)
{
  g_free (((BjtDoorDraft *) data)->label);
}

static BjtBuildingLayout *
layout_alloc (void)
{
  BjtBuildingLayout *self = g_new0 (BjtBuildingLayout, 1);

  self->entrances = g_ptr_array_new_with_free_func (g_free);
  self->levels = g_array_new (FALSE, FALSE, sizeof (BjtLevelDraft));
  self->doors = g_array_new (FALSE, FALSE, sizeof (BjtDoorDraft));
  g_array_set_clear_func (self->levels, clear_level);
  g_array_set_clear_func (self->doors, clear_door);
  return self;
}

void
bjt_building_layout_free (BjtBuildingLayout *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entrances);
  g_array_unref (self->levels);
  g_array_unref (self->doors);
  g_free (self);
}

static gboolean
parse_count (const char *text,
             int         most,
             int        *count)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, 0, most, &value, NULL))
    return FALSE;
  *count = (int) value;
  return TRUE;
}

/* Levels */

static gboolean
apply_skip (const BjtBuildingPattern *pattern,
            char                    **labels, /* of ordinals 0… */
            GError                  **error)
{
  g_auto (GStrv) words = g_strsplit (pattern->skip != NULL ? pattern->skip : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *colon = strchr (words[i], ':');
      int   number = 0;

      if (*words[i] == '\0')
        continue;
      if (colon != NULL)
        *colon = '\0';
      if (!parse_count (words[i], MAX_LEVELS, &number) || number == 0)
        return refuse (error, "“%s” is no number of a level; write 4,13:12A", words[i]);
      if (number > pattern->levels)
        continue; /* the custom of the place; this building is lower */
      g_free (labels[number - 1]);
      labels[number - 1] = colon != NULL && colon[1] != '\0' ? g_strdup (colon + 1) : NULL;
    }
  return TRUE;
}

static gboolean
check_level_labels (const BjtBuildingLayout *self,
                    GError                 **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->levels->len == 0)
    return refuse (error, "a building has at least one level");
  for (guint i = 0; i < self->levels->len; i++)
    if (!g_hash_table_add (seen, (gpointer) bjt_building_layout_get_level (self, i)->label))
      return refuse (error, "two levels are called %s", bjt_building_layout_get_level (self, i)->label);
  return TRUE;
}

static gboolean
make_levels (Maker   *self,
             GError **error)
{
  const BjtBuildingPattern *pattern = self->pattern;
  g_auto (GStrv) labels = NULL;
  gboolean is_good;

  if (pattern->levels < 0 || pattern->levels > MAX_LEVELS || pattern->below < 0 || pattern->below > MAX_BELOW)
    return refuse (error, "a building has at most %d levels, and %d below the ground", MAX_LEVELS, MAX_BELOW);
  labels = g_new0 (char *, pattern->levels + 1);
  for (int i = 0; i < pattern->levels; i++)
    labels[i] = g_strdup_printf ("%d", i + 1);
  is_good = apply_skip (pattern, labels, error);
  for (int i = pattern->levels - 1; is_good && i >= -pattern->below; i--)
    {
      BjtLevelDraft level = { i, NULL };

      if (i == -1 && pattern->is_semi)
        level.label = g_strdup (BJT_WORD_SEMI_BASEMENT);
      else
        level.label = i < 0 ? g_strdup_printf ("%d", i) : g_strdup (labels[i]);
      if (level.label != NULL)
        g_array_append_val (self->layout->levels, level);
    }
  for (int i = 0; i < pattern->levels; i++)
    g_clear_pointer (&labels[i], g_free); /* holes end a vector early */
  return is_good && check_level_labels (self->layout, error);
}

static int
find_level (const BjtBuildingLayout *layout,
            const char              *label)
{
  for (guint i = 0; i < layout->levels->len; i++)
    if (strcmp (bjt_building_layout_get_level (layout, i)->label, label) == 0)
      return (int) i;
  return -1;
}

/* "5", or "5..7": the first and last index of levels, top first. */
static gboolean
find_levels (const BjtBuildingLayout *layout,
             const char              *text,
             int                     *top,
             int                     *bottom,
             GError                 **error)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);
  int a = find_level (layout, first), b = dots != NULL ? find_level (layout, dots + 2) : a;

  if (a < 0 || b < 0)
    return refuse (error, "there is no level “%s”", a < 0 ? first : dots + 2);
  *top = MIN (a, b);
  *bottom = MAX (a, b);
  return TRUE;
}

/* Entrances */

static gboolean
make_entrances (Maker   *self,
                GError **error)
{
  const char *text = self->pattern->entrances != NULL ? self->pattern->entrances : "0";
  GPtrArray  *labels = self->layout->entrances;
  int         count = 0;

  if (parse_count (text, MAX_ENTRANCES, &count))
    for (int i = 0; i < count; i++)
      g_ptr_array_add (labels, g_strdup_printf ("%d", i + 1));
  else
    {
      g_auto (GStrv) words = g_strsplit (text, ",", -1);

      if (strchr (text, ',') == NULL)
        return refuse (error, "“%s” is no number of entrances up to %d; write 3, or their labels 1,2,3", text, MAX_ENTRANCES);
      for (guint i = 0; words[i] != NULL; i++)
        if (*words[i] != '\0' && g_ptr_array_find_with_equal_func (labels, words[i], g_str_equal, NULL))
          return refuse (error, "two entrances are called %s", words[i]);
        else if (*words[i] != '\0')
          g_ptr_array_add (labels, g_strdup (words[i]));
    }
  if (labels->len > MAX_ENTRANCES)
    return refuse (error, "a building has at most %d entrances", MAX_ENTRANCES);
  self->n_sections = MAX (labels->len, 1);
  return TRUE;
}

/* How many doors where */

static int *
count_at (Maker *self,
          guint  section,
          guint  level)
{
  return &self->counts[section * self->layout->levels->len + level];
}

/* Dwellings stand on every level but those below the ground, where only a
 * semi-basement is lived in, and but where shops and garages are instead. */
static void
set_usual_counts (Maker *self,
                  guint  section,
                  int    base)
{
  const BjtBuildingPattern *pattern = self->pattern;

  self->bases[section] = base;
  for (guint l = 0; l < self->layout->levels->len; l++)
    {
      int      ordinal = bjt_building_layout_get_level (self->layout, l)->ordinal;
      gboolean is_taken = (ordinal == 0 && pattern->shops > 0)
                          || (pattern->garages > 0 && ordinal == (pattern->below > 0 ? -1 : 0));

      *count_at (self, section, l) = is_taken || (ordinal < 0 && !(ordinal == -1 && pattern->is_semi)) ? 0 : base;
    }
}

/* "2,1:3,5..6:1" */
static gboolean
read_section (Maker      *self,
              guint       section,
              const char *text,
              GError    **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  int base = 0, count = 0, top = 0, bottom = 0;

  if (words[0] == NULL || !parse_count (words[0], MAX_DOORS_OF_LEVEL, &base))
    return refuse (error, "“%s” is no number of doors up to %d; write 2, or 2,1:3 with another number on level 1", text, MAX_DOORS_OF_LEVEL);
  set_usual_counts (self, section, base);
  for (guint i = 1; words[i] != NULL; i++)
    {
      char *colon = strchr (words[i], ':');

      if (colon == NULL || !parse_count (colon + 1, MAX_DOORS_OF_LEVEL, &count))
        return refuse (error, "“%s” is no level and number of doors; write 1:3", words[i]);
      *colon = '\0';
      if (!find_levels (self->layout, words[i], &top, &bottom, error))
        return FALSE;
      for (int l = top; l <= bottom; l++)
        *count_at (self, section, (guint) l) = count;
    }
  return TRUE;
}

static gboolean
read_counts (Maker   *self,
             GError **error)
{
  g_auto (GStrv) texts = g_strsplit (self->pattern->doors != NULL ? self->pattern->doors : "", ";", -1);
  guint n = g_strv_length (texts);
  gint64 total = self->pattern->shops + self->pattern->garages;

  self->counts = g_new0 (int, self->n_sections * self->layout->levels->len);
  self->bases = g_new0 (int, self->n_sections);
  if (n == 0)
    return refuse (error, "how many doors has a level?");
  if (n > self->n_sections)
    return refuse (error, "the doors of %u entrances are told, but there are %u", n, self->n_sections);
  for (guint s = 0; s < self->n_sections; s++)
    if (!read_section (self, s, texts[MIN (s, n - 1)], error))
      return FALSE;
  for (guint i = 0; i < self->n_sections * self->layout->levels->len; i++)
    total += self->counts[i];
  if (total == 0 || total > MAX_DOORS)
    return refuse (error, "a building has at least one door and at most %d", MAX_DOORS);
  return TRUE;
}

/* Labels */

static char *
dup_level_digits (const BjtLevelDraft *level,
                  gboolean             is_padded)
{
  if (level->ordinal < 0)
    return g_strdup_printf ("%d", level->ordinal);
  return is_padded && strlen (level->label) < 2 ? g_strdup_printf ("0%s", level->label) : g_strdup (level->label);
}

static gboolean
is_row_of_bungalows (const BjtBuildingLayout *layout)
{
  return layout->entrances->len == 0 && layout->levels->len == 1;
}

static gboolean
is_serial (Maker *self)
{
  return self->pattern->numbering == BJT_NUMBERING_SERIAL
         || (self->pattern->numbering == BJT_NUMBERING_LEVEL && is_row_of_bungalows (self->layout));
}

/* @number: of the door on its level, 0 first; @n: how many there are */
static char *
dup_label (Maker               *self,
           guint                section,
           const BjtLevelDraft *level,
           int                  number,
           int                  n)
{
  static const char *const sides[][4] = BJT_WORDS_OF_SIDES;
  int              numbering = self->pattern->numbering;
  g_autofree char *digits = dup_level_digits (level, numbering == BJT_NUMBERING_PADDED);

  if (is_serial (self))
    return NULL; /* number_serially() */
  if (numbering == BJT_NUMBERING_SIDES && n <= (int) G_N_ELEMENTS (sides))
    return g_strdup (sides[n - 1][self->pattern->is_reversed ? n - 1 - number : number]);
  if (numbering == BJT_NUMBERING_ENTRANCE && self->layout->entrances->len > 0)
    return g_strdup_printf ("%s-%s%02d", (char *) self->layout->entrances->pdata[section], digits, number + 1);
  return g_strdup_printf ("%s%02d", digits, number + 1);
}

/* Doors */

static gboolean
is_duplex (Maker *self,
           guint  level)
{
  g_auto (GStrv) words = g_strsplit (self->pattern->duplex != NULL ? self->pattern->duplex : "", ",", -1);

  return g_strv_contains ((const char *const *) words, bjt_building_layout_get_level (self->layout, level)->label);
}

/* The places of shops or garages: as many to an entrance as it has doors on
 * other levels, or all alike when that is not enough. */
static int
get_share (Maker *self,
           guint  section,
           int    total)
{
  int capacity = 0, before = 0, size;

  for (guint s = 0; s < self->n_sections; s++)
    capacity += self->bases[s];
  size = total > capacity ? (total + (int) self->n_sections - 1) / (int) self->n_sections : -1;
  for (guint s = 0; s < section; s++)
    before += size >= 0 ? size : self->bases[s];
  return CLAMP (total - before, 0, size >= 0 ? size : self->bases[section]);
}

static int
count_before (Maker *self,
              guint  section,
              int    total)
{
  int n = 0;

  for (guint s = 0; s < section; s++)
    n += get_share (self, s, total);
  return n;
}

static void
add_door (Maker *self,
          guint  section,
          guint  level,
          int    stack,
          int    kind,
          char  *label)
{
  BjtDoorDraft door = {
    .entrance = self->layout->entrances->len > 0 ? (int) section : -1,
    .ordinal = bjt_building_layout_get_level (self->layout, level)->ordinal,
    .stack = stack,
    .span = 1,
    .kind = kind,
    .merged_into = -1,
    .label = label,
  };

  g_array_append_val (self->layout->doors, door);
}

static void
add_others (Maker      *self,
            guint       section,
            guint       level,
            int         total,
            int         kind,
            const char *word)
{
  int first = count_before (self, section, total), n = get_share (self, section, total);
  int stack = *count_at (self, section, level);

  for (int i = 0; i < n; i++)
    add_door (self, section, level, stack + i, kind, g_strdup_printf ("%s%d", word, first + i + 1));
}

static void
add_level (Maker *self,
           guint  section,
           guint  level)
{
  const BjtBuildingPattern *pattern = self->pattern;
  const BjtLevelDraft      *draft = bjt_building_layout_get_level (self->layout, level);
  int                       n = *count_at (self, section, level), before = 0;

  for (guint s = 0; pattern->numbering == BJT_NUMBERING_THROUGH && s < section; s++)
    before += *count_at (self, s, level);
  for (int i = 0; i < n; i++)
    add_door (self, section, level, i, is_row_of_bungalows (self->layout) && pattern->kind == BJT_DOOR_DWELLING ? BJT_DOOR_BUNGALOW : pattern->kind,
              dup_label (self, section, draft, before + i, n));
  if (draft->ordinal == 0)
    add_others (self, section, level, pattern->shops, BJT_DOOR_SHOP, BJT_WORD_SHOP);
  if (draft->ordinal == (pattern->below > 0 ? -1 : 0))
    add_others (self, section, level, pattern->garages, BJT_DOOR_GARAGE, BJT_WORD_GARAGE);
}

static guint
find_door_below (const BjtBuildingLayout *layout,
                 guint                    upper,
                 int                      ordinal)
{
  const BjtDoorDraft *door = bjt_building_layout_get_door (layout, upper);

  for (guint d = upper + 1; d < layout->doors->len; d++)
    {
      const BjtDoorDraft *other = bjt_building_layout_get_door (layout, d);

      if (other->entrance != door->entrance)
        break;
      if (other->ordinal == ordinal && other->stack == door->stack)
        return d;
    }
  return BJT_NO_INDEX;
}

static gboolean
join_levels (Maker   *self,
             GError **error)
{
  g_auto (GStrv) words = g_strsplit (self->pattern->duplex != NULL ? self->pattern->duplex : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && find_level (self->layout, words[i]) < 1)
      return refuse (error, "doors of level “%s” can't take the next level too: %s", words[i],
                     find_level (self->layout, words[i]) == 0 ? "it is the topmost" : "there is no such level");
  for (guint l = 1; l < self->layout->levels->len; l++)
    {
      int lower = bjt_building_layout_get_level (self->layout, l)->ordinal;
      int upper = bjt_building_layout_get_level (self->layout, l - 1)->ordinal;

      if (!is_duplex (self, l))
        continue;
      if (is_duplex (self, l - 1))
        return refuse (error, "level %s can't be part of the doors below and take the next level too",
                       bjt_building_layout_get_level (self->layout, l - 1)->label);
      for (guint d = 0; d < self->layout->doors->len; d++)
        if (bjt_building_layout_get_door (self->layout, d)->ordinal == upper)
          {
            guint below = find_door_below (self->layout, d, lower);

            g_array_index (self->layout->doors, BjtDoorDraft, d).merged_into = below != BJT_NO_INDEX ? (int) below : -1;
          }
    }
  return TRUE;
}

/* From the ground up, entrance by entrance. */
static void
number_serially (Maker *self)
{
  GArray *doors = self->layout->doors;
  guint   number = 0;

  for (guint s = 0; s < self->n_sections; s++)
    for (guint l = self->layout->levels->len; l > 0; l--)
      for (guint d = 0; d < doors->len; d++)
        {
          BjtDoorDraft *door = &g_array_index (doors, BjtDoorDraft, d);

          if (door->label == NULL && MAX (door->entrance, 0) == (int) s
              && door->ordinal == bjt_building_layout_get_level (self->layout, l - 1)->ordinal)
            door->label = g_strdup_printf ("%u", ++number);
        }
}

/* Within its entrance; words for sides within their level. */
static gboolean
check_labels (Maker   *self,
              GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint d = 0; d < self->layout->doors->len; d++)
    {
      const BjtDoorDraft *door = bjt_building_layout_get_door (self->layout, d);
      int                 level = self->pattern->numbering == BJT_NUMBERING_SIDES ? door->ordinal : 0;

      if (!g_hash_table_add (seen, g_strdup_printf ("%d %d %s", door->entrance, level, door->label)))
        return refuse (error, "two doors of one entrance would be called %s; choose another numbering", door->label);
    }
  return TRUE;
}

static gboolean
check_pattern (const BjtBuildingPattern *pattern,
               GError                  **error)
{
  if (pattern->shops < 0 || pattern->shops > MAX_DOORS_OF_LEVEL || pattern->garages < 0 || pattern->garages > MAX_DOORS_OF_LEVEL)
    return refuse (error, "a building has at most %d shops and %d garages", MAX_DOORS_OF_LEVEL, MAX_DOORS_OF_LEVEL);
  if (pattern->is_semi && pattern->below == 0)
    return refuse (error, "a semi-basement is a level below the ground; say how many there are");
  if (pattern->shops > 0 && pattern->levels == 0)
    return refuse (error, "shops stand on the ground level, which there is not");
  return TRUE;
}

static gboolean
check_sides (Maker   *self,
             GError **error)
{
  if (self->pattern->numbering != BJT_NUMBERING_SIDES)
    return TRUE;
  for (guint i = 0; i < self->n_sections * self->layout->levels->len; i++)
    if (self->counts[i] > 4)
      return refuse (error, "there are words for sides for at most 4 doors a level; number them");
  return TRUE;
}

static gboolean
make_doors (Maker   *self,
            GError **error)
{
  for (guint s = 0; s < self->n_sections; s++)
    for (guint l = 0; l < self->layout->levels->len; l++)
      add_level (self, s, l);
  if (is_serial (self))
    number_serially (self);
  return check_labels (self, error);
}

static gboolean
check_others (Maker   *self,
              GError **error)
{
  return check_pattern (self->pattern, error);
}

/**
 * bjt_building_layout_new:
 *
 * Returns: (nullable): the building in full; NULL when the pattern makes no
 *   sense, with one line that says why and the code of what it is about
 */
BjtBuildingLayout *
bjt_building_layout_new (const BjtBuildingPattern *pattern,
                         GError                  **error)
{
  static const struct
  {
    gboolean (*make) (Maker *self, GError **error);
    BjtPatternError about;
  } steps[] = {
    { check_others, BJT_PATTERN_ERROR_OTHERS },      { make_levels, BJT_PATTERN_ERROR_LEVELS },
    { make_entrances, BJT_PATTERN_ERROR_ENTRANCES }, { read_counts, BJT_PATTERN_ERROR_DOORS },
    { check_sides, BJT_PATTERN_ERROR_NUMBERING },    { make_doors, BJT_PATTERN_ERROR_NUMBERING },
    { join_levels, BJT_PATTERN_ERROR_DUPLEX },
  };
  g_autoptr (BjtBuildingLayout) layout = layout_alloc ();
  Maker   maker = { .pattern = pattern, .layout = layout };
  GError *problem = NULL;

  layout->levels_above = pattern->levels;
  layout->is_reversed = pattern->is_reversed;
  for (guint i = 0; i < G_N_ELEMENTS (steps) && problem == NULL; i++)
    if (!steps[i].make (&maker, &problem))
      problem->code = (int) steps[i].about;
  g_free (maker.counts);
  g_free (maker.bases);
  if (problem == NULL)
    return g_steal_pointer (&layout);
  g_propagate_error (error, problem);
  return NULL;
}

/* As a picture, for showing it before it is there */

static void
add_places (const BjtBuildingLayout *self,
            BjtPicture              *picture)
{
  for (guint i = 0; i < self->entrances->len; i++)
    {
      BjtPictureEntrance entrance = { .building = 0, .ordinal = (int) i };

      bjt_uuid_init_random (&entrance.id, 1);
      entrance.label = bjt_picture_keep_string (picture, self->entrances->pdata[i]);
      g_array_append_val (picture->entrances, entrance);
    }
  for (guint i = self->levels->len; i > 0; i--)
    {
      const BjtLevelDraft *draft = bjt_building_layout_get_level (self, i - 1);
      BjtPictureLevel      level = { 0, draft->ordinal, bjt_picture_keep_string (picture, draft->label) };

      g_array_append_val (picture->levels, level);
    }
}

BjtPicture *
bjt_building_layout_to_picture (const BjtBuildingLayout *self,
                                const char              *label)
{
  BjtPicture        *picture = bjt_picture_new (BJT_DATE_NONE);
  BjtPictureCompound compound = { .name = "" };
  BjtPictureBuilding building = { .compound = 0, .grid = BJT_NO_INDEX, .doors_reversed = self->is_reversed };

  building.label = bjt_picture_keep_string (picture, label != NULL ? label : "");
  building.centre = (BjtPoint) { NAN, NAN };
  g_array_append_val (picture->compounds, compound);
  g_array_append_val (picture->buildings, building);
  add_places (self, picture);
  for (guint i = 0; i < self->doors->len; i++)
    {
      const BjtDoorDraft *draft = bjt_building_layout_get_door (self, i);
      BjtPictureDoor      door = { .building = 0, .span = (guint8) draft->span, .kind = (guint8) draft->kind };
      BjtPictureDoorState state = { BJT_DATE_NONE, BJT_DATE_NONE, BJT_DATE_NONE, BJT_DATE_NONE, BJT_DATE_NONE, .due_rule = BJT_NO_INDEX, .due_person = BJT_NO_INDEX };

      bjt_uuid_init_random (&door.id, 1);
      door.entrance = draft->entrance >= 0 ? (guint32) draft->entrance : BJT_NO_INDEX;
      door.ordinal = (gint16) draft->ordinal;
      door.stack = (guint16) draft->stack;
      door.is_merged = draft->merged_into >= 0;
      door.head = door.is_merged ? (guint32) draft->merged_into : BJT_NO_INDEX;
      door.label = bjt_picture_keep_string (picture, draft->label);
      door.verified_on = BJT_DATE_NONE;
      door.place = (BjtPoint) { NAN, NAN };
      g_array_append_val (picture->doors, door);
      g_array_append_val (picture->door_states, state);
    }
  bjt_picture_finish (picture);
  return picture;
}
