/* bjt-place-guess.c: the labels that an address and a content name are followed
 * down from compound to building, entrance and door; each place found that way is
 * a guess with points for what speaks for it. The first is certain only when the
 * compound is named in full, every label named is there, and nothing else (another
 * place, another community, the telephone of another door) speaks against it: what
 * is linked by itself must not be wrong. Linear in the buildings and people. */
#include "bjt-place-guess.h"

#include <string.h>

#include "bjt-place-reading.h"

#define MAX_GUESSES 256

enum
{
  POINTS_EXACT = 60,
  POINTS_OLD = 55,
  POINTS_SIMILAR = 38,
  POINTS_UNSURE = 30,
  POINTS_NOT_NAMED = 15,
  POINTS_HERE = 12,
  POINTS_BUILDING = 12,
  POINTS_ENTRANCE = 12,
  POINTS_DOOR = 16,
  POINTS_PHONE = 14,
  POINTS_RESIDENT = 8,
  POINTS_FROM_CONTENT = -4,
  POINTS_MISSING = -10,
};

typedef struct
{
  const BjtPicture    *picture;
  const BjtPlaceClues *clues;
  BjtPlaceReading      address;
  BjtPlaceReading      content;

  /* Of both, borrowed */
  guint32     compound;
  BjtNaming   naming;
  const char *building, *entrance, *level, *door;
  gboolean    is_of_content;      /* some label is */
  gboolean    is_door_of_content;
  gboolean    is_doubtful;        /* two places, or another community */
  guint       doubts;             /* BjtPlaceReason */
  guint32     phone_door;         /* of who has the telephone; BJT_NO_INDEX: nobody, or several */

  GArray *guesses;
} Guessing;

/* What is named */

static const char *
get_part (const char *of_address,
          const char *of_content,
          gboolean   *is_of_content)
{
  if (of_address != NULL || of_content == NULL)
    return of_address;
  *is_of_content = TRUE;
  return of_content;
}

static gboolean
differ (const char *a,
        const char *b)
{
  return a != NULL && b != NULL && strcmp (a, b) != 0;
}

/* The content may add labels below those of the address, where it names no other
 * place. */
static void
merge_parts (Guessing *self)
{
  static const BjtAddress nothing;
  const BjtAddress       *first = self->address.parts != NULL ? self->address.parts : &nothing;
  const BjtAddress       *then = self->content.parts != NULL ? self->content.parts : &nothing;
  gboolean                other = self->content.compound != BJT_NO_INDEX && self->content.naming >= BJT_NAMING_OLD
                                  && self->address.compound != BJT_NO_INDEX && self->content.compound != self->address.compound;

  if (other || differ (first->building, then->building) || differ (first->entrance, then->entrance) || differ (first->door, then->door))
    self->doubts |= BJT_PLACE_TWO_PLACES;
  if (other)
    then = &nothing;
  self->building = get_part (first->building, then->building, &self->is_of_content);
  if (first->building != NULL && differ (first->building, then->building))
    then = &nothing;
  self->entrance = get_part (first->entrance, first->door == NULL ? then->entrance : NULL, &self->is_of_content);
  if (differ (self->entrance, then->entrance))
    then = &nothing;
  self->level = first->level != NULL ? first->level : then->level;
  self->door = get_part (first->door, then->door, &self->is_door_of_content);
}

static void
merge_readings (Guessing *self)
{
  gboolean from_content = self->address.compound == BJT_NO_INDEX || self->content.naming > self->address.naming;

  if (self->address.text[0] == '\0' || (from_content && !self->address.is_foreign))
    {
      self->compound = self->content.compound;
      self->naming = self->content.naming;
    }
  if (self->address.compound != BJT_NO_INDEX && self->address.naming >= MIN (self->content.naming, BJT_NAMING_OLD))
    {
      self->compound = self->address.compound;
      self->naming = self->address.naming;
    }
  if (self->naming == BJT_NAMING_NONE && self->picture->compounds->len == 1 && !self->address.is_foreign)
    {
      self->compound = 0;
      self->naming = BJT_NAMING_EXACT;
    }
  if (self->address.is_many || self->content.is_many)
    self->doubts |= BJT_PLACE_TWO_PLACES;
  if (self->address.is_foreign || self->content.is_foreign)
    self->doubts |= BJT_PLACE_OTHER_COMMUNITY;
  merge_parts (self);
}

/* People */

static guint32
find_home (const BjtPicture       *picture,
           const BjtPicturePerson *person)
{
  guint32 member = person->home != BJT_NO_INDEX ? person->home : person->hukou;

  if (member == BJT_NO_INDEX)
    return BJT_NO_INDEX;
  return bjt_picture_get_household (picture, bjt_picture_get_member (picture, member)->household)->door;
}

