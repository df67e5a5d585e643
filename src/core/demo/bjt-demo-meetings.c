/* bjt-demo-meetings.c: a meeting of the neighbours each quarter, about what they
 * have to agree on; the next one is planned. */
#include "bjt-demo-plan.h"

enum { SUBJECT_MEETINGS = 11 };

#define N_MEETINGS 8
#define FIRST_BEFORE 19 /* days before today */
#define QUARTER_DAYS 91
#define MOST_TOPICS 3

static gboolean
send_topic (BjtDemoPlan         *plan,
            const BjtMeeting    *meeting,
            const BjtDemoMatter *matter,
            int                  position)
{
  BjtMeetingTopic topic = {
    .meeting_id = meeting->id, .issue_id = matter->issue_id, .position = position, .title = (char *) matter->title,
    .due_on = BJT_DATE_NONE, .done_on = BJT_DATE_NONE,
  };

  if (meeting->is_held)
    {
      topic.decision = (char *) "同意按户分摊，物业组织施工，网格员公示";
      topic.votes_for = 9 + (int) bjt_demo_plan_pick (plan, 8);
      topic.votes_against = (int) bjt_demo_plan_pick (plan, 3);
      topic.responsible = (char *) "物业";
      topic.due_on = meeting->held_on + 30;
      if (topic.due_on < plan->as_of)
        topic.done_on = meeting->held_on + 12 + (BjtDate) bjt_demo_plan_pick (plan, 18);
    }
  bjt_demo_plan_make_key (plan, &topic.id, meeting->is_held ? meeting->held_on : plan->as_of - 1);
  return bjt_demo_plan_send (plan, &bjt_meeting_topic_type, &topic);
}

static gboolean
send_meeting (BjtDemoPlan *plan,
              BjtDate      day)
{
  gboolean   is_held = day < plan->as_of;
  int        position = 0;
  BjtMeeting meeting = {
    .kind = (char *) "民情联席会", .title = (char *) "季度民情联席会", .held_on = day, .place = (char *) "社区会议室",
    .chair = (char *) bjt_demo_staff_get_deputy (plan), .attendees = (char *) "居民代表、物业、网格员", .is_held = is_held,
  };

  bjt_demo_plan_make_key (plan, &meeting.id, MIN (day, plan->as_of - 1));
  if (!bjt_demo_plan_send (plan, &bjt_meeting_type, &meeting))
    return FALSE;
  for (guint i = 0; i < plan->matters->len && position < MOST_TOPICS; i++)
    {
      const BjtDemoMatter *matter = bjt_demo_get (plan->matters, BjtDemoMatter, i);

      if (matter->reported_on < day && matter->reported_on >= day - QUARTER_DAYS && !send_topic (plan, &meeting, matter, position++))
        return FALSE;
    }
  return TRUE;
}

gboolean
bjt_demo_meetings_send (BjtDemoPlan *plan)
{
  bjt_demo_plan_start_subject (plan, SUBJECT_MEETINGS);
  for (int i = N_MEETINGS - 1; i >= -1; i--)
    if (!send_meeting (plan, plan->as_of - FIRST_BEFORE - i * QUARTER_DAYS))
      return FALSE;
  return TRUE;
}
