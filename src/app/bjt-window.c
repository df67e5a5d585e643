/* bjt-window.c: holds the workspace and the focus of the community that is
 * open and shows them through pages, each made when it is first looked at.
 * Opening another file makes a new focus and new pages. Every action of the
 * window is installed here; pages do the work. Titles carry the community's
 * name and nothing of its people. */
#include "bjt-window.h"

#include "bjt-window-actions.h"

#include <glib/gi18n.h>

#include "pages/bjt-action-name.h"
#include "pages/bjt-card-pane.h"
#include "pages/bjt-due-reminder.h"
#include "pages/bjt-figures-page.h"
#include "pages/bjt-import-dialog.h"
#include "pages/bjt-issue-page.h"
#include "pages/bjt-map-page.h"
#include "pages/bjt-note-desk.h"
#include "pages/bjt-notice.h"
#include "pages/bjt-planner-page.h"
#include "pages/bjt-print-page.h"
#include "pages/bjt-search-box.h"
#include "pages/bjt-today-page.h"

#define REFRESH_SECONDS 20

struct _BjtWindow
{
  AdwApplicationWindow parent_instance;

  /* Template */
  AdwToastOverlay *toasts;
  BjtSearchBox  *search_box;
  GtkLabel      *community_label;
  GtkDropDown   *grid_drop_down;
  GtkWidget     *undo_button;
  GtkWidget     *redo_button;
  GtkWidget     *curtain_button;
  GtkWidget     *card_button;
  GtkStack      *places;
  AdwStatusPage *busy_page;
  GtkSpinner    *spinner;
  AdwStatusPage *problem_page;
  GtkBox        *rail;
  GtkStack      *pages;
  GtkRevealer   *card_revealer;
  AdwClamp      *card_clamp;

  /* Owned */
  BjtWorkspace *workspace;
  BjtFocus     *focus;
  char         *page;
  guint         refresh_source;

  /* State */
  gboolean is_filling_grids;
};

G_DEFINE_FINAL_TYPE (BjtWindow, bjt_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_CARD,
  PROP_CURTAIN,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* The rail, from the top down. */
static const struct
{
  const char *name;
  const char *icon;
  const char *title;
  GType     (*get_type) (void);
} page_kinds[] = {
  { "today", "bjt-today-symbolic", N_("Today"), bjt_today_page_get_type },
  { "map", "mark-location-symbolic", N_("Map"), bjt_map_page_get_type },
  { "issues", "bjt-issues-symbolic", N_("Issues"), bjt_issue_page_get_type },
  { "routes", "bjt-routes-symbolic", N_("Routes"), bjt_planner_page_get_type },
  { "figures", "bjt-figures-symbolic", N_("Figures"), bjt_figures_page_get_type },
  { "print", "printer-symbolic", N_("Print"), bjt_print_page_get_type },
};

static GSettings *
get_settings (BjtWindow *self)
{
  return bjt_application_get_settings (BJT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static gboolean
replace_string (char      **string,
                const char *value)
{
  if (g_strcmp0 (*string, value) == 0)
    return FALSE;
  g_free (*string);
  *string = g_strdup (value);
  return TRUE;
}

/* Pages */

static void
bind_settings (BjtWindow *self,
               GtkWidget *page)
{
  GSettings *settings = get_settings (self);

  if (settings != NULL && BJT_IS_PRINT_PAGE (page))
    {
      g_settings_bind (settings, "maker", bjt_print_page_get_maker (BJT_PRINT_PAGE (page)), "text", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "last-sheet", page, "last", G_SETTINGS_BIND_DEFAULT);
    }
  if (settings != NULL && BJT_IS_TODAY_PAGE (page))
    g_settings_bind (settings, "remind-due", page, "reminds", G_SETTINGS_BIND_DEFAULT);
  if (settings == NULL || !BJT_IS_MAP_PAGE (page))
    return;
  bjt_map_page_bind_settings (BJT_MAP_PAGE (page), settings);
  g_settings_bind (settings, "base-map", bjt_map_page_get_base_maps (BJT_MAP_PAGE (page)), "chosen", G_SETTINGS_BIND_DEFAULT);
}

static GtkWidget *
ensure_page (BjtWindow  *self,
             const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (page_kinds); i++)
    if (strcmp (page_kinds[i].name, name) == 0)
      {
        page = g_object_new (page_kinds[i].get_type (), "workspace", self->workspace, "focus", self->focus, NULL);
        gtk_stack_add_named (self->pages, page, name);
        bind_settings (self, page);
        if (BJT_IS_PRINT_PAGE (page))
          bjt_print_page_set_base_maps (BJT_PRINT_PAGE (page), bjt_map_page_get_base_maps (BJT_MAP_PAGE (ensure_page (self, "map"))));
      }
  return page;
}

/**
 * bjt_window_show_page:
 * @name: "today", "map", "issues", "routes", "figures" or "print"
 *
 * Returns: (transfer none) (nullable): the page; %NULL where nothing is open
 */
GtkWidget *
bjt_window_show_page (BjtWindow  *self,
                      const char *name)
{
  GtkWidget *page = self->workspace != NULL ? ensure_page (self, name) : NULL;

  if (page == NULL)
    return NULL;
  gtk_stack_set_visible_child_name (self->pages, name);
  if (replace_string (&self->page, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  return page;
}

/* The page looked at last; the map where there is no such page. */
static void
show_first_page (BjtWindow *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "page") : NULL;

  if (name == NULL || bjt_window_show_page (self, name) == NULL)
    bjt_window_show_page (self, "map");
}

static void
remove_pages (BjtWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
  adw_clamp_set_child (self->card_clamp, NULL);
  g_clear_pointer (&self->page, g_free);
}

static GtkWidget *
new_rail_button (const char *name,
                 const char *icon,
                 const char *title)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (title));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return button;
}

static void
fill_rail (BjtWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_kinds); i++)
    gtk_box_append (self->rail, new_rail_button (page_kinds[i].name, page_kinds[i].icon, _(page_kinds[i].title)));
}

