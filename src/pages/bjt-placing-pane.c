/* bjt-placing-pane.c: between the model of placing, the map's tool, the plan's
 * view and the workspace. It is open as long as the tool is the map's; saving
 * is one undoable action. */
#include "bjt-placing-pane.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-notice.h"
#include "drafting/bjt-placing-view.h"
#include "geo/bjt-mercator.h"
#include "map/bjt-placing-tool.h"
#include "plan/bjt-placing.h"
#include "plan/bjt-plan-index.h"
#include "plan/bjt-plan-levels.h"
#include "workspace/bjt-plan-box.h"

#define WIDTH 348
#define GHOST_SIDE 1000
#define NEAR_ZOOM 18.5

struct _BjtPlacingPane
{
  BjtPage parent_instance;

  /* Template */
  GtkWidget *plans;
  GtkWidget *footprint_button;
  GtkWidget *kinds;
  GtkWidget *pairs;
  GtkWidget *empty_label;
  GtkWidget *fit_label;
  GtkWidget *hint_label;
  GtkWidget *check_label;
  GtkWidget *length_entry;
  GtkWidget *bearing_entry;

  /* Owned */
  BjtPlacing *placing; /* NULL: closed */
  BjtMapTool *tool;

  /* Borrowed */
  BjtMapView *map_view;
  GtkStack   *below;
  GtkWidget  *before; /* what stood below: out of sight, never out of the window, or its actions would be lost */
  GtkWidget  *view;   /* the plan, in its stead; NULL: closed */

  /* State */
  guint32  building;
  BjtUuid  plan_id;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPlacingPane, bjt_placing_pane, BJT_TYPE_PAGE)

/* Words */

static char *
dup_fit (BjtPlacingPane *self)
{
  const BjtPlacementFit *fit = bjt_placing_get_fit (self->placing);
  guint                  needed = bjt_placement_kind_get_parameters (bjt_placing_get_kind (self->placing)) / 2;
  guint                  n = bjt_placing_count_used (self->placing);

  if (bjt_placing_get_error (self->placing) != NULL)
    return bjt_notice_dup_error_text (bjt_placing_get_error (self->placing));
  if (fit == NULL)
    return g_strdup_printf (ngettext ("%u point more is needed", "%u points more are needed", needed - MIN (needed, n)), needed - MIN (needed, n));
  if (fit->n_parameters == 0)
    return g_strdup_printf (_("Moved by hand; the points are %.2f m off in the mean (RMSE)"), isfinite (fit->rmse) ? fit->rmse : 0);
  if (fit->freedom == 0)
    return g_strdup_printf (_("Exact: 2·%u − %u = 0 degrees of freedom, nothing is checked. One point more would tell how good it is."), fit->n_used, fit->n_parameters);
  return g_strdup_printf (_("RMSE %.2f m, 2·%u − %u = %d degrees of freedom (±%.2f m a coordinate)"), fit->rmse, fit->n_used, fit->n_parameters, fit->freedom, fit->sigma);
}

static char *
dup_hint (BjtPlacingPane *self)
{
  guint32 suspect = bjt_placing_get_suspect (self->placing);

  if (suspect == BJT_PLACEMENT_NO_POINT)
    return NULL;
  return g_strdup_printf (_("Point %u looks wrong: without it the RMSE is %.2f m"), suspect + 1, bjt_placing_get_fit (self->placing)->rmse_without);
}

/* The sides of the plan as they come to lie */
static char *
dup_check (BjtPlacingPane *self)
{
  const BjtPlacement *placement = bjt_placing_get_placement (self->placing);
  BjtBox              box = bjt_placing_get_outline (self->placing);
  double              width, height;

  if (placement == NULL)
    return NULL;
  width = bjt_placement_measure (placement, (BjtPoint) { box.x1, box.y1 }, (BjtPoint) { box.x2, box.y1 });
  height = bjt_placement_measure (placement, (BjtPoint) { box.x1, box.y1 }, (BjtPoint) { box.x1, box.y2 });
  return g_strdup_printf (_("Plan %.2f × %.2f m, on the ground %.2f × %.2f m"), box.x2 - box.x1, box.y2 - box.y1, width, height);
}

static void
show_text (GtkWidget *label,
           char      *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
  g_free (text);
}

