/* bjt-address-grammar.c: finds the piece where the place begins, then reads
 * entrance, level and door in the order they come. The begin is, first match
 * wins:
 *
 *   1. a building mark (3号楼, B座), the last group of them;
 *   2. an entrance mark (2单元) with the number before it;
 *   3. a chain of labels and dashes (3-2-501), the last one;
 *   4. a number after a lane (1805弄15号), a number before a door (140号1134室);
 *   5. a level or an alley of a market (四楼三街2722);
 *   6. letters and digits grown together (C1215, 13B3761);
 *   7. a lone number, door or word.
 *
 * A number behind the name of a road is the road's and begins nothing. */
#include "bjt-address-grammar.h"

#include <stdlib.h>

#define NOT_FOUND G_MAXUINT

typedef struct
{
  const char       *text;
  BjtAddressPiece  *pieces;
  guint             n_pieces;
  BjtAddressPlaces *places;
} Grammar;

gboolean
bjt_address_slot_is_set (const BjtAddressSlot *self)
{
  return self->end > self->start || self->word_end > self->word_start;
}

static const BjtAddressPiece *
get_piece (const Grammar *self,
           guint          i)
{
  return i < self->n_pieces ? &self->pieces[i] : NULL;
}

static gboolean
is_label (const BjtAddressPiece *piece)
{
  return piece != NULL && piece->kind == BJT_ADDRESS_PIECE_LABEL;
}

static gboolean
is_door_word (const BjtAddressPiece *piece)
{
  return piece != NULL && piece->kind == BJT_ADDRESS_PIECE_DOOR_WORD;
}

static gboolean
is_marked (const BjtAddressPiece *piece,
           BjtAddressMark         mark)
{
  return is_label (piece) && piece->mark == mark;
}

static gboolean
is_bare (const BjtAddressPiece *piece)
{
  return is_marked (piece, BJT_ADDRESS_MARK_NONE);
}

/* 12 or 3, not 12B nor 501: more an entrance than a door. */
static gboolean
is_short (const BjtAddressPiece *piece)
{
  return piece->digits <= 2 && piece->letters == 0;
}

static gboolean
is_postcode (const BjtAddressPiece *piece)
{
  return is_bare (piece) && piece->digits == 6 && piece->letters == 0 && !(piece->dashed && is_short (piece - 1));
}

/* A label that could be a place within a building. */
static gboolean
is_inner (const BjtAddressPiece *piece)
{
  return is_label (piece) && piece->mark != BJT_ADDRESS_MARK_ZONE && piece->mark != BJT_ADDRESS_MARK_LANE && !is_postcode (piece);
}

static gboolean
is_road_number (const Grammar *self,
                guint          i)
{
  const BjtAddressPiece *before = i > 0 ? get_piece (self, i - 1) : NULL;

  if (before == NULL || before->kind != BJT_ADDRESS_PIECE_TEXT)
    return FALSE;
  return bjt_address_words_ends_road (self->text + before->start, before->end - before->start);
}

/* 平安巷8号 is a house in a lane, 长荣街8号 an address on a road. */
static gboolean
is_lane_number (const Grammar *self,
                guint          i)
{
  return bjt_address_words_ends_lane (self->text + self->pieces[i - 1].start,
                                      self->pieces[i - 1].end - self->pieces[i - 1].start);
}

static void
take (BjtAddressSlot  *slot,
      BjtAddressPiece *piece)
{
  slot->start = piece->start;
  slot->end = piece->label_end;
  slot->attached_start = piece->attached_start;
  slot->attached_end = piece->attached_end;
  slot->below = piece->below;
  piece->consumed = TRUE;
}

static void
take_range (BjtAddressSlot  *slot,
            BjtAddressPiece *first,
            BjtAddressPiece *last)
{
  take (slot, first);
  slot->end = last->label_end;
  slot->attached_start = last->attached_start;
  slot->attached_end = last->attached_end;
  last->consumed = TRUE;
}

