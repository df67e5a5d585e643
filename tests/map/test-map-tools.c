/* What the tools make of presses, drags and keys, without a window. */
#include "bjt-sample-picture.h"

#include "geo/bjt-mercator.h"
#include "map/bjt-lasso-tool.h"
#include "map/bjt-map-tools.h"
#include "map/bjt-measure-tool.h"

#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

typedef struct
{
  BjtPicture  *picture;
  BjtFocus    *focus;
  BjtSelector *selector;
  BjtMapFrame  frame;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  options.n_grids = 2;
  self->picture = bjt_sample_picture_new (&options);
  self->focus = bjt_focus_new ();
  bjt_focus_set_picture (self->focus, self->picture);
  self->selector = bjt_selector_new ();
  bjt_selector_set_focus (self->selector, self->focus);
  bjt_map_frame_init_view (&self->frame,
                           (BjtPoint) { (self->picture->extent.x1 + self->picture->extent.x2) / 2, (self->picture->extent.y1 + self->picture->extent.y2) / 2 },
                           500 / (self->picture->extent.x2 - self->picture->extent.x1), 800, 600);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->selector);
  g_assert_finalize_object (self->focus);
  bjt_picture_unref (self->picture);
}

static BjtToolEvent
make_event (Fixture         *self,
            BjtPoint         at,
            int              n_press,
            GdkModifierType  modifiers)
{
  return (BjtToolEvent) { &self->frame, at.x, at.y, bjt_map_frame_unproject (&self->frame, at.x, at.y), GDK_BUTTON_PRIMARY, n_press, modifiers };
}

static void
click (Fixture         *self,
       BjtMapTool      *tool,
       BjtPoint         at,
       int              n_press,
       GdkModifierType  modifiers)
{
  BjtToolEvent event = make_event (self, at, n_press, modifiers);

  bjt_map_tool_motion (tool, &event);
  bjt_map_tool_press (tool, &event);
  bjt_map_tool_release (tool, &event);
}

static void
draw_by_hand (Fixture         *self,
              BjtMapTool      *tool,
              const BjtPoint  *points,
              guint            n_points,
              GdkModifierType  modifiers)
{
  BjtToolEvent event = make_event (self, points[0], 1, modifiers);

  g_assert_true (bjt_map_tool_press (tool, &event));
  for (guint i = 1; i < n_points; i++)
    {
      event = make_event (self, points[i], 1, modifiers);
      bjt_map_tool_drag (tool, &event);
    }
  bjt_map_tool_release (tool, &event);
}

static guint32
count_selected (Fixture *self)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (self->focus);

  return selection != NULL ? bjt_door_set_count (selection) : 0;
}

static const BjtPoint everything[] = { { 0, 0 }, { 800, 0 }, { 800, 600 }, { 0, 600 } };
static const BjtPoint west[] = { { 0, 0 }, { 400, 0 }, { 400, 600 }, { 0, 600 } };

static gboolean
is_inside (const BjtPoint *ring,
           guint           n_points,
           BjtPoint        at)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    if ((ring[i].y > at.y) != (ring[j].y > at.y)
        && at.x < (ring[j].x - ring[i].x) * (at.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
      inside = !inside;
  return inside;
}

/* What the lasso takes is what lies inside, door by door. */
static void
test_lasso_is_exact (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (BjtMapTool) tool = bjt_lasso_tool_new (self->selector);
      BjtPoint points[24];
      guint    n = (guint) g_rand_int_range (rand, 3, G_N_ELEMENTS (points)), n_inside = 0;

      for (guint i = 0; i < n; i++)
        points[i] = (BjtPoint) { g_rand_double_range (rand, 0, 800), g_rand_double_range (rand, 0, 600) };
      draw_by_hand (self, tool, points, n, 0);
      for (guint32 d = 0; d < self->picture->doors->len; d++)
        {
          BjtPoint at = bjt_map_frame_project (&self->frame, bjt_picture_get_door (self->picture, d)->place);
          gboolean inside = is_inside (points, n, at);

          n_inside += inside;
          if (inside)
            g_assert_true (bjt_door_set_contains (bjt_focus_get_selection (self->focus), d));
        }
      g_assert_cmpuint (count_selected (self), ==, n_inside);
    }
}

static void
count_cb (gpointer object,
          guint   *n)
{
  (*n)++;
}

