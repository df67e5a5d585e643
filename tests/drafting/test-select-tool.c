/* What is done with elements that are chosen. */
#include "bjt-draft-fixture.h"

#include <math.h>

#include "drafting/bjt-select-tool.h"
#include "plan/bjt-plan-shape.h"

#define ADD(name, func) g_test_add ("/select/" name, DraftFixture, NULL, set_up, func, draft_fixture_tear_down)
#define NEAR 1e-6

/* Two rooms 1 m apart. */
static void
set_up (DraftFixture *self,
        gconstpointer data)
{
  draft_fixture_set_up (self, data);
  draft_fixture_add (self, BJT_ELEMENT_AREA, bjt_plan_shape_new_rectangle ((BjtPoint) { 0, 0 }, (BjtPoint) { 4, 3 }, 0));
  draft_fixture_add (self, BJT_ELEMENT_AREA, bjt_plan_shape_new_rectangle ((BjtPoint) { 5, 0 }, (BjtPoint) { 9, 3 }, 0));
  draft_fixture_use (self, bjt_select_tool_new (self->board));
}

static BjtPlanSelection *
get_selection (DraftFixture *self)
{
  return bjt_select_tool_get_selection (BJT_SELECT_TOOL (self->tool));
}

static guint
count_chosen (DraftFixture *self)
{
  return bjt_plan_selection_get_n_chosen (get_selection (self));
}

static const BjtBox *
get_box (DraftFixture *self,
         guint         index)
{
  return &draft_fixture_get (self, index)->shape->box;
}

