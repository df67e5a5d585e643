#include "paint/bjt-plan-painter.h"

#include <math.h>
#include <string.h>

#include "bjt-sample-picture.h"
#include "model/bjt-plans.h"
#include "plan/bjt-drawing-builder.h"

#define WIDTH 1000
#define HEIGHT 500

typedef struct
{
  BjtPicture     *picture;
  BjtPlanPainter *painter;
  BjtTextPainter *text; /* without ink */
  BjtPlanFrame    frame;
} Fixture;

/* The schematic plan of the first building, with a wall, an opening and a text */
static BjtPicture *
make_picture (void)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;
  BjtPicture      *picture;
  g_autoptr (BjtPlanElement) extra = bjt_plan_element_new ();

  options.n_buildings = 1;
  options.n_entrances = 2;
  options.n_stacks = 2;
  picture = bjt_sample_picture_new (&options);
  extra->kind = BJT_ELEMENT_WALL;
  extra->shape = bjt_geometry_new_line ((BjtPoint[]) { { 0, -2 }, { 30, -2 } }, 2);
  extra->size = 0.4;
  bjt_sample_add_element (picture, extra);
  bjt_geometry_unref (extra->shape);
  extra->kind = BJT_ELEMENT_OPENING;
  extra->shape = bjt_geometry_new_line ((BjtPoint[]) { { 4, -2 }, { 6, -2 } }, 2);
  bjt_sample_add_element (picture, extra);
  bjt_sample_add_plan (picture, 0, "0-5");
  return picture;
}

static void
quieten (BjtPicture *picture)
{
  for (guint32 d = 0; d < picture->doors->len; d++)
    *bjt_picture_get_door_state (picture, d) = (BjtPictureDoorState) { .household_class = BJT_CLASS_RESIDENT };
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtBox box;

  self->picture = make_picture ();
  self->painter = bjt_plan_painter_new (self->picture, 0, 0, NULL);
  self->text = bjt_text_painter_new (FALSE);
  bjt_text_painter_set_hidden (self->text, TRUE);
  bjt_plan_painter_set_text (self->painter, self->text);
  self->frame = (BjtPlanFrame) { .width = WIDTH, .height = HEIGHT };
  box = bjt_plan_painter_get_box (self->painter);
  bjt_plan_frame_fit (&self->frame, &box, 20);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_plan_painter_free (self->painter);
  bjt_text_painter_free (self->text);
  bjt_picture_unref (self->picture);
}

static cairo_surface_t *
paint (Fixture *self,
       guint32  ground)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  bjt_palette_set_source (cr, ground, 1);
  cairo_paint (cr);
  bjt_plan_painter_paint (self->painter, cr, &self->frame, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           BjtPoint         at)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (int) at.y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) at.x] & 0xFFFFFF;
}

static guint32
paint_pixel (Fixture *self,
             double   x,
             double   y)
{
  cairo_surface_t *surface = paint (self, 0xFFFFFF);
  guint32          pixel = get_pixel (surface, bjt_plan_frame_to_view (&self->frame, (BjtPoint) { x, y }));

  cairo_surface_destroy (surface);
  return pixel;
}

static gboolean
same_image (cairo_surface_t *a,
            cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

/* The first outline and its door on the level shown; a place near its corner. */
static guint32
find_first (Fixture  *self,
            BjtPoint *corner,
            guint32  *index)
{
  for (guint32 e = 0; e < self->picture->elements->len; e++)
    {
      const BjtPictureElement *element = bjt_picture_get_element (self->picture, e);

      if (element->kind != BJT_ELEMENT_DOOR)
        continue;
      if (index != NULL)
        *index = e;
      *corner = (BjtPoint) { element->shape->box.x1 + 1, element->shape->box.y1 + 1 };
      return bjt_plan_painter_get_door (self->painter, e);
    }
  g_assert_not_reached ();
}

static void
test_door_of_level (Fixture      *self,
                    gconstpointer data)
{
  BjtPoint                  corner;
  guint32                   index, here = find_first (self, &corner, &index);
  g_autoptr (BjtPlanPainter) above = bjt_plan_painter_new (self->picture, 0, 3, NULL);
  g_autoptr (BjtPlanPainter) beyond = bjt_plan_painter_new (self->picture, 0, 77, NULL);
  guint32                   there;

  g_assert_cmpuint (here, !=, BJT_NO_INDEX);
  g_assert_cmpint (bjt_picture_get_door (self->picture, here)->ordinal, ==, 0);
  there = bjt_plan_painter_get_door (above, index);
  g_assert_cmpint (bjt_picture_get_door (self->picture, there)->ordinal, ==, 3);
  g_assert_cmpuint (bjt_picture_get_door (self->picture, there)->stack, ==, bjt_picture_get_door (self->picture, here)->stack);
  g_assert_cmpuint (bjt_plan_painter_get_door (beyond, index), ==, BJT_NO_INDEX);
}

static void
test_class_and_attention (Fixture      *self,
                          gconstpointer data)
{
  BjtPoint             corner;
  BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, find_first (self, &corner, NULL));

  quieten (self->picture);
  state->household_class = BJT_CLASS_TENANT;
  g_assert_cmphex (paint_pixel (self, corner.x, corner.y), ==, 0xFCE3C4);
  state->attention = BJT_ATTENTION_URGENT;
  g_assert_cmphex (paint_pixel (self, corner.x - 1 + 2 / self->frame.scale, corner.y), ==, 0xC8102E);
  g_assert_cmphex (paint_pixel (self, corner.x, corner.y), ==, 0xFCE3C4);
}

