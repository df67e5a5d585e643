/* bjt-building-frame.h: a building's rectangle on a drawing, and the cell of
 * each of its doors in it.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  BjtPoint origin;      /* corner 0 on the surface */
  double   angle;       /* of the long side */
  double   width;       /* along the long side */
  double   height;
  double   cell_width;
  double   cell_height;
} BjtBuildingFrame;

void   bjt_building_frame_init (BjtBuildingFrame *self, const BjtPictureBuilding *building, const BjtMapFrame *frame);
BjtBox bjt_building_frame_get_cell (const BjtBuildingFrame *self, const BjtPicture *picture, guint32 door); /* along and across the building */
gboolean bjt_building_frame_shows_doors (const BjtBuildingFrame *self, double zoom, double px);

G_END_DECLS
