/* bjt-workspace-issues.c: an issue is reported, then led step by step.
 *
 * A step is checked by the flow on the issue as it stands in the file within the
 * transaction, so that of two who take a step at once the second is told of the
 * first. What a step does besides is asked of its flags, never of its name. */
#include "bjt-workspace-issues.h"

#include "bjt-issue-timing.h"
#include "bjt-workspace-calendar.h"
#include "bjt-workspace-private.h"

static void
set_text (char      **text,
          const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

/* Reading */

BjtIssue *
bjt_workspace_find_issue (BjtWorkspace *self,
                          const char   *number,
                          GError      **error)
{
  g_autoptr (GPtrArray) issues = bjt_store_list_by_text (self->store, &bjt_issue_type, "number", number, error);

  if (issues != NULL && issues->len == 0)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no issue %s", number);
  return issues != NULL && issues->len > 0 ? bjt_issue_copy (issues->pdata[0]) : NULL;
}

static const BjtFlowState *
get_state (const BjtIssue *issue)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  const BjtFlowState *state = bjt_issue_flow_find_state (flow, issue->state);

  if (state == NULL)
    state = bjt_issue_flow_find_of_box (flow, issue->status);
  return state != NULL ? state : bjt_issue_flow_get_first (flow);
}

gboolean
bjt_workspace_read_clocks (BjtWorkspace         *self,
                           const BjtUuid        *issue_id,
                           BjtIssueClockReading *reply,
                           BjtIssueClockReading *close,
                           GError              **error)
{
  g_autoptr (BjtIssue) issue = bjt_workspace_get_issue (self, issue_id, error);
  g_autoptr (GPtrArray) events = issue != NULL ? bjt_workspace_list_issue_events (self, issue_id, error) : NULL;

  if (events == NULL)
    return FALSE;
  bjt_issue_timing_read_reply (issue, events, bjt_workspace_get_calendar (self), bjt_clock_get_now (&self->clock), reply);
  bjt_issue_timing_read_close (issue, events, bjt_workspace_get_calendar (self), bjt_clock_get_now (&self->clock), close);
  return TRUE;
}

char *
bjt_workspace_dup_issue_place (BjtWorkspace   *self,
                               const BjtIssue *issue)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  guint32           door = bjt_picture_find_door (picture, &issue->door_id);
  guint32           entrance = bjt_picture_find_entrance (picture, &issue->entrance_id);
  guint32           building = bjt_picture_find_building (picture, &issue->building_id);
  g_autofree char  *name = NULL;

  if (door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, door);
  if (entrance == BJT_NO_INDEX)
    return building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, building) : g_strdup (issue->place_note);
  name = bjt_picture_dup_building_name (picture, bjt_picture_get_entrance (picture, entrance)->building);
  return g_strdup_printf ("%s-%s", name, bjt_picture_get_entrance (picture, entrance)->label);
}

/* Reporting */

static gboolean
has_place (const BjtWorkspace *self,
           const BjtIssue     *issue,
           GError            **error)
{
  const struct
  {
    const BjtRecordType *type;
    const BjtUuid       *id;
    const char          *message;
  } names[] = {
    { &bjt_entrance_type, &issue->entrance_id, "the entrance of the issue is not there" },
    { &bjt_building_type, &issue->building_id, "the building of the issue is not there" },
    { &bjt_issue_kind_type, &issue->kind_id, "the kind of the issue is not there" },
    { &bjt_partner_type, &issue->partner_id, "the partner of the issue is not there" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (bjt_uuid_is_nil (names[i].id))
        continue;
      found = bjt_store_list (self->store, names[i].type, "id", names[i].id, "id", 1, error);
      if (found == NULL)
        return FALSE;
      if (found->len == 0)
        return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, names[i].message);
    }
  return TRUE;
}

