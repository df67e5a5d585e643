/* bjt-workspace-grid-import.c: borders of grids from a map file.
 *
 * Every polygon of the file is a grid: its number is the first number in its
 * name or label. A grid with that number gets the border, else it is new.
 * Buildings go to the grid whose ground they stand on. */
#include "bjt-workspace.h"

#include <math.h>

#include "bjt-workspace-private.h"
#include "import/bjt-import-reader.h"
#include "store/bjt-journal.h"

#define MAX_GRIDS 2000

typedef struct
{
  int          number; /* 0: none was found */
  char        *name;
  BjtGeometry *boundary;
} Border;

static void
clear_border (gpointer data)
{
  Border *border = data;

  g_free (border->name);
  bjt_geometry_unref (border->boundary);
}

static int
find_number (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      {
        guint64 number = g_ascii_strtoull (at, NULL, 10);

        return number <= 99999 ? (int) number : 0;
      }
  return 0;
}

static gboolean
take_draft (const BjtDraft *draft,
            gpointer        user_data,
            GError        **error)
{
  GArray                *borders = user_data;
  const BjtFeatureDraft *feature = &draft->feature;
  Border                 border = { 0 };

  if (draft->kind != BJT_DRAFT_FEATURE || feature->geometry == NULL || feature->geometry->kind != BJT_GEOMETRY_POLYGON)
    return TRUE;
  if (borders->len >= MAX_GRIDS)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
                   "the file has more than %d polygons; it is no map of grids", MAX_GRIDS);
      return FALSE;
    }
  border.number = find_number (feature->label);
  if (border.number == 0)
    border.number = find_number (feature->name);
  border.name = g_strdup (feature->name);
  border.boundary = bjt_geometry_ref (feature->geometry);
  g_array_append_val (borders, border);
  return TRUE;
}

static GArray *
read_borders (const char *path,
              GError    **error)
{
  g_autoptr (BjtImportReader) reader = bjt_import_reader_new (path);
  g_autoptr (GArray) borders = g_array_new (FALSE, TRUE, sizeof (Border));
  g_autofree char *name = g_path_get_basename (path);

  g_array_set_clear_func (borders, clear_border);
  if (!bjt_import_reader_run (reader, take_draft, borders, NULL, error))
    return NULL;
  if (borders->len > 0)
    return g_steal_pointer (&borders);
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "%s has no polygon to be a grid", name);
  return NULL;
}

static int
get_free_number (const BjtPicture *picture,
                 const GArray     *borders)
{
  int number = 0;

  for (guint32 g = 0; g < picture->grids->len; g++)
    number = MAX (number, bjt_picture_get_grid (picture, g)->number);
  for (guint i = 0; i < borders->len; i++)
    number = MAX (number, g_array_index (borders, Border, i).number);
  return number + 1;
}

static gboolean
write_border (BjtWorkspace *self,
              const Border *border,
              int           number,
              BjtUuid      *id,
              GError      **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32 old = border->number > 0 ? bjt_picture_find_grid (picture, border->number) : BJT_NO_INDEX;
  g_autoptr (BjtGrid) grid = NULL;

  grid = old != BJT_NO_INDEX ? bjt_store_get (self->store, &bjt_grid_type, &bjt_picture_get_grid (picture, old)->id, error) : bjt_grid_new ();
  if (grid == NULL)
    return FALSE;
  g_clear_pointer (&grid->boundary, bjt_geometry_unref);
  grid->boundary = bjt_geometry_ref (border->boundary);
  if (old == BJT_NO_INDEX)
    {
      bjt_uuid_init_random (&grid->id, bjt_clock_get_now (&self->clock) / 1000);
      grid->number = number;
      grid->name = g_strdup (border->name);
      if (picture->grids->len > 0)
        grid->level_name = g_strdup (bjt_picture_get_grid (picture, 0)->level_name);
    }
  *id = grid->id;
  return old != BJT_NO_INDEX ? bjt_store_update (self->store, &bjt_grid_type, grid, error)
                             : bjt_store_insert (self->store, &bjt_grid_type, grid, error);
}

/* The buildings on the ground of the new borders belong to them. */
static gboolean
place_buildings (BjtWorkspace  *self,
                 const GArray  *borders,
                 const BjtUuid *ids,
                 GError       **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();
  g_autoptr (BjtCoverage) coverage = NULL;

  for (guint i = 0; i < borders->len; i++)
    g_ptr_array_add (shapes, g_array_index (borders, Border, i).boundary);
  coverage = bjt_coverage_new ((const BjtGeometry *const *) shapes->pdata, shapes->len, BJT_COVERAGE_TOLERANCE);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);
      guint32 face = isnan (building->centre.x) ? BJT_COVERAGE_NONE : bjt_coverage_find_face (coverage, building->centre);
      g_autoptr (BjtBuilding) record = NULL;

      if (face == BJT_COVERAGE_NONE)
        continue;
      record = bjt_store_get (self->store, &bjt_building_type, &building->id, error);
      if (record == NULL)
        return FALSE;
      if (bjt_uuid_equal (&record->grid_id, ids + face))
        continue;
      record->grid_id = ids[face];
      if (!bjt_store_update (self->store, &bjt_building_type, record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * bjt_workspace_import_grids:
 * @n_new: (out): grids there were none of
 * @n_changed: (out): grids that got another border
 *
 * One action.
 */
gboolean
bjt_workspace_import_grids (BjtWorkspace *self,
                            const char   *path,
                            guint        *n_new,
                            guint        *n_changed,
                            GError      **error)
{
  g_autoptr (GArray) borders = read_borders (path, error);
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree BjtUuid *ids = NULL;
  g_autofree char *name = g_path_get_basename (path);
  int next;

  *n_new = *n_changed = 0;
  if (borders == NULL)
    return FALSE;
  ids = g_new0 (BjtUuid, borders->len);
  next = get_free_number (bjt_workspace_get_picture (self), borders);
  scope = bjt_workspace_begin (self, "import-grids", name, error);
  for (guint i = 0; scope != NULL && i < borders->len; i++)
    {
      const Border *border = &g_array_index (borders, Border, i);
      gboolean      is_old = border->number > 0 && bjt_picture_find_grid (bjt_workspace_get_picture (self), border->number) != BJT_NO_INDEX;

      if (!write_border (self, border, border->number > 0 ? border->number : next++, ids + i, error))
        return FALSE;
      *(is_old ? n_changed : n_new) += 1;
    }
  return scope != NULL && place_buildings (self, borders, ids, error) && bjt_workspace_finish (self, scope, error);
}
