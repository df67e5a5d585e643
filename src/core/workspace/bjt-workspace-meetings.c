/* bjt-workspace-meetings.c: a decision holds a meeting: from then on it is one that
 * took place. The subject of an action is the day of the meeting. */
#include "bjt-workspace-meetings.h"

#include "bjt-workspace-private.h"

#define MAX_TEXT 4000 /* characters */

/* Reading */

GPtrArray *
bjt_workspace_list_meetings (BjtWorkspace *self,
                             GError      **error)
{
  return bjt_store_list (self->store, &bjt_meeting_type, NULL, NULL, "held_on DESC, id DESC", 0, error);
}

GPtrArray *
bjt_workspace_list_topics (BjtWorkspace  *self,
                           const BjtUuid *meeting_id,
                           GError       **error)
{
  return bjt_store_list (self->store, &bjt_meeting_topic_type, meeting_id != NULL ? "meeting_id" : NULL, meeting_id, "position, id", 0, error);
}

GPtrArray *
bjt_workspace_list_meeting_tasks (BjtWorkspace *self,
                                  gboolean      open_only,
                                  GError      **error)
{
  GPtrArray *topics = bjt_store_list (self->store, &bjt_meeting_topic_type, NULL, NULL, "due_on, id", 0, error);

  for (guint i = topics != NULL ? topics->len : 0; i > 0; i--)
    {
      const BjtMeetingTopic *topic = topics->pdata[i - 1];

      if (topic->decision == NULL || topic->due_on == BJT_DATE_NONE || (open_only && topic->done_on != BJT_DATE_NONE))
        g_ptr_array_remove_index (topics, i - 1);
    }
  return topics;
}

/* Proposals */

typedef enum
{
  PRESSING_OVER,    /* over its time */
  PRESSING_WAITING, /* for somebody outside */
  PRESSING_RAISED,  /* to a tier above */
  PRESSING_PUT_OFF,
  NOT_PRESSING,
} Pressing;

/* Above the lowest tier */
static gboolean
is_raised (const char *tier)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();

  return g_strcmp0 (bjt_issue_flow_get_tier_above (flow, tier), bjt_issue_flow_get_tier_above (flow, NULL)) != 0;
}

static Pressing
get_pressing (const BjtPicture *picture,
              const BjtIssue   *issue)
{
  if (issue->paused_at != 0)
    return PRESSING_WAITING;
  if (bjt_picture_time_issue (picture, issue->due_on) == BJT_ISSUE_TIME_OVER)
    return PRESSING_OVER;
  if (is_raised (issue->tier))
    return PRESSING_RAISED;
  return issue->is_postponed ? PRESSING_PUT_OFF : NOT_PRESSING;
}

static int
compare_pressing (gconstpointer a,
                  gconstpointer b,
                  gpointer      picture)
{
  const BjtIssue *first = *(const BjtIssue *const *) a, *second = *(const BjtIssue *const *) b;
  Pressing        x = get_pressing (picture, first), y = get_pressing (picture, second);

  if (x != y)
    return x < y ? -1 : 1;
  return first->reported_on != second->reported_on ? (first->reported_on < second->reported_on ? -1 : 1) : g_strcmp0 (first->number, second->number);
}

/* Issues that are on the agenda of a meeting still to be held. */
static GHashTable *
list_planned (BjtWorkspace *self,
              GError      **error)
{
  g_autoptr (GPtrArray)  meetings = bjt_workspace_list_meetings (self, error);
  g_autoptr (GHashTable) planned = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);

  if (meetings == NULL)
    return NULL;
  for (guint m = 0; m < meetings->len; m++)
    {
      const BjtMeeting     *meeting = meetings->pdata[m];
      g_autoptr (GPtrArray) topics = meeting->is_held ? NULL : bjt_workspace_list_topics (self, &meeting->id, error);

      if (topics == NULL && !meeting->is_held)
        return NULL;
      for (guint i = 0; topics != NULL && i < topics->len; i++)
        g_hash_table_add (planned, g_memdup2 (&((const BjtMeetingTopic *) topics->pdata[i])->issue_id, sizeof (BjtUuid)));
    }
  return g_steal_pointer (&planned);
}

