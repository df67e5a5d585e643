/* bjt-search.c: no index to keep up: the texts that are searched stand one
 * after the other in four buffers, and a keystroke looks through them once
 * (100,000 people in about a millisecond). Addresses are read and compared part
 * by part. Belongs to one thread at a time. */
#include "bjt-search.h"

#include "base/bjt-text.h"
#include "bjt-address.h"

#include <string.h>

#define MAX_CANDIDATES 4096
#define MAX_SCORE 127
#define REPEATS 4 /* the ways in which a person can be found */

/* Texts one after the other, and whose they are. */
typedef struct
{
  GString *text;
  GArray  *ends;   /* guint32: where each text ends and the next begins */
  GArray  *owners; /* guint32 person */
} TextBuffer;

struct _BjtSearch
{
  BjtPicture *picture;
  TextBuffer  names;
  TextBuffer  initials;
  TextBuffer  phones;
  TextBuffer  id_numbers;
};

typedef struct
{
  BjtSearch *search;
  GArray    *hits;
  char      *rest_name; /* 李: the people of an address hit must match */
} Query;

static void
text_buffer_init (TextBuffer *self)
{
  self->text = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
text_buffer_clear (TextBuffer *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->ends);
  g_array_unref (self->owners);
}

static void
text_buffer_add (TextBuffer *self,
                 const char *text,
                 guint32     owner)
{
  guint32 end;

  if (text == NULL)
    return;
  g_string_append (self->text, text);
  end = (guint32) self->text->len;
  g_array_append_val (self->ends, end);
  g_array_append_val (self->owners, owner);
}

/**
 * bjt_search_new:
 * @picture: what is searched
 *
 * Returns: (transfer full):
 */
BjtSearch *
bjt_search_new (BjtPicture *picture)
{
  BjtSearch *self = g_new0 (BjtSearch, 1);

  self->picture = bjt_picture_ref (picture);
  text_buffer_init (&self->names);
  text_buffer_init (&self->initials);
  text_buffer_init (&self->phones);
  text_buffer_init (&self->id_numbers);
  for (guint32 p = 0; p < picture->persons->len; p++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (picture, p);

      text_buffer_add (&self->names, person->name, p);
      text_buffer_add (&self->initials, person->initials, p);
      text_buffer_add (&self->phones, person->phone, p);
      text_buffer_add (&self->id_numbers, person->id_number, p);
    }
  return self;
}

void
bjt_search_free (BjtSearch *self)
{
  if (self == NULL)
    return;
  text_buffer_clear (&self->names);
  text_buffer_clear (&self->initials);
  text_buffer_clear (&self->phones);
  text_buffer_clear (&self->id_numbers);
  bjt_picture_unref (self->picture);
  g_free (self);
}

/* People */

static void
add_person (Query       *query,
            guint32      person,
            BjtMatchKind match,
            int          score)
{
  BjtSearchHit hit = { BJT_HIT_PERSON, match, person, BJT_NO_INDEX, score };

  g_array_append_val (query->hits, hit);
}

/* Points for the whole text, its start, its end, or somewhere within; 0 leaves
 * such a match out. */
typedef struct
{
  BjtMatchKind match;
  int          whole, start, end, within;
} Scores;

static int
score_text (const char   *text,
            gsize         size,
            const char   *wanted,
            gsize         length,
            const Scores *scores)
{
  if (size < length)
    return 0;
  if (memcmp (text, wanted, length) == 0)
    return size == length ? scores->whole : scores->start;
  if (scores->end > 0 && memcmp (text + size - length, wanted, length) == 0)
    return scores->end;
  for (gsize i = 1; scores->within > 0 && i + length < size; i++)
    if (text[i] == *wanted && memcmp (text + i, wanted, length) == 0)
      return scores->within;
  return 0;
}

