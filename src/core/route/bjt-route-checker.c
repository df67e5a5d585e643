/* bjt-route-checker.c: walks each route of a plan anew, by the problem alone.
 *
 * Every stop seen once or named as not seen; who may, when it is open, the way,
 * lunch, the limits; and that the plan says what comes of it. */
#include "bjt-route-checker.h"

#include <math.h>

typedef struct
{
  const BjtRouteProblem *problem;
  const BjtRoutePlan    *plan;
  GArray                *faults;
  guint8                *n_seen;  /* of stops, up to 2 */
  guint                 *shift_of;
  guint                 *index_of;
} Check;

static void
blame (Check            *self,
       BjtRouteFaultKind kind,
       guint             shift,
       guint             stop)
{
  BjtRouteFault fault = { kind, shift, stop };

  g_array_append_val (self->faults, fault);
}

static gboolean
is_open (const BjtRouteProblem *problem,
         guint                  stop,
         gint32                 day,
         gint32                 begin)
{
  guint                 n_windows;
  const BjtRouteWindow *windows = bjt_route_problem_get_windows (problem, stop, &n_windows);

  for (guint i = 0; i < n_windows; i++)
    if ((windows[i].day == day || windows[i].day == BJT_ROUTE_EVERY_DAY) && windows[i].from <= begin && begin <= windows[i].to)
      return TRUE;
  return n_windows == 0;
}

static void
check_visit (Check               *self,
             guint                shift,
             guint                index,
             const BjtRouteVisit *visit)
{
  if (self->n_seen[visit->stop] < 2)
    self->n_seen[visit->stop]++;
  if (self->n_seen[visit->stop] == 2)
    blame (self, BJT_ROUTE_FAULT_SEEN_TWICE, shift, visit->stop);
  self->shift_of[visit->stop] = shift;
  self->index_of[visit->stop] = index;
  if (!bjt_route_problem_is_eligible (self->problem, visit->stop, shift))
    blame (self, BJT_ROUTE_FAULT_NOT_ELIGIBLE, shift, visit->stop);
  if (!is_open (self->problem, visit->stop, bjt_route_problem_get_shift (self->problem, shift)->day, visit->begin))
    blame (self, BJT_ROUTE_FAULT_WINDOW, shift, visit->stop);
}

typedef struct
{
  guint  place;
  gint32 now, way, wait;
  gint64 cost, load;
  gint32 last_end, lunch_begin; /* -1: none yet */
} Walk;

/* One visit or lunch on; FALSE where the plan speaks of what is not there. */
static gboolean
walk_on (Check               *self,
         guint                shift,
         const BjtRouteVisit *visit,
         Walk                *walk)
{
  const BjtRouteShift *who = bjt_route_problem_get_shift (self->problem, shift);
  gint32               way = 0, duration = who->lunch_time;

  if (visit->stop == BJT_ROUTE_NONE)
    walk->lunch_begin = visit->begin;
  else
    {
      const BjtRouteStop *stop = bjt_route_problem_get_stop (self->problem, visit->stop);

      way = bjt_route_problem_get_time (self->problem, walk->place, stop->place);
      if (way == BJT_ROUTE_UNREACHABLE)
        {
          blame (self, BJT_ROUTE_FAULT_UNREACHABLE, shift, visit->stop);
          return FALSE;
        }
      walk->cost += bjt_route_problem_get_cost (self->problem, walk->place, stop->place);
      walk->load += stop->demand;
      walk->place = stop->place;
      duration = stop->duration;
      walk->last_end = visit->end;
    }
  if (visit->way != way || visit->arrival != walk->now + way || visit->wait < 0 || visit->begin != visit->arrival + visit->wait
      || visit->end != visit->begin + duration)
    blame (self, BJT_ROUTE_FAULT_TIMES, shift, visit->stop);
  walk->way += way;
  walk->wait += visit->wait;
  walk->now = visit->end;
  return TRUE;
}

