/* bjt-appeal-words.c: the table data/flow/appeal-words.txt and what it says of a
 * text. A look at a text costs one search for each of some three hundred words.
 * Whoever holds one may read it from any thread. */
#include "bjt-appeal-words.h"

#include <gio/gio.h>
#include <string.h>

#include "bjt-flow-resource.h"

#define RESOURCE "/cn/baijiatu/flow/appeal-words.txt"
#define MAX_URGENT 4
#define LONGEST_WEIGHT 1000

typedef struct
{
  char  *code;
  char **words;
} Kind;

struct _BjtAppealWords
{
  GArray    *kinds;
  GPtrArray *urgent;
  GPtrArray *chat;
  GPtrArray *of_entrance; /* codes of kinds */
  GPtrArray *of_building;
};

G_DEFINE_QUARK (bjt-appeal-words-error-quark, bjt_appeal_words_error)

static void
kind_clear (gpointer data)
{
  Kind *self = data;

  g_free (self->code);
  g_strfreev (self->words);
}

void
bjt_appeal_words_free (BjtAppealWords *self)
{
  g_array_unref (self->kinds);
  g_ptr_array_unref (self->urgent);
  g_ptr_array_unref (self->chat);
  g_ptr_array_unref (self->of_entrance);
  g_ptr_array_unref (self->of_building);
  g_free (self);
}

/* Reading the table */

static void
add_words (GPtrArray *list,
           char     **words)
{
  for (; *words != NULL; words++)
    if (**words != '\0')
      g_ptr_array_add (list, g_strdup (*words));
}

static gboolean
read_line (BjtAppealWords *self,
           const char     *line,
           guint           number,
           GError        **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  if (line[0] == '\0' || line[0] == '#')
    return TRUE;
  if (strcmp (words[0], "kind") == 0 && words[1] != NULL && words[2] != NULL)
    {
      Kind kind = { g_strdup (words[1]), g_strdupv (words + 2) };

      g_array_append_val (self->kinds, kind);
      return TRUE;
    }
  if (strcmp (words[0], "urgent") == 0)
    add_words (self->urgent, words + 1);
  else if (strcmp (words[0], "chat") == 0)
    add_words (self->chat, words + 1);
  else if (strcmp (words[0], "shared") == 0 && words[1] != NULL)
    add_words (strcmp (words[1], "entrance") == 0 ? self->of_entrance : self->of_building, words + 2);
  else
    {
      g_set_error (error, BJT_APPEAL_WORDS_ERROR, 0, "line %u: neither a kind with its words, nor urgent, chat or shared", number);
      return FALSE;
    }
  return TRUE;
}

/**
 * bjt_appeal_words_new_from_text:
 *
 * Returns: (transfer full) (nullable): NULL when a line is not understood
 */
BjtAppealWords *
bjt_appeal_words_new_from_text (const char *text,
                                GError    **error)
{
  g_autoptr (BjtAppealWords) self = g_new0 (BjtAppealWords, 1);
  g_auto (GStrv)             lines = g_strsplit (text, "\n", -1);

  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  g_array_set_clear_func (self->kinds, kind_clear);
  self->urgent = g_ptr_array_new_with_free_func (g_free);
  self->chat = g_ptr_array_new_with_free_func (g_free);
  self->of_entrance = g_ptr_array_new_with_free_func (g_free);
  self->of_building = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!read_line (self, g_strstrip (lines[i]), i + 1, error))
      return NULL;
  return g_steal_pointer (&self);
}

const BjtAppealWords *
bjt_appeal_words_get_default (void)
{
  static gsize shipped;

  if (g_once_init_enter (&shipped))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_resource_lookup_data (bjt_flow_get_resource (), RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      BjtAppealWords    *self = bytes != NULL ? bjt_appeal_words_new_from_text (g_bytes_get_data (bytes, NULL), &error) : NULL;

      if (self == NULL)
        g_error ("the words of appeals of this program: %s", error->message);
      g_once_init_leave (&shipped, (gsize) self);
    }
  return (const BjtAppealWords *) shipped;
}

/* Asking */

/* The longest word that occurs decides, then how much of the text all of them are. */
static glong
weigh (const Kind *kind,
       const char *text)
{
  glong total = 0, longest = 0;

  for (guint i = 0; kind->words[i] != NULL; i++)
    if (kind->words[i][0] != '\0' && strstr (text, kind->words[i]) != NULL)
      {
        glong length = g_utf8_strlen (kind->words[i], -1);

        total += length;
        longest = MAX (longest, length);
      }
  return longest * LONGEST_WEIGHT + total;
}

const char *
bjt_appeal_words_guess_kind (const BjtAppealWords *self,
                             const char           *text)
{
  const char *group = NULL, *found = NULL;
  glong       of_group = 0, of_kind = 0;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const Kind  *kind = &g_array_index (self->kinds, Kind, i);
      gboolean     is_group = kind->code[1] == '\0';
      const char **best = is_group ? &group : &found;
      glong       *most = is_group ? &of_group : &of_kind;
      glong        weight = weigh (kind, text);

      if (weight <= *most)
        continue;
      *most = weight;
      *best = kind->code;
    }
  return found != NULL ? found : group;
}

char *
bjt_appeal_words_dup_urgent (const BjtAppealWords *self,
                             const char           *text)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < self->urgent->len && found->len < MAX_URGENT; i++)
    if (strstr (text, self->urgent->pdata[i]) != NULL)
      g_ptr_array_add (found, self->urgent->pdata[i]);
  g_ptr_array_add (found, NULL);
  return found->len > 1 ? g_strjoinv (" ", (char **) found->pdata) : NULL;
}

gsize
bjt_appeal_words_match_chat (const BjtAppealWords *self,
                             const char           *text)
{
  gsize longest = 0;

  for (guint i = 0; i < self->chat->len; i++)
    if (g_str_has_prefix (text, self->chat->pdata[i]))
      longest = MAX (longest, strlen (self->chat->pdata[i]));
  return longest;
}

/**
 * bjt_appeal_words_get_share:
 * @code: (nullable): of a kind
 *
 * Returns: whether what is of this kind belongs to a flat, or to all of an entrance
 *   or a building
 */
BjtAppealShare
bjt_appeal_words_get_share (const BjtAppealWords *self,
                            const char           *code)
{
  if (code == NULL)
    return BJT_APPEAL_OF_DOOR;
  if (g_ptr_array_find_with_equal_func (self->of_entrance, code, g_str_equal, NULL))
    return BJT_APPEAL_OF_ENTRANCE;
  return g_ptr_array_find_with_equal_func (self->of_building, code, g_str_equal, NULL) ? BJT_APPEAL_OF_BUILDING : BJT_APPEAL_OF_DOOR;
}
