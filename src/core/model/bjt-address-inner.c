/* bjt-address-inner.c: behind a building come entrance, level and door, in this
 * order, each at most once; what a bare number is depends on what is set already
 * and on what follows. What fits nowhere stays unread. */
#include "bjt-address-inner.h"

#include <stdlib.h>

/* 1105-1106, 15-16号: two doors of one shop, not entrance and door. */
static gboolean
is_range_of (const BjtAddressGrammar *self,
             const BjtAddressPiece   *first,
             const BjtAddressPiece   *last,
             guint                    least)
{
  int from;
  int to;

  if (first->letters > 0 || last->letters > 0 || first->digits != last->digits || first->digits == 0)
    return FALSE;
  from = atoi (self->text + first->start);
  to = atoi (self->text + last->start);
  return to > from && to - from <= 10 && (first->digits >= least || last->mark == BJT_ADDRESS_MARK_NUMBER);
}

gboolean
bjt_address_inner_is_range (const BjtAddressGrammar *self,
                            const BjtAddressPiece   *first,
                            const BjtAddressPiece   *last)
{
  return is_range_of (self, first, last, 3);
}

/* A267-268: a row of stalls, its letter the building. */
gboolean
bjt_address_inner_is_stalls (const BjtAddressGrammar *self,
                             const BjtAddressPiece   *first,
                             const BjtAddressPiece   *last)
{
  BjtAddressPiece digits = *first;

  digits.start += first->letters;
  digits.letters = 0;
  return first->letters > 0 && first->digits > 1 && g_ascii_isalpha (self->text[first->start]) && g_ascii_isdigit (self->text[digits.start]) && bjt_address_piece_is_bare (first) && is_range_of (self, &digits, last, 2);
}

static guint
read_dashed (BjtAddressGrammar *self,
             guint              i)
{
  BjtAddressPlaces *places = self->places;
  BjtAddressPiece  *piece = &self->pieces[i];
  BjtAddressPiece  *next = &self->pieces[i + 1];
  gboolean          inside = bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->level);
  gboolean          doorlike = next->mark != BJT_ADDRESS_MARK_LEVEL && next->mark != BJT_ADDRESS_MARK_ENTRANCE;

  if (bjt_address_slot_is_set (&places->door))
    return i;
  if (doorlike && !inside && piece->digits == 1 && bjt_address_inner_is_range (self, piece, next)) /* 2-3号, as 2号 */
    {
      bjt_address_slot_take_range (&places->entrance, piece, next);
      return i + 2;
    }
  if (doorlike && (bjt_address_inner_is_range (self, piece, next) || (!bjt_address_piece_is_short (piece) && (inside || (bjt_address_piece_is_short (next) && bjt_address_piece_is_marked (piece - 1, BJT_ADDRESS_MARK_BUILDING))))))
    {
      bjt_address_slot_take_range (&places->door, piece, next);
      return i + 2;
    }
  if (!bjt_address_slot_is_set (&places->entrance))
    bjt_address_slot_take (&places->entrance, piece);
  else if (!bjt_address_slot_is_set (&places->level))
    bjt_address_slot_take (&places->level, piece);
  else
    return i;
  return i + 1;
}

/* 12A850 and 21101 without their dash: entrance and door. */
static gsize
find_split (const BjtAddressGrammar *self,
            const BjtAddressPiece   *piece)
{
  gsize at = piece->start;

  while (g_ascii_isdigit (self->text[at]))
    at++;
  if (piece->letters == 0)
    {
      if (piece->digits == 5 && self->text[piece->start + 1] == '0') /* 10391 is 10-391 */
        return piece->spaced ? 0 : piece->label_end - 3;
      return !piece->spaced && (piece->digits == 5 || piece->digits == 6) ? piece->label_end - 4 : 0;
    }
  if (at == piece->start || at == piece->label_end || at - piece->start > 2)
    return 0;
  at++;
  return piece->label_end - at >= 3 && g_ascii_isdigit (self->text[at]) ? at : 0;
}

