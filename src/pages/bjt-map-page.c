/* bjt-map-page.c: the two panes show the same focus. Where the divider stands
 * is remembered as a share of the height, so that it fits every screen. */
#include "bjt-map-page.h"

#include <glib/gi18n.h>

#include "bjt-base-maps.h"
#include "bjt-desk.h"
#include "bjt-door-desk.h"
#include "bjt-grid-pane.h"
#include "bjt-map-plans.h"
#include "bjt-note-desk.h"
#include "bjt-overlay-menu.h"
#include "bjt-plan-view.h"
#include "bjt-placing-pane.h"
#include "bjt-plan-desk.h"
#include "bjt-selection-export.h"
#include "bjt-tile-dialog.h"
#include "map/bjt-map-view.h"
#include "widgets/bjt-chip-bar.h"
#include "widgets/bjt-legend.h"
#include "widgets/bjt-matrix-pane.h"
#include "widgets/bjt-shading-key.h"
#include "widgets/bjt-shading-menu.h"
#include "widgets/bjt-selection-bar.h"
#include "workspace/bjt-tile-test.h"

struct _BjtMapPage
{
  BjtPage parent_instance;

  /* Template */
  GtkPaned   *paned;
  GtkStack   *map_stack;
  AdwBin     *map_bin;
  GMenuModel *layers_menu;
  GMenu      *base_section;
  GtkStack   *matrix_stack;

  /* Owned */
  BjtBaseMaps *base_maps;

  /* Borrowed */
  BjtMapView     *map_view;
  BjtShadingMenu *shading_menu;
  BjtShadingKey  *shading_key;
  BjtGridPane    *grid_pane;
  BjtPlacingPane *placing_pane;
  BjtMatrixPane  *matrix_pane;
  BjtPlanCanvas  *plan_canvas;
  GtkWidget      *layers_button;
  GtkWidget      *overlay_menu;
  GtkWidget      *chips;
  GtkWidget      *legend;

  /* Owned */
  BjtBuildingPainter *explained; /* what the legend counts */

  /* State */
  BjtDoorStyle   explained_style;
  BjtMapPagePane pane;
  double         share;  /* of the map */
  int            height; /* for which the divider was placed */
};

G_DEFINE_FINAL_TYPE (BjtMapPage, bjt_map_page, BJT_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_MAP_SHARE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* The divider */

static void
place_divider (BjtMapPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned));

  if (height <= 0 || self->pane != BJT_MAP_PAGE_BOTH)
    return;
  self->height = height;
  gtk_paned_set_position (self->paned, (int) (self->share * height));
}

/* The paned has another height. */
static void
max_position_changed_cb (BjtMapPage *self)
{
  if (gtk_widget_get_height (GTK_WIDGET (self->paned)) != self->height)
    place_divider (self);
}

static void
position_changed_cb (BjtMapPage *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->paned));

  if (self->pane != BJT_MAP_PAGE_BOTH || height <= 0 || height != self->height)
    return;
  self->share = CLAMP ((double) gtk_paned_get_position (self->paned) / height, 0.0, 1.0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAP_SHARE]);
}

void
bjt_map_page_toggle_pane (BjtMapPage    *self,
                          BjtMapPagePane pane)
{
  self->pane = self->pane == pane ? BJT_MAP_PAGE_BOTH : pane;
  gtk_widget_set_visible (GTK_WIDGET (self->map_stack), self->pane != BJT_MAP_PAGE_MATRIX);
  gtk_widget_set_visible (GTK_WIDGET (self->matrix_stack), self->pane != BJT_MAP_PAGE_MAP);
  place_divider (self);
}

BjtMapPagePane
bjt_map_page_get_pane (BjtMapPage *self)
{
  return self->pane;
}

void
bjt_map_page_bind_settings (BjtMapPage *self,
                            GSettings  *settings)
{
  g_settings_bind (settings, "map-share", self, "map-share", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "map-style", self->map_view, "style", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "map-shading", self->shading_menu, "choice", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "map-legend", self->legend, "expanded", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "map-follow", self->map_view, "follow", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "map-coordinates", self->map_view, "coordinates", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "pane-view", self->matrix_pane, "view", G_SETTINGS_BIND_DEFAULT);
}

void
bjt_map_page_go_to (BjtMapPage *self,
                    BjtPoint    lon_lat)
{
  if (self->pane == BJT_MAP_PAGE_MATRIX)
    bjt_map_page_toggle_pane (self, BJT_MAP_PAGE_MATRIX);
  bjt_map_view_go_to (self->map_view, lon_lat);
}

