/* bjt-issue-row.c: keeps a copy of what it needs of the issue. */
#include "bjt-issue-row.h"

#include <glib/gi18n-lib.h>

#include "bjt-flow-dots.h"
#include "bjt-rows.h"
#include "bjt-words.h"

struct _BjtIssueRow
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget       *frame;
  GtkWidget       *fold;
  GtkEntry        *note;
  GtkToggleButton *step;

  /* State */
  int next_status;
};

G_DEFINE_FINAL_TYPE (BjtIssueRow, bjt_issue_row, GTK_TYPE_WIDGET)

static guint advance_signal;

char *
bjt_issue_row_dup_clock (BjtDate due_on,
                         BjtDate as_of)
{
  int days;

  if (due_on == BJT_DATE_NONE)
    return NULL;
  days = due_on - as_of;
  if (days == 0)
    return g_strdup (_ ("due today"));
  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day left", "%d days left", (gulong) days), days);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day over", "%d days over", (gulong) -days), -days);
}

static void
advance_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BjtIssueRow *self = BJT_ISSUE_ROW (widget);

  g_signal_emit (self, advance_signal, 0, self->next_status, gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
note_activate_cb (BjtIssueRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "issue.advance", NULL);
}

static void
unfolded_cb (BjtIssueRow *self)
{
  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->fold)))
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
bjt_issue_row_dispose (GObject *object)
{
  g_clear_pointer (&BJT_ISSUE_ROW (object)->frame, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_issue_row_parent_class)->dispose (object);
}

static void
bjt_issue_row_class_init (BjtIssueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_issue_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "issue.advance", NULL, advance_action);
  advance_signal = g_signal_new ("advance", BJT_TYPE_ISSUE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
bjt_issue_row_init (BjtIssueRow *self)
{
  self->frame = bjt_rows_create_frame ();
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

static char *
dup_progress (const BjtPictureIssue *issue,
              BjtDate                as_of)
{
  g_autofree char *clock = bjt_issue_row_dup_clock (issue->due_on, as_of);
  GString         *text = g_string_new (bjt_words_get_status (issue->status));

  if (issue->department != NULL)
    g_string_append_printf (text, " → %s", issue->department);
  if (clock != NULL)
    g_string_append_printf (text, " · %s", clock);
  return g_string_free (text, FALSE);
}

static char *
dup_place (const BjtPicture      *picture,
           const BjtPictureIssue *issue)
{
  g_autofree char *entrance = NULL;

  if (issue->door != BJT_NO_INDEX)
    return NULL;
  if (issue->entrance == BJT_NO_INDEX)
    return issue->building != BJT_NO_INDEX ? bjt_words_dup_building (picture, issue->building) : NULL;
  entrance = bjt_words_dup_entrance (picture, issue->entrance);
  /* TRANSLATORS: common space of a stairwell, 2单元楼道 */
  return g_strdup_printf (_ ("%s, stairwell"), entrance);
}

static void
append_progress (BjtIssueRow           *self,
                 const BjtPictureIssue *issue,
                 BjtDate                as_of)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label;
  gboolean         is_overdue = issue->due_on != BJT_DATE_NONE && issue->due_on < as_of;
  g_autofree char *text = dup_progress (issue, as_of);

  label = bjt_rows_create_label (text, is_overdue ? "overdue" : "caption");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), bjt_flow_dots_new (issue->status, is_overdue));
  gtk_box_append (GTK_BOX (self->frame), row);
}

static GtkWidget *
create_fold (BjtIssueRow *self)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *confirm;
  g_autofree char *hint = g_strdup_printf (_ ("Note for “%s”"), bjt_words_get_status (self->next_status));

  self->note = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->note, hint);
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (note_activate_cb), self);
  confirm = gtk_button_new_with_label (_ ("Confirm"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (confirm), "issue.advance");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (box), confirm);
  self->fold = gtk_revealer_new ();
  gtk_widget_set_margin_top (box, 6);
  gtk_revealer_set_child (GTK_REVEALER (self->fold), box);
  return self->fold;
}

/* Leads to the ledger. */
static GtkWidget *
create_link (const char    *title,
             const BjtUuid *id)
{
  g_autofree char *key = bjt_uuid_dup_string (id);
  GtkWidget       *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), bjt_rows_create_label (title, "heading"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.issue");
  gtk_widget_set_tooltip_text (button, _ ("Open in the Ledger"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "title-link");
  return button;
}

static GtkWidget *
create_title (BjtIssueRow           *self,
              const BjtPictureIssue *issue)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = create_link (issue->title != NULL ? issue->title : "—", &issue->id), *toggle;
  g_autofree char *step = g_strdup_printf ("%s ›", bjt_words_get_status (self->next_status));
  g_autofree char *tip = g_strdup_printf (_ ("Go on to the step “%s”"), bjt_words_get_status (self->next_status));

  toggle = gtk_toggle_button_new_with_label (step);
  gtk_widget_add_css_class (toggle, "step");
  gtk_widget_set_valign (toggle, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (toggle, tip);
  g_object_bind_property (toggle, "active", self->fold, "reveal-child", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (unfolded_cb), self);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), toggle);
  self->step = GTK_TOGGLE_BUTTON (toggle);
  return row;
}

GtkWidget *
bjt_issue_row_new (const BjtPicture *picture,
                   guint32           issue,
                   const char       *description)
{
  BjtIssueRow           *self = g_object_new (BJT_TYPE_ISSUE_ROW, NULL);
  const BjtPictureIssue *i = bjt_picture_get_issue (picture, issue);
  g_autofree char       *place = dup_place (picture, i);
  GtkWidget             *fold;

  self->next_status = MIN (i->status + 1, BJT_ISSUE_CLOSED);
  fold = create_fold (self);
  gtk_box_append (GTK_BOX (self->frame), create_title (self, i));
  if (place != NULL)
    gtk_box_append (GTK_BOX (self->frame), bjt_rows_create_label (place, "caption"));
  if (description != NULL)
    gtk_box_append (GTK_BOX (self->frame), bjt_rows_create_label (description, "caption"));
  append_progress (self, i, picture->as_of);
  gtk_box_append (GTK_BOX (self->frame), fold);
  return GTK_WIDGET (self);
}

void
bjt_issue_row_set_note (BjtIssueRow *self,
                        const char  *note)
{
  gtk_editable_set_text (GTK_EDITABLE (self->note), note);
  gtk_toggle_button_set_active (self->step, TRUE);
}

const char *
bjt_issue_row_get_note (BjtIssueRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->note));
}
