/* bjt-plans.c: which column holds what. */
#include "bjt-plans.h"

static const BjtField floor_plan_fields[] = {
  BJT_FIELD (BjtFloorPlan, id, UUID),
  BJT_FIELD (BjtFloorPlan, building_id, UUID),
  BJT_FIELD (BjtFloorPlan, name, TEXT),
  BJT_FIELD (BjtFloorPlan, levels, TEXT),
  BJT_FIELD (BjtFloorPlan, kind, INT),
  BJT_FIELD (BjtFloorPlan, position, INT),
  BJT_FIELD (BjtFloorPlan, placement, TEXT),
  BJT_FIELD (BjtFloorPlan, note, TEXT),
};
BJT_DEFINE_RECORD (BjtFloorPlan, bjt_floor_plan, "floor_plan", floor_plan_fields)

static const BjtField plan_drawing_fields[] = {
  BJT_FIELD (BjtPlanDrawing, id, UUID),
  BJT_FIELD (BjtPlanDrawing, plan_id, UUID),
  BJT_FIELD (BjtPlanDrawing, attachment_id, UUID),
  BJT_FIELD (BjtPlanDrawing, name, TEXT),
  BJT_FIELD (BjtPlanDrawing, position, INT),
  BJT_FIELD (BjtPlanDrawing, scale, REAL),
  BJT_FIELD (BjtPlanDrawing, angle, REAL),
  BJT_FIELD (BjtPlanDrawing, x, REAL),
  BJT_FIELD (BjtPlanDrawing, y, REAL),
  BJT_FIELD (BjtPlanDrawing, opacity, REAL),
  BJT_FIELD (BjtPlanDrawing, hidden_layers, TEXT),
  BJT_FIELD (BjtPlanDrawing, dimmed_layers, TEXT),
};
BJT_DEFINE_RECORD (BjtPlanDrawing, bjt_plan_drawing, "plan_drawing", plan_drawing_fields)

static const BjtField plan_element_fields[] = {
  BJT_FIELD (BjtPlanElement, id, UUID),
  BJT_FIELD (BjtPlanElement, plan_id, UUID),
  BJT_FIELD (BjtPlanElement, kind, INT),
  BJT_FIELD (BjtPlanElement, entrance_id, UUID),
  BJT_FIELD (BjtPlanElement, stack, INT),
  BJT_FIELD (BjtPlanElement, door_id, UUID),
  BJT_FIELD (BjtPlanElement, shape, SHAPE),
  BJT_FIELD (BjtPlanElement, label, TEXT),
  BJT_FIELD (BjtPlanElement, size, REAL),
  BJT_FIELD (BjtPlanElement, angle, REAL),
  BJT_FIELD (BjtPlanElement, source_ref, TEXT),
  BJT_FIELD (BjtPlanElement, position, INT),
};
BJT_DEFINE_RECORD (BjtPlanElement, bjt_plan_element, "plan_element", plan_element_fields)

static const BjtField annotation_fields[] = {
  BJT_FIELD (BjtAnnotation, id, UUID),
  BJT_FIELD (BjtAnnotation, kind, INT),
  BJT_FIELD (BjtAnnotation, building_id, UUID),
  BJT_FIELD (BjtAnnotation, entrance_id, UUID),
  BJT_FIELD (BjtAnnotation, door_id, UUID),
  BJT_FIELD (BjtAnnotation, ordinal, INT),
  BJT_FIELD (BjtAnnotation, space, TEXT),
  BJT_FIELD (BjtAnnotation, text, TEXT),
  BJT_FIELD (BjtAnnotation, shape, SHAPE),
  BJT_FIELD (BjtAnnotation, attachment_id, UUID),
  BJT_FIELD (BjtAnnotation, issue_id, UUID),
  BJT_FIELD (BjtAnnotation, staff_id, UUID),
  BJT_FIELD (BjtAnnotation, noted_on, DATE),
  BJT_FIELD (BjtAnnotation, settled_on, DATE),
};
BJT_DEFINE_RECORD (BjtAnnotation, bjt_annotation, "annotation", annotation_fields)