/* Work on many doors */

static gboolean
record_visits_cb (BjtMapPage *self,
                  GArray     *doors,
                  int         outcome)
{
  return bjt_desk_record_outcome (BJT_PAGE (self), (const guint32 *) (gpointer) doors->data, doors->len, outcome);
}

/* The object */

static void
bjt_map_page_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BjtMapPage *self = BJT_MAP_PAGE (object);

  if (id == PROP_MAP_SHARE)
    g_value_set_double (value, self->share);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bjt_map_page_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  BjtMapPage *self = BJT_MAP_PAGE (object);

  if (id != PROP_MAP_SHARE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->share = g_value_get_double (value);
  place_divider (self);
}

static void
base_map_failed_cb (BjtMapPage *self,
                    const char *message)
{
  /* Troubles of services are fixed sentences, which are known here. */
  g_autofree char *text = g_strdup_printf (_("The base map could not be read: %s"), gettext (message));

  bjt_page_tell (BJT_PAGE (self), text, FALSE);
}

/* The base map */

BjtBaseMaps *
bjt_map_page_get_base_maps (BjtMapPage *self)
{
  return self->base_maps;
}

/* The dialog tests its maps in the middle of the community. */
static void
manage_cb (BjtMapPage *self)
{
  BjtPoint place = bjt_tile_test_find_place (bjt_page_get_picture (BJT_PAGE (self)));

  bjt_tile_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->base_maps, place);
}

static void
add_base_maps (BjtMapPage *self)
{
  self->base_maps = bjt_base_maps_new (self->map_view);
  g_menu_append_section (self->base_section, NULL, bjt_base_maps_get_menu (self->base_maps));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "base", bjt_base_maps_get_actions (self->base_maps));
  g_signal_connect_swapped (self->base_maps, "failed", G_CALLBACK (base_map_failed_cb), self);
  g_signal_connect_swapped (self->base_maps, "manage", G_CALLBACK (manage_cb), self);
}

/* Without anything to show, the map says how to begin. */
static void
picture_changed_cb (BjtMapPage *self)
{
  const BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  gboolean is_empty = picture->buildings->len == 0 && picture->features->len == 0;

  gtk_stack_set_visible_child_name (self->map_stack, is_empty ? "empty" : "map");
}

/* What the buildings' colours tell, and what lies under them. */
static GtkWidget *
new_layers_button (BjtMapPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-paged-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), self->layers_menu);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_LEFT);
  gtk_widget_set_tooltip_text (button, _("Layers"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Layers"), -1);
  gtk_widget_add_css_class (button, "map-layers");
  return button;
}

/* The legend follows picture, filter and curtain, after the map has. */
static void
update_key (BjtMapPage *self)
{
  g_autofree char   *title = bjt_shading_menu_dup_title (self->shading_menu);
  BjtShadingPainter *shades = bjt_map_facts_get_shades (bjt_map_view_get_facts (self->map_view));

  bjt_shading_key_show (self->shading_key, shades, title);
}

static void
shading_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_popover_popup (GTK_POPOVER (BJT_MAP_PAGE (widget)->shading_menu));
}

static void
overlays_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_popover_popup (GTK_POPOVER (BJT_MAP_PAGE (widget)->overlay_menu));
}

static void
shading_changed_cb (BjtMapPage *self)
{
  bjt_map_facts_set_shading (bjt_map_view_get_facts (self->map_view), bjt_shading_menu_get_shading (self->shading_menu));
  update_key (self);
}

static void
shaded_picture_changed_cb (BjtMapPage *self)
{
  bjt_shading_menu_set_picture (self->shading_menu, bjt_page_get_picture (BJT_PAGE (self)));
  update_key (self);
}

