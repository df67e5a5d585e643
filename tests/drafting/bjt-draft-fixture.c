/* bjt-draft-fixture.c: the snapping of the grid is off, so that points fall where
 * they are put unless something catches them. */
#include "bjt-draft-fixture.h"

#include <string.h>

static gboolean
edit_cb (BjtPlanCanvas *canvas,
         BjtPlanEdit   *edit,
         BjtPoint      *where,
         DraftFixture  *self)
{
  GPtrArray *after = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);

  if (self->is_refusing)
    {
      g_ptr_array_unref (after);
      *where = (BjtPoint) { 1, 1 };
      return FALSE;
    }
  self->n_edits++;
  for (guint i = 0; i < self->elements->len; i++)
    {
      const BjtPlanElement *element = g_ptr_array_index (self->elements, i);
      gboolean              is_removed = FALSE;

      for (guint r = 0; r < edit->removed->len; r++)
        is_removed |= bjt_uuid_equal (&g_array_index (edit->removed, BjtUuid, r), &element->id);
      for (guint c = 0; c < edit->changed->len; c++)
        if (bjt_uuid_equal (&((BjtPlanElement *) g_ptr_array_index (edit->changed, c))->id, &element->id))
          element = g_ptr_array_index (edit->changed, c);
      if (!is_removed)
        g_ptr_array_add (after, bjt_plan_element_copy (element));
    }
  for (guint i = 0; i < edit->added->len; i++)
    g_ptr_array_add (after, bjt_plan_element_copy (g_ptr_array_index (edit->added, i)));
  g_ptr_array_unref (self->elements);
  self->elements = after;
  bjt_plan_canvas_set_content (canvas, after, NULL);
  return TRUE;
}

static void
add_plan (BjtPicture *picture)
{
  BjtPicturePlan plan = { .building = 0, .name = "Standard", .levels = "0-2", .elements = { 0, 0 } };

  bjt_uuid_init_random (&plan.id, 1);
  g_array_append_val (picture->plans, plan);
}

void
draft_fixture_set_up (DraftFixture *self,
                      gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_buildings = options.n_entrances = 1;
  options.n_levels = options.n_stacks = 3;
  self->picture = bjt_sample_picture_new (&options);
  add_plan (self->picture);
  self->focus = bjt_focus_new ();
  bjt_focus_set_picture (self->focus, self->picture);
  bjt_focus_choose_building (self->focus, 0);
  self->canvas = BJT_PLAN_CANVAS (g_object_ref_sink (bjt_plan_canvas_new (self->focus)));
  bjt_plan_canvas_set_level (self->canvas, 0);
  self->board = bjt_draft_board_new ();
  g_object_set (self->board, "grid", 0.0, NULL);
  self->elements = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  self->frame = (BjtPlanFrame) { 40, { 5, 5 }, 800, 600 };
  bjt_plan_canvas_set_content (self->canvas, self->elements, NULL);
  g_signal_connect (self->canvas, "edit", G_CALLBACK (edit_cb), self);
}

void
draft_fixture_tear_down (DraftFixture *self,
                         gconstpointer data)
{
  bjt_plan_canvas_set_tool (self->canvas, NULL);
  g_clear_object (&self->tool);
  bjt_plan_canvas_set_content (self->canvas, NULL, NULL);
  g_clear_pointer (&self->elements, g_ptr_array_unref);
  g_object_unref (self->canvas);
  g_assert_finalize_object (self->board);
  g_object_unref (self->focus);
  bjt_picture_unref (self->picture);
}

void
draft_fixture_use (DraftFixture *self,
                   BjtPlanTool  *tool)
{
  g_set_object (&self->tool, tool);
  g_object_unref (tool);
  bjt_plan_canvas_set_tool (self->canvas, self->tool);
}

BjtPlanElement *
draft_fixture_add (DraftFixture   *self,
                   BjtElementKind  kind,
                   BjtGeometry    *shape)
{
  BjtPlanElement *element = bjt_plan_element_new ();

  bjt_uuid_init_random (&element->id, 1);
  element->kind = kind;
  element->shape = shape;
  element->size = 0.2;
  g_ptr_array_add (self->elements, element);
  bjt_plan_canvas_set_content (self->canvas, self->elements, NULL);
  return element;
}

