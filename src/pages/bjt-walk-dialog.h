/* bjt-walk-dialog.h: walk sheets: printing one, and entering what the pen wrote on it
 * in the order it was printed.
 */
#pragma once

#include "bjt-page.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

void bjt_walk_dialog_print (BjtPage *page, int grid);   /* number of the grid; 0: all */
void bjt_walk_dialog_print_doors (BjtPage *page, const BjtDoorSet *doors); /* these, due or not: a sheet a grid */
void bjt_walk_dialog_enter_number (BjtPage *page, const char *number); /* of the sheet */
void bjt_walk_dialog_enter (BjtPage *page, int grid);   /* the last one of the grid that was printed; asks for another number */

G_END_DECLS
