/* bjt-route-entrances.c: where the doors of houses are. */
#include "bjt-route-case.h"

#include <math.h>

static BjtPoint
get_middle_of_doors (const BjtPicture *picture,
                     BjtRun            doors)
{
  BjtPoint sum = { 0, 0 };
  guint    n = 0;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      BjtPoint place = bjt_picture_get_door (picture, d)->place;

      if (!isfinite (place.x) || !isfinite (place.y))
        continue;
      sum.x += place.x;
      sum.y += place.y;
      n++;
    }
  return n > 0 ? (BjtPoint) { sum.x / n, sum.y / n } : (BjtPoint) { (double) NAN, (double) NAN };
}

static BjtRouteEntrance
describe_entrance (const BjtPicture *picture,
                   guint32           entrance)
{
  const BjtPictureEntrance *e = bjt_picture_get_entrance (picture, entrance);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, e->building);
  BjtPoint                  place = e->has_place ? e->place : get_middle_of_doors (picture, e->doors);

  return (BjtRouteEntrance) {
    .id = e->id,
    .walk = { .place = isfinite (place.x) ? place : building->centre, .has_lift = e->has_elevator || building->has_elevator, .is_inside = TRUE },
  };
}

/* A door reached without one: a shop, a bungalow. */
static BjtRouteEntrance
describe_door (const BjtPicture *picture,
               guint32           door)
{
  const BjtPictureDoor     *d = bjt_picture_get_door (picture, door);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, d->building);

  return (BjtRouteEntrance) { .id = d->id, .walk = { .place = isfinite (d->place.x) ? d->place : building->centre, .has_lift = building->has_elevator } };
}

static guint
take (GArray               *entrances,
      GHashTable           *known,
      const BjtRouteGround *ground,
      BjtRouteEntrance      entrance)
{
  gpointer number = g_hash_table_lookup (known, &entrance.id);

  if (number != NULL)
    return GPOINTER_TO_UINT (number) - 1;
  entrance.walk.place = bjt_route_ground_project (ground, entrance.walk.place);
  g_array_append_val (entrances, entrance);
  g_hash_table_insert (known, g_memdup2 (&entrance.id, sizeof entrance.id), GUINT_TO_POINTER (entrances->len));
  return entrances->len - 1;
}

/**
 * bjt_route_entrances_take:
 * @known: BjtUuid → number + 1
 *
 * Returns: its number
 */
guint
bjt_route_entrances_take (GArray               *entrances,
                          GHashTable           *known,
                          const BjtRouteGround *ground,
                          const BjtPicture     *picture,
                          guint32               door)
{
  guint32 entrance = bjt_picture_get_door (picture, door)->entrance;

  return take (entrances, known, ground, entrance != BJT_NO_INDEX ? describe_entrance (picture, entrance) : describe_door (picture, door));
}

GArray *
bjt_route_entrances_of_grid (const BjtRouteGround *ground,
                             const BjtPicture     *picture,
                             guint32               grid)
{
  GArray *entrances = g_array_new (FALSE, FALSE, sizeof (BjtRouteEntrance));
  g_autoptr (GHashTable) known = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);

  for (guint32 e = 0; e < picture->entrances->len; e++)
    if (grid == BJT_NO_INDEX || bjt_picture_get_building (picture, bjt_picture_get_entrance (picture, e)->building)->grid == grid)
      take (entrances, known, ground, describe_entrance (picture, e));
  return entrances;
}
