/* bjt-meeting-dialog.c: the first choice is a meeting of today, not planned yet, with
 * the issues that press; the others are those there are. What is decided goes
 * from the list of topics into the minutes. What was typed about a topic and not
 * noted yet waits at the page, for when the topic is shown again. */
#include "bjt-meeting-dialog.h"

#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "widgets/bjt-date-button.h"
#include "workspace/bjt-work-papers.h"
#include "workspace/bjt-workspace-meetings.h"

#define DEFAULT_DAYS 7 /* to do what was decided */
#define UNNOTED      "bjt-unnoted-decisions" /* data of the page: BjtUuid of a topic → text */

typedef struct
{
  BjtPage       *page;     /* owned */
  BjtFormDialog *dialog;   /* owns this */
  GPtrArray     *meetings; /* BjtMeeting; the first may be one that is not saved */
  GPtrArray     *topics;   /* BjtMeetingTopic without a decision, of the chosen meeting */

  /* Of the dialog */
  GtkWidget     *choice;
  GtkWidget     *deciding;
  GtkWidget     *topic;
  GtkEditable   *decision;
  GtkEditable   *responsible;
  BjtDateButton *due;

  gboolean is_filling;
} Meetings;

static void
meetings_free (gpointer data)
{
  Meetings *self = data;

  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_object_unref (self->page);
  g_free (self);
}

static BjtWorkspace *
get_workspace (Meetings *self)
{
  return bjt_page_get_workspace (self->page);
}

static BjtMeeting *
get_chosen (Meetings *self)
{
  guint row = self->choice != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)) : 0;

  return self->meetings->pdata[MIN (row, self->meetings->len - 1)];
}

/* Reading */

static BjtMeeting *
new_meeting (Meetings *self)
{
  BjtMeeting *meeting = bjt_meeting_new ();

  meeting->kind = g_strdup (_("Residents’ Meeting"));
  meeting->held_on = bjt_workspace_get_today (get_workspace (self));
  return meeting;
}

static gboolean
read_meetings (Meetings *self,
               GError  **error)
{
  GPtrArray *meetings = bjt_workspace_list_meetings (get_workspace (self), error);

  if (meetings == NULL)
    return FALSE;
  g_ptr_array_insert (meetings, 0, new_meeting (self));
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  self->meetings = meetings;
  return TRUE;
}

static gboolean
read_topics (Meetings *self,
             GError  **error)
{
  const BjtMeeting *meeting = get_chosen (self);

  g_clear_pointer (&self->topics, g_ptr_array_unref);
  self->topics = bjt_uuid_is_nil (&meeting->id) ? g_ptr_array_new () : bjt_workspace_list_topics (get_workspace (self), &meeting->id, error);
  for (guint i = self->topics != NULL ? self->topics->len : 0; i > 0; i--)
    if (((const BjtMeetingTopic *) self->topics->pdata[i - 1])->decision != NULL)
      g_ptr_array_remove_index (self->topics, i - 1);
  return self->topics != NULL;
}

static BjtSheet *
make_sheet (Meetings *self,
            GError  **error)
{
  BjtGridSheetOptions options = { .names = BJT_SHEET_NAMES_NONE, .made_on = BJT_DATE_NONE, .language = BJT_SHEET_CHINESE };
  const BjtMeeting   *meeting = get_chosen (self);

  return bjt_uuid_is_nil (&meeting->id) ? bjt_work_papers_new_proposal (get_workspace (self), meeting, &options, error)
                                        : bjt_work_papers_new_meeting (get_workspace (self), &meeting->id, &options, error);
}

/* What is typed */

static GHashTable *
get_unnoted (Meetings *self)
{
  GHashTable *texts = g_object_get_data (G_OBJECT (self->page), UNNOTED);

  if (texts == NULL)
    {
      texts = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (self->page), UNNOTED, texts, (GDestroyNotify) g_hash_table_unref);
    }
  return texts;
}