GPtrArray *
bjt_workspace_propose_topics (BjtWorkspace *self,
                              GError      **error)
{
  BjtPicture             *picture = bjt_workspace_get_picture (self);
  g_autoptr (GPtrArray)   issues = bjt_workspace_list_issues (self, NULL, TRUE, error);
  g_autoptr (GHashTable)  planned = issues != NULL ? list_planned (self, error) : NULL;

  if (planned == NULL)
    return NULL;
  for (guint i = issues->len; i > 0; i--)
    if (get_pressing (picture, issues->pdata[i - 1]) == NOT_PRESSING
        || g_hash_table_contains (planned, &((const BjtIssue *) issues->pdata[i - 1])->id))
      g_ptr_array_remove_index (issues, i - 1);
  g_ptr_array_sort_with_data (issues, compare_pressing, picture);
  return g_steal_pointer (&issues);
}

/* Meetings */

static BjtActionScope *
begin (BjtWorkspace     *self,
       const char       *kind,
       const BjtMeeting *meeting,
       GError          **error)
{
  g_autofree char *subject = meeting->held_on != BJT_DATE_NONE ? bjt_date_dup_string (meeting->held_on) : NULL;

  return bjt_workspace_begin (self, kind, subject, error);
}

static gboolean
is_too_long (const char *text)
{
  return text != NULL && g_utf8_strlen (text, -1) > MAX_TEXT;
}

