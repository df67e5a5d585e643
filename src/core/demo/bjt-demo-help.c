/* bjt-demo-help.c: the help people get: tasks that come again with what was done
 * for them, helpers, needs. Of those under assistance three have no helper yet. */
#include "bjt-demo-plan.h"
#include "rules/bjt-recurrence.h"

enum { SUBJECT_HELP = 12 };

#define MISSED 0.06
#define RUNNING_DAYS 400
#define WITHOUT_HELPER 3

typedef struct
{
  const char *category;
  guint       every;   /* each so many people of it */
  const char *title, *kind, *rule;
} TaskPlan;

static const TaskPlan tasks[] = {
  { "disabled_care", 12, "代取慢病药", "代取药", "FREQ=MONTHLY;BYMONTHDAY=15" },
  { "lonely_elder", 2, "上门送餐", "助餐", "FREQ=WEEKLY;BYDAY=MO" },
  { "extreme_poverty", 2, "打扫室内卫生", "助洁", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH" },
  { "aged_80", 40, "陪同复诊", "助医", "FREQ=MONTHLY;BYDAY=2TU" },
};

static const struct
{
  const char *category;
  guint       every;
  const char *kind, *partner; /* NULL: the worker of the grid */
} pairings[] = {
  { "extreme_poverty", 1, "生活", "爱心超市" },
  { "lonely_elder", 2, "生活", "邮储银行支行党支部" },
  { "disabled_care", 9, "医疗", "社区卫生服务中心" },
  { "child_in_need", 5, "学业", "邮储银行支行党支部" },
};

static const struct
{
  const char *category;
  guint       every;
  const char *text;
} needs[] = {
  { "disabled_care", 14, "卫生间装扶手" },
  { "low_income", 20, "代办低保年审" },
  { "child_in_need", 6, "假期作业辅导" },
  { "aged_80", 30, "配助听器" },
};

static const BjtDemoHousehold *
get_household (const BjtDemoPlan *plan,
               guint32            person)
{
  return bjt_demo_get (plan->households, BjtDemoHousehold, bjt_demo_get (plan->persons, BjtDemoPerson, person)->household);
}

static const BjtUuid *
get_worker (const BjtDemoPlan *plan,
            guint32            person)
{
  const BjtDemoDoor *door = bjt_demo_get (plan->doors, BjtDemoDoor, get_household (plan, person)->door);

  return &bjt_demo_get (plan->grids, BjtDemoGrid, bjt_demo_get (plan->buildings, BjtDemoBuilding, door->building)->grid)->worker_id;
}

/* Each so many of those who have a category and live here */
static GArray *
list_persons (const BjtDemoPlan *plan,
              const char        *code,
              guint              every)
{
  guint32 category = bjt_demo_plan_find_category (plan, code);
  GArray *persons = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint   n = 0;

  for (guint i = 0; i < plan->ticks->len; i++)
    {
      const BjtDemoTick *tick = bjt_demo_get (plan->ticks, BjtDemoTick, i);

      if (tick->category == category && get_household (plan, tick->person)->state != BJT_CLASS_HUKOU_ONLY && n++ % every == 0)
        g_array_append_val (persons, tick->person);
    }
  return persons;
}

/* Tasks */

static gboolean
send_service (BjtDemoPlan          *plan,
              const BjtServiceTask *task,
              BjtDate               day)
{
  BjtService service = {
    .door_id = task->door_id, .person_id = task->person_id, .task_id = task->id, .staff_id = task->staff_id, .kind = task->kind,
    .served_on = day, .count = 1,
  };

  bjt_demo_plan_make_key (plan, &service.id, day);
  return bjt_demo_plan_send (plan, &bjt_service_type, &service);
}

static gboolean
send_task (BjtDemoPlan    *plan,
           const TaskPlan *row,
           guint32         person)
{
  g_autoptr (BjtRecurrence) rule = NULL;
  g_autoptr (GArray) days = NULL;
  BjtServiceTask task = {
    .door_id = bjt_demo_get (plan->doors, BjtDemoDoor, get_household (plan, person)->door)->id,
    .person_id = bjt_demo_get (plan->persons, BjtDemoPerson, person)->id,
    .title = (char *) row->title, .kind = (char *) row->kind, .recurrence = (char *) row->rule,
    .first_on = plan->as_of - 60 - (BjtDate) bjt_demo_plan_pick (plan, RUNNING_DAYS),
    .staff_id = *get_worker (plan, person), .last_done_on = BJT_DATE_NONE,
  };

  bjt_demo_plan_make_key (plan, &task.id, task.first_on);
  if (!bjt_demo_plan_send (plan, &bjt_service_task_type, &task))
    return FALSE;
  rule = bjt_recurrence_new (row->rule, task.first_on, NULL);
  days = bjt_recurrence_list_dates (rule, task.first_on, plan->as_of - 1);
  for (guint i = 0; i < days->len; i++)
    if (!bjt_demo_plan_chance (plan, MISSED) && !send_service (plan, &task, g_array_index (days, BjtDate, i)))
      return FALSE;
  return TRUE;
}

static gboolean
send_tasks (BjtDemoPlan *plan)
{
  for (guint t = 0; t < G_N_ELEMENTS (tasks); t++)
    {
      g_autoptr (GArray) persons = list_persons (plan, tasks[t].category, tasks[t].every);

      for (guint i = 0; i < persons->len; i++)
        if (!send_task (plan, tasks + t, g_array_index (persons, guint32, i)))
          return FALSE;
    }
  return TRUE;
}

/* Services asked for once */
static gboolean
send_single_services (BjtDemoPlan *plan)
{
  static const char *const kinds[] = { "代办证件", "政策咨询", "送物资", "代缴费", "家电维修" };
  g_autoptr (GArray) persons = list_persons (plan, "aged_80", 2);

  for (guint i = 0; i < persons->len; i++)
    {
      guint32    person = g_array_index (persons, guint32, i);
      BjtService service = {
           .door_id = bjt_demo_get (plan->doors, BjtDemoDoor, get_household (plan, person)->door)->id,
           .person_id = bjt_demo_get (plan->persons, BjtDemoPerson, person)->id,
           .staff_id = *get_worker (plan, person),
           .kind = (char *) kinds[bjt_demo_plan_pick (plan, G_N_ELEMENTS (kinds))],
           .served_on = plan->as_of - 1 - (BjtDate) bjt_demo_plan_pick (plan, 700),
           .count = 1,
      };

      bjt_demo_plan_make_key (plan, &service.id, service.served_on);
      if (!bjt_demo_plan_send (plan, &bjt_service_type, &service))
        return FALSE;
    }
  return TRUE;
}

/* Helpers */

static gboolean
send_pairing (BjtDemoPlan   *plan,
              guint32        person,
              const char    *kind,
              const BjtUuid *partner) /* NULL: the worker */
{
  BjtPairing pairing = {
    .person_id = bjt_demo_get (plan->persons, BjtDemoPerson, person)->id, .kind = (char *) kind,
    .from_on = plan->as_of - 90 - (BjtDate) bjt_demo_plan_pick (plan, 500), .until_on = BJT_DATE_NONE,
  };

  if (partner != NULL)
    pairing.partner_id = *partner;
  else
    pairing.staff_id = *get_worker (plan, person);
  bjt_demo_plan_make_key (plan, &pairing.id, pairing.from_on);
  return bjt_demo_plan_send (plan, &bjt_pairing_type, &pairing);
}

static gboolean
send_assistance (BjtDemoPlan *plan)
{
  static const char *const codes[] = { "correction", "released", "drugs" };
  guint left_out = 0;

  for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
    {
      g_autoptr (GArray) persons = list_persons (plan, codes[c], 1);

      for (guint i = 0; i < persons->len; i++)
        if (i % 5 == 4 && left_out < WITHOUT_HELPER)
          left_out++;
        else if (!send_pairing (plan, g_array_index (persons, guint32, i), "帮教", NULL))
          return FALSE;
    }
  return TRUE;
}

static gboolean
send_pairings (BjtDemoPlan *plan)
{
  for (guint p = 0; p < G_N_ELEMENTS (pairings); p++)
    {
      g_autoptr (GArray) persons = list_persons (plan, pairings[p].category, pairings[p].every);

      for (guint i = 0; i < persons->len; i++)
        if (!send_pairing (plan, g_array_index (persons, guint32, i), pairings[p].kind, bjt_demo_plan_find_partner (plan, pairings[p].partner)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
send_needs (BjtDemoPlan *plan)
{
  for (guint n = 0; n < G_N_ELEMENTS (needs); n++)
    {
      g_autoptr (GArray) persons = list_persons (plan, needs[n].category, needs[n].every);

      for (guint i = 0; i < persons->len; i++)
        {
          BjtNeed need = {
            .person_id = bjt_demo_get (plan->persons, BjtDemoPerson, g_array_index (persons, guint32, i))->id,
            .text = (char *) needs[n].text,
            .noted_on = plan->as_of - 5 - (BjtDate) bjt_demo_plan_pick (plan, 300),
            .settled_on = BJT_DATE_NONE,
          };

          if (i % 3 != 0)
            need.settled_on = MIN (need.noted_on + 20, plan->as_of - 1);
          bjt_demo_plan_make_key (plan, &need.id, need.noted_on);
          if (!bjt_demo_plan_send (plan, &bjt_need_type, &need))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
bjt_demo_help_send (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_HELP);
  return send_tasks (plan) && send_single_services (plan) && send_assistance (plan) && send_pairings (plan) && send_needs (plan);
}
