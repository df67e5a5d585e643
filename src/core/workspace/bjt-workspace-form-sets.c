/* bjt-workspace-form-sets.c: the rows are read once and dealt out to the copies;
 * each copy is planned before the first is written, so that the picture may
 * change meanwhile. Rows without a household (an empty home, an issue of the
 * road) have no copy of their own where each household has one. */
#include "bjt-workspace-form-sets.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bjt-workspace-forms-private.h"
#include "bjt-workspace-private.h"
#include "form/bjt-form-codes.h"
#include "form/bjt-form-names.h"

#define MAX_COPIES 20000

static const char *const keys[] = {
  [BJT_FORM_EACH_HOUSEHOLD] = "household",
  [BJT_FORM_EACH_PERSON] = "person",
  [BJT_FORM_EACH_GRID] = "grid",
};

int
bjt_form_each_find (const char *key)
{
  for (int i = 0; i < BJT_N_FORM_EACH; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return i;
  return -1;
}

const char *
bjt_form_each_get_names (BjtFormEach each)
{
  return each == BJT_FORM_EACH_GRID ? "{grid}" : "{number} {address}";
}

static gboolean
has_item (const BjtFormWish *wish,
          BjtFormItem        item)
{
  for (guint i = 0; i < wish->fields->fields->len; i++)
    if (bjt_form_mapping_get (wish->mapping, bjt_form_fields_get (wish->fields, i)) == (int) item)
      return TRUE;
  return FALSE;
}

/* The members of a household are all who live in it, where the form asks what they
 * are to each other. */
BjtFormRowsKind
bjt_form_each_choose_rows (BjtFormEach        each,
                           const BjtFormWish *wish)
{
  BjtFormRowsKind rows = wish->mapping->rows;

  if (each == BJT_FORM_EACH_PERSON)
    return rows == BJT_FORM_ROWS_MEMBERS ? rows : BJT_FORM_ROWS_PEOPLE;
  if (each == BJT_FORM_EACH_HOUSEHOLD && rows == BJT_FORM_ROWS_PEOPLE && (bjt_filter_is_empty (wish->filter) || has_item (wish, BJT_FORM_RELATION)))
    return BJT_FORM_ROWS_MEMBERS;
  return rows;
}

/* Copies */

static void
copy_free (gpointer data)
{
  BjtFormCopy *self = data;

  g_free (self->name);
  g_free (self->subject);
  g_clear_pointer (&self->plan, g_bytes_unref);
  g_free (self);
}

void
bjt_form_set_free (BjtFormSet *self)
{
  if (self == NULL)
    return;
  g_free (self->form);
  g_ptr_array_unref (self->copies);
  g_free (self);
}

typedef struct
{
  BjtWorkspace      *workspace;
  const BjtFormWish *wish;
  BjtFormEach        each;
  const char        *names;
  BjtFormData       *data;
  GPtrArray         *groups; /* GArray of BjtFormRow */
} Dealing;

/* Whether a household is meant, that is found with others of its home. */
static gboolean
is_household_meant (const Dealing *self,
                    guint32        household)
{
  const BjtFilter *filter = self->wish->filter;
  BjtCategorySet   categories = bjt_form_data_collect_categories (self->data, household);

  return (filter->any == 0 || (categories & filter->any) != 0) && (categories & filter->all) == filter->all && (categories & filter->none) == 0;
}

static guint32
get_grid (const Dealing    *self,
          const BjtFormRow *row)
{
  const BjtPicture *picture = self->data->picture;

  return row->door != BJT_NO_INDEX ? bjt_picture_get_building (picture, bjt_picture_get_door (picture, row->door)->building)->grid : BJT_NO_INDEX;
}

/* Which copy a row goes to; rows of one key go to the same. */
static gboolean
choose_key (const Dealing    *self,
            const BjtFormRow *row,
            guint             index,
            guint32          *key)
{
  *key = self->each == BJT_FORM_EACH_PERSON ? index : self->each == BJT_FORM_EACH_GRID ? get_grid (self, row) : row->household;
  return self->each != BJT_FORM_EACH_HOUSEHOLD || (*key != BJT_NO_INDEX && is_household_meant (self, *key));
}

static void
deal_out (Dealing *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->data->rows->len; i++)
    {
      const BjtFormRow *row = &g_array_index (self->data->rows, BjtFormRow, i);
      guint32           key;
      GArray           *group;

      if (!choose_key (self, row, i, &key))
        continue;
      group = g_hash_table_lookup (groups, GUINT_TO_POINTER (key));
      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (BjtFormRow));
          g_hash_table_insert (groups, GUINT_TO_POINTER (key), group);
          g_ptr_array_add (self->groups, group);
        }
      g_array_append_vals (group, row, 1);
    }
}

