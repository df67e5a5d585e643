/* bench-matrix.c: from choosing a building of 400 doors to the end of the frame
 * that shows its matrix. The first choice is cold (no glyph has been shaped
 * yet), the others are warm. Then the filter changes: the work until the matrix
 * is painted anew, without the rest of the window. Prints the figures as
 * JSON. */
#include <adwaita.h>
#include <time.h>

#include "bjt-sample-picture.h"
#include "widgets/bjt-matrix-view.h"

#define N_WARM 9
#define PATIENCE_US (10 * G_USEC_PER_SEC)

typedef struct
{
  GtkWindow     *window;
  BjtMatrixView *view;
  BjtFocus      *focus;
  gboolean       has_painted;
} Bench;

static void
after_paint_cb (Bench *self)
{
  self->has_painted = TRUE;
}

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 300 * 1000;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
}

/* Milliseconds from the choice to the end of the next frame. */
static double
choose (Bench  *self,
        guint32 building)
{
  gint64 began = g_get_monotonic_time ();

  self->has_painted = FALSE;
  bjt_focus_choose_building (self->focus, building);
  while (!self->has_painted && g_get_monotonic_time () - began < PATIENCE_US)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - began) / 1000;
}

static void
open_window (Bench *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = BJT_MATRIX_VIEW (bjt_matrix_view_new ());
  bjt_matrix_view_set_focus (self->view, self->focus);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 1366, 768);
  gtk_window_set_child (self->window, scrolled);
  gtk_window_present (self->window);
  settle ();
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (self->window)), "after-paint",
                            G_CALLBACK (after_paint_cb), self);
}

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* Milliseconds of work from another filter until the matrix is painted with it. */
static double
filter (Bench           *self,
        cairo_surface_t *surface,
        guint            classes)
{
  double         cpu = get_cpu_ms ();
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  cairo_t       *cr = cairo_create (surface);
  GskRenderNode *node;
  BjtFilter      filter;

  bjt_filter_init (&filter);
  filter.classes = classes;
  bjt_focus_set_filter (self->focus, &filter);
  GTK_WIDGET_GET_CLASS (self->view)->snapshot (GTK_WIDGET (self->view), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  return get_cpu_ms () - cpu;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (void)
{
  BjtSampleOptions       options = { .seed = 1, .n_grids = 1, .n_buildings = 1, .n_entrances = 4, .n_levels = 25, .n_stacks = 4, .row_distance = 30 };
  g_autoptr (BjtPicture) picture = bjt_sample_picture_new (&options);
  g_autoptr (BjtFocus)   focus = bjt_focus_new ();
  Bench                  self = { .focus = focus };
  double                 cold, warm[N_WARM], filtered[N_WARM];

  adw_init ();
  bjt_focus_set_picture (focus, picture);
  open_window (&self);

  cold = choose (&self, 0);
  for (guint i = 0; i < N_WARM; i++)
    {
      settle ();
      choose (&self, BJT_NO_INDEX);
      settle ();
      warm[i] = choose (&self, 0);
    }
  for (guint i = 0; i < N_WARM; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1366, 768);

      settle ();
      filtered[i] = filter (&self, surface, i % 2 == 0 ? 1u << BJT_CLASS_RESIDENT : 1u << BJT_CLASS_TENANT);
      cairo_surface_destroy (surface);
    }
  qsort (warm, N_WARM, sizeof *warm, compare_times);
  qsort (filtered, N_WARM, sizeof *filtered, compare_times);
  g_print ("{\"doors\": %u, \"first_paint_ms\": %.3f, \"paint_again_ms\": %.3f, \"filter_ms\": %.3f}\n",
           bjt_picture_get_building (picture, 0)->doors.n, cold, warm[N_WARM / 2], filtered[N_WARM / 2]);

  gtk_window_destroy (self.window);
  return 0;
}
