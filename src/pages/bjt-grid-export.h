/* bjt-grid-export.h: how the community is divided, as a table for the meeting.
 */
#pragma once

#include "bjt-page.h"
#include "model/bjt-grid-draft.h"

G_BEGIN_DECLS

void     bjt_grid_export_ask (BjtPage *page, const BjtGridDraft *draft); /* where to, then writes it */
gboolean bjt_grid_export_write (const BjtGridDraft *draft, GFile *file, GError **error);

G_END_DECLS
