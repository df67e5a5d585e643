/* The page of figures on a small community: the numbers are those of the rules,
 * what is behind them is listed, and goes to the map. */
#include "app/bjt-window.h"
#include "pages/bjt-figure-rows.h"
#include "pages/bjt-figures-page.h"
#include "rules/bjt-work-indicator.h"
#include "workspace/bjt-workspace-ledger.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_DOORS 300
#define PATIENCE_SECONDS 20

typedef struct
{
  char      *folder;
  char      *path;
  BjtWindow *window;
  GtkWidget *page;
} Fixture;

/* Looking */

static gboolean
give_up_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until_mapped (GtkWidget *widget)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, &late);

  while (!late && !gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timer);
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

static gboolean
has_text (GtkWidget  *root,
          const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL; i = gtk_widget_get_next_sibling (i))
    if (has_text (i, text))
      return TRUE;
  return FALSE;
}

static BjtFigureRows *
get_rows (Fixture *self)
{
  return BJT_FIGURE_ROWS (find_of_type (self->page, "BjtFigureRows"));
}

static BjtPicture *
get_picture (Fixture *self)
{
  return bjt_focus_get_picture (bjt_window_get_focus (self->window));
}

static void
init_query (Fixture      *self,
            BjtWorkQuery *query)
{
  bjt_work_query_init (query, bjt_workspace_get_ledger (bjt_window_get_workspace (self->window), NULL), get_picture (self));
}

static void
show (Fixture    *self,
      const char *indicator)
{
  g_assert_true (gtk_widget_activate_action (self->page, "figures.indicator", "s", indicator));
}

/* The community */

static void
open_window (Fixture      *self,
             gconstpointer application)
{
  self->window = bjt_window_new ((BjtApplication *) application);
  gtk_window_present (GTK_WINDOW (self->window));
  bjt_window_open (self->window, self->path);
  self->page = bjt_window_show_page (self->window, "figures");
  wait_until_mapped (self->page);
}

static void
set_up (Fixture      *self,
        gconstpointer application)
{
  const BjtSampleOptions options = { .profile = "stress", .seed = 1, .n_doors = N_DOORS };
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("bjt-figures-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "community.bjt", NULL);
  bjt_workspace_create_sample (self->path, &options, bjt_application_get_clock ((BjtApplication *) application), &error);
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
test_numbers (Fixture      *self,
              gconstpointer unused)
{
  g_autoptr (BjtWorkTable) table = NULL;
  g_autofree char *number = NULL;
  BjtWorkQuery query;

  init_query (self, &query);
  show (self, "visits");
  table = bjt_work_indicator_count (bjt_work_indicator_find ("visits"), &query);
  number = g_strdup_printf ("%.0f visits", table->total.value);
  g_assert_cmpfloat (table->total.value, >, 0);
  g_assert_true (has_text (self->page, number));
  g_assert_cmpuint (bjt_figure_rows_count (get_rows (self)), ==, (guint) table->total.value);
}

/* A meter opens with what is missing; the doors of it go to the map. */
static void
test_gap_on_map (Fixture      *self,
                 gconstpointer unused)
{
  const BjtWorkIndicator *indicator = bjt_work_indicator_find ("vulnerable_cared_for");
  g_autoptr (GArray) rows = NULL;
  g_autoptr (BjtDoorSet) doors = NULL;
  const BjtFilter *filter;
  BjtWorkQuery query;

  init_query (self, &query);
  rows = bjt_work_indicator_list (indicator, &query, BJT_NO_INDEX, BJT_WORK_GAP);
  doors = bjt_work_rows_to_doors (rows, get_picture (self));
  show (self, indicator->code);
  g_assert_cmpuint (rows->len, >, 0);
  g_assert_cmpuint (bjt_figure_rows_count (get_rows (self)), ==, rows->len);
  g_assert_true (gtk_widget_activate_action (self->page, "figures.map", NULL));
  filter = bjt_focus_get_filter (bjt_window_get_focus (self->window));
  g_assert_true (filter->only != NULL && bjt_door_set_equal (filter->only, doors));
}

static void
test_sides (Fixture      *self,
            gconstpointer unused)
{
  guint missing, counted, all;

  show (self, "vulnerable_cared_for");
  missing = bjt_figure_rows_count (get_rows (self));
  g_assert_true (gtk_widget_activate_action (self->page, "figures.side", "s", "numerator"));
  counted = bjt_figure_rows_count (get_rows (self));
  g_assert_true (gtk_widget_activate_action (self->page, "figures.side", "s", "denominator"));
  all = bjt_figure_rows_count (get_rows (self));
  g_assert_cmpuint (missing + counted, ==, all);
}

static void
test_selects (Fixture      *self,
              gconstpointer unused)
{
  const BjtDoorSet *selection;

  show (self, "residents_known");
  g_assert_true (gtk_widget_activate_action (self->page, "figures.side", "s", "denominator"));
  g_assert_true (gtk_widget_activate_action (self->page, "figures.select", NULL));
  selection = bjt_focus_get_selection (bjt_window_get_focus (self->window));
  g_assert_cmpuint (bjt_door_set_count (selection), >, 0);
}

/* Nothing to divide by is a dash; who is under assistance is never listed. */
static void
test_nothing_and_restricted (Fixture      *self,
                             gconstpointer unused)
{
  show (self, "policies_explained");
  g_assert_cmpuint (bjt_figure_rows_count (get_rows (self)), ==, 0);
  g_assert_true (has_text (self->page, "—"));
  show (self, "assistance");
  g_assert_true (gtk_widget_activate_action (self->page, "figures.side", "s", "denominator"));
  g_assert_cmpuint (bjt_figure_rows_count (get_rows (self)), ==, 0);
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
    { "/figures-page/numbers", test_numbers },
    { "/figures-page/gap-on-map", test_gap_on_map },
    { "/figures-page/sides", test_sides },
    { "/figures-page/selects", test_selects },
    { "/figures-page/nothing-and-restricted", test_nothing_and_restricted },
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
  return g_test_run ();
}
