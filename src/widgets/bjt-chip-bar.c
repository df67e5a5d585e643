/* bjt-chip-bar.c: one row of buttons and, behind "More", all of them again.
 * The buttons hold no state: every change of picture or filter is read from
 * the focus, every click goes to the focus. */
#include "bjt-chip-bar.h"

#include <glib/gi18n-lib.h>

#include "bjt-category-chip.h"
#include "bjt-chip-counts.h"
#include "bjt-filter-words.h"
#include "bjt-swatch.h"
#include "bjt-widgets.h"
#include "bjt-words.h"
#include "model/bjt-plans.h"

#define SPACING 4

struct _BjtChipBar
{
  GtkWidget parent_instance;

  /* Children */
  GPtrArray  *row;     /* GtkButton, one a chip */
  GPtrArray  *full;    /* GtkButton, the same chips in the popover */
  GtkWidget  *more;
  GtkWidget  *clear;
  GtkWidget  *sentence; /* what the filter says, over the chips of the popover */
  GtkFlowBox *categories;
  GtkFlowBox *classes;
  GtkFlowBox *states;

  /* Owned */
  BjtFocus     *focus;
  GSignalGroup *focus_signals;

  /* State */
  GArray *chips; /* BjtFilterTerm */
};

G_DEFINE_FINAL_TYPE (BjtChipBar, bjt_chip_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FOCUS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static BjtPicture *
get_picture (BjtChipBar *self)
{
  return self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;
}

/* Layout */

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_fixed_width (BjtChipBar *self)
{
  return get_natural_width (self->more)
         + (gtk_widget_get_visible (self->clear) ? get_natural_width (self->clear) + SPACING : 0);
}

static void
bjt_chip_bar_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  BjtChipBar *self = BJT_CHIP_BAR (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = get_fixed_width (self);
      for (guint i = 0; i < self->row->len; i++)
        if (gtk_widget_get_visible (self->row->pdata[i]))
          *natural += get_natural_width (self->row->pdata[i]) + SPACING;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
allocate_at (GtkWidget *child,
             int       *x,
             int        bar_width,
             int        height)
{
  int width = get_natural_width (child);
  int left = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL ? bar_width - *x - width : *x;

  gtk_widget_size_allocate (child, &(GtkAllocation) { left, 0, width, height }, -1);
  *x += width + SPACING;
}

static void
bjt_chip_bar_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  BjtChipBar *self = BJT_CHIP_BAR (widget);
  int         free_width = width - get_fixed_width (self);
  int         x = 0;
  gboolean    is_full = FALSE;

  for (guint i = 0; i < self->row->len; i++)
    {
      GtkWidget *button = self->row->pdata[i];

      if (!gtk_widget_get_visible (button))
        continue;
      is_full = is_full || x + get_natural_width (button) + SPACING > free_width;
      gtk_widget_set_child_visible (button, !is_full);
      if (!is_full)
        allocate_at (button, &x, width, height);
    }
  allocate_at (self->more, &x, width, height);
  if (gtk_widget_get_visible (self->clear))
    allocate_at (self->clear, &x, width, height);
}

/* What the chips say */

static GtkWidget *
create_sign (const BjtFilterTerm *chip,
             const BjtPicture    *picture)
{
  switch (chip->kind)
    {
    case BJT_TERM_OVERDUE:
    case BJT_TERM_IDLE:
      return bjt_swatch_new (BJT_SWATCH_OVERDUE, 0);
    case BJT_TERM_OPEN_ISSUE:
      return bjt_swatch_new (BJT_SWATCH_ISSUE, 0);
    case BJT_TERM_NOTE:
      return bjt_swatch_new (BJT_SWATCH_ANNOTATION, BJT_ANNOTATION_NOTE);
    case BJT_TERM_HAZARD:
      return bjt_swatch_new (BJT_SWATCH_ANNOTATION, BJT_ANNOTATION_HAZARD);
    case BJT_TERM_ATTENTION:
      return bjt_swatch_new (BJT_SWATCH_ATTENTION, (int) chip->index);
    case BJT_TERM_CATEGORY:
      return bjt_category_chip_new (bjt_picture_get_category (picture, chip->index));
    case BJT_TERM_CLASS:
    default:
      return bjt_swatch_new (BJT_SWATCH_CLASS, (int) chip->index);
    }
}

static void
activate_chip (GtkWidget  *button,
               const char *action)
{
  GVariant *key = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));

  gtk_widget_activate_action_variant (button, action, key);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkWidget       *button)
{
  guint           pressed = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (pressed == GDK_BUTTON_SECONDARY)
    activate_chip (button, "chips.exclude");
  else if (pressed == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK) != 0)
    activate_chip (button, "chips.add");
  else if (pressed == GDK_BUTTON_PRIMARY && (state & GDK_SHIFT_MASK) != 0)
    activate_chip (button, "chips.require");
  else
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkWidget             *button)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space;

  if (key == GDK_KEY_Delete)
    activate_chip (button, "chips.exclude");
  else if (is_enter && (state & GDK_CONTROL_MASK) != 0)
    activate_chip (button, "chips.add");
  else if (is_enter && (state & GDK_SHIFT_MASK) != 0)
    activate_chip (button, "chips.require");
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_button (const BjtFilterTerm *chip,
               const BjtPicture *picture)
{
  GtkWidget          *button = gtk_button_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkEventController *gesture = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char    *key = bjt_filter_term_dup_key (chip, picture);

  gtk_box_append (GTK_BOX (box), create_sign (chip, picture));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "chips.only");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), 0);
  gtk_event_controller_set_propagation_phase (gesture, GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), button);
  gtk_widget_add_controller (button, gesture);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), button);
  gtk_widget_add_controller (button, keys);
  return button;
}

