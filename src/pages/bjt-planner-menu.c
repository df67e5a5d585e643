/* bjt-planner-menu.c: names the keys beside. */
#include "bjt-planner-menu.h"

#include <glib/gi18n.h>

static void
append_pin (GMenu      *menu,
            const char *label,
            const char *kind)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "planner.pin", "s", kind);
  g_menu_append_item (menu, item);
}

static void
append_move (GMenu      *menu,
             const char *label,
             int         along,
             int         down)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "planner.move", "(ii)", along, down);
  g_menu_append_item (menu, item);
}

/**
 * bjt_planner_menu_new:
 *
 * Returns: (transfer full):
 */
GMenuModel *
bjt_planner_menu_new (gboolean has_rows)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) pins = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  append_move (moves, _("_Earlier (Alt+Left)"), -1, 0);
  append_move (moves, _("_Later (Alt+Right)"), 1, 0);
  if (has_rows)
    {
      append_move (moves, _("To the Row _Above (Alt+Up)"), 0, -1);
      append_move (moves, _("To the Row _Below (Alt+Down)"), 0, 1);
    }
  append_pin (pins, _("_First of the Route"), "first");
  append_pin (pins, _("La_st of the Route"), "last");
  append_pin (pins, _("_Keep With This Worker"), "shift");
  g_menu_append (pins, _("Lock _Until Here: Done"), "planner.lock-until");
  g_menu_append (pins, _("Le_t Go"), "planner.unpin");
  g_menu_append (rest, _("Leave _Out (Delete)"), "planner.leave-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pins));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
