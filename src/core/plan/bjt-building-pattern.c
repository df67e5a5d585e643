/* bjt-building-pattern.c: the text form: reading keeps what it does not mention,
 * writing leaves out what is as usual, and what was written reads back the same.
 * Whether the values fit together is found by bjt_building_layout_new(). */
#include "bjt-building-pattern.h"

#include <string.h>

G_DEFINE_QUARK (bjt-pattern-error-quark, bjt_pattern_error)

static const char *const numbering_names[] = { "101", "0101", "1-101", "through", "sides", "serial", NULL };
static const char *const kind_names[] = { "dwelling", "shop", "garage", "bungalow", "office", "other", NULL };
static const char *const direction_names[] = { "we", "ew", NULL };
static const char *const answer_names[] = { "no", "yes", NULL };

typedef enum
{
  KEY_INT,
  KEY_TEXT,
  KEY_WORD,
} KeyType;

static const struct
{
  const char        *name;
  KeyType            type;
  gsize              offset;
  const char *const *words;
} keys[] = {
  { "levels", KEY_INT, G_STRUCT_OFFSET (BjtBuildingPattern, levels), NULL },
  { "below", KEY_INT, G_STRUCT_OFFSET (BjtBuildingPattern, below), NULL },
  { "semi", KEY_WORD, G_STRUCT_OFFSET (BjtBuildingPattern, is_semi), answer_names },
  { "skip", KEY_TEXT, G_STRUCT_OFFSET (BjtBuildingPattern, skip), NULL },
  { "entrances", KEY_TEXT, G_STRUCT_OFFSET (BjtBuildingPattern, entrances), NULL },
  { "doors", KEY_TEXT, G_STRUCT_OFFSET (BjtBuildingPattern, doors), NULL },
  { "numbering", KEY_WORD, G_STRUCT_OFFSET (BjtBuildingPattern, numbering), numbering_names },
  { "direction", KEY_WORD, G_STRUCT_OFFSET (BjtBuildingPattern, is_reversed), direction_names },
  { "duplex", KEY_TEXT, G_STRUCT_OFFSET (BjtBuildingPattern, duplex), NULL },
  { "shops", KEY_INT, G_STRUCT_OFFSET (BjtBuildingPattern, shops), NULL },
  { "garages", KEY_INT, G_STRUCT_OFFSET (BjtBuildingPattern, garages), NULL },
  { "kind", KEY_WORD, G_STRUCT_OFFSET (BjtBuildingPattern, kind), kind_names },
};

const char *
bjt_numbering_get_name (int numbering)
{
  g_return_val_if_fail (numbering >= 0 && numbering < BJT_N_NUMBERINGS, NULL);
  return numbering_names[numbering];
}

BjtBuildingPattern *
bjt_building_pattern_new (void)
{
  BjtBuildingPattern *self = g_new0 (BjtBuildingPattern, 1);

  self->levels = 6;
  self->entrances = g_strdup ("3");
  self->doors = g_strdup ("2");
  return self;
}

BjtBuildingPattern *
bjt_building_pattern_copy (const BjtBuildingPattern *self)
{
  BjtBuildingPattern *copy = g_memdup2 (self, sizeof *self);

  copy->skip = g_strdup (self->skip);
  copy->entrances = g_strdup (self->entrances);
  copy->doors = g_strdup (self->doors);
  copy->duplex = g_strdup (self->duplex);
  return copy;
}

void
bjt_building_pattern_free (BjtBuildingPattern *self)
{
  if (self == NULL)
    return;
  g_free (self->skip);
  g_free (self->entrances);
  g_free (self->doors);
  g_free (self->duplex);
  g_free (self);
}

static gboolean
read_value (BjtBuildingPattern *self,
            guint               key,
            const char         *value,
            GError            **error)
{
  gint64 number = -1;

  if (keys[key].type == KEY_TEXT)
    {
      g_free (G_STRUCT_MEMBER (char *, self, keys[key].offset));
      G_STRUCT_MEMBER (char *, self, keys[key].offset) = *value != '\0' ? g_strdup (value) : NULL;
      return TRUE;
    }
  if (keys[key].type == KEY_INT)
    {
      if (!g_ascii_string_to_signed (value, 10, 0, 100000, &number, NULL))
        number = -1;
    }
  else
    for (int i = 0; keys[key].words[i] != NULL; i++)
      if (strcmp (keys[key].words[i], value) == 0)
        number = i;
  if (number < 0)
    {
      g_set_error (error, BJT_PATTERN_ERROR, BJT_PATTERN_ERROR_INVALID, "%s can't be “%s”", keys[key].name, value);
      return FALSE;
    }
  G_STRUCT_MEMBER (int, self, keys[key].offset) = (int) number;
  return TRUE;
}

static gboolean
read_word (BjtBuildingPattern *self,
           const char         *word,
           GError            **error)
{
  const char *equals = strchr (word, '=');

  for (guint i = 0; equals != NULL && i < G_N_ELEMENTS (keys); i++)
    if (strlen (keys[i].name) == (gsize) (equals - word) && strncmp (word, keys[i].name, (gsize) (equals - word)) == 0)
      return read_value (self, i, equals + 1, error);
  g_set_error (error, BJT_PATTERN_ERROR, BJT_PATTERN_ERROR_INVALID, "“%s” says nothing of a building; write for example levels=6", word);
  return FALSE;
}

/**
 * bjt_building_pattern_read:
 *
 * Returns: FALSE when a word is not understood; those before it were read
 */
gboolean
bjt_building_pattern_read (BjtBuildingPattern *self,
                           const char         *text,
                           GError            **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !read_word (self, words[i], error))
      return FALSE;
  return TRUE;
}

BjtBuildingPattern *
bjt_building_pattern_new_from_text (const char *text,
                                    GError    **error)
{
  g_autoptr (BjtBuildingPattern) self = bjt_building_pattern_new ();

  return bjt_building_pattern_read (self, text, error) ? g_steal_pointer (&self) : NULL;
}

static void
append_key (GString                  *text,
            const BjtBuildingPattern *self,
            const BjtBuildingPattern *usual,
            guint                     key)
{
  const char *separator = text->len > 0 ? " " : "";
  int         number;

  if (keys[key].type == KEY_TEXT)
    {
      const char *value = G_STRUCT_MEMBER (char *, self, keys[key].offset);

      if (value != NULL || G_STRUCT_MEMBER (char *, usual, keys[key].offset) != NULL)
        g_string_append_printf (text, "%s%s=%s", separator, keys[key].name, value != NULL ? value : "");
      return;
    }
  number = G_STRUCT_MEMBER (int, self, keys[key].offset);
  if (key > 0 && number == G_STRUCT_MEMBER (int, usual, keys[key].offset))
    return;
  if (keys[key].type == KEY_INT)
    g_string_append_printf (text, "%s%s=%d", separator, keys[key].name, number);
  else
    g_string_append_printf (text, "%s%s=%s", separator, keys[key].name, keys[key].words[number]);
}

/**
 * bjt_building_pattern_to_text:
 *
 * Returns: (transfer full): "levels=6 entrances=3 doors=2"
 */
char *
bjt_building_pattern_to_text (const BjtBuildingPattern *self)
{
  g_autoptr (BjtBuildingPattern) usual = bjt_building_pattern_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    append_key (text, self, usual, i);
  return g_string_free (text, FALSE);
}
