/* bjt-route-anneal.c: keeps a step that is better, or worse by no more than the
 * temperature allows; the temperature falls with the budget used.
 *
 * The best is copied only when it is left: most bests are followed by a better
 * one at once. */
#include "bjt-route-anneal.h"

#include <time.h>

#define ROUNDS_PER_LOOK 16 /* at the clock, whether cancelled */
#define REPORT_SECONDS 0.1

double
bjt_route_watch_get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

double
bjt_route_watch_get_fraction (const BjtRouteWatch *self)
{
  double by_time = 0, by_rounds = 0;

  if (self->seconds > 0)
    by_time = (bjt_route_watch_get_seconds () - self->begin) / self->seconds;
  if (self->n_rounds > 0)
    by_rounds = (double) self->n_done / (double) self->n_rounds;
  return MIN (1, MAX (by_time, by_rounds));
}

gboolean
bjt_route_watch_is_over (BjtRouteWatch       *self,
                         const BjtRouteState *best)
{
  double now;

  self->stopped = self->stopped || g_cancellable_is_cancelled (self->cancellable);
  if (self->report != NULL && (now = bjt_route_watch_get_seconds ()) > self->reported + REPORT_SECONDS)
    {
      self->reported = now;
      self->report (self, best);
    }
  return self->stopped || bjt_route_watch_get_fraction (self) >= 1;
}

static inline double
get_energy (const BjtRouteState *state)
{
  return (double) (state->cost + state->penalty + bjt_route_state_get_unfairness (state));
}

void
bjt_route_anneal (BjtRouteSearch     *search,
                  BjtRouteState      *best,
                  BjtRouteWatch      *watch,
                  const BjtRouteHeat *heat,
                  double              upto)
{
  const BjtRouteNet *net = search->net;
  double             from = bjt_route_watch_get_fraction (watch), heat_now = 0, first = heat->first * net->mean_near;
  gboolean           now_is_best = FALSE;

  for (guint64 round = 0;; round++)
    {
      if (round % ROUNDS_PER_LOOK == 0)
        {
          double fraction = bjt_route_watch_get_fraction (watch);

          if (fraction >= upto || bjt_route_watch_is_over (watch, now_is_best ? search->now : best))
            break;
          heat_now = first * pow (heat->last / heat->first, (fraction - from) / (upto - from));
        }
      watch->n_done++;
      if (!bjt_route_search_step (search)
          || get_energy (search->next) >= get_energy (search->now) - heat_now * log (bjt_route_random_unit (&search->random)))
        {
          bjt_route_search_take_back (search);
          continue;
        }
      if (now_is_best && bjt_route_state_compare (search->next, search->now) > 0)
        {
          bjt_route_state_copy (best, search->now);
          now_is_best = FALSE;
        }
      bjt_route_search_keep (search);
      if (bjt_route_state_compare (search->now, best) < 0)
        now_is_best = watch->is_better = TRUE;
    }
  if (now_is_best)
    bjt_route_state_copy (best, search->now);
}
