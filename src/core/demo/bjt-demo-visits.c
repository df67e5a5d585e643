/* bjt-demo-visits.c: two years of visits, in exactly the stated mix.
 *
 * First every household gets its last contact: 12 % of them too long ago for
 * their cadence. Then the other visits are strewn over the period; what falls
 * after a household's last contact was an attempt in vain. 搬走 stands at doors
 * where nobody lives any more. Fewer visits on Sundays and holidays.
 * Who was met is named at some doors, but never by the last contact: rules about
 * the household go by it. */
#include "bjt-demo-plan.h"

#include <string.h>

enum { SUBJECT_VISITS = 6 };

#define PERIOD_DAYS 730
#define OVERDUE_PERCENT 12
#define DAY_ALONE 0.15 /* whose hour is not known */
#define NAMED 0.3
#define OLDER 0.75 /* of those that were not the last contact: in the first year */
#define MONTHLY_OVERDUE_PERCENT 17

/* Percent; the rest of the contacts were meetings. */
static const struct
{
  int   outcome;
  guint percent;
} attempts[] = {
  { BJT_OUTCOME_ABSENT, 21 }, { BJT_OUTCOME_REFUSED, 3 }, { BJT_OUTCOME_NOTE_LEFT, 3 },
};
#define MOVED_PERCENT 2
#define PHONED_PERCENT 9

typedef struct
{
  BjtDate on;
  guint32 door;
  gint32  outcome;
} Visit;

typedef struct
{
  BjtDemoPlan *plan;
  GArray      *visits;
  GArray      *contact_outcomes; /* still to be given out */
  GArray      *attempt_outcomes;
  guint        next_contact, next_attempt;
} Work;

static const char *const notes_met[] = {
  "家中情况正常，无特殊需求", "已核对人口与联系电话", "宣传用电用气安全，燃气阀门正常", "讲解医保缴费办法", "暖气温热，室温20度",
  "邻里和睦，无矛盾", "提醒楼道不要堆放杂物", "讲解防范电信诈骗，已下载反诈程序", "询问用药情况，血压稳定", "愿意参加社区活动",
  "反映楼道灯不亮，已记下", "近期准备去外地子女家小住，留了电话", "已登记养老认证", "发放便民服务卡", "核对租住信息，租期到明年",
};
static const char *const notes_care[] = {
  "血压稳定，代取药一次", "行动不便，已约家庭医生上门", "精神状态好，饮食正常", "帮助打扫室内卫生", "子女每周来看望，情况平稳",
  "送去米面油，检查了暖气", "提出想装扶手，已转残联", "复诊日期已提醒", "孩子学习正常，已联系志愿者辅导", "低保年审材料已备齐",
};
static const char *const notes_phone[] = {
  "电话联系，一切正常", "人在外地，下月回来", "约定周末上门", "电话核对信息，无变化", "白天上班，晚上六点后在家",
};
static const char *const notes_absent[] = { "敲门无人应", "白天无人，改晚间再访", "邻居说外出", "门上留了联系卡", NULL, NULL };
static const char *const notes_refused[] = { "不愿开门，隔门说明来意", "表示没有时间", "不愿登记，约下次" };
static const char *const notes_moved[] = { "已搬走，房屋空置", "原租户退租", "邻居证实已搬离", "全家迁往外地" };
static const char *const notes_left[] = { "留联系卡", "门缝留一封信", "留条请回电" };

static const char *const purposes[] = { "走访", "信息核实", "政策宣传", "安全检查", "走访、信息核实", "走访、安全检查" };
static const char *const purposes_care[] = { "关爱探访", "走访、关爱探访", "关爱探访、代办" };

/* Few go out on these days. */
static gboolean
is_quiet_day (BjtDate day)
{
  int year, month, date;

  bjt_date_get_ymd (day, &year, &month, &date);
  return bjt_date_get_weekday (day) == 7
         || (month == 2 && date >= 10 && date <= 24)
         || (month == 10 && date <= 7)
         || (month == 5 && date <= 5);
}

