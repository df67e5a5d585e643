/* bjt-import-dialog.h: look first, then take: a dry run, its report, the import.
 */
#pragma once

#include <adwaita.h>

#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_TYPE_IMPORT_DIALOG (bjt_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (BjtImportDialog, bjt_import_dialog, BJT, IMPORT_DIALOG, AdwWindow)

void bjt_import_dialog_choose (GtkWindow *parent, BjtWorkspace *workspace); /* asks for the file first */
void bjt_import_dialog_present (GtkWindow *parent, BjtWorkspace *workspace, const char *path);

G_END_DECLS
