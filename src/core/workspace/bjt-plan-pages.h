/* bjt-plan-pages.h: plans as pages of a PDF, or as one picture.
 */
#pragma once

#include "plan/bjt-plan-excerpt.h"

G_BEGIN_DECLS

GBytes *bjt_plan_pages_write_pdf (BjtPicture *picture, BjtPlanExcerpt *const *excerpts, guint n_excerpts, gboolean with_facts, GError **error); /* A4, a page each level */
GBytes *bjt_plan_pages_write_png (BjtPicture *picture, BjtPlanExcerpt *excerpt, guint pixels, gboolean with_facts, GError **error);            /* the lowest level */

G_END_DECLS
