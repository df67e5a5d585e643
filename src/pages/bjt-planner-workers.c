/* bjt-planner-workers.c: a row each; it begins with two. */
#include "bjt-planner-workers.h"

#include <glib/gi18n.h>

#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-staff.h"

#define N_AT_FIRST 2
#define MOST_WORKERS 12

typedef struct
{
  GtkWidget       *row;
  GtkDropDown     *name; /* 0: nobody in particular, then the staff */
  GtkToggleButton *woman, *pair;
} Worker;

struct _BjtPlannerWorkers
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *add_button;

  /* Owned */
  BjtPage   *page;
  GPtrArray *staff;   /* BjtStaff */
  GPtrArray *workers; /* Worker */

  /* State */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPlannerWorkers, bjt_planner_workers, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static void
tell_changed (BjtPlannerWorkers *self)
{
  gtk_widget_set_sensitive (self->add_button, self->workers->len < MOST_WORKERS);
  g_signal_emit (self, changed_signal, 0);
}

static void
remove_cb (BjtPlannerWorkers *self,
           GtkWidget         *button)
{
  for (guint i = 0; i < self->workers->len && self->workers->len > 1; i++)
    {
      Worker *worker = self->workers->pdata[i];

      if (!gtk_widget_is_ancestor (button, worker->row))
        continue;
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), worker->row);
      g_ptr_array_remove_index (self->workers, i);
      break;
    }
  tell_changed (self);
}

/* NULL: nobody in particular. */
static BjtStaff *
get_staff (BjtPlannerWorkers *self,
           const Worker      *worker)
{
  guint selected = gtk_drop_down_get_selected (worker->name);

  return selected > 0 && selected <= self->staff->len ? self->staff->pdata[selected - 1] : NULL;
}

/* What is known of who is chosen need not be said again. */
static void
name_selected_cb (BjtPlannerWorkers *self,
                  GParamSpec        *pspec,
                  GtkDropDown       *name)
{
  for (guint i = 0; i < self->workers->len; i++)
    {
      const Worker   *worker = self->workers->pdata[i];
      const BjtStaff *staff = worker->name == name ? get_staff (self, worker) : NULL;

      self->is_filling = TRUE;
      if (staff != NULL)
        gtk_toggle_button_set_active (worker->woman, staff->sex == BJT_SEX_FEMALE);
      self->is_filling = FALSE;
    }
  tell_changed (self);
}

/* Of one of the staff it is kept for the next time. */
static void
woman_toggled_cb (BjtPlannerWorkers *self,
                  GtkToggleButton   *woman)
{
  for (guint i = 0; i < self->workers->len && !self->is_filling; i++)
    {
      const Worker      *worker = self->workers->pdata[i];
      BjtStaff          *staff = worker->woman == woman ? get_staff (self, worker) : NULL;
      BjtSex             sex = gtk_toggle_button_get_active (woman) ? BJT_SEX_FEMALE : BJT_SEX_MALE;
      g_autoptr (GError) error = NULL;

      if (staff == NULL)
        continue;
      if (bjt_workspace_set_staff_sex (bjt_page_get_workspace (self->page), &staff->id, sex, &error))
        staff->sex = (int) sex;
      else
        bjt_page_tell_error (self->page, error);
    }
  tell_changed (self);
}

static GtkDropDown *
create_names (BjtPlannerWorkers *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (names, _("Anybody"));
  for (guint i = 0; i < self->staff->len; i++)
    gtk_string_list_append (names, ((BjtStaff *) self->staff->pdata[i])->name);
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_hexpand (drop_down, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who goes"), -1);
  return GTK_DROP_DOWN (drop_down);
}

static GtkToggleButton *
create_toggle (const char *label,
               const char *tooltip)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (toggle, tooltip);
  gtk_widget_add_css_class (toggle, "planner-toggle");
  return GTK_TOGGLE_BUTTON (toggle);
}

static void
add_worker (BjtPlannerWorkers *self)
{
  Worker    *worker = g_new0 (Worker, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  worker->name = create_names (self);
  worker->woman = create_toggle (bjt_words_get_sex (BJT_SEX_FEMALE), _("A woman: may visit women who live alone. Of one of the staff it is kept."));
  /* Translators: two people go together */
  worker->pair = create_toggle (C_("workers", "Two"), _("Two go together: may visit where one may not go alone"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("One Worker Less"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("One Worker Less"), -1);
  g_signal_connect_object (worker->name, "notify::selected", G_CALLBACK (name_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (worker->woman, "toggled", G_CALLBACK (woman_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (worker->pair, "toggled", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (worker->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (worker->woman));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (worker->pair));
  gtk_box_append (GTK_BOX (box), button);
  worker->row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "child", box, NULL);
  gtk_widget_add_css_class (worker->row, "planner-search");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), worker->row);
  g_ptr_array_add (self->workers, worker);
}

static void
add_cb (BjtPlannerWorkers *self)
{
  add_worker (self);
  tell_changed (self);
}

void
bjt_planner_workers_fill_wish (BjtPlannerWorkers *self,
                               BjtRouteWish      *wish)
{
  gboolean knows_sex = FALSE;

  for (guint i = 0; i < self->workers->len; i++)
    {
      const BjtStaff *staff = get_staff (self, self->workers->pdata[i]);

      knows_sex |= gtk_toggle_button_get_active (((Worker *) self->workers->pdata[i])->woman) || (staff != NULL && staff->sex != BJT_SEX_UNKNOWN);
    }
  for (guint i = 0; i < self->workers->len; i++)
    {
      const Worker   *worker = self->workers->pdata[i];
      const BjtStaff *staff = get_staff (self, worker);
      BjtRouteWorker *added;

      bjt_route_wish_add_worker (wish, staff != NULL ? &staff->id : NULL, staff != NULL ? staff->name : NULL);
      added = &g_array_index (wish->workers, BjtRouteWorker, wish->workers->len - 1);
      added->n_people = gtk_toggle_button_get_active (worker->pair) ? 2 : 1;
      if (knows_sex)
        added->sex = gtk_toggle_button_get_active (worker->woman) ? BJT_SEX_FEMALE : BJT_SEX_MALE;
    }
}

guint
bjt_planner_workers_count (BjtPlannerWorkers *self)
{
  return self->workers->len;
}

/* Object */

static void
bjt_planner_workers_dispose (GObject *object)
{
  BjtPlannerWorkers *self = BJT_PLANNER_WORKERS (object);

  g_clear_pointer (&self->workers, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (bjt_planner_workers_parent_class)->dispose (object);
}

static void
bjt_planner_workers_class_init (BjtPlannerWorkersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_planner_workers_dispose;
  changed_signal = g_signal_new ("changed", BJT_TYPE_PLANNER_WORKERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_planner_workers_init (BjtPlannerWorkers *self)
{
  self->workers = g_ptr_array_new_with_free_func (g_free);
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->add_button, _("One Worker More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("One Worker More"), -1);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Who Goes"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

GtkWidget *
bjt_planner_workers_new (BjtPage *page)
{
  BjtPlannerWorkers *self = g_object_new (BJT_TYPE_PLANNER_WORKERS, NULL);

  self->page = g_object_ref (page);
  self->staff = bjt_workspace_list_staff (bjt_page_get_workspace (page), NULL);
  if (self->staff == NULL)
    self->staff = g_ptr_array_new ();
  for (guint i = 0; i < N_AT_FIRST; i++)
    add_worker (self);
  return GTK_WIDGET (self);
}
