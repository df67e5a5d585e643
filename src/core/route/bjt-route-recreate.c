/* bjt-route-recreate.c: puts absent stops where they cost least.
 *
 * In an order drawn anew each time; each position is passed over with a small
 * chance (a blink). Few stops try every position, many those beside the stops
 * that fit with them; of routes that are empty and alike one is tried.
 *
 * This is where the time goes: the ways from and to one stop lie in two rows,
 * and a position is weighed before it is asked whether the stop fits there. */
#include "bjt-route-search.h"

#include <stdlib.h>

typedef struct
{
  gint32       at;   /* before this node; -1: nowhere */
  gint32       cost;
  BjtRouteSpan span;
} Spot;

enum
{
  BY_CHANCE,
  BY_DEMAND,
  BY_FAR,
  BY_NEAR,
  BY_LENGTH,
  BY_FROM,
  BY_TO,
  BY_PRIZE,
  BY_RATE,
  N_ORDERS
};

static guint
choose_order (BjtRouteSearch *self)
{
  const BjtRouteNet *net = self->net;
  const guint        weights[N_ORDERS] = {
    [BY_CHANCE] = 4, [BY_DEMAND] = net->has_demand ? 4 : 0, [BY_FAR] = 2, [BY_NEAR] = 1,
    [BY_LENGTH] = net->timed ? 2 : 0, [BY_FROM] = net->timed ? 2 : 0, [BY_TO] = net->timed ? 2 : 0,
    [BY_PRIZE] = net->has_optional ? 4 : 0, [BY_RATE] = net->has_optional ? 4 : 0,
  };
  guint sum = 0, drawn, order = 0;

  for (guint i = 0; i < N_ORDERS; i++)
    sum += weights[i];
  drawn = bjt_route_random_below (&self->random, sum);
  while (drawn >= weights[order])
    drawn -= weights[order++];
  return order;
}

static gint64
get_key (BjtRouteSearch *self,
         guint           order,
         gint32          stop)
{
  const BjtRouteNet  *net = self->net;
  const BjtRouteSpan *first = net->spans + net->span_at[stop], *last = net->spans + net->span_at[stop + 1] - 1;
  gsize               depot = (gsize) stop * net->n_rows + (net->n_shifts > 0 ? (gsize) net->row[net->n_stops] : 0);

  if (last < first && (order == BY_LENGTH || order == BY_FROM || order == BY_TO))
    return 0;
  switch (order)
    {
    case BY_DEMAND:
      return -net->demand[stop];
    case BY_FAR:
      return -(gint64) net->cost_in[depot];
    case BY_NEAR:
      return net->cost_in[depot];
    case BY_LENGTH:
      return (gint64) last->to - first->from;
    case BY_FROM:
      return first->from;
    case BY_TO:
      return -(gint64) last->to;
    case BY_PRIZE:
      return -net->penalty[stop];
    case BY_RATE:
      return -net->penalty[stop] * 1000 / (net->duration[stop] + (gint64) net->mean_near + 1);
    default:
      return (gint64) (bjt_route_random_next (&self->random) >> 1);
    }
}

static int
compare_stops (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const gint64 *keys = user_data;
  gint32        one = *(const gint32 *) a, other = *(const gint32 *) b;

  if (keys[one] != keys[other])
    return keys[one] < keys[other] ? -1 : 1;
  return (one > other) - (one < other);
}

static inline void
add_tried (BjtRouteSearch *self,
           gint32          stop,
           guint          *n_tried)
{
  if (self->is_tried[stop])
    return;
  self->is_tried[stop] = TRUE;
  self->tried[(*n_tried)++] = stop;
}

/* Those just removed, the last of the absent; of those absent for long the ones near to
 * where it was ruined, and the more worthy of two drawn, some times. */
