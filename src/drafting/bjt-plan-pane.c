/* bjt-plan-pane.c: a head line, the canvas or what to do without a plan, and a
 * foot line with the tool's hint and the place of the pointer. */
#include "bjt-plan-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-level-names.h"
#include "bjt-plan-scale.h"
#include "plan/bjt-plan-index.h"

struct _BjtPlanPane
{
  GtkWidget parent_instance;

  /* Owned */
  BjtFocus *focus;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *head;
  GtkWidget     *tools;
  GtkWidget     *stack;
  GtkWidget     *levels;
  GtkWidget     *hint;
  GtkWidget     *place;
  BjtPlanCanvas *canvas;

  /* State */
  GArray  *ordinals; /* int, as in the switch */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPlanPane, bjt_plan_pane, GTK_TYPE_WIDGET)

enum
{
  MAKE_SCHEMATIC,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The level switch */

static void
level_chosen_cb (BjtPlanPane *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->levels));

  if (!self->is_filling && i < self->ordinals->len)
    bjt_plan_canvas_set_level (self->canvas, g_array_index (self->ordinals, int, i));
}

static void
fill_levels (BjtPlanPane *self)
{
  BjtPicture               *picture = bjt_focus_get_picture (self->focus);
  guint32                   building = picture != NULL ? bjt_focus_get_building (self->focus) : BJT_NO_INDEX;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint                     chosen = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->ordinals, g_array_unref);
  self->ordinals = building != BJT_NO_INDEX ? bjt_plan_index_list_levels (picture, building) : g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < self->ordinals->len; i++)
    {
      int ordinal = g_array_index (self->ordinals, int, i);

      gtk_string_list_take (names, bjt_level_names_dup (picture, building, ordinal));
      if (ordinal == bjt_plan_canvas_get_level (self->canvas))
        chosen = i;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->levels), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->levels), chosen);
  self->is_filling = FALSE;
}

static void
update (BjtPlanPane *self)
{
  fill_levels (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), bjt_plan_canvas_get_plan (self->canvas) != BJT_NO_INDEX ? "plan" : "empty");
}

/* The foot line */

static void
hint_changed_cb (BjtPlanPane *self)
{
  const char *hint = bjt_plan_canvas_get_hint (self->canvas);

  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
}

static void
pointed_cb (BjtPlanPane *self,
            double       x,
            double       y)
{
  /* TRANSLATORS: metres on a floor plan: to the right, up */
  g_autofree char *text = isnan (x) ? g_strdup ("") : g_strdup_printf (_ ("%.2f, %.2f m"), x, y);

  gtk_label_set_text (GTK_LABEL (self->place), text);
}

/* Making */

static void
schematic_cb (BjtPlanPane *self)
{
  g_signal_emit (self, signals[MAKE_SCHEMATIC], 0);
}

