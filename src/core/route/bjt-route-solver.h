/* bjt-route-solver.h: the best plan found within a budget.
 *
 * The same problem, seed and number of rounds give the same plan. Runs in the
 * caller's thread, which may be any; cancelled, it returns within 20 ms what it
 * has. Every plan it returns or reports passes the checker.
 */
#pragma once

#include "bjt-route-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtRoutePlan *plan; /* the best so far; NULL while it is the one told last */
  double              fraction; /* of the budget */
  double              seconds;  /* of this thread's CPU */
  guint64             n_rounds;
} BjtRouteProgress;

typedef void (*BjtRouteProgressFunc) (const BjtRouteProgress *progress, gpointer user_data);

typedef struct
{
  double               seconds;  /* CPU of this thread; 0: only rounds count */
  guint64              n_rounds; /* 0: only seconds count */
  guint64              seed;
  const BjtRoutePlan  *start;    /* to begin from, NULL: from nothing; stops that no longer fit are left out */
  BjtRouteProgressFunc progress; /* about ten times a second */
  gpointer             user_data;
} BjtRouteBudget;

/* NULL only with an error: the problem makes no sense. */
BjtRoutePlan *bjt_route_solve (const BjtRouteProblem *problem, const BjtRouteBudget *budget, GCancellable *cancellable, GError **error);

typedef struct
{
  guint    shift, index; /* before which visit; BJT_ROUTE_NONE where it fits nowhere */
  gint64   cost;         /* more way */
} BjtRouteInsertion;

/* Where a stop that is not in the plan would fit best, in this shift or
 * (BJT_ROUTE_NONE) in any; the rest keeps its order. */
BjtRouteInsertion bjt_route_find_insertion (const BjtRouteProblem *problem, const BjtRoutePlan *plan, guint stop, guint shift);

G_END_DECLS
