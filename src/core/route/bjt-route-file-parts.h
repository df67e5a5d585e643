/* bjt-route-file-parts.h: the readers behind bjt-route-file.h. Private to this
 * folder.
 */
#pragma once

#include "bjt-route-file.h"
#include "bjt-route-text.h"

G_BEGIN_DECLS

#define BJT_ROUTE_FILE_MOST_PLACES 2500

typedef struct
{
  double x, y;
} BjtRouteSpot;

typedef enum
{
  BJT_ROUTE_ROUND_DOWN,
  BJT_ROUTE_ROUND_NEAREST,
} BjtRouteRounding;

/* Each reads from the start of its text; NULL with an error. */
BjtRouteFile *bjt_route_file_parse_solomon (BjtRouteText *text, GError **error);
BjtRouteFile *bjt_route_file_parse_lib     (BjtRouteText *text, GError **error);
BjtRouteFile *bjt_route_file_parse_tsptw   (BjtRouteText *text, GError **error);
BjtRouteFile *bjt_route_file_parse_toptw   (BjtRouteText *text, guint n_workers, GError **error);

BjtRouteFile *bjt_route_file_new (BjtRouteFileKind kind, guint n_places, gint32 scale);

/* Straight lines times the scale. FALSE: a way is too long. */
gboolean bjt_route_file_fill (BjtRouteFile *self, const BjtRouteSpot *spots, BjtRouteRounding rounding);

/* A time of the file in whole units; FALSE where it is out of range. */
gboolean bjt_route_file_scale (const BjtRouteFile *self, double time, gint32 *units);

/* The stop of the place that the file calls so. */
guint bjt_route_file_add_stop (BjtRouteFile *self, BjtRouteStop *stop, guint place, guint number);

G_END_DECLS
