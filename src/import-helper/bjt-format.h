/* bjt-format.h: what a file is, by what is in it and not by its name.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_FORMAT_CSV,
  BJT_FORMAT_XLSX,
  BJT_FORMAT_XLS,
  BJT_FORMAT_ODS,
  BJT_FORMAT_FODS,
  BJT_FORMAT_OSM,
  BJT_FORMAT_OSM_PBF,
  BJT_FORMAT_GEOJSON,
  BJT_FORMAT_SHAPEFILE,
  BJT_FORMAT_ZIPPED_SHAPEFILE,
  BJT_FORMAT_KML,
  BJT_FORMAT_KMZ,
  BJT_FORMAT_GPKG,
  BJT_FORMAT_GPX,
} BjtFormat;

gboolean    bjt_format_detect (const char *path, BjtFormat *format, GError **error);
const char *bjt_format_get_name (BjtFormat format);

G_END_DECLS
