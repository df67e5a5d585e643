/* bjt-matrix-pane.c: head line, two views, legend. Recording is asked for by a
 * signal: who owns the community decides and saves. */
#include "bjt-matrix-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bjt-door-menu.h"
#include "bjt-legend.h"
#include "bjt-roster.h"
#include "bjt-widgets.h"
#include "bjt-words.h"
#include "plan/bjt-plan-index.h"

struct _BjtMatrixPane
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget     *stack;
  GtkWidget     *edit; /* of the matrix; other views have their own */
  GtkStack      *views;
  GtkBox        *switch_box;
  AdwStatusPage *empty;
  GtkLabel      *title;
  GtkLabel      *summary;
  GtkMenuButton *batch;
  BjtWholeRow   *legend;
  BjtMatrixView *matrix;
  BjtRoster     *roster;

  /* Children */
  GtkWidget *menu;

  /* Owned */
  BjtFocus     *focus;
  GSignalGroup *focus_signals;

  /* State */
  gboolean is_editing;
};

G_DEFINE_FINAL_TYPE (BjtMatrixPane, bjt_matrix_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOCUS,
  PROP_VIEW,
  PROP_EDITING,
  N_PROPS,
};

enum
{
  RECORD_VISITS,
  DOOR_MENU,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
append_count (GString    *text,
              const char *word,
              guint       n)
{
  if (n > 0)
    g_string_append_printf (text, " · %s %u", word, n);
}

/* 平面图 18/30: doors that have their place on a floor plan */
static void
append_drawn (GString          *text,
              const BjtPicture *picture,
              const BjtRun     *doors)
{
  guint n = 0, n_drawn = 0;

  for (guint32 d = doors->first; d < doors->first + doors->n; d++)
    if (!bjt_picture_get_door (picture, d)->is_merged)
      {
        n++;
        n_drawn += bjt_plan_index_is_drawn (picture, d);
      }
  if (n_drawn == 0)
    return;
  g_string_append (text, " · ");
  /* TRANSLATORS: doors drawn on floor plans, of how many */
  g_string_append_printf (text, _ ("Floor plan %u/%u"), n_drawn, n);
}

/* 6层 · 3单元 · 54户室 · 常住 45 · 空挂 7 · 空置 2 · 平面图 18/54 */
static char *
dup_summary (const BjtPicture *picture,
             guint32           building)
{
  static const BjtHouseholdClass order[] = {
    BJT_CLASS_RESIDENT, BJT_CLASS_FLOATING, BJT_CLASS_TENANT, BJT_CLASS_HUKOU_ONLY, BJT_CLASS_EMPTY, BJT_CLASS_UNKNOWN,
  };
  const BjtPictureBuilding *b = bjt_picture_get_building (picture, building);
  guint                     counts[BJT_N_CLASSES] = { 0 }, n_doors = 0;
  int                       n_levels = b->highest - b->lowest + 1;
  GString                  *text = g_string_new (NULL);

  for (guint32 d = b->doors.first; d < b->doors.first + b->doors.n; d++)
    if (!bjt_picture_get_door (picture, d)->is_merged)
      {
        n_doors++;
        counts[bjt_picture_get_door_state (picture, d)->household_class]++;
      }
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d level", "%d levels", (gulong) n_levels), n_levels);
  g_string_append (text, " · ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u entrance", "%u entrances", b->entrances.n), b->entrances.n);
  g_string_append (text, " · ");
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u door", "%u doors", n_doors), n_doors);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    append_count (text, bjt_words_get_class (order[i]), counts[order[i]]);
  append_drawn (text, picture, &b->doors);
  return g_string_free (text, FALSE);
}

static gboolean
has_door (BjtMatrixPane *self)
{
  return self->focus != NULL && bjt_focus_get_door (self->focus) != BJT_NO_INDEX;
}

