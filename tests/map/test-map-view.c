/* The map in a window: what it paints, how it follows and moves the focus. */
#include "bjt-sample-picture.h"

#include "geo/bjt-mercator.h"
#include "map/bjt-map-camera.h"
#include "map/bjt-map-view.h"
#include "map/bjt-scale-bar.h"
#include "basemap/bjt-map-style.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH 900
#define HEIGHT 600

typedef struct
{
  BjtPicture *picture;
  BjtFocus   *focus;
  GtkWidget  *view;
  GtkWidget  *window;
} Fixture;

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  (*(guint *) data)++;
  return G_SOURCE_CONTINUE;
}

/* The picture of a widget is that of its last frame. */
static void
wait_for_frames (GtkWidget *widget)
{
  guint n = 0, id = gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);

  while (n < 3)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, id);
}

static gboolean
stop_waiting_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until_painted (Fixture *self)
{
  gboolean late = FALSE;
  guint    timer = g_timeout_add_seconds (20, stop_waiting_cb, &late);

  while (!late && (gtk_widget_get_width (self->view) == 0 || !bjt_map_view_is_painted (BJT_MAP_VIEW (self->view))))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timer);
  wait_for_frames (self->view);
}

static BjtPicture *
make_picture (guint n_grids)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_grids = n_grids;
  return bjt_sample_picture_new (&options);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->picture = make_picture (2);
  self->focus = bjt_focus_new ();
  bjt_focus_set_picture (self->focus, self->picture);
  self->view = bjt_map_view_new (self->focus);
  g_object_ref_sink (self->view);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), self->view);
  g_object_set (gtk_widget_get_settings (self->window), "gtk-enable-animations", FALSE, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until_painted (self);
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

static ShumateMap *
find_map (GtkWidget *widget)
{
  if (SHUMATE_IS_MAP (widget))
    return SHUMATE_MAP (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      ShumateMap *map = find_map (child);

      if (map != NULL)
        return map;
    }
  return NULL;
}

static BjtPoint
locate (Fixture *self,
        BjtPoint mercator)
{
  ShumateMap *map = find_map (self->view);
  BjtMapFrame frame;

  bjt_map_camera_get_frame (shumate_map_get_viewport (map), GTK_WIDGET (map), &frame);
  return bjt_map_frame_project (&frame, mercator);
}

static guint32
get_pixel (Fixture *self,
           BjtPoint at)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new (guint32, WIDTH * HEIGHT);

  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  gdk_texture_download (texture, (guchar *) pixels, WIDTH * 4);
  return pixels[(int) at.y * WIDTH + (int) at.x] & 0xFFFFFF;
}

static void
click (Fixture *self,
       BjtPoint at)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (find_map (self->view)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, at.x, at.y);
      g_signal_emit_by_name (controller, "released", 1, at.x, at.y);
    }
}

static void
zoom_to (Fixture *self,
         guint32  building,
         double   zoom)
{
  bjt_map_camera_set_view (find_map (self->view), bjt_picture_get_building (self->picture, building)->centre, 256 * exp2 (zoom));
  wait_until_painted (self);
}

/* At the start the whole community is seen. */
static void
test_fits (Fixture      *self,
           gconstpointer data)
{
  BjtPoint low = locate (self, (BjtPoint) { self->picture->extent.x1, self->picture->extent.y1 });
  BjtPoint high = locate (self, (BjtPoint) { self->picture->extent.x2, self->picture->extent.y2 });

  g_assert_cmpfloat (low.x, >=, 20);
  g_assert_cmpfloat (low.y, >=, 20);
  g_assert_cmpfloat (high.x, <=, WIDTH - 20);
  g_assert_cmpfloat (high.y, <=, HEIGHT - 20);
  g_assert_cmpfloat (fmax ((high.x - low.x) / WIDTH, (high.y - low.y) / HEIGHT), >, 0.5);
}

