/* bjt-select-tool.c: while the pointer drags, what it would become is drawn; the
 * edit is made when it lets go. Main thread only. */
#include "bjt-select-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-draft-pen.h"
#include "bjt-draft-words.h"
#include "bjt-element-picker.h"
#include "bjt-select-handles.h"
#include "bjt-snap-cue.h"
#include "plan/bjt-plan-shape.h"

#define NUDGE 0.1            /* m, of an arrow key; ten times with Shift */
#define STILL 4.0            /* px: a press that moved less is a click */
#define STEP (G_PI / 12)     /* of turning with Shift */
#define MOST_CORNERS 24      /* that look for something to meet while moving */
#define DEGREES (180 / G_PI)

typedef enum
{
  IDLE,
  RUBBER,
  MOVE,
  VERTEX,
  TURN,
} Action;

struct _BjtSelectTool
{
  BjtDraftTool parent_instance;

  /* Owned */
  BjtPlanSelection *selection;

  /* State */
  Action         action;
  gboolean       is_moved;       /* the press became a drag */
  gboolean       is_toggled;     /* Shift was held at the press */
  gboolean       is_turn_armed;  /* degrees can be typed */
  guint          vertex;         /* chosen, or dragged; BJT_NO_VERTEX: none */
  BjtUuid        pressed_id;     /* what the press was on; NIL: nothing */
  BjtPoint       pressed;        /* m */
  BjtPoint       pressed_px;
  BjtPoint       anchor;         /* the corner that is carried along, m */
  BjtPlanSnapHit hit;            /* where the pointer is taken to be */
  double         angle;          /* turned by, radians */
  const char    *cursor;
};

G_DEFINE_FINAL_TYPE (BjtSelectTool, bjt_select_tool, BJT_TYPE_DRAFT_TOOL)

enum
{
  WANTS_PROPERTIES,
  WANTS_ARRAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (BjtSelectTool *self)
{
  self->vertex = BJT_NO_VERTEX;
  self->is_turn_armed = FALSE;
  bjt_draft_tool_forget_typed (BJT_DRAFT_TOOL (self));
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
}

static GPtrArray *
get_elements (BjtSelectTool *self)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (self));

  return canvas != NULL ? bjt_plan_canvas_get_elements (canvas) : NULL;
}

static const BjtPlanElement *
get_only (GPtrArray *chosen)
{
  return chosen->len == 1 ? g_ptr_array_index (chosen, 0) : NULL;
}

/* Dragging */

static BjtPoint
find_anchor (GPtrArray *chosen,
             BjtPoint   at)
{
  BjtPoint anchor = at;
  double   nearest = G_MAXDOUBLE;

  for (guint i = 0; i < chosen->len; i++)
    {
      const BjtGeometry *shape = ((const BjtPlanElement *) g_ptr_array_index (chosen, i))->shape;

      for (guint p = 0; p < shape->n_points; p++)
        {
          double away = hypot (shape->points[p].x - at.x, shape->points[p].y - at.y);

          if (away >= nearest)
            continue;
          nearest = away;
          anchor = shape->points[p];
        }
    }
  return anchor;
}

/* Any corner that comes to lie on another wins over the one that is carried. */
static gboolean
meet_corner (BjtSelectTool          *self,
             const BjtPlanToolEvent *event,
             GPtrArray              *chosen)
{
  BjtDraftBoard *board = bjt_draft_tool_get_board (BJT_DRAFT_TOOL (self));
  double         nearest = BJT_DRAFT_REACH / event->frame->scale;
  BjtPoint       shift = { event->at.x - self->pressed.x, event->at.y - self->pressed.y };
  gboolean       found = FALSE;
  guint          n = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      const BjtGeometry *shape = ((const BjtPlanElement *) g_ptr_array_index (chosen, i))->shape;

      for (guint p = 0; p < shape->n_points && n < MOST_CORNERS; p++, n++)
        {
          BjtPoint        at = { shape->points[p].x + shift.x, shape->points[p].y + shift.y };
          BjtPlanSnapWish wish = { .reach = nearest };
          BjtPlanSnapHit  hit;

          if (!bjt_draft_board_find_snap (board, at, &wish, &hit) || hit.kind != BJT_PLAN_SNAP_VERTEX || hypot (hit.at.x - at.x, hit.at.y - at.y) >= nearest)
            continue;
          nearest = hypot (hit.at.x - at.x, hit.at.y - at.y);
          self->hit = hit;
          self->anchor = shape->points[p];
          found = TRUE;
        }
    }
  return found;
}

