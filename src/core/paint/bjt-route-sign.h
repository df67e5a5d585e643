/* bjt-route-sign.h: who goes a route, by colour and by shape: disc, square, diamond,
 * hexagon, so that it is told apart in any eye and in grey.
 */
#pragma once

#include "bjt-text-painter.h"

G_BEGIN_DECLS

guint32 bjt_route_sign_get_colour (guint index); /* 0xRRGGBB; white reads on it */

/* @reach is from the middle to the edge; the text may be NULL. */
typedef struct
{
  double      x, y;
  double      reach;
  guint       index;
  const char *text;
  gboolean    is_outline; /* black on white, for paper without colours: the shape alone tells */
} BjtRouteSignPlace;

void bjt_route_sign_draw (cairo_t *cr, BjtTextPainter *text, const BjtRouteSignPlace *place);

G_END_DECLS