/* A building of one class stands in the colour of that class. */
static void
test_paints_buildings (Fixture      *self,
                       gconstpointer data)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, 0);
  g_autoptr (BjtPicture) changed = bjt_picture_copy_with_states (self->picture);
  BjtPoint at;

  for (guint i = building->doors.first; i < building->doors.first + building->doors.n; i++)
    *bjt_picture_get_door_state (changed, i) = (BjtPictureDoorState) { .household_class = BJT_CLASS_TENANT };
  bjt_focus_set_picture (self->focus, changed);
  zoom_to (self, 0, 17.8);
  at = locate (self, (BjtPoint) { building->corners[0].x * 0.94 + building->corners[2].x * 0.06, building->corners[0].y * 0.8 + building->corners[2].y * 0.2 });
  g_assert_cmphex (get_pixel (self, at), ==, bjt_palette_get (BJT_PALETTE_LIGHT)->classes[BJT_CLASS_TENANT].fill);

  bjt_focus_set_curtain (self->focus, TRUE);
  wait_until_painted (self);
  g_assert_cmphex (get_pixel (self, at), ==, bjt_palette_get (BJT_PALETTE_LIGHT)->building);
}

static void
test_click_chooses (Fixture      *self,
                    gconstpointer data)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, 3);
  guint32                   door = building->doors.first + 7;

  zoom_to (self, 3, 17.5);
  click (self, locate (self, building->centre));
  g_assert_cmpuint (bjt_focus_get_building (self->focus), ==, 3);
  g_assert_cmpuint (bjt_focus_get_door (self->focus), ==, BJT_NO_INDEX);
  zoom_to (self, 3, 20);
  click (self, locate (self, bjt_picture_get_door (self->picture, door)->place));
  g_assert_cmpuint (bjt_focus_get_door (self->focus), ==, door);
  /* Beside everything: nothing is lost. */
  bjt_map_view_fit (BJT_MAP_VIEW (self->view));
  click (self, (BjtPoint) { 2, 2 });
  g_assert_cmpuint (bjt_focus_get_door (self->focus), ==, door);
}

/* From far away there is one badge; a click on it shows its buildings. */
static void
test_click_opens_a_badge (Fixture      *self,
                          gconstpointer data)
{
  ShumateMap *map = find_map (self->view);
  BjtPoint    middle = { (self->picture->extent.x1 + self->picture->extent.x2) / 2, (self->picture->extent.y1 + self->picture->extent.y2) / 2 };

  bjt_map_camera_set_view (map, middle, 256 * exp2 (13));
  wait_until_painted (self);
  g_assert_cmphex (get_pixel (self, (BjtPoint) { WIDTH / 2.0 + 12, HEIGHT / 2.0 + 18 }), !=, BJT_MAP_STYLE_LIGHT.ground);
  click (self, (BjtPoint) { WIDTH / 2.0, HEIGHT / 2.0 });
  g_assert_cmpfloat (bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view)), >, 15.5);
  g_assert_cmpuint (bjt_focus_get_building (self->focus), ==, BJT_NO_INDEX);
}

/* What is chosen elsewhere comes into view, at the same zoom. */
static void
test_follows_the_choice (Fixture      *self,
                         gconstpointer data)
{
  guint32  last = self->picture->buildings->len - 1;
  BjtPoint at;
  double   zoom;

  zoom_to (self, 0, 19.5);
  zoom = bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view));
  bjt_focus_choose_building (self->focus, last);
  wait_for_frames (self->view);
  wait_until_painted (self);
  at = locate (self, bjt_picture_get_building (self->picture, last)->centre);
  g_assert_cmpfloat_with_epsilon (at.x, WIDTH / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (at.y, HEIGHT / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view)), zoom, 1e-6);
  /* The frame of the choice, 3 px wide around the footprint. */
  at = locate (self, bjt_picture_get_building (self->picture, last)->corners[0]);
  g_assert_cmphex (get_pixel (self, (BjtPoint) { at.x + 30, at.y }), ==, bjt_palette_get (BJT_PALETTE_LIGHT)->selection);
}

