/* bjt-address-lexer.c: one pass over normalised text, no allocation, no
 * backtracking beyond one label. ASCII letters and digits are labels wherever
 * they stand; Chinese numerals, 甲乙丙丁 and 东西南北 only before a mark, because
 * they also stand in names (三江花园). What does not fit into the last piece's
 * place joins it as text, so hostile input costs linear time. */
#include "bjt-address-lexer.h"

#include <string.h>

#define MAX_LABEL_DIGITS 6
#define MAX_DOOR_DIGITS 8 /* 11561243室 */
#define MAX_LABEL_LENGTH 8

typedef struct
{
  const char      *text;
  BjtAddressPiece *pieces;
  guint            n_pieces;
  gsize            at;
  gsize            text_start; /* of text not yet put into a piece */
  gboolean         dashed;
  gboolean         spaced;
} Lexer;

static BjtAddressPiece *
add_piece (Lexer              *self,
           BjtAddressPieceKind kind,
           gsize               start,
           gsize               end)
{
  BjtAddressPiece *piece = &self->pieces[self->n_pieces++];

  *piece = (BjtAddressPiece){ .kind = kind, .start = start, .label_end = end, .end = end };
  piece->dashed = self->dashed;
  piece->spaced = self->spaced;
  self->dashed = FALSE;
  self->spaced = FALSE;
  return piece;
}

static void
flush_text (Lexer *self)
{
  if (self->at > self->text_start)
    add_piece (self, BJT_ADDRESS_PIECE_TEXT, self->text_start, self->at);
  self->text_start = self->at;
}

static gsize
count_ascii (const char *text,
             gboolean (*is_kind) (char))
{
  gsize n = 0;

  while (is_kind (text[n]))
    n++;
  return n;
}

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

static gboolean
is_alnum (char c)
{
  return g_ascii_isalnum (c);
}

static const BjtAddressPiece *
last_label (Lexer *self)
{
  const BjtAddressPiece *last;

  if (self->n_pieces == 0 || self->at > self->text_start)
    return NULL;
  last = &self->pieces[self->n_pieces - 1];
  return last->kind == BJT_ADDRESS_PIECE_LABEL ? last : NULL;
}

static gboolean
begins_with (const char *text,
             const char *word)
{
  return strncmp (text, word, strlen (word)) == 0;
}

/* Dashes as typed: -, _, /, 杠 or 之 between labels, 一 and 、 between digits; the
 * side in B3南D99 parts them as well. */
static gsize
match_dash (Lexer *self)
{
  const char            *at = self->text + self->at;
  const BjtAddressPiece *last;
  const char            *after;

  if (*at == '-' || *at == '_' || *at == '/' || *at == '~')
    return 1;
  last = (guchar) *at > 127 ? last_label (self) : NULL;
  if (last == NULL)
    return 0;
  after = g_utf8_next_char (at);
  if (begins_with (at, "、"))
    return g_ascii_isdigit (*after) ? (gsize) (after - at) : 0;
  if (last->mark == BJT_ADDRESS_MARK_NONE && bjt_address_words_is_outer_side (g_utf8_get_char (at)))
    return g_ascii_isalnum (at[-1]) && g_ascii_isalnum (*after) ? (gsize) (after - at) : 0;
  if (begins_with (at, "杠") || begins_with (at, "之"))
    return g_ascii_isalnum (*after) || bjt_address_words_is_numeral (g_utf8_get_char (after)) ? (gsize) (after - at) : 0;
  if (!begins_with (at, "一") || !g_ascii_isalnum (*after))
    return 0;
  return g_ascii_isalnum (at[-1]) || last->mark == BJT_ADDRESS_MARK_NUMBER ? (gsize) (after - at) : 0;
}

static gsize
match_blank (const char *at)
{
  static const char *const wide[] = { "、", "。", "·", "【", "】", "《", "》", "“", "”" };

  if (*at == ' ' || *at == ',' || *at == '(' || *at == ')' || *at == ';' || *at == ':' || *at == '.')
    return 1;
  if ((guchar) *at < 0xc2 || (guchar) *at > 0xe3) /* none of the marks, and every Chinese character */
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (strncmp (at, wide[i], strlen (wide[i])) == 0)
      return strlen (wide[i]);
  return 0;
}

