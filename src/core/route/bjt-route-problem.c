/* bjt-route-problem.c: arrays that grow until the plan is asked for.
 *
 * Stops hold their windows by number in one array; places their entrance and
 * its set-up. Checked once by bjt_route_problem_check (): what is read after it
 * lies in range, holes of the matrix aside. */
#include "bjt-route-problem.h"

G_DEFINE_QUARK (bjt-route-error-quark, bjt_route_error)

struct _BjtRouteProblem
{
  gatomicrefcount   n_refs;
  guint             n_places;
  gint32           *times, *costs; /* n_places²; costs NULL: the times */
  guint            *entrances;     /* of a place */
  gint32           *setups;
  GArray           *stops, *shifts, *pins;
  GPtrArray        *windows;       /* of GArray of BjtRouteWindow, one a stop */
  BjtRouteObjective objective;
};

BjtRouteProblem *
bjt_route_problem_new (guint n_places)
{
  BjtRouteProblem *self = g_new0 (BjtRouteProblem, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->n_places = n_places;
  self->times = g_new0 (gint32, (gsize) n_places * n_places);
  self->entrances = g_new (guint, n_places);
  self->setups = g_new0 (gint32, n_places);
  for (guint i = 0; i < n_places; i++)
    self->entrances[i] = i;
  self->stops = g_array_new (FALSE, TRUE, sizeof (BjtRouteStop));
  self->shifts = g_array_new (FALSE, TRUE, sizeof (BjtRouteShift));
  self->pins = g_array_new (FALSE, TRUE, sizeof (BjtRoutePin));
  self->windows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

BjtRouteProblem *
bjt_route_problem_ref (BjtRouteProblem *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
bjt_route_problem_unref (BjtRouteProblem *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->times);
  g_free (self->costs);
  g_free (self->entrances);
  g_free (self->setups);
  g_array_unref (self->stops);
  g_array_unref (self->shifts);
  g_array_unref (self->pins);
  g_ptr_array_unref (self->windows);
  g_free (self);
}

gint32 *
bjt_route_problem_use_times (BjtRouteProblem *self)
{
  return self->times;
}

gint32 *
bjt_route_problem_use_costs (BjtRouteProblem *self)
{
  if (self->costs == NULL)
    self->costs = g_new0 (gint32, (gsize) self->n_places * self->n_places);
  return self->costs;
}

void
bjt_route_problem_set_entrance (BjtRouteProblem *self,
                                guint            place,
                                guint            entrance,
                                gint32           setup)
{
  g_return_if_fail (place < self->n_places);

  self->entrances[place] = entrance;
  self->setups[place] = setup;
}

guint
bjt_route_problem_add_stop (BjtRouteProblem    *self,
                            const BjtRouteStop *stop)
{
  g_array_append_vals (self->stops, stop, 1);
  g_ptr_array_add (self->windows, g_array_new (FALSE, FALSE, sizeof (BjtRouteWindow)));
  return self->stops->len - 1;
}

guint
bjt_route_problem_add_shift (BjtRouteProblem     *self,
                             const BjtRouteShift *shift)
{
  g_array_append_vals (self->shifts, shift, 1);
  return self->shifts->len - 1;
}

void
bjt_route_problem_add_window (BjtRouteProblem *self,
                              guint            stop,
                              gint32           from,
                              gint32           to,
                              gint32           day)
{
  BjtRouteWindow window = { from, to, day };

  g_return_if_fail (stop < self->stops->len);

  g_array_append_val (self->windows->pdata[stop], window);
}

void
bjt_route_problem_add_pin (BjtRouteProblem *self,
                           guint            stop,
                           guint            shift,
                           BjtRoutePinKind  kind)
{
  BjtRoutePin pin = { stop, shift, kind };

  g_array_append_val (self->pins, pin);
}

void
bjt_route_problem_set_objective (BjtRouteProblem         *self,
                                 const BjtRouteObjective *objective)
{
  self->objective = *objective;
}

guint
bjt_route_problem_get_n_places (const BjtRouteProblem *self)
{
  return self->n_places;
}

guint
bjt_route_problem_get_n_stops (const BjtRouteProblem *self)
{
  return self->stops->len;
}

guint
bjt_route_problem_get_n_shifts (const BjtRouteProblem *self)
{
  return self->shifts->len;
}

const BjtRouteStop *
bjt_route_problem_get_stop (const BjtRouteProblem *self,
                            guint                  stop)
{
  g_return_val_if_fail (stop < self->stops->len, NULL);

  return &g_array_index (self->stops, BjtRouteStop, stop);
}

const BjtRouteShift *
bjt_route_problem_get_shift (const BjtRouteProblem *self,
                             guint                  shift)
{
  g_return_val_if_fail (shift < self->shifts->len, NULL);

  return &g_array_index (self->shifts, BjtRouteShift, shift);
}

const BjtRouteWindow *
bjt_route_problem_get_windows (const BjtRouteProblem *self,
                               guint                  stop,
                               guint                 *n_windows)
{
  const GArray *windows;

  *n_windows = 0;
  g_return_val_if_fail (stop < self->stops->len, NULL);

  windows = self->windows->pdata[stop];
  *n_windows = windows->len;
  return (const BjtRouteWindow *) (const void *) windows->data;
}

const BjtRoutePin *
bjt_route_problem_get_pins (const BjtRouteProblem *self,
                            guint                 *n_pins)
{
  *n_pins = self->pins->len;
  return (const BjtRoutePin *) (const void *) self->pins->data;
}

const BjtRouteObjective *
bjt_route_problem_get_objective (const BjtRouteProblem *self)
{
  return &self->objective;
}

guint
bjt_route_problem_get_entrance (const BjtRouteProblem *self,
                                guint                  place)
{
  return self->entrances[place];
}

gint32
bjt_route_problem_get_setup (const BjtRouteProblem *self,
                             guint                  place)
{
  return self->setups[place];
}

static gint32
get_way (const BjtRouteProblem *self,
         const gint32          *matrix,
         guint                  from,
         guint                  to)
{
  gint32 way;

  if (from == BJT_ROUTE_NOWHERE || to == BJT_ROUTE_NOWHERE)
    return 0;
  way = matrix[(gsize) from * self->n_places + to];
  if (way == BJT_ROUTE_UNREACHABLE || self->entrances[from] == self->entrances[to])
    return way;
  return way + self->setups[to];
}

gint32
bjt_route_problem_get_time (const BjtRouteProblem *self,
                            guint                  from,
                            guint                  to)
{
  return get_way (self, self->times, from, to);
}

gint32
bjt_route_problem_get_cost (const BjtRouteProblem *self,
                            guint                  from,
                            guint                  to)
{
  if (bjt_route_problem_get_time (self, from, to) == BJT_ROUTE_UNREACHABLE)
    return BJT_ROUTE_UNREACHABLE;
  return get_way (self, self->costs != NULL ? self->costs : self->times, from, to);
}

gboolean
bjt_route_problem_is_eligible (const BjtRouteProblem *self,
                               guint                  stop,
                               guint                  shift)
{
  const BjtRouteStop  *one = bjt_route_problem_get_stop (self, stop);
  const BjtRouteShift *who = bjt_route_problem_get_shift (self, shift);

  for (guint i = 0; i < self->pins->len; i++)
    {
      const BjtRoutePin *pin = &g_array_index (self->pins, BjtRoutePin, i);

      if (pin->stop == stop && pin->shift != shift)
        return FALSE;
    }
  return (one->needs & ~who->has) == 0 && (one->any_of == 0 || (one->any_of & who->has) != 0)
         && one->n_people <= who->n_people && one->first_day <= who->day && who->day <= one->last_day;
}

static inline gboolean
is_length (gint32 value)
{
  return value >= 0 && value <= BJT_ROUTE_TIME_MAX;
}

static gboolean
check_stop (const BjtRouteProblem *self,
            guint                  i,
            GError               **error)
{
  const BjtRouteStop *stop = &g_array_index (self->stops, BjtRouteStop, i);
  const GArray       *windows = self->windows->pdata[i];
  const char         *fault = NULL;

  if (stop->place >= self->n_places)
    fault = "its place is not in the matrix";
  else if (!is_length (stop->duration))
    fault = "its duration is negative or absurd";
  else if (stop->demand < 0)
    fault = "its demand is negative";
  else if (stop->prize < 0 || stop->prize > G_MAXINT32)
    fault = "its prize is negative or absurd";
  for (guint w = 0; w < windows->len && fault == NULL; w++)
    if (g_array_index (windows, BjtRouteWindow, w).from < -BJT_ROUTE_TIME_MAX
        || g_array_index (windows, BjtRouteWindow, w).to > BJT_ROUTE_TIME_MAX)
      fault = "the time of a window is absurd";
  if (fault != NULL)
    g_set_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_STOP, "Stop %u: %s", i + 1, fault);
  return fault == NULL;
}

static gboolean
check_shift (const BjtRouteProblem *self,
             guint                  i,
             GError               **error)
{
  const BjtRouteShift *shift = &g_array_index (self->shifts, BjtRouteShift, i);
  const char          *fault = NULL;

  if ((shift->start_place >= self->n_places && shift->start_place != BJT_ROUTE_NOWHERE)
      || (shift->end_place >= self->n_places && shift->end_place != BJT_ROUTE_NOWHERE))
    fault = "its start or end is not in the matrix";
  else if (!is_length (shift->from) || !is_length (shift->to) || shift->max_time < 0 || shift->capacity < 0)
    fault = "its times or limits are negative or absurd";
  else if (!is_length (shift->lunch_time) || !is_length (shift->lunch_from) || !is_length (shift->lunch_to))
    fault = "its lunch is negative or absurd";
  if (fault != NULL)
    g_set_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_SHIFT, "Shift %u: %s", i + 1, fault);
  return fault == NULL;
}

