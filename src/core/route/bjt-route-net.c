/* bjt-route-net.c: the matrices by rows of stops, the windows by days, who may
 * go where by types of shifts, and the neighbours of each stop.
 *
 * Cost: n_rows² for the matrices; the neighbours by choosing the nearest of each
 * row, then sorting only those. */
#include "bjt-route-net.h"

#include <string.h>

#define MAX_NEAR 320      /* neighbours a ruin looks through */
#define MAX_ALL 150       /* stops up to which every position is tried */
#define N_FIT 40
#define PRIZE_IN_WAYS 10  /* with priority first: a mean prize is worth so many ways to a neighbour */
#define WAIT_WEIGHT 0.2

typedef struct
{
  double  weight;
  guint32 stop;
} Neighbour;

static int
compare_neighbours (gconstpointer a,
                    gconstpointer b)
{
  const Neighbour *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight < other->weight ? -1 : 1;
  return one->stop < other->stop ? -1 : one->stop > other->stop;
}

/* Puts the n_first least of them to the front, in no order. */
static void
choose_first (Neighbour *all,
              guint      n,
              guint      n_first)
{
  guint low = 0, high = n;

  while (high - low > 1 && n_first > low && n_first < high)
    {
      Neighbour pivot = all[low + (high - low - 1) / 2];
      guint     i = low, j = high - 1;

      for (;;)
        {
          while (compare_neighbours (&all[i], &pivot) < 0)
            i++;
          while (compare_neighbours (&pivot, &all[j]) < 0)
            j--;
          if (i >= j)
            break;
          Neighbour swapped = all[i];
          all[i++] = all[j];
          all[j--] = swapped;
        }
      if (n_first <= j + 1)
        high = j + 1;
      else
        low = j + 1;
    }
}

static guint32 *
pick_neighbours (Neighbour *all,
                 guint      n,
                 guint      n_first,
                 guint32   *out)
{
  choose_first (all, n, n_first);
  qsort (all, n_first, sizeof *all, compare_neighbours);
  for (guint i = 0; i < n_first; i++)
    out[i] = all[i].stop;
  return out;
}

/* How badly j fits right after i (Vidal et al. 2013): way, waiting, lateness. */
static double
get_misfit (const BjtRouteNet *self,
            guint              i,
            guint              j)
{
  const BjtRouteSpan *a = self->spans + self->span_at[i], *b = self->spans + self->span_at[j];
  guint               n_a = self->span_at[i + 1] - self->span_at[i], n_b = self->span_at[j + 1] - self->span_at[j];
  gint32              time = self->duration[i] + self->time_out[(gsize) i * self->n_rows + j];
  double              wait, late;

  if (n_a == 0 || n_b == 0)
    return self->cost_out[(gsize) i * self->n_rows + j];
  wait = (double) b[0].from - time - a[n_a - 1].to;
  late = (double) a[0].from + time - b[n_b - 1].to;
  return self->cost_out[(gsize) i * self->n_rows + j] + (wait > 0 ? WAIT_WEIGHT * wait : 0) + (late > 0 ? late : 0);
}

static void
find_neighbours (BjtRouteNet *self)
{
  guint                n = self->n_stops;
  g_autofree Neighbour *all = g_new (Neighbour, n + 1);
  double               sum = 0;
  guint                n_sum = 0;

  self->n_near = n > 0 ? MIN (n - 1, MAX_NEAR) : 0;
  self->n_fit = n > MAX_ALL ? N_FIT : 0;
  self->near = g_new (guint32, (gsize) n * self->n_near + 1);
  if (self->n_fit > 0)
    {
      self->before = g_new (guint32, (gsize) n * self->n_fit);
      self->after = g_new (guint32, (gsize) n * self->n_fit);
    }
  for (guint i = 0; i < n; i++)
    {
      guint         n_all = 0;
      const gint32 *out = self->cost_out + (gsize) i * self->n_rows, *in = self->cost_in + (gsize) i * self->n_rows;

      for (guint j = 0; j < n; j++)
        if (j != i)
          all[n_all++] = (Neighbour) { MIN (out[j], in[j]), j };
      pick_neighbours (all, n_all, self->n_near, self->near + (gsize) i * self->n_near);
      for (guint j = 0; j < MIN (self->n_near, 3); j++)
        if (all[j].weight < BJT_ROUTE_HOLE)
          {
            sum += all[j].weight;
            n_sum++;
          }
      if (self->n_fit == 0)
        continue;
      for (guint j = 0; j < n_all; j++)
        all[j].weight = get_misfit (self, all[j].stop, i);
      pick_neighbours (all, n_all, self->n_fit, self->before + (gsize) i * self->n_fit);
      for (guint j = 0; j < n_all; j++)
        all[j].weight = get_misfit (self, i, all[j].stop);
      pick_neighbours (all, n_all, self->n_fit, self->after + (gsize) i * self->n_fit);
    }
  self->mean_near = n_sum > 0 && sum > 0 ? sum / n_sum : 1;
}

