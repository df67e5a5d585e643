/* bjt-plan-hand.c: a press goes to the tool; what the tool does not take pans
 * the plan. The middle button, and any with the space bar held, always pan. A
 * finger is told to the tool when it moves or is lifted, so that two fingers
 * zoom without a stroke. Main thread only. */
#include "bjt-plan-hand.h"

#include <math.h>

#define CLICK_SLACK 6.0    /* px a click may move */
#define TOUCH_SLACK 10.0   /* px after which a touch is a drag */
#define WHEEL_STEP 0.25    /* doublings a notch of the wheel */
#define SWIPE_STEP 0.01    /* doublings a px of a touchpad, with Ctrl */

#define BUTTON_MASKS (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)

struct _BjtPlanHand
{
  GObject parent_instance;

  /* Owned */
  BjtPlanTool *ordinary;
  BjtPlanTool *tool; /* NULL: the ordinary one */
  char        *hint;

  /* Borrowed */
  GtkWidget     *widget;
  BjtPlanCanvas *canvas;
  BjtPlanFrame  *frame;
  GtkGesture    *click;

  /* State */
  BjtPlanToolEvent pressed; /* where the button went down */
  BjtPoint         pointer; /* px; NAN: elsewhere */
  BjtPoint         panned;  /* px: how far this drag has panned */
  double           pinch;   /* scale when two fingers came down */
  gboolean         is_down;
  gboolean         is_held;    /* a touch that the tool has not been told of */
  gboolean         is_taken;   /* the tool has the drag */
  gboolean         is_panning;
  gboolean         has_space;  /* the bar is held */
};

G_DEFINE_FINAL_TYPE (BjtPlanHand, bjt_plan_hand, G_TYPE_OBJECT)

enum
{
  PROP_HINT = 1,
  N_PROPERTIES,
};

enum
{
  MOVED,
  POINTED,
  REDRAW,
  TOOL_CHANGED,
  MENU,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

BjtPlanTool *
bjt_plan_hand_get_working (BjtPlanHand *self)
{
  return self->tool != NULL ? self->tool : self->ordinary;
}

static void
update_cursor (BjtPlanHand *self)
{
  const char *cursor = self->is_panning ? "grabbing" : self->has_space ? "grab" : bjt_plan_tool_get_cursor (bjt_plan_hand_get_working (self));

  gtk_widget_set_cursor_from_name (self->widget, cursor);
}

static void
tool_changed_cb (BjtPlanHand *self)
{
  g_autofree char *hint = bjt_plan_tool_dup_hint (bjt_plan_hand_get_working (self));

  update_cursor (self);
  g_signal_emit (self, signals[REDRAW], 0);
  if (g_strcmp0 (hint, self->hint) == 0)
    return;
  g_free (self->hint);
  self->hint = g_steal_pointer (&hint);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

static BjtPlanToolEvent
make_event (BjtPlanHand        *self,
            GtkEventController *controller,
            double              x,
            double              y)
{
  BjtPlanToolEvent event = { .frame = self->frame, .x = x, .y = y };

  event.at = bjt_plan_frame_to_plan (self->frame, (BjtPoint) { x, y });
  event.modifiers = gtk_event_controller_get_current_event_state (controller);
  if (self->is_down)
    {
      event.button = self->pressed.button;
      event.n_press = self->pressed.n_press;
    }
  return event;
}

static void
move (BjtPlanHand *self,
      double       dx,
      double       dy)
{
  self->frame->centre.x -= dx / self->frame->scale;
  self->frame->centre.y += dy / self->frame->scale;
  g_signal_emit (self, signals[MOVED], 0);
}

static void
zoom (BjtPlanHand *self,
      double       factor)
{
  BjtPoint at = self->pointer;

  if (isnan (at.x))
    at = (BjtPoint) { self->frame->width / 2, self->frame->height / 2 };
  bjt_plan_frame_zoom_at (self->frame, at.x, at.y, factor);
  g_signal_emit (self, signals[MOVED], 0);
}

/* Buttons */

static void
press (BjtPlanHand *self)
{
  self->is_held = FALSE;
  if (self->pressed.button == GDK_BUTTON_MIDDLE || self->has_space)
    {
      self->is_panning = TRUE;
      update_cursor (self);
      gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  self->is_taken = bjt_plan_tool_press (bjt_plan_hand_get_working (self), &self->pressed);
  if (self->is_taken)
    gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
  else if (self->pressed.button == GDK_BUTTON_SECONDARY)
    g_signal_emit (self, signals[MENU], 0, self->pressed.x, self->pressed.y);
}

static void
pressed_cb (BjtPlanHand *self,
            int          n_press,
            double       x,
            double       y)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->click));

