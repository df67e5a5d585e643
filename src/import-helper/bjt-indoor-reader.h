/* bjt-indoor-reader.h: maps of the inside of buildings: IMDF, IndoorGML, and
 * OpenStreetMap's indoor tags as GeoJSON or XML.
 */
#pragma once

#include "bjt-drawing-file.h"

G_BEGIN_DECLS

gboolean bjt_imdf_read (const BjtDrawingRequest *request, GError **error);
gboolean bjt_indoorgml_read (const BjtDrawingRequest *request, GError **error);
gboolean bjt_indoor_geojson_read (const BjtDrawingRequest *request, GError **error);
gboolean bjt_indoor_osm_read (const BjtDrawingRequest *request, GError **error);

G_END_DECLS
