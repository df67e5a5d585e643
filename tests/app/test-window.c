/* The window on a small community: what opens, what is refused, what the
 * actions do and what the search field chooses. */
#include "app/bjt-window.h"
#include "map/bjt-map-camera.h"
#include "map/bjt-map-view.h"
#include "pages/bjt-map-page.h"
#include "pages/bjt-selection-export.h"
#include "widgets/bjt-matrix-view.h"
#include "widgets/bjt-note-form.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-plans.h"
#include "workspace/bjt-workspace.h"

#include <glib/gstdio.h>

#define N_DOORS 120
#define PATIENCE_SECONDS 20

typedef struct
{
  char      *folder;
  char      *path;
  BjtWindow *window;
} Fixture;

/* Waiting */

static gboolean
give_up_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

typedef gboolean (*Condition) (Fixture *self);

static void
wait_until (Fixture  *self,
            Condition condition)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, &late);

  while (!late && !condition (self))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timer);
}

/* Looking for widgets */

typedef gboolean (*Match) (GtkWidget *widget, const char *text);

static GtkWidget *
find_widget (GtkWidget  *root,
             Match       match,
             const char *text)
{
  GtkWidget *found = match (root, text) ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find_widget (i, match, text);
  return found;
}

static gboolean
has_action (GtkWidget  *widget,
            const char *action)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static gboolean
has_type (GtkWidget  *widget,
          const char *type)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type);
}

static GtkWidget *
find_of_type (Fixture    *self,
              const char *type)
{
  return find_widget (GTK_WIDGET (self->window), has_type, type);
}

static gboolean
has_place (GtkWidget  *widget,
           const char *place)
{
  return GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), place) != NULL;
}

/* What the window shows as a whole: start, work, problem. */
static GtkStack *
find_places (Fixture *self)
{
  return GTK_STACK (find_widget (GTK_WIDGET (self->window), has_place, "start"));
}

static gboolean
can_press (Fixture    *self,
           const char *action)
{
  GtkWidget *button = find_widget (GTK_WIDGET (self->window), has_action, action);

  g_assert_nonnull (button);
  return gtk_widget_is_sensitive (button);
}

/* The community */

static void
set_up (Fixture      *self,
        gconstpointer application)
{
  const BjtSampleOptions options = { .profile = "stress", .seed = 1, .n_doors = N_DOORS };
  g_autoptr (GError) error = NULL;
  BjtClock clock;

  bjt_clock_init (&clock);
  self->folder = g_dir_make_tmp ("bjt-window-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "community.bjt", NULL);
  bjt_workspace_create_sample (self->path, &options, &clock, &error);
  g_assert_no_error (error);
  self->window = bjt_window_new ((BjtApplication *) application);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
act (Fixture    *self,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
}

static void
record_visit (Fixture *self)
{
  BjtWorkspace *workspace = bjt_window_get_workspace (self->window);
  g_autoptr (BjtVisit) visit = bjt_visit_new ();
  g_autoptr (GError) error = NULL;

  visit->door_id = bjt_picture_get_door (bjt_workspace_get_picture (workspace), 0)->id;
  visit->visited_on = bjt_workspace_get_today (workspace);
  visit->next_on = BJT_DATE_NONE;
  bjt_workspace_record_visits (workspace, &visit, 1, &error);
  g_assert_no_error (error);
}

/* Tests */

static void
test_starts_empty (Fixture      *self,
                   gconstpointer unused)
{
  g_assert_null (bjt_window_get_workspace (self->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_places (self)), ==, "start");
  g_assert_false (can_press (self, "win.undo"));
  g_assert_true (can_press (self, "app.sample"));
}

static void
test_opens (Fixture      *self,
            gconstpointer unused)
{
  const char *community;

  bjt_window_open (self->window, self->path);
  g_assert_nonnull (bjt_window_get_workspace (self->window));
  community = bjt_focus_get_picture (bjt_window_get_focus (self->window))->community.name;
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (self->window)), community));
  g_assert_nonnull (find_of_type (self, "BjtMapView"));
  g_assert_nonnull (find_of_type (self, "BjtMatrixPane"));
  g_assert_nonnull (find_of_type (self, "BjtDoorCard"));
  g_assert_null (find_of_type (self, "BjtPrintPage"));
}

