/* bjt-today-chores.c: patrols belong to a grid: their buttons show where one is
 * chosen, else how many are done. A due task is ticked where it stands. */
#include "bjt-today-chores.h"

#include <glib/gi18n.h>

#include "widgets/bjt-cadence-words.h"
#include "widgets/bjt-rows.h"
#include "workspace/bjt-workspace-patrol.h"
#include "workspace/bjt-workspace-service.h"

#define FEW 3

struct _BjtTodayChores
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *box;
  GtkBox    *patrols;
  GtkBox    *tasks;

  /* Borrowed */
  BjtPage *page;

  /* State */
  guint32  grid;
  gboolean shows_all;
};

G_DEFINE_FINAL_TYPE (BjtTodayChores, bjt_today_chores, GTK_TYPE_WIDGET)

static const char *
get_slot_name (int slot)
{
  return slot == BJT_PATROL_MORNING ? _("Morning patrol") : _("Afternoon patrol");
}

static void
refresh (BjtTodayChores *self)
{
  bjt_today_chores_update (self, self->grid);
}

/* Patrols */

static void
patrol_cb (BjtTodayChores *self,
           GtkButton      *button)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (self->page);
  const BjtUuid *under_way = g_object_get_data (G_OBJECT (button), "patrol");
  int slot = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "slot"));
  g_autoptr (BjtPatrol) patrol = bjt_patrol_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (under_way != NULL)
    {
      BjtUuid id = *under_way;

      text = g_strdup_printf (_("%s has ended"), get_slot_name (slot));
      done = bjt_workspace_end_patrol (workspace, &id, NULL, &error);
    }
  else
    {
      patrol->grid_id = bjt_picture_get_grid (bjt_page_get_picture (self->page), self->grid)->id;
      patrol->patrolled_on = bjt_workspace_get_today (workspace);
      patrol->slot = slot;
      text = g_strdup_printf (_("%s is recorded"), get_slot_name (slot));
      done = bjt_workspace_record_patrol (workspace, patrol, &error);
    }
  bjt_page_tell_outcome (self->page, done, text, &error);
}

static void
add_slot (BjtTodayChores       *self,
          const BjtPatrolSlots *slots,
          int                   slot)
{
  gboolean   is_done = !bjt_uuid_is_nil (&slots->patrols[slot]) && !slots->is_under_way[slot];
  g_autofree char *text = g_strdup_printf ("%s %s", get_slot_name (slot), is_done ? "✓" : slots->is_under_way[slot] ? _("End") : "");
  GtkWidget *button = gtk_button_new_with_label (g_strchomp (text));

  g_object_set_data (G_OBJECT (button), "slot", GINT_TO_POINTER (slot));
  if (slots->is_under_way[slot])
    g_object_set_data_full (G_OBJECT (button), "patrol", g_memdup2 (&slots->patrols[slot], sizeof (BjtUuid)), g_free);
  gtk_widget_set_sensitive (button, !is_done);
  gtk_widget_set_tooltip_text (button, is_done ? _("Done today") : _("One click: the patrol is done"));
  gtk_widget_add_css_class (button, "today-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (patrol_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->patrols, button);
}

static void
add_summary (BjtTodayChores *self,
             const GArray   *slots)
{
  guint n[BJT_N_PATROL_SLOTS] = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < slots->len; i++)
    for (int s = 0; s < BJT_N_PATROL_SLOTS; s++)
      n[s] += !bjt_uuid_is_nil (&g_array_index (slots, BjtPatrolSlots, i).patrols[s]);
  /* Translators: grids patrolled in the morning, in the afternoon, of how many */
  text = g_strdup_printf (_("Patrols: morning %u of %u, afternoon %u of %u grids"), n[0], slots->len, n[1], slots->len);
  gtk_box_append (self->patrols, bjt_rows_create_label (text, "caption"));
}

static void
update_patrols (BjtTodayChores *self)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (self->page);
  g_autoptr (GArray) slots = bjt_workspace_list_patrol_slots (workspace, bjt_workspace_get_today (workspace), NULL);

  bjt_rows_clear (self->patrols);
  if (slots == NULL || slots->len == 0)
    return;
  if (self->grid == BJT_NO_INDEX)
    {
      add_summary (self, slots);
      return;
    }
  for (guint i = 0; i < slots->len; i++)
    if (g_array_index (slots, BjtPatrolSlots, i).grid == self->grid)
      for (int s = 0; s < BJT_N_PATROL_SLOTS; s++)
        add_slot (self, &g_array_index (slots, BjtPatrolSlots, i), s);
}

