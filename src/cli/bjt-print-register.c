/* bjt-print-register.c: the number of the copy is known before the sheet is made: it
 * stands on it. */
#include "bjt-print-register.h"

#include "workspace/bjt-workspace-prints.h"

gboolean
bjt_print_register_begin (BjtPrintRegister    *self,
                          BjtWorkspace        *workspace,
                          const char          *sheet,
                          char                *scope,
                          BjtGridSheetOptions *wish,
                          GError             **error)
{
  int copy = wish->copy_number > 0 ? (int) wish->copy_number : bjt_workspace_get_next_copy (workspace, sheet, scope, error);

  *self = (BjtPrintRegister) { workspace, sheet, scope, wish };
  wish->copy_number = (guint) copy;
  return copy > 0;
}

void
bjt_print_register_clear (BjtPrintRegister *self)
{
  g_clear_pointer (&self->scope, g_free);
}

static const char *
get_medium (const char *path)
{
  return g_str_has_suffix (path, ".png") ? "png" : g_str_has_suffix (path, ".svg") ? "svg" : "pdf";
}

gboolean
bjt_print_register_write (const BjtPrintRegister *self,
                          BjtSheet               *sheet,
                          const char             *path,
                          double                  dpi,
                          GError                **error)
{
  g_autoptr (BjtPrintJob) job = bjt_print_job_new ();

  job->sheet = g_strdup (self->sheet);
  job->scope = g_strdup (self->scope);
  job->paper = g_strdup (self->wish->paper);
  job->medium = g_strdup (get_medium (path));
  job->has_names = self->wish->names == BJT_SHEET_NAMES_FULL;
  job->first_copy = (int) self->wish->copy_number;
  job->copies = 1;
  job->pages = (int) bjt_sheet_get_n_pages (sheet);
  job->purpose = g_strdup (self->wish->purpose);
  job->maker = g_strdup (self->wish->maker);
  job->receiver = g_strdup (self->wish->receiver);
  job->returned_on = BJT_DATE_NONE;
  return bjt_sheet_can_write (path, error) && bjt_sheet_has_font (sheet, error) && bjt_workspace_record_print (self->workspace, job, error) && bjt_sheet_write (sheet, path, dpi, error);
}
