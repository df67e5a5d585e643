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

#include "bjt-address-inner.h"

#define NOT_FOUND G_MAXUINT

static gboolean
is_road_number (const BjtAddressGrammar *self,
                guint                    i)
{
  const BjtAddressPiece *before = i > 0 ? bjt_address_grammar_get_piece (self, i - 1) : NULL;

  if (before == NULL || before->kind != BJT_ADDRESS_PIECE_TEXT)
    return FALSE;
  return bjt_address_words_ends_road (self->text + before->start, before->end - before->start);
}

/* 平安巷8号 is a house in a lane, 长荣街8号 an address on a road. */
static gboolean
is_lane_number (const BjtAddressGrammar *self,
                guint                    i)
{
  return bjt_address_words_ends_lane (self->text + self->pieces[i - 1].start,
                                      self->pieces[i - 1].end - self->pieces[i - 1].start);
}

static guint
find_last_mark (const BjtAddressGrammar *self,
                BjtAddressMark           mark)
{
  for (guint i = self->n_pieces; i-- > 0;)
    if (bjt_address_piece_is_marked (&self->pieces[i], mark))
      return i;
  return NOT_FOUND;
}

static void
begin (BjtAddressGrammar *self,
       guint              i)
{
  self->places->start = self->pieces[i].start;
  if (self->pieces[i].below && self->places->start > 0)
    self->places->start = i > 0 ? self->pieces[i - 1].end : 0;
}

static void
begin_inside (BjtAddressGrammar *self,
              guint              i)
{
  begin (self, i);
  bjt_address_inner_read (self, i);
}

/* Of 11栋15楼A座, all labels, 11栋 is the building; of 19栋123栋 the second, which
 * corrects the first. */
static guint
find_first_building (const BjtAddressGrammar *self,
                     guint                    i)
{
  guint first = i;

  while (i > 0 && bjt_address_piece_is_inner (&self->pieces[i - 1]))
    {
      i--;
      if (self->pieces[i].mark == BJT_ADDRESS_MARK_BUILDING && (self->pieces[first].letters > 0 || first + 1 == self->n_pieces))
        first = i;
    }
  return first;
}

/* 7单元8号楼1340: the entrance came first. */
static void
read_reversed (BjtAddressGrammar *self,
               guint              i)
{
  while (i > 0)
    {
      BjtAddressPiece *piece = &self->pieces[--i];

      if (bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_ENTRANCE) && !bjt_address_slot_is_set (&self->places->entrance))
        bjt_address_slot_take (&self->places->entrance, piece);
      else if (bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_DOOR) && !bjt_address_slot_is_set (&self->places->door))
        bjt_address_slot_take (&self->places->door, piece);
      else
        return;
      self->places->start = piece->start;
    }
}

static void
begin_at_building (BjtAddressGrammar *self,
                   guint              i)
{
  begin (self, i);
  bjt_address_slot_take (&self->places->building, &self->pieces[i]);
  self->building = &self->pieces[i];
  bjt_address_inner_read (self, i + 1);
  if (self->pieces[i].mark == BJT_ADDRESS_MARK_BUILDING)
    read_reversed (self, i);
}

/* 3-2幢 and 26-1栋 are one label. */
static gboolean
read_building_mark (BjtAddressGrammar *self)
{
  guint            i = find_last_mark (self, BJT_ADDRESS_MARK_BUILDING);
  BjtAddressPiece *first;

  if (i == NOT_FOUND)
    return FALSE;
  i = find_first_building (self, i);
  first = i > 0 ? &self->pieces[i - 1] : NULL;
  if (first == NULL || !bjt_address_piece_is_bare (first) || !self->pieces[i].dashed || is_road_number (self, i - 1))
    {
      begin_at_building (self, i);
      return TRUE;
    }
  begin (self, i - 1);
  bjt_address_slot_take_range (&self->places->building, first, &self->pieces[i]);
  self->building = first;
  bjt_address_inner_read (self, i + 1);
  return TRUE;
}

static gboolean
read_entrance_mark (BjtAddressGrammar *self)
{
  guint                  i = 0;
  const BjtAddressPiece *before;

  while (i < self->n_pieces && !bjt_address_piece_is_marked (&self->pieces[i], BJT_ADDRESS_MARK_ENTRANCE))
    i++;
  if (i == self->n_pieces)
    return FALSE;
  before = i > 0 ? &self->pieces[i - 1] : NULL;
  if (bjt_address_piece_is_bare (before) || bjt_address_piece_is_marked (before, BJT_ADDRESS_MARK_LEVEL) || (bjt_address_piece_is_marked (before, BJT_ADDRESS_MARK_NUMBER) && !is_road_number (self, i - 1)))
    begin_at_building (self, i - 1);
  else
    begin_inside (self, i);
  return TRUE;
}