static guint32
find_phone_door (const BjtPicture *picture,
                 const char       *phone)
{
  guint32 found = BJT_NO_INDEX;

  if (phone == NULL || strlen (phone) < 7)
    return BJT_NO_INDEX;
  for (guint32 p = 0; p < picture->persons->len; p++)
    {
      const BjtPicturePerson *person = bjt_picture_get_person (picture, p);
      guint32                 door;

      if (g_strcmp0 (person->phone, phone) != 0)
        continue;
      door = find_home (picture, person);
      if (door == BJT_NO_INDEX)
        continue;
      if (found != BJT_NO_INDEX && found != door)
        return BJT_NO_INDEX;
      found = door;
    }
  return found;
}

static gboolean
lives_at (const Guessing *self,
          guint32         door)
{
  const BjtRun *households = &bjt_picture_get_door (self->picture, door)->households;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (self->picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        if (g_strcmp0 (bjt_picture_get_person (self->picture, bjt_picture_get_member (self->picture, m)->person)->name, self->clues->caller) == 0)
          return TRUE;
    }
  return FALSE;
}

/* Guesses */

static void
add_people (const Guessing *self,
            BjtPlaceGuess  *guess)
{
  const BjtPictureDoor *home = self->phone_door != BJT_NO_INDEX ? bjt_picture_get_door (self->picture, self->phone_door) : NULL;

  if (guess->door != BJT_NO_INDEX && guess->door == self->phone_door)
    {
      guess->reasons |= BJT_PLACE_PHONE;
      guess->score += POINTS_PHONE;
    }
  else if (home != NULL && guess->door != BJT_NO_INDEX && home->building == guess->building)
    guess->reasons |= BJT_PLACE_PHONE_ELSEWHERE;
  if (guess->door != BJT_NO_INDEX && self->clues->caller != NULL && g_utf8_strlen (self->clues->caller, -1) > 1 && lives_at (self, guess->door))
    {
      guess->reasons |= BJT_PLACE_RESIDENT;
      guess->score += POINTS_RESIDENT;
    }
}

static void
add_guess (Guessing *self,
           guint32   building,
           guint32   entrance,
           guint32   door,
           int       score,
           guint     reasons)
{
  BjtPlaceGuess guess = { BJT_NO_INDEX, building, entrance, door, score, reasons | self->doubts, FALSE };

  if (door != BJT_NO_INDEX)
    guess.entrance = bjt_picture_get_door (self->picture, door)->entrance;
  guess.compound = bjt_picture_get_building (self->picture, building)->compound;
  if (self->address.text[0] != '\0' && (self->is_of_content || (door != BJT_NO_INDEX && self->is_door_of_content)))
    {
      guess.reasons |= BJT_PLACE_OF_CONTENT;
      guess.score += POINTS_FROM_CONTENT;
    }
  add_people (self, &guess);
  if (self->guesses->len < MAX_GUESSES)
    g_array_append_val (self->guesses, guess);
}

static void
guess_doors (Guessing *self,
             guint32   building,
             guint32   entrance, /* BJT_NO_INDEX: any */
             int       score,
             guint     reasons)
{
  const BjtRun *doors = entrance != BJT_NO_INDEX ? &bjt_picture_get_entrance (self->picture, entrance)->doors
                                                 : &bjt_picture_get_building (self->picture, building)->doors;
  const BjtRun *all = &bjt_picture_get_building (self->picture, building)->doors;
  guint         n = 0;

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    n += g_strcmp0 (bjt_picture_get_door (self->picture, d)->label, self->door) == 0;
  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    if (g_strcmp0 (bjt_picture_get_door (self->picture, d)->label, self->door) == 0)
      add_guess (self, building, BJT_NO_INDEX, d, score + POINTS_DOOR / (int) MIN (n, 4), reasons | (n > 1 ? BJT_PLACE_OTHER_ENTRANCE : 0));
  if (n > 0)
    return;
  add_guess (self, building, entrance, BJT_NO_INDEX, score + POINTS_MISSING, reasons | BJT_PLACE_NO_DOOR);
  for (guint32 d = all->first; d < all->first + all->n; d++)
    if (g_strcmp0 (bjt_picture_get_door (self->picture, d)->label, self->door) == 0)
      add_guess (self, building, BJT_NO_INDEX, d, score + POINTS_MISSING - 4, reasons | BJT_PLACE_OTHER_ENTRANCE);
}