static GtkWidget *
new_empty (BjtPlanPane *self)
{
  GtkWidget *page = adw_status_page_new (), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *scroller = gtk_scrolled_window_new ();
  GtkWidget *schematic = gtk_button_new_with_label (_ ("Make a schematic from the doors")), *drawing = gtk_button_new_with_label (_ ("Lay in a drawing…"));

  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (schematic, "suggested-action");
  g_signal_connect_object (schematic, "clicked", G_CALLBACK (schematic_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (drawing), "plan.import");
  gtk_box_append (GTK_BOX (buttons), schematic);
  gtk_box_append (GTK_BOX (buttons), drawing);
  gtk_widget_add_css_class (page, "compact");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("No floor plan of this level yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("A schematic plan follows from the doors in a moment and can be changed afterwards. Or lay a photo, a PDF, a CAD or SVG file under it and trace the doors."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), buttons);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  return scroller;
}

static GtkWidget *
new_button (const char *icon,
            const char *text,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  return button;
}

static void
zoom_cb (GtkWidget *button,
         GtkWidget *canvas)
{
  gtk_widget_activate_action (canvas, g_object_get_data (G_OBJECT (button), "action"), NULL);
}

static void
add_zoom (BjtPlanPane *self,
          const char  *icon,
          const char  *text,
          const char  *action)
{
  GtkWidget *button = new_button (icon, text, action);

  g_signal_connect_object (button, "clicked", G_CALLBACK (zoom_cb), self->canvas, 0);
  bjt_plan_pane_add_end (self, button);
}

static void
add_foot (BjtPlanPane *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->hint = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_set_hexpand (self->hint, TRUE);
  self->place = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->place, "numeric");
  gtk_widget_add_css_class (foot, "caption");
  gtk_widget_add_css_class (foot, "pane-legend");
  gtk_box_append (GTK_BOX (foot), self->hint);
  gtk_box_append (GTK_BOX (foot), self->place);
  gtk_box_append (GTK_BOX (foot), bjt_plan_scale_new (self->canvas));
  gtk_box_append (GTK_BOX (self->box), foot);
}

static void
fill (BjtPlanPane *self)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (space, TRUE);
  self->levels = gtk_drop_down_new (NULL, NULL);
  bjt_level_names_set_factory (GTK_DROP_DOWN (self->levels));
  gtk_widget_set_tooltip_text (self->levels, _ ("Level (Page Up, Page Down)"));
  g_signal_connect_object (self->levels, "notify::selected", G_CALLBACK (level_chosen_cb), self, G_CONNECT_SWAPPED);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->head, "pane-header");
  gtk_box_append (GTK_BOX (self->head), self->levels);
  gtk_box_append (GTK_BOX (self->head), space);
  gtk_box_append (GTK_BOX (self->box), self->head);
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (self), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->canvas), "plan");
  gtk_widget_set_hexpand (self->stack, TRUE);
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->tools), self->stack);
  gtk_box_append (GTK_BOX (self->box), self->tools);
  add_zoom (self, "zoom-out-symbolic", _ ("Zoom out (-)"), "plan.zoom-out");
  add_zoom (self, "zoom-in-symbolic", _ ("Zoom in (+)"), "plan.zoom-in");
  add_zoom (self, "zoom-fit-best-symbolic", _ ("Show all of the plan (0)"), "plan.fit");
  add_foot (self);
}

static void
bjt_plan_pane_dispose (GObject *object)
{
  BjtPlanPane *self = BJT_PLAN_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->ordinals, g_array_unref);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_plan_pane_parent_class)->dispose (object);
}

static void
bjt_plan_pane_class_init (BjtPlanPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_plan_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[MAKE_SCHEMATIC] = g_signal_new ("make-schematic", BJT_TYPE_PLAN_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_plan_pane_init (BjtPlanPane *self)
{
  self->ordinals = g_array_new (FALSE, FALSE, sizeof (int));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
bjt_plan_pane_new (BjtFocus *focus)
{
  BjtPlanPane *self = g_object_new (BJT_TYPE_PLAN_PANE, NULL);

  self->focus = g_object_ref (focus);
  self->canvas = BJT_PLAN_CANVAS (bjt_plan_canvas_new (focus));
  fill (self);
  g_signal_connect_object (self->canvas, "plan-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::hint", G_CALLBACK (hint_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

BjtPlanCanvas *
bjt_plan_pane_get_canvas (BjtPlanPane *self)
{
  return self->canvas;
}

void
bjt_plan_pane_add_start (BjtPlanPane *self,
                         GtkWidget   *widget)
{
  gtk_box_prepend (GTK_BOX (self->head), widget);
}

void
bjt_plan_pane_add_end (BjtPlanPane *self,
                       GtkWidget   *widget)
{
  gtk_box_append (GTK_BOX (self->head), widget);
}

void
bjt_plan_pane_add_tool_widget (BjtPlanPane *self,
                               GtkWidget   *widget)
{
  gtk_box_prepend (GTK_BOX (self->tools), widget);
}

void
bjt_plan_pane_add_bar (BjtPlanPane *self,
                       GtkWidget   *widget)
{
  gtk_box_insert_child_after (GTK_BOX (self->box), widget, self->head);
}
