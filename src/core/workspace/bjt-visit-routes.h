/* bjt-visit-routes.h: who goes where in which order, with the times: what a planner
 * shows, prints and saves.
 *
 * Immutable: a change by hand makes new routes, so that going back is keeping the old
 * ones. Every one of them has passed the independent checker. Of any thread.
 */
#pragma once

#include "bjt-route-case.h"
#include "route/bjt-route-solver.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount references;

  /* Owned; read them */
  BjtRouteCase    *facts;
  GArray          *pins;    /* BjtRoutePin */
  BjtRouteProblem *problem; /* with the pins */
  BjtRoutePlan    *plan;
  GArray          *gone;    /* BjtUuid: doors that vanished while it was made */
} BjtVisitRoutes;

/* One line of a route. Times are seconds of the day. */
typedef struct
{
  guint32         door;    /* of the picture of the case; BJT_NO_INDEX: lunch */
  guint           stop;    /* of the case; BJT_ROUTE_NONE: lunch */
  guint           number;  /* 1, 2 …; 0: lunch */
  int             way;     /* from the line before: on the ground, on stairs or in lifts, at the entrance */
  int             walk;    /* of it: on the ground */
  int             stairs;
  double          metres;  /* on the ground; NAN: not known */
  BjtWalkBasis    basis;
  int             arrival, wait, begin, end;
  gboolean        is_pinned;
  BjtRoutePinKind pin;
} BjtRouteLine;

typedef struct
{
  guint  n_visits, n_entrances; /* entrances as often as they are entered */
  int    leave, back;
  int    walk, stairs, talk, wait, lunch; /* seconds; walk with the way back */
  double metres;
} BjtRouteTotals;

/* Why a door is not seen. */
typedef enum
{
  BJT_MISSED_WINDOW,
  BJT_MISSED_SHIFT_FULL,
  BJT_MISSED_NOT_ELIGIBLE,
  BJT_MISSED_NEEDS_TWO,
  BJT_MISSED_NEEDS_WOMAN,
  BJT_MISSED_UNREACHABLE,
  BJT_MISSED_NOT_WORTH,
  BJT_MISSED_GONE,
  BJT_MISSED_CORDONED,
  BJT_N_MISSED,
} BjtMissedReason;

typedef struct
{
  BjtUuid         door_id;
  guint           stop;   /* BJT_ROUTE_NONE: none */
  gboolean        must;
  BjtMissedReason reason;
} BjtMissed;

typedef struct
{
  BjtRouteProgressFunc progress; /* in the thread that solves; may be NULL */
  gpointer             user_data;
  GCancellable        *cancellable;
} BjtRouteWatch;

/* Solving: around the pins, from the order there is (start NULL: from nothing). */
BjtVisitRoutes *bjt_visit_routes_solve (BjtRouteCase *facts, const GArray *pins, const BjtVisitRoutes *start, const BjtRouteWatch *watch, GError **error);
BjtVisitRoutes *bjt_visit_routes_new_with_orders (BjtRouteCase *facts, const GArray *pins, const GArray *const *orders, GError **error); /* guint stops, by shift */
BjtVisitRoutes *bjt_visit_routes_solve_orders (BjtRouteCase *facts, const GArray *pins, const GArray *const *orders, GError **error); /* the same; what breaks a promise is left out */
BjtVisitRoutes *bjt_visit_routes_new_with_plan (const BjtVisitRoutes *self, const BjtRoutePlan *plan); /* as the solver tells on its way */
BjtVisitRoutes *bjt_visit_routes_new_shell (BjtRouteCase *facts); /* without a plan: for the former alone */
BjtVisitRoutes *bjt_visit_routes_leave_out (const BjtVisitRoutes *self, const BjtUuid *door_id, GError **error); /* it has vanished */
BjtVisitRoutes *bjt_visit_routes_ref (BjtVisitRoutes *self);
void            bjt_visit_routes_unref (BjtVisitRoutes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtVisitRoutes, bjt_visit_routes_unref)

/* Reading */
guint          bjt_visit_routes_get_n_shifts (const BjtVisitRoutes *self);
GArray        *bjt_visit_routes_list_lines (const BjtVisitRoutes *self, guint shift);  /* BjtRouteLine */
GArray        *bjt_visit_routes_list_missed (const BjtVisitRoutes *self);              /* BjtMissed */
BjtRouteTotals bjt_visit_routes_get_totals (const BjtVisitRoutes *self, guint shift);
GArray        *bjt_visit_routes_dup_track (const BjtVisitRoutes *self, guint shift);   /* BjtPoint, Mercator: along the ways, from where it begins; empty: nowhere */
gboolean       bjt_visit_routes_find (const BjtVisitRoutes *self, const BjtUuid *door_id, guint *shift, guint *index); /* index among the visits, from 0 */
const char    *bjt_missed_reason_get_name (BjtMissedReason reason); /* window, shift-full … */

/* Changing by hand: new routes, or NULL and what promise it would break. index:
 * among the visits of the shift without the door itself. */
BjtVisitRoutes *bjt_visit_routes_move (const BjtVisitRoutes *self, const BjtUuid *door_id, guint shift, guint index, GError **error);
BjtVisitRoutes *bjt_visit_routes_drop (const BjtVisitRoutes *self, const BjtUuid *door_id, GError **error);
BjtVisitRoutes *bjt_visit_routes_insert (const BjtVisitRoutes *self, const BjtUuid *door_id, guint shift, GError **error); /* where it fits best; shift BJT_ROUTE_NONE: of any */
BjtVisitRoutes *bjt_visit_routes_pin (const BjtVisitRoutes *self, const BjtUuid *door_id, BjtRoutePinKind kind, GError **error); /* FIRST and LAST move it there; what then fits no longer is missed */
BjtVisitRoutes *bjt_visit_routes_unpin (const BjtVisitRoutes *self, const BjtUuid *door_id, GError **error);
int             bjt_visit_routes_compare_way (const BjtVisitRoutes *before, const BjtVisitRoutes *after); /* seconds of way and waiting more */

G_END_DECLS
