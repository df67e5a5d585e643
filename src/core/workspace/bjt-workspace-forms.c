/* bjt-workspace-forms.c: a mapping is a setting of the community, named by the
 * fingerprint of the form's labels. A form is read again when it is filled, in
 * the helper process both times; what comes back is written beside the place it
 * goes to and renamed. Recorded as an export before it is written. The path
 * of the form, the purpose and the filter are kept with the mapping, to be offered
 * again. */
#include "bjt-workspace-forms.h"

#include <string.h>

#include "bjt-workspace-forms-private.h"
#include "bjt-workspace-private.h"
#include "form/bjt-form-fill.h"
#include "import/bjt-import-reader.h"
#include "model/bjt-filter-term.h"

#define SECONDS 60
#define MEGABYTES 2048
#define MAX_ROWS 50000
#define SETTING "form:"

/* Reading */

static gboolean
take_piece_cb (const BjtDraft *draft,
               gpointer        user_data,
               GError        **error)
{
  GByteArray *bytes = user_data;

  if (draft->kind == BJT_DRAFT_PIECE)
    g_byte_array_append (bytes, draft->piece.data, (guint) draft->piece.size);
  return TRUE;
}

static GBytes *
run_helper (const char   *path,
            GBytes       *plan,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autoptr (GByteArray)      bytes = g_byte_array_new ();

  bjt_import_reader_set_form (reader, plan);
  bjt_import_reader_set_limits (reader, SECONDS, MEGABYTES);
  if (!bjt_import_reader_run (reader, take_piece_cb, bytes, cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

BjtFormFields *
bjt_form_open (const char   *path,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GBytes)        bytes = run_helper (path, NULL, cancellable, error);
  g_autoptr (BjtFormSketch) sketch = bytes != NULL ? bjt_form_sketch_new_from_bytes (bytes) : NULL;
  g_autoptr (BjtFormFields) fields = sketch != NULL ? bjt_form_fields_new (sketch) : NULL;

  if (bytes != NULL && sketch == NULL)
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_PROTOCOL, "%s: the import helper does not fit this program", path);
  if (fields != NULL && fields->fields->len == 0)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSUPPORTED,
                   "%s: the form has no field to fill: write marks like {{name}} into it, or labels beside empty cells", path);
      return NULL;
    }
  return g_steal_pointer (&fields);
}

/* Mappings */

static char *
dup_setting_name (const BjtFormFields *fields)
{
  return g_strconcat (SETTING, fields->fingerprint, NULL);
}

BjtFormMapping *
bjt_workspace_get_form_mapping (BjtWorkspace        *self,
                                const BjtFormFields *fields,
                                gboolean            *is_kept)
{
  g_autofree char *name = dup_setting_name (fields);
  g_autofree char *json = bjt_workspace_dup_setting (self, name);
  BjtFormMapping  *kept = json != NULL ? bjt_form_mapping_new_from_json (json) : NULL;

  if (is_kept != NULL)
    *is_kept = kept != NULL;
  return kept != NULL ? kept : bjt_form_mapping_new_guess (fields);
}

static char *
dup_json (BjtWorkspace      *self,
          const BjtFormWish *wish)
{
  g_autofree char *plain = bjt_form_mapping_to_json (wish->mapping);
  g_autoptr (BjtFormMapping) used = bjt_form_mapping_new_from_json (plain);

  g_free (used->form);
  used->form = g_canonicalize_filename (wish->form, NULL);
  g_free (used->purpose);
  used->purpose = g_strdup (wish->purpose);
  g_free (used->filter);
  used->filter = bjt_filter_dup_text (wish->filter, bjt_workspace_get_picture (self));
  return bjt_form_mapping_to_json (used);
}

gboolean
bjt_workspace_keep_form_mapping (BjtWorkspace      *self,
                                 const BjtFormWish *wish,
                                 GError           **error)
{
  g_autofree char *name = dup_setting_name (wish->fields);
  g_autofree char *json = dup_json (self, wish);
  g_autofree char *kept = bjt_workspace_dup_setting (self, name);
  g_autofree char *form = g_path_get_basename (wish->form);
  g_autoptr (BjtActionScope) scope = NULL;

  if (g_strcmp0 (kept, json) == 0)
    return TRUE;
  scope = bjt_workspace_begin (self, "map-form", form, error);
  return scope != NULL && bjt_workspace_write_setting (self, name, json, error) && bjt_workspace_finish_work (self, scope, error);
}

/**
 * bjt_workspace_list_forms:
 *
 * Returns: (transfer full) (element-type filename):
 */
GPtrArray *
bjt_workspace_list_forms (BjtWorkspace *self)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) settings = bjt_store_list (self->store, &bjt_setting_type, NULL, NULL, "id", 0, NULL);

  for (guint i = settings != NULL ? settings->len : 0; i > 0; i--)
    {
      const BjtSetting *setting = settings->pdata[i - 1];
      g_autoptr (BjtFormMapping) mapping = g_str_has_prefix (setting->name, SETTING) && setting->value != NULL ? bjt_form_mapping_new_from_json (setting->value) : NULL;

      if (mapping != NULL && mapping->form != NULL && g_file_test (mapping->form, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (forms, g_strdup (mapping->form));
    }
  return forms;
}

/* Filling */

static gboolean
check_filter (const BjtPicture *picture,
              const BjtFilter  *filter,
              GError          **error)
{
  BjtCategorySet named = filter->any | filter->all | filter->none;

  for (guint32 c = 0; c < picture->categories->len; c++)
    if ((named >> c & 1) != 0 && bjt_picture_get_category (picture, c)->is_restricted)
      {
        g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
                     "“%s” is restricted: it goes into no form", bjt_picture_get_category (picture, c)->name);
        return FALSE;
      }
  return TRUE;
}