BjtPlanElement *
draft_fixture_get (DraftFixture *self,
                   guint         index)
{
  g_assert_cmpuint (index, <, self->elements->len);
  return g_ptr_array_index (self->elements, index);
}

guint32
draft_fixture_get_door (DraftFixture         *self,
                        const BjtPlanElement *element)
{
  return bjt_draft_board_find_door (self->board, element);
}

/* The hand */

static BjtPlanToolEvent
make_event (DraftFixture    *self,
            double           x,
            double           y,
            guint            button,
            GdkModifierType  modifiers)
{
  BjtPoint px = bjt_plan_frame_to_view (&self->frame, (BjtPoint) { x, y });

  return (BjtPlanToolEvent) { &self->frame, px.x, px.y, { x, y }, button, button != 0 ? 1 : 0, modifiers };
}

void
draft_fixture_move (DraftFixture    *self,
                    double           x,
                    double           y,
                    GdkModifierType  modifiers)
{
  BjtPlanToolEvent event = make_event (self, x, y, 0, modifiers);

  bjt_plan_tool_motion (self->tool, &event);
}

static void
press_and_release (DraftFixture    *self,
                   double           x,
                   double           y,
                   int              n_press,
                   GdkModifierType  modifiers)
{
  BjtPlanToolEvent event = make_event (self, x, y, GDK_BUTTON_PRIMARY, modifiers);

  event.n_press = n_press;
  bjt_plan_tool_press (self->tool, &event);
  bjt_plan_tool_release (self->tool, &event);
}

void
draft_fixture_click (DraftFixture    *self,
                     double           x,
                     double           y,
                     GdkModifierType  modifiers)
{
  draft_fixture_move (self, x, y, modifiers);
  press_and_release (self, x, y, 1, modifiers);
}

void
draft_fixture_double_click (DraftFixture *self,
                            double        x,
                            double        y)
{
  draft_fixture_click (self, x, y, 0);
  press_and_release (self, x, y, 2, 0);
}

void
draft_fixture_drag (DraftFixture    *self,
                    BjtPoint         from,
                    BjtPoint         to,
                    GdkModifierType  modifiers)
{
  BjtPlanToolEvent event = make_event (self, from.x, from.y, GDK_BUTTON_PRIMARY, modifiers);

  draft_fixture_move (self, from.x, from.y, modifiers);
  g_assert_true (bjt_plan_tool_press (self->tool, &event));
  for (guint i = 1; i <= 4; i++)
    {
      event = make_event (self, from.x + (to.x - from.x) * i / 4, from.y + (to.y - from.y) * i / 4, GDK_BUTTON_PRIMARY, modifiers);
      bjt_plan_tool_drag (self->tool, &event);
      draft_fixture_draw (self);
    }
  bjt_plan_tool_release (self->tool, &event);
}

gboolean
draft_fixture_key (DraftFixture    *self,
                   guint            keyval,
                   GdkModifierType  modifiers)
{
  return bjt_plan_tool_key (self->tool, keyval, modifiers);
}

void
draft_fixture_type (DraftFixture *self,
                    const char   *text)
{
  for (const char *c = text; *c != '\0'; c++)
    g_assert_true (draft_fixture_key (self, *c == '\n' ? GDK_KEY_Return : gdk_unicode_to_keyval ((guint32) *c), 0));
}

gboolean
draft_fixture_hints (DraftFixture *self,
                     const char   *part)
{
  g_autofree char *hint = bjt_plan_tool_dup_hint (self->tool);

  g_test_message ("%s", hint);
  return hint != NULL && strstr (hint, part) != NULL;
}

void
draft_fixture_draw (DraftFixture *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 80, 60);
  cairo_t         *cr = cairo_create (surface);

  bjt_plan_tool_draw (self->tool, cr, &self->frame);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
