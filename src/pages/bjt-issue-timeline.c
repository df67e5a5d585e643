/* bjt-issue-timeline.c: steps are only ever appended, so all of them are shown, each
 * with the photos that hang on it. A new photo hangs on the last one. */
#include "bjt-issue-timeline.h"

#include <glib/gi18n.h>

#include "bjt-flow-words.h"
#include "bjt-photo-popover.h"
#include "widgets/bjt-rows.h"
#include "widgets/bjt-words.h"

struct _BjtIssueTimeline
{
  GtkBox parent_instance;

  /* Borrowed */
  BjtPage *page;

  /* State */
  BjtUuid issue_id;
};

G_DEFINE_FINAL_TYPE (BjtIssueTimeline, bjt_issue_timeline, GTK_TYPE_BOX)

/* Photos */

/* Meanwhile another issue may be shown. */
typedef struct
{
  BjtPage *page; /* owned */
  BjtUuid  issue_id;
} Adding;

static void
adding_free (Adding *self)
{
  g_object_unref (self->page);
  g_free (self);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Adding *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPhoto) photo = bjt_photo_open_finish (result, &error);
  gboolean is_added = photo != NULL && bjt_workspace_add_issue_photo (bjt_page_get_workspace (self->page), &self->issue_id, photo, &error);

  bjt_page_tell_outcome (self->page, is_added, _("Photo added"), &error);
  adding_free (self);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           gpointer         user_data)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

  g_object_unref (dialog);
  if (path != NULL)
    bjt_photo_open_async (path, NULL, NULL, added_cb, user_data);
  else
    adding_free (user_data);
}

static void
add_photo_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GtkWindow            *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Photo of the Issue"), window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Adding *adding = g_new0 (Adding, 1);

  adding->page = g_object_ref (BJT_ISSUE_TIMELINE (widget)->page);
  adding->issue_id = BJT_ISSUE_TIMELINE (widget)->issue_id;
  gtk_file_filter_set_name (filter, _("Photos (PNG, JPEG)"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), adding);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
show_photo_cb (BjtIssueTimeline *self,
               GtkWidget        *button)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = bjt_workspace_load_attachment (bjt_page_get_workspace (self->page), g_object_get_data (G_OBJECT (button), "id"), &error);

  bjt_photo_popover_show (self->page, content, button, error);
}

static void
append_photos (BjtIssueTimeline    *self,
               GtkBox              *box,
               const BjtIssueFile  *file,
               const BjtIssueEvent *event)
{
  for (guint i = 0; i < file->photos->len; i++)
    {
      const BjtAttachment *photo = file->photos->pdata[i];
      GtkWidget           *button;

      if (!bjt_uuid_equal (&photo->owner_id, &event->id))
        continue;
      button = gtk_button_new_with_label (_("Photo"));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&photo->id, sizeof photo->id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (show_photo_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (box, button);
    }
}

/* Object */

static void
bjt_issue_timeline_class_init (BjtIssueTimelineClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "timeline.add-photo", NULL, add_photo_action);
}

static void
bjt_issue_timeline_init (BjtIssueTimeline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was done"), -1);
}

GtkWidget *
bjt_issue_timeline_new (BjtPage *page)
{
  BjtIssueTimeline *self = g_object_new (BJT_TYPE_ISSUE_TIMELINE, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}

/* Events */

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
new_event (BjtIssueTimeline    *self,
           const BjtIssueFile  *file,
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
  append_photos (self, GTK_BOX (text), file, event);
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
  GtkWidget *add = gtk_button_new_with_label (_("Add Photo…"));

  self->issue_id = file->issue->id;
  bjt_rows_clear (GTK_BOX (self));
  gtk_widget_set_halign (add, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "timeline.add-photo");
  gtk_box_append (GTK_BOX (self), add);
  for (guint i = file->events->len; i > 0; i--)
    gtk_box_append (GTK_BOX (self), new_event (self, file, file->events->pdata[i - 1], new_line (i == file->events->len, i == 1)));
}