static BjtDate
choose_day (BjtDemoPlan *plan,
            BjtDate      first,
            BjtDate      last)
{
  BjtDate day = last;

  for (guint tries = 0; tries < 6; tries++)
    {
      day = first + (BjtDate) bjt_demo_plan_pick (plan, (guint) (last - first) + 1);
      if (!is_quiet_day (day) || bjt_demo_plan_chance (plan, 0.1))
        break;
    }
  return day;
}

static GArray *
list_outcomes (BjtDemoPlan *plan,
               gboolean     contacts)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint   total = plan->profile->figures.visits;
  guint   n_contacts = total - MOVED_PERCENT * total / 100;

  for (guint a = 0; a < G_N_ELEMENTS (attempts); a++)
    for (guint i = 0; i < attempts[a].percent * total / 100; i++, n_contacts--)
      if (!contacts)
        g_array_append_vals (outcomes, &attempts[a].outcome, 1);
  for (guint i = 0; contacts && i < n_contacts; i++)
    {
      guint32 outcome = i < PHONED_PERCENT * total / 100 ? BJT_OUTCOME_PHONED : BJT_OUTCOME_MET;

      g_array_append_val (outcomes, outcome);
    }
  bjt_demo_plan_shuffle (plan, outcomes);
  return outcomes;
}

static void
add_visit (Work    *work,
           guint32  door,
           BjtDate  on,
           int      outcome)
{
  Visit visit = { on, door, outcome };

  g_array_append_val (work->visits, visit);
}

static void
add_last_contact (Work             *work,
                  BjtDemoHousehold *household,
                  gboolean          overdue)
{
  BjtDemoPlan *plan = work->plan;
  BjtDate      due = plan->as_of - household->cadence_days;
  BjtDate      first = due + 1, last = plan->as_of - 1;

  if (overdue)
    {
      first = MAX (due - 20 - household->cadence_days, plan->as_of - PERIOD_DAYS);
      last = due - 1;
    }
  if (!overdue && household->since_on > first && household->since_on < last)
    first = household->since_on;
  household->last_contact_on = choose_day (plan, first, last);
  if (work->next_contact < work->contact_outcomes->len)
    add_visit (work, household->door, household->last_contact_on,
               (int) g_array_index (work->contact_outcomes, guint32, work->next_contact++));
}

/* Exactly 12 % of all; of those seen monthly rather more. */
static void
add_last_contacts (Work *work)
{
  BjtDemoPlan            *plan = work->plan;
  g_autoptr (GArray)      order = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean    *overdue = g_new0 (gboolean, plan->households->len);
  guint                   n_monthly = 0, left, monthly_left;

  for (guint32 h = 0; h < plan->households->len; h++)
    if (bjt_demo_get (plan->households, BjtDemoHousehold, h)->state != BJT_CLASS_HUKOU_ONLY)
      {
        g_array_append_val (order, h);
        n_monthly += bjt_demo_get (plan->households, BjtDemoHousehold, h)->cadence_days <= 31;
      }
  bjt_demo_plan_shuffle (plan, order);
  left = (order->len * OVERDUE_PERCENT + 50) / 100;
  monthly_left = MIN (n_monthly * MONTHLY_OVERDUE_PERCENT / 100, left);
  left -= monthly_left;
  for (guint i = 0; i < order->len; i++)
    {
      guint32                 h = g_array_index (order, guint32, i);
      const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
      guint                  *pile = household->cadence_days <= 31 ? &monthly_left : &left;

      if (*pile == 0 || plan->as_of - household->since_on < 2 * household->cadence_days)
        continue;
      overdue[h] = TRUE;
      (*pile)--;
    }
  for (guint i = 0; i < order->len; i++)
    {
      guint32 h = g_array_index (order, guint32, i);

      add_last_contact (work, bjt_demo_get (plan->households, BjtDemoHousehold, h), overdue[h]);
    }
}