static guint32
find_entrance (const Guessing *self,
               guint32         building)
{
  const BjtRun *entrances = &bjt_picture_get_building (self->picture, building)->entrances;

  for (guint32 e = entrances->first; e < entrances->first + entrances->n; e++)
    if (g_strcmp0 (bjt_picture_get_entrance (self->picture, e)->label, self->entrance) == 0)
      return e;
  return BJT_NO_INDEX;
}

static void
guess_in_building (Guessing *self,
                   guint32   building,
                   int       score,
                   guint     reasons)
{
  guint32 entrance = self->entrance != NULL ? find_entrance (self, building) : BJT_NO_INDEX;

  score += POINTS_BUILDING;
  if (self->entrance != NULL && entrance == BJT_NO_INDEX)
    {
      score += POINTS_MISSING;
      reasons |= BJT_PLACE_NO_ENTRANCE;
    }
  else if (entrance != BJT_NO_INDEX)
    score += POINTS_ENTRANCE;
  if (self->door != NULL)
    guess_doors (self, building, entrance, score, reasons);
  else
    add_guess (self, building, entrance, BJT_NO_INDEX, score, reasons);
}

static gboolean
is_here (const Guessing *self,
         guint32         building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (self->picture, building);

  return (self->clues->compound != BJT_NO_INDEX && b->compound == self->clues->compound)
         || (self->clues->grid != BJT_NO_INDEX && b->grid == self->clues->grid);
}

static void
guess_compound (Guessing *self,
                guint32   index,
                int       score,
                guint     reasons)
{
  const BjtRun *buildings = &bjt_picture_get_compound (self->picture, index)->buildings;
  BjtPlaceGuess whole = { index, BJT_NO_INDEX, BJT_NO_INDEX, BJT_NO_INDEX, score, reasons | self->doubts, FALSE };
  gboolean      any = FALSE;

  for (guint32 b = buildings->first; b < buildings->first + buildings->n; b++)
    if (self->building != NULL && g_strcmp0 (bjt_picture_get_building (self->picture, b)->label, self->building) == 0)
      {
        guess_in_building (self, b, score, reasons);
        any = TRUE;
      }
  if (any)
    return;
  if (self->building != NULL)
    {
      whole.reasons |= BJT_PLACE_NO_BUILDING;
      whole.score += POINTS_MISSING;
    }
  g_array_append_val (self->guesses, whole);
}

static void
guess_not_named (Guessing *self)
{
  for (guint32 b = 0; b < self->picture->buildings->len && self->building != NULL; b++)
    if (g_strcmp0 (bjt_picture_get_building (self->picture, b)->label, self->building) == 0)
      {
        gboolean here = is_here (self, b);

        guess_in_building (self, b, POINTS_NOT_NAMED + (here ? POINTS_HERE : 0), BJT_PLACE_NOT_NAMED | (here ? BJT_PLACE_HERE : 0));
      }
}

/* Where the telephone rings, when nothing leads there. */
static void
guess_by_phone (Guessing *self)
{
  if (self->phone_door == BJT_NO_INDEX)
    return;
  for (guint i = 0; i < self->guesses->len; i++)
    if (g_array_index (self->guesses, BjtPlaceGuess, i).door == self->phone_door)
      return;
  add_guess (self, bjt_picture_get_door (self->picture, self->phone_door)->building, BJT_NO_INDEX, self->phone_door, POINTS_NOT_NAMED, 0);
}

/* Certainty */

static gboolean
is_certain (const Guessing      *self,
            const BjtPlaceGuess *guess)
{
  guint    against = BJT_PLACE_NO_BUILDING | BJT_PLACE_NO_ENTRANCE | BJT_PLACE_NO_DOOR | BJT_PLACE_OTHER_ENTRANCE | BJT_PLACE_TWO_PLACES
                     | BJT_PLACE_PHONE_ELSEWHERE | BJT_PLACE_OTHER_COMMUNITY;
  gboolean is_at_phone = guess->door != BJT_NO_INDEX && (guess->reasons & BJT_PLACE_PHONE) != 0;

  if (is_at_phone && self->entrance == NULL)
    against &= ~(guint) BJT_PLACE_OTHER_ENTRANCE; /* several doors have the number; one of them has the telephone */
  if (guess->building == BJT_NO_INDEX || (guess->reasons & against) != 0 || self->building == NULL)
    return FALSE;
  if (guess->door != BJT_NO_INDEX && self->level != NULL && g_ascii_isdigit (*self->level)
      && g_ascii_strtoll (self->level, NULL, 10) != bjt_picture_get_door (self->picture, guess->door)->ordinal + 1)
    return FALSE;
  if (guess->door != BJT_NO_INDEX && self->is_door_of_content && !is_at_phone)
    return FALSE;
  if (self->naming == BJT_NAMING_SIMILAR)
    return is_at_phone;
  return self->naming >= BJT_NAMING_OLD;
}

