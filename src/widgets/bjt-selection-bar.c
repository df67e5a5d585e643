/* bjt-selection-bar.c: counts when the selection or the picture changes. */
#include "bjt-selection-bar.h"

#include <glib/gi18n-lib.h>

#include "bjt-door-menu.h"
#include "bjt-words.h"
#include "model/bjt-door-tally.h"
#include "model/bjt-work.h"

struct _BjtSelectionBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget *box;
  GtkWidget *label;
  GtkMenuButton *mark;

  /* Owned */
  BjtFocus *focus;
};

G_DEFINE_FINAL_TYPE (BjtSelectionBar, bjt_selection_bar, GTK_TYPE_WIDGET)

enum
{
  RECORD_VISITS,
  EXPORT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
append_count (GString    *out,
              const char *name,
              guint       count)
{
  if (count > 0)
    g_string_append_printf (out, "\n%s %u", name, count);
}

static char *
dup_details (const BjtPicture   *picture,
             const BjtDoorTally *tally)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < BJT_N_CLASSES; i++)
    append_count (out, bjt_words_get_class (i), tally->classes[i]);
  for (guint32 c = 0; c < picture->categories->len; c++)
    if (!bjt_picture_get_category (picture, c)->is_restricted)
      append_count (out, bjt_picture_get_category (picture, c)->name, tally->categories[c]);
  append_count (out, _("Visit overdue"), tally->n_overdue);
  append_count (out, _("With open issues"), tally->n_open);
  if (out->len > 0)
    g_string_erase (out, 0, 1);
  return g_string_free (out, FALSE);
}

static void
update (BjtSelectionBar *self)
{
  const BjtDoorSet *doors = bjt_focus_get_selection (self->focus);
  BjtPicture       *picture = bjt_focus_get_picture (self->focus);
  g_autofree char  *homes = NULL;
  g_autofree char  *people = NULL;
  g_autofree char  *text = NULL;
  g_autofree char  *details = NULL;
  BjtDoorTally      tally;

  gtk_widget_set_visible (GTK_WIDGET (self), doors != NULL);
  if (doors == NULL)
    return;
  bjt_door_tally_count (&tally, picture, doors);
  homes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u home selected", "%u homes selected", tally.n_doors), tally.n_doors);
  people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", tally.n_persons), tally.n_persons);
  text = g_strdup_printf ("%s · %s", homes, people);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  details = bjt_focus_get_curtain (self->focus) ? NULL : dup_details (picture, &tally);
  gtk_widget_set_tooltip_text (self->label, details);
}

/* The categories are those of the community. */
static void
update_menu (BjtSelectionBar *self)
{
  BjtPicture            *picture = bjt_focus_get_picture (self->focus);
  g_autoptr (GMenuModel) menu = picture != NULL ? bjt_door_menu_new_marks (picture) : NULL;

  gtk_menu_button_set_menu_model (self->mark, menu);
  update (self);
}

static GArray *
list_doors (BjtSelectionBar *self)
{
  const BjtDoorSet *selection = bjt_focus_get_selection (self->focus);
  GArray           *doors = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 d = selection != NULL ? bjt_door_set_next (selection, 0) : BJT_NO_INDEX; d != BJT_NO_INDEX; d = bjt_door_set_next (selection, d + 1))
    g_array_append_val (doors, d);
  return doors;
}

static void
record_visits_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *outcome)
{
  BjtSelectionBar   *self = BJT_SELECTION_BAR (widget);
  g_autoptr (GArray) doors = list_doors (self);
  gboolean           is_saved = FALSE;

  if (doors->len == 0)
    return;
  g_signal_emit (self, signals[RECORD_VISITS], 0, doors, g_variant_get_int32 (outcome), &is_saved);
  if (is_saved)
    bjt_focus_set_selection (self->focus, NULL);
}

/* The selection becomes a filter, which says what is shown. */
static void
only_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtSelectionBar *self = BJT_SELECTION_BAR (widget);
  BjtFilter        filter = *bjt_focus_get_filter (self->focus);

  filter.only = bjt_focus_get_selection (self->focus);
  if (filter.only == NULL)
    return;
  bjt_focus_set_filter (self->focus, &filter);
  bjt_focus_set_selection (self->focus, NULL);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[EXPORT], 0);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  bjt_focus_set_selection (BJT_SELECTION_BAR (widget)->focus, NULL);
}

static void
bjt_selection_bar_dispose (GObject *object)
{
  BjtSelectionBar *self = BJT_SELECTION_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_selection_bar_parent_class)->dispose (object);
}

static void
bjt_selection_bar_class_init (BjtSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_selection_bar_dispose;
  signals[RECORD_VISITS] = g_signal_new ("record-visits", BJT_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0,
                                         g_signal_accumulator_true_handled, NULL, NULL,
                                         G_TYPE_BOOLEAN, 2, G_TYPE_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_INT);
  signals[EXPORT] = g_signal_new ("export", BJT_TYPE_SELECTION_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "selectionbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "selection.record-visits", "i", record_visits_action);
  gtk_widget_class_install_action (widget_class, "selection.only", NULL, only_action);
  gtk_widget_class_install_action (widget_class, "selection.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "selection.clear", NULL, clear_action);
}

static GtkWidget *
add_menu_button (BjtSelectionBar *self,
                 const char      *label,
                 const char      *tooltip,
                 GMenuModel      *menu) /* (transfer full) (nullable) */
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_box_append (GTK_BOX (self->box), button);
  g_clear_object (&menu);
  return button;
}

static void
add_menu_buttons (BjtSelectionBar *self)
{
  add_menu_button (self, _("Record Visit"), _("Record one visit of today for each of them"), bjt_door_menu_new_outcomes ("selection.record-visits"));
  self->mark = GTK_MENU_BUTTON (add_menu_button (self, _("Mark"), _("Set a category or the class of all of them"), NULL));
  add_menu_button (self, _("Doors"), _("Riser, merge and split, kind, cordon"), bjt_door_menu_new_doors ());
}

static void
add_button (BjtSelectionBar *self,
            GtkWidget       *button,
            const char      *name,
            const char      *action)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
bjt_selection_bar_init (BjtSelectionBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "heading");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_box_append (GTK_BOX (self->box), self->label);
  add_menu_buttons (self);
  add_button (self, gtk_button_new_from_icon_name ("zoom-fit-best-symbolic"), _("Bring all that is selected into view (Z)"), "map.fit-selection");
  add_button (self, gtk_button_new_with_label (_("Only These")), _("Fade all other homes, on the map, in the matrix and in lists"), "selection.only");
  add_button (self, gtk_button_new_from_icon_name ("document-save-symbolic"), _("Write what is selected to a spreadsheet"), "selection.export");
  add_button (self, gtk_button_new_from_icon_name ("window-close-symbolic"), _("Clear the selection (Esc)"), "selection.clear");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Selection"), -1);
}

GtkWidget *
bjt_selection_bar_new (BjtFocus *focus)
{
  BjtSelectionBar *self = g_object_new (BJT_TYPE_SELECTION_BAR, NULL);

  self->focus = g_object_ref (focus);
  g_signal_connect_object (focus, "selection-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (update_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "privacy-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update_menu (self);
  return GTK_WIDGET (self);
}
