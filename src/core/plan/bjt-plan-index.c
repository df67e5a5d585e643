/* bjt-plan-index.c: door elements become the doors of every level their plan is
 * repeated on; elements of placed plans get their place on the map. Filling is
 * linear in elements × doors of their entrance; looking up is by bisection. */
#include "bjt-plan-index.h"

#include <math.h>

#include "bjt-placement.h"
#include "bjt-plan-levels.h"
#include "geo/bjt-mercator.h"
#include "model/bjt-plans.h"

/* Where doors are drawn */

static void
add_outline (BjtPicture *picture,
             guint32     door,
             guint32     element)
{
  BjtPictureOutline outline = { door, element };

  g_array_append_val (picture->outlines, outline);
}

static void
add_doors_of_stack (BjtPicture   *picture,
                    guint32       index,
                    const GArray *levels)
{
  const BjtPictureElement *element = bjt_picture_get_element (picture, index);
  BjtRun                   doors = bjt_picture_get_entrance (picture, element->entrance)->doors;

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      if (element->stack >= door->stack && element->stack < door->stack + door->span && bjt_plan_levels_contain (levels, door->ordinal))
        add_outline (picture, d, index);
    }
}

static void
add_doors (BjtPicture           *picture,
           const BjtPicturePlan *plan)
{
  g_autoptr (GArray) levels = bjt_plan_levels_parse (plan->levels, NULL);

  if (levels == NULL)
    return;
  for (guint32 e = plan->elements.first; e < plan->elements.first + plan->elements.n; e++)
    {
      const BjtPictureElement *element = bjt_picture_get_element (picture, e);

      if (element->kind != BJT_ELEMENT_DOOR)
        continue;
      if (element->door != BJT_NO_INDEX)
        add_outline (picture, element->door, e);
      else if (element->entrance != BJT_NO_INDEX && bjt_picture_get_entrance (picture, element->entrance)->building == plan->building)
        add_doors_of_stack (picture, e, levels);
    }
}

static int
compare_outlines (gconstpointer a,
                  gconstpointer b)
{
  const BjtPictureOutline *x = a, *y = b;

  if (x->door != y->door)
    return x->door < y->door ? -1 : 1;
  return x->element == y->element ? 0 : x->element < y->element ? -1 : 1;
}

/* On the map */

typedef struct
{
  BjtPlacement *placement;
  BjtGround    *ground;
} Placing;

static BjtPoint
to_mercator (BjtPoint point,
             gpointer user_data)
{
  const Placing *placing = user_data;

  return bjt_mercator_project (bjt_placement_to_lon_lat (placing->placement, placing->ground, point));
}

static gboolean
has_place (const BjtGeometry *shape)
{
  for (guint i = 0; i < shape->n_points; i++)
    if (!isfinite (shape->points[i].x) || !isfinite (shape->points[i].y))
      return FALSE;
  return TRUE;
}

/* @ground is that of the plan before, or NULL: a community lies in one zone. */
static void
put_on_map (BjtPicture     *picture,
            BjtPicturePlan *plan,
            BjtGround     **ground)
{
  g_autoptr (BjtPlacement) placement = plan->placement != NULL ? bjt_placement_new_from_json (plan->placement, NULL) : NULL;
  Placing placing;

  plan->is_placed = placement != NULL;
  if (placement == NULL)
    return;
  if (*ground == NULL || bjt_ground_get_central_meridian (*ground) != bjt_placement_get_meridian (placement))
    {
      g_clear_pointer (ground, bjt_ground_free);
      *ground = bjt_placement_new_ground (placement);
    }
  placing = (Placing) { placement, *ground };
  for (guint32 e = plan->elements.first; e < plan->elements.first + plan->elements.n; e++)
    {
      BjtPictureElement      *element = bjt_picture_get_element (picture, e);
      g_autoptr (BjtGeometry) shape = bjt_geometry_map (element->shape, to_mercator, &placing);

      if (has_place (shape))
        element->mercator = bjt_picture_keep_shape (picture, g_steal_pointer (&shape));
    }
}

