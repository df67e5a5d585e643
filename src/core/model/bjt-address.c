/* bjt-address.c: reads an address in three steps: bjt-address-lexer cuts the
 * normalised text into pieces, bjt-address-grammar tells which piece is which
 * place, and here the labels get their canonical form. What no step could use
 * stays readable in `rest`, nothing of the address is lost. Linear in the length
 * of the text; thread-safe. */
#include "bjt-address.h"

#include "base/bjt-text.h"
#include "bjt-address-compound.h"
#include "bjt-address-grammar.h"
#include "bjt-address-lexer.h"

#include <stdlib.h>
#include <string.h>

static const char below_prefix[] = "负";
static const char attached_prefix[] = "附";

/* 003 names building 3, but door 0301 keeps its zero. */
static void
append_ascii_label (GString    *out,
                    const char *label,
                    gsize       length,
                    gboolean    keep_zeros)
{
  gboolean digits_only = TRUE;

  for (gsize i = 0; i < length; i++)
    digits_only = digits_only && g_ascii_isdigit (label[i]);
  while (!keep_zeros && digits_only && length > 1 && *label == '0')
    {
      label++;
      length--;
    }
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isalnum (label[i]))
        g_string_append_c (out, g_ascii_toupper (label[i]));
      else if (out->len > 0 && out->str[out->len - 1] != '-')
        g_string_append_c (out, '-');
    }
}

static void
append_label (GString    *out,
              const char *label,
              gsize       length,
              gboolean    keep_zeros)
{
  int value;

  if (length == 0)
    return;
  if (g_ascii_isalnum (*label))
    append_ascii_label (out, label, length, keep_zeros);
  else if (bjt_text_parse_number (label, length, &value))
    g_string_append_printf (out, "%d", value);
  else
    g_string_append_len (out, label, (gssize) length);
}

static char *
dup_slot (const char           *text,
          const BjtAddressSlot *slot,
          const char           *below,
          gboolean              keep_zeros)
{
  GString *out;

  if (!bjt_address_slot_is_set (slot))
    return NULL;
  out = g_string_sized_new (16);
  g_string_append_len (out, text + slot->word_start, (gssize) (slot->word_end - slot->word_start));
  if (slot->below)
    g_string_append (out, below);
  append_label (out, text + slot->start, slot->end - slot->start, keep_zeros);
  if (slot->attached_end > slot->attached_start)
    {
      g_string_append (out, attached_prefix);
      g_string_append_len (out, text + slot->attached_start, (gssize) (slot->attached_end - slot->attached_start));
    }
  return g_string_free (out, FALSE);
}

/* B1层 is the first level below the ground. */
static char *
dup_level (const char           *text,
           const BjtAddressSlot *slot)
{
  char *level = dup_slot (text, slot, "-", FALSE);

  if (level != NULL && level[0] == 'B' && g_ascii_isdigit (level[1]))
    level[0] = '-';
  return level;
}

static gboolean
is_separator (char c)
{
  return strchr (" -_,/~:;.()#", c) != NULL;
}

static void
append_rest (GString    *rest,
             const char *text,
             gsize       length)
{
  while (length > 0 && is_separator (*text))
    {
      text++;
      length--;
    }
  while (length > 0 && is_separator (text[length - 1]))
    length--;
  if (length == 0)
    return;
  if (rest->len > 0)
    g_string_append_c (rest, ' ');
  g_string_append_len (rest, text, (gssize) length);
}

/* Unread neighbours stay together as they stood in the text. */
static void
append_unread (GString               *rest,
               const char            *text,
               const BjtAddressPiece *pieces,
               guint                  n_pieces,
               gsize                  from)
{
  guint i = 0;

  while (i < n_pieces)
    {
      gsize start = pieces[i].start;
      gsize end = start;

      if (pieces[i].consumed || start < from)
        {
          i++;
          continue;
        }
      while (i < n_pieces && !pieces[i].consumed)
        end = pieces[i++].end;
      append_rest (rest, text + start, end - start);
    }
}

static void
split_lead (BjtAddress *self,
            GString    *rest,
            const char *text,
            gsize       length)
{
  gsize cut;

  while (length > 0 && is_separator (text[length - 1]) && !(text[length - 1] == ')' && memchr (text, '(', length) != NULL))
    length--;
  cut = bjt_address_compound_find (text, length);
  append_rest (rest, text, cut);
  while (cut < length && is_separator (text[cut]))
    cut++;
  if (cut < length)
    self->compound = g_strndup (text + cut, length - cut);
}

static BjtAddress *
parse (const char *raw,
       gboolean    in_context)
{
  g_autofree char *text = bjt_text_normalize (raw);
  BjtAddressPiece  storage[BJT_ADDRESS_MAX_PIECES + 1];
  BjtAddressPiece *pieces = storage + 1;
  BjtAddressPlaces places;
  BjtAddress      *self = g_new0 (BjtAddress, 1);
  GString         *rest = g_string_sized_new (32);
  guint            n_pieces = bjt_address_lexer_run (text, pieces);

  storage[0] = (BjtAddressPiece){ .kind = BJT_ADDRESS_PIECE_TEXT }; /* rules may look one back */
  bjt_address_grammar_run (text, pieces, n_pieces, in_context, &places);
  self->raw = g_utf8_make_valid (raw != NULL ? raw : "", -1);
  self->building = dup_slot (text, &places.building, below_prefix, FALSE);
  self->entrance = dup_slot (text, &places.entrance, below_prefix, FALSE);
  self->level = dup_level (text, &places.level);
  self->door = dup_slot (text, &places.door, below_prefix, TRUE);
  split_lead (self, rest, text, places.start);
  append_unread (rest, text, pieces, n_pieces, places.start);
  self->rest = g_string_free (rest, rest->len == 0);
  return self;
}