static void
lay_out_rows (BjtRouteNet           *self,
              const BjtRouteProblem *problem,
              GArray                *places)
{
  for (guint i = 0; i < self->n_stops; i++)
    {
      guint place = bjt_route_problem_get_stop (problem, i)->place;

      self->row[i] = (gint32) i;
      g_array_append_val (places, place);
    }
  for (guint k = 0; k < 2 * self->n_shifts; k++)
    {
      const BjtRouteShift *shift = self->shifts[k % self->n_shifts];
      guint                place = k < self->n_shifts ? shift->start_place : shift->end_place;
      guint                row = self->n_stops;

      while (row < places->len && g_array_index (places, guint, row) != place)
        row++;
      if (row == places->len)
        g_array_append_val (places, place);
      self->row[self->n_stops + k] = (gint32) row;
    }
  for (guint k = 0; k < self->n_shifts; k++)
    self->row[bjt_route_net_lunch (self, k)] = self->row[bjt_route_net_start (self, k)];
  self->n_rows = places->len;
}

static gint32 *
transpose (const gint32 *matrix,
           guint         n)
{
  gint32 *turned = g_new (gint32, (gsize) n * n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      turned[(gsize) j * n + i] = matrix[(gsize) i * n + j];
  return turned;
}

static void
fill_matrices (BjtRouteNet           *self,
               const BjtRouteProblem *problem,
               const GArray          *places)
{
  guint    n = self->n_rows;
  gboolean same = TRUE;

  self->time_out = g_new (gint32, (gsize) n * n + 1);
  self->cost_out = g_new (gint32, (gsize) n * n + 1);
  self->symmetric = TRUE;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        guint  from = g_array_index (places, guint, i), to = g_array_index (places, guint, j);
        gsize  at = (gsize) i * n + j;
        gint32 time = bjt_route_problem_get_time (problem, from, to), cost = bjt_route_problem_get_cost (problem, from, to);

        self->time_out[at] = cost == BJT_ROUTE_UNREACHABLE ? BJT_ROUTE_HOLE : time;
        self->cost_out[at] = MIN (cost, BJT_ROUTE_HOLE);
        same = same && self->time_out[at] == self->cost_out[at];
        if (j < i && self->symmetric)
          self->symmetric = self->cost_out[at] == self->cost_out[(gsize) j * n + i] && self->time_out[at] == self->time_out[(gsize) j * n + i];
      }
  self->time_in = self->symmetric ? self->time_out : transpose (self->time_out, n);
  if (same)
    {
      g_free (self->cost_out);
      self->cost_out = self->time_out;
      self->cost_in = self->time_in;
    }
  else
    self->cost_in = self->symmetric ? self->cost_out : transpose (self->cost_out, n);
}

static gboolean
are_alike (const BjtRouteShift *a,
           const BjtRouteShift *b)
{
  return a->day == b->day && a->start_place == b->start_place && a->end_place == b->end_place && a->from == b->from && a->to == b->to
         && a->max_time == b->max_time && a->capacity == b->capacity && a->has == b->has && a->n_people == b->n_people
         && a->lunch_time == b->lunch_time && a->lunch_from == b->lunch_from && a->lunch_to == b->lunch_to;
}

