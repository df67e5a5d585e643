/* What holds of every placement, on many drawn at random from fixed seeds. */
#include "geo/bjt-label-placer.h"

#include <math.h>

#define MAX_PLACES 8
#define N_SIDES 8

typedef struct
{
  GArray *labels;    /* Sample */
  GArray *obstacles; /* BjtBox */
} Scene;

typedef struct
{
  double   weight;
  guint32  group;
  BjtBox   places[MAX_PLACES];
} Sample;

static const BjtPoint sides[N_SIDES] = { { 1, 0 }, { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };

/* Names around points, as on a map: @side × @side, @n of them. */
static Scene
make_scene (guint32 seed,
            guint   n,
            double  side,
            guint   n_obstacles)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Scene scene = { g_array_new (FALSE, FALSE, sizeof (Sample)), g_array_new (FALSE, FALSE, sizeof (BjtBox)) };

  for (guint i = 0; i < n; i++)
    {
      double x = g_rand_double (rand) * side, y = g_rand_double (rand) * side, width = 20 + 40 * g_rand_double (rand), height = 12;
      Sample sample = { (double) (1 << g_rand_int_range (rand, 0, 4)), g_rand_int (rand) % 5 == 0 ? 1 + g_rand_int (rand) % 20 : 0, { { 0 } } };

      for (guint k = 0; k < N_SIDES; k++)
        {
          double cx = x + sides[k].x * (width / 2 + 3), cy = y + sides[k].y * (height / 2 + 3);

          sample.places[k] = (BjtBox) { cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2 };
        }
      g_array_append_val (scene.labels, sample);
    }
  for (guint i = 0; i < n_obstacles; i++)
    {
      double x = g_rand_double (rand) * side, y = g_rand_double (rand) * side;
      BjtBox box = { x, y, x + 60 * g_rand_double (rand), y + 60 * g_rand_double (rand) };

      g_array_append_val (scene.obstacles, box);
    }
  return scene;
}

static void
clear_scene (Scene *scene)
{
  g_array_unref (scene->labels);
  g_array_unref (scene->obstacles);
}

#define GAP 50.0

static BjtLabelPlacer *
make_placer (const Scene *scene)
{
  BjtLabelPlacer *placer = bjt_label_placer_new (GAP);

  for (guint i = 0; i < scene->obstacles->len; i++)
    bjt_label_placer_add_obstacle (placer, &g_array_index (scene->obstacles, BjtBox, i));
  for (guint i = 0; i < scene->labels->len; i++)
    {
      const Sample *sample = &g_array_index (scene->labels, Sample, i);

      bjt_label_placer_add_label (placer, sample->weight, sample->group);
      for (guint k = 0; k < N_SIDES; k++)
        {
          const BjtBox *box = &sample->places[k];
          double        middle = (box->x1 + box->x2) / 2;
          BjtBox        halves[] = { { box->x1, box->y1, middle, box->y2 }, { middle, box->y1, box->x2, box->y2 } };

          bjt_label_placer_add_place (placer, halves, 2, k / (double) N_SIDES); /* as characters along a line */
        }
    }
  return placer;
}

static gboolean
are_too_near (const Sample *a,
              const Sample *b,
              const BjtBox *x,
              const BjtBox *y)
{
  return a->group != 0 && a->group == b->group && fabs (x->x1 + x->x2 - y->x1 - y->x2) < 2 * GAP && fabs (x->y1 + x->y2 - y->y1 - y->y2) < 2 * GAP;
}

static void
check_apart (const Scene          *scene,
             const BjtLabelPlacer *placer)
{
  for (guint i = 0; i < scene->labels->len; i++)
    {
      const Sample *a = &g_array_index (scene->labels, Sample, i);
      guint32       p = bjt_label_placer_get_place (placer, i);

      if (p == BJT_NO_PLACE)
        continue;
      g_assert_cmpuint (p, <, N_SIDES);
      for (guint o = 0; o < scene->obstacles->len; o++)
        g_assert_false (bjt_box_intersects (&a->places[p], &g_array_index (scene->obstacles, BjtBox, o)));
      for (guint k = 0; k < i; k++)
        {
          const Sample *b = &g_array_index (scene->labels, Sample, k);
          guint32       q = bjt_label_placer_get_place (placer, k);

          g_assert_false (q != BJT_NO_PLACE && bjt_box_intersects (&a->places[p], &b->places[q]));
          g_assert_false (q != BJT_NO_PLACE && are_too_near (a, b, &a->places[p], &b->places[q]));
        }
    }
}

