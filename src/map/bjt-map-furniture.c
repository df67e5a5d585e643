/* bjt-map-furniture.c: made once; the buttons call the actions of the map. */
#include "bjt-map-furniture.h"

#include "bjt-map-fold.h"
#include "bjt-scale-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char css[] =
  ".map-box { background-color: @popover_bg_color; color: @popover_fg_color; border-radius: 9px;"
  "           margin: 10px; box-shadow: 0 1px 3px alpha(black, 0.22), 0 0 0 1px alpha(black, 0.06); }"
  "scalebar.map-box { padding: 3px 10px 7px 10px; font-size: 12px; }"
  "box.map-box > button.flat, box.map-box > menubutton > button { min-width: 34px; min-height: 34px; padding: 0; }"
  "box.map-column { margin: 10px 10px 36px 10px; }" /* above the note */
  "box.map-column .map-box { margin: 0; }"
  "box.map-column > * { margin-top: 6px; }"
  "box.map-column > *:first-child { margin-top: 0; }"
  "box.map-foot { margin-bottom: 40px; }" /* above the scale and the note */
  "box.map-foot > * { margin: 0 10px 8px 10px; }"
  "mapreadout.map-box { padding: 3px 10px; margin-left: 0; font-size: 12px; }"
  ".map-note { background-color: alpha(@popover_bg_color, 0.75); color: @popover_fg_color; border-radius: 6px;"
  "            font-size: 11px; padding: 1px 8px; margin: 10px; }"
  ".map-hint { padding: 5px 12px; }"
  "mapview:focus-visible { outline: 2px solid alpha(@accent_color, 0.6); outline-offset: -2px; }";

/* Once a display. */
static void
install_css (GdkDisplay *display)
{
  static const char mark[] = "bjt-map-furniture";
  GtkCssProvider   *provider;

  if (g_object_get_data (G_OBJECT (display), mark) != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data_full (G_OBJECT (display), mark, provider, g_object_unref);
}

static void
dress_button (GtkWidget  *button,
              const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
}

static void
add_button (GtkWidget  *box,
            const char *icon,
            const char *name,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  dress_button (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_to_corner (GtkOverlay *overlay,
               GtkWidget  *child,
               GtkAlign    halign,
               GtkAlign    valign)
{
  gtk_widget_set_halign (child, halign);
  gtk_widget_set_valign (child, valign);
  gtk_overlay_add_overlay (overlay, child);
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/**
 * bjt_map_furniture_new_tool_button:
 * @name: for the tooltip and the accessible name
 * @tool: a name of bjt-map-tools.h
 */
GtkWidget *
bjt_map_furniture_new_tool_button (const char *icon,
                                   const char *name,
                                   const char *tool)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  dress_button (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.tool");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tool);
  return button;
}

static GtkWidget *
make_zoom_buttons (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_button (buttons, "list-add-symbolic", _("Zoom in"), "map.zoom-in");
  add_button (buttons, "list-remove-symbolic", _("Zoom out"), "map.zoom-out");
  add_button (buttons, "zoom-fit-best-symbolic", _("Show the whole community"), "map.fit");
  gtk_widget_add_css_class (buttons, "map-box");
  return buttons;
}

static const struct
{
  const char *icon;
  const char *name;
  const char *tool;
} tools[] = {
  { "bjt-choose-symbolic", N_("Choose (V)"), "choose" },
  { "bjt-lasso-symbolic", N_("Select with a lasso (L)"), "lasso" },
  { "bjt-measure-symbolic", N_("Measure a distance (M)"), "measure" },
  { "bjt-measure-area-symbolic", N_("Measure an area (A)"), "measure-area" },
};

static GtkWidget *
make_tool_buttons (void)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_box_append (GTK_BOX (buttons), bjt_map_furniture_new_tool_button (tools[i].icon, _(tools[i].name), tools[i].tool));
  gtk_widget_add_css_class (buttons, "map-box");
  return buttons;
}

/* The same tools for a map of little height. */
static GtkWidget *
make_tool_menu (GMenu *menu)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(tools[i].name), NULL);

      g_menu_item_set_action_and_target (item, "map.tool", "s", tools[i].tool);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), tools[0].icon);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_LEFT);
  dress_button (button, _("Tools"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "map-box");
  return box;
}

/**
 * bjt_map_furniture_add_tool:
 * @name: (transfer none): for the tooltip, the accessible name and the menu
 *
 * A tool of the window among those of the map.
 */
void
bjt_map_furniture_add_tool (BjtMapFurniture *self,
                            const char      *icon,
                            const char      *name,
                            const char      *action)
{
  add_button (self->tools, icon, name, action);
  g_menu_append (self->tool_menu, name, action);
}

/**
 * bjt_map_furniture_show_tool:
 * @tool: at work; its icon stands on the button of the menu
 */
void
bjt_map_furniture_show_tool (BjtMapFurniture *self,
                             const char      *tool)
{
  GtkWidget *button = gtk_widget_get_first_child (self->folded_tools);
  guint      shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (strcmp (tools[i].tool, tool) == 0)
      shown = i;
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), tools[shown].icon);
}

static GtkWidget *
make_column (BjtMapFurniture *furniture)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GMenu) menu = g_menu_new ();

  furniture->tool_menu = menu; /* which its button owns */
  furniture->tools = make_tool_buttons ();
  furniture->folded_tools = make_tool_menu (menu);
  gtk_widget_add_css_class (column, "map-column");
  gtk_box_append (GTK_BOX (column), make_zoom_buttons ());
  gtk_box_append (GTK_BOX (column), bjt_map_fold_new (furniture->tools, furniture->folded_tools));
  return column;
}

static BjtMapReadout *
add_scale (GtkOverlay      *overlay,
           ShumateViewport *viewport)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scale = bjt_scale_bar_new (viewport);
  GtkWidget *readout = bjt_map_readout_new ();

  gtk_widget_add_css_class (scale, "map-box");
  gtk_widget_add_css_class (readout, "map-box");
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), readout);
  gtk_widget_set_can_target (box, FALSE);
  add_to_corner (overlay, box, GTK_ALIGN_START, GTK_ALIGN_END);
  return BJT_MAP_READOUT (readout);
}

BjtMapFurniture
bjt_map_furniture_add (GtkOverlay      *overlay,
                       ShumateViewport *viewport)
{
  BjtMapFurniture furniture;

  install_css (gtk_widget_get_display (GTK_WIDGET (overlay)));
  furniture.column = make_column (&furniture);
  add_to_corner (overlay, furniture.column, GTK_ALIGN_END, GTK_ALIGN_START);

  furniture.readout = add_scale (overlay, viewport);
  furniture.note = make_label ();
  gtk_widget_add_css_class (furniture.note, "map-note");
  add_to_corner (overlay, furniture.note, GTK_ALIGN_END, GTK_ALIGN_END);

  furniture.foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  furniture.hint = make_label ();
  gtk_widget_add_css_class (furniture.hint, "map-box");
  gtk_widget_add_css_class (furniture.hint, "map-hint");
  gtk_widget_set_halign (furniture.hint, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (furniture.foot, "map-foot");
  gtk_box_append (GTK_BOX (furniture.foot), furniture.hint);
  add_to_corner (overlay, furniture.foot, GTK_ALIGN_CENTER, GTK_ALIGN_END);
  return furniture;
}
