#include "print/bjt-callout-layout.h"

#include <math.h>

#include "print/bjt-callout-leader.h"

#define MAX_ITEMS 12

typedef struct
{
  BjtCalloutItem items[MAX_ITEMS];
  BjtCalloutTask task;
} Case;

static const BjtBox a3_window = { 23, 45, 320, 270 };

/* Rows of slabs, turned a little, some missing, call-outs of several sizes. */
static void
make_case (Case  *self,
           guint  seed,
           double scale)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  double            turn = g_rand_double_range (rand, -0.5, 0.5), length = g_rand_double_range (rand, 28, 60);
  double            pitch = g_rand_double_range (rand, 24, 50);
  guint             n = (guint) g_rand_int_range (rand, 3, 9);

  for (guint i = 0; i < n; i++)
    {
      double x = i % 2 * (length + 15), y = (i / 2) * pitch;
      double corners[4][2] = { { x, y }, { x + length, y }, { x + length, y + 12 }, { x, y + 12 } };

      self->items[i] = (BjtCalloutItem) { .width = g_rand_double_range (rand, 40, 80) * scale, .height = g_rand_double_range (rand, 25, 42) * scale, .has_place = TRUE };
      for (guint c = 0; c < 4; c++)
        self->items[i].corners[c] = (BjtPoint) {
          3e5 + corners[c][0] * cos (turn) - corners[c][1] * sin (turn),
          -4.8e6 + corners[c][0] * sin (turn) + corners[c][1] * cos (turn),
        };
    }
  self->task = (BjtCalloutTask) { a3_window, 3, 5, { g_rand_double_range (rand, -80, 80) * (n % 2), g_rand_double_range (rand, -80, 80) * (n % 2) }, self->items, n };
}

static void
get_quad (const BjtCalloutLayout *layout,
          const BjtCalloutItem   *item,
          BjtPoint                quad[4])
{
  for (guint c = 0; c < 4; c++)
    quad[c] = (BjtPoint) {
      layout->at.x + (item->corners[c].x - layout->origin.x) * 1000 / layout->denominator,
      layout->at.y + (item->corners[c].y - layout->origin.y) * 1000 / layout->denominator,
    };
}

static void
check_sound (const BjtCalloutTask   *task,
             const BjtCalloutLayout *layout)
{
  const double tolerance = 1e-6;

  for (guint i = 0; i < task->n_items; i++)
    {
      const BjtCalloutSpot *spot = &layout->spots[i];

      g_assert_cmpfloat_with_epsilon (spot->box.x2 - spot->box.x1, task->items[i].width, tolerance);
      g_assert_cmpfloat_with_epsilon (spot->box.y2 - spot->box.y1, task->items[i].height, tolerance);
      g_assert_cmpfloat (spot->box.x1, >=, task->window.x1 - tolerance);
      g_assert_cmpfloat (spot->box.y1, >=, task->window.y1 - tolerance);
      g_assert_cmpfloat (spot->box.x2, <=, task->window.x2 + tolerance);
      g_assert_cmpfloat (spot->box.y2, <=, task->window.y2 + tolerance);
      for (guint j = 0; j < task->n_items; j++)
        {
          const BjtCalloutSpot *other = &layout->spots[j];
          BjtPoint              quad[4];

          get_quad (layout, &task->items[j], quad);
          g_assert_false (bjt_callout_leader_covers (&spot->box, quad));
          if (i == j)
            continue;
          g_assert_false (bjt_box_intersects (&spot->box, &other->box));
          g_assert_false (bjt_callout_leader_crosses (spot->from, spot->to, other->from, other->to));
        }
    }
}

typedef gboolean (*Solve) (BjtCalloutLayout *self, const BjtCalloutTask *task, double denominator);

static void
check_way (Solve  solve,
           double size,
           guint  least_solved)
{
  guint n_solved = 0;

  for (guint seed = 1; seed <= 16; seed++)
    {
      Case             sample;
      BjtCalloutLayout layout, again;

      make_case (&sample, seed, size);
      if (!solve (&layout, &sample.task, 1500))
        continue;
      n_solved++;
      check_sound (&sample.task, &layout);
      g_assert_true (solve (&again, &sample.task, 1500));
      for (guint i = 0; i < sample.task.n_items; i++)
        g_assert_cmpmem (&layout.spots[i], sizeof layout.spots[i], &again.spots[i], sizeof again.spots[i]);
      bjt_callout_layout_clear (&layout);
      bjt_callout_layout_clear (&again);
    }
  g_test_message ("%u of 16 solved", n_solved);
  g_assert_cmpuint (n_solved, >=, least_solved);
}

static void
test_ring (void)
{
  check_way (bjt_callout_layout_ring, 1, 15);
}

static void
test_settle (void)
{
  check_way (bjt_callout_layout_settle, 0.5, 15);
}

/* Too much for the window is refused, not squeezed. */
static void
test_too_much (void)
{
  Case             sample;
  BjtCalloutLayout layout;

  make_case (&sample, 3, 6);
  g_assert_false (bjt_callout_layout_ring (&layout, &sample.task, 1500));
  g_assert_false (bjt_callout_layout_settle (&layout, &sample.task, 1500));
  g_assert_false (bjt_callout_layout_shelve (&layout, &sample.task));
}

static void
test_without_places (void)
{
  Case             sample;
  BjtCalloutLayout layout;

  make_case (&sample, 5, 1);
  for (guint i = 0; i < sample.task.n_items; i++)
    sample.items[i].has_place = i % 2 == 0;
  g_assert_true (bjt_callout_layout_ring (&layout, &sample.task, 1500));
  for (guint i = 0; i < sample.task.n_items; i++)
    g_assert_cmpint (layout.spots[i].has_leader, ==, i % 2 == 0);
  bjt_callout_layout_clear (&layout);
  g_assert_true (bjt_callout_layout_shelve (&layout, &sample.task));
  for (guint i = 0; i < sample.task.n_items; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (bjt_box_intersects (&layout.spots[i].box, &layout.spots[j].box));
  bjt_callout_layout_clear (&layout);
}

static void
test_turned_rectangles (void)
{
  BjtPoint quad[4] = { { 0, 10 }, { 10, 0 }, { 20, 10 }, { 10, 20 } };
  BjtBox   corner = { 0, 0, 4, 4 }, inside = { 8, 8, 9, 9 }, edge = { 0, 0, 6, 6 };

  g_assert_false (bjt_callout_leader_covers (&corner, quad));
  g_assert_true (bjt_callout_leader_covers (&inside, quad));
  g_assert_true (bjt_callout_leader_covers (&edge, quad));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/callout/ring", test_ring);
  g_test_add_func ("/print/callout/settle", test_settle);
  g_test_add_func ("/print/callout/too-much", test_too_much);
  g_test_add_func ("/print/callout/without-places", test_without_places);
  g_test_add_func ("/print/callout/turned-rectangles", test_turned_rectangles);
  return g_test_run ();
}
