/* bjt-order-writer.h: an order and its issue, within an action.
 */
#pragma once

#include "bjt-workspace-orders.h"
#include "bjt-workspace-private.h"

G_BEGIN_DECLS

void       bjt_order_writer_init_clues (BjtPlaceClues *clues, const BjtHotlineOrder *order);
gboolean   bjt_order_writer_place (BjtWorkspace *self, BjtHotlineOrder *order, BjtIssue *issue, const BjtOrderPlace *place); /* FALSE: nothing of it is there */
gboolean   bjt_order_writer_add_household (BjtWorkspace *self, const BjtHotlineOrder *order, const BjtIssue *issue, GError **error);
GPtrArray *bjt_order_writer_list_repeats (BjtWorkspace *self, const BjtIssue *issue, GError **error);

G_END_DECLS
