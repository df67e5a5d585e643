/* bjt-planner-page.c: shows the plan in hand on map, doors and timeline, and hands on
 * what is done to it. The rows of the timeline are the shifts of the plan. */
#include "bjt-planner-page.h"

#include <glib/gi18n.h>

#include "bjt-planner-close-dialog.h"
#include "bjt-planner-draft.h"
#include "bjt-planner-legend.h"
#include "bjt-planner-matrix.h"
#include "bjt-planner-menu.h"
#include "bjt-planner-missed.h"
#include "bjt-planner-papers.h"
#include "bjt-planner-plans.h"
#include "bjt-planner-replan.h"
#include "bjt-planner-setup.h"
#include "bjt-planner-shown.h"
#include "bjt-planner-what-if.h"
#include "bjt-planner-words.h"
#include "map/bjt-map-view.h"
#include "model/bjt-focus-routes.h"
#include "widgets/bjt-timeline.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-visit-routes-hold.h"

#define FRAME_MICROSECONDS 120000 /* between two pictures of what is solved */
#define BAR_HEIGHT 78 /* px: over the rows, and the bar under them */

struct _BjtPlannerPage
{
  BjtPage parent_instance;

  /* Template */
  GtkStack        *places;
  GtkToggleButton *setup_button;
  GtkLabel        *title_label;
  GtkWidget       *plan_buttons;
  GtkMenuButton   *plans_button;
  GtkWidget       *progress_box;
  GtkLabel        *progress_label;
  GtkProgressBar  *progress_bar;
  GtkPaned        *paned;
  AdwBin          *setup_bin;
  GtkStack        *views;
  GtkWidget       *plan_box;
  GtkLabel        *cost_label;
  GtkWidget       *improve_button;
  GtkWidget       *notes_button;
  GtkLabel        *notes_label;
  AdwBin          *legend_bin;
  GtkStack        *lists;

  /* Children */
  BjtPlannerSetup  *setup;
  BjtMapView       *map_view;
  BjtTimeline      *timeline;
  BjtPlannerMissed *missed;
  GtkWidget        *menu; /* of a stop */

  /* Owned */
  BjtPlannerDraft *draft;

  /* State */
  BjtVisitRoutes *shown; /* borrowed, to tell what is new; never read */
  gint64          shown_at;
  guint           fit_source;
  gboolean        was_first;
  BjtDate         shown_day; /* on the map; NONE: all */
};

G_DEFINE_FINAL_TYPE (BjtPlannerPage, bjt_planner_page, BJT_TYPE_PAGE)

static BjtFocus *
get_focus (BjtPlannerPage *self)
{
  return bjt_page_get_focus (BJT_PAGE (self));
}

static BjtWorkspace *
get_workspace (BjtPlannerPage *self)
{
  return bjt_page_get_workspace (BJT_PAGE (self));
}

/* Showing */

static const BjtUuid *
get_chosen (BjtPlannerPage *self)
{
  guint32 door = bjt_focus_get_door (get_focus (self));

  return door != BJT_NO_INDEX ? &bjt_picture_get_door (bjt_page_get_picture (BJT_PAGE (self)), door)->id : NULL;
}

/* Of several days the one of the chosen visit is on the map. */
static BjtDate
get_shown_day (BjtPlannerPage *self)
{
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);
  const BjtUuid  *door_id = get_chosen (self);
  guint           shift, index;

  if (routes == NULL || routes->facts->wish->n_days < 2 || door_id == NULL || !bjt_visit_routes_find (routes, door_id, &shift, &index))
    return BJT_DATE_NONE;
  return g_array_index (routes->facts->shifts, BjtRouteShiftFacts, shift).on;
}

static void
show_on_map (BjtPlannerPage *self,
             gboolean        is_quick)
{
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);
  g_autoptr (BjtShownRoutes) shown = NULL;

  self->shown_day = get_shown_day (self);
  shown = routes != NULL ? bjt_planner_shown_new (routes, is_quick, self->shown_day) : NULL;
  bjt_focus_set_routes (get_focus (self), shown);
}

static void
choose_on_timeline (BjtPlannerPage *self)
{
  bjt_timeline_show_door (self->timeline, get_chosen (self));
  if (get_shown_day (self) != self->shown_day)
    show_on_map (self, bjt_planner_draft_is_busy (self->draft));
}

