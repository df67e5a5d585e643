/* bjt-visit-routes-hold.c: locks count in the order of the pins, so that these are
 * sorted as their stops stand on the routes. */
#include "bjt-visit-routes-hold.h"

#include "bjt-workspace.h"

#define N_(text) text /* faces translate */

typedef struct
{
  const BjtVisitRoutes *routes;
  GPtrArray *orders; /* GArray of guint, by shift */
  GArray    *pins;   /* BjtRoutePin */
  guint      held;   /* the stop that was put somewhere, */
  guint      before; /* and the one that was locked before it; BJT_ROUTE_NONE */
} Hand;

static void
hand_init (Hand                 *self,
           const BjtVisitRoutes *routes)
{
  self->routes = routes;
  self->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    g_ptr_array_add (self->orders, bjt_route_plan_dup_order (routes->plan, s));
  self->pins = g_array_copy (routes->pins);
  self->held = self->before = BJT_ROUTE_NONE;
}

static void
hand_clear (Hand *self)
{
  g_ptr_array_unref (self->orders);
  g_array_unref (self->pins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hand, hand_clear)

static guint
get_stop (const Hand *self,
          guint       shift,
          guint       index)
{
  return g_array_index ((GArray *) self->orders->pdata[shift], guint, index);
}

static guint
get_n_stops (const Hand *self,
             guint       shift)
{
  return ((GArray *) self->orders->pdata[shift])->len;
}

static gboolean
is_pinned (const Hand *self,
           guint       stop)
{
  for (guint i = 0; i < self->pins->len; i++)
    if (g_array_index (self->pins, BjtRoutePin, i).stop == stop)
      return TRUE;
  return FALSE;
}

static void
unpin (Hand *self,
       guint stop)
{
  for (guint i = self->pins->len; i > 0; i--)
    if (g_array_index (self->pins, BjtRoutePin, i - 1).stop == stop)
      g_array_remove_index (self->pins, i - 1);
}

static void
pin (Hand           *self,
     guint           stop,
     guint           shift,
     BjtRoutePinKind kind)
{
  BjtRoutePin one = { stop, shift, kind };

  unpin (self, stop);
  g_array_append_val (self->pins, one);
}

/* Position on the routes; those on none stand last. */
static guint
get_rank (const Hand *self,
          guint       stop)
{
  guint rank = 0;

  for (guint s = 0; s < self->orders->len; s++)
    for (guint i = 0; i < get_n_stops (self, s); i++, rank++)
      if (get_stop (self, s, i) == stop)
        return rank;
  return G_MAXUINT;
}

static int
compare_pins (gconstpointer a,
              gconstpointer b,
              gpointer      self)
{
  guint x = get_rank (self, ((const BjtRoutePin *) a)->stop), y = get_rank (self, ((const BjtRoutePin *) b)->stop);

  return (x > y) - (x < y);
}

/* Where the order breaks a promise: first each keeps its own homes, in an order that
 * can be walked, then whatever fits. What was moved is held in its shift alone. */
static BjtVisitRoutes *
rearrange (Hand    *self,
           guint    shift,
           gboolean keeps_shifts)
{
  const GArray *const *orders = (const GArray *const *) self->orders->pdata;
  g_autoptr (GArray) pins = NULL;
  g_autoptr (BjtVisitRoutes) routes = NULL;
  g_autoptr (GPtrArray) found = NULL;

  unpin (self, self->before);
  pin (self, self->held, shift, BJT_ROUTE_PIN_SHIFT);
  pins = g_array_copy (self->pins);
  for (guint s = 0; keeps_shifts && s < self->orders->len; s++)
    for (guint i = 0; i < get_n_stops (self, s); i++)
      {
        BjtRoutePin one = { get_stop (self, s, i), s, BJT_ROUTE_PIN_SHIFT };

        if (!is_pinned (self, one.stop))
          g_array_append_val (pins, one);
      }
  routes = bjt_visit_routes_solve_orders (self->routes->facts, pins, orders, NULL);
  if (routes == NULL || !keeps_shifts)
    return g_steal_pointer (&routes);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint s = 0; s < self->orders->len; s++)
    g_ptr_array_add (found, bjt_route_plan_dup_order (routes->plan, s));
  return bjt_visit_routes_new_with_orders (self->routes->facts, self->pins, (const GArray *const *) found->pdata, NULL);
}

