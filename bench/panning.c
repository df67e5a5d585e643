/* panning.c: the same for each view that is measured: the frame clock of GTK
 * drives, a step is a move of the view and the frame that shows it. */
#include "panning.h"

#include "map/bjt-map-camera.h"

#include <math.h>
#include <time.h>

typedef struct
{
  GtkWidget  *view;
  BenchStep   move;
  double      step;
  guint       n_steps; /* on the way */
  guint       n_turn;
  gint64      began;   /* of the frame */
  GArray     *frames;  /* double, ms */
} Run;

static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* Round in a circle: all directions, and an end where it began. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Run   *self = user_data;
  double angle = 2 * G_PI * self->n_steps++ / self->n_turn;

  self->move (self->view, self->step * cos (angle), self->step * sin (angle));
  return G_SOURCE_CONTINUE;
}

static void
before_paint_cb (Run *self)
{
  self->began = g_get_monotonic_time ();
}

static void
after_paint_cb (Run *self)
{
  double frame;

  gdk_display_sync (gtk_widget_get_display (self->view));
  frame = get_ms (self->began);
  g_array_append_val (self->frames, frame);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
move_map (GtkWidget *view,
          double     dx,
          double     dy)
{
  bjt_map_camera_pan_by (SHUMATE_MAP (view), dx, dy);
}

void
bench_pan (ShumateMap *map,
           double      step,
           guint       n_steps,
           double      most_seconds,
           Panning    *figures)
{
  bench_move (GTK_WIDGET (map), move_map, step, n_steps, most_seconds, figures);
}

/* @most_seconds: stops after that, with fewer steps */
void
bench_move (GtkWidget *view,
            BenchStep  move,
            double     step,
            guint      n_steps,
            double     most_seconds,
            Panning   *figures)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  Run            self = { .view = view, .move = move, .step = step, .n_turn = n_steps, .frames = frames };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  guint          tick = gtk_widget_add_tick_callback (view, tick_cb, &self, NULL);
  gulong         before = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &self);
  gulong         after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &self);
  gint64         began = g_get_monotonic_time ();
  double         cpu = get_cpu_ms ();

  while (frames->len < n_steps && get_ms (began) < most_seconds * 1000)
    g_main_context_iteration (NULL, TRUE);
  cpu = get_cpu_ms () - cpu;
  *figures = (Panning) { .n_steps = frames->len, .cpu_ms = cpu / MAX (frames->len, 1), .fps = frames->len * 1000 / get_ms (began) };
  gtk_widget_remove_tick_callback (view, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  if (frames->len == 0)
    return;
  g_array_sort (frames, compare_times);
  figures->frame_p50_ms = g_array_index (frames, double, frames->len / 2);
  figures->frame_p95_ms = g_array_index (frames, double, (guint) (0.95 * (frames->len - 1)));
}
