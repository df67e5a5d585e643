/* bjt-campaign-dialog.c: a row a campaign, read anew after each change; the grid on top
 * is what all of it is about. */
#include "bjt-campaign-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-campaign-words.h"
#include "bjt-form-dialog.h"
#include "widgets/bjt-date-button.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-campaigns.h"

#define DAYS_AT_FIRST 30 /* of a new campaign */

enum
{
  FROM_ALL,
  FROM_FILTER,
  FROM_SELECTION,
};

struct _BjtCampaignDialog
{
  AdwWindow parent_instance;

  /* Owned */
  BjtPage   *page;
  GPtrArray *reports; /* BjtCampaignReport */
  GPtrArray *rows;    /* borrowed from the group */

  /* Children */
  AdwComboRow         *grid;
  AdwPreferencesGroup *group;
  AdwEntryRow         *name;
  AdwComboRow         *homes;
  BjtDateButton       *until;
  GtkWidget           *create;

  /* State */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (BjtCampaignDialog, bjt_campaign_dialog, ADW_TYPE_WINDOW)

static guint plan_signal;

static BjtWorkspace *
get_workspace (BjtCampaignDialog *self)
{
  return bjt_page_get_workspace (self->page);
}

static BjtPicture *
get_picture (BjtCampaignDialog *self)
{
  return bjt_page_get_picture (self->page);
}

/* The grid that it is about; BJT_NO_INDEX: all. */
static guint32
get_grid (BjtCampaignDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->grid);

  return selected > 0 && selected <= get_picture (self)->grids->len ? selected - 1 : BJT_NO_INDEX;
}

static gboolean
is_of_grid (BjtCampaignDialog *self,
            guint32            door)
{
  guint32 grid = get_grid (self);

  return grid == BJT_NO_INDEX || bjt_picture_get_building (get_picture (self), bjt_picture_get_door (get_picture (self), door)->building)->grid == grid;
}

static void
leave_grid (BjtCampaignDialog *self,
            BjtDoorSet        *doors)
{
  for (guint32 d = bjt_door_set_next (doors, 0); d != BJT_NO_INDEX; d = bjt_door_set_next (doors, d + 1))
    if (!is_of_grid (self, d))
      bjt_door_set_remove (doors, d);
}

static const BjtCampaignReport *
find_report (BjtCampaignDialog *self,
             const char        *name)
{
  for (guint i = 0; i < self->reports->len; i++)
    if (g_strcmp0 (((BjtCampaignReport *) self->reports->pdata[i])->campaign->name, name) == 0)
      return self->reports->pdata[i];
  return NULL;
}

static BjtDoorSet *
dup_rest (BjtCampaignDialog       *self,
          const BjtCampaignReport *report)
{
  BjtDoorSet *rest = bjt_campaign_report_dup_doors (report, get_picture (self), BJT_CAMPAIGN_OPEN);

  leave_grid (self, rest);
  return rest;
}

/* Rows */

static void
count_homes (BjtCampaignDialog       *self,
             const BjtCampaignReport *report,
             guint                    counts[BJT_N_CAMPAIGN_STATES])
{
  memset (counts, 0, BJT_N_CAMPAIGN_STATES * sizeof *counts);
  for (guint i = 0; i < report->homes->len; i++)
    {
      const BjtCampaignHome *home = &g_array_index (report->homes, BjtCampaignHome, i);

      if (home->door != BJT_NO_INDEX && is_of_grid (self, home->door))
        counts[home->state]++;
    }
}

static void
append_of (GMenu      *menu,
           const char *label,
           const char *action,
           const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (const BjtCampaign *campaign)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) shows = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  append_of (shows, _("_Select the Rest on the Map"), "campaign.show", campaign->name);
  append_of (shows, _("_Add the Homes Selected on the Map"), "campaign.add", campaign->name);
  for (guint i = 0; i < BJT_N_CAMPAIGN_STATES; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (bjt_campaign_words_get_state ((BjtCampaignState) i), NULL);

      g_menu_item_set_action_and_target (item, "campaign.mark", "(si)", campaign->name, (int) i);
      g_menu_append_item (marks, item);
    }
  append_of (rest, campaign->is_closed ? _("_Run Again") : _("_Close"), "campaign.close", campaign->name);
  append_of (rest, _("_Remove"), "campaign.remove", campaign->name);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shows));
  g_menu_append_section (menu, _("Homes Selected on the Map Are"), G_MENU_MODEL (marks));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GtkWidget *
