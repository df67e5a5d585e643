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

static int
compare_from_top (gconstpointer a,
                  gconstpointer b)
{
  int x = *(const int *) a, y = *(const int *) b;

  return (x < y) - (x > y);
}

/* As far as a building may reach: a plan's levels are anybody's words. */
static void
add_plan_levels (GArray               *ordinals,
                 const BjtPicturePlan *plan)
{
  g_autoptr (GArray) levels = bjt_plan_levels_parse (plan->levels, NULL);

  for (guint i = 0; levels != NULL && i < levels->len; i++)
    for (int o = g_array_index (levels, BjtLevelRange, i).first; o <= g_array_index (levels, BjtLevelRange, i).last; o++)
      g_array_append_val (ordinals, o);
}

/**
 * bjt_plan_index_list_levels:
 *
 * Returns: (transfer full) (element-type int): each once
 */
GArray *
bjt_plan_index_list_levels (const BjtPicture *picture,
                            guint32           building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (picture, building);
  BjtRun                    plans = bjt_plan_index_get_plans (picture, building);
  GArray                   *ordinals = g_array_new (FALSE, FALSE, sizeof (int));
  guint                     n = 0;

  for (guint32 d = b->doors.first; d < b->doors.first + b->doors.n; d++)
    {
      int ordinal = bjt_picture_get_door (picture, d)->ordinal;

      g_array_append_val (ordinals, ordinal);
    }
  for (guint32 p = plans.first; p < plans.first + plans.n; p++)
    add_plan_levels (ordinals, bjt_picture_get_plan (picture, p));
  g_array_sort (ordinals, compare_from_top);
  for (guint i = 0; i < ordinals->len; i++)
    if (n == 0 || g_array_index (ordinals, int, n - 1) != g_array_index (ordinals, int, i))
      g_array_index (ordinals, int, n++) = g_array_index (ordinals, int, i);
  g_array_set_size (ordinals, n);
  return ordinals;
}

int
bjt_plan_index_choose_level (const BjtPicture *picture,
                             guint32           building)
{
  g_autoptr (GArray) levels = bjt_plan_index_list_levels (picture, building);
  int best = 0, best_cost = G_MAXINT;

  for (guint i = 0; i < levels->len; i++)
    {
      int ordinal = g_array_index (levels, int, i);
      int cost = abs (ordinal) + (ordinal < 0 ? 1000 : 0) + (bjt_plan_index_find_plan (picture, building, ordinal) == BJT_NO_INDEX ? 100000 : 0);

      if (cost >= best_cost)
        continue;
      best = ordinal;
      best_cost = cost;
    }
  return best;
}

int
bjt_plan_index_step_level (const BjtPicture *picture,
                           guint32           building,
                           int               ordinal,
                           int               step)
{
  g_autoptr (GArray) levels = bjt_plan_index_list_levels (picture, building);
  int next = ordinal;

  for (guint i = 0; i < levels->len; i++)
    {
      int other = g_array_index (levels, int, i);

      if ((other - ordinal) * step > 0 && (next == ordinal || abs (other - ordinal) < abs (next - ordinal)))
        next = other;
    }
  return next;
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
