/* bjt-route-schedule.c: forward for the earliest end, back for the latest leave.
 *
 * Lunch goes where the route is least late, then back earliest, then waits
 * least: each place for it is tried. None is needed on a route that is done
 * before lunch must begin, or leaves after it could be over. */
#include "bjt-route-schedule.h"

typedef struct
{
  const BjtRouteProblem *problem;
  const BjtRouteShift   *shift;
  const guint           *stops; /* BJT_ROUTE_NONE: lunch */
  guint                  n_stops;
  gint32                *begins, *ways, *latest;
  gint32                 leave, back, way_back;
  gint64                 late;
} Draft;

static guint
get_place (const Draft *self,
           guint        i)
{
  for (guint at = i + 1; at-- > 0;)
    if (self->stops[at] != BJT_ROUTE_NONE)
      return bjt_route_problem_get_stop (self->problem, self->stops[at])->place;
  return self->shift->start_place;
}

static gint32
get_duration (const Draft *self,
              guint        i)
{
  return self->stops[i] == BJT_ROUTE_NONE ? self->shift->lunch_time
                                          : bjt_route_problem_get_stop (self->problem, self->stops[i])->duration;
}

/* When work begins there that is reached then, and until when it could begin in the same window. */
static gint32
find_begin (const Draft *self,
            guint        i,
            gint32       reached,
            gint32      *latest)
{
  guint                 n_windows;
  const BjtRouteWindow *windows;
  gint32                begin = G_MAXINT32;

  *latest = reached - 1; /* late, where no window fits */
  if (self->stops[i] == BJT_ROUTE_NONE)
    {
      *latest = self->shift->lunch_to;
      return MAX (reached, self->shift->lunch_from);
    }
  windows = bjt_route_problem_get_windows (self->problem, self->stops[i], &n_windows);
  if (n_windows == 0)
    {
      *latest = BJT_ROUTE_TIME_MAX;
      return reached;
    }
  for (guint w = 0; w < n_windows; w++)
    if ((windows[w].day == BJT_ROUTE_EVERY_DAY || windows[w].day == self->shift->day) && windows[w].from <= windows[w].to
        && windows[w].to >= reached && MAX (windows[w].from, reached) < begin)
      {
        begin = MAX (windows[w].from, reached);
        *latest = windows[w].to;
      }
  return begin == G_MAXINT32 ? reached : begin;
}

static gint32
get_way (const Draft *self,
         guint        from,
         guint        to)
{
  gint32 way = bjt_route_problem_get_time (self->problem, from, to);

  return way == BJT_ROUTE_UNREACHABLE ? 0 : way;
}

/* From this time on; sums up how late it comes. */
static void
go_forward (Draft *self,
            gint32 from)
{
  gint32 now = from;
  guint  place = self->shift->start_place;

  self->leave = from;
  self->late = 0;
  for (guint i = 0; i < self->n_stops; i++)
    {
      guint next = get_place (self, i);

      self->ways[i] = self->stops[i] == BJT_ROUTE_NONE ? 0 : get_way (self, place, next);
      self->begins[i] = find_begin (self, i, now + self->ways[i], &self->latest[i]);
      if (self->begins[i] > self->latest[i])
        self->late += self->begins[i] - self->latest[i];
      now = self->begins[i] + get_duration (self, i);
      place = next;
    }
  self->way_back = get_way (self, place, self->shift->end_place);
  self->back = now + self->way_back;
  if (self->back > self->shift->to)
    self->late += self->back - self->shift->to;
}

/* The latest begin there that is not after this; there is one. */
static gint32
find_latest_begin (const Draft *self,
                   guint        i,
                   gint32       bound)
{
  guint                 n_windows;
  const BjtRouteWindow *windows;
  gint32                latest = self->begins[i];

  if (self->stops[i] == BJT_ROUTE_NONE)
    return MAX (latest, MIN (bound, self->shift->lunch_to));
  windows = bjt_route_problem_get_windows (self->problem, self->stops[i], &n_windows);
  for (guint w = 0; w < n_windows; w++)
    if ((windows[w].day == BJT_ROUTE_EVERY_DAY || windows[w].day == self->shift->day) && windows[w].from <= MIN (windows[w].to, bound))
      latest = MAX (latest, MIN (windows[w].to, bound));
  return n_windows > 0 ? latest : bound;
}

/* The latest leave that is back no later. */
static gint32
find_leave (const Draft *self)
{
  gint32 latest = self->back - self->way_back;

  for (guint i = self->n_stops; i-- > 0;)
    latest = find_latest_begin (self, i, latest - get_duration (self, i)) - self->ways[i];
  return MAX (latest, self->leave);
}

static gboolean
has_wait (const Draft *self)
{
  gint32 busy = self->way_back;

  for (guint i = 0; i < self->n_stops; i++)
    busy += self->ways[i] + get_duration (self, i);
  return self->back - self->leave > busy;
}

