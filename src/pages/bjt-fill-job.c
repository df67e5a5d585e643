/* bjt-fill-job.c: the task owns the job; whoever shows its progress reads one number
 * of it. */
#include "bjt-fill-job.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FAILURES 8 /* that are shown line by line */

BjtFillJob *
bjt_fill_job_new (const char *form)
{
  BjtFillJob *self = g_new0 (BjtFillJob, 1);

  self->form = g_strdup (form);
  return self;
}

void
bjt_fill_job_free (BjtFillJob *self)
{
  if (self == NULL)
    return;
  g_free (self->form);
  g_free (self->output);
  g_clear_pointer (&self->plan, g_bytes_unref);
  bjt_form_set_free (self->set);
  bjt_form_outcome_clear (&self->outcome);
  g_free (self);
}

/* Under the name of the form and the day; a folder where many are written. */
void
bjt_fill_job_set_output (BjtFillJob *self,
                         const char *day)
{
  const char      *ending = self->set != NULL ? "" : g_str_has_suffix (self->form, ".docx") || g_str_has_suffix (self->form, ".dotx") ? ".docx" : ".xlsx";
  const char      *dot = g_strrstr (self->form, ".");
  g_autofree char *stem = g_strndup (self->form, dot != NULL ? (gsize) (dot - self->form) : strlen (self->form));

  g_free (self->output);
  self->output = g_strdup_printf ("%s %s%s", stem, day, ending);
  for (guint n = 2; g_file_test (self->output, G_FILE_TEST_EXISTS); n++)
    {
      g_free (self->output);
      self->output = g_strdup_printf ("%s %s (%u)%s", stem, day, n, ending);
    }
}

static void
progress_cb (guint    n_done,
             guint    n_all,
             gpointer data)
{
  g_atomic_int_set (&((BjtFillJob *) data)->n_done, (int) n_done);
}

static void
write_worker (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  BjtFillJob *self = data;
  GError     *error = NULL;
  gboolean    is_done = self->set != NULL ? bjt_form_set_write (self->set, self->output, &self->outcome, progress_cb, self, cancellable, &error)
                                          : bjt_form_write (self->form, self->plan, self->output, cancellable, &error);

  if (is_done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bjt_fill_job_run (BjtFillJob         *self,
                  gpointer            source,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);

  g_task_set_source_tag (task, bjt_fill_job_run);
  g_task_set_check_cancellable (task, FALSE); /* what is written by then is told */
  g_task_set_task_data (task, self, (GDestroyNotify) bjt_fill_job_free);
  g_task_run_in_thread (task, write_worker);
}

BjtFillJob *
bjt_fill_job_finish (GAsyncResult *result,
                     GError      **error)
{
  g_task_propagate_boolean (G_TASK (result), error);
  return g_task_get_task_data (G_TASK (result));
}

double
bjt_fill_job_get_progress (BjtFillJob *self)
{
  return self->set != NULL && self->set->copies->len > 0 ? (double) g_atomic_int_get (&self->n_done) / self->set->copies->len : 0;
}

char *
bjt_fill_job_dup_summary (BjtFillJob *self)
{
  g_autofree char *name = g_filename_display_basename (self->output);
  guint            n_all = self->set != NULL ? self->set->copies->len : 0;

  if (self->set == NULL)
    return g_strdup_printf (ngettext ("%u row written to “%s”", "%u rows written to “%s”", self->n_rows), self->n_rows, name);
  if (self->outcome.n_written == n_all)
    return g_strdup_printf (ngettext ("%u file written into “%s”", "%u files written into “%s”", n_all), n_all, name);
  return g_strdup_printf (ngettext ("%u of %u file written into “%s”", "%u of %u files written into “%s”", n_all), self->outcome.n_written, n_all, name);
}

char *
bjt_fill_job_dup_failures (BjtFillJob *self)
{
  const GPtrArray *failures = self->outcome.failures;
  GString         *text;

  if (failures == NULL || failures->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < failures->len && i < MAX_FAILURES; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) failures->pdata[i]);
  if (failures->len > MAX_FAILURES)
    g_string_append_printf (text, ngettext ("\nand %u more", "\nand %u more", failures->len - MAX_FAILURES), failures->len - MAX_FAILURES);
  return g_string_free (text, FALSE);
}