static gboolean
check_meeting (BjtWorkspace     *self,
               const BjtMeeting *meeting,
               GError          **error)
{
  if (meeting->held_on == BJT_DATE_NONE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the meeting has no day; say when it is held");
  if (meeting->is_held && meeting->held_on > bjt_workspace_get_today (self))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a meeting of the future can't have been held");
  if (is_too_long (meeting->title) || is_too_long (meeting->note) || is_too_long (meeting->attendees))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a text of the meeting is too long; 4000 characters are the most");
  return TRUE;
}

gboolean
bjt_workspace_save_meeting (BjtWorkspace *self,
                            BjtMeeting   *meeting,
                            GError      **error)
{
  gboolean is_new = bjt_uuid_is_nil (&meeting->id);
  g_autoptr (BjtActionScope) scope = NULL;

  if (!check_meeting (self, meeting, error))
    return FALSE;
  scope = begin (self, is_new ? "plan-meeting" : "change-meeting", meeting, error);
  if (scope == NULL)
    return FALSE;
  bjt_workspace_init_key (self, &meeting->id);
  return (is_new ? bjt_store_insert : bjt_store_update) (self->store, &bjt_meeting_type, meeting, error)
         && bjt_workspace_finish_work (self, scope, error);
}

static gboolean
remove_topics (BjtWorkspace    *self,
               const GPtrArray *topics,
               GError         **error)
{
  for (guint i = 0; i < topics->len; i++)
    {
      const BjtMeetingTopic *topic = topics->pdata[i];

      if (topic->decision != NULL)
        return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "a meeting that decided something stays; undo its decisions first");
      if (!bjt_store_remove (self->store, &bjt_meeting_topic_type, &topic->id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_workspace_remove_meeting (BjtWorkspace  *self,
                              const BjtUuid *meeting_id,
                              GError       **error)
{
  g_autoptr (BjtMeeting)     meeting = bjt_store_get (self->store, &bjt_meeting_type, meeting_id, error);
  g_autoptr (GPtrArray)      topics = meeting != NULL ? bjt_workspace_list_topics (self, meeting_id, error) : NULL;
  g_autoptr (BjtActionScope) scope = topics != NULL ? begin (self, "remove-meeting", meeting, error) : NULL;

  return scope != NULL
         && remove_topics (self, topics, error)
         && bjt_store_remove (self->store, &bjt_meeting_type, meeting_id, error)
         && bjt_workspace_finish_work (self, scope, error);
}

/* Topics */

static gboolean
check_topic (const BjtMeetingTopic *topic,
             const GPtrArray       *others,
             GError               **error)
{
  if ((topic->title == NULL || *topic->title == '\0') && bjt_uuid_is_nil (&topic->issue_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a topic is an issue or has a title");
  if (is_too_long (topic->title))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the title of the topic is too long; 4000 characters are the most");
  for (guint i = 0; !bjt_uuid_is_nil (&topic->issue_id) && i < others->len; i++)
    if (bjt_uuid_equal (&((const BjtMeetingTopic *) others->pdata[i])->issue_id, &topic->issue_id))
      return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the issue is on the agenda of this meeting already");
  return TRUE;
}

static gboolean
write_topic (BjtWorkspace    *self,
             const BjtUuid   *meeting_id,
             BjtMeetingTopic *topic,
             int              position,
             GError         **error)
{
  g_autoptr (BjtIssue) issue = NULL;

  if (!bjt_uuid_is_nil (&topic->issue_id))
    {
      issue = bjt_workspace_get_issue (self, &topic->issue_id, error);
      if (issue == NULL)
        return FALSE;
      if (topic->title == NULL)
        topic->title = g_strdup (issue->title);
    }
  bjt_workspace_init_key (self, &topic->id);
  topic->meeting_id = *meeting_id;
  topic->position = position;
  return bjt_store_insert (self->store, &bjt_meeting_topic_type, topic, error);
}

/* Within an action: at the end of the agenda. */
static gboolean
write_topics (BjtWorkspace           *self,
              const BjtUuid          *meeting_id,
              BjtMeetingTopic *const *topics,
              guint                   n_topics,
              GError                **error)
{
  g_autoptr (GPtrArray) others = bjt_workspace_list_topics (self, meeting_id, error);
  int position = others != NULL && others->len > 0 ? ((const BjtMeetingTopic *) others->pdata[others->len - 1])->position : 0;

  for (guint i = 0; others != NULL && i < n_topics; i++)
    {
      if (!check_topic (topics[i], others, error) || !write_topic (self, meeting_id, topics[i], ++position, error))
        return FALSE;
      g_ptr_array_add (others, bjt_meeting_topic_copy (topics[i]));
    }
  return others != NULL;
}

gboolean
bjt_workspace_add_topics (BjtWorkspace           *self,
                          const BjtUuid          *meeting_id,
                          BjtMeetingTopic *const *topics,
                          guint                   n_topics,
                          GError                **error)
{
  g_autoptr (BjtMeeting)     meeting = bjt_store_get (self->store, &bjt_meeting_type, meeting_id, error);
  g_autoptr (BjtActionScope) scope = meeting != NULL ? begin (self, n_topics == 1 ? "add-topic" : "add-topics", meeting, error) : NULL;

  return scope != NULL && write_topics (self, meeting_id, topics, n_topics, error) && bjt_workspace_finish_work (self, scope, error);
}

gboolean
bjt_workspace_plan_meeting (BjtWorkspace           *self,
                            BjtMeeting             *meeting,
                            BjtMeetingTopic *const *topics,
                            guint                   n_topics,
                            GError                **error)
{
  g_autoptr (BjtActionScope) scope = check_meeting (self, meeting, error) ? begin (self, "plan-meeting", meeting, error) : NULL;

  if (scope == NULL)
    return FALSE;
  bjt_workspace_init_key (self, &meeting->id);
  return bjt_store_insert (self->store, &bjt_meeting_type, meeting, error)
         && write_topics (self, &meeting->id, topics, n_topics, error)
         && bjt_workspace_finish_work (self, scope, error);
}

/* The topic and its meeting, in an action of that kind. */
typedef struct
{
  BjtMeetingTopic *topic;
  BjtMeeting      *meeting;
  BjtActionScope  *scope;
} Change;

static void
change_clear (Change *self)
{
  g_clear_pointer (&self->topic, bjt_meeting_topic_free);
  g_clear_pointer (&self->meeting, bjt_meeting_free);
  g_clear_pointer (&self->scope, bjt_action_scope_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gboolean
change_begin (Change        *self,
              BjtWorkspace  *workspace,
              const char    *kind,
              const BjtUuid *topic_id,
              GError       **error)
{
  self->topic = bjt_store_get (workspace->store, &bjt_meeting_topic_type, topic_id, error);
  self->meeting = self->topic != NULL ? bjt_store_get (workspace->store, &bjt_meeting_type, &self->topic->meeting_id, error) : NULL;
  self->scope = self->meeting != NULL ? begin (workspace, kind, self->meeting, error) : NULL;
  return self->scope != NULL;
}

gboolean
bjt_workspace_move_topic (BjtWorkspace  *self,
                          const BjtUuid *topic_id,
                          int            steps,
                          GError       **error)
{
  g_auto (Change) change = { NULL };
  g_autoptr (GPtrArray) topics = NULL;
  guint from = 0, to;

  if (!change_begin (&change, self, "move-topic", topic_id, error))
    return FALSE;
  topics = bjt_workspace_list_topics (self, &change.meeting->id, error);
  if (topics == NULL)
    return FALSE;
  while (!bjt_uuid_equal (&((const BjtMeetingTopic *) topics->pdata[from])->id, topic_id))
    from++;
  to = (guint) CLAMP ((gint64) from + steps, 0, (gint64) topics->len - 1);
  g_ptr_array_insert (topics, (int) to, g_ptr_array_steal_index (topics, from));
  for (guint i = 0; i < topics->len; i++)
    {
      BjtMeetingTopic *topic = topics->pdata[i];

      if (topic->position == (int) i + 1)
        continue;
      topic->position = (int) i + 1;
      if (!bjt_store_update (self->store, &bjt_meeting_topic_type, topic, error))
        return FALSE;
    }
  return bjt_workspace_finish_work (self, change.scope, error);
}

gboolean
bjt_workspace_remove_topic (BjtWorkspace  *self,
                            const BjtUuid *topic_id,
                            GError       **error)
{
  g_auto (Change) change = { NULL };

  if (!change_begin (&change, self, "remove-topic", topic_id, error))
    return FALSE;
  if (change.topic->decision != NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "a topic that was decided stays in the minutes; undo the decision first");
  return bjt_store_remove (self->store, &bjt_meeting_topic_type, topic_id, error) && bjt_workspace_finish_work (self, change.scope, error);
}

/* Decisions */

static gboolean
check_decision (BjtWorkspace             *self,
                const BjtMeeting         *meeting,
                const BjtMeetingDecision *decision,
                GError                  **error)
{
  if (decision->decision == NULL || *decision->decision == '\0')
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "say what was decided");
  if (is_too_long (decision->decision))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the decision is too long; 4000 characters are the most");
  if (meeting->held_on > bjt_workspace_get_today (self))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the meeting is still to come; it can't have decided anything");
  if (decision->due_on != BJT_DATE_NONE && decision->due_on < meeting->held_on)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a task can't be due before the meeting that makes it");
  if (decision->votes_for < 0 || decision->votes_against < 0)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "votes can't be fewer than none");
  return TRUE;
}

static void
fill_decision (BjtMeetingTopic          *topic,
               const BjtMeetingDecision *decision)
{
  g_free (topic->decision);
  g_free (topic->responsible);
  topic->decision = g_strdup (decision->decision);
  topic->responsible = g_strdup (decision->responsible);
  topic->due_on = decision->due_on;
  topic->votes_for = decision->votes_for;
  topic->votes_against = decision->votes_against;
}

static gboolean
hold (BjtWorkspace *self,
      BjtMeeting   *meeting,
      GError      **error)
{
  if (meeting->is_held)
    return TRUE;
  meeting->is_held = TRUE;
  return bjt_store_update (self->store, &bjt_meeting_type, meeting, error);
}

/**
 * bjt_workspace_decide_topic:
 *
 * One action: the decision, and the step that the issue takes by it. Deciding
 * again takes the place of what was decided.
 */
gboolean
bjt_workspace_decide_topic (BjtWorkspace             *self,
                            const BjtUuid            *topic_id,
                            const BjtMeetingDecision *decision,
                            GError                  **error)
{
  g_auto (Change) change = { NULL };

  if (!change_begin (&change, self, "decide-topic", topic_id, error) || !check_decision (self, change.meeting, decision, error))
    return FALSE;
  fill_decision (change.topic, decision);
  if (!bjt_store_update (self->store, &bjt_meeting_topic_type, change.topic, error) || !hold (self, change.meeting, error))
    return FALSE;
  if (decision->step == NULL)
    return bjt_workspace_finish_work (self, change.scope, error);
  if (bjt_uuid_is_nil (&change.topic->issue_id))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "the topic is no issue that could take a step");
  return bjt_workspace_write_step (self, &change.topic->issue_id, decision->step, error) && bjt_workspace_finish_states (self, change.scope, error);
}

gboolean
bjt_workspace_finish_topic (BjtWorkspace  *self,
                            const BjtUuid *topic_id,
                            BjtDate        done_on,
                            GError       **error)
{
  g_auto (Change) change = { NULL };

  if (!change_begin (&change, self, done_on != BJT_DATE_NONE ? "finish-topic" : "reopen-topic", topic_id, error))
    return FALSE;
  if (change.topic->decision == NULL)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "nothing was decided on the topic, so nothing can be done");
  if (done_on != BJT_DATE_NONE && (done_on < change.meeting->held_on || done_on > bjt_workspace_get_today (self)))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "a task is done between the day of its meeting and today");
  change.topic->done_on = done_on;
  return bjt_store_update (self->store, &bjt_meeting_topic_type, change.topic, error) && bjt_workspace_finish_work (self, change.scope, error);
}
