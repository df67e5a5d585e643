/* bjt-trace-tool.c: what a click would take is shown before. Main thread only. */
#include "bjt-trace-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-draft-pen.h"
#include "bjt-draft-words.h"
#include "bjt-element-picker.h"
#include "bjt-trace-source.h"
#include "plan/bjt-plan-shape.h"

#define ALIKE 0.05 /* share of the area by which the same room may differ */

struct _BjtTraceTool
{
  BjtDraftTool parent_instance;

  /* Owned */
  BjtTraceSource *source;
  BjtPlanElement *found; /* that a click would take; NULL: none */
  const char     *why;   /* there is none; NULL: nothing was pointed at */
  gboolean        is_taken; /* it is drawn already */
};

G_DEFINE_FINAL_TYPE (BjtTraceTool, bjt_trace_tool, BJT_TYPE_DRAFT_TOOL)

static void
forget (BjtTraceTool *self)
{
  g_clear_pointer (&self->found, bjt_plan_element_free);
  self->why = NULL;
  self->is_taken = FALSE;
}

/* The middle of a room lies in no outline as large as itself. */
static gboolean
is_drawn (BjtTraceTool *self,
          BjtPoint      at)
{
  BjtPlanCanvas        *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));
  const BjtPlanElement *drawn = canvas != NULL ? bjt_element_picker_find_outline (bjt_plan_canvas_get_elements (canvas), at) : NULL;
  double                area = bjt_plan_shape_get_area (self->found->shape);

  return drawn != NULL && fabs (bjt_plan_shape_get_area (drawn->shape) - area) < ALIKE * area;
}

static void
find_outline (BjtTraceTool           *self,
              const BjtPlanToolEvent *event)
{
  g_autoptr (GError) error = NULL;
  gboolean           closes_gaps;

  if (self->found != NULL && event->button == 0 && bjt_geometry_contains (self->found->shape, event->at.x, event->at.y))
    return;
  forget (self);
  g_object_get (bjt_draft_tool_get_board (BJT_DRAFT_TOOL (self)), "closes-gaps", &closes_gaps, NULL);
  self->found = bjt_trace_source_find (self->source, event->at, closes_gaps, &error);
  if (self->found != NULL)
    self->is_taken = is_drawn (self, event->at);
  else if (error != NULL)
    self->why = bjt_draft_words_get_refusal (error);
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
}

static void
read_backdrops (BjtTraceTool *self)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));

  forget (self);
  bjt_trace_source_set_backdrops (self->source, canvas != NULL ? bjt_plan_canvas_get_backdrops (canvas) : NULL);
}

/* Events */

static void
bjt_trace_tool_attach (BjtPlanTool   *tool,
                       BjtPlanCanvas *canvas)
{
  BJT_PLAN_TOOL_CLASS (bjt_trace_tool_parent_class)->attach (tool, canvas);
  forget (BJT_TRACE_TOOL (tool));
  bjt_trace_source_set_backdrops (BJT_TRACE_TOOL (tool)->source, canvas != NULL ? bjt_plan_canvas_get_backdrops (canvas) : NULL);
}

static void
bjt_trace_tool_plan_changed (BjtPlanTool *tool)
{
  BJT_PLAN_TOOL_CLASS (bjt_trace_tool_parent_class)->plan_changed (tool);
  read_backdrops (BJT_TRACE_TOOL (tool));
}

static gboolean
bjt_trace_tool_press (BjtPlanTool            *tool,
                      const BjtPlanToolEvent *event)
{
  BJT_PLAN_TOOL_CLASS (bjt_trace_tool_parent_class)->press (tool, event);
  return event->button == GDK_BUTTON_PRIMARY && event->n_press > 1;
}

static void
bjt_trace_tool_motion (BjtPlanTool            *tool,
                       const BjtPlanToolEvent *event)
{
  find_outline (BJT_TRACE_TOOL (tool), event);
}

/* The second click of a double one would give the same room to the next door. */
static void
bjt_trace_tool_release (BjtPlanTool            *tool,
                        const BjtPlanToolEvent *event)
{
  BjtTraceTool               *self = BJT_TRACE_TOOL (tool);
  g_autoptr (BjtPlanElement)  found = NULL;

  if (event->button > GDK_BUTTON_PRIMARY || event->n_press > 1)
    return;
  find_outline (self, event);
  if (self->found == NULL || self->is_taken)
    return;
  found = g_steal_pointer (&self->found);
  forget (self);
  bjt_draft_tool_add_from (BJT_DRAFT_TOOL (tool), bjt_draft_tool_get_kind (BJT_DRAFT_TOOL (tool)), bjt_geometry_ref (found->shape), found->source_ref);
  bjt_plan_tool_emit_changed (tool);
}

