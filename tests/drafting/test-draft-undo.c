/* What tools draw is saved by the workspace, a step each, and can be taken back
 * after the program was closed. */
#include "bjt-workspace-fixture.h"

#include "drafting/bjt-rectangle-tool.h"
#include "drafting/bjt-select-tool.h"
#include "workspace/bjt-workspace-plans.h"

typedef struct
{
  BjtWorkspaceFixture base;
  BjtFocus           *focus;
  BjtPlanCanvas      *canvas;
  BjtDraftBoard      *board;
  BjtPlanTool        *tool;
  BjtUuid             plan_id;
  BjtPlanFrame        frame;
} Fixture;

static void
show (Fixture *self)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (self->base.workspace, &self->plan_id, &error);

  g_assert_no_error (error);
  bjt_focus_set_picture (self->focus, bjt_workspace_get_picture (self->base.workspace));
  bjt_focus_choose_building (self->focus, 0);
  bjt_plan_canvas_set_level (self->canvas, 0);
  bjt_plan_canvas_set_content (self->canvas, elements, NULL);
}

static gboolean
edit_cb (BjtPlanCanvas *canvas,
         BjtPlanEdit   *edit,
         BjtPoint      *where,
         Fixture       *self)
{
  g_autoptr (GError) error = NULL;

  bjt_workspace_edit_plan (self->base.workspace, &self->plan_id, edit, where, &error);
  g_assert_no_error (error);
  show (self);
  return TRUE;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (BjtFloorPlan) plan = bjt_floor_plan_new ();
  g_autoptr (GError)       error = NULL;

  bjt_workspace_fixture_set_up (&self->base, data);
  plan->building_id = bjt_picture_get_building (bjt_workspace_get_picture (self->base.workspace), 0)->id;
  plan->name = g_strdup ("标准层");
  plan->levels = g_strdup ("0-2");
  bjt_workspace_add_plan (self->base.workspace, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->plan_id = plan->id;
  self->focus = bjt_focus_new ();
  self->canvas = BJT_PLAN_CANVAS (g_object_ref_sink (bjt_plan_canvas_new (self->focus)));
  self->board = bjt_draft_board_new ();
  self->frame = (BjtPlanFrame) { 40, { 5, 5 }, 800, 600 };
  g_signal_connect (self->canvas, "edit", G_CALLBACK (edit_cb), self);
  show (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_plan_canvas_set_tool (self->canvas, NULL);
  g_clear_object (&self->tool);
  g_object_unref (self->canvas);
  g_object_unref (self->board);
  g_object_unref (self->focus);
  bjt_workspace_fixture_tear_down (&self->base, data);
}

static void
use (Fixture     *self,
     BjtPlanTool *tool)
{
  bjt_plan_canvas_set_tool (self->canvas, tool);
  g_clear_object (&self->tool);
  self->tool = tool;
}

static void
drag (Fixture *self,
      BjtPoint from,
      BjtPoint to)
{
  const BjtPoint ends[] = { from, to };

  for (guint i = 0; i < 3; i++)
    {
      BjtPoint         at = ends[i > 0], px = bjt_plan_frame_to_view (&self->frame, at);
      BjtPlanToolEvent event = { &self->frame, px.x, px.y, at, GDK_BUTTON_PRIMARY, 1, GDK_CONTROL_MASK };

      if (i == 0)
        bjt_plan_tool_press (self->tool, &event);
      else if (i == 1)
        bjt_plan_tool_drag (self->tool, &event);
      else
        bjt_plan_tool_release (self->tool, &event);
    }
}

static char *
dump (Fixture *self)
{
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (self->base.workspace, &self->plan_id, NULL);
  GString              *text = g_string_new (NULL);

  for (guint i = 0; i < elements->len; i++)
    {
      const BjtPlanElement *element = g_ptr_array_index (elements, i);
      g_autofree char      *shape = bjt_geometry_to_geojson (element->shape);

      g_string_append_printf (text, "%d %d %s\n", element->kind, element->stack, shape);
    }
  return g_string_free (text, FALSE);
}

static void
draw_a_floor (Fixture   *self,
              GPtrArray *states)
{
  use (self, bjt_rectangle_tool_new (self->board, BJT_ELEMENT_DOOR));
  for (guint i = 0; i < 2; i++)
    {
      drag (self, (BjtPoint) { i * 6.0, 0 }, (BjtPoint) { i * 6.0 + 6, 8 });
      g_ptr_array_add (states, dump (self));
    }
  use (self, bjt_select_tool_new (self->board));
  drag (self, (BjtPoint) { 8, 4 }, (BjtPoint) { 9, 5 });
  g_ptr_array_add (states, dump (self));
  g_assert_true (bjt_plan_tool_key (self->tool, GDK_KEY_Delete, 0));
  g_ptr_array_add (states, dump (self));
}

static void
reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->base.workspace);
  self->base.workspace = bjt_workspace_open (self->base.path, &self->base.clock, &error);
  g_assert_no_error (error);
}

static void
test_undo_after_reopening (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, dump (self));
  draw_a_floor (self, states);
  g_assert_cmpuint (states->len, ==, 5);
  reopen (self);
  for (guint i = states->len - 1; i > 0; i--)
    {
      g_autofree char   *state = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (g_ptr_array_index (states, i), !=, g_ptr_array_index (states, i - 1));
      bjt_workspace_undo (self->base.workspace, &error);
      g_assert_no_error (error);
      state = dump (self);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i - 1));
    }
  reopen (self);
  for (guint i = 1; i < states->len; i++)
    {
      g_autofree char   *state = NULL;
      g_autoptr (GError) error = NULL;

      bjt_workspace_redo (self->base.workspace, &error);
      g_assert_no_error (error);
      state = dump (self);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
    }
  bjt_workspace_fixture_assert_sound (&self->base);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/drafting/undo-after-reopening", Fixture, NULL, set_up, test_undo_after_reopening, tear_down);
  return g_test_run ();
}
