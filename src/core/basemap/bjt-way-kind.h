/* bjt-way-kind.h: how wide a way is, and from when it is seen.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *subkind;   /* as OpenStreetMap calls it; "": any other road */
  double      metres;
  double      min_px;    /* at zoom 16 */
  double      zoom;      /* 256 px tiles */
  double      name_zoom;
} BjtWayKind;

extern const BjtWayKind BJT_WAY_KIND_FOOTWAY;

const BjtWayKind *bjt_way_kind_find_road (const char *subkind); /* "_link" is left out; NULL or unknown: any other road */
guint             bjt_way_kind_get_rank (const BjtWayKind *self); /* roads: 0 the smallest */
double            bjt_way_kind_get_width (const BjtWayKind *self, double zoom, double px_per_metre, double px);

G_END_DECLS