static void
bjt_trace_tool_leave (BjtPlanTool *tool)
{
  forget (BJT_TRACE_TOOL (tool));
  bjt_plan_tool_emit_changed (tool);
}

static gboolean
bjt_trace_tool_key (BjtPlanTool     *tool,
                    guint            keyval,
                    GdkModifierType  modifiers)
{
  return FALSE;
}

/* Drawing */

static void
bjt_trace_tool_draw (BjtPlanTool        *tool,
                     cairo_t            *cr,
                     const BjtPlanFrame *frame)
{
  BjtTraceTool    *self = BJT_TRACE_TOOL (tool);
  g_autofree char *subject = NULL;
  BjtPoint         middle;

  if (self->found == NULL)
    return;
  bjt_draft_pen_add_shape (cr, frame, self->found->shape);
  if (!self->is_taken)
    bjt_tool_pen_fill (cr);
  bjt_tool_pen_stroke (cr, self->is_taken);
  if (self->is_taken)
    return;
  subject = bjt_draft_board_dup_subject (bjt_draft_tool_get_board (BJT_DRAFT_TOOL (tool)), bjt_draft_tool_get_kind (BJT_DRAFT_TOOL (tool)));
  middle = bjt_geometry_get_centroid (self->found->shape);
  bjt_tool_pen_draw_label (cr, bjt_plan_frame_to_view (frame, middle), subject);
}

static const char *
bjt_trace_tool_get_step (BjtDraftTool *tool,
                         guint         n_points)
{
  BjtTraceTool *self = BJT_TRACE_TOOL (tool);

  if (self->is_taken)
    return _("This room is drawn already");
  if (self->found != NULL)
    return _("Click to take this outline");
  if (bjt_trace_source_is_empty (self->source))
    return _("Nothing lies under this plan; draw the outlines, or bring in a drawing");
  return self->why != NULL ? self->why : _("Point into a room of the drawing");
}

static char *
bjt_trace_tool_dup_finding (BjtDraftTool *tool)
{
  BjtTraceTool    *self = BJT_TRACE_TOOL (tool);
  g_autofree char *subject = bjt_draft_board_dup_subject (bjt_draft_tool_get_board (tool), bjt_draft_tool_get_kind (tool));
  g_autofree char *area = NULL;

  if (self->found == NULL)
    return g_steal_pointer (&subject);
  area = bjt_draft_words_dup_area (bjt_plan_shape_get_area (self->found->shape));
  return g_strdup_printf ("%s %s", subject, area);
}

/* The object */

static void
bjt_trace_tool_finalize (GObject *object)
{
  forget (BJT_TRACE_TOOL (object));
  bjt_trace_source_free (BJT_TRACE_TOOL (object)->source);
  G_OBJECT_CLASS (bjt_trace_tool_parent_class)->finalize (object);
}

static void
bjt_trace_tool_class_init (BjtTraceToolClass *klass)
{
  BjtPlanToolClass  *tool_class = BJT_PLAN_TOOL_CLASS (klass);
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_trace_tool_finalize;
  tool_class->attach = bjt_trace_tool_attach;
  tool_class->plan_changed = bjt_trace_tool_plan_changed;
  tool_class->press = bjt_trace_tool_press;
  tool_class->release = bjt_trace_tool_release;
  tool_class->motion = bjt_trace_tool_motion;
  tool_class->leave = bjt_trace_tool_leave;
  tool_class->key = bjt_trace_tool_key;
  tool_class->draw = bjt_trace_tool_draw;
  draft_class->get_step = bjt_trace_tool_get_step;
  draft_class->dup_finding = bjt_trace_tool_dup_finding;
}

static void
bjt_trace_tool_init (BjtTraceTool *self)
{
  self->source = bjt_trace_source_new ();
}

BjtPlanTool *
bjt_trace_tool_new (BjtDraftBoard *board)
{
  BjtDraftTool *self = g_object_new (BJT_TYPE_TRACE_TOOL, "board", board, NULL);

  bjt_draft_tool_set_kind (self, BJT_ELEMENT_DOOR);
  return BJT_PLAN_TOOL (self);
}