/* A number or a bare label behind a building: what it is depends on what is set
 * and on what follows. */
static gboolean
read_grown_inner (BjtAddressGrammar *self,
                  guint              i)
{
  BjtAddressPlaces *places = self->places;
  BjtAddressPiece  *piece = &self->pieces[i];
  gsize             split = find_split (self, piece);
  gboolean          numbered = g_ascii_isdigit (self->text[places->building.start]);

  if (split == 0 || bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->door))
    return FALSE;
  if (piece->letters == 0 && (!numbered || bjt_address_slot_is_set (&places->level)))
    return FALSE;
  bjt_address_slot_take (&places->door, piece);
  places->entrance = (BjtAddressSlot){ .start = piece->start, .end = split };
  places->door.start = split;
  return TRUE;
}

/* What the building follows immediately, or NULL. */
static const BjtAddressPiece *
get_outer (const BjtAddressGrammar *self)
{
  return self->building != NULL && self->building > self->pieces && !self->building->spaced ? self->building - 1 : NULL;
}

/* 3栋2号 and 3-2 are written of entrances and of doors. The short number is a
 * door when
 *
 *   1. it is behind a dash and over forty: no building has so many entrances;
 *   2. a dash alone parts it from a road (南路11-2) or a tower (大厦136-24);
 *   3. a numbered road (809弄10幢12号) or a lettered zone, as markets have them
 *      (A区30栋12号), leads to the building: it is a shop. */
static gboolean
is_short_door (const BjtAddressGrammar *self,
               const BjtAddressPiece   *piece)
{
  const BjtAddressPiece *outer = get_outer (self);

  if (piece->dashed && atoi (self->text + piece->start) > BJT_ADDRESS_MOST_ENTRANCES)
    return TRUE;
  if (outer == NULL)
    return FALSE;
  if (piece->dashed && outer->kind == BJT_ADDRESS_PIECE_TEXT)
    return bjt_address_words_ends_road (self->text + outer->start, outer->end - outer->start) || bjt_address_words_ends_tower (self->text + outer->start, outer->end - outer->start);
  if (piece->mark != BJT_ADDRESS_MARK_NUMBER || self->building->mark != BJT_ADDRESS_MARK_BUILDING)
    return FALSE;
  if (bjt_address_piece_is_marked (outer, BJT_ADDRESS_MARK_ZONE))
    return outer->letters > 0;
  return bjt_address_piece_is_marked (outer, BJT_ADDRESS_MARK_NUMBER) || bjt_address_piece_is_marked (outer, BJT_ADDRESS_MARK_LANE);
}

/* 2号, -2, -C, the C10 of C10一楼, and any number in a row of houses; behind A5 a
 * dash leads to a stall. */
static gboolean
is_entrance (const BjtAddressGrammar *self,
             const BjtAddressPiece   *piece,
             const BjtAddressPiece   *next)
{
  gboolean row = self->building != NULL && bjt_address_words_is_row (self->text + self->building->label_end);

  if (row && piece->mark == BJT_ADDRESS_MARK_NUMBER)
    return TRUE;
  if (piece->letters > 0 && bjt_address_piece_is_bare (piece))
    return (bjt_address_piece_is_marked (next, BJT_ADDRESS_MARK_LEVEL) && !next->spaced) || (piece->dashed && piece->digits == 0);
  if (!bjt_address_piece_is_short (piece) || bjt_address_piece_is_door_word (next))
    return bjt_address_piece_is_short (piece);
  return !is_short_door (self, piece) && !(piece->dashed && piece[-1].letters > 0 && piece[-1].digits > 0);
}

