/* bjt-route-insertion.c: every position of every shift that may go, by the times
 * kept in the nodes: a few additions each. */
#include "bjt-route-insertion.h"

#include "bjt-route-seat.h"

BjtRouteState *
bjt_route_state_new_of_plan (const BjtRouteProblem *problem,
                             const BjtRoutePlan    *plan,
                             BjtRouteNet          **net)
{
  BjtRouteState *state;

  *net = bjt_route_net_new (problem, FALSE);
  state = bjt_route_state_new (*net);
  bjt_route_seat_start (state, plan);
  return state;
}

static void
look_through (const BjtRouteState *state,
              guint                stop,
              guint                shift,
              BjtRouteInsertion   *best)
{
  const BjtRouteNet *net = state->net;
  guint              index = 0;
  BjtRouteSpan       span;

  if (!net->eligible[(gsize) net->type[shift] * net->n_stops + stop]
      || net->demand[stop] > net->shifts[shift]->capacity - state->loads[shift].load)
    return;
  for (gint32 q = state->nodes[bjt_route_net_start (net, shift)].next; q >= 0; q = state->nodes[q].next)
    {
      gint64 cost = bjt_route_state_get_extra_cost (state, (gint32) stop, q);

      if (cost < BJT_ROUTE_HOLE && (best->shift == BJT_ROUTE_NONE || cost < best->cost) && bjt_route_state_fits (state, (gint32) stop, q, &span))
        *best = (BjtRouteInsertion) { shift, index, cost };
      index += q < (gint32) net->n_stops;
    }
}

BjtRouteInsertion
bjt_route_state_find_insertion (const BjtRouteState *state,
                                guint                stop,
                                guint                shift)
{
  BjtRouteInsertion best = { BJT_ROUTE_NONE, BJT_ROUTE_NONE, 0 };

  if (state->nodes[stop].route >= 0)
    return best;
  for (guint k = 0; k < state->net->n_shifts; k++)
    if (shift == BJT_ROUTE_NONE || shift == k)
      look_through (state, stop, k, &best);
  return best;
}

BjtRouteInsertion
bjt_route_find_insertion (const BjtRouteProblem *problem,
                          const BjtRoutePlan    *plan,
                          guint                  stop,
                          guint                  shift)
{
  g_autoptr (BjtRouteNet) net = NULL;
  g_autoptr (BjtRouteState) state = NULL;
  BjtRouteInsertion none = { BJT_ROUTE_NONE, BJT_ROUTE_NONE, 0 };

  if (stop >= bjt_route_problem_get_n_stops (problem) || !bjt_route_problem_check (problem, NULL))
    return none;
  state = bjt_route_state_new_of_plan (problem, plan, &net);
  return bjt_route_state_find_insertion (state, stop, shift);
}
