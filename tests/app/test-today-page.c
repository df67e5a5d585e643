/* The day's list on a small community: what stands in it, what a click does,
 * what is left when a stair is done. */
#include "app/bjt-window.h"
#include "pages/bjt-due-reminder.h"
#include "pages/bjt-person-tasks.h"
#include "pages/bjt-today-list.h"
#include "pages/bjt-today-page.h"
#include "pages/bjt-today-row.h"
#include "rules/bjt-due-list.h"
#include "rules/bjt-morning-board.h"
#include "workspace/bjt-workspace-people.h"
#include "workspace/bjt-workspace-service.h"

#include <glib/gstdio.h>

#define N_DOORS 300
#define PATIENCE_SECONDS 20

typedef struct
{
  char      *folder;
  char      *path;
  BjtWindow *window;
  GtkWidget *page;
} Fixture;

/* Waiting and looking */

typedef gboolean (*Condition) (Fixture *self);

static gboolean
give_up_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

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

static gboolean
is_shown (Fixture *self)
{
  return gtk_widget_get_mapped (self->page);
}

static GtkWidget *
find_of_type (GtkWidget  *root,
              const char *type)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (root), type) ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find_of_type (i, type);
  return found;
}

/* Drop-downs have lists too. */
static GtkWidget *
find_list (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (root) && gtk_widget_has_css_class (root, "today-list") ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find_list (i);
  return found;
}

static GtkSelectionModel *
get_selection (Fixture *self)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (find_list (self->page)));
}

static BjtTodayLine *
get_line (Fixture *self,
          guint    position)
{
  BjtTodayLine *line = g_list_model_get_item (G_LIST_MODEL (get_selection (self)), position);

  if (line != NULL)
    g_object_unref (line); /* the list holds it */
  return line;
}

static guint
find_kind (Fixture     *self,
           BjtTodayKind kind,
           guint        from)
{
  BjtTodayLine *line;

  for (guint i = from; (line = get_line (self, i)) != NULL; i++)
    if (bjt_today_line_get_entry (line)->kind == kind)
      return i;
  return G_MAXUINT;
}

static BjtTodayLine *
get_first_door (Fixture *self)
{
  return get_line (self, find_kind (self, BJT_TODAY_DOOR, 0));
}

static guint
count_kind (Fixture     *self,
            BjtTodayKind kind)
{
  guint n = 0;

  for (guint i = find_kind (self, kind, 0); i != G_MAXUINT; i = find_kind (self, kind, i + 1))
    n++;
  return n;
}

static BjtPicture *
get_picture (Fixture *self)
{
  return bjt_focus_get_picture (bjt_window_get_focus (self->window));
}

static BjtMorningBoard
read_board (Fixture *self)
{
  BjtMorningBoard board;

  bjt_morning_board_count (&board, get_picture (self), BJT_NO_INDEX);
  return board;
}

static void
show_scope (Fixture    *self,
            const char *scope)
{
  g_assert_true (gtk_widget_activate_action (self->page, "today.scope", "s", scope));
}

/* The community */

static void
open_window (Fixture      *self,
             gconstpointer application)
{
  self->window = bjt_window_new ((BjtApplication *) application);
  gtk_window_present (GTK_WINDOW (self->window));
  bjt_window_open (self->window, self->path);
  self->page = bjt_window_show_page (self->window, "today");
  wait_until (self, is_shown);
}