static void
check_lunch (Check          *self,
             guint           shift,
             const BjtRoute *route,
             const Walk     *walk)
{
  const BjtRouteShift *who = bjt_route_problem_get_shift (self->problem, shift);

  if (walk->lunch_begin >= 0)
    {
      if (who->lunch_time == 0 || walk->lunch_begin < who->lunch_from || walk->lunch_begin > who->lunch_to)
        blame (self, BJT_ROUTE_FAULT_LUNCH, shift, BJT_ROUTE_NONE);
    }
  else if (bjt_route_shift_has_lunch (who) && walk->last_end > who->lunch_to
           && route->leave < who->lunch_from + who->lunch_time)
    blame (self, BJT_ROUTE_FAULT_LUNCH, shift, BJT_ROUTE_NONE);
}

static void
check_end (Check          *self,
           guint           shift,
           const BjtRoute *route,
           Walk           *walk)
{
  const BjtRouteShift *who = bjt_route_problem_get_shift (self->problem, shift);
  gint32               way = bjt_route_problem_get_time (self->problem, walk->place, who->end_place);

  if (way == BJT_ROUTE_UNREACHABLE)
    {
      blame (self, BJT_ROUTE_FAULT_UNREACHABLE, shift, BJT_ROUTE_NONE);
      return;
    }
  walk->cost += bjt_route_problem_get_cost (self->problem, walk->place, who->end_place);
  if (route->back != walk->now + way || route->way != walk->way + way || route->wait != walk->wait || route->cost != walk->cost)
    blame (self, BJT_ROUTE_FAULT_TIMES, shift, BJT_ROUTE_NONE);
  if (route->leave < who->from || route->back > who->to)
    blame (self, BJT_ROUTE_FAULT_SHIFT_END, shift, BJT_ROUTE_NONE);
  if (route->back - route->leave > who->max_time)
    blame (self, BJT_ROUTE_FAULT_MAX_TIME, shift, BJT_ROUTE_NONE);
  if (walk->load > who->capacity)
    blame (self, BJT_ROUTE_FAULT_CAPACITY, shift, BJT_ROUTE_NONE);
  check_lunch (self, shift, route, walk);
}

static void
check_route (Check *self,
             guint  shift)
{
  const BjtRoute *route = self->plan->routes->pdata[shift];
  Walk            walk = { bjt_route_problem_get_shift (self->problem, shift)->start_place, route->leave, 0, 0, 0, 0, 0, -1 };

  if (route->visits->len == 0)
    return;
  for (guint i = 0; i < route->visits->len; i++)
    {
      const BjtRouteVisit *visit = &g_array_index (route->visits, BjtRouteVisit, i);

      if (visit->stop != BJT_ROUTE_NONE && visit->stop >= bjt_route_problem_get_n_stops (self->problem))
        {
          blame (self, BJT_ROUTE_FAULT_UNKNOWN_STOP, shift, visit->stop);
          return;
        }
      if (visit->stop != BJT_ROUTE_NONE)
        check_visit (self, shift, i, visit);
      if (!walk_on (self, shift, visit, &walk))
        return;
    }
  check_end (self, shift, route, &walk);
}

/* Of two pinned stops of a shift, the one that was pinned first among equals comes first. */
static void
check_pins (Check *self)
{
  guint              n_pins;
  const BjtRoutePin *pins = bjt_route_problem_get_pins (self->problem, &n_pins);

  for (guint i = 0; i < n_pins; i++)
    {
      const BjtRoutePin *pin = &pins[i];

      if (pin->kind == BJT_ROUTE_PIN_SHIFT || self->n_seen[pin->stop] == 0 || self->shift_of[pin->stop] != pin->shift)
        continue;
      for (guint j = i + 1; j < n_pins; j++)
        if (pins[j].kind == pin->kind && pins[j].shift == pin->shift && pins[j].stop != pin->stop && self->n_seen[pins[j].stop] > 0
            && self->shift_of[pins[j].stop] == pin->shift && self->index_of[pins[j].stop] < self->index_of[pin->stop])
          blame (self, BJT_ROUTE_FAULT_PIN, pin->shift, pin->stop);
    }
}

