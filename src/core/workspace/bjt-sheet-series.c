/* bjt-sheet-series.c: files in the order of what they are about. No two have one name:
 * else one would be written over the other. */
#include "bjt-sheet-series.h"

#include <string.h>

static const struct
{
  const char       *name, *word;
  BjtSheetScopeKind scope;
} kinds[] = {
  [BJT_SHEET_EACH_GRID] = { "grid", "{grid}", BJT_SHEET_OF_GRID },
  [BJT_SHEET_EACH_BUILDING] = { "building", "{building}", BJT_SHEET_OF_BUILDING },
  [BJT_SHEET_EACH_WORKER] = { "worker", "{worker}", BJT_SHEET_OF_GRID },
};

gboolean
bjt_sheet_each_parse (const char   *name,
                      BjtSheetEach *each)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (name, kinds[i].name) == 0)
      {
        *each = (BjtSheetEach) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
bjt_sheet_each_suits (BjtSheetEach        each,
                      const BjtSheetType *type)
{
  return (type->scopes & kinds[each].scope) != 0;
}

const char *
bjt_sheet_each_get_word (BjtSheetEach each)
{
  return kinds[each].word;
}

static void
free_file (gpointer data)
{
  BjtSheetFile *file = data;

  g_free (file->path);
  g_free (file->about);
  g_array_unref (file->scopes);
  g_free (file);
}

void
bjt_sheet_series_free (BjtSheetSeries *self)
{
  if (self == NULL)
    return;
  bjt_sheet_spec_clear (&self->spec);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static BjtSheetFile *
add_file (BjtSheetSeries      *self,
          const BjtPicture    *picture,
          const BjtSheetScope *scope,
          const char          *pattern,
          char                *about)
{
  BjtSheetFile *file = g_new0 (BjtSheetFile, 1);
  BjtSheetSpec  spec = self->spec;

  spec.scope = *scope;
  file->path = bjt_sheet_spec_dup_path (&spec, picture, pattern);
  file->about = about != NULL ? about : bjt_sheet_spec_dup_scope (&spec, picture);
  file->scopes = g_array_new (FALSE, FALSE, sizeof (BjtSheetScope));
  g_array_append_val (file->scopes, *scope);
  g_ptr_array_add (self->files, file);
  return file;
}

static BjtSheetScope
get_scope (BjtSheetScopeKind kind,
           guint32           grid,
           guint32           building)
{
  return (BjtSheetScope) { .kind = kind, .grid = grid, .building = building, .entrance = BJT_NO_INDEX };
}

static void
list_grids (BjtSheetSeries   *self,
            const BjtPicture *picture,
            const char       *pattern)
{
  for (guint32 g = 0; g < picture->grids->len; g++)
    {
      BjtSheetScope scope = get_scope (BJT_SHEET_OF_GRID, g, BJT_NO_INDEX);

      if (bjt_picture_get_grid (picture, g)->n_doors > 0)
        add_file (self, picture, &scope, pattern, NULL);
    }
}

static void
list_buildings (BjtSheetSeries   *self,
                const BjtPicture *picture,
                const char       *pattern)
{
  guint32 grid = self->spec.scope.grid;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);
      BjtSheetScope             scope = get_scope (BJT_SHEET_OF_BUILDING, grid, b);

      if (building->doors.n > 0 && (grid == BJT_NO_INDEX || building->grid == grid))
        add_file (self, picture, &scope, pattern, NULL);
    }
}

/* One file has one paper and one orientation. */
static void
list_workers (BjtSheetSeries   *self,
              const BjtPicture *picture,
              const char       *pattern)
{
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);
  BjtGridSheetOptions   *options = &self->spec.options;

  if (options->orientation == BJT_ORIENTATION_BEST)
    options->orientation = BJT_ORIENTATION_LANDSCAPE;
  if (options->paper == NULL)
    options->paper = g_strdup (self->spec.type->paper != NULL ? self->spec.type->paper : "A3");
  for (guint32 g = 0; g < picture->grids->len; g++)
    {
      const BjtPictureGrid *grid = bjt_picture_get_grid (picture, g);
      BjtSheetScope         scope = get_scope (BJT_SHEET_OF_GRID, g, BJT_NO_INDEX);
      BjtSheetFile         *file;

      if (grid->n_doors == 0 || grid->staff_name == NULL)
        continue;
      file = g_hash_table_lookup (files, grid->staff_name);
      if (file != NULL)
        g_array_append_val (file->scopes, scope);
      else
        g_hash_table_insert (files, (gpointer) grid->staff_name, add_file (self, picture, &scope, pattern, g_strdup (grid->staff_name)));
    }
}

