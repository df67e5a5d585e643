/* bjt-route-state.c: linked routes and the times in them.
 *
 * A stop between p and q fits where it is reached before its window closes and
 * q is still reached before q must begin: done[p] and late[q] tell. Both are
 * kept by going on from a change until nothing changes more. Lunch is a node of
 * no place: the worker has it where the stop before it is, so its row is that of
 * the node before. */
#include "bjt-route-state.h"

#include <string.h>

#define NEVER (-BJT_ROUTE_HOLE) /* two ways and times less still fit 32 bits */

BjtRouteState *
bjt_route_state_new (const BjtRouteNet *net)
{
  BjtRouteState *self = g_new0 (BjtRouteState, 1);

  self->net = net;
  self->nodes = g_new0 (BjtRouteNode, net->n_nodes + 1);
  self->spans = g_new0 (BjtRouteSpan, net->n_nodes + 1);
  self->loads = g_new0 (BjtRouteLoad, net->n_shifts + 1);
  self->absent = g_new (gint32, net->n_stops + 1);
  self->works = net->balance > 0 ? g_new0 (gint64, net->n_workers) : NULL;
  if (net->has_limit)
    {
      self->before = g_new0 (BjtRouteStretch, net->n_nodes + 1);
      self->after = g_new0 (BjtRouteStretch, net->n_nodes + 1);
    }
  for (guint i = 0; i < net->n_stops; i++)
    {
      self->nodes[i] = (BjtRouteNode) { .next = -1, .prev = -1, .row = net->row[i], .route = -1 };
      self->absent[self->n_absent++] = (gint32) i;
      bjt_route_state_count_absent (self, (gint32) i, 1);
    }
  for (guint k = 0; k < net->n_shifts; k++)
    {
      gint32 start = bjt_route_net_start (net, k), end = bjt_route_net_end (net, k), lunch = bjt_route_net_lunch (net, k);
      gint32 second = net->has_lunch[k] ? lunch : end;

      self->nodes[start] = (BjtRouteNode) { .next = second, .prev = -1, .row = net->row[start], .route = (gint32) k };
      self->nodes[lunch] = (BjtRouteNode) { .next = end, .prev = start, .row = net->row[start], .route = (gint32) k };
      self->nodes[end] = (BjtRouteNode) { .next = -1, .prev = net->has_lunch[k] ? lunch : start, .row = net->row[end], .route = (gint32) k };
      self->spans[start] = self->spans[end] = (BjtRouteSpan) { net->shifts[k]->from, net->shifts[k]->to };
      self->spans[lunch] = (BjtRouteSpan) { net->shifts[k]->lunch_from, net->shifts[k]->lunch_to };
      bjt_route_state_renew (self, k);
    }
  return self;
}

void
bjt_route_state_free (BjtRouteState *self)
{
  g_free (self->nodes);
  g_free (self->spans);
  g_free (self->before);
  g_free (self->after);
  g_free (self->loads);
  g_free (self->works);
  g_free (self->absent);
  g_free (self);
}

void
bjt_route_state_copy (BjtRouteState       *self,
                      const BjtRouteState *from)
{
  const BjtRouteNet *net = self->net;

  memcpy (self->nodes, from->nodes, net->n_nodes * sizeof *self->nodes);
  memcpy (self->spans, from->spans, net->n_nodes * sizeof *self->spans);
  memcpy (self->loads, from->loads, net->n_shifts * sizeof *self->loads);
  if (net->has_limit)
    {
      memcpy (self->before, from->before, net->n_nodes * sizeof *self->before);
      memcpy (self->after, from->after, net->n_nodes * sizeof *self->after);
    }
  bjt_route_state_copy_sums (self, from);
}

void
bjt_route_state_copy_sums (BjtRouteState       *self,
                           const BjtRouteState *from)
{
  memcpy (self->absent, from->absent, from->n_absent * sizeof *self->absent);
  self->n_absent = from->n_absent;
  if (self->works != NULL)
    memcpy (self->works, from->works, self->net->n_workers * sizeof *self->works);
  self->cost = from->cost;
  self->penalty = from->penalty;
  self->prize_missed = from->prize_missed;
  self->n_must_missed = from->n_must_missed;
}

