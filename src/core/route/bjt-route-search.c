/* bjt-route-search.c: two states that differ in what a step touches.
 *
 * A step works on next; kept or taken back, only the nodes of the touched routes
 * are copied. */
#include "bjt-route-search.h"

BjtRouteSearch *
bjt_route_search_new (const BjtRouteNet    *net,
                      const BjtRouteManner *manner,
                      guint64               seed)
{
  BjtRouteSearch *self = g_new0 (BjtRouteSearch, 1);

  self->net = net;
  self->manner = *manner;
  bjt_route_random_init (&self->random, seed);
  self->now = bjt_route_state_new (net);
  self->next = bjt_route_state_new (net);
  self->is_touched = g_new0 (guint8, net->n_shifts + 1);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->nodes = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->keys = g_new0 (gint64, net->n_stops + 1);
  self->empty = g_new (gint32, net->n_types + 1);
  self->tried = g_new (gint32, net->n_stops + 1);
  self->is_tried = g_new0 (guint8, net->n_stops + 1);
  self->blink_scale = manner->blink > 0 ? 1 / log1p (-manner->blink) : 0;
  self->until_blink = G_MAXUINT; /* not while the first plan is made */
  return self;
}

void
bjt_route_search_free (BjtRouteSearch *self)
{
  bjt_route_state_free (self->now);
  bjt_route_state_free (self->next);
  g_free (self->is_touched);
  g_array_unref (self->touched);
  g_array_unref (self->nodes);
  g_free (self->keys);
  g_free (self->empty);
  g_free (self->tried);
  g_free (self->is_tried);
  g_free (self);
}

void
bjt_route_search_touch (BjtRouteSearch *self,
                        guint           route)
{
  if (self->is_touched[route])
    return;
  self->is_touched[route] = TRUE;
  g_array_append_val (self->touched, route);
  for (gint32 at = bjt_route_net_start (self->net, route); at >= 0; at = self->next->nodes[at].next)
    g_array_append_val (self->nodes, at);
}

static void
copy_touched (BjtRouteSearch *self,
              BjtRouteState  *to,
              BjtRouteState  *from)
{
  for (guint i = 0; i < self->nodes->len; i++)
    bjt_route_state_copy_node (to, from, g_array_index (self->nodes, gint32, i));
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint route = g_array_index (self->touched, guint, i);

      to->loads[route] = from->loads[route];
      self->is_touched[route] = FALSE;
    }
  bjt_route_state_copy_sums (to, from);
  g_array_set_size (self->nodes, 0);
  g_array_set_size (self->touched, 0);
}

void
bjt_route_search_keep (BjtRouteSearch *self)
{
  copy_touched (self, self->now, self->next);
}

void
bjt_route_search_take_back (BjtRouteSearch *self)
{
  copy_touched (self, self->next, self->now);
}

static gboolean
is_walkable (const BjtRouteState *state,
             guint                route)
{
  const BjtRouteNet *net = state->net;
  gint32             start = bjt_route_net_start (net, route);

  return state->nodes[start].done <= state->nodes[start].late
         && (state->after == NULL || state->after[start].time <= net->shifts[route]->max_time || state->loads[route].size == 0);
}

gboolean
bjt_route_search_is_walkable (const BjtRouteSearch *self)
{
  for (guint i = 0; i < self->touched->len; i++)
    if (!is_walkable (self->next, g_array_index (self->touched, guint, i)))
      return FALSE;
  return TRUE;
}

/* Half the time only what is worth its way, at times whatever fits. */
static void
choose_greed (BjtRouteSearch *self)
{
  double u = bjt_route_random_unit (&self->random);

  if (!self->net->has_optional || self->net->priority_first)
    self->greed = HUGE_VAL;
  else if (u < 0.5)
    self->greed = 1;
  else if (u < 0.75)
    self->greed = 1 + 3 * bjt_route_random_unit (&self->random);
  else if (u < 0.9)
    self->greed = HUGE_VAL;
  else
    self->greed = 0.5 + 0.5 * bjt_route_random_unit (&self->random);
}

/* Takes out what costs more way than it is worth. */
static void
drop_worthless (BjtRouteSearch *self)
{
  BjtRouteState     *state = self->next;
  const BjtRouteNet *net = self->net;

  for (guint i = 0; i < self->touched->len; i++)
    {
      guint    route = g_array_index (self->touched, guint, i);
      gboolean dropped = FALSE;
      gint32   next;

      for (gint32 at = state->nodes[bjt_route_net_start (net, route)].next; at >= 0; at = next)
        {
          gint64 cost = state->cost;

          next = state->nodes[at].next;
          if (at >= (gint32) net->n_stops || net->must[at] || net->pin[at] > 1 + BJT_ROUTE_PIN_SHIFT
              || state->nodes[at].arc + state->nodes[next].arc <= net->penalty[at])
            continue;
          bjt_route_state_unlink (state, at);
          if (cost - state->cost > net->penalty[at])
            {
              state->absent[state->n_absent++] = at;
              bjt_route_state_count_absent (state, at, 1);
              dropped = TRUE;
              continue;
            }
          state->nodes[at].route = (gint32) route; /* as it was */
          bjt_route_state_insert (state, at, next, state->spans[at]);
        }
      if (dropped)
        bjt_route_state_renew (state, route);
    }
}

gboolean
bjt_route_search_step (BjtRouteSearch *self)
{
  guint n_removed;

  if (!bjt_route_search_ruin (self, &n_removed))
    return FALSE;
  choose_greed (self);
  bjt_route_search_recreate (self, n_removed);
  if (self->greed > 1 && self->net->has_optional && !self->net->priority_first)
    {
      drop_worthless (self);
      return bjt_route_search_is_walkable (self);
    }
  return TRUE;
}
