/* bjt-print-register.h: a sheet that is not public is recorded before it is written.
 */
#pragma once

#include "bjt-cli.h"
#include "print/bjt-grid-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  BjtWorkspace              *workspace; /* borrowed */
  const char                *sheet;     /* kind: grid-map, plan … */
  char                      *scope;     /* owned; of what, no personal data; NULL: the community */
  const BjtGridSheetOptions *wish;      /* borrowed */
} BjtPrintRegister;

/* Numbers the copy in @wish, unless it has a number. */
gboolean bjt_print_register_begin (BjtPrintRegister *self, BjtWorkspace *workspace, const char *sheet, char *scope, BjtGridSheetOptions *wish, GError **error);
gboolean bjt_print_register_write (const BjtPrintRegister *self, BjtSheet *sheet, const char *path, double dpi, GError **error);
void     bjt_print_register_clear (BjtPrintRegister *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BjtPrintRegister, bjt_print_register_clear)

G_END_DECLS
