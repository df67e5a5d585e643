#include "carto/bjt-storey.h"

#include <math.h>
#include <string.h>

#include "bjt-sample-picture.h"
#include "carto/bjt-building-painter.h"
#include "carto/bjt-storey-drawing.h"
#include "plan/bjt-drawing-builder.h"
#include "geo/bjt-mercator.h"
#include "plan/bjt-placement.h"

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
paint_with_drawings (BjtPicture *picture,
                     int         level,
                     gboolean    curtain,
                     GHashTable *drawings)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 500);
  cairo_t         *cr = cairo_create (surface);
  BjtFilter        filter;
  BjtMapFrame      frame;
  BjtBuildingLook  look = { .palette = bjt_palette_get (BJT_PALETTE_LIGHT), .chosen_door = BJT_NO_INDEX, .curtain = curtain,
                            .shows_storey = level != BJT_ALL_STOREYS, .level = level, .drawings = drawings };
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

static cairo_surface_t *
paint (BjtPicture *picture,
       int         level,
       gboolean    curtain)
{
  return paint_with_drawings (picture, level, curtain, NULL);
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

/* A red square, 8 m each way, a metre below the plan. */
static BjtPlanBackdrop *
make_backdrop (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();
  g_autoptr (BjtDrawing) drawing = NULL;
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .fill = 0xFFFF0000 };

  item.layer = bjt_drawing_builder_add_layer (builder, "walls", FALSE);
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_line_to (builder, 100, 0);
  bjt_drawing_builder_line_to (builder, 100, 100);
  bjt_drawing_builder_line_to (builder, 0, 100);
  bjt_drawing_builder_close (builder);
  bjt_drawing_builder_add (builder, &item);
  drawing = bjt_drawing_builder_finish (builder);
  record->scale = 0.08;
  record->angle = record->x = 0;
  record->y = -1;
  record->opacity = 1;
  return bjt_plan_backdrop_new_with_drawing (record, drawing);
}

static GHashTable *
make_drawings (BjtPicture *picture,
               const char *placement)
{
  GHashTable *drawings = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, NULL, (GDestroyNotify) bjt_storey_drawing_unref);
  g_autoptr (GPtrArray) backdrops = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_backdrop_unref);
  GError           *error = NULL;
  BjtStoreyDrawing *drawing;

  g_ptr_array_add (backdrops, make_backdrop ());
  drawing = bjt_storey_drawing_new (placement, backdrops, &error);
  g_assert_no_error (error);
  g_hash_table_insert (drawings, &bjt_picture_get_plan (picture, 0)->id, drawing);
  return drawings;
}

static guint32
get_pixel (cairo_surface_t *surface,
           BjtPoint         at)
{
  g_assert_true (at.x >= 0 && at.x < 800 && at.y >= 0 && at.y < 500);
  return ((guint32 *) (gpointer) cairo_image_surface_get_data (surface))[(int) at.y * 800 + (int) at.x] & 0xFFFFFF;
}

/* The middle of the square as the placement says, and a place beside it */
static void
assert_square (BjtPicture *picture,
               const char *json)
{
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_json (json, NULL);
  g_autoptr (BjtGround) ground = bjt_placement_new_ground (placement);
  g_autoptr (GHashTable) drawings = make_drawings (picture, json);
  cairo_surface_t *bare = paint (picture, LEVEL, FALSE), *drawn = paint_with_drawings (picture, LEVEL, FALSE, drawings);
  const BjtPoint   inside[] = { { 4, -5 }, { 1, -2 }, { 7, -8 }, { 1, -8 } }, outside[] = { { 10, -5 }, { 4, -11 } };
  BjtMapFrame      frame;

  bjt_map_frame_init_view (&frame, bjt_picture_get_building (picture, 0)->centre, 256 * pow (2, 20.5), 800, 500);
  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    {
      BjtPoint at = bjt_map_frame_project (&frame, bjt_mercator_project (bjt_placement_to_lon_lat (placement, ground, inside[i])));

      g_assert_cmphex (get_pixel (drawn, at) >> 16, ==, 0xFF);
      g_assert_cmpint (abs ((int) (get_pixel (drawn, at) & 0xFF) - 0x4D), <=, 2); /* seven tenths of it */
    }
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      BjtPoint at = bjt_map_frame_project (&frame, bjt_mercator_project (bjt_placement_to_lon_lat (placement, ground, outside[i])));

      g_assert_cmphex (get_pixel (drawn, at), ==, get_pixel (bare, at));
    }
  cairo_surface_destroy (bare);
  cairo_surface_destroy (drawn);
}

static void
test_drawing (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();

  assert_square (picture, bjt_picture_get_plan (picture, 0)->placement);
}

/* The corners of the plan moved so that it lies at a slant */
static void
test_slanted_drawing (void)
{
  g_autoptr (BjtPicture) picture = make_picture ();
  g_autoptr (BjtPlacement) straight = bjt_placement_new_from_json (bjt_picture_get_plan (picture, 0)->placement, NULL);
  g_autoptr (BjtGround) ground = bjt_placement_new_ground (straight);
  const BjtPoint  plan[] = { { 0, 0 }, { 20, 0 }, { 0, -10 }, { 20, -10 } }, moved[] = { { 0, 0 }, { 20, 0 }, { 2, -9 }, { 18, -10 } };
  BjtControlPoint points[4];
  GError         *error = NULL;
  g_autoptr (BjtPlacement) slanted = NULL;
  g_autofree char *json = NULL;

  for (guint i = 0; i < 4; i++)
    points[i] = (BjtControlPoint) { plan[i], bjt_placement_to_lon_lat (straight, ground, moved[i]), 1, TRUE };
  slanted = bjt_placement_new_from_points (BJT_PLACEMENT_PROJECTIVE, points, 4, FALSE, NULL, &error);
  g_assert_no_error (error);
  json = bjt_placement_to_json (slanted);
  assert_square (picture, json);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storey/when-plans-are-shown", test_when_plans_are_shown);
  g_test_add_func ("/storey/places", test_places);
  g_test_add_func ("/storey/painting", test_painting);
  g_test_add_func ("/storey/drawing", test_drawing);
  g_test_add_func ("/storey/slanted-drawing", test_slanted_drawing);
  return g_test_run ();
}
