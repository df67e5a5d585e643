/* bjt-draft-bar.c: all groups are made once; the tool tells which are shown. */
#include "bjt-draft-bar.h"

#include <glib/gi18n-lib.h>

#include "bjt-door-list.h"
#include "bjt-draft-words.h"
#include "bjt-form.h"
#include "bjt-select-tool.h"

struct _BjtDraftBar
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget     *kinds;
  GtkWidget     *next;
  GtkWidget     *doors;
  GtkWidget     *thickness;
  GtkWidget     *opening_width;
  GtkWidget     *text_size;
  GtkWidget     *closes_gaps;
  GtkWidget     *changes;

  /* Owned */
  BjtDraftBoard *board;
  GSignalGroup  *selection_signals;

  /* Borrowed */
  BjtDraftTool *tool;

  /* State */
  gboolean is_filling;
  gboolean is_wall; /* kinds are wall and line */
};

G_DEFINE_FINAL_TYPE (BjtDraftBar, bjt_draft_bar, GTK_TYPE_BOX)

enum
{
  CHANGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const BjtElementKind outline_kinds[] = { BJT_ELEMENT_DOOR, BJT_ELEMENT_AREA };
static const BjtElementKind wall_kinds[] = { BJT_ELEMENT_WALL, BJT_ELEMENT_LINE };

/* Which groups are shown */

static BjtElementKind
get_kind (BjtDraftBar *self)
{
  guint row = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds));

  return (self->is_wall ? wall_kinds : outline_kinds)[row == 1 ? 1 : 0];
}

static void
update_next (BjtDraftBar *self)
{
  guint32          door = bjt_draft_board_get_next_door (self->board);
  g_autofree char *name = door != BJT_NO_INDEX ? bjt_draft_words_dup_door (bjt_draft_board_get_picture (self->board), door) : NULL;
  /* Translators: %s is the number of the door that is drawn next */
  g_autofree char *text = name != NULL ? g_strdup_printf (_("Next: %s"), name) : g_strdup (_("All doors are drawn"));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->next), text);
}

static void
update_shown (BjtDraftBar *self,
              const char  *name)
{
  gboolean is_outline = g_strcmp0 (name, "rectangle") == 0 || g_strcmp0 (name, "polygon") == 0 || g_strcmp0 (name, "trace") == 0;

  self->is_wall = g_strcmp0 (name, "wall") == 0;
  gtk_widget_set_visible (self->kinds, is_outline || self->is_wall);
  gtk_widget_set_visible (self->next, is_outline && get_kind (self) == BJT_ELEMENT_DOOR);
  gtk_widget_set_visible (self->thickness, self->is_wall && get_kind (self) == BJT_ELEMENT_WALL);
  gtk_widget_set_visible (self->opening_width, g_strcmp0 (name, "opening") == 0);
  gtk_widget_set_visible (self->text_size, g_strcmp0 (name, "text") == 0);
  gtk_widget_set_visible (self->closes_gaps, g_strcmp0 (name, "trace") == 0);
  gtk_widget_set_visible (self->changes, g_strcmp0 (name, "select") == 0);
}

static void
fill_kinds (BjtDraftBar *self)
{
  const BjtElementKind     *kinds = self->is_wall ? wall_kinds : outline_kinds;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < 2; i++)
    gtk_string_list_append (names, bjt_draft_words_get_kind (kinds[i]));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kinds), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kinds), bjt_draft_tool_get_kind (self->tool) == kinds[1] ? 1 : 0);
  self->is_filling = FALSE;
}

static void
kind_cb (BjtDraftBar *self)
{
  BjtElementKind kind = get_kind (self);

  if (self->is_filling || self->tool == NULL)
    return;
  bjt_draft_tool_set_kind (self->tool, kind);
  gtk_widget_set_visible (self->next, kind == BJT_ELEMENT_DOOR);
  gtk_widget_set_visible (self->thickness, kind == BJT_ELEMENT_WALL);
}

static void
chosen_cb (BjtDraftBar *self)
{
  BjtPlanSelection *selection = g_signal_group_dup_target (self->selection_signals);
  guint             n = selection != NULL ? bjt_plan_selection_get_n_chosen (selection) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->changes); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, n >= GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), "least")));
  g_clear_object (&selection);
}

