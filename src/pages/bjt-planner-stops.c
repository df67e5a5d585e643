/* bjt-planner-stops.c: those due are looked up when they are asked for; what was added
 * by hand is kept door by door. Until somebody chooses, the grid is that of the window. */
#include "bjt-planner-stops.h"

#include <glib/gi18n.h>

#include "bjt-campaign-dialog.h"
#include "bjt-finder.h"
#include "widgets/bjt-words.h"

enum
{
  DUE_NOBODY,
  DUE_EVERYWHERE,
  DUE_FIRST_GRID,
};

/* Doors that were added together */
typedef struct
{
  GArray    *door_ids; /* BjtUuid */
  GtkWidget *row;
} Lot;

struct _BjtPlannerStops
{
  AdwPreferencesGroup parent_instance;

  /* Children */
  AdwComboRow    *due_row;
  GtkSearchEntry *search;
  GtkWidget      *search_row;

  /* Owned */
  BjtPage   *page;
  BjtFinder *finder;
  GPtrArray *lots; /* Lot */

  /* State */
  BjtDate  last_day;
  gboolean is_chosen;  /* the grid, by hand */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (BjtPlannerStops, bjt_planner_stops, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static BjtFocus *
get_focus (BjtPlannerStops *self)
{
  return bjt_page_get_focus (self->page);
}

static BjtPicture *
get_picture (BjtPlannerStops *self)
{
  return bjt_page_get_picture (self->page);
}

/* Those due */

static int
get_grid (BjtPlannerStops *self)
{
  guint selected = adw_combo_row_get_selected (self->due_row), grid = selected - DUE_FIRST_GRID;

  if (selected == GTK_INVALID_LIST_POSITION || selected < DUE_FIRST_GRID || grid >= get_picture (self)->grids->len)
    return 0;
  return bjt_picture_get_grid (get_picture (self), grid)->number;
}

static void
add_due (BjtPlannerStops *self,
         BjtRouteWish    *wish)
{
  guint selected = adw_combo_row_get_selected (self->due_row);

  if (selected != DUE_NOBODY && selected != GTK_INVALID_LIST_POSITION)
    bjt_route_wish_add_due (wish, get_picture (self), get_grid (self));
}

static char *
dup_homes (guint n)
{
  return g_strdup_printf (g_dngettext (NULL, "%u home", "%u homes", n), n);
}

static void
update_due (BjtPlannerStops *self)
{
  g_autoptr (BjtRouteWish) wish = bjt_route_wish_new (self->last_day);
  g_autofree char *day = bjt_words_dup_day (self->last_day, get_picture (self)->as_of);
  g_autofree char *title = g_strdup_printf (_("Due by %s"), day);
  g_autofree char *homes = NULL;

  add_due (self, wish);
  homes = dup_homes (wish->choices->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->due_row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->due_row), homes);
}

static void
tell_changed (BjtPlannerStops *self)
{
  update_due (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
grid_selected_cb (BjtPlannerStops *self)
{
  if (self->is_filling)
    return;
  self->is_chosen = TRUE;
  tell_changed (self);
}

static void
fill_grids (BjtPlannerStops *self)
{
  BjtPicture *picture = get_picture (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->due_row);

  gtk_string_list_append (names, _("Nobody"));
  gtk_string_list_append (names, _("All grids"));
  for (guint32 i = 0; i < picture->grids->len; i++)
    gtk_string_list_take (names, bjt_words_dup_grid (picture, i));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->due_row, G_LIST_MODEL (names));
  if (self->is_chosen && selected < picture->grids->len + DUE_FIRST_GRID)
    adw_combo_row_set_selected (self->due_row, selected);
  else
    adw_combo_row_set_selected (self->due_row, bjt_focus_get_filter (get_focus (self))->grid != BJT_NO_INDEX
                                                 ? bjt_focus_get_filter (get_focus (self))->grid + DUE_FIRST_GRID : DUE_EVERYWHERE);
  self->is_filling = FALSE;
}

static void
facts_changed_cb (BjtPlannerStops *self)
{
  fill_grids (self);
  tell_changed (self);
}

/* What is added */

static void
lot_free (gpointer data)
{
  Lot *self = data;

  g_array_unref (self->door_ids);
  g_free (self);
}

static void
remove_cb (BjtPlannerStops *self,
           GtkButton       *button)
{
  for (guint i = 0; i < self->lots->len; i++)
    {
      Lot *lot = self->lots->pdata[i];

      if (!gtk_widget_is_ancestor (GTK_WIDGET (button), lot->row))
        continue;
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), lot->row);
      g_ptr_array_remove_index (self->lots, i);
      break;
    }
  tell_changed (self);
}