static guint
read_open (BjtAddressGrammar *self,
           guint              i)
{
  BjtAddressPlaces      *places = self->places;
  BjtAddressPiece       *piece = &self->pieces[i];
  const BjtAddressPiece *next = bjt_address_grammar_get_piece (self, i + 1);
  gboolean               inside = bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->level);
  gboolean               number = piece->mark == BJT_ADDRESS_MARK_NUMBER;

  if (bjt_address_slot_is_set (&places->door) || bjt_address_piece_is_postcode (piece))
    return i;
  if (bjt_address_piece_is_bare (piece) && bjt_address_piece_is_inner (next) && next->dashed)
    return read_dashed (self, i);
  if (number && bjt_address_piece_is_door_word (next) && next->start == piece->end)
    {
      bjt_address_slot_take (&places->door, piece);
      bjt_address_slot_take_word (&places->door, &self->pieces[i + 1]);
      return i + 2;
    }
  if (!bjt_address_slot_is_set (&places->entrance) && number && bjt_address_piece_is_inner (next) && next->mark != BJT_ADDRESS_MARK_BUILDING)
    bjt_address_slot_take (&places->entrance, piece);
  else if (!inside && is_entrance (self, piece, next))
    bjt_address_slot_take (&places->entrance, piece);
  else
    bjt_address_slot_take (&places->door, piece);
  return i + 1;
}

static guint
read_word (BjtAddressGrammar *self,
           guint              i)
{
  BjtAddressPlaces *places = self->places;
  BjtAddressPiece  *piece = &self->pieces[i];
  BjtAddressPiece  *next = i + 1 < self->n_pieces ? &self->pieces[i + 1] : NULL;

  if (piece->kind == BJT_ADDRESS_PIECE_LEVEL_WORD)
    {
      if (bjt_address_slot_is_set (&places->level))
        return i;
      bjt_address_slot_take_word (&places->level, piece);
      return i + 1;
    }
  if (bjt_address_slot_is_set (&places->door))
    return i;
  if (next != NULL && (bjt_address_piece_is_bare (next) || bjt_address_piece_is_marked (next, BJT_ADDRESS_MARK_NUMBER)) && !next->spaced)
    {
      bjt_address_slot_take (&places->door, next);
      i++;
    }
  bjt_address_slot_take_word (&places->door, piece);
  return i + 1;
}

/* Takes the label at i when its slot is free; what cannot be placed stays. */
static guint
read_marked (BjtAddressGrammar *self,
             guint              i,
             BjtAddressSlot    *slot)
{
  if (bjt_address_slot_is_set (slot))
    return i;
  bjt_address_slot_take (slot, &self->pieces[i]);
  return i + 1;
}

/* 164户610: the first is a house, the second its door. */
static gboolean
is_outer_door (const BjtAddressGrammar *self,
               guint                    i)
{
  const BjtAddressPiece *next = bjt_address_grammar_get_piece (self, i + 1);

  return !bjt_address_slot_is_set (&self->places->entrance) && bjt_address_piece_is_bare (next) && !next->spaced && !next->dashed && next->digits >= 3 && next->digits <= 4;
}

/* 4幢624幢: no building, but the slip of a door. */
static gboolean
is_last_door (const BjtAddressGrammar *self,
              guint                    i)
{
  return i + 1 == self->n_pieces && self->pieces[i].digits >= 3;
}

/* 5号楼B区501: a zone in a building is a part of it, as an entrance is. */
static gboolean
is_part (const BjtAddressGrammar *self,
         guint                    i)
{
  const BjtAddressPiece *next = bjt_address_grammar_get_piece (self, i + 1);

  return self->building == &self->pieces[i] - 1 && self->building->mark == BJT_ADDRESS_MARK_BUILDING && bjt_address_piece_is_inner (next) && next->digits >= 3 && !bjt_address_slot_is_set (&self->places->level) && !bjt_address_slot_is_set (&self->places->door);
}

