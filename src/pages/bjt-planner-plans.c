/* bjt-planner-plans.c: read anew each time it is shown. */
#include "bjt-planner-plans.h"

#include <glib/gi18n.h>

#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-visit-plans.h"

struct _BjtPlannerPlans
{
  GtkPopover parent_instance;

  BjtPage  *page; /* borrowed: the popover is part of it */
  GtkBox   *rows;
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (BjtPlannerPlans, bjt_planner_plans, GTK_TYPE_POPOVER)

static void
remove_cb (BjtPlannerPlans *self,
           GtkButton       *button)
{
  const char      *number = g_object_get_data (G_OBJECT (button), "number");
  g_autofree char *text = g_strdup_printf (_("Plan %s is removed"), number);
  g_autoptr (GError) error = NULL;

  bjt_page_tell_outcome (self->page, bjt_workspace_remove_visit_plan (bjt_page_get_workspace (self->page), number, &error), text, &error);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static char *
dup_text (BjtPlannerPlans    *self,
          const BjtVisitPlan *plan)
{
  BjtPicture      *picture = bjt_page_get_picture (self->page);
  guint32          grid = plan->grid > 0 ? bjt_picture_find_grid (picture, plan->grid) : BJT_NO_INDEX;
  g_autofree char *day = bjt_words_dup_day (plan->from_on, picture->as_of);
  g_autofree char *place = grid != BJT_NO_INDEX ? bjt_words_dup_grid (picture, grid) : g_strdup (_("several grids"));

  return g_strjoin (" · ", day, place, plan->is_closed ? _("closed out") : _("open"), NULL);
}

static GtkWidget *
create_row (BjtPlannerPlans    *self,
            const BjtVisitPlan *plan)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget       *open = gtk_button_new (), *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *text = dup_text (self, plan), *spoken = g_strdup_printf (_("Open plan %s"), plan->number), *removes = g_strdup_printf (_("Remove plan %s"), plan->number);
  GtkWidget       *title = gtk_label_new (plan->number), *subtitle = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_widget_add_css_class (title, "numeric");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_button_set_child (GTK_BUTTON (open), box);
  gtk_widget_set_hexpand (open, TRUE);
  gtk_widget_add_css_class (open, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "planner.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", plan->number);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, removes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, removes, -1);
  g_object_set_data_full (G_OBJECT (button), "number", g_strdup (plan->number), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), open);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
fill_cb (BjtPlannerPlans *self)
{
  g_autoptr (GPtrArray) plans = bjt_workspace_list_visit_plans (bjt_page_get_workspace (self->page), NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    gtk_box_append (self->rows, create_row (self, plans->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), plans == NULL || plans->len == 0);
}

static void
bjt_planner_plans_class_init (BjtPlannerPlansClass *klass)
{
}

static void
bjt_planner_plans_init (BjtPlannerPlans *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *scroller = gtk_scrolled_window_new ();

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->nothing = GTK_LABEL (gtk_label_new (_("No plan is saved yet")));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "dim-label");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nothing));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect (self, "show", G_CALLBACK (fill_cb), NULL);
}

GtkWidget *
bjt_planner_plans_new (BjtPage *page)
{
  BjtPlannerPlans *self = g_object_new (BJT_TYPE_PLANNER_PLANS, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}