void
bjt_matrix_pane_open_menu (BjtMatrixPane *self,
                           double         x,
                           double         y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* While doors are laid out, the menu is about that; beside all doors, about those chosen. */
void
bjt_matrix_pane_ask_menu (BjtMatrixPane *self,
                          GtkWidget     *view,
                          guint          door,
                          double         x,
                          double         y)
{
  graphene_point_t at;
  gboolean         is_open = FALSE;

  if (!gtk_widget_compute_point (view, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  if (!self->is_editing && door != BJT_NO_INDEX)
    g_signal_emit (self, signals[DOOR_MENU], 0, door, (double) at.x, (double) at.y, &is_open);
  if (!is_open)
    bjt_matrix_pane_open_menu (self, (double) at.x, (double) at.y);
}

static void
context_menu_cb (BjtMatrixPane *self,
                 guint          door,
                 double         x,
                 double         y)
{
  bjt_matrix_pane_ask_menu (self, GTK_WIDGET (self->matrix), door, x, y);
}

static void
selection_changed_cb (BjtMatrixPane *self)
{
  guint            n = bjt_matrix_view_count_selected (self->matrix);
  /* TRANSLATORS: button for work on many doors at once, with how many are marked */
  g_autofree char *label = n > 0 ? g_strdup_printf (_ ("Batch (%u)"), n) : g_strdup (_ ("Batch"));

  gtk_menu_button_set_label (self->batch, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.record-visits", n > 0 || has_door (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.unmark-all", n > 0);
}

static void
update_empty (BjtMatrixPane *self,
              BjtPicture    *picture)
{
  gboolean has_buildings = picture != NULL && picture->buildings->len > 0;

  adw_status_page_set_title (self->empty, has_buildings ? _ ("Choose a building") : _ ("No buildings yet"));
  adw_status_page_set_description (self->empty, has_buildings
      ? _ ("Click a building on the map, or search for it with Ctrl+K: 3-2-501. Its doors appear here, entrance by entrance and level by level.")
      : _ ("Import a map or a register of doors, or open the sample community. Floors and doors alone are enough for a matrix."));
}

static void
update (BjtMatrixPane *self)
{
  BjtPicture *picture = self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;
  guint32     building = picture != NULL ? bjt_focus_get_building (self->focus) : BJT_NO_INDEX;

  if (building == BJT_NO_INDEX)
    update_empty (self, picture);
  else
    {
      g_autofree char *title = bjt_words_dup_building (picture, building);
      g_autofree char *summary = dup_summary (picture, building);

      gtk_label_set_label (self->title, title);
      gtk_label_set_label (self->summary, summary);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), summary);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), building == BJT_NO_INDEX ? "empty" : "building");
  selection_changed_cb (self);
}

static void
record_visits_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *outcome)
{
  BjtMatrixPane     *self = BJT_MATRIX_PANE (widget);
  g_autoptr (GArray) doors = bjt_matrix_view_dup_doors (self->matrix);
  gboolean           is_saved = FALSE;

  if (doors->len == 0)
    return;
  g_signal_emit (self, signals[RECORD_VISITS], 0, doors, g_variant_get_int32 (outcome), &is_saved);
  if (is_saved)
    gtk_widget_activate_action (GTK_WIDGET (self->matrix), "matrix.unselect-all", NULL);
}

static void
select_part_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *kind)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (BJT_MATRIX_PANE (widget)->matrix), "matrix.select-part", kind);
}

static void
mark_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (BJT_MATRIX_PANE (widget)->matrix), "matrix.select-all", NULL);
}

static void
unmark_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (BJT_MATRIX_PANE (widget)->matrix), "matrix.unselect-all", NULL);
}

void
bjt_matrix_pane_set_focus (BjtMatrixPane *self,
                           BjtFocus      *focus)
{
  g_return_if_fail (BJT_IS_MATRIX_PANE (self));
  if (!g_set_object (&self->focus, focus))
    return;
  bjt_matrix_view_set_focus (self->matrix, focus);
  bjt_roster_set_focus (self->roster, focus);
  g_signal_group_set_target (self->focus_signals, focus);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

BjtMatrixView *
bjt_matrix_pane_get_matrix (BjtMatrixPane *self)
{
  return self->matrix;
}

void
bjt_matrix_pane_add_view (BjtMatrixPane *self,
                          const char    *name,
                          const char    *title,
                          GtkWidget     *widget)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "pane.view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_box_insert_child_after (self->switch_box, button, gtk_widget_get_first_child (GTK_WIDGET (self->switch_box)));
  gtk_stack_add_named (self->views, widget, name);
}

const char *
bjt_matrix_pane_get_view (BjtMatrixPane *self)
{
  return gtk_stack_get_visible_child_name (self->views);
}

