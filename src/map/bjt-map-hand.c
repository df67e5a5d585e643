/* bjt-map-hand.c: the gestures run before those of the map.
 *
 * A press is claimed in the capture phase when the tool takes it; then the
 * map's own gestures never see it. Main thread only. */
#include "bjt-map-hand.h"

#include "bjt-map-camera.h"
#include "bjt-tool-layer.h"

#include <math.h>

#define CLICK_SLACK 6.0  /* px a click may move */
#define TOUCH_SLACK 10.0 /* px after which a touch is a drag */

#define BUTTON_MASKS (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK)

struct _BjtMapHand
{
  GObject parent_instance;

  /* Owned */
  BjtMapTool *ordinary;
  BjtMapTool *tool; /* NULL: the ordinary one */
  char       *hint;

  /* Borrowed */
  ShumateMap   *map;
  BjtToolLayer *layer;
  GtkGesture   *click;

  /* State */
  BjtMapFrame     view;    /* of the last event */
  BjtToolEvent    pressed; /* where the button went down */
  gboolean        is_down;
  gboolean        is_held;  /* a touch that the tool has not been told of */
  gboolean        is_taken; /* the tool has the drag */
};

G_DEFINE_FINAL_TYPE (BjtMapHand, bjt_map_hand, G_TYPE_OBJECT)

enum
{
  PROP_HINT = 1,
  N_PROPERTIES,
};

enum
{
  TOOL_CHANGED,
  MENU,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

static BjtMapTool *
get_working (BjtMapHand *self)
{
  return self->tool != NULL ? self->tool : self->ordinary;
}

static void
update (BjtMapHand *self)
{
  g_autofree char *hint = bjt_map_tool_dup_hint (get_working (self));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->layer), bjt_map_tool_get_cursor (get_working (self)));
  if (g_strcmp0 (hint, self->hint) == 0)
    return;
  g_free (self->hint);
  self->hint = g_steal_pointer (&hint);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINT]);
}

static BjtToolEvent
make_event (BjtMapHand         *self,
            GtkEventController *controller,
            double              x,
            double              y)
{
  BjtToolEvent event = { .frame = &self->view, .x = x, .y = y };

  bjt_map_camera_get_frame (shumate_map_get_viewport (self->map), GTK_WIDGET (self->map), &self->view);
  event.place = bjt_map_frame_unproject (&self->view, x, y);
  event.modifiers = gtk_event_controller_get_current_event_state (controller);
  if (self->is_down)
    {
      event.button = self->pressed.button;
      event.n_press = self->pressed.n_press;
    }
  return event;
}

/* Buttons */

static gboolean
is_touch (GtkGesture *gesture)
{
  return gtk_gesture_get_last_updated_sequence (gesture) != NULL;
}

static void
press (BjtMapHand *self)
{
  self->is_held = FALSE;
  self->is_taken = bjt_map_tool_press (get_working (self), &self->pressed);
  if (self->is_taken)
    gtk_gesture_set_state (self->click, GTK_EVENT_SEQUENCE_CLAIMED);
  else if (self->pressed.button == GDK_BUTTON_SECONDARY)
    g_signal_emit (self, signals[MENU], 0, self->pressed.x, self->pressed.y);
}

static void
pressed_cb (BjtMapHand *self,
            int         n_press,
            double      x,
            double      y)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->click));

  self->pressed = make_event (self, GTK_EVENT_CONTROLLER (self->click), x, y);
  self->pressed.n_press = n_press;
  self->pressed.button = button != 0 ? button : GDK_BUTTON_PRIMARY;
  self->is_down = TRUE;
  self->is_held = is_touch (self->click);
  self->is_taken = FALSE;
  if (!self->is_held)
    press (self);
}

static void
drag_update_cb (BjtMapHand     *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  BjtToolEvent event;

  if (!self->is_down)
    return;
  if (self->is_held && hypot (dx, dy) > TOUCH_SLACK)
    press (self);
  if (!self->is_taken)
    return;
  event = make_event (self, GTK_EVENT_CONTROLLER (gesture), self->pressed.x + dx, self->pressed.y + dy);
  bjt_map_tool_drag (get_working (self), &event);
}

static void
released_cb (BjtMapHand *self,
             int         n_press,
             double      x,
             double      y)
{
  BjtToolEvent event;

  if (!self->is_down)
    return;
  if (self->is_held)
    press (self);
  event = make_event (self, GTK_EVENT_CONTROLLER (self->click), x, y);
  self->is_down = FALSE;
  if (self->is_taken || hypot (x - self->pressed.x, y - self->pressed.y) <= CLICK_SLACK)
    bjt_map_tool_release (get_working (self), &event);
  self->is_taken = FALSE;
}

