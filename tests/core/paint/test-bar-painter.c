/* The figure is full, the year before hatched, and both start from nothing. */
#include "paint/bjt-bar-painter.h"

#include <math.h>

#define WIDTH 100
#define HEIGHT 20

typedef struct
{
  cairo_surface_t *surface;
  const guchar    *data;
  int              stride;
} Sheet;

static void
draw (Sheet          *self,
      BjtPaletteKind  palette,
      double          value,
      double          before,
      double          least)
{
  BjtBar      bar = { value, before };
  BjtBarScale scale = { least, 100 };
  BjtBox      box = { 0, 0, WIDTH, HEIGHT };
  cairo_t    *cr;

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cr = cairo_create (self->surface);
  bjt_bar_painter_draw (cr, bjt_palette_get (palette), &scale, &bar, &box, 1);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  self->data = cairo_image_surface_get_data (self->surface);
  self->stride = cairo_image_surface_get_stride (self->surface);
}

static guint
count_inked (const Sheet *self,
             int          y,
             int          least) /* alpha */
{
  guint n = 0;

  for (int x = 0; x < WIDTH; x++)
    n += self->data[y * self->stride + 4 * x + 3] > least;
  return n;
}

static void
test_lengths (void)
{
  Sheet sheet;

  draw (&sheet, BJT_PALETTE_MONO, 60, 30, 0);
  g_assert_cmpuint (count_inked (&sheet, 6, 200), ==, 60);
  g_assert_cmpuint (count_inked (&sheet, 16, 60), >, 5); /* some of 30: hatched */
  g_assert_cmpuint (count_inked (&sheet, 16, 60), <, 29);
  cairo_surface_destroy (sheet.surface);
}

static void
test_unknown (void)
{
  Sheet sheet;

  draw (&sheet, BJT_PALETTE_LIGHT, (double) NAN, (double) NAN, 0);
  g_assert_cmpuint (count_inked (&sheet, 10, 200), <=, 1);
  cairo_surface_destroy (sheet.surface);
}

static void
test_negative (void)
{
  Sheet sheet;

  draw (&sheet, BJT_PALETTE_LIGHT, -100, (double) NAN, -100);
  g_assert_cmpuint (count_inked (&sheet, 10, 200), >=, 50);
  g_assert_cmpuint (count_inked (&sheet, 10, 200), <=, 52);
  g_assert_cmpuint (sheet.data[10 * sheet.stride + 4 * 80 + 3], ==, 0);
  cairo_surface_destroy (sheet.surface);
}

static void
test_scale (void)
{
  BjtBarScale scale;

  bjt_bar_scale_init (&scale);
  bjt_bar_scale_add (&scale, &(BjtBar) { 3, (double) NAN });
  bjt_bar_scale_add (&scale, &(BjtBar) { -2, 8 });
  g_assert_cmpfloat (scale.least, ==, -2);
  g_assert_cmpfloat (scale.most, ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/bar/lengths", test_lengths);
  g_test_add_func ("/paint/bar/unknown", test_unknown);
  g_test_add_func ("/paint/bar/negative", test_negative);
  g_test_add_func ("/paint/bar/scale", test_scale);
  return g_test_run ();
}