/* Corner by corner: closed by the first corner, by Enter, by a double click. */
static void
test_lasso_by_corners (Fixture      *self,
                       gconstpointer data)
{
  for (guint way = 0; way < 3; way++)
    {
      g_autoptr (BjtMapTool) tool = bjt_lasso_tool_new (self->selector);
      guint n_done = 0;

      g_signal_connect (tool, "done", G_CALLBACK (count_cb), &n_done);
      bjt_focus_set_selection (self->focus, NULL);
      for (guint i = 0; i < G_N_ELEMENTS (everything); i++)
        click (self, tool, everything[i], 1, 0);
      g_assert_cmpuint (count_selected (self), ==, 0);
      if (way == 0)
        click (self, tool, (BjtPoint) { 3, 4 }, 1, 0);
      else if (way == 1)
        g_assert_true (bjt_map_tool_key (tool, GDK_KEY_Return, 0));
      else
        click (self, tool, everything[3], 2, 0);
      g_assert_cmpuint (count_selected (self), ==, self->picture->doors->len);
      g_assert_cmpuint (n_done, ==, 1);
    }
}

static void
test_lasso_takes_back (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (BjtMapTool) tool = bjt_lasso_tool_new (self->selector);

  g_assert_false (bjt_map_tool_key (tool, GDK_KEY_Escape, 0));
  click (self, tool, everything[0], 1, 0);
  click (self, tool, everything[1], 1, 0);
  g_assert_true (bjt_map_tool_key (tool, GDK_KEY_BackSpace, 0));
  g_assert_true (bjt_map_tool_key (tool, GDK_KEY_Return, 0)); /* too few */
  g_assert_cmpuint (count_selected (self), ==, 0);
  click (self, tool, everything[0], 1, 0);
  g_assert_true (bjt_map_tool_key (tool, GDK_KEY_Escape, 0));
  g_assert_cmpfloat (bjt_map_tool_get_drawn_box (tool, &self->frame).x1, ==, BJT_BOX_EMPTY.x1);
}

/* Ctrl adds, Alt takes away, nothing begins anew; the filter limits all. */
static void
test_modifiers (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (BjtMapTool) tool = bjt_lasso_tool_new (self->selector);
  guint32   n_west, n_all = self->picture->doors->len;
  BjtFilter filter;

  draw_by_hand (self, tool, west, G_N_ELEMENTS (west), 0);
  n_west = count_selected (self);
  g_assert_cmpuint (n_west, >, 0);
  g_assert_cmpuint (n_west, <, n_all);
  draw_by_hand (self, tool, everything, G_N_ELEMENTS (everything), GDK_CONTROL_MASK);
  g_assert_cmpuint (count_selected (self), ==, n_all);
  draw_by_hand (self, tool, west, G_N_ELEMENTS (west), GDK_ALT_MASK);
  g_assert_cmpuint (count_selected (self), ==, n_all - n_west);
  draw_by_hand (self, tool, west, G_N_ELEMENTS (west), 0);
  g_assert_cmpuint (count_selected (self), ==, n_west);

  bjt_filter_init (&filter);
  filter.grid = 0;
  bjt_focus_set_filter (self->focus, &filter);
  draw_by_hand (self, tool, everything, G_N_ELEMENTS (everything), 0);
  g_assert_cmpuint (count_selected (self), ==, bjt_door_set_count (bjt_focus_get_matched (self->focus)));
  g_assert_cmpuint (count_selected (self), <, n_all);
  bjt_selector_take_all (self->selector);
  g_assert_cmpuint (count_selected (self), ==, bjt_door_set_count (bjt_focus_get_matched (self->focus)));
}

static void
test_toggle (Fixture      *self,
             gconstpointer data)
{
  BjtRun doors = bjt_picture_get_building (self->picture, 2)->doors;

  bjt_selector_toggle (self->selector, 2, doors.first + 1);
  g_assert_cmpuint (count_selected (self), ==, 1);
  bjt_selector_toggle (self->selector, 2, BJT_NO_INDEX);
  g_assert_cmpuint (count_selected (self), ==, doors.n);
  bjt_selector_toggle (self->selector, 2, doors.first + 1);
  g_assert_cmpuint (count_selected (self), ==, doors.n - 1);
  g_assert_true (bjt_selector_clear (self->selector));
  g_assert_false (bjt_selector_clear (self->selector));
}

