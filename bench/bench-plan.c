/* bench-plan.c: reads a drawing through the helper, paints it whole at
 * 1400 × 900 while it is panned, asks it for outlines and places to snap to.
 * Prints the figures as JSON. */
#include <math.h>
#include <stdlib.h>

#include "paint/bjt-drawing-painter.h"
#include "plan/bjt-drawing-index.h"
#include "workspace/bjt-drawing-opener.h"

#define FRAMES 60
#define QUERIES 2000
#define WIDTH 1400
#define HEIGHT 900

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
paint (BjtDrawing *drawing)
{
  g_autoptr (BjtDrawingPainter) painter = bjt_drawing_painter_new (drawing);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  BjtBox           area = { 0, 0, WIDTH, HEIGHT };
  double           scale = fmin (WIDTH / (drawing->box.x2 - drawing->box.x1), HEIGHT / (drawing->box.y2 - drawing->box.y1));
  double           frames[FRAMES];

  for (guint i = 0; i < FRAMES; i++)
    {
      gint64         began = g_get_monotonic_time ();
      cairo_matrix_t matrix;

      cairo_matrix_init (&matrix, scale, 0, 0, scale, i * 0.7 - drawing->box.x1 * scale, -drawing->box.y1 * scale);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      bjt_drawing_painter_paint (painter, cr, &matrix, &area);
      frames[i] = get_ms (began);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  qsort (frames, FRAMES, sizeof *frames, compare);
  return frames[FRAMES * 95 / 100];
}

static void
ask (BjtDrawing *drawing,
     double     *index_ms,
     double     *outline_ms,
     double     *snap_ms)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (BjtDrawingIndex) index = bjt_drawing_index_new (drawing);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const BjtBox  *box = &drawing->box;
  BjtDrawingSnap snap;

  *index_ms = get_ms (began);
  began = g_get_monotonic_time ();
  for (guint i = 0; i < QUERIES; i++)
    bjt_drawing_index_find_outline (index, g_rand_double_range (rand, box->x1, box->x2), g_rand_double_range (rand, box->y1, box->y2), 0);
  *outline_ms = get_ms (began) / QUERIES;
  began = g_get_monotonic_time ();
  for (guint i = 0; i < QUERIES; i++)
    bjt_drawing_index_snap (index, g_rand_double_range (rand, box->x1, box->x2), g_rand_double_range (rand, box->y1, box->y2), (box->x2 - box->x1) / 100, &snap);
  *snap_ms = get_ms (began) / QUERIES;
}

int
main (int    argc,
      char **argv)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtOpenedDrawing) opened = argc == 2 ? bjt_drawing_opener_open (argv[1], 1, NULL, &error) : NULL;
  double import_ms = get_ms (began), index_ms, outline_ms, snap_ms;

  if (opened == NULL)
    {
      g_printerr ("bench-plan: %s\n", error != NULL ? error->message : "which drawing?");
      return 1;
    }
  ask (opened->drawing, &index_ms, &outline_ms, &snap_ms);
  g_print ("{\"items\": %u, \"import_ms\": %.1f, \"index_ms\": %.1f, \"outline_ms\": %.4f, \"snap_ms\": %.4f, \"frame_ms\": %.1f}\n",
           opened->drawing->n_items, import_ms, index_ms, outline_ms, snap_ms, paint (opened->drawing));
  return 0;
}
