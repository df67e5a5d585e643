/* The map under fingers, a double click and the keyboard, in a window: what is
 * for the tool, and what goes on to the gestures that move the map. */
#include "bjt-sample-picture.h"

#include "map/bjt-lasso-tool.h"
#include "map/bjt-map-camera.h"
#include "map/bjt-map-fold.h"
#include "map/bjt-map-view.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH 900
#define HEIGHT 600
#define LOW_HEIGHT 260 /* too low for the column of tools */

typedef struct
{
  BjtPicture *picture;
  BjtFocus   *focus;
  GtkWidget  *view;
  GtkWidget  *window;
  ShumateMap *map;
} Fixture;

/* Two fingers, as the toolkit tells of them: asked by the map's own gestures,
 * in place of the toolkit's functions. */
static struct
{
  double x, y, scale;
} fingers;

gboolean
gtk_gesture_get_bounding_box_center (GtkGesture *gesture,
                                     double     *x,
                                     double     *y)
{
  *x = fingers.x;
  *y = fingers.y;
  return TRUE;
}

double
gtk_gesture_zoom_get_scale_delta (GtkGestureZoom *gesture)
{
  return fingers.scale;
}

/* The window */

static gboolean
stop_waiting_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_ready (Fixture *self)
{
  return gtk_widget_get_width (self->view) > 0 && bjt_map_view_is_painted (BJT_MAP_VIEW (self->view))
         && gtk_widget_has_focus (self->view);
}

static void
wait_until_ready (Fixture *self)
{
  gboolean late = FALSE;
  guint    timer = g_timeout_add_seconds (20, stop_waiting_cb, &late);

  while (!late && !is_ready (self))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timer);
}

static void
set_up (Fixture      *self,
        gconstpointer height)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  self->picture = bjt_sample_picture_new (&options);
  self->focus = bjt_focus_new ();
  bjt_focus_set_picture (self->focus, self->picture);
  self->view = bjt_map_view_new (self->focus);
  g_object_ref_sink (self->view);
  self->map = bjt_map_view_get_map (BJT_MAP_VIEW (self->view));
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, GPOINTER_TO_INT (height));
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  g_object_set (gtk_widget_get_settings (self->window), "gtk-enable-animations", FALSE, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (self->view);
  wait_until_ready (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->focus);
  bjt_picture_unref (self->picture);
}

/* Which of them answers to what. */
static GtkEventController *
find_controller (GtkWidget          *widget,
                 GType               type,
                 GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type) && gtk_event_controller_get_propagation_phase (controller) == phase)
        return controller; /* the widget holds it */
    }
  return NULL;
}

static GtkEventController *
find_own_drag (Fixture *self)
{
  return find_controller (GTK_WIDGET (self->map), GTK_TYPE_GESTURE_DRAG, GTK_PHASE_CAPTURE);
}

static GtkEventController *
find_own_click (Fixture *self)
{
  g_autoptr (GList) group = gtk_gesture_get_group (GTK_GESTURE (find_own_drag (self)));

  for (GList *i = group; i != NULL; i = i->next)
    if (GTK_IS_GESTURE_CLICK (i->data))
      return i->data;
  g_assert_not_reached ();
}

static GtkEventController *
find_of_map (Fixture *self,
             GType    type)
{
  return find_controller (GTK_WIDGET (self->map), type, GTK_PHASE_BUBBLE);
}

static BjtMapFrame
get_frame (Fixture *self)
{
  BjtMapFrame frame;

  bjt_map_camera_get_frame (shumate_map_get_viewport (self->map), GTK_WIDGET (self->map), &frame);
  return frame;
}

static double
get_zoom (Fixture *self)
{
  return bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view));
}

/* Fingers */

static void
use_lasso (Fixture *self)
{
  g_autoptr (BjtMapTool) lasso = bjt_lasso_tool_new (bjt_map_view_get_selector (BJT_MAP_VIEW (self->view)));

  bjt_map_view_set_tool (BJT_MAP_VIEW (self->view), lasso);
}

/* One zoom level in, and what lies between the fingers stays there. */
static void
pinch (Fixture *self,
       BjtPoint at)
{
  GtkEventController *zoom = find_of_map (self, GTK_TYPE_GESTURE_ZOOM);
  double              before = get_zoom (self);
  BjtMapFrame         frame = get_frame (self);
  BjtPoint            place = bjt_map_frame_unproject (&frame, at.x, at.y), after;

  g_assert_nonnull (zoom);
  fingers.x = at.x;
  fingers.y = at.y;
  fingers.scale = 1;
  g_signal_emit_by_name (zoom, "begin", NULL);
  fingers.scale = 2;
  g_signal_emit_by_name (zoom, "update", NULL);
  g_signal_emit_by_name (zoom, "end", NULL);
  g_assert_cmpfloat_with_epsilon (get_zoom (self), before + 1, 1e-6);
  frame = get_frame (self);
  after = bjt_map_frame_project (&frame, place);
  g_assert_cmpfloat_with_epsilon (after.x, at.x, 1);
  g_assert_cmpfloat_with_epsilon (after.y, at.y, 1);
}

