/* bjt-prints-dialog.c: a row a printing, the latest first; those of which copies are
 * still out stand in a group of their own, before the rest. */
#include "bjt-prints-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "bjt-sheet-names.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-prints.h"

#define MAX_BACK 200 /* rows of those that are all back */

typedef struct
{
  BjtPage            *page;    /* owned */
  GtkWindow          *window;  /* owns this */
  AdwPreferencesPage *content;
  GPtrArray          *groups;  /* borrowed from the content */
  guint               update_idle;
} Prints;

static void
prints_free (gpointer data)
{
  Prints *self = data;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_ptr_array_unref (self->groups);
  g_object_unref (self->page);
  g_free (self);
}

static gboolean update_idle (gpointer user_data);

/* Later: the button that was pressed is still at work. */
static void
update (Prints *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_DEFAULT, update_idle, self, NULL);
}

static void
return_cb (Prints    *self,
           GtkButton *button)
{
  const BjtPrintJob *job = g_object_get_data (G_OBJECT (button), "job");
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_workspace_return_copies (bjt_page_get_workspace (self->page), job->number, job->copies - job->returned, NULL, &error);

  bjt_page_tell_outcome (self->page, done, _("The copies are back"), &error);
  if (done)
    update (self);
}

/* Rows */

static char *
dup_title (const BjtPrintJob *job)
{
  return g_strjoin (" · ", job->number, bjt_sheet_names_get (job->sheet), job->scope != NULL ? job->scope : _("whole community"), job->paper, NULL);
}

static char *
dup_copies (const BjtPrintJob *job)
{
  int last = job->first_copy + job->copies - 1;

  return last == job->first_copy ? g_strdup_printf (_("copy %d"), last) : g_strdup_printf (_("copies %d–%d"), job->first_copy, last);
}

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* When, by whom, for whom, what for. */
static char *
dup_subtitle (const BjtPrintJob *job,
              BjtDate            today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = bjt_words_dup_day (bjt_time_get_local_date (job->printed_at), today);
  g_autofree char *copies = dup_copies (job);
  g_autofree char *receiver = job->receiver != NULL && *job->receiver != '\0' ? g_strdup_printf (_("for %s"), job->receiver) : NULL;

  append (text, day);
  append (text, copies);
  append (text, job->maker);
  append (text, receiver);
  append (text, job->purpose);
  append (text, job->has_names ? _("with names") : NULL);
  append (text, job->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_return (Prints            *self,
            GtkWidget         *row,
            const BjtPrintJob *job)
{
  GtkWidget       *button = gtk_button_new_with_label (_("Take Back"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _("Take Back"), job->number);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "job", bjt_print_job_copy (job), (GDestroyNotify) bjt_print_job_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (return_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_back (GtkWidget         *row,
          const BjtPrintJob *job,
          BjtDate            today)
{
  g_autofree char *day = bjt_words_dup_day (job->returned_on, today);
  g_autofree char *text = g_strdup_printf (_("back %s"), day);
  GtkWidget       *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
add_job (Prints              *self,
         AdwPreferencesGroup *group,
         const BjtPrintJob   *job)
{
  BjtDate          today = bjt_workspace_get_today (bjt_page_get_workspace (self->page));
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = dup_title (job), *subtitle = dup_subtitle (job, today);
  g_autofree char *plain_title = g_markup_escape_text (title, -1), *plain_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain_subtitle);
  if (job->returned < job->copies)
    add_return (self, row, job);
  else
    add_back (row, job, today);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (Prints     *self,
           const char *title,
           const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (self->content, group);
  g_ptr_array_add (self->groups, group);
  return group;
}

static void
add_jobs (Prints          *self,
          const GPtrArray *jobs,
          gboolean         is_out,
          const char      *title)
{
  AdwPreferencesGroup *group = NULL;
  guint n = 0;

  for (guint i = 0; i < jobs->len && n < MAX_BACK; i++)
    {
      const BjtPrintJob *job = jobs->pdata[i];

      if ((job->returned < job->copies) != is_out)
        continue;
      if (n++ == 0)
        group = add_group (self, title, NULL);
      add_job (self, group, job);
    }
}

static gboolean
update_idle (gpointer user_data)
{
  Prints *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = bjt_workspace_list_prints (bjt_page_get_workspace (self->page), BJT_DATE_NONE, BJT_DATE_NONE, &error);

  self->update_idle = 0;
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->content, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  if (jobs == NULL)
    {
      bjt_page_tell_error (self->page, error);
      return G_SOURCE_REMOVE;
    }
  if (jobs->len == 0)
    add_group (self, _("Nothing Was Printed Yet"), _("Each sheet for internal use is written down here when it is printed or saved: which, for whom, what for, and whether it came back."));
  add_jobs (self, jobs, TRUE, _("Still Out"));
  add_jobs (self, jobs, FALSE, _("Came Back"));
  return G_SOURCE_REMOVE;
}

void
bjt_prints_dialog_present (BjtPage *page)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (page));
  Prints    *self = g_new0 (Prints, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = g_object_ref (page);
  self->groups = g_ptr_array_new ();
  self->window = GTK_WINDOW (g_object_new (ADW_TYPE_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "modal", TRUE,
                                           "title", _("Register of Prints"), "default-width", 620, "default-height", 640, NULL));
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  g_object_set_data_full (G_OBJECT (self->window), "prints", self, prints_free);
  bjt_form_dialog_close_on_escape (self->window);
  update_idle (self);
  gtk_window_present (self->window);
}
