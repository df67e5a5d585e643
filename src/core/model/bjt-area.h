/* bjt-area.h: what figures are shown by: grids, compounds, buildings.
 *
 * One word for the three, so that whatever counts, paints or lists by area is
 * written once. Indices are those of the picture's own arrays.
 */
#pragma once

#include "bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_AREA_GRID,
  BJT_AREA_COMPOUND,
  BJT_AREA_BUILDING,
} BjtAreaKind;

#define BJT_N_AREA_KINDS 3

const char        *bjt_area_kind_get_name (BjtAreaKind self); /* grid, compound, building */
gboolean           bjt_area_kind_init_from_name (BjtAreaKind *self, const char *name);
guint32            bjt_area_kind_count (BjtAreaKind self, const BjtPicture *picture);
guint32            bjt_area_kind_of_building (BjtAreaKind self, const BjtPicture *picture, guint32 building); /* or BJT_NO_INDEX */
guint32            bjt_area_kind_find_at (BjtAreaKind self, const BjtPicture *picture, BjtPoint lon_lat);      /* by the drawn boundary */
const BjtGeometry *bjt_area_kind_get_shape (BjtAreaKind self, const BjtPicture *picture, guint32 area);        /* lon/lat; may be NULL */
char              *bjt_area_kind_dup_label (BjtAreaKind self, const BjtPicture *picture, guint32 area);

G_END_DECLS