/* 附1, 附1号 behind a door or a number. */
static void
read_attached (Lexer           *self,
               BjtAddressPiece *piece)
{
  gsize at = piece->end;
  gsize n;

  if (!begins_with (self->text + at, "附"))
    return;
  at += strlen ("附");
  n = count_ascii (self->text + at, is_digit);
  if (n == 0 || n > MAX_LABEL_DIGITS)
    return;
  piece->attached_start = at;
  piece->attached_end = at + n;
  piece->end = at + n;
  at = piece->end;
  if (begins_with (self->text + at, "号") || begins_with (self->text + at, "室"))
    piece->end += strlen ("号");
}

static void
add_label (Lexer         *self,
           gsize          start,
           gsize          label_end,
           BjtAddressMark mark,
           gsize          mark_length)
{
  BjtAddressPiece *piece;

  flush_text (self);
  piece = add_piece (self, BJT_ADDRESS_PIECE_LABEL, start, label_end);
  piece->mark = mark;
  piece->end = label_end + mark_length;
  for (gsize i = start; i < label_end; i++)
    {
      piece->digits += g_ascii_isdigit (self->text[i]) ? 1 : 0;
      piece->letters += g_ascii_isalpha (self->text[i]) ? 1 : 0;
    }
  if (mark == BJT_ADDRESS_MARK_NONE || mark == BJT_ADDRESS_MARK_DOOR || mark == BJT_ADDRESS_MARK_NUMBER)
    read_attached (self, piece);
  self->at = piece->end;
  self->text_start = self->at;
}

/* A楼 is a building, 5楼 a level; 市 ends an address where 室 was meant; 单
 * needs a number behind it; 6号门 is a gate, but the entrance in 24-6号门. */
static BjtAddressMark
settle_mark (Lexer         *self,
             gsize          label,
             gsize          label_end,
             BjtAddressMark mark,
             gsize         *length)
{
  const char *at = self->text + label_end;
  gunichar    first = g_utf8_get_char (self->text + label);
  gboolean    numbered = g_ascii_isdigit (self->text[label_end - 1]);

  if (mark == BJT_ADDRESS_MARK_NONE && numbered && strcmp (at, "市") == 0)
    {
      *length = strlen ("市");
      return BJT_ADDRESS_MARK_DOOR;
    }
  if (mark == BJT_ADDRESS_MARK_ENTRANCE && *length == strlen ("单") && begins_with (at, "单") && !g_ascii_isdigit (at[*length]))
    {
      *length = 0;
      return BJT_ADDRESS_MARK_NONE;
    }
  if (mark == BJT_ADDRESS_MARK_GATE && self->dashed)
    return BJT_ADDRESS_MARK_ENTRANCE;
  if (mark == BJT_ADDRESS_MARK_LEVEL && (bjt_address_words_is_stem (first) || (first < 128 && g_ascii_isalpha ((char) first) && label_end - label == 1)))
    return BJT_ADDRESS_MARK_BUILDING;
  return mark;
}

/* Whether a dash and a label follow: B-1616, B一13, A西1448. */
static gboolean
is_dashed_label (const char *at)
{
  gsize length = *at == '-' || *at == '_' ? 1 : 0;

  if (begins_with (at, "一") || ((guchar) *at > 127 && bjt_address_words_is_outer_side (g_utf8_get_char (at))))
    length = strlen ("一");
  return length > 0 && (g_ascii_isalnum (at[length]) || at[length] == '-');
}

/* A mark may stand behind a blank (3 单元) when it is long enough not to begin a
 * name: 501 房东. */
static BjtAddressMark
match_mark (const char *at,
            gsize      *length)
{
  BjtAddressMark mark = bjt_address_words_match_mark (at, length);

  if (mark != BJT_ADDRESS_MARK_NONE || *at != ' ')
    return mark;
  mark = bjt_address_words_match_mark (at + 1, length);
  if (*length >= strlen ("单元") || (mark == BJT_ADDRESS_MARK_BUILDING && *length > 1))
    {
      *length += 1;
      return mark;
    }
  *length = 0;
  return BJT_ADDRESS_MARK_NONE;
}

