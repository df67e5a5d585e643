/* bjt-shading-menu.c: the list of indicators follows the kind: heat shows only
 * what can be counted door by door. Restricted categories are not offered. */
#include "bjt-shading-menu.h"

#include <glib/gi18n-lib.h>

#include "bjt-words.h"

struct _BjtShadingMenu
{
  GtkPopover parent_instance;

  /* Children */
  GtkWidget *kinds[3];
  GtkWidget *areas;
  GtkWidget *indicators;
  GtkWidget *definition;
  GtkWidget *radius_row;
  GtkWidget *radius;
  GtkWidget *expander;
  GtkWidget *n_classes;
  GtkWidget *method;
  GtkWidget *grids;
  GtkWidget *compounds;

  /* Owned */
  BjtPicture *picture;
  GPtrArray  *codes; /* of the indicators listed */

  /* State */
  BjtShading shading;
  gboolean   is_filling;
};

G_DEFINE_FINAL_TYPE (BjtShadingMenu, bjt_shading_menu, GTK_TYPE_POPOVER)

enum
{
  PROP_CHOICE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Words */

static char *
dup_name (const BjtIndicator *indicator,
          const BjtPicture   *picture)
{
  const char *word = NULL;

  if (indicator->kind->scope == BJT_INDICATOR_OF_CLASS)
    word = bjt_words_get_class ((int) indicator->argument);
  else if (indicator->kind->scope == BJT_INDICATOR_OF_CATEGORY)
    word = bjt_picture_get_category (picture, indicator->argument)->name;
  return bjt_indicator_fill_name (_ (indicator->kind->name), word);
}

char *
bjt_shading_menu_dup_title (BjtShadingMenu *self)
{
  g_autofree char *name = NULL;
  BjtIndicator     indicator;

  if (self->picture == NULL || !bjt_indicator_init_from_code (&indicator, self->picture, self->shading.indicator))
    return g_strdup ("");
  name = dup_name (&indicator, self->picture);
  if (self->shading.kind != BJT_SHADING_HEAT)
    return g_steal_pointer (&name);
  return g_strdup_printf (_ ("%s, per hectare"), name);
}

/* The list */

static gboolean
is_offered (const BjtShadingMenu *self,
            const BjtIndicator   *indicator)
{
  if (bjt_indicator_is_restricted (indicator, self->picture))
    return FALSE;
  return self->shading.kind != BJT_SHADING_HEAT
         || (indicator->kind->denominator == BJT_MEASURE_NONE && indicator->kind->numerator != BJT_MEASURE_CONTACT_DAYS);
}

static void
list_kind (BjtShadingMenu         *self,
           GtkStringList          *names,
           const BjtIndicatorKind *kind)
{
  guint32 n = kind->scope == BJT_INDICATOR_OF_CLASS ? BJT_N_CLASSES : kind->scope == BJT_INDICATOR_OF_CATEGORY ? self->picture->categories->len : 1;

  for (guint32 i = 0; i < n; i++)
    {
      BjtIndicator indicator = { kind, i };

      if (!is_offered (self, &indicator))
        continue;
      gtk_string_list_take (names, dup_name (&indicator, self->picture));
      g_ptr_array_add (self->codes, bjt_indicator_dup_code (&indicator, self->picture));
    }
}

static void
show_definition (BjtShadingMenu *self)
{
  BjtIndicator indicator;

  if (self->picture != NULL && bjt_indicator_init_from_code (&indicator, self->picture, self->shading.indicator))
    gtk_label_set_text (GTK_LABEL (self->definition), _ (indicator.kind->definition));
}

static void
fill_indicators (BjtShadingMenu *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean was_filling;
  guint    chosen = 0;

  g_ptr_array_set_size (self->codes, 0);
  if (self->picture == NULL)
    return;
  was_filling = self->is_filling;
  self->is_filling = TRUE;
  for (guint i = 0; i < BJT_N_INDICATOR_KINDS; i++)
    list_kind (self, names, &bjt_indicator_get_kinds ()[i]);
  if (!g_ptr_array_find_with_equal_func (self->codes, self->shading.indicator, g_str_equal, &chosen)
      && !g_ptr_array_find_with_equal_func (self->codes, "persons", g_str_equal, &chosen))
    chosen = 0;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->indicators), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->indicators), chosen);
  g_strlcpy (self->shading.indicator, self->codes->pdata[chosen], sizeof self->shading.indicator);
  show_definition (self);
  self->is_filling = was_filling;
}