/* As late as one is back no later; where that takes too long, later still, into later
 * windows, until it does not: waiting in between may be what took so long. */
static void
go_late (Draft *self)
{
  gint32 leave;

  go_forward (self, find_leave (self));
  leave = self->leave;
  while (self->late == 0 && self->back - self->leave > self->shift->max_time && has_wait (self))
    {
      go_forward (self, self->leave + 1);
      if (self->late == 0)
        go_forward (self, find_leave (self));
    }
  if (self->late > 0)
    go_forward (self, leave);
}

static void
try_draft (Draft *self,
           gint32 from)
{
  go_forward (self, from);
  if (self->n_stops > 0 && self->late == 0)
    go_late (self);
  if (self->back - self->leave > self->shift->max_time)
    self->late += self->back - self->leave - self->shift->max_time;
}

static void
write_route (const Draft *self,
             BjtRoute    *route)
{
  gint32 now = self->leave;

  g_array_set_size (route->visits, 0);
  route->leave = self->leave;
  route->back = self->back;
  route->way = self->way_back;
  route->wait = 0;
  for (guint i = 0; i < self->n_stops; i++)
    {
      gint32        arrival = now + self->ways[i], end = self->begins[i] + get_duration (self, i);
      BjtRouteVisit visit = { self->stops[i], self->ways[i], arrival, self->begins[i] - arrival, self->begins[i], end };

      g_array_append_val (route->visits, visit);
      route->way += visit.way;
      route->wait += visit.wait;
      now = end;
    }
}

static gint64
get_cost (const Draft *self)
{
  guint  place = self->shift->start_place;
  gint64 cost = 0;
  gint32 way;

  for (guint i = 0; i < self->n_stops; i++)
    if (self->stops[i] != BJT_ROUTE_NONE)
      {
        guint next = get_place (self, i);

        way = bjt_route_problem_get_cost (self->problem, place, next);
        cost += way == BJT_ROUTE_UNREACHABLE ? 0 : way;
        place = next;
      }
  way = self->n_stops > 0 ? bjt_route_problem_get_cost (self->problem, place, self->shift->end_place) : 0;
  return cost + (way == BJT_ROUTE_UNREACHABLE ? 0 : way);
}

/* Done before lunch must begin. */
static gboolean
ends_before_lunch (const Draft *self)
{
  return self->late == 0
         && self->begins[self->n_stops - 1] + get_duration (self, self->n_stops - 1) <= self->shift->lunch_to;
}

static gboolean
is_better (const Draft    *self,
           const BjtRoute *route,
           gint64          late)
{
  if (self->late != late)
    return self->late < late;
  if (self->back != route->back)
    return self->back < route->back;
  return self->leave > route->leave;
}

static void
place_lunch (Draft       *self,
             const guint *stops,
             guint        n_stops,
             BjtRoute    *route)
{
  g_autofree guint *with = g_new (guint, n_stops + 1);
  gint32            after = self->shift->lunch_from + self->shift->lunch_time;
  gint64            late;

  try_draft (self, MAX (self->shift->from, after));
  late = self->late;
  write_route (self, route);
  for (guint at = 1; at < n_stops; at++)
    {
      for (guint i = 0; i <= n_stops; i++)
        with[i] = i == at ? BJT_ROUTE_NONE : stops[i < at ? i : i - 1];
      self->stops = with;
      self->n_stops = n_stops + 1;
      try_draft (self, self->shift->from);
      if (!is_better (self, route, late))
        continue;
      late = self->late;
      write_route (self, route);
    }
  self->stops = stops;
  self->n_stops = n_stops;
}

void
bjt_route_schedule (const BjtRouteProblem *problem,
                    guint                  shift,
                    const guint           *stops,
                    guint                  n_stops,
                    BjtRoute              *route)
{
  const BjtRouteShift *who = bjt_route_problem_get_shift (problem, shift);
  g_autofree gint32   *times = g_new0 (gint32, 3 * (gsize) (n_stops + 1));
  Draft                self = { .problem = problem, .shift = who, .stops = stops, .n_stops = n_stops,
                                .begins = times, .ways = times + n_stops + 1, .latest = times + 2 * (gsize) (n_stops + 1) };

  if (n_stops == 0)
    {
      g_array_set_size (route->visits, 0);
      route->leave = route->back = who->from;
      route->way = route->wait = 0;
      route->cost = 0;
      return;
    }
  try_draft (&self, who->from);
  if (!bjt_route_shift_has_lunch (who) || ends_before_lunch (&self)
      || self.leave >= who->lunch_from + who->lunch_time)
    write_route (&self, route);
  else
    place_lunch (&self, stops, n_stops, route);
  route->cost = get_cost (&self);
}
