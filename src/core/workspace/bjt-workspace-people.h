/* bjt-workspace-people.h: the file of a person (走访档案): reading it, and what is
 * kept of needs and helpers. Each function that writes is one action.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-person-file.h"

G_BEGIN_DECLS

BjtPersonFile *bjt_workspace_load_person_file (BjtWorkspace *self, const BjtUuid *person_id, GError **error);

/* 需求 */
gboolean bjt_workspace_add_need (BjtWorkspace *self, BjtNeed *need, GError **error); /* gets key and day where they are unknown */
gboolean bjt_workspace_settle_need (BjtWorkspace *self, const BjtUuid *need_id, gboolean settled, GError **error); /* today; FALSE: it is open again */

/* 结对帮扶: a staff member, a partner or somebody by name */
gboolean bjt_workspace_add_helper (BjtWorkspace *self, BjtPairing *pairing, GError **error); /* gets key and first day where they are unknown */
gboolean bjt_workspace_end_helper (BjtWorkspace *self, const BjtUuid *pairing_id, GError **error); /* today is the first day without */

G_END_DECLS