static gboolean
has_door (const BjtVisitRoutes *routes,
          const BjtUuid        *door_id,
          guint                 shift)
{
  guint at, index;

  return routes != NULL && bjt_visit_routes_find (routes, door_id, &at, &index) && at == shift;
}

/* In this order, or, where it breaks a promise, in another one; @door_id: stays in its
 * shift, else it is refused; NULL: only this order will do. */
static BjtVisitRoutes *
hand_finish (Hand          *self,
             const BjtUuid *door_id,
             guint          shift,
             GError       **error)
{
  const GArray *const *orders = (const GArray *const *) self->orders->pdata;
  g_autoptr (BjtVisitRoutes) routes = NULL;
  g_autoptr (GError) reason = NULL;

  g_array_sort_with_data (self->pins, compare_pins, self);
  routes = bjt_visit_routes_new_with_orders (self->routes->facts, self->pins, orders, &reason);
  for (int keeps_shifts = 1; door_id != NULL && keeps_shifts >= 0 && !has_door (routes, door_id, shift); keeps_shifts--)
    {
      g_clear_pointer (&routes, bjt_visit_routes_unref);
      routes = rearrange (self, shift, keeps_shifts);
    }
  if (door_id != NULL && !has_door (routes, door_id, shift))
    g_clear_pointer (&routes, bjt_visit_routes_unref);
  if (routes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  g_array_unref (routes->gone);
  routes->gone = g_array_ref (self->routes->gone);
  return g_steal_pointer (&routes);
}

/* Held where it stands now. */
static void
hold (Hand *self,
      guint shift,
      guint index)
{
  guint stop = get_stop (self, shift, index);

  self->held = stop;
  if (index == 0)
    pin (self, stop, shift, BJT_ROUTE_PIN_FIRST);
  else if (index + 1 == get_n_stops (self, shift))
    pin (self, stop, shift, BJT_ROUTE_PIN_LAST);
  else
    {
      guint before = get_stop (self, shift, index - 1);

      if (!is_pinned (self, before))
        {
          pin (self, before, shift, BJT_ROUTE_PIN_LOCKED);
          self->before = before;
        }
      pin (self, stop, shift, BJT_ROUTE_PIN_LOCKED);
    }
}

BjtVisitRoutes *
bjt_visit_routes_move_and_hold (const BjtVisitRoutes *self,
                                const BjtUuid        *door_id,
                                guint                 shift,
                                guint                 index,
                                GError              **error)
{
  guint stop = bjt_route_case_find_stop (self->facts, door_id), from, at;
  g_auto (Hand) hand = { 0 };
  GArray *order;

  hand_init (&hand, self);
  if (stop == BJT_ROUTE_NONE || shift >= hand.orders->len)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, N_ ("the door is not among those of the plan; add it to them first"));
      return NULL;
    }
  if (bjt_visit_routes_find (self, door_id, &from, &at))
    g_array_remove_index (hand.orders->pdata[from], at);
  order = hand.orders->pdata[shift];
  index = MIN (index, order->len);
  g_array_insert_val (order, index, stop);
  hold (&hand, shift, index);
  return hand_finish (&hand, door_id, shift, error);
}

BjtVisitRoutes *
bjt_visit_routes_lock_until (const BjtVisitRoutes *self,
                             const BjtUuid        *door_id,
                             GError              **error)
{
  g_auto (Hand) hand = { 0 };
  guint shift, index;

  hand_init (&hand, self);
  if (!bjt_visit_routes_find (self, door_id, &shift, &index))
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, N_ ("the door is not on a route yet; insert it first"));
      return NULL;
    }
  pin (&hand, get_stop (&hand, shift, 0), shift, BJT_ROUTE_PIN_FIRST);
  for (guint i = 1; i <= index; i++)
    pin (&hand, get_stop (&hand, shift, i), shift, BJT_ROUTE_PIN_LOCKED);
  return hand_finish (&hand, NULL, shift, error);
}

BjtVisitRoutes *
bjt_visit_routes_unpin_all (const BjtVisitRoutes *self,
                            GError              **error)
{
  g_auto (Hand) hand = { 0 };

  hand_init (&hand, self);
  g_array_set_size (hand.pins, 0);
  return hand_finish (&hand, NULL, 0, error);
}
