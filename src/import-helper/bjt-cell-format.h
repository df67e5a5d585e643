/* bjt-cell-format.h: how a spreadsheet's numbers become text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BJT_CELL_TEXT_SIZE 40

gboolean bjt_cell_format_is_date (guint format_id, const char *code);
gboolean bjt_cell_format_serial (double serial, gboolean from_1904, char text[BJT_CELL_TEXT_SIZE]);
void     bjt_cell_format_number (const char *raw, char text[BJT_CELL_TEXT_SIZE]);

G_END_DECLS
