#include "print/bjt-grid-memory.h"

#include "bjt-sample-picture.h"
#include "print/bjt-grid-pages.h"

typedef struct
{
  BjtPicture          *picture;
  BjtGridMemory       *memory;
  BjtGridSheetOptions  options;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  const BjtSampleOptions sample = BJT_SAMPLE_DEFAULT;

  self->picture = bjt_sample_picture_new (&sample);
  self->memory = bjt_grid_memory_new ();
  self->options = (BjtGridSheetOptions) { .memory = self->memory, .made_on = BJT_DATE_NONE };
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_grid_memory_unref (self->memory);
  bjt_picture_unref (self->picture);
}

/* The first page, pixel by pixel. */
static GBytes *
draw (Fixture *self)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (BjtSheet) sheet = bjt_grid_pages_new (self->picture, 0, &self->options, &error);
  cairo_surface_t     *surface;
  cairo_t             *cr;
  GBytes              *pixels;

  g_assert_no_error (error);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 600);
  cr = cairo_create (surface);
  cairo_scale (cr, 1.4, 1.4);
  bjt_sheet_draw_page (sheet, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), 600 * (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return pixels;
}

/* How many plans the sheet needs that are not known yet. It looks as one of a maker who
 * remembers nothing. */
static guint
count_new (Fixture *self)
{
  guint              before = bjt_grid_memory_get_n_made (self->memory);
  g_autoptr (GBytes) with = draw (self), without = NULL;

  self->options.memory = NULL;
  without = draw (self);
  self->options.memory = self->memory;
  g_assert_true (g_bytes_equal (with, without));
  return bjt_grid_memory_get_n_made (self->memory) - before;
}

static void
test_another_look (Fixture      *self,
                   gconstpointer data)
{
  g_assert_cmpuint (count_new (self), >, 0);
  g_assert_cmpuint (count_new (self), ==, 0);
  self->options.is_mono = TRUE;
  self->options.purpose = "Walk";
  self->options.receiver = "Somebody";
  self->options.maker = "The office";
  self->options.copy_number = 7;
  self->options.language = BJT_SHEET_ENGLISH;
  g_assert_cmpuint (count_new (self), ==, 0);
}

static void
test_another_layout (Fixture      *self,
                     gconstpointer data)
{
  count_new (self);
  self->options.paper = "A2";
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.has_binding = TRUE;
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.margin = 40;
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.orientation = BJT_ORIENTATION_PORTRAIT;
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.names = BJT_SHEET_NAMES_MASKED;
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.extent.denominator = 2500;
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.extent.shift = (BjtPoint) { 5, -5 };
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.extent.turn = 20;
  g_assert_cmpuint (count_new (self), >, 0);
  self->options.extent.turn = 0;
  g_assert_cmpuint (count_new (self), ==, 0);
}

/* The same community with other doors. */
static void
test_another_picture (Fixture      *self,
                      gconstpointer data)
{
  BjtSampleOptions sample = BJT_SAMPLE_DEFAULT;

  count_new (self);
  bjt_picture_unref (self->picture);
  sample.n_levels += 2;
  self->picture = bjt_sample_picture_new (&sample);
  g_assert_cmpuint (count_new (self), >, 0);
}

/* More than it keeps, again and again. */
static void
test_forgets (Fixture      *self,
              gconstpointer data)
{
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (BjtSheet) sheet = NULL;

      self->options.extent.shift.x = i * 0.01;
      sheet = bjt_grid_pages_new (self->picture, 0, &self->options, NULL);
      g_assert_nonnull (sheet);
    }
  g_assert_cmpuint (count_new (self), ==, 0);
  self->options.extent.shift.x = 0;
  g_assert_cmpuint (count_new (self), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/print/grid-memory/another-look", Fixture, NULL, set_up, test_another_look, tear_down);
  g_test_add ("/print/grid-memory/another-layout", Fixture, NULL, set_up, test_another_layout, tear_down);
  g_test_add ("/print/grid-memory/another-picture", Fixture, NULL, set_up, test_another_picture, tear_down);
  g_test_add ("/print/grid-memory/forgets", Fixture, NULL, set_up, test_forgets, tear_down);
  return g_test_run ();
}