static void
drag_map (Fixture *self)
{
  GtkEventController *drag = find_of_map (self, GTK_TYPE_GESTURE_DRAG);
  BjtMapFrame         frame = get_frame (self);
  BjtPoint            place = bjt_map_frame_unproject (&frame, 450, 300), after;

  g_assert_nonnull (drag);
  g_signal_emit_by_name (drag, "drag-begin", 450.0, 300.0);
  g_signal_emit_by_name (drag, "drag-update", 60.0, -40.0);
  g_signal_emit_by_name (drag, "drag-end", 60.0, -40.0);
  frame = get_frame (self);
  after = bjt_map_frame_project (&frame, place);
  g_assert_cmpfloat_with_epsilon (after.x, 510, 1);
  g_assert_cmpfloat_with_epsilon (after.y, 260, 1);
}

/* The tool's gestures stand beside those of the map: never one group, in
 * which a claim of one would be a claim of all. */
static void
assert_apart (Fixture *self)
{
  const GType others[] = { GTK_TYPE_GESTURE_ZOOM, GTK_TYPE_GESTURE_DRAG, GTK_TYPE_GESTURE_SWIPE };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (gtk_gesture_is_grouped_with (GTK_GESTURE (find_own_drag (self)), GTK_GESTURE (find_of_map (self, others[i]))));
}

static void
test_fingers_move_the_map (Fixture      *self,
                           gconstpointer data)
{
  assert_apart (self);
  pinch (self, (BjtPoint) { 300, 200 });
  drag_map (self);
  use_lasso (self);
  assert_apart (self);
  pinch (self, (BjtPoint) { 600, 350 });
  drag_map (self);
  g_assert_null (bjt_focus_get_selection (self->focus));
  g_assert_nonnull (bjt_map_view_get_tool (BJT_MAP_VIEW (self->view)));
}

static void
draw_around_all (Fixture *self)
{
  GtkEventController *drag = find_own_drag (self);

  g_signal_emit_by_name (find_own_click (self), "pressed", 1, 2.0, 2.0);
  g_signal_emit_by_name (drag, "drag-update", WIDTH - 4.0, 0.0);
  g_signal_emit_by_name (drag, "drag-update", WIDTH - 4.0, HEIGHT - 4.0);
  g_signal_emit_by_name (drag, "drag-update", 0.0, HEIGHT - 4.0);
}

/* A second finger ends what the first began: nothing is selected by it. */
static void
test_second_finger_drops (Fixture      *self,
                          gconstpointer data)
{
  GtkEventController *click = find_own_click (self);

  use_lasso (self);
  draw_around_all (self);
  g_signal_emit_by_name (click, "cancel", NULL);
  pinch (self, (BjtPoint) { 450, 300 });
  g_signal_emit_by_name (click, "released", 1, 2.0, HEIGHT - 2.0);
  g_assert_null (bjt_focus_get_selection (self->focus));
  bjt_map_view_fit (BJT_MAP_VIEW (self->view));
  draw_around_all (self);
  g_signal_emit_by_name (click, "released", 1, 2.0, HEIGHT - 2.0);
  g_assert_cmpuint (bjt_door_set_count (bjt_focus_get_selection (self->focus)), ==, self->picture->doors->len);
}

static void
test_double_click_zooms (Fixture      *self,
                         gconstpointer data)
{
  GtkEventController *click = find_own_click (self);
  double              zoom = get_zoom (self);
  BjtMapFrame         frame = get_frame (self);
  BjtPoint            place = bjt_map_frame_unproject (&frame, 20, 30), after;

  for (int n = 1; n <= 2; n++)
    {
      g_signal_emit_by_name (click, "pressed", n, 20.0, 30.0);
      g_signal_emit_by_name (click, "released", n, 20.0, 30.0);
    }
  wait_until_ready (self);
  g_assert_cmpfloat_with_epsilon (get_zoom (self), zoom + 1, 1e-6);
  frame = get_frame (self);
  after = bjt_map_frame_project (&frame, place);
  g_assert_cmpfloat_with_epsilon (after.x, 20, 1);
  g_assert_cmpfloat_with_epsilon (after.y, 30, 1);
}

/* Keys */