static BjtFormData *
read_data (BjtWorkspace    *self,
           BjtFormRowsKind  rows,
           const BjtFilter *filter,
           GError         **error)
{
  return check_filter (bjt_workspace_get_picture (self), filter, error) ? bjt_form_data_new (self, rows, filter, error) : NULL;
}

BjtFormData *
bjt_workspace_read_form_data (BjtWorkspace      *self,
                              const BjtFormWish *wish,
                              GError           **error)
{
  return read_data (self, wish->mapping->rows, wish->filter, error);
}

int
bjt_workspace_count_form_rows (BjtWorkspace    *self,
                               BjtFormRowsKind  rows,
                               const BjtFilter *filter,
                               GError         **error)
{
  g_autoptr (BjtFormData) data = read_data (self, rows, filter, error);

  return data != NULL ? (int) data->rows->len : -1;
}

gboolean
bjt_form_wish_check_data (const BjtFormWish *wish,
                          const BjtFormData *data,
                          GError           **error)
{
  const BjtFormField *single = bjt_form_fill_find_single (wish->fields, wish->mapping);

  if (data->rows->len == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "nothing matches: the form would be empty");
  if (data->rows->len > MAX_ROWS)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "more rows than a form can hold: narrow the filter");
  if (single == NULL || bjt_form_data_find_single (data) != BJT_FORM_NO_ROW)
    return TRUE;
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
               "the field “%s” is about one household, and there are %u rows of several: choose one home, or leave the field empty", single->label, data->rows->len);
  return FALSE;
}

/* One category that was asked for in words has to be there, and may go out. */
static gboolean
check_category (const BjtPicture *picture,
                const char       *code,
                GError          **error)
{
  guint32 category = bjt_picture_find_category (picture, code);

  if (category == BJT_NO_INDEX)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "there is no category “%s”", code);
  else if (bjt_picture_get_category (picture, category)->is_restricted)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
                 "“%s” is restricted: it goes into no form", bjt_picture_get_category (picture, category)->name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_categories (const BjtPicture  *picture,
                  const BjtFormWish *wish,
                  GError           **error)
{
  for (guint i = 0; i < wish->fields->fields->len; i++)
    {
      const BjtFormField *field = bjt_form_fields_get (wish->fields, i);
      int                 item = bjt_form_mapping_get (wish->mapping, field);
      const char         *code = item != BJT_FORM_NOTHING ? bjt_form_words_get_category ((BjtFormItem) item) : NULL;

      if (code != NULL && item != field->guess && !check_category (picture, code, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_workspace_check_form_wish (BjtWorkspace      *self,
                               const BjtFormWish *wish,
                               GError           **error)
{
  if (!check_categories (bjt_workspace_get_picture (self), wish, error))
    return FALSE;
  if (bjt_form_mapping_count (wish->mapping, wish->fields) == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "no field of the form is given anything");
  return !bjt_form_mapping_is_personal (wish->mapping, wish->fields) || (wish->purpose != NULL && *wish->purpose != '\0')
         || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "personal data goes into the form: say what for");
}

gboolean
bjt_workspace_record_form (BjtWorkspace      *self,
                           const BjtFormWish *wish,
                           GError           **error)
{
  return !bjt_form_mapping_is_personal (wish->mapping, wish->fields) || bjt_workspace_record_export (self, "form", wish->purpose, error);
}

GBytes *
bjt_workspace_make_form_plan (BjtWorkspace      *self,
                              const BjtFormWish *wish,
                              BjtFormData       *data)
{
  BjtFormFill fill = { wish->fields, wish->mapping, data->rows->len, bjt_form_data_find_single (data), bjt_form_data_get_value, data };
  g_autoptr (BjtFormPlan) plan = bjt_form_fill_plan (&fill);

  plan->made_at = bjt_clock_get_now (&self->clock) / G_USEC_PER_SEC;
  return bjt_form_plan_to_bytes (plan);
}

/**
 * bjt_workspace_plan_form:
 * @n_rows: (out)
 *
 * Returns: (transfer full) (nullable): for bjt_form_write()
 */
GBytes *
bjt_workspace_plan_form (BjtWorkspace      *self,
                         const BjtFormWish *wish,
                         guint             *n_rows,
                         GError           **error)
{
  g_autoptr (BjtFormData) data = bjt_workspace_check_form_wish (self, wish, error) ? bjt_workspace_read_form_data (self, wish, error) : NULL;

  if (data == NULL || !bjt_form_wish_check_data (wish, data, error) || !bjt_workspace_record_form (self, wish, error))
    return NULL;
  *n_rows = data->rows->len;
  return bjt_workspace_make_form_plan (self, wish, data);
}

gboolean
bjt_form_write (const char   *form,
                GBytes       *plan,
                const char   *output,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GBytes) file = run_helper (form, plan, cancellable, error);
  gsize       size = 0;
  const char *bytes = file != NULL ? g_bytes_get_data (file, &size) : NULL;

  return bytes != NULL && g_file_set_contents_full (output, bytes, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * bjt_workspace_fill_form:
 *
 * Returns: how many rows; -1 with the error set, and nothing is written
 */
int
bjt_workspace_fill_form (BjtWorkspace      *self,
                         const BjtFormWish *wish,
                         GCancellable      *cancellable,
                         GError           **error)
{
  guint n_rows = 0;
  g_autoptr (GBytes) plan = bjt_workspace_plan_form (self, wish, &n_rows, error);

  return plan != NULL && bjt_form_write (wish->form, plan, wish->output, cancellable, error) ? (int) n_rows : -1;
}
