/* bjt-door-desk.c: which doors are meant, what is asked before, what is told
 * after. The texts name doors and categories, never people. */
#include "bjt-door-desk.h"

#include <glib/gi18n.h>

#include "bjt-cordon-dialog.h"
#include "bjt-name-popover.h"
#include "bjt-selection-export.h"
#include "widgets/bjt-matrix-pane.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-doors.h"

struct _BjtDoorDesk
{
  GObject parent_instance;

  /* Owned */
  GSimpleActionGroup *actions;

  /* Borrowed */
  BjtPage       *page;   /* owns this */
  BjtMatrixView *matrix; /* weak; may be NULL */
};

G_DEFINE_FINAL_TYPE (BjtDoorDesk, bjt_door_desk, G_TYPE_OBJECT)

static BjtFocus *
get_focus (BjtDoorDesk *self)
{
  return bjt_page_get_focus (self->page);
}

static BjtPicture *
get_picture (BjtDoorDesk *self)
{
  return bjt_page_get_picture (self->page);
}

static BjtWorkspace *
get_workspace (BjtDoorDesk *self)
{
  return bjt_page_get_workspace (self->page);
}

static void
tell (BjtDoorDesk   *self,
      gboolean       done,
      const char    *text,
      GError *const *error)
{
  bjt_page_tell_outcome (self->page, done, text, error);
}

/* The doors that are meant: the selected, else the chosen one. */
static GArray *
list_doors (BjtDoorDesk *self)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (get_focus (self));
  guint32           chosen = bjt_focus_get_door (get_focus (self));
  GArray           *doors = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (selection == NULL && chosen != BJT_NO_INDEX)
    g_array_append_val (doors, chosen);
  for (guint32 d = selection != NULL ? bjt_door_set_next (selection, 0) : BJT_NO_INDEX; d != BJT_NO_INDEX; d = bjt_door_set_next (selection, d + 1))
    g_array_append_val (doors, d);
  return doors;
}

static GArray *
list_keys (BjtDoorDesk *self)
{
  g_autoptr (GArray) doors = list_doors (self);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (guint i = 0; i < doors->len; i++)
    g_array_append_val (keys, bjt_picture_get_door (get_picture (self), g_array_index (doors, guint32, i))->id);
  return keys;
}

static const BjtUuid *
get_keys (const GArray *keys)
{
  return (const BjtUuid *) (gconstpointer) keys->data;
}

/* People */

static void
tick (BjtDoorDesk *self,
      const char  *code,
      gboolean     ticked)
{
  g_autoptr (GArray) doors = list_doors (self);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  guint32 category = bjt_picture_find_category (get_picture (self), code);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < doors->len; i++)
    {
      guint32 head = bjt_picture_get_head (get_picture (self), g_array_index (doors, guint32, i));

      if (head != BJT_NO_INDEX)
        g_array_append_val (keys, bjt_picture_get_person (get_picture (self), head)->id);
    }
  /* Translators: a category, then how many people */
  text = g_strdup_printf (ticked ? g_dngettext (NULL, "Ticked: %s, %u person", "Ticked: %s, %u people", keys->len)
                                 : g_dngettext (NULL, "No longer ticked: %s, %u person", "No longer ticked: %s, %u people", keys->len),
                          category != BJT_NO_INDEX ? bjt_picture_get_category (get_picture (self), category)->name : code, keys->len);
  tell (self, bjt_workspace_tick_categories (get_workspace (self), get_keys (keys), keys->len, code, ticked, &error), text, &error);
}

static void
tick_cb (GSimpleAction *action,
         GVariant      *code,
         gpointer       self)
{
  tick (self, g_variant_get_string (code, NULL), TRUE);
}

static void
untick_cb (GSimpleAction *action,
           GVariant      *code,
           gpointer       self)
{
  tick (self, g_variant_get_string (code, NULL), FALSE);
}