static void
show_routes (BjtPlannerPage *self,
             gboolean        is_quick)
{
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);

  show_on_map (self, is_quick);
  if (routes == NULL)
    return;
  bjt_timeline_take_plan (self->timeline, bjt_planner_timeline_new (routes, bjt_planner_draft_get_done (self->draft), get_focus (self)));
  self->shown_at = g_get_monotonic_time ();
}

static void
update_title (BjtPlannerPage *self)
{
  const char      *number = bjt_planner_draft_get_number (self->draft);
  g_autofree char *summary = bjt_planner_setup_dup_summary (self->setup);
  g_autofree char *text = NULL;

  if (bjt_planner_draft_get_routes (self->draft) == NULL)
    text = g_strdup_printf (_("New plan · %s"), summary);
  else if (number == NULL)
    text = g_strdup (_("Plan, not saved yet"));
  else if (bjt_planner_draft_is_closed (self->draft))
    text = g_strdup_printf (_("Plan %s · closed out"), number);
  else
    text = bjt_planner_draft_is_saved (self->draft) ? g_strdup_printf (_("Plan %s"), number) : g_strdup_printf (_("Plan %s · changed"), number);
  gtk_label_set_text (self->title_label, text);
}

static void
update_progress (BjtPlannerPage *self)
{
  BjtVisitRoutes  *routes = bjt_planner_draft_get_routes (self->draft);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->progress_box, bjt_planner_draft_is_busy (self->draft));
  if (!bjt_planner_draft_is_busy (self->draft))
    return;
  text = routes != NULL ? g_strdup_printf (_("Planning: %u on a route, %u not yet"), bjt_planner_words_count_visits (routes), routes->plan->unserved->len)
                        : g_strdup (_("Measuring the ways…"));
  gtk_label_set_text (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, bjt_planner_draft_get_fraction (self->draft));
}

static void
name_missed (BjtPlannerPage *self,
             guint           n_missed)
{
  /* Translators: how many homes are on no route */
  g_autofree char *title = g_strdup_printf (_("Not Visited %u"), n_missed);

  gtk_stack_page_set_title (gtk_stack_get_page (self->lists, GTK_WIDGET (self->missed)), title);
}

static void
update_missed (BjtPlannerPage *self)
{
  bjt_planner_missed_show (self->missed, bjt_planner_draft_get_routes (self->draft));
  name_missed (self, bjt_planner_missed_get_count (self->missed));
}

