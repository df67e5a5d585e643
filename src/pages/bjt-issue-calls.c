/* bjt-issue-calls.c: made anew with each issue; its popovers hang on buttons
 * that stay, so that what is typed survives a change made elsewhere. */
#include "bjt-issue-calls.h"

#include <glib/gi18n.h>

#include "bjt-issue-desk.h"
#include "bjt-notice-popover.h"
#include "widgets/bjt-rows.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-calendar.h"

#define NOTICE_DAYS 3 /* working days */

struct _BjtIssueCalls
{
  GtkBox parent_instance;

  /* Borrowed */
  BjtPage   *page;
  GtkBox    *whistles;
  GtkBox    *notices;
  GtkWidget *notice_head;
  GtkWidget *serve_button;

  /* State */
  BjtUuid issue_id;
};

G_DEFINE_FINAL_TYPE (BjtIssueCalls, bjt_issue_calls, GTK_TYPE_BOX)

/* What a popover carries */
typedef struct
{
  BjtPage *page;
  BjtUuid  id; /* of the issue, or of the notice */
} Subject;

static Subject *
new_subject (BjtIssueCalls *self,
             const BjtUuid *id)
{
  Subject *subject = g_new (Subject, 1);

  *subject = (Subject) { self->page, *id };
  return subject;
}

static BjtDate
get_today (BjtIssueCalls *self)
{
  return bjt_workspace_get_today (bjt_page_get_workspace (self->page));
}

static gboolean
serve (const BjtNoticeAnswer *answer,
       gpointer               data)
{
  const Subject *subject = data;
  g_autoptr (BjtNotice) notice = bjt_notice_new ();

  notice->issue_id = subject->id;
  notice->recipient = g_strdup (answer->who);
  notice->demand = g_strdup (answer->demand);
  notice->due_on = answer->day;
  notice->issued_on = notice->received_on = BJT_DATE_NONE;
  return bjt_issue_desk_serve_notice (subject->page, notice);
}

static gboolean
receive (const BjtNoticeAnswer *answer,
         gpointer               data)
{
  const Subject *subject = data;

  return bjt_issue_desk_receive_notice (subject->page, &subject->id, answer->who, answer->day);
}

static void
serve_cb (BjtIssueCalls *self)
{
  BjtDate today = get_today (self);
  BjtDate due_on = bjt_work_calendar_add_days (bjt_workspace_get_calendar (bjt_page_get_workspace (self->page)), today, NOTICE_DAYS);

  bjt_notice_popover_serve (self->notice_head, today, due_on, serve, new_subject (self, &self->issue_id), g_free);
}

static void
receive_cb (BjtIssueCalls *self,
            GtkWidget     *button)
{
  bjt_notice_popover_receive (self->notice_head, get_today (self), g_object_get_data (G_OBJECT (button), "recipient"), receive,
                              new_subject (self, g_object_get_data (G_OBJECT (button), "id")), g_free);
}

/* Whistles */

static char *
dup_arrival (const BjtIssueFile *file,
             const BjtWhistle   *whistle)
{
  g_autofree char *time = NULL;

  if (whistle->refused_at != 0)
    {
      time = bjt_issue_file_dup_time (file, whistle->refused_at);
      return g_strdup_printf (_("returned it %s"), time);
    }
  if (whistle->arrived_at != 0)
    {
      time = bjt_issue_file_dup_time (file, whistle->arrived_at);
      return g_strdup_printf (_("arrived %s"), time);
    }
  if (whistle->arrive_due_at == 0)
    return g_strdup (_("not there yet"));
  time = bjt_words_dup_day (bjt_time_get_local_date (whistle->arrive_due_at), bjt_time_get_local_date (file->now));
  return whistle->arrive_due_at < file->now ? g_strdup_printf (_("was to arrive by %s"), time) : g_strdup_printf (_("to arrive by %s"), time);
}

