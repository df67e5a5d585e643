/* bjt-history-dialog.c: reads the journal's last actions and follows it while
 * open. What was undone is shown struck through. */
#include "bjt-history-dialog.h"

#include <glib/gi18n.h>

#include "bjt-action-name.h"

#define MAX_ACTIONS 100

struct _BjtHistoryDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkStack   *stack;
  GtkListBox *list;

  /* Owned */
  BjtWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (BjtHistoryDialog, bjt_history_dialog, ADW_TYPE_WINDOW)

static void
bjt_history_dialog_dispose (GObject *object)
{
  BjtHistoryDialog *self = BJT_HISTORY_DIALOG (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bjt_history_dialog_parent_class)->dispose (object);
}

static void
bjt_history_dialog_class_init (BjtHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtHistoryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BjtHistoryDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bjt_history_dialog_init (BjtHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_particulars (const BjtAction *action)
{
  g_autofree char *time = bjt_action_dup_time (action);
  g_autofree char *changes = g_strdup_printf (g_dngettext (NULL, "%u change", "%u changes", action->n_changes), action->n_changes);
  g_autofree char *text = g_strjoin (" · ", time, changes, action->by, NULL);

  return action->is_undone ? g_strconcat (text, " · ", _("undone"), NULL) : g_steal_pointer (&text);
}

static GtkWidget *
new_row (const BjtAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = bjt_action_dup_name (action);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *title = action->is_undone ? g_strdup_printf ("<s>%s</s>", escaped) : g_strdup (escaped);
  g_autofree char *particulars = dup_particulars (action);
  g_autofree char *subtitle = g_markup_escape_text (particulars, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
fill_list (BjtHistoryDialog *self)
{
  g_autoptr (GPtrArray) actions = bjt_workspace_list_actions (self->workspace, MAX_ACTIONS, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; actions != NULL && i < actions->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (actions, i)));
  gtk_stack_set_visible_child_name (self->stack, actions != NULL && actions->len > 0 ? "list" : "nothing");
}

void
bjt_history_dialog_present (GtkWindow    *parent,
                            BjtWorkspace *workspace)
{
  BjtHistoryDialog *self = g_object_new (BJT_TYPE_HISTORY_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);
  fill_list (self);
  gtk_window_present (GTK_WINDOW (self));
}
