/* bjt-figure-button.c: name, number, and how it differs from the year before; a
 * meter says what is missing to all instead. */
#include "bjt-figure-button.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-figure-words.h"

struct _BjtFigureButton
{
  GtkToggleButton parent_instance;

  /* Children */
  GtkLabel    *value_label;
  GtkLabel    *aside_label;
  GtkLevelBar *level_bar; /* NULL: no meter */

  /* State */
  const BjtWorkIndicator *indicator;
};

G_DEFINE_FINAL_TYPE (BjtFigureButton, bjt_figure_button, GTK_TYPE_TOGGLE_BUTTON)

static void
bjt_figure_button_class_init (BjtFigureButtonClass *klass)
{
}

static void
bjt_figure_button_init (BjtFigureButton *self)
{
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *text,
              double      xalign,
              const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, (float) xalign);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

GtkWidget *
bjt_figure_button_new (const BjtWorkIndicator *indicator,
                       gboolean                is_meter)
{
  BjtFigureButton *self = g_object_new (BJT_TYPE_FIGURE_BUTTON, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkLabel *name;

  self->indicator = indicator;
  name = append_label (line, _(indicator->name), 0, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (name), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _(indicator->definition));
  self->value_label = append_label (line, "…", 1, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "heading");
  gtk_label_set_ellipsize (self->value_label, PANGO_ELLIPSIZE_NONE);
  self->aside_label = append_label (line, "", 1, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->aside_label), "dim-label");
  gtk_widget_set_size_request (GTK_WIDGET (self->aside_label), 66, -1);
  gtk_box_append (GTK_BOX (column), line);
  if (is_meter)
    {
      self->level_bar = GTK_LEVEL_BAR (gtk_level_bar_new ());
      gtk_level_bar_add_offset_value (self->level_bar, GTK_LEVEL_BAR_OFFSET_LOW, 0.0);
      gtk_level_bar_add_offset_value (self->level_bar, GTK_LEVEL_BAR_OFFSET_HIGH, 0.0);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->level_bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->level_bar));
    }
  gtk_button_set_child (GTK_BUTTON (self), column);
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "figures.indicator");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", indicator->code);
  bjt_figure_button_show (self, NULL);
  return GTK_WIDGET (self);
}

static char *
dup_aside (BjtFigureButton    *self,
           const BjtWorkTable *table)
{
  double gap = table->total.denominator - table->total.numerator;

  if (self->level_bar == NULL)
    return bjt_figure_words_dup_change (self->indicator, &table->total, &table->total_year_before);
  if (isnan (gap) || table->total.denominator == 0)
    return NULL;
  /* Translators: a meter: %.0f people or homes are missing to all of them */
  return gap > 0 ? g_strdup_printf (_("%.0f missing"), gap) : g_strdup (_("all"));
}

void
bjt_figure_button_show (BjtFigureButton    *self,
                        const BjtWorkTable *table)
{
  g_autofree char *value = table != NULL ? bjt_figure_words_dup_value (self->indicator, &table->total, table->total_unit) : g_strdup ("…");
  g_autofree char *aside = table != NULL ? dup_aside (self, table) : NULL;
  g_autofree char *spoken = g_strdup_printf ("%s %s %s", _(self->indicator->name), value, aside != NULL ? aside : "");

  gtk_label_set_text (self->value_label, value);
  gtk_label_set_text (self->aside_label, aside != NULL ? aside : "");
  if (self->level_bar != NULL)
    gtk_level_bar_set_value (self->level_bar, table != NULL && !isnan (table->total.value) ? table->total.value : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, g_strstrip (spoken), -1);
}