static void
test_refuses (Fixture      *self,
              gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "foreign.bjt", NULL);

  g_file_set_contents (path, "this is no community", -1, NULL);
  bjt_window_open (self->window, path);
  g_assert_null (bjt_window_get_workspace (self->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_places (self)), ==, "problem");
  bjt_window_open (self->window, self->path);
  g_assert_nonnull (bjt_window_get_workspace (self->window));
}

static void
test_keeps_what_is_open (Fixture      *self,
                         gconstpointer unused)
{
  g_autofree char *path = g_build_filename (self->folder, "missing.bjt", NULL);

  bjt_window_open (self->window, self->path);
  bjt_window_open (self->window, path);
  g_assert_cmpstr (bjt_workspace_get_path (bjt_window_get_workspace (self->window)), ==, self->path);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find_places (self)), ==, "work");
}

static void
test_undo_redo (Fixture      *self,
                gconstpointer unused)
{
  BjtWorkspace *workspace;
  guint n;

  bjt_window_open (self->window, self->path);
  workspace = bjt_window_get_workspace (self->window);
  n = bjt_workspace_count_undo (workspace);
  g_assert_false (can_press (self, "win.redo"));
  record_visit (self);
  g_assert_cmpuint (bjt_workspace_count_undo (workspace), ==, n + 1);
  g_assert_true (can_press (self, "win.undo"));
  act (self, "win.undo");
  g_assert_cmpuint (bjt_workspace_count_undo (workspace), ==, n);
  g_assert_true (can_press (self, "win.redo"));
  act (self, "win.redo");
  g_assert_cmpuint (bjt_workspace_count_undo (workspace), ==, n + 1);
  g_assert_false (can_press (self, "win.redo"));
}