/* A second finger, or the window lost the pointer. */
static void
cancel_cb (BjtMapHand *self)
{
  gboolean was_taken = self->is_taken;

  self->is_down = self->is_held = self->is_taken = FALSE;
  if (was_taken)
    bjt_map_tool_cancel (get_working (self));
}

/* The pointer */

static void
motion_cb (BjtMapHand               *self,
           double                    x,
           double                    y,
           GtkEventControllerMotion *controller)
{
  BjtToolEvent event;

  if ((gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & BUTTON_MASKS) != 0)
    return;
  self->is_down = FALSE;
  event = make_event (self, GTK_EVENT_CONTROLLER (controller), x, y);
  bjt_map_tool_motion (get_working (self), &event);
}

static void
leave_cb (BjtMapHand *self)
{
  bjt_map_tool_leave (get_working (self));
}

static gboolean
key_pressed_cb (BjtMapHand            *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                GtkEventControllerKey *controller)
{
  if (!gtk_widget_has_focus (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))))
    return FALSE;
  if (bjt_map_tool_key (get_working (self), keyval, modifiers & gtk_accelerator_get_default_mod_mask ()))
    return TRUE;
  if (keyval != GDK_KEY_Escape || self->tool == NULL)
    return FALSE;
  bjt_map_hand_set_tool (self, NULL);
  return TRUE;
}

/* The object */

static void
done_cb (BjtMapHand *self)
{
  bjt_map_hand_set_tool (self, NULL);
}

static void
connect_tool (BjtMapHand *self,
              BjtMapTool *tool)
{
  g_signal_connect_object (tool, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tool, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
}

/**
 * bjt_map_hand_set_tool:
 * @tool: (nullable): from now on; what the last one had half done is dropped
 */
void
bjt_map_hand_set_tool (BjtMapHand *self,
                       BjtMapTool *tool)
{
  g_autoptr (BjtMapTool) old = NULL;

  if (self->tool == tool)
    return;
  self->is_down = self->is_held = self->is_taken = FALSE;
  old = g_steal_pointer (&self->tool);
  if (old != NULL)
    g_signal_handlers_disconnect_by_data (old, self);
  bjt_map_tool_cancel (old != NULL ? old : self->ordinary);
  self->tool = tool != NULL ? g_object_ref (tool) : NULL;
  if (tool != NULL)
    connect_tool (self, tool);
  bjt_tool_layer_set_tool (self->layer, get_working (self));
  update (self);
  g_signal_emit (self, signals[TOOL_CHANGED], 0);
}

BjtMapTool *
bjt_map_hand_get_tool (BjtMapHand *self)
{
  return self->tool;
}

void
bjt_map_hand_add_keys (BjtMapHand *self,
                       GtkWidget  *widget)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, key);
}

static void
add_gestures (BjtMapHand *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->click, "cancel", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (self->click));
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, self->click);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);
}

static void
bjt_map_hand_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (id == PROP_HINT)
    g_value_set_string (value, BJT_MAP_HAND (object)->hint);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bjt_map_hand_dispose (GObject *object)
{
  BjtMapHand *self = BJT_MAP_HAND (object);

  g_clear_object (&self->tool);
  g_clear_object (&self->ordinary);
  g_clear_pointer (&self->hint, g_free);
  G_OBJECT_CLASS (bjt_map_hand_parent_class)->dispose (object);
}

static void
bjt_map_hand_class_init (BjtMapHandClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bjt_map_hand_dispose;
  object_class->get_property = bjt_map_hand_get_property;
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[TOOL_CHANGED] = g_signal_new ("tool-changed", BJT_TYPE_MAP_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", BJT_TYPE_MAP_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
bjt_map_hand_init (BjtMapHand *self)
{
}

/**
 * bjt_map_hand_new:
 * @map: (transfer none): lives longer
 * @ordinary: (transfer none): at work where no other tool is
 */
BjtMapHand *
bjt_map_hand_new (ShumateMap *map,
                  BjtMapTool *ordinary)
{
  BjtMapHand *self = g_object_new (BJT_TYPE_MAP_HAND, NULL);

  self->map = map;
  self->ordinary = g_object_ref (ordinary);
  self->layer = bjt_tool_layer_new (shumate_map_get_viewport (map));
  shumate_map_add_layer (map, SHUMATE_LAYER (self->layer));
  bjt_tool_layer_set_tool (self->layer, ordinary);
  connect_tool (self, ordinary);
  add_gestures (self);
  return self;
}