static void
take_word (BjtAddressSlot  *slot,
           BjtAddressPiece *word)
{
  slot->word_start = word->start;
  slot->word_end = word->end;
  word->consumed = TRUE;
}

/* 1105-1106, 15-16号: two doors of one shop, not entrance and door. */
static gboolean
is_range_of (const Grammar         *self,
             const BjtAddressPiece *first,
             const BjtAddressPiece *last,
             guint                  least)
{
  int from;
  int to;

  if (first->letters > 0 || last->letters > 0 || first->digits != last->digits || first->digits == 0)
    return FALSE;
  from = atoi (self->text + first->start);
  to = atoi (self->text + last->start);
  return to > from && to - from <= 10 && (first->digits >= least || last->mark == BJT_ADDRESS_MARK_NUMBER);
}

static gboolean
is_range (const Grammar         *self,
          const BjtAddressPiece *first,
          const BjtAddressPiece *last)
{
  return is_range_of (self, first, last, 3);
}

/* A267-268: a row of stalls, its letter the building. */
static gboolean
is_stalls (const Grammar         *self,
           const BjtAddressPiece *first,
           const BjtAddressPiece *last)
{
  BjtAddressPiece digits = *first;

  digits.start += first->letters;
  digits.letters = 0;
  return first->letters > 0 && first->digits > 1 && g_ascii_isalpha (self->text[first->start]) && g_ascii_isdigit (self->text[digits.start]) &&
         is_bare (first) && is_range_of (self, &digits, last, 2);
}

static guint
read_dashed (Grammar *self,
             guint    i)
{
  BjtAddressPlaces *places = self->places;
  BjtAddressPiece  *piece = &self->pieces[i];
  BjtAddressPiece  *next = &self->pieces[i + 1];
  gboolean          inside = bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->level);
  gboolean          doorlike = next->mark != BJT_ADDRESS_MARK_LEVEL && next->mark != BJT_ADDRESS_MARK_ENTRANCE;

  if (bjt_address_slot_is_set (&places->door))
    return i;
  if (doorlike && (is_range (self, piece, next) || (!is_short (piece) && (inside || (is_short (next) && is_marked (piece - 1, BJT_ADDRESS_MARK_BUILDING))))))
    {
      take_range (&places->door, piece, next);
      return i + 2;
    }
  if (!bjt_address_slot_is_set (&places->entrance))
    take (&places->entrance, piece);
  else if (!bjt_address_slot_is_set (&places->level))
    take (&places->level, piece);
  else
    return i;
  return i + 1;
}

/* A number or a bare label behind a building: what it is depends on what is set
 * and on what follows. */
/* 12A850 and 21101 without their dash: entrance and door. */
static gsize
find_split (const Grammar         *self,
            const BjtAddressPiece *piece)
{
  gsize at = piece->start;

  while (g_ascii_isdigit (self->text[at]))
    at++;
  if (piece->letters == 0)
    return !piece->spaced && (piece->digits == 5 || piece->digits == 6) ? piece->label_end - 4 : 0;
  if (at == piece->start || at == piece->label_end || at - piece->start > 2)
    return 0;
  at++;
  return piece->label_end - at >= 3 && g_ascii_isdigit (self->text[at]) ? at : 0;
}

static gboolean
read_grown_inner (Grammar *self,
                  guint    i)
{
  BjtAddressPlaces *places = self->places;
  BjtAddressPiece  *piece = &self->pieces[i];
  gsize             split = find_split (self, piece);
  gboolean          numbered = g_ascii_isdigit (self->text[places->building.start]);

  if (split == 0 || bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->door))
    return FALSE;
  if (piece->letters == 0 && (!numbered || bjt_address_slot_is_set (&places->level)))
    return FALSE;
  take (&places->door, piece);
  places->entrance = (BjtAddressSlot){ .start = piece->start, .end = split };
  places->door.start = split;
  return TRUE;
}

