/* bjt-workspace-plans.h: floor plans in a community's file.
 *
 * A level of a building belongs to one plan. Every change is one action.
 */
#pragma once

#include "bjt-workspace-attachments.h"
#include "model/bjt-plans.h"
#include "plan/bjt-plan-backdrop.h"
#include "plan/bjt-plan-edit.h"

G_BEGIN_DECLS

/* Reading; arrays are owned by the caller and free their records */
GPtrArray     *bjt_workspace_list_plans (BjtWorkspace *self, const BjtUuid *building_id, GError **error);     /* BjtFloorPlan, by position; building NULL: all */
BjtFloorPlan  *bjt_workspace_get_plan (BjtWorkspace *self, const BjtUuid *plan_id, GError **error);
GPtrArray     *bjt_workspace_list_plan_drawings (BjtWorkspace *self, const BjtUuid *plan_id, GError **error); /* BjtPlanDrawing, by position */
GPtrArray     *bjt_workspace_list_plan_elements (BjtWorkspace *self, const BjtUuid *plan_id, GError **error); /* BjtPlanElement, by position */
GPtrArray     *bjt_workspace_load_backdrops (BjtWorkspace *self, const BjtUuid *plan_id, GError **error);    /* BjtPlanBackdrop, lowest first; what is broken is left out */

/* A drawing or picture and its bytes. */
typedef struct
{
  BjtPlanDrawing *drawing;    /* id, plan_id and attachment_id are filled in */
  GBytes         *content;
  const char     *media_type; /* image/png, image/jpeg; BJT_DRAWING_MEDIA_TYPE */
} BjtPlanAttachment;

#define BJT_DRAWING_MEDIA_TYPE "application/vnd.baijiatu.drawing"

/* A plan that is to be, with what lies under it and what is drawn on it. */
typedef struct
{
  BjtFloorPlan     *plan;
  BjtPlanAttachment attachment; /* content NULL: nothing */
  GPtrArray        *elements;   /* BjtPlanElement; NULL: none */
} BjtNewPlan;

/* Levels that a schematic plan has are taken from it; it goes when none are
 * left. Levels of a drawn plan are refused. @attachment, @edit may be NULL.
 * @where (out) (optional): where what is refused lies, metres of the plan; NAN:
 * nowhere. Keys of what is added are filled in where they are NIL, plan_id always. */
gboolean bjt_workspace_add_plan (BjtWorkspace *self, BjtFloorPlan *plan, const BjtPlanAttachment *attachment, const BjtPlanEdit *edit, BjtPoint *where, GError **error);
gboolean bjt_workspace_add_plans (BjtWorkspace *self, const char *kind, const BjtNewPlan *plans, guint n_plans, GError **error); /* one action */
gboolean bjt_workspace_update_plan (BjtWorkspace *self, const BjtFloorPlan *plan, GError **error);                         /* name, levels, note, position */
gboolean bjt_workspace_place_plan (BjtWorkspace *self, const BjtUuid *plan_id, const char *placement, GError **error);   /* JSON of BjtPlacement; NULL: nowhere */
gboolean bjt_workspace_edit_plan (BjtWorkspace *self, const BjtUuid *plan_id, const BjtPlanEdit *edit, BjtPoint *where, GError **error);
gboolean bjt_workspace_copy_plan (BjtWorkspace *self, const BjtUuid *plan_id, const char *levels, BjtUuid *copy_id, GError **error); /* with all that is on it */
gboolean bjt_workspace_remove_plan (BjtWorkspace *self, const BjtUuid *plan_id, GError **error);

/* One plan for all levels laid out alike, from doors alone, on the footprint
 * where there is one. Takes the place of what was made so before, never of
 * what is drawn. */
gboolean bjt_workspace_make_schematic (BjtWorkspace *self, const BjtUuid *building_id, GError **error);
gboolean bjt_workspace_make_schematics (BjtWorkspace *self, const BjtUuid *building_ids, guint n_buildings, GError **error); /* one action */

gboolean bjt_workspace_attach_drawing (BjtWorkspace *self, const BjtUuid *plan_id, const BjtPlanAttachment *attachment, GError **error);
gboolean bjt_workspace_update_drawing (BjtWorkspace *self, const BjtPlanDrawing *drawing, GError **error);
gboolean bjt_workspace_detach_drawing (BjtWorkspace *self, const BjtUuid *drawing_id, GError **error);

G_END_DECLS
