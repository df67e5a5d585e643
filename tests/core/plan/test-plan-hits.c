/* test-plan-hits.c: what of a plan lies where, against looking at everything. */
#include <math.h>

#include "bjt-sample-picture.h"
#include "plan/bjt-plan-hits.h"
#include "plan/bjt-plan-index.h"
#include "model/bjt-plans.h"

/* A plan of @n random rooms and walls over the first building. */
static BjtPicture *
make_picture (guint n)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  BjtPicture      *picture = bjt_sample_picture_new (&options);
  BjtPicturePlan   plan = { .building = 0, .name = "plan", .levels = "0", .elements = { 0, n } };

  g_array_set_size (picture->plans, 0);
  g_array_set_size (picture->elements, 0);
  g_array_append_val (picture->plans, plan);
  for (guint i = 0; i < n; i++)
    {
      BjtPictureElement element = { .plan = 0, .entrance = BJT_NO_INDEX, .door = BJT_NO_INDEX };
      double            x = g_test_rand_double_range (0, 100), y = g_test_rand_double_range (0, 40);
      double            w = g_test_rand_double_range (0.2, i % 20 == 0 ? 90 : 9), h = g_test_rand_double_range (0.2, i % 20 == 0 ? 40 : 9);
      BjtPoint          corners[] = { { x, y }, { x + w, y }, { x + w, y + h }, { x, y + h } };
      gboolean          is_line = i % 3 == 2;

      element.kind = is_line ? BJT_ELEMENT_WALL : i % 3 == 1 ? BJT_ELEMENT_AREA : BJT_ELEMENT_DOOR;
      element.shape = bjt_picture_keep_shape (picture, is_line ? bjt_geometry_new_line (corners, 3) : bjt_geometry_new_polygon (corners, 4));
      g_array_append_val (picture->elements, element);
    }
  return picture;
}

static guint32
find_slowly (const BjtPicture *picture,
             BjtPoint          at)
{
  guint32 best = BJT_NO_INDEX;
  double  best_area = G_MAXDOUBLE;

  for (guint32 e = 0; e < picture->elements->len; e++)
    {
      const BjtPictureElement *element = bjt_picture_get_element (picture, e);
      const BjtBox            *box = &element->shape->box;
      double                   area = (box->x2 - box->x1) * (box->y2 - box->y1);

      if (element->kind == BJT_ELEMENT_DOOR && area <= best_area && bjt_geometry_contains (element->shape, at.x, at.y))
        {
          best = e;
          best_area = area;
        }
    }
  return best;
}

static void
doors_as_by_hand (void)
{
  g_autoptr (BjtPicture) picture = make_picture (600);
  g_autoptr (BjtPlanHits) hits = bjt_plan_hits_new (picture, 0);
  guint n_found = 0;

  for (guint i = 0; i < 2000; i++)
    {
      BjtPoint at = { g_test_rand_double_range (-5, 115), g_test_rand_double_range (-5, 55) };
      guint32  found = bjt_plan_hits_find_door (hits, at);

      g_assert_cmpuint (found, ==, find_slowly (picture, at));
      n_found += found != BJT_NO_INDEX;
    }
  g_assert_cmpuint (n_found, >, 200);
}

static void
lines_come_first (void)
{
  g_autoptr (BjtPicture) picture = make_picture (3);
  const BjtGeometry *wall = bjt_picture_get_element (picture, 2)->shape;
  g_autoptr (BjtPlanHits) hits = bjt_plan_hits_new (picture, 0);
  BjtPoint middle = { (wall->points[0].x + wall->points[1].x) / 2, wall->points[0].y };

  g_assert_cmpuint (bjt_plan_hits_find (hits, middle, 0.05), ==, 2);
  g_assert_cmpuint (bjt_plan_hits_find (hits, (BjtPoint) { middle.x, middle.y - 0.04 }, 0.05), ==, 2);
  g_assert_cmpuint (bjt_plan_hits_find (hits, (BjtPoint) { -50, -50 }, 0.05), ==, BJT_NO_INDEX);
}

static void
inside_a_box (void)
{
  g_autoptr (BjtPicture) picture = make_picture (300);
  g_autoptr (BjtPlanHits) hits = bjt_plan_hits_new (picture, 0);
  BjtBox all = bjt_plan_index_get_box (picture, 0), half = all;
  g_autoptr (GArray) every = bjt_plan_hits_list_inside (hits, &all);
  g_autoptr (GArray) some = NULL;

  g_assert_cmpuint (every->len, ==, 300);
  half.x2 = (all.x1 + all.x2) / 2;
  some = bjt_plan_hits_list_inside (hits, &half);
  g_assert_cmpuint (some->len, >, 0);
  for (guint i = 0; i < some->len; i++)
    g_assert_cmpfloat (bjt_picture_get_element (picture, g_array_index (some, guint32, i))->shape->box.x2, <=, half.x2);
}

static void
nothing_drawn (void)
{
  g_autoptr (BjtPicture) picture = make_picture (0);
  g_autoptr (BjtPlanHits) hits = bjt_plan_hits_new (picture, 0);

  g_assert_cmpuint (bjt_plan_hits_find_door (hits, (BjtPoint) { 1, 1 }), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_plan_hits_find (hits, (BjtPoint) { 1, 1 }, 2), ==, BJT_NO_INDEX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-hits/doors-as-by-hand", doors_as_by_hand);
  g_test_add_func ("/plan-hits/lines-come-first", lines_come_first);
  g_test_add_func ("/plan-hits/inside-a-box", inside_a_box);
  g_test_add_func ("/plan-hits/nothing-drawn", nothing_drawn);
  return g_test_run ();
}