static guint
read_open (Grammar *self,
           guint    i)
{
  BjtAddressPlaces      *places = self->places;
  BjtAddressPiece       *piece = &self->pieces[i];
  const BjtAddressPiece *next = get_piece (self, i + 1);
  gboolean               inside = bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->level);
  gboolean               number = piece->mark == BJT_ADDRESS_MARK_NUMBER;

  if (bjt_address_slot_is_set (&places->door) || is_postcode (piece))
    return i;
  if (is_bare (piece) && is_inner (next) && next->dashed)
    return read_dashed (self, i);
  if (number && is_door_word (next) && next->start == piece->end)
    {
      take (&places->door, piece);
      take_word (&places->door, &self->pieces[i + 1]);
      return i + 2;
    }
  if (!bjt_address_slot_is_set (&places->entrance) && number && is_inner (next) && next->mark != BJT_ADDRESS_MARK_BUILDING)
    take (&places->entrance, piece);
  else if (!inside && is_short (piece) && (is_door_word (next) || !(piece->dashed && piece[-1].letters > 0)))
    take (&places->entrance, piece);
  else
    take (&places->door, piece);
  return i + 1;
}

static guint
read_word (Grammar *self,
           guint    i)
{
  BjtAddressPlaces *places = self->places;
  BjtAddressPiece  *piece = &self->pieces[i];
  BjtAddressPiece  *next = i + 1 < self->n_pieces ? &self->pieces[i + 1] : NULL;

  if (piece->kind == BJT_ADDRESS_PIECE_LEVEL_WORD)
    {
      if (bjt_address_slot_is_set (&places->level))
        return i;
      take_word (&places->level, piece);
      return i + 1;
    }
  if (bjt_address_slot_is_set (&places->door))
    return i;
  if (next != NULL && (is_bare (next) || is_marked (next, BJT_ADDRESS_MARK_NUMBER)) && !next->spaced)
    {
      take (&places->door, next);
      i++;
    }
  take_word (&places->door, piece);
  return i + 1;
}

/* Takes the label at i when its slot is free; what cannot be placed stays. */
static guint
read_marked (Grammar        *self,
             guint           i,
             BjtAddressSlot *slot)
{
  if (bjt_address_slot_is_set (slot))
    return i;
  take (slot, &self->pieces[i]);
  return i + 1;
}

/* 164户610: the first is a house, the second its door. */
static gboolean
is_outer_door (const Grammar *self,
               guint          i)
{
  const BjtAddressPiece *next = get_piece (self, i + 1);

  return !bjt_address_slot_is_set (&self->places->entrance) && is_bare (next) && !next->spaced && !next->dashed &&
         next->digits >= 3 && next->digits <= 4;
}

static guint
read_label (Grammar *self,
            guint    i)
{
  BjtAddressPlaces *places = self->places;
  gboolean          inside = bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->door);

  switch (self->pieces[i].mark)
    {
    case BJT_ADDRESS_MARK_ENTRANCE:
    case BJT_ADDRESS_MARK_STREET:
      return read_marked (self, i, &places->entrance);
    case BJT_ADDRESS_MARK_LEVEL:
      return read_marked (self, i, &places->level);
    case BJT_ADDRESS_MARK_DOOR:
      if (is_outer_door (self, i))
        return read_marked (self, i, &places->entrance);
      return read_grown_inner (self, i) ? i + 1 : read_marked (self, i, &places->door);
    case BJT_ADDRESS_MARK_BUILDING:
      return inside || bjt_address_slot_is_set (&places->level) ? i : read_marked (self, i, &places->entrance);
    case BJT_ADDRESS_MARK_NUMBER:
    case BJT_ADDRESS_MARK_NONE:
      return read_grown_inner (self, i) ? i + 1 : read_open (self, i);
    case BJT_ADDRESS_MARK_LANE:
    case BJT_ADDRESS_MARK_ZONE:
    default:
      return i;
    }
}