/* What is chosen */

static void
show_parts (BjtShadingMenu *self)
{
  BjtShadingKind kind = self->shading.kind;

  gtk_widget_set_visible (self->areas, kind == BJT_SHADING_AREAS);
  gtk_widget_set_visible (self->expander, kind == BJT_SHADING_AREAS);
  gtk_widget_set_visible (self->radius_row, kind == BJT_SHADING_HEAT);
  gtk_widget_set_visible (self->indicators, kind != BJT_SHADING_NONE);
  gtk_widget_set_visible (self->definition, kind != BJT_SHADING_NONE);
}

static void
read_choice (BjtShadingMenu *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->indicators));

  if (chosen < self->codes->len)
    g_strlcpy (self->shading.indicator, self->codes->pdata[chosen], sizeof self->shading.indicator);
  self->shading.areas = (BjtAreaKind) MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->areas)), BJT_N_AREA_KINDS - 1);
  self->shading.method = (BjtBreakMethod) MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->method)), BJT_N_BREAK_METHODS - 1);
  self->shading.n_classes = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->n_classes));
  self->shading.radius = gtk_range_get_value (GTK_RANGE (self->radius));
  self->shading.shows_grids = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->grids));
  self->shading.shows_compounds = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->compounds));
}

static void
emit_changed (BjtShadingMenu *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

static void
choice_changed_cb (BjtShadingMenu *self)
{
  if (self->is_filling)
    return;
  read_choice (self);
  show_definition (self);
  emit_changed (self);
}

static void
kind_toggled_cb (BjtShadingMenu  *self,
                 GtkToggleButton *button)
{
  if (self->is_filling || !gtk_toggle_button_get_active (button))
    return;
  read_choice (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->kinds); i++)
    if (self->kinds[i] == GTK_WIDGET (button))
      self->shading.kind = (BjtShadingKind) i;
  fill_indicators (self);
  show_parts (self);
  emit_changed (self);
}

/* Puts the buttons where the choice is. */
static void
show_choice (BjtShadingMenu *self)
{
  self->is_filling = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[self->shading.kind]), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->areas), self->shading.areas);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->method), self->shading.method);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->n_classes), self->shading.n_classes);
  gtk_range_set_value (GTK_RANGE (self->radius), self->shading.radius);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->grids), self->shading.shows_grids);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->compounds), self->shading.shows_compounds);
  fill_indicators (self);
  show_parts (self);
  self->is_filling = FALSE;
}

static void
set_choice (BjtShadingMenu *self,
            const char     *text)
{
  BjtShading shading;

  bjt_shading_init_from_text (&shading, text);
  if (bjt_shading_equal (&shading, &self->shading))
    return;
  self->shading = shading;
  show_choice (self);
  emit_changed (self);
}

const BjtShading *
bjt_shading_menu_get_shading (BjtShadingMenu *self)
{
  return &self->shading;
}

void
bjt_shading_menu_set_picture (BjtShadingMenu *self,
                              BjtPicture     *picture)
{
  g_clear_pointer (&self->picture, bjt_picture_unref);
  if (picture != NULL)
    self->picture = bjt_picture_ref (picture);
  fill_indicators (self);
}

/* Made once */

