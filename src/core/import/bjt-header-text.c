/* bjt-header-text.c: headers are folded before they are compared: no blanks, no
 * brackets and what stands in them, no `*` and `:`, half-width, lower case. Lists
 * of words are one text, separated by `|`. Linear; thread-safe. */
#include "bjt-header-text.h"

#include <string.h>

#include "base/bjt-text.h"

/**
 * bjt_header_text_fold:
 * @header: as the file has it
 *
 * Returns: (transfer full):
 */
char *
bjt_header_text_fold (const char *header)
{
  g_autofree char *text = bjt_text_normalize (header);
  GString         *out = g_string_new (NULL);
  int              depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '(' || c == '[' || c == 0x3010)
        depth++;
      else if (c == ')' || c == ']' || c == 0x3011)
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && c != ' ' && c != '*' && c != ':' && c != '_' && c != '-' && c != '"')
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

/**
 * bjt_header_text_has_word:
 * @words: separated by `|`
 * @text: folded
 * @whole: the text is one of the words; else it holds one
 */
gboolean
bjt_header_text_has_word (const char *words,
                          const char *text,
                          gboolean    whole)
{
  gsize length = strlen (text);

  for (const char *at = words; at != NULL; at = strchr (at, '|'))
    {
      gsize n;

      at += *at == '|';
      n = strcspn (at, "|");
      if (whole ? n == length && memcmp (at, text, n) == 0 : memmem (text, length, at, n) != NULL)
        return TRUE;
    }
  return FALSE;
}