static void
drag_move (BjtSelectTool          *self,
           const BjtPlanToolEvent *event)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);
  BjtPlanToolEvent      carried = *event;

  if ((event->modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && meet_corner (self, event, chosen))
    return;
  self->anchor = find_anchor (chosen, self->pressed);
  carried.at.x += self->anchor.x - self->pressed.x;
  carried.at.y += self->anchor.y - self->pressed.y;
  bjt_draft_tool_catch (BJT_DRAFT_TOOL (self), &carried, &self->anchor, &self->hit);
}

static void
drag_vertex (BjtSelectTool          *self,
             const BjtPlanToolEvent *event)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);
  const BjtGeometry    *shape = get_only (chosen) != NULL ? get_only (chosen)->shape : NULL;
  const BjtPoint       *start = NULL;

  if (shape != NULL && shape->n_parts == 1 && self->vertex < shape->n_points && shape->n_points > 1)
    start = &shape->points[self->vertex > 0 ? self->vertex - 1 : shape->kind == BJT_GEOMETRY_POLYGON ? shape->n_points - 1 : 1];
  bjt_draft_tool_catch (BJT_DRAFT_TOOL (self), event, start, &self->hit);
}

static void
drag_turn (BjtSelectTool          *self,
           const BjtPlanToolEvent *event)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);
  BjtPoint              pivot = bjt_select_handles_get_pivot (chosen);

  self->angle = atan2 (event->at.y - pivot.y, event->at.x - pivot.x) - G_PI_2;
  if ((event->modifiers & GDK_SHIFT_MASK) != 0)
    self->angle = round (self->angle / STEP) * STEP;
}

static void
begin (BjtSelectTool          *self,
       Action                  action,
       const BjtPlanToolEvent *event)
{
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);

  self->action = action;
  self->is_moved = FALSE;
  self->angle = 0;
  self->pressed = event->at;
  self->pressed_px = (BjtPoint) { event->x, event->y };
  self->hit = (BjtPlanSnapHit) { BJT_PLAN_SNAP_NONE, event->at, event->at, event->at };
  if (action == MOVE || action == VERTEX)
    bjt_draft_board_leave_out (bjt_draft_tool_get_board (BJT_DRAFT_TOOL (self)), chosen);
}

static void
end (BjtSelectTool *self)
{
  self->action = IDLE;
  self->hit.kind = BJT_PLAN_SNAP_NONE;
  bjt_draft_board_leave_out (bjt_draft_tool_get_board (BJT_DRAFT_TOOL (self)), NULL);
  bjt_draft_tool_forget_pointer (BJT_DRAFT_TOOL (self));
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
}

/* Events */

static gboolean
bjt_select_tool_press (BjtPlanTool            *tool,
                       const BjtPlanToolEvent *event)
{
  BjtSelectTool        *self = BJT_SELECT_TOOL (tool);
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);
  BjtPlanElement       *element;
  BjtHandle             handle;

  if (event->button > GDK_BUTTON_PRIMARY)
    return FALSE;
  BJT_PLAN_TOOL_CLASS (bjt_select_tool_parent_class)->press (tool, event);
  self->is_toggled = (event->modifiers & GDK_SHIFT_MASK) != 0;
  handle = bjt_select_handles_find (chosen, event->frame, (BjtPoint) { event->x, event->y });
  self->vertex = handle.vertex;
  element = handle.kind == BJT_HANDLE_NONE ? bjt_element_picker_find (get_elements (self), event->at, BJT_DRAFT_REACH / event->frame->scale) : NULL;
  self->pressed_id = element != NULL ? element->id : BJT_UUID_NIL;
  if (handle.kind == BJT_HANDLE_TURN)
    begin (self, TURN, event);
  else if (handle.kind == BJT_HANDLE_VERTEX)
    begin (self, VERTEX, event);
  else if (element == NULL)
    begin (self, RUBBER, event);
  else
    {
      if (!self->is_toggled && !bjt_plan_selection_contains (self->selection, &element->id))
        bjt_plan_selection_choose (self->selection, &element->id, 1);
      begin (self, MOVE, event);
    }
  bjt_plan_tool_emit_changed (tool);
  return TRUE;
}