gboolean
bjt_workspace_check_issue (BjtWorkspace   *self,
                           const BjtIssue *issue,
                           GError        **error)
{
  BjtDate today = bjt_clock_get_today (&self->clock);

  if (issue->title == NULL || *issue->title == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the issue has no title; say in a few words what is wrong");
  if (!bjt_uuid_is_nil (&issue->door_id) && bjt_picture_find_door (bjt_workspace_get_picture (self), &issue->door_id) == BJT_NO_INDEX)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_NOT_FOUND, "the door of the issue is not there");
  if (issue->reported_on != BJT_DATE_NONE && issue->reported_on > today)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "an issue can't be reported in the future");
  if (issue->reported_at > bjt_clock_get_now (&self->clock))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "an issue can't be reported in the future");
  if (issue->quantity < 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the quantity of the issue can't be negative");
  return has_place (self, issue, error);
}

static gboolean
append_event (BjtWorkspace   *self,
              const BjtIssue *issue,
              BjtIssueEvent  *event,
              GError        **error)
{
  bjt_workspace_init_key (self, &event->id);
  event->issue_id = issue->id;
  event->happened_at = bjt_clock_get_now (&self->clock);
  event->to_status = issue->status;
  event->to_state = g_strdup (issue->state);
  event->staff_id = self->staff_id;
  return bjt_store_insert (self->store, &bjt_issue_event_type, event, error);
}

/* 2026-0031: the next free number of the year. */
static char *
dup_next_number (BjtWorkspace *self,
                 BjtDate       day,
                 GError      **error)
{
  char  date[BJT_DATE_STRING_SIZE];
  guint highest;

  bjt_date_format (day, date);
  date[5] = '\0';
  return bjt_store_find_highest (self->store, &bjt_issue_type, date, &highest, error) ? g_strdup_printf ("%s%04u", date, highest + 1) : NULL;
}

gboolean
bjt_workspace_write_issue (BjtWorkspace *self,
                           BjtIssue     *issue,
                           GError      **error)
{
  const BjtFlowState *first = bjt_issue_flow_get_first (bjt_issue_flow_get_default ());
  g_autoptr (BjtIssueEvent) event = bjt_issue_event_new ();
  g_autoptr (BjtIssueKind) kind = NULL;

  bjt_workspace_init_key (self, &issue->id);
  if (!bjt_uuid_is_nil (&issue->kind_id))
    kind = bjt_store_get (self->store, &bjt_issue_kind_type, &issue->kind_id, NULL);
  if (issue->reported_on == BJT_DATE_NONE)
    issue->reported_on = bjt_clock_get_today (&self->clock);
  bjt_issue_timing_begin (issue, kind, bjt_workspace_get_calendar (self), bjt_clock_get_today (&self->clock), bjt_clock_get_now (&self->clock));
  if (issue->number == NULL)
    issue->number = dup_next_number (self, issue->reported_on, error);
  if (bjt_uuid_is_nil (&issue->staff_id))
    issue->staff_id = self->staff_id;
  if (issue->reporter == NULL)
    issue->reporter = g_strdup (self->staff_name);
  issue->status = first->box;
  set_text (&issue->state, first->code);
  event->step = g_strdup ("reported");
  event->from_status = issue->status;
  event->note = g_strdup (issue->description);
  return issue->number != NULL && bjt_store_insert (self->store, &bjt_issue_type, issue, error) && append_event (self, issue, event, error);
}

/**
 * bjt_workspace_report_issue:
 * @issue: gets key, number, date, deadline and staff where they are unknown
 */
gboolean
bjt_workspace_report_issue (BjtWorkspace *self,
                            BjtIssue     *issue,
                            GError      **error)
{
  g_autoptr (BjtActionScope) scope = NULL;
  g_autofree char *subject = NULL;
  guint32 door = bjt_picture_find_door (bjt_workspace_get_picture (self), &issue->door_id);

  if (!bjt_workspace_check_issue (self, issue, error))
    return FALSE;
  subject = door != BJT_NO_INDEX ? bjt_picture_dup_door_name (bjt_workspace_get_picture (self), door) : NULL;
  scope = bjt_workspace_begin (self, "report-issue", subject, error);
  return scope != NULL && bjt_workspace_write_issue (self, issue, error) && bjt_workspace_finish_states (self, scope, error);
}

