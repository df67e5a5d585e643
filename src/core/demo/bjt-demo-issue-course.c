/* bjt-demo-issue-course.c: the steps of an issue as the flow allows them, each at
 * an hour of work, and what follows from them: its clocks, its state, who is to
 * settle it. A path that the flow forbids is a mistake of this file. */
#include "bjt-demo-issue-course.h"

#include <string.h>

#include "rules/bjt-issue-clock.h"
#include "rules/bjt-issue-flow.h"

#define MORNING (8 * 60 + 10)
#define WORK_MINUTES 550
#define REPLY_DAYS 4
#define FOLLOW_UP_DAYS 3
#define POSTPONED_DAYS 10

typedef struct
{
  const BjtFlowStep  *step; /* NULL: it was reported */
  const BjtFlowState *from, *to;
  int                 from_box, box;
  gint64              at;
} Step;

/* A path as it was taken. */
typedef struct
{
  BjtDemoPlan         *plan;
  const BjtDemoCourse *course;
  BjtIssue            *issue;
  const BjtUuid       *merged_into;
  Step                 steps[BJT_DEMO_MOST_STEPS];
  guint                n;
  BjtWhistle           whistle;
  gboolean             has_whistle;
} Way;

/* Paths */

static const char *
choose_closed_path (BjtDemoPlan *plan,
                    gboolean     is_small)
{
  guint at = bjt_demo_plan_pick (plan, 100);

  if (is_small)
    return at < 55 ? "settle" : at < 90 ? "settle follow_up" : "refuse";
  if (at < 30)
    return "accept reply dispatch handle verify close";
  if (at < 60)
    return "accept reply dispatch handle verify close follow_up";
  if (at < 74)
    return "accept dispatch handle verify close follow_up";
  if (at < 80)
    return "accept reply dispatch wait end_wait handle verify close";
  if (at < 84)
    return "accept reply postpone dispatch handle verify close follow_up";
  if (at < 87)
    return "accept dispatch return dispatch handle close";
  if (at < 90)
    return "accept reply dispatch handle reject handle verify close";
  return at < 95 ? "settle" : "settle follow_up";
}

void
bjt_demo_course_choose_path (BjtDemoCourse *self,
                             BjtDemoPlan   *plan,
                             gboolean       is_small)
{
  static const char *const open_paths[BJT_N_ISSUE_STATUSES] = {
    "", "accept reply", "accept reply dispatch", "accept reply dispatch handle", "accept dispatch handle verify",
  };

  if (self->whistled_to != NULL)
    self->path = self->is_open ? "accept reply whistle" : "accept reply whistle arrive whistle_result close follow_up";
  else if (!self->is_open)
    self->path = choose_closed_path (plan, is_small);
  else
    {
      guint at = bjt_demo_plan_pick (plan, 100);

      self->path = open_paths[self->status];
      if (self->status == BJT_ISSUE_DISPATCHED && !self->is_overdue && at < 45)
        self->path = at < 15 ? "accept reply dispatch suspend" : at < 30 ? "accept reply dispatch wait" : "accept reply postpone dispatch";
    }
}

/* Steps */

static gint64
choose_moment (BjtDemoPlan *plan,
               BjtDate      day,
               guint        k,
               guint        n)
{
  guint slot = WORK_MINUTES / (n + 1);

  return bjt_time_from_local (day, MORNING + (int) (k * slot + bjt_demo_plan_pick (plan, slot - 1)));
}

static BjtDate
choose_day (Way         *self,
            const char  *code,
            guint        k,
            guint        n,
            BjtDate      before,
            BjtDate      end)
{
  const BjtDemoCourse *course = self->course;
  BjtDate              day = course->reported_on + (end - course->reported_on) * (BjtDate) k / (BjtDate) MAX (n, 1);

  if (g_str_equal (code, "follow_up"))
    return MIN (end + 1 + (BjtDate) bjt_demo_plan_pick (self->plan, FOLLOW_UP_DAYS), self->plan->as_of - 1);
  if (g_str_equal (code, "accept"))
    day = before + (bjt_demo_plan_chance (self->plan, 0.1) ? 1 : 0);
  else if (g_str_equal (code, "reply"))
    day = before + (BjtDate) bjt_demo_plan_pick (self->plan, REPLY_DAYS);
  day = MAX (day, before);
  return MIN (day, end);
}

static const BjtFlowStep *
find_step (const BjtFlowState *from,
           const char         *code)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  const BjtFlowStep  *step = bjt_issue_flow_find_step (flow, code);

  if (step == NULL || !bjt_issue_flow_allows (flow, from, step))
    g_error ("The flow has no step “%s” from “%s”", code, from->code);
  return step;
}