/* The table */

static guint
get_pair (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "pair"));
}

static void
used_cb (BjtPlacingPane *self,
         GtkCheckButton *button)
{
  if (!self->is_filling)
    bjt_placing_set_used (self->placing, get_pair (GTK_WIDGET (button)), gtk_check_button_get_active (button));
}

static void
remove_cb (BjtPlacingPane *self,
           GtkWidget      *button)
{
  bjt_placing_remove_pair (self->placing, get_pair (button));
}

static char *
dup_pair_text (BjtPlacingPane *self,
               guint           pair)
{
  const BjtPlacingPair *of = bjt_placing_get_pair (self->placing, pair);
  double                residual = bjt_placing_get_residual (self->placing, pair);

  if (!of->has_ground)
    return g_strdup (_("click it on the map"));
  if (!of->has_plan)
    return g_strdup (_("click it on the plan"));
  return isfinite (residual) ? g_strdup_printf (_("%.2f m off"), residual) : g_strdup ("");
}

static GtkWidget *
new_pair_row (BjtPlacingPane *self,
              guint           pair)
{
  const BjtPlacingPair *of = bjt_placing_get_pair (self->placing, pair);
  GtkWidget            *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *used = gtk_check_button_new (), *off, *button;
  g_autofree char      *number = g_strdup_printf ("%u", pair + 1);
  g_autofree char      *text = dup_pair_text (self, pair);
  g_autofree char      *name = g_strdup_printf (_("Remove point %u"), pair + 1);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (used), number);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (used), of->point.is_used);
  gtk_widget_set_tooltip_text (used, _("Use this point; else it only checks"));
  off = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (off), 0);
  gtk_widget_set_hexpand (off, TRUE);
  gtk_widget_add_css_class (off, "numeric");
  if (bjt_placing_get_suspect (self->placing) == pair)
    gtk_widget_add_css_class (off, "error");
  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (used), "pair", GUINT_TO_POINTER (pair));
  g_object_set_data (G_OBJECT (button), "pair", GUINT_TO_POINTER (pair));
  g_signal_connect_object (used, "toggled", G_CALLBACK (used_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), used);
  gtk_box_append (GTK_BOX (row), off);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
fill_pairs (BjtPlacingPane *self)
{
  GtkWidget *child;
  guint      n = bjt_placing_get_n_pairs (self->placing);

  while ((child = gtk_widget_get_first_child (self->pairs)) != NULL)
    gtk_box_remove (GTK_BOX (self->pairs), child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->pairs), new_pair_row (self, i));
  gtk_widget_set_visible (self->empty_label, n == 0);
}

static void
changed_cb (BjtPlacingPane *self)
{
  self->is_filling = TRUE;
  fill_pairs (self);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kinds), bjt_placing_get_kind (self->placing));
  self->is_filling = FALSE;
  show_text (self->fit_label, dup_fit (self));
  show_text (self->hint_label, dup_hint (self));
  show_text (self->check_label, dup_check (self));
  gtk_widget_set_sensitive (self->footprint_button, bjt_placing_has_footprint (self->placing));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "placing.save", bjt_placing_is_changed (self->placing));
}

/* Opening */

static GPtrArray *
list_shapes (const BjtPicture *picture,
             guint32           plan)
{
  BjtRun     run = bjt_picture_get_plan (picture, plan)->elements;
  GPtrArray *shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_geometry_unref);

  for (guint32 e = run.first; e < run.first + run.n; e++)
    g_ptr_array_add (shapes, bjt_geometry_ref (bjt_picture_get_element (picture, e)->shape));
  return shapes;
}

static int
get_lowest (const BjtPicturePlan *plan)
{
  g_autoptr (GArray) levels = bjt_plan_levels_parse (plan->levels, NULL);

  return levels != NULL && levels->len > 0 ? g_array_index (levels, BjtLevelRange, 0).first : 0;
}