  gtk_widget_grab_focus (self->widget);
  self->is_down = FALSE;
  self->pressed = make_event (self, GTK_EVENT_CONTROLLER (self->click), x, y);
  self->pressed.n_press = n_press;
  self->pressed.button = button != 0 ? button : GDK_BUTTON_PRIMARY;
  self->is_down = TRUE;
  self->is_taken = self->is_panning = FALSE;
  self->panned = (BjtPoint) { 0, 0 };
  self->is_held = gtk_gesture_get_last_updated_sequence (self->click) != NULL;
  if (!self->is_held)
    press (self);
}

static void
pan_to (BjtPlanHand *self,
        double       dx,
        double       dy)
{
  if (!self->is_panning)
    {
      self->is_panning = TRUE;
      gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
      update_cursor (self);
    }
  dx = round (dx);
  dy = round (dy);
  move (self, dx - self->panned.x, dy - self->panned.y);
  self->panned = (BjtPoint) { dx, dy };
}

static void
drag_update_cb (BjtPlanHand    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  BjtPlanToolEvent event;

  if (!self->is_down)
    return;
  if (self->is_held && hypot (dx, dy) > TOUCH_SLACK)
    press (self);
  if (self->is_taken)
    {
      event = make_event (self, GTK_EVENT_CONTROLLER (gesture), self->pressed.x + dx, self->pressed.y + dy);
      g_signal_emit (self, signals[POINTED], 0, event.x, event.y);
      bjt_plan_tool_drag (bjt_plan_hand_get_working (self), &event);
    }
  else if (!self->is_held && self->pressed.button != GDK_BUTTON_SECONDARY && (self->is_panning || hypot (dx, dy) > CLICK_SLACK))
    pan_to (self, dx, dy);
}

static void
released_cb (BjtPlanHand *self,
             int          n_press,
             double       x,
             double       y)
{
  gboolean         was_panning;
  BjtPlanToolEvent event;

  if (!self->is_down)
    return;
  if (self->is_held)
    press (self);
  event = make_event (self, GTK_EVENT_CONTROLLER (self->click), x, y);
  was_panning = self->is_panning;
  self->is_down = self->is_panning = FALSE;
  if (!was_panning)
    bjt_plan_tool_release (bjt_plan_hand_get_working (self), &event);
  self->is_taken = FALSE;
  update_cursor (self);
}

/* A second finger, or the window lost the pointer. */
static void
cancel_cb (BjtPlanHand *self)
{
  gboolean was_taken = self->is_taken;

  self->is_down = self->is_held = self->is_taken = self->is_panning = FALSE;
  if (was_taken)
    bjt_plan_tool_cancel (bjt_plan_hand_get_working (self));
  update_cursor (self);
}

/* The pointer */

static void
motion_cb (BjtPlanHand              *self,
           double                    x,
           double                    y,
           GtkEventControllerMotion *controller)
{
  BjtPlanToolEvent event;

  self->pointer = (BjtPoint) { x, y };
  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & BUTTON_MASKS) != 0)
    return;
  self->is_down = FALSE;
  event = make_event (self, GTK_EVENT_CONTROLLER (controller), x, y);
  g_signal_emit (self, signals[POINTED], 0, x, y);
  bjt_plan_tool_motion (bjt_plan_hand_get_working (self), &event);
}

static void
leave_cb (BjtPlanHand *self)
{
  self->pointer.x = (double) NAN;
  g_signal_emit (self, signals[POINTED], 0, (double) NAN, (double) NAN);
  bjt_plan_tool_leave (bjt_plan_hand_get_working (self));
}

/* A wheel zooms; two fingers on a touchpad move, with Ctrl they zoom. */
static gboolean
scroll_cb (BjtPlanHand              *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean        is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (is_wheel)
    zoom (self, exp2 (-dy * WHEEL_STEP));
  else if ((state & GDK_CONTROL_MASK) != 0)
    zoom (self, exp2 (-dy * SWIPE_STEP));
  else
    move (self, -round (dx), -round (dy));
  return TRUE;
}

static void
pinch_begin_cb (BjtPlanHand *self)
{
  self->pinch = self->frame->scale;
}

static void
pinch_cb (BjtPlanHand    *self,
          double          factor,
          GtkGestureZoom *gesture)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  bjt_plan_frame_zoom_at (self->frame, x, y, self->pinch * factor / self->frame->scale);
  g_signal_emit (self, signals[MOVED], 0);
}

/* Keys */

static gboolean
key_pressed_cb (BjtPlanHand           *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                GtkEventControllerKey *controller)
{
  if (!gtk_widget_has_focus (self->widget))
    return FALSE;
  if (bjt_plan_tool_key (bjt_plan_hand_get_working (self), keyval, modifiers & gtk_accelerator_get_default_mod_mask ()))
    return TRUE;
  if (keyval == GDK_KEY_space)
    {
      self->has_space = TRUE;
      update_cursor (self);
      return TRUE;
    }
  if (keyval != GDK_KEY_Escape || self->tool == NULL)
    return FALSE;
  bjt_plan_hand_set_tool (self, NULL);
  return TRUE;
}

