/* bjt-orders-dialog.c: the file is read on a thread, the dry run done here: some
 * thousand orders take a second. After each decision the next order stands where
 * the last one stood; 1, 2, 3 take a guess, 0 says no place. The window behind
 * stays usable, so that a place can be chosen on the map. */
#include "bjt-orders-dialog.h"

#include <glib/gi18n.h>

#include "bjt-import-words.h"
#include "bjt-notice.h"
#include "bjt-order-pane.h"

#define MAX_PROBLEM_ROWS 100

struct _BjtOrdersDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle     *window_title;
  AdwToastOverlay    *toasts;
  GtkStack           *stack;
  AdwStatusPage      *failed_page;
  AdwPreferencesPage *report_page;
  GtkWidget          *take_button;
  GtkListBox         *list;
  AdwBin             *pane_bin;

  /* Owned */
  BjtWorkspace         *workspace;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
  BjtOrderFile         *file;   /* of the report; NULL: none */
  GPtrArray            *groups; /* of the report; borrowed widgets */
  GPtrArray            *queue;  /* BjtOrderCase, as the rows */

  /* Borrowed */
  BjtOrderPane *pane;
};

G_DEFINE_FINAL_TYPE (BjtOrdersDialog, bjt_orders_dialog, ADW_TYPE_WINDOW)

/* The queue */

static char *
dup_subtitle (const BjtOrderCase *found)
{
  char due[BJT_DATE_STRING_SIZE] = "—";

  if (found->issue != NULL && found->issue->due_on != BJT_DATE_NONE)
    bjt_date_format (found->issue->due_on, due);
  return g_strdup_printf (_("%s · due %s"), found->is_lost ? (found->order->address != NULL ? found->order->address : _("No address")) : _("perhaps a repetition"), due);
}

static GtkWidget *
new_row (const BjtOrderCase *found)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (found);
  g_autofree char *title = g_markup_escape_text (found->issue != NULL ? found->issue->title : found->order->number, -1);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  return row;
}

static void
row_selected_cb (BjtOrdersDialog *self,
                 GtkListBoxRow   *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  bjt_order_pane_show (self->pane, index >= 0 && (guint) index < self->queue->len ? self->queue->pdata[index] : NULL);
}

static void
fill_queue (BjtOrdersDialog *self)
{
  GtkListBoxRow   *selected = gtk_list_box_get_selected_row (self->list);
  int              at = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  GtkListBoxRow   *row;
  g_autofree char *count = NULL;

  g_clear_pointer (&self->queue, g_ptr_array_unref);
  self->queue = bjt_workspace_list_order_queue (self->workspace, NULL);
  if (self->queue == NULL)
    self->queue = g_ptr_array_new ();
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->queue->len; i++)
    gtk_list_box_append (self->list, new_row (self->queue->pdata[i]));
  row = gtk_list_box_get_row_at_index (self->list, MIN (at, (int) self->queue->len - 1));
  gtk_list_box_select_row (self->list, row);
  count = g_strdup_printf (g_dngettext (NULL, "%u order to decide", "%u orders to decide", self->queue->len), self->queue->len);
  adw_window_title_set_subtitle (self->window_title, self->queue->len > 0 ? count : "");
}