/* One step */

typedef struct
{
  /* Borrowed */
  BjtWorkspace       *workspace;
  const BjtIssueStep *wanted;
  const BjtFlowState *from;
  const BjtFlowStep  *step;

  /* Owned */
  BjtIssue      *issue;
  BjtIssue      *other;   /* NULL: none */
  BjtPartner    *partner; /* NULL: none */
  BjtIssueEvent *event;
} Taking;

static void
clear_taking (Taking *self)
{
  g_clear_pointer (&self->issue, bjt_issue_free);
  g_clear_pointer (&self->other, bjt_issue_free);
  g_clear_pointer (&self->partner, bjt_partner_free);
  g_clear_pointer (&self->event, bjt_issue_event_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Taking, clear_taking)

static gboolean
refuse_conflict (const Taking *self,
                 GError      **error)
{
  g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (self->workspace, &self->issue->id, NULL);
  const BjtIssueEvent *last = events != NULL && events->len > 0 ? events->pdata[events->len - 1] : NULL;

  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_CONFLICT, "issue %s is no longer “%s” but “%s”: “%s” was done meanwhile; look again",
               self->issue->number, self->wanted->state, self->from->code, last != NULL ? last->step : "?");
  return FALSE;
}

static gboolean
read_named (Taking  *self,
            GError **error)
{
  const BjtIssueStep *wanted = self->wanted;
  BjtStore           *store = self->workspace->store;

  if (!bjt_uuid_is_nil (&wanted->partner_id))
    self->partner = bjt_store_get (store, &bjt_partner_type, &wanted->partner_id, error);
  if (!bjt_uuid_is_nil (&wanted->other_id))
    self->other = bjt_store_get (store, &bjt_issue_type, &wanted->other_id, error);
  return (bjt_uuid_is_nil (&wanted->partner_id) || self->partner != NULL) && (bjt_uuid_is_nil (&wanted->other_id) || self->other != NULL);
}

static gboolean
check_merge (const Taking *self,
             GError      **error)
{
  if (bjt_uuid_equal (&self->other->id, &self->issue->id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "an issue can't be merged with itself");
  if (!get_state (self->other)->is_ended)
    return TRUE;
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "issue %s is “%s”; merge with one that is open",
               self->other->number, get_state (self->other)->code);
  return FALSE;
}

static gboolean
check_step (Taking  *self,
            GError **error)
{
  const BjtIssueStep *wanted = self->wanted;
  g_autoptr (GError)  failure = NULL;
  BjtFlowFacts        facts = {
           .note = wanted->note, .has_partner = self->partner != NULL, .day = wanted->day, .has_other = self->other != NULL,
           .satisfaction = wanted->satisfaction, .today = bjt_clock_get_today (&self->workspace->clock),
           .due_on = self->issue->due_on, .tier = self->issue->tier,
  };

  if (!bjt_issue_flow_check (bjt_issue_flow_get_default (), self->from, self->step, &facts, &failure))
    {
      g_set_error (error, BJT_WORKSPACE_ERROR,
                   g_error_matches (failure, BJT_ISSUE_FLOW_ERROR, BJT_ISSUE_FLOW_ERROR_MISSING) ? BJT_WORKSPACE_ERROR_INVALID : BJT_WORKSPACE_ERROR_REFUSED,
                   "issue %s: %s", self->issue->number, failure->message);
      return FALSE;
    }
  return (self->step->effects & BJT_FLOW_MERGES) == 0 || check_merge (self, error);
}

/* Whistles */

/* The last call that nobody refused and that has no result yet. */
static BjtWhistle *
find_open_whistle (Taking  *self,
                   GError **error)
{
  g_autoptr (GPtrArray) whistles = bjt_workspace_list_whistles (self->workspace, &self->issue->id, error);

  for (guint i = whistles != NULL ? whistles->len : 0; i > 0; i--)
    {
      const BjtWhistle *whistle = whistles->pdata[i - 1];

      if (whistle->refused_at == 0 && whistle->result == NULL)
        return bjt_whistle_copy (whistle);
    }
  return NULL;
}