/* By grid, in the order of their numbers. */
static int
compare_grids (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Dealing *self = data;
  guint32        one = get_grid (self, &g_array_index (*(GArray *const *) a, BjtFormRow, 0));
  guint32        other = get_grid (self, &g_array_index (*(GArray *const *) b, BjtFormRow, 0));
  int            number = one != BJT_NO_INDEX ? bjt_picture_get_grid (self->data->picture, one)->number : G_MAXINT;
  int            other_number = other != BJT_NO_INDEX ? bjt_picture_get_grid (self->data->picture, other)->number : G_MAXINT;

  return (number > other_number) - (number < other_number);
}

static const char *
get_name (const Dealing    *self,
          const BjtFormRow *row)
{
  const BjtPicture *picture = self->data->picture;
  const BjtRun     *members = row->household != BJT_NO_INDEX ? &bjt_picture_get_household (picture, row->household)->members : NULL;
  guint32           person = self->each == BJT_FORM_EACH_PERSON ? row->person
                             : members != NULL && members->n > 0 ? bjt_picture_get_member (picture, members->first)->person : BJT_NO_INDEX;

  return self->each != BJT_FORM_EACH_GRID && person != BJT_NO_INDEX ? bjt_picture_get_person (picture, person)->name : NULL;
}

/* The name of the file and whom it is about. */
static void
name_copy (const Dealing *self,
           BjtFormCopy   *copy,
           guint          index,
           GHashTable    *taken)
{
  const BjtFormRow *row = &g_array_index ((GArray *) self->groups->pdata[index], BjtFormRow, 0);
  const BjtPicture *picture = self->data->picture;
  guint32           grid = get_grid (self, row);
  g_autofree char  *address = self->each != BJT_FORM_EACH_GRID && row->door != BJT_NO_INDEX ? bjt_form_codes_dup_address (picture, row->door) : NULL;
  g_autofree char  *grid_name = bjt_form_codes_dup_grid (grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, grid)->number : 0);
  g_autofree char  *day = bjt_date_dup_string (picture->as_of);
  g_autofree char  *base = g_path_get_basename (self->wish->form);
  BjtFormNameParts  parts = { index + 1, self->groups->len, address, grid_name, NULL, get_name (self, row), day, base };
  g_autofree char  *name = NULL;

  if (strrchr (base, '.') != NULL)
    *strrchr (base, '.') = '\0';
  if (self->each != BJT_FORM_EACH_GRID && row->household != BJT_NO_INDEX)
    parts.household = bjt_picture_get_household (picture, row->household)->number;
  name = bjt_form_names_make (self->names, &parts, taken);
  copy->name = g_strconcat (name, self->wish->fields->format == BJT_FORM_XLSX ? ".xlsx" : ".docx", NULL);
  copy->subject = g_strdup (address != NULL ? address : grid_name != NULL ? grid_name : name);
}

static BjtFormSet *
plan_copies (const Dealing *self,
             GError       **error)
{
  g_autoptr (BjtFormSet) set = g_new0 (BjtFormSet, 1);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  set->form = g_strdup (self->wish->form);
  set->copies = g_ptr_array_new_with_free_func (copy_free);
  for (guint i = 0; i < self->groups->len; i++)
    {
      BjtFormData  view = *self->data;
      BjtFormCopy *copy = g_new0 (BjtFormCopy, 1);

      g_ptr_array_add (set->copies, copy);
      view.rows = self->groups->pdata[i];
      if (!bjt_form_wish_check_data (self->wish, &view, error))
        return NULL;
      name_copy (self, copy, i, taken);
      copy->plan = bjt_workspace_make_form_plan (self->workspace, self->wish, &view);
    }
  return g_steal_pointer (&set);
}