/* A shift that a pin names is a type of its own. */
static void
find_types (BjtRouteNet           *self,
            const BjtRouteProblem *problem)
{
  g_autofree gboolean *named = g_new0 (gboolean, self->n_shifts + 1);
  g_autofree guint32  *first = g_new (guint32, self->n_shifts + 1);
  guint                n_pins;
  const BjtRoutePin   *pins = bjt_route_problem_get_pins (problem, &n_pins);

  for (guint i = 0; i < n_pins; i++)
    named[pins[i].shift] = TRUE;
  for (guint k = 0; k < self->n_shifts; k++)
    {
      guint type = 0;

      while (type < self->n_types && (named[k] || named[first[type]] || !are_alike (self->shifts[first[type]], self->shifts[k])))
        type++;
      if (type == self->n_types)
        first[self->n_types++] = k;
      self->type[k] = type;
    }
  self->eligible = g_malloc ((gsize) self->n_types * self->n_stops + 1);
  self->all_eligible = TRUE;
  for (guint type = 0; type < self->n_types; type++)
    for (guint i = 0; i < self->n_stops; i++)
      {
        gboolean eligible = bjt_route_problem_is_eligible (problem, i, first[type]);

        self->eligible[(gsize) type * self->n_stops + i] = eligible;
        self->all_eligible = self->all_eligible && eligible;
      }
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const BjtRouteSpan *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* The windows of a stop on a day, the void ones left out; one without end where it has none at all. */
static void
add_spans (BjtRouteNet           *self,
           const BjtRouteProblem *problem,
           guint                  stop,
           gint32                 day,
           GArray                *spans)
{
  guint                 n_windows, first = spans->len;
  const BjtRouteWindow *windows = bjt_route_problem_get_windows (problem, stop, &n_windows);
  BjtRouteSpan          span = { 0, BJT_ROUTE_TIME_MAX };

  if (n_windows == 0)
    g_array_append_val (spans, span);
  for (guint i = 0; i < n_windows; i++)
    {
      span = (BjtRouteSpan) { MAX (windows[i].from, 0), windows[i].to };
      if (span.from <= span.to && (windows[i].day == BJT_ROUTE_EVERY_DAY || windows[i].day == day))
        g_array_append_val (spans, span);
    }
  self->timed = self->timed || n_windows > 0;
  if (spans->len > first)
    qsort (&g_array_index (spans, BjtRouteSpan, first), spans->len - first, sizeof span, compare_spans);
}

static void
find_days (BjtRouteNet           *self,
           const BjtRouteProblem *problem)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BjtRouteSpan));

  for (guint k = 0; k < self->n_shifts; k++)
    {
      guint d = 0;

      while (d < days->len && g_array_index (days, gint32, d) != self->shifts[k]->day)
        d++;
      if (d == days->len)
        g_array_append_val (days, self->shifts[k]->day);
      self->day[k] = d;
    }
  self->n_days = days->len;
  self->span_at = g_new0 (guint32, (gsize) MAX (self->n_days, 1) * self->n_stops + 1);
  for (guint d = 0; d < MAX (self->n_days, 1); d++)
    for (guint i = 0; i < self->n_stops; i++)
      {
        guint32 *at = self->span_at + (gsize) d * self->n_stops + i;

        add_spans (self, problem, i, d < days->len ? g_array_index (days, gint32, d) : 0, spans);
        at[1] = spans->len;
        self->one_span = self->one_span && at[1] == at[0] + 1 && d == 0;
      }
  self->spans = (BjtRouteSpan *) (void *) g_array_free (g_steal_pointer (&spans), FALSE);
}

static void
weigh_stops (BjtRouteNet           *self,
             const BjtRouteProblem *problem)
{
  double  sum = 0;
  guint   n_sum = 0;
  guint64 most = 0;

  for (guint i = 0; i < self->n_stops; i++)
    {
      const BjtRouteStop *stop = bjt_route_problem_get_stop (problem, i);

      self->demand[i] = stop->demand;
      self->has_demand = self->has_demand || stop->demand > 0;
      self->must[i] = stop->must != FALSE;
      self->prize[i] = stop->must ? 0 : stop->prize;
      sum += (double) self->prize[i];
      n_sum += !stop->must;
    }
  self->has_optional = n_sum > 0;
  self->prize_scale = 1;
  if (self->priority_first && sum > 0)
    self->prize_scale = MAX (1, (gint64) (self->mean_near * PRIZE_IN_WAYS * n_sum / sum));
  for (guint i = 0; i < self->n_stops; i++)
    {
      self->penalty[i] = self->prize[i] * self->prize_scale;
      most = MAX (most, (guint64) self->penalty[i]);
    }
  self->must_penalty = (gint64) most * 4 + (gint64) (self->mean_near * 1000) + 1;
  for (guint i = 0; i < self->n_stops; i++)
    if (self->must[i])
      self->penalty[i] = self->must_penalty;
}

