/* bjt-plan-actions.c: what one does to the view without a pointer. */
#include "bjt-plan-actions.h"

#define PAN_STEP 60.0    /* px a key */
#define ZOOM_STEP 1.4142 /* a key */

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_plan_canvas_zoom_by (BJT_PLAN_CANVAS (widget), g_str_equal (name, "plan.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  bjt_plan_canvas_fit (BJT_PLAN_CANVAS (widget));
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  double x, y;

  g_variant_get (parameter, "(dd)", &x, &y);
  bjt_plan_canvas_pan_by (BJT_PLAN_CANVAS (widget), x, y);
}

static void
level_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  bjt_plan_canvas_step_level (BJT_PLAN_CANVAS (widget), g_str_equal (name, "plan.level-up") ? 1 : -1);
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *parameters,
         gpointer   user_data)
{
  bjt_plan_canvas_ask_menu (BJT_PLAN_CANVAS (widget));
  return TRUE;
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct { guint keyval; double x, y; } pans[] = {
    { GDK_KEY_Left, -PAN_STEP, 0 }, { GDK_KEY_Right, PAN_STEP, 0 }, { GDK_KEY_Up, 0, -PAN_STEP }, { GDK_KEY_Down, 0, PAN_STEP },
  };
  static const struct { guint keyval; const char *action; } keys[] = {
    { GDK_KEY_plus, "plan.zoom-in" }, { GDK_KEY_equal, "plan.zoom-in" }, { GDK_KEY_KP_Add, "plan.zoom-in" },
    { GDK_KEY_minus, "plan.zoom-out" }, { GDK_KEY_KP_Subtract, "plan.zoom-out" },
    { GDK_KEY_0, "plan.fit" }, { GDK_KEY_KP_0, "plan.fit" }, { GDK_KEY_Home, "plan.fit" },
    { GDK_KEY_Page_Up, "plan.level-up" }, { GDK_KEY_Page_Down, "plan.level-down" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pans); i++)
    gtk_widget_class_add_binding_action (klass, pans[i].keyval, 0, "plan.pan", "(dd)", pans[i].x, pans[i].y);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, 0, keys[i].action, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

void
bjt_plan_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "plan.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "plan.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "plan.fit", NULL, fit_action);
  gtk_widget_class_install_action (klass, "plan.pan", "(dd)", pan_action);
  gtk_widget_class_install_action (klass, "plan.level-up", NULL, level_action);
  gtk_widget_class_install_action (klass, "plan.level-down", NULL, level_action);
  add_keys (klass);
}