static void
update_button (GtkWidget  *button,
               const char *name,
               guint       count,
               BjtTermUse  use)
{
  GtkWidget       *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *text = g_strdup_printf ("%s%s %u", use == BJT_TERM_REQUIRED ? "+" : "", name, count);
  /* TRANSLATORS: tooltip of a chip; %s is its word and count */
  g_autofree char *tip = g_strdup_printf (_ ("%s\nClick: only these · Ctrl+click: these too · Shift+click: and also these · right click: without these"), text);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (button, tip);
  bjt_widgets_toggle_css_class (button, "chosen", use == BJT_TERM_CHOSEN || use == BJT_TERM_REQUIRED);
  bjt_widgets_toggle_css_class (button, "excluded", use == BJT_TERM_EXCLUDED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               use == BJT_TERM_UNUSED ? GTK_ACCESSIBLE_TRISTATE_FALSE
                               : use == BJT_TERM_EXCLUDED ? GTK_ACCESSIBLE_TRISTATE_MIXED
                                                          : GTK_ACCESSIBLE_TRISTATE_TRUE, -1);
}

/* What the filter says, and how many doors it leaves. */
static void
update_sentence (BjtChipBar *self)
{
  BjtPicture      *picture = get_picture (self);
  const BjtFilter *filter = bjt_focus_get_filter (self->focus);
  g_autofree char *words = bjt_filter_words_dup_filter (filter, picture);
  guint            n_doors = bjt_door_set_count (bjt_focus_get_matched (self->focus));
  /* TRANSLATORS: a filter in words, and how many doors it leaves */
  g_autofree char *text = *words != '\0' ? g_strdup_printf (ngettext ("%s: %u door", "%s: %u doors", n_doors), words, n_doors)
                                         : g_strdup (_ ("Everything is shown"));

  gtk_label_set_label (GTK_LABEL (self->sentence), text);
  gtk_widget_set_tooltip_text (self->clear, text);
}

