/* test-plan-canvas.c: the canvas follows the focus, moves, and says what lies
 * where. */
#include <adwaita.h>

#include "bjt-sample-picture.h"
#include "drafting/bjt-plan-canvas.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  BjtPicture    *picture;
  BjtFocus      *focus;
  BjtPlanCanvas *canvas;
  GtkWindow     *window;
  guint          n_asked;
} Fixture;

static void
needs_content_cb (BjtPlanCanvas *canvas,
                  const BjtUuid *plan_id,
                  Fixture       *self)
{
  self->n_asked++;
  bjt_plan_canvas_set_content (canvas, NULL, NULL);
}

/* One building of six levels, whose plan serves the lower four. */
static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_buildings = options.n_entrances = 1;
  options.n_levels = 6;
  options.n_stacks = 3;
  *self = (Fixture) { .picture = bjt_sample_picture_new (&options), .focus = bjt_focus_new () };
  bjt_sample_add_plan (self->picture, 0, "0-3");
  bjt_focus_set_picture (self->focus, self->picture);
  self->canvas = BJT_PLAN_CANVAS (bjt_plan_canvas_new (self->focus));
  g_signal_connect (self->canvas, "needs-content", G_CALLBACK (needs_content_cb), self);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 800, 500);
  gtk_window_set_child (self->window, GTK_WIDGET (self->canvas));
  gtk_window_present (self->window);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gtk_window_destroy (self->window);
  g_object_unref (self->focus);
  bjt_picture_unref (self->picture);
}

static void
wait_until_painted (Fixture *self)
{
  gint64 began = g_get_monotonic_time ();

  while (!bjt_plan_canvas_is_painted (self->canvas) && g_get_monotonic_time () - began < PATIENCE_US)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (bjt_plan_canvas_is_painted (self->canvas));
}

static guint32
find_door_on (Fixture *self,
              int      ordinal)
{
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    if (bjt_picture_get_door (self->picture, d)->ordinal == ordinal)
      return d;
  g_assert_not_reached ();
}

/* A face hands the canvas what it has, changed in part. */
static void
content_is_given_again (Fixture      *self,
                        gconstpointer unused)
{
  GPtrArray *elements = g_ptr_array_new (), *backdrops = g_ptr_array_new ();

  bjt_focus_choose_door (self->focus, find_door_on (self, 1));
  wait_until_painted (self);
  bjt_plan_canvas_set_content (self->canvas, elements, backdrops);
  g_ptr_array_unref (elements);
  g_ptr_array_unref (backdrops);
  wait_until_painted (self);
  bjt_plan_canvas_set_content (self->canvas, bjt_plan_canvas_get_elements (self->canvas), bjt_plan_canvas_get_backdrops (self->canvas));
  wait_until_painted (self);
  g_assert_cmpuint (bjt_plan_canvas_get_elements (self->canvas)->len, ==, 0);
}

/* Chosen on the map, in the matrix, by searching: the plan goes to its level. */
static void
level_follows_the_choice (Fixture      *self,
                          gconstpointer data)
{
  bjt_focus_choose_door (self->focus, find_door_on (self, 2));
  wait_until_painted (self);
  g_assert_cmpint (bjt_plan_canvas_get_level (self->canvas), ==, 2);
  g_assert_cmpuint (bjt_plan_canvas_get_plan (self->canvas), ==, 0);
  g_assert_cmpuint (self->n_asked, >, 0);
  bjt_focus_choose_door (self->focus, find_door_on (self, 5));
  g_assert_cmpint (bjt_plan_canvas_get_level (self->canvas), ==, 5);
  g_assert_cmpuint (bjt_plan_canvas_get_plan (self->canvas), ==, BJT_NO_INDEX);
  wait_until_painted (self); /* there is nothing to wait for */
}

static void
levels_step_within_the_building (Fixture      *self,
                                 gconstpointer data)
{
  bjt_focus_choose_door (self->focus, find_door_on (self, 0));
  for (int level = 1; level <= 5; level++)
    {
      bjt_plan_canvas_step_level (self->canvas, 1);
      g_assert_cmpint (bjt_plan_canvas_get_level (self->canvas), ==, level);
    }
  bjt_plan_canvas_step_level (self->canvas, 1);
  g_assert_cmpint (bjt_plan_canvas_get_level (self->canvas), ==, 5);
}

