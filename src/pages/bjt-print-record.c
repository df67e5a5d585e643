/* bjt-print-record.c: public sheets and figures bear no copy number and are not
 * recorded. */
#include "bjt-print-record.h"

#include "workspace/bjt-workspace-prints.h"

/* NULL: not recorded */
static const char *
get_kind (const BjtSheetRequest *request)
{
  switch (request->kind)
    {
    case BJT_SHEET_INTERNAL:
      return "grid-map";
    case BJT_SHEET_PLAN:
      return "plan";
    case BJT_SHEET_PUBLIC:
    case BJT_SHEET_REPORT:
    default:
      return NULL;
    }
}

static char *
dup_scope (BjtPage               *page,
           const BjtSheetRequest *request)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);

  if (request->kind == BJT_SHEET_PLAN)
    return request->building != BJT_NO_INDEX ? bjt_workspace_dup_level_scope (workspace, request->building, request->level) : NULL;
  return request->all_grids ? NULL : bjt_workspace_dup_grid_scope (workspace, bjt_picture_find_grid (request->picture, request->grid));
}

guint
bjt_print_record_find_copy (BjtPage               *page,
                            const BjtSheetRequest *request)
{
  g_autofree char *scope = dup_scope (page, request);

  return get_kind (request) != NULL ? (guint) bjt_workspace_get_next_copy (bjt_page_get_workspace (page), get_kind (request), scope, NULL) : 0;
}

static char *
dup_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

gboolean
bjt_print_record_write (BjtPage               *page,
                        const BjtSheetRequest *request,
                        guint                  n_pages,
                        guint                  n_copies,
                        const char            *medium,
                        GError               **error)
{
  g_autoptr (BjtPrintJob) job = bjt_print_job_new ();

  if (get_kind (request) == NULL)
    return TRUE;
  job->sheet = g_strdup (get_kind (request));
  job->scope = dup_scope (page, request);
  job->paper = g_strdup (request->paper);
  job->medium = g_strdup (medium);
  job->has_names = request->names == BJT_SHEET_NAMES_FULL;
  job->first_copy = (int) request->copy_number;
  job->copies = (int) n_copies;
  job->pages = (int) n_pages;
  job->purpose = dup_text (request->purpose);
  job->maker = dup_text (request->maker);
  job->receiver = dup_text (request->receiver);
  job->returned_on = BJT_DATE_NONE;
  return bjt_workspace_record_print (bjt_page_get_workspace (page), job, error);
}
