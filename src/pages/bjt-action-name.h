/* bjt-action-name.h: the actions of the journal in the reader's language.
 */
#pragma once

#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

char    *bjt_action_dup_name (const BjtAction *action);
char    *bjt_action_dup_time (const BjtAction *action);
gboolean bjt_action_makes_file (const BjtAction *action);

G_END_DECLS