static void
update_words (BjtPlannerPage *self)
{
  BjtVisitRoutes  *routes = bjt_planner_draft_get_routes (self->draft);
  g_autofree char *cost = bjt_planner_draft_dup_cost (self->draft);
  g_autofree char *notes = routes != NULL ? bjt_planner_words_dup_notes (routes) : NULL;

  gtk_label_set_text (self->cost_label, cost != NULL ? cost : "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->cost_label), "error");
  gtk_label_set_text (self->notes_label, notes != NULL ? notes : "");
  gtk_widget_set_visible (self->notes_button, notes != NULL);
  gtk_widget_set_visible (self->improve_button, bjt_planner_draft_is_by_hand (self->draft) && !bjt_planner_draft_is_closed (self->draft));
  gtk_widget_set_visible (GTK_WIDGET (self->legend_bin), cost == NULL); /* the room is for what is new */
}

static void
update_actions (BjtPlannerPage *self)
{
  static const char *const of_plan[] = { "planner.improve", "planner.print", "planner.what-if", "planner.unpin-all", "planner.save",
                                         "planner.pin", "planner.unpin", "planner.lock-until", "planner.leave-out", "planner.move" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   is_busy = bjt_planner_draft_is_busy (self->draft), is_closed = bjt_planner_draft_is_closed (self->draft);
  gboolean   is_ready = bjt_planner_draft_get_routes (self->draft) != NULL && !is_busy;
  gboolean   is_kept = is_ready && bjt_planner_draft_get_number (self->draft) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_plan); i++)
    gtk_widget_action_set_enabled (widget, of_plan[i], is_ready && (!is_closed || g_str_equal (of_plan[i], "planner.print")));
  if (bjt_planner_draft_is_saved (self->draft))
    gtk_widget_action_set_enabled (widget, "planner.save", FALSE);
  gtk_widget_action_set_enabled (widget, "planner.plan", !is_busy);
  gtk_widget_action_set_enabled (widget, "planner.cancel", is_busy);
  gtk_widget_action_set_enabled (widget, "planner.undo", bjt_planner_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (widget, "planner.redo", bjt_planner_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (widget, "planner.close-out", is_ready && !is_closed);
  gtk_widget_action_set_enabled (widget, "planner.replan", is_kept && !is_closed);
  gtk_widget_action_set_enabled (widget, "planner.remove", is_kept);
  bjt_timeline_canvas_set_sensitive (bjt_timeline_get_canvas (self->timeline), is_ready && !is_closed);
}

static gboolean
fit_routes_cb (gpointer user_data)
{
  BjtPlannerPage *self = user_data;
  BjtShownRoutes *shown = bjt_focus_get_routes (get_focus (self));
  BjtBox          box = shown != NULL ? bjt_shown_routes_get_extent (shown) : BJT_BOX_EMPTY;

  if (!bjt_box_is_empty (&box))
    bjt_map_view_fit_extent (self->map_view, &box);
  self->fit_source = 0;
  return G_SOURCE_REMOVE;
}

/* Once the map has the size it will have. */
static void
fit_routes (BjtPlannerPage *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_LOW, fit_routes_cb, self, NULL);
}

/* As many rows as there are, while the map keeps its share. */
static void
update_height (BjtPlannerPage *self)
{
  guint n_rows = bjt_timeline_canvas_get_plan (bjt_timeline_get_canvas (self->timeline))->rows->len;

  gtk_widget_set_size_request (self->plan_box, -1, BAR_HEIGHT + (int) (CLAMP (n_rows, 2, 4) * BJT_TIMELINE_ROW_HEIGHT));
}

/* When a new plan is there, the setup makes room for it. */
static void
show_arrival (BjtPlannerPage *self)
{
  gboolean is_first = bjt_planner_draft_is_first (self->draft), has_plan = bjt_planner_draft_get_routes (self->draft) != NULL;

  gtk_widget_set_visible (self->plan_box, has_plan);
  gtk_widget_set_visible (self->plan_buttons, has_plan);
  if (is_first)
    gtk_stack_set_visible_child_name (self->lists, "timeline");
  if (self->was_first && !is_first && has_plan)
    {
      gtk_toggle_button_set_active (self->setup_button, FALSE);
      fit_routes (self);
    }
  self->was_first = is_first;
}

static void
draft_changed_cb (BjtPlannerPage *self)
{
  show_routes (self, FALSE);
  update_height (self);
  show_arrival (self);
  update_title (self);
  update_progress (self);
  update_missed (self);
  update_words (self);
  update_actions (self);
  choose_on_timeline (self);
}

/* Not every picture of the many that come. */
static void
progress_cb (BjtPlannerPage *self)
{
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);

  update_progress (self);
  if (routes == NULL || routes == self->shown || g_get_monotonic_time () - self->shown_at < FRAME_MICROSECONDS)
    return;
  self->shown = routes;
  show_routes (self, TRUE);
  name_missed (self, routes->plan->unserved->len);
  if (!gtk_widget_get_visible (self->plan_box))
    {
      update_height (self);
      gtk_widget_set_visible (self->plan_box, TRUE);
      fit_routes (self);
    }
}

static void
failed_cb (BjtPlannerPage *self,
           const GError   *error)
{
  g_autofree char *text = bjt_planner_words_dup_error (error);

  gtk_label_set_text (self->cost_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->legend_bin), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->cost_label), "error");
  if (!gtk_widget_get_visible (self->plan_box))
    bjt_page_tell (BJT_PAGE (self), text, FALSE);
}

/* Choosing */

static void
choose_cb (BjtPlannerPage *self,
           const BjtUuid  *door_id)
{
  guint32 door = bjt_picture_find_door (bjt_page_get_picture (BJT_PAGE (self)), door_id);

  if (door != BJT_NO_INDEX)
    bjt_focus_choose_door (get_focus (self), door);
}

/* Changing by hand */

static void
move_cb (BjtPlannerPage *self,
         const BjtUuid  *door_id,
         guint           row,
         guint           index)
{
  GError         *error = NULL;
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);

  bjt_planner_draft_take (self->draft, bjt_visit_routes_move_and_hold (routes, door_id, row, index, &error), FALSE, &error);
}

static void
leave_out_cb (BjtPlannerPage *self,
              const BjtUuid  *door_id)
{
  GError         *error = NULL;
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);

  bjt_planner_draft_take (self->draft, bjt_visit_routes_drop (routes, door_id, &error), FALSE, &error);
}

