/* bjt-sheet-printer.h: a sheet that was made goes to the printer that the system's dialog
 * asks for; without any printer it offers a PDF.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-sheet-job.h"

G_BEGIN_DECLS

/* Called once, before the first page leaves; FALSE: none may. @n_copies: of paper. */
typedef gboolean (*BjtSheetPrinterFunc) (BjtSheetJob *job, guint n_copies, gpointer user_data);

/* @settings: of the printer; when @is_direct, no dialog asks for them. Takes as long as
 * the dialog is open. Returns: (transfer full) (nullable): the settings it was printed
 * with; NULL without an error: a person thought better of it. */
GtkPrintSettings *bjt_sheet_printer_run (BjtSheetJob *job, GtkWindow *window, GtkPrintSettings *settings, gboolean is_direct,
                                         BjtSheetPrinterFunc func, gpointer user_data, GError **error);

G_END_DECLS
