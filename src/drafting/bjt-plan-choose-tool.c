/* bjt-plan-choose-tool.c: takes no press without Shift or Ctrl, so the plan pans
 * under it. A click with them adds a door to the selection or takes it away, a
 * drag gathers the doors in the rectangle. Main thread only. */
#include "bjt-plan-choose-tool.h"

#include "bjt-plan-canvas.h"
#include "bjt-plan-cues.h"
#include "canvas/bjt-tool-pen.h"

#include <math.h>

#define DRAG_SLACK 6.0 /* px after which a press is a drag */

struct _BjtPlanChooseTool
{
  BjtPlanTool parent_instance;

  /* Owned */
  BjtFocus *focus;

  /* State */
  guint32  hovered;    /* door; BJT_NO_INDEX: none */
  gboolean is_banding; /* a rectangle is drawn */
  BjtPoint from, to;   /* its corners, metres */
};

G_DEFINE_FINAL_TYPE (BjtPlanChooseTool, bjt_plan_choose_tool, BJT_TYPE_PLAN_TOOL)

static BjtPlanCanvas *
get_canvas (BjtPlanChooseTool *self)
{
  return bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));
}

/* The rectangle */

static gboolean
bjt_plan_choose_tool_press (BjtPlanTool            *tool,
                            const BjtPlanToolEvent *event)
{
  BjtPlanChooseTool *self = BJT_PLAN_CHOOSE_TOOL (tool);

  self->from = self->to = event->at;
  return event->button == GDK_BUTTON_PRIMARY && (event->modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
}

static void
bjt_plan_choose_tool_drag (BjtPlanTool            *tool,
                           const BjtPlanToolEvent *event)
{
  BjtPlanChooseTool *self = BJT_PLAN_CHOOSE_TOOL (tool);
  BjtPoint           from = bjt_plan_frame_to_view (event->frame, self->from);

  self->to = event->at;
  self->is_banding |= hypot (event->x - from.x, event->y - from.y) > DRAG_SLACK;
  bjt_plan_tool_emit_changed (tool);
}

static BjtDoorSet *
copy_selection (BjtPlanChooseTool *self)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (self->focus);

  return selection != NULL ? bjt_door_set_copy (selection) : bjt_door_set_new (bjt_focus_get_picture (self->focus)->doors->len);
}

/* With Ctrl to what is selected. */
static void
take_band (BjtPlanChooseTool *self,
           GdkModifierType    modifiers)
{
  BjtPicture            *picture = bjt_focus_get_picture (self->focus);
  BjtBox                 box = { fmin (self->from.x, self->to.x), fmin (self->from.y, self->to.y), fmax (self->from.x, self->to.x), fmax (self->from.y, self->to.y) };
  g_autoptr (BjtDoorSet) found = NULL;
  g_autoptr (GArray)     doors = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->is_banding = FALSE;
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
  if (picture == NULL || get_canvas (self) == NULL)
    return;
  bjt_plan_canvas_find_doors_in (get_canvas (self), &box, doors);
  found = (modifiers & GDK_CONTROL_MASK) != 0 ? copy_selection (self) : bjt_door_set_new (picture->doors->len);
  for (guint i = 0; i < doors->len; i++)
    bjt_door_set_add (found, g_array_index (doors, guint32, i));
  bjt_focus_set_selection (self->focus, bjt_door_set_count (found) > 0 ? found : NULL);
}

/* One door */

static void
toggle (BjtPlanChooseTool *self,
        guint32            door)
{
  g_autoptr (BjtDoorSet) selection = copy_selection (self);

  if (bjt_door_set_contains (selection, door))
    bjt_door_set_remove (selection, door);
  else
    bjt_door_set_add (selection, door);
  bjt_focus_set_selection (self->focus, bjt_door_set_count (selection) > 0 ? selection : NULL);
}

