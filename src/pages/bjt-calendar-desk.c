/* bjt-calendar-desk.c: choosing the file is all there is to it: the days count at
 * once, the toast says what changed, and undo takes it back. */
#include "bjt-calendar-desk.h"

#include <glib/gi18n.h>

#include "import/bjt-calendar-import.h"
#include "workspace/bjt-workspace-calendar.h"

static char *
dup_told (const BjtCalendarReport *report)
{
  g_autofree char *days = g_strdup_printf (ngettext ("%u stretch of days off or worked brought in", "%u stretches of days off or worked brought in", report->n_new), report->n_new);

  if (report->n_issues == 0)
    return g_steal_pointer (&days);
  return g_strdup_printf (ngettext ("%s; %u deadline moved", "%s; %u deadlines moved", report->n_issues), days, report->n_issues);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      path,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GArray *stretches = bjt_calendar_import (path, cancellable, &error);

  if (stretches != NULL)
    g_task_return_pointer (task, stretches, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  BjtPage *page = BJT_PAGE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stretches = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char   *name = g_path_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char   *text = NULL;
  BjtCalendarReport  report;

  if (stretches == NULL || !bjt_workspace_import_calendar (bjt_page_get_workspace (page), stretches, name, FALSE, &report, &error))
    {
      bjt_page_tell_error (page, error);
      return;
    }
  text = report.n_new > 0 ? dup_told (&report) : g_strdup (_("These days off are known already"));
  bjt_page_tell (page, text, report.n_new > 0);
}

static void
chosen_cb (BjtPage         *page,
           int              response,
           GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autoptr (GTask) task = NULL;

  g_object_unref (dialog);
  if (file == NULL)
    return;
  task = g_task_new (page, NULL, read_cb, NULL);
  g_task_set_task_data (task, g_file_get_path (file), g_free);
  g_task_run_in_thread (task, read_thread);
}

void
bjt_calendar_desk_import (BjtPage *page)
{
  GtkWindow            *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Bring in Days Off"), window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Days off (JSON, iCalendar)"));
  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_filter_add_pattern (filter, "*.ics");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), page, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
