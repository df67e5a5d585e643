/* bjt-class-breaks.c: natural breaks are exact: dynamic programming over the
 * sorted values (Fisher 1958, as Jenks used it), with what is equal taken
 * together; beyond MAX_DISTINCT values they are binned first. Quadratic to the
 * distinct values, the rest n log n. */
#include "bjt-class-breaks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DISTINCT 1024

typedef struct
{
  double value;
  double weight;
} Distinct;

static const char *const names[] = { "natural", "quantile", "equal", "round" };

const char *
bjt_break_method_get_name (BjtBreakMethod self)
{
  return names[self];
}

gboolean
bjt_break_method_init_from_name (BjtBreakMethod *self,
                                 const char     *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *self = (BjtBreakMethod) i;
        return TRUE;
      }
  return FALSE;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static GArray *
sort_values (const double *values,
             guint         n_values)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      g_array_append_val (sorted, values[i]);
  if (sorted->len > 0)
    qsort (sorted->data, sorted->len, sizeof (double), compare_doubles);
  return sorted;
}

/* Upper edges, each above the one before it. */
static void
add_edge (BjtClassBreaks *self,
          double          edge)
{
  if (self->n_classes == 0 || edge > self->edges[self->n_classes])
    self->edges[++self->n_classes] = edge;
}

static void
break_by_quantiles (BjtClassBreaks *self,
                    guint           n_classes,
                    const double   *sorted,
                    guint           n)
{
  for (guint i = 1; i <= n_classes; i++)
    add_edge (self, sorted[MAX ((gsize) n * i / n_classes, 1) - 1]);
}

static void
break_equally (BjtClassBreaks *self,
               guint           n_classes,
               double          low,
               double          high)
{
  for (guint i = 1; i < n_classes; i++)
    add_edge (self, low + (high - low) * i / n_classes);
  add_edge (self, high);
}

/* The step of 1, 2 or 5 times a power of ten that comes nearest to the number
 * of classes without leaving its limits. */
static double
find_step (double low,
           double high,
           guint  n_classes)
{
  static const double factors[] = { 1, 2, 2.5, 5, 10, 20 };
  double              base = pow (10, floor (log10 ((high - low) / n_classes)));
  double              best = 0, least = HUGE_VAL;

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      double step = base * factors[i];
      double n = ceil (high / step - 1e-9) - floor (low / step + 1e-9);
      double miss = fabs (n - n_classes);

      if (n <= BJT_MAX_BREAK_CLASSES && n >= 1 && miss < least)
        {
          least = miss;
          best = step;
        }
    }
  return best > 0 ? best : high - low;
}

static void
break_at_round_numbers (BjtClassBreaks *self,
                        guint           n_classes,
                        double          low,
                        double          high)
{
  double step = find_step (low, high, n_classes);
  double first = floor (low / step + 1e-9);

  self->edges[0] = fmin (first * step, low);
  for (double i = first + 1; self->n_classes < BJT_MAX_BREAK_CLASSES; i++)
    {
      add_edge (self, i * step);
      if (i * step >= high - step * 1e-9)
        break;
    }
  self->edges[self->n_classes] = fmax (self->edges[self->n_classes], high);
}

static GArray *
collect_distinct (const double *sorted,
                  guint         n)
{
  GArray *distinct = g_array_new (FALSE, FALSE, sizeof (Distinct));
  guint   n_distinct = 1;
  double  width;

  for (guint i = 1; i < n; i++)
    n_distinct += sorted[i] > sorted[i - 1];
  width = n_distinct > MAX_DISTINCT ? (sorted[n - 1] - sorted[0]) / MAX_DISTINCT : 0;
  for (guint i = 0; i < n; i++)
    {
      Distinct *last = distinct->len > 0 ? &g_array_index (distinct, Distinct, distinct->len - 1) : NULL;

      if (last != NULL && (width > 0 ? floor ((sorted[i] - sorted[0]) / width) <= floor ((last->value - sorted[0]) / width)
                                     : sorted[i] <= last->value))
        {
          last->value = sorted[i];
          last->weight++;
          continue;
        }
      Distinct one = { sorted[i], 1 };
      g_array_append_val (distinct, one);
    }
  return distinct;
}

