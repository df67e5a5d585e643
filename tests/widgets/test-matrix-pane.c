/* test-matrix-pane.c: the matrix follows and leads the focus; marking many
 * doors; the register of the same building. */
#include <gdk/x11/gdkx.h>

#include "bjt-widget-test.h"
#include "widgets/bjt-matrix-pane.h"
#include "widgets/bjt-matrix-selection.h"

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
  /* What a late pointer event or a tooltip still holds goes when it is through. */
  for (guint i = 0; i < 250 && G_OBJECT (fixture->focus)->ref_count > 1; i++)
    {
      bjt_widget_test_settle ();
      g_usleep (20 * G_TIME_SPAN_MILLISECOND);
    }
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

static gboolean
count_door_menu_cb (guint         *n_asked,
                    guint          door,
                    double         x,
                    double         y,
                    BjtMatrixPane *pane)
{
  g_assert_cmpuint (door, !=, BJT_NO_INDEX);
  (*n_asked)++;
  return TRUE;
}

/* Beside the rooms of a plan there is no door to ask about. */
static void
test_menu_beside_the_doors (void)
{
  Fixture fixture;
  guint   n_asked = 0;

  set_up (&fixture, 3, 6, 3);
  g_signal_connect_swapped (fixture.pane, "door-menu", G_CALLBACK (count_door_menu_cb), &n_asked);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  bjt_matrix_pane_ask_menu (BJT_MATRIX_PANE (fixture.pane), GTK_WIDGET (fixture.matrix), BJT_NO_INDEX, 1, 1);
  g_assert_cmpuint (n_asked, ==, 0);
  bjt_matrix_pane_ask_menu (BJT_MATRIX_PANE (fixture.pane), GTK_WIDGET (fixture.matrix), fixture.sample.crowd, 1, 1);
  g_assert_cmpuint (n_asked, ==, 1);
  for (GtkWidget *child = gtk_widget_get_first_child (fixture.pane); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      gtk_popover_popdown (GTK_POPOVER (child));
  bjt_widget_test_settle ();
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

/* Pointer: real presses by xdotool, where there is one */

static gboolean
can_point (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program == NULL || !GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_test_skip ("no xdotool here");
      return FALSE;
    }
  return TRUE;
}

static void
xdotool (const char *words)
{
  g_autofree char  *line = g_strconcat ("xdotool ", words, NULL);
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (line, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
move_to (Fixture *fixture,
         double   x,
         double   y)
{
  Window           window = gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (fixture->window)));
  graphene_point_t at;
  g_autofree char *words = NULL;
  double           origin_x, origin_y;

  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (fixture->matrix), GTK_WIDGET (fixture->window), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at));
  gtk_native_get_surface_transform (GTK_NATIVE (fixture->window), &origin_x, &origin_y);
  words = g_strdup_printf ("mousemove --window %lu %d %d", window, (int) (at.x + (float) origin_x), (int) (at.y + (float) origin_y));
  xdotool (words);
}

static void
move_to_part (Fixture           *fixture,
              BjtMatrixPartKind  kind,
              guint32            index)
{
  GdkRectangle area;

  g_assert_true (bjt_matrix_view_get_part_area (fixture->matrix, &(BjtMatrixPart) { kind, index }, &area));
  move_to (fixture, area.x + area.width / 2, area.y + area.height / 2);
}

static void
click (Fixture           *fixture,
       BjtMatrixPartKind  kind,
       guint32            index)
{
  move_to_part (fixture, kind, index);
  xdotool ("click 1");
  g_usleep (450 * 1000); /* so that the next is no double click */
}

static void
double_click (Fixture           *fixture,
              BjtMatrixPartKind  kind,
              guint32            index)
{
  move_to_part (fixture, kind, index);
  xdotool ("click --repeat 2 --delay 40 1");
  xdotool ("click 2"); /* so that the next is no third press */
}

static guint32
find_cell (Fixture *fixture,
           guint32  door)
{
  return bjt_matrix_find_door (bjt_matrix_view_get_matrix (fixture->matrix), door);
}

