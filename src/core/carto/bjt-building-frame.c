/* bjt-building-frame.c: the same cells for drawing and for hit tests. */
#include "bjt-building-frame.h"

#include "bjt-building-painter.h"

#include <math.h>

void
bjt_building_frame_init (BjtBuildingFrame         *self,
                         const BjtPictureBuilding *building,
                         const BjtMapFrame        *frame)
{
  BjtPoint along = { building->corners[1].x - building->corners[0].x, building->corners[1].y - building->corners[0].y };
  BjtPoint across = { building->corners[3].x - building->corners[0].x, building->corners[3].y - building->corners[0].y };

  self->origin = bjt_map_frame_project (frame, building->corners[0]);
  self->angle = atan2 (along.y, along.x);
  self->width = hypot (along.x, along.y) * frame->scale;
  self->height = hypot (across.x, across.y) * frame->scale;
  self->cell_width = self->width / MAX (building->n_stacks, 1);
  self->cell_height = self->height / (building->highest - building->lowest + 1);
}

static gboolean
is_same_cell (const BjtPictureDoor *a,
              const BjtPictureDoor *b)
{
  return a->building == b->building && a->entrance == b->entrance && a->ordinal == b->ordinal && a->stack == b->stack && !b->is_merged;
}

/* Several doors may have one place in the building: they share its cell. They
 * stand beside each other in the picture. */
static void
count_sharers (const BjtPicture *picture,
               guint32           index,
               guint            *rank,
               guint            *n)
{
  const BjtPictureDoor *door = bjt_picture_get_door (picture, index);

  *rank = 0;
  *n = 1;
  if (door->is_merged)
    return;
  for (guint32 d = index; d > 0 && is_same_cell (door, bjt_picture_get_door (picture, d - 1)); d--)
    ++*rank;
  *n += *rank;
  for (guint32 d = index + 1; d < picture->doors->len && is_same_cell (door, bjt_picture_get_door (picture, d)); d++)
    ++*n;
}

/**
 * bjt_building_frame_get_cell:
 *
 * As bjt_building_box_place_doors() places its middle.
 */
BjtBox
bjt_building_frame_get_cell (const BjtBuildingFrame *self,
                             const BjtPicture       *picture,
                             guint32                 index)
{
  const BjtPictureDoor     *door = bjt_picture_get_door (picture, index);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, door->building);
  double                    from = door->stack, span = MAX (door->span, 1);
  double                    level = building->highest - door->ordinal;
  guint                     rank, n;

  count_sharers (picture, index, &rank, &n);
  if (door->entrance != BJT_NO_INDEX)
    from += bjt_picture_get_entrance (picture, door->entrance)->first_stack;
  if (building->doors_reversed)
    from = MAX (building->n_stacks, 1) - from - span;
  from += span / n * (building->doors_reversed ? n - 1 - rank : rank);
  return (BjtBox) {
    from * self->cell_width, level * self->cell_height, (from + span / n) * self->cell_width, (level + 1) * self->cell_height,
  };
}

gboolean
bjt_building_frame_shows_doors (const BjtBuildingFrame *self,
                                double                  zoom,
                                double                  px)
{
  return zoom >= BJT_NEAR_ZOOM && self->cell_width >= 5 * px && self->cell_height >= 3.5 * px;
}