/* Tasks */

static void
tick_cb (BjtTodayChores *self,
         GtkButton      *button)
{
  g_autoptr (BjtService) service = bjt_service_new ();
  BjtUuid id = *(const BjtUuid *) g_object_get_data (G_OBJECT (button), "task");
  g_autoptr (GError) error = NULL;

  service->served_on = BJT_DATE_NONE;
  bjt_page_tell_outcome (self->page, bjt_workspace_complete_task (bjt_page_get_workspace (self->page), &id, service, &error),
                         _("The task is done"), &error);
}

static gboolean
is_here (BjtTodayChores       *self,
         const BjtServiceTask *task)
{
  const BjtPicture *picture = bjt_page_get_picture (self->page);
  guint32 door = bjt_picture_find_door (picture, &task->door_id);

  return self->grid == BJT_NO_INDEX
         || (door != BJT_NO_INDEX && bjt_picture_get_building (picture, bjt_picture_get_door (picture, door)->building)->grid == self->grid);
}

static void
add_task (BjtTodayChores   *self,
          const BjtDueTask *due)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);
  guint32     door = bjt_picture_find_door (picture, &due->task->door_id);
  g_autofree char *place = door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : g_strdup ("—");
  g_autofree char *lateness = bjt_cadence_words_dup_lateness ((int) (picture->as_of - due->due_on));
  g_autofree char *text = g_strjoin (" · ", due->task->title, place, lateness, due->task->helper_name, NULL);
  g_autofree char *spoken = g_strdup_printf (_("Done: %s"), due->task->title);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *button = gtk_button_new_with_label (_("Done"));
  GtkWidget *label = bjt_rows_create_label (text, NULL);

  g_object_set_data_full (G_OBJECT (button), "task", g_memdup2 (&due->task->id, sizeof (BjtUuid)), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (button, "today-action");
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tick_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("alarm-symbolic"));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->tasks, row);
}

static void
show_all_cb (BjtTodayChores *self)
{
  self->shows_all = TRUE;
  refresh (self);
}

static void
add_rest (BjtTodayChores *self,
          guint           n)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u more task", "%u more tasks", n), n);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->tasks, button);
}

static void
update_tasks (BjtTodayChores *self)
{
  BjtWorkspace   *workspace = bjt_page_get_workspace (self->page);
  BjtServiceQuery query = BJT_SERVICE_QUERY_ALL;
  g_autoptr (GPtrArray) tasks = NULL;
  guint n = 0;

  query.to = bjt_workspace_get_today (workspace);
  tasks = bjt_workspace_list_tasks (workspace, &query, query.to, NULL);
  bjt_rows_clear (self->tasks);
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      const BjtDueTask *due = tasks->pdata[i];

      if (due->due_on == BJT_DATE_NONE || due->n_due == 0 || !is_here (self, due->task))
        continue;
      if (n++ < FEW || self->shows_all)
        add_task (self, due);
    }
  if (n > FEW && !self->shows_all)
    add_rest (self, n - FEW);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks), n > 0);
}

void
bjt_today_chores_update (BjtTodayChores *self,
                         guint32         grid)
{
  g_return_if_fail (BJT_IS_TODAY_CHORES (self));
  self->grid = grid;
  update_patrols (self);
  update_tasks (self);
}

/* Object */

static void
bjt_today_chores_dispose (GObject *object)
{
  g_clear_pointer (&BJT_TODAY_CHORES (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_today_chores_parent_class)->dispose (object);
}

static void
bjt_today_chores_class_init (BjtTodayChoresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_today_chores_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_button (GtkWidget  *row,
            const char *label,
            const char *action,
            const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "today-action");
  gtk_box_append (GTK_BOX (row), button);
}

static void
bjt_today_chores_init (BjtTodayChores *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->grid = BJT_NO_INDEX;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->patrols = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->patrols), TRUE);
  self->tasks = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->patrols));
  add_button (row, _("Walk Sheet"), "today.print-walk", _("Print who is due as feet go, with a number to enter it by"));
  add_button (row, _("Enter a Sheet"), "today.enter-walk", _("Enter what the pen wrote, in the order of the paper"));
  add_button (row, _("Day Log"), "today.log", _("The log of the day: look, confirm, print"));
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->tasks));
}

GtkWidget *
bjt_today_chores_new (BjtPage *page)
{
  BjtTodayChores *self = g_object_new (BJT_TYPE_TODAY_CHORES, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}