static void
add_shading (BjtMapPage *self)
{
  BjtFocus  *focus = bjt_page_get_focus (BJT_PAGE (self));
  GtkWidget *menu = bjt_shading_menu_new (), *key = bjt_shading_key_new ();

  self->shading_menu = BJT_SHADING_MENU (menu);
  self->shading_key = BJT_SHADING_KEY (key);
  gtk_popover_set_position (GTK_POPOVER (menu), GTK_POS_LEFT);
  gtk_widget_set_parent (menu, self->layers_button);
  gtk_widget_set_halign (key, GTK_ALIGN_START);
  gtk_widget_set_valign (key, GTK_ALIGN_END);
  bjt_map_view_add_overlay (self->map_view, key);
  g_signal_connect_object (menu, "changed", G_CALLBACK (shading_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (shaded_picture_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "filter-changed", G_CALLBACK (update_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "privacy-changed", G_CALLBACK (update_key), self, G_CONNECT_SWAPPED);
  shaded_picture_changed_cb (self);
}

static void
add_overlays (BjtMapPage *self)
{
  self->overlay_menu = bjt_overlay_menu_new (BJT_PAGE (self));
  gtk_popover_set_position (GTK_POPOVER (self->overlay_menu), GTK_POS_LEFT);
  gtk_widget_set_parent (self->overlay_menu, self->layers_button);
}

/* Editing grids: all of the height is the map's. */

void
bjt_map_page_toggle_grids (BjtMapPage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->grid_pane)))
    bjt_grid_pane_close (self->grid_pane);
  else
    bjt_grid_pane_open (self->grid_pane);
}

static void
grid_pane_shown_cb (BjtMapPage *self)
{
  gboolean is_open = gtk_widget_get_visible (GTK_WIDGET (self->grid_pane));

  gtk_widget_set_visible (self->chips, !is_open);
  if (is_open != (self->pane == BJT_MAP_PAGE_MAP))
    bjt_map_page_toggle_pane (self, BJT_MAP_PAGE_MAP);
}

static void
add_grid_pane (BjtMapPage *self)
{
  GtkWidget *pane = bjt_grid_pane_new (BJT_PAGE (self), self->map_view);

  self->grid_pane = BJT_GRID_PANE (pane);
  bjt_map_view_add_overlay (self->map_view, pane);
  bjt_map_view_add_tool (self->map_view, "document-edit-symbolic", _("Edit grids (Ctrl+Shift+G)"), "win.edit-grids");
  g_signal_connect_object (pane, "notify::visible", G_CALLBACK (grid_pane_shown_cb), self, G_CONNECT_SWAPPED);
}

/* Placing plans: the plan stands where the matrix was. */

static void
placing_pane_shown_cb (BjtMapPage *self)
{
  gtk_widget_set_visible (self->chips, !gtk_widget_get_visible (GTK_WIDGET (self->placing_pane)));
}

static void
add_placing_pane (BjtMapPage *self)
{
  GtkWidget *pane = bjt_placing_pane_new (BJT_PAGE (self), self->map_view, self->matrix_stack);

  self->placing_pane = BJT_PLACING_PANE (pane);
  bjt_map_view_add_overlay (self->map_view, pane);
  g_signal_connect_object (pane, "notify::visible", G_CALLBACK (placing_pane_shown_cb), self, G_CONNECT_SWAPPED);
}

int
bjt_map_page_get_level (BjtMapPage *self)
{
  g_return_val_if_fail (BJT_IS_MAP_PAGE (self), 0);
  return bjt_plan_canvas_get_level (self->plan_canvas);
}

void
bjt_map_page_place_plan (BjtMapPage *self)
{
  if (self->pane != BJT_MAP_PAGE_BOTH)
    bjt_map_page_toggle_pane (self, self->pane);
  bjt_placing_pane_open (self->placing_pane, bjt_focus_get_building (bjt_page_get_focus (BJT_PAGE (self))));
}

static void
place_plan_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  bjt_map_page_place_plan (BJT_MAP_PAGE (widget));
}

/* Once what it explains is painted: it has been counted by then. */
static void
update_legend (BjtMapPage *self)
{
  BjtBuildingPainter *painter = bjt_map_view_get_painter (self->map_view);
  BjtDoorStyle        style = bjt_map_view_get_style (self->map_view);
  BjtFocus           *focus = bjt_page_get_focus (BJT_PAGE (self));

  /* The selection bar needs the foot of the map. */
  gtk_widget_set_visible (self->legend, painter != NULL && !bjt_focus_get_curtain (focus) && bjt_focus_get_selection (focus) == NULL
                          && !gtk_widget_get_visible (GTK_WIDGET (self->shading_key)) && !gtk_widget_get_visible (GTK_WIDGET (self->grid_pane))
                          && !gtk_widget_get_visible (GTK_WIDGET (self->placing_pane)));
  if (painter != NULL)
    bjt_legend_show_dropped (BJT_LEGEND (self->legend), bjt_building_painter_get_n_dropped (painter));
  if (painter == NULL || !bjt_building_painter_is_ready (painter) || (painter == self->explained && style == self->explained_style))
    return;
  g_clear_pointer (&self->explained, bjt_building_painter_unref);
  self->explained = bjt_building_painter_ref (painter);
  self->explained_style = style;
  bjt_legend_show_doors (BJT_LEGEND (self->legend), bjt_page_get_picture (BJT_PAGE (self)), style,
                         bjt_building_painter_get_order (painter), bjt_building_painter_get_total (painter));
}

