/* bench-markers.c: 10,000 doors on our map beside 10,000 markers on the marker
 * layer of libshumate: adding them, and a step of panning, measured the same
 * way on both (panning.h). The peer's time to add grows with the square of the
 * number, so it is stopped after a while and "markers" says how many there were
 * by then. Prints JSON. */
#include <adwaita.h>

#include "bjt-sample-picture.h"
#include "geo/bjt-mercator.h"
#include "map/bjt-map-camera.h"
#include "map/bjt-map-view.h"
#include "map/bjt-world-source.h"
#include "panning.h"

#define N_MARKERS 10000
#define MOST_SECONDS 40
#define N_STEPS 40
#define MOST_PANNING_SECONDS 20
#define STEP 14.0
#define PATIENCE_US (20 * G_USEC_PER_SEC)

static double
get_ms (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
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
print_panning (const char *prefix,
               ShumateMap *map)
{
  Panning figures;

  bench_pan (map, STEP, N_STEPS, MOST_PANNING_SECONDS, &figures);
  g_print ("\"%span_cpu_ms\": %.3f, \"%span_frame_ms\": %.3f", prefix, figures.cpu_ms, prefix, figures.frame_p50_ms);
}

static void
settle (BjtMapView *view)
{
  gint64 began = g_get_monotonic_time ();

  do
    g_main_context_iteration (NULL, FALSE);
  while (g_get_monotonic_time () - began < PATIENCE_US
         && (gtk_widget_get_width (GTK_WIDGET (view)) == 0 || !bjt_map_view_is_painted (view)));
}

static BjtPoint
measure_ours (BjtPicture *picture)
{
  g_autoptr (BjtFocus) focus = bjt_focus_new ();
  BjtMapView *view = BJT_MAP_VIEW (bjt_map_view_new (focus));
  GtkWidget  *window = open_window (GTK_WIDGET (view));
  double      added;
  gint64      began;

  settle (view);
  began = g_get_monotonic_time ();
  bjt_focus_set_picture (focus, picture);
  added = get_ms (began);
  settle (view);
  g_print ("{\"doors\": %u, \"add_ms\": %.3f, \"painted_ms\": %.1f, ", picture->doors->len, added, get_ms (began));
  print_panning ("", find_map (GTK_WIDGET (view)));
  gtk_window_destroy (GTK_WINDOW (window));
  return (BjtPoint) { (picture->extent.x1 + picture->extent.x2) / 2, (picture->extent.y1 + picture->extent.y2) / 2 };
}

static void
add_marker (ShumateMarkerLayer *layer,
            const BjtPoint     *lon_lat)
{
  ShumateMarker *marker = shumate_marker_new ();

  shumate_marker_set_child (marker, gtk_image_new_from_icon_name ("mark-location-symbolic"));
  shumate_location_set_location (SHUMATE_LOCATION (marker), lon_lat->y, lon_lat->x);
  shumate_marker_layer_add_marker (layer, marker);
}

static void
measure_peer (BjtPicture *picture,
              BjtPoint    centre)
{
  g_autoptr (ShumateMapSource) source = bjt_world_source_new ();
  ShumateSimpleMap   *simple = shumate_simple_map_new ();
  ShumateViewport    *viewport = shumate_simple_map_get_viewport (simple);
  ShumateMarkerLayer *layer = shumate_marker_layer_new (viewport);
  GtkWidget          *window = open_window (GTK_WIDGET (simple));
  gint64              began = g_get_monotonic_time ();
  guint32             n = 0;

  shumate_viewport_set_reference_map_source (viewport, source);
  bjt_map_camera_set_view (shumate_simple_map_get_map (simple), centre, 256 * 65536.0);
  shumate_simple_map_add_overlay_layer (simple, SHUMATE_LAYER (layer));
  while (get_ms (began) < 500)
    g_main_context_iteration (NULL, FALSE);
  began = g_get_monotonic_time ();
  for (; n < MIN (N_MARKERS, picture->doors->len) && get_ms (began) < MOST_SECONDS * 1000; n++)
    {
      BjtPoint at = bjt_mercator_unproject (bjt_picture_get_door (picture, n)->place);

      add_marker (layer, &at);
    }
  g_print (", \"markers\": %u, \"peer_add_ms\": %.1f, ", n, get_ms (began));
  print_panning ("peer_", shumate_simple_map_get_map (simple));
  g_print ("}\n");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (void)
{
  BjtSampleOptions       options = BJT_SAMPLE_DEFAULT;
  g_autoptr (BjtPicture) picture = NULL;

  options.n_buildings = N_MARKERS / (options.n_entrances * options.n_levels * options.n_stacks) + 1;
  adw_init ();
  picture = bjt_sample_picture_new (&options);
  measure_peer (picture, measure_ours (picture));
  return 0;
}