/* For each number of classes and each end: where the last class starts so that
 * the squares of the distances to the means are least. */
static void
fill_starts (const Distinct *values,
             guint           n,
             guint           n_classes,
             guint          *starts)
{
  g_autofree double *costs = g_new (double, 2 * (gsize) n);

  for (guint k = 0; k < n_classes; k++)
    for (guint end = n; end-- > 0;)
      {
        double  weight = 0, mean = 0, squares = 0;
        double *best = &costs[k % 2 * n + end];

        *best = HUGE_VAL;
        for (guint start = end + 1; start-- > 0;)
          {
            double before = start == 0 ? (k == 0 ? 0 : HUGE_VAL) : k == 0 ? HUGE_VAL : costs[(k - 1) % 2 * n + start - 1];
            double away = values[start].value - mean;

            weight += values[start].weight;
            mean += away * values[start].weight / weight;
            squares += values[start].weight * away * (values[start].value - mean);
            if (before + squares < *best)
              {
                *best = before + squares;
                starts[k * n + end] = start;
              }
          }
      }
}

static void
break_naturally (BjtClassBreaks *self,
                 guint           n_classes,
                 const double   *sorted,
                 guint           n)
{
  g_autoptr (GArray) distinct = collect_distinct (sorted, n);
  const Distinct    *values = (const Distinct *) (gpointer) distinct->data;
  guint              k = MIN (n_classes, distinct->len);
  g_autofree guint  *starts = g_new0 (guint, (gsize) k * distinct->len);
  guint              ends[BJT_MAX_BREAK_CLASSES];

  fill_starts (values, distinct->len, k, starts);
  ends[k - 1] = distinct->len - 1;
  for (guint i = k - 1; i > 0; i--)
    ends[i - 1] = starts[i * distinct->len + ends[i]] - 1;
  for (guint i = 0; i < k; i++)
    add_edge (self, values[ends[i]].value);
}

/**
 * bjt_class_breaks_init:
 * @self: (out caller-allocates): no classes without values
 * @values: those that are no numbers are left out
 */
void
bjt_class_breaks_init (BjtClassBreaks *self,
                       BjtBreakMethod  method,
                       guint           n_classes,
                       const double   *values,
                       guint           n_values)
{
  g_autoptr (GArray) array = sort_values (values, n_values);
  const double *sorted = (const double *) (gpointer) array->data;
  guint         n = array->len, wanted = CLAMP (n_classes, BJT_MIN_BREAK_CLASSES, BJT_MAX_BREAK_CLASSES);

  memset (self, 0, sizeof *self);
  if (n == 0)
    return;
  self->edges[0] = sorted[0];
  if (sorted[n - 1] <= sorted[0])
    {
      self->n_classes = 1;
      self->edges[1] = sorted[0];
    }
  else if (method == BJT_BREAKS_QUANTILE)
    break_by_quantiles (self, wanted, sorted, n);
  else if (method == BJT_BREAKS_EQUAL)
    break_equally (self, wanted, sorted[0], sorted[n - 1]);
  else if (method == BJT_BREAKS_ROUND)
    break_at_round_numbers (self, wanted, sorted[0], sorted[n - 1]);
  else
    break_naturally (self, wanted, sorted, n);
  for (guint i = 0; i < n; i++)
    self->counts[bjt_class_breaks_find (self, sorted[i])]++;
}

guint
bjt_class_breaks_find (const BjtClassBreaks *self,
                       double                value)
{
  if (!(value >= self->edges[0]))
    return self->n_classes;
  for (guint i = 0; i < self->n_classes; i++)
    if (value <= self->edges[i + 1])
      return i;
  return self->n_classes;
}
