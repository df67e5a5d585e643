/* bjt-map-camera.c: north is always up. */
#include "bjt-map-camera.h"

#include "bjt-world-source.h"
#include "geo/bjt-mercator.h"

#include <math.h>

#define FIT_MARGIN 48.0   /* px around what is fitted */
#define MAX_FIT_ZOOM 18.0 /* of 256 px tiles */
#define ANIMATION_MS 200

/**
 * bjt_map_camera_get_frame:
 * @widget: fills the map
 */
void
bjt_map_camera_get_frame (ShumateViewport *viewport,
                              GtkWidget       *widget,
                              BjtMapFrame     *frame)
{
  ShumateLocation *location = SHUMATE_LOCATION (viewport);
  BjtPoint         centre = bjt_mercator_project ((BjtPoint) { shumate_location_get_longitude (location), shumate_location_get_latitude (location) });

  bjt_map_frame_init_view (frame, centre, BJT_WORLD_TILE_SIZE * exp2 (shumate_viewport_get_zoom_level (viewport)),
                           gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

/**
 * bjt_map_camera_set_view:
 * @centre: Mercator
 * @scale: px per Mercator unit; brought within the limits of zoom
 *
 * At once; a movement under way is given up.
 */
void
bjt_map_camera_set_view (ShumateMap *map,
                         BjtPoint    centre,
                         double      scale)
{
  ShumateViewport *viewport = shumate_map_get_viewport (map);
  BjtPoint         place = bjt_mercator_unproject (centre);
  double           zoom = log2 (scale / BJT_WORLD_TILE_SIZE);

  shumate_map_stop_go_to (map);
  shumate_viewport_set_zoom_level (viewport, CLAMP (zoom, BJT_WORLD_MIN_ZOOM, BJT_WORLD_MAX_ZOOM));
  shumate_location_set_location (SHUMATE_LOCATION (viewport), place.y, place.x);
}

/**
 * bjt_map_camera_fit:
 * @extent: Mercator; a point is shown among its neighbours
 * @width: of the map, which may not have its size yet
 */
void
bjt_map_camera_fit (ShumateMap   *map,
                    const BjtBox *extent,
                    double        width,
                    double        height)
{
  double wide = fmax (extent->x2 - extent->x1, 1e-12), high = fmax (extent->y2 - extent->y1, 1e-12);
  double scale = fmin (fmax (width - 2 * FIT_MARGIN, 32) / wide, fmax (height - 2 * FIT_MARGIN, 32) / high);

  bjt_map_camera_set_view (map, (BjtPoint) { (extent->x1 + extent->x2) / 2, (extent->y1 + extent->y2) / 2 },
                           fmin (scale, 256 * exp2 (MAX_FIT_ZOOM)));
}

/**
 * bjt_map_camera_go_to:
 * @zoom: of the viewport
 *
 * In a short movement, unless the desktop wants none.
 */
void
bjt_map_camera_go_to (ShumateMap *map,
                      BjtPoint    centre,
                      double      zoom)
{
  BjtPoint place = bjt_mercator_unproject (centre);
  gboolean moves;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (map)), "gtk-enable-animations", &moves, NULL);
  shumate_map_go_to_full_with_duration (map, place.y, place.x, CLAMP (zoom, BJT_WORLD_MIN_ZOOM, BJT_WORLD_MAX_ZOOM),
                                        moves ? ANIMATION_MS : 0);
}

static BjtPoint
get_centre (const BjtMapFrame *view)
{
  return (BjtPoint) { (view->box.x1 + view->box.x2) / 2, (view->box.y1 + view->box.y2) / 2 };
}

void
bjt_map_camera_zoom_by (ShumateMap *map,
                        double      step)
{
  BjtMapFrame view;

  bjt_map_camera_get_frame (shumate_map_get_viewport (map), GTK_WIDGET (map), &view);
  bjt_map_camera_go_to (map, get_centre (&view), shumate_viewport_get_zoom_level (shumate_map_get_viewport (map)) + step);
}

/**
 * bjt_map_camera_zoom_in_at:
 * @place: Mercator; stays where it is
 */
void
bjt_map_camera_zoom_in_at (ShumateMap *map,
                           BjtPoint    place)
{
  double      zoom = shumate_viewport_get_zoom_level (shumate_map_get_viewport (map));
  BjtMapFrame view;
  BjtPoint    centre;

  if (zoom + 1 > BJT_WORLD_MAX_ZOOM)
    return;
  bjt_map_camera_get_frame (shumate_map_get_viewport (map), GTK_WIDGET (map), &view);
  centre = get_centre (&view);
  bjt_map_camera_go_to (map, (BjtPoint) { (centre.x + place.x) / 2, (centre.y + place.y) / 2 }, zoom + 1);
}

void
bjt_map_camera_pan_by (ShumateMap *map,
                       double      dx,
                       double      dy)
{
  BjtMapFrame view;
  BjtPoint    centre;

  bjt_map_camera_get_frame (shumate_map_get_viewport (map), GTK_WIDGET (map), &view);
  centre = get_centre (&view);
  bjt_map_camera_set_view (map, (BjtPoint) { centre.x + dx / view.scale, centre.y + dy / view.scale }, view.scale);
}

/**
 * bjt_map_camera_sees:
 * @margin: px that the place has to stand away from the edge
 */
gboolean
bjt_map_camera_sees (ShumateMap *map,
                     BjtPoint    place,
                     double      margin)
{
  double      width = gtk_widget_get_width (GTK_WIDGET (map)), height = gtk_widget_get_height (GTK_WIDGET (map));
  BjtMapFrame view;
  BjtPoint    p;

  bjt_map_camera_get_frame (shumate_map_get_viewport (map), GTK_WIDGET (map), &view);
  p = bjt_map_frame_project (&view, place);
  margin = fmin (margin, fmin (width, height) / 4);
  return p.x >= margin && p.y >= margin && p.x <= width - margin && p.y <= height - margin;
}
