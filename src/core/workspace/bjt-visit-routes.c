/* bjt-visit-routes.c: a plan of the engine in the words of visits. */
#include "bjt-visit-routes.h"

#include "bjt-route-texts.h"
#include "bjt-workspace.h"

#include <math.h>

#define N_(text) text /* faces translate */

static const BjtRouteFacts *
get_facts (const BjtVisitRoutes *self,
           guint                 stop)
{
  return &g_array_index (self->facts->stops, BjtRouteFacts, stop);
}

/* Making */

static BjtVisitRoutes *
routes_new (BjtRouteCase *facts,
            const GArray *pins,
            GArray       *gone)
{
  BjtVisitRoutes *self = g_new0 (BjtVisitRoutes, 1);

  g_atomic_ref_count_init (&self->references);
  self->facts = bjt_route_case_ref (facts);
  self->gone = gone != NULL ? g_array_ref (gone) : g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  self->pins = g_array_new (FALSE, FALSE, sizeof (BjtRoutePin));
  if (pins != NULL && pins->len > 0)
    g_array_append_vals (self->pins, pins->data, pins->len);
  self->problem = bjt_route_case_build (facts, (const BjtRoutePin *) (gpointer) self->pins->data, self->pins->len);
  return self;
}

BjtVisitRoutes *
bjt_visit_routes_ref (BjtVisitRoutes *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_visit_routes_unref (BjtVisitRoutes *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_route_case_unref (self->facts);
  g_array_unref (self->pins);
  bjt_route_problem_unref (self->problem);
  g_clear_pointer (&self->plan, bjt_route_plan_free);
  g_array_unref (self->gone);
  g_free (self);
}

/* No plan leaves here that breaks a promise. */
static gboolean
check (const BjtVisitRoutes *self,
       GError              **error)
{
  g_autoptr (GArray) faults = bjt_route_check (self->problem, self->plan);
  const BjtRouteFault *fault;
  g_autofree char     *door = NULL;

  if (faults->len == 0)
    return TRUE;
  fault = &g_array_index (faults, BjtRouteFault, 0);
  if (fault->stop != BJT_ROUTE_NONE && fault->stop < self->facts->stops->len)
    door = bjt_picture_dup_door_name (self->facts->picture, get_facts (self, fault->stop)->door);
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "%s%s%s", door != NULL ? door : "", door != NULL ? ": " : "", bjt_route_texts_get_fault (fault->kind));
  return FALSE;
}

/**
 * bjt_visit_routes_solve:
 *
 * Returns: (transfer full) (nullable): also when cancelled: the best until then
 */
BjtVisitRoutes *
bjt_visit_routes_solve (BjtRouteCase         *facts,
                        const GArray         *pins,
                        const BjtVisitRoutes *start,
                        const BjtRouteWatch  *watch,
                        GError              **error)
{
  g_autoptr (BjtVisitRoutes) self = routes_new (facts, pins, start != NULL ? start->gone : NULL);
  BjtRouteBudget budget = {
    .seconds = facts->wish->seconds, .n_rounds = facts->wish->n_rounds, .seed = facts->wish->seed,
    .start = start != NULL ? start->plan : NULL,
    .progress = watch != NULL ? watch->progress : NULL, .user_data = watch != NULL ? watch->user_data : NULL,
  };

  self->plan = bjt_route_solve (self->problem, &budget, watch != NULL ? watch->cancellable : NULL, error);
  return self->plan != NULL && check (self, error) ? g_steal_pointer (&self) : NULL;
}

static BjtVisitRoutes *
arrange (BjtRouteCase        *facts,
         const GArray        *pins,
         GArray              *gone,
         const GArray *const *orders,
         GError             **error)
{
  g_autoptr (BjtVisitRoutes) self = routes_new (facts, pins, gone);

  self->plan = bjt_route_plan_new (self->problem, orders);
  return check (self, error) ? g_steal_pointer (&self) : NULL;
}

BjtVisitRoutes *
bjt_visit_routes_new_with_orders (BjtRouteCase        *facts,
                                  const GArray        *pins,
                                  const GArray *const *orders,
                                  GError             **error)
{
  return arrange (facts, pins, NULL, orders, error);
}