static const BjtMeetingTopic *
get_topic (Meetings *self)
{
  guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->topic));

  return self->topics != NULL && row < self->topics->len ? self->topics->pdata[row] : NULL;
}

static void
typed_cb (Meetings *self)
{
  const BjtMeetingTopic *topic = get_topic (self);
  const char            *text = gtk_editable_get_text (self->decision);

  if (self->is_filling || topic == NULL)
    return;
  if (*text != '\0')
    g_hash_table_insert (get_unnoted (self), g_memdup2 (&topic->id, sizeof topic->id), g_strdup (text));
  else
    g_hash_table_remove (get_unnoted (self), &topic->id);
}

static void
show_typed (Meetings *self)
{
  const BjtMeetingTopic *topic = get_topic (self);
  const char            *text = topic != NULL ? g_hash_table_lookup (get_unnoted (self), &topic->id) : NULL;

  self->is_filling = TRUE;
  gtk_editable_set_text (self->decision, text != NULL ? text : "");
  self->is_filling = FALSE;
}

static void
topic_cb (Meetings *self)
{
  if (!self->is_filling)
    show_typed (self);
}

/* Showing */

static char *
dup_meeting_name (const BjtMeeting *meeting)
{
  g_autofree char *day = bjt_date_dup_string (meeting->held_on);
  const char      *kind = meeting->kind != NULL ? meeting->kind : _("Meeting");

  /* Translators: a day and the kind of a meeting that is not planned yet */
  return bjt_uuid_is_nil (&meeting->id) ? g_strdup_printf (_("%s %s (new)"), day, kind) : g_strdup_printf ("%s %s", day, kind);
}

static void
show_meetings (Meetings *self,
               guint     row)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->meetings->len; i++)
    gtk_string_list_take (names, dup_meeting_name (self->meetings->pdata[i]));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choice), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), row);
  self->is_filling = FALSE;
}

static void
show_topics (Meetings *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->topics->len; i++)
    {
      const BjtMeetingTopic *topic = self->topics->pdata[i];

      gtk_string_list_take (titles, g_strdup_printf ("%d. %s", topic->position, topic->title != NULL ? topic->title : "—"));
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->topic), G_LIST_MODEL (titles));
  self->is_filling = FALSE;
  show_typed (self);
  gtk_widget_set_visible (self->deciding, self->topics->len > 0);
}

static void
update (Meetings *self)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (BjtSheet) sheet = read_topics (self, &error) ? make_sheet (self, &error) : NULL;

  if (sheet == NULL)
    {
      bjt_page_tell_error (self->page, error);
      return;
    }
  show_topics (self);
  bjt_form_dialog_show_sheet (self->dialog, sheet);
  bjt_form_dialog_offer (self->dialog, bjt_uuid_is_nil (&get_chosen (self)->id) ? _("Plan This Meeting") : NULL);
}

static void
choice_cb (Meetings *self)
{
  if (!self->is_filling)
    update (self);
}

/* Planning */

static gboolean
plan_proposed (Meetings   *self,
               BjtMeeting *meeting,
               GError    **error)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_propose_topics (get_workspace (self), error);
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_meeting_topic_free);

  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      BjtMeetingTopic *topic = bjt_meeting_topic_new ();

      topic->issue_id = ((const BjtIssue *) issues->pdata[i])->id;
      g_ptr_array_add (topics, topic);
    }
  return issues != NULL && bjt_workspace_plan_meeting (get_workspace (self), meeting, (BjtMeetingTopic *const *) topics->pdata, topics->len, error);
}

static guint
find_row (Meetings      *self,
          const BjtUuid *id)
{
  for (guint i = 0; i < self->meetings->len; i++)
    if (bjt_uuid_equal (&((const BjtMeeting *) self->meetings->pdata[i])->id, id))
      return i;
  return 0;
}

static void
plan_cb (Meetings *self)
{
  g_autoptr (BjtMeeting) meeting = bjt_meeting_copy (get_chosen (self));
  g_autoptr (GError)     error = NULL;
  gboolean is_done = plan_proposed (self, meeting, &error) && read_meetings (self, &error);

  bjt_page_tell_outcome (self->page, is_done, _("Meeting planned"), &error);
  if (!is_done)
    return;
  show_meetings (self, find_row (self, &meeting->id));
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->decision));
}