/* The header bar */

static void
update_title (BjtWindow *self)
{
  const char *name = self->focus != NULL ? bjt_focus_get_picture (self->focus)->community.name : NULL;
  g_autofree char *title = NULL;

  gtk_label_set_text (self->community_label, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->community_label), name != NULL);
  /* Translators: the title of the window: the name of a community, the program */
  title = name != NULL ? g_strdup_printf (_("%s — Baijiatu"), name) : g_strdup (_("Baijiatu"));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static GtkStringList *
list_grid_names (const BjtPicture *picture)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All grids"));
  for (guint32 i = 0; i < picture->grids->len; i++)
    {
      const BjtPictureGrid *grid = bjt_picture_get_grid (picture, i);

      if (grid->name != NULL && *grid->name != '\0')
        gtk_string_list_append (names, grid->name);
      else
        gtk_string_list_take (names, g_strdup_printf (_("Grid %d"), grid->number));
    }
  return names;
}

static void
select_grid (BjtWindow *self)
{
  guint32 grid = bjt_focus_get_filter (self->focus)->grid;

  gtk_drop_down_set_selected (self->grid_drop_down, grid == BJT_NO_INDEX ? 0 : grid + 1);
}

static void
fill_grids (BjtWindow *self)
{
  BjtPicture *picture = bjt_focus_get_picture (self->focus);
  g_autoptr (GtkStringList) names = list_grid_names (picture);

  self->is_filling_grids = TRUE;
  gtk_drop_down_set_model (self->grid_drop_down, G_LIST_MODEL (names));
  select_grid (self);
  self->is_filling_grids = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->grid_drop_down), picture->grids->len > 0);
}

static void
grid_selected_cb (BjtWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->grid_drop_down);
  BjtFilter filter;

  if (self->is_filling_grids || self->focus == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  filter = *bjt_focus_get_filter (self->focus);
  filter.grid = selected == 0 ? BJT_NO_INDEX : selected - 1;
  bjt_focus_set_filter (self->focus, &filter);
}

static void
update_undo (BjtWindow *self)
{
  g_autoptr (BjtAction) undo = bjt_window_actions_peek_undo (self);
  g_autoptr (BjtAction) redo = self->workspace != NULL ? bjt_workspace_peek_redo (self->workspace) : NULL;
  g_autofree char *undo_name = undo != NULL ? bjt_action_dup_name (undo) : NULL;
  g_autofree char *redo_name = redo != NULL ? bjt_action_dup_name (redo) : NULL;
  /* Translators: %s is an action, such as "Record visit 山水宜家 3-2-501" */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s (Ctrl+Z)"), undo_name) : g_strdup (_("Nothing to undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s (Ctrl+Shift+Z)"), redo_name) : g_strdup (_("Nothing to redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
}

