/* bjt-sheet-order.c: what stands at its usual value is not written, so that it follows
 * the program where that changes. Whatever cannot be read counts as usual. */
#include "bjt-sheet-order.h"

#include <string.h>

#include "bjt-workspace.h"

BjtSheetOrder *
bjt_sheet_order_new (const BjtSheetType *type)
{
  BjtSheetOrder *self = g_new0 (BjtSheetOrder, 1);

  bjt_sheet_spec_init (&self->spec, type);
  self->n_copies = 1;
  return self;
}

BjtSheetOrder *
bjt_sheet_order_copy (const BjtSheetOrder *self)
{
  BjtSheetOrder *copy = g_new0 (BjtSheetOrder, 1);

  *copy = *self;
  bjt_sheet_spec_own (&copy->spec);
  copy->imposition.nup.paper = g_strdup (self->imposition.nup.paper);
  copy->imposition.tiling.paper = g_strdup (self->imposition.tiling.paper);
  copy->base = g_strdup (self->base);
  return copy;
}

void
bjt_sheet_order_free (BjtSheetOrder *self)
{
  if (self == NULL)
    return;
  bjt_sheet_spec_clear (&self->spec);
  g_free ((char *) self->imposition.nup.paper);
  g_free ((char *) self->imposition.tiling.paper);
  g_free (self->base);
  g_free (self);
}

/* Values by name */

#define ORIENTATIONS { "best", "landscape", "portrait", NULL }
#define NAMES { "none", "masked", "full", NULL }
#define PARTS { "grids", "buildings", "entrances", NULL }

static void
write_text (GKeyFile   *file,
            const char *group,
            const char *key,
            const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, group, key, value);
}

static void
write_choice (GKeyFile          *file,
              const char        *group,
              const char        *key,
              const char *const *names,
              guint              choice)
{
  if (choice > 0)
    g_key_file_set_string (file, group, key, names[choice]);
}

static guint
read_choice (GKeyFile          *file,
             const char        *group,
             const char        *key,
             const char *const *names)
{
  g_autofree char *value = g_key_file_get_string (file, group, key, NULL);

  for (guint i = 0; value != NULL && names[i] != NULL; i++)
    if (strcmp (value, names[i]) == 0)
      return i;
  return 0;
}

static void
write_flag (GKeyFile   *file,
            const char *group,
            const char *key,
            gboolean    is_set)
{
  if (is_set)
    g_key_file_set_boolean (file, group, key, TRUE);
}

static void
write_number (GKeyFile   *file,
              const char *group,
              const char *key,
              double      value)
{
  if (value != 0)
    g_key_file_set_double (file, group, key, value);
}

/* Places */

static void
write_scope (const BjtSheetScope *scope,
             const BjtPicture    *picture,
             GKeyFile            *file,
             const char          *group)
{
  if (scope->kind == BJT_SHEET_OF_GRID)
    g_key_file_set_integer (file, group, "grid", bjt_picture_get_grid (picture, scope->grid)->number);
  if (scope->building != BJT_NO_INDEX && (scope->kind & (BJT_SHEET_OF_BUILDING | BJT_SHEET_OF_ENTRANCE | BJT_SHEET_OF_LEVEL)))
    {
      g_autofree char *key = bjt_uuid_dup_string (&bjt_picture_get_building (picture, scope->building)->id);

      g_key_file_set_string (file, group, "building", key);
    }
  if (scope->kind == BJT_SHEET_OF_ENTRANCE && scope->entrance != BJT_NO_INDEX)
    g_key_file_set_string (file, group, "entrance", bjt_picture_get_entrance (picture, scope->entrance)->label);
  if (scope->kind == BJT_SHEET_OF_LEVEL)
    g_key_file_set_integer (file, group, "level", scope->level);
}

static void
read_grid (BjtSheetScope    *scope,
           const BjtPicture *picture,
           GKeyFile         *file,
           const char       *group)
{
  guint32 grid = g_key_file_has_key (file, group, "grid", NULL) ? bjt_picture_find_grid (picture, g_key_file_get_integer (file, group, "grid", NULL)) : BJT_NO_INDEX;

  if (grid == BJT_NO_INDEX)
    return;
  scope->kind = BJT_SHEET_OF_GRID;
  scope->grid = grid;
}

static void
read_entrance (BjtSheetScope    *scope,
               const BjtPicture *picture,
               const char       *label)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, scope->building);

  for (guint32 e = building->entrances.first; label != NULL && e < building->entrances.first + building->entrances.n; e++)
    if (g_strcmp0 (bjt_picture_get_entrance (picture, e)->label, label) == 0)
      {
        scope->kind = BJT_SHEET_OF_ENTRANCE;
        scope->entrance = e;
      }
}

static void
read_building (BjtSheetScope    *scope,
               const BjtPicture *picture,
               GKeyFile         *file,
               const char       *group)
{
  g_autofree char *key = g_key_file_get_string (file, group, "building", NULL);
  g_autofree char *label = g_key_file_get_string (file, group, "entrance", NULL);
  BjtUuid          id;

  if (key == NULL || !bjt_uuid_init_from_string (&id, key))
    return;
  scope->building = bjt_picture_find_building (picture, &id);
  if (scope->building == BJT_NO_INDEX)
    return;
  scope->kind = BJT_SHEET_OF_BUILDING;
  read_entrance (scope, picture, label);
  if (!g_key_file_has_key (file, group, "level", NULL))
    return;
  scope->kind = BJT_SHEET_OF_LEVEL;
  scope->level = g_key_file_get_integer (file, group, "level", NULL);
}

/* The whole */

