/* test-timeline.c: what lies where on a timeline, what a drag or a key would move, and
 * that the widget asks for just that. */
#include "bjt-widget-test.h"
#include "widgets/bjt-timeline.h"
#include "widgets/bjt-timeline-block.h"

#define HOUR 3600
#define SCALE 3.0

static BjtUuid
make_id (guint8 n)
{
  BjtUuid id = BJT_UUID_NIL;

  ((guint8 *) &id)[15] = n;
  return id;
}

static void
add_stop (BjtTimelineRow *row,
          guint8          id,
          int             from,
          int             minutes)
{
  BjtTimelineStop *stop = bjt_timeline_row_add_stop (row);

  stop->door_id = make_id (id);
  stop->number = row->stops->len;
  stop->from = from;
  stop->to = from + minutes * 60;
  stop->label = g_strdup_printf ("%u01", id);
  stop->group = g_strdup ("1-1");
  stop->summary = g_strdup ("summary");
  stop->spoken = g_strdup_printf ("stop %u", id);
}

/* Row 0: 1 at 9:10, 2 at 9:30, 3 at 10:00; row 1: 4 at 9:20; row 2: nobody. */
static BjtTimelinePlan *
make_plan (void)
{
  BjtTimelinePlan *plan = bjt_timeline_plan_new ();
  BjtTimelineRow  *row = bjt_timeline_plan_add_row (plan, 0);

  row->name = g_strdup ("A");
  row->leave = 9 * HOUR + 300;
  row->back = 10 * HOUR + 1200;
  add_stop (row, 1, 9 * HOUR + 600, 10);
  bjt_timeline_row_add_span (row, BJT_TIMELINE_WALK, 9 * HOUR + 1200, 9 * HOUR + 1800);
  add_stop (row, 2, 9 * HOUR + 1800, 20);
  add_stop (row, 3, 10 * HOUR, 10);
  row = bjt_timeline_plan_add_row (plan, 1);
  row->name = g_strdup ("B");
  row->leave = row->back = 9 * HOUR + 1200;
  add_stop (row, 4, 9 * HOUR + 1200, 10);
  row = bjt_timeline_plan_add_row (plan, 2);
  row->name = g_strdup ("C");
  bjt_timeline_plan_close (plan);
  return plan;
}

static double
get_y (guint row)
{
  return (row + 0.5) * BJT_TIMELINE_ROW_HEIGHT;
}

static void
test_layout (void)
{
  g_autoptr (BjtTimelinePlan) plan = make_plan ();
  g_autoptr (BjtTimelinePlan) nobody = bjt_timeline_plan_new ();
  guint row, index;

  g_assert_cmpint (plan->from, ==, 9 * HOUR);
  g_assert_cmpint (plan->to, ==, 11 * HOUR);
  g_assert_cmpfloat (bjt_timeline_plan_get_x (plan, SCALE, 9 * HOUR), ==, BJT_TIMELINE_MARGIN);
  g_assert_cmpfloat (bjt_timeline_plan_get_x (plan, SCALE, 10 * HOUR), ==, BJT_TIMELINE_MARGIN + 60 * SCALE);
  g_assert_cmpint (bjt_timeline_plan_get_seconds (plan, SCALE, BJT_TIMELINE_MARGIN + 90 * SCALE), ==, 10 * HOUR + 1800);
  g_assert_cmpuint (bjt_timeline_plan_find_row (plan, -5), ==, 0);
  g_assert_cmpuint (bjt_timeline_plan_find_row (plan, get_y (1)), ==, 1);
  g_assert_cmpuint (bjt_timeline_plan_find_row (plan, 1000), ==, 2);
  g_assert_true (bjt_timeline_plan_find (plan, &(BjtUuid[]) { make_id (3) }[0], &row, &index));
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (index, ==, 2);
  g_assert_false (bjt_timeline_plan_find (plan, &(BjtUuid[]) { make_id (9) }[0], &row, &index));
  bjt_timeline_plan_close (nobody);
  g_assert_cmpint (nobody->to, >, nobody->from);
  g_assert_cmpuint (bjt_timeline_plan_find_row (nobody, 10), ==, BJT_TIMELINE_NONE);
}

static void
assert_drop (const BjtTimelinePlan *plan,
             guint8                 id,
             int                    seconds,
             guint                  row,
             guint                  index,
             gboolean               is_move)
{
  BjtUuid         door_id = make_id (id);
  BjtTimelineDrop drop;

  g_assert_true (bjt_timeline_plan_find_drop (plan, SCALE, &door_id, bjt_timeline_plan_get_x (plan, SCALE, seconds), get_y (row), &drop));
  g_assert_cmpuint (drop.row, ==, row);
  g_assert_cmpuint (drop.index, ==, index);
  g_assert_cmpint (bjt_timeline_plan_is_move (plan, &door_id, &drop), ==, is_move);
}

static void
test_drop (void)
{
  g_autoptr (BjtTimelinePlan) plan = make_plan ();

  assert_drop (plan, 1, 9 * HOUR + 900, 0, 0, FALSE);  /* where it is */
  assert_drop (plan, 1, 9 * HOUR + 2300, 0, 0, FALSE); /* left of the middle of the next */
  assert_drop (plan, 1, 9 * HOUR + 2500, 0, 1, TRUE);  /* right of it */
  assert_drop (plan, 1, 11 * HOUR, 0, 2, TRUE);        /* behind all */
  assert_drop (plan, 3, 9 * HOUR, 0, 0, TRUE);         /* before all */
  assert_drop (plan, 2, 9 * HOUR + 1000, 1, 0, TRUE);
  assert_drop (plan, 2, 10 * HOUR, 1, 1, TRUE);
  assert_drop (plan, 2, 10 * HOUR, 2, 0, TRUE);        /* to who stays free */
}