static void
test_actions (Fixture      *self,
              gconstpointer data)
{
  double zoom = bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view));

  gtk_test_accessible_assert_role (self->view, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_widget_activate_action (self->view, "map.zoom-in", NULL));
  wait_for_frames (self->view);
  g_assert_cmpfloat_with_epsilon (bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view)), zoom + 1, 0.01);
  g_assert_true (gtk_widget_activate_action (self->view, "map.pan", "(ii)", 100, 0));
  g_assert_true (gtk_widget_activate_action (self->view, "map.fit", NULL));
  g_assert_cmpfloat_with_epsilon (bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view)), zoom, 1e-6);
  g_assert_true (gtk_widget_activate_action (self->view, "map.style", "s", "attention"));
  g_assert_cmpint (bjt_map_view_get_style (BJT_MAP_VIEW (self->view)), ==, BJT_DOOR_STYLE_ATTENTION);
  g_assert_true (gtk_widget_activate_action (self->view, "map.base", "s", "none"));
  wait_until_painted (self);
  g_assert_cmphex (get_pixel (self, (BjtPoint) { WIDTH / 2.0, 4 }), ==, BJT_MAP_STYLE_LIGHT.ground);
}

/* A tool that takes every press and counts what it is told. */
struct _TestTool
{
  BjtMapTool parent_instance;

  guint    n_presses, n_drags, n_releases, n_cancels;
  BjtPoint last; /* Mercator */
};

#define TEST_TYPE_TOOL (test_tool_get_type ())
G_DECLARE_FINAL_TYPE (TestTool, test_tool, TEST, TOOL, BjtMapTool)
G_DEFINE_FINAL_TYPE (TestTool, test_tool, BJT_TYPE_MAP_TOOL)

static gboolean
test_tool_press (BjtMapTool         *tool,
                 const BjtToolEvent *event)
{
  g_assert_cmpuint (event->button, ==, GDK_BUTTON_PRIMARY);
  TEST_TOOL (tool)->n_presses++;
  return TRUE;
}

static void
test_tool_drag (BjtMapTool         *tool,
                const BjtToolEvent *event)
{
  TEST_TOOL (tool)->n_drags++;
}

static void
test_tool_release (BjtMapTool         *tool,
                   const BjtToolEvent *event)
{
  TEST_TOOL (tool)->n_releases++;
  TEST_TOOL (tool)->last = event->place;
  bjt_map_tool_emit_changed (tool);
}

static void
test_tool_cancel (BjtMapTool *tool)
{
  TEST_TOOL (tool)->n_cancels++;
}

static BjtBox
test_tool_get_drawn_box (BjtMapTool        *tool,
                         const BjtMapFrame *frame)
{
  BjtPoint at = bjt_map_frame_project (frame, TEST_TOOL (tool)->last);

  return TEST_TOOL (tool)->n_releases > 0 ? (BjtBox) { at.x - 8, at.y - 8, at.x + 8, at.y + 8 } : BJT_BOX_EMPTY;
}

static void
test_tool_draw (BjtMapTool        *tool,
                cairo_t           *cr,
                const BjtMapFrame *frame)
{
  cairo_set_source_rgb (cr, 1, 0, 1);
  cairo_paint (cr);
}

static char *
test_tool_dup_hint (BjtMapTool *tool)
{
  return g_strdup ("Click anywhere");
}

static void
test_tool_class_init (TestToolClass *klass)
{
  BjtMapToolClass *tool_class = BJT_MAP_TOOL_CLASS (klass);

  tool_class->press = test_tool_press;
  tool_class->drag = test_tool_drag;
  tool_class->release = test_tool_release;
  tool_class->cancel = test_tool_cancel;
  tool_class->get_drawn_box = test_tool_get_drawn_box;
  tool_class->draw = test_tool_draw;
  tool_class->dup_hint = test_tool_dup_hint;
}

static void
test_tool_init (TestTool *self)
{
}

