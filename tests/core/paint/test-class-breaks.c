/* test-class-breaks.c: against results worked out by hand or by trying all. */
#include "carto/bjt-class-breaks.h"

#include <math.h>
#include <string.h>

typedef struct
{
  BjtBreakMethod method;
  guint          n_classes;
  double         values[12];
  guint          n_values;
  double         edges[8];
  guint          n_edges;
} Case;

static const Case cases[] = {
  { BJT_BREAKS_EQUAL, 4, { 0, 3, 5, 8 }, 4, { 0, 2, 4, 6, 8 }, 5 },
  { BJT_BREAKS_QUANTILE, 4, { 1, 2, 3, 4, 5, 6, 7, 100 }, 8, { 1, 2, 4, 6, 100 }, 5 },
  { BJT_BREAKS_QUANTILE, 4, { 1, 1, 1, 1, 1, 1, 2, 3 }, 8, { 1, 1, 3 }, 3 },
  { BJT_BREAKS_NATURAL, 3, { 1, 2, 3, 10, 11, 12, 50, 51 }, 8, { 1, 3, 12, 51 }, 4 },
  { BJT_BREAKS_NATURAL, 5, { 4, 4, 9, 9 }, 4, { 4, 4, 9 }, 3 },
  { BJT_BREAKS_ROUND, 5, { 3, 17, 44, 96 }, 4, { 0, 20, 40, 60, 80, 100 }, 6 },
  { BJT_BREAKS_ROUND, 4, { 0.0965, 0.1054, 0.1278, 0.1487 }, 4, { 0.08, 0.1, 0.12, 0.14, 0.16 }, 5 },
  { BJT_BREAKS_ROUND, 5, { 0, 1, 2, 5 }, 4, { 0, 1, 2, 3, 4, 5 }, 6 },
  { BJT_BREAKS_NATURAL, 5, { 7, 7, 7 }, 3, { 7, 7 }, 2 },
};

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtClassBreaks breaks;

      bjt_class_breaks_init (&breaks, cases[i].method, cases[i].n_classes, cases[i].values, cases[i].n_values);
      g_test_message ("case %u: %u classes", i, breaks.n_classes);
      g_assert_cmpuint (breaks.n_classes, ==, cases[i].n_edges - 1);
      for (guint e = 0; e < cases[i].n_edges; e++)
        g_assert_cmpfloat_with_epsilon (breaks.edges[e], cases[i].edges[e], 1e-9);
    }
}

static double
measure (const double *values,
         guint         from,
         guint         to)
{
  double mean = 0, sum = 0;

  for (guint i = from; i < to; i++)
    mean += values[i] / (to - from);
  for (guint i = from; i < to; i++)
    sum += (values[i] - mean) * (values[i] - mean);
  return sum;
}

static double
find_least (const double *values,
            guint         n,
            guint         n_classes)
{
  double least = HUGE_VAL;

  if (n_classes == 1)
    return measure (values, 0, n);
  for (guint cut = n_classes - 1; cut < n; cut++)
    least = fmin (least, find_least (values, cut, n_classes - 1) + measure (values, cut, n));
  return least;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* No other cut has smaller squares. */
static void
test_natural_is_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint run = 0; run < 40; run++)
    {
      double         values[18], sum = 0;
      guint          n_classes = 3 + run % 3, from = 0;
      BjtClassBreaks breaks;

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        values[i] = floor (pow (g_rand_double (rand), 3) * 200);
      qsort (values, G_N_ELEMENTS (values), sizeof (double), compare);
      bjt_class_breaks_init (&breaks, BJT_BREAKS_NATURAL, n_classes, values, G_N_ELEMENTS (values));
      for (guint c = 0; c < breaks.n_classes; c++)
        {
          sum += measure (values, from, from + breaks.counts[c]);
          from += breaks.counts[c];
        }
      g_assert_cmpuint (from, ==, G_N_ELEMENTS (values));
      g_assert_cmpfloat_with_epsilon (sum, find_least (values, G_N_ELEMENTS (values), n_classes), 1e-6);
    }
}

/* Whatever the values, each lies in exactly one class and the counts say so. */
static void
test_every_value_has_a_class (void)
{
  g_autoptr (GRand)   rand = g_rand_new_with_seed (9);
  g_autofree double *values = g_new (double, 5000);

  for (guint run = 0; run < 60; run++)
    {
      guint          n = run < 50 ? run + 1 : 5000, sum = 0, wrong = 0;
      BjtClassBreaks breaks;

      for (guint i = 0; i < n; i++)
        values[i] = i % 7 == 6 ? (double) NAN : (g_rand_double (rand) - 0.3) * pow (10, (int) (run % 9) - 4);
      bjt_class_breaks_init (&breaks, (BjtBreakMethod) (run % BJT_N_BREAK_METHODS), 3 + run % 5, values, n);
      g_assert_cmpuint (breaks.n_classes, <=, BJT_MAX_BREAK_CLASSES);
      for (guint c = 0; c < breaks.n_classes; c++)
        sum += breaks.counts[c];
      for (guint i = 0; i < n; i++)
        wrong += isnan (values[i]) != (bjt_class_breaks_find (&breaks, values[i]) == breaks.n_classes);
      g_assert_cmpuint (wrong, ==, 0);
      g_assert_cmpuint (sum, ==, n - n / 7);
    }
}

static void
test_nothing (void)
{
  double         nothing[] = { (double) NAN, HUGE_VAL };
  BjtClassBreaks breaks;

  bjt_class_breaks_init (&breaks, BJT_BREAKS_ROUND, 5, nothing, 2);
  g_assert_cmpuint (breaks.n_classes, ==, 0);
  g_assert_cmpuint (bjt_class_breaks_find (&breaks, 1), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/class-breaks/known", test_known);
  g_test_add_func ("/paint/class-breaks/natural-is-exact", test_natural_is_exact);
  g_test_add_func ("/paint/class-breaks/every-value-has-a-class", test_every_value_has_a_class);
  g_test_add_func ("/paint/class-breaks/nothing", test_nothing);
  return g_test_run ();
}