/* One round from that order: the engine takes in what fits. */
BjtVisitRoutes *
bjt_visit_routes_solve_orders (BjtRouteCase        *facts,
                               const GArray        *pins,
                               const GArray *const *orders,
                               GError             **error)
{
  g_autoptr (BjtVisitRoutes) self = routes_new (facts, pins, NULL);
  g_autoptr (BjtRoutePlan) start = bjt_route_plan_new (self->problem, orders);
  BjtRouteBudget budget = { .n_rounds = 1, .seed = facts->wish->seed, .start = start };

  self->plan = bjt_route_solve (self->problem, &budget, NULL, error);
  return self->plan != NULL && check (self, error) ? g_steal_pointer (&self) : NULL;
}

BjtVisitRoutes *
bjt_visit_routes_new_shell (BjtRouteCase *facts)
{
  return routes_new (facts, NULL, NULL);
}

BjtVisitRoutes *
bjt_visit_routes_new_with_plan (const BjtVisitRoutes *self,
                                const BjtRoutePlan   *plan)
{
  BjtVisitRoutes *routes = g_new0 (BjtVisitRoutes, 1);

  g_atomic_ref_count_init (&routes->references);
  routes->facts = bjt_route_case_ref (self->facts);
  routes->pins = g_array_ref (self->pins);
  routes->problem = bjt_route_problem_ref (self->problem);
  routes->gone = g_array_ref (self->gone);
  routes->plan = bjt_route_plan_copy (plan);
  return routes;
}

/* Reading */

guint
bjt_visit_routes_get_n_shifts (const BjtVisitRoutes *self)
{
  return self->facts->shifts->len;
}

static const BjtRoutePin *
find_pin (const BjtVisitRoutes *self,
          guint                 stop)
{
  for (guint i = 0; i < self->pins->len; i++)
    if (g_array_index (self->pins, BjtRoutePin, i).stop == stop)
      return &g_array_index (self->pins, BjtRoutePin, i);
  return NULL;
}

/* The ground between two entrances; from NOWHERE: nothing. */
static void
fill_walk (const BjtVisitRoutes *self,
           guint                 from,
           guint                 to,
           BjtRouteLine         *line)
{
  const BjtRouteCase *facts = self->facts;
  BjtWalkCosts        costs = bjt_route_case_get_costs (facts->rules, facts->wish->from_on);
  double              seconds;

  line->basis = BJT_WALK_SAME;
  if (from == BJT_ROUTE_NOWHERE || to == BJT_ROUTE_NOWHERE || from == to)
    return;
  line->basis = bjt_walk_matrix_get_basis (facts->matrix, from, to);
  line->metres = bjt_walk_matrix_get_metres (facts->matrix, from, to) * (line->basis == BJT_WALK_STRAIGHT ? costs.straight : 1);
  seconds = bjt_walk_matrix_get_walk (facts->matrix, &costs, from, to);
  line->walk = isfinite (seconds) ? (int) lround (seconds) : 0;
}

static void
fill_line (const BjtVisitRoutes *self,
           const BjtRouteVisit  *visit,
           guint                 from,
           BjtRouteLine         *line)
{
  const BjtRoutePin *pin = visit->stop != BJT_ROUTE_NONE ? find_pin (self, visit->stop) : NULL;
  int                setup = 0;

  *line = (BjtRouteLine) {
    .door = BJT_NO_INDEX, .stop = visit->stop, .way = visit->way, .arrival = visit->arrival, .wait = visit->wait,
    .begin = visit->begin, .end = visit->end, .is_pinned = pin != NULL, .pin = pin != NULL ? pin->kind : BJT_ROUTE_PIN_SHIFT,
  };
  if (visit->stop == BJT_ROUTE_NONE)
    return;
  line->door = get_facts (self, visit->stop)->door;
  fill_walk (self, from, get_facts (self, visit->stop)->entrance, line);
  if (from != get_facts (self, visit->stop)->entrance && from != BJT_ROUTE_NOWHERE)
    setup = bjt_route_problem_get_setup (self->problem, visit->stop);
  line->stairs = MAX (visit->way - line->walk - setup, 0);
}

/**
 * bjt_visit_routes_list_lines:
 *
 * Returns: (transfer full) (element-type BjtRouteLine): lunch is one of them
 */
