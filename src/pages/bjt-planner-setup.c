/* bjt-planner-setup.c: three groups over one button; what is left empty is as the
 * rules say. */
#include "bjt-planner-setup.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-planner-stops.h"
#include "bjt-planner-workers.h"
#include "geo/bjt-mercator.h"
#include "widgets/bjt-date-button.h"
#include "widgets/bjt-words.h"

#define MOST_DAYS 7

enum
{
  FROM_SEAT,
  FROM_FIRST_DOOR,
  FROM_CHOSEN_DOOR,
};

struct _BjtPlannerSetup
{
  AdwBin parent_instance;

  BjtPage           *page; /* owned */
  BjtPlannerStops   *stops;
  BjtPlannerWorkers *workers;
  BjtDateButton     *day;
  GtkSpinButton     *days;
  GtkEditable       *hours;
  GtkSwitch         *lunch;
  AdwComboRow       *start;
  GtkLabel          *summary;
};

G_DEFINE_FINAL_TYPE (BjtPlannerSetup, bjt_planner_setup, ADW_TYPE_BIN)

static guint changed_signal;

static guint
get_n_days (BjtPlannerSetup *self)
{
  return (guint) gtk_spin_button_get_value_as_int (self->days);
}

char *
bjt_planner_setup_dup_summary (BjtPlannerSetup *self)
{
  guint            n_homes = bjt_planner_stops_count (self->stops), n_workers = bjt_planner_workers_count (self->workers), n_days = get_n_days (self);
  g_autofree char *homes = g_strdup_printf (g_dngettext (NULL, "%u home", "%u homes", n_homes), n_homes);
  g_autofree char *workers = g_strdup_printf (g_dngettext (NULL, "%u worker", "%u workers", n_workers), n_workers);
  g_autofree char *day = bjt_words_dup_day (bjt_date_button_get_date (self->day), bjt_page_get_picture (self->page)->as_of);
  g_autofree char *days = n_days > 1 ? g_strdup_printf (g_dngettext (NULL, "%u day from %s", "%u days from %s", n_days), n_days, day) : g_strdup (day);

  return g_strjoin (" · ", homes, workers, days, NULL);
}

static void
changed_cb (BjtPlannerSetup *self)
{
  g_autofree char *summary = bjt_planner_setup_dup_summary (self);

  gtk_label_set_text (self->summary, summary);
  g_signal_emit (self, changed_signal, 0);
}

static void
days_changed_cb (BjtPlannerSetup *self)
{
  bjt_planner_stops_set_last_day (self->stops, bjt_date_button_get_date (self->day) + (BjtDate) get_n_days (self) - 1);
  changed_cb (self);
}

/* The wish */

static void
set_hours (BjtRouteWish     *wish,
           const BjtMinutes *hours)
{
  for (guint i = 0; i < wish->workers->len; i++)
    g_array_index (wish->workers, BjtRouteWorker, i).shift = *hours;
}

static void
set_start (BjtPlannerSetup *self,
           BjtRouteWish    *wish)
{
  BjtFocus *focus = bjt_page_get_focus (self->page);
  guint     selected = adw_combo_row_get_selected (self->start);
  BjtPoint  place;

  wish->is_open = selected == FROM_FIRST_DOOR;
  if (selected != FROM_CHOSEN_DOOR || bjt_focus_get_door (focus) == BJT_NO_INDEX)
    return;
  place = bjt_picture_get_door (bjt_focus_get_picture (focus), bjt_focus_get_door (focus))->place;
  if (isfinite (place.x) && isfinite (place.y))
    wish->start = bjt_mercator_unproject (place);
}

/**
 * bjt_planner_setup_dup_wish:
 *
 * Returns: (transfer full) (nullable): NULL: the hours cannot be read
 */
BjtRouteWish *
bjt_planner_setup_dup_wish (BjtPlannerSetup *self,
                            GError         **error)
{
  g_autoptr (BjtRouteWish) wish = bjt_route_wish_new (bjt_date_button_get_date (self->day));
  g_autofree char *hours = g_strstrip (g_strdup (gtk_editable_get_text (self->hours)));
  BjtMinutes shift = { 0, 0 };

  wish->n_days = get_n_days (self);
  wish->no_lunch = !gtk_switch_get_active (self->lunch);
  if (*hours != '\0' && !bjt_visit_span_parse (hours, &shift))
    {
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, _("write the hours like 08:30-17:00, not “%s”"), hours);
      return NULL;
    }
  bjt_planner_workers_fill_wish (self->workers, wish);
  set_hours (wish, &shift);
  set_start (self, wish);
  bjt_planner_stops_fill_wish (self->stops, wish);
  return g_steal_pointer (&wish);
}

