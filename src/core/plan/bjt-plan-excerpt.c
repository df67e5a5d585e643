/* bjt-plan-excerpt.c: gathers once what every format asks. */
#include "bjt-plan-excerpt.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-index.h"
#include "bjt-plan-levels.h"

#define EMPTY_SIZE 20.0 /* m, of a plan with nothing on it */
#define BASE 10.0       /* m, of the line that places a plan anywhere */

static int
compare_by_element (gconstpointer a,
                    gconstpointer b)
{
  const BjtPictureOutline *x = a, *y = b;

  if (x->element != y->element)
    return x->element < y->element ? -1 : 1;
  return x->door == y->door ? 0 : x->door < y->door ? -1 : 1;
}

static void
gather_doors (BjtPlanExcerpt *self)
{
  const BjtPicturePlan     *plan = bjt_plan_excerpt_get_plan (self);
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, plan->building);

  for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
    {
      BjtRun run = bjt_plan_index_get_outlines (self->picture, d);

      if (!bjt_plan_levels_contain (self->levels, bjt_picture_get_door (self->picture, d)->ordinal))
        continue;
      for (guint32 o = run.first; o < run.first + run.n; o++)
        {
          const BjtPictureOutline *outline = bjt_picture_get_outline (self->picture, o);

          if (outline->element >= plan->elements.first && outline->element < plan->elements.first + plan->elements.n)
            g_array_append_vals (self->outlines, outline, 1);
        }
    }
  g_array_sort (self->outlines, compare_by_element);
}

/**
 * bjt_plan_excerpt_new:
 * @picture: outlives it
 * @levels: (nullable): BjtLevelRange
 */
BjtPlanExcerpt *
bjt_plan_excerpt_new (const BjtPicture *picture,
                      guint32           plan,
                      const GArray     *levels)
{
  BjtPlanExcerpt       *self = g_new0 (BjtPlanExcerpt, 1);
  const BjtPicturePlan *about = bjt_picture_get_plan (picture, plan);
  g_autoptr (GArray) own = bjt_plan_levels_parse (about->levels, NULL);
  g_autoptr (GArray) others = NULL;

  own = own != NULL ? own : g_array_new (FALSE, FALSE, sizeof (BjtLevelRange));
  others = levels != NULL ? bjt_plan_levels_subtract (own, levels) : NULL;
  self->picture = picture;
  self->plan = plan;
  self->levels = others != NULL ? bjt_plan_levels_subtract (own, others) : g_array_ref (own);
  self->outlines = g_array_new (FALSE, FALSE, sizeof (BjtPictureOutline));
  self->placement = about->placement != NULL ? bjt_placement_new_from_json (about->placement, NULL) : NULL;
  self->ground = self->placement != NULL ? bjt_placement_new_ground (self->placement) : NULL;
  gather_doors (self);
  return self;
}

void
bjt_plan_excerpt_free (BjtPlanExcerpt *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->levels);
  g_array_unref (self->outlines);
  g_clear_pointer (&self->placement, bjt_placement_free);
  g_clear_pointer (&self->ground, bjt_ground_free);
  g_clear_pointer (&self->backdrops, g_ptr_array_unref);
  g_free (self);
}

gboolean
bjt_plan_excerpt_place_at (BjtPlanExcerpt *self,
                           BjtPoint        lon_lat,
                           GError        **error)
{
  BjtBox        box = bjt_plan_excerpt_get_box (self);
  BjtPoint      middle = { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };
  BjtPlacement *placement = bjt_placement_new_from_length ((const BjtPoint[]) { middle, { middle.x + BASE, middle.y } }, BASE, 90, lon_lat, error);

  if (placement == NULL)
    return FALSE;
  g_clear_pointer (&self->placement, bjt_placement_free);
  g_clear_pointer (&self->ground, bjt_ground_free);
  self->placement = placement;
  self->ground = bjt_placement_new_ground (placement);
  return TRUE;
}

/* The doors of an element are one run. */
static guint
find_first (const BjtPlanExcerpt *self,
            guint32               element)
{
  guint low = 0, high = self->outlines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->outlines, BjtPictureOutline, middle).element < element)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const BjtPictureDoor *
get_door (const BjtPlanExcerpt *self,
          guint                 outline,
          guint32               element)
{
  const BjtPictureOutline *at = outline < self->outlines->len ? &g_array_index (self->outlines, BjtPictureOutline, outline) : NULL;

  return at != NULL && at->element == element ? bjt_picture_get_door (self->picture, at->door) : NULL;
}

guint32
bjt_plan_excerpt_find_door (const BjtPlanExcerpt *self,
                            guint32               element,
                            int                   ordinal)
{
  const BjtPictureDoor *door;

  for (guint i = find_first (self, element); (door = get_door (self, i, element)) != NULL; i++)
    if (door->ordinal == ordinal)
      return g_array_index (self->outlines, BjtPictureOutline, i).door;
  return BJT_NO_INDEX;
}

/* Its own label; of doors theirs: 101, or from the lowest level to the highest, 101–601. */
char *
bjt_plan_excerpt_dup_caption (const BjtPlanExcerpt *self,
                              guint32               element)
{
  const char           *label = bjt_picture_get_element (self->picture, element)->label;
  const BjtPictureDoor *lowest = NULL, *highest = NULL, *door;

  if (label != NULL && *label != '\0')
    return g_strdup (label);
  for (guint i = find_first (self, element); (door = get_door (self, i, element)) != NULL; i++)
    {
      lowest = lowest == NULL || door->ordinal < lowest->ordinal ? door : lowest;
      highest = highest == NULL || door->ordinal > highest->ordinal ? door : highest;
    }
  if (lowest == NULL || lowest->label == NULL)
    return NULL;
  return lowest == highest || highest->label == NULL ? g_strdup (lowest->label) : g_strdup_printf ("%s–%s", lowest->label, highest->label);
}

BjtBox
bjt_plan_excerpt_get_box (const BjtPlanExcerpt *self)
{
  BjtBox box = bjt_plan_index_get_box (self->picture, self->plan);

  for (guint i = 0; self->backdrops != NULL && i < self->backdrops->len; i++)
    {
      BjtBox own = bjt_plan_backdrop_get_box (self->backdrops->pdata[i]);

      if (bjt_box_is_empty (&own))
        continue;
      bjt_box_add_point (&box, own.x1, own.y1);
      bjt_box_add_point (&box, own.x2, own.y2);
    }
  return bjt_box_is_empty (&box) ? (BjtBox) { 0, 0, EMPTY_SIZE, EMPTY_SIZE } : box;
}

BjtPoint
bjt_plan_excerpt_to_lon_lat (const BjtPlanExcerpt *self,
                             BjtPoint              metres)
{
  return bjt_placement_to_lon_lat (self->placement, self->ground, metres);
}