static int
compare_guesses (gconstpointer a,
                 gconstpointer b)
{
  const BjtPlaceGuess *x = a, *y = b;

  if (x->score != y->score)
    return y->score - x->score;
  if (x->building != y->building)
    return x->building < y->building ? -1 : 1;
  return x->door < y->door ? -1 : x->door > y->door;
}

/* Where the content alone leads, when it leads elsewhere. */
static void
guess_of_content (Guessing *self)
{
  const BjtAddress *parts = self->content.parts;
  guint32           compound = self->content.compound != BJT_NO_INDEX ? self->content.compound : self->compound;

  if (parts == NULL || parts->building == NULL || compound == BJT_NO_INDEX
      || (compound == self->compound && g_strcmp0 (parts->building, self->building) == 0))
    return;
  self->building = parts->building;
  self->entrance = parts->entrance;
  self->door = parts->door;
  self->is_of_content = TRUE;
  guess_compound (self, compound, POINTS_OLD, BJT_PLACE_NAMED);
}

static void
guess_all (Guessing *self)
{
  static const int   points[] = { POINTS_NOT_NAMED, POINTS_UNSURE, POINTS_SIMILAR, POINTS_OLD, POINTS_EXACT };
  static const guint reasons[] = { BJT_PLACE_NOT_NAMED, BJT_PLACE_SIMILAR_NAME, BJT_PLACE_SIMILAR_NAME, BJT_PLACE_OLD_NAME, BJT_PLACE_NAMED };

  if (self->compound != BJT_NO_INDEX)
    guess_compound (self, self->compound, points[self->naming], reasons[self->naming]);
  if ((self->compound == BJT_NO_INDEX && !self->address.is_foreign) || self->naming == BJT_NAMING_UNSURE)
    guess_not_named (self);
  if ((self->doubts & BJT_PLACE_TWO_PLACES) != 0)
    guess_of_content (self);
  guess_by_phone (self);
}

/**
 * bjt_place_guess_list:
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type BjtPlaceGuess): only the first may be certain
 */
GArray *
bjt_place_guess_list (const BjtPicture    *picture,
                      const BjtPlaceClues *clues,
                      guint                limit)
{
  Guessing self = { .picture = picture, .clues = clues, .compound = BJT_NO_INDEX, .phone_door = find_phone_door (picture, clues->phone) };

  self.guesses = g_array_new (FALSE, FALSE, sizeof (BjtPlaceGuess));
  bjt_place_reading_init (&self.address, picture, clues->address, FALSE);
  bjt_place_reading_init (&self.content, picture, clues->content, TRUE);
  merge_readings (&self);
  guess_all (&self);
  g_array_sort (self.guesses, compare_guesses);
  if (self.guesses->len > 0)
    {
      BjtPlaceGuess *first = &g_array_index (self.guesses, BjtPlaceGuess, 0);

      first->is_certain = is_certain (&self, first);
    }
  if (self.guesses->len > limit)
    g_array_set_size (self.guesses, limit);
  bjt_place_reading_clear (&self.address);
  bjt_place_reading_clear (&self.content);
  return self.guesses;
}

/* Words */

const char *
bjt_place_reason_get_name (BjtPlaceReason reason)
{
  static const char *const names[BJT_N_PLACE_REASONS] = {
    "named", "old-name", "similar-name", "not-named", "here", "no-building", "no-entrance", "no-door",
    "other-entrance", "phone", "resident", "of-content", "two-places", "phone-elsewhere", "other-community",
  };
  int bit = g_bit_nth_lsf (reason, -1);

  return bit >= 0 && bit < BJT_N_PLACE_REASONS ? names[bit] : "";
}

/**
 * bjt_place_guess_dup_name:
 *
 * Returns: (transfer full): 山水宜家 3-2-501, 山水宜家 3-2, 山水宜家
 */
char *
bjt_place_guess_dup_name (const BjtPicture    *picture,
                          const BjtPlaceGuess *self)
{
  g_autofree char *building = NULL;

  if (self->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, self->door);
  if (self->building == BJT_NO_INDEX)
    return g_strdup (self->compound != BJT_NO_INDEX ? bjt_picture_get_compound (picture, self->compound)->name : "");
  building = bjt_picture_dup_building_name (picture, self->building);
  if (self->entrance == BJT_NO_INDEX)
    return g_steal_pointer (&building);
  return g_strdup_printf ("%s-%s", building, bjt_picture_get_entrance (picture, self->entrance)->label);
}