static void
test_mono (Fixture      *self,
           gconstpointer data)
{
  cairo_surface_t *surface;

  bjt_plan_painter_set_mono (self->painter, TRUE);
  surface = paint (self, 0xFFFFFF);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        guint32 pixel = get_pixel (surface, (BjtPoint) { x, y });

        g_assert_cmphex (pixel & 0xFF, ==, pixel >> 8 & 0xFF);
        g_assert_cmphex (pixel & 0xFF, ==, pixel >> 16);
      }
  cairo_surface_destroy (surface);
}

static void
test_unmatched_fades (Fixture      *self,
                      gconstpointer data)
{
  BjtPoint                corner;
  guint32                 door = find_first (self, &corner, NULL);
  g_autoptr (BjtDoorSet)  doors = bjt_door_set_new (self->picture->doors->len);

  quieten (self->picture);
  bjt_picture_get_door_state (self->picture, door)->household_class = BJT_CLASS_FLOATING;
  bjt_plan_painter_set_matched (self->painter, doors);
  g_assert_cmpint (ABS ((int) (paint_pixel (self, corner.x, corner.y) >> 16) - 0xF3), <=, 1); /* 0xCF over white, a quarter */
  bjt_door_set_add (doors, door);
  bjt_plan_painter_set_matched (self->painter, doors);
  g_assert_cmphex (paint_pixel (self, corner.x, corner.y), ==, 0xCFE6F7);
}

/* Behind the curtain, and for the public, nothing of the state shows. */
static void
test_curtain (Fixture      *self,
              gconstpointer data)
{
  static const BjtPlanShow shows[] = { BJT_PLAN_SHOW_CURTAIN, BJT_PLAN_SHOW_PUBLIC };

  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      cairo_surface_t *before, *after;

      bjt_plan_painter_set_show (self->painter, BJT_PLAN_SHOW_LABELS | BJT_PLAN_SHOW_FACTS | BJT_PLAN_SHOW_NAMES | shows[i]);
      bjt_plan_painter_set_text (self->painter, NULL);
      before = paint (self, 0xFFFFFF);
      for (guint32 d = 0; d < self->picture->doors->len; d++)
        {
          BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, d);

          state->household_class = BJT_CLASS_TENANT;
          state->attention = BJT_ATTENTION_URGENT;
          state->open_issues = 3;
          state->categories = ~(BjtCategorySet) 0;
        }
      after = paint (self, 0xFFFFFF);
      g_assert_true (same_image (before, after));
      cairo_surface_destroy (before);
      cairo_surface_destroy (after);
    }
}

