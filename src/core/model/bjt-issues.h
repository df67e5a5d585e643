/* bjt-issues.h: the records of issues, of what is done about them and by whom.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

/* The six boxes of the flow (domain.md §0.5) */
typedef enum
{
  BJT_ISSUE_REPORTED,   /* 上报 */
  BJT_ISSUE_ACCEPTED,   /* 受理 */
  BJT_ISSUE_DISPATCHED, /* 派单 */
  BJT_ISSUE_HANDLED,    /* 处置 */
  BJT_ISSUE_VERIFIED,   /* 核查 */
  BJT_ISSUE_CLOSED,     /* 结案 */
  BJT_N_ISSUE_STATUSES,
} BjtIssueStatus;

/* 问题的类别: a tree of two levels */
typedef struct
{
  BjtUuid id;
  BjtUuid parent_id;
  char   *code;
  char   *name;
  char   *unit;          /* 处, 棵, 车, 辆 */
  int     position;
  int     due_days;      /* working days to settle it, where close_limit is not set */
  char   *reply_limit;   /* 2h, 24h, 7d, 3w (rules/bjt-time-limit.h); NULL: no clock of its own */
  char   *close_limit;
} BjtIssueKind;
BJT_DECLARE_RECORD (BjtIssueKind, bjt_issue_kind)

/* 问题/事项 */
typedef struct
{
  BjtUuid id;
  char   *number;        /* 2026-0031 */
  BjtUuid kind_id;
  char   *title;
  char   *description;
  char   *source;        /* 巡查, 走访, 来电, 二维码, 12345, 微信群 … */
  char   *tier;          /* 网格, 社区, 街道 */
  int     status;        /* BjtIssueStatus */
  BjtUuid door_id;       /* where: a door … */
  BjtUuid entrance_id;   /* … or the common space of an entrance … */
  BjtUuid building_id;   /* … or of a building … */
  BjtGeometry *place;    /* … or a point on the ground */
  BjtUuid staff_id;      /* who reported it */
  char   *department;    /* who has to settle it */
  double  quantity;
  BjtDate reported_on;
  BjtDate due_on;
  BjtDate closed_on;
  char   *state;         /* of the flow (rules/bjt-issue-flow.h); `status` is its box */
  char   *state_before;  /* where a pause goes back to */
  gint64  reported_at;   /* 0: the day alone is known */
  char   *reply_limit;   /* as they were when it was reported */
  char   *close_limit;
  gint64  reply_due_at;  /* after all pauses so far */
  gint64  due_at;
  gint64  replied_at;    /* first answer to who raised it */
  gint64  closed_at;
  gint64  paused_at;     /* 0: its clock runs */
  gboolean is_postponed;
  BjtUuid merged_into_id;
  BjtUuid visit_id;      /* found there; NIL: not on a visit */
  BjtUuid patrol_id;
  BjtUuid person_id;     /* the resident who raised it */
  char   *caller;        /* … or a name, when it is nobody recorded */
  char   *caller_phone;
  char   *place_note;    /* 3楼转角 */
  BjtUuid partner_id;    /* who has to settle it */
  char   *finder;        /* 有人巡查 … */
  char   *reporter;      /* 有人报告 */
  char   *responsible;   /* 有人负责 */
  char   *solver;        /* 有人解决 */
  char   *supervisor;    /* 有人督查 */
  int     satisfaction;  /* 回访: 0 not asked, 1 not … 3 well content */
  char   *next_step;     /* of the four steps: code of the flow */
  BjtDate next_step_on;
  BjtGeometry *area;     /* … or an area on the ground */
} BjtIssue;
BJT_DECLARE_RECORD (BjtIssue, bjt_issue)

/* One step of an issue: appended, never changed */
typedef struct
{
  BjtUuid id;
  BjtUuid issue_id;
  gint64  happened_at;
  char   *step;          /* reported, accepted, dispatched, whistled … */
  int     from_status;
  int     to_status;
  BjtUuid staff_id;
  char   *note;
  char   *from_state;
  char   *to_state;
  BjtUuid partner_id;    /* dispatched to, whistled for */
  BjtUuid other_id;      /* the issue it was merged with; a whistle, a notice */
  BjtDate day;           /* postponed to, next step due */
} BjtIssueEvent;
BJT_DECLARE_RECORD (BjtIssueEvent, bjt_issue_event)