void
bjt_door_desk_set_class (BjtDoorDesk *self,
                         int          household_class,
                         const char  *reason)
{
  g_autoptr (GArray) doors = list_doors (self);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < doors->len; i++)
    {
      const BjtRun *households = &bjt_picture_get_door (get_picture (self), g_array_index (doors, guint32, i))->households;

      if (households->n > 0)
        g_array_append_val (keys, bjt_picture_get_household (get_picture (self), households->first)->id);
    }
  text = household_class == 0 ? g_strdup_printf (g_dngettext (NULL, "%u household follows the rules again", "%u households follow the rules again", keys->len), keys->len)
                              : g_strdup_printf (g_dngettext (NULL, "Class set: %s, %u household", "Class set: %s, %u households", keys->len),
                                                 bjt_words_get_class (household_class), keys->len);
  tell (self, bjt_workspace_override_classes (get_workspace (self), get_keys (keys), keys->len, household_class, reason, &error), text, &error);
}

static void
reason_given_cb (AdwMessageDialog *dialog,
                 const char       *response,
                 BjtDoorDesk      *self)
{
  GtkEditable     *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (g_str_equal (response, "set"))
    bjt_door_desk_set_class (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "class")), reason);
}

static void
reason_changed_cb (AdwMessageDialog *dialog,
                   GtkEditable      *entry)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "set", *reason != '\0');
}

static void
class_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  BjtDoorDesk     *self = user_data;
  int              household_class = g_variant_get_int32 (parameter);
  g_autofree char *heading = NULL;
  GtkWidget       *dialog, *entry;

  if (household_class == 0)
    {
      bjt_door_desk_set_class (self, 0, NULL);
      return;
    }
  heading = g_strdup_printf (_("Set the Class: %s"), bjt_words_get_class (household_class));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))), heading,
                                   _("For all selected homes, in place of what the rules find. The reason is kept with it."));
  entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Reason, kept with the class"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason, kept with the class"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "set", _("_Set"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "set", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "set");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "set", FALSE);
  g_object_set_data (G_OBJECT (dialog), "class", GINT_TO_POINTER (household_class));
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reason_given_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Doors */

static void
merge (BjtDoorDesk *self,
       GArray      *keys)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u door is one", "%u doors are one now", keys->len), keys->len);
  g_autoptr (GError) error = NULL;

  tell (self, bjt_workspace_merge_doors (get_workspace (self), get_keys (keys), keys->len, &error), text, &error);
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       self)
{
  g_autoptr (GArray) keys = list_keys (self);

  merge (self, keys);
}

static void
merge_with_next (BjtDoorDesk  *self,
                 BjtMatrixStep step)
{
  guint32 chosen = bjt_focus_get_door (get_focus (self)), cell;
  g_autoptr (BjtMatrix) matrix = chosen != BJT_NO_INDEX ? bjt_matrix_new (get_picture (self), bjt_picture_get_door (get_picture (self), chosen)->building) : NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  cell = matrix != NULL ? bjt_matrix_find_door (matrix, chosen) : BJT_NO_INDEX;
  if (cell == BJT_NO_INDEX)
    return;
  g_array_append_val (keys, bjt_picture_get_door (get_picture (self), chosen)->id);
  if (bjt_matrix_step (matrix, cell, step) != cell)
    g_array_append_val (keys, bjt_picture_get_door (get_picture (self), bjt_matrix_get_cell (matrix, bjt_matrix_step (matrix, cell, step))->door)->id);
  merge (self, keys);
}

static void
merge_right_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  merge_with_next (self, BJT_MATRIX_RIGHT);
}

static void
merge_above_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  merge_with_next (self, BJT_MATRIX_UP);
}

static void
split_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       self)
{
  g_autoptr (GArray) keys = list_keys (self);
  g_autoptr (GError) error = NULL;

  if (keys->len > 0)
    tell (self, bjt_workspace_split_door (get_workspace (self), get_keys (keys), &error), _("The doors are apart again"), &error);
}

