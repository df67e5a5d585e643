/* test-matrix-pane.c: the matrix follows and leads the focus; marking many
 * doors; the register of the same building. */
#include "bjt-widget-test.h"
#include "widgets/bjt-matrix-pane.h"

typedef struct
{
  BjtWidgetSample sample;
  BjtFocus       *focus;
  GtkWidget      *pane;
  BjtMatrixView  *matrix;
  GtkWindow      *window;
  guint           n_recorded;
  int             outcome;
} Fixture;

static gboolean
record_visits_cb (Fixture *fixture,
                  GArray  *doors,
                  int      outcome)
{
  fixture->n_recorded = doors->len;
  fixture->outcome = outcome;
  return TRUE;
}

static void
set_up (Fixture *fixture,
        guint    n_entrances,
        guint    n_levels,
        guint    n_stacks)
{
  *fixture = (Fixture) { 0 };
  bjt_widget_sample_init (&fixture->sample, n_entrances, n_levels, n_stacks);
  fixture->focus = bjt_focus_new ();
  bjt_focus_set_picture (fixture->focus, fixture->sample.picture);
  fixture->pane = bjt_matrix_pane_new ();
  bjt_matrix_pane_set_focus (BJT_MATRIX_PANE (fixture->pane), fixture->focus);
  fixture->matrix = bjt_matrix_pane_get_matrix (BJT_MATRIX_PANE (fixture->pane));
  g_signal_connect_swapped (fixture->pane, "record-visits", G_CALLBACK (record_visits_cb), fixture);
  fixture->window = bjt_widget_test_show (fixture->pane, 912, 330);
}

static void
tear_down (Fixture *fixture)
{
  bjt_widget_test_close (fixture->window, fixture->pane);
  g_assert_finalize_object (fixture->focus);
  bjt_widget_sample_clear (&fixture->sample);
}

static void
press (Fixture        *fixture,
       guint           key,
       GdkModifierType modifiers)
{
  GtkShortcutTrigger       *trigger = gtk_keyval_trigger_new (key, modifiers);
  g_autoptr (GListModel)    controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->matrix));
  gboolean                  is_found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_found; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint s = 0; s < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !is_found; s++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), s);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            continue;
          is_found = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->matrix),
                                                   gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_object_unref (trigger);
  g_assert_true (is_found);
}

static void
test_teaches_when_nothing_is_chosen (void)
{
  Fixture fixture;

  set_up (&fixture, 3, 6, 3);
  bjt_widget_test_paint (fixture.window, "matrix-none");
  g_assert_false (bjt_widget_test_has_text (fixture.pane, "54"));
  bjt_focus_choose_building (fixture.focus, 0);
  bjt_widget_test_settle ();
  g_assert_true (bjt_widget_test_has_text (fixture.pane, "54"));
  tear_down (&fixture);
}

static void
test_keyboard_chooses (void)
{
  Fixture fixture;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  press (&fixture, GDK_KEY_Right, 0);
  g_assert_cmpuint (bjt_focus_get_door (fixture.focus), ==, fixture.sample.crowd + 1);
  press (&fixture, GDK_KEY_Down, 0);
  g_assert_cmpuint (bjt_focus_get_door (fixture.focus), ==, fixture.sample.crowd + 4);
  press (&fixture, GDK_KEY_Home, 0);
  g_assert_cmpuint (bjt_focus_get_door (fixture.focus), ==, fixture.sample.crowd + 3);
  press (&fixture, GDK_KEY_Home, GDK_CONTROL_MASK);
  g_assert_cmpuint (bjt_focus_get_door (fixture.focus), ==, fixture.sample.crowd);
  press (&fixture, GDK_KEY_Left, 0);
  g_assert_cmpuint (bjt_focus_get_door (fixture.focus), ==, fixture.sample.crowd);
  tear_down (&fixture);
}