create_progress (const guint counts[BJT_N_CAMPAIGN_STATES],
                 guint       n_homes)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), n_homes > 0 ? 1 - counts[BJT_CAMPAIGN_OPEN] / (double) n_homes : 0);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 80, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Homes reached"), -1);
  return bar;
}

static GtkWidget *
create_plan_button (const BjtCampaign *campaign,
                    gboolean           has_rest)
{
  GtkWidget       *button = gtk_button_new_with_label (_("Plan the Rest"));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _("Plan the Rest"), campaign->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, has_rest && !campaign->is_closed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "campaign.plan");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", campaign->name);
  return button;
}

static GtkWidget *
create_menu_button (const BjtCampaign *campaign)
{
  GtkWidget             *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_menu (campaign);
  g_autofree char       *spoken = g_strdup_printf (_("More about %s"), campaign->name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static GtkWidget *
create_row (BjtCampaignDialog       *self,
            const BjtCampaignReport *report)
{
  GtkWidget       *row = adw_action_row_new ();
  guint            counts[BJT_N_CAMPAIGN_STATES], n_homes = 0;
  g_autofree char *subtitle = NULL, *title = g_markup_escape_text (report->campaign->name, -1);

  count_homes (self, report, counts);
  for (guint i = 0; i < BJT_N_CAMPAIGN_STATES; i++)
    n_homes += counts[i];
  subtitle = bjt_campaign_words_dup_progress (report->campaign, counts, get_picture (self)->as_of);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_progress (counts, n_homes));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_plan_button (report->campaign, counts[BJT_CAMPAIGN_OPEN] > 0));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_menu_button (report->campaign));
  return row;
}

static void
clear_rows (BjtCampaignDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static gboolean
update_cb (gpointer user_data)
{
  BjtCampaignDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *reports = bjt_workspace_list_campaigns (get_workspace (self), &error);

  self->update_source = 0;
  if (reports == NULL)
    {
      bjt_page_tell_error (self->page, error);
      return G_SOURCE_REMOVE;
    }
  g_ptr_array_unref (self->reports);
  self->reports = reports;
  clear_rows (self);
  for (guint i = 0; i < reports->len; i++)
    {
      GtkWidget *row = create_row (self, reports->pdata[i]);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_description (self->group, reports->len > 0 ? NULL : _("None yet. A campaign keeps the homes that are to be reached, by visits and by hand, until the last one."));
  return G_SOURCE_REMOVE;
}

/* Later: the button that was pressed is still at work. */
static void
update (BjtCampaignDialog *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_DEFAULT, update_cb, self, NULL);
}

/* Actions */

static void
plan_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtCampaignDialog       *self = BJT_CAMPAIGN_DIALOG (widget);
  const BjtCampaignReport *report = find_report (self, g_variant_get_string (parameter, NULL));
  g_autoptr (BjtDoorSet)   rest = report != NULL ? dup_rest (self, report) : NULL;

  if (rest == NULL)
    return;
  g_signal_emit (self, plan_signal, 0, report->campaign->name, rest);
  gtk_window_close (GTK_WINDOW (self));
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtCampaignDialog       *self = BJT_CAMPAIGN_DIALOG (widget);
  const BjtCampaignReport *report = find_report (self, g_variant_get_string (parameter, NULL));
  g_autoptr (BjtDoorSet)   rest = report != NULL ? dup_rest (self, report) : NULL;

  if (rest == NULL)
    return;
  bjt_focus_set_selection (bjt_page_get_focus (self->page), bjt_door_set_count (rest) > 0 ? rest : NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "win.page", "s", "map");
  gtk_window_close (GTK_WINDOW (self));
}

