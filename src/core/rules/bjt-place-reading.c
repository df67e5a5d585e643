/* bjt-place-reading.c: names are looked for among the compounds of the picture
 * with their old names; the labels behind are read by the address parser. A name
 * counts in full only where nothing around it makes another name of it. In prose
 * only the first clause that holds a label is read. Cost: the text once for each
 * name. */
#include "bjt-place-reading.h"

#include <string.h>

#include "base/bjt-text.h"
#include "bjt-place-words.h"

#define MAX_TEXT 2000
#define MIN_SIMILAR 3

typedef struct
{
  guint32   compound;
  BjtNaming naming;
  gsize     start, end;
} Mention;

/* Names */

static gboolean
ends_with_any (const char        *text,
               gsize              length,
               const char *const *words,
               gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      gsize n = strlen (words[i]);

      if (n <= length && memcmp (text + length - n, words[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_with_any (const char        *text,
                 const char *const *words,
                 gsize              n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_prefix (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
stands_alone (const char *text,
              gsize       start,
              gsize       end)
{
  gboolean is_begin = start == 0 || (guchar) text[start - 1] < 0x80
                      || ends_with_any (text, start, words_before_name, G_N_ELEMENTS (words_before_name));

  return is_begin && !begins_with_any (text + end, words_after_name, G_N_ELEMENTS (words_after_name));
}

static void
offer (GArray     *mentions,
       const char *text,
       guint32     compound,
       const char *name,
       BjtNaming   naming)
{
  gsize length = strlen (name);

  for (const char *at = strstr (text, name); at != NULL; at = strstr (at + length, name))
    {
      Mention mention = { compound, naming, (gsize) (at - text), (gsize) (at - text) + length };

      if (!stands_alone (text, mention.start, mention.end))
        mention.naming = BJT_NAMING_UNSURE;
      g_array_append_val (mentions, mention);
    }
}

static gboolean
differs_by_one (const char *text,
                const char *name,
                gsize      *length)
{
  guint differences = 0;
  const char *at = text;

  for (; *name != '\0'; name = g_utf8_next_char (name), at = g_utf8_next_char (at))
    {
      if (*at == '\0')
        return FALSE;
      differences += g_utf8_get_char (at) != g_utf8_get_char (name);
      if (differences > 1 || (guchar) *at < 0x80)
        return FALSE;
    }
  *length = (gsize) (at - text);
  return differences == 1;
}

static void
offer_similar (GArray     *mentions,
               const char *text,
               guint32     compound,
               const char *name)
{
  if (g_utf8_strlen (name, -1) < MIN_SIMILAR)
    return;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      Mention mention = { compound, BJT_NAMING_SIMILAR, (gsize) (at - text), 0 };

      if (!differs_by_one (at, name, &mention.end))
        continue;
      mention.end += mention.start;
      g_array_append_val (mentions, mention);
    }
}

/* 林业局家属区 without its ending is 林业局: near it, but not surely it. */
static char *
dup_stem (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (name_endings); i++)
    if (g_str_has_suffix (name, name_endings[i]) && strlen (name) > strlen (name_endings[i]) + 3)
      return g_strndup (name, strlen (name) - strlen (name_endings[i]));
  return NULL;
}

static void
offer_compound (GArray           *mentions,
                const BjtPicture *picture,
                guint32           index,
                const char       *text)
{
  const BjtPictureCompound *compound = bjt_picture_get_compound (picture, index);
  g_auto (GStrv)            old = g_strsplit_set (compound->old_names != NULL ? compound->old_names : "", ",;|/ ", -1);
  g_autofree char          *stem = dup_stem (compound->name);

  offer (mentions, text, index, compound->name, BJT_NAMING_EXACT);
  if (stem != NULL)
    offer (mentions, text, index, stem, g_utf8_strlen (stem, -1) > 2 ? BJT_NAMING_EXACT : BJT_NAMING_UNSURE);
  for (guint i = 0; old[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (old[i], NAME_SEPARATOR, -1);

      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *old_stem = dup_stem (names[k]);

          if (*names[k] != '\0')
            offer (mentions, text, index, names[k], BJT_NAMING_OLD);
          if (old_stem != NULL)
            offer (mentions, text, index, old_stem, BJT_NAMING_UNSURE);
        }
    }
}

/* The surest, of two as sure the longer, then the first. */
static gboolean
is_better (const Mention *a,
           const Mention *b)
{
  if (a->naming != b->naming)
    return a->naming > b->naming;
  if (a->end - a->start != b->end - b->start)
    return a->end - a->start > b->end - b->start;
  return a->start < b->start;
}

static void
choose_mention (BjtPlaceReading *self,
                const GArray    *mentions)
{
  const Mention *best = NULL;

  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);

      if (best == NULL || is_better (mention, best))
        best = mention;
    }
  if (best == NULL)
    return;
  self->compound = best->compound;
  self->naming = best->naming;
  self->start = best->start;
  self->end = best->end;
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);

      if (mention->compound != best->compound && mention->naming >= MIN (best->naming, BJT_NAMING_OLD)
          && (mention->start >= best->end || mention->end <= best->start || best->naming == BJT_NAMING_SIMILAR))
        self->is_many = TRUE;
    }
}