static gboolean
check_names (const BjtSheetSeries *self,
             GError              **error)
{
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->files->len; i++)
    {
      const BjtSheetFile *file = g_ptr_array_index (self->files, i);

      if (g_hash_table_add (paths, file->path))
        continue;
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "Two files would have the name “%s”", file->path);
      return FALSE;
    }
  return TRUE;
}

/**
 * bjt_sheet_series_new:
 * @spec: read, not kept
 *
 * Returns: (transfer full) (nullable): the files; %NULL where the pattern does not tell
 *   them apart, or there are none
 */
BjtSheetSeries *
bjt_sheet_series_new (const BjtPicture   *picture,
                      const BjtSheetSpec *spec,
                      BjtSheetEach        each,
                      const char         *pattern,
                      GError            **error)
{
  static void (*const lists[]) (BjtSheetSeries *self, const BjtPicture *picture, const char *pattern) = { list_grids, list_buildings, list_workers };
  g_autoptr (BjtSheetSeries) self = NULL;

  g_return_val_if_fail (bjt_sheet_each_suits (each, spec->type), NULL);
  if (strstr (pattern, kinds[each].word) == NULL)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "The name of the file needs %s, or each would be written over the one before", kinds[each].word);
      return NULL;
    }
  self = g_new0 (BjtSheetSeries, 1);
  self->spec = *spec;
  bjt_sheet_spec_own (&self->spec);
  self->files = g_ptr_array_new_with_free_func (free_file);
  lists[each] (self, picture, pattern);
  if (self->files->len == 0)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND,
                           each == BJT_SHEET_EACH_WORKER ? "There is nothing to print: no grid has a worker" : "There is nothing to print: no building here has doors");
      return NULL;
    }
  return check_names (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * bjt_sheet_series_read:
 * @copy_number: 0: none
 *
 * Returns: (transfer full) (nullable) (element-type BjtSheetDraft): what the file prints
 *   as it is now
 */
GPtrArray *
bjt_sheet_series_read (BjtSheetSeries *self,
                       guint           file,
                       BjtWorkspace   *workspace,
                       guint           copy_number,
                       GError        **error)
{
  const GArray         *scopes = ((const BjtSheetFile *) g_ptr_array_index (self->files, file))->scopes;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_sheet_draft_free);
  BjtSheetSpec          spec = self->spec;

  spec.options.copy_number = copy_number;
  for (guint i = 0; i < scopes->len; i++)
    {
      BjtSheetDraft *draft;

      spec.scope = g_array_index (scopes, BjtSheetScope, i);
      draft = bjt_sheet_draft_read (workspace, &spec, error);
      if (draft == NULL)
        return NULL;
      g_ptr_array_add (drafts, draft);
    }
  return g_steal_pointer (&drafts);
}

gboolean
bjt_sheet_series_is_blank (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || g_error_matches (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

/**
 * bjt_sheet_series_make:
 * @drafts: (element-type BjtSheetDraft): at least one
 *
 * Returns: (transfer full) (nullable): all of them, one after the other
 */
BjtSheet *
bjt_sheet_series_make (const GPtrArray *drafts,
                       GError         **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < drafts->len; i++)
    {
      BjtSheet *sheet = bjt_sheet_draft_make (drafts->pdata[i], error);

      if (sheet == NULL)
        return NULL;
      if (drafts->len == 1)
        return sheet;
      g_ptr_array_add (sheets, sheet);
    }
  return bjt_atlas_new (bjt_sheet_get_title (sheets->pdata[0]), sheets, error);
}