static void
make_folder (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("bjt-today-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "community.bjt", NULL);
}

static void
set_up (Fixture      *self,
        gconstpointer application)
{
  const BjtSampleOptions options = { .profile = "stress", .seed = 1, .n_doors = N_DOORS };
  g_autoptr (GError) error = NULL;

  make_folder (self);
  bjt_workspace_create_sample (self->path, &options, bjt_application_get_clock ((BjtApplication *) application), &error);
  g_assert_no_error (error);
  open_window (self, application);
}

static void
set_up_empty (Fixture      *self,
              gconstpointer application)
{
  g_autoptr (GError) error = NULL;

  make_folder (self);
  bjt_workspace_create (self->path, "empty", bjt_application_get_clock ((BjtApplication *) application), &error);
  g_assert_no_error (error);
  open_window (self, application);
}

static void
tear_down (Fixture      *self,
           gconstpointer unused)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* Tests */

static void
test_walking_order (Fixture      *self,
                    gconstpointer unused)
{
  g_autoptr (GArray) due = bjt_due_list_find (get_picture (self), &BJT_DUE_QUERY_ALL);
  guint position = find_kind (self, BJT_TODAY_DOOR, 0);

  g_assert_cmpuint (due->len, >, 3);
  g_assert_cmpuint (count_kind (self, BJT_TODAY_DOOR), ==, due->len);
  g_assert_cmpuint (find_kind (self, BJT_TODAY_BUILDING, 0), ==, 0);
  for (guint i = 0; i < due->len; i++)
    {
      g_assert_cmpuint (bjt_today_line_get_door (get_line (self, position)), ==, g_array_index (due, BjtDueLine, i).door);
      position = find_kind (self, BJT_TODAY_DOOR, position + 1);
    }
}

static GtkWidget *
find_row (Fixture      *self,
          GtkWidget    *root,
          BjtTodayLine *line)
{
  GtkWidget *found = BJT_IS_TODAY_ROW (root) && bjt_today_row_get_line (BJT_TODAY_ROW (root)) == line ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find_row (self, i, line);
  return found;
}

static gboolean
has_row (Fixture *self)
{
  return find_row (self, self->page, get_first_door (self)) != NULL;
}

/* One click; what was done stays where it was, and is taken back with one step. */
static void
test_met_in_one_click (Fixture      *self,
                       gconstpointer unused)
{
  BjtTodayLine *line = get_first_door (self);
  guint n = count_kind (self, BJT_TODAY_DOOR);
  BjtMorningBoard before = read_board (self), after;

  wait_until (self, has_row);
  g_assert_true (gtk_widget_activate_action (find_row (self, self->page, line), "line.record", "i", BJT_OUTCOME_MET));
  after = read_board (self);
  g_assert_cmpuint (after.n_met, ==, before.n_met + 1);
  g_assert_cmpuint (after.n_left, ==, before.n_left - 1);
  g_assert_cmpuint (count_kind (self, BJT_TODAY_DOOR), ==, n);
  g_assert_true (get_first_door (self) == line);
  g_assert_true (bjt_today_line_is_met (line));
  g_assert_cmpint (bjt_today_line_get_outcome (line), ==, BJT_OUTCOME_MET);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  g_assert_false (bjt_today_line_is_met (line));
  g_assert_cmpuint (read_board (self).n_left, ==, before.n_left);
}

/* Two clicks for a stair; attempts leave the doors due. */
static void
test_stair_at_once (Fixture      *self,
                    gconstpointer unused)
{
  const BjtTodayEntry *stair = bjt_today_line_get_entry (get_line (self, find_kind (self, BJT_TODAY_ENTRANCE, 0)));
  guint n_doors = stair->n_doors, n_undo = bjt_workspace_count_undo (bjt_window_get_workspace (self->window));
  BjtMorningBoard before = read_board (self);
  g_autoptr (GtkBitset) selected = NULL;

  g_assert_true (gtk_widget_activate_action (self->page, "today.select-entrance", "u", stair->index));
  selected = gtk_selection_model_get_selection (get_selection (self));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, n_doors);
  g_assert_true (gtk_widget_activate_action (self->page, "today.record-selected", "i", BJT_OUTCOME_ABSENT));
  g_assert_cmpuint (bjt_workspace_count_undo (bjt_window_get_workspace (self->window)), ==, n_undo + 1);
  g_assert_cmpuint (read_board (self).n_tried, ==, n_doors);
  g_assert_cmpuint (read_board (self).n_overdue, ==, before.n_overdue);
  g_assert_cmpuint (read_board (self).n_left, ==, before.n_left - n_doors);
  g_assert_cmpuint (stair->n_left, ==, 0);
  g_assert_cmpint (bjt_today_line_get_outcome (get_first_door (self)), ==, BJT_OUTCOME_ABSENT);
  g_clear_pointer (&selected, gtk_bitset_unref);
  selected = gtk_selection_model_get_selection (get_selection (self));
  g_assert_true (gtk_bitset_is_empty (selected));
}

