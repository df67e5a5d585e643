/* bjt-first-frame.c: prints "first-frame-ms N" and "rss-kb N" after the first
 * painted frame and closes the window. The time runs from the start of the
 * process as the kernel recorded it, so that loading libraries counts. */
#include "bjt-first-frame.h"

#include <stdio.h>
#include <unistd.h>

/* Microseconds of the monotonic clock when this process began. */
static gint64
get_process_start (void)
{
  g_autofree char *stat = NULL;
  unsigned long long ticks = 0;
  const char *after_name;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) || (after_name = strrchr (stat, ')')) == NULL
      || sscanf (after_name + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d %*d %*d %*d %llu", &ticks) != 1)
    return g_get_monotonic_time ();
  return (gint64) (ticks * G_USEC_PER_SEC / (guint64) sysconf (_SC_CLK_TCK));
}

static long
get_resident_kb (void)
{
  g_autofree char *statm = NULL;
  long pages = 0;

  if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL) || sscanf (statm, "%*d %ld", &pages) != 1)
    return 0;
  return pages * (sysconf (_SC_PAGESIZE) / 1024);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, user_data);
  g_print ("first-frame-ms %.0f\nrss-kb %ld\n", (double) (g_get_monotonic_time () - get_process_start ()) / 1000.0, get_resident_kb ());
  g_idle_add (close_cb, user_data);
}

static void
map_cb (GtkWidget *window,
        gpointer   user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), window);
}

void
bjt_first_frame_measure (GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (map_cb), NULL);
}