static void
find_in (Query            *query,
         const TextBuffer *buffer,
         const char       *wanted,
         const Scores     *scores)
{
  gsize          length = strlen (wanted);
  const guint32 *ends = (const guint32 *) (gpointer) buffer->ends->data;
  guint32        start = 0;

  for (guint i = 0; i < buffer->ends->len && query->hits->len < MAX_CANDIDATES; start = ends[i++])
    {
      int score = score_text (buffer->text->str + start, ends[i] - start, wanted, length, scores);

      if (score > 0)
        add_person (query, g_array_index (buffer->owners, guint32, i), scores->match, score);
    }
}

static gboolean
is_ascii_letters (const char *text)
{
  for (; *text != '\0'; text++)
    if (!g_ascii_isalpha (*text))
      return FALSE;
  return TRUE;
}

static gsize
count_digits (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text) && !(g_ascii_toupper (*text) == 'X' && text[1] == '\0'))
        return 0;
      n++;
    }
  return n;
}

static void
find_people (Query      *query,
             const char *text)
{
  static const Scores by_name = { BJT_MATCH_NAME, 100, 80, 60, 55 };
  static const Scores by_initials = { BJT_MATCH_INITIALS, 70, 50, 20, 15 };
  static const Scores by_first_letter = { BJT_MATCH_INITIALS, 70, 50, 0, 0 };
  static const Scores by_phone = { BJT_MATCH_PHONE, 95, 45, 75, 0 };
  static const Scores by_id_number = { BJT_MATCH_ID_NUMBER, 95, 0, 65, 0 };
  gsize               digits = count_digits (text);

  if (digits >= 3)
    find_in (query, &query->search->phones, text, &by_phone);
  if (digits >= 4)
    {
      g_autofree char *upper = g_ascii_strup (text, -1);

      find_in (query, &query->search->id_numbers, upper, &by_id_number);
    }
  if (is_ascii_letters (text))
    {
      g_autofree char *lower = g_ascii_strdown (text, -1);

      find_in (query, &query->search->initials, lower, strlen (text) > 1 ? &by_initials : &by_first_letter);
    }
  if (digits == 0)
    find_in (query, &query->search->names, text, &by_name);
}

/* Addresses */

static gboolean
starts_with (const char *text,
             const char *start)
{
  return text != NULL && strncmp (text, start, strlen (start)) == 0;
}

static gboolean
has_resident_like (const BjtPicture *picture,
                   guint32           door,
                   const char       *name)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        if (starts_with (bjt_picture_get_person (picture, bjt_picture_get_member (picture, m)->person)->name, name))
          return TRUE;
    }
  return FALSE;
}

static void
add_door (Query   *query,
          guint32  door,
          int      score)
{
  BjtSearchHit hit = { BJT_HIT_DOOR, BJT_MATCH_ADDRESS, door, door, score };

  if (query->rest_name != NULL && has_resident_like (query->search->picture, door, query->rest_name))
    hit.score += 15;
  if (query->hits->len < MAX_CANDIDATES)
    g_array_append_val (query->hits, hit);
}

static void
add_place (Query     *query,
           BjtHitKind kind,
           guint32    index,
           int        score)
{
  BjtSearchHit hit = { kind, BJT_MATCH_ADDRESS, index, BJT_NO_INDEX, score };

  g_array_append_val (query->hits, hit);
}

static gboolean
matches_compound (const BjtPicture         *picture,
                  const BjtPictureBuilding *building,
                  const char               *compound)
{
  const BjtPictureCompound *c;

  if (compound == NULL)
    return TRUE;
  if (building->compound == BJT_NO_INDEX)
    return FALSE;
  c = bjt_picture_get_compound (picture, building->compound);
  return strstr (c->name, compound) != NULL || strstr (compound, c->name) != NULL
         || (c->old_names != NULL && strstr (c->old_names, compound) != NULL);
}