/* The result follows the pointer until the double click. */
static void
test_measure (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (BjtMapTool) tool = bjt_measure_tool_new (FALSE);
  g_autofree char *live = NULL;
  g_autofree char *result = NULL;
  g_autofree char *finished = NULL;
  BjtToolEvent event = make_event (self, (BjtPoint) { 200, 100 }, 0, 0);

  g_assert_null (bjt_measure_tool_dup_result (BJT_MEASURE_TOOL (tool)));
  bjt_measure_tool_add_point (BJT_MEASURE_TOOL (tool), bjt_mercator_project ((BjtPoint) { 129.77, 43.31 }));
  bjt_map_tool_motion (tool, &event);
  live = bjt_measure_tool_dup_result (BJT_MEASURE_TOOL (tool));
  g_assert_nonnull (live);
  bjt_measure_tool_add_point (BJT_MEASURE_TOOL (tool), bjt_mercator_project ((BjtPoint) { 129.78, 43.31 }));
  result = bjt_measure_tool_dup_result (BJT_MEASURE_TOOL (tool));
  g_assert_cmpstr (result, ==, "811.3 m");
  g_assert_true (bjt_map_tool_key (tool, GDK_KEY_Return, 0));
  bjt_map_tool_motion (tool, &event);
  finished = bjt_measure_tool_dup_result (BJT_MEASURE_TOOL (tool));
  g_assert_cmpstr (finished, ==, "811.3 m");
  click (self, tool, (BjtPoint) { 10, 10 }, 1, 0);
  g_assert_null (bjt_measure_tool_dup_result (BJT_MEASURE_TOOL (tool)));
}

static void
test_measure_area (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (BjtMapTool) tool = bjt_measure_tool_new (TRUE);
  g_autofree char *result = NULL;
  const BjtPoint corners[] = { { 129.77, 43.31 }, { 129.78, 43.31 }, { 129.78, 43.32 } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    bjt_measure_tool_add_point (BJT_MEASURE_TOOL (tool), bjt_mercator_project (corners[i]));
  result = bjt_measure_tool_dup_result (BJT_MEASURE_TOOL (tool));
  g_assert_cmpstr (result, ==, "450671.7 m² · 676.01 mu, around it 3.298 km");
  g_assert_true (bjt_map_tool_key (tool, GDK_KEY_BackSpace, 0));
  g_assert_true (bjt_map_tool_key (tool, GDK_KEY_Escape, 0));
  g_assert_null (bjt_measure_tool_dup_result (BJT_MEASURE_TOOL (tool)));
}

/* A drag pans: only the clicks are the tool's. */
static void
test_measure_lets_pan (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (BjtMapTool) tool = bjt_measure_tool_new (FALSE);
  BjtToolEvent event = make_event (self, (BjtPoint) { 200, 100 }, 1, 0);

  g_assert_false (bjt_map_tool_press (tool, &event));
  event.n_press = 2;
  g_assert_true (bjt_map_tool_press (tool, &event));
}

/* Nothing is drawn outside the box that was announced. */
static void
test_draws_within_its_box (Fixture      *self,
                           gconstpointer data)
{
  const char *const names[] = { "lasso", "measure", "measure-area" };

  for (guint t = 0; t < G_N_ELEMENTS (names); t++)
    {
      g_autoptr (BjtMapTool) tool = bjt_map_tools_new (names[t], self->selector);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 800, 600);
      cairo_t *cr = cairo_create (surface);
      BjtBox   box;
      guint    n_inside = 0;

      click (self, tool, (BjtPoint) { 250, 200 }, 1, 0);
      click (self, tool, (BjtPoint) { 550, 220 }, 1, 0);
      click (self, tool, (BjtPoint) { 400, 420 }, 1, 0);
      box = bjt_map_tool_get_drawn_box (tool, &self->frame);
      bjt_map_tool_draw (tool, cr, &self->frame);
      cairo_surface_flush (surface);
      for (int y = 0; y < 600; y++)
        for (int x = 0; x < 800; x++)
          {
            const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
            gboolean       inside = x >= floor (box.x1) && x < ceil (box.x2) && y >= floor (box.y1) && y < ceil (box.y2);

            n_inside += row[x] != 0;
            g_assert_true (inside || row[x] == 0);
          }
      g_assert_cmpuint (n_inside, >, 500);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      g_assert_cmpstr (bjt_map_tools_get_name (tool), ==, names[t]);
    }
  g_assert_null (bjt_map_tools_new ("choose", self->selector));
  g_assert_cmpstr (bjt_map_tools_get_name (NULL), ==, "choose");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/map/tools/lasso-is-exact", test_lasso_is_exact },
    { "/map/tools/lasso-by-corners", test_lasso_by_corners },
    { "/map/tools/lasso-takes-back", test_lasso_takes_back },
    { "/map/tools/modifiers", test_modifiers },
    { "/map/tools/toggle", test_toggle },
    { "/map/tools/measure", test_measure },
    { "/map/tools/measure-area", test_measure_area },
    { "/map/tools/measure-lets-pan", test_measure_lets_pan },
    { "/map/tools/draws-within-its-box", test_draws_within_its_box },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