static guint
count (Fixture *fixture)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (fixture->focus);

  return selection != NULL ? bjt_door_set_count (selection) : 0;
}

/* Real events take their time on a machine under load. */
static void
assert_count (Fixture *fixture,
              guint    n)
{
  for (guint i = 0; i < 50 && count (fixture) != n; i++)
    bjt_widget_test_settle ();
  g_assert_cmpuint (count (fixture), ==, n);
}

static void
assert_told (const GString *told,
             const char    *expected)
{
  for (guint i = 0; i < 50 && !g_str_equal (told->str, expected); i++)
    bjt_widget_test_settle ();
  g_assert_cmpstr (told->str, ==, expected);
}

/* What is selected here is what map and plan show as selected. */
static void
test_labels_select (void)
{
  Fixture fixture;

  if (!can_point ())
    return;
  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_building (fixture.focus, 0);
  bjt_widget_test_settle ();
  click (&fixture, BJT_MATRIX_PART_ROW, 1);
  assert_count (&fixture, 9);
  click (&fixture, BJT_MATRIX_PART_COLUMN, 4);
  assert_count (&fixture, 6);
  bjt_widget_test_paint (fixture.window, "matrix-riser");
  click (&fixture, BJT_MATRIX_PART_SECTION, 2);
  assert_count (&fixture, 18);
  click (&fixture, BJT_MATRIX_PART_ALL, 0);
  assert_count (&fixture, 54);
  click (&fixture, BJT_MATRIX_PART_CELL, find_cell (&fixture, fixture.sample.crowd));
  assert_count (&fixture, 0);
  g_assert_cmpuint (bjt_focus_get_door (fixture.focus), ==, fixture.sample.crowd);
  tear_down (&fixture);
}

static void
press_with (Fixture            *fixture,
            BjtMatrixSelection *selection,
            BjtMatrixPartKind   kind,
            guint32             index,
            GdkModifierType     state)
{
  bjt_matrix_selection_press (selection, fixture->focus, bjt_matrix_view_get_matrix (fixture->matrix), &(BjtMatrixPart) { kind, index }, state);
}

static void
test_ctrl_and_shift_add (void)
{
  Fixture            fixture;
  BjtMatrixSelection selection = { .base = NULL };
  guint32            first;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  first = find_cell (&fixture, fixture.sample.crowd);
  press_with (&fixture, &selection, BJT_MATRIX_PART_CELL, first + 1, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (&fixture), ==, 2); /* with the one that was chosen */
  press_with (&fixture, &selection, BJT_MATRIX_PART_CELL, first + 1, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (&fixture), ==, 1);
  press_with (&fixture, &selection, BJT_MATRIX_PART_ROW, 0, 0);
  press_with (&fixture, &selection, BJT_MATRIX_PART_ROW, 2, GDK_SHIFT_MASK);
  g_assert_cmpuint (count (&fixture), ==, 27);
  press_with (&fixture, &selection, BJT_MATRIX_PART_ROW, 1, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (&fixture), ==, 18);
  press_with (&fixture, &selection, BJT_MATRIX_PART_SECTION, 0, 0);
  press_with (&fixture, &selection, BJT_MATRIX_PART_COLUMN, 8, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (&fixture), ==, 24);
  bjt_matrix_selection_reset (&selection);
  tear_down (&fixture);
}

/* From one cell to another: all between. */
static void
test_drag_over_cells (void)
{
  Fixture fixture;
  guint32 first;

  if (!can_point ())
    return;
  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_building (fixture.focus, 0);
  bjt_widget_test_settle ();
  first = find_cell (&fixture, fixture.sample.crowd);
  move_to_part (&fixture, BJT_MATRIX_PART_CELL, first);
  xdotool ("mousedown 1");
  move_to_part (&fixture, BJT_MATRIX_PART_CELL, first + 1);
  move_to_part (&fixture, BJT_MATRIX_PART_CELL, first + 4);
  xdotool ("mouseup 1");
  assert_count (&fixture, 4);
  xdotool ("keydown ctrl");
  click (&fixture, BJT_MATRIX_PART_ROW, 4);
  xdotool ("keyup ctrl");
  assert_count (&fixture, 13);
  tear_down (&fixture);
}

