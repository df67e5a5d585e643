/* bjt-message-dialog.c: what the message says is read again at each change of its
 * text; title and kind stay what a person made of them. A place is taken for chosen
 * only when it is certain or the only one; else one of the chips has to be pressed.
 * Nothing is stored before “Report”. */
#include "bjt-message-dialog.h"

#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "bjt-notice.h"
#include "bjt-place-text.h"
#include "workspace/bjt-workspace-messages.h"

#define NO_PLACE (-1)
#define NOT_CHOSEN (-2)

struct _BjtMessageDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkTextView *text_view;
  GtkLabel    *facts;
  GtkFlowBox  *chips;
  AdwEntryRow *title_row;
  AdwComboRow *kind_row;

  /* Owned */
  BjtWorkspace       *workspace;
  BjtFocus           *focus;
  GPtrArray          *kinds;    /* BjtIssueKind, as the rows of kind_row behind the first */
  BjtMessageProposal *proposal; /* NULL: the text says nothing */

  /* State */
  int   place; /* of the guesses, NO_PLACE or NOT_CHOSEN */
  char *proposed_title; /* owned; what was put into the title last */
};

G_DEFINE_FINAL_TYPE (BjtMessageDialog, bjt_message_dialog, ADW_TYPE_WINDOW)

static void
update_store (BjtMessageDialog *self)
{
  gboolean is_whole = self->proposal != NULL && self->place != NOT_CHOSEN && *gtk_editable_get_text (GTK_EDITABLE (self->title_row)) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "message.store", is_whole);
}

/* Chips */

static void
chip_toggled_cb (GtkToggleButton *chip,
                 gpointer         user_data)
{
  BjtMessageDialog *self = BJT_MESSAGE_DIALOG (user_data);
  int               place = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "place"));

  if (gtk_toggle_button_get_active (chip))
    self->place = place;
  else if (self->place == place)
    self->place = NOT_CHOSEN;
  update_store (self);
}

static GtkToggleButton *
add_chip (BjtMessageDialog *self,
          GtkToggleButton  *first,
          const char       *text,
          const char       *tip,
          int               place)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (text);

  gtk_widget_add_css_class (chip, "pill");
  gtk_widget_add_css_class (chip, "place-chip");
  gtk_widget_set_tooltip_text (chip, tip);
  g_object_set_data (G_OBJECT (chip), "place", GINT_TO_POINTER (place));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), first);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), place == self->place);
  g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled_cb), self);
  gtk_flow_box_append (self->chips, chip);
  return first != NULL ? first : GTK_TOGGLE_BUTTON (chip);
}

static void
show_chips (BjtMessageDialog *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  GArray           *guesses = self->proposal->guesses;
  GtkToggleButton  *first = NULL;

  self->place = guesses->len > 0 && (guesses->len == 1 || g_array_index (guesses, BjtPlaceGuess, 0).is_certain) ? 0
                : guesses->len == 0 ? NO_PLACE : NOT_CHOSEN;
  for (guint i = 0; i < guesses->len; i++)
    {
      const BjtPlaceGuess *guess = &g_array_index (guesses, BjtPlaceGuess, i);
      g_autofree char     *name = bjt_place_guess_dup_name (picture, guess);
      g_autofree char     *reasons = bjt_place_text_dup_reasons (guess);

      first = add_chip (self, first, name, reasons, (int) i);
    }
  add_chip (self, first, _("No place"), _("The issue gets no place now"), NO_PLACE);
}

/* The proposal */

static char *
dup_facts (const BjtAppeal *appeal)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (appeal->who != NULL)
    g_ptr_array_add (parts, bjt_text_mask_name (appeal->who));
  g_ptr_array_add (parts, bjt_date_dup_string (appeal->day));
  if (appeal->minute >= 0)
    g_ptr_array_add (parts, g_strdup_printf ("%02d:%02d", appeal->minute / 60, appeal->minute % 60));
  if (appeal->place_note != NULL)
    g_ptr_array_add (parts, g_strdup (appeal->place_note));
  if (appeal->urgent != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_("urgent: %s"), appeal->urgent));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
propose_title (BjtMessageDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  if (*text != '\0' && g_strcmp0 (text, self->proposed_title) != 0)
    return; /* somebody wrote another */
  g_free (self->proposed_title);
  self->proposed_title = g_strdup (self->proposal->appeal.title);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), self->proposed_title);
}

static void
propose_kind (BjtMessageDialog *self)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (bjt_uuid_equal (&((BjtIssueKind *) self->kinds->pdata[i])->id, &self->proposal->kind_id))
      adw_combo_row_set_selected (self->kind_row, i + 1);
}

