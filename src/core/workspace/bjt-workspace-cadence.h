/* bjt-workspace-cadence.h: the rules of cadence as a community keeps them: who is
 * to be visited how often. Each function that writes is one action.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

GPtrArray *bjt_workspace_list_cadence_rules (BjtWorkspace *self, GError **error); /* BjtCadenceRule by position; those it starts with where there are none */
gboolean   bjt_workspace_save_cadence_rule (BjtWorkspace *self, BjtCadenceRule *rule, GError **error); /* of the code of one that is there: changes it; else adds it */
gboolean   bjt_workspace_remove_cadence_rule (BjtWorkspace *self, const char *code, GError **error);

G_END_DECLS