/* 15楼E: the last letter of an address is the door behind its level. */
static gboolean
is_last_letter (Lexer      *self,
                const char *at)
{
  const BjtAddressPiece *last = last_label (self);

  return at[1] == '\0' && last != NULL && last->mark == BJT_ADDRESS_MARK_LEVEL;
}

static gboolean
is_too_long (const char *at,
             gsize       length,
             gsize       letters)
{
  gsize digits = count_ascii (at, is_digit);

  if (letters > 2)
    return TRUE;
  if (digits == length && begins_with (at + length, "室"))
    return digits > MAX_DOOR_DIGITS;
  return length > MAX_LABEL_LENGTH || (letters == 0 && digits > MAX_LABEL_DIGITS);
}

static gboolean
lex_ascii (Lexer *self)
{
  const char    *at = self->text + self->at;
  gsize          length = count_ascii (at, is_alnum);
  gsize          letters = count_ascii (at, is_letter);
  gsize          mark_length;
  BjtAddressMark mark;

  if (length == 0)
    return FALSE;
  if (letters > 2 && letters < length) /* soho3号楼 */
    length = letters;
  if (letters == 0 && count_ascii (at + count_ascii (at, is_digit), is_letter) > 2) /* 9Dell */
    length = count_ascii (at, is_digit);
  if (is_too_long (at, length, letters))
    {
      self->at += length;
      return TRUE;
    }
  mark = match_mark (at + length, &mark_length);
  mark = settle_mark (self, self->at, self->at + length, mark, &mark_length);
  if (letters == length && mark == BJT_ADDRESS_MARK_NONE && !self->dashed && !is_dashed_label (at + length) && !is_last_letter (self, at))
    {
      self->at += length;
      return TRUE;
    }
  add_label (self, self->at, self->at + length, mark, mark_length);
  return TRUE;
}

/* 三号楼, 十二单元; without a mark only behind another label: 三单元六, 11栋二1039室. */
static gboolean
lex_numeral (Lexer *self)
{
  gsize          end = self->at;
  gsize          n_characters = 0;
  gsize          mark_length;
  BjtAddressMark mark;

  while (n_characters <= MAX_LABEL_LENGTH && bjt_address_words_is_numeral (g_utf8_get_char (self->text + end)))
    {
      end = (gsize) (g_utf8_next_char (self->text + end) - self->text);
      n_characters++;
    }
  if (n_characters == 0 || n_characters > MAX_LABEL_LENGTH)
    return FALSE;
  mark = bjt_address_words_match_mark (self->text + end, &mark_length);
  if (mark == BJT_ADDRESS_MARK_LANE)
    return FALSE;
  if (mark == BJT_ADDRESS_MARK_NONE && (last_label (self) == NULL || ((guchar) self->text[end] > 127)))
    return FALSE;
  if (begins_with (self->text + end, "门") && last_label (self) == NULL) /* 三门县 */
    return FALSE;
  add_label (self, self->at, end, mark, mark_length);
  return TRUE;
}

/* 甲3号楼 is a label of its own, but not 园丁3号楼. */
static gboolean
lex_stem_number (Lexer   *self,
                 gunichar stem)
{
  static const gunichar last_of_names = 0x4e01; /* 丁 */
  gsize                 digits = (gsize) (g_utf8_next_char (self->text + self->at) - self->text);
  gsize                 n = count_ascii (self->text + digits, is_digit);
  gsize                 mark_length;

  if (n == 0 || n > 3 || stem == last_of_names)
    return FALSE;
  if (bjt_address_words_match_mark (self->text + digits + n, &mark_length) != BJT_ADDRESS_MARK_BUILDING)
    return FALSE;
  add_label (self, self->at, digits + n, BJT_ADDRESS_MARK_BUILDING, mark_length);
  return TRUE;
}

