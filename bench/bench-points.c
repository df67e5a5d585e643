/* bench-points.c N: pans N points, joined into clusters, on a canvas of 1400 ×
 * 900 at several zooms. Prints JSON: the times of panning.h for each, and how
 * much memory the program has more than when it showed a thousand points. */
#include <adwaita.h>

#include "geo/bjt-cluster-index.h"
#include "map/bjt-canvas-layer.h"
#include "map/bjt-map-camera.h"
#include "panning.h"
#include "town.h"

#include <math.h>
#include <stdlib.h>

#define WIDTH 1400
#define HEIGHT 900
#define N_FEW 1000
#define N_STEPS 120
#define STEP 14.0
#define MOST_SECONDS 20
#define PATIENCE_US (10 * G_USEC_PER_SEC)

static const int zooms[] = { 12, 14, 16, 18, 20 };

typedef struct
{
  ShumateMap     *map;
  BjtCanvasLayer *canvas;
} Bench;

/* On the paint thread */

static void
paint_cluster (cairo_t          *cr,
               BjtPoint          at,
               const BjtCluster *cluster)
{
  double radius = cluster->n_points == 1 ? 4 : 12 + 2 * log10 (cluster->n_points);
  char   text[16];

  cairo_new_sub_path (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0.1, 0.37, 0.7);
  cairo_fill (cr);
  if (cluster->n_points == 1)
    return;
  g_snprintf (text, sizeof text, "%u", cluster->n_points);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, at.x - radius / 2, at.y + 4);
  cairo_show_text (cr, text);
}

static void
paint_cb (gpointer             data,
          cairo_t             *cr,
          const BjtPaintFrame *where)
{
  const BjtMapFrame *frame = &where->map;
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (BjtCluster));
  double zoom = bjt_map_frame_get_zoom (frame) - 1; /* tiles of 512 px there */

  cairo_set_source_rgb (cr, 0.96, 0.96, 0.94);
  cairo_paint (cr);
  bjt_cluster_index_get_clusters (data, (guint) MAX (zoom, 0), &frame->box, clusters);
  for (guint i = 0; i < clusters->len; i++)
    {
      const BjtCluster *cluster = &g_array_index (clusters, BjtCluster, i);

      paint_cluster (cr, bjt_map_frame_project (frame, cluster->centre), cluster);
    }
}

static void
settle (Bench *self)
{
  gint64 began = g_get_monotonic_time (), quiet = began;

  while (g_get_monotonic_time () - began < PATIENCE_US && g_get_monotonic_time () - quiet < 200 * 1000)
    {
      g_main_context_iteration (NULL, FALSE);
      if (gtk_widget_get_width (GTK_WIDGET (self->map)) == 0 || !bjt_canvas_layer_is_current (self->canvas))
        quiet = g_get_monotonic_time ();
      g_usleep (1000);
    }
}

/* The points themselves are let go: the index knows their places. */
static void
show_points (Bench   *self,
             guint32  n)
{
  g_autofree BjtPoint *points = bench_town_new (n);
  BjtClusterIndex     *index = bjt_cluster_index_new (points, NULL, n, &BJT_CLUSTER_OPTIONS_DEFAULT);
  g_autoptr (BjtPaintContent) content = bjt_paint_content_new (paint_cb, index, (GDestroyNotify) bjt_cluster_index_unref);

  bjt_canvas_layer_set_content (self->canvas, content);
}

static void
pan (Bench   *self,
     int      zoom,
     Panning *figures)
{
  bjt_map_camera_set_view (self->map, BENCH_TOWN_MIDDLE, 256 * exp2 (zoom));
  settle (self);
  bench_pan (self->map, STEP, N_STEPS, MOST_SECONDS, figures);
}

static GtkWidget *
open_window (Bench *self)
{
  g_autoptr (BjtPaintQueue) queue = bjt_paint_queue_new ();
  GtkWidget *window = gtk_window_new ();

  self->map = shumate_map_new ();
  self->canvas = bjt_canvas_layer_new (shumate_map_get_viewport (self->map), queue);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->canvas));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self->map));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

int
main (int    argc,
      char **argv)
{
  guint32    n = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 1000000;
  Bench      self = { 0 };
  Panning    figures;
  GtkWidget *window;
  gsize      before, after;

  adw_init ();
  window = open_window (&self);
  show_points (&self, N_FEW);
  pan (&self, zooms[0], &figures);
  before = bench_get_rss ();
  show_points (&self, n);
  g_print ("{\"points\": %u, \"zooms\": [", n);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      pan (&self, zooms[i], &figures);
      g_print ("%s\n  {\"zoom\": %d, \"frame_p50_ms\": %.2f, \"frame_p95_ms\": %.2f, \"cpu_ms\": %.2f, \"fps\": %.1f}", i == 0 ? "" : ",",
               zooms[i], figures.frame_p50_ms, figures.frame_p95_ms, figures.cpu_ms, figures.fps);
    }
  after = bench_get_rss ();
  g_print ("],\n \"rss_bytes_per_point\": %.1f}\n", after > before ? (double) (after - before) / n : 0.0);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