/* NULL after telling that nothing is selected. */
static const BjtDoorSet *
get_selection (BjtCampaignDialog *self)
{
  const BjtDoorSet *doors = bjt_focus_get_selection (bjt_page_get_focus (self->page));

  if (doors == NULL)
    bjt_page_tell (self->page, _("Select homes on the map first: with the lasso, or in the matrix"), FALSE);
  return doors;
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BjtCampaignDialog       *self = BJT_CAMPAIGN_DIALOG (widget);
  const BjtCampaignReport *report = find_report (self, g_variant_get_string (parameter, NULL));
  const BjtDoorSet        *doors = report != NULL ? get_selection (self) : NULL;
  g_autoptr (GError)       error = NULL;

  if (doors != NULL)
    bjt_page_tell_outcome (self->page, bjt_workspace_add_campaign_doors (get_workspace (self), &report->campaign->id, doors, &error), _("The homes are in the campaign"), &error);
}

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtCampaignDialog       *self = BJT_CAMPAIGN_DIALOG (widget);
  g_autoptr (GVariant)     campaign = g_variant_get_child_value (parameter, 0);
  g_autoptr (GVariant)     state = g_variant_get_child_value (parameter, 1);
  const BjtCampaignReport *report = find_report (self, g_variant_get_string (campaign, NULL));
  const BjtDoorSet        *doors = report != NULL ? get_selection (self) : NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *text = NULL;
  guint                    n = 0;
  gboolean                 done;

  if (doors == NULL)
    return;
  done = bjt_workspace_mark_campaign_doors (get_workspace (self), &report->campaign->id, doors, (BjtCampaignState) g_variant_get_int32 (state), &n, &error);
  text = g_strdup_printf (g_dngettext (NULL, "%u home is marked", "%u homes are marked", n), n);
  bjt_page_tell_outcome (self->page, done, text, &error);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtCampaignDialog       *self = BJT_CAMPAIGN_DIALOG (widget);
  const BjtCampaignReport *report = find_report (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError)       error = NULL;
  gboolean                 closed = report != NULL && !report->campaign->is_closed;

  if (report != NULL)
    bjt_page_tell_outcome (self->page, bjt_workspace_close_campaign (get_workspace (self), &report->campaign->id, closed, &error), closed ? _("The campaign is closed") : _("The campaign runs again"), &error);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtCampaignDialog       *self = BJT_CAMPAIGN_DIALOG (widget);
  const BjtCampaignReport *report = find_report (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError)       error = NULL;

  if (report != NULL)
    bjt_page_tell_outcome (self->page, bjt_workspace_remove_campaign (get_workspace (self), &report->campaign->id, &error), _("The campaign is removed; its visits stay"), &error);
}

/* A new one */

static BjtDoorSet *
dup_new_homes (BjtCampaignDialog *self)
{
  BjtFocus         *focus = bjt_page_get_focus (self->page);
  guint             from = adw_combo_row_get_selected (self->homes);
  const BjtDoorSet *chosen = from == FROM_FILTER ? bjt_focus_get_matched (focus) : from == FROM_SELECTION ? bjt_focus_get_selection (focus) : NULL;
  BjtDoorSet       *doors = bjt_door_set_new (get_picture (self)->doors->len);

  if (from != FROM_ALL && chosen == NULL)
    return doors;
  for (guint32 d = 0; d < get_picture (self)->doors->len; d++)
    if ((chosen == NULL || bjt_door_set_contains (chosen, d)) && bjt_picture_get_head (get_picture (self), d) != BJT_NO_INDEX && is_of_grid (self, d))
      bjt_door_set_add (doors, d);
  return doors;
}

static void
update_new (BjtCampaignDialog *self)
{
  g_autoptr (BjtDoorSet) doors = dup_new_homes (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  guint            n = bjt_door_set_count (doors);
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u home", "%u homes", n), n);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->homes), text);
  gtk_widget_set_sensitive (self->create, n > 0 && *name != '\0');
}

static void
create_cb (BjtCampaignDialog *self)
{
  g_autoptr (BjtCampaign) campaign = bjt_campaign_new ();
  g_autoptr (BjtDoorSet)  doors = dup_new_homes (self);
  g_autoptr (GError)      error = NULL;

  if (!gtk_widget_get_sensitive (self->create))
    return;
  campaign->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  campaign->from_on = bjt_workspace_get_today (get_workspace (self));
  campaign->until_on = bjt_date_button_get_date (self->until);
  if (bjt_page_tell_outcome (self->page, bjt_workspace_add_campaign (get_workspace (self), campaign, doors, &error), _("The campaign runs"), &error))
    gtk_editable_set_text (GTK_EDITABLE (self->name), "");
}

static void
grid_cb (BjtCampaignDialog *self)
{
  update (self);
  update_new (self);
}

/* Object */

static void
bjt_campaign_dialog_dispose (GObject *object)
{
  BjtCampaignDialog *self = BJT_CAMPAIGN_DIALOG (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (bjt_campaign_dialog_parent_class)->dispose (object);
}

static void
bjt_campaign_dialog_class_init (BjtCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_campaign_dialog_dispose;
  plan_signal = g_signal_new ("plan", BJT_TYPE_CAMPAIGN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "campaign.plan", "s", plan_action);
  gtk_widget_class_install_action (widget_class, "campaign.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "campaign.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "campaign.mark", "(si)", mark_action);
  gtk_widget_class_install_action (widget_class, "campaign.close", "s", close_action);
  gtk_widget_class_install_action (widget_class, "campaign.remove", "s", remove_action);
}

static void
bjt_campaign_dialog_init (BjtCampaignDialog *self)
{
  self->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_campaign_report_free);
  self->rows = g_ptr_array_new ();
}

static AdwComboRow *
create_combo (const char    *title,
              GtkStringList *choices)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  return ADW_COMBO_ROW (row);
}