static void
walk (Way *self)
{
  const BjtIssueFlow  *flow = bjt_issue_flow_get_default ();
  const BjtDemoCourse *course = self->course;
  g_auto (GStrv)       codes = g_strsplit (course->path, " ", -1);
  guint                n = g_strv_length (codes);
  guint                n_until_closed = n > 0 && g_str_equal (codes[n - 1], "follow_up") ? n - 1 : n;
  const BjtFlowState  *state = bjt_issue_flow_get_first (flow), *before = NULL;
  BjtDate              day = course->reported_on, end = course->is_open ? self->plan->as_of - 1 : course->closed_on;

  self->steps[self->n++] = (Step) { .to = state, .at = choose_moment (self->plan, day, 0, n) };
  for (guint i = 0; i < n; i++)
    {
      Step *step = &self->steps[self->n++];

      step->step = find_step (state, codes[i]);
      step->from = state;
      step->from_box = bjt_issue_flow_get_box (flow, state, before);
      step->to = bjt_issue_flow_follow (flow, state, before, step->step);
      before = step->to->box < 0 ? (state->box < 0 ? before : state) : NULL;
      state = step->to;
      step->box = bjt_issue_flow_get_box (flow, state, before);
      day = choose_day (self, codes[i], i + 1, n_until_closed, day, end);
      step->at = choose_moment (self->plan, day, i + 1, n);
    }
  g_free (self->issue->state);
  self->issue->state = g_strdup (state->code);
  self->issue->state_before = before != NULL ? g_strdup (before->code) : NULL;
  self->issue->status = self->steps[self->n - 1].box;
}

/* What follows from them */

static void
find_pause (const Way     *self,
            BjtClockPause *pause)
{
  for (guint i = 1; i < self->n; i++)
    {
      const Step *step = self->steps + i;

      if (step->to->box < 0 && pause->from == 0)
        pause->from = step->at;
      else if (step->to->box >= 0 && pause->from != 0 && pause->to == 0)
        pause->to = step->at;
    }
}

static gint64
find_due (const Way    *self,
          BjtTimeLimit  limit)
{
  BjtClockPause        pause = { 0 };
  BjtIssueClock        clock = { .start = self->steps[0].at, .limit = limit, .pauses = &pause };
  BjtIssueClockReading reading;

  find_pause (self, &pause);
  clock.n_pauses = pause.from != 0;
  bjt_issue_clock_read (&clock, bjt_work_calendar_get_default (), bjt_time_from_local (self->plan->as_of, 8 * 60), &reading);
  return reading.due;
}

static int
get_due_days (const BjtDemoPlan *plan,
              const BjtIssue    *issue)
{
  for (guint i = 0; i < plan->issue_kinds->len; i++)
    if (bjt_uuid_equal (&((const BjtIssueKind *) plan->issue_kinds->pdata[i])->id, &issue->kind_id))
      return ((const BjtIssueKind *) plan->issue_kinds->pdata[i])->due_days;
  return 3;
}

static void
set_clocks (Way *self)
{
  BjtIssue    *issue = self->issue;
  const Step  *last = self->steps + self->n - 1;
  BjtTimeLimit reply = { 3, BJT_TIME_LIMIT_WORKING_DAYS }, close = { get_due_days (self->plan, issue), BJT_TIME_LIMIT_WORKING_DAYS };
  char         text[BJT_TIME_LIMIT_STRING_SIZE];

  issue->reported_at = self->steps[0].at;
  bjt_time_limit_format (reply, text);
  issue->reply_limit = g_strdup (text);
  bjt_time_limit_format (close, text);
  issue->close_limit = g_strdup (text);
  issue->reply_due_at = find_due (self, reply);
  issue->due_at = find_due (self, close);
  issue->due_on = bjt_time_get_local_date (issue->due_at);
  if (last->to->box < 0)
    {
      issue->paused_at = last->at;
      issue->due_on = BJT_DATE_NONE;
    }
}

static void
apply_steps (Way *self)
{
  BjtIssue *issue = self->issue;

  for (guint i = 1; i < self->n; i++)
    {
      const Step *step = self->steps + i;
      guint       effects = step->step->effects;

      if ((effects & BJT_FLOW_REPLIES) != 0 && issue->replied_at == 0)
        issue->replied_at = step->at;
      if ((effects & BJT_FLOW_POSTPONES) != 0)
        {
          issue->is_postponed = TRUE;
          issue->due_on += POSTPONED_DAYS;
          issue->due_at = bjt_time_from_local (issue->due_on + 1, 0) - 1;
        }
      if (step->to->is_ended && !step->from->is_ended)
        {
          issue->closed_at = step->at;
          issue->closed_on = bjt_time_get_local_date (step->at);
        }
      if ((effects & BJT_FLOW_RATES) != 0)
        issue->satisfaction = bjt_demo_plan_chance (self->plan, 0.62) ? 3 : bjt_demo_plan_chance (self->plan, 0.85) ? 2 : 1;
      if ((effects & BJT_FLOW_MERGES) != 0)
        issue->merged_into_id = *self->merged_into;
    }
}