static void
test_curtain (Fixture      *self,
              gconstpointer unused)
{
  GtkWidget *button;

  bjt_window_open (self->window, self->path);
  button = find_widget (GTK_WIDGET (self->window), has_action, "win.curtain");
  act (self, "win.curtain");
  g_assert_true (bjt_focus_get_curtain (bjt_window_get_focus (self->window)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  act (self, "win.curtain");
  g_assert_false (bjt_focus_get_curtain (bjt_window_get_focus (self->window)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
test_pages (Fixture      *self,
            gconstpointer unused)
{
  g_autofree char *page = NULL;

  bjt_window_open (self->window, self->path);
  act (self, "win.print");
  g_object_get (self->window, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "print");
  g_assert_nonnull (find_of_type (self, "BjtPrintPage"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.page", "s", "map"));
  g_free (page);
  g_object_get (self->window, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "map");
}

static void
test_panes (Fixture      *self,
            gconstpointer unused)
{
  BjtMapPage *page;

  bjt_window_open (self->window, self->path);
  page = BJT_MAP_PAGE (find_of_type (self, "BjtMapPage"));
  act (self, "win.toggle-map");
  g_assert_cmpint (bjt_map_page_get_pane (page), ==, BJT_MAP_PAGE_MAP);
  act (self, "win.toggle-matrix");
  g_assert_cmpint (bjt_map_page_get_pane (page), ==, BJT_MAP_PAGE_MATRIX);
  act (self, "win.toggle-matrix");
  g_assert_cmpint (bjt_map_page_get_pane (page), ==, BJT_MAP_PAGE_BOTH);
}

static void
test_grid_scope (Fixture      *self,
                 gconstpointer unused)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (find_of_type (self, "GtkDropDown"));
  BjtFocus *focus;
  BjtFilter filter;

  bjt_window_open (self->window, self->path);
  focus = bjt_window_get_focus (self->window);
  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpuint (bjt_focus_get_filter (focus)->grid, ==, 0);
  bjt_filter_init (&filter);
  bjt_focus_set_filter (focus, &filter);
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
}

static gboolean
has_answer (Fixture *self)
{
  GtkWidget *row = find_of_type (self, "BjtSearchRow");

  return row != NULL && gtk_widget_get_visible (row);
}

static void
test_search_chooses (Fixture      *self,
                     gconstpointer unused)
{
  GtkWidget *entry = find_widget (find_of_type (self, "BjtSearchBox"), has_type, "GtkSearchEntry");
  g_autofree char *name = NULL;
  BjtFocus *focus;

  bjt_window_open (self->window, self->path);
  focus = bjt_window_get_focus (self->window);
  name = bjt_picture_dup_door_name (bjt_focus_get_picture (focus), N_DOORS / 2);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  wait_until (self, has_answer);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (bjt_focus_get_door (focus), ==, N_DOORS / 2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Work on many homes */

static BjtMapView *
find_map_view (Fixture *self)
{
  return BJT_MAP_VIEW (find_of_type (self, "BjtMapView"));
}

static gboolean
is_map_painted (Fixture *self)
{
  BjtMapView *view = find_map_view (self);

  return view != NULL && gtk_widget_get_width (GTK_WIDGET (view)) > 0 && bjt_map_view_is_painted (view);
}

/* The gestures of the tools are one group, which sees events before the map's. */
static GtkEventController *
find_tool_drag (GtkWidget *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return controller; /* the map holds it */
    }
  g_assert_not_reached ();
}

static GtkEventController *
find_tool_click (GtkWidget *map)
{
  g_autoptr (GList) group = gtk_gesture_get_group (GTK_GESTURE (find_tool_drag (map)));

  for (GList *i = group; i != NULL; i = i->next)
    if (GTK_IS_GESTURE_CLICK (i->data))
      return i->data;
  g_assert_not_reached ();
}

/* Draws around a building with the lasso, by hand. */
static const BjtDoorSet *
lasso (Fixture *self,
       guint32  building)
{
  BjtFocus *focus = bjt_window_get_focus (self->window);
  GtkWidget *map = GTK_WIDGET (bjt_map_view_get_map (find_map_view (self)));
  const BjtPictureBuilding *around = bjt_picture_get_building (bjt_focus_get_picture (focus), building);
  GtkEventController *click = find_tool_click (map), *drag = find_tool_drag (map);
  BjtMapFrame frame;
  BjtPoint first = { 0, 0 };

  bjt_map_camera_set_view (SHUMATE_MAP (map), around->centre, 256 * 262144.0);
  bjt_map_camera_get_frame (shumate_map_get_viewport (SHUMATE_MAP (map)), map, &frame);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_map_view (self)), "map.tool", "s", "lasso"));
  for (guint i = 0; i < 4; i++)
    {
      BjtPoint at = bjt_map_frame_project (&frame, around->corners[i]);

      if (i == 0)
        {
          first = at;
          g_signal_emit_by_name (click, "pressed", 1, at.x, at.y);
        }
      else
        g_signal_emit_by_name (drag, "drag-update", at.x - first.x, at.y - first.y);
    }
  g_signal_emit_by_name (click, "released", 1, first.x, first.y);
  return bjt_focus_get_selection (focus);
}

static gboolean
has_shown_text (GtkWidget  *widget,
                const char *text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
has_any_text (GtkWidget  *widget,
              const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static void
open_and_paint (Fixture *self)
{
  bjt_window_open (self->window, self->path);
  wait_until (self, is_map_painted);
}

/* One visit each, recorded at once and taken back at once. */
static void
test_bulk_visits (Fixture      *self,
                  gconstpointer unused)
{
  BjtWorkspace *workspace;
  const BjtDoorSet *selection;
  g_autoptr (BjtDoorSet) doors = NULL;
  BjtPicture *picture;
  guint n, n_today = 0;

  open_and_paint (self);
  workspace = bjt_window_get_workspace (self->window);
  selection = lasso (self, 0);
  g_assert_nonnull (selection);
  doors = bjt_door_set_copy (selection);
  g_assert_cmpuint (bjt_door_set_count (doors), ==, bjt_picture_get_building (bjt_workspace_get_picture (workspace), 0)->doors.n);
  n = bjt_workspace_count_undo (workspace);
  g_assert_true (gtk_widget_activate_action (find_of_type (self, "BjtSelectionBar"), "selection.record-visits", "i", BJT_OUTCOME_MET));
  g_assert_null (bjt_focus_get_selection (bjt_window_get_focus (self->window)));
  g_assert_cmpuint (bjt_workspace_count_undo (workspace), ==, n + 1);
  picture = bjt_workspace_get_picture (workspace);
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_picture_get_door_state (picture, d)->last_visit_on == bjt_workspace_get_today (workspace))
      n_today += bjt_door_set_contains (doors, d) != FALSE;
  g_assert_cmpuint (n_today, ==, bjt_door_set_count (doors));
  act (self, "win.undo");
  g_assert_cmpuint (bjt_workspace_count_undo (workspace), ==, n);
  picture = bjt_workspace_get_picture (workspace);
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    g_assert_cmpint (bjt_picture_get_door_state (picture, d)->last_visit_on, !=, bjt_workspace_get_today (workspace));
}

/* What is selected becomes what is shown: in the focus, and in the words of the card. */
static void
test_only_these (Fixture      *self,
                 gconstpointer unused)
{
  g_autoptr (BjtDoorSet) doors = NULL;
  g_autofree char *size = NULL, *chips = NULL;
  BjtFocus *focus;

  open_and_paint (self);
  focus = bjt_window_get_focus (self->window);
  bjt_focus_choose_building (focus, BJT_NO_INDEX);
  doors = bjt_door_set_copy (lasso (self, 0));
  g_assert_true (gtk_widget_activate_action (find_of_type (self, "BjtSelectionBar"), "selection.only", NULL));
  g_assert_null (bjt_focus_get_selection (focus));
  g_assert_true (bjt_door_set_equal (bjt_focus_get_matched (focus), doors));
  size = g_strdup_printf ("1 building · %u doors · ", bjt_door_set_count (doors));
  g_assert_nonnull (find_widget (find_of_type (self, "BjtPlaceCard"), has_shown_text, size));
  chips = g_strdup_printf (": %u doors", bjt_door_set_count (doors));
  g_assert_nonnull (find_widget (find_of_type (self, "BjtChipBar"), has_any_text, chips));
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       n)
{
  (*(guint *) n)++;
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

static guint32 *
paint_matrix (GtkWidget *matrix,
              int       *width)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (matrix);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int height = gtk_widget_get_height (matrix);
  guint32 *pixels;

  wait_for_frames (matrix);
  *width = gtk_widget_get_width (matrix);
  pixels = g_new0 (guint32, *width * height);
  gdk_paintable_snapshot (paintable, snapshot, *width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (matrix)), node, &GRAPHENE_RECT_INIT (0, 0, (float) *width, (float) height));
  gdk_texture_download (texture, (guchar *) pixels, (gsize) *width * 4);
  return pixels;
}

static gboolean
is_matrix_shown (Fixture *self)
{
  GtkWidget *matrix = find_of_type (self, "BjtMatrixView");
  GdkRectangle area;

  return matrix != NULL && gtk_widget_get_mapped (matrix) && gtk_widget_get_height (matrix) > 0
         && bjt_matrix_view_get_door_area (BJT_MATRIX_VIEW (matrix), 0, &area);
}

/* A cell that the lasso took has its frame in the matrix, and loses it again. */
static void
test_selection_in_matrix (Fixture      *self,
                          gconstpointer unused)
{
  g_autofree guint32 *before = NULL, *selected = NULL, *after = NULL;
  GtkWidget *matrix;
  GdkRectangle area;
  int width;
  gsize at;

  open_and_paint (self);
  bjt_focus_choose_building (bjt_window_get_focus (self->window), 0);
  wait_until (self, is_matrix_shown);
  matrix = find_of_type (self, "BjtMatrixView");
  before = paint_matrix (matrix, &width);
  g_assert_nonnull (lasso (self, 0));
  g_assert_true (bjt_matrix_view_get_door_area (BJT_MATRIX_VIEW (matrix), 0, &area));
  at = (gsize) (area.y + area.height / 2) * (gsize) width + (gsize) area.x + 1;
  selected = paint_matrix (matrix, &width);
  g_assert_cmphex (selected[at], !=, before[at]);
  bjt_focus_set_selection (bjt_window_get_focus (self->window), NULL);
  after = paint_matrix (matrix, &width);
  g_assert_cmphex (after[at], ==, before[at]);
}

static char *
export (Fixture    *self,
        const char *purpose)
{
  g_autofree char *path = g_build_filename (self->folder, "homes.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *text;

  bjt_selection_export_write (BJT_PAGE (find_of_type (self, "BjtMapPage")), bjt_focus_get_selection (bjt_window_get_focus (self->window)),
                              purpose, file, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Names stand in the file only where their purpose was said. */
static void
test_export_masks (Fixture      *self,
                   gconstpointer unused)
{
  g_autofree char *masked = NULL, *named = NULL;
  const BjtDoorSet *doors;
  BjtPicture *picture;
  guint n_names = 0;

  open_and_paint (self);
  picture = bjt_workspace_get_picture (bjt_window_get_workspace (self->window));
  doors = lasso (self, 0);
  masked = export (self, NULL);
  named = export (self, "节日慰问");
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    {
      guint32 head = bjt_picture_get_head (picture, d);
      const char *name = head != BJT_NO_INDEX ? bjt_picture_get_person (picture, head)->name : NULL;

      if (name == NULL)
        continue;
      n_names++;
      g_assert_null (strstr (masked, name));
      g_assert_nonnull (strstr (named, name));
    }
  g_assert_cmpuint (n_names, >, 0);
  g_assert_nonnull (strstr (masked, "*"));
}

/* Marks and notes */

static gboolean
has_tooltip (GtkWidget  *widget,
             const char *text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

static int
get_class (Fixture *self,
           guint32  door)
{
  return bjt_picture_get_door_state (bjt_focus_get_picture (bjt_window_get_focus (self->window)), door)->household_class;
}

static gboolean
has_no_menu (Fixture *self)
{
  return find_of_type (self, "BjtMarkMenu") == NULL;
}

/* A worker who never saw the program marks a tenant: on the cell, on the word. */
static void
test_two_clicks (Fixture      *self,
                 gconstpointer unused)
{
  GtkWidget *matrix, *word;
  GdkRectangle area;
  int before;

  open_and_paint (self);
  bjt_focus_choose_building (bjt_window_get_focus (self->window), 0);
  wait_until (self, is_matrix_shown);
  matrix = find_of_type (self, "BjtMatrixView");
  g_assert_true (bjt_matrix_view_get_door_area (BJT_MATRIX_VIEW (matrix), 0, &area));
  before = get_class (self, 0);
  g_signal_emit_by_name (matrix, "context-menu", 0u, area.x + area.width / 2.0, area.y + area.height / 2.0); /* one */
  word = find_widget (find_of_type (self, "BjtMarkMenu"), has_tooltip, bjt_words_get_class (BJT_CLASS_TENANT));
  g_signal_emit_by_name (word, "clicked"); /* two */
  g_assert_cmpint (get_class (self, 0), ==, BJT_CLASS_TENANT);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  g_assert_cmpint (get_class (self, 0), ==, before);
  wait_until (self, has_no_menu);
  bjt_focus_set_curtain (bjt_window_get_focus (self->window), TRUE);
  g_signal_emit_by_name (matrix, "context-menu", 0u, area.x + area.width / 2.0, area.y + area.height / 2.0);
  g_assert_true (has_no_menu (self));
}

static BjtNoteForm *
start_note (Fixture *self,
            guint32  door)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.annotate", "(ui)", door, BJT_ANNOTATION_HAZARD));
  return BJT_NOTE_FORM (find_of_type (self, "BjtNoteForm"));
}

/* What is typed is kept until it is saved; what is saved is settled on the card. */
static void
test_notes (Fixture      *self,
            gconstpointer unused)
{
  BjtFocus *focus;
  BjtNoteForm *form;
  g_autoptr (BjtAnnotation) kept = NULL;

  open_and_paint (self);
  focus = bjt_window_get_focus (self->window);
  form = start_note (self, 0);
  bjt_note_form_set_text (form, "楼道堆物");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.cancel", NULL);
  bjt_focus_choose_door (focus, 1);
  g_assert_true (start_note (self, 0) == form);
  kept = bjt_note_form_dup_annotation (form);
  g_assert_cmpstr (kept->text, ==, "楼道堆物");
  g_assert_cmpint (kept->kind, ==, BJT_ANNOTATION_HAZARD);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL));
  g_assert_cmpuint (bjt_focus_get_picture (focus)->annotations->len, ==, 1);
  g_assert_cmpuint (bjt_picture_get_door_state (bjt_focus_get_picture (focus), 0)->marks, ==, BJT_MARK_HAZARD);
  g_assert_nonnull (find_widget (find_of_type (self, "BjtNoteList"), has_any_text, "楼道堆物"));
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (self->window)), "楼道"));
  bjt_focus_set_curtain (focus, TRUE);
  g_assert_false (gtk_widget_get_visible (find_of_type (self, "BjtNoteList")));
  bjt_focus_set_curtain (focus, FALSE);
  bjt_note_form_set_text (form, "");
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL); /* nothing to save */
  g_assert_cmpuint (bjt_focus_get_picture (focus)->annotations->len, ==, 1);
}

/* What stood below is whole again after a plan was put on the map. */
static void
test_placing (Fixture      *self,
              gconstpointer unused)
{
  const BjtPicture *picture;
  BjtUuid           id;
  g_autoptr (GError) error = NULL;

  bjt_window_open (self->window, self->path);
  picture = bjt_focus_get_picture (bjt_window_get_focus (self->window));
  id = bjt_picture_get_building (picture, 0)->id;
  bjt_workspace_make_schematic (bjt_window_get_workspace (self->window), &id, &error);
  g_assert_no_error (error);
  bjt_focus_choose_building (bjt_window_get_focus (self->window), 0);
  g_assert_true (can_press (self, "pane.view"));
  act (self, "win.place-plan");
  g_assert_false (gtk_widget_get_child_visible (find_of_type (self, "BjtMatrixPane")));
  gtk_widget_activate_action (find_of_type (self, "BjtPlacingPane"), "placing.cancel", NULL);
  g_assert_true (gtk_widget_get_child_visible (find_of_type (self, "BjtMatrixPane")));
  g_assert_true (can_press (self, "pane.view"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *self, gconstpointer unused);
  } tests[] = {
    { "/window/starts-empty", test_starts_empty },
    { "/window/opens", test_opens },
    { "/window/refuses", test_refuses },
    { "/window/keeps-what-is-open", test_keeps_what_is_open },
    { "/window/undo-redo", test_undo_redo },
    { "/window/curtain", test_curtain },
    { "/window/pages", test_pages },
    { "/window/panes", test_panes },
    { "/window/grid-scope", test_grid_scope },
    { "/window/search-chooses", test_search_chooses },
    { "/window/bulk-visits", test_bulk_visits },
    { "/window/only-these", test_only_these },
    { "/window/selection-in-matrix", test_selection_in_matrix },
    { "/window/export-masks", test_export_masks },
    { "/window/two-clicks", test_two_clicks },
    { "/window/notes", test_notes },
    { "/window/placing", test_placing },
  };

  g_autoptr (BjtApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = bjt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, application, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