GArray *
bjt_visit_routes_list_lines (const BjtVisitRoutes *self,
                             guint                 shift)
{
  const BjtRoute *route = bjt_route_plan_get_route (self->plan, shift);
  GArray         *lines = g_array_new (FALSE, TRUE, sizeof (BjtRouteLine));
  guint           from = g_array_index (self->facts->starts, guint, shift), number = 0;

  for (guint i = 0; i < route->visits->len; i++)
    {
      const BjtRouteVisit *visit = &g_array_index (route->visits, BjtRouteVisit, i);
      BjtRouteLine         line;

      fill_line (self, visit, from, &line);
      if (visit->stop != BJT_ROUTE_NONE)
        {
          line.number = ++number;
          from = get_facts (self, visit->stop)->entrance;
        }
      g_array_append_val (lines, line);
    }
  return lines;
}

BjtRouteTotals
bjt_visit_routes_get_totals (const BjtVisitRoutes *self,
                             guint                 shift)
{
  const BjtRoute *route = bjt_route_plan_get_route (self->plan, shift);
  g_autoptr (GArray) lines = bjt_visit_routes_list_lines (self, shift);
  BjtRouteTotals totals = { .leave = route->leave, .back = route->back };
  BjtRouteLine   home = { 0 };
  guint          last = BJT_ROUTE_NOWHERE;

  for (guint i = 0; i < lines->len; i++)
    {
      const BjtRouteLine *line = &g_array_index (lines, BjtRouteLine, i);

      totals.wait += line->wait;
      if (line->stop == BJT_ROUTE_NONE)
        {
          totals.lunch += line->end - line->begin;
          continue;
        }
      totals.n_visits++;
      totals.n_entrances += get_facts (self, line->stop)->entrance != last;
      last = get_facts (self, line->stop)->entrance;
      totals.walk += line->walk;
      totals.stairs += line->way - line->walk;
      totals.talk += line->end - line->begin;
      totals.metres += isfinite (line->metres) ? line->metres : 0;
    }
  if (totals.n_visits == 0)
    return totals;
  fill_walk (self, last, g_array_index (self->facts->starts, guint, shift), &home);
  totals.walk += home.walk;
  totals.metres += isfinite (home.metres) ? home.metres : 0;
  totals.stairs += MAX (route->way - totals.walk - totals.stairs, 0);
  return totals;
}

gboolean
bjt_visit_routes_find (const BjtVisitRoutes *self,
                       const BjtUuid        *door_id,
                       guint                *shift,
                       guint                *index)
{
  guint stop = bjt_route_case_find_stop (self->facts, door_id);

  for (*shift = 0; stop != BJT_ROUTE_NONE && *shift < bjt_visit_routes_get_n_shifts (self); ++*shift)
    {
      g_autoptr (GArray) order = bjt_route_plan_dup_order (self->plan, *shift);

      for (*index = 0; *index < order->len; ++*index)
        if (g_array_index (order, guint, *index) == stop)
          return TRUE;
    }
  return FALSE;
}

/* Missed */

/* Not eligible: for want of whom? */
static BjtMissedReason
explain (const BjtVisitRoutes *self,
         guint                 stop)
{
  const BjtRouteFacts *facts = get_facts (self, stop);
  gboolean             has_two = FALSE, has_woman = FALSE;

  for (guint w = 0; w < self->facts->wish->workers->len; w++)
    {
      const BjtRouteWorker *worker = &g_array_index (self->facts->wish->workers, BjtRouteWorker, w);

      has_two |= worker->n_people >= 2;
      has_woman |= worker->sex == BJT_SEX_FEMALE;
    }
  if (facts->by_two && !has_two)
    return BJT_MISSED_NEEDS_TWO;
  return facts->by_woman && !has_woman ? BJT_MISSED_NEEDS_WOMAN : BJT_MISSED_NOT_ELIGIBLE;
}

