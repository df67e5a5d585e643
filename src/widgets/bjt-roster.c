/* bjt-roster.c: GListStore → sort → single selection; the columns are a table.
 * Names are masked, as in the matrix; with the curtain drawn the columns that
 * tell of persons are gone. */
#include "bjt-roster.h"

#include <glib/gi18n-lib.h>

#include "bjt-category-chip.h"
#include "bjt-roster-row.h"
#include "bjt-widgets.h"
#include "bjt-words.h"

struct _BjtRoster
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget     *scroller;
  GtkColumnView *view;

  /* Owned */
  BjtFocus           *focus;
  GSignalGroup       *focus_signals;
  GListStore         *rows;
  GtkSingleSelection *selection;

  /* State */
  gboolean is_following; /* the focus moved the selection, not the person */
};

G_DEFINE_FINAL_TYPE (BjtRoster, bjt_roster, GTK_TYPE_WIDGET)

typedef char *(*DupText) (BjtRosterRow *row);
typedef gint64 (*GetRank) (BjtRosterRow *row);

typedef struct
{
  const char *title;
  DupText     dup_text; /* NULL: category chips */
  GetRank     get_rank; /* to sort by */
  gboolean    is_personal;
  gboolean    expands;
} Column;

static const BjtPictureDoorState *
get_state (BjtRosterRow *row)
{
  return bjt_picture_get_door_state (bjt_roster_row_get_picture (row), bjt_roster_row_get_door (row));
}

static char *
dup_door (BjtRosterRow *row)
{
  BjtPicture           *picture = bjt_roster_row_get_picture (row);
  const BjtPictureDoor *door = bjt_picture_get_door (picture, bjt_roster_row_get_door (row));
  g_autofree char      *entrance = NULL;

  if (door->entrance == BJT_NO_INDEX)
    return g_strdup (door->label);
  entrance = bjt_words_dup_entrance (picture, door->entrance);
  return g_strdup_printf ("%s %s", entrance, door->label != NULL ? door->label : "?");
}

static char *
dup_class (BjtRosterRow *row)
{
  return g_strdup (bjt_words_get_class (bjt_roster_row_get_class (row)));
}

static char *
dup_residents (BjtRosterRow *row)
{
  guint n = bjt_roster_row_count_residents (row);

  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

static char *
dup_last_visit (BjtRosterRow *row)
{
  BjtDate day = get_state (row)->last_visit_on;

  return day != BJT_DATE_NONE ? bjt_words_dup_day (day, bjt_roster_row_get_picture (row)->as_of) : NULL;
}

static char *
dup_due (BjtRosterRow *row)
{
  const BjtPictureDoorState *state = get_state (row);
  g_autofree char           *day = NULL;

  if (state->next_due_on == BJT_DATE_NONE)
    return NULL;
  day = bjt_words_dup_day (state->next_due_on, bjt_roster_row_get_picture (row)->as_of);
  /* TRANSLATORS: %s is a day; the visit was due then */
  return state->visit_overdue ? g_strdup_printf (_ ("%s, overdue"), day) : g_steal_pointer (&day);
}

static char *
dup_issues (BjtRosterRow *row)
{
  guint n = get_state (row)->open_issues;

  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

static gint64
rank_door (BjtRosterRow *row)
{
  const BjtPictureDoor *door = bjt_picture_get_door (bjt_roster_row_get_picture (row), bjt_roster_row_get_door (row));

  return ((gint64) door->entrance << 32) + ((gint64) door->ordinal + 1000) * 1000 + door->stack;
}

static gint64
rank_class (BjtRosterRow *row)
{
  return bjt_roster_row_get_class (row);
}

static gint64
rank_residents (BjtRosterRow *row)
{
  return bjt_roster_row_count_residents (row);
}

static gint64
rank_categories (BjtRosterRow *row)
{
  return -__builtin_popcountll (bjt_roster_row_get_categories (row));
}

static gint64
rank_last_visit (BjtRosterRow *row)
{
  return get_state (row)->last_visit_on;
}

static gint64
rank_due (BjtRosterRow *row)
{
  BjtDate day = get_state (row)->next_due_on;

  return day != BJT_DATE_NONE ? day : G_MAXINT32;
}

static gint64
rank_issues (BjtRosterRow *row)
{
  return -(gint64) get_state (row)->open_issues;
}

static const Column columns[] = {
  { N_ ("Door"), dup_door, rank_door, FALSE, FALSE },
  { N_ ("Head of household"), bjt_roster_row_dup_head, NULL, TRUE, FALSE },
  { N_ ("Class"), dup_class, rank_class, TRUE, FALSE },
  { N_ ("Persons"), dup_residents, rank_residents, TRUE, FALSE },
  { N_ ("Categories"), NULL, rank_categories, TRUE, TRUE },
  { N_ ("Last visit"), dup_last_visit, rank_last_visit, FALSE, FALSE },
  { N_ ("Next visit"), dup_due, rank_due, FALSE, FALSE },
  { N_ ("Open issues"), dup_issues, rank_issues, FALSE, FALSE },
};

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Column *column = user_data;
  gint64        x = column->get_rank ((BjtRosterRow *) a), y = column->get_rank ((BjtRosterRow *) b);

  return (x > y) - (x < y);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const Column             *column)
{
  GtkWidget *child;

  if (column->dup_text == NULL)
    child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  else
    {
      child = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (child), 0.0f);
    }
  gtk_list_item_set_child (item, child);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const Column             *column)
{
  BjtRosterRow    *row = gtk_list_item_get_item (item);
  GtkWidget       *child = gtk_list_item_get_child (item), *old;
  g_autofree char *text = NULL;

  if (column->dup_text == NULL)
    {
      while ((old = gtk_widget_get_first_child (child)) != NULL)
        gtk_box_remove (GTK_BOX (child), old);
      bjt_category_chip_append_all (GTK_BOX (child), bjt_roster_row_get_picture (row), bjt_roster_row_get_categories (row));
      return;
    }
  text = column->dup_text (row);
  gtk_label_set_label (GTK_LABEL (child), text != NULL ? text : "");
  bjt_widgets_toggle_css_class (child, "overdue", column->dup_text == dup_due && get_state (row)->visit_overdue);
}