static gboolean
call_partner (Taking  *self,
              GError **error)
{
  g_autoptr (BjtWhistle) whistle = bjt_whistle_new ();
  BjtDate day = self->wanted->day;

  bjt_workspace_init_key (self->workspace, &whistle->id);
  whistle->issue_id = self->issue->id;
  whistle->partner_id = self->partner->id;
  whistle->called_at = bjt_clock_get_now (&self->workspace->clock);
  whistle->arrive_due_at = day != BJT_DATE_NONE ? bjt_time_from_local (day + 1, 0) - 1 : 0;
  self->event->other_id = whistle->id;
  return bjt_store_insert (self->workspace->store, &bjt_whistle_type, whistle, error);
}

static gboolean
answer_call (Taking  *self,
             GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (BjtWhistle) whistle = find_open_whistle (self, &failure);
  guint  effects = self->step->effects;
  gint64 now = bjt_clock_get_now (&self->workspace->clock);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (whistle == NULL)
    return (effects & BJT_FLOW_RETURNS) != 0 || bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "no department has been called that has not answered yet");
  if ((effects & BJT_FLOW_RETURNS) != 0)
    whistle->refused_at = now;
  else if (whistle->arrived_at == 0)
    whistle->arrived_at = now;
  if ((effects & BJT_FLOW_RESULTS) != 0)
    set_text (&whistle->result, self->wanted->note);
  self->event->other_id = whistle->id;
  return bjt_store_update (self->workspace->store, &bjt_whistle_type, whistle, error);
}

/* What a step does to the issue */

static void
move_issue (Taking *self)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  BjtIssue           *issue = self->issue;
  const BjtFlowState *before = bjt_issue_flow_find_state (flow, issue->state_before);
  const BjtFlowState *to = bjt_issue_flow_follow (flow, self->from, before, self->step);
  gint64              now = bjt_clock_get_now (&self->workspace->clock);

  if (to == self->from)
    return;
  if (to->box < 0)
    before = self->from;
  set_text (&issue->state_before, to->box < 0 ? before->code : NULL);
  set_text (&issue->state, to->code);
  issue->status = bjt_issue_flow_get_box (flow, to, before);
  issue->paused_at = to->stops_clock && !to->is_ended ? now : 0;
  if (to->is_ended && self->from->box < 0 && issue->due_at != 0)
    issue->due_on = bjt_time_get_local_date (issue->due_at);
  if (to->is_ended && !self->from->is_ended)
    {
      issue->closed_on = bjt_clock_get_today (&self->workspace->clock);
      issue->closed_at = now;
    }
  else if (!to->is_ended)
    {
      issue->closed_on = BJT_DATE_NONE;
      issue->closed_at = 0;
      issue->merged_into_id = BJT_UUID_NIL;
      issue->satisfaction = 0;
    }
}

static void
assign (Taking *self)
{
  BjtIssue *issue = self->issue;
  guint     effects = self->step->effects;

  if ((effects & BJT_FLOW_RETURNS) != 0)
    {
      self->event->partner_id = issue->partner_id; /* who did not take it stays in the trace */
      issue->partner_id = BJT_UUID_NIL;
      set_text (&issue->department, NULL);
    }
  else if (self->partner != NULL)
    {
      self->event->partner_id = self->partner->id;
      if ((effects & (BJT_FLOW_ASSIGNS | BJT_FLOW_WHISTLES)) == 0)
        return;
      issue->partner_id = self->partner->id;
      set_text (&issue->department, self->partner->name);
    }
}

static gboolean
follows_another (const BjtFlowStep *step)
{
  guint              n;
  const BjtFlowStep *steps = bjt_issue_flow_get_steps (bjt_issue_flow_get_default (), &n);

  for (guint i = 0; i < n; i++)
    if (steps[i].next == step)
      return TRUE;
  return FALSE;
}