static void
insert_cb (BjtPlannerPage *self,
           const BjtUuid  *door_id)
{
  GError         *error = NULL;
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);

  if (!bjt_planner_draft_is_busy (self->draft))
    bjt_planner_draft_take (self->draft, bjt_visit_routes_insert (routes, door_id, BJT_ROUTE_NONE, &error), FALSE, &error);
}

static void
door_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);
  const BjtUuid  *door_id = get_chosen (self);
  GError         *error = NULL;

  if (routes == NULL || door_id == NULL || bjt_planner_draft_is_busy (self->draft))
    return;
  if (g_str_equal (name, "planner.leave-out"))
    leave_out_cb (self, door_id);
  else if (g_str_equal (name, "planner.lock-until"))
    bjt_planner_draft_take (self->draft, bjt_visit_routes_lock_until (routes, door_id, &error), FALSE, &error);
  else
    bjt_planner_draft_take (self->draft, bjt_visit_routes_unpin (routes, door_id, &error), FALSE, &error);
}

static void
pin_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  static const char *const kinds[] = { [BJT_ROUTE_PIN_SHIFT] = "shift", [BJT_ROUTE_PIN_FIRST] = "first", [BJT_ROUTE_PIN_LOCKED] = "locked", [BJT_ROUTE_PIN_LAST] = "last" };
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);
  const BjtUuid  *door_id = get_chosen (self);
  GError         *error = NULL;

  for (guint i = 0; routes != NULL && door_id != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), kinds[i]))
      {
        bjt_planner_draft_take (self->draft, bjt_visit_routes_pin (routes, door_id, (BjtRoutePinKind) i, &error), FALSE, &error);
        return;
      }
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  const BjtUuid  *door_id = get_chosen (self);
  BjtTimelineDrop drop;
  int             along, down;

  g_variant_get (parameter, "(ii)", &along, &down);
  if (door_id != NULL && bjt_timeline_plan_step (bjt_timeline_canvas_get_plan (bjt_timeline_get_canvas (self->timeline)), door_id, along, down, &drop))
    move_cb (self, door_id, drop.row, drop.index);
}

/* The menu of a stop */

static void
menu_cb (BjtPlannerPage *self,
         const BjtUuid  *door_id,
         double          x,
         double          y)
{
  GtkWidget *canvas = GTK_WIDGET (bjt_timeline_get_canvas (self->timeline));
  g_autoptr (GMenuModel) model = bjt_planner_menu_new (bjt_timeline_canvas_get_plan (bjt_timeline_get_canvas (self->timeline))->rows->len > 1);
  double at_x, at_y;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (!gtk_widget_translate_coordinates (canvas, GTK_WIDGET (self), x, y, &at_x, &at_y))
    return;
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Actions of the plan */

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtRouteWish) wish = bjt_planner_setup_dup_wish (self->setup, &error);

  if (wish == NULL)
    bjt_page_tell (BJT_PAGE (self), error->message, FALSE);
  else if (wish->choices->len == 0)
    bjt_page_tell (BJT_PAGE (self), _("Nobody is chosen to be visited: choose a grid, or add homes"), FALSE);
  else
    bjt_planner_draft_plan (self->draft, wish);
}

static void
simple_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);

  if (g_str_equal (name, "planner.cancel"))
    bjt_planner_draft_cancel (self->draft);
  else if (g_str_equal (name, "planner.improve"))
    bjt_planner_draft_take (self->draft, bjt_visit_routes_ref (bjt_planner_draft_get_routes (self->draft)), TRUE, NULL);
  else if (g_str_equal (name, "planner.undo"))
    bjt_planner_draft_undo (self->draft);
  else if (g_str_equal (name, "planner.redo"))
    bjt_planner_draft_redo (self->draft);
}

static void
unpin_all_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  GError         *error = NULL;

  bjt_planner_draft_take (self->draft, bjt_visit_routes_unpin_all (bjt_planner_draft_get_routes (self->draft), &error), FALSE, &error);
}

static gboolean
save (BjtPlannerPage *self)
{
  g_autofree char *text = NULL;

  if (bjt_planner_draft_is_saved (self->draft))
    return TRUE;
  if (!bjt_planner_draft_save (self->draft))
    return FALSE;
  text = g_strdup_printf (_("Saved as %s"), bjt_planner_draft_get_number (self->draft));
  bjt_page_tell (BJT_PAGE (self), text, FALSE);
  return TRUE;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (BJT_PLANNER_PAGE (widget));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);

  bjt_planner_papers_show (BJT_PAGE (self), bjt_planner_draft_get_routes (self->draft), bjt_planner_draft_get_number (self->draft));
}