/* The keyboard goes to the list, so that 1, 2, 3 decide at once. */
static void
show_queue (BjtOrdersDialog *self)
{
  fill_queue (self);
  gtk_stack_set_visible_child_name (self->stack, self->queue->len > 0 ? "queue" : "nothing");
  if (self->queue->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

/* Elsewhere something was done, or undone. */
static void
changed_cb (BjtOrdersDialog *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (shown, "queue") == 0 || g_strcmp0 (shown, "nothing") == 0)
    show_queue (self);
}

static void
show_toast (BjtOrdersDialog *self,
            const char      *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "orders.undo");
  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
decided_cb (BjtOrdersDialog *self,
            const char      *text)
{
  show_toast (self, text);
}

/* The report */

static const struct
{
  const char *count;
  const char *name;
} figures[] = {
  { "rows", N_("Rows read") },
  { "new_orders", N_("New orders") },
  { "orders_matched", N_("Place found") },
  { "orders_queued", N_("To be decided") },
  { "order_repeats", N_("Perhaps repetitions") },
  { "orders_closed", N_("Settled already") },
  { "orders_updated", N_("News of known orders") },
  { "already_there", N_("There already") },
  { "orders_twice", N_("Twice in the file") },
  { "rows_refused", N_("Rows left out") },
};

static AdwPreferencesGroup *
add_group (BjtOrdersDialog *self,
           const char      *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (self->report_page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static GtkWidget *
new_figure (const char *name,
            guint       n)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text = g_strdup_printf ("%u", n);
  GtkWidget       *figure = gtk_label_new (text);
  GtkWidget       *word = gtk_label_new (name);

  gtk_widget_add_css_class (figure, "title-2");
  gtk_widget_add_css_class (word, "caption");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_add_css_class (box, "figure");
  return box;
}

static void
add_figures (BjtOrdersDialog *self)
{
  GtkFlowBox *flow = GTK_FLOW_BOX (gtk_flow_box_new ());

  gtk_flow_box_set_selection_mode (flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (flow, TRUE);
  gtk_flow_box_set_min_children_per_line (flow, 4);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      guint n = bjt_import_report_get_count (self->file->report, figures[i].count);

      if (n > 0 || i < 4)
        gtk_flow_box_append (flow, new_figure (_(figures[i].name), n));
    }
  adw_preferences_group_add (add_group (self, _("Found")), GTK_WIDGET (flow));
}

static void
add_problems (BjtOrdersDialog *self)
{
  const BjtImportReport *report = self->file->report;
  guint                  n = bjt_import_report_get_n_problems (report);
  AdwPreferencesGroup   *group = n > 0 ? add_group (self, _("Things to Look At")) : NULL;

  for (guint i = 0; i < MIN (n, MAX_PROBLEM_ROWS); i++)
    {
      const BjtImportProblem *problem = bjt_import_report_get_problem (report, i);
      GtkWidget              *row = adw_action_row_new ();
      g_autofree char        *place = bjt_import_words_dup_place (problem);
      g_autofree char        *escaped = g_markup_escape_text (place, -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), bjt_import_words_get_problem (problem));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
      adw_preferences_group_add (group, row);
    }
}

static void
show_report (BjtOrdersDialog *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->report_page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  add_figures (self);
  add_problems (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "orders.take", bjt_import_report_get_count (self->file->report, "new_orders") + bjt_import_report_get_count (self->file->report, "orders_updated") > 0);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_window_set_focus (GTK_WINDOW (self), self->take_button);
}

static void
show_failure (BjtOrdersDialog *self,
              const GError    *error)
{
  g_autofree char *text = bjt_notice_dup_error_text (error);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* Reading */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BjtOrdersDialog) self = user_data;
  g_autoptr (GError)          error = NULL;
  BjtOrderFile               *file = bjt_order_file_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->file, bjt_order_file_free);
  self->file = file;
  if (file == NULL || !bjt_workspace_import_orders (self->workspace, file, TRUE, &error))
    show_failure (self, error);
  else
    show_report (self);
}

void
bjt_orders_dialog_read (BjtOrdersDialog *self,
                        const char      *path)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  bjt_order_file_read_async (path, self->cancellable, read_cb, g_object_ref (self));
}

/* Actions */

static void
take_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtOrdersDialog   *self = BJT_ORDERS_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = g_strdup_printf (_("“%s” was imported"), self->file->name);

  if (!bjt_workspace_import_orders (self->workspace, self->file, FALSE, &error))
    {
      show_failure (self, error);
      return;
    }
  show_queue (self);
  show_toast (self, text);
}

static void
chosen_cb (BjtOrdersDialog *self,
           int              response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    bjt_orders_dialog_read (self, path);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtOrdersDialog *self = BJT_ORDERS_DIALOG (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Import Orders of the Hotline"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
guess_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtOrdersDialog *self = BJT_ORDERS_DIALOG (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "queue") == 0)
    bjt_order_pane_choose (self->pane, g_variant_get_uint32 (parameter));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!bjt_workspace_undo (BJT_ORDERS_DIALOG (widget)->workspace, &error))
    bjt_notice_show_error (widget, error);
}

/* The object */

static void
bjt_orders_dialog_dispose (GObject *object)
{
  BjtOrdersDialog *self = BJT_ORDERS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->file, bjt_order_file_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_orders_dialog_parent_class)->dispose (object);
}

static void
bjt_orders_dialog_class_init (BjtOrdersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_orders_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-orders-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, report_page);
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, take_button);
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, list);
  gtk_widget_class_bind_template_child (widget_class, BjtOrdersDialog, pane_bin);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "orders.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "orders.take", NULL, take_action);
  gtk_widget_class_install_action (widget_class, "orders.guess", "u", guess_action);
  gtk_widget_class_install_action (widget_class, "orders.undo", NULL, undo_action);
  for (guint i = 0; i <= 4; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + i, 0, "orders.guess", "u", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "orders.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bjt_orders_dialog_init (BjtOrdersDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

BjtOrdersDialog *
bjt_orders_dialog_present (GtkWindow    *parent,
                           BjtWorkspace *workspace,
                           BjtFocus     *focus)
{
  BjtOrdersDialog *self = g_object_new (BJT_TYPE_ORDERS_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->pane = BJT_ORDER_PANE (bjt_order_pane_new (workspace, focus));
  adw_bin_set_child (self->pane_bin, GTK_WIDGET (self->pane));
  g_signal_connect_object (self->pane, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_queue (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