static gboolean
check_matrix (const BjtRouteProblem *self,
              const gint32          *matrix,
              GError               **error)
{
  for (gsize i = 0, n = (gsize) self->n_places * self->n_places; matrix != NULL && i < n; i++)
    if (!is_length (matrix[i]) && matrix[i] != BJT_ROUTE_UNREACHABLE)
      {
        g_set_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_MATRIX, "The way from place %u to place %u is negative or absurd: %d",
                     (guint) (i / self->n_places) + 1, (guint) (i % self->n_places) + 1, matrix[i]);
        return FALSE;
      }
  for (guint i = 0; i < self->n_places; i++)
    if (!is_length (self->setups[i]))
      {
        g_set_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_MATRIX, "The set-up of place %u is negative or absurd", i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_pins (const BjtRouteProblem *self,
            GError               **error)
{
  for (guint i = 0; i < self->pins->len; i++)
    {
      const BjtRoutePin *pin = &g_array_index (self->pins, BjtRoutePin, i);

      if (pin->stop < self->stops->len && pin->shift < self->shifts->len)
        continue;
      g_set_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_STOP, "Pin %u names a stop or shift that is not there", i + 1);
      return FALSE;
    }
  return TRUE;
}

gboolean
bjt_route_problem_check (const BjtRouteProblem *self,
                         GError               **error)
{
  for (guint i = 0; i < self->stops->len; i++)
    if (!check_stop (self, i, error))
      return FALSE;
  for (guint i = 0; i < self->shifts->len; i++)
    if (!check_shift (self, i, error))
      return FALSE;
  return check_pins (self, error) && check_matrix (self, self->times, error) && check_matrix (self, self->costs, error);
}
