#include "paint/bjt-drawing-painter.h"

#include <string.h>

#include "plan/bjt-drawing-builder.h"

#define SIDE 200
#define N_ITEMS 300

static void
add_rectangle (BjtDrawingBuilder *builder,
               GRand             *rand)
{
  static const guint32 inks[] = { 0xFF20A040, 0xFF3050C0, 0x80C03020, 0xFF101010 };
  double               x = g_rand_int_range (rand, -20, SIDE), y = g_rand_int_range (rand, -20, SIDE);
  int                  most = g_rand_int_range (rand, 0, 20) == 0 ? 3 * SIDE : 30; /* few are large */
  double               width = g_rand_int_range (rand, 4, most), height = g_rand_int_range (rand, 4, most);
  BjtDrawingItem       item = { .kind = BJT_DRAWING_PATH, .stroke_width = 2 };

  item.layer = bjt_drawing_builder_add_layer (builder, "A", FALSE);
  if (g_rand_boolean (rand))
    item.fill = inks[g_rand_int_range (rand, 0, G_N_ELEMENTS (inks))];
  if (item.fill == BJT_NO_INK || g_rand_boolean (rand))
    item.stroke = inks[g_rand_int_range (rand, 0, G_N_ELEMENTS (inks))];
  bjt_drawing_builder_move_to (builder, x, y);
  bjt_drawing_builder_line_to (builder, x + width, y);
  bjt_drawing_builder_line_to (builder, x + width, y + height);
  bjt_drawing_builder_line_to (builder, x, y + height);
  bjt_drawing_builder_close (builder);
  g_assert_true (bjt_drawing_builder_add (builder, &item));
}

static void
paint (BjtDrawing *drawing,
       cairo_t    *cr)
{
  g_autoptr (BjtDrawingPainter) painter = bjt_drawing_painter_new (drawing);
  cairo_matrix_t matrix;
  BjtBox         area = { 0, 0, SIDE, SIDE };

  cairo_matrix_init_identity (&matrix);
  bjt_drawing_painter_paint (painter, cr, &matrix, &area);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

/* Whatever is gathered, it looks as if each were painted on its own. */
static void
test_order (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      cairo_surface_t *surfaces[2];
      g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
      g_autoptr (BjtDrawing) together = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      cairo_t *cr;

      for (guint i = 0; i < 2; i++)
        surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
      for (guint i = 0; i < N_ITEMS; i++)
        add_rectangle (builder, rand);
      together = bjt_drawing_builder_finish (builder);
      cr = cairo_create (surfaces[0]);
      paint (together, cr);
      cairo_destroy (cr);
      g_rand_set_seed (rand, seed);
      cr = cairo_create (surfaces[1]);
      for (guint i = 0; i < N_ITEMS; i++)
        {
          g_autoptr (BjtDrawing) alone = NULL;

          add_rectangle (builder, rand);
          alone = bjt_drawing_builder_finish (builder);
          paint (alone, cr);
        }
      cairo_destroy (cr);
      for (guint i = 0; i < 2; i++)
        cairo_surface_flush (surfaces[i]);
      g_assert_cmpmem (cairo_image_surface_get_data (surfaces[0]), SIDE * SIDE * 4, cairo_image_surface_get_data (surfaces[1]), SIDE * SIDE * 4);
      for (guint i = 0; i < 2; i++)
        cairo_surface_destroy (surfaces[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing-painter/order", test_order);
  return g_test_run ();
}
