/* bench-canvas.c: shows the first plan of a community (bench-floor leaves 10,000
 * elements on it) in a window of 1400 × 900 and pans it; asks what lies under
 * random places. Prints the figures as JSON. */
#include <adwaita.h>

#include "drafting/bjt-plan-canvas.h"
#include "panning.h"
#include "plan/bjt-plan-hits.h"
#include "plan/bjt-plan-index.h"
#include "workspace/bjt-workspace-plans.h"

#define STEPS 240
#define STEP 9 /* px a frame: a brisk hand */
#define MOST_SECONDS 30
#define QUERIES 20000
#define PATIENCE_US (20 * G_USEC_PER_SEC)

static void
needs_content_cb (BjtPlanCanvas *canvas,
                  const BjtUuid *plan_id,
                  BjtWorkspace  *workspace)
{
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (workspace, plan_id, NULL);
  g_autoptr (GPtrArray) backdrops = bjt_workspace_load_backdrops (workspace, plan_id, NULL);

  bjt_plan_canvas_set_content (canvas, elements, backdrops);
}

static void
wait_until_painted (BjtPlanCanvas *canvas)
{
  gint64 began = g_get_monotonic_time ();

  while (!bjt_plan_canvas_is_painted (canvas) && g_get_monotonic_time () - began < PATIENCE_US)
    g_main_context_iteration (NULL, TRUE);
}

static void
move_canvas (GtkWidget *view,
             double     dx,
             double     dy)
{
  bjt_plan_canvas_pan_by (BJT_PLAN_CANVAS (view), dx, dy);
}

static BjtPlanCanvas *
open_window (BjtWorkspace *workspace,
             BjtFocus     *focus)
{
  const BjtPicturePlan *plan = bjt_picture_get_plan (bjt_focus_get_picture (focus), 0);
  GtkWidget *canvas = bjt_plan_canvas_new (focus), *window = gtk_window_new ();

  g_signal_connect (canvas, "needs-content", G_CALLBACK (needs_content_cb), workspace);
  bjt_focus_choose_building (focus, plan->building);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_present (GTK_WINDOW (window));
  bjt_plan_canvas_set_level (BJT_PLAN_CANVAS (canvas), 0);
  return BJT_PLAN_CANVAS (canvas);
}

/* Milliseconds a query takes. */
static double
measure_hits (BjtPicture *picture)
{
  g_autoptr (BjtPlanHits) hits = bjt_plan_hits_new (picture, 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  BjtBox box = bjt_plan_index_get_box (picture, 0);
  guint  n_found = 0;
  gint64 began = g_get_monotonic_time ();

  for (guint i = 0; i < QUERIES; i++)
    n_found += bjt_plan_hits_find (hits, (BjtPoint) { g_rand_double_range (random, box.x1, box.x2), g_rand_double_range (random, box.y1, box.y2) }, 0.1) != BJT_NO_INDEX;
  return n_found > 0 ? (double) (g_get_monotonic_time () - began) / 1000 / QUERIES : -1;
}

int
main (int    argc,
      char **argv)
{
  BjtClock clock;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtFocus) focus = NULL;
  BjtPlanCanvas *canvas;
  BjtPicture    *picture;
  Panning        figures;

  bjt_clock_init (&clock);
  workspace = argc == 2 ? bjt_workspace_open (argv[1], &clock, &error) : NULL;
  if (workspace == NULL || bjt_workspace_get_picture (workspace)->plans->len == 0)
    {
      g_printerr ("bench-canvas: %s\n", error != NULL ? error->message : "which community with plans?");
      return 1;
    }
  adw_init ();
  picture = bjt_workspace_get_picture (workspace);
  focus = bjt_focus_new ();
  bjt_focus_set_picture (focus, picture);
  canvas = open_window (workspace, focus);
  wait_until_painted (canvas);
  bench_move (GTK_WIDGET (canvas), move_canvas, STEP, STEPS, MOST_SECONDS, &figures);
  g_print ("{\"elements\": %u, \"frame_p50_ms\": %.1f, \"frame_p95_ms\": %.1f, \"cpu_ms\": %.2f, \"fps\": %.0f, \"hit_ms\": %.4f}\n",
           bjt_picture_get_plan (picture, 0)->elements.n, figures.frame_p50_ms, figures.frame_p95_ms, figures.cpu_ms, figures.fps, measure_hits (picture));
  return 0;
}
