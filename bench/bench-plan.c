/* bench-plan.c: reads a drawing through the helper, paints it whole at
 * 1400 × 900 while it is panned, asks it for outlines and places to snap to,
 * draws on a plan of 10,000 rooms over it.
 * Prints the figures as JSON. */
#include <math.h>
#include <stdlib.h>

#include "paint/bjt-drawing-painter.h"
#include "plan/bjt-drawing-index.h"
#include "plan/bjt-plan-shape.h"
#include "plan/bjt-plan-snap.h"
#include "plan/bjt-plan-trace.h"
#include "workspace/bjt-drawing-opener.h"

#define FRAMES 60
#define QUERIES 2000
#define TRACES 21
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

/* On a plan of @n elements, with the drawing under it. */
static double
snap_to_elements (BjtPlanBackdrop *backdrop,
                  guint            n)
{
  g_autoptr (BjtPlanSnap) snap = bjt_plan_snap_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  BjtBox box = bjt_plan_backdrop_get_box (backdrop);
  double step = (box.x2 - box.x1) / sqrt (n);
  gint64 began;

  for (guint i = 0; i < n; i++)
    {
      BjtPoint a = { box.x1 + i % (guint) sqrt (n) * step, box.y1 + floor (i / sqrt (n)) * step };
      g_autoptr (BjtGeometry) room = bjt_plan_shape_new_rectangle (a, (BjtPoint) { a.x + 0.9 * step, a.y + 0.8 * step }, 0);

      bjt_plan_snap_add_shape (snap, room, NULL);
    }
  bjt_plan_snap_add_backdrop (snap, backdrop);
  bjt_plan_snap_finish (snap);
  began = g_get_monotonic_time ();
  for (guint i = 0; i < QUERIES; i++)
    {
      BjtPlanSnapWish wish = { .kinds = 0xffu, .reach = step / 10, .grid = 0.1, .has_start = TRUE, .start = { box.x1, box.y1 } };
      BjtPlanSnapHit  hit;

      bjt_plan_snap_find (snap, (BjtPoint) { g_rand_double_range (rand, box.x1, box.x2), g_rand_double_range (rand, box.y1, box.y2) }, &wish, NULL, &hit);
    }
  return get_ms (began) / QUERIES;
}

static double
trace (BjtPlanBackdrop *backdrop)
{
  g_autoptr (BjtPlanTrace) self = bjt_plan_trace_new (backdrop);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  BjtBox box = bjt_plan_backdrop_get_box (backdrop);
  double times[TRACES];

  for (guint i = 0; i < TRACES; i++)
    {
      BjtPlanTraceWish wish = { .close = i % 2 == 0 ? 0 : 1.2 };
      BjtPoint at = { g_rand_double_range (rand, box.x1, box.x2), g_rand_double_range (rand, box.y1, box.y2) };
      gint64   began = g_get_monotonic_time ();
      g_autoptr (BjtPlanElement) element = bjt_plan_trace_find (self, at, &wish, NULL, NULL);

      times[i] = get_ms (began);
    }
  qsort (times, TRACES, sizeof *times, compare);
  return times[TRACES / 2];
}

/* A unit is a tenth of a metre. */
static BjtPlanBackdrop *
lay_under (BjtDrawing *drawing)
{
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();

  record->scale = 0.1;
  record->angle = record->x = record->y = 0;
  record->opacity = 1;
  return bjt_plan_backdrop_new_with_drawing (record, drawing);
}

int
main (int    argc,
      char **argv)
{
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtOpenedDrawing) opened = argc == 2 ? bjt_drawing_opener_open (argv[1], 1, NULL, &error) : NULL;
  g_autoptr (BjtPlanBackdrop) backdrop = NULL;
  double import_ms = get_ms (began), index_ms, outline_ms, snap_ms;

  if (opened == NULL)
    {
      g_printerr ("bench-plan: %s\n", error != NULL ? error->message : "which drawing?");
      return 1;
    }
  ask (opened->drawing, &index_ms, &outline_ms, &snap_ms);
  backdrop = lay_under (opened->drawing);
  g_print ("{\"items\": %u, \"import_ms\": %.1f, \"index_ms\": %.1f, \"outline_ms\": %.4f, \"snap_ms\": %.4f, \"frame_ms\": %.1f, \"plan_snap_ms\": %.4f, \"trace_ms\": %.2f}\n",
           opened->drawing->n_items, import_ms, index_ms, outline_ms, snap_ms, paint (opened->drawing),
           snap_to_elements (backdrop, 10000), trace (backdrop));
  return 0;
}
