/* bjt-door-menu.c: menus over actions that others have. */
#include "bjt-door-menu.h"

#include <glib/gi18n-lib.h>

#include "bjt-words.h"
#include "model/bjt-work.h"
#include "plan/bjt-matrix-doors.h"

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target) /* (nullable) */
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu,
                GMenu *section) /* (transfer full) */
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_submenu (GMenu      *menu,
                const char *label,
                GMenu      *submenu) /* (transfer full) */
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

/* Who moved or died is told door by door. */
GMenuModel *
bjt_door_menu_new_outcomes (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i < BJT_OUTCOME_MOVED; i++)
    append (menu, bjt_words_get_outcome (i), action, g_variant_new_int32 (i));
  return G_MENU_MODEL (menu);
}

static GMenu *
new_categories (const BjtPicture *picture,
                const char       *action)
{
  GMenu *menu = g_menu_new ();

  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);

      if (!category->is_derived && !category->is_restricted)
        append (menu, category->name, action, g_variant_new_string (category->code));
    }
  return menu;
}

GMenuModel *
bjt_door_menu_new_marks (const BjtPicture *picture)
{
  GMenu *menu = g_menu_new (), *classes = g_menu_new (), *categories = g_menu_new ();

  append_submenu (categories, _ ("Tick for the Heads of Household"), new_categories (picture, "doors.tick"));
  append_submenu (categories, _ ("Take a Tick Away"), new_categories (picture, "doors.untick"));
  append_section (menu, categories);
  for (int i = 1; i < BJT_N_CLASSES; i++)
    append (classes, bjt_words_get_class (i), "doors.class", g_variant_new_int32 (i));
  append (classes, _ ("By the rules"), "doors.class", g_variant_new_int32 (0));
  g_menu_append_section (menu, _ ("Class of the household"), G_MENU_MODEL (classes));
  g_object_unref (classes);
  return G_MENU_MODEL (menu);
}

static GMenu *
new_kinds (void)
{
  GMenu *menu = g_menu_new ();

  for (int i = 0; i <= BJT_DOOR_OTHER; i++)
    {
      const char *word = bjt_words_get_door_kind (i);

      append (menu, word != NULL ? word : C_ ("door", "Dwelling"), "doors.kind", g_variant_new_int32 (i));
    }
  return menu;
}

GMenuModel *
bjt_door_menu_new_doors (void)
{
  GMenu *menu = g_menu_new (), *riser = g_menu_new (), *shape = g_menu_new ();

  append (riser, _ ("Riser: Sheet for Consent…"), "doors.riser-sheet", NULL);
  append (riser, _ ("Cordon Off the Entrance…"), "doors.cordon", NULL);
  append_section (menu, riser);
  append (shape, _ ("Merge into One Door"), "doors.merge", NULL);
  append (shape, _ ("Split Again"), "doors.split", NULL);
  append_submenu (shape, _ ("Kind"), new_kinds ());
  append (shape, _ ("Remove Empty Doors"), "doors.remove", NULL);
  append_section (menu, shape);
  return G_MENU_MODEL (menu);
}

GMenuModel *
bjt_door_menu_new_selecting (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("This Level"), "pane.select-part", g_variant_new_int32 (BJT_MATRIX_PART_ROW));
  append (menu, _ ("This Riser"), "pane.select-part", g_variant_new_int32 (BJT_MATRIX_PART_COLUMN));
  append (menu, _ ("This Entrance"), "pane.select-part", g_variant_new_int32 (BJT_MATRIX_PART_SECTION));
  append (menu, _ ("The Whole Building"), "pane.mark-all", NULL);
  append (menu, _ ("Nothing"), "pane.unmark-all", NULL);
  return G_MENU_MODEL (menu);
}

GMenuModel *
bjt_door_menu_new_layout (void)
{
  GMenu *menu = g_menu_new (), *door = g_menu_new (), *building = g_menu_new ();

  append (door, _ ("Rename… (F2)"), "doors.rename", NULL);
  append (door, _ ("Merge with the One at the Right"), "doors.merge-right", NULL);
  append (door, _ ("Merge with the One Above"), "doors.merge-above", NULL);
  append (door, _ ("Split Again"), "doors.split", NULL);
  append_submenu (door, _ ("Kind"), new_kinds ());
  append (door, _ ("Remove Empty Doors"), "doors.remove", NULL);
  append_section (menu, door);
  append (building, _ ("Add a Level on Top"), "doors.add-level", g_variant_new_boolean (TRUE));
  append (building, _ ("Add a Level Below"), "doors.add-level", g_variant_new_boolean (FALSE));
  append (building, _ ("Add an Entrance"), "doors.add-entrance", NULL);
  append (building, _ ("Turn: Doors Count the Other Way"), "doors.turn", NULL);
  append_section (menu, building);
  return G_MENU_MODEL (menu);
}
