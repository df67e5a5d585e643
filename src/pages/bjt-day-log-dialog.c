/* bjt-day-log-dialog.c: what is confirmed can be opened again by the same button. */
#include "bjt-day-log-dialog.h"

#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "print/bjt-day-log-sheet.h"
#include "workspace/bjt-workspace-day-log.h"

typedef struct
{
  BjtPage       *page;   /* owned */
  BjtFormDialog *dialog; /* owns this */
  GtkEditable   *note;   /* of the dialog */
  BjtDayLogScope scope;
  gboolean       is_confirmed;
} Log;

static void
log_free (gpointer data)
{
  Log *self = data;

  g_object_unref (self->page);
  g_free (self);
}

static BjtSheet *
make_sheet (Log     *self,
            char   **note,
            GError **error)
{
  BjtGridSheetOptions options = { .names = BJT_SHEET_NAMES_MASKED, .made_on = BJT_DATE_NONE, .language = BJT_SHEET_CHINESE };
  g_autoptr (BjtDayReport) report = bjt_workspace_load_day_report (bjt_page_get_workspace (self->page), &self->scope, error);

  if (report == NULL)
    return NULL;
  self->is_confirmed = report->record != NULL && report->record->confirmed_at != 0;
  *note = report->record != NULL ? g_strdup (report->record->note) : NULL;
  return bjt_day_log_sheet_new (report, &options, error);
}

static void
update (Log *self)
{
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSheet) sheet = make_sheet (self, &note, &error);

  if (sheet == NULL)
    {
      bjt_page_tell_error (self->page, error);
      return;
    }
  bjt_form_dialog_show_sheet (self->dialog, sheet);
  bjt_form_dialog_offer (self->dialog, self->is_confirmed ? _("Open Again") : _("Confirm"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), !self->is_confirmed);
}

static gboolean
save_note (Log     *self,
           GError **error)
{
  const char *note = gtk_editable_get_text (self->note);
  g_autofree char *kept = NULL;
  g_autoptr (BjtSheet) sheet = make_sheet (self, &kept, error);

  if (sheet == NULL)
    return FALSE;
  return self->is_confirmed || g_strcmp0 (kept != NULL ? kept : "", note) == 0
         || bjt_workspace_note_day_log (bjt_page_get_workspace (self->page), &self->scope, note, error);
}

static void
note_cb (Log *self)
{
  g_autoptr (GError) error = NULL;

  if (!save_note (self, &error))
    bjt_page_tell_error (self->page, error);
  update (self);
}

static void
deed_cb (Log *self)
{
  g_autoptr (GError) error = NULL;
  gboolean confirms = !self->is_confirmed;
  gboolean done = save_note (self, &error)
                  && bjt_workspace_confirm_day_log (bjt_page_get_workspace (self->page), &self->scope, confirms, &error);

  bjt_page_tell_outcome (self->page, done, confirms ? _("The log of the day is confirmed") : _("The log of the day is open again"), &error);
  update (self);
}

/* What is typed is kept when the dialog goes. */
static gboolean
close_cb (Log *self)
{
  g_autoptr (GError) error = NULL;

  if (!save_note (self, &error))
    bjt_page_tell_error (self->page, error);
  return FALSE;
}

void
bjt_day_log_dialog_present (BjtPage *page,
                            guint32  grid)
{
  Log       *self = g_new0 (Log, 1);
  GtkWidget *entry = adw_entry_row_new ();
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSheet) sheet = NULL;

  self->page = g_object_ref (page);
  self->scope = (BjtDayLogScope) { grid, BJT_UUID_NIL, bjt_workspace_get_today (bjt_page_get_workspace (page)) };
  sheet = make_sheet (self, &note, &error);
  if (sheet == NULL)
    {
      bjt_page_tell_error (page, error);
      log_free (self);
      return;
    }
  self->dialog = BJT_FORM_DIALOG (bjt_form_dialog_new (page, sheet, _("Log of the Day")));
  self->note = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("What else there is to say of the day"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  gtk_editable_set_text (self->note, note != NULL ? note : "");
  bjt_form_dialog_add_field (self->dialog, entry);
  g_object_set_data_full (G_OBJECT (self->dialog), "log", self, log_free);
  g_signal_connect_swapped (entry, "apply", G_CALLBACK (note_cb), self);
  g_signal_connect_swapped (self->dialog, "deed", G_CALLBACK (deed_cb), self);
  g_signal_connect_swapped (self->dialog, "close-request", G_CALLBACK (close_cb), self);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