/* The length of the run of dashed labels that begins at i. */
static guint
measure_chain (const BjtAddressGrammar *self,
               guint                    i)
{
  guint n = 1;

  while (bjt_address_piece_is_inner (bjt_address_grammar_get_piece (self, i + n)) && self->pieces[i + n].dashed)
    n++;
  if (bjt_address_piece_is_door_word (bjt_address_grammar_get_piece (self, i + n)) && self->pieces[i + n].dashed)
    n++;
  return n;
}

/* 13街40258-40261店: the alley comes before the doors of one shop; but 4街11-991
 * is a building in a street of the compound, and 五楼115-1288 a row of a level. */
static gboolean
is_stall (const BjtAddressGrammar *self,
          guint                    i,
          guint                    length)
{
  const BjtAddressPiece *first = &self->pieces[i];

  if (!bjt_address_piece_is_marked (first - 1, BJT_ADDRESS_MARK_STREET))
    return bjt_address_piece_is_marked (first - 1, BJT_ADDRESS_MARK_LEVEL) && (length != 2 || bjt_address_inner_is_range (self, first, first + 1));
  return length != 2 || bjt_address_inner_is_range (self, first, first + 1) || (i > 1 && bjt_address_piece_is_marked (first - 2, BJT_ADDRESS_MARK_LEVEL));
}

/* 456-458号 behind a road with more to come, and numbers of telephones. */
static gboolean
is_foreign_chain (const BjtAddressGrammar *self,
                  guint                    i,
                  guint                    length)
{
  const BjtAddressPiece *first = &self->pieces[i];
  const BjtAddressPiece *last = &first[length - 1];

  if (length == 3 && first[1].digits >= 3 && first->digits + first[1].digits + last->digits >= 10)
    return TRUE;
  return length == 2 && last->mark == BJT_ADDRESS_MARK_NUMBER && is_road_number (self, i) && i + length < self->n_pieces && self->pieces[i + length].kind == BJT_ADDRESS_PIECE_TEXT;
}

/* 路1248-12-102 is entrance and door: no compound has a thousand buildings. */
static gboolean
is_inside_road_number (const BjtAddressGrammar *self,
                       guint                    start,
                       guint                    length)
{
  return length == 3 && self->pieces[start].digits > 3 && is_road_number (self, start);
}

/* 1326-11-6-434 begins with a road's number, A-3-2-501 with a zone, and 48号3-296
 * with the building before the chain. */
static guint
settle_chain (const BjtAddressGrammar *self,
              guint                    start,
              guint                    length)
{
  const BjtAddressPiece *first = &self->pieces[start];
  const BjtAddressPiece *before = start > 0 ? first - 1 : NULL;
  gboolean               number = first->mark == BJT_ADDRESS_MARK_NUMBER;

  if (is_road_number (self, start) && (length > 3 || (length > 2 && number)))
    return start + 1;
  if (is_inside_road_number (self, start, length))
    return start + 1;
  if (length > 3 && first->digits == 0)
    return start + 1;
  if (length == 2 && bjt_address_piece_is_marked (before, BJT_ADDRESS_MARK_NUMBER) && bjt_address_piece_is_short (first) && first[1].digits > 2 && !is_road_number (self, start - 1) && (start < 2 || !bjt_address_piece_is_marked (before - 1, BJT_ADDRESS_MARK_LANE)))
    return start - 1;
  return start;
}

/* The last chain that is the address's own. */
static guint
find_chain (const BjtAddressGrammar *self,
            guint                   *length)
{
  guint start = NOT_FOUND;

  for (guint i = 0; i < self->n_pieces; i++)
    {
      guint n;

      if (!bjt_address_piece_is_bare (&self->pieces[i]) && !bjt_address_piece_is_marked (&self->pieces[i], BJT_ADDRESS_MARK_NUMBER))
        continue;
      n = measure_chain (self, i);
      if (n > 1 && !is_foreign_chain (self, i, n) && !is_stall (self, i, n))
        {
          start = i;
          *length = n;
        }
      i += n - 1;
    }
  return start;
}

