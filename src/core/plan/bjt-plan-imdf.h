/* bjt-plan-imdf.h: plans as IMDF 1.0 (OGC 20-094): a level each ordinal, a unit
 * each door and room on it.
 *
 * Keys are ours: a door's unit has the door's key. What IMDF has no word for
 * stands beside the properties as "baijiatu", so that plans come back whole.
 */
#pragma once

#include "bjt-plan-excerpt.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* unit.geojson */
  GBytes     *bytes;
} BjtPlanImdfPart;

#define BJT_PLAN_IMDF_MEMBER "baijiatu"

GArray *bjt_plan_imdf_write (BjtPlanExcerpt *const *excerpts, guint n_excerpts, gint64 unix_ms); /* BjtPlanImdfPart; of one building, all placed */

G_END_DECLS