static void
add_legend (BjtMapPage *self)
{
  self->legend = bjt_legend_new ();
  gtk_widget_set_halign (self->legend, GTK_ALIGN_START);
  gtk_widget_set_valign (self->legend, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->legend, "map-legend");
  gtk_widget_set_visible (self->legend, FALSE);
  bjt_map_view_add_overlay (self->map_view, self->legend);
  g_signal_connect_object (self->map_view, "painted", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_view, "notify::style", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shading_key, "notify::visible", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid_pane, "notify::visible", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bjt_page_get_focus (BJT_PAGE (self)), "selection-changed", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->placing_pane, "notify::visible", G_CALLBACK (update_legend), self, G_CONNECT_SWAPPED);
}

static void
bjt_map_page_dispose (GObject *object)
{
  BjtMapPage *self = BJT_MAP_PAGE (object);

  if (self->base_maps != NULL)
    g_signal_handlers_disconnect_by_data (self->base_maps, self);
  g_clear_object (&self->base_maps);
  g_clear_pointer (&self->explained, bjt_building_painter_unref);
  if (self->shading_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->shading_menu)));
  g_clear_pointer (&self->overlay_menu, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_map_page_parent_class)->dispose (object);
}

static void
add_selection_bar (BjtMapPage *self)
{
  GtkWidget *bar = bjt_selection_bar_new (bjt_page_get_focus (BJT_PAGE (self)));

  g_signal_connect_swapped (bar, "record-visits", G_CALLBACK (record_visits_cb), self);
  g_signal_connect_swapped (bar, "export", G_CALLBACK (bjt_selection_export_ask), self);
  gtk_widget_add_css_class (bar, "map-box");
  bjt_map_view_add_to_foot (self->map_view, bar);
}

static void
add_map (BjtMapPage *self)
{
  BjtFocus *focus = bjt_page_get_focus (BJT_PAGE (self));
  GtkWidget *map = bjt_map_view_new (focus);
  GtkWidget *chips = bjt_chip_bar_new ();

  self->map_view = BJT_MAP_VIEW (map);
  g_signal_connect_swapped (map, "base-map-failed", G_CALLBACK (base_map_failed_cb), self);
  adw_bin_set_child (self->map_bin, map);
  bjt_map_plans_attach (BJT_PAGE (self), self->map_view);
  bjt_chip_bar_set_focus (BJT_CHIP_BAR (chips), focus);
  gtk_widget_set_valign (chips, GTK_ALIGN_START);
  gtk_widget_add_css_class (chips, "map-chips");
  bjt_map_view_add_overlay (self->map_view, chips);
  self->layers_button = new_layers_button (self);
  bjt_map_view_add_to_column (self->map_view, self->layers_button);
  add_shading (self);
  add_overlays (self);
  self->chips = chips;
  add_grid_pane (self);
  add_placing_pane (self);
  add_selection_bar (self);
  add_legend (self);
}

/* The lower pane */

void
bjt_map_page_show_view (BjtMapPage *self,
                        const char *view)
{
  GtkWidget *shown;

  if (self->pane == BJT_MAP_PAGE_MAP)
    bjt_map_page_toggle_pane (self, BJT_MAP_PAGE_MAP);
  bjt_matrix_pane_set_view (self->matrix_pane, view);
  shown = g_str_equal (view, "plan") ? GTK_WIDGET (self->plan_canvas) : g_str_equal (view, "matrix") ? GTK_WIDGET (bjt_matrix_pane_get_matrix (self->matrix_pane)) : NULL;
  if (shown != NULL && gtk_widget_get_mapped (shown))
    gtk_widget_grab_focus (shown);
}

static void
show_plan_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  BjtMapPage *self = BJT_MAP_PAGE (widget);
  guint32     building;
  gint32      ordinal;

  g_variant_get (parameter, "(ui)", &building, &ordinal);
  bjt_focus_choose_building (bjt_page_get_focus (BJT_PAGE (self)), building);
  bjt_map_page_show_view (self, "plan");
  bjt_plan_canvas_set_level (self->plan_canvas, ordinal);
  bjt_plan_canvas_fit (self->plan_canvas);
}

