/* bjt-time-limit.c: a number and a letter; nothing else is a limit, and what is
 * not one is refused whole. */
#include "bjt-time-limit.h"

#include <string.h>

G_DEFINE_QUARK (bjt-time-limit-error-quark, bjt_time_limit_error)

static const char unit_letters[] = "hdw";

/**
 * bjt_time_limit_parse:
 * @text: (nullable): such as 24h
 * @self: (out): set only when the text is a limit
 *
 * What the text says is not repeated in the error: it may be anything.
 */
gboolean
bjt_time_limit_parse (const char   *text,
                      BjtTimeLimit *self,
                      GError      **error)
{
  const char *letter = NULL;
  gsize       digits = text != NULL ? strspn (text, "0123456789") : 0;
  int         n = digits >= 1 && digits <= 4 ? (int) g_ascii_strtoll (text, NULL, 10) : 0;

  if (n > 0 && text[digits] != '\0' && text[digits + 1] == '\0')
    letter = strchr (unit_letters, text[digits]);
  if (letter == NULL)
    {
      g_set_error (error, BJT_TIME_LIMIT_ERROR, 0,
                   "not a time limit: write 1 to %d hours, days or working days, such as 24h, 7d or 3w", BJT_TIME_LIMIT_MAX);
      return FALSE;
    }
  *self = (BjtTimeLimit) { n, (BjtTimeLimitUnit) (letter - unit_letters) };
  return TRUE;
}

/**
 * bjt_time_limit_format:
 * @text: (out): what bjt_time_limit_parse() reads; empty when there is no limit
 */
void
bjt_time_limit_format (BjtTimeLimit self,
                       char         text[BJT_TIME_LIMIT_STRING_SIZE])
{
  text[0] = '\0';
  if (self.n > 0)
    g_snprintf (text, BJT_TIME_LIMIT_STRING_SIZE, "%d%c", MIN (self.n, BJT_TIME_LIMIT_MAX), unit_letters[self.unit]);
}
