/* bjt-typed-numbers.c: a decimal comma will do; x, * and × part two numbers. */
#include "bjt-typed-numbers.h"

#include <gdk/gdk.h>
#include <string.h>

#define BETWEEN "×"
#define LONGEST 16 /* bytes; nobody types more */

void
bjt_typed_numbers_init (BjtTypedNumbers *self,
                        guint            n_most)
{
  self->text = g_string_new (NULL);
  self->n_most = n_most;
}

void
bjt_typed_numbers_clear (BjtTypedNumbers *self)
{
  g_string_free (g_steal_pointer (&self->text), TRUE);
}

void
bjt_typed_numbers_drop (BjtTypedNumbers *self)
{
  g_string_truncate (self->text, 0);
}

gboolean
bjt_typed_numbers_is_empty (const BjtTypedNumbers *self)
{
  return self->text->len == 0;
}

static const char *
find_last_number (const BjtTypedNumbers *self)
{
  const char *between = g_strrstr (self->text->str, BETWEEN);

  return between != NULL ? between + strlen (BETWEEN) : self->text->str;
}

static gboolean
type_point (BjtTypedNumbers *self)
{
  const char *number = find_last_number (self);

  if (strchr (number, '.') == NULL)
    g_string_append (self->text, *number == '\0' ? "0." : ".");
  return TRUE;
}

static gboolean
take_back (BjtTypedNumbers *self)
{
  if (self->text->len == 0)
    return FALSE;
  g_string_truncate (self->text, (gsize) (g_utf8_prev_char (self->text->str + self->text->len) - self->text->str));
  return TRUE;
}

gboolean
bjt_typed_numbers_ask_next (BjtTypedNumbers *self)
{
  double numbers[4];

  if (bjt_typed_numbers_get (self, numbers, G_N_ELEMENTS (numbers)) >= self->n_most)
    return FALSE;
  if (*find_last_number (self) != '\0')
    g_string_append (self->text, BETWEEN);
  return TRUE;
}

gboolean
bjt_typed_numbers_type (BjtTypedNumbers *self,
                        guint            keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (keyval == GDK_KEY_BackSpace)
    return take_back (self);
  if (self->text->len >= LONGEST)
    return g_unichar_isdigit (c);
  if (c < 0x80 && g_ascii_isdigit ((char) c))
    {
      g_string_append_c (self->text, (char) c);
      return TRUE;
    }
  if (c == '.' || c == ',' || keyval == GDK_KEY_KP_Decimal)
    return type_point (self);
  if ((c == 'x' || c == 'X' || c == '*' || c == 0xD7) && self->text->len > 0 && self->n_most > 1)
    return bjt_typed_numbers_ask_next (self);
  if (c == '-' && self->text->len == 0)
    {
      g_string_append_c (self->text, '-');
      return TRUE;
    }
  return FALSE;
}

/* How many there are; those that say nothing yet don't count. */
guint
bjt_typed_numbers_get (const BjtTypedNumbers *self,
                       double                *numbers,
                       guint                  n_numbers)
{
  g_auto (GStrv) parts = g_strsplit (self->text->str, BETWEEN, (int) n_numbers);
  guint n = 0;

  for (guint i = 0; parts[i] != NULL && i < n_numbers; i++)
    {
      char  *end;
      double number = g_ascii_strtod (parts[i], &end);

      if (end == parts[i] || *end != '\0')
        break;
      numbers[n++] = number;
    }
  return n;
}
