/* bjt-route-plan.h: who goes where in which order, and who is not seen, and why.
 *
 * One route a shift, empty ones included. Times follow from the order: each
 * shift leaves as late as it may without being back later, each visit begins
 * when the worker is there and a window is open.
 */
#pragma once

#include "bjt-route-problem.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_ROUTE_REASON_NONE,
  BJT_ROUTE_REASON_WINDOW,       /* no shift can be there while it is open */
  BJT_ROUTE_REASON_SHIFT_FULL,   /* who may go has no time or room left */
  BJT_ROUTE_REASON_NOT_ELIGIBLE, /* nobody may go: grid, language, day, people */
  BJT_ROUTE_REASON_UNREACHABLE,  /* no way leads there and back */
  BJT_ROUTE_REASON_NOT_WORTH,    /* worth less than the way */
} BjtRouteReason;

typedef struct
{
  guint  stop;    /* BJT_ROUTE_NONE: lunch */
  gint32 way;     /* time from the visit before, set-up included */
  gint32 arrival;
  gint32 wait;
  gint32 begin;
  gint32 end;
} BjtRouteVisit;

typedef struct
{
  GArray *visits; /* of BjtRouteVisit */
  gint32  leave, back;
  gint32  way, wait; /* summed, the way to the end place included */
  gint64  cost;
} BjtRoute;

typedef struct
{
  guint          stop;
  BjtRouteReason reason;
} BjtRouteUnserved;

typedef struct
{
  GPtrArray *routes;        /* of BjtRoute, one a shift */
  GArray    *unserved;      /* of BjtRouteUnserved, by number of stop */
  guint      n_must_missed;
  gint64     prize_missed;
  gint64     prize;         /* of those seen */
  gint64     cost;          /* of the way */
  gint64     unfairness;    /* what it counts that some work more than the mean */
  gboolean   is_proven;     /* every order was looked at: nothing is better */
} BjtRoutePlan;

/* Orders of stops, one array of guint a shift (NULL: empty); lunch is put where it
 * fits best. Keeps what it is given: a plan that breaks a window or names a stop
 * twice is made as well, for the checker to tell. Reasons are filled in. */
BjtRoutePlan *bjt_route_plan_new  (const BjtRouteProblem *problem, const GArray *const *orders);
BjtRoutePlan *bjt_route_plan_copy (const BjtRoutePlan *self);
void          bjt_route_plan_free (BjtRoutePlan *self);

const BjtRoute *bjt_route_plan_get_route (const BjtRoutePlan *self, guint shift);
GArray         *bjt_route_plan_dup_order (const BjtRoutePlan *self, guint shift); /* of guint, lunch left out */

/* Negative: a is better. Must-visits, then the objective of the problem. */
int bjt_route_plan_compare (const BjtRouteProblem *problem, const BjtRoutePlan *a, const BjtRoutePlan *b);

const char *bjt_route_reason_get_name (BjtRouteReason reason); /* window, shift-full … */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRoutePlan, bjt_route_plan_free)

G_END_DECLS
