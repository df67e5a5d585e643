/* bjt-map-extent.c: linear in what is looked at. */
#include "bjt-map-extent.h"

#include <math.h>

static void
add_building (BjtBox                   *box,
              const BjtPictureBuilding *building)
{
  for (guint c = 0; c < 4 && building->footprint != NULL && !isnan (building->centre.x); c++)
    bjt_box_add_point (box, building->corners[c].x, building->corners[c].y);
}

BjtBox
bjt_map_extent_of_grid (const BjtPicture *picture,
                        guint32           grid)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint32 b = 0; grid != BJT_NO_INDEX && b < picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (picture, b);

      if (building->grid == grid)
        add_building (&box, building);
    }
  return box;
}

BjtBox
bjt_map_extent_of_doors (const BjtPicture *picture,
                         const BjtDoorSet *doors)
{
  BjtBox box = BJT_BOX_EMPTY;

  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      BjtPoint place = bjt_picture_get_door (picture, d)->place;

      if (!isnan (place.x))
        bjt_box_add_point (&box, place.x, place.y);
    }
  return box;
}
