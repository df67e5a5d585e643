/* bjt-sheet-job.h: a sheet made for paper, away from the main thread: all its copies,
 * with the whole base map; and, when it is for a file, written.
 */
#pragma once

#include "workspace/bjt-sheet-order.h"

G_BEGIN_DECLS

#define BJT_TYPE_SHEET_JOB (bjt_sheet_job_get_type ())
G_DECLARE_FINAL_TYPE (BjtSheetJob, bjt_sheet_job, BJT, SHEET_JOB, GObject)

/* Takes @draft. @path NULL: for the printer, with copies numbered from that of the order. */
BjtSheetJob         *bjt_sheet_job_new (const BjtSheetOrder *order, BjtSheetDraft *draft, const char *path);
BjtSheetJob         *bjt_sheet_job_new_of (const BjtSheetOrder *order, GPtrArray *drafts, const char *path); /* takes @drafts: one after the other */
const BjtSheetOrder *bjt_sheet_job_get_order (BjtSheetJob *self);
const char          *bjt_sheet_job_get_path (BjtSheetJob *self);
double               bjt_sheet_job_get_progress (BjtSheetJob *self); /* 0 … 1, while it is made or written */
gboolean             bjt_sheet_job_is_fetching (BjtSheetJob *self);  /* tiles of the base map */
void                 bjt_sheet_job_cancel (BjtSheetJob *self);

/* First made, then written; one at a time. */
void     bjt_sheet_job_make_async (BjtSheetJob *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean bjt_sheet_job_make_finish (BjtSheetJob *self, GAsyncResult *result, GError **error);
void     bjt_sheet_job_write_async (BjtSheetJob *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean bjt_sheet_job_write_finish (BjtSheetJob *self, GAsyncResult *result, GError **error);

/* Once it is made */
guint     bjt_sheet_job_get_n_copies (BjtSheetJob *self);
BjtSheet *bjt_sheet_job_get_sheet (BjtSheetJob *self, guint copy); /* borrowed */
char     *bjt_sheet_job_dup_shortage (BjtSheetJob *self);          /* what its base map lacks, as a sentence; NULL: nothing */

G_END_DECLS
