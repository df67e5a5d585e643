/* bjt-visits.h: the records of visits, of what makes them due, and of the help
 * people get.
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
  BJT_OUTCOME_HEARD,      /* 侧面了解: by neighbours, relatives, others */
  BJT_N_OUTCOMES,
} BjtVisitOutcome;

gboolean bjt_visit_outcome_is_contact (int outcome);

/* The contacts, as kept on rows and as accepted by rules of cadence. */
typedef enum
{
  BJT_CONTACT_MET,
  BJT_CONTACT_PHONED,
  BJT_CONTACT_HEARD,
  BJT_N_CONTACTS,
} BjtContact;

#define BJT_CONTACTS_MET_OR_PHONED (1 << BJT_CONTACT_MET | 1 << BJT_CONTACT_PHONED)

int bjt_contact_of_outcome (int outcome); /* -1: an attempt */

/* How: 七种方式 */
typedef enum
{
  BJT_MODE_HOME,      /* 入户 */
  BJT_MODE_OUTSIDE,   /* 户外、活动中见面 */
  BJT_MODE_PHONE,     /* 电话 */
  BJT_MODE_VIDEO,     /* 微信、视频 */
  BJT_MODE_NEIGHBOUR, /* 邻居 */
  BJT_MODE_RELATIVE,  /* 亲属 */
  BJT_MODE_THIRD,     /* 第三方: service, device */
  BJT_N_VISIT_MODES,
} BjtVisitMode;

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
  gint64  visited_at;   /* 0: the day alone is known */
  int     mode;         /* BjtVisitMode */
  BjtUuid issue_id;     /* raised on this visit; NIL: none */
  char   *source;       /* NULL: by hand; walk-sheet … */
  gboolean names_persons; /* there are BjtVisitPerson: only they were met */
} BjtVisit;
BJT_DECLARE_RECORD (BjtVisit, bjt_visit)

/* Who was met or spoken of */
typedef struct
{
  BjtUuid id;
  BjtUuid visit_id;
  BjtUuid person_id;
} BjtVisitPerson;
BJT_DECLARE_RECORD (BjtVisitPerson, bjt_visit_person)

/* 走访频次: who is to be visited how often. Conditions that are not set (NULL, 0)
 * hold for everybody; all that are set must hold. */
typedef struct
{
  BjtUuid id;
  char   *code;            /* stable word */
  char   *name;
  int     position;
  char   *category;        /* code of a category */
  int     tier;            /* BjtTier: exactly this; 0: any */
  int     household_class; /* BjtHouseholdClass; 0: those lived in */
  int     age_from;        /* full years; 0: any */
  int     age_to;          /* the last that counts; 0: any */
  char   *event;           /* kind of life event; new-tenant and moved-in follow from the household */
  char   *event_within;    /* first contact after it: 1d */
  char   *event_lasts;     /* how long the rule holds after it: 6m */
  char   *every;           /* interval: 7d, 1m, 3m, 1y; NULL: only after the event */
  int     outcomes;        /* bit i: BjtContact i resets the clock */
  BjtDate valid_from;
  BjtDate valid_to;
  char   *source;          /* the document it comes from */
} BjtCadenceRule;
BJT_DECLARE_RECORD (BjtCadenceRule, bjt_cadence_rule)

/* 变故: discharged, bereaved, fallen-ill, released … */
typedef struct
{
  BjtUuid id;
  BjtUuid door_id;
  BjtUuid household_id;
  BjtUuid person_id;
  char   *kind;
  BjtDate happened_on;
  char   *note;
} BjtLifeEvent;
BJT_DECLARE_RECORD (BjtLifeEvent, bjt_life_event)

typedef enum
{
  BJT_PATROL_MORNING,
  BJT_PATROL_AFTERNOON,
  BJT_N_PATROL_SLOTS,
} BjtPatrolSlot;

/* 巡查: two slots a day (两巡) */
typedef struct
{
  BjtUuid id;
  BjtUuid grid_id;
  BjtUuid staff_id;
  BjtDate patrolled_on;
  int     slot;        /* BjtPatrolSlot */
  gint64  begun_at;
  gint64  ended_at;
  char   *note;
} BjtPatrol;
BJT_DECLARE_RECORD (BjtPatrol, bjt_patrol)

/* 网格日志: what the day's records do not say themselves */
typedef struct
{
  BjtUuid id;
  BjtUuid grid_id;
  BjtUuid staff_id;
  BjtDate logged_on;
  char   *note;
  gint64  confirmed_at;
} BjtDayLog;
BJT_DECLARE_RECORD (BjtDayLog, bjt_day_log)

/* 需求 of a person */
typedef struct
{
  BjtUuid id;
  BjtUuid person_id;
  char   *text;
  BjtDate noted_on;
  BjtDate settled_on;
} BjtNeed;
BJT_DECLARE_RECORD (BjtNeed, bjt_need)

/* 结对帮扶: who helps whom */
typedef struct
{
  BjtUuid id;
  BjtUuid person_id;
  BjtUuid staff_id;     /* one of these three tells the helper */
  BjtUuid partner_id;
  char   *helper_name;
  char   *helper_phone;
  char   *kind;         /* 生活, 就业, 医疗 … */
  BjtDate from_on;
  BjtDate until_on;
  char   *note;
} BjtPairing;
BJT_DECLARE_RECORD (BjtPairing, bjt_pairing)

/* 代办: what is to be done again and again: medicine fetched each month */
typedef struct
{
  BjtUuid id;
  BjtUuid door_id;
  BjtUuid person_id;
  char   *title;
  char   *kind;
  char   *recurrence;   /* RRULE of RFC 5545; NULL: once */
  BjtDate first_on;
  BjtUuid staff_id;
  char   *helper_name;
  char   *note;
  /* Kept by triggers, never journalled: */
  BjtDate last_done_on;
} BjtServiceTask;
BJT_DECLARE_RECORD (BjtServiceTask, bjt_service_task)

/* A service done */
typedef struct
{
  BjtUuid id;
  BjtUuid door_id;
  BjtUuid person_id;
  BjtUuid task_id;
  BjtUuid staff_id;
  char   *kind;
  BjtDate served_on;
  int     count;
  char   *note;
} BjtService;
BJT_DECLARE_RECORD (BjtService, bjt_service)

G_END_DECLS