static void
add_moved (Work *work)
{
  BjtDemoPlan       *plan = work->plan;
  g_autoptr (GArray) vacant = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint              n = MOVED_PERCENT * plan->profile->figures.visits / 100;

  for (guint32 d = 0; d < plan->doors->len; d++)
    {
      const BjtDemoDoor *door = bjt_demo_get (plan->doors, BjtDemoDoor, d);

      if (door->household == BJT_DEMO_NONE && door->kind == BJT_DOOR_DWELLING)
        g_array_append_val (vacant, d);
    }
  bjt_demo_plan_shuffle (plan, vacant);
  for (guint i = 0; i < n && vacant->len > 0; i++)
    add_visit (work, g_array_index (vacant, guint32, i % vacant->len),
               choose_day (plan, plan->as_of - PERIOD_DAYS, plan->as_of - 1), BJT_OUTCOME_MOVED);
}

/* Households as often as they are to be seen. */
static GArray *
list_chances (const BjtDemoPlan *plan)
{
  GArray *chances = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 h = 0; h < plan->households->len; h++)
    {
      const BjtDemoHousehold *household = bjt_demo_get (plan->households, BjtDemoHousehold, h);
      guint                   n = household->cadence_days <= 31 ? 6 : household->cadence_days <= 91 ? 2 : 1;

      for (guint i = 0; household->state != BJT_CLASS_HUKOU_ONLY && i < n; i++)
        g_array_append_val (chances, h);
    }
  return chances;
}

static int
choose_outcome (Work     *work,
                gboolean  attempt_only)
{
  guint contacts = work->contact_outcomes->len - work->next_contact;
  guint in_vain = work->attempt_outcomes->len - work->next_attempt;

  if (in_vain > 0 && (attempt_only || contacts == 0 || bjt_demo_plan_pick (work->plan, contacts + in_vain) < in_vain))
    return (int) g_array_index (work->attempt_outcomes, guint32, work->next_attempt++);
  return (int) g_array_index (work->contact_outcomes, guint32, work->next_contact++);
}

/* Last contacts fill the year that ends today; these the one before. */
static BjtDate
choose_other_day (BjtDemoPlan *plan)
{
  BjtDate half = plan->as_of - PERIOD_DAYS / 2;

  return bjt_demo_plan_chance (plan, OLDER) ? choose_day (plan, plan->as_of - PERIOD_DAYS, half - 1) : choose_day (plan, half, plan->as_of - 1);
}

/* Those after the last contact first, as only attempts fit there. */
static void
add_others (Work *work)
{
  BjtDemoPlan       *plan = work->plan;
  g_autoptr (GArray) chances = list_chances (plan);
  guint              first = work->visits->len;

  if (chances->len == 0)
    return;
  while (work->visits->len < plan->profile->figures.visits)
    {
      guint32 h = g_array_index (chances, guint32, bjt_demo_plan_pick (plan, chances->len));

      add_visit (work, bjt_demo_get (plan->households, BjtDemoHousehold, h)->door, choose_other_day (plan), -1);
    }
  for (int pass = 0; pass < 2; pass++)
    for (guint i = first; i < work->visits->len; i++)
      {
        Visit                  *visit = bjt_demo_get (work->visits, Visit, i);
        const BjtDemoHousehold *household =
          bjt_demo_get (plan->households, BjtDemoHousehold, bjt_demo_get (plan->doors, BjtDemoDoor, visit->door)->household);
        gboolean after = visit->on >= household->last_contact_on;

        if (visit->outcome < 0 && after == (pass == 0))
          visit->outcome = choose_outcome (work, after);
      }
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  const Visit *x = a, *y = b;

  if (x->on != y->on)
    return x->on < y->on ? -1 : 1;
  if (x->door != y->door)
    return x->door < y->door ? -1 : 1;
  return (x->outcome > y->outcome) - (x->outcome < y->outcome);
}

#define PICK_FROM(plan, words) ((words)[bjt_demo_plan_pick (plan, G_N_ELEMENTS (words))])

static const char *
choose_note (BjtDemoPlan *plan,
             int          outcome,
             gboolean     care)
{
  switch (outcome)
    {
    case BJT_OUTCOME_MET:
      return care ? PICK_FROM (plan, notes_care) : PICK_FROM (plan, notes_met);
    case BJT_OUTCOME_PHONED:
      return PICK_FROM (plan, notes_phone);
    case BJT_OUTCOME_ABSENT:
      return PICK_FROM (plan, notes_absent);
    case BJT_OUTCOME_REFUSED:
      return PICK_FROM (plan, notes_refused);
    case BJT_OUTCOME_MOVED:
      return PICK_FROM (plan, notes_moved);
    default:
      return PICK_FROM (plan, notes_left);
    }
}