void
bjt_matrix_pane_set_view (BjtMatrixPane *self,
                          const char    *view)
{
  if (g_strcmp0 (view, bjt_matrix_pane_get_view (self)) == 0 || gtk_stack_get_child_by_name (self->views, view) == NULL)
    return;
  gtk_stack_set_visible_child_name (self->views, view);
  gtk_widget_set_visible (self->edit, g_str_equal (view, "matrix"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

void
bjt_matrix_pane_set_editing (BjtMatrixPane *self,
                             gboolean       editing)
{
  g_return_if_fail (BJT_IS_MATRIX_PANE (self));
  if (self->is_editing == editing)
    return;
  self->is_editing = editing;
  bjt_matrix_view_set_editing (self->matrix, editing);
  if (editing)
    bjt_matrix_pane_set_view (self, "matrix");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

static void
bjt_matrix_pane_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BjtMatrixPane *self = BJT_MATRIX_PANE (object);

  if (id == PROP_FOCUS)
    g_value_set_object (value, self->focus);
  else if (id == PROP_EDITING)
    g_value_set_boolean (value, self->is_editing);
  else
    g_value_set_string (value, bjt_matrix_pane_get_view (self));
}

static void
bjt_matrix_pane_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  BjtMatrixPane *self = BJT_MATRIX_PANE (object);

  if (id == PROP_FOCUS)
    bjt_matrix_pane_set_focus (self, g_value_get_object (value));
  else if (id == PROP_EDITING)
    bjt_matrix_pane_set_editing (self, g_value_get_boolean (value));
  else
    bjt_matrix_pane_set_view (self, g_value_get_string (value));
}

static void
bjt_matrix_pane_dispose (GObject *object)
{
  BjtMatrixPane *self = BJT_MATRIX_PANE (object);

  g_clear_object (&self->focus_signals);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_matrix_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "matrix",
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_EDITING] = g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
bjt_matrix_pane_class_init (BjtMatrixPaneClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BJT_TYPE_MATRIX_VIEW);
  g_type_ensure (BJT_TYPE_ROSTER);
  g_type_ensure (BJT_TYPE_WHOLE_ROW);
  object_class->dispose = bjt_matrix_pane_dispose;
  object_class->get_property = bjt_matrix_pane_get_property;
  object_class->set_property = bjt_matrix_pane_set_property;
  install_properties (object_class);
  signals[RECORD_VISITS] = g_signal_new ("record-visits", BJT_TYPE_MATRIX_PANE, G_SIGNAL_RUN_LAST, 0,
                                         g_signal_accumulator_true_handled, NULL, NULL,
                                         G_TYPE_BOOLEAN, 2, G_TYPE_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_INT);
  signals[DOOR_MENU] = g_signal_new ("door-menu", BJT_TYPE_MATRIX_PANE, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                     G_TYPE_BOOLEAN, 3, G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, BJT_WIDGETS_RESOURCES "bjt-matrix-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, stack);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, edit);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, views);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, switch_box);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, empty);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, title);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, summary);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, batch);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, legend);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, matrix);
  gtk_widget_class_bind_template_child (widget_class, BjtMatrixPane, roster);
  gtk_widget_class_bind_template_callback (widget_class, context_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_install_property_action (widget_class, "pane.view", "view");
  gtk_widget_class_install_action (widget_class, "pane.record-visits", "i", record_visits_action);
  gtk_widget_class_install_property_action (widget_class, "pane.edit", "editing");
  gtk_widget_class_install_action (widget_class, "pane.select-part", "i", select_part_action);
  gtk_widget_class_install_action (widget_class, "pane.mark-all", NULL, mark_all_action);
  gtk_widget_class_install_action (widget_class, "pane.unmark-all", NULL, unmark_all_action);
}

/* What the button has, and how doors and the building are made up. */
static void
create_menu (BjtMatrixPane *self)
{
  g_autoptr (GMenu)      menu = g_menu_new ();
  g_autoptr (GMenu)      more = g_menu_new ();
  g_autoptr (GMenuModel) selecting = bjt_door_menu_new_selecting ();
  g_autoptr (GMenuModel) layout = bjt_door_menu_new_layout ();
  g_autoptr (GMenuModel) doors = bjt_door_menu_new_doors ();

  g_menu_append_section (menu, NULL, gtk_menu_button_get_menu_model (self->batch));
  g_menu_append_submenu (more, _ ("Select"), selecting);
  g_menu_append_submenu (more, _ ("Selected Doors"), doors);
  g_menu_append_submenu (more, _ ("Lay Out"), layout);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  self->menu = gtk_popover_menu_new_from_model_full (G_MENU_MODEL (menu), GTK_POPOVER_MENU_NESTED);
}

static void
bjt_matrix_pane_init (BjtMatrixPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bjt_legend_fill_row (self->legend);
  create_menu (self);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  selection_changed_cb (self);
  self->focus_signals = g_signal_group_new (BJT_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "picture-changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->focus_signals, "choice-changed", G_CALLBACK (update), self);
}

GtkWidget *
bjt_matrix_pane_new (void)
{
  return g_object_new (BJT_TYPE_MATRIX_PANE, NULL);
}
