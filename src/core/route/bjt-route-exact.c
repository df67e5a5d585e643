/* bjt-route-exact.c: stop after stop is put into every place between those before it,
 * in every window it has, or left out; so each order of each choice comes once.
 *
 * An order is given up where it misses more than the best there is, or where it costs
 * more and the ways keep the triangle: a stop more makes no way shorter and nobody
 * earlier. Where they do not keep it, it is not for this; nor where there is a lunch,
 * which a route that is over before it need not have. */
#include "bjt-route-exact.h"

#define MOST_STOPS 9
#define MOST_SPANS 8     /* windows of a stop */
#define MOST_LOOKS 400000 /* a third of a second */
#define LOOKS_PER_REST 256

typedef struct
{
  BjtRouteState *now, *best;
  BjtRouteWatch *watch;
  guint          n_looks;
  gboolean       is_over;
} Exact;

static gint32
get_time (const BjtRouteNet *net,
          gint32             from,
          gint32             to)
{
  return net->time_out[(gsize) net->row[from] * net->n_rows + (gsize) net->row[to]];
}

static gint32
get_cost (const BjtRouteNet *net,
          gint32             from,
          gint32             to)
{
  return net->cost_out[(gsize) net->row[from] * net->n_rows + (gsize) net->row[to]];
}

/* Nodes are those of the stops, the start and the end. */
static gboolean
keeps_triangle (const BjtRouteNet *net)
{
  gint32 n = (gint32) net->n_stops + 2; /* with one shift they follow each other */

  for (gint32 i = 0; i < n; i++)
    for (gint32 j = 0; j < n; j++)
      for (gint32 k = 0; k < (gint32) net->n_stops && i != j; k++)
        if (k != i && k != j
            && ((gint64) get_time (net, i, k) + net->duration[k] + get_time (net, k, j) < get_time (net, i, j)
                || (gint64) get_cost (net, i, k) + get_cost (net, k, j) < get_cost (net, i, j)))
          return FALSE;
  return TRUE;
}

static gboolean
suits (const BjtRouteNet *net)
{
  if (net->n_shifts != 1 || net->n_stops == 0 || net->n_stops > MOST_STOPS || net->has_limit || net->has_demand || net->has_lunches)
    return FALSE;
  for (guint i = 0; i < net->n_stops; i++)
    {
      const BjtRouteSpan *spans;

      if (net->pin[i] > 1 + BJT_ROUTE_PIN_SHIFT || bjt_route_net_get_spans (net, 0, (gint32) i, &spans) > MOST_SPANS)
        return FALSE;
    }
  return keeps_triangle (net);
}

/* Whether what is in it already counts more than the best, which more stops only add to. */
static gboolean
is_lost (const Exact *self,
         gint64       penalty,
         gint64       prize_missed,
         guint        n_must_missed)
{
  const BjtRouteState *best = self->best;

  if (n_must_missed != best->n_must_missed)
    return n_must_missed > best->n_must_missed;
  if (!self->now->net->priority_first)
    return self->now->cost + penalty >= best->cost + best->penalty;
  return prize_missed != best->prize_missed ? prize_missed > best->prize_missed : self->now->cost >= best->cost;
}

static void
take (Exact *self)
{
  BjtRouteState *best = self->best;

  bjt_route_state_copy (best, self->now);
  best->n_absent = 0;
  for (gint32 i = 0; i < (gint32) best->net->n_stops; i++)
    if (best->nodes[i].route < 0)
      best->absent[best->n_absent++] = i;
}

/* What the stops from this one on, which are not decided yet, count as absent. */
typedef struct
{
  gint64 penalty, prize;
  guint  n_must;
} Missed;

static void decide (Exact *self, gint32 stop, Missed missed);

static void
put_everywhere (Exact *self,
                gint32 stop,
                Missed missed)
{
  BjtRouteState *now = self->now;
  BjtRouteSpan   spans[MOST_SPANS];

  for (gint32 q = now->nodes[bjt_route_net_start (now->net, 0)].next; q >= 0 && !self->is_over; q = now->nodes[q].next)
    {
      guint n_spans = bjt_route_state_get_extra_cost (now, stop, q) < BJT_ROUTE_HOLE ? bjt_route_state_find_spans (now, stop, q, spans, MOST_SPANS) : 0;

      for (guint s = 0; s < n_spans && !self->is_over; s++)
        {
          bjt_route_state_insert (now, stop, q, spans[s]);
          bjt_route_state_count_absent (now, stop, -1);
          decide (self, stop + 1, missed);
          bjt_route_state_unlink (now, stop);
          bjt_route_state_renew (now, 0);
          bjt_route_state_count_absent (now, stop, 1);
        }
    }
}

/* @missed: of the stops before this one that are left out. */
static void
decide (Exact *self,
        gint32 stop,
        Missed missed)
{
  const BjtRouteNet *net = self->now->net;

  self->n_looks++;
  if (self->n_looks >= MOST_LOOKS || (self->n_looks % LOOKS_PER_REST == 0 && bjt_route_watch_is_over (self->watch, self->best)))
    self->is_over = TRUE;
  if (self->is_over || is_lost (self, missed.penalty, missed.prize, missed.n_must))
    return;
  if (stop == (gint32) net->n_stops)
    {
      take (self);
      return;
    }
  if (net->eligible[(gsize) net->type[0] * net->n_stops + (guint) stop])
    put_everywhere (self, stop, missed);
  missed.penalty += net->penalty[stop];
  missed.prize += net->prize[stop];
  missed.n_must += net->must[stop];
  decide (self, stop + 1, missed);
}

gboolean
bjt_route_exact_improve (BjtRouteState *best,
                         BjtRouteWatch *watch)
{
  g_autoptr (BjtRouteState) now = NULL;
  Exact self = { .best = best, .watch = watch };

  if (!suits (best->net))
    return FALSE;
  self.now = now = bjt_route_state_new (best->net);
  decide (&self, 0, (Missed) { 0, 0, 0 });
  return !self.is_over;
}
