/* What placing a plan makes of presses, drags and keys on the map. */
#include "bjt-sample-picture.h"

#include "geo/bjt-mercator.h"
#include "map/bjt-placing-tool.h"

#include <math.h>

typedef struct
{
  BjtPicture *picture;
  BjtPlacing *placing;
  BjtMapTool *tool;
  BjtMapFrame frame;
  BjtPoint    corner; /* Mercator: of the first building */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  const BjtBox     outline = { 0, 0, 40, 12 };

  self->picture = bjt_sample_picture_new (&options);
  self->corner = bjt_mercator_project (bjt_picture_get_building (self->picture, 0)->footprint->points[0]);
  self->placing = bjt_placing_new (&outline, bjt_picture_get_building (self->picture, 0)->corners, NULL);
  self->tool = bjt_placing_tool_new (self->placing, self->picture);
  bjt_map_frame_init_view (&self->frame, self->corner, exp2 (20) * 256, 800, 600);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->tool);
  g_assert_finalize_object (self->placing);
  bjt_picture_unref (self->picture);
}

static BjtToolEvent
make_event (Fixture        *self,
            double          x,
            double          y,
            GdkModifierType modifiers)
{
  return (BjtToolEvent) { &self->frame, x, y, bjt_map_frame_unproject (&self->frame, x, y), GDK_BUTTON_PRIMARY, 1, modifiers };
}

static void
click (Fixture        *self,
       double          x,
       double          y,
       GdkModifierType modifiers)
{
  BjtToolEvent event = make_event (self, x, y, modifiers);

  bjt_map_tool_press (self->tool, &event);
  bjt_map_tool_release (self->tool, &event);
}

static void
drag (Fixture *self,
      double   x1,
      double   y1,
      double   x2,
      double   y2)
{
  BjtToolEvent from = make_event (self, x1, y1, GDK_CONTROL_MASK), to = make_event (self, x2, y2, GDK_CONTROL_MASK);

  g_assert_true (bjt_map_tool_press (self->tool, &from));
  bjt_map_tool_drag (self->tool, &to);
  bjt_map_tool_release (self->tool, &to);
}

/* Near a corner of a building it is the corner that is meant. */
static void
test_click (Fixture      *self,
            gconstpointer data)
{
  BjtPoint set;

  click (self, 405, 304, 0);
  g_assert_cmpuint (bjt_placing_get_n_pairs (self->placing), ==, 1);
  set = bjt_mercator_project (bjt_placing_get_pair (self->placing, 0)->point.lon_lat);
  g_assert_cmpfloat_with_epsilon (set.x, self->corner.x, 1e-12);
  click (self, 450, 304, GDK_CONTROL_MASK); /* set anew: the pair still waits for its other end */
  g_assert_cmpuint (bjt_placing_get_n_pairs (self->placing), ==, 1);
  set = bjt_mercator_project (bjt_placing_get_pair (self->placing, 0)->point.lon_lat);
  g_assert_cmpfloat (fabs (set.x - self->corner.x), >, 1e-9);
  bjt_map_tool_cancel (self->tool);
  g_assert_cmpuint (bjt_placing_get_n_pairs (self->placing), ==, 0);
}

static void
test_drags (Fixture      *self,
            gconstpointer data)
{
  BjtPoint before, after;

  bjt_placing_tool_set_lay_along (BJT_PLACING_TOOL (self->tool), TRUE);
  drag (self, 200, 300, 600, 300);
  g_assert_cmpuint (bjt_placing_get_n_pairs (self->placing), ==, 2);
  before = bjt_map_frame_project (&self->frame, bjt_placing_to_mercator (self->placing, (BjtPoint) { 40, 0 }));
  g_assert_cmpfloat_with_epsilon (before.x, 600, 0.1);
  drag (self, 400, 250, 430, 240); /* on the ghost */
  after = bjt_map_frame_project (&self->frame, bjt_placing_to_mercator (self->placing, (BjtPoint) { 40, 0 }));
  g_assert_cmpfloat_with_epsilon (after.x, 630, 0.1);
  g_assert_cmpfloat_with_epsilon (after.y, before.y - 10, 0.1);
  drag (self, 600, 300, 600, 340); /* the end itself: what the hand did is over */
  after = bjt_map_frame_project (&self->frame, bjt_placing_to_mercator (self->placing, (BjtPoint) { 40, 0 }));
  g_assert_cmpfloat_with_epsilon (after.y, 340, 0.1);
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  BjtPoint before, after;
  BjtBox   box;

  g_assert_false (bjt_map_tool_key (self->tool, GDK_KEY_Left, 0)); /* there is nothing to move */
  bjt_placing_lay_on_footprint (self->placing);
  before = bjt_placing_to_mercator (self->placing, (BjtPoint) { 20, 6 });
  g_assert_true (bjt_map_tool_key (self->tool, GDK_KEY_Right, GDK_SHIFT_MASK));
  after = bjt_placing_to_mercator (self->placing, (BjtPoint) { 20, 6 });
  g_assert_cmpfloat_with_epsilon ((after.x - before.x) * bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (after.y)), 1, 0.01);
  g_assert_true (bjt_map_tool_key (self->tool, GDK_KEY_bracketleft, 0));
  g_assert_false (bjt_map_tool_key (self->tool, GDK_KEY_q, 0));
  box = bjt_map_tool_get_drawn_box (self->tool, &self->frame);
  g_assert_false (bjt_box_is_empty (&box));
}

#define ADD(name, func) g_test_add ("/placing-tool/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("click", test_click);
  ADD ("drags", test_drags);
  ADD ("keys", test_keys);
  return g_test_run ();
}
