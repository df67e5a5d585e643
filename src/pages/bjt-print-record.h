/* bjt-print-record.h: what the register of prints says about a sheet of the page.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

/* @about: for the register; NULL: what the order is about */
guint    bjt_print_record_find_copy (BjtPage *page, const BjtSheetOrder *order, const char *about); /* the next; 0: such sheets are not recorded */
gboolean bjt_print_record_write (BjtPage *page, const BjtSheetOrder *order, const char *about, guint n_pages, guint n_copies, const char *medium, GError **error); /* n_pages of one copy */

G_END_DECLS