static void
kind_cb (GSimpleAction *action,
         GVariant      *kind,
         gpointer       self)
{
  g_autoptr (GArray) keys = list_keys (self);
  const char *word = bjt_words_get_door_kind (g_variant_get_int32 (kind));
  g_autofree char *text = g_strdup_printf (_("Kind of the door: %s"), word != NULL ? word : C_("door", "Dwelling"));
  g_autoptr (GError) error = NULL;

  tell (self, bjt_workspace_set_door_kinds (get_workspace (self), get_keys (keys), keys->len, g_variant_get_int32 (kind), &error), text, &error);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  g_autoptr (GArray) keys = list_keys (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint n_held = 0;
  gboolean done = bjt_workspace_remove_doors (get_workspace (self), get_keys (keys), keys->len, &n_held, &error);

  text = n_held > 0 ? g_strdup_printf (_("%u removed, %u kept for their people or history"), keys->len - n_held, n_held)
                    : g_strdup_printf (g_dngettext (NULL, "%u empty door removed", "%u empty doors removed", keys->len), keys->len);
  tell (self, done, text, &error);
}

/* Names */

typedef struct
{
  BjtDoorDesk *desk; /* owned */
  BjtUuid      id;   /* of the door, the entrance, the building of the level */
  int          ordinal;
} Naming;

static void
naming_free (gpointer data)
{
  Naming *self = data;

  g_object_unref (self->desk);
  g_free (self);
}

static gboolean
told (BjtDoorDesk *self,
      gboolean     done,
      const char  *name)
{
  g_autofree char *text = g_strdup_printf (_("It is called %s now"), name);

  if (done)
    bjt_page_tell (self->page, text, TRUE);
  return done;
}

static gboolean
name_door (const char *name,
           gpointer    data,
           GError    **error)
{
  const Naming *self = data;

  return told (self->desk, bjt_workspace_rename_door (get_workspace (self->desk), &self->id, name, error), name);
}

static gboolean
name_level (const char *name,
            gpointer    data,
            GError    **error)
{
  const Naming *self = data;

  return told (self->desk, bjt_workspace_rename_level (get_workspace (self->desk), &self->id, self->ordinal, name, error), name);
}

static gboolean
name_entrance (const char *name,
               gpointer    data,
               GError    **error)
{
  const Naming *self = data;

  return told (self->desk, bjt_workspace_rename_entrance (get_workspace (self->desk), &self->id, name, error), name);
}

static void
ask_name (BjtDoorDesk         *self,
          const BjtMatrixPart *part,
          const char          *label,
          const char          *name,
          BjtNameFunc          func,
          Naming              *naming) /* (transfer full) */
{
  GtkWidget       *pane = self->matrix != NULL ? gtk_widget_get_ancestor (GTK_WIDGET (self->matrix), BJT_TYPE_MATRIX_PANE) : NULL;
  GdkRectangle     area;
  graphene_point_t at;

  naming->desk = g_object_ref (self);
  if (pane == NULL || !bjt_matrix_view_get_part_area (self->matrix, part, &area)
      || !gtk_widget_compute_point (GTK_WIDGET (self->matrix), pane, &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y), &at))
    {
      naming_free (naming);
      return;
    }
  area.x = (int) at.x;
  area.y = (int) at.y;
  bjt_name_popover_ask (pane, &area, label, name, func, naming, naming_free);
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  BjtDoorDesk          *self = user_data;
  guint32               chosen = bjt_focus_get_door (get_focus (self));
  const BjtMatrix      *matrix = self->matrix != NULL ? bjt_matrix_view_get_matrix (self->matrix) : NULL;
  const BjtPictureDoor *door = chosen != BJT_NO_INDEX ? bjt_picture_get_door (get_picture (self), chosen) : NULL;
  Naming               *naming;

  if (door == NULL || matrix == NULL)
    return;
  naming = g_new0 (Naming, 1);
  naming->id = door->id;
  ask_name (self, &(BjtMatrixPart) { BJT_MATRIX_PART_CELL, bjt_matrix_find_door (matrix, chosen) }, _("Number of the door"), door->label, name_door, naming);
}

static void
rename_level_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  BjtDoorDesk     *self = user_data;
  const BjtMatrix *matrix = self->matrix != NULL ? bjt_matrix_view_get_matrix (self->matrix) : NULL;
  int              ordinal = g_variant_get_int32 (parameter);

  for (guint r = 0; matrix != NULL && r < matrix->rows->len; r++)
    if (bjt_matrix_get_row (matrix, r)->ordinal == ordinal)
      {
        Naming *naming = g_new0 (Naming, 1);

        naming->id = bjt_picture_get_building (get_picture (self), matrix->building)->id;
        naming->ordinal = ordinal;
        ask_name (self, &(BjtMatrixPart) { BJT_MATRIX_PART_ROW, r }, _("Name of the level, such as 3A"), bjt_matrix_get_row (matrix, r)->label,
                  name_level, naming);
        return;
      }
}