static AdwPreferencesGroup *
create_grids (BjtCampaignDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint32      filtered = bjt_focus_get_filter (bjt_page_get_focus (self->page))->grid;
  GtkWidget   *group = adw_preferences_group_new ();

  gtk_string_list_append (names, _("All grids"));
  for (guint32 i = 0; i < get_picture (self)->grids->len; i++)
    gtk_string_list_take (names, bjt_words_dup_grid (get_picture (self), i));
  self->grid = create_combo (_("Homes of"), names);
  if (filtered != BJT_NO_INDEX)
    adw_combo_row_set_selected (self->grid, filtered + 1);
  g_signal_connect_object (self->grid, "notify::selected", G_CALLBACK (grid_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->grid));
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
create_until_row (BjtCampaignDialog *self)
{
  GtkWidget *row = adw_action_row_new ();
  BjtDate    today = bjt_workspace_get_today (get_workspace (self));

  self->until = g_object_new (BJT_TYPE_DATE_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  bjt_date_button_set_today (self->until, today);
  bjt_date_button_set_date (self->until, today + DAYS_AT_FIRST);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("To be reached by"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->until));
  return row;
}

static AdwPreferencesGroup *
create_new (BjtCampaignDialog *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  BjtFocus            *focus = bjt_page_get_focus (self->page);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("Where somebody lives"));
  gtk_string_list_append (choices, _("Filtered on the map"));
  gtk_string_list_append (choices, _("Selected on the map"));
  self->name = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name, such as a letter to every home"));
  self->homes = create_combo (_("Which homes"), choices);
  adw_combo_row_set_selected (self->homes, bjt_focus_get_selection (focus) != NULL ? FROM_SELECTION : bjt_filter_is_empty (bjt_focus_get_filter (focus)) ? FROM_ALL : FROM_FILTER);
  self->create = gtk_button_new_with_label (_("Create"));
  gtk_widget_set_valign (self->create, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->create, "suggested-action");
  adw_preferences_group_set_title (group, _("New Campaign"));
  adw_preferences_group_set_header_suffix (group, self->create);
  adw_preferences_group_add (group, GTK_WIDGET (self->name));
  adw_preferences_group_add (group, GTK_WIDGET (self->homes));
  adw_preferences_group_add (group, create_until_row (self));
  g_signal_connect_object (self->name, "changed", G_CALLBACK (update_new), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "entry-activated", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->homes, "notify::selected", G_CALLBACK (update_new), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->create, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  return group;
}

GtkWidget *
bjt_campaign_dialog_new (BjtPage *page)
{
  GtkRoot            *root = gtk_widget_get_root (GTK_WIDGET (page));
  BjtCampaignDialog  *self = g_object_new (BJT_TYPE_CAMPAIGN_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "modal", TRUE,
                                           "title", _("Campaigns"), "default-width", 640, "default-height", 620, NULL);
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwPreferencesPage *content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  self->page = g_object_ref (page);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (content, create_grids (self));
  adw_preferences_page_add (content, self->group);
  adw_preferences_page_add (content, create_new (self));
  gtk_widget_set_vexpand (GTK_WIDGET (content), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (content));
  adw_window_set_content (ADW_WINDOW (self), box);
  bjt_form_dialog_close_on_escape (GTK_WINDOW (self));
  g_signal_connect_object (get_workspace (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update_cb (self);
  update_new (self);
  return GTK_WIDGET (self);
}
