/* bjt-route-repair.c: lowers the lateness of an order by shifting short chains.
 *
 * Stops may be late meanwhile; the sum of how late is what counts. A chain of up
 * to three goes where it lowers the sum; where none does, some stops are shifted at
 * random, more of them each time it comes to nothing (da Silva and Urrutia, Discrete
 * Optimization 7, 2010). Times are gone through anew only from the first change to
 * where they are as they were. */
#include "bjt-route-repair.h"

#include "bjt-route-random.h"

#include <string.h>

#define MOST_STOPS 200 /* a look at all shifts is quadratic */
#define LONGEST_CHAIN 3
#define MOST_SHIFTED 8
#define STEPS_PER_LOOK 8

typedef struct
{
  const BjtRouteNet *net;
  gint32            *order;  /* n nodes, the start before them, the end behind them */
  gint32            *tried;
  gint64            *done;   /* of positions */
  gint64            *late;   /* summed up to the position */
  guint              n;
  BjtRouteRandom     random;
} Repair;

static void
repair_clear (Repair *self)
{
  g_free (self->order);
  g_free (self->tried);
  g_free (self->done);
  g_free (self->late);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Repair, repair_clear)

static inline BjtRouteSpan
get_span (const Repair *self,
          gint32        node)
{
  if (node < (gint32) self->net->n_stops)
    return self->net->spans[node];
  return (BjtRouteSpan) { self->net->shifts[0]->from, self->net->shifts[0]->to };
}

static inline gint64
get_way (const Repair *self,
         gint32        from,
         gint32        to)
{
  return self->net->time_out[(gsize) self->net->row[from] * self->net->n_rows + (gsize) self->net->row[to]];
}

/* Times and lateness of the order from this position on. */
static void
reckon (Repair *self,
        guint   from)
{
  for (guint i = from; i <= self->n + 1; i++)
    {
      BjtRouteSpan span = get_span (self, self->order[i]);
      gint64       begin = i == 0 ? span.from : self->done[i - 1] + get_way (self, self->order[i - 1], self->order[i]);

      begin = MAX (begin, span.from);
      self->done[i] = begin + self->net->duration[self->order[i]];
      self->late[i] = (i == 0 ? 0 : self->late[i - 1]) + MAX (begin - span.to, 0);
    }
}

static inline gint64
get_lateness (const Repair *self)
{
  return self->late[self->n + 1];
}

/* Of what is tried, which differs from the order between the two positions alone; more
 * than the order's where it is not less. */
static gint64
weigh (const Repair *self,
       guint         first,
       guint         last)
{
  gint64 done = self->done[first - 1], late = self->late[first - 1], most = get_lateness (self);

  for (guint i = first; i <= self->n + 1; i++)
    {
      BjtRouteSpan span = get_span (self, self->tried[i]);
      gint64       begin = done + get_way (self, self->tried[i - 1], self->tried[i]);

      begin = MAX (begin, span.from);
      late += MAX (begin - span.to, 0);
      done = begin + self->net->duration[self->tried[i]];
      if (late >= most)
        return most;
      if (i > last && done == self->done[i])
        return late + most - self->late[i];
    }
  return late;
}

/* The chain from position i on stands at position j in what is tried. */
static void
shift_chain (Repair *self,
             guint   i,
             guint   size,
             guint   j)
{
  guint first = MIN (i, j), last = MAX (i, j) + size - 1;

  memcpy (self->tried + first, self->order + first, (last - first + 1) * sizeof *self->tried);
  memcpy (self->tried + j, self->order + i, size * sizeof *self->tried);
  if (j < i)
    memcpy (self->tried + j + size, self->order + j, (i - j) * sizeof *self->tried);
  else
    memcpy (self->tried + i, self->order + i + size, (j - i) * sizeof *self->tried);
}

static gboolean
try_chain (Repair *self,
           guint   i,
           guint   size)
{
  for (guint j = 1; j + size <= self->n + 1; j++)
    {
      guint first = MIN (i, j), last = MAX (i, j) + size - 1;

      if (i == j)
        continue;
      shift_chain (self, i, size, j);
      if (weigh (self, first, last) < get_lateness (self))
        {
          memcpy (self->order + first, self->tried + first, (last - first + 1) * sizeof *self->order);
          reckon (self, first);
          return TRUE;
        }
      memcpy (self->tried + first, self->order + first, (last - first + 1) * sizeof *self->tried);
    }
  return FALSE;
}

/* Until no chain lowers the lateness; FALSE: the budget is used up. */
static gboolean
settle (Repair              *self,
        BjtRouteWatch       *watch,
        double               upto,
        const BjtRouteState *state)
{
  guint n_vain = 0;

  for (guint i = 1; n_vain < self->n && get_lateness (self) > 0; i = i == self->n ? 1 : i + 1)
    {
      gboolean helped = FALSE;

      for (guint size = 1; size <= LONGEST_CHAIN && i + size <= self->n + 1 && !helped; size++)
        helped = try_chain (self, i, size);
      n_vain = helped ? 0 : n_vain + 1;
      watch->n_done++;
      if (watch->n_done % STEPS_PER_LOOK == 0 && (bjt_route_watch_is_over (watch, state) || bjt_route_watch_get_fraction (watch) >= upto))
        return FALSE;
    }
  return TRUE;
}

