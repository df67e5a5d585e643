/* test-walk-matrix.c: Rule B.12 in seconds; what each number rests on. */
#include "route/bjt-walk-matrix.h"

#include <math.h>

#define NOWHERE { (double) NAN, (double) NAN }

static const BjtWalkEntrance places[] = {
  { { 0, 5 }, FALSE, TRUE }, { { 100, 5 }, TRUE, TRUE }, { NOWHERE, FALSE, TRUE }, { { 0, 900 }, FALSE, FALSE },
};

static BjtWalkNetwork *
draw_street (void)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();
  const BjtPoint street[] = { { -10, 0 }, { 110, 0 } };

  bjt_walk_map_add_way (map, street, 2, &BJT_WAY_PLAIN);
  bjt_walk_map_add_gate (map, (BjtPoint) { 50, 0 });
  return bjt_walk_network_new (map);
}

static BjtWalkMatrix *
make_matrix (const BjtWalkNetwork *network,
             const gboolean       *shut)
{
  BjtWalkMatrixWish wish = { .network = network, .shut_gates = shut };
  g_autoptr (GError) error = NULL;
  BjtWalkMatrix *matrix = bjt_walk_matrix_new (places, G_N_ELEMENTS (places), &wish, &error);

  g_assert_no_error (error);
  return matrix;
}

static void
test_bases (void)
{
  g_autoptr (BjtWalkNetwork) network = draw_street ();
  g_autoptr (BjtWalkMatrix) matrix = make_matrix (network, NULL);
  guint counts[BJT_WALK_N_BASES];

  g_assert_cmpint (bjt_walk_matrix_get_basis (matrix, 0, 0), ==, BJT_WALK_SAME);
  g_assert_cmpint (bjt_walk_matrix_get_basis (matrix, 0, 1), ==, BJT_WALK_WAYS);
  g_assert_cmpfloat_with_epsilon (bjt_walk_matrix_get_metres (matrix, 0, 1), 110, 0.01);
  g_assert_cmpint (bjt_walk_matrix_get_basis (matrix, 0, 2), ==, BJT_WALK_UNPLACED);
  g_assert_cmpint (bjt_walk_matrix_get_basis (matrix, 0, 3), ==, BJT_WALK_STRAIGHT);
  g_assert_cmpfloat_with_epsilon (bjt_walk_matrix_get_metres (matrix, 0, 3), 895, 0.01);
  bjt_walk_matrix_count_bases (matrix, counts);
  g_assert_cmpuint (counts[BJT_WALK_SAME], ==, 4);
  g_assert_cmpuint (counts[BJT_WALK_WAYS], ==, 2);
  g_assert_cmpuint (counts[BJT_WALK_STRAIGHT], ==, 4);
  g_assert_cmpuint (counts[BJT_WALK_UNPLACED], ==, 6);
}

static void
test_shut_gate (void)
{
  g_autoptr (BjtWalkNetwork) network = draw_street ();
  const gboolean shut[] = { TRUE };
  g_autoptr (BjtWalkMatrix) matrix = make_matrix (network, shut);
  BjtWalkCosts costs = BJT_WALK_COSTS_DEFAULT;
  BjtWalkDoor  a = { 0, 3 }, b = { 1, 2 };

  g_assert_cmpint (bjt_walk_matrix_get_basis (matrix, 0, 1), ==, BJT_WALK_UNREACHABLE);
  g_assert_true (isinf (bjt_walk_matrix_get_seconds (matrix, &costs, &a, &b)));
}

static void
test_no_network (void)
{
  g_autoptr (BjtWalkMatrix) matrix = make_matrix (NULL, NULL);
  BjtWalkCosts costs = BJT_WALK_COSTS_DEFAULT;

  g_assert_cmpint (bjt_walk_matrix_get_basis (matrix, 0, 1), ==, BJT_WALK_STRAIGHT);
  g_assert_cmpfloat_with_epsilon (bjt_walk_matrix_get_walk (matrix, &costs, 0, 1), 100 * 1.3 / 1.1, 0.01);
  g_assert_cmpfloat_with_epsilon (bjt_walk_matrix_get_walk (matrix, &costs, 0, 2), 150 / 1.1, 0.01);
}

