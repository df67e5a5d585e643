/* bjt-visit-plans.h: the records of visit routes that were planned.
 */
#pragma once

#include "bjt-record.h"

G_BEGIN_DECLS

typedef struct
{
  BjtUuid  id;
  char    *number;        /* R1123-3-1: month and day, grid (0: several), how many-th */
  BjtDate  from_on;
  int      n_days;
  int      grid;
  gboolean is_closed;     /* every stop has its outcome, or the reason why not */
  gboolean is_open_ended; /* begins at the first door, ends at the last */
  gboolean has_no_lunch;
  double   start_x;       /* longitude; NAN: the community's seat */
  double   start_y;
  int      seed;
  double   balance;       /* minutes of way that a minute above the mean counts; NAN: by the rules */
  gint64   made_at;
  char    *note;
} BjtVisitPlan;
BJT_DECLARE_RECORD (BjtVisitPlan, bjt_visit_plan)

typedef struct
{
  BjtUuid id;
  BjtUuid plan_id;
  int     position;
  BjtUuid staff_id;       /* NIL: nobody in particular */
  char   *name;
  int     sex;            /* BjtSex */
  int     n_people;
  int     from_minute;    /* both 0: by the rules */
  int     to_minute;
  double  start_x;        /* NAN: as the plan */
  double  start_y;
} BjtVisitPlanWorker;
BJT_DECLARE_RECORD (BjtVisitPlanWorker, bjt_visit_plan_worker)

typedef struct
{
  BjtUuid id;
  BjtUuid plan_id;
  BjtUuid door_id;
  int     worker;         /* position; -1: missed */
  BjtDate day;
  int     position;       /* on the worker's day, from 0; of the missed: among them */
  int     minutes;        /* 0: by the rules */
  int     must;           /* 1, 0; -1: by the rules */
  char   *windows;        /* "09:00-11:30 14:00-17:00"; NULL: by the rules */
  int     pin;            /* BjtRoutePinKind; -1: none */
  int     way;            /* seconds, as the next three */
  int     arrival;
  int     begins;
  int     ends;
  char   *reason;         /* why it is missed: shift-full, window …; not-done: on the route, but not reached */
  int     outcome;        /* BjtVisitOutcome; -1: open */
  BjtUuid visit_id;       /* what it became */
} BjtVisitPlanStop;
BJT_DECLARE_RECORD (BjtVisitPlanStop, bjt_visit_plan_stop)

#define BJT_STOP_NOT_DONE "not-done"

G_END_DECLS