static void
update_enabled (BjtWindow *self)
{
  static const char *const actions[] = {
    "win.page", "win.card", "win.curtain", "win.find", "win.import", "win.import-plan", "win.import-calendar", "win.orders", "win.meetings", "win.campaigns", "win.fill-form", "win.prints", "win.paste-message", "win.place-plan", "win.print", "win.print-grid", "win.walk", "win.print-plan", "win.print-report",
    "win.history", "win.toggle-map", "win.toggle-matrix", "win.edit-grids", "win.record-visit", "win.report-issue", "win.annotate", "win.annotate-place", "win.mark-class",
    "win.new-building", "win.edit-building", "win.view", "win.open-card", "win.issue", "win.issues",
  };
  GtkWidget *widgets[] = { self->undo_button, self->redo_button, self->curtain_button, self->card_button };
  gboolean is_open = self->workspace != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], is_open);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_widget_set_visible (widgets[i], is_open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_box), is_open);
  if (!is_open)
    gtk_widget_set_visible (GTK_WIDGET (self->grid_drop_down), FALSE);
}

/* Opening */

static void
workspace_changed_cb (BjtWindow *self)
{
  bjt_focus_set_picture (self->focus, bjt_workspace_get_picture (self->workspace));
  update_undo (self);
}

static void
picture_changed_cb (BjtWindow *self)
{
  update_title (self);
  fill_grids (self);
}

static void
filter_changed_cb (BjtWindow *self)
{
  select_grid (self);
}

static void
privacy_changed_cb (BjtWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURTAIN]);
}

static void
close_community (BjtWindow *self)
{
  remove_pages (self);
  bjt_search_box_set_focus (self->search_box, NULL);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->focus);
  g_clear_object (&self->workspace);
}

static GtkWidget *
make_card (BjtWindow    *self,
           BjtWorkspace *workspace)
{
  GtkWidget *card = g_object_new (BJT_TYPE_CARD_PANE, "workspace", workspace, "focus", self->focus, NULL);
  GSettings *settings = get_settings (self);

  if (settings != NULL)
    g_settings_bind (settings, "staff", bjt_card_pane_get_staff_menu (BJT_CARD_PANE (card)), "staff", G_SETTINGS_BIND_DEFAULT);
  return card;
}

static void
take_workspace (BjtWindow    *self,
                BjtWorkspace *workspace)
{
  close_community (self);
  self->workspace = workspace;
  self->focus = bjt_focus_new ();
  bjt_focus_set_picture (self->focus, bjt_workspace_get_picture (workspace));
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (workspace_changed_cb), self);
  g_signal_connect_swapped (self->focus, "picture-changed", G_CALLBACK (picture_changed_cb), self);
  g_signal_connect_swapped (self->focus, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_swapped (self->focus, "privacy-changed", G_CALLBACK (privacy_changed_cb), self);
  bjt_search_box_set_focus (self->search_box, self->focus);
  adw_clamp_set_child (self->card_clamp, make_card (self, workspace));
  update_title (self);
  fill_grids (self);
  update_enabled (self);
  update_undo (self);
  show_first_page (self);
  gtk_stack_set_visible_child_name (self->places, "work");
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
remember_file (BjtWindow  *self,
               const char *path)
{
  GSettings *settings = get_settings (self);

  if (settings != NULL)
    g_settings_set_string (settings, "last-file", path);
}

/* Opens the file or says why not; what was open stays open then. */
void
bjt_window_open (BjtWindow  *self,
                 const char *path)
{
  BjtApplication *application = BJT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  BjtWorkspace *workspace = bjt_workspace_open (path, bjt_application_get_clock (application), &error);

  gtk_spinner_stop (self->spinner);
  if (workspace == NULL)
    {
      bjt_window_show_problem (self, path, error);
      return;
    }
  take_workspace (self, workspace);
  remember_file (self, path);
}

void
bjt_window_show_busy (BjtWindow  *self,
                      const char *title)
{
  adw_status_page_set_title (self->busy_page, title);
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->places, "busy");
}

