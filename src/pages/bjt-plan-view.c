/* bjt-plan-view.c: between the plan pane and the workspace. The texts it shows
 * name buildings, never people. */
#include "bjt-plan-view.h"

#include <glib/gi18n.h>

#include "bjt-plan-layers.h"
#include "bjt-plan-notes.h"
#include "bjt-plan-work.h"
#include "drafting/bjt-plan-toolbar.h"
#include "widgets/bjt-door-text.h"
#include "workspace/bjt-workspace-plans.h"

static void
needs_content_cb (BjtPlanCanvas *canvas,
                  const BjtUuid *plan_id,
                  BjtPage       *page)
{
  BjtWorkspace *workspace = bjt_page_get_workspace (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (workspace, plan_id, &error);
  g_autoptr (GPtrArray) backdrops = elements != NULL ? bjt_workspace_load_backdrops (workspace, plan_id, &error) : NULL;

  if (error != NULL)
    bjt_page_tell_error (page, error);
  bjt_plan_canvas_set_content (canvas, elements, backdrops);
}

static gboolean
edit_cb (BjtPlanCanvas *canvas,
         BjtPlanEdit   *edit,
         BjtPoint      *where,
         BjtPage       *page)
{
  guint32 plan = bjt_plan_canvas_get_plan (canvas);
  g_autoptr (GError) error = NULL;
  BjtUuid id;

  if (plan == BJT_NO_INDEX)
    return FALSE;
  id = bjt_picture_get_plan (bjt_page_get_picture (page), plan)->id;
  if (!bjt_workspace_edit_plan (bjt_page_get_workspace (page), &id, edit, where, &error))
    {
      bjt_page_tell_error (page, error);
      return FALSE;
    }
  return TRUE; /* it is seen at once; undo has its button and key */
}

static char *
describe_door_cb (BjtPlanCanvas *canvas,
                  guint          door,
                  BjtPage       *page)
{
  return bjt_door_text_dup_summary (bjt_page_get_picture (page), door, "\n");
}

static void
make_schematic_cb (BjtPlanPane *pane)
{
  gtk_widget_activate_action (GTK_WIDGET (pane), "drawn.schematic", NULL);
}

static void
add_button (BjtPlanPane *pane,
            GtkWidget   *button,
            const char  *icon,
            const char  *name)
{
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  bjt_plan_pane_add_end (pane, button);
}

static void
add_menus (BjtPlanPane *pane,
           BjtPage     *page)
{
  GtkWidget *layers = gtk_menu_button_new (), *more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = bjt_plan_work_new_menu ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (layers), bjt_plan_layers_new (page, bjt_plan_pane_get_canvas (pane)));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  add_button (pane, layers, "view-paged-symbolic", _("What lies under the plan"));
  add_button (pane, more, "view-more-symbolic", _("More about the plan"));
}

static void
add_toolbar (BjtPlanPane *pane)
{
  GtkWidget *toolbar = bjt_plan_toolbar_new (bjt_plan_pane_get_canvas (pane)), *edit = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (edit), "document-edit-symbolic");
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_tooltip_text (edit, _("Draw on the plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Draw on the plan"), -1);
  g_object_bind_property (toolbar, "editing", edit, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  bjt_plan_pane_add_end (pane, edit);
  bjt_plan_pane_add_tool_widget (pane, toolbar);
  bjt_plan_pane_add_bar (pane, bjt_plan_toolbar_get_bar (BJT_PLAN_TOOLBAR (toolbar)));
}

/* Printing: the level that is shown */

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       canvas)
{
  guint32 plan = bjt_plan_canvas_get_plan (canvas);
  BjtFocus *focus = NULL;

  g_object_get (canvas, "focus", &focus, NULL);
  if (plan != BJT_NO_INDEX)
    gtk_widget_activate_action (GTK_WIDGET (canvas), "win.print-plan", "(ui)",
                                bjt_picture_get_plan (bjt_focus_get_picture (focus), plan)->building, bjt_plan_canvas_get_level (canvas));
  g_object_unref (focus);
}

static void
add_printing (BjtPlanPane *pane)
{
  static const GActionEntry entries[] = { { .name = "plan", .activate = print_cb } };
  GtkWidget *button = gtk_button_new_from_icon_name ("document-print-symbolic");
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), bjt_plan_pane_get_canvas (pane));
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "print", G_ACTION_GROUP (actions));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Print the floor plan"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Print the floor plan"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "print.plan");
  bjt_plan_pane_add_end (pane, button);
}

GtkWidget *
bjt_plan_view_new (BjtPage *page)
{
  GtkWidget     *pane = bjt_plan_pane_new (bjt_page_get_focus (page));
  BjtPlanCanvas *canvas = bjt_plan_pane_get_canvas (BJT_PLAN_PANE (pane));

  g_signal_connect_object (canvas, "needs-content", G_CALLBACK (needs_content_cb), page, 0);
  g_signal_connect_object (canvas, "edit", G_CALLBACK (edit_cb), page, 0);
  g_signal_connect_object (canvas, "describe-door", G_CALLBACK (describe_door_cb), page, 0);
  bjt_plan_notes_add (page, BJT_PLAN_PANE (pane));
  bjt_plan_work_attach (page, pane, canvas);
  g_signal_connect (pane, "make-schematic", G_CALLBACK (make_schematic_cb), NULL);
  add_toolbar (BJT_PLAN_PANE (pane));
  add_menus (BJT_PLAN_PANE (pane), page);
  add_printing (BJT_PLAN_PANE (pane));
  return pane;
}
