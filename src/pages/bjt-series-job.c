/* bjt-series-job.c: reads on the main thread, where the workspace lives; makes and
 * writes on others. What has nothing to print is left out; the first file that fails
 * ends it. */
#include "bjt-series-job.h"

#include "bjt-print-record.h"
#include "bjt-sheet-job.h"

struct _BjtSeriesJob
{
  GObject parent_instance;

  /* Owned */
  BjtPage        *page;
  BjtSheetOrder  *order;
  BjtSheetSeries *series;
  BjtSheetJob    *job;      /* of the file at work; NULL: none */
  char           *shortage; /* of the first file that had one */

  /* State */
  guint    n_written, n_blank;
  gboolean is_cancelled;
};

G_DEFINE_FINAL_TYPE (BjtSeriesJob, bjt_series_job, G_TYPE_OBJECT)

BjtSeriesJob *
bjt_series_job_new (BjtPage             *page,
                    const BjtSheetOrder *order,
                    BjtSheetSeries      *series)
{
  BjtSeriesJob *self = g_object_new (BJT_TYPE_SERIES_JOB, NULL);

  self->page = g_object_ref (page);
  self->order = bjt_sheet_order_copy (order);
  self->series = series;
  return self;
}

double
bjt_series_job_get_progress (BjtSeriesJob *self)
{
  double own = self->job != NULL ? bjt_sheet_job_get_progress (self->job) : 0;

  return (self->n_written + self->n_blank + own) / MAX (self->series->files->len, 1);
}

guint
bjt_series_job_get_n_written (BjtSeriesJob *self)
{
  return self->n_written;
}

guint
bjt_series_job_get_n_blank (BjtSeriesJob *self)
{
  return self->n_blank;
}

guint
bjt_series_job_get_n_files (BjtSeriesJob *self)
{
  return self->series->files->len;
}

const char *
bjt_series_job_get_shortage (BjtSeriesJob *self)
{
  return self->shortage;
}

void
bjt_series_job_cancel (BjtSeriesJob *self)
{
  self->is_cancelled = TRUE;
  if (self->job != NULL)
    bjt_sheet_job_cancel (self->job);
}

static const BjtSheetFile *
get_file (BjtSeriesJob *self)
{
  return g_ptr_array_index (self->series->files, self->n_written + self->n_blank);
}

static void next (GTask *task);

/* Takes task and error. */
static void
leave_out (GTask  *task,
           GError *error)
{
  BjtSeriesJob *self = g_task_get_source_object (task);

  g_clear_object (&self->job);
  if (!bjt_sheet_series_is_blank (error) || (self->n_written == 0 && self->n_blank + 1 == self->series->files->len))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_error_free (error);
  self->n_blank++;
  next (task);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BjtSeriesJob *self = g_task_get_source_object (task);
  GError       *error = NULL;

  if (!bjt_sheet_job_write_finish (BJT_SHEET_JOB (source), result, &error))
    {
      g_clear_object (&self->job);
      g_task_return_error (task, error);
      return;
    }
  if (self->shortage == NULL)
    self->shortage = bjt_sheet_job_dup_shortage (BJT_SHEET_JOB (source));
  g_clear_object (&self->job);
  self->n_written++;
  next (g_steal_pointer (&task));
}

/* What does not leave is not recorded, and what is not recorded does not leave. */
static gboolean
record (BjtSeriesJob *self,
        GError      **error)
{
  const BjtSheetFile *file = get_file (self);
  const char         *dot = strrchr (file->path, '.');
  guint               n_pages = bjt_sheet_get_n_pages (bjt_sheet_job_get_sheet (self->job, 0));

  return bjt_sheet_can_write (file->path, error)
         && bjt_print_record_write (self->page, bjt_sheet_job_get_order (self->job), file->about, n_pages, 1, dot != NULL ? dot + 1 : "pdf", error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  BjtSeriesJob *self = g_task_get_source_object (task);
  GError       *error = NULL;

  if (!bjt_sheet_job_make_finish (BJT_SHEET_JOB (source), result, &error))
    {
      leave_out (g_steal_pointer (&task), error);
      return;
    }
  if (record (self, &error))
    {
      bjt_sheet_job_write_async (self->job, written_cb, g_steal_pointer (&task));
      return;
    }
  g_clear_object (&self->job);
  g_task_return_error (task, error);
}

/* Takes the task. */
static void
next (GTask *task)
{
  g_autoptr (GTask) own = task;
  BjtSeriesJob         *self = g_task_get_source_object (task);
  g_autoptr (BjtSheetOrder) order = NULL;
  GPtrArray            *drafts;
  GError               *error = NULL;

  if (self->n_written + self->n_blank == self->series->files->len)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->is_cancelled)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Stopped");
      return;
    }
  order = bjt_sheet_order_copy (self->order);
  order->spec.options.copy_number = bjt_print_record_find_copy (self->page, order, get_file (self)->about);
  drafts = bjt_sheet_series_read (self->series, self->n_written + self->n_blank, bjt_page_get_workspace (self->page), order->spec.options.copy_number, &error);
  if (drafts == NULL)
    {
      leave_out (g_steal_pointer (&own), error);
      return;
    }
  self->job = bjt_sheet_job_new_of (order, drafts, get_file (self)->path);
  bjt_sheet_job_make_async (self->job, made_cb, g_steal_pointer (&own));
}

void
bjt_series_job_write_async (BjtSeriesJob       *self,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, bjt_series_job_write_async);
  next (task);
}

gboolean
bjt_series_job_write_finish (BjtSeriesJob *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
bjt_series_job_finalize (GObject *object)
{
  BjtSeriesJob *self = BJT_SERIES_JOB (object);

  g_clear_object (&self->job);
  bjt_sheet_series_free (self->series);
  bjt_sheet_order_free (self->order);
  g_object_unref (self->page);
  g_free (self->shortage);
  G_OBJECT_CLASS (bjt_series_job_parent_class)->finalize (object);
}

static void
bjt_series_job_class_init (BjtSeriesJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_series_job_finalize;
}

static void
bjt_series_job_init (BjtSeriesJob *self)
{
}