static guint
gather_tried (BjtRouteSearch *self,
              guint           n_removed)
{
  const BjtRouteNet   *net = self->net;
  const BjtRouteState *state = self->next;
  guint                n_old = state->n_absent - n_removed, n = 0, n_close = self->manner.n_close;
  const guint32       *near = net->near + (gsize) self->seed * net->n_near;

  for (guint i = n_old <= self->manner.n_close + self->manner.n_absent ? 0 : n_old; i < state->n_absent; i++)
    add_tried (self, state->absent[i], &n);
  if (n < state->n_absent)
    {
      for (guint i = 0; i < MIN (net->n_near, n_close); i++)
        if (state->nodes[near[i]].route < 0 && (bjt_route_random_next (&self->random) & 3) != 0)
          add_tried (self, (gint32) near[i], &n);
      for (guint i = 0; i < self->manner.n_absent; i++)
        {
          gint32 a = state->absent[bjt_route_random_below (&self->random, n_old)], b = state->absent[bjt_route_random_below (&self->random, n_old)];

          add_tried (self, net->penalty[a] >= net->penalty[b] ? a : b, &n);
        }
    }
  for (guint i = 0; i < n; i++)
    self->is_tried[self->tried[i]] = FALSE;
  return n;
}

static void
sort_tried (BjtRouteSearch *self,
            guint           n_tried)
{
  gint32 *tried = self->tried;
  guint   order = choose_order (self);

  for (guint i = 0; i < n_tried; i++)
    self->keys[tried[i]] = get_key (self, order, tried[i]);
  if (n_tried > 40)
    {
      g_qsort_with_data (tried, (gint) n_tried, sizeof *tried, compare_stops, self->keys);
      return;
    }
  for (guint i = 1; i < n_tried; i++)
    {
      gint32 stop = tried[i];
      guint  j = i;

      for (; j > 0 && compare_stops (&tried[j - 1], &stop, self->keys) > 0; j--)
        tried[j] = tried[j - 1];
      tried[j] = stop;
    }
}

static guint
draw_blink (BjtRouteSearch *self)
{
  double gap = log (bjt_route_random_unit (&self->random)) * self->blink_scale;

  return self->blink_scale == 0 ? G_MAXUINT : gap < 1e6 ? 1 + (guint) gap : 1000000;
}

static inline gboolean
is_blink (BjtRouteSearch *self)
{
  if (G_LIKELY (--self->until_blink > 0))
    return FALSE;
  self->until_blink = draw_blink (self);
  return TRUE;
}

/* Every position of a route, within one window. */
static inline void
scan_route (BjtRouteSearch *self,
            gint32          stop,
            guint           route,
            BjtRouteSpan    span,
            Spot           *best)
{
  const BjtRouteNet  *net = self->net;
  const BjtRouteNode *nodes = self->next->nodes, *p = &nodes[bjt_route_net_start (net, route)], *q;
  gsize               row = (gsize) stop * net->n_rows;
  const gint32       *cost_in = net->cost_in + row, *cost_out = net->cost_out + row;
  const gint32       *time_in = net->time_in + row, *time_out = net->time_out + row;
  gint32              duration = net->duration[stop];

  for (; p->next >= 0 && p->done <= span.to; p = q)
    {
      gint32 cost, begin;

      q = &nodes[p->next];
      cost = cost_in[p->row] + cost_out[q->row] - q->arc;
      if (cost >= best->cost || is_blink (self))
        continue;
      begin = p->done + time_in[p->row];
      begin = MAX (begin, span.from);
      if (begin > span.to || begin + duration + time_out[q->row] > q->gate)
        continue;
      *best = (Spot) { p->next, cost, span };
    }
}

/* What it counts besides that one who works more than the mean gets so much way more. */
static inline gint32
get_lean (const BjtRouteSearch *self,
          gint32                stop,
          guint                 route,
          gint32                cost)
{
  const BjtRouteNet *net = self->net;

  if (net->balance == 0 || self->next->works[net->worker[route]] <= self->mean_work)
    return 0;
  return (gint32) ((gint64) (net->duration[stop] + cost) * net->balance / 1000);
}