static void
key_released_cb (BjtPlanHand           *self,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        modifiers,
                 GtkEventControllerKey *controller)
{
  if (keyval != GDK_KEY_space)
    return;
  self->has_space = FALSE;
  update_cursor (self);
}

static void
focus_left_cb (BjtPlanHand *self)
{
  self->has_space = FALSE;
  update_cursor (self);
}

/* The object */

static void
done_cb (BjtPlanHand *self)
{
  bjt_plan_hand_set_tool (self, NULL);
}

static void
connect_tool (BjtPlanHand *self,
              BjtPlanTool *tool)
{
  bjt_plan_tool_attach (tool, self->canvas);
  g_signal_connect_object (tool, "changed", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tool, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bjt_plan_hand_set_tool:
 * @tool: (nullable): from now on; what the last one had half done is dropped
 */
void
bjt_plan_hand_set_tool (BjtPlanHand *self,
                        BjtPlanTool *tool)
{
  g_autoptr (BjtPlanTool) old = NULL;

  if (self->tool == tool)
    return;
  self->is_down = self->is_held = self->is_taken = self->is_panning = FALSE;
  old = g_steal_pointer (&self->tool);
  if (old != NULL)
    g_signal_handlers_disconnect_by_data (old, self);
  bjt_plan_tool_cancel (old != NULL ? old : self->ordinary);
  if (old != NULL)
    bjt_plan_tool_attach (old, NULL);
  self->tool = tool != NULL ? g_object_ref (tool) : NULL;
  if (tool != NULL)
    connect_tool (self, tool);
  tool_changed_cb (self);
  g_signal_emit (self, signals[TOOL_CHANGED], 0);
}

BjtPlanTool *
bjt_plan_hand_get_tool (BjtPlanHand *self)
{
  return self->tool;
}

const char *
bjt_plan_hand_get_hint (BjtPlanHand *self)
{
  return self->hint;
}

static void
add_pointer (BjtPlanHand *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_object (self->click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->click, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (self->click));
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (self->widget, motion);
  gtk_widget_add_controller (self->widget, scroll);
  gtk_gesture_group (drag, self->click);
}

static void
add_keys (BjtPlanHand *self)
{
  GtkEventController *key = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-released", G_CALLBACK (key_released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, key);
  gtk_widget_add_controller (self->widget, focus);
}

static void
bjt_plan_hand_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (id == PROP_HINT)
    g_value_set_string (value, BJT_PLAN_HAND (object)->hint);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bjt_plan_hand_dispose (GObject *object)
{
  BjtPlanHand *self = BJT_PLAN_HAND (object);

  if (self->tool != NULL)
    bjt_plan_tool_attach (self->tool, NULL);
  if (self->ordinary != NULL)
    bjt_plan_tool_attach (self->ordinary, NULL);
  g_clear_object (&self->tool);
  g_clear_object (&self->ordinary);
  g_clear_pointer (&self->hint, g_free);
  G_OBJECT_CLASS (bjt_plan_hand_parent_class)->dispose (object);
}

static void
bjt_plan_hand_class_init (BjtPlanHandClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bjt_plan_hand_dispose;
  object_class->get_property = bjt_plan_hand_get_property;
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MOVED] = g_signal_new ("moved", BJT_TYPE_PLAN_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[POINTED] = g_signal_new ("pointed", BJT_TYPE_PLAN_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[REDRAW] = g_signal_new ("redraw", BJT_TYPE_PLAN_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOOL_CHANGED] = g_signal_new ("tool-changed", BJT_TYPE_PLAN_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", BJT_TYPE_PLAN_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
bjt_plan_hand_init (BjtPlanHand *self)
{
  self->pointer.x = (double) NAN;
}

/**
 * bjt_plan_hand_new:
 * @widget: (transfer none): lives longer; as the canvas that tools are told of,
 *   and the frame, which is moved in place
 * @ordinary: (transfer none): at work where no other tool is
 */
BjtPlanHand *
bjt_plan_hand_new (GtkWidget     *widget,
                   BjtPlanCanvas *canvas,
                   BjtPlanFrame  *frame,
                   BjtPlanTool   *ordinary)
{
  BjtPlanHand *self = g_object_new (BJT_TYPE_PLAN_HAND, NULL);

  self->widget = widget;
  self->canvas = canvas;
  self->frame = frame;
  self->ordinary = g_object_ref (ordinary);
  connect_tool (self, ordinary);
  add_pointer (self);
  add_keys (self);
  return self;
}
