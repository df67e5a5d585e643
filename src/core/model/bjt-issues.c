/* bjt-issues.c: the records of issues: which member is kept in which column. */
#include "bjt-issues.h"

static const BjtField issue_kind_fields[] = {
  BJT_FIELD (BjtIssueKind, id, UUID),
  BJT_FIELD (BjtIssueKind, parent_id, UUID),
  BJT_FIELD (BjtIssueKind, code, TEXT),
  BJT_FIELD (BjtIssueKind, name, TEXT),
  BJT_FIELD (BjtIssueKind, unit, TEXT),
  BJT_FIELD (BjtIssueKind, position, INT),
  BJT_FIELD (BjtIssueKind, due_days, INT),
  BJT_FIELD (BjtIssueKind, reply_limit, TEXT),
  BJT_FIELD (BjtIssueKind, close_limit, TEXT),
};
BJT_DEFINE_RECORD (BjtIssueKind, bjt_issue_kind, "issue_kind", issue_kind_fields)

static const BjtField issue_fields[] = {
  BJT_FIELD (BjtIssue, id, UUID),
  BJT_FIELD (BjtIssue, number, TEXT),
  BJT_FIELD (BjtIssue, kind_id, UUID),
  BJT_FIELD (BjtIssue, title, TEXT),
  BJT_FIELD (BjtIssue, description, TEXT),
  BJT_FIELD (BjtIssue, source, TEXT),
  BJT_FIELD (BjtIssue, tier, TEXT),
  BJT_FIELD (BjtIssue, status, INT),
  BJT_FIELD (BjtIssue, door_id, UUID),
  BJT_FIELD (BjtIssue, entrance_id, UUID),
  BJT_FIELD (BjtIssue, building_id, UUID),
  BJT_FIELD (BjtIssue, place, GEOMETRY),
  BJT_FIELD (BjtIssue, staff_id, UUID),
  BJT_FIELD (BjtIssue, department, TEXT),
  BJT_FIELD (BjtIssue, quantity, REAL),
  BJT_FIELD (BjtIssue, reported_on, DATE),
  BJT_FIELD (BjtIssue, due_on, DATE),
  BJT_FIELD (BjtIssue, closed_on, DATE),
  BJT_FIELD (BjtIssue, state, TEXT),
  BJT_FIELD (BjtIssue, state_before, TEXT),
  BJT_FIELD (BjtIssue, reported_at, TIME),
  BJT_FIELD (BjtIssue, reply_limit, TEXT),
  BJT_FIELD (BjtIssue, close_limit, TEXT),
  BJT_FIELD (BjtIssue, reply_due_at, TIME),
  BJT_FIELD (BjtIssue, due_at, TIME),
  BJT_FIELD (BjtIssue, replied_at, TIME),
  BJT_FIELD (BjtIssue, closed_at, TIME),
  BJT_FIELD (BjtIssue, paused_at, TIME),
  BJT_FIELD (BjtIssue, is_postponed, BOOL),
  BJT_FIELD (BjtIssue, merged_into_id, UUID),
  BJT_FIELD (BjtIssue, visit_id, UUID),
  BJT_FIELD (BjtIssue, patrol_id, UUID),
  BJT_FIELD (BjtIssue, person_id, UUID),
  BJT_FIELD (BjtIssue, caller, TEXT),
  BJT_FIELD (BjtIssue, caller_phone, TEXT),
  BJT_FIELD (BjtIssue, place_note, TEXT),
  BJT_FIELD (BjtIssue, partner_id, UUID),
  BJT_FIELD (BjtIssue, finder, TEXT),
  BJT_FIELD (BjtIssue, reporter, TEXT),
  BJT_FIELD (BjtIssue, responsible, TEXT),
  BJT_FIELD (BjtIssue, solver, TEXT),
  BJT_FIELD (BjtIssue, supervisor, TEXT),
  BJT_FIELD (BjtIssue, satisfaction, INT),
  BJT_FIELD (BjtIssue, next_step, TEXT),
  BJT_FIELD (BjtIssue, next_step_on, DATE),
  BJT_FIELD (BjtIssue, area, GEOMETRY),
};
BJT_DEFINE_RECORD (BjtIssue, bjt_issue, "issue", issue_fields)

static const BjtField issue_event_fields[] = {
  BJT_FIELD (BjtIssueEvent, id, UUID),
  BJT_FIELD (BjtIssueEvent, issue_id, UUID),
  BJT_FIELD (BjtIssueEvent, happened_at, TIME),
  BJT_FIELD (BjtIssueEvent, step, TEXT),
  BJT_FIELD (BjtIssueEvent, from_status, INT),
  BJT_FIELD (BjtIssueEvent, to_status, INT),
  BJT_FIELD (BjtIssueEvent, staff_id, UUID),
  BJT_FIELD (BjtIssueEvent, note, TEXT),
  BJT_FIELD (BjtIssueEvent, from_state, TEXT),
  BJT_FIELD (BjtIssueEvent, to_state, TEXT),
  BJT_FIELD (BjtIssueEvent, partner_id, UUID),
  BJT_FIELD (BjtIssueEvent, other_id, UUID),
  BJT_FIELD (BjtIssueEvent, day, DATE),
};
BJT_DEFINE_RECORD (BjtIssueEvent, bjt_issue_event, "issue_event", issue_event_fields)

static const BjtField partner_fields[] = {
  BJT_FIELD (BjtPartner, id, UUID),
  BJT_FIELD (BjtPartner, name, TEXT),
  BJT_FIELD (BjtPartner, kind, TEXT),
  BJT_FIELD (BjtPartner, contact, TEXT),
  BJT_FIELD (BjtPartner, phone, TEXT),
  BJT_FIELD (BjtPartner, handles, TEXT),
  BJT_FIELD (BjtPartner, is_active, BOOL),
  BJT_FIELD (BjtPartner, note, TEXT),
};
BJT_DEFINE_RECORD (BjtPartner, bjt_partner, "partner", partner_fields)