/* Whether reading goes on behind the text at i: before a marked label, and
 * before any label when the text says nothing. */
static gboolean
may_skip (const Grammar *self,
          guint          i)
{
  const BjtAddressPiece *piece = &self->pieces[i];
  const BjtAddressPiece *next = get_piece (self, i + 1);

  if (is_marked (next, BJT_ADDRESS_MARK_ZONE))
    next = get_piece (self, i + 2);
  if (!is_label (next))
    return next != NULL && next->kind != BJT_ADDRESS_PIECE_TEXT;
  if (next->mark == BJT_ADDRESS_MARK_ENTRANCE || next->mark == BJT_ADDRESS_MARK_LEVEL || next->mark == BJT_ADDRESS_MARK_DOOR)
    return TRUE;
  if (bjt_address_slot_is_set (&self->places->level) &&
      (next->mark == BJT_ADDRESS_MARK_STREET || (i + 2 == self->n_pieces && next->digits >= 3)))
    return TRUE;
  return bjt_address_words_is_filler (self->text + piece->start, piece->end - piece->start);
}

static void
read_inner (Grammar *self,
            guint    i)
{
  while (i < self->n_pieces)
    {
      const BjtAddressPiece *piece = &self->pieces[i];
      guint                  next;

      if (piece->kind == BJT_ADDRESS_PIECE_TEXT)
        {
          if (!may_skip (self, i))
            return;
          i++;
          continue;
        }
      next = piece->kind == BJT_ADDRESS_PIECE_LABEL ? read_label (self, i) : read_word (self, i);
      i = next == i ? i + 1 : next;
    }
}

static guint
find_last_mark (const Grammar *self,
                BjtAddressMark mark)
{
  for (guint i = self->n_pieces; i-- > 0;)
    if (is_marked (&self->pieces[i], mark))
      return i;
  return NOT_FOUND;
}

static void
begin (Grammar *self,
       guint    i)
{
  self->places->start = self->pieces[i].start;
  if (self->pieces[i].below && self->places->start > 0)
    self->places->start = i > 0 ? self->pieces[i - 1].end : 0;
}

static void
begin_inside (Grammar *self,
              guint    i)
{
  begin (self, i);
  read_inner (self, i);
}

/* Of 11栋15楼A座, all labels, 11栋 is the building; of 19栋123栋 the second, which
 * corrects the first. */
static guint
find_first_building (const Grammar *self,
                     guint          i)
{
  guint first = i;

  while (i > 0 && is_inner (&self->pieces[i - 1]))
    {
      i--;
      if (self->pieces[i].mark == BJT_ADDRESS_MARK_BUILDING && (self->pieces[first].letters > 0 || first + 1 == self->n_pieces))
        first = i;
    }
  return first;
}

/* 7单元8号楼1340: the entrance came first. */
static void
read_reversed (Grammar *self,
               guint    i)
{
  while (i > 0)
    {
      BjtAddressPiece *piece = &self->pieces[--i];

      if (is_marked (piece, BJT_ADDRESS_MARK_ENTRANCE) && !bjt_address_slot_is_set (&self->places->entrance))
        take (&self->places->entrance, piece);
      else if (is_marked (piece, BJT_ADDRESS_MARK_DOOR) && !bjt_address_slot_is_set (&self->places->door))
        take (&self->places->door, piece);
      else
        return;
      self->places->start = piece->start;
    }
}

static void
begin_at_building (Grammar *self,
                   guint    i)
{
  begin (self, i);
  take (&self->places->building, &self->pieces[i]);
  read_inner (self, i + 1);
  if (self->pieces[i].mark == BJT_ADDRESS_MARK_BUILDING)
    read_reversed (self, i);
}

