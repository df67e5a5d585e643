/* bjt-way-kind.c: one table for imported streets and vector tiles. */
#include "bjt-way-kind.h"

#include <math.h>

/* From the smallest to the widest: the place in the table is the rank. */
static const BjtWayKind road_kinds[] = {
  { "track", 3, 1.2, 15.5, 17 },
  { "service", 4, 1.6, 15.5, 17 },
  { "pedestrian", 5, 1.8, 15.5, 16.5 },
  { "living_street", 5, 2.4, 14.5, 16.5 },
  { "residential", 7, 3, 14, 16 },
  { "unclassified", 7, 3, 14, 16 },
  { "", 7, 3, 14, 16 },
  { "tertiary", 9, 4.5, 12, 15 },
  { "secondary", 11, 6, 11, 14.5 },
  { "primary", 14, 7.5, 9, 14 },
  { "trunk", 14, 8, 8, 14 },
  { "motorway", 15, 8, 7, 14 },
};

const BjtWayKind BJT_WAY_KIND_FOOTWAY = { "", 1.6, 1.2, 16, 18 };

const BjtWayKind *
bjt_way_kind_find_road (const char *subkind)
{
  g_autofree char *base = g_strdup (subkind != NULL ? subkind : "");

  if (g_str_has_suffix (base, "_link"))
    base[strlen (base) - strlen ("_link")] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (road_kinds); i++)
    if (g_str_equal (road_kinds[i].subkind, base))
      return &road_kinds[i];
  return bjt_way_kind_find_road ("");
}

guint
bjt_way_kind_get_rank (const BjtWayKind *self)
{
  return self >= road_kinds && self < road_kinds + G_N_ELEMENTS (road_kinds) ? (guint) (self - road_kinds) : 0;
}

/**
 * bjt_way_kind_get_width:
 * @zoom: of 256 px tiles
 * @px: surface units per px of the style
 *
 * Returns: true to scale near by, readable from afar, in surface units
 */
double
bjt_way_kind_get_width (const BjtWayKind *self,
                        double            zoom,
                        double            px_per_metre,
                        double            px)
{
  double shrink = exp2 (CLAMP (zoom - 16, -8, 0) * 0.45);

  return fmax (self->metres * px_per_metre, self->min_px * shrink * px);
}