static void
note_pins (BjtRouteNet           *self,
           const BjtRouteProblem *problem)
{
  guint              n_pins;
  const BjtRoutePin *pins = bjt_route_problem_get_pins (problem, &n_pins);

  for (guint i = 0; i < n_pins; i++)
    self->pin[pins[i].stop] = (guint8) MAX (self->pin[pins[i].stop], 1 + pins[i].kind);
}

/* With few shifts at most: only where work is to be shared. */
static void
note_workers (BjtRouteNet *self)
{
  for (guint k = 0; k < self->n_shifts; k++)
    {
      guint like = 0;

      while (self->shifts[like]->worker != self->shifts[k]->worker)
        like++;
      self->worker[k] = like < k ? self->worker[like] : self->n_workers++;
    }
  if (self->n_workers < 2)
    self->balance = 0;
}

static void
note_shifts (BjtRouteNet           *self,
             const BjtRouteProblem *problem)
{
  for (guint k = 0; k < self->n_shifts; k++)
    {
      const BjtRouteShift *shift = bjt_route_problem_get_shift (problem, k);

      self->shifts[k] = shift;
      self->has_limit = self->has_limit || shift->max_time < shift->to - shift->from;
      self->has_lunch[k] = bjt_route_shift_has_lunch (shift);
      self->has_lunches = self->has_lunches || self->has_lunch[k];
      self->duration[bjt_route_net_lunch (self, k)] = shift->lunch_time;
    }
}

BjtRouteNet *
bjt_route_net_new (const BjtRouteProblem *problem,
                   gboolean               with_neighbours)
{
  const BjtRouteObjective *objective = bjt_route_problem_get_objective (problem);
  BjtRouteNet             *self = g_new0 (BjtRouteNet, 1);
  g_autoptr (GArray)       places = g_array_new (FALSE, FALSE, sizeof (guint));

  self->n_stops = bjt_route_problem_get_n_stops (problem);
  self->n_shifts = bjt_route_problem_get_n_shifts (problem);
  self->n_nodes = self->n_stops + 3 * self->n_shifts;
  self->priority_first = objective->priority_first;
  self->balance = objective->balance;
  self->one_span = TRUE;
  self->row = g_new0 (gint32, self->n_nodes + 1);
  self->duration = g_new0 (gint32, self->n_nodes + 1);
  self->demand = g_new0 (gint32, self->n_nodes + 1);
  self->penalty = g_new0 (gint64, self->n_stops + 1);
  self->prize = g_new0 (gint64, self->n_stops + 1);
  self->must = g_new0 (guint8, self->n_stops + 1);
  self->pin = g_new0 (guint8, self->n_stops + 1);
  self->type = g_new0 (guint32, self->n_shifts + 1);
  self->day = g_new0 (guint32, self->n_shifts + 1);
  self->worker = g_new0 (guint32, self->n_shifts + 1);
  self->has_lunch = g_new0 (guint8, self->n_shifts + 1);
  self->shifts = g_new0 (const BjtRouteShift *, self->n_shifts + 1);
  note_shifts (self, problem);
  if (self->balance > 0)
    note_workers (self);
  self->needs_care = self->has_limit || self->has_lunches || self->balance > 0;
  lay_out_rows (self, problem, places);
  fill_matrices (self, problem, places);
  find_types (self, problem);
  find_days (self, problem);
  for (guint i = 0; i < self->n_stops; i++)
    self->duration[i] = bjt_route_problem_get_stop (problem, i)->duration;
  if (with_neighbours)
    find_neighbours (self);
  weigh_stops (self, problem);
  note_pins (self, problem);
  return self;
}

void
bjt_route_net_free (BjtRouteNet *self)
{
  if (self->cost_in != self->cost_out && self->cost_in != self->time_in)
    g_free (self->cost_in);
  if (self->cost_out != self->time_out)
    g_free (self->cost_out);
  if (self->time_in != self->time_out)
    g_free (self->time_in);
  g_free (self->time_out);
  g_free (self->row);
  g_free (self->duration);
  g_free (self->demand);
  g_free (self->penalty);
  g_free (self->prize);
  g_free (self->must);
  g_free (self->pin);
  g_free (self->type);
  g_free (self->day);
  g_free (self->worker);
  g_free (self->has_lunch);
  g_free (self->shifts);
  g_free (self->eligible);
  g_free (self->span_at);
  g_free (self->spans);
  g_free (self->near);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}
