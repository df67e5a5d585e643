/* bjt-series-job.h: files of a series written one after the other, away from the main
 * thread; each is recorded before it is written.
 */
#pragma once

#include "bjt-page.h"
#include "workspace/bjt-sheet-order.h"
#include "workspace/bjt-sheet-series.h"

G_BEGIN_DECLS

#define BJT_TYPE_SERIES_JOB (bjt_series_job_get_type ())
G_DECLARE_FINAL_TYPE (BjtSeriesJob, bjt_series_job, BJT, SERIES_JOB, GObject)

BjtSeriesJob *bjt_series_job_new (BjtPage *page, const BjtSheetOrder *order, BjtSheetSeries *series); /* takes @series */
double        bjt_series_job_get_progress (BjtSeriesJob *self);  /* 0 … 1 */
guint         bjt_series_job_get_n_written (BjtSeriesJob *self); /* whole files */
guint         bjt_series_job_get_n_blank (BjtSeriesJob *self);   /* left out: there was nothing to print */
guint         bjt_series_job_get_n_files (BjtSeriesJob *self);
const char   *bjt_series_job_get_shortage (BjtSeriesJob *self);  /* what a base map lacks; NULL: nothing */
void          bjt_series_job_cancel (BjtSeriesJob *self);        /* what is written stays */

void     bjt_series_job_write_async (BjtSeriesJob *self, GAsyncReadyCallback callback, gpointer user_data); /* once */
gboolean bjt_series_job_write_finish (BjtSeriesJob *self, GAsyncResult *result, GError **error);

G_END_DECLS
