/* bjt-register.h: the sheets of one workbook, read as a register of doors and people.
 */
#pragma once

#include "bjt-column-map.h"
#include "bjt-draft.h"
#include "bjt-table.h"

G_BEGIN_DECLS

/* Gets one draft; FALSE with the error set ends the reading. */
typedef gboolean (*BjtDraftFunc) (const BjtDraft *draft, gpointer user_data, GError **error);

gboolean bjt_register_read (GPtrArray               *tables,
                            const BjtColumnOverride *override,
                            BjtDraftFunc             func,
                            gpointer                 user_data,
                            GError                 **error);

G_END_DECLS