static void
test_apart (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      Scene scene = make_scene (seed, 20 + seed * 8, 300 + seed * 10, seed * 2);
      g_autoptr (BjtLabelPlacer) placer = make_placer (&scene), greedy = make_placer (&scene);

      bjt_label_placer_place (placer);
      check_apart (&scene, placer);
      bjt_label_placer_place_greedily (greedy);
      check_apart (&scene, greedy);
      clear_scene (&scene);
    }
}

/* Never more weight left out than by greed; on dense drawings much less. */
static void
test_better_than_greed (void)
{
  double weight[2] = { 0, 0 };
  guint  n[2] = { 0, 0 }, n_labels = 0;

  for (guint32 seed = 1; seed <= 15; seed++)
    {
      Scene  scene = make_scene (seed, 300, 500 + seed * 10, 20);
      double greed, exchange;
      g_autoptr (BjtLabelPlacer) placer = make_placer (&scene), greedy = make_placer (&scene);

      bjt_label_placer_place_greedily (greedy);
      bjt_label_placer_place (placer);
      n[0] += bjt_label_placer_count_dropped (greedy, &greed);
      n[1] += bjt_label_placer_count_dropped (placer, &exchange);
      g_assert_cmpfloat (exchange, <=, greed);
      weight[0] += greed;
      weight[1] += exchange;
      n_labels += scene.labels->len;
      clear_scene (&scene);
    }
  g_test_message ("of %u labels greed leaves out %u (weight %.0f), exchange %u (weight %.0f)", n_labels, n[0], weight[0], n[1], weight[1]);
  g_assert_cmpuint (n[1] * 10, <, n[0] * 8);
  g_assert_cmpfloat (weight[1], <, weight[0] * 0.85);
}

static void
test_same_always (void)
{
  Scene scene = make_scene (7, 400, 600, 30);
  g_autoptr (BjtLabelPlacer) a = make_placer (&scene), b = make_placer (&scene);

  bjt_label_placer_place (a);
  bjt_label_placer_place (b);
  for (guint32 i = 0; i < scene.labels->len; i++)
    g_assert_cmpuint (bjt_label_placer_get_place (a, i), ==, bjt_label_placer_get_place (b, i));
  clear_scene (&scene);
}

/* Where all have room, each stands where it likes best. */
static void
test_best_place (void)
{
  g_autoptr (BjtLabelPlacer) placer = bjt_label_placer_new (0);

  for (guint i = 0; i < 50; i++)
    {
      bjt_label_placer_add_label (placer, 1, 0);
      bjt_label_placer_add_place (placer, &(BjtBox) { i * 20.0, 20, i * 20.0 + 10, 30 }, 1, 0.5);
      bjt_label_placer_add_place (placer, &(BjtBox) { i * 20.0, 0, i * 20.0 + 10, 10 }, 1, 0.1);
    }
  bjt_label_placer_place (placer);
  for (guint i = 0; i < 50; i++)
    g_assert_cmpuint (bjt_label_placer_get_place (placer, i), ==, 1);
}

/* One that is heavy and large takes the room of two; they are heavier together. */
static void
test_exchange (void)
{
  g_autoptr (BjtLabelPlacer) placer = bjt_label_placer_new (0), greedy = bjt_label_placer_new (0);
  BjtLabelPlacer *both[] = { greedy, placer };

  for (guint i = 0; i < 2; i++)
    {
      bjt_label_placer_add_label (both[i], 3, 0);
      bjt_label_placer_add_place (both[i], &(BjtBox) { 0, 0, 100, 10 }, 1, 0);
      bjt_label_placer_add_label (both[i], 2, 0);
      bjt_label_placer_add_place (both[i], &(BjtBox) { 0, 0, 40, 10 }, 1, 0);
      bjt_label_placer_add_label (both[i], 2, 0);
      bjt_label_placer_add_place (both[i], &(BjtBox) { 60, 0, 100, 10 }, 1, 0);
    }
  bjt_label_placer_place_greedily (greedy);
  bjt_label_placer_place (placer);
  g_assert_cmpuint (bjt_label_placer_count_dropped (greedy, NULL), ==, 2);
  g_assert_cmpuint (bjt_label_placer_count_dropped (placer, NULL), ==, 1);
  g_assert_cmpuint (bjt_label_placer_get_place (placer, 0), ==, BJT_NO_PLACE);
}

