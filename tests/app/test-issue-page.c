/* The ledger on a small community: what is listed, what a click does, what
 * comes of a change made elsewhere; and how long twenty thousand take. */
#include "app/bjt-window.h"
#include "pages/bjt-issue-page.h"
#include "pages/bjt-issue-pane.h"
#include "pages/bjt-issue-step-popover.h"
#include "pages/bjt-ledger-bar.h"
#include "pages/bjt-ledger-list.h"
#include "workspace/bjt-workspace-issues.h"
#include "workspace/bjt-workspace-ledger.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 20

typedef struct
{
  char         *folder;
  char         *path;
  BjtWindow    *window;
  BjtWorkspace *workspace;
  GtkWidget    *page;
  GtkWidget    *pane;
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
find_of_type (GtkWidget *root,
              GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find_of_type (i, type);
  return found;
}

static GtkWidget *
find_with_class (GtkWidget  *root,
                 const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (root, css_class) ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find_with_class (i, css_class);
  return found;
}

static void
collect_text (GtkWidget *root,
              GString   *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_child_visible (root))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL; i = gtk_widget_get_next_sibling (i))
    if (gtk_widget_get_visible (i))
      collect_text (i, text);
}

static gboolean
says (GtkWidget  *root,
      const char *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  collect_text (root, text);
  return strstr (text->str, words) != NULL;
}

/* The list */

static GtkSelectionModel *
get_selection (Fixture *self)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (find_with_class (self->page, "ledger-list")));
}

static guint
count_lines (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (self)));
}

static const BjtLedgerIssue *
get_issue (Fixture *self,
           guint    position)
{
  g_autoptr (BjtLedgerLine) line = g_list_model_get_item (G_LIST_MODEL (get_selection (self)), position);

  g_assert_nonnull (line);
  return bjt_ledger_line_get_issue (line); /* of a ledger that the page holds */
}

static char *
dup_words (Fixture *self,
           guint    position)
{
  g_autoptr (BjtLedgerLine) line = g_list_model_get_item (G_LIST_MODEL (get_selection (self)), position);

  return bjt_ledger_line_dup_words (line, bjt_focus_get_curtain (bjt_window_get_focus (self->window)));
}

/* The first that stands in a state */
static guint
find_state (Fixture    *self,
            const char *state)
{
  for (guint i = 0; i < count_lines (self); i++)
    if (g_strcmp0 (get_issue (self, i)->state, state) == 0)
      return i;
  g_assert_not_reached ();
}

static BjtUuid
choose (Fixture *self,
        guint    position)
{
  gtk_selection_model_select_item (get_selection (self), position, TRUE);
  g_assert_true (bjt_uuid_equal (bjt_issue_pane_get_issue_id (BJT_ISSUE_PANE (self->pane)), &get_issue (self, position)->id));
  return get_issue (self, position)->id;
}

static void
show_scope (Fixture    *self,
            const char *scope)
{
  bjt_issue_page_show_scope (BJT_ISSUE_PAGE (self->page), scope);
}

static BjtIssue *
read_issue (Fixture       *self,
            const BjtUuid *id)
{
  g_autoptr (GError) error = NULL;
  BjtIssue *issue = bjt_workspace_get_issue (self->workspace, id, &error);

  g_assert_no_error (error);
  return issue;
}

static void
take (Fixture    *self,
      const char *step)
{
  g_assert_true (gtk_widget_activate_action (self->pane, "issue.step", "s", step));
}