static GtkWidget *
create_lot_row (BjtPlannerStops *self,
                const char      *title,
                guint            n_doors)
{
  GtkWidget       *row = adw_action_row_new (), *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *homes = dup_homes (n_doors);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *spoken = g_strdup_printf (_("Remove %s"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), homes);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* The search stays below what was found. */
static void
take_lot (BjtPlannerStops *self,
          const char      *title,
          GArray          *door_ids)
{
  Lot *lot;

  if (door_ids->len == 0)
    {
      g_array_unref (door_ids);
      bjt_page_tell (self->page, _("There is no home in it"), FALSE);
      return;
    }
  lot = g_new0 (Lot, 1);
  lot->door_ids = door_ids;
  lot->row = create_lot_row (self, title, door_ids->len);
  g_ptr_array_add (self->lots, lot);
  g_object_ref (self->search_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->search_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), lot->row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->search_row);
  g_object_unref (self->search_row);
  tell_changed (self);
}

static void
take_set (BjtPlannerStops  *self,
          const char       *title,
          const BjtDoorSet *doors)
{
  BjtPicture *picture = get_picture (self);
  GArray     *ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (guint32 d = doors != NULL ? bjt_door_set_next (doors, 0) : BJT_NO_INDEX; d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    if (!bjt_picture_get_door (picture, d)->is_merged)
      g_array_append_val (ids, bjt_picture_get_door (picture, d)->id);
  take_lot (self, title, ids);
}

static void
take_door (BjtPlannerStops *self,
           guint32          door)
{
  GArray          *ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_autofree char *name = bjt_picture_dup_door_name (get_picture (self), door);

  g_array_append_val (ids, bjt_picture_get_door (get_picture (self), door)->id);
  take_lot (self, name, ids);
}

static void
take_building (BjtPlannerStops *self,
               guint32          building)
{
  BjtPicture      *picture = get_picture (self);
  BjtRun           doors = bjt_picture_get_building (picture, building)->doors;
  GArray          *ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_autofree char *name = bjt_words_dup_building (picture, building);

  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    if (!bjt_picture_get_door (picture, d)->is_merged && bjt_picture_get_head (picture, d) != BJT_NO_INDEX)
      g_array_append_val (ids, bjt_picture_get_door (picture, d)->id);
  take_lot (self, name, ids);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BjtPlannerStops *self = BJT_PLANNER_STOPS (widget);
  BjtFocus        *focus = get_focus (self);

  if (g_str_equal (name, "stops.add-filtered"))
    take_set (self, _("Filtered on the map"), bjt_focus_get_matched (focus));
  else if (g_str_equal (name, "stops.add-selected"))
    take_set (self, _("Selected on the map"), bjt_focus_get_selection (focus));
  else if (g_str_equal (name, "stops.add-door") && bjt_focus_get_door (focus) != BJT_NO_INDEX)
    take_door (self, bjt_focus_get_door (focus));
  else if (g_str_equal (name, "stops.add-building") && bjt_focus_get_building (focus) != BJT_NO_INDEX)
    take_building (self, bjt_focus_get_building (focus));
}

/* Who is left of a campaign is all there is to plan, unless those due were asked for. */
static void
take_campaign_cb (BjtPlannerStops  *self,
                  const char       *name,
                  const BjtDoorSet *rest)
{
  self->is_filling = TRUE;
  if (!self->is_chosen)
    adw_combo_row_set_selected (self->due_row, DUE_NOBODY);
  self->is_filling = FALSE;
  self->is_chosen = TRUE;
  take_set (self, name, rest);
}

void
bjt_planner_stops_show_campaigns (BjtPlannerStops *self)
{
  GtkWidget *dialog = bjt_campaign_dialog_new (self->page);

  g_signal_connect_object (dialog, "plan", G_CALLBACK (take_campaign_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
campaigns_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  bjt_planner_stops_show_campaigns (BJT_PLANNER_STOPS (widget));
}

static void
update_actions (BjtPlannerStops *self)
{
  BjtFocus  *focus = get_focus (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "stops.add-filtered", !bjt_filter_is_empty (bjt_focus_get_filter (focus)));
  gtk_widget_action_set_enabled (widget, "stops.add-selected", bjt_focus_get_selection (focus) != NULL);
  gtk_widget_action_set_enabled (widget, "stops.add-door", bjt_focus_get_door (focus) != BJT_NO_INDEX);
  gtk_widget_action_set_enabled (widget, "stops.add-building", bjt_focus_get_building (focus) != BJT_NO_INDEX);
}

/* Searching */

static void
search_cb (BjtPlannerStops *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autoptr (GArray) hits = *query != '\0' ? bjt_finder_find (self->finder, query, 1) : NULL;
  BjtPicture *then = bjt_finder_get_picture (self->finder);
  const BjtSearchHit *hit = hits != NULL && hits->len > 0 && then != NULL ? &g_array_index (hits, BjtSearchHit, 0) : NULL;
  guint32 found = BJT_NO_INDEX;

  if (hit != NULL && hit->door != BJT_NO_INDEX)
    found = bjt_picture_find_door (get_picture (self), &bjt_picture_get_door (then, hit->door)->id);
  if (found != BJT_NO_INDEX)
    take_door (self, found);
  else if (hit != NULL && hit->kind == BJT_HIT_BUILDING)
    found = bjt_picture_find_building (get_picture (self), &bjt_picture_get_building (then, hit->index)->id);
  if (hit != NULL && hit->door == BJT_NO_INDEX && found != BJT_NO_INDEX)
    take_building (self, found);
  if (found == BJT_NO_INDEX && *query != '\0')
    bjt_page_tell (self->page, _("Nothing is found"), FALSE);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* The wish */

void
bjt_planner_stops_set_last_day (BjtPlannerStops *self,
                                BjtDate          day)
{
  if (self->last_day == day)
    return;
  self->last_day = day;
  tell_changed (self);
}

void
bjt_planner_stops_fill_wish (BjtPlannerStops *self,
                             BjtRouteWish    *wish)
{
  add_due (self, wish);
  wish->grid = self->lots->len == 0 ? get_grid (self) : 0;
  for (guint i = 0; i < self->lots->len; i++)
    {
      const Lot *lot = self->lots->pdata[i];

      for (guint d = 0; d < lot->door_ids->len; d++)
        bjt_route_wish_add_door (wish, &g_array_index (lot->door_ids, BjtUuid, d));
    }
}

guint
bjt_planner_stops_count (BjtPlannerStops *self)
{
  g_autoptr (BjtRouteWish) wish = bjt_route_wish_new (self->last_day);

  bjt_planner_stops_fill_wish (self, wish);
  return wish->choices->len;
}

/* Object */

static void
bjt_planner_stops_dispose (GObject *object)
{
  BjtPlannerStops *self = BJT_PLANNER_STOPS (object);

  g_clear_object (&self->finder);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (bjt_planner_stops_parent_class)->dispose (object);
}

static void
bjt_planner_stops_class_init (BjtPlannerStopsClass *klass)
{
  static const char *const actions[] = { "stops.add-filtered", "stops.add-selected", "stops.add-door", "stops.add-building" };

  G_OBJECT_CLASS (klass)->dispose = bjt_planner_stops_dispose;
  changed_signal = g_signal_new ("changed", BJT_TYPE_PLANNER_STOPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i], NULL, add_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stops.campaigns", NULL, campaigns_action);
}

static GtkWidget *
create_add_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Filtered on the Map"), "stops.add-filtered");
  g_menu_append (menu, _("_Selected on the Map (Lasso)"), "stops.add-selected");
  g_menu_append (menu, _("The Chosen _Door"), "stops.add-door");
  g_menu_append (menu, _("The Chosen _Building"), "stops.add-building");
  g_menu_append (menu, _("Those Left of a _Campaign…"), "stops.campaigns");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Add Homes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Homes"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
bjt_planner_stops_init (BjtPlannerStops *self)
{
  self->lots = g_ptr_array_new_with_free_func (lot_free);
  self->finder = bjt_finder_new ();
  self->due_row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_signal_connect_object (self->due_row, "notify::selected", G_CALLBACK (grid_selected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Whom to Visit"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), create_add_button ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->due_row));
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _("Door or name; Enter adds it"), "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a door or name"), -1);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  self->search_row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "child", self->search, NULL);
  gtk_widget_add_css_class (self->search_row, "planner-search");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->search_row);
}

static void
picture_changed_cb (BjtPlannerStops *self)
{
  bjt_finder_set_picture (self->finder, get_picture (self));
  facts_changed_cb (self);
}

GtkWidget *
bjt_planner_stops_new (BjtPage *page)
{
  BjtPlannerStops *self = g_object_new (BJT_TYPE_PLANNER_STOPS, NULL);
  BjtFocus        *focus = bjt_page_get_focus (page);

  self->page = g_object_ref (page);
  self->last_day = bjt_page_get_picture (page)->as_of;
  picture_changed_cb (self);
  update_actions (self);
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "filter-changed", G_CALLBACK (facts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "filter-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "selection-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "choice-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
