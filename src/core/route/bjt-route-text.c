/* bjt-route-text.c: one pass over bytes that may be anything; nothing is read past
 * the end, no number is taken that is not finite. */
#include "bjt-route-text.h"

#include <math.h>
#include <string.h>

#define LONGEST_NUMBER 63

void
bjt_route_text_init (BjtRouteText *self,
                     const char   *text,
                     gsize         size)
{
  *self = (BjtRouteText) { text, text + size, 1 };
}

static inline gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* White space, and what follows # up to the end of its line. */
static void
skip_space (BjtRouteText *self)
{
  while (self->at < self->end && (is_space (*self->at) || *self->at == '#'))
    {
      if (*self->at == '#')
        while (self->at + 1 < self->end && self->at[1] != '\n')
          self->at++;
      self->line += *self->at++ == '\n';
    }
}

gboolean
bjt_route_text_next_word (BjtRouteText *self,
                          const char  **word,
                          gsize        *length)
{
  skip_space (self);
  *word = self->at;
  while (self->at < self->end && !is_space (*self->at))
    self->at++;
  *length = (gsize) (self->at - *word);
  return *length > 0;
}

gboolean
bjt_route_text_peek_word (const BjtRouteText *self,
                          const char        **word,
                          gsize              *length)
{
  BjtRouteText copy = *self;

  return bjt_route_text_next_word (&copy, word, length);
}

char *
bjt_route_text_next_line (BjtRouteText *self)
{
  const char *start = self->at, *stop;

  if (self->at >= self->end)
    return NULL;
  stop = memchr (start, '\n', (gsize) (self->end - start));
  self->at = stop != NULL ? stop + 1 : self->end;
  self->line += stop != NULL;
  if (stop == NULL)
    stop = self->end;
  while (start < stop && is_space (*start))
    start++;
  while (stop > start && is_space (stop[-1]))
    stop--;
  return g_strndup (start, (gsize) (stop - start));
}

void
bjt_route_text_skip_line (BjtRouteText *self)
{
  g_autofree char *line = bjt_route_text_next_line (self);
}

guint
bjt_route_text_count_words (const BjtRouteText *self)
{
  guint    n = 0;
  gboolean in_word = FALSE;

  for (const char *at = self->at; at < self->end && *at != '\n'; at++)
    {
      n += !in_word && !is_space (*at);
      in_word = !is_space (*at);
    }
  return n;
}

gboolean
bjt_route_text_fail (const BjtRouteText *self,
                     GError            **error,
                     const char         *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_FILE, "Line %u: %s", self->line, text);
  return FALSE;
}

gboolean
bjt_route_text_next_number (BjtRouteText *self,
                            const char   *what,
                            double       *number,
                            GError      **error)
{
  char        digits[LONGEST_NUMBER + 1], *rest;
  const char *word;
  gsize       length;

  if (!bjt_route_text_next_word (self, &word, &length))
    return bjt_route_text_fail (self, error, "the file ends where %s is wanted", what);
  if (length > LONGEST_NUMBER)
    return bjt_route_text_fail (self, error, "%s is not a number", what);
  memcpy (digits, word, length);
  digits[length] = '\0';
  *number = g_ascii_strtod (digits, &rest);
  if (*rest != '\0' || !isfinite (*number))
    return bjt_route_text_fail (self, error, "%s is not a number", what);
  return TRUE;
}

gboolean
bjt_route_text_next_count (BjtRouteText *self,
                           const char   *what,
                           guint         least,
                           guint         most,
                           guint        *count,
                           GError      **error)
{
  double number;

  if (!bjt_route_text_next_number (self, what, &number, error))
    return FALSE;
  if (number < least || number > most || number != floor (number))
    return bjt_route_text_fail (self, error, "%s is not a whole number from %u to %u", what, least, most);
  *count = (guint) number;
  return TRUE;
}
