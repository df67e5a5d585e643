/* bjt-focus-routes.h: the routes that are looked at, beside what else the focus has.
 *
 * Signal of the focus: "routes-changed": others, or none any more.
 */
#pragma once

#include "bjt-focus.h"
#include "bjt-shown-routes.h"

G_BEGIN_DECLS

void            bjt_focus_set_routes (BjtFocus *self, BjtShownRoutes *routes); /* NULL: none */
BjtShownRoutes *bjt_focus_get_routes (BjtFocus *self);                         /* borrowed; NULL: none */

G_END_DECLS
