/* bjt-order-table.h: the sheets of one workbook, read as orders of the hotline.
 */
#pragma once

#include "bjt-register.h"

G_BEGIN_DECLS

gboolean bjt_order_table_match_header (const char *header, BjtOrderField *field, int *score);
gboolean bjt_order_table_read (GPtrArray *tables, BjtDraftFunc func, gpointer user_data, GError **error);

G_END_DECLS