/* The same outline is another door on each level. */
static void
doors_by_level (Fixture      *self,
                gconstpointer data)
{
  BjtRun elements = bjt_picture_get_plan (self->picture, 0)->elements;
  guint  n_doors = 0;

  bjt_focus_choose_building (self->focus, 0);
  for (int level = 0; level <= 3; level++)
    {
      bjt_plan_canvas_set_level (self->canvas, level);
      wait_until_painted (self);
      for (guint32 e = elements.first; e < elements.first + elements.n; e++)
        {
          guint32  door = bjt_plan_canvas_get_door (self->canvas, e);
          BjtPoint middle = bjt_geometry_get_centroid (bjt_picture_get_element (self->picture, e)->shape);

          if (door == BJT_NO_INDEX)
            continue;
          n_doors++;
          g_assert_cmpint (bjt_picture_get_door (self->picture, door)->ordinal, ==, level);
          g_assert_cmpuint (bjt_plan_canvas_find_door (self->canvas, middle), ==, door);
        }
    }
  g_assert_cmpuint (n_doors, ==, 12);
}

static void
a_way_and_back (Fixture      *self,
                gconstpointer data)
{
  BjtPlanFrame before;

  bjt_focus_choose_door (self->focus, find_door_on (self, 0));
  wait_until_painted (self);
  before = *bjt_plan_canvas_get_frame (self->canvas);
  bjt_plan_canvas_pan_by (self->canvas, 120, -45);
  bjt_plan_canvas_zoom_by (self->canvas, 3);
  g_assert_cmpfloat_with_epsilon (bjt_plan_canvas_get_frame (self->canvas)->scale, before.scale * 3, 1e-6);
  bjt_plan_canvas_zoom_by (self->canvas, 1 / 3.0);
  bjt_plan_canvas_pan_by (self->canvas, -120, 45);
  g_assert_cmpfloat_with_epsilon (bjt_plan_canvas_get_frame (self->canvas)->centre.x, before.centre.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (bjt_plan_canvas_get_frame (self->canvas)->centre.y, before.centre.y, 1e-6);
  wait_until_painted (self);
}

static gboolean
refuse_cb (BjtPlanCanvas *canvas,
           BjtPlanEdit   *edit,
           BjtPoint      *where)
{
  *where = (BjtPoint) { 500, 500 };
  return FALSE;
}

static void
refused_edits_show_their_place (Fixture      *self,
                                gconstpointer data)
{
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  const BjtPlanFrame *frame;

  bjt_focus_choose_door (self->focus, find_door_on (self, 0));
  wait_until_painted (self);
  g_signal_connect (self->canvas, "edit", G_CALLBACK (refuse_cb), NULL);
  g_assert_false (bjt_plan_canvas_save (self->canvas, edit));
  frame = bjt_plan_canvas_get_frame (self->canvas);
  g_assert_cmpfloat (ABS (frame->centre.x - 500), <=, frame->width / frame->scale / 2);
  g_assert_cmpfloat (ABS (frame->centre.y - 500), <=, frame->height / frame->scale / 2);
}

static void
gone_while_painting (Fixture      *self,
                     gconstpointer data)
{
  bjt_focus_choose_door (self->focus, find_door_on (self, 0));
  for (guint i = 0; i < 5; i++)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/plan-canvas/level-follows-the-choice", level_follows_the_choice },
    { "/plan-canvas/content-is-given-again", content_is_given_again },
    { "/plan-canvas/levels-step-within-the-building", levels_step_within_the_building },
    { "/plan-canvas/doors-by-level", doors_by_level },
    { "/plan-canvas/a-way-and-back", a_way_and_back },
    { "/plan-canvas/refused-edits-show-their-place", refused_edits_show_their_place },
    { "/plan-canvas/gone-while-painting", gone_while_painting },
  };

  gtk_test_init (&argc, &argv);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
