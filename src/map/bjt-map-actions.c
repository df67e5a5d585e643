/* bjt-map-actions.c: one callback an action; what they do is the view's. */
#include "bjt-map-actions.h"

#include "bjt-map-camera.h"
#include "bjt-map-view.h"
#include "bjt-measure-tool.h"
#include "geo/bjt-mercator.h"

#define PAGE 0.8 /* of the view */
#define STEP 96  /* px an arrow key moves the map */

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  bjt_map_camera_zoom_by (bjt_map_view_get_map (BJT_MAP_VIEW (widget)), 1);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_map_camera_zoom_by (bjt_map_view_get_map (BJT_MAP_VIEW (widget)), -1);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  bjt_map_view_fit (BJT_MAP_VIEW (widget));
}

static void
pan_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  bjt_map_camera_pan_by (bjt_map_view_get_map (BJT_MAP_VIEW (widget)), dx, dy);
}

/* A page: most of what is seen. */
static void
pan_page_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  bjt_map_camera_pan_by (bjt_map_view_get_map (BJT_MAP_VIEW (widget)), dx * PAGE * gtk_widget_get_width (widget), dy * PAGE * gtk_widget_get_height (widget));
}

static void
select_all_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  bjt_selector_take_all (bjt_map_view_get_selector (BJT_MAP_VIEW (widget)));
}

static void
fit_selection_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  bjt_map_view_fit_selection (BJT_MAP_VIEW (widget));
}

static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  bjt_map_view_open_menu (BJT_MAP_VIEW (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static void
copy_text_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
}

static void
measure_from_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr (BjtMapTool) tool = bjt_measure_tool_new (FALSE);
  BjtPoint place;

  g_variant_get (parameter, "(dd)", &place.x, &place.y);
  bjt_map_view_set_tool (BJT_MAP_VIEW (widget), tool);
  bjt_measure_tool_add_point (BJT_MEASURE_TOOL (tool), bjt_mercator_project (place));
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint       key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "map.zoom-in" },     { GDK_KEY_equal, "map.zoom-in" },   { GDK_KEY_KP_Add, "map.zoom-in" },
    { GDK_KEY_minus, "map.zoom-out" },   { GDK_KEY_KP_Subtract, "map.zoom-out" },
    { GDK_KEY_0, "map.fit" },            { GDK_KEY_KP_0, "map.fit" },
  };
  static const struct
  {
    guint key;
    int   dx, dy;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
  };
  static const struct
  {
    guint       key;
    const char *tool;
  } tools[] = {
    { GDK_KEY_v, "choose" }, { GDK_KEY_l, "lasso" }, { GDK_KEY_m, "measure" }, { GDK_KEY_a, "measure-area" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_SHIFT_MASK, keys[i].action, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, arrows[i].key, 0, "map.pan", "(ii)", STEP * arrows[i].dx, STEP * arrows[i].dy);
      gtk_widget_class_add_binding_action (widget_class, arrows[i].key, GDK_SHIFT_MASK, "map.pan-page", "(ii)", arrows[i].dx, arrows[i].dy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_class_add_binding_action (widget_class, tools[i].key, 0, "map.tool", "s", tools[i].tool);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "storey.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "storey.step", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "map.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, 0, "map.fit-selection", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "map.follow", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "map.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "map.menu", NULL);
}

/**
 * bjt_map_actions_install:
 * @widget_class: of a BjtMapView, with its properties
 */
void
bjt_map_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_cb);
  gtk_widget_class_install_action (widget_class, "map.pan-page", "(ii)", pan_page_cb);
  gtk_widget_class_install_action (widget_class, "map.select-all", NULL, select_all_cb);
  gtk_widget_class_install_action (widget_class, "map.fit-selection", NULL, fit_selection_cb);
  gtk_widget_class_install_action (widget_class, "map.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "map.copy-text", "s", copy_text_cb);
  gtk_widget_class_install_action (widget_class, "map.measure-from", "(dd)", measure_from_cb);
  gtk_widget_class_install_property_action (widget_class, "map.tool", "tool");
  gtk_widget_class_install_property_action (widget_class, "map.follow", "follow");
  gtk_widget_class_install_property_action (widget_class, "map.coordinates", "coordinates");
  gtk_widget_class_install_property_action (widget_class, "map.base", "base");
  gtk_widget_class_install_property_action (widget_class, "map.style", "style");
  bind_keys (widget_class);
}