void
bjt_route_state_copy_node (BjtRouteState       *self,
                           const BjtRouteState *from,
                           gint32               node)
{
  self->nodes[node] = from->nodes[node];
  self->spans[node] = from->spans[node];
  if (self->before != NULL)
    {
      self->before[node] = from->before[node];
      self->after[node] = from->after[node];
    }
}

void
bjt_route_state_count_absent (BjtRouteState *self,
                              gint32         stop,
                              int            sign)
{
  self->penalty += sign * self->net->penalty[stop];
  self->prize_missed += sign * self->net->prize[stop];
  self->n_must_missed += (guint) sign * self->net->must[stop];
}

static inline gint32
get_time (const BjtRouteState *self,
          gint32               from,
          gint32               to)
{
  const BjtRouteNet *net = self->net;

  if (net->has_lunches && bjt_route_net_is_lunch (net, to))
    return 0;
  return net->time_out[(gsize) self->nodes[from].row * net->n_rows + (gsize) self->nodes[to].row];
}

/* The start, or lunch right after it. */
static inline gboolean
is_before_all (const BjtRouteState *self,
               gint32               node)
{
  gint32 prev = self->nodes[node].prev;

  return prev < 0 || self->nodes[prev].prev < 0;
}

/* Who sees nobody does not walk. */
static inline gint32
get_cost (const BjtRouteState *self,
          gint32               from,
          gint32               to)
{
  const BjtRouteNet *net = self->net;

  if (net->has_lunches && bjt_route_net_is_lunch (net, to))
    return 0;
  if (from >= (gint32) net->n_stops && to >= (gint32) net->n_stops && (!net->has_lunches || is_before_all (self, from)))
    return 0;
  return net->cost_out[(gsize) self->nodes[from].row * net->n_rows + (gsize) self->nodes[to].row];
}

static inline BjtRouteStretch
get_stretch (const BjtRouteState *self,
             gint32               node)
{
  return (BjtRouteStretch) { self->net->duration[node], self->spans[node].from, self->spans[node].to };
}

/* From the node before; TRUE: nothing changed. */
static inline gboolean
step_forward (BjtRouteState *self,
              gint32         at)
{
  BjtRouteNode *node = &self->nodes[at];
  gint32        begin = self->nodes[node->prev].done + get_time (self, node->prev, at), done;

  done = MAX (begin, self->spans[at].from) + self->net->duration[at];
  if (self->before != NULL)
    {
      BjtRouteStretch was = self->before[at], now;

      now = bjt_route_stretch_join (self->before[node->prev], get_time (self, node->prev, at), get_stretch (self, at));
      self->before[at] = now;
      if (was.time != now.time || was.from != now.from || was.to != now.to)
        {
          node->done = done;
          return FALSE;
        }
    }
  if (done == node->done)
    return TRUE;
  node->done = done;
  return FALSE;
}

static inline gboolean
is_pinned (const BjtRouteState *self,
           gint32               node,
           BjtRoutePinKind      kind)
{
  return node >= 0 && node < (gint32) self->net->n_stops && self->net->pin[node] == 1 + kind;
}

/* Nobody comes in before who is pinned first, nor behind who is pinned last; lunch in
 * between changes nothing. */
static inline void
close_gate (BjtRouteState *self,
            gint32         at)
{
  const BjtRouteNet *net = self->net;
  BjtRouteNode      *node = &self->nodes[at];
  gint32             before = node->prev, after = at;

  if (net->has_lunches && bjt_route_net_is_lunch (net, at))
    after = node->next;
  if (net->has_lunches && before >= 0 && bjt_route_net_is_lunch (net, before))
    before = self->nodes[before].prev;
  node->gate = is_pinned (self, after, BJT_ROUTE_PIN_FIRST) || is_pinned (self, before, BJT_ROUTE_PIN_LAST) ? G_MININT32 : node->late;
}