static void
read_message (BjtMessageDialog *self)
{
  GtkTextBuffer    *buffer = gtk_text_view_get_buffer (self->text_view);
  guint32           building = bjt_focus_get_building (self->focus);
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32           compound = building < picture->buildings->len ? bjt_picture_get_building (picture, building)->compound : BJT_NO_INDEX;
  g_autofree char  *text = NULL;
  g_autofree char  *facts = NULL;
  GtkFlowBoxChild  *chip;

  g_object_get (buffer, "text", &text, NULL);
  while ((chip = gtk_flow_box_get_child_at_index (self->chips, 0)) != NULL)
    gtk_flow_box_remove (self->chips, GTK_WIDGET (chip));
  g_clear_pointer (&self->proposal, bjt_message_proposal_free);
  self->proposal = bjt_workspace_read_message (self->workspace, text, compound, BJT_NO_INDEX, NULL);
  if (self->proposal != NULL)
    {
      facts = dup_facts (&self->proposal->appeal);
      show_chips (self);
      propose_title (self);
      propose_kind (self);
    }
  gtk_label_set_text (self->facts, facts != NULL ? facts : _("Copy a message of the group, then paste it here."));
  update_store (self);
}

static void
clipboard_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (BjtMessageDialog) self = user_data;
  g_autofree char             *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  gtk_widget_child_focus (GTK_WIDGET (self->chips), GTK_DIR_TAB_FORWARD);
}

/* Storing */

static BjtIssue *
make_issue (BjtMessageDialog *self)
{
  const BjtPlaceGuess *place = self->place >= 0 ? &g_array_index (self->proposal->guesses, BjtPlaceGuess, (guint) self->place) : NULL;
  BjtIssue            *issue = bjt_message_proposal_make_issue (self->proposal, bjt_workspace_get_picture (self->workspace), place);
  guint                kind = adw_combo_row_get_selected (self->kind_row);

  g_free (issue->title);
  issue->title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  issue->kind_id = kind > 0 && kind <= self->kinds->len ? ((BjtIssueKind *) self->kinds->pdata[kind - 1])->id : BJT_UUID_NIL;
  return issue;
}

static void
store_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtMessageDialog    *self = BJT_MESSAGE_DIALOG (widget);
  GtkWindow           *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (BjtIssue) issue = make_issue (self);
  g_autofree char     *text = NULL;
  g_autoptr (GError)   error = NULL;

  if (!bjt_workspace_report_issue (self->workspace, issue, &error))
    {
      bjt_notice_show_error (widget, error);
      return;
    }
  text = g_strdup_printf (_("Issue %s was reported"), issue->number);
  if (parent != NULL)
    bjt_notice_show (GTK_WIDGET (parent), text, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The object */

static void
bjt_message_dialog_dispose (GObject *object)
{
  BjtMessageDialog *self = BJT_MESSAGE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->proposal, bjt_message_proposal_free);
  g_clear_pointer (&self->proposed_title, g_free);
  G_OBJECT_CLASS (bjt_message_dialog_parent_class)->dispose (object);
}

static void
bjt_message_dialog_class_init (BjtMessageDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_message_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-message-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtMessageDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, BjtMessageDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, BjtMessageDialog, chips);
  gtk_widget_class_bind_template_child (widget_class, BjtMessageDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, BjtMessageDialog, kind_row);
  gtk_widget_class_bind_template_callback (widget_class, update_store);
  gtk_widget_class_install_action (widget_class, "message.store", NULL, store_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "message.store", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bjt_message_dialog_init (BjtMessageDialog *self)
{
  self->place = NOT_CHOSEN;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_kinds (BjtMessageDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->kinds = bjt_workspace_list_issue_kinds (self->workspace, NULL);
  if (self->kinds == NULL)
    self->kinds = g_ptr_array_new ();
  gtk_string_list_append (names, _("Not yet known"));
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (names, ((BjtIssueKind *) self->kinds->pdata[i])->name);
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
}

BjtMessageDialog *
bjt_message_dialog_present (GtkWindow    *parent,
                            BjtWorkspace *workspace,
                            BjtFocus     *focus,
                            const char   *text)
{
  BjtMessageDialog *self = g_object_new (BJT_TYPE_MESSAGE_DIALOG, "transient-for", parent, NULL);
  GtkTextBuffer    *buffer = gtk_text_view_get_buffer (self->text_view);

  self->workspace = g_object_ref (workspace);
  self->focus = g_object_ref (focus);
  fill_kinds (self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (read_message), self, G_CONNECT_SWAPPED);
  if (text != NULL)
    gtk_text_buffer_set_text (buffer, text, -1);
  else
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (parent)), NULL, clipboard_cb, g_object_ref (self));
  read_message (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