static GtkWidget *
find_popover (Fixture *self)
{
  GtkWidget *popover = find_of_type (self->pane, BJT_TYPE_ISSUE_STEP_POPOVER);

  g_assert_nonnull (popover);
  return popover;
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

/* The community */

static void
open_window (Fixture      *self,
             gconstpointer application)
{
  self->window = bjt_window_new ((BjtApplication *) application);
  gtk_window_present (GTK_WINDOW (self->window));
  bjt_window_open (self->window, self->path);
  self->workspace = bjt_window_get_workspace (self->window);
  self->page = bjt_window_show_page (self->window, "issues");
  wait_until (self, is_shown);
  self->pane = find_of_type (self->page, BJT_TYPE_ISSUE_PANE);
}

static void
make_folder (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("bjt-issues-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "community.bjt", NULL);
}

static void
make_sample (Fixture      *self,
             gconstpointer application,
             guint         n_issues)
{
  const BjtSampleOptions options = { .profile = "stress", .seed = 1, .n_doors = 300, .n_issues = n_issues };
  g_autoptr (GError) error = NULL;

  make_folder (self);
  bjt_workspace_create_sample (self->path, &options, bjt_application_get_clock ((BjtApplication *) application), &error);
  g_assert_no_error (error);
  open_window (self, application);
}

static void
set_up (Fixture      *self,
        gconstpointer application)
{
  make_sample (self, application, 200);
}

static void
set_up_many (Fixture      *self,
             gconstpointer application)
{
  make_sample (self, application, 20000);
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

/* Listing */

static void
test_lists (Fixture      *self,
            gconstpointer unused)
{
  BjtLedger *ledger = bjt_workspace_get_ledger (self->workspace, NULL);
  BjtLedgerFilter filter;
  g_autoptr (BjtLedgerTally) tally = NULL;
  BjtUuid ids[2];

  bjt_workspace_init_ledger_filter (self->workspace, &filter);
  tally = bjt_ledger_filter_count (&filter, ledger);
  g_assert_cmpuint (count_lines (self), ==, tally->open);
  for (guint i = 1; i < count_lines (self) && get_issue (self, i)->paused_at == 0; i++)
    g_assert_cmpint (get_issue (self, i - 1)->due_at, <=, get_issue (self, i)->due_at);
  show_scope (self, "overdue");
  g_assert_cmpuint (count_lines (self), ==, tally->clocks[BJT_LEDGER_CLOCK_OVERDUE]);
  show_scope (self, "ended");
  g_assert_cmpuint (count_lines (self), ==, tally->ended);
  ids[0] = get_issue (self, 0)->id;
  show_scope (self, "open");
  ids[1] = get_issue (self, 0)->id;
  bjt_issue_page_show_issues (BJT_ISSUE_PAGE (self->page), "two of them", ids, 2);
  g_assert_cmpuint (count_lines (self), ==, 2);
  g_assert_true (gtk_widget_activate_action (self->page, "issues.reset", NULL));
  g_assert_cmpuint (count_lines (self), ==, tally->total);
}

static void
test_finds_as_one_types (Fixture      *self,
                         gconstpointer unused)
{
  GtkWidget *entry = find_of_type (find_of_type (self->page, BJT_TYPE_LEDGER_BAR), GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *number = g_strdup (get_issue (self, 2)->number);

  gtk_editable_set_text (GTK_EDITABLE (entry), number);
  g_assert_cmpuint (count_lines (self), ==, 1);
  g_assert_cmpstr (get_issue (self, 0)->number, ==, number);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  g_assert_cmpuint (count_lines (self), ==, 0);
  g_assert_true (says (self->page, "No Such Issues"));
}

/* Steps */

/* Row, button, partner. */
static void
test_dispatch_in_three (Fixture      *self,
                        gconstpointer unused)
{
  BjtUuid id = choose (self, find_state (self, "accepted"));
  g_autoptr (BjtIssue) issue = NULL, undone = NULL;

  take (self, "dispatch");
  click (find_with_class (find_popover (self), "step-choice"));
  issue = read_issue (self, &id);
  g_assert_cmpint (issue->status, ==, BJT_ISSUE_DISPATCHED);
  g_assert_false (bjt_uuid_is_nil (&issue->partner_id));
  g_assert_true (says (self->pane, issue->department));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  undone = read_issue (self, &id);
  g_assert_cmpstr (undone->state, ==, "accepted");
}

/* What needs nothing is done at once; the issue stays in the pane. */
static void
test_accepts_at_once (Fixture      *self,
                      gconstpointer unused)
{
  BjtUuid id = choose (self, find_state (self, "reported"));
  g_autoptr (BjtIssue) issue = NULL;

  take (self, "accept");
  g_assert_null (find_of_type (self->pane, BJT_TYPE_ISSUE_STEP_POPOVER));
  issue = read_issue (self, &id);
  g_assert_cmpstr (issue->state, ==, "accepted");
  g_assert_true (bjt_uuid_equal (bjt_issue_pane_get_issue_id (BJT_ISSUE_PANE (self->pane)), &id));
}

/* Nothing is sent before all that is needed is there. */
static void
test_asks_for_what_it_needs (Fixture      *self,
                             gconstpointer unused)
{
  BjtUuid id = choose (self, find_state (self, "accepted"));
  GtkWidget *popover, *confirm, *note;
  g_autoptr (BjtIssue) issue = NULL;
  g_autoptr (GPtrArray) events = NULL;

  take (self, "reply");
  popover = find_popover (self);
  confirm = find_with_class (popover, "suggested-action");
  note = find_of_type (popover, GTK_TYPE_ENTRY);
  g_assert_false (gtk_widget_get_sensitive (confirm));
  gtk_editable_set_text (GTK_EDITABLE (note), "told on the phone");
  g_assert_true (gtk_widget_get_sensitive (confirm));
  g_signal_emit_by_name (note, "activate");
  issue = read_issue (self, &id);
  g_assert_cmpint (issue->replied_at, !=, 0);
  events = bjt_workspace_list_issue_events (self->workspace, &id, NULL);
  g_assert_cmpstr (((BjtIssueEvent *) events->pdata[events->len - 1])->note, ==, "told on the phone");
  g_assert_true (says (self->pane, "told on the phone"));
}

/* Another program was quicker: its step is shown, ours is not taken. */
static void
test_changed_elsewhere (Fixture      *self,
                        gconstpointer application)
{
  BjtUuid id = choose (self, find_state (self, "accepted"));
  BjtIssueStep step = BJT_ISSUE_STEP_INIT;
  g_autoptr (BjtWorkspace) other = bjt_workspace_open (self->path, bjt_application_get_clock ((BjtApplication *) application), NULL);
  g_autoptr (BjtIssue) issue = NULL;
  g_autoptr (GPtrArray) events = NULL;
  guint n_events;

  step.code = "settle";
  g_assert_true (bjt_workspace_take_step (other, &id, &step, NULL));
  events = bjt_workspace_list_issue_events (other, &id, NULL);
  n_events = events->len;
  take (self, "dispatch");
  click (find_with_class (find_popover (self), "step-choice"));
  issue = read_issue (self, &id);
  g_assert_cmpstr (issue->state, ==, "closed");
  g_clear_pointer (&events, g_ptr_array_unref);
  events = bjt_workspace_list_issue_events (self->workspace, &id, NULL);
  g_assert_cmpuint (events->len, ==, n_events);
  g_assert_true (says (self->pane, "Settle on the spot"));
  g_assert_true (says (GTK_WIDGET (self->window), "Somebody else did"));
}

/* What hangs on it */

static void
test_homes_concerned (Fixture      *self,
                      gconstpointer unused)
{
  guint position = 0, n_agree = 0;
  BjtUuid id;
  g_autoptr (GPtrArray) doors = NULL;
  GtkWidget *row;

  while (get_issue (self, position)->entrance == BJT_NO_INDEX)
    position++;
  id = choose (self, position);
  g_assert_true (gtk_widget_activate_action (find_of_type (self->pane, g_type_from_name ("BjtIssueDoors")), "concerned.add", "s", "entrance"));
  doors = bjt_workspace_list_issue_doors (self->workspace, &id, NULL);
  g_assert_cmpuint (doors->len, >, 0);
  row = find_with_class (self->pane, "concerned");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_of_type (row, GTK_TYPE_DROP_DOWN)), BJT_CONSENT_GIVEN);
  g_clear_pointer (&doors, g_ptr_array_unref);
  doors = bjt_workspace_list_issue_doors (self->workspace, &id, NULL);
  for (guint i = 0; i < doors->len; i++)
    n_agree += ((BjtIssueDoor *) doors->pdata[i])->consent == BJT_CONSENT_GIVEN;
  g_assert_cmpuint (n_agree, ==, 1);
  g_assert_true (find_with_class (self->pane, "concerned") == row); /* the keyboard stays on it */
}

static void
test_leads_to_its_place (Fixture      *self,
                         gconstpointer unused)
{
  guint position = 0;

  while (get_issue (self, position)->door == BJT_NO_INDEX)
    position++;
  choose (self, position);
  g_assert_cmpuint (bjt_focus_get_door (bjt_window_get_focus (self->window)), ==, get_issue (self, position)->door);
}

/* From a card: wherever the list stands. */
static void
test_is_led_to (Fixture      *self,
                gconstpointer unused)
{
  BjtUuid id;
  g_autofree char *key = NULL;

  show_scope (self, "ended");
  id = get_issue (self, 3)->id;
  show_scope (self, "open");
  bjt_window_show_page (self->window, "map");
  key = bjt_uuid_dup_string (&id);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.issue", "s", key));
  g_assert_true (gtk_widget_get_mapped (self->page));
  g_assert_true (bjt_uuid_equal (bjt_issue_pane_get_issue_id (BJT_ISSUE_PANE (self->pane)), &id));
  g_assert_true (bjt_uuid_equal (&get_issue (self, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (get_selection (self))))->id, &id));
}

static void
test_curtain (Fixture      *self,
              gconstpointer unused)
{
  const char *title = get_issue (self, 0)->title;
  g_autofree char *words = NULL;

  choose (self, 0);
  g_assert_true (says (self->pane, title));
  bjt_focus_set_curtain (bjt_window_get_focus (self->window), TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find_of_type (self->pane, GTK_TYPE_STACK))), ==, "hidden");
  words = dup_words (self, 0);
  g_assert_nonnull (strstr (words, ", —, ")); /* the kind may be called as the issue is */
}

