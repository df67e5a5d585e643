/* bjt-work.h: the records of the daily work: visits, issues, staff, files.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_OUTCOME_MET,        /* 见面: contact */
  BJT_OUTCOME_PHONED,     /* 电话: contact */
  BJT_OUTCOME_ABSENT,     /* 无人: attempt */
  BJT_OUTCOME_REFUSED,    /* 拒访: attempt */
  BJT_OUTCOME_NOTE_LEFT,  /* 留条: attempt */
  BJT_OUTCOME_NO_ACCESS,  /* 门禁进不去: attempt */
  BJT_OUTCOME_MOVED,      /* 搬走 */
  BJT_OUTCOME_DIED,       /* 去世 */
  BJT_N_OUTCOMES,
} BjtVisitOutcome;

gboolean bjt_visit_outcome_is_contact (int outcome);

/* 走访: an attempt or a contact */
typedef struct
{
  BjtUuid id;
  BjtUuid door_id;
  BjtUuid household_id; /* NIL: the door as a whole */
  BjtUuid staff_id;
  BjtDate visited_on;
  int     outcome;      /* BjtVisitOutcome */
  char   *purposes;     /* words separated by 、 */
  char   *note;
  BjtDate next_on;      /* agreed next visit */
} BjtVisit;
BJT_DECLARE_RECORD (BjtVisit, bjt_visit)

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
  int     due_days;      /* working days to settle it */
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
} BjtIssueEvent;
BJT_DECLARE_RECORD (BjtIssueEvent, bjt_issue_event)

typedef struct
{
  BjtUuid  id;
  char    *name;
  char    *kind;         /* 书记, 网格长, 网格员, 网格民警 … */
  char    *phone;
  gboolean is_active;
  char    *note;
} BjtStaff;
BJT_DECLARE_RECORD (BjtStaff, bjt_staff)

#define BJT_DUTY_WORKER "网格员" /* the role of who looks after a grid day by day */

/* Who answers for which grid, in which role, from when to when */
typedef struct
{
  BjtUuid id;
  BjtUuid staff_id;
  BjtUuid grid_id;
  char   *role;
  BjtDate from_on;
  BjtDate until_on;
} BjtDuty;
BJT_DECLARE_RECORD (BjtDuty, bjt_duty)

typedef struct
{
  BjtUuid id;
  char   *source;        /* the file's base name */
  char   *kind;          /* register, map */
  int     rows_read;
  int     rows_imported;
  int     rows_refused;
  gint64  imported_at;
} BjtImportBatch;
BJT_DECLARE_RECORD (BjtImportBatch, bjt_import_batch)

typedef struct
{
  BjtUuid id;
  BjtUuid owner_id;      /* any record */
  char   *name;
  char   *media_type;
  char   *sha256;
  int     size;
} BjtAttachment;
BJT_DECLARE_RECORD (BjtAttachment, bjt_attachment)

/* One named value of the community's settings */
typedef struct
{
  BjtUuid id;
  char   *name;
  char   *value;
} BjtSetting;
BJT_DECLARE_RECORD (BjtSetting, bjt_setting)

G_END_DECLS
