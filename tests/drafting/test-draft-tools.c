/* What the drawing tools make of clicks, drags and keys. */
#include "bjt-draft-fixture.h"

#include <math.h>

#include "drafting/bjt-opening-tool.h"
#include "drafting/bjt-plan-tools.h"
#include "drafting/bjt-polygon-tool.h"
#include "drafting/bjt-rectangle-tool.h"
#include "drafting/bjt-ruler-tool.h"
#include "drafting/bjt-split-tool.h"
#include "drafting/bjt-text-tool.h"
#include "drafting/bjt-wall-tool.h"
#include "plan/bjt-plan-shape.h"

#define ADD(name, func) g_test_add ("/drafting/" name, DraftFixture, NULL, draft_fixture_set_up, func, draft_fixture_tear_down)
#define NEAR 1e-6

static void
assert_box (const BjtPlanElement *element,
            double                x1,
            double                y1,
            double                x2,
            double                y2)
{
  g_assert_cmpfloat_with_epsilon (element->shape->box.x1, x1, NEAR);
  g_assert_cmpfloat_with_epsilon (element->shape->box.y1, y1, NEAR);
  g_assert_cmpfloat_with_epsilon (element->shape->box.x2, x2, NEAR);
  g_assert_cmpfloat_with_epsilon (element->shape->box.y2, y2, NEAR);
}

static void
test_rectangle_by_clicks (DraftFixture *self,
                          gconstpointer data)
{
  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_DOOR));
  draft_fixture_click (self, 1, 1, 0);
  draft_fixture_move (self, 3, 2, 0);
  draft_fixture_draw (self);
  draft_fixture_click (self, 4, 3, 0);
  g_assert_cmpuint (self->n_edits, ==, 1);
  assert_box (draft_fixture_get (self, 0), 1, 1, 4, 3);
  g_assert_cmpint (draft_fixture_get (self, 0)->kind, ==, BJT_ELEMENT_DOOR);
}

static void
test_rectangle_by_drag (DraftFixture *self,
                        gconstpointer data)
{
  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_STAIRS));
  draft_fixture_drag (self, (BjtPoint) { 1, 1 }, (BjtPoint) { 3, 6 }, 0);
  assert_box (draft_fixture_get (self, 0), 1, 1, 3, 6);
  g_assert_cmpint (draft_fixture_get (self, 0)->kind, ==, BJT_ELEMENT_STAIRS);
}

/* 6×4 in one go, or one after the other with Enter; the way the pointer went. */
static void
test_rectangle_typed (DraftFixture *self,
                      gconstpointer data)
{
  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_AREA));
  draft_fixture_click (self, 0, 0, 0);
  draft_fixture_move (self, 1, 1, GDK_CONTROL_MASK);
  draft_fixture_type (self, "6x4\n");
  assert_box (draft_fixture_get (self, 0), 0, 0, 6, 4);
  draft_fixture_click (self, 9, 9, GDK_CONTROL_MASK);
  draft_fixture_move (self, 8, 8, GDK_CONTROL_MASK);
  draft_fixture_type (self, "1.5\n2\n");
  assert_box (draft_fixture_get (self, 1), 7.5, 7, 9, 9);
}

static void
test_square (DraftFixture *self,
             gconstpointer data)
{
  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_AREA));
  draft_fixture_click (self, 0, 0, 0);
  draft_fixture_click (self, 3, 1, GDK_SHIFT_MASK);
  assert_box (draft_fixture_get (self, 0), 0, 0, 3, 3);
}

/* Doors come in order; a door that was picked comes before. */
static void
test_doors_in_order (DraftFixture *self,
                     gconstpointer data)
{
  guint32 picked;

  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_DOOR));
  for (guint i = 0; i < 3; i++)
    {
      guint32          next = bjt_draft_board_get_next_door (self->board);
      g_autofree char *label = g_strdup (bjt_picture_get_door (self->picture, next)->label);

      g_assert_true (draft_fixture_hints (self, label));
      draft_fixture_drag (self, (BjtPoint) { i * 3, 0 }, (BjtPoint) { i * 3 + 2, 2 }, GDK_CONTROL_MASK);
      g_assert_cmpint (draft_fixture_get (self, i)->stack, ==, bjt_picture_get_door (self->picture, next)->stack);
      g_assert_cmpuint (draft_fixture_get_door (self, draft_fixture_get (self, i)), ==, next);
      g_assert_true (bjt_uuid_is_nil (&draft_fixture_get (self, i)->door_id));
    }
  g_assert_cmpuint (bjt_draft_board_get_next_door (self->board), ==, BJT_NO_INDEX);
  picked = g_array_index (bjt_draft_board_get_doors (self->board), BjtLevelDoor, 1).door;
  bjt_draft_board_set_next_door (self->board, picked);
  draft_fixture_drag (self, (BjtPoint) { 0, 4 }, (BjtPoint) { 2, 6 }, GDK_CONTROL_MASK);
  g_assert_cmpuint (draft_fixture_get_door (self, draft_fixture_get (self, 3)), ==, picked);
}