/* Before a first and behind a last only stops pinned alike. */
static void
check_ends_of_route (Check *self,
                     guint  shift)
{
  guint              n_pins;
  const BjtRoutePin *pins = bjt_route_problem_get_pins (self->problem, &n_pins);
  const GArray      *visits = bjt_route_plan_get_route (self->plan, shift)->visits;
  g_autofree guint8 *kinds = g_new0 (guint8, visits->len + 1);
  gboolean           other_before = FALSE, last_before = FALSE;

  for (guint i = 0; i < n_pins; i++)
    if (self->n_seen[pins[i].stop] > 0 && self->shift_of[pins[i].stop] == shift && pins[i].shift == shift)
      kinds[self->index_of[pins[i].stop]] = (guint8) MAX (kinds[self->index_of[pins[i].stop]], pins[i].kind);
  for (guint i = 0; i < visits->len; i++)
    {
      guint stop = g_array_index (visits, BjtRouteVisit, i).stop;

      if (stop == BJT_ROUTE_NONE)
        continue;
      if ((kinds[i] == BJT_ROUTE_PIN_FIRST && other_before) || (kinds[i] != BJT_ROUTE_PIN_LAST && last_before))
        blame (self, BJT_ROUTE_FAULT_PIN, shift, stop);
      other_before = other_before || kinds[i] != BJT_ROUTE_PIN_FIRST;
      last_before = last_before || kinds[i] == BJT_ROUTE_PIN_LAST;
    }
}

static void
check_sums (Check *self)
{
  const BjtRoutePlan *plan = self->plan;
  gint64              prize = 0, missed = 0, cost = 0;
  guint               n_must = 0, n_unserved = 0;

  for (guint i = 0; i < bjt_route_problem_get_n_stops (self->problem); i++)
    {
      const BjtRouteStop *stop = bjt_route_problem_get_stop (self->problem, i);

      if (self->n_seen[i] > 0)
        {
          prize += stop->must ? 0 : stop->prize;
          continue;
        }
      if (n_unserved >= plan->unserved->len || g_array_index (plan->unserved, BjtRouteUnserved, n_unserved).stop != i)
        blame (self, BJT_ROUTE_FAULT_COUNTS, BJT_ROUTE_NONE, i);
      else
        n_unserved++;
      missed += stop->must ? 0 : stop->prize;
      n_must += stop->must != FALSE;
    }
  for (guint k = 0; k < plan->routes->len; k++)
    cost += ((const BjtRoute *) plan->routes->pdata[k])->cost;
  if (n_unserved != plan->unserved->len)
    blame (self, BJT_ROUTE_FAULT_COUNTS, BJT_ROUTE_NONE, BJT_ROUTE_NONE);
  if (prize != plan->prize || missed != plan->prize_missed || cost != plan->cost || n_must != plan->n_must_missed)
    blame (self, BJT_ROUTE_FAULT_TIMES, BJT_ROUTE_NONE, BJT_ROUTE_NONE);
}

static double
walk_work (const Check *self,
           guint        shift)
{
  const BjtRoute      *route = self->plan->routes->pdata[shift];
  const BjtRouteShift *who = bjt_route_problem_get_shift (self->problem, shift);
  guint                place = who->start_place;
  double               work = 0;

  for (guint i = 0; i < route->visits->len; i++)
    {
      guint stop = g_array_index (route->visits, BjtRouteVisit, i).stop;

      if (stop == BJT_ROUTE_NONE || stop >= bjt_route_problem_get_n_stops (self->problem))
        continue;
      work += bjt_route_problem_get_stop (self->problem, stop)->duration;
      work += bjt_route_problem_get_cost (self->problem, place, bjt_route_problem_get_stop (self->problem, stop)->place);
      place = bjt_route_problem_get_stop (self->problem, stop)->place;
    }
  return route->visits->len > 0 ? work + bjt_route_problem_get_cost (self->problem, place, who->end_place) : 0;
}

