/* bjt-lasso-tool.c: points are kept in Mercator, so that the map may be zoomed
 * between two clicks. Main thread only. */
#include "bjt-lasso-tool.h"

#include "bjt-map-pen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STEP 3.0        /* px between two points of a line drawn by hand */
#define DRAG_SLACK 6.0  /* px after which a press is a drag */
#define CLOSE_REACH 9.0 /* px around the first corner */

struct _BjtLassoTool
{
  BjtMapTool parent_instance;

  /* Owned */
  BjtSelector *selector;
  GArray      *points; /* BjtPoint, Mercator */

  /* State */
  BjtPoint pointer;
  guint    n_before;   /* points before the press */
  gboolean is_drawing; /* by hand */
  gboolean is_near_first;
};

G_DEFINE_FINAL_TYPE (BjtLassoTool, bjt_lasso_tool, BJT_TYPE_MAP_TOOL)

static double
get_distance (const BjtToolEvent *event,
              BjtPoint            place)
{
  BjtPoint at = bjt_map_frame_project (event->frame, place);

  return hypot (at.x - event->x, at.y - event->y);
}

static BjtPoint
get_point (BjtLassoTool *self,
           guint         index)
{
  return g_array_index (self->points, BjtPoint, index);
}

static void
drop (BjtMapTool *tool)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);

  g_array_set_size (self->points, 0);
  self->is_drawing = self->is_near_first = FALSE;
  bjt_map_tool_emit_changed (tool);
}

/* With a modifier there is more to come. */
static void
close_ring (BjtLassoTool    *self,
            GdkModifierType  modifiers)
{
  if (self->points->len >= 3)
    bjt_selector_take_ring (self->selector, (const BjtPoint *) (gpointer) self->points->data, self->points->len, modifiers);
  drop (BJT_MAP_TOOL (self));
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    bjt_map_tool_emit_done (BJT_MAP_TOOL (self));
}

static gboolean
bjt_lasso_tool_press (BjtMapTool         *tool,
                      const BjtToolEvent *event)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);

  if (event->button != GDK_BUTTON_PRIMARY)
    return FALSE;
  self->n_before = self->points->len;
  self->is_near_first = self->n_before >= 3 && get_distance (event, get_point (self, 0)) <= CLOSE_REACH;
  self->pointer = event->place;
  if (event->n_press == 1 && !self->is_near_first)
    g_array_append_val (self->points, event->place);
  return TRUE;
}

static void
bjt_lasso_tool_drag (BjtMapTool         *tool,
                     const BjtToolEvent *event)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);

  self->pointer = event->place;
  if (self->points->len == 0)
    return;
  if (!self->is_drawing)
    self->is_drawing = get_distance (event, get_point (self, self->points->len - 1)) > DRAG_SLACK;
  if (self->is_drawing && get_distance (event, get_point (self, self->points->len - 1)) >= STEP)
    g_array_append_val (self->points, event->place);
  bjt_map_tool_emit_changed (tool);
}

static void
bjt_lasso_tool_release (BjtMapTool         *tool,
                        const BjtToolEvent *event)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);

  if (event->button != GDK_BUTTON_PRIMARY)
    return;
  if (event->n_press >= 2 || self->is_near_first || (self->is_drawing && self->n_before == 0))
    close_ring (self, event->modifiers);
  self->is_drawing = FALSE;
  bjt_map_tool_emit_changed (tool);
}

static void
bjt_lasso_tool_motion (BjtMapTool         *tool,
                       const BjtToolEvent *event)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);

  self->pointer = event->place;
  if (self->points->len == 0)
    return;
  self->is_near_first = self->points->len >= 3 && get_distance (event, get_point (self, 0)) <= CLOSE_REACH;
  bjt_map_tool_emit_changed (tool);
}