static gboolean
check_each (const Dealing *self,
            GError       **error)
{
  BjtFormRowsKind rows = self->wish->mapping->rows;

  if (!bjt_form_names_check (self->names, error))
    return FALSE;
  if (self->each == BJT_FORM_EACH_PERSON && rows != BJT_FORM_ROWS_PEOPLE && rows != BJT_FORM_ROWS_MEMBERS)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a file for each person needs rows that are people or members");
  return !bjt_form_names_is_personal (self->names) || (self->wish->purpose != NULL && *self->wish->purpose != '\0')
         || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "personal data goes into the names of the files: say what for");
}

static gboolean
check_groups (const Dealing *self,
              GError       **error)
{
  if (self->groups->len == 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "nothing matches: there would be no file");
  return self->groups->len <= MAX_COPIES || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "more files than anybody can look through: narrow the filter");
}

/**
 * bjt_workspace_plan_form_set:
 * @names: (nullable): pattern of the names of the files
 *
 * Returns: (transfer full) (nullable):
 */
BjtFormSet *
bjt_workspace_plan_form_set (BjtWorkspace      *self,
                             const BjtFormWish *wish,
                             BjtFormEach        each,
                             const char        *names,
                             GError           **error)
{
  Dealing dealing = { self, wish, each, names != NULL && *names != '\0' ? names : bjt_form_each_get_names (each), NULL, NULL };
  g_autoptr (BjtFormSet)  set = NULL;
  g_autoptr (BjtFormData) data = NULL;
  g_autoptr (GPtrArray)   groups = NULL;

  if (!check_each (&dealing, error) || !bjt_workspace_check_form_wish (self, wish, error))
    return NULL;
  data = dealing.data = bjt_workspace_read_form_data (self, wish, error);
  if (data == NULL)
    return NULL;
  deal_out (&dealing);
  groups = dealing.groups;
  if (each == BJT_FORM_EACH_GRID)
    g_ptr_array_sort_with_data (groups, compare_grids, &dealing);
  set = check_groups (&dealing, error) ? plan_copies (&dealing, error) : NULL;
  if (set == NULL || !bjt_workspace_record_form (self, wish, error))
    return NULL;
  return g_steal_pointer (&set);
}

int
bjt_workspace_count_form_set (BjtWorkspace      *self,
                              const BjtFormWish *wish,
                              BjtFormEach        each,
                              GError           **error)
{
  Dealing                 dealing = { self, wish, each, bjt_form_each_get_names (each), NULL, NULL };
  g_autoptr (BjtFormData) data = check_each (&dealing, error) ? bjt_workspace_read_form_data (self, wish, error) : NULL;
  g_autoptr (GPtrArray)   groups = NULL;

  if (data == NULL)
    return -1;
  dealing.data = data;
  deal_out (&dealing);
  groups = dealing.groups;
  return (int) groups->len;
}

/* Writing */

void
bjt_form_outcome_clear (BjtFormOutcome *self)
{
  g_clear_pointer (&self->failures, g_ptr_array_unref);
}

/* Whether the next will not fare better: no room, no right. */
static gboolean
is_fatal (const GError *error)
{
  return error->domain == G_FILE_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
write_copy (const BjtFormSet  *self,
            const BjtFormCopy *copy,
            const char        *folder,
            BjtFormOutcome    *outcome,
            GCancellable      *cancellable,
            GError           **error)
{
  g_autofree char   *path = g_build_filename (folder, copy->name, NULL);
  g_autoptr (GError) problem = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (bjt_form_write (self->form, copy->plan, path, cancellable, &problem))
    outcome->n_written++;
  else if (is_fatal (problem))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  else
    g_ptr_array_add (outcome->failures, g_strdup_printf ("%s: %s", copy->subject, problem->message));
  return TRUE;
}

gboolean
bjt_form_set_write (const BjtFormSet   *self,
                    const char         *folder,
                    BjtFormOutcome     *outcome,
                    BjtFormProgressFunc progress,
                    gpointer            user_data,
                    GCancellable       *cancellable,
                    GError            **error)
{
  outcome->n_written = 0;
  outcome->failures = g_ptr_array_new_with_free_func (g_free);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < self->copies->len; i++)
    {
      if (!write_copy (self, self->copies->pdata[i], folder, outcome, cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, self->copies->len, user_data);
    }
  return TRUE;
}