/* 五楼115-1288: the level came first. */
static void
read_level_before (BjtAddressGrammar *self,
                   guint              i)
{
  if (i == 0 || !bjt_address_piece_is_marked (&self->pieces[i - 1], BJT_ADDRESS_MARK_LEVEL) || bjt_address_slot_is_set (&self->places->level))
    return;
  bjt_address_slot_take (&self->places->level, &self->pieces[i - 1]);
  self->places->start = self->pieces[i - 1].start;
}

static gboolean
read_chain (BjtAddressGrammar *self,
            gboolean           in_context)
{
  guint    length = 0;
  guint    start = find_chain (self, &length);
  gboolean alone;

  if (start == NOT_FOUND)
    return FALSE;
  alone = in_context && start == 0 && length == 2 && bjt_address_piece_is_label (&self->pieces[1]) && self->pieces[1].mark != BJT_ADDRESS_MARK_LEVEL;
  if (length == 2 && bjt_address_inner_is_range (self, &self->pieces[start], &self->pieces[start + 1]) && (self->pieces[start].digits > 3 || self->pieces[start + 1].mark == BJT_ADDRESS_MARK_DOOR))
    alone = TRUE; /* 1105-1106室 */
  alone = alone || is_inside_road_number (self, start, length);
  start = settle_chain (self, start, length);
  if (alone)
    begin_inside (self, start);
  else
    begin_at_building (self, start);
  read_level_before (self, start);
  return TRUE;
}

/* 1805弄15号1722, 140号1134室; 238号1613室 of a road has no building. */
static gboolean
read_number (BjtAddressGrammar *self)
{
  for (guint i = self->n_pieces; i-- > 0;)
    {
      const BjtAddressPiece *next = bjt_address_grammar_get_piece (self, i + 1);

      if (!bjt_address_piece_is_marked (&self->pieces[i], BJT_ADDRESS_MARK_NUMBER))
        continue;
      if (i > 0 && bjt_address_piece_is_marked (&self->pieces[i - 1], BJT_ADDRESS_MARK_LANE))
        begin_at_building (self, i);
      else if (!bjt_address_piece_is_inner (next))
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
read_market (BjtAddressGrammar *self)
{
  for (guint i = 0; i < self->n_pieces; i++)
    {
      const BjtAddressPiece *piece = &self->pieces[i];

      if (!bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_LEVEL) && (!bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_STREET) || !bjt_address_piece_is_label (bjt_address_grammar_get_piece (self, i + 1))))
        continue;
      begin_inside (self, i);
      return TRUE;
    }
  return FALSE;
}

/* Where the building of C1215, 13B3761, 157D33 and 31052 ends: behind the letter,
 * or before four digits. */
static gsize
find_building_split (const BjtAddressGrammar *self,
                     const BjtAddressPiece   *piece)
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
read_grown (BjtAddressGrammar *self)
{
  for (guint i = self->n_pieces; i-- > 1;)
    {
      BjtAddressPiece *piece = &self->pieces[i];
      gsize            split;

      if (!bjt_address_piece_is_bare (piece) && !bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_DOOR) && !bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_NUMBER))
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
      bjt_address_inner_read (self, i + 1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_stalls (BjtAddressGrammar *self)
{
  for (guint i = 0; i + 1 < self->n_pieces; i++)
    {
      BjtAddressPiece *first = &self->pieces[i];

      if (!first[1].dashed || !bjt_address_piece_is_label (&first[1]) || !bjt_address_inner_is_stalls (self, first, &first[1]))
        continue;
      begin (self, i);
      bjt_address_slot_take_range (&self->places->door, first, &first[1]);
      self->places->building = (BjtAddressSlot){ .start = first->start, .end = first->start + first->letters };
      self->places->door.start = self->places->building.end;
      bjt_address_inner_read (self, i + 2);
      return TRUE;
    }
  return FALSE;
}

/* 501, 0301, 14C; 12 could be anything, 1542 behind a road is its number. */
static gboolean
is_lone_door (const BjtAddressGrammar *self,
              guint                    i)
{
  const BjtAddressPiece *piece = &self->pieces[i];
  const BjtAddressPiece *next = bjt_address_grammar_get_piece (self, i + 1);

  if (!bjt_address_piece_is_bare (piece) || is_road_number (self, i) || (piece->dashed && i > 0 && bjt_address_piece_is_label (piece - 1)) || (next != NULL && next->dashed))
    return FALSE;
  return (piece->digits >= 3 && piece->digits <= 4) || (piece->digits > 0 && piece->letters > 0);
}

static gboolean
read_alone (BjtAddressGrammar *self)
{
  for (guint i = self->n_pieces; i-- > 0;)
    {
      const BjtAddressPiece *piece = &self->pieces[i];

      if (piece->kind == BJT_ADDRESS_PIECE_LEVEL_WORD || piece->kind == BJT_ADDRESS_PIECE_DOOR_WORD || bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_DOOR) || is_lone_door (self, i))
        {
          while (i > 0 && self->pieces[i - 1].kind != BJT_ADDRESS_PIECE_TEXT && !bjt_address_piece_is_label (&self->pieces[i - 1]))
            i--;
          begin_inside (self, i);
          return TRUE;
        }
      if (bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_NUMBER) && i > 0 && !is_road_number (self, i))
        {
          begin_at_building (self, bjt_address_piece_is_bare (piece - 1) ? i - 1 : i);
          return TRUE;
        }
    }
  return FALSE;
}

