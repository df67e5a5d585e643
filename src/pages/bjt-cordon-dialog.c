/* bjt-cordon-dialog.c: one question; its state goes with the dialog. */
#include "bjt-cordon-dialog.h"

#include <glib/gi18n.h>

#include "widgets/bjt-date-button.h"
#include "widgets/bjt-words.h"

typedef struct
{
  BjtPage       *page; /* weak */
  BjtUuid        entrance_id;
  char          *name;
  GtkEditable   *reason; /* of the dialog, as those below */
  BjtDateButton *from;
  BjtDateButton *until;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_clear_weak_pointer (&self->page);
  g_free (self->name);
  g_free (self);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Asking           *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  g_autofree char *text = g_strdup_printf (_("%s is cordoned off"), self->name);
  g_autoptr (GError) error = NULL;

  if (self->page == NULL || g_str_equal (response, "cancel"))
    return;
  if (bjt_workspace_cordon_entrance (bjt_page_get_workspace (self->page), &self->entrance_id, reason, bjt_date_button_get_date (self->from),
                                     bjt_date_button_get_date (self->until), &error))
    bjt_page_tell (self->page, text, TRUE);
  else
    bjt_page_tell_error (self->page, error);
}

/* A reason, and an end that comes after the beginning. */
static void
update (Asking           *self,
        AdwMessageDialog *dialog)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  BjtDate until = bjt_date_button_get_date (self->until);

  adw_message_dialog_set_response_enabled (dialog, "cordon",
                                           *reason != '\0' && (until == BJT_DATE_NONE || until > bjt_date_button_get_date (self->from)));
}

static void
changed_cb (GtkWidget *widget)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, ADW_TYPE_MESSAGE_DIALOG);

  if (dialog != NULL)
    update (g_object_get_data (G_OBJECT (dialog), "asking"), ADW_MESSAGE_DIALOG (dialog));
}

static void
attach (GtkGrid    *grid,
        int         row,
        const char *text,
        GtkWidget  *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, field, 1, row, 1, 1);
}

static GtkWidget *
new_fields (Asking *self)
{
  GtkWidget *grid = gtk_grid_new (), *reason = gtk_entry_new ();
  BjtDate    today = bjt_workspace_get_today (bjt_page_get_workspace (self->page));

  self->reason = GTK_EDITABLE (reason);
  self->from = g_object_new (BJT_TYPE_DATE_BUTTON, NULL);
  self->until = g_object_new (BJT_TYPE_DATE_BUTTON, NULL);
  bjt_date_button_set_today (self->from, today);
  bjt_date_button_set_today (self->until, today + 1);
  bjt_date_button_set_date (self->from, today);
  bjt_date_button_set_date (self->until, BJT_DATE_NONE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (reason), _("Water cut, lift out of order, quarantine"));
  gtk_entry_set_activates_default (GTK_ENTRY (reason), TRUE);
  attach (GTK_GRID (grid), 0, _("_Reason"), reason);
  attach (GTK_GRID (grid), 1, _("_From"), GTK_WIDGET (self->from));
  attach (GTK_GRID (grid), 2, _("Open _again on"), GTK_WIDGET (self->until));
  g_signal_connect (reason, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self->from, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self->until, "changed", G_CALLBACK (changed_cb), NULL);
  return grid;
}

void
bjt_cordon_dialog_ask (BjtPage *page,
                       guint32  entrance)
{
  const BjtPicture         *picture = bjt_page_get_picture (page);
  const BjtPictureEntrance *e = bjt_picture_get_entrance (picture, entrance);
  g_autofree char *building = bjt_words_dup_building (picture, e->building);
  g_autofree char *name = bjt_words_dup_entrance (picture, entrance);
  g_autofree char *body = NULL;
  Asking    *self = g_new0 (Asking, 1);
  GtkWidget *dialog;

  g_set_weak_pointer (&self->page, page);
  self->entrance_id = e->id;
  self->name = g_strdup_printf ("%s %s", building, name);
  body = g_strdup_printf (g_dngettext (NULL, "%s: %u home", "%s: %u homes", e->doors.n), self->name, e->doors.n);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _("Cordon Off the Entrance"), body);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_fields (self));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "cordon", _("Cordon _Off"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "cordon", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cordon");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "asking", self);
  update (self, ADW_MESSAGE_DIALOG (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