/* From the node after; TRUE: nothing changed. */
static inline gboolean
step_back (BjtRouteState *self,
           gint32         at)
{
  BjtRouteNode *node = &self->nodes[at];
  gint32        way = get_time (self, at, node->next), late = self->nodes[node->next].late - way - self->net->duration[at];
  gboolean      same;

  late = MIN (late, self->spans[at].to);
  if (late < self->spans[at].from)
    late = NEVER; /* leaving out a stop made a way longer */
  same = late == node->late;
  node->late = late;
  close_gate (self, at);
  if (self->after != NULL)
    {
      BjtRouteStretch was = self->after[at], now;

      now = bjt_route_stretch_join (get_stretch (self, at), way, self->after[node->next]);
      self->after[at] = now;
      same = same && was.time == now.time && was.from == now.from && was.to == now.to;
    }
  return same;
}

void
bjt_route_state_renew (BjtRouteState *self,
                       guint          route)
{
  const BjtRouteNet *net = self->net;
  gint32             start = bjt_route_net_start (net, route), end = bjt_route_net_end (net, route);
  gint32             at;

  self->nodes[start].done = self->spans[start].from;
  self->nodes[end].late = self->spans[end].to;
  close_gate (self, end);
  if (self->before != NULL)
    {
      self->before[start] = get_stretch (self, start);
      self->after[end] = get_stretch (self, end);
    }
  for (at = self->nodes[start].next; at >= 0; at = self->nodes[at].next)
    {
      if (net->has_lunches && bjt_route_net_is_lunch (net, at))
        self->nodes[at].row = self->nodes[self->nodes[at].prev].row;
      self->nodes[at].arc = get_cost (self, self->nodes[at].prev, at);
      step_forward (self, at);
    }
  for (at = self->nodes[end].prev; at >= 0; at = self->nodes[at].prev)
    step_back (self, at);
}

/* What the way from stop to q's side is, where q may be lunch: then on to what follows it. */
gint32
bjt_route_state_get_extra_cost (const BjtRouteState *self,
                                gint32               stop,
                                gint32               q)
{
  const BjtRouteNode *node = &self->nodes[q];

  if (!self->net->has_lunches || !bjt_route_net_is_lunch (self->net, q))
    return get_cost (self, node->prev, stop) + get_cost (self, stop, q) - node->arc;
  return get_cost (self, node->prev, stop) + get_cost (self, stop, node->next) - self->nodes[node->next].arc;
}

static gboolean
keeps_limit (const BjtRouteState *self,
             gint32               stop,
             gint32               q,
             BjtRouteSpan         span)
{
  const BjtRouteNode *node = &self->nodes[q];
  BjtRouteStretch     all, one = { self->net->duration[stop], span.from, span.to };

  all = bjt_route_stretch_join (self->before[node->prev], get_time (self, node->prev, stop), one);
  if (self->net->has_lunches && bjt_route_net_is_lunch (self->net, q))
    {
      all = bjt_route_stretch_join (all, 0, get_stretch (self, q));
      all = bjt_route_stretch_join (all, get_time (self, stop, node->next), self->after[node->next]);
    }
  else
    all = bjt_route_stretch_join (all, get_time (self, stop, q), self->after[q]);
  return all.time <= self->net->shifts[node->route]->max_time;
}

guint
bjt_route_state_find_spans (const BjtRouteState *self,
                            gint32               stop,
                            gint32               q,
                            BjtRouteSpan        *found,
                            guint                n_most)
{
  const BjtRouteNet  *net = self->net;
  const BjtRouteNode *node = &self->nodes[q];
  const BjtRouteSpan *spans;
  guint               n_spans = bjt_route_net_get_spans (net, (guint) node->route, stop, &spans), n = 0;
  gint32              reached = self->nodes[node->prev].done + get_time (self, node->prev, stop), latest;

  if (node->gate == G_MININT32)
    return 0;
  latest = node->late - get_time (self, stop, q);
  if (net->has_lunches && bjt_route_net_is_lunch (net, q))
    {
      latest = self->nodes[node->next].late - get_time (self, stop, node->next) - net->duration[q];
      latest = MIN (latest, self->spans[q].to);
      if (latest < self->spans[q].from)
        return 0; /* the way on from there is too long after lunch */
    }
  latest -= net->duration[stop];
  for (guint i = 0; i < n_spans && n < n_most; i++)
    if (reached <= spans[i].to && MAX (reached, spans[i].from) <= latest && (self->before == NULL || keeps_limit (self, stop, q, spans[i])))
      found[n++] = spans[i];
  return n;
}

