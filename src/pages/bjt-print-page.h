/* bjt-print-page.h: sheets as they will come out of the printer.
 */
#pragma once

#include "bjt-base-maps.h"
#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_PAGE (bjt_print_page_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintPage, bjt_print_page, BJT, PRINT_PAGE, BjtPage)

void         bjt_print_page_choose_grid (BjtPrintPage *self, int number);
void         bjt_print_page_choose_plan (BjtPrintPage *self, guint32 building, int ordinal);
void         bjt_print_page_choose_report (BjtPrintPage *self, BjtDate from_on, BjtDate to_on);
void         bjt_print_page_save (BjtPrintPage *self, const char *path); /* by the ending: pdf, png, svg */
void         bjt_print_page_set_base_maps (BjtPrintPage *self, BjtBaseMaps *maps);
GtkEditable *bjt_print_page_get_maker (BjtPrintPage *self);

G_END_DECLS