/* 甲栋, 东单元, 南座; 东区 and 东户 are not labels. */
static gboolean
lex_stem (Lexer   *self,
          gunichar c)
{
  gboolean       stem = bjt_address_words_is_stem (c);
  gsize          end = (gsize) (g_utf8_next_char (self->text + self->at) - self->text);
  gsize          mark_length;
  BjtAddressMark mark;

  if (!stem && !bjt_address_words_is_side (c))
    return FALSE;
  if (stem && lex_stem_number (self, c))
    return TRUE;
  if ((stem || self->dashed || self->at == 0) && self->at == self->text_start && is_dashed_label (self->text + end))
    {
      add_label (self, self->at, end, BJT_ADDRESS_MARK_NONE, 0);
      return TRUE;
    }
  mark = bjt_address_words_match_mark (self->text + end, &mark_length);
  mark = settle_mark (self, self->at, end, mark, &mark_length);
  if (mark == BJT_ADDRESS_MARK_LEVEL && bjt_address_words_is_numeral (g_utf8_get_char (self->text + end + mark_length)))
    mark = BJT_ADDRESS_MARK_BUILDING; /* 东楼六单元 */
  if (mark != BJT_ADDRESS_MARK_BUILDING && (mark != BJT_ADDRESS_MARK_ENTRANCE || !begins_with (self->text + end, "单元")))
    return FALSE;
  if (!stem && begins_with (self->text + end, "排"))
    return FALSE;
  add_label (self, self->at, end, mark, mark_length);
  return TRUE;
}

/* 负1层, 负101, 地下一层. */
static gboolean
lex_below (Lexer *self)
{
  gsize start = self->at;
  gsize length = bjt_address_words_match_below (self->text + start);
  guint before;

  if (length == 0)
    return FALSE;
  flush_text (self);
  before = self->n_pieces;
  self->at = self->text_start = start + length;
  if ((g_ascii_isdigit (self->text[self->at]) ? lex_ascii (self) : lex_numeral (self)) && self->n_pieces > before)
    {
      self->pieces[before].below = TRUE;
      return TRUE;
    }
  self->text_start = start; /* 负 begins a name after all */
  return TRUE;
}

static gboolean
lex_word (Lexer *self)
{
  gsize          length;
  BjtAddressWord word = bjt_address_words_match_word (self->text + self->at, &length);
  gsize          start = self->at;

  if (word == BJT_ADDRESS_WORD_NONE)
    return FALSE;
  flush_text (self);
  add_piece (self, word == BJT_ADDRESS_WORD_LEVEL ? BJT_ADDRESS_PIECE_LEVEL_WORD : BJT_ADDRESS_PIECE_DOOR_WORD,
             start, start + length);
  self->at = self->text_start = start + length;
  return TRUE;
}

static gboolean
lex_chinese (Lexer *self)
{
  gunichar c = g_utf8_get_char (self->text + self->at);

  if (lex_word (self) || lex_below (self))
    return TRUE;
  return bjt_address_words_is_numeral (c) ? lex_numeral (self) : lex_stem (self, c);
}

static void
lex_one (Lexer *self)
{
  gsize dash = match_dash (self);
  gsize blank = dash == 0 ? match_blank (self->text + self->at) : 0;

  if (dash + blank > 0)
    {
      flush_text (self);
      self->dashed = self->dashed || dash > 0;
      self->spaced = self->spaced || blank > 0;
      self->at = self->text_start = self->at + dash + blank;
      return;
    }
  if (lex_ascii (self))
    return;
  if ((guchar) self->text[self->at] > 127 && lex_chinese (self))
    return;
  self->at = (gsize) (g_utf8_next_char (self->text + self->at) - self->text);
}

/**
 * bjt_address_lexer_run:
 * @text: normalised, valid UTF-8
 * @pieces: (out): room for %BJT_ADDRESS_MAX_PIECES
 *
 * Returns: how many pieces there are
 */
guint
bjt_address_lexer_run (const char      *text,
                       BjtAddressPiece *pieces)
{
  Lexer self = { .text = text, .pieces = pieces };

  /* One step adds the text before a label and the label itself. */
  while (text[self.at] != '\0' && self.n_pieces + 3 < BJT_ADDRESS_MAX_PIECES)
    lex_one (&self);
  self.at += strlen (text + self.at);
  flush_text (&self);
  return self.n_pieces;
}