static int
choose_mode (BjtDemoPlan *plan,
             int          outcome)
{
  if (outcome == BJT_OUTCOME_PHONED)
    return bjt_demo_plan_chance (plan, 0.15) ? BJT_MODE_VIDEO : BJT_MODE_PHONE;
  return outcome == BJT_OUTCOME_MET && bjt_demo_plan_chance (plan, 0.07) ? BJT_MODE_OUTSIDE : BJT_MODE_HOME;
}

static gboolean
send_met (BjtDemoPlan            *plan,
          const BjtVisit         *visit,
          const BjtDemoHousehold *household)
{
  guint n = 1 + bjt_demo_plan_pick (plan, MIN (household->n_persons, 2));

  for (guint i = 0; i < n; i++)
    {
      BjtVisitPerson row = { .visit_id = visit->id, .person_id = bjt_demo_get (plan->persons, BjtDemoPerson, household->first_person + i)->id };

      bjt_demo_plan_make_key (plan, &row.id, visit->visited_on);
      if (!bjt_demo_plan_send (plan, &bjt_visit_person_type, &row))
        return FALSE;
    }
  return TRUE;
}

static gboolean
send_visit (BjtDemoPlan *plan,
            const Visit *visit)
{
  const BjtDemoDoor      *door = bjt_demo_get (plan->doors, BjtDemoDoor, visit->door);
  const BjtDemoBuilding  *building = bjt_demo_get (plan->buildings, BjtDemoBuilding, door->building);
  const BjtDemoHousehold *household = door->household != BJT_DEMO_NONE
                                        ? bjt_demo_get (plan->households, BjtDemoHousehold, door->household) : NULL;
  gboolean                care = household != NULL && household->cadence_days <= 31;
  BjtVisit                record = {
                   .door_id = door->id,
                   .staff_id = bjt_demo_get (plan->grids, BjtDemoGrid, building->grid)->worker_id,
                   .visited_on = visit->on,
                   .outcome = visit->outcome,
                   .purposes = (char *) (care ? PICK_FROM (plan, purposes_care) : PICK_FROM (plan, purposes)),
                   .note = (char *) choose_note (plan, visit->outcome, care),
                   .next_on = BJT_DATE_NONE,
                   .mode = choose_mode (plan, visit->outcome),
  };

  if (household != NULL && household->since_on <= visit->on)
    record.household_id = household->id;
  if (visit->outcome == BJT_OUTCOME_PHONED && visit->on > plan->as_of - 12)
    record.next_on = visit->on + 14;
  if (!bjt_demo_plan_chance (plan, DAY_ALONE))
    record.visited_at = bjt_time_from_local (visit->on, 8 * 60 + 40 + (int) bjt_demo_plan_pick (plan, 500));
  record.names_persons = care && visit->outcome == BJT_OUTCOME_MET && visit->on < household->last_contact_on && !bjt_uuid_is_nil (&record.household_id)
                         && bjt_demo_plan_chance (plan, NAMED);
  bjt_demo_plan_make_key (plan, &record.id, visit->on);
  return bjt_demo_plan_send (plan, &bjt_visit_type, &record) && (!record.names_persons || send_met (plan, &record, household));
}

gboolean
bjt_demo_visits_send (BjtDemoPlan *plan)
{
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_autoptr (GArray) contact_outcomes = NULL;
  g_autoptr (GArray) attempt_outcomes = NULL;
  Work               work = { .plan = plan, .visits = visits };

  bjt_demo_plan_start_subject (plan, SUBJECT_VISITS);
  work.contact_outcomes = contact_outcomes = list_outcomes (plan, TRUE);
  work.attempt_outcomes = attempt_outcomes = list_outcomes (plan, FALSE);
  add_last_contacts (&work);
  add_moved (&work);
  add_others (&work);
  g_array_sort (visits, compare_visits);
  for (guint i = 0; i < visits->len; i++)
    if (!send_visit (plan, bjt_demo_get (visits, Visit, i)))
      return FALSE;
  return TRUE;
}