static void
test_choose (DraftFixture *self,
             gconstpointer data)
{
  draft_fixture_click (self, 2, 1, 0);
  g_assert_cmpuint (count_chosen (self), ==, 1);
  draft_fixture_click (self, 7, 1, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_chosen (self), ==, 2);
  draft_fixture_click (self, 7, 1, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_chosen (self), ==, 1);
  draft_fixture_click (self, 4.5, 5, 0);
  g_assert_cmpuint (count_chosen (self), ==, 0);
  draft_fixture_drag (self, (BjtPoint) { -1, -1 }, (BjtPoint) { 4.5, 4 }, 0);
  g_assert_cmpuint (count_chosen (self), ==, 1);
  g_assert_true (draft_fixture_key (self, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_cmpuint (count_chosen (self), ==, 2);
  g_assert_true (draft_fixture_key (self, GDK_KEY_Tab, 0));
  g_assert_cmpuint (count_chosen (self), ==, 1);
  g_assert_true (draft_fixture_key (self, GDK_KEY_Escape, 0));
  g_assert_cmpuint (count_chosen (self), ==, 0);
  g_assert_false (draft_fixture_key (self, GDK_KEY_Escape, 0));
  g_assert_cmpuint (self->n_edits, ==, 0);
}

/* A room dragged near its neighbour comes to lie against it. */
static void
test_move_snapped (DraftFixture *self,
                   gconstpointer data)
{
  draft_fixture_drag (self, (BjtPoint) { 7, 1 }, (BjtPoint) { 6.1, 1.1 }, 0);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_box (self, 1)->x1, 4, NEAR);
  g_assert_cmpfloat_with_epsilon (get_box (self, 1)->y1, 0, NEAR);
  draft_fixture_drag (self, (BjtPoint) { 6, 1 }, (BjtPoint) { 6.93, 1.57 }, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (get_box (self, 1)->x1, 4.93, NEAR);
  g_assert_cmpfloat_with_epsilon (get_box (self, 1)->y1, 0.57, NEAR);
}

static void
test_nudge (DraftFixture *self,
            gconstpointer data)
{
  g_assert_false (draft_fixture_key (self, GDK_KEY_Right, 0)); /* pans */
  draft_fixture_click (self, 2, 1, 0);
  g_assert_true (draft_fixture_key (self, GDK_KEY_Right, 0));
  g_assert_true (draft_fixture_key (self, GDK_KEY_Up, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (get_box (self, 0)->x1, 0.1, NEAR);
  g_assert_cmpfloat_with_epsilon (get_box (self, 0)->y1, 1, NEAR);
  g_assert_cmpuint (self->n_edits, ==, 2);
}

static void
test_reshape (DraftFixture *self,
              gconstpointer data)
{
  draft_fixture_click (self, 2, 1, 0);
  draft_fixture_drag (self, (BjtPoint) { 4, 3 }, (BjtPoint) { 4.4, 5 }, GDK_CONTROL_MASK);
  g_assert_cmpfloat_with_epsilon (get_box (self, 0)->y2, 5, NEAR);
  draft_fixture_double_click (self, 2, 0.02); /* a corner on the side */
  g_assert_cmpuint (draft_fixture_get (self, 0)->shape->n_points, ==, 5);
  draft_fixture_click (self, 2, 0, 0);
  g_assert_true (draft_fixture_hints (self, "corner"));
  g_assert_true (draft_fixture_key (self, GDK_KEY_Delete, 0));
  g_assert_cmpuint (draft_fixture_get (self, 0)->shape->n_points, ==, 4);
  g_assert_cmpuint (self->elements->len, ==, 2);
  g_assert_cmpuint (self->n_edits, ==, 3);
}

static void
test_reshape_refused (DraftFixture *self,
                      gconstpointer data)
{
  draft_fixture_click (self, 2, 1, 0);
  draft_fixture_drag (self, (BjtPoint) { 4, 3 }, (BjtPoint) { -2, 1 }, GDK_CONTROL_MASK);
  g_assert_cmpuint (self->n_edits, ==, 0);
  g_assert_true (draft_fixture_hints (self, "cross"));
}

static void
test_turn (DraftFixture *self,
           gconstpointer data)
{
  BjtPoint knob = { 2, 3 + 26 / self->frame.scale };

  draft_fixture_click (self, 2, 1, 0);
  draft_fixture_click (self, knob.x, knob.y, 0);
  draft_fixture_type (self, "90\n");
  g_assert_cmpfloat_with_epsilon (get_box (self, 0)->x2 - get_box (self, 0)->x1, 3, NEAR);
  g_assert_cmpfloat_with_epsilon (get_box (self, 0)->y2 - get_box (self, 0)->y1, 4, NEAR);
  knob.y = get_box (self, 0)->y2 + 26 / self->frame.scale;
  draft_fixture_drag (self, knob, (BjtPoint) { 6, 1.6 }, GDK_SHIFT_MASK); /* a quarter, clockwise */
  g_assert_cmpfloat_with_epsilon (get_box (self, 0)->x2 - get_box (self, 0)->x1, 4, 1e-4);
  g_assert_cmpuint (self->n_edits, ==, 2);
}

static void
test_copies (DraftFixture *self,
             gconstpointer data)
{
  draft_fixture_click (self, 7, 1, 0);
  g_assert_true (draft_fixture_key (self, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_cmpuint (self->elements->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (get_box (self, 2)->x1, 9, NEAR);
  g_assert_cmpuint (count_chosen (self), ==, 1); /* the copy */
  g_assert_true (bjt_plan_selection_repeat (get_selection (self), 3, 2, (BjtPoint) { 4, 4 }, FALSE));
  g_assert_cmpuint (self->elements->len, ==, 8);
  g_assert_cmpuint (self->n_edits, ==, 2);
}

/* One flat along a corridor: the copies are the next doors. */
static void
test_next_doors (DraftFixture *self,
                 gconstpointer data)
{
  BjtPlanElement *door = draft_fixture_add (self, BJT_ELEMENT_DOOR, bjt_plan_shape_new_rectangle ((BjtPoint) { 0, 5 }, (BjtPoint) { 3, 8 }, 0));

  bjt_level_doors_assign (self->picture, g_array_index (bjt_draft_board_get_doors (self->board), BjtLevelDoor, 0).door, door);
  draft_fixture_click (self, 1, 6, 0);
  g_assert_true (bjt_plan_selection_repeat (get_selection (self), 3, 1, (BjtPoint) { 3, 0 }, TRUE));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (draft_fixture_get_door (self, draft_fixture_get (self, 2 + i)), ==, g_array_index (bjt_draft_board_get_doors (self->board), BjtLevelDoor, i).door);
}

static void
test_merge_and_mirror (DraftFixture *self,
                       gconstpointer data)
{
  draft_fixture_key (self, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_true (draft_fixture_key (self, GDK_KEY_m, 0)); /* 1 m apart */
  g_assert_cmpuint (self->n_edits, ==, 0);
  g_assert_true (draft_fixture_hints (self, "touch"));
  draft_fixture_drag (self, (BjtPoint) { 7, 1 }, (BjtPoint) { 6, 1 }, 0);
  g_assert_cmpuint (self->n_edits, ==, 1);
  draft_fixture_click (self, 7, 1, 0);
  draft_fixture_key (self, GDK_KEY_a, GDK_CONTROL_MASK);
  draft_fixture_key (self, GDK_KEY_h, 0);
  g_assert_cmpuint (self->n_edits, ==, 2);
  draft_fixture_draw (self);
}

static void
test_merge (DraftFixture *self,
            gconstpointer data)
{
  draft_fixture_drag (self, (BjtPoint) { 7, 1 }, (BjtPoint) { 6.05, 1 }, 0);
  draft_fixture_key (self, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_true (draft_fixture_key (self, GDK_KEY_m, 0));
  g_assert_cmpuint (self->elements->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (draft_fixture_get (self, 0)->shape), 24, 0.01);
}

static void
test_remove (DraftFixture *self,
             gconstpointer data)
{
  draft_fixture_click (self, 2, 1, 0);
  g_assert_true (draft_fixture_key (self, GDK_KEY_Delete, 0));
  g_assert_cmpuint (self->elements->len, ==, 1);
  g_assert_cmpuint (count_chosen (self), ==, 0);
}

static void
count_cb (BjtSelectTool *tool,
          guint         *n)
{
  (*n)++;
}

static void
test_properties (DraftFixture *self,
                 gconstpointer data)
{
  guint n = 0;

  g_signal_connect (self->tool, "wants-properties", G_CALLBACK (count_cb), &n);
  draft_fixture_double_click (self, 2, 1.4);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (draft_fixture_key (self, GDK_KEY_Return, 0));
  g_assert_cmpuint (n, ==, 2);
}

/* Choosing an outline chooses its door everywhere. */
static void
test_linked (DraftFixture *self,
             gconstpointer data)
{
  guint32         index = g_array_index (bjt_draft_board_get_doors (self->board), BjtLevelDoor, 1).door;
  BjtPlanElement *door = draft_fixture_add (self, BJT_ELEMENT_DOOR, bjt_plan_shape_new_rectangle ((BjtPoint) { 0, 5 }, (BjtPoint) { 3, 8 }, 0));

  bjt_level_doors_assign (self->picture, index, door);
  draft_fixture_click (self, 1, 6, 0);
  g_assert_cmpuint (bjt_focus_get_door (self->focus), ==, index);
  g_assert_true (draft_fixture_hints (self, bjt_picture_get_door (self->picture, index)->label));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("choose", test_choose);
  ADD ("move-snapped", test_move_snapped);
  ADD ("nudge", test_nudge);
  ADD ("reshape", test_reshape);
  ADD ("reshape-refused", test_reshape_refused);
  ADD ("turn", test_turn);
  ADD ("copies", test_copies);
  ADD ("next-doors", test_next_doors);
  ADD ("merge-and-mirror", test_merge_and_mirror);
  ADD ("merge", test_merge);
  ADD ("remove", test_remove);
  ADD ("properties", test_properties);
  ADD ("linked", test_linked);
  return g_test_run ();
}