/* The same where lunch, a limit or balance is to be kept. */
static void
scan_route_with_care (BjtRouteSearch *self,
                      gint32          stop,
                      guint           route,
                      Spot           *best)
{
  const BjtRouteState *state = self->next;
  BjtRouteSpan         span;

  for (gint32 q = state->nodes[bjt_route_net_start (self->net, route)].next; q >= 0; q = state->nodes[q].next)
    {
      gint32 cost;

      cost = bjt_route_state_get_extra_cost (state, stop, q);
      cost += get_lean (self, stop, route, cost);
      if (cost < best->cost && !is_blink (self) && bjt_route_state_fits (state, stop, q, &span))
        *best = (Spot) { q, cost, span };
    }
}

static inline gboolean
may_go (const BjtRouteSearch *self,
        gint32                stop,
        guint                 route)
{
  const BjtRouteNet *net = self->net;

  if (!net->all_eligible && !net->eligible[(gsize) net->type[route] * net->n_stops + (guint) stop])
    return FALSE;
  return !net->has_demand || net->demand[stop] <= net->shifts[route]->capacity - self->next->loads[route].load;
}

static void
try_route (BjtRouteSearch *self,
           gint32          stop,
           guint           route,
           Spot           *best)
{
  const BjtRouteSpan *spans;
  guint               n_spans;

  if (!may_go (self, stop, route))
    return;
  if (self->net->needs_care)
    {
      scan_route_with_care (self, stop, route, best);
      return;
    }
  n_spans = bjt_route_net_get_spans (self->net, route, stop, &spans);
  for (guint i = 0; i < n_spans; i++)
    scan_route (self, stop, route, spans[i], best);
}

typedef struct
{
  const BjtRouteNode *nodes;
  const gint32       *cost_in, *cost_out, *time_in, *time_out; /* of the stop */
  gint32              stop, duration;
  BjtRouteSpan        span;
} Fit;

/* Between p and q, where the stop has one window and nothing else is to be kept:
 * the cost first, since most positions cost too much. */
static inline __attribute__ ((always_inline)) void
try_position (BjtRouteSearch *self,
              const Fit      *fit,
              gint32          p,
              gint32          q,
              gint32          row_p,
              gint32          row_q,
              Spot           *best)
{
  const BjtRouteNode *before = &fit->nodes[p], *after = &fit->nodes[q];
  gint32              cost = fit->cost_in[row_p] + fit->cost_out[row_q] - after->arc, begin;

  if (cost >= best->cost || is_blink (self))
    return;
  begin = before->done + fit->time_in[row_p];
  begin = MAX (begin, fit->span.from);
  if (begin <= fit->span.to && begin + fit->duration + fit->time_out[row_q] <= after->gate && may_go (self, fit->stop, (guint) after->route))
    *best = (Spot) { q, cost, fit->span };
}

static void
try_position_with_care (BjtRouteSearch *self,
                        gint32          stop,
                        gint32          q,
                        Spot           *best)
{
  gint32       cost = bjt_route_state_get_extra_cost (self->next, stop, q);
  BjtRouteSpan span;

  cost += get_lean (self, stop, (guint) self->next->nodes[q].route, cost);
  if (cost < best->cost && !is_blink (self) && bjt_route_state_fits (self->next, stop, q, &span))
    *best = (Spot) { q, cost, span };
}

static void
try_neighbours_with_care (BjtRouteSearch *self,
                          gint32          stop,
                          Spot           *best)
{
  const BjtRouteNet  *net = self->net;
  const BjtRouteNode *nodes = self->next->nodes;
  gsize               at = (gsize) stop * net->n_fit;

  for (guint i = 0; i < net->n_fit; i++)
    {
      const BjtRouteNode *p = &nodes[net->before[at + i]];
      gint32              q = (gint32) net->after[at + i];

      if (p->route >= 0 && may_go (self, stop, (guint) p->route))
        try_position_with_care (self, stop, p->next, best);
      if (nodes[q].route >= 0 && may_go (self, stop, (guint) nodes[q].route))
        try_position_with_care (self, stop, q, best);
    }
}