gboolean
bjt_route_state_fits (const BjtRouteState *self,
                      gint32               stop,
                      gint32               q,
                      BjtRouteSpan        *span)
{
  return bjt_route_state_find_spans (self, stop, q, span, 1) > 0;
}

/* The way of a route and the time at its doors grew by so much. */
static inline void
count_work (BjtRouteState *self,
            gint32         route,
            gint64         more)
{
  if (self->works != NULL)
    self->works[self->net->worker[route]] += more;
}

gint64
bjt_route_state_get_unfairness (const BjtRouteState *self)
{
  guint  n = self->net->n_workers;
  gint64 sum = 0, above = 0;

  if (self->works == NULL)
    return 0;
  for (guint w = 0; w < n; w++)
    sum += self->works[w];
  for (guint w = 0; w < n; w++)
    above += MAX (self->works[w] * n - sum, 0);
  return above / n * self->net->balance / 1000;
}

void
bjt_route_state_insert (BjtRouteState *self,
                        gint32         stop,
                        gint32         q,
                        BjtRouteSpan   span)
{
  BjtRouteNode *node = &self->nodes[stop], *next = &self->nodes[q];
  guint         route = (guint) next->route;
  gint32        at, extra = bjt_route_state_get_extra_cost (self, stop, q);

  self->cost += extra;
  count_work (self, next->route, extra + self->net->duration[stop]);
  node->prev = next->prev;
  node->next = q;
  node->route = next->route;
  self->nodes[node->prev].next = stop;
  next->prev = stop;
  self->spans[stop] = span;
  self->loads[route].load += self->net->demand[stop];
  self->loads[route].size++;
  if (self->net->has_lunch[route])
    {
      bjt_route_state_renew (self, route);
      return;
    }
  node->arc = get_cost (self, node->prev, stop);
  next->arc = get_cost (self, stop, q);
  node->done = node->late = G_MININT32;
  for (at = stop; at >= 0 && !step_forward (self, at); at = self->nodes[at].next)
    ;
  close_gate (self, q);
  for (at = stop; at >= 0 && !step_back (self, at); at = self->nodes[at].prev)
    ;
}

void
bjt_route_state_unlink (BjtRouteState *self,
                        gint32         stop)
{
  BjtRouteNode *node = &self->nodes[stop];
  gint32        next = node->next, before, after;

  before = node->arc + self->nodes[next].arc;
  self->nodes[node->prev].next = next;
  self->nodes[next].prev = node->prev;
  self->nodes[next].arc = get_cost (self, node->prev, next);
  after = self->nodes[next].arc;
  if (self->net->has_lunches && bjt_route_net_is_lunch (self->net, next))
    {
      BjtRouteNode *beyond = &self->nodes[self->nodes[next].next];

      before += beyond->arc;
      self->nodes[next].row = self->nodes[node->prev].row;
      beyond->arc = get_cost (self, next, self->nodes[next].next);
      after += beyond->arc;
    }
  self->cost += after - before;
  count_work (self, node->route, after - before - self->net->duration[stop]);
  self->loads[node->route].load -= self->net->demand[stop];
  self->loads[node->route].size--;
  node->route = -1;
}

GArray *
bjt_route_state_dup_order (const BjtRouteState *self,
                           guint                route)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gint32 at = self->nodes[bjt_route_net_start (self->net, route)].next; at >= 0; at = self->nodes[at].next)
    if (at < (gint32) self->net->n_stops)
      {
        guint stop = (guint) at;

        g_array_append_val (order, stop);
      }
  return order;
}

int
bjt_route_state_compare (const BjtRouteState *a,
                         const BjtRouteState *b)
{
  gint64 one = a->cost + bjt_route_state_get_unfairness (a), other = b->cost + bjt_route_state_get_unfairness (b);

  if (a->n_must_missed != b->n_must_missed)
    return a->n_must_missed < b->n_must_missed ? -1 : 1;
  if (!a->net->priority_first)
    {
      one += a->penalty;
      other += b->penalty;
    }
  else if (a->prize_missed != b->prize_missed)
    return a->prize_missed < b->prize_missed ? -1 : 1;
  return (one > other) - (one < other);
}