/* 部门、共建单位、物业: who else settles issues or helps people */
typedef struct
{
  BjtUuid  id;
  char    *name;
  char    *kind;         /* 部门, 物业, 共建单位, 商户 … */
  char    *contact;
  char    *phone;
  char    *handles;      /* codes of the kinds of issues, separated by 、 */
  gboolean is_active;
  char    *note;
} BjtPartner;
BJT_DECLARE_RECORD (BjtPartner, bjt_partner)

typedef enum
{
  BJT_CONSENT_UNASKED,
  BJT_CONSENT_GIVEN,
  BJT_CONSENT_REFUSED,
} BjtConsent;

/* 影响户: a door an issue concerns, what it agrees to and pays */
typedef struct
{
  BjtUuid id;
  BjtUuid issue_id;
  BjtUuid door_id;
  int     consent;       /* BjtConsent */
  double  share;         /* yuan; NAN: nothing to pay */
  BjtDate paid_on;
  char   *note;
} BjtIssueDoor;
BJT_DECLARE_RECORD (BjtIssueDoor, bjt_issue_door)

/* 吹哨报到: a department is called to come */
typedef struct
{
  BjtUuid id;
  BjtUuid issue_id;
  BjtUuid partner_id;
  gint64  called_at;
  gint64  arrive_due_at;
  gint64  arrived_at;
  gint64  refused_at;
  char   *result;
} BjtWhistle;
BJT_DECLARE_RECORD (BjtWhistle, bjt_whistle)

#define BJT_NOTICE_WORD "整改" /* in the number of a notice */

/* 整改通知书 */
typedef struct
{
  BjtUuid id;
  BjtUuid issue_id;
  char   *number;
  char   *recipient;
  char   *demand;
  BjtDate issued_on;
  BjtDate due_on;
  BjtDate received_on;
  char   *received_by;
} BjtNotice;
BJT_DECLARE_RECORD (BjtNotice, bjt_notice)

/* 民情联席会、议事会 … */
typedef struct
{
  BjtUuid  id;
  char    *kind;
  char    *title;
  BjtDate  held_on;
  char    *place;
  char    *chair;
  char    *attendees;
  char    *note;
  gboolean is_held;      /* FALSE: planned */
} BjtMeeting;
BJT_DECLARE_RECORD (BjtMeeting, bjt_meeting)

/* 议题: what is talked about; with a decision and a day it is a task */
typedef struct
{
  BjtUuid id;
  BjtUuid meeting_id;
  BjtUuid issue_id;      /* NIL: not about an issue */
  int     position;
  char   *title;
  char   *decision;
  int     votes_for;
  int     votes_against;
  char   *responsible;
  BjtDate due_on;
  BjtDate done_on;
} BjtMeetingTopic;
BJT_DECLARE_RECORD (BjtMeetingTopic, bjt_meeting_topic)

typedef enum
{
  BJT_ORDER_UNMATCHED, /* in the queue */
  BJT_ORDER_GUESSED,   /* matched by its address */
  BJT_ORDER_MATCHED,   /* by a person */
  BJT_ORDER_OUTSIDE,   /* not in this community */
} BjtOrderMatch;

/* 12345工单 */
typedef struct
{
  BjtUuid  id;
  char    *number;
  gint64   received_at;
  char    *kind_text;     /* as the hotline says */
  BjtUuid  kind_id;
  char    *address;
  char    *content;
  char    *caller;
  char    *phone;
  int      match;         /* BjtOrderMatch */
  BjtUuid  door_id;
  BjtUuid  entrance_id;
  BjtUuid  building_id;
  BjtUuid  issue_id;      /* the issue that settles it */
  BjtUuid  duplicate_of_id;
  gint64   responded_at;
  gboolean is_solved;
  gboolean is_satisfied;
  char    *source;        /* the file's base name */
} BjtHotlineOrder;
BJT_DECLARE_RECORD (BjtHotlineOrder, bjt_hotline_order)

G_END_DECLS
