/* bjt-search-box.c: answers with every keystroke. The keyboard stays in the
 * field: Up and Down move through the answers, Enter goes there, Esc leaves.
 * The rows are made once and filled anew. */
#include "bjt-search-box.h"

#include <glib/gi18n.h>

#include "bjt-finder.h"
#include "bjt-search-row.h"

#define MAX_ANSWERS 10
#define MAX_COMMANDS 3

struct _BjtSearchBox
{
  AdwBin parent_instance;

  /* Template */
  GtkSearchEntry *entry;

  /* Owned */
  GtkWidget *popover; /* a child of ours, unparented by us */
  BjtFocus  *focus;
  BjtFinder *finder;

  /* Borrowed */
  GtkListBox *list;
  GtkLabel   *nothing_label;
  GPtrArray  *rows;

  /* State */
  guint n_answers;
};

G_DEFINE_FINAL_TYPE (BjtSearchBox, bjt_search_box, ADW_TYPE_BIN)

static BjtNamesShown
get_names_shown (BjtSearchBox *self)
{
  if (bjt_focus_get_curtain (self->focus))
    return BJT_NAMES_HIDDEN;
  return bjt_focus_get_names_shown (self->focus) ? BJT_NAMES_SHOWN : BJT_NAMES_MASKED;
}

static void
close_answers (BjtSearchBox *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static BjtSearchRow *
take_row (BjtSearchBox *self)
{
  GtkWidget *row;

  if (self->n_answers == self->rows->len)
    {
      row = bjt_search_row_new ();
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
  row = g_ptr_array_index (self->rows, self->n_answers++);
  gtk_widget_set_visible (row, TRUE);
  return BJT_SEARCH_ROW (row);
}

static void
fill_commands (BjtSearchBox *self,
               const char   *query)
{
  g_autoptr (GPtrArray) commands = bjt_command_find (bjt_focus_get_picture (self->focus), query, MAX_COMMANDS);

  for (guint i = 0; i < commands->len; i++)
    bjt_search_row_show_command (take_row (self), g_ptr_array_index (commands, i));
}

static void
fill_hits (BjtSearchBox *self,
           const char   *query)
{
  g_autoptr (GArray) hits = bjt_finder_find (self->finder, query, MAX_ANSWERS);
  BjtPicture *picture = bjt_finder_get_picture (self->finder);

  for (guint i = 0; i < hits->len; i++)
    bjt_search_row_show_hit (take_row (self), picture, &g_array_index (hits, BjtSearchHit, i), get_names_shown (self));
}

static void
fill_answers (BjtSearchBox *self,
              const char   *query)
{
  self->n_answers = 0;
  fill_hits (self, query);
  fill_commands (self, query);
  for (guint i = self->n_answers; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), self->n_answers == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_answers > 0);
  if (self->n_answers > 0)
    gtk_list_box_select_row (self->list, g_ptr_array_index (self->rows, 0));
}

static void
search_changed_cb (BjtSearchBox *self)
{
  g_autofree char *query = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*query == '\0' || self->focus == NULL)
    {
      close_answers (self);
      return;
    }
  fill_answers (self, query);
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Where to go */

static void
go_to_hit (BjtSearchBox       *self,
           const BjtSearchHit *hit)
{
  BjtPicture *now = bjt_focus_get_picture (self->focus);
  BjtPicture *then = bjt_finder_get_picture (self->finder);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "map");
  if (hit->door != BJT_NO_INDEX)
    {
      guint32 door = bjt_picture_find_door (now, &bjt_picture_get_door (then, hit->door)->id);

      if (door != BJT_NO_INDEX)
        bjt_focus_choose_door (self->focus, door);
    }
  else if (now->buildings == then->buildings && hit->kind == BJT_HIT_BUILDING)
    bjt_focus_choose_building (self->focus, hit->index);
  else if (now->compounds == then->compounds && hit->kind == BJT_HIT_COMPOUND)
    {
      BjtRun buildings = bjt_picture_get_compound (now, hit->index)->buildings;

      if (buildings.n > 0)
        bjt_focus_choose_building (self->focus, buildings.first);
    }
}

static void
run_command (BjtSearchBox     *self,
             const BjtCommand *command)
{
  if (command->grid > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), command->action, "i", command->grid);
  else if (command->number != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), command->action, "s", command->number);
  else if (g_str_equal (command->action, "win.go-to"))
    gtk_widget_activate_action (GTK_WIDGET (self), command->action, "(dd)", command->place.x, command->place.y);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), command->action, NULL);
}

static void
leave (BjtSearchBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  close_answers (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (root != NULL)
    gtk_root_set_focus (root, NULL);
}

static void
take_answer (BjtSearchBox *self,
             BjtSearchRow *row)
{
  g_autoptr (BjtCommand) command = NULL;
  const BjtSearchHit *hit = bjt_search_row_get_hit (row);

  if (hit != NULL)
    {
      go_to_hit (self, hit);
      leave (self);
      return;
    }
  command = bjt_command_copy (bjt_search_row_get_command (row));
  leave (self);
  run_command (self, command);
}

static void
activate_cb (BjtSearchBox *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && self->n_answers > 0 && gtk_widget_get_visible (self->popover))
    take_answer (self, BJT_SEARCH_ROW (row));
}

static void
row_activated_cb (BjtSearchBox *self,
                  BjtSearchRow *row)
{
  take_answer (self, row);
}

static void
stop_search_cb (BjtSearchBox *self)
{
  leave (self);
}

static void
move_selection (BjtSearchBox *self,
                int           by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int next = (row != NULL ? gtk_list_box_row_get_index (row) : -1) + by;

  if (next >= 0 && next < (int) self->n_answers)
    gtk_list_box_select_row (self->list, g_ptr_array_index (self->rows, next));
}

static gboolean
key_pressed_cb (BjtSearchBox   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (!gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    move_selection (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    move_selection (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (BjtSearchBox *self)
{
  close_answers (self);
}

/* What is open */

static void
picture_changed_cb (BjtSearchBox *self)
{
  bjt_finder_set_picture (self->finder, bjt_focus_get_picture (self->focus));
}

void
bjt_search_box_set_focus (BjtSearchBox *self,
                          BjtFocus     *focus)
{
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->finder);
  close_answers (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_set_object (&self->focus, focus);
  if (focus == NULL)
    return;
  self->finder = bjt_finder_new ();
  g_signal_connect_object (self->finder, "ready", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "picture-changed", G_CALLBACK (picture_changed_cb), self);
  picture_changed_cb (self);
}

void
bjt_search_box_start (BjtSearchBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/* The object */

static void
bjt_search_box_dispose (GObject *object)
{
  BjtSearchBox *self = BJT_SEARCH_BOX (object);

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->finder);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_search_box_parent_class)->dispose (object);
}

static void
bjt_search_box_class_init (BjtSearchBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_search_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtSearchBox, entry);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
make_popover (BjtSearchBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  self->nothing_label = GTK_LABEL (gtk_label_new (_("Nothing found. A door is written 3-2-501, a phone by its last digits.")));
  gtk_label_set_wrap (self->nothing_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing_label), "search-nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->nothing_label));
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_add_css_class (self->popover, "search-answers");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
bjt_search_box_init (BjtSearchBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  make_popover (self);
}
