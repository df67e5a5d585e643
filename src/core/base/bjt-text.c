/* bjt-text.c: normalisation is one pass over the bytes; masks count characters,
 * not bytes, and never show more than half of a name. */
#include "bjt-text.h"

#include "bjt-pinyin-initials.h"

#include <string.h>

static gunichar
fold (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;
  switch (c)
    {
    case 0x3000:
    case 0x00a0:
    case '\t':
    case '\r':
    case '\n':
      return ' ';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0x2500:
    case 0xfe63:
      return '-';
    default:
      return c;
    }
}

static gboolean
is_normal (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c <= ' ' || (c >= 0x80 && (fold (c) != c || c == 0x200b || c == 0xfeff)))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_text_normalize:
 * @text: (nullable): any UTF-8; invalid bytes become U+FFFD
 *
 * Full-width forms become half-width, every kind of dash `-`, every kind of
 * blank one space; blanks at the ends go.
 *
 * Returns: (transfer full): the text
 */
char *
bjt_text_normalize (const char *text)
{
  g_autofree char *valid = NULL;
  GString         *out;
  gboolean         blank = FALSE;

  if (text == NULL || is_normal (text))
    return g_strdup (text != NULL ? text : "");
  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = fold (g_utf8_get_char (at));

      if (c == ' ' || c == 0x200b || c == 0xfeff)
        {
          blank = blank || c == ' ';
          continue;
        }
      if (blank && out->len > 0)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static int
digit_of (gunichar c)
{
  static const char *const numerals[] = { "零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖" };

  if (c < 128)
    return g_ascii_isdigit ((char) c) ? (int) c - '0' : -1;
  for (int i = 0; i < 10; i++)
    if (g_utf8_strchr (numerals[i], -1, c) != NULL)
      return i;
  return -1;
}

static int
unit_of (gunichar c)
{
  switch (c)
    {
    case 0x5341: /* 十 */
    case 0x62fe: /* 拾 */
      return 10;
    case 0x767e: /* 百 */
      return 100;
    default:
      return 0;
    }
}

/**
 * bjt_text_parse_number:
 * @text: starts with the number
 * @length: how many bytes of it are the number
 * @value: (out): the number
 *
 * Reads 12, 十二, 二十, 一百零三, 一〇三 and 廿三.
 *
 * Returns: whether all of it is a number below one million
 */
gboolean
bjt_text_parse_number (const char *text,
                       gsize       length,
                       int        *value)
{
  const char *end = text + length;
  int         total = 0;
  int         digit = 0;
  gboolean    any = FALSE;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int      d = digit_of (c);
      int      unit = unit_of (c);

      if (c == 0x5eff || c == 0x5345) /* 廿 卅 */
        total += c == 0x5eff ? 20 : 30;
      else if (unit > 0)
        {
          total += (any && digit > 0 ? digit : 1) * unit;
          digit = 0;
        }
      else if (d >= 0 && digit < 100000)
        digit = digit * 10 + d;
      else
        return FALSE;
      if (total >= 1000000)
        return FALSE;
      any = TRUE;
    }
  *value = total + digit;
  return any && *value < 1000000;
}

/**
 * bjt_text_dup_pinyin_initials:
 * @name: (nullable): a name in characters, letters or both
 *
 * Returns: (transfer full): the lower-case initials, `wsl` for 王淑兰; the
 *   first character is read as a surname (单 s, 曾 z); what has no reading is
 *   left out
 */
char *
bjt_text_dup_pinyin_initials (const char *name)
{
  GString *out = g_string_new (NULL);
  gboolean word = FALSE;

  for (const char *at = name; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char_validated (at, -1);
      char     initial;

      if (c == (gunichar) -1 || c == (gunichar) -2)
        break;
      if (c < 128)
        {
          gboolean letter = g_ascii_isalnum ((char) c);

          if (letter && !word)
            g_string_append_c (out, g_ascii_tolower ((char) c));
          word = letter;
          continue;
        }
      word = FALSE;
      initial = at == name ? bjt_pinyin_get_surname_initial (c) : bjt_pinyin_get_initial (c);
      if (initial != '\0')
        g_string_append_c (out, initial);
    }
  return g_string_free (out, FALSE);
}

/**
 * bjt_text_mask_name:
 *
 * Returns: (transfer full): 王*, 王*兰, 欧**华, 阿***提: the first character and,
 *   of three or more, the last
 */
char *
bjt_text_mask_name (const char *name)
{
  glong       length;
  GString    *out;
  const char *last;

  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    return g_strdup ("");
  length = g_utf8_strlen (name, -1);
  last = g_utf8_offset_to_pointer (name, length - 1);
  out = g_string_new_len (name, g_utf8_next_char (name) - name);
  for (glong i = 0; i < MIN (MAX (length - 2, 1), 3); i++)
    g_string_append_c (out, '*');
  if (length >= 3)
    g_string_append (out, last);
  return g_string_free (out, FALSE);
}

/* Counts characters: the cell of a phone may hold words. */
static char *
mask_middle (const char *text,
             glong       head,
             glong       tail)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  glong            length = g_utf8_strlen (valid, -1);
  gboolean         is_short = length <= head + tail;
  GString         *out = g_string_new (NULL);

  for (glong i = 0; i < length; i++)
    {
      gboolean hidden = is_short || (i >= head && i < length - tail);

      g_string_append_unichar (out, hidden ? '*' : g_utf8_get_char (g_utf8_offset_to_pointer (valid, i)));
    }
  return g_string_free (out, FALSE);
}

/**
 * bjt_text_mask_phone:
 *
 * Returns: (transfer full): 154****0012
 */
char *
bjt_text_mask_phone (const char *phone)
{
  return mask_middle (phone, 3, 4);
}

/**
 * bjt_text_mask_id_number:
 *
 * Returns: (transfer full): 2224**********001X
 */
char *
bjt_text_mask_id_number (const char *id_number)
{
  return mask_middle (id_number, 4, 4);
}
