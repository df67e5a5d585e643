/* bjt-journal-row.h: one changed row, as it was and as it is.
 *
 * Private to the journal.
 */
#pragma once

#include "bjt-store.h"

G_BEGIN_DECLS

gboolean bjt_journal_row_replay (BjtStore *store, guint64 action, gboolean undo, GError **error);

gboolean bjt_journal_row_record_inserts (BjtStore *store, const BjtRecordType *type, const BjtUuid *least, guint n_rows, GError **error);

G_END_DECLS
