/* bench-map.c FILE: pans the map of a community in a window of 1400 × 900, a
 * step a frame, at every zoom from 12 to 20. Prints for each zoom, as JSON:
 *
 * frame: from the start of a frame of the clock to when the display server has
 *   it on the screen (GDK has been waited for), ms
 * ours: moving the view and putting the map together, without GTK's own
 *   drawing of it, ms on the main thread
 * interval: from the end of one frame to that of the next, ms
 * cpu: what a frame takes of the main thread in all, ms; other programs do not
 *   change it much */
#include <adwaita.h>

#include "geo/bjt-mercator.h"
#include "map/bjt-map-camera.h"
#include "map/bjt-map-view.h"
#include "workspace/bjt-workspace.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH 1400
#define HEIGHT 900
#define MIN_ZOOM 12
#define MAX_ZOOM 20
#define N_STEPS 150
#define STEP 14.0 /* px a frame: 840 px a second */
#define PATIENCE_US (30 * G_USEC_PER_SEC)

/* Holds the map and takes the time of its snapshot. */
struct _BenchPane
{
  GtkWidget parent_instance;

  double snapshot_ms; /* since it was last set to 0 */
};

#define BENCH_TYPE_PANE (bench_pane_get_type ())
G_DECLARE_FINAL_TYPE (BenchPane, bench_pane, BENCH, PANE, GtkWidget)
G_DEFINE_FINAL_TYPE (BenchPane, bench_pane, GTK_TYPE_WIDGET)

typedef struct
{
  ShumateMap *map;
  BjtMapView *view;
  BenchPane  *pane;
  BjtPoint    centre;
  double      scale;
  guint       step;
  gint64      began;   /* of the frame */
  gint64      ended;   /* of the last */
  double      move_ms;
  GArray     *frames;
  GArray     *ours;
  GArray     *intervals;
} Bench;

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

static void
bench_pane_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  gint64 began = g_get_monotonic_time ();

  GTK_WIDGET_CLASS (bench_pane_parent_class)->snapshot (widget, snapshot);
  BENCH_PANE (widget)->snapshot_ms += get_ms (began);
}

static void
bench_pane_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bench_pane_parent_class)->dispose (object);
}

static void
bench_pane_class_init (BenchPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_pane_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_pane_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bench_pane_init (BenchPane *self)
{
}

static ShumateMap *
find_map (GtkWidget *widget)
{
  if (SHUMATE_IS_MAP (widget))
    return SHUMATE_MAP (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      ShumateMap *map = find_map (child);

      if (map != NULL)
        return map;
    }
  return NULL;
}

static void
settle (Bench *self)
{
  gint64 began = g_get_monotonic_time (), quiet = began;

  while (g_get_monotonic_time () - began < PATIENCE_US && g_get_monotonic_time () - quiet < 300 * 1000)
    {
      g_main_context_iteration (NULL, FALSE);
      if (!bjt_map_view_is_painted (self->view))
        quiet = g_get_monotonic_time ();
      g_usleep (1000);
    }
}

/* Panning */

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Bench *self = user_data;
  gint64 began = g_get_monotonic_time ();
  double angle = 2 * G_PI * self->step++ / N_STEPS;

  /* Round in a circle: all directions, and an end where it began. */
  self->centre.x += STEP * cos (angle) / self->scale;
  self->centre.y += STEP * sin (angle) / self->scale;
  bjt_map_camera_set_view (self->map, self->centre, self->scale);
  self->move_ms = get_ms (began);
  return G_SOURCE_CONTINUE;
}

static void
before_paint_cb (Bench *self)
{
  self->began = g_get_monotonic_time ();
  self->pane->snapshot_ms = 0;
}

