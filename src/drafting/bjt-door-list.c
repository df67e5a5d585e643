/* bjt-door-list.c: a level has tens of doors: rows are made anew when it opens. */
#include "bjt-door-list.h"

#include <glib/gi18n-lib.h>

#include "bjt-draft-words.h"

#define HEIGHT 240

struct _BjtDoorList
{
  GtkBox parent_instance;

  /* Children */
  GtkWidget  *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BjtDoorList, bjt_door_list, GTK_TYPE_BOX)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint32
get_door (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "door"));
}

static void
activated_cb (GtkListBox    *list,
              GtkListBoxRow *row,
              BjtDoorList   *self)
{
  g_signal_emit (self, signals[PICKED], 0, get_door (row));
}

/* Enter in the field picks the first that is found. */
static void
entered_cb (BjtDoorList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        g_signal_emit (self, signals[PICKED], 0, get_door (row));
        return;
      }
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       user_data)
{
  BjtDoorList *self = user_data;
  const char  *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char  *name = g_object_get_data (G_OBJECT (row), "name");

  return *wanted == '\0' || (name != NULL && g_strstr_len (name, -1, wanted) != NULL);
}

static void
append_row (BjtDoorList *self,
            const char  *name,
            const char  *remark,
            guint32      door)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *row = gtk_list_box_row_new (), *label = gtk_label_new (name);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (remark != NULL)
    {
      GtkWidget *small = gtk_label_new (remark);

      gtk_widget_add_css_class (small, "dim-label");
      gtk_widget_add_css_class (small, "caption");
      gtk_box_append (GTK_BOX (box), small);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "door", GUINT_TO_POINTER (door));
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_list_box_append (self->list, row);
}

static void
append_doors (BjtDoorList   *self,
              BjtDraftBoard *board,
              gboolean       is_drawn,
              guint32        chosen)
{
  const GArray *doors = bjt_draft_board_get_doors (board);

  for (guint i = 0; i < doors->len; i++)
    {
      const BjtLevelDoor *entry = &g_array_index (doors, BjtLevelDoor, i);
      g_autofree char    *name = NULL;

      if (entry->is_drawn != is_drawn)
        continue;
      name = bjt_draft_words_dup_door (bjt_draft_board_get_picture (board), entry->door);
      append_row (self, name, entry->door == chosen ? _("this one") : is_drawn ? _("drawn") : NULL, entry->door);
    }
}

void
bjt_door_list_fill (BjtDoorList   *self,
                    BjtDraftBoard *board,
                    guint32        chosen,
                    gboolean       with_nobody)
{
  GtkListBoxRow *row;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  append_doors (self, board, FALSE, chosen);
  append_doors (self, board, TRUE, chosen);
  if (with_nobody)
    append_row (self, _("Belongs to no door"), chosen == BJT_NO_INDEX ? _("this one") : NULL, BJT_NO_INDEX);
}

static gboolean
bjt_door_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BJT_DOOR_LIST (widget)->search);
}

static void
bjt_door_list_class_init (BjtDoorListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = bjt_door_list_grab_focus;
  signals[PICKED] = g_signal_new ("picked", BJT_TYPE_DOOR_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bjt_door_list_init (BjtDoorList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *nothing = gtk_label_new (_("No such door on this level"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a door"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 12);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), self->search);
  gtk_box_append (GTK_BOX (self), scrolled);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), self->list, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, 0);
}

GtkWidget *
bjt_door_list_new (void)
{
  return g_object_new (BJT_TYPE_DOOR_LIST, NULL);
}
