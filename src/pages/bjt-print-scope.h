/* bjt-print-scope.h: what a sheet is about: rows for the places, people and papers
 * that its type knows.
 *
 * Signal "changed": a person chose something else.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

#define BJT_TYPE_PRINT_SCOPE (bjt_print_scope_get_type ())
G_DECLARE_FINAL_TYPE (BjtPrintScope, bjt_print_scope, BJT, PRINT_SCOPE, AdwPreferencesGroup)

void  bjt_print_scope_set_page (BjtPrintScope *self, BjtPage *page);           /* lives longer */
void  bjt_print_scope_set_type (BjtPrintScope *self, const BjtSheetType *type); /* other rows */
void  bjt_print_scope_update (BjtPrintScope *self);                            /* the picture or what is looked at is another */
void  bjt_print_scope_show (BjtPrintScope *self, const BjtSheetScope *scope);  /* of the picture */
void  bjt_print_scope_show_level (BjtPrintScope *self, guint32 building, int level);
void  bjt_print_scope_apply (BjtPrintScope *self, BjtSheetScope *scope);        /* its number is owned by the caller */
char *bjt_print_scope_dup_lack (BjtPrintScope *self);                          /* why there is nothing to print; NULL: there is */

G_END_DECLS