/* The same outlines are the doors of another level there. */
static void
test_doors_of_level (DraftFixture *self,
                     gconstpointer data)
{
  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_DOOR));
  draft_fixture_drag (self, (BjtPoint) { 0, 0 }, (BjtPoint) { 2, 2 }, GDK_CONTROL_MASK);
  bjt_plan_canvas_set_level (self->canvas, 2);
  bjt_plan_canvas_set_content (self->canvas, self->elements, NULL);
  g_assert_cmpint (bjt_picture_get_door (self->picture, draft_fixture_get_door (self, draft_fixture_get (self, 0)))->ordinal, ==, 2);
  g_assert_cmpint (bjt_picture_get_door (self->picture, bjt_draft_board_get_next_door (self->board))->stack, ==, draft_fixture_get (self, 0)->stack + 1);
}

static void
test_polygon (DraftFixture *self,
              gconstpointer data)
{
  draft_fixture_use (self, bjt_polygon_tool_new (self->board, BJT_ELEMENT_AREA));
  draft_fixture_click (self, 0, 0, 0);
  draft_fixture_move (self, 2, 0, 0);
  draft_fixture_type (self, "4.5\n");
  draft_fixture_click (self, 4.5, 3, GDK_CONTROL_MASK);
  draft_fixture_click (self, 0.1, 0.1, 0); /* the first corner closes */
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpuint (draft_fixture_get (self, 0)->shape->n_points, ==, 3);
  assert_box (draft_fixture_get (self, 0), 0, 0, 4.5, 3);
}

/* What crosses itself is refused, told, and can be taken back. */
static void
test_polygon_refused (DraftFixture *self,
                      gconstpointer data)
{
  static const BjtPoint bow[] = { { 0, 0 }, { 4, 4 }, { 4, 0 }, { 0, 4 } };
  guint                 n;

  draft_fixture_use (self, bjt_polygon_tool_new (self->board, BJT_ELEMENT_AREA));
  for (guint i = 0; i < G_N_ELEMENTS (bow); i++)
    draft_fixture_click (self, bow[i].x, bow[i].y, GDK_CONTROL_MASK);
  draft_fixture_key (self, GDK_KEY_Return, 0);
  g_assert_cmpuint (self->n_edits, ==, 0);
  g_assert_true (draft_fixture_hints (self, "cross"));
  bjt_draft_tool_get_points (BJT_DRAFT_TOOL (self->tool), &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (draft_fixture_key (self, GDK_KEY_BackSpace, 0));
  g_assert_true (draft_fixture_key (self, GDK_KEY_Return, 0));
  g_assert_cmpuint (self->n_edits, ==, 1);
}

static void
test_step_back (DraftFixture *self,
                gconstpointer data)
{
  guint n;

  draft_fixture_use (self, bjt_wall_tool_new (self->board, BJT_ELEMENT_WALL));
  g_assert_false (draft_fixture_key (self, GDK_KEY_Escape, 0));
  draft_fixture_click (self, 0, 0, GDK_CONTROL_MASK);
  draft_fixture_click (self, 2, 0, GDK_CONTROL_MASK);
  draft_fixture_type (self, "35");
  g_assert_true (draft_fixture_key (self, GDK_KEY_BackSpace, 0)); /* a digit */
  g_assert_true (draft_fixture_key (self, GDK_KEY_Escape, 0));    /* what was typed */
  g_assert_true (draft_fixture_key (self, GDK_KEY_Escape, 0));    /* a point */
  bjt_draft_tool_get_points (BJT_DRAFT_TOOL (self->tool), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (draft_fixture_key (self, GDK_KEY_BackSpace, 0));
  g_assert_false (draft_fixture_key (self, GDK_KEY_Escape, 0)); /* the canvas ends the tool */
}

static void
test_wall (DraftFixture *self,
           gconstpointer data)
{
  g_object_set (self->board, "thickness", 0.3, NULL);
  draft_fixture_use (self, bjt_wall_tool_new (self->board, BJT_ELEMENT_WALL));
  draft_fixture_click (self, 0, 0, GDK_CONTROL_MASK);
  draft_fixture_click (self, 5, 0.4, GDK_SHIFT_MASK); /* steps of 15° */
  draft_fixture_double_click (self, 5, 3);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpint (draft_fixture_get (self, 0)->shape->kind, ==, BJT_GEOMETRY_LINE);
  g_assert_cmpuint (draft_fixture_get (self, 0)->shape->n_points, ==, 3);
  g_assert_cmpfloat_with_epsilon (draft_fixture_get (self, 0)->shape->points[1].y, 0, NEAR);
  g_assert_cmpfloat (draft_fixture_get (self, 0)->size, ==, 0.3);
}

static void
test_snap (DraftFixture *self,
           gconstpointer data)
{
  const BjtPlanSnapHit *hit;

  draft_fixture_add (self, BJT_ELEMENT_AREA, bjt_plan_shape_new_rectangle ((BjtPoint) { 0, 0 }, (BjtPoint) { 4, 3 }, 0));
  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_AREA));
  draft_fixture_move (self, 4.1, 2.9, 0);
  hit = bjt_draft_tool_get_hit (BJT_DRAFT_TOOL (self->tool));
  g_assert_cmpint (hit->kind, ==, BJT_PLAN_SNAP_VERTEX);
  g_assert_true (draft_fixture_hints (self, "Corner"));
  draft_fixture_draw (self);
  draft_fixture_move (self, 4.1, 2.9, GDK_CONTROL_MASK);
  g_assert_cmpint (hit->kind, ==, BJT_PLAN_SNAP_NONE);
  draft_fixture_click (self, 4.1, 2.9, 0);
  draft_fixture_click (self, 8.1, 0.1, GDK_CONTROL_MASK);
  assert_box (draft_fixture_get (self, 1), 4, 0.1, 8.1, 3);
  bjt_draft_board_toggle_snap_kind (self->board, BJT_PLAN_SNAP_VERTEX, FALSE);
  draft_fixture_move (self, 0.1, 0.05, 0);
  g_assert_cmpint (hit->kind, !=, BJT_PLAN_SNAP_VERTEX);
}

