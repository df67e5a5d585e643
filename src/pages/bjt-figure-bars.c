/* bjt-figure-bars.c: groups without anything in either year are left out. The
 * bars share one scale; the words stand beside them. */
#include "bjt-figure-bars.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-bar-view.h"
#include "bjt-figure-words.h"

#define LABEL_CHARS 9
#define VALUE_CHARS 6

/* One bar of the list */

#define BJT_TYPE_FIGURE_BAR (bjt_figure_bar_get_type ())
G_DECLARE_FINAL_TYPE (BjtFigureBar, bjt_figure_bar, BJT, FIGURE_BAR, GObject)

struct _BjtFigureBar
{
  GObject parent_instance;

  char       *label, *text, *spoken;
  guint32     group;
  BjtBar      bar;
  BjtBarScale scale;
};

G_DEFINE_FINAL_TYPE (BjtFigureBar, bjt_figure_bar, G_TYPE_OBJECT)

static void
bjt_figure_bar_finalize (GObject *object)
{
  BjtFigureBar *self = BJT_FIGURE_BAR (object);

  g_free (self->label);
  g_free (self->text);
  g_free (self->spoken);
  G_OBJECT_CLASS (bjt_figure_bar_parent_class)->finalize (object);
}

static void
bjt_figure_bar_class_init (BjtFigureBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_figure_bar_finalize;
}

static void
bjt_figure_bar_init (BjtFigureBar *self)
{
}

static BjtFigureBar *
bjt_figure_bar_new (const BjtWorkQuery *query,
                    const BjtWorkTable *table,
                    guint32             group,
                    const BjtBarScale  *scale)
{
  BjtFigureBar *self = g_object_new (BJT_TYPE_FIGURE_BAR, NULL);
  g_autofree char *value = bjt_figure_words_dup_value (table->indicator, &table->figures[group], table->units[group]);
  g_autofree char *fraction = bjt_figure_words_dup_fraction (table->indicator, &table->figures[group]);
  g_autofree char *before = bjt_figure_words_dup_value (table->indicator, &table->year_before[group], table->units[group]);

  self->group = group;
  self->label = bjt_work_query_dup_group_label (query, group);
  self->bar = (BjtBar) { table->figures[group].value, table->year_before[group].value };
  self->scale = *scale;
  self->text = g_strdup (value);
  /* Translators: a bar of a chart: name, figure, figure of the year before */
  self->spoken = g_strdup_printf (_("%s: %s, a year before %s"), self->label, fraction != NULL ? fraction : value, before);
  return self;
}

/* The list */

struct _BjtFigureBars
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *scroller;

  /* Owned */
  GListStore         *bars;
  GtkSingleSelection *selection;

  /* State */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (BjtFigureBars, bjt_figure_bars, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL)), *text = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, LABEL_CHARS);
  gtk_label_set_max_width_chars (label, LABEL_CHARS);
  gtk_label_set_xalign (text, 1);
  gtk_label_set_width_chars (text, VALUE_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (text), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  gtk_box_append (GTK_BOX (box), bjt_bar_view_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (text));
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  user_data)
{
  BjtFigureBar *bar = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_first_child (box);
  GtkWidget *view = gtk_widget_get_next_sibling (label);
  GtkWidget *row = gtk_widget_get_parent (box);

  gtk_label_set_text (GTK_LABEL (label), bar->label);
  gtk_widget_set_tooltip_text (box, bar->spoken);
  bjt_bar_view_set_bar (BJT_BAR_VIEW (view), &bar->scale, &bar->bar);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), bar->text);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, bar->spoken, -1);
}

static void
selected_cb (BjtFigureBars *self)
{
  BjtFigureBar *bar = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_showing)
    g_signal_emit (self, chosen_signal, 0, bar != NULL ? bar->group : BJT_NO_INDEX);
}

static void
bjt_figure_bars_dispose (GObject *object)
{
  BjtFigureBars *self = BJT_FIGURE_BARS (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->bars);
  G_OBJECT_CLASS (bjt_figure_bars_parent_class)->dispose (object);
}

static void
bjt_figure_bars_class_init (BjtFigureBarsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_figure_bars_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bjt_figure_bars_init (BjtFigureBars *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  self->bars = g_list_store_new (BJT_TYPE_FIGURE_BAR);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->bars)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (list, "figure-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bjt_figure_bars_new (void)
{
  return g_object_new (BJT_TYPE_FIGURE_BARS, NULL);
}

static gboolean
has_anything (const BjtFigure *figure)
{
  return (!isnan (figure->value) && figure->value != 0) || (!isnan (figure->denominator) && figure->denominator > 0)
         || (!isnan (figure->numerator) && figure->numerator != 0);
}

void
bjt_figure_bars_show (BjtFigureBars      *self,
                      const BjtWorkQuery *query,
                      const BjtWorkTable *table)
{
  g_autoptr (GPtrArray) bars = g_ptr_array_new_with_free_func (g_object_unref);
  BjtBarScale scale;

  bjt_bar_scale_init (&scale);
  if (table->indicator->unit == BJT_UNIT_SHARE)
    scale.most = 1;
  for (guint32 i = 0; i < table->n_figures; i++)
    bjt_bar_scale_add (&scale, &(BjtBar) { table->figures[i].value, table->year_before[i].value });
  for (guint32 i = 0; i < table->n_figures; i++)
    if (has_anything (&table->figures[i]) || has_anything (&table->year_before[i]))
      g_ptr_array_add (bars, bjt_figure_bar_new (query, table, i, &scale));
  self->is_showing = TRUE;
  g_list_store_splice (self->bars, 0, g_list_model_get_n_items (G_LIST_MODEL (self->bars)), bars->pdata, bars->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->is_showing = FALSE;
}
