/* bjt-route-reason.c: asks of each shift what stands in the way, from the most
 * lasting to the most passing: who may go, is there a way, is a window open
 * while the shift could be there, has any shift room left.
 *
 * A shift alone with the stop tells all but the last: what would be possible on
 * an empty day and is not in this plan lacks room, or is not worth its way. */
#include "bjt-route-reason.h"

#include "bjt-route-insertion.h"

static gboolean
can_reach (const BjtRouteProblem *problem,
           const BjtRouteStop    *stop,
           const BjtRouteShift   *shift)
{
  return bjt_route_problem_get_time (problem, shift->start_place, stop->place) != BJT_ROUTE_UNREACHABLE
         && bjt_route_problem_get_time (problem, stop->place, shift->end_place) != BJT_ROUTE_UNREACHABLE;
}

/* Alone on an empty day: is there an open window between arriving and having to leave. */
static BjtRouteReason
look_alone (const BjtRouteProblem *problem,
            guint                  stop,
            const BjtRouteShift   *shift)
{
  const BjtRouteStop   *one = bjt_route_problem_get_stop (problem, stop);
  gint32                there = bjt_route_problem_get_time (problem, shift->start_place, one->place);
  gint32                home = bjt_route_problem_get_time (problem, one->place, shift->end_place);
  gint64                arrival = (gint64) shift->from + there, leave = (gint64) shift->to - home - one->duration;
  guint                 n_windows;
  const BjtRouteWindow *windows = bjt_route_problem_get_windows (problem, stop, &n_windows);
  gboolean              open = n_windows == 0;

  for (guint i = 0; i < n_windows; i++)
    open = open || ((windows[i].day == BJT_ROUTE_EVERY_DAY || windows[i].day == shift->day) && windows[i].from <= windows[i].to
                    && windows[i].to >= arrival && windows[i].from <= leave);
  if ((gint64) there + one->duration + home > MIN (shift->max_time, (gint64) shift->to - shift->from) || one->demand > shift->capacity)
    return BJT_ROUTE_REASON_SHIFT_FULL;
  return open ? BJT_ROUTE_REASON_NONE : BJT_ROUTE_REASON_WINDOW;
}

/* The later in this order, the nearer to being seen. */
static guint
get_rank (BjtRouteReason reason)
{
  static const guint ranks[] = {
    [BJT_ROUTE_REASON_NOT_ELIGIBLE] = 0, [BJT_ROUTE_REASON_UNREACHABLE] = 1, [BJT_ROUTE_REASON_WINDOW] = 2,
    [BJT_ROUTE_REASON_SHIFT_FULL] = 3, [BJT_ROUTE_REASON_NOT_WORTH] = 4, [BJT_ROUTE_REASON_NONE] = 5,
  };

  return ranks[reason];
}

static BjtRouteReason
find_reason (const BjtRouteProblem *problem,
             const BjtRouteState   *state,
             guint                  stop)
{
  BjtRouteReason best = BJT_ROUTE_REASON_NOT_ELIGIBLE;

  for (guint k = 0; k < state->net->n_shifts; k++)
    {
      const BjtRouteShift *shift = bjt_route_problem_get_shift (problem, k);
      BjtRouteReason       reason;

      if (!bjt_route_problem_is_eligible (problem, stop, k))
        continue;
      reason = can_reach (problem, bjt_route_problem_get_stop (problem, stop), shift) ? look_alone (problem, stop, shift)
                                                                                      : BJT_ROUTE_REASON_UNREACHABLE;
      if (get_rank (reason) > get_rank (best))
        best = reason;
    }
  if (best != BJT_ROUTE_REASON_NONE)
    return best;
  return bjt_route_state_find_insertion (state, stop, BJT_ROUTE_NONE).shift != BJT_ROUTE_NONE ? BJT_ROUTE_REASON_NOT_WORTH
                                                                                                : BJT_ROUTE_REASON_SHIFT_FULL;
}

void
bjt_route_find_reasons (const BjtRouteProblem *problem,
                        const BjtRouteState   *state,
                        BjtRoutePlan          *plan)
{
  for (guint i = 0; i < plan->unserved->len; i++)
    {
      BjtRouteUnserved *unserved = &g_array_index (plan->unserved, BjtRouteUnserved, i);

      unserved->reason = find_reason (problem, state, unserved->stop);
    }
}

const char *
bjt_route_reason_get_name (BjtRouteReason reason)
{
  static const char *const names[] = {
    [BJT_ROUTE_REASON_NONE] = "", [BJT_ROUTE_REASON_WINDOW] = "window", [BJT_ROUTE_REASON_SHIFT_FULL] = "shift-full",
    [BJT_ROUTE_REASON_NOT_ELIGIBLE] = "not-eligible", [BJT_ROUTE_REASON_UNREACHABLE] = "unreachable",
    [BJT_ROUTE_REASON_NOT_WORTH] = "not-worth",
  };

  return (guint) reason < G_N_ELEMENTS (names) ? names[reason] : "";
}
