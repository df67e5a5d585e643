/* bjt-form-mapping.c: fields that a mapping does not name keep their guess, so that
 * one kept for a form still serves when a field is added to it. */
#include "bjt-form-mapping.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char *const kinds[] = {
  [BJT_FORM_ROWS_PEOPLE] = "people",
  [BJT_FORM_ROWS_MEMBERS] = "members",
  [BJT_FORM_ROWS_HOUSEHOLDS] = "households",
  [BJT_FORM_ROWS_DOORS] = "doors",
  [BJT_FORM_ROWS_VISITS] = "visits",
  [BJT_FORM_ROWS_ISSUES] = "issues",
};

const char *
bjt_form_rows_kind_get_key (BjtFormRowsKind kind)
{
  return kinds[kind];
}

int
bjt_form_rows_kind_find (const char *key)
{
  for (int i = 0; i < BJT_N_FORM_ROWS; i++)
    if (g_strcmp0 (kinds[i], key) == 0)
      return i;
  return -1;
}

static BjtFormMapping *
new_empty (void)
{
  BjtFormMapping *self = g_new0 (BjtFormMapping, 1);

  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
bjt_form_mapping_free (BjtFormMapping *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->items);
  g_free (self->form);
  g_free (self->purpose);
  g_free (self->filter);
  g_free (self);
}

static BjtFormRowsKind
guess_rows (const BjtFormFields *fields)
{
  guint about[BJT_FORM_ABOUT_ISSUE + 1] = { 0 };

  for (guint i = 0; i < fields->fields->len; i++)
    {
      int guess = bjt_form_fields_get (fields, i)->guess;

      if (guess != BJT_FORM_NOTHING)
        about[bjt_form_words_get_about ((BjtFormItem) guess)]++;
    }
  if (about[BJT_FORM_ABOUT_ISSUE] >= 2)
    return BJT_FORM_ROWS_ISSUES;
  if (about[BJT_FORM_ABOUT_VISIT] >= 2)
    return BJT_FORM_ROWS_VISITS;
  if (about[BJT_FORM_ABOUT_PERSON] > 0)
    return BJT_FORM_ROWS_PEOPLE;
  return about[BJT_FORM_ABOUT_HOUSEHOLD] > 0 ? BJT_FORM_ROWS_HOUSEHOLDS : BJT_FORM_ROWS_DOORS;
}

BjtFormMapping *
bjt_form_mapping_new_guess (const BjtFormFields *fields)
{
  BjtFormMapping *self = new_empty ();

  self->rows = guess_rows (fields);
  return self;
}

void
bjt_form_mapping_set (BjtFormMapping *self,
                      const char     *id,
                      int             item)
{
  g_hash_table_insert (self->items, g_strdup (id), GINT_TO_POINTER (item + 2));
}

int
bjt_form_mapping_get (const BjtFormMapping *self,
                      const BjtFormField   *field)
{
  int kept = GPOINTER_TO_INT (g_hash_table_lookup (self->items, field->id));

  return kept != 0 ? kept - 2 : field->guess;
}

/* JSON */

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static gboolean
read_items (BjtFormMapping *self,
            JsonNode       *node)
{
  JsonObjectIter iter;
  const char    *id;
  JsonNode      *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &value))
    {
      const char *key = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_string (value) : NULL;

      bjt_form_mapping_set (self, id, key != NULL ? bjt_form_words_find_key (key) : BJT_FORM_NOTHING);
    }
  return TRUE;
}

BjtFormMapping *
bjt_form_mapping_new_from_json (const char *json)
{
  g_autoptr (BjtFormMapping) self = new_empty ();
  g_autoptr (JsonNode)       root = json_from_string (json, NULL);
  JsonObject                *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  int                        rows = object != NULL ? bjt_form_rows_kind_find (json_object_get_string_member_with_default (object, "rows", "")) : -1;

  if (rows < 0 || !read_items (self, json_object_get_member (object, "fields")))
    return NULL;
  self->rows = (BjtFormRowsKind) rows;
  self->form = g_strdup (json_object_get_string_member_with_default (object, "form", NULL));
  self->purpose = g_strdup (json_object_get_string_member_with_default (object, "purpose", NULL));
  self->filter = g_strdup (json_object_get_string_member_with_default (object, "filter", NULL));
  return g_steal_pointer (&self);
}

char *
bjt_form_mapping_to_json (const BjtFormMapping *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode)    root = NULL;
  g_autoptr (GList)       ids = g_list_sort (g_hash_table_get_keys (self->items), (GCompareFunc) strcmp);

  json_builder_begin_object (builder);
  add_text (builder, "rows", kinds[self->rows]);
  add_text (builder, "form", self->form);
  add_text (builder, "purpose", self->purpose);
  add_text (builder, "filter", self->filter);
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (GList *at = ids; at != NULL; at = at->next)
    {
      int item = GPOINTER_TO_INT (g_hash_table_lookup (self->items, at->data)) - 2;

      json_builder_set_member_name (builder, at->data);
      json_builder_add_string_value (builder, item >= 0 ? bjt_form_words_get_key ((BjtFormItem) item) : "");
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* Changes in words */

static gboolean
has_field (const BjtFormFields *fields,
           const char          *id)
{
  for (guint i = 0; i < fields->fields->len; i++)
    if (strcmp (bjt_form_fields_get (fields, i)->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
change_one (BjtFormMapping      *self,
            const BjtFormFields *fields,
            const char          *word,
            GError             **error)
{
  const char      *equals = strrchr (word, '=');
  g_autofree char *id = equals != NULL ? g_strstrip (g_strndup (word, (gsize) (equals - word))) : NULL;
  g_autofree char *key = equals != NULL ? g_strstrip (g_strdup (equals + 1)) : NULL;
  int              item = key != NULL && *key != '\0' ? bjt_form_words_find_key (key) : BJT_FORM_NOTHING;

  if (id == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "“%s” says not what goes where: write FIELD=ITEM", word);
  else if (!has_field (fields, id))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "the form has no field “%s”; --fields lists those it has", id);
  else if (*key != '\0' && item == BJT_FORM_NOTHING)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "there is no item “%s”; --items lists those there are", key);
  else
    {
      bjt_form_mapping_set (self, id, item);
      return TRUE;
    }
  return FALSE;
}

/**
 * bjt_form_mapping_change:
 * @words: FIELD=ITEM, separated by semicolons; nothing behind the sign: it stays empty
 */
gboolean
bjt_form_mapping_change (BjtFormMapping      *self,
                         const BjtFormFields *fields,
                         const char          *words,
                         GError             **error)
{
  g_auto (GStrv) list = g_strsplit (words, ";", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*g_strstrip (list[i]) != '\0' && !change_one (self, fields, list[i], error))
      return FALSE;
  return TRUE;
}

gboolean
bjt_form_mapping_is_personal (const BjtFormMapping *self,
                              const BjtFormFields  *fields)
{
  for (guint i = 0; i < fields->fields->len; i++)
    {
      int item = bjt_form_mapping_get (self, bjt_form_fields_get (fields, i));

      if (item != BJT_FORM_NOTHING && bjt_form_words_is_personal ((BjtFormItem) item))
        return TRUE;
    }
  return FALSE;
}

guint
bjt_form_mapping_count (const BjtFormMapping *self,
                        const BjtFormFields  *fields)
{
  guint n = 0;

  for (guint i = 0; i < fields->fields->len; i++)
    n += bjt_form_mapping_get (self, bjt_form_fields_get (fields, i)) != BJT_FORM_NOTHING;
  return n;
}
