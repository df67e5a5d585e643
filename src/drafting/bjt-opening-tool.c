/* bjt-opening-tool.c: an opening never sticks out of the side it sits on, and is
 * caught by the side's middle. Typed digits are its width. Main thread only. */
#include "bjt-opening-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-draft-pen.h"
#include "bjt-draft-words.h"
#include "bjt-element-picker.h"
#include "bjt-snap-cue.h"

#define REACH 14.0 /* px */
#define LEAST 0.05 /* m */

struct _BjtOpeningTool
{
  BjtDraftTool parent_instance;

  /* State */
  gboolean has_side;
  gboolean is_middle;
  BjtPoint a, b;     /* of the opening */
  BjtPoint at;       /* of the pointer, not caught */
  double   reach;    /* m */
  gboolean is_free;  /* Ctrl */
};

G_DEFINE_FINAL_TYPE (BjtOpeningTool, bjt_opening_tool, BJT_TYPE_DRAFT_TOOL)

static double
get_width (BjtOpeningTool *self)
{
  double width;

  if (bjt_draft_tool_get_typed (BJT_DRAFT_TOOL (self), &width, 1) == 1 && width >= LEAST)
    return width;
  return bjt_draft_board_get_number (bjt_draft_tool_get_board (BJT_DRAFT_TOOL (self)), "opening-width");
}

static void
find_place (BjtOpeningTool *self)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));
  BjtPickedSide  side;
  double         length, along, half;

  self->has_side = canvas != NULL && bjt_element_picker_find_side (bjt_plan_canvas_get_elements (canvas), self->at, self->reach, &side);
  if (!self->has_side)
    return;
  length = hypot (side.b.x - side.a.x, side.b.y - side.a.y);
  half = fmin (get_width (self), length) / 2;
  along = hypot (side.foot.x - side.a.x, side.foot.y - side.a.y);
  self->is_middle = !self->is_free && fabs (along - length / 2) <= self->reach / 2;
  along = self->is_middle ? length / 2 : fmin (fmax (along, half), length - half);
  self->has_side = length >= LEAST;
  self->a = (BjtPoint) { side.a.x + (side.b.x - side.a.x) * (along - half) / length, side.a.y + (side.b.y - side.a.y) * (along - half) / length };
  self->b = (BjtPoint) { side.a.x + (side.b.x - side.a.x) * (along + half) / length, side.a.y + (side.b.y - side.a.y) * (along + half) / length };
}

static void
point_at (BjtOpeningTool         *self,
          const BjtPlanToolEvent *event)
{
  self->at = event->at;
  self->reach = REACH / event->frame->scale;
  self->is_free = (event->modifiers & GDK_CONTROL_MASK) != 0;
  find_place (self);
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
}

/* Events */

static gboolean
bjt_opening_tool_press (BjtPlanTool            *tool,
                        const BjtPlanToolEvent *event)
{
  return event->button == GDK_BUTTON_PRIMARY && event->n_press > 1;
}

static void
bjt_opening_tool_motion (BjtPlanTool            *tool,
                         const BjtPlanToolEvent *event)
{
  point_at (BJT_OPENING_TOOL (tool), event);
}

static void
bjt_opening_tool_release (BjtPlanTool            *tool,
                          const BjtPlanToolEvent *event)
{
  BjtOpeningTool *self = BJT_OPENING_TOOL (tool);

  if (event->button > GDK_BUTTON_PRIMARY || event->n_press > 1)
    return;
  point_at (self, event);
  if (self->has_side)
    bjt_draft_tool_add (BJT_DRAFT_TOOL (tool), BJT_ELEMENT_OPENING, bjt_geometry_new_line ((BjtPoint[]) { self->a, self->b }, 2), NULL);
}

static void
bjt_opening_tool_leave (BjtPlanTool *tool)
{
  BJT_OPENING_TOOL (tool)->has_side = FALSE;
  bjt_plan_tool_emit_changed (tool);
}