static void
find_doors_in (Query            *query,
               guint32           building,
               const BjtAddress *address)
{
  const BjtPicture *picture = query->search->picture;
  const BjtRun     *doors = &bjt_picture_get_building (picture, building)->doors;

  for (guint32 d = doors->first; d < doors->first + doors->n && query->hits->len < MAX_CANDIDATES; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      gboolean              whole = g_strcmp0 (door->label, address->door) == 0;

      if (address->entrance != NULL
          && (door->entrance == BJT_NO_INDEX
              || g_strcmp0 (bjt_picture_get_entrance (picture, door->entrance)->label, address->entrance) != 0))
        continue;
      if (address->door == NULL || whole)
        add_door (query, d, address->door == NULL ? 40 : 90);
      else if (starts_with (door->label, address->door))
        add_door (query, d, 50);
    }
}

static void
find_address (Query            *query,
              const BjtAddress *address)
{
  const BjtPicture *picture = query->search->picture;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (!matches_compound (picture, building, address->compound))
        continue;
      if (address->building != NULL && g_strcmp0 (building->label, address->building) != 0)
        continue;
      if (address->entrance == NULL && address->door == NULL)
        add_place (query, BJT_HIT_BUILDING, b, 60);
      else
        find_doors_in (query, b, address);
    }
}

static gboolean
is_label (const char *text)
{
  gsize length = strlen (text);

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return FALSE;
  return length > 0 && length <= 6;
}

/* 3-2-501, 3-2, 3-501, 501: parts as they are being typed. */
static gboolean
read_typed_parts (const char *text,
                  BjtAddress *address)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "-#", -1);
  guint n = g_strv_length (parts);

  if (n > 1 && *parts[n - 1] == '\0')
    n--;
  if (n == 0 || n > 3)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!is_label (parts[i]) || !g_ascii_isdigit (*parts[i]))
      return FALSE;
  if (n == 1)
    address->door = g_strdup (parts[0]);
  else
    address->building = g_strdup (parts[0]);
  if (n == 3 || (n == 2 && strlen (parts[1]) < 3))
    address->entrance = g_strdup (parts[1]);
  if (n == 3 || (n == 2 && strlen (parts[1]) >= 3))
    address->door = g_strdup (parts[n - 1]);
  return TRUE;
}

static gboolean
find_buildings_like (Query                    *query,
                     const BjtPictureCompound *compound,
                     const char               *label)
{
  gboolean any = FALSE;

  for (guint32 b = compound->buildings.first; b < compound->buildings.first + compound->buildings.n; b++)
    {
      const char *its = bjt_picture_get_building (query->search->picture, b)->label;

      if (!starts_with (its, label))
        continue;
      add_place (query, BJT_HIT_BUILDING, b, strlen (its) == strlen (label) ? 60 : 50);
      any = TRUE;
    }
  return any;
}

/* 山水宜家3, 山水宜家3-2, 山水宜家 501: parts typed behind the name of a compound. */
static gboolean
find_in_compound (Query                    *query,
                  const BjtPictureCompound *compound,
                  const char               *text)
{
  g_autoptr (BjtAddress) typed = g_new0 (BjtAddress, 1);

  if (!starts_with (text, compound->name))
    return FALSE;
  text += strlen (compound->name);
  text += strspn (text, " ");
  if (!read_typed_parts (text, typed))
    return FALSE;
  if (typed->building == NULL && find_buildings_like (query, compound, typed->door))
    return TRUE;
  typed->compound = g_strdup (compound->name);
  find_address (query, typed);
  return TRUE;
}

static gboolean
is_specific (const BjtAddress *address)
{
  return address->building != NULL || address->entrance != NULL || address->door != NULL;
}