void
bjt_planner_setup_show_campaigns (BjtPlannerSetup *self)
{
  bjt_planner_stops_show_campaigns (self->stops);
}

/* Object */

static void
bjt_planner_setup_dispose (GObject *object)
{
  g_clear_object (&BJT_PLANNER_SETUP (object)->page);
  G_OBJECT_CLASS (bjt_planner_setup_parent_class)->dispose (object);
}

static void
bjt_planner_setup_class_init (BjtPlannerSetupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_planner_setup_dispose;
  changed_signal = g_signal_new ("changed", BJT_TYPE_PLANNER_SETUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_planner_setup_init (BjtPlannerSetup *self)
{
  (void) self;
}

static GtkWidget *
create_row (const char *title,
            GtkWidget  *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  gtk_accessible_update_property (GTK_ACCESSIBLE (suffix), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static GtkWidget *
create_start_row (BjtPlannerSetup *self)
{
  const char *places[] = { _("Community centre"), _("First door of each"), _("Chosen door"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (places);

  self->start = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start), _("Set out from"));
  adw_combo_row_set_model (self->start, G_LIST_MODEL (names));
  return GTK_WIDGET (self->start);
}

static GtkWidget *
create_times (BjtPlannerSetup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->day = g_object_new (BJT_TYPE_DATE_BUTTON, NULL);
  self->days = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, MOST_DAYS, 1));
  self->hours = GTK_EDITABLE (gtk_entry_new ());
  self->lunch = GTK_SWITCH (gtk_switch_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->hours), _("as the rules say"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hours), _("Such as 08:30-17:00"));
  gtk_editable_set_width_chars (self->hours, 11);
  gtk_editable_set_max_width_chars (self->hours, 11);
  gtk_switch_set_active (self->lunch, TRUE);
  bjt_date_button_set_today (self->day, bjt_page_get_picture (self->page)->as_of);
  bjt_date_button_set_date (self->day, bjt_page_get_picture (self->page)->as_of);
  g_signal_connect_object (self->day, "changed", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->days, "value-changed", G_CALLBACK (days_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (group, _("When"));
  adw_preferences_group_add (group, create_row (_("First day"), GTK_WIDGET (self->day)));
  adw_preferences_group_add (group, create_row (_("Days"), GTK_WIDGET (self->days)));
  adw_preferences_group_add (group, create_row (_("Hours"), GTK_WIDGET (self->hours)));
  adw_preferences_group_add (group, create_row (_("Lunch break"), GTK_WIDGET (self->lunch)));
  adw_preferences_group_add (group, create_start_row (self));
  return GTK_WIDGET (group);
}

static GtkWidget *
create_foot (BjtPlannerSetup *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *button = gtk_button_new_with_label (_("Plan Routes"));

  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_tooltip_text (button, _("Plan Routes (Ctrl+Enter)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "planner.plan");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (foot), button);
  gtk_widget_add_css_class (foot, "planner-foot");
  return foot;
}

GtkWidget *
bjt_planner_setup_new (BjtPage *page)
{
  BjtPlannerSetup *self = g_object_new (BJT_TYPE_PLANNER_SETUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16), *scroller = gtk_scrolled_window_new ();

  self->page = g_object_ref (page);
  self->stops = BJT_PLANNER_STOPS (bjt_planner_stops_new (page));
  self->workers = BJT_PLANNER_WORKERS (bjt_planner_workers_new (page));
  gtk_box_append (GTK_BOX (groups), GTK_WIDGET (self->stops));
  gtk_box_append (GTK_BOX (groups), GTK_WIDGET (self->workers));
  gtk_box_append (GTK_BOX (groups), create_times (self));
  gtk_widget_add_css_class (groups, "planner-groups");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), groups);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), create_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->stops, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workers, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
