/* bjt-workspace-presets.h: sheets that are wanted again, by name, kept in the file:
 * whoever opens it prints the same.
 */
#pragma once

#include "bjt-sheet-order.h"

G_BEGIN_DECLS

char         **bjt_workspace_list_presets (BjtWorkspace *self); /* names in the order they were first saved; NULL-terminated, owned */
BjtSheetOrder *bjt_workspace_load_preset (BjtWorkspace *self, const char *name, GError **error);
gboolean       bjt_workspace_save_preset (BjtWorkspace *self, const char *name, const BjtSheetOrder *order, GError **error); /* one of that name is replaced */
gboolean       bjt_workspace_remove_preset (BjtWorkspace *self, const char *name, GError **error);

G_END_DECLS
