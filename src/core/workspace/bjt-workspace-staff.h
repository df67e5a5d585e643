/* bjt-workspace-staff.h: the staff: photos, which hang on the poster, and who is a woman,
 * whom some visits need.
 */
#pragma once

#include "bjt-photo.h"
#include "bjt-workspace.h"

G_BEGIN_DECLS

gboolean    bjt_workspace_set_staff_photo (BjtWorkspace *self, const BjtUuid *staff_id, const BjtPhoto *photo, GError **error); /* instead of the one there was, reduced to what a poster needs; NULL: none */
GBytes     *bjt_workspace_load_staff_photo (BjtWorkspace *self, const BjtUuid *staff_id, GError **error); /* PNG or JPEG; NULL without an error: there is none */
gboolean    bjt_workspace_set_staff_sex (BjtWorkspace *self, const BjtUuid *staff_id, BjtSex sex, GError **error);
GHashTable *bjt_workspace_load_grid_photos (BjtWorkspace *self, GError **error); /* number of a grid → BjtPlanBackdrop: of who answers for it */

G_END_DECLS