/* Rule B.12: 18 s up, 12 s down a floor; a lift 45 s and 3 s a floor; the lesser. */
static void
test_floors (void)
{
  g_autoptr (BjtWalkNetwork) network = draw_street ();
  g_autoptr (BjtWalkMatrix) matrix = make_matrix (network, NULL);
  BjtWalkCosts costs = BJT_WALK_COSTS_DEFAULT;
  double       walk = 110 / 1.1;
  const struct
  {
    BjtWalkDoor from, to;
    double      seconds;
  } cases[] = {
    { { 0, 5 }, { 0, 5 }, 5 },
    { { 0, 5 }, { 0, 3 }, 5 + 24 },
    { { 0, 3 }, { 0, 5 }, 5 + 36 + 2 },
    { { 0, 5 }, { 1, 10 }, 60 + walk + 30 + 45 + 30 },
    { { 1, 10 }, { 0, 5 }, 45 + 30 + walk + 30 + 90 },
    { { 0, 0 }, { 1, 2 }, walk + 30 + 36 },      /* two floors are walked */
    { { 0, -1 }, { 1, 0 }, 18 + walk + 30 },     /* up from the basement */
    { { 0, 0 }, { 3, 0 }, 895 * 1.3 / 1.1 },     /* no door of a house before it */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (bjt_walk_matrix_get_seconds (matrix, &costs, &cases[i].from, &cases[i].to), cases[i].seconds, 0.01);
  costs.season = 1.3;
  g_assert_cmpfloat_with_epsilon (bjt_walk_matrix_get_walk (matrix, &costs, 0, 1), walk * 1.3, 0.01);
}

/* A lattice of streets, entrances beside them. */
static BjtWalkNetwork *
draw_lattice (int n)
{
  g_autoptr (BjtWalkMap) map = bjt_walk_map_new ();

  for (int i = 0; i < n; i++)
    {
      const BjtPoint across[] = { { 0, i * 20.0 }, { (n - 1) * 20.0, i * 20.0 } }, up[] = { { i * 20.0, 0 }, { i * 20.0, (n - 1) * 20.0 } };

      bjt_walk_map_add_way (map, across, 2, &BJT_WAY_PLAIN);
      bjt_walk_map_add_way (map, up, 2, &BJT_WAY_PLAIN);
    }
  return bjt_walk_network_new (map);
}

static void
scatter (BjtWalkEntrance *entrances,
         guint            n,
         double           side)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < n; i++)
    entrances[i] = (BjtWalkEntrance) { { g_rand_double_range (random, 0, side), g_rand_double_range (random, 0, side) }, FALSE, TRUE };
}

static void
note_progress (double   fraction,
               gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

/* One thread or four: the same numbers; on a lattice they are those of a taxi. */
static void
test_threads (void)
{
  enum { N = 60 };
  g_autoptr (BjtWalkNetwork) network = draw_lattice (20);
  BjtWalkEntrance entrances[N];
  BjtWalkMatrixWish one = { .network = network, .n_threads = 1 }, four = { .network = network, .n_threads = 4 };
  g_autoptr (BjtWalkMatrix) first = NULL;
  g_autoptr (BjtWalkMatrix) second = NULL;
  double last = 0;

  scatter (entrances, N, 380);
  one.progress = note_progress;
  one.user_data = &last;
  first = bjt_walk_matrix_new (entrances, N, &one, NULL);
  second = bjt_walk_matrix_new (entrances, N, &four, NULL);
  g_assert_cmpfloat (last, ==, 1);
  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      {
        double taxi = fabs (entrances[i].place.x - entrances[j].place.x) + fabs (entrances[i].place.y - entrances[j].place.y);

        g_assert_cmpfloat (bjt_walk_matrix_get_metres (first, i, j), ==, bjt_walk_matrix_get_metres (second, i, j));
        g_assert_cmpfloat_with_epsilon (bjt_walk_matrix_get_metres (first, i, j), bjt_walk_matrix_get_metres (first, j, i), 0.05);
        g_assert_cmpfloat (fabs (bjt_walk_matrix_get_metres (first, i, j) - taxi), <, 45); /* to and from the street */
      }
}

static void
test_cancelled_and_too_many (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree BjtWalkEntrance *many = g_new0 (BjtWalkEntrance, BJT_WALK_MAX_ENTRANCES + 1);
  g_autoptr (GError) error = NULL;
  BjtWalkMatrixWish wish = { .cancellable = cancellable };

  g_assert_null (bjt_walk_matrix_new (many, BJT_WALK_MAX_ENTRANCES + 1, &wish, &error));
  g_assert_error (error, BJT_WALK_ERROR, BJT_WALK_ERROR_TOO_MANY);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (bjt_walk_matrix_new (places, G_N_ELEMENTS (places), &wish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/walk-matrix/bases", test_bases);
  g_test_add_func ("/route/walk-matrix/shut-gate", test_shut_gate);
  g_test_add_func ("/route/walk-matrix/no-network", test_no_network);
  g_test_add_func ("/route/walk-matrix/floors", test_floors);
  g_test_add_func ("/route/walk-matrix/threads", test_threads);
  g_test_add_func ("/route/walk-matrix/cancelled-and-too-many", test_cancelled_and_too_many);
  return g_test_run ();
}