static void
bjt_plan_choose_tool_release (BjtPlanTool            *tool,
                              const BjtPlanToolEvent *event)
{
  BjtPlanChooseTool *self = BJT_PLAN_CHOOSE_TOOL (tool);
  guint32            door;

  if (self->is_banding)
    {
      take_band (self, event->modifiers);
      return;
    }
  if (event->button > GDK_BUTTON_PRIMARY || get_canvas (self) == NULL)
    return;
  door = bjt_plan_canvas_find_door (get_canvas (self), event->at);
  if (door == BJT_NO_INDEX)
    return;
  if ((event->modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0)
    toggle (self, door);
  else if (event->n_press > 1)
    bjt_plan_canvas_activate_door (get_canvas (self), door);
  else
    bjt_focus_choose_door (self->focus, door);
}

static void
hover (BjtPlanChooseTool *self,
       guint32            door)
{
  if (self->hovered == door)
    return;
  self->hovered = door;
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
}

static void
bjt_plan_choose_tool_motion (BjtPlanTool            *tool,
                             const BjtPlanToolEvent *event)
{
  BjtPlanChooseTool *self = BJT_PLAN_CHOOSE_TOOL (tool);

  hover (self, get_canvas (self) != NULL ? bjt_plan_canvas_find_door (get_canvas (self), event->at) : BJT_NO_INDEX);
}

static void
bjt_plan_choose_tool_leave (BjtPlanTool *tool)
{
  hover (BJT_PLAN_CHOOSE_TOOL (tool), BJT_NO_INDEX);
}

static void
bjt_plan_choose_tool_cancel (BjtPlanTool *tool)
{
  BJT_PLAN_CHOOSE_TOOL (tool)->is_banding = FALSE;
  bjt_plan_choose_tool_leave (tool);
  bjt_plan_tool_emit_changed (tool);
}

/* By keyboard: what is looked through is the doors of this level. */

typedef struct
{
  BjtPoint from; /* px */
  int      dx, dy; /* the side to go to; both 0: as one reads */
  gboolean is_back;
  gboolean is_first; /* there is no from */
  guint32  best;
  double   best_cost;
} Walk;

#define LINE_HEIGHT 40.0 /* px: what lies within is read from left to right */

static double
get_reading_place (BjtPoint at)
{
  return floor (at.y / LINE_HEIGHT) * 1e5 + at.x;
}

/* How far to go; infinite: not there. */
static double
get_cost (const Walk *walk,
          BjtPoint    at)
{
  double x = at.x - walk->from.x, y = at.y - walk->from.y, along, aside;
  double reading = get_reading_place (at);

  if (walk->dx == 0 && walk->dy == 0)
    {
      reading = walk->is_first ? reading + 1e9 : reading - get_reading_place (walk->from);
      reading = walk->is_back && !walk->is_first ? -reading : reading;
      return reading > 0 ? reading : (double) INFINITY;
    }
  along = x * walk->dx + y * walk->dy;
  aside = fabs (x * walk->dy) + fabs (y * walk->dx);
  return walk->is_first ? hypot (x, y) : along > 1 && aside <= along * 1.5 ? along + 2 * aside : (double) INFINITY;
}

static BjtPoint
get_stop (BjtPlanCanvas    *canvas,
          const BjtPicture *picture,
          guint32           element)
{
  const BjtBox *box = &bjt_picture_get_element (picture, element)->shape->box;

  return bjt_plan_frame_to_view (bjt_plan_canvas_get_frame (canvas), (BjtPoint) { (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2 });
}

static gboolean
go_on (BjtPlanChooseTool *self,
       Walk              *walk)
{
  BjtPlanCanvas    *canvas = get_canvas (self);
  const BjtPicture *picture = bjt_focus_get_picture (self->focus);
  guint32           plan = canvas != NULL ? bjt_plan_canvas_get_plan (canvas) : BJT_NO_INDEX, chosen = bjt_focus_get_door (self->focus);
  BjtRun            elements;

  if (plan == BJT_NO_INDEX)
    return FALSE;
  elements = bjt_picture_get_plan (picture, plan)->elements;
  walk->is_first = TRUE;
  for (guint32 e = elements.first; e < elements.first + elements.n && walk->is_first; e++)
    if (chosen != BJT_NO_INDEX && bjt_plan_canvas_get_door (canvas, e) == chosen)
      {
        walk->from = get_stop (canvas, picture, e);
        walk->is_first = FALSE;
      }
  walk->best = BJT_NO_INDEX;
  walk->best_cost = (double) INFINITY;
  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    {
      guint32 door = bjt_plan_canvas_get_door (canvas, e);
      double  cost = door != BJT_NO_INDEX && door != chosen ? get_cost (walk, get_stop (canvas, picture, e)) : (double) INFINITY;

      if (cost >= walk->best_cost)
        continue;
      walk->best = door;
      walk->best_cost = cost;
    }
  if (walk->best == BJT_NO_INDEX)
    return FALSE;
  bjt_focus_choose_door (self->focus, walk->best);
  return TRUE;
}

static gboolean
activate (BjtPlanChooseTool *self)
{
  guint32 door = bjt_focus_get_door (self->focus);

  if (door == BJT_NO_INDEX || get_canvas (self) == NULL)
    return FALSE;
  bjt_plan_canvas_activate_door (get_canvas (self), door);
  return TRUE;
}

static gboolean
bjt_plan_choose_tool_key (BjtPlanTool     *tool,
                          guint            keyval,
                          GdkModifierType  modifiers)
{
  BjtPlanChooseTool *self = BJT_PLAN_CHOOSE_TOOL (tool);
  gboolean           is_ctrl = modifiers == GDK_CONTROL_MASK;

  if (keyval == GDK_KEY_Escape && bjt_focus_get_selection (self->focus) != NULL)
    {
      bjt_focus_set_selection (self->focus, NULL);
      return TRUE;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == 0)
    return activate (self);
  if (keyval == GDK_KEY_Tab && modifiers == 0)
    return go_on (self, &(Walk) { .is_back = FALSE });
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return go_on (self, &(Walk) { .is_back = TRUE });
  if (keyval == GDK_KEY_Left && is_ctrl)
    return go_on (self, &(Walk) { .dx = -1 }) || TRUE;
  if (keyval == GDK_KEY_Right && is_ctrl)
    return go_on (self, &(Walk) { .dx = 1 }) || TRUE;
  if (keyval == GDK_KEY_Up && is_ctrl)
    return go_on (self, &(Walk) { .dy = -1 }) || TRUE;
  if (keyval == GDK_KEY_Down && is_ctrl)
    return go_on (self, &(Walk) { .dy = 1 }) || TRUE;
  return FALSE;
}

/* Drawing */

static void
bjt_plan_choose_tool_draw (BjtPlanTool        *tool,
                           cairo_t            *cr,
                           const BjtPlanFrame *frame)
{
  BjtPlanChooseTool *self = BJT_PLAN_CHOOSE_TOOL (tool);
  BjtPoint           a = bjt_plan_frame_to_view (frame, self->from), b = bjt_plan_frame_to_view (frame, self->to);

  if (self->hovered != BJT_NO_INDEX && get_canvas (self) != NULL)
    bjt_plan_cues_draw_hovered (get_canvas (self), bjt_focus_get_picture (self->focus), cr, frame, self->hovered);
  if (!self->is_banding)
    return;
  cairo_rectangle (cr, fmin (a.x, b.x), fmin (a.y, b.y), fabs (b.x - a.x), fabs (b.y - a.y));
  bjt_tool_pen_fill (cr);
  bjt_tool_pen_stroke (cr, TRUE);
  cairo_new_path (cr);
}

static const char *
bjt_plan_choose_tool_get_cursor (BjtPlanTool *tool)
{
  BjtPlanChooseTool *self = BJT_PLAN_CHOOSE_TOOL (tool);

  return self->is_banding ? "crosshair" : self->hovered != BJT_NO_INDEX ? "pointer" : NULL;
}

/* Doors of another picture have other indices. */
static void
bjt_plan_choose_tool_plan_changed (BjtPlanTool *tool)
{
  bjt_plan_choose_tool_cancel (tool);
}

static void
bjt_plan_choose_tool_dispose (GObject *object)
{
  g_clear_object (&BJT_PLAN_CHOOSE_TOOL (object)->focus);
  G_OBJECT_CLASS (bjt_plan_choose_tool_parent_class)->dispose (object);
}

static void
bjt_plan_choose_tool_class_init (BjtPlanChooseToolClass *klass)
{
  BjtPlanToolClass *tool_class = BJT_PLAN_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_plan_choose_tool_dispose;
  tool_class->plan_changed = bjt_plan_choose_tool_plan_changed;
  tool_class->press = bjt_plan_choose_tool_press;
  tool_class->drag = bjt_plan_choose_tool_drag;
  tool_class->release = bjt_plan_choose_tool_release;
  tool_class->motion = bjt_plan_choose_tool_motion;
  tool_class->leave = bjt_plan_choose_tool_leave;
  tool_class->cancel = bjt_plan_choose_tool_cancel;
  tool_class->key = bjt_plan_choose_tool_key;
  tool_class->draw = bjt_plan_choose_tool_draw;
  tool_class->get_cursor = bjt_plan_choose_tool_get_cursor;
}

static void
bjt_plan_choose_tool_init (BjtPlanChooseTool *self)
{
  self->hovered = BJT_NO_INDEX;
}

BjtPlanTool *
bjt_plan_choose_tool_new (BjtFocus *focus)
{
  BjtPlanChooseTool *self = g_object_new (BJT_TYPE_PLAN_CHOOSE_TOOL, NULL);

  self->focus = g_object_ref (focus);
  return BJT_PLAN_TOOL (self);
}