/* -1层 behind nothing or behind a mark is below the ground, unless dashes part
 * all the labels. */
static void
settle_below (BjtAddressGrammar *self)
{
  gboolean dashed = FALSE;

  for (guint i = 0; i < self->n_pieces; i++)
    {
      BjtAddressPiece *piece = &self->pieces[i];

      if (bjt_address_piece_is_marked (piece, BJT_ADDRESS_MARK_LEVEL) && piece->dashed && !dashed && piece->digits == 1 && (i == 0 || !bjt_address_piece_is_bare (&self->pieces[i - 1])))
        piece->below = TRUE;
      dashed = dashed || piece->dashed;
    }
}

/* 3 2 501, B10九501: three bare labels in a row are as good as dashed. */
static void
settle_blanks (BjtAddressGrammar *self)
{
  for (guint i = 0; i + 2 < self->n_pieces; i++)
    {
      BjtAddressPiece *piece = &self->pieces[i];
      gboolean         bare = bjt_address_piece_is_bare (piece) && bjt_address_piece_is_bare (piece + 1) && bjt_address_piece_is_bare (piece + 2);

      if (!bare || piece[1].spaced != piece[2].spaced || piece->dashed || piece[1].dashed || piece[2].dashed)
        continue;
      if (piece->digits > 3 || piece[1].digits > 2 || piece[2].digits > 4)
        continue;
      piece[1].dashed = TRUE;
      piece[2].dashed = TRUE;
    }
}

/* 137柿1240室: one strange character between a number and a door is a slip of the
 * input method, the number a building. */
static void
settle_slips (BjtAddressGrammar *self)
{
  for (guint i = 0; i + 2 < self->n_pieces; i++)
    {
      BjtAddressPiece       *piece = &self->pieces[i];
      const BjtAddressPiece *slip = &piece[1];
      const char            *at = self->text + slip->start;

      if (!bjt_address_piece_is_bare (piece) || piece->digits == 0 || piece->digits > 3 || is_road_number (self, i))
        continue;
      if (slip->kind != BJT_ADDRESS_PIECE_TEXT || g_utf8_next_char (at) != self->text + slip->end || slip->start != piece->end)
        continue;
      if (bjt_address_words_is_filler (at, slip->end - slip->start) || bjt_address_words_ends_place (at, slip->end - slip->start) || bjt_address_words_ends_road (at, slip->end - slip->start))
        continue;
      if (!bjt_address_piece_is_marked (&piece[2], BJT_ADDRESS_MARK_DOOR) || piece[2].digits < 3 || piece[2].start != slip->end)
        continue;
      piece->mark = BJT_ADDRESS_MARK_BUILDING;
      piece[1].consumed = TRUE;
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
  BjtAddressGrammar self = { .text = text, .pieces = pieces, .n_pieces = n_pieces, .places = places };

  *places = (BjtAddressPlaces){ .start = n_pieces > 0 ? pieces[n_pieces - 1].end : 0 };
  settle_below (&self);
  settle_blanks (&self);
  settle_slips (&self);
  if (read_building_mark (&self) || read_entrance_mark (&self) || read_stalls (&self) || read_chain (&self, in_context))
    return;
  if (read_grown (&self) || read_number (&self) || read_market (&self))
    return;
  read_alone (&self);
}
