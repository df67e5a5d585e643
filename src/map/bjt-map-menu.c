/* bjt-map-menu.c: made anew each time; goes when it is closed. */
#include "bjt-map-menu.h"

#include "geo/bjt-coordinates.h"

#include <glib/gi18n-lib.h>

static void
append_copy (GMenu      *menu,
             const char *text)
{
  /* Translators: %s is an address or coordinates */
  g_autofree char *label = g_strdup_printf (_("Copy %s"), text);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "map.copy-text", "s", text);
  g_menu_append_item (menu, item);
}

static void
append_report (GMenu              *menu,
               const BjtMapTarget *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("Report an Issue Here…"), NULL);

  g_menu_item_set_action_and_target (item, "win.report-issue", "(uu)", target->building, target->door);
  g_menu_append_item (menu, item);
}

static void
append_mark (GMenu               *menu,
             const BjtMapTarget  *target,
             BjtHouseholdClass    household_class,
             const char          *word)
{
  /* Translators: %s is a household class such as 租房 */
  g_autofree char *label = g_strdup_printf (_("Mark as %s"), word);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.mark-class", "(ui)", target->door, (int) household_class);
  g_menu_append_item (menu, item);
}

/* The everyday marks, so that one more click is enough. */
static void
append_marks (GMenu              *menu,
              const BjtMapTarget *target)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) note = g_menu_item_new (_("Add a Note or Hazard…"), NULL);

  append_mark (section, target, BJT_CLASS_TENANT, C_("word", "Tenant"));
  append_mark (section, target, BJT_CLASS_HUKOU_ONLY, C_("word", "Hukou only"));
  append_mark (section, target, BJT_CLASS_FLOATING, C_("word", "Floating"));
  append_mark (section, target, BJT_CLASS_RESIDENT, C_("word", "Resident"));
  g_menu_item_set_action_and_target (note, "win.annotate", "(ui)", target->door, 0);
  g_menu_append_item (section, note);
  g_menu_append_section (menu, target->name, G_MENU_MODEL (section));
}

static GMenu *
make_menu (BjtPoint            lon_lat,
           const BjtMapTarget *target)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuItem) measure = g_menu_item_new (_("Measure from Here"), NULL);

  g_menu_item_set_action_and_target (measure, "map.measure-from", "(dd)", lon_lat.x, lon_lat.y);
  g_menu_append_item (menu, measure);
  if (target->building != BJT_NO_INDEX)
    append_report (menu, target);
  if (target->door != BJT_NO_INDEX)
    append_marks (menu, target);
  if (target->name != NULL)
    append_copy (menu, target->name);
  for (guint i = 0; i < BJT_N_COORDINATE_STYLES; i++)
    {
      g_autofree char *text = bjt_coordinates_format ((BjtCoordinateStyle) i, lon_lat);

      append_copy (menu, text);
    }
  return menu;
}

/* After the action it calls, which comes right after the closing. */
static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * bjt_map_menu_open:
 * @x: of @parent
 * @target: what is there
 */
void
bjt_map_menu_open (GtkWidget          *parent,
                   double              x,
                   double              y,
                   BjtPoint            lon_lat,
                   const BjtMapTarget *target)
{
  g_autoptr (GMenu) menu = make_menu (lon_lat, target);
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));

  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
