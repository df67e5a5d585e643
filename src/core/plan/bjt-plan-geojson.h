/* bjt-plan-geojson.h: plans as GeoJSON, a feature an element, with the tags of
 * Simple Indoor Tagging beside our own.
 */
#pragma once

#include "bjt-plan-excerpt.h"

G_BEGIN_DECLS

GBytes *bjt_plan_geojson_write (BjtPlanExcerpt *const *excerpts, guint n_excerpts); /* all placed */

G_END_DECLS
