/* test-plan-edit.c: what is done to elements keeps what it should: areas, doors,
 * soundness; what is refused leaves the edit as it was. */
#include "geo/bjt-geometry-check.h"
#include "plan/bjt-plan-edit.h"
#include "plan/bjt-plan-shape.h"

#include <math.h>

static BjtPlanElement *
new_room (double x,
          double y,
          double width,
          double height)
{
  BjtPlanElement *element = bjt_plan_element_new ();

  bjt_uuid_init_random (&element->id, 1);
  bjt_uuid_init_random (&element->entrance_id, 2);
  element->kind = BJT_ELEMENT_DOOR;
  element->stack = 1;
  element->label = g_strdup ("101");
  element->shape = bjt_plan_shape_new_rectangle ((BjtPoint) { x, y }, (BjtPoint) { x + width, y + height }, 0);
  return element;
}

static GPtrArray *
new_list (BjtPlanElement *first,
          ...)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  va_list    more;

  va_start (more, first);
  for (BjtPlanElement *at = first; at != NULL; at = va_arg (more, BjtPlanElement *))
    g_ptr_array_add (list, at);
  va_end (more);
  return list;
}

static void
assert_sound (const BjtGeometry *shape)
{
  BjtPoint where;

  g_assert_cmpint (bjt_geometry_check (shape, 0.001, &where), ==, BJT_GEOMETRY_SOUND);
}

/* A star of @n corners around the origin: any radii, never crossing itself. */
static BjtGeometry *
new_star (GRand *rand,
          guint  n)
{
  g_autofree BjtPoint *points = g_new (BjtPoint, n);

  for (guint i = 0; i < n; i++)
    {
      double radius = g_rand_double_range (rand, 2, 10), angle = 2 * G_PI * i / n;

      points[i] = (BjtPoint) { 30 + radius * cos (angle), -20 + radius * sin (angle) };
    }
  return bjt_geometry_new_polygon (points, n);
}

static void
test_rigid (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (BjtGeometry) star = new_star (rand, 3 + i % 12);
      BjtPoint pivot = { g_rand_double_range (rand, -50, 50), g_rand_double_range (rand, -50, 50) };
      BjtPoint other = { pivot.x + g_rand_double_range (rand, 1, 5), pivot.y };
      g_autoptr (BjtGeometry) turned = bjt_plan_shape_dup_turned (star, pivot, g_rand_double_range (rand, -7, 7));
      g_autoptr (BjtGeometry) mirrored = bjt_plan_shape_dup_mirrored (turned, pivot, other);
      g_autoptr (BjtGeometry) again = bjt_plan_shape_dup_mirrored (mirrored, pivot, other);
      g_autoptr (BjtGeometry) moved = bjt_plan_shape_dup_moved (mirrored, 3, -4);
      double area = bjt_plan_shape_get_area (star), length = bjt_plan_shape_get_length (star);

      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (moved), area, 1e-9 * area);
      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_length (moved), length, 1e-9 * length);
      g_assert_cmpfloat_with_epsilon (again->points[0].x, turned->points[0].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (again->points[1].y, turned->points[1].y, 1e-9);
    }
}

static void
test_split_merge (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (BjtGeometry) star = new_star (rand, 4 + i % 9);
      double   angle = g_rand_double_range (rand, 0, G_PI), area = bjt_plan_shape_get_area (star), sum = 0;
      BjtPoint line[] = { { 30 - 20 * cos (angle), -20 - 20 * sin (angle) }, { 30 + 20 * cos (angle), -20 + 20 * sin (angle) } };
      g_autoptr (BjtGeometry) cut = bjt_geometry_new_line (line, 2);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) pieces = bjt_plan_shape_split (star, cut, NULL, &error);
      g_autoptr (BjtGeometry) merged = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (pieces->len, >=, 2);
      for (guint k = 0; k < pieces->len; k++)
        {
          assert_sound (pieces->pdata[k]);
          sum += bjt_plan_shape_get_area (pieces->pdata[k]);
        }
      g_assert_cmpfloat_with_epsilon (sum, area, 0.01);
      merged = bjt_plan_shape_merge ((const BjtGeometry *const *) pieces->pdata, pieces->len, 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (merged), area, 0.02);
    }
}

