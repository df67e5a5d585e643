/* bjt-window-actions.c: one callback an action; what they do is done by the
 * pages and the workspace. Main thread only. */
#include "bjt-window-actions.h"

#include "bjt-window.h"

#include <glib/gi18n.h>

#include "pages/bjt-action-name.h"
#include "pages/bjt-building-dialog.h"
#include "pages/bjt-history-dialog.h"
#include "pages/bjt-calendar-desk.h"
#include "pages/bjt-import-dialog.h"
#include "pages/bjt-fill-dialog.h"
#include "pages/bjt-meeting-dialog.h"
#include "pages/bjt-message-dialog.h"
#include "pages/bjt-orders-dialog.h"
#include "pages/bjt-issue-page.h"
#include "pages/bjt-plan-desk.h"
#include "pages/bjt-map-page.h"
#include "pages/bjt-notice.h"
#include "pages/bjt-print-page.h"
#include "pages/bjt-planner-page.h"
#include "pages/bjt-prints-dialog.h"
#include "pages/bjt-walk-dialog.h"

/**
 * bjt_window_actions_peek_undo:
 *
 * Returns: (transfer full) (nullable): what can be undone: all but making the
 *   file
 */
BjtAction *
bjt_window_actions_peek_undo (BjtWindow *self)
{
  BjtWorkspace *workspace = bjt_window_get_workspace (self);
  g_autoptr (BjtAction) action = workspace != NULL ? bjt_workspace_peek_undo (workspace) : NULL;

  return action != NULL && !bjt_action_makes_file (action) ? g_steal_pointer (&action) : NULL;
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);
  g_autoptr (BjtAction) action = bjt_window_actions_peek_undo (self);
  g_autofree char *action_name = action != NULL ? bjt_action_dup_name (action) : NULL;
  g_autofree char *text = g_strdup_printf (_("Undone: %s"), action_name != NULL ? action_name : "");
  g_autoptr (GError) error = NULL;

  if (action == NULL)
    return;
  if (bjt_workspace_undo (bjt_window_get_workspace (self), &error))
    bjt_notice_show (widget, text, FALSE);
  else
    bjt_notice_show_error (widget, error);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);
  g_autoptr (BjtAction) action = bjt_workspace_peek_redo (bjt_window_get_workspace (self));
  g_autofree char *action_name = action != NULL ? bjt_action_dup_name (action) : NULL;
  g_autofree char *text = g_strdup_printf (_("Redone: %s"), action_name != NULL ? action_name : "");
  g_autoptr (GError) error = NULL;

  if (bjt_workspace_redo (bjt_window_get_workspace (self), &error))
    bjt_notice_show (widget, text, TRUE);
  else
    bjt_notice_show_error (widget, error);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_search_box_start (bjt_window_get_search_box (BJT_WINDOW (widget)));
}

static BjtMapPage *
show_map (GtkWidget *widget)
{
  return BJT_MAP_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "map"));
}

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtPoint place;

  g_variant_get (parameter, "(dd)", &place.x, &place.y);
  bjt_map_page_go_to (show_map (widget), place);
}

static void
history_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);

  bjt_history_dialog_present (GTK_WINDOW (self), bjt_window_get_workspace (self));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  bjt_window_show_page (BJT_WINDOW (widget), "print");
}

static void
print_grid_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  bjt_print_page_choose_grid (BJT_PRINT_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "print")), g_variant_get_int32 (parameter));
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_walk_dialog_enter_number (BJT_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "today")), g_variant_get_string (parameter, NULL));
}

static void
print_plan_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  guint32 building;
  int     level;

  g_variant_get (parameter, "(ui)", &building, &level);
  bjt_print_page_choose_plan (BJT_PRINT_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "print")), building, level);
}

/* Two days of a period, as text */
static void
print_report_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  const char *from, *to;
  BjtDate from_on, to_on;

  g_variant_get (parameter, "(&s&s)", &from, &to);
  from_on = bjt_date_parse (from);
  to_on = bjt_date_parse (to);
  if (from_on != BJT_DATE_NONE && to_on != BJT_DATE_NONE)
    bjt_print_page_choose_report (BJT_PRINT_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "print")), from_on, to_on);
}