static void
test_empty (Fixture      *self,
            gconstpointer unused)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find_of_type (self->page, GTK_TYPE_STACK))), ==, "empty");
}

static void
test_twenty_thousand (Fixture      *self,
                      gconstpointer unused)
{
  GtkWidget *entry = find_of_type (find_of_type (self->page, BJT_TYPE_LEDGER_BAR), GTK_TYPE_SEARCH_ENTRY);
  static const char *const words[] = { "2", "20", "202", "2026", "2026-0", "2026-00" };
  gint64 begin;

  show_scope (self, "all");
  g_assert_cmpuint (count_lines (self), ==, 20000);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      begin = g_get_monotonic_time ();
      gtk_editable_set_text (GTK_EDITABLE (entry), words[i]);
      g_test_message ("%s: %u issues in %.1f ms", words[i], count_lines (self), (double) (g_get_monotonic_time () - begin) / 1000.0);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  begin = g_get_monotonic_time ();
  bjt_issue_pane_show (BJT_ISSUE_PANE (self->pane), &get_issue (self, 100)->id);
  g_test_message ("an issue in %.1f ms", (double) (g_get_monotonic_time () - begin) / 1000.0);
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
    { "/issue-page/lists", test_lists },
    { "/issue-page/finds-as-one-types", test_finds_as_one_types },
    { "/issue-page/dispatch-in-three", test_dispatch_in_three },
    { "/issue-page/accepts-at-once", test_accepts_at_once },
    { "/issue-page/asks-for-what-it-needs", test_asks_for_what_it_needs },
    { "/issue-page/changed-elsewhere", test_changed_elsewhere },
    { "/issue-page/homes-concerned", test_homes_concerned },
    { "/issue-page/leads-to-its-place", test_leads_to_its_place },
    { "/issue-page/is-led-to", test_is_led_to },
    { "/issue-page/curtain", test_curtain },
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
  g_test_add ("/issue-page/empty", Fixture, application, set_up_empty, test_empty, tear_down);
  g_test_add ("/issue-page/twenty-thousand", Fixture, application, set_up_many, test_twenty_thousand, tear_down);
  return g_test_run ();
}