void
bjt_window_show_problem (BjtWindow    *self,
                         const char   *path,
                         const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = bjt_notice_dup_error_text (error);
  g_autofree char *line = g_strdup_printf (_("%s: %s"), name, text);
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  gtk_spinner_stop (self->spinner);
  if (self->workspace != NULL)
    {
      gtk_stack_set_visible_child_name (self->places, "work");
      bjt_notice_show_problem (GTK_WIDGET (self->places), line);
      return;
    }
  adw_status_page_set_description (self->problem_page, escaped);
  gtk_stack_set_visible_child_name (self->places, "problem");
}

BjtWorkspace *
bjt_window_get_workspace (BjtWindow *self)
{
  return self->workspace;
}

BjtFocus *
bjt_window_get_focus (BjtWindow *self)
{
  return self->focus;
}

BjtSearchBox *
bjt_window_get_search_box (BjtWindow *self)
{
  return self->search_box;
}

static BjtCardPane *
show_card (BjtWindow *self,
           guint32    door)
{
  bjt_focus_choose_door (self->focus, door);
  gtk_revealer_set_reveal_child (self->card_revealer, TRUE);
  return BJT_CARD_PANE (adw_clamp_get_child (self->card_clamp));
}

/* Begins a visit on the card. */
void
bjt_window_record_visit (BjtWindow *self,
                         guint32    door)
{
  if (door < bjt_focus_get_picture (self->focus)->doors->len)
    bjt_card_pane_record_visit (show_card (self, door));
}

/**
 * bjt_window_report_issue:
 * @door: BJT_NO_INDEX: at the building
 *
 * Begins a report on the card.
 */
void
bjt_window_report_issue (BjtWindow *self,
                         guint32    building,
                         guint32    door)
{
  const BjtPicture *picture = bjt_focus_get_picture (self->focus);
  gboolean is_of_building = door == BJT_NO_INDEX;

  if (building >= picture->buildings->len)
    return;
  if (is_of_building && bjt_picture_get_building (picture, building)->doors.n > 0)
    door = bjt_picture_get_building (picture, building)->doors.first;
  if (door >= picture->doors->len)
    return;
  bjt_card_pane_report_issue (show_card (self, door), is_of_building ? "building" : "door");
}

/**
 * bjt_window_annotate:
 * @kind: BjtAnnotationKind
 *
 * Begins a note on the card.
 */
void
bjt_window_annotate (BjtWindow *self,
                     guint32    door,
                     int        kind)
{
  if (door >= bjt_focus_get_picture (self->focus)->doors->len)
    return;
  bjt_card_pane_annotate (show_card (self, door), kind);
}

/**
 * bjt_window_annotate_place:
 * @shape: metres of the plan that the level at @ordinal has
 *
 * Begins a hazard on the card, at that place.
 */
void
bjt_window_annotate_place (BjtWindow         *self,
                           guint32            door,
                           const BjtGeometry *shape,
                           int                ordinal)
{
  bjt_window_annotate (self, door, BJT_ANNOTATION_HAZARD);
  bjt_card_pane_set_note_place (BJT_CARD_PANE (adw_clamp_get_child (self->card_clamp)), shape, ordinal);
}

void
bjt_window_mark_class (BjtWindow *self,
                       guint32    door,
                       int        household_class)
{
  if (door < bjt_focus_get_picture (self->focus)->doors->len)
    bjt_note_desk_mark_class (BJT_PAGE (adw_clamp_get_child (self->card_clamp)), door, household_class);
}

static gboolean
refresh_cb (gpointer user_data)
{
  BjtWindow *self = BJT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (self->workspace != NULL && !bjt_workspace_refresh (self->workspace, &error))
    bjt_notice_show_error (GTK_WIDGET (self->places), error);
  if (self->workspace != NULL && get_settings (self) != NULL)
    bjt_due_reminder_tell (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), get_settings (self),
                           bjt_workspace_get_picture (self->workspace));
  return G_SOURCE_CONTINUE;
}

void
bjt_window_import (BjtWindow  *self,
                   const char *path)
{
  if (self->workspace != NULL)
    bjt_import_dialog_present (GTK_WINDOW (self), self->workspace, path);
}