static void
test_restricted_draws_nothing (Fixture      *self,
                               gconstpointer data)
{
  BjtCategorySet   restricted = 0;
  cairo_surface_t *before, *after;

  bjt_plan_painter_set_text (self->painter, NULL);
  before = paint (self, 0xFFFFFF);
  for (guint i = 0; i < self->picture->categories->len; i++)
    if (bjt_picture_get_category (self->picture, i)->is_restricted)
      restricted |= G_GUINT64_CONSTANT (1) << i;
  g_assert_cmpuint (restricted, !=, 0);
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    bjt_picture_get_door_state (self->picture, d)->categories |= restricted;
  after = paint (self, 0xFFFFFF);
  g_assert_true (same_image (before, after));
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

static void
test_wall_and_opening (Fixture      *self,
                       gconstpointer data)
{
  g_assert_cmphex (paint_pixel (self, 10, -2), ==, 0x5A4A2A);
  g_assert_cmphex (paint_pixel (self, 5, -2), ==, 0xFFFFFF);
}

/* A red square of 10 × 10 m with its corner at 30, 40, turned by a quarter */
static BjtPlanBackdrop *
make_backdrop (double      opacity,
               const char *hidden)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();
  g_autoptr (BjtDrawing) drawing = NULL;
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .fill = 0xFFFF0000 };

  item.layer = bjt_drawing_builder_add_layer (builder, "A", FALSE);
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_line_to (builder, 100, 0);
  bjt_drawing_builder_line_to (builder, 100, 100);
  bjt_drawing_builder_line_to (builder, 0, 100);
  bjt_drawing_builder_close (builder);
  g_assert_true (bjt_drawing_builder_add (builder, &item));
  drawing = bjt_drawing_builder_finish (builder);
  record->scale = 0.1;
  record->angle = G_PI_2;
  record->x = 30;
  record->y = 40;
  record->opacity = opacity;
  record->hidden_layers = g_strdup (hidden);
  return bjt_plan_backdrop_new_with_drawing (record, drawing);
}

static void
test_backdrop (Fixture      *self,
               gconstpointer data)
{
  static const struct
  {
    double      opacity;
    const char *hidden;
    guint32     pixel;
  } cases[] = { { 1, NULL, 0xFF0000 }, { 0.5, NULL, 0xFF7F7F }, { 1, "B\nA", 0xFFFFFF }, { 0, NULL, 0xFFFFFF } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) backdrops = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_backdrop_unref);
      BjtBox   box;
      guint32  pixel;

      g_ptr_array_add (backdrops, make_backdrop (cases[i].opacity, cases[i].hidden));
      bjt_plan_painter_free (self->painter);
      self->painter = bjt_plan_painter_new (self->picture, 0, 0, backdrops);
      box = bjt_plan_painter_get_box (self->painter);
      g_assert_cmpint (box.y2 > 49, ==, cases[i].opacity > 0);
      box = (BjtBox) { 0, 0, 60, 60 };
      bjt_plan_frame_fit (&self->frame, &box, 0);
      pixel = paint_pixel (self, 32, 48);
      for (guint shift = 0; shift < 24; shift += 8)
        g_assert_cmpint (ABS ((int) (pixel >> shift & 0xFF) - (int) (cases[i].pixel >> shift & 0xFF)), <=, 1);
      g_assert_cmphex (paint_pixel (self, 42, 45), ==, 0xFFFFFF); /* it lies to the north-east of its corner */
    }
}

/* By night a drawing lies on a light sheet. */
static void
test_night (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) backdrops = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_backdrop_unref);
  cairo_surface_t *surface;
  BjtBox           box;

  g_ptr_array_add (backdrops, make_backdrop (1, NULL));
  bjt_plan_painter_free (self->painter);
  self->painter = bjt_plan_painter_new (self->picture, 0, 0, backdrops);
  box = bjt_plan_painter_get_box (self->painter);
  bjt_plan_frame_fit (&self->frame, &box, 60);
  bjt_plan_painter_set_palette (self->painter, BJT_PALETTE_DARK);
  surface = paint (self, 0x202020);
  g_assert_cmphex (get_pixel (surface, bjt_plan_frame_to_view (&self->frame, (BjtPoint) { 25, 30 })) >> 16, >, 0xE0);
  g_assert_cmphex (get_pixel (surface, (BjtPoint) { 1, 1 }), ==, 0x202020);
  cairo_surface_destroy (surface);
}

/* No size makes it fail, and what is drawn twice is drawn alike. */
static void
test_any_scale (Fixture      *self,
                gconstpointer data)
{
  bjt_plan_painter_set_text (self->painter, NULL);
  bjt_plan_painter_set_show (self->painter, BJT_PLAN_SHOW_LABELS | BJT_PLAN_SHOW_FACTS | BJT_PLAN_SHOW_NAMES);
  for (double factor = 1e-3; factor < 1e4; factor *= 3)
    {
      BjtPlanFrame     before = self->frame;
      cairo_surface_t *first, *second;

      bjt_plan_frame_zoom_at (&self->frame, WIDTH / 2.0, HEIGHT / 2.0, factor);
      first = paint (self, 0xFFFFFF);
      second = paint (self, 0xFFFFFF);
      g_assert_true (same_image (first, second));
      cairo_surface_destroy (first);
      cairo_surface_destroy (second);
      self->frame = before;
    }
}