static void
write_imposition (const BjtImposition *self,
                  GKeyFile            *file,
                  const char          *group)
{
  if (self->is_tiled)
    {
      g_key_file_set_string (file, group, "tile", self->tiling.paper != NULL ? self->tiling.paper : "A4");
      write_number (file, group, "overlap", self->tiling.overlap);
      write_number (file, group, "margin", self->tiling.margin);
    }
  if (self->nup.n > 0)
    {
      g_key_file_set_integer (file, group, "n-up", (int) self->nup.n);
      write_text (file, group, "onto", self->nup.paper);
      write_number (file, group, "margin", self->nup.margin);
    }
}

static void
read_imposition (BjtImposition *self,
                 GKeyFile      *file,
                 const char    *group)
{
  double margin = g_key_file_get_double (file, group, "margin", NULL);

  self->tiling.paper = g_key_file_get_string (file, group, "tile", NULL);
  self->is_tiled = self->tiling.paper != NULL;
  self->tiling.overlap = g_key_file_get_double (file, group, "overlap", NULL);
  self->tiling.margin = margin;
  self->nup.n = (guint) CLAMP (g_key_file_get_integer (file, group, "n-up", NULL), 0, 16);
  self->nup.paper = g_key_file_get_string (file, group, "onto", NULL);
  self->nup.margin = margin;
}

void
bjt_sheet_order_write (const BjtSheetOrder *self,
                       const BjtPicture    *picture,
                       GKeyFile            *file,
                       const char          *group)
{
  static const char *const orientations[] = ORIENTATIONS, *const names[] = NAMES, *const parts[] = PARTS;
  const BjtSheetSpec *spec = &self->spec;
  const BjtGridSheetOptions *options = &spec->options;

  g_key_file_set_string (file, group, "sheet", spec->type->name);
  write_scope (&spec->scope, picture, file, group);
  write_text (file, group, "paper", options->paper);
  write_choice (file, group, "orientation", orientations, options->orientation);
  write_choice (file, group, "names", names, options->names);
  write_choice (file, group, "of", parts, spec->parts);
  write_flag (file, group, "plain", spec->is_plain);
  write_flag (file, group, "mono", options->is_mono);
  write_flag (file, group, "binding", options->has_binding);
  write_text (file, group, "columns", spec->columns);
  write_text (file, group, "stock", spec->stock);
  write_text (file, group, "purpose", options->purpose);
  write_text (file, group, "receiver", options->receiver);
  write_text (file, group, "base", self->base);
  write_number (file, group, "printer-margin", options->margin);
  write_number (file, group, "scale", options->extent.denominator);
  write_number (file, group, "right", options->extent.shift.x);
  write_number (file, group, "down", options->extent.shift.y);
  write_number (file, group, "turn", options->extent.turn);
  write_flag (file, group, "turned-to-fit", options->extent.is_fit);
  write_imposition (&self->imposition, file, group);
  if (self->n_copies > 1)
    g_key_file_set_integer (file, group, "copies", (int) self->n_copies);
}

/**
 * bjt_sheet_order_read:
 *
 * Returns: (transfer full) (nullable): NULL: a sheet that there is not
 */
BjtSheetOrder *
bjt_sheet_order_read (GKeyFile         *file,
                      const char       *group,
                      const BjtPicture *picture,
                      GError          **error)
{
  static const char *const orientations[] = ORIENTATIONS, *const names[] = NAMES, *const parts[] = PARTS;
  g_autofree char *name = g_key_file_get_string (file, group, "sheet", NULL);
  const BjtSheetType *type = name != NULL ? bjt_sheet_catalogue_find (name) : NULL;
  BjtSheetOrder *self;
  BjtGridSheetOptions *options;

  if (type == NULL)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "This program has no sheet “%s”", name != NULL ? name : group);
      return NULL;
    }
  self = bjt_sheet_order_new (type);
  options = &self->spec.options;
  read_grid (&self->spec.scope, picture, file, group);
  read_building (&self->spec.scope, picture, file, group);
  options->paper = g_key_file_get_string (file, group, "paper", NULL);
  options->orientation = (BjtOrientation) read_choice (file, group, "orientation", orientations);
  options->names = (BjtSheetNames) read_choice (file, group, "names", names);
  self->spec.parts = (BjtAtlasOf) read_choice (file, group, "of", parts);
  self->spec.is_plain = g_key_file_get_boolean (file, group, "plain", NULL);
  options->is_mono = g_key_file_get_boolean (file, group, "mono", NULL);
  options->has_binding = g_key_file_get_boolean (file, group, "binding", NULL);
  self->spec.columns = g_key_file_get_string (file, group, "columns", NULL);
  self->spec.stock = g_key_file_get_string (file, group, "stock", NULL);
  options->purpose = g_key_file_get_string (file, group, "purpose", NULL);
  options->receiver = g_key_file_get_string (file, group, "receiver", NULL);
  self->base = g_key_file_get_string (file, group, "base", NULL);
  options->margin = g_key_file_get_double (file, group, "printer-margin", NULL);
  options->extent.denominator = g_key_file_get_double (file, group, "scale", NULL);
  options->extent.turn = g_key_file_get_double (file, group, "turn", NULL);
  options->extent.is_fit = g_key_file_get_boolean (file, group, "turned-to-fit", NULL);
  options->extent.shift.x = g_key_file_get_double (file, group, "right", NULL);
  options->extent.shift.y = g_key_file_get_double (file, group, "down", NULL);
  read_imposition (&self->imposition, file, group);
  self->n_copies = (guint) CLAMP (g_key_file_get_integer (file, group, "copies", NULL), 1, 50);
  return self;
}
