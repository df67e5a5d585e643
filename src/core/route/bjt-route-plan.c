/* bjt-route-plan.c: routes from orders, with their times and what is missed.
 *
 * A plan owns all it holds and refers to its problem by numbers alone. */
#include "bjt-route-plan.h"

#include "bjt-route-insertion.h"
#include "bjt-route-reason.h"
#include "bjt-route-schedule.h"

static void
route_free (gpointer data)
{
  BjtRoute *self = data;

  g_array_unref (self->visits);
  g_free (self);
}

static BjtRoutePlan *
plan_new (void)
{
  BjtRoutePlan *self = g_new0 (BjtRoutePlan, 1);

  self->routes = g_ptr_array_new_with_free_func (route_free);
  self->unserved = g_array_new (FALSE, FALSE, sizeof (BjtRouteUnserved));
  return self;
}

static void
count_prizes (BjtRoutePlan          *self,
              const BjtRouteProblem *problem,
              const guint8          *is_seen)
{
  for (guint i = 0; i < bjt_route_problem_get_n_stops (problem); i++)
    {
      const BjtRouteStop *stop = bjt_route_problem_get_stop (problem, i);
      BjtRouteUnserved    unserved = { i, BJT_ROUTE_REASON_NONE };

      if (is_seen[i])
        {
          self->prize += stop->must ? 0 : stop->prize;
          continue;
        }
      self->n_must_missed += stop->must != FALSE;
      self->prize_missed += stop->must ? 0 : stop->prize;
      g_array_append_val (self->unserved, unserved);
    }
}

static gint64
get_work (const BjtRouteProblem *problem,
          const BjtRoute        *route)
{
  gint64 work = route->cost;

  for (guint i = 0; i < route->visits->len; i++)
    {
      guint stop = g_array_index (route->visits, BjtRouteVisit, i).stop;

      work += stop == BJT_ROUTE_NONE ? 0 : bjt_route_problem_get_stop (problem, stop)->duration;
    }
  return work;
}

/* By the first shift of each worker. */
static gint64
find_unfairness (const BjtRoutePlan    *self,
                 const BjtRouteProblem *problem)
{
  guint              balance = bjt_route_problem_get_objective (problem)->balance, n_workers = 0;
  g_autofree gint64 *works = g_new0 (gint64, self->routes->len + 1);
  gint64             sum = 0, above = 0;

  for (guint k = 0; k < self->routes->len && balance > 0; k++)
    {
      gint64 work = get_work (problem, self->routes->pdata[k]);
      guint  first = 0;

      while (bjt_route_problem_get_shift (problem, first)->worker != bjt_route_problem_get_shift (problem, k)->worker)
        first++;
      n_workers += first == k;
      works[first] += work;
      sum += work;
    }
  for (guint k = 0; k < self->routes->len; k++)
    above += MAX (works[k] * n_workers - sum, 0);
  return n_workers > 1 ? above / n_workers * balance / 1000 : 0;
}

static BjtRoutePlan *
plan_new_of_orders (const BjtRouteProblem *problem,
                    const GArray *const   *orders)
{
  BjtRoutePlan      *self = plan_new ();
  g_autofree guint8 *is_seen = g_new0 (guint8, bjt_route_problem_get_n_stops (problem) + 1);

  for (guint k = 0; k < bjt_route_problem_get_n_shifts (problem); k++)
    {
      BjtRoute         *route = g_new0 (BjtRoute, 1);
      guint             n = orders[k] != NULL ? orders[k]->len : 0;
      g_autofree guint *stops = g_new (guint, n + 1);
      guint             n_known = 0;

      for (guint i = 0; i < n; i++)
        {
          guint stop = g_array_index (orders[k], guint, i);

          if (stop >= bjt_route_problem_get_n_stops (problem))
            continue;
          stops[n_known++] = stop;
          is_seen[stop] = TRUE;
        }
      route->visits = g_array_new (FALSE, FALSE, sizeof (BjtRouteVisit));
      bjt_route_schedule (problem, k, stops, n_known, route);
      self->cost += route->cost;
      g_ptr_array_add (self->routes, route);
    }
  self->unfairness = find_unfairness (self, problem);
  count_prizes (self, problem, is_seen);
  return self;
}

BjtRoutePlan *
bjt_route_plan_new (const BjtRouteProblem *problem,
                    const GArray *const   *orders)
{
  BjtRoutePlan *self = plan_new_of_orders (problem, orders);

  if (self->unserved->len > 0 && bjt_route_problem_check (problem, NULL))
    {
      g_autoptr (BjtRouteNet) net = NULL;
      g_autoptr (BjtRouteState) state = bjt_route_state_new_of_plan (problem, self, &net);

      bjt_route_find_reasons (problem, state, self);
    }
  return self;
}

BjtRoutePlan *
bjt_route_plan_new_of_state (const BjtRouteProblem *problem,
                             const BjtRouteState   *state)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  BjtRoutePlan *self;

  for (guint k = 0; k < state->net->n_shifts; k++)
    g_ptr_array_add (orders, bjt_route_state_dup_order (state, k));
  self = plan_new_of_orders (problem, (const GArray *const *) orders->pdata);
  bjt_route_find_reasons (problem, state, self);
  return self;
}

BjtRoutePlan *
bjt_route_plan_copy (const BjtRoutePlan *self)
{
  BjtRoutePlan *copy = plan_new ();

  for (guint k = 0; k < self->routes->len; k++)
    {
      const BjtRoute *route = self->routes->pdata[k];
      BjtRoute       *twin = g_memdup2 (route, sizeof *route);

      twin->visits = g_array_copy (route->visits);
      g_ptr_array_add (copy->routes, twin);
    }
  g_array_append_vals (copy->unserved, self->unserved->data, self->unserved->len);
  copy->n_must_missed = self->n_must_missed;
  copy->prize_missed = self->prize_missed;
  copy->prize = self->prize;
  copy->cost = self->cost;
  copy->unfairness = self->unfairness;
  return copy;
}

void
bjt_route_plan_free (BjtRoutePlan *self)
{
  g_ptr_array_unref (self->routes);
  g_array_unref (self->unserved);
  g_free (self);
}

const BjtRoute *
bjt_route_plan_get_route (const BjtRoutePlan *self,
                          guint               shift)
{
  g_return_val_if_fail (shift < self->routes->len, NULL);

  return self->routes->pdata[shift];
}

GArray *
bjt_route_plan_dup_order (const BjtRoutePlan *self,
                          guint               shift)
{
  const BjtRoute *route = bjt_route_plan_get_route (self, shift);
  GArray         *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < route->visits->len; i++)
    {
      guint stop = g_array_index (route->visits, BjtRouteVisit, i).stop;

      if (stop != BJT_ROUTE_NONE)
        g_array_append_val (order, stop);
    }
  return order;
}

int
bjt_route_plan_compare (const BjtRouteProblem *problem,
                        const BjtRoutePlan    *a,
                        const BjtRoutePlan    *b)
{
  gint64 one = a->cost + a->unfairness, other = b->cost + b->unfairness;

  if (a->n_must_missed != b->n_must_missed)
    return a->n_must_missed < b->n_must_missed ? -1 : 1;
  if (!bjt_route_problem_get_objective (problem)->priority_first)
    {
      one += a->prize_missed;
      other += b->prize_missed;
    }
  else if (a->prize_missed != b->prize_missed)
    return a->prize_missed < b->prize_missed ? -1 : 1;
  return (one > other) - (one < other);
}
