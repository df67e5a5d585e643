/* bjt-figure-rows.c: a row becomes words only when it comes into view, so that
 * a quarter of a million visits open at once. */
#include "bjt-figure-rows.h"

#include <glib/gi18n.h>

#include "bjt-figure-words.h"

/* The model: strings are made when asked for */

#define BJT_TYPE_FIGURE_MODEL (bjt_figure_model_get_type ())
G_DECLARE_FINAL_TYPE (BjtFigureModel, bjt_figure_model, BJT, FIGURE_MODEL, GObject)

struct _BjtFigureModel
{
  GObject parent_instance;

  /* Owned; NULL before anything is shown */
  BjtLedger   *ledger;
  BjtPicture  *picture;
  GArray      *rows;

  /* State */
  BjtWorkQuery query;
};

static GType
get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  BjtFigureModel *self = BJT_FIGURE_MODEL (model);

  return self->rows != NULL ? self->rows->len : 0;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BjtFigureModel *self = BJT_FIGURE_MODEL (model);
  g_autofree char *text = NULL;

  if (position >= get_n_items (model))
    return NULL;
  text = bjt_figure_words_dup_row (&self->query, &g_array_index (self->rows, BjtWorkRow, position));
  return gtk_string_object_new (text);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BjtFigureModel, bjt_figure_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
clear_model (BjtFigureModel *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->ledger, bjt_ledger_unref);
  g_clear_pointer (&self->picture, bjt_picture_unref);
}

static void
bjt_figure_model_finalize (GObject *object)
{
  clear_model (BJT_FIGURE_MODEL (object));
  G_OBJECT_CLASS (bjt_figure_model_parent_class)->finalize (object);
}

static void
bjt_figure_model_class_init (BjtFigureModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_figure_model_finalize;
}

static void
bjt_figure_model_init (BjtFigureModel *self)
{
}

/* The list */

struct _BjtFigureRows
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *scroller;

  /* Owned */
  BjtFigureModel     *model;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (BjtFigureRows, bjt_figure_rows, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL)), *aside = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
  gtk_label_set_xalign (aside, 1);
  gtk_label_set_ellipsize (aside, PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (GTK_WIDGET (aside), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (aside));
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             BjtFigureRows            *self)
{
  const BjtWorkRow *row = bjt_figure_rows_get (self, gtk_list_item_get_position (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *aside = row != NULL ? bjt_figure_words_dup_row_aside (&self->model->query, row) : NULL;
  g_autofree char *spoken = g_strjoin (" ", text, aside, NULL);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), aside != NULL ? aside : "");
  gtk_widget_set_tooltip_text (box, spoken);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
selected_cb (BjtFigureRows *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_single_selection_get_selected (self->selection));
}

static void
activate_cb (BjtFigureRows *self,
             guint          position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
bjt_figure_rows_dispose (GObject *object)
{
  BjtFigureRows *self = BJT_FIGURE_ROWS (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (bjt_figure_rows_parent_class)->dispose (object);
}

static void
bjt_figure_rows_class_init (BjtFigureRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_figure_rows_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bjt_figure_rows_init (BjtFigureRows *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  self->model = g_object_new (BJT_TYPE_FIGURE_MODEL, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, 0);
  list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (list, "figure-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Behind the Figure"), -1);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bjt_figure_rows_new (void)
{
  return g_object_new (BJT_TYPE_FIGURE_ROWS, NULL);
}

void
bjt_figure_rows_show (BjtFigureRows      *self,
                      const BjtWorkQuery *query,
                      GArray             *rows)
{
  BjtFigureModel *model = self->model;
  guint n_before = bjt_figure_rows_count (self);
  BjtLedger *ledger = bjt_ledger_ref ((BjtLedger *) query->ledger);
  BjtPicture *picture = bjt_picture_ref ((BjtPicture *) query->picture);

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  clear_model (model);
  model->ledger = ledger;
  model->picture = picture;
  model->query = *query;
  model->query.doors = NULL;
  model->query.calendar = NULL; /* words need none */
  model->rows = rows;
  g_list_model_items_changed (G_LIST_MODEL (model), 0, n_before, rows->len);
}

const BjtWorkRow *
bjt_figure_rows_get (BjtFigureRows *self,
                     guint          position)
{
  return position < bjt_figure_rows_count (self) ? &g_array_index (self->model->rows, BjtWorkRow, position) : NULL;
}

guint
bjt_figure_rows_count (BjtFigureRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static void
add_run (BjtDoorSet   *doors,
         const BjtRun *run)
{
  for (guint32 d = run->first; d < run->first + run->n; d++)
    bjt_door_set_add (doors, d);
}

BjtDoorSet *
bjt_figure_rows_collect_doors (BjtFigureRows *self)
{
  const BjtPicture *picture = self->model->picture;
  BjtDoorSet *doors;

  if (picture == NULL)
    return NULL;
  doors = bjt_work_rows_to_doors (self->model->rows, picture);
  for (guint i = 0; i < self->model->rows->len; i++)
    {
      const BjtWorkRow *row = &g_array_index (self->model->rows, BjtWorkRow, i);
      guint32 entrance = row->kind == BJT_WORK_ROW_ISSUE ? bjt_ledger_get_issue (self->model->ledger, row->index)->entrance : BJT_NO_INDEX;

      if (row->door != BJT_NO_INDEX || row->building == BJT_NO_INDEX)
        continue;
      add_run (doors, entrance != BJT_NO_INDEX ? &bjt_picture_get_entrance (picture, entrance)->doors
                                               : &bjt_picture_get_building (picture, row->building)->doors);
    }
  return doors;
}