static void
update (BjtChipBar *self)
{
  BjtPicture      *picture = get_picture (self);
  const BjtFilter *filter;
  BjtChipCounts    counts;

  if (picture == NULL)
    return;
  filter = bjt_focus_get_filter (self->focus);
  bjt_chip_counts_fill (&counts, filter, picture);
  for (guint i = 0; i < self->chips->len; i++)
    {
      const BjtFilterTerm *chip = &g_array_index (self->chips, BjtFilterTerm, i);
      BjtTermUse           use = bjt_filter_term_get_use (chip, filter);
      guint                count = bjt_chip_counts_get (&counts, chip);
      g_autofree char     *name = bjt_filter_words_dup_term (chip, picture);

      update_button (self->row->pdata[i], name, count, use);
      update_button (self->full->pdata[i], name, count, use);
      gtk_widget_set_visible (self->row->pdata[i], count > 0 || use != BJT_TERM_UNUSED);
    }
  gtk_widget_set_visible (self->clear, !bjt_filter_is_empty (filter));
  update_sentence (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
add_chip (BjtChipBar   *self,
          BjtFilterTerm chip,
          GtkFlowBox   *section)
{
  BjtPicture *picture = get_picture (self);
  GtkWidget  *in_row = create_button (&chip, picture);
  GtkWidget  *in_full = create_button (&chip, picture);

  g_array_append_val (self->chips, chip);
  gtk_widget_insert_before (in_row, GTK_WIDGET (self), self->more);
  g_ptr_array_add (self->row, in_row);
  gtk_flow_box_append (section, in_full);
  gtk_widget_set_focusable (gtk_widget_get_parent (in_full), FALSE);
  g_ptr_array_add (self->full, in_full);
}

static void
clear_flow (GtkFlowBox *flow)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (flow, 0)) != NULL)
    gtk_flow_box_remove (flow, GTK_WIDGET (child));
}

static void
remove_chips (BjtChipBar *self)
{
  for (guint i = 0; i < self->row->len; i++)
    gtk_widget_unparent (self->row->pdata[i]);
  clear_flow (self->categories);
  clear_flow (self->classes);
  clear_flow (self->states);
  g_ptr_array_set_size (self->row, 0);
  g_ptr_array_set_size (self->full, 0);
  g_array_set_size (self->chips, 0);
}

static void
rebuild (BjtChipBar *self)
{
  static const BjtHouseholdClass classes[] = {
    BJT_CLASS_TENANT, BJT_CLASS_FLOATING, BJT_CLASS_HUKOU_ONLY, BJT_CLASS_EMPTY, BJT_CLASS_UNKNOWN, BJT_CLASS_RESIDENT,
  };
  BjtPicture *picture = get_picture (self);

  remove_chips (self);
  if (picture == NULL)
    return;
  add_chip (self, (BjtFilterTerm) { BJT_TERM_OVERDUE, 0 }, self->states);
  add_chip (self, (BjtFilterTerm) { BJT_TERM_OPEN_ISSUE, 0 }, self->states);
  for (guint32 c = 0; c < MIN (picture->categories->len, BJT_MAX_CATEGORIES); c++)
    if (!bjt_picture_get_category (picture, c)->is_restricted)
      add_chip (self, (BjtFilterTerm) { BJT_TERM_CATEGORY, c }, self->categories);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    add_chip (self, (BjtFilterTerm) { BJT_TERM_CLASS, classes[i] }, self->classes);
  add_chip (self, (BjtFilterTerm) { BJT_TERM_HAZARD, 0 }, self->states);
  add_chip (self, (BjtFilterTerm) { BJT_TERM_NOTE, 0 }, self->states);
  for (guint32 a = BJT_ATTENTION_URGENT; a > BJT_ATTENTION_NONE; a--)
    add_chip (self, (BjtFilterTerm) { BJT_TERM_ATTENTION, a }, self->states);
  for (guint i = 0; i < BJT_N_IDLE_STEPS; i++)
    add_chip (self, (BjtFilterTerm) { BJT_TERM_IDLE, bjt_idle_steps[i] }, self->states);
  update (self);
}

/* Actions */

typedef void (*ChangeFunc) (const BjtFilterTerm *chip, BjtFilter *filter);

static void
change_filter (GtkWidget  *widget,
               GVariant   *key,
               ChangeFunc  change)
{
  BjtChipBar *self = BJT_CHIP_BAR (widget);
  BjtPicture *picture = get_picture (self);
  BjtFilterTerm chip;
  BjtFilter   filter;

  if (picture == NULL || !bjt_filter_term_init_from_key (&chip, picture, g_variant_get_string (key, NULL)))
    return;
  filter = *bjt_focus_get_filter (self->focus);
  change (&chip, &filter);
  bjt_focus_set_filter (self->focus, &filter);
}

