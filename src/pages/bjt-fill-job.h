/* bjt-fill-job.h: one filled form, or one for each of many, written on a thread.
 */
#pragma once

#include "workspace/bjt-workspace-form-sets.h"

G_BEGIN_DECLS

typedef struct
{
  char          *form;
  char          *output; /* a file, or the folder of a set */
  GBytes        *plan;   /* NULL: it is a set */
  guint          n_rows;
  BjtFormSet    *set;
  BjtFormOutcome outcome;
  int            n_done; /* files; read and written with g_atomic_int */
} BjtFillJob;

BjtFillJob *bjt_fill_job_new (const char *form);
void        bjt_fill_job_free (BjtFillJob *self);
void        bjt_fill_job_set_output (BjtFillJob *self, const char *day); /* beside the form, never over another */
void        bjt_fill_job_run (BjtFillJob *self, gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback); /* takes self */
BjtFillJob *bjt_fill_job_finish (GAsyncResult *result, GError **error); /* borrowed of the result */
double      bjt_fill_job_get_progress (BjtFillJob *self);
char       *bjt_fill_job_dup_summary (BjtFillJob *self);  /* what is written, in words */
char       *bjt_fill_job_dup_failures (BjtFillJob *self); /* NULL: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFillJob, bjt_fill_job_free)

G_END_DECLS