static BjtMissedReason
get_reason (const BjtVisitRoutes   *self,
            const BjtRouteUnserved *unserved)
{
  for (guint i = 0; i < self->gone->len; i++)
    if (bjt_uuid_equal (&g_array_index (self->gone, BjtUuid, i), &get_facts (self, unserved->stop)->door_id))
      return BJT_MISSED_GONE;
  switch (unserved->reason)
    {
    case BJT_ROUTE_REASON_WINDOW:
      return BJT_MISSED_WINDOW;
    case BJT_ROUTE_REASON_NOT_ELIGIBLE:
      return explain (self, unserved->stop);
    case BJT_ROUTE_REASON_UNREACHABLE:
      return BJT_MISSED_UNREACHABLE;
    case BJT_ROUTE_REASON_NOT_WORTH:
      return BJT_MISSED_NOT_WORTH;
    case BJT_ROUTE_REASON_NONE:
    case BJT_ROUTE_REASON_SHIFT_FULL:
    default:
      return BJT_MISSED_SHIFT_FULL;
    }
}

/**
 * bjt_visit_routes_list_missed:
 *
 * Returns: (transfer full) (element-type BjtMissed): those that must be seen first
 */
GArray *
bjt_visit_routes_list_missed (const BjtVisitRoutes *self)
{
  GArray *missed = g_array_new (FALSE, FALSE, sizeof (BjtMissed));

  for (int must = 1; must >= 0; must--)
    for (guint i = 0; i < self->plan->unserved->len; i++)
      {
        const BjtRouteUnserved *unserved = &g_array_index (self->plan->unserved, BjtRouteUnserved, i);
        const BjtRouteFacts    *facts = get_facts (self, unserved->stop);
        BjtMissed               line = { facts->door_id, unserved->stop, facts->must, get_reason (self, unserved) };

        if (!!facts->must == must)
          g_array_append_val (missed, line);
      }
  for (guint i = 0; i < self->facts->skipped->len; i++)
    {
      const BjtRouteSkipped *skipped = &g_array_index (self->facts->skipped, BjtRouteSkipped, i);
      BjtMissed              line = { skipped->door_id, BJT_ROUTE_NONE, FALSE, skipped->reason == BJT_ROUTE_SKIP_GONE ? BJT_MISSED_GONE : BJT_MISSED_CORDONED };

      g_array_append_val (missed, line);
    }
  return missed;
}

const char *
bjt_missed_reason_get_name (BjtMissedReason reason)
{
  static const char *const names[BJT_N_MISSED] = {
    "window", "shift-full", "not-eligible", "needs-two", "needs-woman", "unreachable", "not-worth", "gone", "cordoned",
  };

  return names[reason];
}

/* The track on the map */

static void
add_leg (const BjtVisitRoutes *self,
         BjtWalkSearch        *search,
         guint                 from,
         guint                 to,
         GArray               *track)
{
  const BjtRouteGround *ground = self->facts->ground;
  BjtPoint              a = bjt_walk_matrix_get_entrance (self->facts->matrix, from)->place, b = bjt_walk_matrix_get_entrance (self->facts->matrix, to)->place;
  g_autoptr (GArray) path = NULL;
  BjtWalkAnchor         anchors[2];
  BjtPoint              point;

  if (!isfinite (a.x) || !isfinite (b.x))
    return;
  if (track->len == 0)
    {
      point = bjt_route_ground_unproject (ground, a);
      g_array_append_val (track, point);
    }
  if (search != NULL)
    {
      bjt_walk_network_anchor (ground->network, a, &anchors[0]);
      bjt_walk_network_anchor (ground->network, b, &anchors[1]);
      bjt_walk_search_run (search, &anchors[0], &anchors[1], 1);
      path = bjt_walk_search_dup_path (search, &anchors[1]);
    }
  for (guint i = 0; path != NULL && i < path->len; i++)
    {
      point = bjt_route_ground_unproject (ground, g_array_index (path, BjtPoint, i));
      g_array_append_val (track, point);
    }
  point = bjt_route_ground_unproject (ground, b);
  g_array_append_val (track, point);
}

/**
 * bjt_visit_routes_dup_track:
 *
 * Returns: (transfer full) (element-type BjtPoint):
 */
