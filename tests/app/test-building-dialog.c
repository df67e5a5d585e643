/* test-building-dialog.c: the wizard: what the preview shows of each way to lay
 * out a building, what it tells before it changes one, what it makes. */
#include "pages/bjt-building-dialog.h"
#include "widgets/bjt-matrix-view.h"
#include "workspace/bjt-workspace.h"

#include <glib/gstdio.h>

typedef struct
{
  char         *folder;
  char         *path;
  BjtWorkspace *workspace;
  BjtFocus     *focus;
  GtkWindow    *parent;
  GtkWidget    *dialog;
} Fixture;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static GtkWidget *
find (GtkWidget  *root,
      const char *id)
{
  GtkWidget *found = g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0 ? root : NULL;

  for (GtkWidget *i = gtk_widget_get_first_child (root); i != NULL && found == NULL; i = gtk_widget_get_next_sibling (i))
    found = find (i, id);
  return found;
}

static GtkWidget *
field (Fixture    *self,
       const char *id)
{
  GtkWidget *found = find (self->dialog, id);

  g_assert_nonnull (found);
  return found;
}

static void
present (Fixture *self,
         guint32  building)
{
  g_autoptr (GListModel) windows = NULL;

  bjt_building_dialog_present (self->parent, self->workspace, self->focus, building);
  windows = g_object_ref (gtk_window_get_toplevels ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "BjtBuildingDialog"))
        self->dialog = window;
    }
  g_assert_nonnull (self->dialog);
  settle ();
}

static void
changed_cb (BjtWorkspace *workspace,
            BjtFocus     *focus)
{
  bjt_focus_set_picture (focus, bjt_workspace_get_picture (workspace));
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BjtClock clock;

  bjt_clock_init_as_of (&clock, bjt_date_from_ymd (2026, 11, 22));
  self->folder = g_dir_make_tmp ("bjt-wizard-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.bjt", NULL);
  bjt_workspace_create (self->path, "江北社区", &clock, &error);
  g_assert_no_error (error);
  self->workspace = bjt_workspace_open (self->path, &clock, &error);
  g_assert_no_error (error);
  self->focus = bjt_focus_new ();
  bjt_focus_set_picture (self->focus, bjt_workspace_get_picture (self->workspace));
  g_signal_connect (self->workspace, "changed", G_CALLBACK (changed_cb), self->focus);
  self->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (self->parent);
  present (self, BJT_NO_INDEX);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (self->parent);
  settle ();
  g_signal_handlers_disconnect_by_data (self->workspace, self->focus);
  g_assert_finalize_object (self->workspace);
  g_assert_finalize_object (self->focus);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (self->folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static const BjtMatrix *
get_preview (Fixture     *self,
             BjtPicture **picture)
{
  BjtMatrixView       *view = BJT_MATRIX_VIEW (field (self, "preview"));
  g_autoptr (BjtFocus) focus = NULL;

  g_object_get (view, "focus", &focus, NULL);
  *picture = bjt_focus_get_picture (focus);
  return bjt_matrix_view_get_matrix (view);
}

/* The rows of the preview: levels, then the doors of each: "2:201,202 1:101,102" */
static char *
dup_preview (Fixture *self)
{
  BjtPicture      *picture;
  const BjtMatrix *matrix = get_preview (self, &picture);
  GString         *text = g_string_new (NULL);

  for (guint r = 0; r < matrix->rows->len; r++)
    {
      const char *comma = "";

      g_string_append_printf (text, "%s%s:", r > 0 ? " " : "", bjt_matrix_get_row (matrix, r)->label);
      for (guint c = 0; c < matrix->n_columns; c++)
        {
          guint32              index = matrix->index[r * matrix->n_columns + c];
          const BjtMatrixCell *cell = index != BJT_NO_INDEX ? bjt_matrix_get_cell (matrix, index) : NULL;

          if (cell == NULL || cell->column != c)
            continue;
          g_string_append_printf (text, "%s%s%s", comma, bjt_picture_get_door (picture, cell->door)->label, bjt_matrix_get_base_row (cell) != r ? "^" : "");
          comma = ",";
        }
    }
  return g_string_free (text, FALSE);
}

static void
type (Fixture    *self,
      const char *id,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (field (self, id)), text);
}

static void
fill (Fixture    *self,
      int         levels,
      const char *entrances,
      const char *doors)
{
  type (self, "label", "12");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "levels")), levels);
  type (self, "entrances", entrances);
  type (self, "doors", doors);
}

static void
assert_preview (Fixture    *self,
                const char *expected)
{
  g_autofree char *preview = dup_preview (self);

  g_assert_cmpstr (preview, ==, expected);
}