/* For the next ones too. */
static gboolean
keep_width (BjtOpeningTool *self)
{
  BjtDraftTool *tool = BJT_DRAFT_TOOL (self);
  double        width = get_width (self);

  if (*bjt_draft_tool_get_typed_text (tool) == '\0')
    return FALSE;
  bjt_draft_tool_forget_typed (tool);
  g_object_set (bjt_draft_tool_get_board (tool), "opening-width", CLAMP (width, 0.3, 10.0), NULL);
  return TRUE;
}

static gboolean
bjt_opening_tool_key (BjtPlanTool     *tool,
                      guint            keyval,
                      GdkModifierType  modifiers)
{
  BjtOpeningTool *self = BJT_OPENING_TOOL (tool);
  gboolean        taken = FALSE;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    taken = keep_width (self);
  else if (keyval == GDK_KEY_Escape && *bjt_draft_tool_get_typed_text (BJT_DRAFT_TOOL (tool)) != '\0')
    {
      bjt_draft_tool_forget_typed (BJT_DRAFT_TOOL (tool));
      taken = TRUE;
    }
  else
    taken = bjt_draft_tool_type (BJT_DRAFT_TOOL (tool), keyval);
  if (taken)
    {
      find_place (self);
      bjt_plan_tool_emit_changed (tool);
    }
  return taken;
}

/* Drawing */

static void
bjt_opening_tool_draw (BjtPlanTool        *tool,
                       cairo_t            *cr,
                       const BjtPlanFrame *frame)
{
  BjtOpeningTool *self = BJT_OPENING_TOOL (tool);
  const BjtPoint  ends[] = { self->a, self->b };
  BjtPoint        middle = { (self->a.x + self->b.x) / 2, (self->a.y + self->b.y) / 2 };
  BjtPlanSnapHit  hit = { self->is_middle ? BJT_PLAN_SNAP_MIDDLE : BJT_PLAN_SNAP_EDGE, middle, middle, middle };
  g_autofree char *width = NULL;

  if (!self->has_side)
    return;
  bjt_draft_pen_add_path (cr, frame, ends, G_N_ELEMENTS (ends));
  bjt_tool_pen_stroke (cr, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    bjt_tool_pen_draw_knob (cr, bjt_plan_frame_to_view (frame, ends[i]), FALSE);
  bjt_snap_cue_draw (&hit, cr, frame);
  width = bjt_draft_words_dup_length (hypot (self->b.x - self->a.x, self->b.y - self->a.y));
  middle = bjt_plan_frame_to_view (frame, middle);
  middle.y -= 20;
  bjt_tool_pen_draw_label (cr, middle, width);
}

static const char *
bjt_opening_tool_get_step (BjtDraftTool *tool,
                           guint         n_points)
{
  BjtOpeningTool *self = BJT_OPENING_TOOL (tool);

  if (!self->has_side)
    return _("Point at a wall or a side; digits and Enter set the width");
  return self->is_middle ? _("Click to put the door here, in the middle of the side") : _("Click to put the door here");
}

static void
bjt_opening_tool_class_init (BjtOpeningToolClass *klass)
{
  BjtPlanToolClass *tool_class = BJT_PLAN_TOOL_CLASS (klass);

  tool_class->press = bjt_opening_tool_press;
  tool_class->drag = bjt_opening_tool_motion;
  tool_class->release = bjt_opening_tool_release;
  tool_class->motion = bjt_opening_tool_motion;
  tool_class->leave = bjt_opening_tool_leave;
  tool_class->key = bjt_opening_tool_key;
  tool_class->draw = bjt_opening_tool_draw;
  BJT_DRAFT_TOOL_CLASS (klass)->get_step = bjt_opening_tool_get_step;
}

static void
bjt_opening_tool_init (BjtOpeningTool *self)
{
}

BjtPlanTool *
bjt_opening_tool_new (BjtDraftBoard *board)
{
  return g_object_new (BJT_TYPE_OPENING_TOOL, "board", board, NULL);
}