static void
set_next_step (Taking *self)
{
  const BjtFlowStep *next = self->step->next;

  if (next == NULL && !follows_another (self->step))
    return;
  set_text (&self->issue->next_step, next != NULL ? next->code : NULL);
  self->issue->next_step_on = next != NULL ? self->wanted->day : BJT_DATE_NONE;
}

static void
change_issue (Taking *self)
{
  BjtIssue           *issue = self->issue;
  const BjtIssueStep *wanted = self->wanted;
  guint               effects = self->step->effects;

  move_issue (self);
  assign (self);
  set_next_step (self);
  if ((effects & BJT_FLOW_REPLIES) != 0 && issue->replied_at == 0)
    issue->replied_at = bjt_clock_get_now (&self->workspace->clock);
  if ((effects & BJT_FLOW_POSTPONES) != 0)
    {
      issue->due_on = wanted->day;
      issue->due_at = bjt_time_from_local (wanted->day + 1, 0) - 1;
      issue->is_postponed = TRUE;
    }
  if ((effects & BJT_FLOW_RAISES) != 0)
    set_text (&issue->tier, bjt_issue_flow_get_tier_above (bjt_issue_flow_get_default (), issue->tier));
  if ((effects & BJT_FLOW_MERGES) != 0)
    issue->merged_into_id = self->event->other_id = self->other->id;
  if ((effects & BJT_FLOW_RATES) != 0)
    issue->satisfaction = wanted->satisfaction;
}

static gboolean
write_step (Taking  *self,
            GError **error)
{
  BjtWorkspace *workspace = self->workspace;
  BjtIssue     *issue = self->issue;
  guint         effects = self->step->effects;
  gboolean      resumes = self->from->stops_clock;

  self->event = bjt_issue_event_new ();
  self->event->step = g_strdup (self->step->code);
  self->event->note = g_strdup (self->wanted->note);
  self->event->day = self->wanted->day;
  self->event->from_status = issue->status;
  self->event->from_state = g_strdup (self->from->code);
  change_issue (self);
  if ((effects & BJT_FLOW_WHISTLES) != 0 && !call_partner (self, error))
    return FALSE;
  if ((effects & (BJT_FLOW_ARRIVES | BJT_FLOW_RESULTS | BJT_FLOW_RETURNS)) != 0 && !answer_call (self, error))
    return FALSE;
  if (!append_event (workspace, issue, self->event, error))
    return FALSE;
  if (get_state (issue)->box < 0)
    bjt_issue_timing_pause (issue);
  if (resumes && !get_state (issue)->stops_clock)
    {
      g_autoptr (GPtrArray) events = bjt_workspace_list_issue_events (workspace, &issue->id, error);

      if (events == NULL)
        return FALSE;
      bjt_issue_timing_resume (issue, events, bjt_workspace_get_calendar (workspace));
    }
  return bjt_store_update (workspace->store, &bjt_issue_type, issue, error);
}

