/* bjt-print-record.c: public sheets bear no copy number and are not recorded. */
#include "bjt-print-record.h"

#include "workspace/bjt-workspace-prints.h"

static gboolean
is_recorded (const BjtSheetOrder *order)
{
  return order->spec.type->classification != BJT_SHEET_CLASS_PUBLIC;
}

guint
bjt_print_record_find_copy (BjtPage             *page,
                            const BjtSheetOrder *order,
                            const char          *about)
{
  g_autofree char *scope = about != NULL ? g_strdup (about) : bjt_sheet_spec_dup_scope (&order->spec, bjt_page_get_picture (page));

  return is_recorded (order) ? (guint) bjt_workspace_get_next_copy (bjt_page_get_workspace (page), order->spec.type->name, scope, NULL) : 0;
}

gboolean
bjt_print_record_write (BjtPage             *page,
                        const BjtSheetOrder *order,
                        const char          *about,
                        guint                n_pages,
                        guint                n_copies,
                        const char          *medium,
                        GError             **error)
{
  const BjtGridSheetOptions *options = &order->spec.options;
  g_autoptr (BjtPrintJob) job = bjt_print_job_new ();

  if (!is_recorded (order))
    return TRUE;
  job->sheet = g_strdup (order->spec.type->name);
  job->scope = about != NULL ? g_strdup (about) : bjt_sheet_spec_dup_scope (&order->spec, bjt_page_get_picture (page));
  job->paper = g_strdup (options->paper);
  job->medium = g_strdup (medium);
  job->has_names = options->names == BJT_SHEET_NAMES_FULL;
  job->first_copy = (int) options->copy_number;
  job->copies = (int) n_copies;
  job->pages = (int) n_pages;
  job->purpose = g_strdup (options->purpose);
  job->maker = g_strdup (options->maker);
  job->receiver = g_strdup (options->receiver);
  job->returned_on = BJT_DATE_NONE;
  return bjt_workspace_record_print (bjt_page_get_workspace (page), job, error);
}