/* A second time only those are selected that are left. */
static void
test_selects_those_left (Fixture      *self,
                         gconstpointer unused)
{
  guint heading = find_kind (self, BJT_TODAY_ENTRANCE, 0);
  const BjtTodayEntry *stair = bjt_today_line_get_entry (get_line (self, heading));
  g_autoptr (GtkBitset) selected = NULL;

  while (stair->n_doors < 2)
    stair = bjt_today_line_get_entry (get_line (self, heading = find_kind (self, BJT_TODAY_ENTRANCE, heading + 1)));
  g_assert_true (gtk_widget_activate_action (self->page, "today.record", "(ui)", bjt_today_line_get_door (get_line (self, heading + 1)), BJT_OUTCOME_NOTE_LEFT));
  g_assert_true (gtk_widget_activate_action (self->page, "today.select-entrance", "u", stair->index));
  selected = gtk_selection_model_get_selection (get_selection (self));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, stair->n_doors - 1);
  g_assert_false (gtk_bitset_contains (selected, heading + 1));
}

static void
test_shares_the_focus (Fixture      *self,
                       gconstpointer unused)
{
  BjtFocus *focus = bjt_window_get_focus (self->window);
  guint first = find_kind (self, BJT_TODAY_DOOR, 0), second = find_kind (self, BJT_TODAY_DOOR, first + 1);

  gtk_selection_model_select_item (get_selection (self), first, TRUE);
  g_assert_cmpuint (bjt_focus_get_door (focus), ==, bjt_today_line_get_door (get_line (self, first)));
  bjt_focus_choose_door (focus, bjt_today_line_get_door (get_line (self, second)));
  g_assert_true (gtk_selection_model_is_selected (get_selection (self), second));
  g_assert_false (gtk_selection_model_is_selected (get_selection (self), first));
}

static void
test_scopes (Fixture      *self,
             gconstpointer unused)
{
  BjtMorningBoard board = read_board (self);

  show_scope (self, "overdue");
  g_assert_cmpuint (count_kind (self, BJT_TODAY_DOOR), ==, board.n_overdue);
  show_scope (self, "today");
  g_assert_cmpuint (count_kind (self, BJT_TODAY_DOOR), ==, board.n_due_today);
  show_scope (self, "week");
  g_assert_cmpuint (count_kind (self, BJT_TODAY_DOOR), >=, board.n_due_today + board.n_overdue);
  show_scope (self, "quiet");
  g_assert_cmpuint (count_kind (self, BJT_TODAY_GRID), ==, board.n_quiet);
  show_scope (self, "issues");
  g_assert_cmpuint (count_kind (self, BJT_TODAY_ISSUE), ==, board.n_issues_overdue + board.n_issues_soon);
}

static void
test_grid_narrows (Fixture      *self,
                   gconstpointer unused)
{
  BjtFocus *focus = bjt_window_get_focus (self->window);
  BjtFilter filter = *bjt_focus_get_filter (focus);
  BjtDueQuery query = BJT_DUE_QUERY_ALL;
  g_autoptr (GArray) due = NULL;

  filter.grid = query.grid = 0;
  bjt_focus_set_filter (focus, &filter);
  due = bjt_due_list_find (get_picture (self), &query);
  g_assert_cmpuint (count_kind (self, BJT_TODAY_DOOR), ==, due->len);
}

static void
test_on_the_map (Fixture      *self,
                 gconstpointer unused)
{
  guint n = count_kind (self, BJT_TODAY_DOOR);
  g_autofree char *page = NULL;

  g_assert_true (gtk_widget_activate_action (self->page, "today.map", NULL));
  g_object_get (self->window, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "map");
  g_assert_cmpuint (bjt_door_set_count (bjt_focus_get_matched (bjt_window_get_focus (self->window))), ==, n);
}

static void
collect_text (GtkWidget *root,
              GString   *text)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (GTK_IS_LABEL (root))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL; i = gtk_widget_get_next_sibling (i))
    collect_text (i, text);
}

/* Behind the curtain a line is a place and a day: no masked name either. */
static void
test_curtain (Fixture      *self,
              gconstpointer unused)
{
  GtkWidget *list = find_list (self->page);
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);

  wait_until (self, has_row);
  collect_text (list, before);
  bjt_focus_set_curtain (bjt_window_get_focus (self->window), TRUE);
  collect_text (list, after);
  g_assert_nonnull (strchr (before->str, '*'));
  g_assert_null (strchr (after->str, '*'));
  g_assert_null (find_of_type (list, "BjtCategoryChip"));
}