/* The larger piece keeps the door, wherever the cut falls. */
static void
test_split_keeps_door (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (BjtPlanElement) room = new_room (0, 0, 10, 6);
      g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
      BjtPoint line[] = { { i == 0 ? 3 : 7, 0 }, { i == 0 ? 3 : 7, 6 } };
      g_autoptr (BjtGeometry) cut = bjt_geometry_new_line (line, 2);
      const BjtPlanElement *kept, *other;
      g_autoptr (GError) error = NULL;

      g_assert_true (bjt_plan_edit_split (edit, room, cut, NULL, &error));
      g_assert_no_error (error);
      kept = edit->changed->pdata[0];
      other = edit->added->pdata[0];
      g_assert_true (bjt_uuid_equal (&kept->id, &room->id));
      g_assert_true (bjt_uuid_equal (&kept->entrance_id, &room->entrance_id));
      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (kept->shape), 42, 1e-3);
      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (other->shape), 18, 1e-3);
      g_assert_true (bjt_uuid_is_nil (&other->entrance_id));
      g_assert_null (other->label);
    }
}

static void
test_merge_takes_walls (void)
{
  g_autoptr (GPtrArray) rooms = new_list (new_room (0, 0, 4, 6), new_room (4.24, 1, 3, 4), NULL);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  const BjtPlanElement *merged;
  g_autoptr (GError) error = NULL;

  bjt_plan_edit_merge (edit, rooms, NULL, &error);
  g_assert_no_error (error);
  merged = edit->changed->pdata[0];
  assert_sound (merged->shape);
  g_assert_cmpuint (merged->shape->n_parts, ==, 1);
  g_assert_cmpuint (merged->shape->n_points, ==, 8);
  g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (merged->shape), 24 + 12 + 0.24 * 4, 1e-2);
  g_assert_cmpuint (edit->removed->len, ==, 1);
}

static void
test_refusals (void)
{
  static const BjtPoint bow_tie[] = { { 0, 0 }, { 10, 10 }, { 10, 0 }, { 0, 10 } };
  static const BjtPoint short_cut[] = { { -1, 3 }, { 2, 3 } };
  static const BjtPoint no_length[] = { { 2, 3 }, { 2, 3 } };
  g_autoptr (GPtrArray) rooms = new_list (new_room (0, 0, 4, 6), new_room (5, 0, 4, 6), NULL);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (BjtGeometry) crossing = bjt_geometry_new_polygon (bow_tie, 4);
  g_autoptr (BjtGeometry) cut = bjt_geometry_new_line (short_cut, 2);
  g_autoptr (BjtGeometry) nothing = bjt_geometry_new_line (no_length, 2);
  BjtPoint where;
  GError  *error = NULL;

  g_assert_false (bjt_plan_edit_reshape (edit, rooms->pdata[0], crossing, &where, &error));
  g_assert_cmpfloat (where.x, ==, 5);
  g_clear_error (&error);
  g_assert_false (bjt_plan_edit_split (edit, rooms->pdata[0], cut, &where, &error));
  g_assert_error (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_MISSED);
  g_assert_cmpfloat (where.x, ==, 2);
  g_clear_error (&error);
  g_assert_false (bjt_plan_edit_split (edit, rooms->pdata[0], nothing, &where, &error));
  g_assert_error (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_INVALID);
  g_assert_cmpfloat (where.x, ==, 2);
  g_clear_error (&error);
  g_assert_false (bjt_plan_edit_merge (edit, rooms, &where, &error));
  g_assert_error (error, BJT_PLAN_SHAPE_ERROR, BJT_PLAN_SHAPE_ERROR_APART);
  g_assert_cmpfloat (where.x, ==, 7);
  g_clear_error (&error);
  g_assert_false (bjt_plan_edit_array (edit, rooms, 0, 3, (BjtPoint) { 1, 1 }, TRUE, &error));
  g_clear_error (&error);
  g_assert_false (bjt_plan_edit_array (edit, rooms, 3, 1, (BjtPoint) { 0, 1 }, TRUE, &error));
  g_clear_error (&error);
  g_assert_true (bjt_plan_edit_is_empty (edit));
}

