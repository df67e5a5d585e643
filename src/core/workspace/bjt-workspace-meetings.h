/* bjt-workspace-meetings.h: meetings about issues (民情联席会, 议事会): an agenda of
 * issues and of matters of its own, decisions, and the tasks they make.
 *
 * Every action is one undo step.
 */
#pragma once

#include "bjt-workspace-issues.h"

G_BEGIN_DECLS

/* What was decided on one topic; with a day it is a task until it is done. */
typedef struct
{
  const char         *decision;
  const char         *responsible;   /* NULL: nobody in particular */
  BjtDate             due_on;        /* BJT_DATE_NONE: no task */
  int                 votes_for;
  int                 votes_against;
  const BjtIssueStep *step;          /* of the issue, in the same action; NULL: none */
} BjtMeetingDecision;
#define BJT_MEETING_DECISION_INIT { .due_on = BJT_DATE_NONE }

/* Reading; arrays are owned by the caller and free their records */
GPtrArray *bjt_workspace_list_meetings (BjtWorkspace *self, GError **error); /* BjtMeeting, the last day first */
GPtrArray *bjt_workspace_list_topics (BjtWorkspace *self, const BjtUuid *meeting_id, GError **error); /* BjtMeetingTopic, in order; NULL: all */
GPtrArray *bjt_workspace_list_meeting_tasks (BjtWorkspace *self, gboolean open_only, GError **error); /* BjtMeetingTopic decided with a day, by it */
GPtrArray *bjt_workspace_propose_topics (BjtWorkspace *self, GError **error); /* BjtIssue that want talking over: over their time, waiting, handed up, put off; the most pressing first */

/* Actions */
gboolean bjt_workspace_plan_meeting (BjtWorkspace *self, BjtMeeting *meeting, BjtMeetingTopic *const *topics, guint n_topics, GError **error); /* a new one with its agenda */
gboolean bjt_workspace_save_meeting (BjtWorkspace *self, BjtMeeting *meeting, GError **error); /* NIL key: a new one */
gboolean bjt_workspace_remove_meeting (BjtWorkspace *self, const BjtUuid *meeting_id, GError **error); /* one without decisions */
gboolean bjt_workspace_add_topics (BjtWorkspace *self, const BjtUuid *meeting_id, BjtMeetingTopic *const *topics, guint n_topics, GError **error); /* at the end; each gets its key */
gboolean bjt_workspace_move_topic (BjtWorkspace *self, const BjtUuid *topic_id, int steps, GError **error); /* positive: down */
gboolean bjt_workspace_remove_topic (BjtWorkspace *self, const BjtUuid *topic_id, GError **error); /* one without a decision */
gboolean bjt_workspace_decide_topic (BjtWorkspace *self, const BjtUuid *topic_id, const BjtMeetingDecision *decision, GError **error);
gboolean bjt_workspace_finish_topic (BjtWorkspace *self, const BjtUuid *topic_id, BjtDate done_on, GError **error); /* NONE: open again */

G_END_DECLS