/* 3-2幢 and 26-1栋 are one label. */
static gboolean
read_building_mark (Grammar *self)
{
  guint            i = find_last_mark (self, BJT_ADDRESS_MARK_BUILDING);
  BjtAddressPiece *first;

  if (i == NOT_FOUND)
    return FALSE;
  i = find_first_building (self, i);
  first = i > 0 ? &self->pieces[i - 1] : NULL;
  if (first == NULL || !is_bare (first) || !self->pieces[i].dashed || is_road_number (self, i - 1))
    {
      begin_at_building (self, i);
      return TRUE;
    }
  begin (self, i - 1);
  take_range (&self->places->building, first, &self->pieces[i]);
  read_inner (self, i + 1);
  return TRUE;
}

static gboolean
read_entrance_mark (Grammar *self)
{
  guint                  i = 0;
  const BjtAddressPiece *before;

  while (i < self->n_pieces && !is_marked (&self->pieces[i], BJT_ADDRESS_MARK_ENTRANCE))
    i++;
  if (i == self->n_pieces)
    return FALSE;
  before = i > 0 ? &self->pieces[i - 1] : NULL;
  if (is_bare (before) || is_marked (before, BJT_ADDRESS_MARK_LEVEL) ||
      (is_marked (before, BJT_ADDRESS_MARK_NUMBER) && !is_road_number (self, i - 1)))
    begin_at_building (self, i - 1);
  else
    begin_inside (self, i);
  return TRUE;
}

/* The length of the run of dashed labels that begins at i. */
static guint
measure_chain (const Grammar *self,
               guint          i)
{
  guint n = 1;

  while (is_inner (get_piece (self, i + n)) && self->pieces[i + n].dashed)
    n++;
  if (is_door_word (get_piece (self, i + n)) && self->pieces[i + n].dashed)
    n++;
  return n;
}

/* 13街40258-40261店: the alley comes before the chain. */
static gboolean
is_stall (const Grammar *self,
          guint          i)
{
  return i > 0 && (is_marked (&self->pieces[i - 1], BJT_ADDRESS_MARK_STREET) || is_marked (&self->pieces[i - 1], BJT_ADDRESS_MARK_LEVEL));
}

/* 456-458号 behind a road with more to come, and numbers of telephones. */
static gboolean
is_foreign_chain (const Grammar *self,
                  guint          i,
                  guint          length)
{
  const BjtAddressPiece *first = &self->pieces[i];
  const BjtAddressPiece *last = &first[length - 1];

  if (length == 3 && first->digits + first[1].digits + last->digits >= 10)
    return TRUE;
  return length == 2 && last->mark == BJT_ADDRESS_MARK_NUMBER && is_road_number (self, i) && i + length < self->n_pieces &&
         self->pieces[i + length].kind == BJT_ADDRESS_PIECE_TEXT;
}

/* 1326-11-6-434 begins with a road's number, A-3-2-501 with a zone, and 48号3-296
 * with the building before the chain. */
static guint
settle_chain (const Grammar *self,
              guint          start,
              guint          length)
{
  const BjtAddressPiece *first = &self->pieces[start];
  const BjtAddressPiece *before = start > 0 ? first - 1 : NULL;
  gboolean               number = first->mark == BJT_ADDRESS_MARK_NUMBER;

  if (is_road_number (self, start) && (length > 3 || (length > 2 && number)))
    return start + 1;
  if (length > 3 && first->digits == 0)
    return start + 1;
  if (length == 2 && is_marked (before, BJT_ADDRESS_MARK_NUMBER) && is_short (first) && first[1].digits > 2 && !is_road_number (self, start - 1) &&
      (start < 2 || !is_marked (before - 1, BJT_ADDRESS_MARK_LANE)))
    return start - 1;
  return start;
}

