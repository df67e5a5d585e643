/* bjt-annotate-tool.c: corners in metres as they were clicked; what crosses
 * itself is refused by the workspace, which names the place. */
#include "bjt-annotate-tool.h"

#include <glib/gi18n-lib.h>

struct _BjtAnnotateTool
{
  BjtPlanTool parent_instance;

  /* State */
  BjtGeometryKind kind;
  GArray         *corners; /* BjtPoint */
  BjtPoint        pointer; /* metres */
  gboolean        has_pointer;
};

G_DEFINE_FINAL_TYPE (BjtAnnotateTool, bjt_annotate_tool, BJT_TYPE_PLAN_TOOL)

static guint drawn_signal;

static const BjtPoint *
get_corners (BjtAnnotateTool *self)
{
  return (const BjtPoint *) (gpointer) self->corners->data;
}

static guint
count_needed (BjtAnnotateTool *self)
{
  return self->kind == BJT_GEOMETRY_POINT ? 1 : self->kind == BJT_GEOMETRY_LINE ? 2 : 3;
}

static void
drop (BjtPlanTool *tool)
{
  g_array_set_size (BJT_ANNOTATE_TOOL (tool)->corners, 0);
  bjt_plan_tool_emit_changed (tool);
}

static void
finish (BjtAnnotateTool *self)
{
  g_autoptr (BjtGeometry) shape = NULL;
  guint n = self->corners->len;

  if (n < count_needed (self))
    return;
  shape = self->kind == BJT_GEOMETRY_POINT  ? bjt_geometry_new_point (get_corners (self)->x, get_corners (self)->y)
          : self->kind == BJT_GEOMETRY_LINE ? bjt_geometry_new_line (get_corners (self), n)
                                            : bjt_geometry_new_polygon (get_corners (self), n);
  g_object_ref (self);
  drop (BJT_PLAN_TOOL (self));
  g_signal_emit (self, drawn_signal, 0, shape);
  bjt_plan_tool_emit_done (BJT_PLAN_TOOL (self));
  g_object_unref (self);
}

/* A click at the last corner again adds nothing. */
static void
add_corner (BjtAnnotateTool *self,
            BjtPoint         at)
{
  const BjtPoint *last = self->corners->len > 0 ? get_corners (self) + self->corners->len - 1 : NULL;

  if (last == NULL || at.x < last->x || at.x > last->x || at.y < last->y || at.y > last->y)
    g_array_append_val (self->corners, at);
}

static gboolean
press (BjtPlanTool            *tool,
       const BjtPlanToolEvent *event)
{
  return event->button == GDK_BUTTON_PRIMARY;
}

static void
release (BjtPlanTool            *tool,
         const BjtPlanToolEvent *event)
{
  BjtAnnotateTool *self = BJT_ANNOTATE_TOOL (tool);

  if (event->n_press < 2)
    add_corner (self, event->at);
  if (self->kind == BJT_GEOMETRY_POINT || event->n_press >= 2)
    finish (self);
  else
    bjt_plan_tool_emit_changed (tool);
}

static void
motion (BjtPlanTool            *tool,
        const BjtPlanToolEvent *event)
{
  BjtAnnotateTool *self = BJT_ANNOTATE_TOOL (tool);

  self->pointer = event->at;
  self->has_pointer = TRUE;
  if (self->corners->len > 0)
    bjt_plan_tool_emit_changed (tool);
}

static void
leave (BjtPlanTool *tool)
{
  BJT_ANNOTATE_TOOL (tool)->has_pointer = FALSE;
}

static void
set_kind (BjtAnnotateTool *self,
          BjtGeometryKind  kind)
{
  self->kind = kind;
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
}

static gboolean
key (BjtPlanTool    *tool,
     guint           keyval,
     GdkModifierType modifiers)
{
  BjtAnnotateTool *self = BJT_ANNOTATE_TOOL (tool);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_p:
      set_kind (self, BJT_GEOMETRY_POINT);
      return TRUE;
    case GDK_KEY_l:
      set_kind (self, BJT_GEOMETRY_LINE);
      return TRUE;
    case GDK_KEY_a:
      set_kind (self, BJT_GEOMETRY_POLYGON);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      finish (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      if (self->corners->len > 0)
        g_array_set_size (self->corners, self->corners->len - 1);
      bjt_plan_tool_emit_changed (tool);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
draw (BjtPlanTool        *tool,
      cairo_t            *cr,
      const BjtPlanFrame *frame)
{
  BjtAnnotateTool *self = BJT_ANNOTATE_TOOL (tool);

  if (self->corners->len == 0)
    return;
  for (guint i = 0; i < self->corners->len; i++)
    {
      BjtPoint at = bjt_plan_frame_to_view (frame, get_corners (self)[i]);

      cairo_line_to (cr, at.x, at.y);
    }
  if (self->has_pointer)
    {
      BjtPoint at = bjt_plan_frame_to_view (frame, self->pointer);

      cairo_line_to (cr, at.x, at.y);
    }
  if (self->kind == BJT_GEOMETRY_POLYGON)
    cairo_close_path (cr);
  cairo_set_source_rgb (cr, 0.9, 0.38, 0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static const char *
get_cursor (BjtPlanTool *tool)
{
  return "crosshair";
}

static char *
dup_hint (BjtPlanTool *tool)
{
  switch (BJT_ANNOTATE_TOOL (tool)->kind)
    {
    case BJT_GEOMETRY_POINT:
      return g_strdup (_ ("Click where it is · L line · A area"));
    case BJT_GEOMETRY_LINE:
      return g_strdup (_ ("Click along the line, Enter ends · P point · A area"));
    case BJT_GEOMETRY_POLYGON:
    default:
      return g_strdup (_ ("Click the corners, Enter ends · P point · L line"));
    }
}

static void
bjt_annotate_tool_finalize (GObject *object)
{
  g_array_unref (BJT_ANNOTATE_TOOL (object)->corners);
  G_OBJECT_CLASS (bjt_annotate_tool_parent_class)->finalize (object);
}

static void
bjt_annotate_tool_class_init (BjtAnnotateToolClass *klass)
{
  BjtPlanToolClass *tool_class = BJT_PLAN_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_annotate_tool_finalize;
  tool_class->press = press;
  tool_class->release = release;
  tool_class->motion = motion;
  tool_class->leave = leave;
  tool_class->key = key;
  tool_class->cancel = drop;
  tool_class->draw = draw;
  tool_class->get_cursor = get_cursor;
  tool_class->dup_hint = dup_hint;
  drawn_signal = g_signal_new ("drawn", BJT_TYPE_ANNOTATE_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bjt_annotate_tool_init (BjtAnnotateTool *self)
{
  self->corners = g_array_new (FALSE, FALSE, sizeof (BjtPoint));
}

BjtPlanTool *
bjt_annotate_tool_new (BjtGeometryKind kind)
{
  BjtAnnotateTool *self = g_object_new (BJT_TYPE_ANNOTATE_TOOL, NULL);

  self->kind = kind;
  return BJT_PLAN_TOOL (self);
}

BjtGeometryKind
bjt_annotate_tool_get_kind (BjtAnnotateTool *self)
{
  return self->kind;
}
