/* bjt-selection-export.h: asks how, writes the selected doors to a spreadsheet
 * file. Names are masked unless they are asked for with a purpose, which the
 * journal keeps.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_selection_export_ask (BjtPage *page);
void bjt_selection_export_ask_riser (BjtPage *page); /* as a sheet for the consent of those on a riser */

/* Without asking; what the dialog ends in. */
gboolean bjt_selection_export_write (BjtPage *page, const BjtDoorSet *doors, const char *purpose, GFile *file, GError **error);
gboolean bjt_selection_export_write_riser (BjtPage *page, const BjtDoorSet *doors, const char *purpose, GFile *file, GError **error);

G_END_DECLS