static void
test_levels (Fixture      *self,
             gconstpointer data)
{
  fill (self, 5, "1", "1");
  type (self, "skip", "4，3：3A");
  assert_preview (self, "5:501 3A:3A01 2:201 1:101");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "below")), 1);
  gtk_switch_set_active (GTK_SWITCH (field (self, "semi")), TRUE);
  assert_preview (self, "5:501 3A:3A01 2:201 1:101 半地下:-101");
  type (self, "skip", "4,13,14");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "levels")), 15);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "below")), 0);
  gtk_switch_set_active (GTK_SWITCH (field (self, "semi")), FALSE);
  assert_preview (self, "15:1501 12:1201 11:1101 10:1001 9:901 8:801 7:701 6:601 5:501 3:301 2:201 1:101");
}

/* A door over two levels stands in both rows. */
static void
test_duplex (Fixture      *self,
             gconstpointer data)
{
  fill (self, 3, "1", "2");
  type (self, "duplex", "2");
  assert_preview (self, "3:201^,202^ 2:201,202 1:101,102");
}

static void
test_numberings (Fixture      *self,
                 gconstpointer data)
{
  static const char *const expected[] = {
    "1:101,102,101,102",         "1:0101,0102,0101,0102",     "1:1-101,1-102,2-101,2-102",
    "1:101,102,103,104",         "1:西户,东户,西户,东户",     "1:1,2,3,4",
  };

  fill (self, 1, "2", "2");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (field (self, "numbering")), i);
      assert_preview (self, expected[i]);
    }
  fill (self, 1, "1", "3");
  adw_combo_row_set_selected (ADW_COMBO_ROW (field (self, "numbering")), 4);
  assert_preview (self, "1:西户,中户,东户");
}

static void
test_direction (Fixture      *self,
                gconstpointer data)
{
  fill (self, 1, "2", "2");
  adw_combo_row_set_selected (ADW_COMBO_ROW (field (self, "numbering")), 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (field (self, "direction")), 1);
  assert_preview (self, "1:2-102,2-101,1-102,1-101");
  adw_combo_row_set_selected (ADW_COMBO_ROW (field (self, "numbering")), 4);
  assert_preview (self, "1:西户,东户,西户,东户"); /* the sides stay where they are */
}

static void
test_shops_and_garages (Fixture      *self,
                        gconstpointer data)
{
  BjtPicture      *picture;
  const BjtMatrix *matrix;

  fill (self, 2, "2", "2");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "shops")), 3);
  assert_preview (self, "2:201,202,201,202 1:门市1,门市2,门市3");
  matrix = get_preview (self, &picture);
  g_assert_cmpint (bjt_picture_get_door (picture, bjt_matrix_get_cell (matrix, bjt_matrix_step (matrix, 0, BJT_MATRIX_DOWN))->door)->kind, ==, BJT_DOOR_SHOP);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "shops")), 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "below")), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "garages")), 2);
  assert_preview (self, "2:201,202,201,202 1:101,102,101,102 -1:车库1,车库2");
}

/* Rows of bungalows have no entrance. */
static void
test_bungalows (Fixture      *self,
                gconstpointer data)
{
  fill (self, 1, "0", "14");
  assert_preview (self, "1:1,2,3,4,5,6,7 :8,9,10,11,12,13,14");
}

static const char *
get_text (Fixture    *self,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (field (self, id)));
}

static void
test_makes_and_tells (Fixture      *self,
                      gconstpointer data)
{
  BjtPicture *picture;

  type (self, "compound", "新苑");
  fill (self, 5, "2", "2");
  g_assert_true (gtk_widget_activate_action (self->dialog, "building.apply", NULL));
  settle ();
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_cmpuint (picture->doors->len, ==, 20);
  g_assert_cmpuint (bjt_focus_get_building (self->focus), ==, 0);
  self->dialog = NULL;
  present (self, 0);
  g_assert_false (gtk_widget_get_visible (field (self, "details")));
  type (self, "skip", "4:3A");
  g_assert_nonnull (strstr (get_text (self, "details"), "1-401 → 3A01"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "levels")), 6);
  g_assert_nonnull (strstr (get_text (self, "details"), "1-601"));
  type (self, "skip", "");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (field (self, "levels")), 4);
  g_assert_nonnull (strstr (get_text (self, "details"), "1-501"));
  g_assert_cmpuint (bjt_workspace_get_picture (self->workspace)->doors->len, ==, 20);
  type (self, "doors", "nonsense");
  g_assert_true (gtk_widget_has_css_class (field (self, "summary"), "error"));
  g_assert_false (gtk_widget_get_visible (field (self, "details")));
}

#define ADD(name, func) g_test_add ("/app/wizard/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("levels", test_levels);
  ADD ("duplex", test_duplex);
  ADD ("numberings", test_numberings);
  ADD ("direction", test_direction);
  ADD ("shops-and-garages", test_shops_and_garages);
  ADD ("bungalows", test_bungalows);
  ADD ("makes-and-tells", test_makes_and_tells);
  return g_test_run ();
}
