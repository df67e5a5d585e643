/* bjt-map-view.c: puts the layers together and binds them to the focus.
 *
 * From below: the base map (canvas), buildings and doors (canvas), the choice.
 * Each change of the focus makes new content for the canvas it concerns; what
 * is on the screen stays until the new is painted. Main thread only. */
#include "bjt-map-view.h"

#include "bjt-choose-tool.h"
#include "bjt-map-actions.h"
#include "bjt-map-camera.h"
#include "bjt-map-extent.h"
#include "bjt-map-furniture.h"
#include "bjt-map-hand.h"
#include "bjt-map-layers.h"
#include "bjt-map-menu.h"
#include "bjt-map-storey.h"
#include "bjt-map-tools.h"
#include "bjt-map-walk.h"
#include "bjt-selection-painter.h"
#include "bjt-world-source.h"
#include "geo/bjt-mercator.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define GO_TO_ZOOM 16.0    /* of the viewport: one building among its neighbours */
#define CHOICE_MARGIN 48.0 /* px: a choice nearer to the edge is brought to the middle */

struct _BjtMapView
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget       *overlay;
  BjtMapLayers     layers;
  BjtMapFurniture  furniture;
  BjtMapStorey    *storey;

  /* Owned */
  BjtFocus        *focus;
  BjtPicture      *picture; /* what is shown */
  BjtSelector     *selector;
  BjtChooseTool   *choose_tool;
  BjtMapHand      *hand;
  BjtMapWalk      *walk;
  AdwStyleManager *style_manager;

  /* State */
  BjtBox   wanted_extent; /* to be fitted when there is a size; else empty */
  gboolean follow;        /* a choice made elsewhere is brought into view */
};

G_DEFINE_FINAL_TYPE (BjtMapView, bjt_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  PROP_BASE,
  PROP_STYLE,
  PROP_TOOL,
  PROP_FOLLOW,
  PROP_COORDINATES,
  N_PROPERTIES,
};