static void
closed_cb (BjtPlannerPage *self)
{
  bjt_planner_draft_refresh (self->draft);
}

/* It is noted in the saved plan, so that it has to be saved. */
static void
close_out_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  GtkWidget      *dialog = save (self) ? bjt_planner_close_dialog_new (BJT_PAGE (self), bjt_planner_draft_get_number (self->draft)) : NULL;

  if (dialog == NULL)
    return;
  g_signal_connect_object (dialog, "noted", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A plan may be gone, or have other outcomes, when something was undone. */
static void
workspace_changed_cb (BjtPlannerPage *self)
{
  if (bjt_planner_draft_get_number (self->draft) != NULL && !bjt_planner_draft_is_busy (self->draft))
    bjt_planner_draft_refresh (self->draft);
}

static void
take_wish_cb (BjtPlannerPage     *self,
              const BjtRouteWish *wish)
{
  bjt_planner_draft_plan (self->draft, wish);
}

static void
what_if_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  GtkWidget      *dialog = bjt_planner_what_if_new (BJT_PAGE (self), bjt_planner_draft_get_routes (self->draft));

  g_signal_connect_object (dialog, "take", G_CALLBACK (take_wish_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
replan_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);

  if (save (self))
    bjt_planner_replan_ask (BJT_PAGE (self), self->draft);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);
  g_autofree char *text = g_strdup_printf (_("Plan %s is removed"), bjt_planner_draft_get_number (self->draft));
  g_autoptr (GError) error = NULL;

  if (bjt_page_tell_outcome (BJT_PAGE (self), bjt_workspace_remove_visit_plan (get_workspace (self), bjt_planner_draft_get_number (self->draft), &error), text, &error))
    bjt_planner_draft_clear (self->draft);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (widget);

  gtk_menu_button_popdown (self->plans_button);
  if (bjt_planner_draft_open (self->draft, g_variant_get_string (parameter, NULL)))
    {
      gtk_toggle_button_set_active (self->setup_button, FALSE);
      fit_routes (self);
    }
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_timeline_zoom (BJT_PLANNER_PAGE (widget)->timeline, g_variant_get_int32 (parameter));
}

void
bjt_planner_page_show_campaigns (BjtPlannerPage *self)
{
  g_return_if_fail (BJT_IS_PLANNER_PAGE (self));
  gtk_toggle_button_set_active (self->setup_button, TRUE);
  bjt_planner_setup_show_campaigns (self->setup);
}

/* The picture */

/* Doors that vanished leave the routes. */
static void
picture_changed_cb (BjtPlannerPage *self)
{
  BjtPicture     *picture = bjt_page_get_picture (BJT_PAGE (self));
  BjtVisitRoutes *routes = bjt_planner_draft_get_routes (self->draft);

  gtk_stack_set_visible_child_name (self->places, picture->buildings->len > 0 ? "work" : "empty");
  for (guint i = 0; routes != NULL && !bjt_planner_draft_is_busy (self->draft) && i < routes->facts->stops->len; i++)
    {
      BjtUuid door_id = g_array_index (routes->facts->stops, BjtRouteFacts, i).door_id;
      guint   shift, index;
      GError *error = NULL;

      if (bjt_picture_find_door (picture, &door_id) != BJT_NO_INDEX || !bjt_visit_routes_find (routes, &door_id, &shift, &index))
        continue;
      bjt_planner_draft_take (self->draft, bjt_visit_routes_leave_out (routes, &door_id, &error), FALSE, &error);
      routes = bjt_planner_draft_get_routes (self->draft);
    }
}

/* Object */

static void
bjt_planner_page_dispose (GObject *object)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (object);

  g_clear_handle_id (&self->fit_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->draft != NULL)
    {
      bjt_planner_draft_cancel (self->draft);
      g_signal_handlers_disconnect_by_data (self->draft, self);
    }
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (bjt_planner_page_parent_class)->dispose (object);
}

static void
add_views (BjtPlannerPage *self)
{
  GtkWidget *map = bjt_map_view_new (get_focus (self));

  self->map_view = BJT_MAP_VIEW (map);
  gtk_stack_add_titled (self->views, map, "map", _("Map"));
  gtk_stack_add_titled (self->views, bjt_planner_matrix_new (get_focus (self)), "matrix", C_("pane", "Matrix"));
}

