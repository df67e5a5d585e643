/* bjt-plan-backdrop.h: a drawing that lies under a plan, read and ready.
 *
 * Pictures are drawings of one picture, a unit a pixel. Immutable, shared by
 * reference and between threads.
 */
#pragma once

#include "bjt-drawing.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

typedef struct
{
  BjtPlanDrawing *record;
  BjtDrawing     *drawing;

  /* Owned */
  gatomicrefcount references;
} BjtPlanBackdrop;

BjtPlanBackdrop *bjt_plan_backdrop_new (const BjtPlanDrawing *record, const char *media_type, GBytes *content, GError **error);
BjtPlanBackdrop *bjt_plan_backdrop_new_with_drawing (const BjtPlanDrawing *record, BjtDrawing *drawing); /* both get another reference or copy */
BjtPlanBackdrop *bjt_plan_backdrop_ref (BjtPlanBackdrop *self);
void             bjt_plan_backdrop_unref (BjtPlanBackdrop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanBackdrop, bjt_plan_backdrop_unref)

BjtPoint bjt_plan_backdrop_to_plan (const BjtPlanBackdrop *self, BjtPoint units);  /* drawing units (y down) → metres of the plan (y up) */
BjtPoint bjt_plan_backdrop_to_drawing (const BjtPlanBackdrop *self, BjtPoint metres);
BjtBox   bjt_plan_backdrop_get_box (const BjtPlanBackdrop *self);                   /* metres of the plan */

G_END_DECLS