static void
try_neighbours (BjtRouteSearch *self,
                gint32          stop,
                Spot           *best)
{
  const BjtRouteNet *net = self->net;
  gsize              row = (gsize) stop * net->n_rows;
  const guint32     *before = net->before + (gsize) stop * net->n_fit, *after = net->after + (gsize) stop * net->n_fit;
  const Fit          fit = { self->next->nodes, net->cost_in + row, net->cost_out + row, net->time_in + row, net->time_out + row,
                             stop, net->duration[stop], net->spans[stop] };

  for (guint i = 0; i < net->n_fit; i++)
    {
      gint32 p = (gint32) before[i], q = (gint32) after[i];

      if (fit.nodes[p].route >= 0)
        try_position (self, &fit, p, fit.nodes[p].next, p, fit.nodes[fit.nodes[p].next].row, best);
      if (fit.nodes[q].route >= 0)
        try_position (self, &fit, fit.nodes[q].prev, q, fit.nodes[fit.nodes[q].prev].row, q, best);
    }
}

static void
find_empty (BjtRouteSearch *self)
{
  for (guint type = 0; type < self->net->n_types; type++)
    self->empty[type] = -1;
  for (guint k = self->net->n_shifts; k-- > 0;)
    if (self->next->loads[k].size == 0)
      self->empty[self->net->type[k]] = (gint32) k;
}

/* Another empty route of the type of one that has just been taken. */
static void
replace_empty (BjtRouteSearch *self,
               guint           route)
{
  guint type = self->net->type[route];

  if (self->empty[type] != (gint32) route)
    return;
  self->empty[type] = -1;
  for (guint k = route + 1; k < self->net->n_shifts && self->empty[type] < 0; k++)
    if (self->net->type[k] == type && self->next->loads[k].size == 0)
      self->empty[type] = (gint32) k;
}

static gboolean
find_spot (BjtRouteSearch *self,
           gint32          stop,
           Spot           *best)
{
  const BjtRouteNet *net = self->net;
  double             most = self->greed * (double) net->penalty[stop];

  *best = (Spot) { -1, net->must[stop] || most >= BJT_ROUTE_HOLE ? BJT_ROUTE_HOLE : (gint32) most, { 0, 0 } };
  if (net->pin[stop] > 1 + BJT_ROUTE_PIN_SHIFT)
    return FALSE;
  for (guint type = 0; type < net->n_types; type++)
    if (self->empty[type] >= 0)
      try_route (self, stop, (guint) self->empty[type], best);
  if (net->before != NULL && (net->needs_care || !net->one_span))
    try_neighbours_with_care (self, stop, best);
  else if (net->before != NULL)
    try_neighbours (self, stop, best);
  if (net->before == NULL || (best->at < 0 && (self->is_thorough || net->must[stop])))
    for (guint k = 0; k < net->n_shifts; k++)
      if (self->next->loads[k].size > 0)
        try_route (self, stop, k, best);
  return best->at >= 0;
}

static gint64
get_mean_work (const BjtRouteState *state)
{
  gint64 sum = 0;

  if (state->works == NULL)
    return 0;
  for (guint w = 0; w < state->net->n_workers; w++)
    sum += state->works[w];
  return sum / state->net->n_workers;
}

void
bjt_route_search_recreate (BjtRouteSearch *self,
                           guint           n_removed)
{
  BjtRouteState *state = self->next;
  guint          n_tried = gather_tried (self, n_removed), n_left = 0;

  sort_tried (self, n_tried);
  find_empty (self);
  self->mean_work = get_mean_work (state);
  for (guint i = 0; i < n_tried; i++)
    {
      gint32 stop = self->tried[i];
      guint  route;
      Spot   spot;

      if (!find_spot (self, stop, &spot))
        continue;
      route = (guint) state->nodes[spot.at].route;
      bjt_route_search_touch (self, route);
      g_array_append_val (self->nodes, stop);
      bjt_route_state_insert (state, stop, spot.at, spot.span);
      bjt_route_state_count_absent (state, stop, -1);
      replace_empty (self, route);
    }
  for (guint i = 0; i < state->n_absent; i++)
    if (state->nodes[state->absent[i]].route < 0)
      state->absent[n_left++] = state->absent[i];
  state->n_absent = n_left;
}