static void
test_more_opens_the_form (Fixture      *self,
                          gconstpointer unused)
{
  guint32 door = bjt_today_line_get_door (get_first_door (self));

  g_assert_true (gtk_widget_activate_action (self->page, "today.more", "u", door));
  g_assert_cmpuint (bjt_focus_get_door (bjt_window_get_focus (self->window)), ==, door);
  g_assert_true (gtk_widget_get_child_visible (find_of_type (GTK_WIDGET (self->window), "BjtVisitForm")));
}

static void
test_reminds (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (GNotification) due = bjt_due_reminder_new_notification (get_picture (self));

  g_assert_nonnull (due);
}

/* The window opens on the page it was closed on. */
static void
test_remembers_the_page (Fixture      *self,
                         gconstpointer application)
{
  GSettings *settings = bjt_application_get_settings ((BjtApplication *) application);
  g_autofree char *page = NULL;

  gtk_window_close (GTK_WINDOW (self->window));
  self->window = bjt_window_new ((BjtApplication *) application);
  bjt_window_open (self->window, self->path);
  g_object_get (self->window, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "today");
  g_settings_reset (settings, "page");
}

/* The file of a person */

static void
apply_entry (GtkWidget  *group,
             const char *title,
             const char *text)
{
  GtkWidget *entry = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (find_of_type (group, "GtkListBox")); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (ADW_IS_ENTRY_ROW (row) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      entry = row;
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "apply");
}

static void
count_cb (guint *n_changes)
{
  ++*n_changes;
}

static void
test_tasks_of_a_person (Fixture      *self,
                        gconstpointer application)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (BJT_PAGE (self->page));
  BjtServiceQuery query = BJT_SERVICE_QUERY_ALL;
  BjtUuid person_id = bjt_picture_get_person (get_picture (self), 0)->id;
  guint n_changes = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPersonFile) file = bjt_workspace_load_person_file (workspace, &person_id, &error);
  GtkWidget *group;
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GPtrArray) services = NULL;

  g_assert_no_error (error);
  group = g_object_ref_sink (bjt_person_tasks_new (BJT_PAGE (self->page), file));
  g_signal_connect_swapped (group, "changed", G_CALLBACK (count_cb), &n_changes);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_of_type (group, "GtkDropDown")), 3);
  apply_entry (group, "Add a task", "陪同透析");
  apply_entry (group, "Record something done for this person", "代交电费");
  g_assert_cmpuint (n_changes, ==, 2);
  query.person_id = &person_id;
  tasks = bjt_workspace_list_tasks (workspace, &query, BJT_DATE_NONE, &error);
  services = bjt_workspace_list_services (workspace, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpstr (((BjtDueTask *) tasks->pdata[0])->task->title, ==, "陪同透析");
  g_assert_nonnull (strstr (((BjtDueTask *) tasks->pdata[0])->task->recurrence, "MONTHLY"));
  g_assert_cmpuint (services->len, ==, 1);
  g_assert_cmpstr (((BjtService *) services->pdata[0])->kind, ==, "代交电费");
  g_object_unref (group);
}

static void
test_empty (Fixture      *self,
            gconstpointer unused)
{
  GtkWidget *stack = find_of_type (self->page, "GtkStack");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  g_assert_null (bjt_due_reminder_new_notification (get_picture (self)));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *self, gconstpointer application);
  } tests[] = {
    { "/today-page/walking-order", test_walking_order },
    { "/today-page/met-in-one-click", test_met_in_one_click },
    { "/today-page/stair-at-once", test_stair_at_once },
    { "/today-page/selects-those-left", test_selects_those_left },
    { "/today-page/shares-the-focus", test_shares_the_focus },
    { "/today-page/scopes", test_scopes },
    { "/today-page/grid-narrows", test_grid_narrows },
    { "/today-page/on-the-map", test_on_the_map },
    { "/today-page/curtain", test_curtain },
    { "/today-page/reminds", test_reminds },
    { "/today-page/remembers-the-page", test_remembers_the_page },
    { "/today-page/tasks-of-a-person", test_tasks_of_a_person },
    { "/today-page/more-opens-the-form", test_more_opens_the_form },
  };
  g_autoptr (BjtApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = bjt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, application, set_up, tests[i].func, tear_down);
  g_test_add ("/today-page/empty", Fixture, application, set_up_empty, test_empty, tear_down);
  return g_test_run ();
}
