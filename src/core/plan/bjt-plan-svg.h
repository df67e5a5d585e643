/* bjt-plan-svg.h: plans as SVG that is ours to read back, and anybody's to edit.
 *
 * A user unit is a metre. Each plan is a layer, each element a shape with its
 * key as id, its kind as class, its links as data-… (names: bjt-plan-draft.h).
 */
#pragma once

#include "bjt-plan-excerpt.h"

G_BEGIN_DECLS

GBytes *bjt_plan_svg_write (const char *title, BjtPlanExcerpt *const *excerpts, guint n_excerpts); /* excerpts of one building */

G_END_DECLS