static GtkWidget *
new_view (BjtPlacingPane *self,
          guint32         plan)
{
  BjtPicture     *picture = bjt_page_get_picture (BJT_PAGE (self));
  g_autoptr (GPtrArray) backdrops = bjt_workspace_load_backdrops (bjt_page_get_workspace (BJT_PAGE (self)), &self->plan_id, NULL);
  g_autoptr (GPtrArray) shapes = list_shapes (picture, plan);
  BjtPlanPainter *painter = bjt_plan_painter_new (picture, plan, get_lowest (bjt_picture_get_plan (picture, plan)), backdrops);

  bjt_plan_painter_set_show (painter, BJT_PLAN_SHOW_LABELS);
  return bjt_placing_view_new (self->placing, painter, shapes, backdrops);
}

/* @view: (nullable): the plan; NULL: what stood there before */
static void
show_below (BjtPlacingPane *self,
            GtkWidget      *view)
{
  GtkWidget *last = self->view;

  if (last == NULL)
    self->before = gtk_stack_get_visible_child (self->below);
  self->view = view;
  if (view != NULL)
    gtk_stack_add_child (self->below, view);
  gtk_stack_set_visible_child (self->below, view != NULL ? view : self->before);
  if (last != NULL)
    gtk_stack_remove (self->below, last);
}

static void
show_ghost (BjtPlacingPane *self,
            GtkWidget      *view)
{
  cairo_surface_t *ghost = bjt_placing_view_paint_ghost (BJT_PLACING_VIEW (view), GHOST_SIDE);

  bjt_placing_tool_set_ghost (BJT_PLACING_TOOL (self->tool), ghost);
  cairo_surface_destroy (ghost);
}

static gboolean
open_plan (BjtPlacingPane *self,
           guint32         plan)
{
  BjtPicture           *picture = bjt_page_get_picture (BJT_PAGE (self));
  const BjtPicturePlan *about = bjt_picture_get_plan (picture, plan);
  BjtBox                box;
  GtkWidget            *view;
  g_autoptr (GError) error = NULL;

  self->plan_id = about->id;
  if (!bjt_workspace_measure_plan (bjt_page_get_workspace (BJT_PAGE (self)), &self->plan_id, &box, &error))
    {
      bjt_page_tell_error (BJT_PAGE (self), error);
      return FALSE;
    }
  g_clear_object (&self->placing);
  g_clear_object (&self->tool);
  self->placing = bjt_placing_new (&box, bjt_picture_get_building (picture, about->building)->corners, about->placement);
  self->tool = bjt_placing_tool_new (self->placing, picture);
  g_signal_connect_object (self->placing, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  view = new_view (self, plan);
  show_ghost (self, view);
  show_below (self, view);
  bjt_map_view_set_tool (self->map_view, self->tool);
  changed_cb (self);
  return TRUE;
}

static void
fill_plans (BjtPlacingPane *self,
            BjtRun          plans)
{
  const BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *building = bjt_picture_dup_building_name (picture, self->building);

  for (guint32 p = plans.first; p < plans.first + plans.n; p++)
    {
      const BjtPicturePlan *plan = bjt_picture_get_plan (picture, p);
      g_autofree char *label = bjt_picture_dup_level_label (picture, self->building, get_lowest (plan));

      gtk_string_list_take (names, g_strdup_printf ("%s · %s", building, plan->name != NULL && *plan->name != '\0' ? plan->name : label));
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->plans), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->plans), 0);
  self->is_filling = FALSE;
}

static void
plan_chosen_cb (BjtPlacingPane *self)
{
  BjtRun plans = bjt_plan_index_get_plans (bjt_page_get_picture (BJT_PAGE (self)), self->building);
  guint  chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->plans));

  if (!self->is_filling && self->placing != NULL && chosen < plans.n)
    open_plan (self, plans.first + chosen);
}

/* Close enough to see corners, out from under the pane */
static void
show_building (BjtPlacingPane *self)
{
  BjtPoint         centre = bjt_picture_get_building (bjt_page_get_picture (BJT_PAGE (self)), self->building)->centre;
  ShumateViewport *viewport = shumate_map_get_viewport (bjt_map_view_get_map (self->map_view));

  if (isfinite (centre.x))
    {
      shumate_viewport_set_zoom_level (viewport, fmax (NEAR_ZOOM, shumate_viewport_get_zoom_level (viewport)));
      shumate_location_set_location (SHUMATE_LOCATION (viewport), bjt_mercator_to_latitude (centre.y), bjt_mercator_to_longitude (centre.x));
    }
  gtk_widget_activate_action (GTK_WIDGET (self->map_view), "map.pan", "(ii)", -WIDTH / 2, 0);
}

