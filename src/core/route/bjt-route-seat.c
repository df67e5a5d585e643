/* bjt-route-seat.c: seats stops one behind the other in a route that has others.
 *
 * A stop is put into the first position that fits from a node on, up to a node
 * that stays behind it: so an order is kept, and lunch falls where it may. */
#include "bjt-route-seat.h"

static gboolean
seat (BjtRouteState *state,
      guint          shift,
      gint32         stop,
      gint32         from,
      gint32         upto)
{
  const BjtRouteNet *net = state->net;
  BjtRouteSpan       span;

  if (state->nodes[stop].route >= 0 || !net->eligible[(gsize) net->type[shift] * net->n_stops + (guint) stop]
      || net->demand[stop] > net->shifts[shift]->capacity - state->loads[shift].load)
    return FALSE;
  for (gint32 q = from; q >= 0; q = state->nodes[q].next)
    {
      if (bjt_route_state_get_extra_cost (state, stop, q) < BJT_ROUTE_HOLE && bjt_route_state_fits (state, stop, q, &span))
        {
          bjt_route_state_insert (state, stop, q, span);
          bjt_route_state_count_absent (state, stop, -1);
          return TRUE;
        }
      if (q == upto)
        break;
    }
  return FALSE;
}

static void
forget_present (BjtRouteState *state)
{
  guint n = 0;

  for (guint i = 0; i < state->n_absent; i++)
    if (state->nodes[state->absent[i]].route < 0)
      state->absent[n++] = state->absent[i];
  state->n_absent = n;
}

/* The last ones from behind, then the first and the locked ones in their order. */
void
bjt_route_seat_pins (BjtRouteState         *state,
                     const BjtRouteProblem *problem)
{
  const BjtRouteNet  *net = state->net;
  guint               n_pins;
  const BjtRoutePin  *pins = bjt_route_problem_get_pins (problem, &n_pins);
  g_autofree gint32  *last = g_new (gint32, net->n_shifts + 1), *behind = g_new (gint32, net->n_shifts + 1);

  for (guint k = 0; k < net->n_shifts; k++)
    {
      last[k] = bjt_route_net_start (net, k);
      behind[k] = bjt_route_net_end (net, k);
    }
  for (guint i = n_pins; i-- > 0;)
    if (pins[i].kind == BJT_ROUTE_PIN_LAST && seat (state, pins[i].shift, (gint32) pins[i].stop, behind[pins[i].shift], behind[pins[i].shift]))
      behind[pins[i].shift] = (gint32) pins[i].stop;
  for (BjtRoutePinKind kind = BJT_ROUTE_PIN_FIRST; kind <= BJT_ROUTE_PIN_LOCKED; kind++)
    for (guint i = 0; i < n_pins; i++)
      if (pins[i].kind == kind
          && seat (state, pins[i].shift, (gint32) pins[i].stop, state->nodes[last[pins[i].shift]].next, behind[pins[i].shift]))
        last[pins[i].shift] = (gint32) pins[i].stop;
  forget_present (state);
}

/* Locked stops are there already: the others go before and behind them as in the plan. */
void
bjt_route_seat_start (BjtRouteState      *state,
                      const BjtRoutePlan *start)
{
  const BjtRouteNet *net = state->net;

  for (guint k = 0; k < MIN (net->n_shifts, start->routes->len); k++)
    {
      const GArray *visits = bjt_route_plan_get_route (start, k)->visits;
      gint32        last = bjt_route_net_start (net, k);

      for (guint i = 0; i < visits->len; i++)
        {
          guint stop = g_array_index (visits, BjtRouteVisit, i).stop;

          if (stop >= net->n_stops)
            continue;
          if (state->nodes[stop].route == (gint32) k || seat (state, k, (gint32) stop, state->nodes[last].next, bjt_route_net_end (net, k)))
            last = (gint32) stop;
        }
    }
  forget_present (state);
}