/* As if the window had it: the first that takes it, from the outside. */
static gboolean
press_key (Fixture         *self,
           guint            keyval,
           GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->view);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &taken);
    }
  return taken;
}

static BjtPoint
locate_chosen (Fixture *self)
{
  BjtMapFrame frame = get_frame (self);

  g_assert_true (press_key (self, GDK_KEY_Return, 0));
  g_assert_cmpuint (bjt_focus_get_building (self->focus), !=, BJT_NO_INDEX);
  return bjt_map_frame_project (&frame, bjt_picture_get_building (self->picture, bjt_focus_get_building (self->focus))->centre);
}

static gboolean
is_described (Fixture    *self,
              const char *description)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  return other == NULL;
}

/* Every building once, and out at the end; back the same way. */
static void
test_tab_walks (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n = self->picture->buildings->len;

  g_assert_false (press_key (self, GDK_KEY_Return, 0));
  g_assert_false (press_key (self, GDK_KEY_Right, 0));
  g_assert_false (press_key (self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (press_key (self, GDK_KEY_Tab, 0));
      g_assert_true (press_key (self, GDK_KEY_Return, 0));
      g_hash_table_add (seen, GUINT_TO_POINTER (bjt_focus_get_building (self->focus)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, n);
  g_assert_true (press_key (self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK));
  g_assert_true (press_key (self, GDK_KEY_Tab, 0));
  g_assert_false (press_key (self, GDK_KEY_Tab, 0));
  g_assert_true (is_described (self, ""));
}

static void
test_arrows_walk (Fixture      *self,
                  gconstpointer data)
{
  BjtPoint from, to;

  g_assert_true (press_key (self, GDK_KEY_Tab, 0));
  g_assert_false (is_described (self, ""));
  from = locate_chosen (self);
  g_assert_true (press_key (self, GDK_KEY_Down, 0) || press_key (self, GDK_KEY_Right, 0));
  to = locate_chosen (self);
  g_assert_true (to.y > from.y + 1 || to.x > from.x + 1);
  g_assert_false (press_key (self, GDK_KEY_Down, GDK_SHIFT_MASK)); /* moves the map */
  g_assert_true (press_key (self, GDK_KEY_Escape, 0));
  g_assert_true (is_described (self, ""));
  g_assert_false (press_key (self, GDK_KEY_Escape, 0));
}

/* The keys of a tool are its own. */
static void
test_tool_ends_the_walk (Fixture      *self,
                         gconstpointer data)
{
  g_assert_true (press_key (self, GDK_KEY_Tab, 0));
  use_lasso (self);
  g_assert_true (is_described (self, ""));
  g_assert_false (press_key (self, GDK_KEY_Tab, 0));
  g_assert_true (press_key (self, GDK_KEY_Escape, 0));
  g_assert_null (bjt_map_view_get_tool (BJT_MAP_VIEW (self->view)));
  g_assert_true (press_key (self, GDK_KEY_Tab, 0));
}

/* The column of tools */

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* All of it is in the map, tall or low, and each tool within reach. */
static void
test_folds (Fixture      *self,
            gconstpointer height)
{
  GtkWidget      *fold = find_widget (self->view, BJT_TYPE_MAP_FOLD);
  gboolean        is_low = GPOINTER_TO_INT (height) == LOW_HEIGHT;
  GtkWidget      *shown = find_widget (fold, is_low ? GTK_TYPE_MENU_BUTTON : GTK_TYPE_TOGGLE_BUTTON);
  graphene_rect_t box;

  g_assert_cmpint (bjt_map_fold_is_folded (BJT_MAP_FOLD (fold)), ==, is_low);
  g_assert_true (gtk_widget_get_mapped (shown));
  g_assert_true (gtk_widget_compute_bounds (fold, self->view, &box));
  g_assert_cmpfloat (box.origin.y + box.size.height, <=, GPOINTER_TO_INT (height));
  if (is_low)
    g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (shown))), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    int         height;
    void (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/map/hand/fingers-move-the-map", HEIGHT, test_fingers_move_the_map },
    { "/map/hand/second-finger-drops", HEIGHT, test_second_finger_drops },
    { "/map/hand/double-click-zooms", HEIGHT, test_double_click_zooms },
    { "/map/walk/tab", HEIGHT, test_tab_walks },
    { "/map/walk/arrows", HEIGHT, test_arrows_walk },
    { "/map/walk/tool-ends-it", HEIGHT, test_tool_ends_the_walk },
    { "/map/fold/tall", HEIGHT, test_folds },
    { "/map/fold/low", LOW_HEIGHT, test_folds },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, GINT_TO_POINTER (tests[i].height), set_up, tests[i].func, tear_down);
  return g_test_run ();
}