static void
write_picture (Fixture      *self,
               gconstpointer data)
{
  const char      *path = g_getenv ("BJT_TEST_OUTPUT");
  cairo_surface_t *surface;

  if (path == NULL)
    {
      g_test_skip ("nobody wants to see it");
      return;
    }
  bjt_plan_painter_set_text (self->painter, NULL);
  bjt_plan_painter_set_show (self->painter, BJT_PLAN_SHOW_LABELS | BJT_PLAN_SHOW_FACTS | BJT_PLAN_SHOW_NAMES);
  surface = paint (self, 0xFFFFFF);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

static void
test_frame_there_and_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 2000; i++)
    {
      BjtPlanFrame frame = { .width = g_rand_double_range (rand, 1, 3000), .height = g_rand_double_range (rand, 1, 3000) };
      BjtPoint     at = { g_rand_double_range (rand, -500, 500), g_rand_double_range (rand, -500, 500) }, px, back;
      BjtBox       box = { at.x, at.y, at.x + g_rand_double_range (rand, 0, 300), at.y + g_rand_double_range (rand, 0, 300) }, seen;
      cairo_matrix_t matrix;

      bjt_plan_frame_fit (&frame, &box, g_rand_double_range (rand, 0, 100));
      seen = bjt_plan_frame_get_box (&frame);
      g_assert_true (seen.x1 <= box.x1 + 1e-6 && seen.y1 <= box.y1 + 1e-6 && seen.x2 >= box.x2 - 1e-6 && seen.y2 >= box.y2 - 1e-6);
      px = bjt_plan_frame_to_view (&frame, at);
      back = bjt_plan_frame_to_plan (&frame, px);
      g_assert_cmpfloat_with_epsilon (back.x, at.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (back.y, at.y, 1e-6);
      bjt_plan_frame_get_matrix (&frame, &matrix);
      cairo_matrix_transform_point (&matrix, &back.x, &back.y);
      g_assert_cmpfloat_with_epsilon (back.x, px.x, 1e-4 * frame.scale + 1e-6);
      g_assert_cmpfloat_with_epsilon (back.y, px.y, 1e-4 * frame.scale + 1e-6);
      bjt_plan_frame_zoom_at (&frame, px.x, px.y, g_rand_double_range (rand, 0.2, 5));
      back = bjt_plan_frame_to_plan (&frame, px);
      g_assert_cmpfloat_with_epsilon (back.x, at.x, 1e-5);
      g_assert_cmpfloat_with_epsilon (back.y, at.y, 1e-5);
    }
}

static void
test_frame_of_nothing (void)
{
  BjtPlanFrame frame = { .width = 400, .height = 200 };
  BjtBox       empty = BJT_BOX_EMPTY, box;

  bjt_plan_frame_fit (&frame, &empty, 0);
  box = bjt_plan_frame_get_box (&frame);
  g_assert_cmpfloat_with_epsilon (box.y2 - box.y1, 20, 1e-9);
  for (guint i = 0; i < 200; i++)
    bjt_plan_frame_zoom_at (&frame, 10, 10, 0.1);
  g_assert_true (frame.scale > 0 && isfinite (frame.centre.x));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-painter/door-of-level", Fixture, NULL, set_up, test_door_of_level, tear_down);
  g_test_add ("/plan-painter/class-and-attention", Fixture, NULL, set_up, test_class_and_attention, tear_down);
  g_test_add ("/plan-painter/mono", Fixture, NULL, set_up, test_mono, tear_down);
  g_test_add ("/plan-painter/unmatched-fades", Fixture, NULL, set_up, test_unmatched_fades, tear_down);
  g_test_add ("/plan-painter/curtain", Fixture, NULL, set_up, test_curtain, tear_down);
  g_test_add ("/plan-painter/restricted-draws-nothing", Fixture, NULL, set_up, test_restricted_draws_nothing, tear_down);
  g_test_add ("/plan-painter/wall-and-opening", Fixture, NULL, set_up, test_wall_and_opening, tear_down);
  g_test_add ("/plan-painter/backdrop", Fixture, NULL, set_up, test_backdrop, tear_down);
  g_test_add ("/plan-painter/night", Fixture, NULL, set_up, test_night, tear_down);
  g_test_add ("/plan-painter/any-scale", Fixture, NULL, set_up, test_any_scale, tear_down);
  g_test_add ("/plan-painter/look", Fixture, NULL, set_up, write_picture, tear_down);
  g_test_add_func ("/plan-frame/there-and-back", test_frame_there_and_back);
  g_test_add_func ("/plan-frame/of-nothing", test_frame_of_nothing);
  return g_test_run ();
}
