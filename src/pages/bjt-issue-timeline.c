/* bjt-issue-timeline.c: steps are only ever appended, so all of them are shown. */
#include "bjt-issue-timeline.h"

#include <glib/gi18n.h>

#include "bjt-flow-words.h"
#include "widgets/bjt-rows.h"
#include "widgets/bjt-words.h"

struct _BjtIssueTimeline
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (BjtIssueTimeline, bjt_issue_timeline, GTK_TYPE_BOX)

static void
bjt_issue_timeline_class_init (BjtIssueTimelineClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
bjt_issue_timeline_init (BjtIssueTimeline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was done"), -1);
}

GtkWidget *
bjt_issue_timeline_new (void)
{
  return g_object_new (BJT_TYPE_ISSUE_TIMELINE, NULL);
}

static char *
dup_title (const BjtIssueFile  *file,
           const BjtIssueEvent *event)
{
  const char *partner = bjt_issue_file_get_partner_name (file, &event->partner_id);
  const char *step = bjt_flow_words_get_event (event->step);

  return partner != NULL ? g_strdup_printf ("%s → %s", step, partner) : g_strdup (step);
}

static char *
dup_aside (const BjtIssueFile  *file,
           const BjtIssueEvent *event)
{
  g_autofree char *time = bjt_issue_file_dup_time (file, event->happened_at);
  const char *staff = bjt_issue_file_get_staff_name (file, &event->staff_id);

  return staff != NULL ? g_strdup_printf ("%s %s", staff, time) : g_steal_pointer (&time);
}

static GtkWidget *
new_line (gboolean is_first,
          gboolean is_last)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *dot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (dot, is_first ? "timeline-now" : "timeline-dot");
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (line, 5);
  gtk_box_append (GTK_BOX (line), dot);
  if (!is_last)
    {
      GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

      gtk_widget_set_vexpand (separator, TRUE);
      gtk_widget_set_halign (separator, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (line), separator);
    }
  return line;
}

static GtkWidget *
new_event (const BjtIssueFile  *file,
           const BjtIssueEvent *event,
           GtkWidget           *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *heading;
  g_autofree char *title = dup_title (file, event);
  g_autofree char *aside = dup_aside (file, event);
  g_autofree char *spoken = g_strjoin (", ", title, aside, event->note, NULL);

  heading = bjt_rows_create_heading (title, aside);
  gtk_widget_remove_css_class (heading, "section");
  gtk_box_append (GTK_BOX (text), heading);
  if (event->note != NULL && *event->note != '\0')
    gtk_box_append (GTK_BOX (text), bjt_rows_create_label (event->note, NULL));
  if (event->day != BJT_DATE_NONE)
    {
      g_autofree char *day = bjt_words_dup_day (event->day, bjt_time_get_local_date (file->now));
      g_autofree char *until = g_strdup_printf (_("by %s"), day);

      gtk_box_append (GTK_BOX (text), bjt_rows_create_label (until, "caption"));
    }
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_margin_bottom (text, 8);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

void
bjt_issue_timeline_show (BjtIssueTimeline   *self,
                         const BjtIssueFile *file)
{
  bjt_rows_clear (GTK_BOX (self));
  for (guint i = file->events->len; i > 0; i--)
    gtk_box_append (GTK_BOX (self), new_event (file, file->events->pdata[i - 1], new_line (i == file->events->len, i == 1)));
}