void
bjt_placing_pane_open (BjtPlacingPane *self,
                       guint32         building)
{
  const BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  BjtRun            plans = { 0, 0 };

  if (building != BJT_NO_INDEX)
    plans = bjt_plan_index_get_plans (picture, building);
  if (plans.n == 0)
    {
      bjt_page_tell (BJT_PAGE (self), _("Choose a building that has a floor plan first"), FALSE);
      return;
    }
  self->building = building;
  fill_plans (self, plans);
  if (!open_plan (self, plans.first))
    {
      bjt_placing_pane_close (self);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  bjt_map_facts_set_quiet (bjt_map_view_get_facts (self->map_view), TRUE);
  bjt_map_view_set_covered (self->map_view, WIDTH);
  show_building (self);
}

void
bjt_placing_pane_close (BjtPlacingPane *self)
{
  bjt_map_view_set_tool (self->map_view, NULL);
}

/* Another tool: the pane is closed. */
static void
tool_changed_cb (BjtPlacingPane *self)
{
  if (self->tool == NULL || bjt_map_view_get_tool (self->map_view) == self->tool)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  bjt_map_facts_set_quiet (bjt_map_view_get_facts (self->map_view), FALSE);
  bjt_map_view_set_covered (self->map_view, 0);
  show_below (self, NULL);
  g_clear_object (&self->tool);
  g_clear_object (&self->placing);
}

/* Actions */

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPlacingPane *self = BJT_PLACING_PANE (widget);
  g_autofree char *json = bjt_placing_dup_json (self->placing);
  BjtUuid          plan_id = self->plan_id;
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    return;
  bjt_placing_pane_close (self);
  if (bjt_workspace_place_plan (bjt_page_get_workspace (BJT_PAGE (self)), &plan_id, json, &error))
    bjt_page_tell (BJT_PAGE (self), _("The plan lies on the map"), TRUE);
  else
    bjt_page_tell_error (BJT_PAGE (self), error);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  bjt_placing_pane_close (BJT_PLACING_PANE (widget));
}

static void
lay_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BjtPlacingPane *self = BJT_PLACING_PANE (widget);

  if (g_str_equal (name, "placing.footprint"))
    bjt_placing_lay_on_footprint (self->placing);
  else if (g_str_equal (name, "placing.along"))
    bjt_placing_tool_set_lay_along (BJT_PLACING_TOOL (self->tool), TRUE);
  else if (g_str_equal (name, "placing.mirror"))
    bjt_placing_mirror (self->placing);
  else
    bjt_placing_turn_quarter (self->placing, g_str_equal (name, "placing.turn-left") ? 1 : -1);
}

static gboolean
read_number (GtkWidget *entry,
             double    *number)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  char            *end = NULL;

  *number = g_ascii_strtod (text, &end);
  return *text != '\0' && *end == '\0' && isfinite (*number);
}

/* From point 1, which is on both, to point 2 on the plan */
static void
wall_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPlacingPane *self = BJT_PLACING_PANE (widget);
  const BjtPlacingPair *from, *to;
  double length, bearing;

  if (bjt_placing_get_n_pairs (self->placing) < 2 || !read_number (self->length_entry, &length) || !read_number (self->bearing_entry, &bearing))
    {
      bjt_page_tell (BJT_PAGE (self), _("Set point 1 on the plan and on the map, point 2 on the plan, then the wall’s length and direction"), FALSE);
      return;
    }
  from = bjt_placing_get_pair (self->placing, 0);
  to = bjt_placing_get_pair (self->placing, 1);
  if (from->has_ground && to->has_plan)
    bjt_placing_lay_wall (self->placing, (const BjtPoint[]) { from->point.plan, to->point.plan }, length, bearing, from->point.lon_lat);
}

static void
kind_chosen_cb (BjtPlacingPane *self)
{
  if (!self->is_filling && self->placing != NULL)
    bjt_placing_set_kind (self->placing, (BjtPlacementKind) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds)));
}

/* Made once */

static GtkWidget *
add_button (GtkWidget  *box,
            const char *label,
            const char *icon,
            const char *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (icon != NULL)
    {
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  else
    gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_row (GtkWidget *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), row);
  return row;
}