static void
test_marks_record_visits (void)
{
  Fixture fixture;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  press (&fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  press (&fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_cmpuint (bjt_matrix_view_count_selected (fixture.matrix), ==, 4);
  bjt_widget_test_paint (fixture.window, "matrix-marked");
  g_assert_true (gtk_widget_activate_action (fixture.pane, "pane.record-visits", "i", BJT_OUTCOME_ABSENT));
  g_assert_cmpuint (fixture.n_recorded, ==, 4);
  g_assert_cmpint (fixture.outcome, ==, BJT_OUTCOME_ABSENT);
  g_assert_cmpuint (bjt_matrix_view_count_selected (fixture.matrix), ==, 0);
  tear_down (&fixture);
}

static void
test_context_menu_works_on_the_door (void)
{
  Fixture fixture;
  guint   n_shown = 0;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  press (&fixture, GDK_KEY_Menu, 0);
  bjt_widget_test_settle ();
  for (GtkWidget *child = gtk_widget_get_first_child (fixture.pane); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      {
        n_shown += gtk_widget_get_visible (child);
        gtk_popover_popdown (GTK_POPOVER (child));
      }
  g_assert_cmpuint (n_shown, ==, 1);
  bjt_widget_test_settle ();
  g_assert_true (gtk_widget_activate_action (fixture.pane, "pane.record-visits", "i", BJT_OUTCOME_MET));
  g_assert_cmpuint (fixture.n_recorded, ==, 1);
  tear_down (&fixture);
}

static void
test_marks_survive_a_new_picture (void)
{
  Fixture         fixture;
  BjtWidgetSample later;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  press (&fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  bjt_widget_sample_init (&later, 3, 6, 3);
  bjt_focus_set_picture (fixture.focus, later.picture);
  g_assert_cmpuint (bjt_matrix_view_count_selected (fixture.matrix), ==, 2);
  bjt_widget_sample_clear (&later);
  tear_down (&fixture);
}

static void
test_no_cell_moves_while_filtering (void)
{
  Fixture      fixture;
  GdkRectangle before, after;
  BjtFilter    filter;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  bjt_widget_test_paint (fixture.window, "matrix");
  g_assert_true (bjt_matrix_view_get_door_area (fixture.matrix, fixture.sample.elders, &before));
  bjt_filter_init (&filter);
  filter.any = 1;
  bjt_focus_set_filter (fixture.focus, &filter);
  bjt_widget_test_paint (fixture.window, "matrix-filtered");
  g_assert_true (bjt_matrix_view_get_door_area (fixture.matrix, fixture.sample.elders, &after));
  g_assert_true (gdk_rectangle_equal (&before, &after));
  g_assert_cmpint (after.width, >=, 72);
  g_assert_cmpint (after.height, >=, 30);
  bjt_focus_set_curtain (fixture.focus, TRUE);
  bjt_widget_test_paint (fixture.window, "matrix-curtain");
  tear_down (&fixture);
}

static void
test_chosen_cell_scrolls_into_view (void)
{
  Fixture      fixture;
  GdkRectangle area;

  set_up (&fixture, 6, 17, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.picture->doors->len - 1);
  bjt_widget_test_paint (fixture.window, "matrix-tall");
  g_assert_true (bjt_matrix_view_get_door_area (fixture.matrix, fixture.sample.picture->doors->len - 1, &area));
  g_assert_cmpint (area.x + area.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture.matrix)));
  g_assert_cmpint (area.y + area.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture.matrix)));
  tear_down (&fixture);
}

static void
test_roster_follows_the_filter (void)
{
  Fixture   fixture;
  BjtFilter filter;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  g_assert_true (gtk_widget_activate_action (fixture.pane, "pane.view", "s", "roster"));
  g_assert_cmpstr (bjt_matrix_pane_get_view (BJT_MATRIX_PANE (fixture.pane)), ==, "roster");
  bjt_widget_test_paint (fixture.window, "roster");
  g_assert_true (bjt_widget_test_has_text (fixture.pane, "601"));
  bjt_filter_init (&filter);
  filter.classes = 1 << BJT_CLASS_EMPTY;
  bjt_focus_set_filter (fixture.focus, &filter);
  bjt_widget_test_settle ();
  g_assert_false (bjt_widget_test_has_text (fixture.pane, "601"));
  g_assert_true (bjt_widget_test_has_text (fixture.pane, "102"));
  tear_down (&fixture);
}

static void
test_names_are_masked (void)
{
  Fixture fixture;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  bjt_focus_set_names_shown (fixture.focus, TRUE);
  bjt_matrix_pane_set_view (BJT_MATRIX_PANE (fixture.pane), "roster");
  bjt_widget_test_settle ();
  g_assert_true (bjt_widget_test_has_text (fixture.pane, "金*淑"));
  g_assert_false (bjt_widget_test_has_text (fixture.pane, "金明淑"));
  bjt_focus_set_curtain (fixture.focus, TRUE);
  bjt_widget_test_settle ();
  g_assert_false (bjt_widget_test_has_text (fixture.pane, "金*淑"));
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  bjt_widget_test_init (&argc, &argv);
  g_test_add_func ("/widgets/matrix/teaches-when-nothing-is-chosen", test_teaches_when_nothing_is_chosen);
  g_test_add_func ("/widgets/matrix/keyboard-chooses", test_keyboard_chooses);
  g_test_add_func ("/widgets/matrix/marks-record-visits", test_marks_record_visits);
  g_test_add_func ("/widgets/matrix/context-menu-works-on-the-door", test_context_menu_works_on_the_door);
  g_test_add_func ("/widgets/matrix/marks-survive-a-new-picture", test_marks_survive_a_new_picture);
  g_test_add_func ("/widgets/matrix/no-cell-moves-while-filtering", test_no_cell_moves_while_filtering);
  g_test_add_func ("/widgets/matrix/chosen-cell-scrolls-into-view", test_chosen_cell_scrolls_into_view);
  g_test_add_func ("/widgets/roster/follows-the-filter", test_roster_follows_the_filter);
  g_test_add_func ("/widgets/roster/names-are-masked", test_names_are_masked);
  return g_test_run ();
}