GArray *
bjt_visit_routes_dup_track (const BjtVisitRoutes *self,
                            guint                 shift)
{
  const BjtRouteGround *ground = self->facts->ground;
  g_autoptr (BjtWalkSearch) search = ground->network != NULL ? bjt_walk_search_new (ground->network, self->facts->shut_gates) : NULL;
  g_autoptr (GArray) order = bjt_route_plan_dup_order (self->plan, shift);
  GArray *track = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
  guint   start = g_array_index (self->facts->starts, guint, shift), last = start;

  for (guint i = 0; i < order->len; i++)
    {
      guint entrance = get_facts (self, g_array_index (order, guint, i))->entrance;

      if (last != BJT_ROUTE_NOWHERE && last != entrance)
        add_leg (self, search, last, entrance, track);
      last = entrance;
    }
  if (order->len > 0 && start != BJT_ROUTE_NOWHERE && last != start)
    add_leg (self, search, last, start, track);
  return track;
}

/* Changing */

/* Orders by shift, to be changed, and the pins. */
typedef struct
{
  GPtrArray *orders; /* GArray of guint */
  GArray    *pins;   /* BjtRoutePin */
  guint      stop;
  guint      shift;  /* that it is in; BJT_ROUTE_NONE */
  guint      index;
} Change;

static gboolean
change_begin (Change               *change,
              const BjtVisitRoutes *self,
              const BjtUuid        *door_id,
              GError              **error)
{
  change->orders = NULL;
  change->pins = NULL;
  change->stop = bjt_route_case_find_stop (self->facts, door_id);
  if (change->stop == BJT_ROUTE_NONE)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, N_ ("the door is not among those of the plan; add it to them first"));
      return FALSE;
    }
  change->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (self); s++)
    g_ptr_array_add (change->orders, bjt_route_plan_dup_order (self->plan, s));
  change->pins = g_array_new (FALSE, FALSE, sizeof (BjtRoutePin));
  g_array_append_vals (change->pins, self->pins->data, self->pins->len);
  if (!bjt_visit_routes_find (self, door_id, &change->shift, &change->index))
    change->shift = BJT_ROUTE_NONE;
  return TRUE;
}

static void
remove_pin (Change *change)
{
  for (guint i = change->pins->len; i > 0; i--)
    if (g_array_index (change->pins, BjtRoutePin, i - 1).stop == change->stop)
      g_array_remove_index (change->pins, i - 1);
}

static void
take_out (Change *change)
{
  if (change->shift != BJT_ROUTE_NONE)
    g_array_remove_index (change->orders->pdata[change->shift], change->index);
}

static gboolean
put_in (Change  *change,
        guint    shift,
        guint    index,
        GError **error)
{
  GArray *order = shift < change->orders->len ? change->orders->pdata[shift] : NULL;

  if (order == NULL)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, N_ ("the plan has no such shift"));
      return FALSE;
    }
  g_array_insert_val (order, MIN (index, order->len), change->stop);
  return TRUE;
}

static BjtVisitRoutes *
change_end (Change               *change,
            const BjtVisitRoutes *self,
            gboolean              is_good,
            GError              **error)
{
  BjtVisitRoutes *routes = is_good ? arrange (self->facts, change->pins, self->gone, (const GArray *const *) change->orders->pdata, error) : NULL;

  g_clear_pointer (&change->orders, g_ptr_array_unref);
  g_clear_pointer (&change->pins, g_array_unref);
  return routes;
}

/* A pin goes along with its stop to another shift. */
static void
move_pin (Change *change,
          guint   shift)
{
  for (guint i = 0; i < change->pins->len; i++)
    if (g_array_index (change->pins, BjtRoutePin, i).stop == change->stop)
      g_array_index (change->pins, BjtRoutePin, i).shift = shift;
}

BjtVisitRoutes *
bjt_visit_routes_move (const BjtVisitRoutes *self,
                       const BjtUuid        *door_id,
                       guint                 shift,
                       guint                 index,
                       GError              **error)
{
  Change change;

  if (!change_begin (&change, self, door_id, error))
    return NULL;
  take_out (&change);
  move_pin (&change, shift);
  return change_end (&change, self, put_in (&change, shift, index, error), error);
}

BjtVisitRoutes *
bjt_visit_routes_drop (const BjtVisitRoutes *self,
                       const BjtUuid        *door_id,
                       GError              **error)
{
  Change change;

  if (!change_begin (&change, self, door_id, error))
    return NULL;
  take_out (&change);
  remove_pin (&change);
  return change_end (&change, self, TRUE, error);
}