static void
rename_entrance_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  BjtDoorDesk     *self = user_data;
  const BjtMatrix *matrix = self->matrix != NULL ? bjt_matrix_view_get_matrix (self->matrix) : NULL;
  guint32          entrance = g_variant_get_uint32 (parameter);

  for (guint s = 0; matrix != NULL && s < matrix->sections->len; s++)
    if (bjt_matrix_get_section (matrix, s)->entrance == entrance && entrance != BJT_NO_INDEX)
      {
        Naming *naming = g_new0 (Naming, 1);

        naming->id = bjt_picture_get_entrance (get_picture (self), entrance)->id;
        ask_name (self, &(BjtMatrixPart) { BJT_MATRIX_PART_SECTION, s }, _("Name of the entrance"),
                  bjt_picture_get_entrance (get_picture (self), entrance)->label, name_entrance, naming);
        return;
      }
}

/* The building */

static const BjtPictureBuilding *
get_building (BjtDoorDesk *self)
{
  guint32 building = bjt_focus_get_building (get_focus (self));

  return building != BJT_NO_INDEX ? bjt_picture_get_building (get_picture (self), building) : NULL;
}

static void
add_door_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  BjtDoorDesk *self = user_data;
  const BjtPictureBuilding *building = get_building (self);
  BjtDoorPlace place = { .kind = -1 };
  guint32 entrance;
  BjtUuid id;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(ui)", &entrance, &place.ordinal);
  if (building == NULL)
    return;
  place.building_id = building->id;
  if (entrance < get_picture (self)->entrances->len)
    place.entrance_id = bjt_picture_get_entrance (get_picture (self), entrance)->id;
  if (!bjt_workspace_add_door (get_workspace (self), &place, &id, &error))
    {
      bjt_page_tell_error (self->page, error);
      return;
    }
  bjt_focus_choose_door (get_focus (self), bjt_picture_find_door (get_picture (self), &id));
  text = g_strdup_printf (_("Door added: %s"), bjt_picture_get_door (get_picture (self), bjt_focus_get_door (get_focus (self)))->label);
  bjt_page_tell (self->page, text, TRUE);
}

static void
add_level_cb (GSimpleAction *action,
              GVariant      *above,
              gpointer       self)
{
  g_autoptr (GError) error = NULL;

  if (get_building (self) != NULL)
    tell (self, bjt_workspace_add_level (get_workspace (self), &get_building (self)->id, g_variant_get_boolean (above), &error),
          _("Level added, with the doors of the next one"), &error);
}

static void
add_entrance_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       self)
{
  g_autoptr (GError) error = NULL;

  if (get_building (self) != NULL)
    tell (self, bjt_workspace_add_entrance (get_workspace (self), &get_building (self)->id, &error),
          _("Entrance added, with the doors of the last one"), &error);
}

static void
turn_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  const BjtPictureBuilding *building = get_building (self);
  gboolean reverses = building != NULL && !building->doors_reversed;
  g_autoptr (GError) error = NULL;

  if (building != NULL)
    tell (self, bjt_workspace_set_direction (get_workspace (self), &building->id, reverses, &error),
          reverses ? _("Doors count from east to west") : _("Doors count from west to east"), &error);
}

/* Cordons and risers */

static void
cordon_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  BjtDoorDesk *self = user_data;
  g_autoptr (GArray) doors = list_doors (self);
  guint32 entrance = doors->len > 0 ? bjt_picture_get_door (get_picture (self), g_array_index (doors, guint32, 0))->entrance : BJT_NO_INDEX;

  if (entrance != BJT_NO_INDEX)
    bjt_cordon_dialog_ask (self->page, entrance);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  BjtDoorDesk *self = user_data;
  guint32 entrance = g_variant_get_uint32 (parameter);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (entrance >= get_picture (self)->entrances->len)
    return;
  name = bjt_words_dup_entrance (get_picture (self), entrance);
  text = g_strdup_printf (_("%s is open again"), name);
  tell (self, bjt_workspace_open_entrance (get_workspace (self), &bjt_picture_get_entrance (get_picture (self), entrance)->id, &error), text, &error);
}