gboolean
bjt_workspace_write_step (BjtWorkspace       *self,
                          const BjtUuid      *issue_id,
                          const BjtIssueStep *step,
                          GError            **error)
{
  g_auto (Taking) taking = { .workspace = self, .wanted = step };

  taking.issue = bjt_workspace_get_issue (self, issue_id, error);
  if (taking.issue == NULL)
    return FALSE;
  taking.from = get_state (taking.issue);
  taking.step = bjt_issue_flow_find_step (bjt_issue_flow_get_default (), step->code);
  if (taking.step == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the flow has no such step");
  if (step->state != NULL && g_strcmp0 (step->state, taking.from->code) != 0)
    return refuse_conflict (&taking, error);
  return read_named (&taking, error) && check_step (&taking, error) && write_step (&taking, error);
}

/**
 * bjt_workspace_take_step:
 *
 * One action: the step is appended, and the issue moved with its clocks. Refused
 * with BJT_WORKSPACE_ERROR_CONFLICT when it is not in the state the caller saw.
 */
gboolean
bjt_workspace_take_step (BjtWorkspace       *self,
                         const BjtUuid      *issue_id,
                         const BjtIssueStep *step,
                         GError            **error)
{
  g_autoptr (BjtIssue) seen = bjt_workspace_get_issue (self, issue_id, error);
  g_autoptr (BjtActionScope) scope = seen != NULL ? bjt_workspace_begin (self, "advance-issue", seen->number, error) : NULL;

  return scope != NULL && bjt_workspace_write_step (self, issue_id, step, error) && bjt_workspace_finish_states (self, scope, error);
}

/* The first step of the flow that leads to a box and needs nothing but a note. */
static const BjtFlowStep *
find_step_to (const BjtIssue *issue,
              int             box,
              const char     *note)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  const BjtFlowState *from = get_state (issue);
  g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (flow, from);
  BjtFlowFacts facts = { .note = note, .day = BJT_DATE_NONE, .due_on = BJT_DATE_NONE };

  for (guint i = 0; i < steps->len && box != issue->status; i++)
    {
      const BjtFlowStep *step = steps->pdata[i];

      if (step->target == BJT_FLOW_TO_STATE && step->to->box == box && bjt_issue_flow_check (flow, from, step, &facts, NULL))
        return step;
    }
  return NULL;
}

/**
 * bjt_workspace_advance_issue:
 * @to_status: BjtIssueStatus
 * @note: (nullable): what was done
 *
 * The plainest step of the flow to that box.
 */
gboolean
bjt_workspace_advance_issue (BjtWorkspace  *self,
                             const BjtUuid *issue_id,
                             int            to_status,
                             const char    *note,
                             GError       **error)
{
  g_autoptr (BjtIssue) issue = bjt_workspace_get_issue (self, issue_id, error);
  const BjtFlowState *to = bjt_issue_flow_find_of_box (bjt_issue_flow_get_default (), to_status);
  const BjtFlowStep  *step = issue != NULL ? find_step_to (issue, to_status, note) : NULL;
  BjtIssueStep        wanted = BJT_ISSUE_STEP_INIT;

  if (issue == NULL)
    return FALSE;
  if (step == NULL)
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "issue %s is %s; it can't become %s from there%s",
                   issue->number, get_state (issue)->code, to != NULL ? to->code : "that", note == NULL ? " without a note" : "");
      return FALSE;
    }
  wanted.code = step->code;
  wanted.state = issue->state;
  wanted.note = note;
  return bjt_workspace_take_step (self, issue_id, &wanted, error);
}

/* Duplicates */

static gboolean
is_near (const BjtIssue *a,
         const BjtIssue *b)
{
  return (!bjt_uuid_is_nil (&a->door_id) && bjt_uuid_equal (&a->door_id, &b->door_id))
         || (!bjt_uuid_is_nil (&a->entrance_id) && bjt_uuid_equal (&a->entrance_id, &b->entrance_id))
         || (!bjt_uuid_is_nil (&a->building_id) && bjt_uuid_equal (&a->building_id, &b->building_id));
}

/**
 * bjt_workspace_list_duplicates:
 *
 * Same kind at the same door, entrance or building (repeated appeals, domain.md
 * B.10); @issue need not be reported yet.
 */
GPtrArray *
bjt_workspace_list_duplicates (BjtWorkspace   *self,
                               const BjtIssue *issue,
                               GError        **error)
{
  BjtDate    until = issue->reported_on != BJT_DATE_NONE ? issue->reported_on : bjt_clock_get_today (&self->clock);
  GPtrArray *issues = bjt_store_list (self->store, &bjt_issue_type, "kind_id", &issue->kind_id, "reported_on DESC, number DESC", 0, error);

  for (guint i = issues != NULL ? issues->len : 0; i > 0; i--)
    {
      const BjtIssue *other = issues->pdata[i - 1];

      if (bjt_uuid_equal (&other->id, &issue->id) || !is_near (other, issue) || get_state (other)->is_ended
          || other->reported_on > until || other->reported_on < until - 90)
        g_ptr_array_remove_index (issues, i - 1);
    }
  return issues;
}