static void
bjt_select_tool_drag (BjtPlanTool            *tool,
                      const BjtPlanToolEvent *event)
{
  BjtSelectTool *self = BJT_SELECT_TOOL (tool);

  if (!self->is_moved && hypot (event->x - self->pressed_px.x, event->y - self->pressed_px.y) < STILL)
    return;
  self->is_moved = TRUE;
  switch (self->action)
    {
    case MOVE:
      drag_move (self, event);
      break;
    case VERTEX:
      drag_vertex (self, event);
      break;
    case TURN:
      drag_turn (self, event);
      break;
    case RUBBER:
      self->hit.at = event->at;
      break;
    case IDLE:
    default:
      return;
    }
  bjt_plan_tool_emit_changed (tool);
}

static void
choose_inside (BjtSelectTool *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  BjtBox                box = BJT_BOX_EMPTY;

  bjt_box_add_point (&box, self->pressed.x, self->pressed.y);
  bjt_box_add_point (&box, self->hit.at.x, self->hit.at.y);
  bjt_element_picker_list_inside (get_elements (self), &box, found);
  bjt_plan_selection_choose_elements (self->selection, found, self->is_toggled);
}

static void
drop_here (BjtSelectTool *self)
{
  switch (self->action)
    {
    case MOVE:
      bjt_plan_selection_move (self->selection, self->hit.at.x - self->anchor.x, self->hit.at.y - self->anchor.y);
      break;
    case VERTEX:
      bjt_plan_selection_move_vertex (self->selection, self->vertex, self->hit.at);
      break;
    case TURN:
      bjt_plan_selection_turn (self->selection, self->angle);
      break;
    case RUBBER:
      choose_inside (self);
      break;
    case IDLE:
    default:
      break;
    }
}

static void
click (BjtSelectTool          *self,
       const BjtPlanToolEvent *event)
{
  gboolean is_double = event->n_press > 1;

  if (self->action == TURN)
    self->is_turn_armed = TRUE;
  else if (self->action == VERTEX)
    return;
  else if (bjt_uuid_is_nil (&self->pressed_id))
    {
      if (!self->is_toggled)
        bjt_plan_selection_choose (self->selection, NULL, 0);
    }
  else if (is_double)
    {
      if (!bjt_plan_selection_insert_vertex (self->selection, event->at, BJT_DRAFT_REACH / event->frame->scale))
        g_signal_emit (self, signals[WANTS_PROPERTIES], 0);
    }
  else if (self->is_toggled)
    bjt_plan_selection_toggle (self->selection, &self->pressed_id);
  else
    bjt_plan_selection_choose (self->selection, &self->pressed_id, 1);
}

static void
bjt_select_tool_release (BjtPlanTool            *tool,
                         const BjtPlanToolEvent *event)
{
  BjtSelectTool *self = BJT_SELECT_TOOL (tool);

  if (self->action == IDLE || event->button > GDK_BUTTON_PRIMARY)
    return;
  if (self->is_moved)
    drop_here (self);
  else
    click (self, event);
  end (self);
}

static void
bjt_select_tool_motion (BjtPlanTool            *tool,
                        const BjtPlanToolEvent *event)
{
  BjtSelectTool        *self = BJT_SELECT_TOOL (tool);
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);
  BjtHandle             handle = bjt_select_handles_find (chosen, event->frame, (BjtPoint) { event->x, event->y });
  const char           *cursor = NULL;

  if (handle.kind == BJT_HANDLE_TURN)
    cursor = "grab";
  else if (handle.kind == BJT_HANDLE_VERTEX)
    cursor = "crosshair";
  else if (bjt_element_picker_find (get_elements (self), event->at, BJT_DRAFT_REACH / event->frame->scale) != NULL)
    cursor = "move";
  if (g_strcmp0 (cursor, self->cursor) == 0)
    return;
  self->cursor = cursor;
  bjt_plan_tool_emit_changed (tool);
}

/* Keys */

static gboolean
remove_vertex (BjtSelectTool *self)
{
  guint vertex = self->vertex;

  self->vertex = BJT_NO_VERTEX;
  bjt_plan_selection_remove_vertex (self->selection, vertex);
  return TRUE;
}

