/* bjt-annotation-index.c: linear in annotations, and in the doors of the level
 * of each that lies in shared space; looking up is by bisection. A marker
 * stands where its shape does; without one at its door, its entrance, its
 * building. */
#include "bjt-annotation-index.h"

#include <math.h>

#include "bjt-placement.h"
#include "bjt-plan-index.h"
#include "geo/bjt-mercator.h"
#include "model/bjt-plans.h"

typedef struct
{
  BjtPicture   *picture;
  guint32       plan; /* of the placement */
  BjtPlacement *placement;
  BjtGround    *ground;
} Filling;

/* On the map */

static BjtPoint
to_mercator (BjtPoint point,
             gpointer user_data)
{
  const Filling *self = user_data;

  return bjt_mercator_project (bjt_placement_to_lon_lat (self->placement, self->ground, point));
}

static void
filling_clear (Filling *self)
{
  g_clear_pointer (&self->placement, bjt_placement_free);
  g_clear_pointer (&self->ground, bjt_ground_free);
}

static gboolean
turn_to_plan (Filling *self,
              guint32  plan)
{
  const char *json = plan != BJT_NO_INDEX ? bjt_picture_get_plan (self->picture, plan)->placement : NULL;

  if (plan != self->plan)
    {
      filling_clear (self);
      self->plan = plan;
      self->placement = json != NULL ? bjt_placement_new_from_json (json, NULL) : NULL;
      self->ground = self->placement != NULL ? bjt_placement_new_ground (self->placement) : NULL;
    }
  return self->placement != NULL;
}

static gboolean
is_somewhere (const BjtGeometry *shape)
{
  for (guint i = 0; i < shape->n_points; i++)
    if (!isfinite (shape->points[i].x) || !isfinite (shape->points[i].y))
      return FALSE;
  return shape->n_points > 0;
}

static BjtPoint
find_place (const BjtPicture           *picture,
            const BjtPictureAnnotation *annotation)
{
  if (annotation->mercator != NULL)
    return bjt_geometry_get_centroid (annotation->mercator);
  if (annotation->door != BJT_NO_INDEX)
    return bjt_picture_get_door (picture, annotation->door)->place;
  if (annotation->entrance != BJT_NO_INDEX && bjt_picture_get_entrance (picture, annotation->entrance)->has_place)
    return bjt_picture_get_entrance (picture, annotation->entrance)->place;
  return bjt_picture_get_building (picture, annotation->building)->centre;
}

static void
put_on_map (Filling              *self,
            BjtPictureAnnotation *annotation)
{
  annotation->mercator = NULL;
  if (annotation->shape != NULL
      && turn_to_plan (self, bjt_plan_index_find_plan (self->picture, annotation->building, annotation->ordinal)))
    {
      g_autoptr (BjtGeometry) shape = bjt_geometry_map (annotation->shape, to_mercator, self);

      if (is_somewhere (shape))
        annotation->mercator = bjt_picture_keep_shape (self->picture, g_steal_pointer (&shape));
    }
  annotation->place = find_place (self->picture, annotation);
}

/* Marks of doors */

static void
mark_shared (BjtPicture                 *picture,
             const BjtPictureAnnotation *annotation)
{
  BjtRun doors = annotation->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, annotation->entrance)->doors
                                                      : bjt_picture_get_building (picture, annotation->building)->doors;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    if (bjt_picture_get_door (picture, d)->ordinal == annotation->ordinal)
      bjt_picture_get_door_state (picture, d)->marks |= (guint8) (BJT_MARK_SHARED_NOTE << annotation->kind);
}

/**
 * bjt_annotation_index_fill:
 * @picture: with its plans, not shared yet; its door states its own
 */
void
bjt_annotation_index_fill (BjtPicture *picture)
{
  Filling filling = { .picture = picture, .plan = BJT_NO_INDEX };

  for (guint32 d = 0; d < picture->door_states->len; d++)
    bjt_picture_get_door_state (picture, d)->marks = 0;
  for (guint32 a = 0; a < picture->annotations->len; a++)
    {
      BjtPictureAnnotation *annotation = bjt_picture_get_annotation (picture, a);

      put_on_map (&filling, annotation);
      if (!bjt_picture_annotation_is_open (annotation))
        continue;
      if (annotation->door != BJT_NO_INDEX)
        bjt_picture_get_door_state (picture, annotation->door)->marks |= (guint8) (BJT_MARK_NOTE << annotation->kind);
      else
        mark_shared (picture, annotation);
    }
  filling_clear (&filling);
}

/* Looking up */

BjtRun
bjt_annotation_index_get_run (const BjtPicture *picture,
                              guint32           building)
{
  guint32 low = 0, high = picture->annotations->len;
  BjtRun  run;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (bjt_picture_get_annotation (picture, middle)->building < building)
        low = middle + 1;
      else
        high = middle;
    }
  run = (BjtRun) { low, 0 };
  while (low + run.n < picture->annotations->len && bjt_picture_get_annotation (picture, low + run.n)->building == building)
    run.n++;
  return run;
}

guint
bjt_annotation_index_get_kinds (const BjtPicture *picture,
                                guint32           building)
{
  BjtRun run = bjt_annotation_index_get_run (picture, building);
  guint  kinds = 0;

  for (guint32 a = run.first; a < run.first + run.n; a++)
    {
      const BjtPictureAnnotation *annotation = bjt_picture_get_annotation (picture, a);

      if (annotation->door == BJT_NO_INDEX && bjt_picture_annotation_is_open (annotation))
        kinds |= 1u << annotation->kind;
    }
  return kinds;
}

guint
bjt_annotation_index_get_shared (const BjtPicture *picture,
                                 guint32           building,
                                 guint32           entrance,
                                 int               ordinal)
{
  BjtRun run = bjt_annotation_index_get_run (picture, building);
  guint  kinds = 0;

  for (guint32 a = run.first; a < run.first + run.n; a++)
    {
      const BjtPictureAnnotation *annotation = bjt_picture_get_annotation (picture, a);

      if (annotation->door == BJT_NO_INDEX && annotation->entrance == entrance && annotation->ordinal == ordinal
          && bjt_picture_annotation_is_open (annotation))
        kinds |= 1u << annotation->kind;
    }
  return kinds;
}