static const BjtField issue_door_fields[] = {
  BJT_FIELD (BjtIssueDoor, id, UUID),
  BJT_FIELD (BjtIssueDoor, issue_id, UUID),
  BJT_FIELD (BjtIssueDoor, door_id, UUID),
  BJT_FIELD (BjtIssueDoor, consent, INT),
  BJT_FIELD (BjtIssueDoor, share, REAL),
  BJT_FIELD (BjtIssueDoor, paid_on, DATE),
  BJT_FIELD (BjtIssueDoor, note, TEXT),
};
BJT_DEFINE_RECORD (BjtIssueDoor, bjt_issue_door, "issue_door", issue_door_fields)

static const BjtField whistle_fields[] = {
  BJT_FIELD (BjtWhistle, id, UUID),
  BJT_FIELD (BjtWhistle, issue_id, UUID),
  BJT_FIELD (BjtWhistle, partner_id, UUID),
  BJT_FIELD (BjtWhistle, called_at, TIME),
  BJT_FIELD (BjtWhistle, arrive_due_at, TIME),
  BJT_FIELD (BjtWhistle, arrived_at, TIME),
  BJT_FIELD (BjtWhistle, refused_at, TIME),
  BJT_FIELD (BjtWhistle, result, TEXT),
};
BJT_DEFINE_RECORD (BjtWhistle, bjt_whistle, "whistle", whistle_fields)

static const BjtField notice_fields[] = {
  BJT_FIELD (BjtNotice, id, UUID),
  BJT_FIELD (BjtNotice, issue_id, UUID),
  BJT_FIELD (BjtNotice, number, TEXT),
  BJT_FIELD (BjtNotice, recipient, TEXT),
  BJT_FIELD (BjtNotice, demand, TEXT),
  BJT_FIELD (BjtNotice, issued_on, DATE),
  BJT_FIELD (BjtNotice, due_on, DATE),
  BJT_FIELD (BjtNotice, received_on, DATE),
  BJT_FIELD (BjtNotice, received_by, TEXT),
};
BJT_DEFINE_RECORD (BjtNotice, bjt_notice, "notice", notice_fields)

static const BjtField meeting_fields[] = {
  BJT_FIELD (BjtMeeting, id, UUID),
  BJT_FIELD (BjtMeeting, kind, TEXT),
  BJT_FIELD (BjtMeeting, title, TEXT),
  BJT_FIELD (BjtMeeting, held_on, DATE),
  BJT_FIELD (BjtMeeting, place, TEXT),
  BJT_FIELD (BjtMeeting, chair, TEXT),
  BJT_FIELD (BjtMeeting, attendees, TEXT),
  BJT_FIELD (BjtMeeting, note, TEXT),
  BJT_FIELD (BjtMeeting, is_held, BOOL),
};
BJT_DEFINE_RECORD (BjtMeeting, bjt_meeting, "meeting", meeting_fields)

static const BjtField meeting_topic_fields[] = {
  BJT_FIELD (BjtMeetingTopic, id, UUID),
  BJT_FIELD (BjtMeetingTopic, meeting_id, UUID),
  BJT_FIELD (BjtMeetingTopic, issue_id, UUID),
  BJT_FIELD (BjtMeetingTopic, position, INT),
  BJT_FIELD (BjtMeetingTopic, title, TEXT),
  BJT_FIELD (BjtMeetingTopic, decision, TEXT),
  BJT_FIELD (BjtMeetingTopic, votes_for, INT),
  BJT_FIELD (BjtMeetingTopic, votes_against, INT),
  BJT_FIELD (BjtMeetingTopic, responsible, TEXT),
  BJT_FIELD (BjtMeetingTopic, due_on, DATE),
  BJT_FIELD (BjtMeetingTopic, done_on, DATE),
};
BJT_DEFINE_RECORD (BjtMeetingTopic, bjt_meeting_topic, "meeting_topic", meeting_topic_fields)

static const BjtField hotline_order_fields[] = {
  BJT_FIELD (BjtHotlineOrder, id, UUID),
  BJT_FIELD (BjtHotlineOrder, number, TEXT),
  BJT_FIELD (BjtHotlineOrder, received_at, TIME),
  BJT_FIELD (BjtHotlineOrder, kind_text, TEXT),
  BJT_FIELD (BjtHotlineOrder, kind_id, UUID),
  BJT_FIELD (BjtHotlineOrder, address, TEXT),
  BJT_FIELD (BjtHotlineOrder, content, TEXT),
  BJT_FIELD (BjtHotlineOrder, caller, TEXT),
  BJT_FIELD (BjtHotlineOrder, phone, TEXT),
  BJT_FIELD (BjtHotlineOrder, match, INT),
  BJT_FIELD (BjtHotlineOrder, door_id, UUID),
  BJT_FIELD (BjtHotlineOrder, entrance_id, UUID),
  BJT_FIELD (BjtHotlineOrder, building_id, UUID),
  BJT_FIELD (BjtHotlineOrder, issue_id, UUID),
  BJT_FIELD (BjtHotlineOrder, duplicate_of_id, UUID),
  BJT_FIELD (BjtHotlineOrder, responded_at, TIME),
  BJT_FIELD (BjtHotlineOrder, is_solved, BOOL),
  BJT_FIELD (BjtHotlineOrder, is_satisfied, BOOL),
  BJT_FIELD (BjtHotlineOrder, source, TEXT),
};
BJT_DEFINE_RECORD (BjtHotlineOrder, bjt_hotline_order, "hotline_order", hotline_order_fields)