static void
append_column (BjtRoster    *self,
               const Column *column)
{
  GtkListItemFactory            *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  view_column = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column->expands);
  if (column->get_rank != NULL)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, (gpointer) column, NULL));

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (self->view, view_column);
}

static void
show_columns (BjtRoster *self)
{
  GListModel *model = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);

      gtk_column_view_column_set_visible (column, !columns[i].is_personal || !bjt_focus_get_curtain (self->focus));
    }
}

static void
follow_choice (BjtRoster *self)
{
  guint32     door = bjt_focus_get_door (self->focus);
  GListModel *model = G_LIST_MODEL (self->selection);
  guint       found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model) && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (BjtRosterRow) row = g_list_model_get_item (model, i);

      if (bjt_roster_row_get_door (row) == door)
        found = i;
    }
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->is_following = FALSE;
}

static void
selected_cb (BjtRoster *self)
{
  BjtRosterRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (row != NULL && !self->is_following)
    bjt_focus_choose_door (self->focus, bjt_roster_row_get_door (row));
}

static void
add_door (GPtrArray  *rows,
          BjtPicture *picture,
          guint32     door)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;

  if (households->n == 0)
    g_ptr_array_add (rows, bjt_roster_row_new (picture, door, BJT_NO_INDEX));
  for (guint h = 0; h < households->n; h++)
    g_ptr_array_add (rows, bjt_roster_row_new (picture, door, households->first + h));
}

static void
rebuild (BjtRoster *self)
{
  BjtPicture           *picture = self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;
  guint32               building = picture != NULL ? bjt_focus_get_building (self->focus) : BJT_NO_INDEX;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (building != BJT_NO_INDEX)
    {
      const BjtRun *doors = &bjt_picture_get_building (picture, building)->doors;

      for (guint32 d = doors->first; d < doors->first + doors->n; d++)
        if (!bjt_picture_get_door (picture, d)->is_merged && bjt_filter_matches (bjt_focus_get_filter (self->focus), picture, d))
          add_door (rows, picture, d);
    }
  self->is_following = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->is_following = FALSE;
  if (self->focus != NULL)
    {
      show_columns (self);
      follow_choice (self);
    }
}

static guint32
get_listed_building (BjtRoster *self)
{
  g_autoptr (BjtRosterRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);

  return row != NULL ? bjt_picture_get_door (bjt_roster_row_get_picture (row), bjt_roster_row_get_door (row))->building : BJT_NO_INDEX;
}

static void
choice_changed_cb (BjtRoster *self)
{
  if (get_listed_building (self) != bjt_focus_get_building (self->focus))
    rebuild (self);
  else
    follow_choice (self);
}

void
bjt_roster_set_focus (BjtRoster *self,
                      BjtFocus  *focus)
{
  g_return_if_fail (BJT_IS_ROSTER (self));
  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  rebuild (self);
}

static void
bjt_roster_dispose (GObject *object)
{
  BjtRoster *self = BJT_ROSTER (object);

  g_clear_object (&self->focus_signals);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (bjt_roster_parent_class)->dispose (object);
}

static void
bjt_roster_class_init (BjtRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_roster_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bjt_roster_init (BjtRoster *self)
{
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->rows = g_list_store_new (BJT_TYPE_ROSTER_ROW);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    append_column (self, columns + i);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->focus_signals = g_signal_group_new (BJT_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "picture-changed", G_CALLBACK (rebuild), self);
  g_signal_group_connect_swapped (self->focus_signals, "filter-changed", G_CALLBACK (rebuild), self);
  g_signal_group_connect_swapped (self->focus_signals, "privacy-changed", G_CALLBACK (rebuild), self);
  g_signal_group_connect_swapped (self->focus_signals, "choice-changed", G_CALLBACK (choice_changed_cb), self);
}

GtkWidget *
bjt_roster_new (void)
{
  return g_object_new (BJT_TYPE_ROSTER, NULL);
}