void
bjt_plan_index_fill (BjtPicture *picture)
{
  g_autoptr (BjtGround) ground = NULL;

  for (guint32 p = 0; p < picture->plans->len; p++)
    {
      BjtPicturePlan *plan = bjt_picture_get_plan (picture, p);

      add_doors (picture, plan);
      put_on_map (picture, plan, &ground);
    }
  g_array_sort (picture->outlines, compare_outlines);
}

/* Looking up */

/* The run of records whose key it is; sorted by it. */
static BjtRun
find_run (const GArray *array,
          gsize         key_offset,
          guint32       key)
{
  gsize   size = g_array_get_element_size ((GArray *) array);
  guint32 low = 0, high = array->len, end;

#define KEY_AT(i) (*(const guint32 *) (array->data + (i) * size + key_offset))
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (KEY_AT (middle) < key)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < array->len && KEY_AT (end) == key; end++)
    ;
#undef KEY_AT
  return (BjtRun) { low, end - low };
}

BjtRun
bjt_plan_index_get_plans (const BjtPicture *picture,
                          guint32           building)
{
  return find_run (picture->plans, G_STRUCT_OFFSET (BjtPicturePlan, building), building);
}

BjtRun
bjt_plan_index_get_outlines (const BjtPicture *picture,
                             guint32           door)
{
  return find_run (picture->outlines, G_STRUCT_OFFSET (BjtPictureOutline, door), door);
}

guint32
bjt_plan_index_find_plan (const BjtPicture *picture,
                          guint32           building,
                          int               ordinal)
{
  BjtRun plans = bjt_plan_index_get_plans (picture, building);

  for (guint32 p = plans.first; p < plans.first + plans.n; p++)
    {
      g_autoptr (GArray) levels = bjt_plan_levels_parse (bjt_picture_get_plan (picture, p)->levels, NULL);

      if (levels != NULL && bjt_plan_levels_contain (levels, ordinal))
        return p;
    }
  return BJT_NO_INDEX;
}

BjtBox
bjt_plan_index_get_box (const BjtPicture *picture,
                        guint32           plan)
{
  BjtRun elements = bjt_picture_get_plan (picture, plan)->elements;
  BjtBox box = BJT_BOX_EMPTY;

  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    {
      const BjtBox *own = &bjt_picture_get_element (picture, e)->shape->box;

      bjt_box_add_point (&box, own->x1, own->y1);
      bjt_box_add_point (&box, own->x2, own->y2);
    }
  return box;
}

/* Doors of one level alone: on the others of the plan they are not; doors from
 * beyond the plan's levels (the lower half of a maisonette) are on all. */
static guint32
find_own_door (const BjtPicture        *picture,
               const BjtPictureElement *element,
               int                      ordinal)
{
  int own = bjt_picture_get_door (picture, element->door)->ordinal;
  g_autoptr (GArray) levels = NULL;

  if (own == ordinal)
    return element->door;
  levels = bjt_plan_levels_parse (bjt_picture_get_plan (picture, element->plan)->levels, NULL);
  return levels != NULL && bjt_plan_levels_contain (levels, own) ? BJT_NO_INDEX : element->door;
}

guint32
bjt_plan_index_find_door (const BjtPicture *picture,
                          guint32           index,
                          int               ordinal)
{
  const BjtPictureElement *element = bjt_picture_get_element (picture, index);
  guint32                  found = BJT_NO_INDEX;
  BjtRun                   doors;

  if (element->kind != BJT_ELEMENT_DOOR)
    return BJT_NO_INDEX;
  if (element->door != BJT_NO_INDEX)
    return find_own_door (picture, element, ordinal);
  if (element->entrance == BJT_NO_INDEX)
    return BJT_NO_INDEX;
  doors = bjt_picture_get_entrance (picture, element->entrance)->doors;
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      if (door->ordinal == ordinal && element->stack >= door->stack && element->stack < door->stack + door->span
          && (found == BJT_NO_INDEX || !door->is_merged))
        found = d;
    }
  return found;
}
