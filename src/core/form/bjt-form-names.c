/* bjt-form-names.c: a name is a file's on every system: no separators, no dots at
 * its ends, not longer than may be; two that differ in case alone are the same. */
#include "bjt-form-names.h"

#include <string.h>

#define MAX_NAME_BYTES 160

static const char *const words[] = { "{number}", "{address}", "{grid}", "{household}", "{name}", "{day}", "{form}" };

static const char *
find_word (const char *at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (at, words[i]))
      return words[i];
  return NULL;
}

gboolean
bjt_form_names_check (const char *pattern,
                      GError    **error)
{
  for (const char *at = strchr (pattern, '{'); at != NULL; at = strchr (at + 1, '{'))
    if (find_word (at) == NULL)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                     "“%.*s” is no word of a name: {number}, {address}, {grid}, {household}, {name}, {day} and {form} are", (int) strcspn (at, "}") + (strchr (at, '}') != NULL), at);
        return FALSE;
      }
  return TRUE;
}

gboolean
bjt_form_names_is_personal (const char *pattern)
{
  return strstr (pattern, "{name}") != NULL || strstr (pattern, "{household}") != NULL;
}

static char *
dup_number (const BjtFormNameParts *parts)
{
  guint width = 1;

  for (guint n = parts->n_all; n >= 10; n /= 10)
    width++;
  return g_strdup_printf ("%0*u", (int) MAX (width, 2), parts->number);
}

static const char *
get_part (const BjtFormNameParts *parts,
          const char             *word,
          const char             *number)
{
  const char *const values[] = { number, parts->address, parts->grid, parts->household, parts->name, parts->day, parts->form };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] == word)
      return values[i] != NULL ? values[i] : "";
  return "";
}

static gboolean
is_unfit (gunichar c)
{
  return c < 0x20 || c == 0x7F || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL) || !g_unichar_isdefined (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Spaces in a row are one; none at the ends, no dots there either. */
static char *
dup_clean (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      c = is_unfit (c) ? '-' : g_unichar_isspace (c) ? ' ' : c;
      if ((c == ' ' || c == '.') && out->len == 0)
        continue;
      if (c == ' ' && out->str[out->len - 1] == ' ')
        continue;
      if (out->len + 6 > MAX_NAME_BYTES)
        break;
      g_string_append_unichar (out, c);
    }
  while (out->len > 0 && strchr (" .", out->str[out->len - 1]) != NULL)
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static char *
dup_free (const char *name,
          GHashTable *taken)
{
  char *free_name = g_strdup (name);

  for (guint n = 2;; n++)
    {
      g_autofree char *folded = g_utf8_casefold (free_name, -1);

      if (!g_hash_table_contains (taken, folded))
        {
          g_hash_table_add (taken, g_steal_pointer (&folded));
          return free_name;
        }
      g_free (free_name);
      free_name = g_strdup_printf ("%s (%u)", name, n);
    }
}

/**
 * bjt_form_names_make:
 *
 * Returns: (transfer full): never empty
 */
char *
bjt_form_names_make (const char             *pattern,
                     const BjtFormNameParts *parts,
                     GHashTable             *taken)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *number = dup_number (parts);
  g_autofree char    *clean = NULL;

  for (const char *at = pattern; *at != '\0';)
    {
      const char *word = find_word (at);

      if (word != NULL)
        g_string_append (text, get_part (parts, word, number));
      else
        g_string_append_len (text, at, g_utf8_next_char (at) - at);
      at = word != NULL ? at + strlen (word) : g_utf8_next_char (at);
    }
  clean = dup_clean (text->str);
  return dup_free (*clean != '\0' ? clean : number, taken);
}