static guint
read_label (BjtAddressGrammar *self,
            guint              i)
{
  BjtAddressPlaces *places = self->places;
  gboolean          inside = bjt_address_slot_is_set (&places->entrance) || bjt_address_slot_is_set (&places->door);

  switch (self->pieces[i].mark)
    {
    case BJT_ADDRESS_MARK_ENTRANCE:
      if (bjt_address_slot_is_set (&places->entrance) && bjt_address_slot_is_set (&places->level)) /* 3单元6楼2门 */
        return read_marked (self, i, &places->door);
      return read_marked (self, i, &places->entrance);
    case BJT_ADDRESS_MARK_STREET:
      return read_marked (self, i, &places->entrance);
    case BJT_ADDRESS_MARK_LEVEL:
      return read_marked (self, i, &places->level);
    case BJT_ADDRESS_MARK_DOOR:
      if (is_outer_door (self, i))
        return read_marked (self, i, &places->entrance);
      return read_grown_inner (self, i) ? i + 1 : read_marked (self, i, &places->door);
    case BJT_ADDRESS_MARK_BUILDING:
      if (is_last_door (self, i))
        return read_marked (self, i, &places->door);
      return inside || bjt_address_slot_is_set (&places->level) ? i : read_marked (self, i, &places->entrance);
    case BJT_ADDRESS_MARK_NUMBER:
    case BJT_ADDRESS_MARK_NONE:
      return read_grown_inner (self, i) ? i + 1 : read_open (self, i);
    case BJT_ADDRESS_MARK_ZONE:
      return is_part (self, i) ? read_marked (self, i, &places->entrance) : i;
    case BJT_ADDRESS_MARK_LANE:
    case BJT_ADDRESS_MARK_GATE:
    default:
      return i;
    }
}

/* Whether reading goes on behind the text at i: before a marked label, and
 * before any label when the text says nothing. */
static gboolean
may_skip (const BjtAddressGrammar *self,
          guint                    i)
{
  const BjtAddressPiece *piece = &self->pieces[i];
  const BjtAddressPiece *next = bjt_address_grammar_get_piece (self, i + 1);

  if (bjt_address_piece_is_marked (next, BJT_ADDRESS_MARK_ZONE) || bjt_address_piece_is_marked (next, BJT_ADDRESS_MARK_GATE))
    next = bjt_address_grammar_get_piece (self, i + 2);
  if (next == NULL || next->kind != BJT_ADDRESS_PIECE_LABEL)
    return next != NULL && next->kind != BJT_ADDRESS_PIECE_TEXT;
  if (next->mark == BJT_ADDRESS_MARK_ENTRANCE || next->mark == BJT_ADDRESS_MARK_LEVEL || next->mark == BJT_ADDRESS_MARK_DOOR)
    return TRUE;
  if (bjt_address_slot_is_set (&self->places->level) && (next->mark == BJT_ADDRESS_MARK_STREET || (i + 2 == self->n_pieces && next->digits >= 3)))
    return TRUE;
  return bjt_address_words_is_filler (self->text + piece->start, piece->end - piece->start);
}

/* 6楼通州街1124号: alleys of a market that have names, as others have numbers. */
static gboolean
read_named_alley (BjtAddressGrammar *self,
                  guint              i)
{
  BjtAddressPiece       *piece = &self->pieces[i];
  const BjtAddressPiece *next = bjt_address_grammar_get_piece (self, i + 1);

  if (!bjt_address_slot_is_set (&self->places->level) || bjt_address_slot_is_set (&self->places->entrance) || bjt_address_slot_is_set (&self->places->door))
    return FALSE;
  if (!bjt_address_piece_is_marked (next, BJT_ADDRESS_MARK_NUMBER) || !bjt_address_words_ends_road (self->text + piece->start, piece->end - piece->start))
    return FALSE;
  bjt_address_slot_take_word (&self->places->entrance, piece);
  return TRUE;
}

void
bjt_address_inner_read (BjtAddressGrammar *self,
                        guint              i)
{
  while (i < self->n_pieces)
    {
      const BjtAddressPiece *piece = &self->pieces[i];
      guint                  next;

      if (piece->kind == BJT_ADDRESS_PIECE_TEXT)
        {
          if (!read_named_alley (self, i) && !may_skip (self, i) && !piece->consumed)
            return;
          i++;
          continue;
        }
      next = piece->kind == BJT_ADDRESS_PIECE_LABEL ? read_label (self, i) : read_word (self, i);
      i = next == i ? i + 1 : next;
    }
}
