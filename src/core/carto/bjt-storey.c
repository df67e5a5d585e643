/* bjt-storey.c: pure look-ups in the picture. What is painted, hit, framed and
 * caught by the lasso asks here, so that all go by the same outlines. */
#include "bjt-storey.h"

#include <math.h>

#include "geo/bjt-outline.h"
#include "plan/bjt-plan-index.h"

/* A plan may have more levels than one: the element tells whose it is here. */
static guint32
find_element (const BjtPicture *picture,
              guint32           plan,
              int               level,
              guint32           door)
{
  BjtRun elements = bjt_picture_get_plan (picture, plan)->elements, outlines = bjt_plan_index_get_outlines (picture, door);

  for (guint32 o = outlines.first; o < outlines.first + outlines.n; o++)
    {
      guint32 e = bjt_picture_get_outline (picture, o)->element;

      if (e >= elements.first && e < elements.first + elements.n && bjt_picture_get_element (picture, e)->mercator != NULL
          && bjt_plan_index_find_door (picture, e, level) == door)
        return e;
    }
  return BJT_NO_INDEX;
}

guint32
bjt_storey_find_plan (const BjtPicture *picture,
                      guint32           building,
                      int               level,
                      double            zoom)
{
  guint32 plan = level != BJT_ALL_STOREYS && zoom >= BJT_STOREY_ZOOM ? bjt_plan_index_find_plan (picture, building, level) : BJT_NO_INDEX;
  BjtRun  elements;

  if (plan == BJT_NO_INDEX || !bjt_picture_get_plan (picture, plan)->is_placed)
    return BJT_NO_INDEX;
  elements = bjt_picture_get_plan (picture, plan)->elements;
  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    if (bjt_picture_get_element (picture, e)->mercator != NULL && bjt_plan_index_find_door (picture, e, level) != BJT_NO_INDEX)
      return plan;
  return BJT_NO_INDEX;
}

const BjtGeometry *
bjt_storey_get_outline (const BjtPicture *picture,
                        guint32           plan,
                        int               level,
                        guint32           door)
{
  guint32 element = find_element (picture, plan, level, door);

  return element != BJT_NO_INDEX ? bjt_picture_get_element (picture, element)->mercator : NULL;
}

BjtPoint
bjt_storey_get_place (const BjtPicture *picture,
                      guint32           plan,
                      int               level,
                      guint32           door)
{
  const BjtGeometry *outline = bjt_storey_get_outline (picture, plan, level, door);
  double             radius;

  return outline != NULL ? bjt_outline_find_middle (outline, &radius) : (BjtPoint) { (double) NAN, (double) NAN };
}

/* What is drawn last lies on top. */
guint32
bjt_storey_find_door (const BjtPicture *picture,
                      guint32           plan,
                      int               level,
                      BjtPoint          mercator)
{
  BjtRun elements = bjt_picture_get_plan (picture, plan)->elements;

  for (guint32 e = elements.first + elements.n; e-- > elements.first;)
    {
      const BjtGeometry *outline = bjt_picture_get_element (picture, e)->mercator;
      guint32            door = outline != NULL && bjt_geometry_contains (outline, mercator.x, mercator.y) ? bjt_plan_index_find_door (picture, e, level) : BJT_NO_INDEX;

      if (door != BJT_NO_INDEX)
        return door;
    }
  return BJT_NO_INDEX;
}

BjtPoint *
bjt_storey_list_places (const BjtPicture *picture,
                        int               level)
{
  BjtPoint *places = g_new (BjtPoint, picture->doors->len + 1);

  for (guint32 d = 0; d < picture->doors->len; d++)
    places[d] = bjt_picture_get_door (picture, d)->place;
  for (guint32 b = 0; b < picture->buildings->len && picture->plans->len > 0; b++)
    {
      BjtRun  doors = bjt_picture_get_building (picture, b)->doors;
      guint32 plan = bjt_storey_find_plan (picture, b, level, BJT_STOREY_ZOOM);

      for (guint32 d = doors.first; plan != BJT_NO_INDEX && d < doors.first + doors.n; d++)
        places[d] = bjt_storey_get_place (picture, plan, level, d);
    }
  return places;
}