void
bjt_draft_bar_set_tool (BjtDraftBar *self,
                        const char  *name,
                        BjtPlanTool *tool)
{
  self->tool = tool != NULL ? BJT_DRAFT_TOOL (tool) : NULL;
  self->is_wall = g_strcmp0 (name, "wall") == 0;
  if (self->tool != NULL)
    fill_kinds (self);
  update_shown (self, name);
  g_signal_group_set_target (self->selection_signals, BJT_IS_SELECT_TOOL (tool) ? bjt_select_tool_get_selection (BJT_SELECT_TOOL (tool)) : NULL);
  chosen_cb (self);
}

/* The next door */

static void
picked_cb (BjtDraftBar *self,
           guint        door)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->next));
  bjt_draft_board_set_next_door (self->board, door);
}

static void
open_doors_cb (GtkMenuButton *button,
               gpointer       user_data)
{
  BjtDraftBar *self = user_data;

  bjt_door_list_fill (BJT_DOOR_LIST (self->doors), self->board, bjt_draft_board_get_next_door (self->board), FALSE);
}

static GtkWidget *
new_next (BjtDraftBar *self)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();

  self->doors = bjt_door_list_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->doors);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), open_doors_cb, self, NULL);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _("Whose outline is drawn next"));
  g_signal_connect_object (self->doors, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* Making */

static GtkWidget *
append_number (BjtDraftBar *self,
               const char  *name,
               const char  *property,
               double       least,
               double       most)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *spin = bjt_form_new_number (least, most, 0.05, 2), *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (self->board, property, spin, "value", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), spin);
  gtk_box_append (GTK_BOX (self), box);
  return box;
}

static void
clicked_cb (GtkWidget   *button,
            BjtDraftBar *self)
{
  g_signal_emit (self, signals[CHANGE], 0, g_object_get_data (G_OBJECT (button), "change"));
}

/* @change: a constant */
static void
append_change (BjtDraftBar *self,
               const char  *icon,
               const char  *name,
               const char  *change,
               guint        least)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "least", GUINT_TO_POINTER (least));
  g_object_set_data (G_OBJECT (button), "change", (gpointer) change);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->changes), button);
}

static void
fill (BjtDraftBar *self)
{
  self->kinds = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is drawn"), -1);
  gtk_box_append (GTK_BOX (self), self->kinds);
  self->next = new_next (self);
  gtk_box_append (GTK_BOX (self), self->next);
  self->thickness = append_number (self, _("Thickness, m"), "thickness", 0.05, 1);
  self->opening_width = append_number (self, _("Width, m"), "opening-width", 0.3, 10);
  self->text_size = append_number (self, _("Height, m"), "text-size", 0.1, 10);
  self->closes_gaps = gtk_check_button_new_with_label (_("Close gaps"));
  gtk_widget_set_tooltip_text (self->closes_gaps, _("Doorways and small gaps in the lines count as closed"));
  g_object_bind_property (self->board, "closes-gaps", self->closes_gaps, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (self), self->closes_gaps);
  self->changes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self), self->changes);
  append_change (self, "document-properties-symbolic", _("What it is, and whose (Enter)"), "properties", 1);
  append_change (self, "edit-copy-symbolic", _("Duplicate (Ctrl+D)"), "duplicate", 1);
  append_change (self, "bjt-array-symbolic", _("Repeat in rows (A)"), "array", 1);
  append_change (self, "bjt-mirror-symbolic", _("Mirror (H)"), "mirror", 1);
  append_change (self, "bjt-merge-symbolic", _("Merge (M)"), "merge", 2);
  append_change (self, "edit-delete-symbolic", _("Remove (Del)"), "remove", 1);
}

static void
bjt_draft_bar_dispose (GObject *object)
{
  BjtDraftBar *self = BJT_DRAFT_BAR (object);

  self->tool = NULL;
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (bjt_draft_bar_parent_class)->dispose (object);
}

static void
bjt_draft_bar_class_init (BjtDraftBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_draft_bar_dispose;
  signals[CHANGE] = g_signal_new ("change", BJT_TYPE_DRAFT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bjt_draft_bar_init (BjtDraftBar *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  self->selection_signals = g_signal_group_new (BJT_TYPE_PLAN_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (chosen_cb), self);
}

GtkWidget *
bjt_draft_bar_new (BjtDraftBoard *board)
{
  BjtDraftBar *self = g_object_new (BJT_TYPE_DRAFT_BAR, NULL);

  self->board = g_object_ref (board);
  fill (self);
  g_signal_connect_object (board, "doors-changed", G_CALLBACK (update_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kinds, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  update_next (self);
  bjt_draft_bar_set_tool (self, NULL, NULL);
  return GTK_WIDGET (self);
}
