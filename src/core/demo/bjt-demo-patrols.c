/* bjt-demo-patrols.c: each grid walked twice on the worked days of the last
 * quarter, but for a few slots that were missed. */
#include "bjt-demo-plan.h"
#include "rules/bjt-work-calendar.h"

enum { SUBJECT_PATROLS = 9 };

#define PERIOD_DAYS 92
#define DONE 0.93

static gboolean
send_patrol (BjtDemoPlan *plan,
             guint32      grid,
             BjtDate      day,
             int          slot)
{
  static const char *const notes[] = { "楼道、消防通道无异常", "提醒清理楼道堆物", "检查沿街商铺用火用电", "排查飞线充电", NULL, NULL, NULL };
  int           minute = (slot == BJT_PATROL_MORNING ? 8 * 60 + 40 : 14 * 60) + (int) bjt_demo_plan_pick (plan, 50);
  BjtDemoPatrol patrol = { .grid = grid, .on = day };
  BjtPatrol     record = {
        .grid_id = bjt_demo_get (plan->grids, BjtDemoGrid, grid)->id,
        .staff_id = bjt_demo_get (plan->grids, BjtDemoGrid, grid)->worker_id,
        .patrolled_on = day,
        .slot = slot,
        .begun_at = bjt_time_from_local (day, minute),
        .ended_at = bjt_time_from_local (day, minute + 45 + (int) bjt_demo_plan_pick (plan, 60)),
        .note = (char *) notes[bjt_demo_plan_pick (plan, G_N_ELEMENTS (notes))],
  };

  bjt_demo_plan_make_key (plan, &patrol.id, day);
  record.id = patrol.id;
  g_array_append_val (plan->patrols, patrol);
  return bjt_demo_plan_send (plan, &bjt_patrol_type, &record);
}

gboolean
bjt_demo_patrols_send (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_PATROLS);
  for (BjtDate day = plan->as_of - PERIOD_DAYS; day < plan->as_of; day++)
    for (guint32 grid = 0; grid < plan->grids->len && bjt_work_calendar_is_worked (bjt_work_calendar_get_default (), day); grid++)
      for (int slot = 0; slot < BJT_N_PATROL_SLOTS; slot++)
        if (bjt_demo_plan_chance (plan, DONE) && !send_patrol (plan, grid, day, slot))
          return FALSE;
  return TRUE;
}