BjtVisitRoutes *
bjt_visit_routes_leave_out (const BjtVisitRoutes *self,
                            const BjtUuid        *door_id,
                            GError              **error)
{
  g_autoptr (BjtVisitRoutes) noted = bjt_visit_routes_new_with_plan (self, self->plan);
  GArray *gone = g_array_copy (self->gone);

  g_array_append_vals (gone, door_id, 1);
  g_array_unref (noted->gone);
  noted->gone = gone;
  return bjt_visit_routes_drop (noted, door_id, error);
}

BjtVisitRoutes *
bjt_visit_routes_insert (const BjtVisitRoutes *self,
                         const BjtUuid        *door_id,
                         guint                 shift,
                         GError              **error)
{
  guint             stop = bjt_route_case_find_stop (self->facts, door_id);
  BjtRouteInsertion place;

  if (stop == BJT_ROUTE_NONE)
    return bjt_visit_routes_move (self, door_id, shift, 0, error);
  place = bjt_route_find_insertion (self->problem, self->plan, stop, shift);
  if (place.shift == BJT_ROUTE_NONE || place.index == BJT_ROUTE_NONE)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, N_ ("it fits nowhere: no time is left, or nobody may go there then"));
      return NULL;
    }
  return bjt_visit_routes_move (self, door_id, place.shift, place.index, error);
}

/* In its new place, or, where the day is too short for all that follows, with the
 * least worthy left out. */
static BjtVisitRoutes *
make_room (Change               *change,
           const BjtVisitRoutes *self,
           GError              **error)
{
  const GArray *const *orders = (const GArray *const *) change->orders->pdata;
  BjtVisitRoutes      *routes = arrange (self->facts, change->pins, self->gone, orders, NULL);
  guint                shift, index;

  if (routes != NULL)
    return routes;
  routes = bjt_visit_routes_solve_orders (self->facts, change->pins, orders, error);
  if (routes == NULL || bjt_visit_routes_find (routes, &get_facts (self, change->stop)->door_id, &shift, &index))
    return routes;
  bjt_visit_routes_unref (routes);
  g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, N_ ("it can't be there: nobody is in then, or no time is left"));
  return NULL;
}

BjtVisitRoutes *
bjt_visit_routes_pin (const BjtVisitRoutes *self,
                      const BjtUuid        *door_id,
                      BjtRoutePinKind       kind,
                      GError              **error)
{
  Change          change;
  BjtRoutePin     pin;
  BjtVisitRoutes *routes;
  gboolean        is_good = TRUE;

  if (!change_begin (&change, self, door_id, error))
    return NULL;
  remove_pin (&change);
  if (change.shift == BJT_ROUTE_NONE)
    {
      g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, N_ ("the door is not on a route yet; insert it first"));
      return change_end (&change, self, FALSE, NULL);
    }
  pin = (BjtRoutePin) { change.stop, change.shift, kind };
  g_array_append_val (change.pins, pin);
  if (kind == BJT_ROUTE_PIN_FIRST || kind == BJT_ROUTE_PIN_LAST)
    {
      take_out (&change);
      is_good = put_in (&change, change.shift, kind == BJT_ROUTE_PIN_FIRST ? 0 : G_MAXUINT, error);
    }
  routes = is_good ? make_room (&change, self, error) : NULL;
  change_end (&change, self, FALSE, NULL);
  return routes;
}

BjtVisitRoutes *
bjt_visit_routes_unpin (const BjtVisitRoutes *self,
                        const BjtUuid        *door_id,
                        GError              **error)
{
  Change change;

  if (!change_begin (&change, self, door_id, error))
    return NULL;
  remove_pin (&change);
  return change_end (&change, self, TRUE, error);
}

int
bjt_visit_routes_compare_way (const BjtVisitRoutes *before,
                              const BjtVisitRoutes *after)
{
  int change = 0;

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (after); s++)
    change += bjt_route_plan_get_route (after->plan, s)->way + bjt_route_plan_get_route (after->plan, s)->wait;
  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (before); s++)
    change -= bjt_route_plan_get_route (before->plan, s)->way + bjt_route_plan_get_route (before->plan, s)->wait;
  return change;
}