static GtkWidget *
add_entry (GtkWidget  *row,
           const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  gtk_box_append (GTK_BOX (row), entry);
  return entry;
}

static void
add_ways (BjtPlacingPane *self,
          GtkWidget      *box)
{
  GtkWidget *row = add_row (box);

  self->footprint_button = add_button (row, _("On the _Building’s Outline"), NULL, "placing.footprint");
  add_button (row, _("_Along a Side"), NULL, "placing.along");
  row = add_row (box);
  add_button (row, _("A quarter turn to the left"), "object-rotate-left-symbolic", "placing.turn-left");
  add_button (row, _("A quarter turn to the right"), "object-rotate-right-symbolic", "placing.turn-right");
  add_button (row, _("Mirror"), "object-flip-horizontal-symbolic", "placing.mirror");
  self->kinds = gtk_drop_down_new_from_strings ((const char *const[]) { _("Similar (2 points)"), _("Affine (3 points)"), _("Projective (4 points)"), NULL });
  gtk_widget_set_hexpand (self->kinds, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind of placement"), -1);
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (kind_chosen_cb), self);
  gtk_box_append (GTK_BOX (row), self->kinds);
}

static GtkWidget *
new_content (BjtPlacingPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *row;

  add_label (box, _("Put on the Map"), "heading");
  self->plans = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plans), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Plan"), -1);
  g_signal_connect_swapped (self->plans, "notify::selected", G_CALLBACK (plan_chosen_cb), self);
  gtk_box_append (GTK_BOX (box), self->plans);
  add_ways (self, box);
  self->empty_label = add_label (box, _("Click a corner on the plan below, then the same corner on the map."), "dim-label");
  self->fit_label = add_label (box, NULL, NULL);
  self->hint_label = add_label (box, NULL, "error");
  self->pairs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->pairs);
  self->check_label = add_label (box, NULL, "dim-label");
  row = add_row (box);
  self->length_entry = add_entry (row, _("Wall 1→2, metres"));
  self->bearing_entry = add_entry (row, _("Direction, °"));
  add_button (row, _("Lay by the wall"), "object-select-symbolic", "placing.wall");
  return box;
}

static void
bjt_placing_pane_constructed (GObject *object)
{
  BjtPlacingPane *self = BJT_PLACING_PANE (object);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *scroller = gtk_scrolled_window_new (), *row;

  G_OBJECT_CLASS (bjt_placing_pane_parent_class)->constructed (object);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_content (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  row = add_row (box);
  add_button (row, _("_Cancel"), NULL, "placing.cancel");
  gtk_widget_add_css_class (add_button (row, _("_Save"), NULL, "placing.save"), "suggested-action");
  gtk_widget_add_css_class (box, "grid-pane");
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
bjt_placing_pane_dispose (GObject *object)
{
  BjtPlacingPane *self = BJT_PLACING_PANE (object);

  g_clear_object (&self->tool);
  g_clear_object (&self->placing);
  G_OBJECT_CLASS (bjt_placing_pane_parent_class)->dispose (object);
}

static void
bjt_placing_pane_class_init (BjtPlacingPaneClass *klass)
{
  static const char *const ways[] = { "placing.footprint", "placing.along", "placing.mirror", "placing.turn-left", "placing.turn-right" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = bjt_placing_pane_constructed;
  G_OBJECT_CLASS (klass)->dispose = bjt_placing_pane_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_widget_class_install_action (widget_class, ways[i], NULL, lay_action);
  gtk_widget_class_install_action (widget_class, "placing.wall", NULL, wall_action);
  gtk_widget_class_install_action (widget_class, "placing.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "placing.cancel", NULL, cancel_action);
}

static void
bjt_placing_pane_init (BjtPlacingPane *self)
{
}

GtkWidget *
bjt_placing_pane_new (BjtPage    *beside,
                      BjtMapView *map_view,
                      GtkStack   *below)
{
  BjtPlacingPane *self = g_object_new (BJT_TYPE_PLACING_PANE, "workspace", bjt_page_get_workspace (beside), "focus", bjt_page_get_focus (beside), NULL);

  self->map_view = map_view;
  self->below = below;
  g_signal_connect_object (map_view, "tool-changed", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
