#include "carto/bjt-storey.h"

#include <math.h>
#include <string.h>

#include "bjt-sample-picture.h"
#include "carto/bjt-building-painter.h"

#define LEVEL 2

static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  BjtPicture      *picture = bjt_sample_picture_new (&options);

  bjt_sample_add_plan (picture, 0, "0-4");
  return picture;
}

static void
test_when_plans_are_shown (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();

  g_assert_cmpuint (bjt_storey_find_plan (picture, 0, LEVEL, 19), ==, 0);
  g_assert_cmpuint (bjt_storey_find_plan (picture, 0, LEVEL, 18.9), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_storey_find_plan (picture, 0, BJT_ALL_STOREYS, 20), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_storey_find_plan (picture, 0, 5, 20), ==, BJT_NO_INDEX); /* not on the plan */
  g_assert_cmpuint (bjt_storey_find_plan (picture, 1, LEVEL, 20), ==, BJT_NO_INDEX);
}

/* Every door of the level is hit at its place, and no other has one. */
static void
test_places (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autofree BjtPoint   *places = bjt_storey_list_places (picture, LEVEL);
  BjtRun                 doors = bjt_picture_get_building (picture, 0)->doors;

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      if (d >= doors.first + doors.n)
        {
          g_assert_cmpfloat (places[d].x, ==, door->place.x);
          continue;
        }
      g_assert_cmpint (isnan (places[d].x), ==, door->ordinal != LEVEL);
      if (door->ordinal == LEVEL)
        g_assert_cmpuint (bjt_storey_find_door (picture, 0, LEVEL, places[d]), ==, d);
    }
  g_assert_cmpuint (bjt_storey_find_door (picture, 0, LEVEL, (BjtPoint) { 0.1, 0.1 }), ==, BJT_NO_INDEX);
}

static cairo_surface_t *
paint (BjtPicture *picture,
       int         level,
       gboolean    curtain)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 500);
  cairo_t         *cr = cairo_create (surface);
  BjtFilter        filter;
  BjtMapFrame      frame;
  BjtBuildingLook  look = { .palette = bjt_palette_get (BJT_PALETTE_LIGHT), .chosen_door = BJT_NO_INDEX, .curtain = curtain,
                            .shows_storey = level != BJT_ALL_STOREYS, .level = level };
  g_autoptr (BjtBuildingPainter) painter = NULL;

  bjt_filter_init (&filter);
  painter = bjt_building_painter_new (picture, &filter);
  bjt_map_frame_init_view (&frame, bjt_picture_get_building (picture, 0)->centre, 256 * pow (2, 20.5), 800, 500);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  bjt_building_painter_paint (painter, cr, &frame, &look);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (g_getenv ("BJT_TEST_OUTPUT") != NULL && level == LEVEL && !curtain)
    cairo_surface_write_to_png (surface, g_getenv ("BJT_TEST_OUTPUT"));
  return surface;
}

static gboolean
is_same (cairo_surface_t *a,
         cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), 800 * 500 * 4) == 0;
}

/* Levels differ from each other and from the cells; behind the curtain they
 * show nothing of the state. */
static void
test_painting (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  cairo_surface_t *cells, *level, *before, *after;

  cells = paint (picture, BJT_ALL_STOREYS, FALSE);
  level = paint (picture, LEVEL, FALSE);
  before = paint (picture, LEVEL, TRUE);
  for (guint32 d = 0; d < picture->doors->len; d++)
    *bjt_picture_get_door_state (picture, d) = (BjtPictureDoorState) { .household_class = BJT_CLASS_TENANT, .attention = BJT_ATTENTION_URGENT, .open_issues = 2 };
  after = paint (picture, LEVEL, TRUE);
  g_assert_false (is_same (cells, level));
  g_assert_true (is_same (before, after));
  cairo_surface_destroy (cells);
  cairo_surface_destroy (level);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storey/when-plans-are-shown", test_when_plans_are_shown);
  g_test_add_func ("/storey/places", test_places);
  g_test_add_func ("/storey/painting", test_painting);
  return g_test_run ();
}