static BjtIssuePage *
show_ledger (GtkWidget *widget)
{
  return BJT_ISSUE_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "issues"));
}

static void
issue_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtUuid id;

  if (bjt_uuid_init_from_string (&id, g_variant_get_string (parameter, NULL)))
    bjt_issue_page_show_issue (show_ledger (widget), &id);
}

/* Whence they come, and their keys. */
static void
issues_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_autoptr (GVariantIter) keys = NULL;
  const char *heading, *key;
  BjtUuid id;

  g_variant_get (parameter, "(&sas)", &heading, &keys);
  while (g_variant_iter_next (keys, "&s", &key))
    if (bjt_uuid_init_from_string (&id, key))
      g_array_append_val (ids, id);
  bjt_issue_page_show_issues (show_ledger (widget), heading, (const BjtUuid *) (gpointer) ids->data, ids->len);
}

static void
toggle_pane_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  bjt_map_page_toggle_pane (show_map (widget), strcmp (name, "win.toggle-map") == 0 ? BJT_MAP_PAGE_MAP : BJT_MAP_PAGE_MATRIX);
}

static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  bjt_map_page_show_view (show_map (widget), g_variant_get_string (parameter, NULL));
}

static void
open_card_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_object_set (widget, "card", TRUE, NULL);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);

  bjt_import_dialog_choose (GTK_WINDOW (self), bjt_window_get_workspace (self));
}

static void
orders_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);

  bjt_orders_dialog_present (GTK_WINDOW (self), bjt_window_get_workspace (self), bjt_window_get_focus (self));
}

static void
prints_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  bjt_prints_dialog_present (BJT_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "print")));
}

static void
fill_form_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  bjt_fill_dialog_present (BJT_PAGE (show_map (widget)));
}

static void
meetings_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  bjt_meeting_dialog_present (BJT_PAGE (show_map (widget)));
}

static void
campaigns_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  bjt_planner_page_show_campaigns (BJT_PLANNER_PAGE (bjt_window_show_page (BJT_WINDOW (widget), "routes")));
}

static void
paste_message_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);

  bjt_message_dialog_present (GTK_WINDOW (self), bjt_window_get_workspace (self), bjt_window_get_focus (self), NULL);
}

static void
import_plan_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  bjt_plan_desk_import (BJT_PAGE (show_map (widget)));
}

static void
import_calendar_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  bjt_calendar_desk_import (BJT_PAGE (show_map (widget)));
}

static void
place_plan_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  bjt_map_page_place_plan (show_map (widget));
}

static void
base_map_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (!bjt_base_maps_choose_file (bjt_map_page_get_base_maps (show_map (widget)), path, NULL))
    {
      text = g_strdup_printf (_("%s: %s"), file, _("This file holds no map tiles that can be shown; packs are MBTiles or PMTiles files"));
      bjt_notice_show_problem (widget, text);
      return;
    }
  text = g_strdup_printf (_("“%s” is the base map now"), file);
  bjt_notice_show (widget, text, FALSE);
}

static void
edit_grids_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  bjt_map_page_toggle_grids (show_map (widget));
}

static void
new_building_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);

  bjt_building_dialog_present (GTK_WINDOW (self), bjt_window_get_workspace (self), bjt_window_get_focus (self), BJT_NO_INDEX);
}

/* The chosen building, or a new one where none is chosen. */
static void
edit_building_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  BjtWindow *self = BJT_WINDOW (widget);
  BjtFocus  *focus = bjt_window_get_focus (self);

  bjt_building_dialog_present (GTK_WINDOW (self), bjt_window_get_workspace (self), focus, bjt_focus_get_building (focus));
}

static void
record_visit_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *door)
{
  bjt_window_record_visit (BJT_WINDOW (widget), g_variant_get_uint32 (door));
}

