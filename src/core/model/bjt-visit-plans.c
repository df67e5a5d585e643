/* bjt-visit-plans.c: the fields of visit routes. */
#include "bjt-visit-plans.h"

static const BjtField visit_plan_fields[] = {
  BJT_FIELD (BjtVisitPlan, id, UUID),
  BJT_FIELD (BjtVisitPlan, number, TEXT),
  BJT_FIELD (BjtVisitPlan, from_on, DATE),
  BJT_FIELD (BjtVisitPlan, n_days, INT),
  BJT_FIELD (BjtVisitPlan, grid, INT),
  BJT_FIELD (BjtVisitPlan, is_closed, BOOL),
  BJT_FIELD (BjtVisitPlan, is_open_ended, BOOL),
  BJT_FIELD (BjtVisitPlan, has_no_lunch, BOOL),
  BJT_FIELD (BjtVisitPlan, start_x, REAL),
  BJT_FIELD (BjtVisitPlan, start_y, REAL),
  BJT_FIELD (BjtVisitPlan, seed, INT),
  BJT_FIELD (BjtVisitPlan, balance, REAL),
  BJT_FIELD (BjtVisitPlan, made_at, TIME),
  BJT_FIELD (BjtVisitPlan, note, TEXT),
};
BJT_DEFINE_RECORD (BjtVisitPlan, bjt_visit_plan, "visit_plan", visit_plan_fields)

static const BjtField visit_plan_worker_fields[] = {
  BJT_FIELD (BjtVisitPlanWorker, id, UUID),
  BJT_FIELD (BjtVisitPlanWorker, plan_id, UUID),
  BJT_FIELD (BjtVisitPlanWorker, position, INT),
  BJT_FIELD (BjtVisitPlanWorker, staff_id, UUID),
  BJT_FIELD (BjtVisitPlanWorker, name, TEXT),
  BJT_FIELD (BjtVisitPlanWorker, sex, INT),
  BJT_FIELD (BjtVisitPlanWorker, n_people, INT),
  BJT_FIELD (BjtVisitPlanWorker, from_minute, INT),
  BJT_FIELD (BjtVisitPlanWorker, to_minute, INT),
  BJT_FIELD (BjtVisitPlanWorker, start_x, REAL),
  BJT_FIELD (BjtVisitPlanWorker, start_y, REAL),
};
BJT_DEFINE_RECORD (BjtVisitPlanWorker, bjt_visit_plan_worker, "visit_plan_worker", visit_plan_worker_fields)

static const BjtField visit_plan_stop_fields[] = {
  BJT_FIELD (BjtVisitPlanStop, id, UUID),
  BJT_FIELD (BjtVisitPlanStop, plan_id, UUID),
  BJT_FIELD (BjtVisitPlanStop, door_id, UUID),
  BJT_FIELD (BjtVisitPlanStop, worker, INT),
  BJT_FIELD (BjtVisitPlanStop, day, DATE),
  BJT_FIELD (BjtVisitPlanStop, position, INT),
  BJT_FIELD (BjtVisitPlanStop, minutes, INT),
  BJT_FIELD (BjtVisitPlanStop, must, INT),
  BJT_FIELD (BjtVisitPlanStop, windows, TEXT),
  BJT_FIELD (BjtVisitPlanStop, pin, INT),
  BJT_FIELD (BjtVisitPlanStop, way, INT),
  BJT_FIELD (BjtVisitPlanStop, arrival, INT),
  BJT_FIELD (BjtVisitPlanStop, begins, INT),
  BJT_FIELD (BjtVisitPlanStop, ends, INT),
  BJT_FIELD (BjtVisitPlanStop, reason, TEXT),
  BJT_FIELD (BjtVisitPlanStop, outcome, INT),
  BJT_FIELD (BjtVisitPlanStop, visit_id, UUID),
};
BJT_DEFINE_RECORD (BjtVisitPlanStop, bjt_visit_plan_stop, "visit_plan_stop", visit_plan_stop_fields)