enum
{
  PAINTED,
  BASE_MAP_FAILED,
  TOOL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint       signals[N_SIGNALS];

static const char *const base_names[] = { "none", "painted", "pack" };
static const char *const style_names[] = { "class", "category", "attention", "contact", "issues" };

static gboolean
is_dark (BjtMapView *self)
{
  return adw_style_manager_get_dark (self->style_manager);
}

static const BjtPalette *
get_palette (BjtMapView *self)
{
  return bjt_palette_get (is_dark (self) ? BJT_PALETTE_DARK : BJT_PALETTE_LIGHT);
}

static void
update_selection (BjtMapView *self)
{
  const BjtDoorSet *doors = self->focus != NULL ? bjt_focus_get_selection (self->focus) : NULL;
  g_autoptr (BjtPaintContent) content = NULL;

  if (doors != NULL)
    content = bjt_selection_painter_new_content (self->picture, doors, get_palette (self)->selection, bjt_map_storey_get_level (self->storey));
  bjt_canvas_layer_set_content (self->layers.selection, content);
}

static void
update_colours (BjtMapView *self)
{
  const BjtPalette  *palette = get_palette (self);
  const BjtMapStyle *style = is_dark (self) ? &BJT_MAP_STYLE_DARK : &BJT_MAP_STYLE_LIGHT;

  bjt_choice_layer_set_colour (self->layers.choice, palette->selection);
  bjt_map_base_set_style (self->layers.base, style);
  bjt_map_facts_set_style (self->layers.facts, palette, style);
  update_selection (self);
}

/* Names of the base map stand over what it does not know. */
static void
update_names (BjtMapView *self)
{
  bjt_map_facts_set_names (self->layers.facts, bjt_map_base_get_names (self->layers.base), bjt_map_base_get_named_tiles (self->layers.base));
}

static void
update_attribution (BjtMapView *self)
{
  g_autofree char *attribution = bjt_map_base_dup_attribution (self->layers.base);
  gboolean    is_sample = self->picture != NULL && self->picture->community.is_sample;
  const char *text = attribution != NULL ? attribution : is_sample ? _("Sample community, fictional map") : "";

  gtk_label_set_text (GTK_LABEL (self->furniture.note), text);
  gtk_widget_set_visible (self->furniture.note, *text != '\0');
}

/* The view */

static void
fit_extent (BjtMapView   *self,
            const BjtBox *extent,
            double        width,
            double        height)
{
  self->wanted_extent = *extent;
  if (width <= 0 || height <= 0)
    return;
  self->wanted_extent = BJT_BOX_EMPTY;
  bjt_map_camera_fit (self->layers.map, extent, width, height);
}

static void
fit_now (BjtMapView   *self,
         const BjtBox *extent)
{
  fit_extent (self, extent, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

/**
 * bjt_map_view_fit:
 *
 * Shows the whole community, at once.
 */
void
bjt_map_view_fit (BjtMapView *self)
{
  if (self->picture != NULL && !bjt_box_is_empty (&self->picture->extent))
    fit_now (self, &self->picture->extent);
}

/**
 * bjt_map_view_fit_grid:
 * @grid: index; BJT_NO_INDEX: the whole community
 */
void
bjt_map_view_fit_grid (BjtMapView *self,
                       guint32     grid)
{
  BjtBox box = self->picture != NULL ? bjt_map_extent_of_grid (self->picture, grid) : BJT_BOX_EMPTY;

  if (bjt_box_is_empty (&box))
    bjt_map_view_fit (self);
  else
    fit_now (self, &box);
}

void
bjt_map_view_fit_selection (BjtMapView *self)
{
  const BjtDoorSet *doors = self->focus != NULL ? bjt_focus_get_selection (self->focus) : NULL;
  BjtBox            box = doors != NULL ? bjt_map_extent_of_doors (self->picture, doors) : BJT_BOX_EMPTY;

  if (!bjt_box_is_empty (&box))
    fit_now (self, &box);
}

static void
get_view (BjtMapView  *self,
          BjtMapFrame *view)
{
  bjt_map_camera_get_frame (self->layers.viewport, GTK_WIDGET (self->layers.map), view);
}

double
bjt_map_view_get_zoom (BjtMapView *self)
{
  return shumate_viewport_get_zoom_level (self->layers.viewport) + log2 (BJT_WORLD_TILE_SIZE / 256.0);
}

BjtPoint
bjt_map_view_get_centre (BjtMapView *self)
{
  return (BjtPoint) { shumate_location_get_longitude (SHUMATE_LOCATION (self->layers.viewport)), shumate_location_get_latitude (SHUMATE_LOCATION (self->layers.viewport)) };
}

/* The place stands ringed in the middle until something is chosen. */
void
bjt_map_view_go_to (BjtMapView *self,
                    BjtPoint    lon_lat)
{
  BjtPoint place = bjt_mercator_project (lon_lat);

  bjt_choice_layer_set_pin (self->layers.choice, place);
  bjt_map_camera_go_to (self->layers.map, place, fmax (shumate_viewport_get_zoom_level (self->layers.viewport), GO_TO_ZOOM));
}

/* Following the focus */

static void
show_choice (BjtMapView *self)
{
  guint32  index = bjt_focus_get_building (self->focus), door = bjt_focus_get_door (self->focus);
  BjtPoint place;

  if (index == BJT_NO_INDEX || gtk_widget_get_width (GTK_WIDGET (self->layers.map)) <= 0)
    return;
  place = bjt_picture_get_building (self->picture, index)->centre;
  if (door != BJT_NO_INDEX && bjt_map_view_get_zoom (self) >= BJT_NEAR_ZOOM)
    place = bjt_picture_get_door (self->picture, door)->place;
  if (!isnan (place.x) && !bjt_map_camera_sees (self->layers.map, place, CHOICE_MARGIN))
    bjt_map_camera_go_to (self->layers.map, place, shumate_viewport_get_zoom_level (self->layers.viewport));
}

static void
choice_changed_cb (BjtMapView *self)
{
  bjt_choice_layer_choose (self->layers.choice, bjt_focus_get_building (self->focus), bjt_focus_get_door (self->focus));
  bjt_map_facts_choose_door (self->layers.facts, bjt_focus_get_door (self->focus));
  bjt_map_storey_show_door (self->storey, bjt_focus_get_door (self->focus));
  if (self->follow)
    show_choice (self);
}

static void
filter_changed_cb (BjtMapView *self)
{
  bjt_map_facts_set_filter (self->layers.facts, bjt_focus_get_filter (self->focus));
}

static void
privacy_changed_cb (BjtMapView *self)
{
  bjt_map_facts_set_privacy (self->layers.facts, bjt_focus_get_curtain (self->focus), bjt_focus_get_names_shown (self->focus));
}

static void
picture_changed_cb (BjtMapView *self)
{
  g_autoptr (BjtPicture) old = NULL;
  BjtPicture *picture = self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;

  bjt_map_walk_end (self->walk);
  old = g_steal_pointer (&self->picture);
  self->picture = picture != NULL ? bjt_picture_ref (picture) : NULL;
  bjt_choice_layer_set_picture (self->layers.choice, picture);
  bjt_map_storey_set_picture (self->storey, picture);
  bjt_map_base_set_picture (self->layers.base, picture);
  update_names (self);
  bjt_map_facts_set_picture (self->layers.facts, picture, picture != NULL ? bjt_focus_get_filter (self->focus) : NULL);
  bjt_map_facts_choose_door (self->layers.facts, picture != NULL ? bjt_focus_get_door (self->focus) : BJT_NO_INDEX);
  if (picture != NULL)
    bjt_choice_layer_choose (self->layers.choice, bjt_focus_get_building (self->focus), bjt_focus_get_door (self->focus));
  update_selection (self);
  update_attribution (self);
  if (picture != NULL && (old == NULL || bjt_box_is_empty (&old->extent) || !bjt_uuid_equal (&old->community.id, &picture->community.id)))
    bjt_map_view_fit (self);
}

/* The pointer */

void
bjt_map_view_fit_extent (BjtMapView   *self,
                         const BjtBox *extent)
{
  fit_now (self, extent);
}

static void
zoom_in_cb (BjtMapView     *self,
            const BjtPoint *place)
{
  bjt_map_camera_zoom_in_at (self->layers.map, *place);
}

static gboolean
query_tooltip_cb (BjtMapView *self,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  BjtMapFrame      view;

  if (keyboard || bjt_map_hand_get_tool (self->hand) != NULL)
    return FALSE;
  get_view (self, &view);
  text = bjt_choose_tool_dup_tooltip (self->choose_tool, &view, x, y);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
hint_changed_cb (BjtMapView *self)
{
  g_autofree char *hint = NULL;

  g_object_get (self->hand, "hint", &hint, NULL);
  gtk_label_set_text (GTK_LABEL (self->furniture.hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->furniture.hint, hint != NULL);
}

static void
tool_changed_cb (BjtMapView *self)
{
  bjt_map_furniture_show_tool (&self->furniture, bjt_map_tools_get_name (bjt_map_view_get_tool (self)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
  g_signal_emit (self, signals[TOOL_CHANGED], 0);
}

/**
 * bjt_map_view_set_tool:
 * @tool: (nullable): at work until it is done or Esc is pressed; %NULL: choosing
 */
void
bjt_map_view_set_tool (BjtMapView *self,
                       BjtMapTool *tool)
{
  bjt_map_hand_set_tool (self->hand, tool);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * bjt_map_view_get_tool:
 *
 * Returns: (transfer none) (nullable): %NULL: choosing
 */
BjtMapTool *
bjt_map_view_get_tool (BjtMapView *self)
{
  return bjt_map_hand_get_tool (self->hand);
}

ShumateMap *
bjt_map_view_get_map (BjtMapView *self)
{
  return self->layers.map;
}

BjtSelector *
bjt_map_view_get_selector (BjtMapView *self)
{
  return self->selector;
}

static void
grab_focus_cb (BjtMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
bjt_map_view_open_menu (BjtMapView *self,
                        double      x,
                        double      y)
{
  g_autofree char *address = NULL;
  BjtMapTarget     target;
  BjtMapFrame      view;

  get_view (self, &view);
  bjt_map_facts_find_at (self->layers.facts, &view, x, y, &target.building, &target.door);
  target.name = address = bjt_choose_tool_dup_address (self->choose_tool, &view, x, y);
  bjt_map_menu_open (GTK_WIDGET (self), x, y, bjt_mercator_unproject (bjt_map_frame_unproject (&view, x, y)), &target);
}

static void
motion_cb (BjtMapView *self,
           double      x,
           double      y)
{
  BjtMapFrame view;

  get_view (self, &view);
  bjt_map_readout_set_place (self->furniture.readout, bjt_mercator_unproject (bjt_map_frame_unproject (&view, x, y)));
}

/* Properties */

/* Unknown names mean the first. */
static guint
find_name (const char *const *names,
           guint              n,
           const char        *name)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return 0;
}

void
bjt_map_view_set_base (BjtMapView *self,
                       BjtBaseMap  base)
{
  if (bjt_map_base_get_kind (self->layers.base) == base)
    return;
  bjt_map_base_set_kind (self->layers.base, base);
  update_names (self);
  update_attribution (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASE]);
}

void
bjt_map_view_set_style (BjtMapView   *self,
                        BjtDoorStyle  style)
{
  if (bjt_map_facts_get_door_style (self->layers.facts) == style)
    return;
  bjt_map_facts_set_door_style (self->layers.facts, style);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

BjtDoorStyle
bjt_map_view_get_style (BjtMapView *self)
{
  return bjt_map_facts_get_door_style (self->layers.facts);
}

BjtBuildingPainter *
bjt_map_view_get_painter (BjtMapView *self)
{
  return bjt_map_facts_get_painter (self->layers.facts);
}

static void
set_tool_by_name (BjtMapView *self,
                  const char *name)
{
  g_autoptr (BjtMapTool) tool = NULL;

  if (g_strcmp0 (name, bjt_map_tools_get_name (bjt_map_view_get_tool (self))) == 0)
    return;
  tool = bjt_map_tools_new (name, self->selector);
  bjt_map_view_set_tool (self, tool);
}

static void
set_follow (BjtMapView *self,
            gboolean    follow)
{
  if (self->follow == follow)
    return;
  self->follow = follow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOW]);
}

static void
set_coordinates (BjtMapView *self,
                 const char *name)
{
  BjtCoordinateStyle style;

  if (!bjt_coordinate_style_init_from_name (&style, name) || style == bjt_map_readout_get_style (self->furniture.readout))
    return;
  bjt_map_readout_set_style (self->furniture.readout, style);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COORDINATES]);
}

/**
 * bjt_map_view_set_tiles:
 * @source: (nullable): shown at once; %NULL goes back to the painted map
 */
void
bjt_map_view_set_tiles (BjtMapView    *self,
                        BjtTileSource *source)
{
  bjt_map_base_set_tiles (self->layers.base, source);
  bjt_map_view_set_base (self, source != NULL ? BJT_BASE_MAP_PACK : BJT_BASE_MAP_PAINTED);
  update_names (self);
  update_attribution (self);
}

/**
 * bjt_map_view_set_focus:
 * @focus: (nullable): what to show and to move
 */
void
bjt_map_view_set_focus (BjtMapView *self,
                        BjtFocus   *focus)
{
  if (self->focus == focus)
    return;
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    {
      g_signal_connect_object (focus, "picture-changed", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "filter-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "selection-changed", G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "privacy-changed", G_CALLBACK (privacy_changed_cb), self, G_CONNECT_SWAPPED);
      privacy_changed_cb (self);
    }
  bjt_choose_tool_set_focus (self->choose_tool, focus);
  bjt_selector_set_focus (self->selector, focus);
  bjt_map_walk_set_focus (self->walk, focus);
  bjt_route_layer_set_focus (self->layers.routes, focus);
  picture_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

BjtMapFacts *
bjt_map_view_get_facts (BjtMapView *self)
{
  return self->layers.facts;
}

gboolean
bjt_map_view_is_painted (BjtMapView *self)
{
  return bjt_map_layers_are_painted (&self->layers);
}

/**
 * bjt_map_view_add_overlay:
 * @child: stands on the map by its alignment and margins
 */
void
bjt_map_view_add_overlay (BjtMapView *self,
                          GtkWidget  *child)
{
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), child);
}

void
bjt_map_view_add_to_column (BjtMapView *self,
                            GtkWidget  *child)
{
  gtk_box_insert_child_after (GTK_BOX (self->furniture.column), child, gtk_widget_get_first_child (self->furniture.column));
}

void
bjt_map_view_add_tool (BjtMapView *self,
                       const char *icon,
                       const char *name,
                       const char *action)
{
  bjt_map_furniture_add_tool (&self->furniture, icon, name, action);
}

/**
 * bjt_map_view_set_covered:
 * @width: px at the left over which something lies; the foot keeps clear of it
 */
void
bjt_map_view_set_covered (BjtMapView *self,
                          int         width)
{
  gtk_widget_set_margin_start (self->furniture.foot, width);
}

void
bjt_map_view_add_to_foot (BjtMapView *self,
                          GtkWidget  *child)
{
  gtk_box_prepend (GTK_BOX (self->furniture.foot), child);
}

/* Made once */

static void
layer_painted_cb (BjtMapView *self)
{
  g_autofree char *message = bjt_map_base_take_error (self->layers.base);

  if (message != NULL)
    g_signal_emit (self, signals[BASE_MAP_FAILED], 0, message);
  if (bjt_map_view_is_painted (self))
    g_signal_emit (self, signals[PAINTED], 0);
}

static void
make_layers (BjtMapView *self)
{
  bjt_map_layers_make (&self->layers);
  for (guint i = 0; i < BJT_N_MAP_CANVASES; i++)
    g_signal_connect_object (self->layers.canvases[i], "painted", G_CALLBACK (layer_painted_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->layers.map));
}

static void
add_hand (BjtMapView *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->selector = bjt_selector_new ();
  self->choose_tool = bjt_choose_tool_new (self->layers.facts, self->layers.choice, self->selector);
  g_signal_connect_object (self->choose_tool, "zoom-in", G_CALLBACK (zoom_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choose_tool, "show-extent", G_CALLBACK (bjt_map_view_fit_extent), self, G_CONNECT_SWAPPED);
  self->hand = bjt_map_hand_new (self->layers.map, BJT_MAP_TOOL (self->choose_tool));
  g_signal_connect_object (self->hand, "notify::hint", G_CALLBACK (hint_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "tool-changed", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hand, "menu", G_CALLBACK (bjt_map_view_open_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->layers.map), motion);
  bjt_map_hand_add_keys (self->hand, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (grab_focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->layers.map), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->layers.map), TRUE);
  g_signal_connect_object (self->layers.map, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
}

static void
bjt_map_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  BjtMapView *self = BJT_MAP_VIEW (widget);
  BjtBox      extent = self->wanted_extent;

  if (!bjt_box_is_empty (&extent))
    fit_extent (self, &extent, width, height);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
}

static void
bjt_map_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  gtk_widget_measure (BJT_MAP_VIEW (widget)->overlay, orientation, for_size, minimum, natural, NULL, NULL);
  *natural = MAX (*natural, orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 320);
  *minimum_baseline = *natural_baseline = -1;
}

static void
bjt_map_view_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BjtMapView *self = BJT_MAP_VIEW (object);

  switch (id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_BASE:
      g_value_set_string (value, base_names[bjt_map_base_get_kind (self->layers.base)]);
      break;
    case PROP_STYLE:
      g_value_set_string (value, style_names[bjt_map_facts_get_door_style (self->layers.facts)]);
      break;
    case PROP_TOOL:
      g_value_set_string (value, bjt_map_tools_get_name (bjt_map_view_get_tool (self)));
      break;
    case PROP_FOLLOW:
      g_value_set_boolean (value, self->follow);
      break;
    case PROP_COORDINATES:
      g_value_set_string (value, bjt_coordinate_style_get_name (bjt_map_readout_get_style (self->furniture.readout)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bjt_map_view_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  BjtMapView *self = BJT_MAP_VIEW (object);

  switch (id)
    {
    case PROP_FOCUS:
      bjt_map_view_set_focus (self, g_value_get_object (value));
      break;
    case PROP_BASE:
      bjt_map_view_set_base (self, (BjtBaseMap) find_name (base_names, G_N_ELEMENTS (base_names), g_value_get_string (value)));
      break;
    case PROP_STYLE:
      bjt_map_view_set_style (self, (BjtDoorStyle) find_name (style_names, G_N_ELEMENTS (style_names), g_value_get_string (value)));
      break;
    case PROP_TOOL:
      set_tool_by_name (self, g_value_get_string (value));
      break;
    case PROP_FOLLOW:
      set_follow (self, g_value_get_boolean (value));
      break;
    case PROP_COORDINATES:
      set_coordinates (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bjt_map_view_dispose (GObject *object)
{
  BjtMapView *self = BJT_MAP_VIEW (object);

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->walk, bjt_map_walk_free);
  g_clear_object (&self->hand);
  g_clear_object (&self->choose_tool);
  g_clear_object (&self->selector);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  bjt_map_layers_clear (&self->layers);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  G_OBJECT_CLASS (bjt_map_view_parent_class)->dispose (object);
}

static void
bjt_map_view_class_init (BjtMapViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bjt_map_view_dispose;
  object_class->get_property = bjt_map_view_get_property;
  object_class->set_property = bjt_map_view_set_property;
  widget_class->size_allocate = bjt_map_view_size_allocate;
  widget_class->measure = bjt_map_view_measure;
  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BASE] = g_param_spec_string ("base", NULL, NULL, "painted", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STYLE] = g_param_spec_string ("style", NULL, NULL, "class", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOOL] = g_param_spec_string ("tool", NULL, NULL, "choose", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLLOW] = g_param_spec_boolean ("follow", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COORDINATES] = g_param_spec_string ("coordinates", NULL, NULL, "decimal", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[PAINTED] = g_signal_new ("painted", BJT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BASE_MAP_FAILED] = g_signal_new ("base-map-failed", BJT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TOOL_CHANGED] = g_signal_new ("tool-changed", BJT_TYPE_MAP_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bjt_map_actions_install (widget_class);
}

static void
bjt_map_view_init (BjtMapView *self)
{
  self->wanted_extent = BJT_BOX_EMPTY;
  self->follow = TRUE;
  self->style_manager = adw_style_manager_get_default ();
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  make_layers (self);
  self->furniture = bjt_map_furniture_add (GTK_OVERLAY (self->overlay), self->layers.viewport);
  add_hand (self);
  self->walk = bjt_map_walk_new (GTK_WIDGET (self), &self->layers, self->hand);
  self->storey = bjt_map_storey_add (GTK_WIDGET (self), &self->furniture, &self->layers, self->selector);
  g_signal_connect_object (self->storey, "changed", G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style_manager, "notify::dark", G_CALLBACK (update_colours), self, G_CONNECT_SWAPPED);
  update_colours (self);
}

GtkWidget *
bjt_map_view_new (BjtFocus *focus)
{
  return g_object_new (BJT_TYPE_MAP_VIEW, "focus", focus, NULL);
}