static void
find_compound (BjtPlaceReading  *self,
               const BjtPicture *picture)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));

  for (guint32 i = 0; i < picture->compounds->len; i++)
    offer_compound (mentions, picture, i, self->text);
  choose_mention (self, mentions);
  if (self->naming >= BJT_NAMING_OLD)
    return;
  g_array_set_size (mentions, 0);
  for (guint32 i = 0; i < picture->compounds->len; i++)
    offer_similar (mentions, self->text, i, bjt_picture_get_compound (picture, i)->name);
  choose_mention (self, mentions);
}

/* Another community is named than this one. */
static gboolean
names_other_community (const BjtPicture *picture,
                       const char       *text)
{
  const char *word = strstr (text, COMMUNITY_WORD);
  const char *own = picture->community.name;
  const char *begin = word;

  for (guint i = 0; i < 2 && begin != NULL && begin > text; i++)
    begin = g_utf8_prev_char (begin);
  if (word == NULL || own == NULL || g_utf8_strlen (begin, word - begin) < 2)
    return FALSE;
  return g_strstr_len (own, -1, COMMUNITY_WORD) != NULL
         && memmem (own, strlen (own), begin, (gsize) (word - begin)) == NULL;
}

/* Labels */

static gboolean
is_clause_end (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return c == ',' || c == ';' || c == '!' || c == '?' || c == '\n' || c == 0x3002 || (c == '.' && !g_ascii_isdigit (at[1]));
}

/* To the end of the first clause with a digit or a mark in it. */
static gsize
find_clause_end (const char *text,
                 gsize       from,
                 GRegex     *labels)
{
  const char *at = text + from;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    if (is_clause_end (at))
      {
        g_autofree char *clause = g_strndup (text + from, (gsize) (at - text) - from);

        if (g_regex_match (labels, clause, 0, NULL))
          break;
      }
  return (gsize) (at - text);
}

static guint
count_buildings (const char *text)
{
  g_autoptr (GRegex)     pattern = g_regex_new (BUILDING_PATTERN, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (g_regex_match (pattern, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);
      g_autoptr (BjtAddress) address = bjt_address_parse (word);

      if (address->building != NULL)
        g_hash_table_add (seen, g_steal_pointer (&address->building));
    }
  return g_hash_table_size (seen);
}

static void
read_labels (BjtPlaceReading *self,
             gboolean         is_prose)
{
  g_autoptr (GRegex) labels = g_regex_new (PLACE_PATTERN, 0, 0, NULL);
  g_autofree char   *clause = NULL;

  if (self->compound == BJT_NO_INDEX && is_prose)
    {
      g_autoptr (GMatchInfo) match = NULL;
      int                    start = 0;

      if (!g_regex_match (labels, self->text, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, NULL))
        return;
      self->start = (gsize) start;
    }
  self->end = is_prose ? find_clause_end (self->text, self->start, labels) : strlen (self->text);
  clause = g_strndup (self->text + self->start, self->end - self->start);
  self->parts = bjt_address_parse (clause);
  if (count_buildings (self->text) > 1)
    self->is_many = TRUE;
}

/* On which floor, said anywhere in the text. */
static void
read_level (BjtPlaceReading *self)
{
  g_autoptr (GRegex)     pattern = g_regex_new (LEVEL_PATTERN, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (self->parts != NULL && self->parts->door != NULL)
    return;
  if (self->parts != NULL && self->parts->level != NULL)
    self->level_note = g_strdup_printf (LEVEL_FORMAT, self->parts->level);
  else if (g_regex_match (pattern, self->text, 0, &match))
    self->level_note = g_match_info_fetch (match, 0);
}

/**
 * bjt_place_reading_init:
 * @raw: (nullable): any text
 * @is_prose: it is running text that may name a place, not the field of an address
 */
void
bjt_place_reading_init (BjtPlaceReading  *self,
                        const BjtPicture *picture,
                        const char       *raw,
                        gboolean          is_prose)
{
  memset (self, 0, sizeof *self);
  self->text = bjt_text_normalize (raw);
  self->compound = BJT_NO_INDEX;
  if (g_utf8_strlen (self->text, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (self->text, MAX_TEXT) = '\0';
  find_compound (self, picture);
  read_labels (self, is_prose);
  read_level (self);
  self->is_foreign = names_other_community (picture, self->text)
                     || (self->compound == BJT_NO_INDEX && !is_prose && self->parts != NULL && self->parts->compound != NULL);
}

void
bjt_place_reading_clear (BjtPlaceReading *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->level_note, g_free);
  g_clear_pointer (&self->parts, bjt_address_free);
}
