/* bjt-area.c: a switch over the three kinds; nothing is kept. */
#include "bjt-area.h"

static const char *const names[] = { "grid", "compound", "building" };

const char *
bjt_area_kind_get_name (BjtAreaKind self)
{
  return names[self];
}

/**
 * bjt_area_kind_init_from_name:
 * @self: (out): untouched when there is no such kind
 */
gboolean
bjt_area_kind_init_from_name (BjtAreaKind *self,
                              const char  *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *self = (BjtAreaKind) i;
        return TRUE;
      }
  return FALSE;
}

guint32
bjt_area_kind_count (BjtAreaKind       self,
                     const BjtPicture *picture)
{
  if (self == BJT_AREA_GRID)
    return picture->grids->len;
  return self == BJT_AREA_COMPOUND ? picture->compounds->len : picture->buildings->len;
}

guint32
bjt_area_kind_of_building (BjtAreaKind       self,
                           const BjtPicture *picture,
                           guint32           building)
{
  const BjtPictureBuilding *its = bjt_picture_get_building (picture, building);

  if (self == BJT_AREA_GRID)
    return its->grid;
  return self == BJT_AREA_COMPOUND ? its->compound : building;
}

const BjtGeometry *
bjt_area_kind_get_shape (BjtAreaKind       self,
                         const BjtPicture *picture,
                         guint32           area)
{
  const BjtGeometry *shape;

  if (self == BJT_AREA_GRID)
    shape = bjt_picture_get_grid (picture, area)->boundary;
  else if (self == BJT_AREA_COMPOUND)
    shape = bjt_picture_get_compound (picture, area)->boundary;
  else
    shape = bjt_picture_get_building (picture, area)->footprint;
  return shape != NULL && shape->kind == BJT_GEOMETRY_POLYGON && shape->n_parts > 0 ? shape : NULL;
}

/**
 * bjt_area_kind_find_at:
 *
 * Linear to the points of the boundaries near the place.
 *
 * Returns: the first area that holds the place, or %BJT_NO_INDEX
 */
guint32
bjt_area_kind_find_at (BjtAreaKind       self,
                       const BjtPicture *picture,
                       BjtPoint          lon_lat)
{
  guint32 n = bjt_area_kind_count (self, picture);

  for (guint32 i = 0; i < n; i++)
    {
      const BjtGeometry *shape = bjt_area_kind_get_shape (self, picture, i);

      if (shape != NULL && bjt_geometry_contains (shape, lon_lat.x, lon_lat.y))
        return i;
    }
  return BJT_NO_INDEX;
}

/**
 * bjt_area_kind_dup_label:
 *
 * Returns: (transfer full): its name; a grid without one has its number
 */
char *
bjt_area_kind_dup_label (BjtAreaKind       self,
                         const BjtPicture *picture,
                         guint32           area)
{
  const BjtPictureGrid *grid;

  if (self == BJT_AREA_BUILDING)
    return bjt_picture_dup_building_name (picture, area);
  if (self == BJT_AREA_COMPOUND)
    return g_strdup (bjt_picture_get_compound (picture, area)->name);
  grid = bjt_picture_get_grid (picture, area);
  return grid->name != NULL ? g_strdup (grid->name) : g_strdup_printf ("%d", grid->number);
}
