/* bjt-route-ruin.c: takes strings of stops out of routes near a random stop.
 *
 * Half the strings are split: some stops in the middle stay. Pinned stops stay.
 */
#include "bjt-route-search.h"

#define SPLIT_DEPTH 0.01

static void
take_out (BjtRouteSearch *self,
          gint32          stop)
{
  BjtRouteState *state = self->next;

  bjt_route_state_unlink (state, stop);
  state->absent[state->n_absent++] = stop;
  bjt_route_state_count_absent (state, stop, 1);
}

static inline gboolean
is_movable (const BjtRouteNet *net,
            gint32             node)
{
  return node < (gint32) net->n_stops && net->pin[node] <= 1 + BJT_ROUTE_PIN_SHIFT;
}

/* The stop so many stops before it, or fewer where the route begins; says how many. */
static gint32
walk_back (const BjtRouteState *state,
           gint32               stop,
           guint                at_most,
           guint               *n_walked)
{
  gint32 first = stop;

  *n_walked = 0;
  for (gint32 at = state->nodes[stop].prev; at >= 0 && *n_walked < at_most; at = state->nodes[at].prev)
    if (at < (gint32) state->net->n_stops)
      {
        first = at;
        (*n_walked)++;
      }
  return first;
}

static guint
count_after (const BjtRouteState *state,
             gint32               stop,
             guint                at_most)
{
  guint n = 0;

  for (gint32 at = state->nodes[stop].next; at >= 0 && n < at_most; at = state->nodes[at].next)
    n += at < (gint32) state->net->n_stops;
  return n;
}

/* Takes n_removed stops out of n_removed + n_kept in a row, stop among them. */
static void
take_string (BjtRouteSearch *self,
             gint32          stop,
             guint           n_removed,
             guint           n_kept)
{
  BjtRouteState *state = self->next;
  guint          length = n_removed + n_kept, n_before, n_after, least, offset, kept_from, i = 0;
  gint32         at;

  walk_back (state, stop, length - 1, &n_before);
  n_after = count_after (state, stop, length - 1);
  least = length - 1 > n_after ? length - 1 - n_after : 0;
  offset = least + bjt_route_random_below (&self->random, n_before - least + 1);
  at = walk_back (state, stop, offset, &n_before);
  kept_from = n_kept > 0 ? 1 + bjt_route_random_below (&self->random, MAX (n_removed, 2) - 1) : length;
  while (i < length && at >= 0)
    {
      gint32 next = state->nodes[at].next;

      if (at < (gint32) self->net->n_stops)
        {
          if ((i < kept_from || i >= kept_from + n_kept) && is_movable (self->net, at))
            take_out (self, at);
          i++;
        }
      at = next;
    }
}

static void
ruin_route (BjtRouteSearch *self,
            gint32          stop,
            guint           longest)
{
  guint route = (guint) self->next->nodes[stop].route, size = (guint) self->next->loads[route].size;
  guint most = MIN (size, longest), n_removed = 1 + bjt_route_random_below (&self->random, most), n_kept = 0;

  bjt_route_search_touch (self, route);
  if (n_removed > 1 && n_removed < size && bjt_route_random_unit (&self->random) < 0.5)
    for (n_kept = 1; n_removed + n_kept < size && bjt_route_random_unit (&self->random) > SPLIT_DEPTH;)
      n_kept++;
  take_string (self, stop, n_removed, n_kept);
  bjt_route_state_renew (self->next, route);
}

/* FALSE: a route got longer by leaving out stops, and cannot be walked. */
gboolean
bjt_route_search_ruin (BjtRouteSearch *self,
                       guint          *n_removed)
{
  const BjtRouteNet *net = self->net;
  BjtRouteState     *state = self->next;
  guint              n_before = state->n_absent, n_used = 0, n_strings, n_done = 0, seed;
  double             mean, longest, most;

  *n_removed = 0;
  for (guint k = 0; k < net->n_shifts; k++)
    n_used += state->loads[k].size > 0;
  if (n_used == 0)
    return TRUE;
  mean = (double) (net->n_stops - n_before) / n_used;
  longest = MIN ((double) self->manner.longest, mean);
  most = 4 * self->manner.mean_removed / (1 + longest) - 1;
  n_strings = (guint) (1 + bjt_route_random_unit (&self->random) * MAX (most, 1));
  seed = self->seed = bjt_route_random_below (&self->random, net->n_stops);
  for (guint i = 0; i <= net->n_near && n_done < n_strings; i++)
    {
      gint32 stop = (gint32) (i == 0 ? seed : net->near[(gsize) seed * net->n_near + i - 1]);
      gint32 route = state->nodes[stop].route;

      if (route < 0 || self->is_touched[route])
        continue;
      ruin_route (self, stop, MAX ((guint) longest, 1));
      n_done++;
    }
  *n_removed = state->n_absent - n_before;
  return bjt_route_search_is_walkable (self);
}
