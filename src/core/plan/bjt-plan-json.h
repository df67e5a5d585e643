/* bjt-plan-json.h: places and words of plans in JSON.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "bjt-plan-excerpt.h"

G_BEGIN_DECLS

void    bjt_plan_json_add_shape (JsonBuilder *json, const BjtPlanExcerpt *excerpt, const BjtGeometry *metres);   /* a geometry of GeoJSON; excerpt NULL: lon/lat already */
void    bjt_plan_json_add_point (JsonBuilder *json, const BjtPlanExcerpt *excerpt, BjtPoint metres);
void    bjt_plan_json_add_text (JsonBuilder *json, const char *member, const char *text);                         /* text NULL: null */
void    bjt_plan_json_add_key (JsonBuilder *json, const char *member, const BjtUuid *id);                         /* NIL: null */
GBytes *bjt_plan_json_finish (JsonBuilder *json);                                                                 /* the file */

G_END_DECLS
