/* bjt-door-label.c: labels end in two digits for the column, before which the
 * level stands, plain or with a nought: 601, 0601, 3A02, -101, 2-601. */
#include "bjt-door-label.h"

#include <string.h>

#define N_COLUMN_DIGITS 2

static gboolean
ends_in_digits (const char *label,
                gsize       n)
{
  gsize length = strlen (label);

  if (length < n)
    return FALSE;
  for (gsize i = length - n; i < length; i++)
    if (!g_ascii_isdigit (label[i]))
      return FALSE;
  return TRUE;
}

/**
 * bjt_door_label_for_level:
 *
 * Returns: (transfer full) (nullable): @label with another level in it
 */
char *
bjt_door_label_for_level (const char *label,
                          const char *level,
                          const char *new_level)
{
  g_autofree char *padded = strlen (level) == 1 ? g_strconcat ("0", level, NULL) : NULL;
  const char      *forms[] = { padded, level };
  gsize            length = strlen (label);

  if (!ends_in_digits (label, N_COLUMN_DIGITS))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize       size = forms[i] != NULL ? strlen (forms[i]) : 0;
      gsize       head = length - N_COLUMN_DIGITS - MIN (size, length - N_COLUMN_DIGITS);
      const char *nought = i == 0 && strlen (new_level) == 1 ? "0" : "";

      if (size == 0 || length < size + N_COLUMN_DIGITS || strncmp (label + head, forms[i], size) != 0 || (head > 0 && label[head - 1] != '-'))
        continue;
      return g_strdup_printf ("%.*s%s%s%s", (int) head, label, nought, new_level, label + length - N_COLUMN_DIGITS);
    }
  return NULL;
}

char *
bjt_door_label_for_entrance (const char *label,
                             const char *entrance,
                             const char *new_entrance)
{
  g_autofree char *head = g_strconcat (entrance, "-", NULL);

  return *entrance != '\0' && g_str_has_prefix (label, head) ? g_strconcat (new_entrance, label + strlen (entrance), NULL) : g_strdup (label);
}

/**
 * bjt_door_label_next:
 *
 * Returns: (transfer full) (nullable): with the number at its end one higher
 */
char *
bjt_door_label_next (const char *label)
{
  gsize   length = strlen (label), start = length;
  guint64 number;

  while (start > 0 && g_ascii_isdigit (label[start - 1]) && length - start < 9)
    start--;
  if (start == length)
    return NULL;
  number = g_ascii_strtoull (label + start, NULL, 10) + 1;
  return g_strdup_printf ("%.*s%0*" G_GUINT64_FORMAT, (int) start, label, (int) (length - start), number);
}

gboolean
bjt_door_label_has_number (const char *label)
{
  return label != NULL && strpbrk (label, "0123456789") != NULL;
}