/* Whatever corner is moved, put in or taken out: a sound shape or none. */
static void
test_vertices (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint n_refused = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (BjtGeometry) star = new_star (rand, 3 + i % 8);
      guint    vertex = (guint) g_rand_int_range (rand, 0, (gint32) star->n_points + 1);
      BjtPoint at = { g_rand_double_range (rand, 15, 45), g_rand_double_range (rand, -35, -5) }, where = { (double) NAN, (double) NAN };
      g_autoptr (GError) error = NULL;
      g_autoptr (BjtGeometry) changed = i % 3 == 0   ? bjt_plan_shape_dup_without_vertex (star, vertex, &where, &error)
                                        : i % 3 == 1 ? bjt_plan_shape_dup_with_vertex (star, vertex, at, &where, &error)
                                                     : bjt_plan_shape_dup_with_inserted (star, vertex, at, &where, &error);

      g_assert_true ((changed == NULL) == (error != NULL));
      n_refused += changed == NULL;
      if (changed != NULL)
        assert_sound (changed);
      else
        g_assert_true (vertex == star->n_points || isfinite (where.x));
    }
  g_assert_cmpuint (n_refused, >, 20);
  g_assert_cmpuint (n_refused, <, 280);
}

static void
test_array (void)
{
  g_autoptr (GPtrArray) rooms = new_list (new_room (0, 0, 4, 6), NULL);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (bjt_plan_edit_array (edit, rooms, 4, 1, (BjtPoint) { 4.2, 0 }, TRUE, &error));
  g_assert_cmpuint (edit->added->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const BjtPlanElement *copy = edit->added->pdata[i];

      g_assert_cmpint (copy->stack, ==, 2 + (int) i);
      g_assert_cmpfloat_with_epsilon (copy->shape->box.x1, 4.2 * (i + 1), 1e-9);
      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (copy->shape), 24, 1e-9);
    }
}

/* Two steps in one edit are one change of one element. */
static void
test_one_edit (void)
{
  g_autoptr (GPtrArray) rooms = new_list (new_room (0, 0, 4, 6), NULL);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  const BjtPlanElement *changed;

  bjt_plan_edit_move (edit, rooms, 10, 0);
  bjt_plan_edit_turn (edit, rooms, (BjtPoint) { 10, 0 }, G_PI / 2);
  g_assert_cmpuint (edit->changed->len, ==, 1);
  changed = edit->changed->pdata[0];
  g_assert_cmpfloat_with_epsilon (changed->shape->box.x1, 4, 1e-9);
  g_assert_cmpfloat (((BjtPlanElement *) rooms->pdata[0])->shape->box.x1, ==, 0);
  bjt_plan_edit_remove (edit, rooms);
  g_assert_cmpuint (edit->changed->len, ==, 0);
  g_assert_cmpuint (edit->removed->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-edit/rigid", test_rigid);
  g_test_add_func ("/plan-edit/split-merge", test_split_merge);
  g_test_add_func ("/plan-edit/split-keeps-door", test_split_keeps_door);
  g_test_add_func ("/plan-edit/merge-takes-walls", test_merge_takes_walls);
  g_test_add_func ("/plan-edit/refusals", test_refusals);
  g_test_add_func ("/plan-edit/vertices", test_vertices);
  g_test_add_func ("/plan-edit/array", test_array);
  g_test_add_func ("/plan-edit/one-edit", test_one_edit);
  return g_test_run ();
}