static void
test_grid (DraftFixture *self,
           gconstpointer data)
{
  g_object_set (self->board, "grid", 0.5, NULL);
  draft_fixture_use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_AREA));
  draft_fixture_click (self, 0.04, 0.46, 0);
  draft_fixture_click (self, 3.06, 2.05, 0);
  assert_box (draft_fixture_get (self, 0), 0, 0.5, 3, 2);
}

static void
test_opening (DraftFixture *self,
              gconstpointer data)
{
  const BjtPoint ends[] = { { 0, 0 }, { 6, 0 } };

  draft_fixture_add (self, BJT_ELEMENT_WALL, bjt_geometry_new_line (ends, 2));
  draft_fixture_use (self, bjt_opening_tool_new (self->board));
  draft_fixture_click (self, 1, 3, 0); /* no wall there */
  g_assert_cmpuint (self->n_edits, ==, 0);
  draft_fixture_move (self, 2, 0.1, 0);
  draft_fixture_draw (self);
  draft_fixture_type (self, "1.2\n");
  draft_fixture_click (self, 2, 0.1, 0);
  draft_fixture_click (self, 5.9, 0.1, 0); /* kept inside the wall */
  draft_fixture_click (self, 3.1, 0.1, 0); /* the middle catches it */
  g_assert_cmpuint (self->n_edits, ==, 3);
  g_assert_cmpint (draft_fixture_get (self, 1)->kind, ==, BJT_ELEMENT_OPENING);
  assert_box (draft_fixture_get (self, 1), 1.4, 0, 2.6, 0);
  assert_box (draft_fixture_get (self, 2), 4.8, 0, 6, 0);
  assert_box (draft_fixture_get (self, 3), 2.4, 0, 3.6, 0);
}

static void
wants_text_cb (BjtTextTool *tool,
               double       x,
               double       y,
               gboolean    *is_asked)
{
  *is_asked = TRUE;
  g_assert_true (bjt_text_tool_write (tool, " 楼道 "));
}

static void
test_text (DraftFixture *self,
           gconstpointer data)
{
  gboolean is_asked = FALSE;

  draft_fixture_use (self, bjt_text_tool_new (self->board));
  g_signal_connect (self->tool, "wants-text", G_CALLBACK (wants_text_cb), &is_asked);
  draft_fixture_click (self, 2, 2, GDK_CONTROL_MASK);
  g_assert_true (is_asked);
  g_assert_cmpstr (draft_fixture_get (self, 0)->label, ==, "楼道");
  assert_box (draft_fixture_get (self, 0), 2, 2, 2, 2);
}

