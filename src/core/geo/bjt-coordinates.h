/* bjt-coordinates.h: coordinates as people write and read them.
 *
 * Reads decimal degrees, degrees with minutes and seconds, hemisphere letters
 * before or after, either order where it is clear, and Gauss-Krüger metres with
 * or without the number of the zone. Two small whole numbers are no
 * coordinates: they are more often an address.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_COORDINATE_STYLE_DECIMAL, /* 129.770000, 43.310000: longitude first */
  BJT_COORDINATE_STYLE_DMS,     /* 129°46′12.00″E 43°18′36.00″N */
  BJT_COORDINATE_STYLE_METRES,  /* N 4797123.4 E 562345.6 (129°): the zone's central meridian */
} BjtCoordinateStyle;

#define BJT_N_COORDINATE_STYLES 3

const char *bjt_coordinate_style_get_name (BjtCoordinateStyle self); /* decimal, dms, metres */
gboolean    bjt_coordinate_style_init_from_name (BjtCoordinateStyle *self, const char *name);

char    *bjt_coordinates_format (BjtCoordinateStyle style, BjtPoint lon_lat);
gboolean bjt_coordinates_parse (const char *text, BjtPoint near, BjtPoint *lon_lat);
gboolean bjt_coordinates_parse_path (const char *text, BjtPoint near, GArray *path); /* BjtPoint; places between blanks, lon,lat each */

G_END_DECLS