static void
riser_sheet_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  BjtDoorDesk *self = user_data;
  g_autoptr (GArray) doors = list_doors (self);
  g_autoptr (BjtDoorSet) riser = bjt_door_set_new (get_picture (self)->doors->len);

  if (doors->len == 0)
    return;
  for (guint i = 0; i < doors->len; i++)
    bjt_door_set_add_riser (riser, get_picture (self), g_array_index (doors, guint32, i));
  bjt_focus_set_selection (get_focus (self), riser);
  bjt_selection_export_ask_riser (self->page);
}

/* What can be done now */

static gboolean
has_parts (BjtDoorDesk *self,
           guint32      door)
{
  const BjtRun *doors = &bjt_picture_get_building (get_picture (self), bjt_picture_get_door (get_picture (self), door)->building)->doors;

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    if (bjt_picture_get_door (get_picture (self), d)->is_merged && bjt_picture_get_door (get_picture (self), d)->head == door)
      return TRUE;
  return FALSE;
}

static void
enable (BjtDoorDesk *self,
        const char  *name,
        gboolean     enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
update (BjtDoorDesk *self)
{
  static const char *const of_doors[] = { "tick", "untick", "class", "kind", "remove", "riser-sheet" };
  static const char *const of_one[] = { "rename", "merge-right", "merge-above" };
  static const char *const of_buildings[] = { "add-door", "add-level", "add-entrance", "rename-level", "rename-entrance", "turn" };
  g_autoptr (GArray) doors = list_doors (self);
  guint32 first = doors->len > 0 ? g_array_index (doors, guint32, 0) : BJT_NO_INDEX;
  gboolean has_building = get_building (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_doors); i++)
    enable (self, of_doors[i], doors->len > 0);
  for (guint i = 0; i < G_N_ELEMENTS (of_one); i++)
    enable (self, of_one[i], bjt_focus_get_door (get_focus (self)) != BJT_NO_INDEX);
  for (guint i = 0; i < G_N_ELEMENTS (of_buildings); i++)
    enable (self, of_buildings[i], has_building);
  enable (self, "merge", doors->len > 1);
  enable (self, "split", doors->len == 1 && has_parts (self, first));
  enable (self, "cordon", first != BJT_NO_INDEX && bjt_picture_get_door (get_picture (self), first)->entrance != BJT_NO_INDEX);
}

/* The object */

static void
bjt_door_desk_dispose (GObject *object)
{
  BjtDoorDesk *self = BJT_DOOR_DESK (object);

  g_clear_object (&self->actions);
  g_clear_weak_pointer (&self->matrix);
  G_OBJECT_CLASS (bjt_door_desk_parent_class)->dispose (object);
}

static void
bjt_door_desk_class_init (BjtDoorDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_door_desk_dispose;
}

static void
bjt_door_desk_init (BjtDoorDesk *self)
{
  static const GActionEntry entries[] = {
    { "tick", tick_cb, "s" }, { "untick", untick_cb, "s" }, { "class", class_cb, "i" }, { "merge", merge_cb },
    { "merge-right", merge_right_cb }, { "merge-above", merge_above_cb }, { "split", split_cb }, { "kind", kind_cb, "i" },
    { "remove", remove_cb }, { "rename", rename_cb }, { "rename-level", rename_level_cb, "i" }, { "rename-entrance", rename_entrance_cb, "u" },
    { "add-door", add_door_cb, "(ui)" }, { "add-level", add_level_cb, "b" }, { "add-entrance", add_entrance_cb }, { "turn", turn_cb },
    { "cordon", cordon_cb }, { "open", open_cb, "u" }, { "riser-sheet", riser_sheet_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

BjtDoorDesk *
bjt_door_desk_attach (BjtPage       *page,
                      BjtMatrixView *matrix)
{
  g_autoptr (BjtDoorDesk) self = g_object_new (BJT_TYPE_DOOR_DESK, NULL);
  BjtFocus *focus = bjt_page_get_focus (page);

  self->page = page;
  g_set_weak_pointer (&self->matrix, matrix);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "doors", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (focus, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "choice-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  g_object_set_data_full (G_OBJECT (page), "door-desk", g_object_ref (self), g_object_unref);
  return self;
}