static void
add_lists (BjtPlannerPage *self)
{
  GtkWidget *timeline = bjt_timeline_new (), *missed = bjt_planner_missed_new ();
  BjtTimelineCanvas *canvas;

  self->timeline = BJT_TIMELINE (timeline);
  self->missed = BJT_PLANNER_MISSED (missed);
  canvas = bjt_timeline_get_canvas (self->timeline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("routes", "Who Goes When"), -1);
  gtk_stack_add_titled (self->lists, timeline, "timeline", C_("routes", "Timeline"));
  gtk_stack_add_titled (self->lists, missed, "missed", _("Not Visited"));
  g_signal_connect_object (canvas, "choose", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "leave-out", G_CALLBACK (leave_out_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (missed, "insert", G_CALLBACK (insert_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (missed, "choose", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
}

static void
bjt_planner_page_constructed (GObject *object)
{
  BjtPlannerPage *self = BJT_PLANNER_PAGE (object);
  BjtFocus       *focus;

  G_OBJECT_CLASS (bjt_planner_page_parent_class)->constructed (object);
  focus = get_focus (self);
  self->draft = bjt_planner_draft_new (get_workspace (self));
  self->setup = BJT_PLANNER_SETUP (bjt_planner_setup_new (BJT_PAGE (self)));
  adw_bin_set_child (self->setup_bin, GTK_WIDGET (self->setup));
  adw_bin_set_child (self->legend_bin, bjt_planner_legend_new ());
  gtk_menu_button_set_popover (self->plans_button, bjt_planner_plans_new (BJT_PAGE (self)));
  add_views (self);
  add_lists (self);
  g_signal_connect_object (self->setup, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->draft, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_workspace (self), "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "choice-changed", G_CALLBACK (choose_on_timeline), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "privacy-changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
  picture_changed_cb (self);
  draft_changed_cb (self);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/cn/baijiatu/Baijiatu/bjt-planner-page.ui");
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, places);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, setup_button);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, title_label);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, plan_buttons);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, plans_button);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, progress_box);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, progress_label);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, progress_bar);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, paned);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, setup_bin);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, views);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, plan_box);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, cost_label);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, improve_button);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, notes_button);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, notes_label);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, legend_bin);
  gtk_widget_class_bind_template_child (klass, BjtPlannerPage, lists);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const char *const simple[] = { "planner.cancel", "planner.improve", "planner.undo", "planner.redo" };
  static const char *const of_door[] = { "planner.leave-out", "planner.lock-until", "planner.unpin" };

  for (guint i = 0; i < G_N_ELEMENTS (simple); i++)
    gtk_widget_class_install_action (klass, simple[i], NULL, simple_action);
  for (guint i = 0; i < G_N_ELEMENTS (of_door); i++)
    gtk_widget_class_install_action (klass, of_door[i], NULL, door_action);
  gtk_widget_class_install_action (klass, "planner.plan", NULL, plan_action);
  gtk_widget_class_install_action (klass, "planner.unpin-all", NULL, unpin_all_action);
  gtk_widget_class_install_action (klass, "planner.save", NULL, save_action);
  gtk_widget_class_install_action (klass, "planner.print", NULL, print_action);
  gtk_widget_class_install_action (klass, "planner.close-out", NULL, close_out_action);
  gtk_widget_class_install_action (klass, "planner.what-if", NULL, what_if_action);
  gtk_widget_class_install_action (klass, "planner.replan", NULL, replan_action);
  gtk_widget_class_install_action (klass, "planner.remove", NULL, remove_action);
  gtk_widget_class_install_action (klass, "planner.open", "s", open_action);
  gtk_widget_class_install_action (klass, "planner.zoom", "i", zoom_action);
  gtk_widget_class_install_action (klass, "planner.pin", "s", pin_action);
  gtk_widget_class_install_action (klass, "planner.move", "(ii)", move_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "planner.plan", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "planner.cancel", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "planner.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "planner.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, GDK_CONTROL_MASK, "planner.save", NULL);
}

static void
bjt_planner_page_class_init (BjtPlannerPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bjt_planner_page_constructed;
  object_class->dispose = bjt_planner_page_dispose;
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
bjt_planner_page_init (BjtPlannerPage *self)
{
  self->shown_day = BJT_DATE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