/* Walked anew: what each worker's way and visits take, against the mean of all. */
static void
check_unfairness (Check *self)
{
  g_autoptr (GHashTable) works = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GList)      all = NULL;
  double                 sum = 0, above = 0;

  for (guint k = 0; k < self->plan->routes->len; k++)
    {
      gpointer worker = GUINT_TO_POINTER (bjt_route_problem_get_shift (self->problem, k)->worker);
      double  *work = g_hash_table_lookup (works, worker);

      if (work == NULL)
        g_hash_table_insert (works, worker, work = g_new0 (double, 1));
      *work += walk_work (self, k);
    }
  all = g_hash_table_get_values (works);
  for (GList *at = all; at != NULL; at = at->next)
    sum += *(double *) at->data;
  for (GList *at = all; at != NULL; at = at->next)
    above += fmax (*(double *) at->data - sum / g_list_length (all), 0);
  above *= bjt_route_problem_get_objective (self->problem)->balance / 1000.0;
  if (fabs (above - (double) self->plan->unfairness) > 2)
    blame (self, BJT_ROUTE_FAULT_TIMES, BJT_ROUTE_NONE, BJT_ROUTE_NONE);
}

GArray *
bjt_route_check (const BjtRouteProblem *problem,
                 const BjtRoutePlan    *plan)
{
  guint             n = bjt_route_problem_get_n_stops (problem);
  g_autofree guint8 *n_seen = g_new0 (guint8, n + 1);
  g_autofree guint *shift_of = g_new0 (guint, n + 1), *index_of = g_new0 (guint, n + 1);
  Check             self = { problem, plan, g_array_new (FALSE, FALSE, sizeof (BjtRouteFault)), n_seen, shift_of, index_of };

  if (plan->routes->len != bjt_route_problem_get_n_shifts (problem))
    {
      blame (&self, BJT_ROUTE_FAULT_COUNTS, BJT_ROUTE_NONE, BJT_ROUTE_NONE);
      return self.faults;
    }
  for (guint k = 0; k < plan->routes->len; k++)
    check_route (&self, k);
  check_pins (&self);
  for (guint k = 0; k < plan->routes->len; k++)
    check_ends_of_route (&self, k);
  check_sums (&self);
  check_unfairness (&self);
  return self.faults;
}

char *
bjt_route_fault_dup_text (const BjtRouteFault *fault)
{
  static const char *const texts[] = {
    [BJT_ROUTE_FAULT_UNKNOWN_STOP] = "there is no such stop", [BJT_ROUTE_FAULT_SEEN_TWICE] = "it is seen twice",
    [BJT_ROUTE_FAULT_NOT_ELIGIBLE] = "this shift may not see it", [BJT_ROUTE_FAULT_WINDOW] = "it is seen outside of its windows",
    [BJT_ROUTE_FAULT_SHIFT_END] = "the shift leaves too early or is back too late", [BJT_ROUTE_FAULT_MAX_TIME] = "the route takes longer than it may",
    [BJT_ROUTE_FAULT_CAPACITY] = "the shift carries more than it can", [BJT_ROUTE_FAULT_LUNCH] = "lunch is missing or out of its time",
    [BJT_ROUTE_FAULT_UNREACHABLE] = "no way leads there", [BJT_ROUTE_FAULT_PIN] = "a pin is not kept",
    [BJT_ROUTE_FAULT_TIMES] = "times or sums are not what they come to", [BJT_ROUTE_FAULT_COUNTS] = "a stop is neither seen nor named as not seen",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  if (fault->shift != BJT_ROUTE_NONE)
    g_string_append_printf (text, "Shift %u: ", fault->shift + 1);
  if (fault->stop != BJT_ROUTE_NONE)
    g_string_append_printf (text, "Stop %u: ", fault->stop + 1);
  g_string_append (text, texts[fault->kind]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