static void
test_rectangle_from_between (void)
{
  Fixture                  fixture;
  BjtMatrixSelection       selection = { .base = NULL };
  const BjtMatrixMetrics   metrics = { 80, 34, 4, 18, 32, 38 };
  const BjtMatrix         *matrix;
  BjtBox                   box;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_building (fixture.focus, 0);
  matrix = bjt_matrix_view_get_matrix (fixture.matrix);
  box = bjt_matrix_get_cell_box (matrix, &metrics, find_cell (&fixture, fixture.sample.crowd));
  bjt_matrix_selection_begin_box (&selection, fixture.focus, FALSE);
  bjt_matrix_selection_drag_box (&selection, fixture.focus, matrix, &metrics, &(BjtBox) { box.x1 - 2, box.y1 - 2, box.x2 + 10, box.y2 + 10 });
  g_assert_cmpuint (count (&fixture), ==, 4);
  bjt_matrix_selection_begin_box (&selection, fixture.focus, TRUE);
  bjt_matrix_selection_drag_box (&selection, fixture.focus, matrix, &metrics, &(BjtBox) { 700, 32, 701, 33 });
  g_assert_cmpuint (count (&fixture), ==, 5);
  bjt_matrix_selection_reset (&selection);
  tear_down (&fixture);
}

static void
test_keys_select_parts (void)
{
  Fixture fixture;

  set_up (&fixture, 3, 6, 3);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  press (&fixture, GDK_KEY_space, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (&fixture), ==, 9);
  press (&fixture, GDK_KEY_space, GDK_SHIFT_MASK);
  g_assert_cmpuint (count (&fixture), ==, 6);
  press (&fixture, GDK_KEY_space, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpuint (count (&fixture), ==, 18);
  press (&fixture, GDK_KEY_a, GDK_CONTROL_MASK);
  g_assert_cmpuint (count (&fixture), ==, 54);
  press (&fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (count (&fixture), ==, 0);
  press (&fixture, GDK_KEY_space, 0);
  g_assert_cmpuint (count (&fixture), ==, 1);
  press (&fixture, GDK_KEY_End, GDK_SHIFT_MASK);
  g_assert_cmpuint (count (&fixture), ==, 9);
  tear_down (&fixture);
}

/* What was selected elsewhere is worked on here too. */
static void
test_one_selection (void)
{
  Fixture                fixture;
  g_autoptr (BjtDoorSet) doors = NULL;

  set_up (&fixture, 3, 6, 3);
  doors = bjt_door_set_new (fixture.sample.picture->doors->len);
  bjt_door_set_add (doors, fixture.sample.elders);
  bjt_door_set_add (doors, fixture.sample.shared);
  bjt_focus_choose_building (fixture.focus, 0);
  bjt_focus_set_selection (fixture.focus, doors);
  g_assert_cmpuint (bjt_matrix_view_count_selected (fixture.matrix), ==, 2);
  g_assert_true (gtk_widget_activate_action (fixture.pane, "pane.record-visits", "i", BJT_OUTCOME_MET));
  g_assert_cmpuint (fixture.n_recorded, ==, 2);
  g_assert_null (bjt_focus_get_selection (fixture.focus));
  tear_down (&fixture);
}

/* Editing */

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GString         *told = user_data;
  g_autofree char *text = parameter != NULL ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_string_append_printf (told, "%s %s;", g_action_get_name (G_ACTION (action)), text);
}

static void
add_actions (Fixture *fixture,
             GString *told)
{
  static const GActionEntry entries[] = {
    { "rename", activated_cb }, { "rename-level", activated_cb, "i" }, { "rename-entrance", activated_cb, "u" }, { "remove", activated_cb },
    { "add-door", activated_cb, "(ui)" }, { "add-level", activated_cb, "b" }, { "add-entrance", activated_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), told);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "doors", G_ACTION_GROUP (actions));
}