static void
append_whistle (BjtIssueCalls      *self,
                const BjtIssueFile *file,
                const BjtWhistle   *whistle)
{
  GtkWidget *frame = bjt_rows_create_frame (), *label;
  const char *partner = bjt_issue_file_get_partner_name (file, &whistle->partner_id);
  gboolean is_late = whistle->arrived_at == 0 && whistle->refused_at == 0 && whistle->arrive_due_at != 0 && whistle->arrive_due_at < file->now;
  g_autofree char *called = bjt_issue_file_dup_time (file, whistle->called_at);
  g_autofree char *called_text = g_strdup_printf (_("called %s"), called);
  g_autofree char *arrival = dup_arrival (file, whistle);
  GtkWidget *heading = bjt_rows_create_heading (partner != NULL ? partner : "—", called_text);

  gtk_widget_remove_css_class (heading, "section");
  gtk_box_append (GTK_BOX (frame), heading);
  label = bjt_rows_create_label (arrival, is_late ? "overdue" : "caption");
  gtk_box_append (GTK_BOX (frame), label);
  if (whistle->result != NULL)
    gtk_box_append (GTK_BOX (frame), bjt_rows_create_label (whistle->result, NULL));
  gtk_box_append (self->whistles, frame);
}

static void
show_whistles (BjtIssueCalls      *self,
               const BjtIssueFile *file)
{
  bjt_rows_clear (self->whistles);
  gtk_widget_set_visible (GTK_WIDGET (self->whistles), file->whistles->len > 0);
  if (file->whistles->len > 0)
    gtk_box_append (self->whistles, bjt_rows_create_heading (_("Departments Called"), NULL));
  for (guint i = 0; i < file->whistles->len; i++)
    append_whistle (self, file, file->whistles->pdata[i]);
}

/* Notices */

static GtkWidget *
new_receipt (BjtIssueCalls      *self,
             const BjtIssueFile *file,
             const BjtNotice    *notice)
{
  BjtDate today = bjt_time_get_local_date (file->now);
  GtkWidget *button;

  if (notice->received_on != BJT_DATE_NONE)
    {
      g_autofree char *day = bjt_words_dup_day (notice->received_on, today);
      g_autofree char *text = g_strdup_printf (_("received %s by %s"), day, notice->received_by != NULL ? notice->received_by : "—");

      return bjt_rows_create_label (text, "caption");
    }
  button = gtk_button_new_with_label (_("Note Receipt…"));
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&notice->id, sizeof notice->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "recipient", g_strdup (notice->recipient), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (receive_cb), self);
  return button;
}

static void
append_notice (BjtIssueCalls      *self,
               const BjtIssueFile *file,
               const BjtNotice    *notice)
{
  GtkWidget *frame = bjt_rows_create_frame ();
  g_autofree char *due = bjt_words_dup_day (notice->due_on, bjt_time_get_local_date (file->now));
  g_autofree char *by = notice->due_on != BJT_DATE_NONE ? g_strdup_printf (_("by %s"), due) : NULL;
  g_autofree char *text = g_strdup_printf ("%s · %s", notice->recipient != NULL ? notice->recipient : "—", notice->demand != NULL ? notice->demand : "—");
  GtkWidget *heading = bjt_rows_create_heading (notice->number != NULL ? notice->number : "—", by);

  gtk_widget_remove_css_class (heading, "section");
  gtk_box_append (GTK_BOX (frame), heading);
  gtk_box_append (GTK_BOX (frame), bjt_rows_create_label (text, NULL));
  gtk_box_append (GTK_BOX (frame), new_receipt (self, file, notice));
  gtk_box_append (self->notices, frame);
}

void
bjt_issue_calls_show (BjtIssueCalls      *self,
                      const BjtIssueFile *file)
{
  self->issue_id = file->issue->id;
  show_whistles (self, file);
  bjt_rows_clear (self->notices);
  for (guint i = 0; i < file->notices->len; i++)
    append_notice (self, file, file->notices->pdata[i]);
  gtk_widget_set_visible (self->serve_button, !file->state->is_ended);
  gtk_widget_set_visible (self->notice_head, !file->state->is_ended || file->notices->len > 0);
}

/* Object */

static void
bjt_issue_calls_class_init (BjtIssueCallsClass *klass)
{
}

static void
bjt_issue_calls_init (BjtIssueCalls *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->whistles = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->notices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->notice_head = bjt_rows_create_heading (_("Notices of Correction"), NULL);
  self->serve_button = gtk_button_new_with_label (_("Serve Notice…"));
  gtk_widget_add_css_class (self->serve_button, "quiet");
  g_signal_connect_swapped (self->serve_button, "clicked", G_CALLBACK (serve_cb), self);
  gtk_box_append (GTK_BOX (self->notice_head), self->serve_button);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->whistles));
  gtk_box_append (GTK_BOX (self), self->notice_head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->notices));
}

GtkWidget *
bjt_issue_calls_new (BjtPage *page)
{
  BjtIssueCalls *self = g_object_new (BJT_TYPE_ISSUE_CALLS, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}
