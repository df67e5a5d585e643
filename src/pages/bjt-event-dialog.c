/* bjt-event-dialog.c: one question; its state goes with the dialog. What a kind has
 * no use for is not asked. */
#include "bjt-event-dialog.h"

#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "widgets/bjt-date-button.h"
#include "widgets/bjt-visit-words.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-events.h"

typedef struct
{
  BjtPage        *page; /* weak */
  BjtUuid         door_id;
  char           *kind;
  GArray         *person_ids; /* BjtUuid, as in the drop-down after its first row */
  GtkDropDown    *person;     /* of the dialog, as those below; NULL: not asked */
  GtkEditable    *name;
  GtkEditable    *phone;
  GtkEditable    *note;
  GtkCheckButton *archives;
  BjtDateButton  *day;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_clear_weak_pointer (&self->page);
  g_array_unref (self->person_ids);
  g_free (self->kind);
  g_free (self);
}

static gboolean
is_arrival (const char *kind)
{
  return g_str_equal (kind, BJT_EVENT_MOVED_IN) || g_str_equal (kind, BJT_EVENT_NEW_TENANT);
}

static char *
dup_text (GtkEditable *field)
{
  g_autofree char *text = field != NULL ? g_strstrip (g_strdup (gtk_editable_get_text (field))) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Asking           *self)
{
  g_autoptr (BjtLifeEvent) event = bjt_life_event_new ();
  g_autofree char *name = dup_text (self->name);
  g_autofree char *phone = dup_text (self->phone);
  g_autofree char *text = g_strdup_printf (_("Recorded: %s"), bjt_visit_words_get_event (self->kind));
  BjtLifeEventDraft draft = { event, self->archives != NULL && gtk_check_button_get_active (self->archives), name, phone };
  guint row = self->person != NULL ? gtk_drop_down_get_selected (self->person) : 0;
  g_autoptr (GError) error = NULL;

  if (self->page == NULL || g_str_equal (response, "cancel"))
    return;
  event->door_id = self->door_id;
  event->kind = g_strdup (self->kind);
  event->happened_on = bjt_date_button_get_date (self->day);
  event->note = dup_text (self->note);
  if (row > 0 && row <= self->person_ids->len)
    event->person_id = g_array_index (self->person_ids, BjtUuid, row - 1);
  bjt_page_tell_outcome (self->page, bjt_workspace_record_event (bjt_page_get_workspace (self->page), &draft, &error), text, &error);
}

static void
attach (GtkGrid    *grid,
        const char *text,
        GtkWidget  *field)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);
  int        row = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (grid), "rows"));

  g_object_set_data (G_OBJECT (grid), "rows", GINT_TO_POINTER (row + 1));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, field, 1, row, 1, 1);
}

static GtkEditable *
attach_entry (GtkGrid    *grid,
              const char *text,
              const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  attach (grid, text, entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_EDITABLE (entry);
}

static void
list_persons (Asking           *self,
              const BjtPicture *picture,
              guint32           door,
              GtkStringList    *names)
{
  BjtRun   households = bjt_picture_get_door (picture, door)->households;
  gboolean names_shown = bjt_focus_get_names_shown (bjt_page_get_focus (self->page));

  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        {
          const BjtPicturePerson *person = bjt_picture_get_person (picture, bjt_picture_get_member (picture, m)->person);
          g_autofree char *name = names_shown ? g_strdup (person->name) : bjt_text_mask_name (person->name);

          gtk_string_list_append (names, name != NULL ? name : "—");
          g_array_append_val (self->person_ids, person->id);
        }
    }
}

static void
attach_person (Asking  *self,
               GtkGrid *grid,
               guint32  door)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean must_name = g_str_equal (self->kind, BJT_EVENT_DIED);

  gtk_string_list_append (names, must_name ? _("Choose who") : _("The household"));
  list_persons (self, bjt_page_get_picture (self->page), door, names);
  self->person = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  if (self->person_ids->len == 1)
    gtk_drop_down_set_selected (self->person, 1);
  attach (grid, _("_Who"), GTK_WIDGET (self->person));
}

static GtkWidget *
new_fields (Asking *self,
            guint32 door)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  BjtDate  today = bjt_workspace_get_today (bjt_page_get_workspace (self->page));
  gboolean is_birth = g_str_equal (self->kind, BJT_EVENT_BORN);

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  if (is_arrival (self->kind) || is_birth)
    self->name = attach_entry (grid, _("_Name"), _("Name"));
  else if (!g_str_equal (self->kind, BJT_EVENT_MOVED_OUT))
    attach_person (self, grid, door);
  if (is_arrival (self->kind))
    self->phone = attach_entry (grid, _("_Phone"), _("Phone"));
  self->day = g_object_new (BJT_TYPE_DATE_BUTTON, NULL);
  bjt_date_button_set_today (self->day, today);
  bjt_date_button_set_date (self->day, today);
  attach (grid, _("_Day"), GTK_WIDGET (self->day));
  self->note = attach_entry (grid, _("N_ote"), _("Note"));
  if (is_arrival (self->kind) && bjt_picture_get_door (bjt_page_get_picture (self->page), door)->households.n > 0)
    {
      self->archives = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("Who _lived here so far moved out (kept in the archive)")));
      gtk_check_button_set_active (self->archives, TRUE);
      gtk_grid_attach (grid, GTK_WIDGET (self->archives), 0, 9, 2, 1);
    }
  return GTK_WIDGET (grid);
}

void
bjt_event_dialog_ask (BjtPage    *page,
                      guint32     door,
                      const char *kind)
{
  const BjtPicture *picture = bjt_page_get_picture (page);
  g_autofree char  *place = bjt_words_dup_door (picture, door);
  Asking    *self = g_new0 (Asking, 1);
  GtkWidget *dialog;

  g_set_weak_pointer (&self->page, page);
  self->door_id = bjt_picture_get_door (picture, door)->id;
  self->kind = g_strdup (kind);
  self->person_ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), bjt_visit_words_get_event (kind), place);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_fields (self, door));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "record", _("_Record"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "record", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "record");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
