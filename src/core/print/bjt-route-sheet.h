/* bjt-route-sheet.h: 走访路线图: the routes of a day on the map, numbered as on the
 * walk sheets. Internal: it tells who is visited.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

/* An entrance that is entered: the numbers of its doors on the walk sheet. */
typedef struct
{
  BjtPoint place; /* Mercator */
  guint    first, last;
} BjtRouteMark;

typedef struct
{
  const char   *text;  /* worker, doors, hours */
  const GArray *track; /* BjtPoint, Mercator */
  const GArray *marks; /* BjtRouteMark */
} BjtRouteTrack;

#define BJT_TYPE_ROUTE_SHEET (bjt_route_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtRouteSheet, bjt_route_sheet, BJT, ROUTE_SHEET, BjtSheet)

/* Of @options: paper (A4), orientation (upright unless LANDSCAPE), is_mono, has_binding,
 * margin, purpose, receiver, maker, copy_number, made_on, language, tiles. */
BjtSheet *bjt_route_sheet_new (BjtPicture *picture, const char *subtitle, const BjtRouteTrack *tracks, guint n_tracks, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