static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* A tool has the pointer until it is done; it is drawn over everything. */
static void
test_tool_at_work (Fixture      *self,
                   gconstpointer data)
{
  BjtMapView *view = BJT_MAP_VIEW (self->view);
  BjtPoint    at;
  g_autoptr (TestTool) tool = g_object_new (TEST_TYPE_TOOL, NULL);

  zoom_to (self, 3, 17.5);
  at = locate (self, bjt_picture_get_building (self->picture, 3)->centre);
  g_assert_null (bjt_map_view_get_tool (view));
  bjt_map_view_set_tool (view, BJT_MAP_TOOL (tool));
  g_assert_true (bjt_map_view_get_tool (view) == BJT_MAP_TOOL (tool));
  g_assert_true (gtk_widget_get_visible (find_label (self->view, "Click anywhere")));
  click (self, at);
  g_assert_cmpuint (tool->n_presses, ==, 1);
  g_assert_cmpuint (tool->n_releases, ==, 1);
  g_assert_cmpuint (bjt_focus_get_building (self->focus), ==, BJT_NO_INDEX);
  g_assert_cmpfloat_with_epsilon (tool->last.x, bjt_picture_get_building (self->picture, 3)->centre.x, 1e-12);
  wait_for_frames (self->view);
  g_assert_cmphex (get_pixel (self, at), ==, 0xFF00FF);

  bjt_map_tool_emit_done (BJT_MAP_TOOL (tool));
  g_assert_null (bjt_map_view_get_tool (view));
  g_assert_cmpuint (tool->n_cancels, ==, 1);
  wait_for_frames (self->view);
  g_assert_cmphex (get_pixel (self, at), !=, 0xFF00FF);
  click (self, at);
  g_assert_cmpuint (tool->n_presses, ==, 1);
  g_assert_cmpuint (bjt_focus_get_building (self->focus), ==, 3);
}

/* Nothing to show: quiet ground; then everything goes and comes. */
static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (BjtPicture) empty = bjt_picture_new (20000);
  BjtPoint middle = { WIDTH / 2.0, HEIGHT / 2.0 };

  bjt_picture_finish (empty);
  bjt_focus_set_picture (self->focus, empty);
  wait_until_painted (self);
  g_assert_cmphex (get_pixel (self, middle), ==, BJT_MAP_STYLE_LIGHT.ground);
  click (self, middle);
  gtk_widget_activate_action (self->view, "map.fit", NULL);
  bjt_map_view_set_focus (BJT_MAP_VIEW (self->view), NULL);
  wait_until_painted (self);
  bjt_map_view_set_focus (BJT_MAP_VIEW (self->view), self->focus);
  bjt_focus_set_picture (self->focus, self->picture);
  wait_until_painted (self);
  g_assert_cmpfloat (bjt_map_view_get_zoom (BJT_MAP_VIEW (self->view)), >, 12);
}

/* Nodes of the last frame: what a GPU renderer would be handed. */
static guint
count_nodes (Fixture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize       size;
  guint       n = 0;

  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  text = g_bytes_get_data (bytes, &size);
  for (gsize i = 0; i < size; i++)
    n += text[i] == '{';
  return n;
}

/* The number of nodes follows the size of the window, not what is in it. */
static void
test_few_nodes (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (BjtPicture) larger = make_picture (12);
  guint n = count_nodes (self);

  g_assert_cmpuint (n, <, 120);
  bjt_focus_set_picture (self->focus, larger);
  wait_until_painted (self);
  g_assert_cmpuint (count_nodes (self), <=, n + 4);
}

static void
test_scale_bar (void)
{
  static const struct
  {
    double px_per_metre, metres;
  } cases[] = {
    { 1, 100 }, { 1.2, 50 }, { 0.11, 1000 }, { 0.1, 1000 }, { 0.3, 200 }, { 20, 5 }, { 60, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (bjt_scale_bar_choose_metres (cases[i].px_per_metre, 110), cases[i].metres, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/map/view/fits", test_fits },
    { "/map/view/paints-buildings", test_paints_buildings },
    { "/map/view/click-chooses", test_click_chooses },
    { "/map/view/click-opens-a-badge", test_click_opens_a_badge },
    { "/map/view/follows-the-choice", test_follows_the_choice },
    { "/map/view/actions", test_actions },
    { "/map/view/tool-at-work", test_tool_at_work },
    { "/map/view/few-nodes", test_few_nodes },
    { "/map/view/empty", test_empty },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_test_add_func ("/map/scale-bar", test_scale_bar);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
