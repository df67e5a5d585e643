/* bjt-plan-loader.h: plans and what is drawn on them, for a picture whose
 * buildings and doors are there.
 */
#pragma once

#include "bjt-store.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

gboolean    bjt_plan_loader_fill (BjtStore *store, BjtPicture *picture, GError **error);   /* a picture without plans */
BjtPicture *bjt_plan_loader_reload (BjtStore *store, BjtPicture *picture, GError **error); /* a copy with the plans of now */

G_END_DECLS