static void
plan_menu_cb (BjtMapPage *self,
              guint       door,
              double      x,
              double      y)
{
  bjt_matrix_pane_ask_menu (self->matrix_pane, GTK_WIDGET (self->plan_canvas), door, x, y);
}

/* The card tells all of a door that the focus is on. */
static void
door_activated_cb (BjtMapPage *self,
                   guint       door)
{
  if (door == BJT_NO_INDEX)
    return;
  bjt_focus_choose_door (bjt_page_get_focus (BJT_PAGE (self)), door);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-card", NULL);
}

static void
add_plan (BjtMapPage *self)
{
  GtkWidget *plan = bjt_plan_view_new (BJT_PAGE (self));

  self->plan_canvas = bjt_plan_pane_get_canvas (BJT_PLAN_PANE (plan));
  bjt_matrix_pane_add_view (self->matrix_pane, "plan", C_("pane", "Floor plan"), plan);
  g_signal_connect_object (self->plan_canvas, "context-menu", G_CALLBACK (plan_menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan_canvas, "door-activated", G_CALLBACK (door_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
add_matrix (BjtMapPage *self)
{
  GtkWidget *matrix = bjt_matrix_pane_new ();

  self->matrix_pane = BJT_MATRIX_PANE (matrix);

  bjt_matrix_pane_set_focus (BJT_MATRIX_PANE (matrix), bjt_page_get_focus (BJT_PAGE (self)));
  g_signal_connect_swapped (matrix, "record-visits", G_CALLBACK (record_visits_cb), self);
  bjt_door_desk_attach (BJT_PAGE (self), bjt_matrix_pane_get_matrix (BJT_MATRIX_PANE (matrix)));
  g_signal_connect_object (bjt_matrix_pane_get_matrix (self->matrix_pane), "door-activated", G_CALLBACK (door_activated_cb), self, G_CONNECT_SWAPPED);
  add_plan (self);
  bjt_note_desk_connect_matrix (BJT_PAGE (self), BJT_MATRIX_PANE (matrix));
  gtk_stack_add_child (self->matrix_stack, matrix);
  bjt_plan_desk_accept_files (BJT_PAGE (self), GTK_WIDGET (self->matrix_stack));
}

static void
bjt_map_page_constructed (GObject *object)
{
  BjtMapPage *self = BJT_MAP_PAGE (object);

  G_OBJECT_CLASS (bjt_map_page_parent_class)->constructed (object);
  add_map (self);
  add_base_maps (self);
  g_signal_connect_object (bjt_page_get_focus (BJT_PAGE (self)), "picture-changed", G_CALLBACK (picture_changed_cb), self,
                           G_CONNECT_SWAPPED);
  picture_changed_cb (self);
  add_matrix (self);
}

static void
bjt_map_page_class_init (BjtMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bjt_map_page_constructed;
  object_class->dispose = bjt_map_page_dispose;
  object_class->get_property = bjt_map_page_get_property;
  object_class->set_property = bjt_map_page_set_property;
  properties[PROP_MAP_SHARE] = g_param_spec_double ("map-share", NULL, NULL, 0.0, 1.0, 0.58,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_install_action (widget_class, "page.shading", NULL, shading_action);
  gtk_widget_class_install_action (widget_class, "page.overlays", NULL, overlays_action);
  bjt_plan_desk_install_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "plan.place", NULL, place_plan_action);
  gtk_widget_class_install_action (widget_class, "plan.show", "(ui)", show_plan_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtMapPage, paned);
  gtk_widget_class_bind_template_child (widget_class, BjtMapPage, map_stack);
  gtk_widget_class_bind_template_child (widget_class, BjtMapPage, map_bin);
  gtk_widget_class_bind_template_child (widget_class, BjtMapPage, layers_menu);
  gtk_widget_class_bind_template_child (widget_class, BjtMapPage, base_section);
  gtk_widget_class_bind_template_child (widget_class, BjtMapPage, matrix_stack);
  gtk_widget_class_bind_template_callback (widget_class, position_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, max_position_changed_cb);
}

static void
bjt_map_page_init (BjtMapPage *self)
{
  self->share = 0.58;
  gtk_widget_init_template (GTK_WIDGET (self));
}
