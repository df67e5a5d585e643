/* bjt-sheet-part.h: what the drawing between the two calls is, for who hears a PDF: a type
 * of ISO 32000-1 14.8.4. Properly nested, within a page.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

#define BJT_PART_DOCUMENT "Document"
#define BJT_PART_PAGE "Sect"
#define BJT_PART_TITLE "H1"
#define BJT_PART_HEADING "H2"
#define BJT_PART_TABLE "Table"
#define BJT_PART_ROW "TR"
#define BJT_PART_COLUMN_TITLE "TH"
#define BJT_PART_CELL "TD"
#define BJT_PART_TEXT "P"

void bjt_sheet_part_begin (cairo_t *cr, const char *part);
void bjt_sheet_part_end (cairo_t *cr, const char *part);

G_END_DECLS