/* A file dropped on the window: a community is opened, anything else imported. */
static gboolean
drop_cb (BjtWindow    *self,
         const GValue *value)
{
  g_autofree char *path = NULL;

  if (!G_VALUE_HOLDS (value, G_TYPE_FILE) || (path = g_file_get_path (g_value_get_object (value))) == NULL)
    return FALSE;
  if (self->workspace == NULL || g_str_has_suffix (path, ".bjt"))
    bjt_window_open (self, path);
  else
    bjt_window_import (self, path);
  return TRUE;
}

/* The object */

static void
bjt_window_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BjtWindow *self = BJT_WINDOW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_string (value, self->page != NULL ? self->page : "");
      break;
    case PROP_CARD:
      g_value_set_boolean (value, self->card_revealer == NULL || gtk_revealer_get_reveal_child (self->card_revealer));
      break;
    case PROP_CURTAIN:
      g_value_set_boolean (value, self->focus != NULL && bjt_focus_get_curtain (self->focus));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_card_shown (BjtWindow *self,
                gboolean   shown)
{
  GSettings *settings = get_settings (self);

  gtk_revealer_set_reveal_child (self->card_revealer, shown);
  if (settings != NULL)
    g_settings_set_boolean (settings, "card-shown", shown);
}

static void
bjt_window_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  BjtWindow *self = BJT_WINDOW (object);

  switch (id)
    {
    case PROP_PAGE:
      bjt_window_show_page (self, g_value_get_string (value));
      break;
    case PROP_CARD:
      set_card_shown (self, g_value_get_boolean (value));
      break;
    case PROP_CURTAIN:
      if (self->focus != NULL)
        bjt_focus_set_curtain (self->focus, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
bjt_window_close_request (GtkWindow *window)
{
  BjtWindow *self = BJT_WINDOW (window);
  GSettings *settings = get_settings (self);
  int width, height;

  if (settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
      if (self->page != NULL)
        g_settings_set_string (settings, "page", self->page);
    }
  return GTK_WINDOW_CLASS (bjt_window_parent_class)->close_request (window);
}

static void
bjt_window_dispose (GObject *object)
{
  BjtWindow *self = BJT_WINDOW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->pages != NULL)
    close_community (self);
  g_clear_pointer (&self->page, g_free);
  G_OBJECT_CLASS (bjt_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-window.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, search_box);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, community_label);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, grid_drop_down);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, curtain_button);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, card_button);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, places);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, busy_page);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, rail);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, card_revealer);
  gtk_widget_class_bind_template_child (widget_class, BjtWindow, card_clamp);
  gtk_widget_class_bind_template_callback (widget_class, grid_selected_cb);
}

static void
bjt_window_class_init (BjtWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = bjt_window_dispose;
  object_class->get_property = bjt_window_get_property;
  object_class->set_property = bjt_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = bjt_window_close_request;
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  properties[PROP_CARD] = g_param_spec_boolean ("card", NULL, NULL, TRUE, flags);
  properties[PROP_CURTAIN] = g_param_spec_boolean ("curtain", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (BJT_TYPE_SEARCH_BOX);
  bind_template (GTK_WIDGET_CLASS (klass));
  bjt_window_actions_install (GTK_WIDGET_CLASS (klass));
}

static void
card_revealed_cb (BjtWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}

static void
bjt_window_init (BjtWindow *self)
{
  GtkDropTarget *drop_target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  bjt_notice_set_overlay (GTK_WINDOW (self), self->toasts);
  fill_rail (self);
  g_signal_connect_swapped (drop_target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop_target));
  g_signal_connect_swapped (self->card_revealer, "notify::reveal-child", G_CALLBACK (card_revealed_cb), self);
  update_title (self);
  update_enabled (self);
  update_undo (self);
  self->refresh_source = g_timeout_add_seconds (REFRESH_SECONDS, refresh_cb, self);
}

BjtWindow *
bjt_window_new (BjtApplication *application)
{
  BjtWindow *self = g_object_new (BJT_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = bjt_application_get_settings (application);

  if (settings != NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                                   g_settings_get_int (settings, "window-height"));
      if (g_settings_get_boolean (settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  gtk_revealer_set_reveal_child (self->card_revealer, settings == NULL || g_settings_get_boolean (settings, "card-shown"));
  return self;
}
