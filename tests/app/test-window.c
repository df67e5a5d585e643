/* The window on a small community: what opens, what is refused, what the
 * actions do and what the search field chooses. */
#include "app/bjt-window.h"
#include "pages/bjt-map-page.h"
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