static void
test_step (void)
{
  g_autoptr (BjtTimelinePlan) plan = make_plan ();
  BjtUuid         first = make_id (1), third = make_id (3), fourth = make_id (4);
  BjtTimelineDrop drop;

  g_assert_false (bjt_timeline_plan_step (plan, &first, -1, 0, &drop));
  g_assert_false (bjt_timeline_plan_step (plan, &first, 0, -1, &drop));
  g_assert_false (bjt_timeline_plan_step (plan, &third, 1, 0, &drop));
  g_assert_true (bjt_timeline_plan_step (plan, &first, 1, 0, &drop));
  g_assert_cmpuint (drop.index, ==, 1);
  g_assert_true (bjt_timeline_plan_step (plan, &third, 0, 1, &drop));
  g_assert_cmpuint (drop.row, ==, 1);
  g_assert_cmpuint (drop.index, ==, 1);
  g_assert_true (bjt_timeline_plan_step (plan, &fourth, 0, -1, &drop));
  g_assert_cmpuint (drop.row, ==, 0);
  g_assert_cmpuint (drop.index, ==, 1);
}

/* The widget */

typedef struct
{
  BjtUuid door_id;
  guint   row, index, n_moves, n_chosen, n_out;
} Heard;

static void
move_cb (Heard         *heard,
         const BjtUuid *door_id,
         guint          row,
         guint          index)
{
  heard->door_id = *door_id;
  heard->row = row;
  heard->index = index;
  heard->n_moves++;
}

static void
choose_cb (Heard         *heard,
           const BjtUuid *door_id)
{
  heard->door_id = *door_id;
  heard->n_chosen++;
}

static void
leave_out_cb (Heard         *heard,
              const BjtUuid *door_id)
{
  heard->door_id = *door_id;
  heard->n_out++;
}

/* As the keyboard would: shortcuts of the class, on the block that has it. */
static void
press (BjtTimelineCanvas *canvas,
       guint              key,
       GdkModifierType    modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint s = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && s < g_list_model_get_n_items (G_LIST_MODEL (controller)); s++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), s);
          GtkShortcutTrigger     *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), GTK_SHORTCUT_ACTION_EXCLUSIVE, GTK_WIDGET (canvas), gtk_shortcut_get_arguments (shortcut));
        }
    }
}

static void
test_widget (void)
{
  GtkWidget         *timeline = bjt_timeline_new ();
  BjtTimelineCanvas *canvas = bjt_timeline_get_canvas (BJT_TIMELINE (timeline));
  BjtUuid            second = make_id (2), first = make_id (1);
  Heard              heard = { 0 };
  GtkWindow         *window;
  GdkRectangle       area;
  GtkWidget         *block;

  g_signal_connect_swapped (canvas, "move", G_CALLBACK (move_cb), &heard);
  g_signal_connect_swapped (canvas, "choose", G_CALLBACK (choose_cb), &heard);
  g_signal_connect_swapped (canvas, "leave-out", G_CALLBACK (leave_out_cb), &heard);
  window = bjt_widget_test_show (timeline, 900, 260);
  bjt_timeline_take_plan (BJT_TIMELINE (timeline), make_plan ());
  bjt_widget_test_settle ();
  g_assert_true (bjt_widget_test_has_text (timeline, "B"));
  g_assert_true (bjt_timeline_canvas_get_area (canvas, &second, &area));
  g_assert_cmpint (area.x, ==, (int) bjt_timeline_plan_get_x (bjt_timeline_canvas_get_plan (canvas), bjt_timeline_canvas_get_scale (canvas), 9 * HOUR + 1800));
  block = bjt_timeline_canvas_get_block (canvas, &second);
  g_assert_nonnull (block);
  g_signal_emit_by_name (block, "clicked");
  g_assert_cmpuint (heard.n_chosen, ==, 1);
  press (canvas, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_cmpuint (heard.n_moves, ==, 1);
  g_assert_true (bjt_uuid_equal (&heard.door_id, &second));
  g_assert_cmpuint (heard.row, ==, 0);
  g_assert_cmpuint (heard.index, ==, 0);
  press (canvas, GDK_KEY_Down, GDK_ALT_MASK);
  g_assert_cmpuint (heard.row, ==, 1);
  press (canvas, GDK_KEY_Left, 0); /* to the block beside it, which moves nothing */
  g_assert_cmpuint (heard.n_moves, ==, 2);
  press (canvas, GDK_KEY_Delete, 0);
  g_assert_cmpuint (heard.n_out, ==, 1);
  g_assert_true (bjt_uuid_equal (&heard.door_id, &first));
  bjt_timeline_canvas_set_sensitive (canvas, FALSE);
  press (canvas, GDK_KEY_Delete, 0);
  press (canvas, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpuint (heard.n_out + heard.n_moves, ==, 3);
  bjt_widget_test_paint (window, "timeline");
  bjt_widget_test_close (window, timeline);
}

int
main (int    argc,
      char **argv)
{
  bjt_widget_test_init (&argc, &argv);
  g_test_add_func ("/timeline/layout", test_layout);
  g_test_add_func ("/timeline/drop", test_drop);
  g_test_add_func ("/timeline/step", test_step);
  g_test_add_func ("/timeline/widget", test_widget);
  return g_test_run ();
}