static gboolean
read_chain (Grammar *self,
            gboolean in_context)
{
  guint    start = NOT_FOUND;
  guint    length = 0;
  gboolean alone;

  for (guint i = 0; i < self->n_pieces; i++)
    {
      guint n;

      if (!is_bare (&self->pieces[i]) && !is_marked (&self->pieces[i], BJT_ADDRESS_MARK_NUMBER))
        continue;
      n = measure_chain (self, i);
      if (n > 1 && !is_foreign_chain (self, i, n) && !is_stall (self, i))
        {
          start = i;
          length = n;
        }
      i += n - 1;
    }
  if (start == NOT_FOUND)
    return FALSE;
  alone = in_context && start == 0 && length == 2 && is_label (&self->pieces[1]) && self->pieces[1].mark != BJT_ADDRESS_MARK_LEVEL;
  if (length == 2 && is_range (self, &self->pieces[start], &self->pieces[start + 1]) &&
      (self->pieces[start].digits > 3 || self->pieces[start + 1].mark == BJT_ADDRESS_MARK_DOOR))
    alone = TRUE; /* 1105-1106室 */
  start = settle_chain (self, start, length);
  if (alone)
    begin_inside (self, start);
  else
    begin_at_building (self, start);
  return TRUE;
}

/* 1805弄15号1722, 140号1134室; 238号1613室 of a road has no building. */
static gboolean
read_number (Grammar *self)
{
  for (guint i = self->n_pieces; i-- > 0;)
    {
      const BjtAddressPiece *next = get_piece (self, i + 1);

      if (!is_marked (&self->pieces[i], BJT_ADDRESS_MARK_NUMBER))
        continue;
      if (i > 0 && is_marked (&self->pieces[i - 1], BJT_ADDRESS_MARK_LANE))
        begin_at_building (self, i);
      else if (!is_inner (next))
        continue;
      else if (is_road_number (self, i) && !is_lane_number (self, i))
        begin_inside (self, i + 1);
      else
        begin_at_building (self, i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_market (Grammar *self)
{
  for (guint i = 0; i < self->n_pieces; i++)
    {
      const BjtAddressPiece *piece = &self->pieces[i];

      if (!is_marked (piece, BJT_ADDRESS_MARK_LEVEL) &&
          (!is_marked (piece, BJT_ADDRESS_MARK_STREET) || !is_label (get_piece (self, i + 1))))
        continue;
      begin_inside (self, i);
      return TRUE;
    }
  return FALSE;
}

/* Where the building of C1215, 13B3761, 157D33 and 31052 ends: behind the letter,
 * or before four digits. */
static gsize
find_building_split (const Grammar         *self,
                     const BjtAddressPiece *piece)
{
  gsize at = piece->start;
  gsize split;

  while (g_ascii_isdigit (self->text[at]))
    at++;
  split = at;
  while (g_ascii_isalpha (self->text[split]))
    split++;
  if (piece->letters == 0 && !piece->spaced && (piece->digits == 5 || piece->digits == 6) && piece->mark != BJT_ADDRESS_MARK_NUMBER)
    return piece->label_end - 4;
  if (piece->letters == 0 || piece->letters > 2 || split - at != piece->letters || at - piece->start > 3)
    return 0;
  return piece->label_end - split >= (at > piece->start || piece->letters == 2 ? 2u : 3u) ? split : 0;
}

/* Splits C1215 and 13B3761 behind a name: the letter ends the building. */
static gboolean
read_grown (Grammar *self)
{
  for (guint i = self->n_pieces; i-- > 1;)
    {
      BjtAddressPiece *piece = &self->pieces[i];
      gsize            split;

      if (!is_bare (piece) && !is_marked (piece, BJT_ADDRESS_MARK_DOOR) && !is_marked (piece, BJT_ADDRESS_MARK_NUMBER))
        continue;
      if (piece[-1].kind != BJT_ADDRESS_PIECE_TEXT && piece[-1].mark != BJT_ADDRESS_MARK_NUMBER)
        continue;
      split = find_building_split (self, piece);
      if (split == 0)
        continue;
      begin (self, i);
      self->places->building = (BjtAddressSlot){ .start = piece->start, .end = split };
      self->places->door = (BjtAddressSlot){ .start = split, .end = piece->label_end };
      piece->consumed = TRUE;
      read_inner (self, i + 1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_stalls (Grammar *self)
{
  for (guint i = 0; i + 1 < self->n_pieces; i++)
    {
      BjtAddressPiece *first = &self->pieces[i];

      if (!first[1].dashed || !is_label (&first[1]) || !is_stalls (self, first, &first[1]))
        continue;
      begin (self, i);
      take_range (&self->places->door, first, &first[1]);
      self->places->building = (BjtAddressSlot){ .start = first->start, .end = first->start + first->letters };
      self->places->door.start = self->places->building.end;
      read_inner (self, i + 2);
      return TRUE;
    }
  return FALSE;
}

/* 501, 0301, 14C; 12 could be anything, 1542 behind a road is its number. */
static gboolean
is_lone_door (const Grammar *self,
              guint          i)
{
  const BjtAddressPiece *piece = &self->pieces[i];
  const BjtAddressPiece *next = get_piece (self, i + 1);

  if (!is_bare (piece) || is_road_number (self, i) || (piece->dashed && i > 0 && is_label (piece - 1)) || (next != NULL && next->dashed))
    return FALSE;
  return (piece->digits >= 3 && piece->digits <= 4) || (piece->digits > 0 && piece->letters > 0);
}

static gboolean
read_alone (Grammar *self)
{
  for (guint i = self->n_pieces; i-- > 0;)
    {
      const BjtAddressPiece *piece = &self->pieces[i];

      if (piece->kind == BJT_ADDRESS_PIECE_LEVEL_WORD || piece->kind == BJT_ADDRESS_PIECE_DOOR_WORD ||
          is_marked (piece, BJT_ADDRESS_MARK_DOOR) || is_lone_door (self, i))
        {
          while (i > 0 && self->pieces[i - 1].kind != BJT_ADDRESS_PIECE_TEXT && !is_label (&self->pieces[i - 1]))
            i--;
          begin_inside (self, i);
          return TRUE;
        }
      if (is_marked (piece, BJT_ADDRESS_MARK_NUMBER) && i > 0 && !is_road_number (self, i))
        {
          begin_at_building (self, is_bare (piece - 1) ? i - 1 : i);
          return TRUE;
        }
    }
  return FALSE;
}

/* -1层 behind nothing or behind a mark is below the ground, unless dashes part
 * all the labels. */
static void
settle_below (Grammar *self)
{
  gboolean dashed = FALSE;

  for (guint i = 0; i < self->n_pieces; i++)
    {
      BjtAddressPiece *piece = &self->pieces[i];

      if (is_marked (piece, BJT_ADDRESS_MARK_LEVEL) && piece->dashed && !dashed && piece->digits == 1 &&
          (i == 0 || !is_bare (&self->pieces[i - 1])))
        piece->below = TRUE;
      dashed = dashed || piece->dashed;
    }
}

/**
 * bjt_address_grammar_run:
 * @text: what the pieces are of
 * @pieces: from bjt_address_lexer_run(); what became a place is marked
 * @n_pieces: how many
 * @in_context: the building is known: 2-501 is entrance and door
 * @places: (out): what was found
 */
void
bjt_address_grammar_run (const char       *text,
                         BjtAddressPiece  *pieces,
                         guint             n_pieces,
                         gboolean          in_context,
                         BjtAddressPlaces *places)
{
  Grammar self = { .text = text, .pieces = pieces, .n_pieces = n_pieces, .places = places };

  *places = (BjtAddressPlaces){ .start = n_pieces > 0 ? pieces[n_pieces - 1].end : 0 };
  settle_below (&self);
  if (read_building_mark (&self) || read_entrance_mark (&self) || read_stalls (&self) || read_chain (&self, in_context))
    return;
  if (read_grown (&self) || read_number (&self) || read_market (&self))
    return;
  read_alone (&self);
}