/**
 * bjt_address_parse:
 * @text: (nullable): any text: 汪清县山水宜家3号楼2单元501室, 山水宜家3-2-501 李, 3#2-501
 *
 * Reads a whole address. Two labels alone (3-501) are building and door.
 *
 * Returns: (transfer full): what was found, never %NULL
 */
BjtAddress *
bjt_address_parse (const char *text)
{
  return parse (text, FALSE);
}

/**
 * bjt_address_parse_short:
 * @text: (nullable): what somebody typed into a search field
 *
 * The same grammar where the building may be known already: 2-501 is entrance
 * and door. What else was typed is the compound (before the place) or `rest`
 * (behind it, a name for instance).
 *
 * Returns: (transfer full) (nullable): the address, %NULL when the text names no
 *   place at all: a person's name, a telephone number
 */
BjtAddress *
bjt_address_parse_short (const char *text)
{
  g_autoptr (BjtAddress) self = parse (text, TRUE);

  return bjt_address_has_place (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * bjt_address_has_place:
 *
 * Returns: whether a building, entrance, level or door was found
 */
gboolean
bjt_address_has_place (const BjtAddress *self)
{
  return self->building != NULL || self->entrance != NULL || self->level != NULL || self->door != NULL;
}

void
bjt_address_free (BjtAddress *self)
{
  if (self == NULL)
    return;
  g_free (self->raw);
  g_free (self->compound);
  g_free (self->building);
  g_free (self->entrance);
  g_free (self->level);
  g_free (self->door);
  g_free (self->rest);
  g_free (self);
}

/* Letters and digits few enough to stand between dashes: 3, A5, 12B. */
static gboolean
is_plain (const char *label,
          gsize       most_digits)
{
  gsize digits = 0;
  gsize letters = 0;

  for (const char *at = label; *at != '\0'; at++)
    {
      digits += g_ascii_isdigit (*at) ? 1 : 0;
      letters += g_ascii_isalpha (*at) ? 1 : 0;
    }
  return digits + letters == strlen (label) && digits > 0 && digits <= most_digits && letters <= 1;
}

static gboolean
is_word (const char *door)
{
  gsize length;

  return bjt_address_words_match_word (door, &length) == BJT_ADDRESS_WORD_DOOR;
}

/* Whether the dashes alone tell which label is which. */
static gboolean
can_be_dashed (const char *building,
               const char *entrance,
               const char *door)
{
  if (building == NULL || !is_plain (building, 3) || (entrance != NULL && !is_plain (entrance, 2)))
    return FALSE;
  if (door == NULL) /* A5-2 would be a stall, 3-93 a door */
    return entrance != NULL && atoi (entrance) <= BJT_ADDRESS_MOST_ENTRANCES && g_ascii_isdigit (building[strlen (building) - 1]) && g_ascii_isdigit (*building);
  return is_word (door) || (is_plain (door, 4) && (entrance != NULL || strlen (door) >= 3));
}

static void
append_part (GString    *out,
             const char *label,
             const char *mark)
{
  if (label != NULL)
    g_string_append_printf (out, "%s%s", label, mark);
}

/**
 * bjt_address_format_short:
 * @compound: (nullable): and the labels after it: as in #BjtAddress
 *
 * Writes 山水宜家 3-2-501, and 山水宜家 3号楼 or 山水宜家 3号楼西单元501室 where dashes
 * would not tell which label is which. bjt_address_parse() reads all of it back.
 *
 * Returns: (transfer full): the address
 */
char *
bjt_address_format_short (const char *compound,
                          const char *building,
                          const char *entrance,
                          const char *door)
{
  GString *out = g_string_new (compound);

  if (out->len > 0 && (building != NULL || entrance != NULL || door != NULL))
    g_string_append_c (out, ' ');
  if (can_be_dashed (building, entrance, door))
    {
      g_string_append (out, building);
      if (entrance != NULL)
        g_string_append_printf (out, "-%s", entrance);
      if (door != NULL)
        g_string_append_printf (out, "-%s", door);
      return g_string_free (out, FALSE);
    }
  append_part (out, building, "号楼");
  append_part (out, entrance, "单元");
  append_part (out, door, door != NULL && is_word (door) ? "" : "室");
  return g_string_free (out, FALSE);
}

/**
 * bjt_address_infer_level:
 * @door_label: (nullable): 501, 1201, 0301, 12B01, B101, 负101, -101
 * @max_ordinal: the building's top level, 0 for a bungalow
 * @ordinal: (out): the level, 0 = 1楼, -1 = 负1
 *
 * Reads the level out of a door's label: all but its last two digits.
 *
 * Returns: whether the label tells a level that the building has
 */
gboolean
bjt_address_infer_level (const char *door_label,
                         int         max_ordinal,
                         int        *ordinal)
{
  const char *at = door_label != NULL ? door_label : "";
  gsize       n = 0;
  gboolean    below;
  int         level = 0;

  below = *at == '-' || *at == 'B' || *at == 'b' || g_str_has_prefix (at, below_prefix);
  if (below)
    at = g_str_has_prefix (at, below_prefix) ? at + strlen (below_prefix) : at + 1;
  while (g_ascii_isdigit (at[n]))
    n++;
  if (n < 3 || n > 4)
    return FALSE;
  for (gsize i = 0; i < n - 2; i++)
    level = level * 10 + (at[i] - '0');
  if (level == 0 || (!below && level - 1 > max_ordinal))
    return FALSE;
  *ordinal = below ? -level : level - 1;
  return TRUE;
}