/* Deciding */

static const char *
get_text (GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);

  return *text != '\0' ? text : NULL;
}

static void
decide_cb (Meetings *self)
{
  const BjtMeetingTopic *topic = get_topic (self);
  BjtMeetingDecision decision = BJT_MEETING_DECISION_INIT;
  g_autoptr (GError) error = NULL;
  gboolean           is_done;

  if (topic == NULL || get_text (self->decision) == NULL)
    return;
  decision.decision = get_text (self->decision);
  decision.responsible = get_text (self->responsible);
  decision.due_on = bjt_date_button_get_date (self->due);
  is_done = bjt_workspace_decide_topic (get_workspace (self), &topic->id, &decision, &error);
  bjt_page_tell_outcome (self->page, is_done, _("Decision noted"), &error);
  if (!is_done)
    return;
  g_hash_table_remove (get_unnoted (self), &topic->id);
  update (self);
}

/* The dialog */

static GtkEditable *
new_entry (Meetings   *self,
           const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (decide_cb), self);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
new_drop_down (const char *label)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return drop_down;
}

static GtkWidget *
new_deciding (Meetings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *confirm = gtk_button_new_with_label (_("Note Decision"));

  self->topic = new_drop_down (_("Topic"));
  self->decision = new_entry (self, _("What was decided"));
  self->responsible = new_entry (self, _("Who does it"));
  self->due = g_object_new (BJT_TYPE_DATE_BUTTON, NULL);
  g_signal_connect_swapped (self->decision, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->topic, "notify::selected", G_CALLBACK (topic_cb), self);
  bjt_date_button_set_today (self->due, bjt_workspace_get_today (get_workspace (self)));
  bjt_date_button_set_date (self->due, bjt_workspace_get_today (get_workspace (self)) + DEFAULT_DAYS);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->due), _("By when"));
  gtk_widget_add_css_class (confirm, "suggested-action");
  g_signal_connect_swapped (confirm, "clicked", G_CALLBACK (decide_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->responsible));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->due));
  gtk_box_append (GTK_BOX (row), confirm);
  gtk_box_append (GTK_BOX (box), self->topic);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->decision));
  gtk_box_append (GTK_BOX (box), row);
  return box;
}

static void
set_margins (GtkWidget *field)
{
  gtk_widget_set_margin_start (field, 12);
  gtk_widget_set_margin_end (field, 12);
  gtk_widget_set_margin_top (field, 6);
  gtk_widget_set_margin_bottom (field, 6);
}

static void
fill_dialog (Meetings *self,
             BjtSheet *sheet)
{
  self->dialog = BJT_FORM_DIALOG (bjt_form_dialog_new (self->page, sheet, _("Meetings")));
  self->choice = new_drop_down (_("Meeting"));
  self->deciding = new_deciding (self);
  set_margins (self->choice);
  set_margins (self->deciding);
  bjt_form_dialog_add_field (self->dialog, self->deciding); /* each goes above the last */
  bjt_form_dialog_add_field (self->dialog, self->choice);
  g_object_set_data_full (G_OBJECT (self->dialog), "meetings", self, meetings_free);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (choice_cb), self);
  g_signal_connect_swapped (self->dialog, "deed", G_CALLBACK (plan_cb), self);
}

void
bjt_meeting_dialog_present (BjtPage *page)
{
  Meetings            *self = g_new0 (Meetings, 1);
  g_autoptr (GError)   error = NULL;
  g_autoptr (BjtSheet) sheet = NULL;

  self->page = g_object_ref (page);
  sheet = read_meetings (self, &error) ? make_sheet (self, &error) : NULL;
  if (sheet == NULL)
    {
      bjt_page_tell_error (page, error);
      meetings_free (self);
      return;
    }
  fill_dialog (self, sheet);
  show_meetings (self, 0);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
