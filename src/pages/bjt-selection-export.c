/* bjt-selection-export.c: first the question, then the place of the file. The
 * state of one asking goes with its dialogs. */
#include "bjt-selection-export.h"

#include <glib/gi18n.h>
#include <string.h>

#include "workspace/bjt-door-listing.h"

typedef struct
{
  BjtPage              *page;    /* weak */
  BjtDoorSet           *doors;
  char                 *purpose; /* NULL: names are masked */
  gboolean              is_riser; /* a sheet for the agreement of those on a riser */
  GtkWidget            *entry;   /* of the dialog */
  GtkFileChooserNative *chooser;
} Asking;

static void
asking_free (Asking *self)
{
  g_clear_weak_pointer (&self->page);
  bjt_door_set_free (self->doors);
  g_free (self->purpose);
  g_clear_object (&self->chooser);
  g_free (self);
}

static gboolean
write_listing (BjtPage    *page,
               BjtListing *listing,
               const char *purpose,
               GFile      *file,
               GError    **error)
{
  /* Spreadsheets take a file without this mark for the encoding of the system. */
  static const char mark[] = "\357\273\277";
  g_autofree char *rows = bjt_listing_to_string (listing, BJT_LISTING_CSV);
  g_autofree char *text = g_strconcat (mark, rows, NULL);

  if (purpose != NULL && !bjt_workspace_record_export (bjt_page_get_workspace (page), "doors", purpose, error))
    return FALSE;
  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}

/**
 * bjt_selection_export_write:
 * @purpose: (nullable): what full names are needed for; %NULL: masked
 */
gboolean
bjt_selection_export_write (BjtPage          *page,
                            const BjtDoorSet *doors,
                            const char       *purpose,
                            GFile            *file,
                            GError          **error)
{
  g_autoptr (BjtListing) listing = bjt_door_listing_new (bjt_page_get_picture (page), doors, purpose != NULL);

  return write_listing (page, listing, purpose, file, error);
}

/**
 * bjt_selection_export_write_riser:
 * @purpose: (nullable): what full names and numbers are needed for; %NULL: masked
 */
gboolean
bjt_selection_export_write_riser (BjtPage          *page,
                                  const BjtDoorSet *doors,
                                  const char       *purpose,
                                  GFile            *file,
                                  GError          **error)
{
  g_autoptr (BjtListing) listing = bjt_door_listing_new_consent (bjt_page_get_picture (page), doors, purpose != NULL);

  return write_listing (page, listing, purpose, file, error);
}

static void
chosen_cb (Asking *self,
           int     response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->page != NULL)
    {
      if ((self->is_riser ? bjt_selection_export_write_riser : bjt_selection_export_write) (self->page, self->doors, self->purpose, file, &error))
        bjt_page_tell (self->page, _("The selection is written"), FALSE);
      else
        bjt_page_tell_error (self->page, error);
    }
  asking_free (self);
}

static void
choose_file (Asking *self)
{
  self->chooser = gtk_file_chooser_native_new (_("Export the Selection"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), self->is_riser ? _("Riser.csv") : _("Selected homes.csv"));
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
answered_cb (Asking     *self,
             const char *response)
{
  if (self->page == NULL || g_str_equal (response, "cancel"))
    {
      asking_free (self);
      return;
    }
  if (g_str_equal (response, "names"))
    self->purpose = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  choose_file (self);
}

/* No names without a purpose. */
static void
purpose_changed_cb (AdwMessageDialog *dialog,
                    GtkEditable      *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "names", *text != '\0');
}

static void
ask (BjtPage  *page,
     gboolean  is_riser)
{
  const BjtDoorSet *doors = bjt_focus_get_selection (bjt_page_get_focus (page));
  Asking    *self;
  GtkWidget *dialog;

  if (doors == NULL)
    return;
  self = g_new0 (Asking, 1);
  g_set_weak_pointer (&self->page, page);
  self->doors = bjt_door_set_copy (doors);
  self->is_riser = is_riser;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                   is_riser ? _("Sheet of the Riser") : _("Export the Selection"),
                                   is_riser ? _("One row a home on the same pipe, with room for consent, share, day and signature. Names are masked, unless you say what full names are needed for; that is recorded.")
                                            : _("One row a home. Names are masked, unless you say what full names are needed for; that is recorded."));
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Purpose of full names"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Purpose of full names"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), self->entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "names", _("With _Full Names"), "masked", _("_Masked"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "masked", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "masked");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "names", FALSE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (purpose_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
bjt_selection_export_ask (BjtPage *page)
{
  ask (page, FALSE);
}

void
bjt_selection_export_ask_riser (BjtPage *page)
{
  ask (page, TRUE);
}
