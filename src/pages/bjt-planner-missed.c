/* bjt-planner-missed.c: those that must be seen come first, as the plan has them. */
#include "bjt-planner-missed.h"

#include <glib/gi18n.h>

#include "workspace/bjt-route-texts.h"

#define DOOR_KEY "door"

struct _BjtPlannerMissed
{
  AdwBin parent_instance;

  GtkStack   *stack;
  GtkListBox *list;
  guint       count;
};

G_DEFINE_FINAL_TYPE (BjtPlannerMissed, bjt_planner_missed, ADW_TYPE_BIN)

enum
{
  INSERT,
  CHOOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
insert_cb (BjtPlannerMissed *self,
           GtkWidget        *button)
{
  BjtUuid door_id = *(const BjtUuid *) g_object_get_data (G_OBJECT (button), DOOR_KEY);

  g_signal_emit (self, signals[INSERT], 0, &door_id);
}

static void
row_activated_cb (BjtPlannerMissed *self,
                  GtkListBoxRow    *row)
{
  BjtUuid door_id = *(const BjtUuid *) g_object_get_data (G_OBJECT (row), DOOR_KEY);

  g_signal_emit (self, signals[CHOOSE], 0, &door_id);
}

static GtkWidget *
create_label (const char *text,
              int         width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
create_row (BjtPlannerMissed     *self,
            const BjtVisitRoutes *routes,
            const BjtMissed      *missed)
{
  GtkWidget       *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *button = gtk_button_new_with_label (_("Put on a Route"));
  guint32          door = bjt_picture_find_door (routes->facts->picture, &missed->door_id);
  g_autofree char *place = door != BJT_NO_INDEX ? bjt_picture_dup_door_name (routes->facts->picture, door) : g_strdup ("—");
  g_autofree char *spoken = g_strdup_printf (_("Put on a route: %s"), place);
  GtkWidget       *name = create_label (place, 18), *reason = create_label (_(bjt_route_texts_get_missed (missed->reason)), 20);

  gtk_widget_add_css_class (name, "numeric");
  gtk_widget_set_hexpand (reason, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (missed->must)
    {
      GtkWidget *must = gtk_label_new (_("must"));

      gtk_widget_add_css_class (must, "overdue");
      gtk_box_append (GTK_BOX (box), must);
    }
  gtk_box_append (GTK_BOX (box), reason);
  gtk_widget_set_sensitive (button, missed->stop != BJT_ROUTE_NONE);
  gtk_widget_add_css_class (button, "today-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), DOOR_KEY, g_memdup2 (&missed->door_id, sizeof missed->door_id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), DOOR_KEY, g_memdup2 (&missed->door_id, sizeof missed->door_id), g_free);
  return row;
}

void
bjt_planner_missed_show (BjtPlannerMissed     *self,
                         const BjtVisitRoutes *routes)
{
  g_autoptr (GArray) missed = routes != NULL ? bjt_visit_routes_list_missed (routes) : NULL;
  GtkWidget *child;

  g_return_if_fail (BJT_IS_PLANNER_MISSED (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->count = missed != NULL ? missed->len : 0;
  for (guint i = 0; i < self->count; i++)
    gtk_list_box_append (self->list, create_row (self, routes, &g_array_index (missed, BjtMissed, i)));
  gtk_stack_set_visible_child_name (self->stack, self->count > 0 ? "list" : "nobody");
}

guint
bjt_planner_missed_get_count (BjtPlannerMissed *self)
{
  return self->count;
}

static void
bjt_planner_missed_class_init (BjtPlannerMissedClass *klass)
{
  signals[INSERT] = g_signal_new ("insert", BJT_TYPE_PLANNER_MISSED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHOOSE] = g_signal_new ("choose", BJT_TYPE_PLANNER_MISSED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bjt_planner_missed_init (BjtPlannerMissed *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *nobody = gtk_label_new (_("Everybody is on a route"));

  self->stack = GTK_STACK (gtk_stack_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "planner-missed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Not Visited"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (nobody, "dim-label");
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, nobody, "nobody");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
bjt_planner_missed_new (void)
{
  return g_object_new (BJT_TYPE_PLANNER_MISSED, NULL);
}