static gboolean
nudge (BjtSelectTool   *self,
       guint            keyval,
       GdkModifierType  modifiers)
{
  const BjtPlanElement *only = bjt_plan_selection_get_only (self->selection);
  double                step = (modifiers & GDK_SHIFT_MASK) != 0 ? 10 * NUDGE : NUDGE;
  double                dx = keyval == GDK_KEY_Right ? step : keyval == GDK_KEY_Left ? -step : 0;
  double                dy = keyval == GDK_KEY_Up ? step : keyval == GDK_KEY_Down ? -step : 0;
  guint                 vertex = self->vertex;

  if (bjt_plan_selection_get_n_chosen (self->selection) == 0)
    return FALSE;
  if (only != NULL && vertex < only->shape->n_points)
    bjt_plan_selection_move_vertex (self->selection, vertex, (BjtPoint) { only->shape->points[vertex].x + dx, only->shape->points[vertex].y + dy });
  else
    bjt_plan_selection_move (self->selection, dx, dy);
  return TRUE;
}

static gboolean
enter (BjtSelectTool *self)
{
  double degrees;

  if (self->is_turn_armed && bjt_draft_tool_get_typed (BJT_DRAFT_TOOL (self), &degrees, 1) == 1)
    {
      self->is_turn_armed = FALSE;
      bjt_draft_tool_forget_typed (BJT_DRAFT_TOOL (self));
      bjt_plan_selection_turn (self->selection, degrees / DEGREES);
      return TRUE;
    }
  if (bjt_plan_selection_get_n_chosen (self->selection) > 0)
    g_signal_emit (self, signals[WANTS_PROPERTIES], 0);
  return bjt_plan_selection_get_n_chosen (self->selection) > 0;
}

static gboolean
step_back (BjtSelectTool *self)
{
  if (self->action != IDLE)
    end (self);
  else if (self->is_turn_armed)
    {
      self->is_turn_armed = FALSE;
      bjt_draft_tool_forget_typed (BJT_DRAFT_TOOL (self));
    }
  else if (self->vertex != BJT_NO_VERTEX)
    self->vertex = BJT_NO_VERTEX;
  else if (bjt_plan_selection_get_n_chosen (self->selection) > 0)
    bjt_plan_selection_choose (self->selection, NULL, 0);
  else
    return FALSE;
  bjt_plan_tool_emit_changed (BJT_PLAN_TOOL (self));
  return TRUE;
}