/* Who is to settle it is known once it was dispatched, or settled here. */
static void
set_department (Way *self)
{
  const BjtUuid *partner = bjt_demo_plan_find_partner (self->plan, self->issue->department);

  if (strstr (self->course->path, "dispatch") == NULL && strstr (self->course->path, "whistle") == NULL && strstr (self->course->path, "settle") == NULL)
    g_clear_pointer (&self->issue->department, g_free);
  else if (partner != NULL)
    self->issue->partner_id = *partner;
}

/* Sending */

static void
prepare_whistle (Way *self)
{
  BjtWhistle *whistle = &self->whistle;

  for (guint i = 1; i < self->n; i++)
    {
      guint effects = self->steps[i].step->effects;

      if ((effects & BJT_FLOW_WHISTLES) != 0)
        {
          self->has_whistle = TRUE;
          bjt_demo_plan_make_key (self->plan, &whistle->id, bjt_time_get_local_date (self->steps[i].at));
          whistle->issue_id = self->issue->id;
          whistle->partner_id = *bjt_demo_plan_find_partner (self->plan, self->course->whistled_to);
          whistle->called_at = self->steps[i].at;
          whistle->arrive_due_at = bjt_time_from_local (bjt_time_get_local_date (self->steps[i].at) + 3, 0) - 1;
        }
      if ((effects & BJT_FLOW_ARRIVES) != 0)
        whistle->arrived_at = self->steps[i].at;
      if ((effects & BJT_FLOW_RESULTS) != 0)
        whistle->result = (char *) "已到场处置，现场清理完毕";
    }
}

static const char *
get_note (const Way  *self,
          const Step *step)
{
  static const struct
  {
    const char *code, *note;
  } notes[] = {
    { "accept", "社区受理" }, { "dispatch", "派单到责任单位" }, { "handle", "现场处置完毕，已拍照" }, { "verify", "网格员到场核查" },
    { "close", "已办结" }, { "settle", "当场办结" }, { "reply", "已电话告知办理安排" }, { "follow_up", "电话回访" },
    { "return", "不属本单位职责，退回" }, { "reject", "未处置到位，退回重办" }, { "refuse", "非社区职责，已说明并告知渠道" },
    { "postpone", "需协调施工，延期" }, { "suspend", "冬季不宜施工，挂起" }, { "wait", "等待配件到货" }, { "end_wait", "配件到货" },
    { "arrive", "已到场" }, { "whistle_result", "已到场处置，现场清理完毕" }, { "duplicate", "同一问题，并入" },
  };

  if (step->step == NULL)
    return self->issue->description;
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (g_str_equal (notes[i].code, step->step->code))
      return notes[i].note;
  return NULL;
}

static gboolean
send_step (Way        *self,
           const Step *step)
{
  static const guint of_whistle = BJT_FLOW_WHISTLES | BJT_FLOW_ARRIVES | BJT_FLOW_RESULTS;
  guint           effects = step->step != NULL ? step->step->effects : 0;
  g_autofree char *called = (effects & BJT_FLOW_WHISTLES) != 0 ? g_strdup_printf ("吹哨：请%s到场", self->course->whistled_to) : NULL;
  BjtIssueEvent   event = {
      .issue_id = self->issue->id, .happened_at = step->at, .step = (char *) (step->step != NULL ? step->step->code : "reported"),
      .from_status = step->from_box, .to_status = step->box, .staff_id = self->issue->staff_id,
      .note = called != NULL ? called : (char *) get_note (self, step),
      .from_state = step->from != NULL ? (char *) step->from->code : NULL, .to_state = (char *) step->to->code, .day = BJT_DATE_NONE,
  };

  if ((effects & (BJT_FLOW_WHISTLES | BJT_FLOW_RETURNS)) != 0 || (step->step != NULL && g_str_equal (step->step->code, "dispatch")))
    event.partner_id = self->issue->partner_id;
  if ((effects & of_whistle) != 0)
    event.other_id = self->whistle.id;
  if ((effects & BJT_FLOW_MERGES) != 0)
    event.other_id = *self->merged_into;
  if ((effects & BJT_FLOW_POSTPONES) != 0)
    event.day = self->issue->due_on;
  bjt_demo_plan_make_key (self->plan, &event.id, bjt_time_get_local_date (step->at));
  return bjt_demo_plan_send (self->plan, &bjt_issue_event_type, &event);
}

gboolean
bjt_demo_course_send_issue (const BjtDemoCourse *self,
                            BjtDemoPlan         *plan,
                            BjtIssue            *issue,
                            const BjtUuid       *merged_into)
{
  Way way = { .plan = plan, .course = self, .issue = issue, .merged_into = merged_into };

  walk (&way);
  set_clocks (&way);
  apply_steps (&way);
  set_department (&way);
  prepare_whistle (&way);
  if (!bjt_demo_plan_send (plan, &bjt_issue_type, issue))
    return FALSE;
  if (way.has_whistle && !bjt_demo_plan_send (plan, &bjt_whistle_type, &way.whistle))
    return FALSE;
  for (guint i = 0; i < way.n; i++)
    if (!send_step (&way, way.steps + i))
      return FALSE;
  return TRUE;
}
