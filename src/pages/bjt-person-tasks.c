/* bjt-person-tasks.c: the day a task begins says on which day of the week or the
 * month it comes again. */
#include "bjt-person-tasks.h"

#include <glib/gi18n.h>

#include "rules/bjt-recurrence.h"
#include "rules/bjt-task-due.h"
#include "widgets/bjt-date-button.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-service.h"

typedef enum
{
  OFTEN_ONCE,
  OFTEN_WEEKLY,
  OFTEN_FORTNIGHTLY,
  OFTEN_MONTHLY,
  N_OFTEN,
} Often;

struct _BjtPersonTasks
{
  AdwPreferencesGroup parent_instance;

  BjtPage       *page; /* owned */
  BjtUuid        person_id;
  BjtUuid        door_id; /* NIL: lives nowhere here */
  GtkDropDown   *often;
  BjtDateButton *first;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (BjtPersonTasks, bjt_person_tasks, ADW_TYPE_PREFERENCES_GROUP)

static void
tell (BjtPersonTasks *self,
      gboolean        done,
      const char     *text,
      GError *const  *error)
{
  bjt_page_tell_outcome (self->page, done, text, error);
  if (done)
    g_signal_emit (self, changed_signal, 0);
}

/* Those there are */

static void
done_cb (BjtPersonTasks *self,
         GtkButton      *button)
{
  g_autoptr (BjtService) service = bjt_service_new ();
  BjtUuid id = *(const BjtUuid *) g_object_get_data (G_OBJECT (button), "task");
  g_autoptr (GError) error = NULL;

  service->served_on = BJT_DATE_NONE;
  tell (self, bjt_workspace_complete_task (bjt_page_get_workspace (self->page), &id, service, &error), _("The task is done"), &error);
}

static void
end_cb (BjtPersonTasks *self,
        GtkButton      *button)
{
  BjtUuid id = *(const BjtUuid *) g_object_get_data (G_OBJECT (button), "task");
  g_autoptr (GError) error = NULL;

  tell (self, bjt_workspace_end_task (bjt_page_get_workspace (self->page), &id, &error), _("The task has ended"), &error);
}

static void
add_button (BjtPersonTasks       *self,
            GtkWidget            *row,
            const char           *label,
            GCallback             callback,
            const BjtServiceTask *task)
{
  GtkWidget       *button = gtk_button_new_with_label (label);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, task->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "task", g_memdup2 (&task->id, sizeof task->id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_task_row (BjtPersonTasks       *self,
              const BjtServiceTask *task,
              BjtDate               due_on,
              BjtDate               today)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *day = bjt_words_dup_day (due_on, today);
  g_autofree char *text = g_strjoin (" · ", day, task->recurrence != NULL ? _("comes again") : _("once"), task->helper_name, NULL);
  g_autofree char *title = g_markup_escape_text (task->title, -1);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_button (self, row, _("Done"), G_CALLBACK (done_cb), task);
  add_button (self, row, _("End"), G_CALLBACK (end_cb), task);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* New ones */

static char *
dup_rule (Often   often,
          BjtDate first)
{
  int year, month, day;

  bjt_date_get_ymd (first, &year, &month, &day);
  switch (often)
    {
    case OFTEN_WEEKLY:
      return bjt_recurrence_dup_weekly (1, bjt_date_get_weekday (first));
    case OFTEN_FORTNIGHTLY:
      return bjt_recurrence_dup_weekly (2, bjt_date_get_weekday (first));
    case OFTEN_MONTHLY:
      return bjt_recurrence_dup_monthly (day);
    case OFTEN_ONCE:
    case N_OFTEN:
    default:
      return NULL;
    }
}

static void
add_cb (BjtPersonTasks *self,
        GtkEditable    *entry)
{
  g_autoptr (BjtServiceTask) task = bjt_service_task_new ();
  g_autoptr (GError) error = NULL;

  task->person_id = self->person_id;
  task->door_id = self->door_id;
  task->title = g_strdup (gtk_editable_get_text (entry));
  task->first_on = bjt_date_button_get_date (self->first);
  task->recurrence = dup_rule ((Often) gtk_drop_down_get_selected (self->often), task->first_on);
  tell (self, bjt_workspace_add_task (bjt_page_get_workspace (self->page), task, &error), _("The task is added"), &error);
}

static void
record_cb (BjtPersonTasks *self,
           GtkEditable    *entry)
{
  g_autoptr (BjtService) service = bjt_service_new ();
  g_autoptr (GError) error = NULL;

  service->person_id = self->person_id;
  service->door_id = self->door_id;
  service->kind = g_strdup (gtk_editable_get_text (entry));
  service->served_on = BJT_DATE_NONE;
  tell (self, bjt_workspace_add_service (bjt_page_get_workspace (self->page), service, &error), _("The service is recorded"), &error);
}

static AdwEntryRow *
add_entry (BjtPersonTasks *self,
           const char     *title,
           GCallback       callback)
{
  AdwEntryRow *row = ADW_ENTRY_ROW (adw_entry_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (row, TRUE);
  g_signal_connect_object (row, "apply", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  return row;
}

static void
add_new_task (BjtPersonTasks *self,
              BjtDate         today)
{
  const char  *words[N_OFTEN + 1] = { _("Once"), _("Every week"), _("Every two weeks"), _("Every month"), NULL };
  AdwEntryRow *row = add_entry (self, _("Add a task"), G_CALLBACK (add_cb));

  self->first = g_object_new (BJT_TYPE_DATE_BUTTON, "valign", GTK_ALIGN_CENTER, "tooltip-text", _("From which day"), NULL);
  self->often = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  bjt_date_button_set_today (self->first, today);
  bjt_date_button_set_date (self->first, today);
  gtk_widget_set_valign (GTK_WIDGET (self->often), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->often), GTK_ACCESSIBLE_PROPERTY_LABEL, _("How often"), -1);
  adw_entry_row_add_suffix (row, GTK_WIDGET (self->first));
  adw_entry_row_add_suffix (row, GTK_WIDGET (self->often));
}

/* Object */

GtkWidget *
bjt_person_tasks_new (BjtPage             *page,
                      const BjtPersonFile *file)
{
  BjtPersonTasks *self = g_object_new (BJT_TYPE_PERSON_TASKS, "title", _("Tasks and Services"), NULL);
  BjtDate         today = file->picture->as_of;

  self->page = g_object_ref (page);
  self->person_id = bjt_picture_get_person (file->picture, file->person)->id;
  if (file->door != BJT_NO_INDEX)
    self->door_id = bjt_picture_get_door (file->picture, file->door)->id;
  for (guint i = 0; i < file->tasks->len; i++)
    {
      const BjtServiceTask *task = file->tasks->pdata[i];
      BjtDate               due_on = bjt_task_due_find (task);

      if (due_on != BJT_DATE_NONE)
        add_task_row (self, task, due_on, today);
    }
  add_new_task (self, today);
  add_entry (self, _("Record something done for this person"), G_CALLBACK (record_cb));
  return GTK_WIDGET (self);
}

static void
bjt_person_tasks_dispose (GObject *object)
{
  g_clear_object (&BJT_PERSON_TASKS (object)->page);
  G_OBJECT_CLASS (bjt_person_tasks_parent_class)->dispose (object);
}

static void
bjt_person_tasks_class_init (BjtPersonTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_person_tasks_dispose;
  changed_signal = g_signal_new ("changed", BJT_TYPE_PERSON_TASKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_person_tasks_init (BjtPersonTasks *self)
{
  (void) self;
}