static void
shake (Repair *self,
       guint   n_shifted)
{
  for (guint k = 0; k < n_shifted; k++)
    {
      guint i = 1 + bjt_route_random_below (&self->random, self->n), j = 1 + bjt_route_random_below (&self->random, self->n);

      shift_chain (self, i, 1, j);
      memcpy (self->order + MIN (i, j), self->tried + MIN (i, j), (MAX (i, j) - MIN (i, j) + 1) * sizeof *self->order);
    }
  reckon (self, 1);
}

static void
look (Repair              *self,
      BjtRouteWatch       *watch,
      double               upto,
      const BjtRouteState *state)
{
  g_autofree gint32 *least = g_memdup2 (self->order, (self->n + 2) * sizeof *self->order);
  gint64             lateness = get_lateness (self);
  guint              n_shifted = 1;

  while (settle (self, watch, upto, state) && get_lateness (self) > 0)
    {
      n_shifted = get_lateness (self) < lateness ? 1 : MIN (n_shifted + 1, MOST_SHIFTED);
      if (get_lateness (self) <= lateness)
        {
          lateness = get_lateness (self);
          memcpy (least, self->order, (self->n + 2) * sizeof *least);
        }
      memcpy (self->order, least, (self->n + 2) * sizeof *least);
      memcpy (self->tried, least, (self->n + 2) * sizeof *least);
      shake (self, n_shifted);
    }
}

/* Nothing but the times of one route with one window each to be kept. */
static gboolean
suits (const BjtRouteState *state)
{
  const BjtRouteNet *net = state->net;
  gint64             demand = 0;
  guint              n_must = 0;

  if (net->n_shifts != 1 || !net->one_span || !net->all_eligible || net->has_limit || net->has_lunches || state->n_must_missed == 0)
    return FALSE;
  for (guint i = 0; i < net->n_stops; i++)
    {
      if (net->pin[i] > 1 + BJT_ROUTE_PIN_SHIFT)
        return FALSE;
      n_must += net->must[i];
      demand += net->must[i] ? net->demand[i] : 0;
    }
  return n_must > 1 && n_must <= MOST_STOPS && demand <= net->shifts[0]->capacity;
}

/* Those missed go to the end, the earliest to close first. */
static void
gather (Repair              *self,
        const BjtRouteState *state)
{
  const BjtRouteNet *net = state->net;

  self->order[0] = bjt_route_net_start (net, 0);
  for (gint32 at = state->nodes[self->order[0]].next; at < (gint32) net->n_stops; at = state->nodes[at].next)
    if (net->must[at])
      self->order[++self->n] = at;
  for (gint32 i = 0; i < (gint32) net->n_stops; i++)
    if (state->nodes[i].route < 0 && net->must[i])
      {
        guint at = ++self->n;

        for (; at > 1 && net->spans[self->order[at - 1]].to > net->spans[i].to; at--)
          self->order[at] = self->order[at - 1];
        self->order[at] = i;
      }
  self->order[self->n + 1] = bjt_route_net_end (net, 0);
  memcpy (self->tried, self->order, (self->n + 2) * sizeof *self->tried);
  reckon (self, 0);
}

static void
put_back (const Repair  *self,
          BjtRouteState *state)
{
  const BjtRouteNet *net = state->net;
  gint32             end = bjt_route_net_end (net, 0);

  for (gint32 i = 0; i < (gint32) net->n_stops; i++)
    if (state->nodes[i].route >= 0)
      {
        bjt_route_state_unlink (state, i);
        bjt_route_state_count_absent (state, i, 1);
      }
  bjt_route_state_renew (state, 0);
  for (guint i = 1; i <= self->n; i++)
    {
      bjt_route_state_insert (state, self->order[i], end, net->spans[self->order[i]]);
      bjt_route_state_count_absent (state, self->order[i], -1);
    }
  bjt_route_state_renew (state, 0);
  state->n_absent = 0;
  for (gint32 i = 0; i < (gint32) net->n_stops; i++)
    if (state->nodes[i].route < 0)
      state->absent[state->n_absent++] = i;
}

void
bjt_route_repair (BjtRouteState *state,
                  BjtRouteWatch *watch,
                  guint64        seed,
                  double         upto)
{
  guint n = state->net->n_stops + 2;
  g_auto (Repair) self = { .net = state->net };

  if (!suits (state))
    return;
  self.order = g_new (gint32, n);
  self.tried = g_new (gint32, n);
  self.done = g_new (gint64, n);
  self.late = g_new (gint64, n);
  bjt_route_random_init (&self.random, seed);
  gather (&self, state);
  look (&self, watch, upto, state);
  if (get_lateness (&self) == 0)
    put_back (&self, state);
}