static gboolean
press_letter (BjtSelectTool   *self,
              guint            keyval,
              GdkModifierType  modifiers)
{
  if (bjt_plan_selection_get_n_chosen (self->selection) == 0)
    return FALSE;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_m:
      bjt_plan_selection_merge (self->selection);
      return TRUE;
    case GDK_KEY_h:
      bjt_plan_selection_mirror (self->selection, (modifiers & GDK_SHIFT_MASK) != 0);
      return TRUE;
    case GDK_KEY_a:
      g_signal_emit (self, signals[WANTS_ARRAY], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_plain (BjtSelectTool   *self,
             guint            keyval,
             GdkModifierType  modifiers)
{
  switch (keyval)
    {
    case GDK_KEY_Escape:
      return step_back (self);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return enter (self);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return self->vertex != BJT_NO_VERTEX ? remove_vertex (self) : bjt_plan_selection_remove (self->selection);
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      return nudge (self, keyval, modifiers);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return bjt_plan_selection_choose_next (self->selection, (modifiers & GDK_SHIFT_MASK) != 0);
    default:
      return press_letter (self, keyval, modifiers);
    }
}

static gboolean
bjt_select_tool_key (BjtPlanTool     *tool,
                     guint            keyval,
                     GdkModifierType  modifiers)
{
  BjtSelectTool *self = BJT_SELECT_TOOL (tool);

  if ((modifiers & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((modifiers & GDK_CONTROL_MASK) != 0)
    {
      if (keyval == GDK_KEY_d)
        return bjt_plan_selection_duplicate (self->selection);
      if (keyval == GDK_KEY_a)
        bjt_plan_selection_choose_all (self->selection);
      return keyval == GDK_KEY_a;
    }
  if (self->is_turn_armed && bjt_draft_tool_type (BJT_DRAFT_TOOL (tool), keyval))
    return TRUE;
  return press_plain (self, keyval, modifiers);
}

/* Another tool begins with nothing chosen. */
static void
bjt_select_tool_attach (BjtPlanTool   *tool,
                        BjtPlanCanvas *canvas)
{
  BJT_PLAN_TOOL_CLASS (bjt_select_tool_parent_class)->attach (tool, canvas);
  if (canvas == NULL)
    bjt_plan_selection_choose (BJT_SELECT_TOOL (tool)->selection, NULL, 0);
}

/* What is chosen stays. */
static void
bjt_select_tool_cancel (BjtPlanTool *tool)
{
  BjtSelectTool *self = BJT_SELECT_TOOL (tool);

  end (self);
  BJT_PLAN_TOOL_CLASS (bjt_select_tool_parent_class)->cancel (tool);
}

/* Drawing */

static BjtGeometry *
dup_preview (BjtSelectTool        *self,
             const BjtPlanElement *element,
             BjtPoint              pivot)
{
  switch (self->action)
    {
    case MOVE:
      return bjt_plan_shape_dup_moved (element->shape, self->hit.at.x - self->anchor.x, self->hit.at.y - self->anchor.y);
    case TURN:
      return bjt_plan_shape_dup_turned (element->shape, pivot, self->angle);
    case VERTEX:
      return bjt_plan_shape_dup_with_vertex (element->shape, self->vertex, self->hit.at, NULL, NULL);
    case IDLE:
    case RUBBER:
    default:
      return NULL;
    }
}

static void
draw_preview (BjtSelectTool      *self,
              GPtrArray          *chosen,
              cairo_t            *cr,
              const BjtPlanFrame *frame)
{
  BjtPoint pivot = bjt_select_handles_get_pivot (chosen);

  for (guint i = 0; i < chosen->len; i++)
    {
      const BjtPlanElement   *element = g_ptr_array_index (chosen, i);
      g_autoptr (BjtGeometry) shape = dup_preview (self, element, pivot);

      bjt_draft_pen_add_shape (cr, frame, shape != NULL ? shape : element->shape);
      if (shape == NULL)
        bjt_draft_pen_draw_trouble (cr);
      else
        {
          if (shape->kind == BJT_GEOMETRY_POLYGON)
            bjt_tool_pen_fill (cr);
          bjt_tool_pen_stroke (cr, TRUE);
        }
    }
}

static void
draw_drag (BjtSelectTool      *self,
           cairo_t            *cr,
           const BjtPlanFrame *frame)
{
  BjtPoint         from = self->action == MOVE ? self->anchor : self->pressed, px;
  g_autofree char *text = NULL;

  if (self->action == TURN)
    {
      double degrees = remainder (self->angle * DEGREES, 360);

      /* Translators: an angle in degrees */
      text = g_strdup_printf (_("%.0f°"), degrees);
      px = (BjtPoint) { self->pressed_px.x, self->pressed_px.y - 18 };
    }
  else
    {
      const BjtPoint ends[] = { from, self->hit.at };

      bjt_draft_pen_add_path (cr, frame, ends, G_N_ELEMENTS (ends));
      bjt_tool_pen_stroke (cr, TRUE);
      bjt_snap_cue_draw (&self->hit, cr, frame);
      text = bjt_draft_words_dup_length (hypot (self->hit.at.x - from.x, self->hit.at.y - from.y));
      px = bjt_plan_frame_to_view (frame, self->hit.at);
      px.y -= 20;
    }
  bjt_tool_pen_draw_label (cr, px, text);
}

static void
draw_rubber (BjtSelectTool      *self,
             cairo_t            *cr,
             const BjtPlanFrame *frame)
{
  BjtPoint a = bjt_plan_frame_to_view (frame, self->pressed), b = bjt_plan_frame_to_view (frame, self->hit.at);

  cairo_new_path (cr);
  cairo_rectangle (cr, a.x, a.y, b.x - a.x, b.y - a.y);
  bjt_tool_pen_fill (cr);
  bjt_tool_pen_stroke (cr, TRUE);
}

static void
draw_typed (BjtSelectTool      *self,
            GPtrArray          *chosen,
            cairo_t            *cr,
            const BjtPlanFrame *frame)
{
  const char      *typed = bjt_draft_tool_get_typed_text (BJT_DRAFT_TOOL (self));
  g_autofree char *text = g_strdup_printf ("%s°", *typed != '\0' ? typed : "…");

  bjt_tool_pen_draw_label (cr, bjt_plan_frame_to_view (frame, bjt_select_handles_get_pivot (chosen)), text);
}

static void
bjt_select_tool_draw (BjtPlanTool        *tool,
                      cairo_t            *cr,
                      const BjtPlanFrame *frame)
{
  BjtSelectTool        *self = BJT_SELECT_TOOL (tool);
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (self->selection);

  if (self->action == RUBBER && self->is_moved)
    draw_rubber (self, cr, frame);
  if (chosen->len == 0)
    return;
  bjt_select_handles_draw (chosen, cr, frame, self->vertex, self->is_turn_armed || self->action == TURN);
  if (self->is_moved && (self->action == MOVE || self->action == VERTEX || self->action == TURN))
    {
      draw_preview (self, chosen, cr, frame);
      draw_drag (self, cr, frame);
    }
  if (self->is_turn_armed)
    draw_typed (self, chosen, cr, frame);
}

static const char *
bjt_select_tool_get_cursor (BjtPlanTool *tool)
{
  BjtSelectTool *self = BJT_SELECT_TOOL (tool);

  return self->action == MOVE && self->is_moved ? "grabbing" : self->cursor;
}

/* Words */

static const char *
bjt_select_tool_get_step (BjtDraftTool *tool,
                          guint         n_points)
{
  BjtSelectTool *self = BJT_SELECT_TOOL (tool);

  if (self->is_turn_armed)
    return _("Type the degrees to turn by, and Enter");
  if (self->vertex != BJT_NO_VERTEX)
    return _("Del removes this corner, arrows move it");
  if (bjt_plan_selection_get_n_chosen (self->selection) == 0)
    return _("Click what is to be changed, or drag a frame around it; Shift adds");
  if (bjt_plan_selection_get_n_chosen (self->selection) > 1)
    return _("Drag moves; M merges, H mirrors, A repeats, Del removes");
  return _("Drag moves, corners reshape; a double click opens it, on a side it adds a corner");
}

static char *
bjt_select_tool_dup_finding (BjtDraftTool *tool)
{
  BjtDraftBoard        *board = bjt_draft_tool_get_board (tool);
  g_autoptr (GPtrArray) chosen = bjt_plan_selection_list_elements (BJT_SELECT_TOOL (tool)->selection);
  const BjtPlanElement *only = get_only (chosen);
  g_autofree char      *name = NULL, *size = NULL;
  guint32               door;

  if (chosen->len == 0)
    return NULL;
  if (only == NULL)
    /* Translators: elements of a floor plan */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u chosen", "%u chosen", chosen->len), chosen->len);
  door = bjt_draft_board_find_door (board, only);
  name = door != BJT_NO_INDEX ? bjt_draft_words_dup_door (bjt_draft_board_get_picture (board), door) : g_strdup (only->label);
  if (only->shape->kind == BJT_GEOMETRY_POLYGON)
    size = bjt_draft_words_dup_area (bjt_plan_shape_get_area (only->shape));
  else if (only->shape->kind == BJT_GEOMETRY_LINE)
    size = bjt_draft_words_dup_length (bjt_plan_shape_get_length (only->shape));
  return g_strjoin (" ", bjt_draft_words_get_kind ((BjtElementKind) only->kind), name != NULL ? name : size, name != NULL ? size : NULL, NULL);
}

/* The object */

static void
bjt_select_tool_finalize (GObject *object)
{
  g_clear_object (&BJT_SELECT_TOOL (object)->selection);
  G_OBJECT_CLASS (bjt_select_tool_parent_class)->finalize (object);
}

static void
bjt_select_tool_class_init (BjtSelectToolClass *klass)
{
  BjtPlanToolClass  *tool_class = BJT_PLAN_TOOL_CLASS (klass);
  BjtDraftToolClass *draft_class = BJT_DRAFT_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_select_tool_finalize;
  tool_class->attach = bjt_select_tool_attach;
  tool_class->press = bjt_select_tool_press;
  tool_class->drag = bjt_select_tool_drag;
  tool_class->release = bjt_select_tool_release;
  tool_class->motion = bjt_select_tool_motion;
  tool_class->key = bjt_select_tool_key;
  tool_class->cancel = bjt_select_tool_cancel;
  tool_class->draw = bjt_select_tool_draw;
  tool_class->get_cursor = bjt_select_tool_get_cursor;
  draft_class->get_step = bjt_select_tool_get_step;
  draft_class->dup_finding = bjt_select_tool_dup_finding;
  signals[WANTS_PROPERTIES] = g_signal_new ("wants-properties", BJT_TYPE_SELECT_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WANTS_ARRAY] = g_signal_new ("wants-array", BJT_TYPE_SELECT_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_select_tool_init (BjtSelectTool *self)
{
  self->vertex = BJT_NO_VERTEX;
  self->selection = bjt_plan_selection_new (BJT_DRAFT_TOOL (self));
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

BjtPlanSelection *
bjt_select_tool_get_selection (BjtSelectTool *self)
{
  return self->selection;
}

BjtPlanTool *
bjt_select_tool_new (BjtDraftBoard *board)
{
  return g_object_new (BJT_TYPE_SELECT_TOOL, "board", board, NULL);
}
