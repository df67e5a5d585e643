/* bjt-plan-faults.c: every element by itself, then each pair of outlines whose
 * boxes meet, then the doors that nothing is drawn for. */
#include "bjt-plan-faults.h"

#include <math.h>

#include "bjt-plan-check.h"
#include "bjt-plan-index.h"
#include "bjt-plan-levels.h"
#include "geo/bjt-geometry-overlay.h"

#define LEAST_OVERLAP 0.05 /* m²: less comes of drawing by hand */

static void
clear_fault (gpointer data)
{
  g_free (((BjtPlanFault *) data)->message);
}

static void
add_unsound (GArray          *faults,
             const GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      BjtPlanFault fault = { BJT_PLAN_FAULT_UNSOUND, i, G_MAXUINT, BJT_NO_INDEX, { 0, 0 }, NULL };
      g_autoptr (GError) error = NULL;

      if (bjt_plan_check_element (elements->pdata[i], &fault.where, &error))
        continue;
      fault.message = g_strdup (error->message);
      g_array_append_val (faults, fault);
    }
}

static gboolean
is_outline (const BjtPlanElement *element)
{
  return element->kind == BJT_ELEMENT_DOOR && bjt_plan_check_element (element, NULL, NULL);
}

/* Doors that stand on one level alone may lie on others' levels' outlines. */
static gboolean
may_meet (const BjtPlanElement *a,
          const BjtPlanElement *b)
{
  return bjt_uuid_is_nil (&a->door_id) && bjt_uuid_is_nil (&b->door_id) && bjt_box_intersects (&a->shape->box, &b->shape->box);
}

static void
add_overlaps (GArray          *faults,
              const GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    for (guint k = 0; k < i && is_outline (elements->pdata[i]); k++)
      {
        BjtPlanFault          fault = { BJT_PLAN_FAULT_OVERLAP, k, i, BJT_NO_INDEX, { (double) NAN, (double) NAN }, NULL };
        const BjtPlanElement *a = elements->pdata[k], *b = elements->pdata[i];

        if (is_outline (a) && may_meet (a, b) && bjt_geometry_overlay_get_common (a->shape, b->shape, &fault.where) > LEAST_OVERLAP)
          g_array_append_val (faults, fault);
      }
}

static void
add_missing (GArray           *faults,
             const BjtPicture *picture,
             guint32           plan)
{
  const BjtPicturePlan *own = bjt_picture_get_plan (picture, plan);
  BjtRun                doors = bjt_picture_get_building (picture, own->building)->doors;
  g_autoptr (GArray) levels = bjt_plan_levels_parse (own->levels, NULL);

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    for (guint i = 0; levels != NULL && i < levels->len; i++)
      {
        BjtPlanFault fault = { BJT_PLAN_FAULT_MISSING, G_MAXUINT, G_MAXUINT, d, { (double) NAN, (double) NAN }, NULL };

        if (bjt_picture_get_door (picture, d)->ordinal == g_array_index (levels, int, i) && !bjt_picture_get_door (picture, d)->is_merged
            && !bjt_plan_index_is_drawn (picture, d))
          g_array_append_val (faults, fault);
      }
}

GArray *
bjt_plan_faults_list (const BjtPicture *picture,
                      guint32           plan,
                      const GPtrArray  *elements)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (BjtPlanFault));

  g_array_set_clear_func (faults, clear_fault);
  add_unsound (faults, elements);
  add_overlaps (faults, elements);
  add_missing (faults, picture, plan);
  return faults;
}