static void
only_action (GtkWidget  *widget,
             const char *name,
             GVariant   *key)
{
  change_filter (widget, key, bjt_filter_term_choose_only);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *key)
{
  change_filter (widget, key, bjt_filter_term_add);
}

static void
require_action (GtkWidget  *widget,
                const char *name,
                GVariant   *key)
{
  change_filter (widget, key, bjt_filter_term_require);
}

static void
exclude_action (GtkWidget  *widget,
                const char *name,
                GVariant   *key)
{
  change_filter (widget, key, bjt_filter_term_exclude);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtChipBar *self = BJT_CHIP_BAR (widget);
  BjtFilter   filter;

  if (self->focus == NULL)
    return;
  bjt_filter_init (&filter);
  filter.grid = bjt_focus_get_filter (self->focus)->grid;
  bjt_focus_set_filter (self->focus, &filter);
}

/* Object */

void
bjt_chip_bar_set_focus (BjtChipBar *self,
                        BjtFocus   *focus)
{
  g_return_if_fail (BJT_IS_CHIP_BAR (self));
  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

static void
bjt_chip_bar_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_object (value, BJT_CHIP_BAR (object)->focus);
}

static void
bjt_chip_bar_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  bjt_chip_bar_set_focus (BJT_CHIP_BAR (object), g_value_get_object (value));
}

static void
bjt_chip_bar_dispose (GObject *object)
{
  BjtChipBar *self = BJT_CHIP_BAR (object);
  GtkWidget  *child;

  g_clear_object (&self->focus_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_chip_bar_parent_class)->dispose (object);
}

static void
bjt_chip_bar_finalize (GObject *object)
{
  BjtChipBar *self = BJT_CHIP_BAR (object);

  g_ptr_array_unref (self->row);
  g_ptr_array_unref (self->full);
  g_array_unref (self->chips);
  G_OBJECT_CLASS (bjt_chip_bar_parent_class)->finalize (object);
}

static void
bjt_chip_bar_class_init (BjtChipBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bjt_chip_bar_dispose;
  object_class->finalize = bjt_chip_bar_finalize;
  object_class->get_property = bjt_chip_bar_get_property;
  object_class->set_property = bjt_chip_bar_set_property;
  widget_class->measure = bjt_chip_bar_measure;
  widget_class->size_allocate = bjt_chip_bar_size_allocate;
  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "chip-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "chips.only", "s", only_action);
  gtk_widget_class_install_action (widget_class, "chips.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "chips.require", "s", require_action);
  gtk_widget_class_install_action (widget_class, "chips.exclude", "s", exclude_action);
  gtk_widget_class_install_action (widget_class, "chips.clear", NULL, clear_action);
}

static GtkFlowBox *
append_section (GtkBox     *box,
                const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_box_append (box, label);
  gtk_box_append (box, flow);
  return GTK_FLOW_BOX (flow);
}

static GtkWidget *
create_popover (BjtChipBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->sentence), 40);
  gtk_box_append (GTK_BOX (box), self->sentence);
  self->states = append_section (GTK_BOX (box), _ ("To do"));
  self->categories = append_section (GTK_BOX (box), _ ("Categories (persons)"));
  self->classes = append_section (GTK_BOX (box), _ ("Household classes (doors)"));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
bjt_chip_bar_init (BjtChipBar *self)
{
  self->row = g_ptr_array_new ();
  self->full = g_ptr_array_new ();
  self->chips = g_array_new (FALSE, FALSE, sizeof (BjtFilterTerm));
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), _ ("More"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->more), create_popover (self));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  self->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show everything again"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "chips.clear");
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"), -1);
  self->focus_signals = g_signal_group_new (BJT_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "picture-changed", G_CALLBACK (rebuild), self);
  g_signal_group_connect_swapped (self->focus_signals, "filter-changed", G_CALLBACK (update), self);
}

GtkWidget *
bjt_chip_bar_new (void)
{
  return g_object_new (BJT_TYPE_CHIP_BAR, NULL);
}
