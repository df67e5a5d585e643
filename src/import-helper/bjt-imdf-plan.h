/* bjt-imdf-plan.h: an IMDF that this program wrote, taken back in the metres of
 * its plans.
 */
#pragma once

#include "bjt-drawing-file.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _BjtImdfPlan BjtImdfPlan;

BjtImdfPlan *bjt_imdf_plan_new (const BjtDrawingRequest *request);
void         bjt_imdf_plan_free (BjtImdfPlan *self);
gboolean     bjt_imdf_plan_add_level (BjtImdfPlan *self, JsonObject *level);                 /* FALSE: it tells no plan */
void         bjt_imdf_plan_add_feature (BjtImdfPlan *self, const char *kind, JsonObject *feature);
gboolean     bjt_imdf_plan_finish (BjtImdfPlan *self);                                       /* FALSE: there was none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtImdfPlan, bjt_imdf_plan_free)

G_END_DECLS