/* The larger part keeps the door. */
static void
test_split (DraftFixture *self,
            gconstpointer data)
{
  BjtUuid id = draft_fixture_add (self, BJT_ELEMENT_DOOR, bjt_plan_shape_new_rectangle ((BjtPoint) { 0, 0 }, (BjtPoint) { 6, 3 }, 0))->id;

  draft_fixture_use (self, bjt_split_tool_new (self->board));
  draft_fixture_click (self, 2, 3.05, 0);
  draft_fixture_move (self, 2, 1, 0);
  draft_fixture_draw (self);
  draft_fixture_click (self, 2, -0.05, 0);
  g_assert_cmpuint (self->n_edits, ==, 1);
  g_assert_cmpuint (self->elements->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const BjtPlanElement *element = draft_fixture_get (self, i);

      g_assert_cmpfloat_with_epsilon (bjt_plan_shape_get_area (element->shape), bjt_uuid_equal (&element->id, &id) ? 12 : 6, 0.01);
    }
}

static void
test_split_refused (DraftFixture *self,
                    gconstpointer data)
{
  draft_fixture_add (self, BJT_ELEMENT_AREA, bjt_plan_shape_new_rectangle ((BjtPoint) { 0, 0 }, (BjtPoint) { 6, 3 }, 0));
  draft_fixture_use (self, bjt_split_tool_new (self->board));
  draft_fixture_click (self, 2, 1, GDK_CONTROL_MASK);
  draft_fixture_click (self, 4, 2, GDK_CONTROL_MASK);
  g_assert_cmpuint (self->n_edits, ==, 0);
  draft_fixture_key (self, GDK_KEY_Return, 0);
  g_assert_cmpuint (self->n_edits, ==, 0);
  g_assert_true (draft_fixture_hints (self, "through"));
}

static void
test_measure (DraftFixture *self,
              gconstpointer data)
{
  draft_fixture_use (self, bjt_ruler_tool_new (self->board));
  draft_fixture_click (self, 0, 0, GDK_CONTROL_MASK);
  draft_fixture_click (self, 3, 0, GDK_CONTROL_MASK);
  g_assert_true (draft_fixture_hints (self, "3.00"));
  draft_fixture_double_click (self, 3, 4);
  g_assert_true (draft_fixture_hints (self, "7.00"));
  g_assert_true (draft_fixture_hints (self, "6.0 m²"));
  draft_fixture_draw (self);
  g_assert_true (draft_fixture_key (self, GDK_KEY_Escape, 0));
  g_assert_false (draft_fixture_hints (self, "7.00"));
  g_assert_cmpuint (self->n_edits, ==, 0);
}

/* The window said no: nothing is lost, the corners stay. */
static void
test_save_refused (DraftFixture *self,
                   gconstpointer data)
{
  guint n;

  draft_fixture_use (self, bjt_polygon_tool_new (self->board, BJT_ELEMENT_AREA));
  for (guint i = 0; i < 3; i++)
    draft_fixture_click (self, i == 1 ? 4 : 0, i == 2 ? 4 : 0, GDK_CONTROL_MASK);
  self->is_refusing = TRUE;
  draft_fixture_key (self, GDK_KEY_Return, 0);
  bjt_draft_tool_get_points (BJT_DRAFT_TOOL (self->tool), &n);
  g_assert_cmpuint (n, ==, 3);
  self->is_refusing = FALSE;
  draft_fixture_key (self, GDK_KEY_Return, 0);
  g_assert_cmpuint (self->n_edits, ==, 1);
}

static void
test_all_tools (DraftFixture *self,
                gconstpointer data)
{
  guint                  n, keys = 0;
  const BjtPlanToolKind *kinds = bjt_plan_tools_list (&n);

  for (guint i = 0; i < n; i++)
    {
      draft_fixture_use (self, bjt_plan_tools_new (kinds[i].name, self->board));
      draft_fixture_move (self, 1, 1, 0);
      draft_fixture_draw (self);
      g_assert_true (draft_fixture_hints (self, " "));
      g_assert_cmpuint (keys & (1u << (kinds[i].key - GDK_KEY_a)), ==, 0);
      keys |= 1u << (kinds[i].key - GDK_KEY_a);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  ADD ("rectangle-by-clicks", test_rectangle_by_clicks);
  ADD ("rectangle-by-drag", test_rectangle_by_drag);
  ADD ("rectangle-typed", test_rectangle_typed);
  ADD ("square", test_square);
  ADD ("doors-in-order", test_doors_in_order);
  ADD ("doors-of-level", test_doors_of_level);
  ADD ("polygon", test_polygon);
  ADD ("polygon-refused", test_polygon_refused);
  ADD ("step-back", test_step_back);
  ADD ("wall", test_wall);
  ADD ("snap", test_snap);
  ADD ("grid", test_grid);
  ADD ("opening", test_opening);
  ADD ("text", test_text);
  ADD ("split", test_split);
  ADD ("split-refused", test_split_refused);
  ADD ("measure", test_measure);
  ADD ("save-refused", test_save_refused);
  ADD ("all-tools", test_all_tools);
  return g_test_run ();
}