static void
test_names_are_changed_in_place (void)
{
  Fixture             fixture;
  g_autoptr (GString) told = g_string_new (NULL);

  if (!can_point ())
    return;
  set_up (&fixture, 3, 6, 3);
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", 4000, NULL); /* machines under load press slowly */
  add_actions (&fixture, told);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  bjt_widget_test_settle ();
  press (&fixture, GDK_KEY_F2, 0);
  double_click (&fixture, BJT_MATRIX_PART_CELL, 3);
  double_click (&fixture, BJT_MATRIX_PART_ROW, 1);
  double_click (&fixture, BJT_MATRIX_PART_SECTION, 1);
  assert_told (told, "rename ;rename ;rename-level 4;rename-entrance 1;");
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", 400, NULL);
  tear_down (&fixture);
}

static void
test_handles_add (void)
{
  Fixture             fixture;
  g_autoptr (GString) told = g_string_new (NULL);
  GdkRectangle        area;

  if (!can_point ())
    return;
  set_up (&fixture, 2, 3, 3);
  add_actions (&fixture, told);
  bjt_focus_choose_door (fixture.focus, 0);
  g_assert_true (gtk_widget_activate_action (fixture.pane, "pane.edit", NULL));
  bjt_widget_test_paint (fixture.window, "matrix-editing");
  g_assert_true (bjt_matrix_view_get_door_area (fixture.matrix, 2, &area));
  move_to (&fixture, area.x + area.width + 9, area.y + area.height / 2);
  bjt_widget_test_paint (fixture.window, "matrix-handle");
  xdotool ("click 1");
  assert_told (told, "add-door (0, 2);");
  move_to (&fixture, 18, 16);
  xdotool ("click 1");
  assert_told (told, "add-door (0, 2);add-level true;");
  press (&fixture, GDK_KEY_Delete, 0);
  assert_told (told, "add-door (0, 2);add-level true;remove ;");
  g_assert_true (gtk_widget_activate_action (fixture.pane, "pane.edit", NULL));
  move_to (&fixture, area.x + area.width + 9, area.y + area.height / 2);
  xdotool ("click 1");
  bjt_widget_test_settle ();
  assert_told (told, "add-door (0, 2);add-level true;remove ;");
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
  g_test_add_func ("/widgets/matrix/menu-beside-the-doors", test_menu_beside_the_doors);
  g_test_add_func ("/widgets/matrix/marks-survive-a-new-picture", test_marks_survive_a_new_picture);
  g_test_add_func ("/widgets/matrix/no-cell-moves-while-filtering", test_no_cell_moves_while_filtering);
  g_test_add_func ("/widgets/matrix/chosen-cell-scrolls-into-view", test_chosen_cell_scrolls_into_view);
  g_test_add_func ("/widgets/matrix/labels-select", test_labels_select);
  g_test_add_func ("/widgets/matrix/drag-over-cells", test_drag_over_cells);
  g_test_add_func ("/widgets/matrix/ctrl-and-shift-add", test_ctrl_and_shift_add);
  g_test_add_func ("/widgets/matrix/rectangle-from-between", test_rectangle_from_between);
  g_test_add_func ("/widgets/matrix/keys-select-parts", test_keys_select_parts);
  g_test_add_func ("/widgets/matrix/one-selection", test_one_selection);
  g_test_add_func ("/widgets/matrix/names-are-changed-in-place", test_names_are_changed_in_place);
  g_test_add_func ("/widgets/matrix/handles-add", test_handles_add);
  g_test_add_func ("/widgets/roster/follows-the-filter", test_roster_follows_the_filter);
  g_test_add_func ("/widgets/roster/names-are-masked", test_names_are_masked);
  return g_test_run ();
}