/* At the door, or at the building where that is none. */
static void
report_issue_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  guint32 building, door;

  g_variant_get (parameter, "(uu)", &building, &door);
  bjt_window_report_issue (BJT_WINDOW (widget), building, door);
}

static void
annotate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  guint32 door;
  gint32 kind;

  g_variant_get (parameter, "(ui)", &door, &kind);
  bjt_window_annotate (BJT_WINDOW (widget), door, kind);
}

static void
annotate_place_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  guint32 door;
  gint32 ordinal;
  g_autoptr (GVariant) wkb = NULL;
  g_autoptr (BjtGeometry) shape = NULL;

  g_variant_get (parameter, "(ui@ay)", &door, &ordinal, &wkb);
  shape = bjt_geometry_new_from_wkb (g_variant_get_data (wkb), g_variant_get_size (wkb), NULL);
  if (shape != NULL)
    bjt_window_annotate_place (BJT_WINDOW (widget), door, shape, ordinal);
}

static void
mark_class_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  guint32 door;
  gint32 household_class;

  g_variant_get (parameter, "(ui)", &door, &household_class);
  bjt_window_mark_class (BJT_WINDOW (widget), door, household_class);
}

/**
 * bjt_window_actions_install:
 * @widget_class: of a BjtWindow, with its properties
 */
void
bjt_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.go-to", "(dd)", go_to_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.print-grid", "i", print_grid_action);
  gtk_widget_class_install_action (widget_class, "win.walk", "s", walk_action);
  gtk_widget_class_install_action (widget_class, "win.print-plan", "(ui)", print_plan_action);
  gtk_widget_class_install_action (widget_class, "win.print-report", "(ss)", print_report_action);
  gtk_widget_class_install_action (widget_class, "win.issue", "s", issue_action);
  gtk_widget_class_install_action (widget_class, "win.issues", "(sas)", issues_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.orders", NULL, orders_action);
  gtk_widget_class_install_action (widget_class, "win.meetings", NULL, meetings_action);
  gtk_widget_class_install_action (widget_class, "win.campaigns", NULL, campaigns_action);
  gtk_widget_class_install_action (widget_class, "win.fill-form", NULL, fill_form_action);
  gtk_widget_class_install_action (widget_class, "win.prints", NULL, prints_action);
  gtk_widget_class_install_action (widget_class, "win.paste-message", NULL, paste_message_action);
  gtk_widget_class_install_action (widget_class, "win.import-plan", NULL, import_plan_action);
  gtk_widget_class_install_action (widget_class, "win.import-calendar", NULL, import_calendar_action);
  gtk_widget_class_install_action (widget_class, "win.place-plan", NULL, place_plan_action);
  gtk_widget_class_install_action (widget_class, "win.base-map", "s", base_map_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-map", NULL, toggle_pane_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-matrix", NULL, toggle_pane_action);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.open-card", NULL, open_card_action);
  gtk_widget_class_install_action (widget_class, "win.edit-grids", NULL, edit_grids_action);
  gtk_widget_class_install_action (widget_class, "win.new-building", NULL, new_building_action);
  gtk_widget_class_install_action (widget_class, "win.edit-building", NULL, edit_building_action);
  gtk_widget_class_install_action (widget_class, "win.record-visit", "u", record_visit_action);
  gtk_widget_class_install_action (widget_class, "win.report-issue", "(uu)", report_issue_action);
  gtk_widget_class_install_action (widget_class, "win.annotate", "(ui)", annotate_action);
  gtk_widget_class_install_action (widget_class, "win.annotate-place", "(uiay)", annotate_place_action);
  gtk_widget_class_install_action (widget_class, "win.mark-class", "(ui)", mark_class_action);
  gtk_widget_class_install_property_action (widget_class, "win.page", "page");
  gtk_widget_class_install_property_action (widget_class, "win.card", "card");
  gtk_widget_class_install_property_action (widget_class, "win.curtain", "curtain");
  /* Not accelerators of the application: a field that is typed in comes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.paste-message", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "win.find", NULL);
}