static gboolean
bjt_lasso_tool_key (BjtMapTool      *tool,
                    guint            keyval,
                    GdkModifierType  modifiers)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);

  if (self->points->len == 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      close_ring (self, modifiers);
      return TRUE;
    case GDK_KEY_BackSpace:
      g_array_set_size (self->points, self->points->len - 1);
      bjt_map_tool_emit_changed (tool);
      return TRUE;
    case GDK_KEY_Escape:
      drop (tool);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
bjt_lasso_tool_draw (BjtMapTool        *tool,
                     cairo_t           *cr,
                     const BjtMapFrame *frame)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);
  BjtPoint      end = bjt_map_frame_project (frame, self->pointer);

  bjt_map_pen_add_path (cr, frame, (const BjtPoint *) (gpointer) self->points->data, self->points->len);
  if (!self->is_near_first)
    cairo_line_to (cr, end.x, end.y);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  if (self->points->len >= 2)
    bjt_tool_pen_fill (cr);
  if (self->is_near_first)
    cairo_close_path (cr);
  bjt_tool_pen_stroke (cr, FALSE);
  if (!self->is_drawing || self->n_before > 0)
    bjt_tool_pen_draw_knob (cr, bjt_map_frame_project (frame, get_point (self, 0)), self->is_near_first);
}

static BjtBox
bjt_lasso_tool_get_drawn_box (BjtMapTool        *tool,
                              const BjtMapFrame *frame)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);
  BjtPoint      end = bjt_map_frame_project (frame, self->pointer);
  BjtBox        box = bjt_map_pen_get_box (frame, (const BjtPoint *) (gpointer) self->points->data, self->points->len, BJT_TOOL_PEN_ROOM);

  if (self->points->len == 0)
    return BJT_BOX_EMPTY;
  bjt_box_add_point (&box, end.x - BJT_TOOL_PEN_ROOM, end.y - BJT_TOOL_PEN_ROOM);
  bjt_box_add_point (&box, end.x + BJT_TOOL_PEN_ROOM, end.y + BJT_TOOL_PEN_ROOM);
  return box;
}

static const char *
bjt_lasso_tool_get_cursor (BjtMapTool *tool)
{
  return "crosshair";
}

static char *
bjt_lasso_tool_dup_hint (BjtMapTool *tool)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (tool);

  if (self->points->len == 0 || self->is_drawing)
    return g_strdup (_("Draw around homes, or click corner by corner. Ctrl adds, Alt takes away"));
  return g_strdup (_("Enter or double click selects what is inside, Backspace takes a corner back"));
}

static void
bjt_lasso_tool_dispose (GObject *object)
{
  BjtLassoTool *self = BJT_LASSO_TOOL (object);

  g_clear_object (&self->selector);
  g_clear_pointer (&self->points, g_array_unref);
  G_OBJECT_CLASS (bjt_lasso_tool_parent_class)->dispose (object);
}

static void
bjt_lasso_tool_class_init (BjtLassoToolClass *klass)
{
  BjtMapToolClass *tool_class = BJT_MAP_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_lasso_tool_dispose;
  tool_class->press = bjt_lasso_tool_press;
  tool_class->drag = bjt_lasso_tool_drag;
  tool_class->release = bjt_lasso_tool_release;
  tool_class->motion = bjt_lasso_tool_motion;
  tool_class->key = bjt_lasso_tool_key;
  tool_class->cancel = drop;
  tool_class->draw = bjt_lasso_tool_draw;
  tool_class->get_drawn_box = bjt_lasso_tool_get_drawn_box;
  tool_class->get_cursor = bjt_lasso_tool_get_cursor;
  tool_class->dup_hint = bjt_lasso_tool_dup_hint;
}

static void
bjt_lasso_tool_init (BjtLassoTool *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
}

BjtMapTool *
bjt_lasso_tool_new (BjtSelector *selector)
{
  BjtLassoTool *self = g_object_new (BJT_TYPE_LASSO_TOOL, NULL);

  self->selector = g_object_ref (selector);
  return BJT_MAP_TOOL (self);
}