static void
find_places (Query      *query,
             const char *text)
{
  const BjtPicture *picture = query->search->picture;
  g_autoptr (BjtAddress) typed = g_new0 (BjtAddress, 1);
  g_autoptr (BjtAddress) parsed = NULL;
  gboolean done = FALSE;

  for (guint32 c = 0; c < picture->compounds->len; c++)
    {
      const BjtPictureCompound *compound = bjt_picture_get_compound (picture, c);

      if (strstr (compound->name, text) != NULL || (compound->old_names != NULL && strstr (compound->old_names, text) != NULL))
        add_place (query, BJT_HIT_COMPOUND, c, 85);
      done |= find_in_compound (query, compound, text);
    }
  if (done)
    return;
  if (read_typed_parts (text, typed))
    {
      find_address (query, typed);
      return;
    }
  parsed = bjt_address_parse (text);
  if (!is_specific (parsed))
    return;
  if (parsed->rest != NULL && g_utf8_strlen (parsed->rest, -1) <= 4)
    query->rest_name = parsed->rest;
  find_address (query, parsed);
  query->rest_name = NULL;
}

/* Order */

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const BjtSearchHit *x = a, *y = b;

  if (x->score != y->score)
    return y->score - x->score;
  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* A short query has thousands of hits of a few scores: only those that can come
 * first are put in order. Of equal ones the first found stay. */
static void
keep_best (GArray *hits,
           guint   wanted)
{
  guint n_of_score[MAX_SCORE + 1] = { 0 };
  guint above = 0, kept = 0, level = 0;
  int   least = MAX_SCORE;

  for (guint i = 0; i < hits->len; i++)
    n_of_score[CLAMP (g_array_index (hits, BjtSearchHit, i).score, 0, MAX_SCORE)]++;
  while (least > 0 && above + n_of_score[least] < wanted)
    above += n_of_score[least--];
  for (guint i = 0; i < hits->len; i++)
    {
      const BjtSearchHit *hit = &g_array_index (hits, BjtSearchHit, i);

      if (hit->score > least || (hit->score == least && above + level++ < wanted))
        g_array_index (hits, BjtSearchHit, kept++) = *hit;
    }
  g_array_set_size (hits, kept);
}

/* A person found twice (by phone and by ID number) stays once, by the better. */
static void
remove_repeats (GArray *hits)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint kept = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const BjtSearchHit *hit = &g_array_index (hits, BjtSearchHit, i);
      gpointer            key = GUINT_TO_POINTER ((guint) hit->kind + 4u * hit->index);

      if (g_hash_table_add (seen, key))
        g_array_index (hits, BjtSearchHit, kept++) = *hit;
    }
  g_array_set_size (hits, kept);
}

static guint32
find_door_of (const BjtPicture *picture,
              guint32           person)
{
  const BjtPicturePerson *p = bjt_picture_get_person (picture, person);
  guint32                 member = p->home != BJT_NO_INDEX ? p->home : p->hukou;

  if (member == BJT_NO_INDEX)
    return BJT_NO_INDEX;
  return bjt_picture_get_household (picture, bjt_picture_get_member (picture, member)->household)->door;
}

static void
fill_doors (const BjtPicture *picture,
            GArray           *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      BjtSearchHit *hit = &g_array_index (hits, BjtSearchHit, i);

      if (hit->kind == BJT_HIT_PERSON)
        hit->door = find_door_of (picture, hit->index);
    }
}

/**
 * bjt_search_find:
 * @query: a door (3-2-501, 三号楼二单元501), a name, pinyin initials, the tail
 *   of a phone or ID number, a compound
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type BjtSearchHit): best first
 */
GArray *
bjt_search_find (BjtSearch  *self,
                 const char *query,
                 guint       limit)
{
  g_autofree char *text = bjt_text_normalize (query);
  Query            q = { self, g_array_new (FALSE, FALSE, sizeof (BjtSearchHit)), NULL };

  if (*text == '\0')
    return q.hits;
  find_places (&q, text);
  find_people (&q, text);
  keep_best (q.hits, REPEATS * limit);
  g_array_sort (q.hits, compare_hits);
  remove_repeats (q.hits);
  if (q.hits->len > limit)
    g_array_set_size (q.hits, limit);
  fill_doors (self->picture, q.hits);
  return q.hits;
}