static void
after_paint_cb (Bench *self)
{
  double frame, ours = self->move_ms + self->pane->snapshot_ms, interval;

  gdk_display_sync (gtk_widget_get_display (GTK_WIDGET (self->map)));
  frame = get_ms (self->began);
  interval = get_ms (self->ended);
  g_array_append_val (self->frames, frame);
  g_array_append_val (self->ours, ours);
  if (self->ended != 0)
    g_array_append_val (self->intervals, interval);
  self->ended = g_get_monotonic_time ();
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_share (GArray *times,
           double  share)
{
  g_array_sort (times, compare_times);
  return times->len == 0 ? 0 : g_array_index (times, double, (guint) (share * (times->len - 1)));
}

static void
pan (Bench    *self,
     BjtPoint  centre,
     int       zoom)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->map));
  gulong         before, after;
  double         cpu;
  guint          tick;

  self->centre = centre;
  self->scale = 256 * exp2 (zoom);
  self->step = 0;
  self->ended = 0;
  g_array_set_size (self->frames, 0);
  g_array_set_size (self->ours, 0);
  g_array_set_size (self->intervals, 0);
  bjt_map_camera_set_view (self->map, centre, self->scale);
  settle (self);
  before = g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  after = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->map), tick_cb, self, NULL);
  cpu = get_cpu_ms ();
  while (self->step < N_STEPS)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->map), tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  cpu = (get_cpu_ms () - cpu) / N_STEPS;
  g_print ("%s{\"zoom\": %d, \"frame_p50_ms\": %.2f, \"frame_p95_ms\": %.2f, \"ours_p50_ms\": %.3f, \"ours_p95_ms\": %.3f, \"interval_p50_ms\": %.2f, \"interval_p95_ms\": %.2f, \"cpu_ms\": %.2f}",
           zoom == MIN_ZOOM ? "" : ",\n  ", zoom, get_share (self->frames, 0.5), get_share (self->frames, 0.95),
           get_share (self->ours, 0.5), get_share (self->ours, 0.95), get_share (self->intervals, 0.5), get_share (self->intervals, 0.95), cpu);
}

static GtkWidget *
open_window (Bench    *self,
             BjtFocus *focus)
{
  GtkWidget *window = gtk_window_new ();

  self->pane = g_object_new (BENCH_TYPE_PANE, NULL);
  self->view = BJT_MAP_VIEW (bjt_map_view_new (focus));
  self->map = find_map (GTK_WIDGET (self->view));
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self->pane));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self->pane));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtFocus)     focus = bjt_focus_new ();
  g_autoptr (GArray)       frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray)       ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray)       intervals = g_array_new (FALSE, FALSE, sizeof (double));
  Bench                    self = { .frames = frames, .ours = ours, .intervals = intervals };
  BjtPicture              *picture;
  BjtClock                 clock;
  GtkWidget               *window;
  int                      from = argc > 2 ? atoi (argv[2]) : MIN_ZOOM, to = argc > 2 ? from : MAX_ZOOM;

  adw_init ();
  bjt_clock_init (&clock);
  workspace = argc > 1 ? bjt_workspace_open (argv[1], &clock, &error) : NULL;
  picture = workspace != NULL ? bjt_workspace_get_picture (workspace) : NULL;
  if (picture == NULL)
    {
      g_printerr ("bench-map: %s\n", error != NULL ? error->message : "a FILE is needed");
      return 1;
    }
  bjt_focus_set_picture (focus, picture);
  window = open_window (&self, focus);
  settle (&self);
  g_print ("{\"doors\": %u, \"width\": %d, \"height\": %d, \"zooms\": [\n  ", picture->doors->len, gtk_widget_get_width (GTK_WIDGET (self.map)), gtk_widget_get_height (GTK_WIDGET (self.map)));
  for (int zoom = from; zoom <= to; zoom++)
    pan (&self, (BjtPoint) { (picture->extent.x1 + picture->extent.x2) / 2, (picture->extent.y1 + picture->extent.y2) / 2 }, zoom);
  g_print ("]}\n");
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