static void
test_odd_input (void)
{
  g_autoptr (BjtLabelPlacer) empty = bjt_label_placer_new (0), placer = bjt_label_placer_new (10);
  const BjtBox odd[] = {
    { (double) NAN, 0, 1, 1 }, { 0, 0, (double) INFINITY, 1 }, { 1, 1, 0, 0 }, { 0, 0, 0, 0 }, { -1e300, -1e300, 1e300, 1e300 }, { 5, 5, 5, 5 },
  };
  double weight;

  bjt_label_placer_place (empty);
  g_assert_cmpuint (bjt_label_placer_count_dropped (empty, &weight), ==, 0);
  bjt_label_placer_add_label (placer, 1, 0); /* has no place at all */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (odd); i++)
    {
      bjt_label_placer_add_obstacle (placer, &odd[i % 2]);
      bjt_label_placer_add_label (placer, i % 3 == 0 ? (double) NAN : -1.0 + i, i % 2);
      bjt_label_placer_add_place (placer, odd, 0, 0);
      bjt_label_placer_add_place (placer, &odd[i % G_N_ELEMENTS (odd)], 1, (double) NAN);
    }
  bjt_label_placer_place (placer);
  g_assert_cmpuint (bjt_label_placer_get_place (placer, 0), ==, BJT_NO_PLACE);
  g_assert_cmpuint (bjt_label_placer_get_place (placer, 1), ==, BJT_NO_PLACE);
  for (guint i = 0; i < 13; i++)
    g_assert_true (bjt_label_placer_get_place (placer, i) == BJT_NO_PLACE || bjt_label_placer_get_place (placer, i) == 1);
}

/* A thousand at one place: one stands. */
static void
test_heap (void)
{
  g_autoptr (BjtLabelPlacer) placer = bjt_label_placer_new (0);

  for (guint i = 0; i < 1000; i++)
    {
      bjt_label_placer_add_label (placer, 1, 0);
      for (guint k = 0; k < 8; k++)
        bjt_label_placer_add_place (placer, &(BjtBox) { k, 0, k + 10.0, 10 }, 1, k / 8.0);
    }
  bjt_label_placer_place (placer);
  g_assert_cmpuint (bjt_label_placer_count_dropped (placer, NULL), ==, 999);
}

static void
test_quick (void)
{
  Scene scene = make_scene (3, 4000, 2400, 300);
  g_autoptr (BjtLabelPlacer) placer = make_placer (&scene), greedy = make_placer (&scene);
  gint64 start;
  double seconds;

  bjt_label_placer_place_greedily (greedy);
  start = g_get_monotonic_time ();
  bjt_label_placer_place (placer);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_test_message ("4000 labels with 8 places each in %.3f s: greed leaves out %u, exchange %u", seconds,
                  bjt_label_placer_count_dropped (greedy, NULL), bjt_label_placer_count_dropped (placer, NULL));
  g_assert_cmpfloat (seconds, <, 5); /* the machine may be busy */
  clear_scene (&scene);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-placer/apart", test_apart);
  g_test_add_func ("/label-placer/better-than-greed", test_better_than_greed);
  g_test_add_func ("/label-placer/same-always", test_same_always);
  g_test_add_func ("/label-placer/best-place", test_best_place);
  g_test_add_func ("/label-placer/exchange", test_exchange);
  g_test_add_func ("/label-placer/odd-input", test_odd_input);
  g_test_add_func ("/label-placer/heap", test_heap);
  g_test_add_func ("/label-placer/quick", test_quick);
  return g_test_run ();
}
