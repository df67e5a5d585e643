/* bjt-route-solver.c: lays the problem out, seats what is given, searches, and
 * writes down the best that passes the checker.
 *
 * Parameters follow from the class of a problem by the rules here, never from
 * a single one: how many stops, windows or none, optional or not. */
#include "bjt-route-solver.h"

#include "bjt-route-anneal.h"
#include "bjt-route-checker.h"
#include "bjt-route-exact.h"
#include "bjt-route-insertion.h"
#include "bjt-route-repair.h"
#include "bjt-route-seat.h"
#include "bjt-route-tour.h"

#define MANY_STOPS 500
#define REPAIR_PART 0.2 /* of the budget at most: for one shift that misses what it must see */

typedef struct
{
  const BjtRouteProblem *problem;
  const BjtRouteBudget  *budget;
  BjtRouteNet           *net;
  BjtRouteState         *best;
  BjtRouteWatch          watch;
  gboolean               is_proven;
} Solving;

static void
solving_clear (Solving *self)
{
  g_clear_pointer (&self->best, bjt_route_state_free);
  g_clear_pointer (&self->net, bjt_route_net_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Solving, solving_clear)

/* A route that fails the checker is not gone at all. */
static BjtRoutePlan *
write_down (Solving             *self,
            const BjtRouteState *state)
{
  g_autoptr (BjtRoutePlan) plan = bjt_route_plan_new_of_state (self->problem, state);
  g_autoptr (GArray) faults = bjt_route_check (self->problem, plan);
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  if (faults->len == 0)
    return g_steal_pointer (&plan);
  for (guint k = 0; k < plan->routes->len; k++)
    g_ptr_array_add (orders, bjt_route_plan_dup_order (plan, k));
  for (guint i = 0; i < faults->len; i++)
    {
      const BjtRouteFault *fault = &g_array_index (faults, BjtRouteFault, i);

      g_warning ("The solver made a route that cannot be walked: shift %u, fault %d", fault->shift, (int) fault->kind);
      if (fault->shift < orders->len)
        g_array_set_size (orders->pdata[fault->shift], 0);
    }
  return bjt_route_plan_new (self->problem, (const GArray *const *) orders->pdata);
}

static void
report (BjtRouteWatch       *watch,
        const BjtRouteState *best)
{
  Solving *self = watch->user_data;
  g_autoptr (BjtRoutePlan) plan = watch->is_better ? write_down (self, best) : NULL;
  BjtRouteProgress progress = { plan, bjt_route_watch_get_fraction (watch), bjt_route_watch_get_seconds () - watch->begin, watch->n_done };

  watch->is_better = FALSE;
  self->budget->progress (&progress, self->budget->user_data);
}

static BjtRouteManner
choose_manner (const BjtRouteNet *net)
{
  BjtRouteManner manner = { .mean_removed = 10, .longest = 10, .blink = 0.01, .n_absent = 5, .n_close = 40 };

  if (net->n_stops <= 150)
    manner.n_absent = net->n_stops;
  return manner;
}

/* Many stops leave no time for a slow end. */
static BjtRouteHeat
choose_heat (const BjtRouteNet *net)
{
  return net->n_stops >= MANY_STOPS ? (BjtRouteHeat) { 12, 0.07 } : (BjtRouteHeat) { 12, 0.05 };
}

static void
search (Solving *self)
{
  BjtRouteManner manner = choose_manner (self->net);
  BjtRouteHeat   heat = choose_heat (self->net);
  g_autoptr (BjtRouteSearch) search = bjt_route_search_new (self->net, &manner, self->budget->seed);

  bjt_route_seat_pins (search->next, self->problem);
  if (self->budget->start != NULL)
    bjt_route_seat_start (search->next, self->budget->start);
  bjt_route_state_copy (search->now, search->next);
  search->greed = HUGE_VAL; /* alone hardly one would be worth its way */
  search->is_thorough = TRUE;
  bjt_route_search_recreate (search, search->next->n_absent);
  search->is_thorough = FALSE;
  search->until_blink = manner.blink > 0 ? (guint) (1 / manner.blink) : G_MAXUINT;
  bjt_route_search_keep (search);
  bjt_route_repair (search->now, &self->watch, self->budget->seed, REPAIR_PART);
  bjt_route_state_copy (search->next, search->now);
  bjt_route_state_copy (self->best, search->now);
  self->watch.is_better = TRUE;
  if (self->watch.report != NULL)
    report (&self->watch, self->best);
  self->is_proven = bjt_route_exact_improve (self->best, &self->watch);
  if (self->is_proven)
    return;
  bjt_route_state_copy (search->now, self->best);
  bjt_route_state_copy (search->next, self->best);
  if (bjt_route_tour_suits (self->net) && self->best->n_absent == 0)
    bjt_route_tour_improve (self->best, &self->watch, self->budget->seed, 1);
  else
    bjt_route_anneal (search, self->best, &self->watch, &heat, 1);
}

BjtRoutePlan *
bjt_route_solve (const BjtRouteProblem *problem,
                 const BjtRouteBudget  *budget,
                 GCancellable          *cancellable,
                 GError               **error)
{
  g_auto (Solving) self = { .problem = problem, .budget = budget };
  BjtRoutePlan *plan;

  if (!bjt_route_problem_check (problem, error))
    return NULL;
  self.watch = (BjtRouteWatch) { .seconds = budget->seconds, .n_rounds = budget->n_rounds, .begin = bjt_route_watch_get_seconds (),
                                 .cancellable = cancellable, .report = budget->progress != NULL ? report : NULL, .user_data = &self };
  self.net = bjt_route_net_new (problem, TRUE);
  self.best = bjt_route_state_new (self.net);
  if (self.net->n_stops > 0 && self.net->n_shifts > 0)
    search (&self);
  plan = write_down (&self, self.best);
  plan->is_proven = self.is_proven;
  return plan;
}