static void
add_kinds (BjtShadingMenu *self,
           GtkBox         *box)
{
  const char *words[] = { C_ ("shading", "None"), C_ ("shading", "Areas"), C_ ("shading", "Heat") };
  GtkWidget  *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      self->kinds[i] = gtk_toggle_button_new_with_label (words[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->kinds[i]), GTK_TOGGLE_BUTTON (self->kinds[0]));
      gtk_box_append (GTK_BOX (row), self->kinds[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kinds[0]), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_signal_connect_object (self->kinds[i], "toggled", G_CALLBACK (kind_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, row);
}

static GtkWidget *
new_drop_down (BjtShadingMenu    *self,
               const char *const *words,
               const char        *label)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  return drop_down;
}

static void
add_radius (BjtShadingMenu *self,
            GtkBox         *box)
{
  self->radius_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->radius = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, BJT_MIN_HEAT_RADIUS, BJT_MAX_HEAT_RADIUS, 10);
  gtk_range_set_value (GTK_RANGE (self->radius), self->shading.radius);
  gtk_scale_set_draw_value (GTK_SCALE (self->radius), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (self->radius), GTK_POS_RIGHT);
  gtk_widget_set_hexpand (self->radius, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->radius), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Radius in metres"), -1);
  g_signal_connect_object (self->radius, "value-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->radius_row), gtk_label_new (_ ("Radius in metres")));
  gtk_box_append (GTK_BOX (self->radius_row), self->radius);
  gtk_box_append (box, self->radius_row);
}

static void
add_classes (BjtShadingMenu *self,
             GtkBox         *box)
{
  const char *methods[] = { _ ("Natural breaks"), _ ("Same number in each"), _ ("Same width"), _ ("Round numbers"), NULL };
  GtkWidget  *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->expander = gtk_expander_new (_ ("Classes"));
  self->n_classes = gtk_spin_button_new_with_range (BJT_MIN_BREAK_CLASSES, BJT_MAX_BREAK_CLASSES, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->n_classes), self->shading.n_classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->n_classes), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Number of classes"), -1);
  g_signal_connect_object (self->n_classes, "value-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  self->method = new_drop_down (self, methods, _ ("Breaks between classes"));
  gtk_widget_set_hexpand (self->method, TRUE);
  gtk_widget_set_margin_top (row, 6);
  gtk_box_append (GTK_BOX (row), self->n_classes);
  gtk_box_append (GTK_BOX (row), self->method);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), row);
  gtk_box_append (box, self->expander);
}

static GtkWidget *
add_check (BjtShadingMenu *self,
           GtkBox         *box,
           const char     *label,
           gboolean        is_on)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_on);
  g_signal_connect_object (check, "toggled", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, check);
  return check;
}

static void
add_choices (BjtShadingMenu *self,
             GtkBox         *box)
{
  const char *areas[] = { _ ("By grid"), _ ("By compound"), _ ("By building"), NULL };
  const char *nothing[] = { NULL };

  self->areas = new_drop_down (self, areas, _ ("Areas"));
  self->indicators = new_drop_down (self, nothing, _ ("Indicator"));
  self->definition = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->definition), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->definition), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->definition), 30);
  gtk_widget_add_css_class (self->definition, "dim-label");
  gtk_widget_add_css_class (self->definition, "caption");
  gtk_box_append (box, self->areas);
  gtk_box_append (box, self->indicators);
  gtk_box_append (box, self->definition);
  add_radius (self, box);
  add_classes (self, box);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->grids = add_check (self, box, _ ("Boundaries of grids"), self->shading.shows_grids);
  self->compounds = add_check (self, box, _ ("Boundaries of compounds"), self->shading.shows_compounds);
}

static void
bjt_shading_menu_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_take_string (value, bjt_shading_dup_text (&BJT_SHADING_MENU (object)->shading));
}

static void
bjt_shading_menu_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  const char *text = g_value_get_string (value);

  set_choice (BJT_SHADING_MENU (object), text != NULL ? text : "");
}

static void
bjt_shading_menu_dispose (GObject *object)
{
  BjtShadingMenu *self = BJT_SHADING_MENU (object);

  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_shading_menu_parent_class)->dispose (object);
}

static void
bjt_shading_menu_class_init (BjtShadingMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_shading_menu_dispose;
  G_OBJECT_CLASS (klass)->get_property = bjt_shading_menu_get_property;
  G_OBJECT_CLASS (klass)->set_property = bjt_shading_menu_set_property;
  properties[PROP_CHOICE] = g_param_spec_string ("choice", NULL, NULL, "",
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  signals[CHANGED] = g_signal_new ("changed", BJT_TYPE_SHADING_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_shading_menu_init (BjtShadingMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->shading = (BjtShading) BJT_SHADING_DEFAULT;
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_set_size_request (box, 250, -1);
  add_kinds (self, GTK_BOX (box));
  add_choices (self, GTK_BOX (box));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  show_parts (self);
  self->is_filling = FALSE;
}

GtkWidget *
bjt_shading_menu_new (void)
{
  return g_object_new (BJT_TYPE_SHADING_MENU, NULL);
}
