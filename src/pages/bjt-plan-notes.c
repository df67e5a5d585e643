/* bjt-plan-notes.c: a place is told of on the card of the door nearest to it,
 * whose entrance it then belongs to. */
#include "bjt-plan-notes.h"

#include <glib/gi18n.h>
#include <math.h>

#include "drafting/bjt-annotate-tool.h"

static const struct
{
  const char     *name;
  const char     *label;
  BjtGeometryKind kind;
} places[] = {
  { "point", N_ ("At a _Point"), BJT_GEOMETRY_POINT },
  { "line", N_ ("Along a _Line"), BJT_GEOMETRY_LINE },
  { "area", N_ ("Over an _Area"), BJT_GEOMETRY_POLYGON },
};

/* The door whose outline is around the place, or nearest to it; NO_INDEX: none is drawn. */
static guint32
find_nearest_door (BjtPlanCanvas    *canvas,
                   const BjtPicture *picture,
                   BjtPoint          at)
{
  guint32 best = bjt_plan_canvas_find_door (canvas, at);
  BjtRun  elements = bjt_picture_get_plan (picture, bjt_plan_canvas_get_plan (canvas))->elements;
  double  least = G_MAXDOUBLE;

  if (best != BJT_NO_INDEX)
    return best;
  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    {
      const BjtBox *box = &bjt_picture_get_element (picture, e)->shape->box;
      double        away = hypot ((box->x1 + box->x2) / 2 - at.x, (box->y1 + box->y2) / 2 - at.y);

      if (away >= least || bjt_plan_canvas_get_door (canvas, e) == BJT_NO_INDEX)
        continue;
      least = away;
      best = bjt_plan_canvas_get_door (canvas, e);
    }
  return best;
}

static void
drawn_cb (BjtAnnotateTool   *tool,
          const BjtGeometry *shape,
          BjtPage           *page)
{
  BjtPlanCanvas *canvas = bjt_plan_tool_get_canvas (BJT_PLAN_TOOL (tool));
  g_autoptr (GBytes) wkb = bjt_geometry_to_wkb (shape);
  guint32 door;

  if (canvas == NULL || bjt_plan_canvas_get_plan (canvas) == BJT_NO_INDEX)
    return;
  door = find_nearest_door (canvas, bjt_page_get_picture (page), bjt_geometry_get_centroid (shape));
  if (door == BJT_NO_INDEX)
    door = bjt_focus_get_door (bjt_page_get_focus (page));
  if (door == BJT_NO_INDEX)
    bjt_page_tell (page, _("Choose a door first: its card takes the note"), FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (page), "win.annotate-place", "(ui@ay)", door, bjt_plan_canvas_get_level (canvas),
                                g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, wkb, TRUE));
  bjt_plan_canvas_set_tool (canvas, NULL);
}

static void
draw_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       pane)
{
  BjtPlanCanvas *canvas = bjt_plan_pane_get_canvas (pane);
  const char    *name = g_variant_get_string (parameter, NULL);
  BjtPage       *page = g_object_get_data (pane, "page");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (name, places[i].name) && bjt_plan_canvas_get_plan (canvas) != BJT_NO_INDEX)
      {
        g_autoptr (BjtPlanTool) tool = bjt_annotate_tool_new (places[i].kind);

        g_signal_connect_object (tool, "drawn", G_CALLBACK (drawn_cb), page, 0);
        bjt_plan_canvas_set_tool (canvas, tool);
        gtk_widget_grab_focus (GTK_WIDGET (canvas));
      }
}

static GtkWidget *
create_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (places[i].label), NULL);

      g_menu_item_set_action_and_target (item, "note.draw", "s", places[i].name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "dialog-warning-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Note something on the plan (N)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note something on the plan"), -1);
  return button;
}

void
bjt_plan_notes_add (BjtPage     *page,
                    BjtPlanPane *pane)
{
  const GActionEntry entries[] = { { .name = "draw", .activate = draw_action, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut        *key = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_n, 0), gtk_named_action_new ("note.draw"));

  g_object_set_data (G_OBJECT (pane), "page", page); /* lives longer */
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), pane);
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "note", G_ACTION_GROUP (actions));
  gtk_shortcut_set_arguments (key, g_variant_new_string ("point"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), key);
  gtk_widget_add_controller (GTK_WIDGET (bjt_plan_pane_get_canvas (pane)), keys);
  bjt_plan_pane_add_end (pane, create_button ());
}
