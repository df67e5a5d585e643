/* bjt-import-dialog.c: choose → dry run → report → import. Nothing is written
 * before the last step, which is one undoable batch. The reading runs on a
 * thread and can be cancelled; closing the dialog cancels it. */
#include "bjt-import-dialog.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "bjt-import-words.h"
#include "bjt-notice.h"

#define MAX_PROBLEM_ROWS 200

struct _BjtImportDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle     *window_title;
  GtkStack           *stack;
  AdwStatusPage      *busy_page;
  GtkProgressBar     *progress_bar;
  AdwStatusPage      *failed_page;
  AdwPreferencesPage *report_page;
  GtkWidget          *import_button;

  /* Owned */
  BjtWorkspace         *workspace;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
  char                 *path;
  GPtrArray            *groups; /* of the report; borrowed widgets */

  /* State */
  BjtDatum datum;
};

G_DEFINE_FINAL_TYPE (BjtImportDialog, bjt_import_dialog, ADW_TYPE_WINDOW)

/* The report */

static AdwPreferencesGroup *
add_group (BjtImportDialog *self,
           const char      *title,
           const char      *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_page_add (self->report_page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle != NULL ? escaped_subtitle : "");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
new_figure (const char *name,
            gint64      n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  GtkWidget *figure = gtk_label_new (text);
  GtkWidget *word = gtk_label_new (name);

  gtk_widget_add_css_class (figure, "title-2");
  gtk_widget_add_css_class (word, "caption");
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), word);
  gtk_widget_add_css_class (box, "figure");
  return box;
}

/* In a dry run nothing has been imported yet: that count is left out. */
static void
add_counts (BjtImportDialog *self,
            JsonObject      *counts)
{
  AdwPreferencesGroup *group = add_group (self, _("Found"), NULL);
  GtkFlowBox *flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  g_autoptr (GList) names = json_object_get_members (counts);

  gtk_flow_box_set_selection_mode (flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (flow, TRUE);
  gtk_flow_box_set_min_children_per_line (flow, 4);
  for (GList *i = names; i != NULL; i = i->next)
    {
      gint64 n = json_object_get_int_member (counts, i->data);

      if (n > 0 && strcmp (i->data, "rows_imported") != 0)
        gtk_flow_box_append (flow, new_figure (bjt_import_words_get_count (i->data), n));
    }
  adw_preferences_group_add (group, GTK_WIDGET (flow));
}

static void
add_sheet (BjtImportDialog *self,
           JsonObject      *sheet)
{
  const char *name = json_object_get_string_member_with_default (sheet, "sheet", "");
  g_autofree char *title = *name != '\0' ? g_strdup_printf (_("Columns of “%s”"), name) : g_strdup (_("Columns"));
  AdwPreferencesGroup *group;
  JsonObject *columns = json_object_get_object_member (sheet, "columns");
  g_autoptr (GList) letters = json_object_get_members (columns);

  if (letters == NULL)
    return;
  group = add_group (self, title, _("What each column was taken for."));
  for (GList *i = letters; i != NULL; i = i->next)
    {
      JsonObject *column = json_object_get_object_member (columns, i->data);
      const char *header = json_object_get_string_member_with_default (column, "header", "");
      gboolean is_used = !json_object_get_null_member (column, "field");
      g_autofree char *place = g_strdup_printf (_("column %s"), (const char *) i->data);

      add_row (group, *header != '\0' ? header : place, *header != '\0' ? place : NULL,
               is_used ? bjt_import_words_get_field (json_object_get_string_member (column, "field")) : _("not used"));
    }
}

static void
add_problems (BjtImportDialog       *self,
              const BjtImportReport *report)
{
  guint n = bjt_import_report_get_n_problems (report);
  guint n_errors = bjt_import_report_get_n_problems_of (report, BJT_SEVERITY_ERROR);
  g_autofree char *summary = g_strdup_printf (_("%u rows cannot be used as they are, %u more things to look at."), n_errors, n - n_errors);
  AdwPreferencesGroup *group;

  if (n == 0)
    {
      add_group (self, _("No Problems"), _("Every row was understood."));
      return;
    }
  group = add_group (self, _("Problems"), summary);
  for (guint i = 0; i < MIN (n, MAX_PROBLEM_ROWS); i++)
    {
      const BjtImportProblem *problem = bjt_import_report_get_problem (report, i);
      g_autofree char *place = bjt_import_words_dup_place (problem);

      add_row (group, bjt_import_words_get_problem (problem), place, problem->severity == BJT_SEVERITY_ERROR ? _("left out") : "");
    }
  if (n > MAX_PROBLEM_ROWS)
    {
      g_autofree char *more = g_strdup_printf (_("… and %u more"), n - MAX_PROBLEM_ROWS);

      add_row (group, more, NULL, "");
    }
}

static void
datum_chosen_cb (BjtImportDialog *self,
                 GParamSpec      *spec,
                 AdwComboRow     *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "import.datum", "u", adw_combo_row_get_selected (row));
}

/* Only where there is something to place. */
static void
add_datum (BjtImportDialog *self,
           JsonObject      *counts)
{
  const char *const names[] = {
    _("CGCS2000, WGS84, GPS (as they are)"), _("GCJ-02 (Amap, Tencent): converted"), _("BD-09 (Baidu): converted"), NULL,
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  AdwPreferencesGroup *group;
  GtkWidget           *row;

  if (json_object_get_int_member_with_default (counts, "new_buildings", 0) + json_object_get_int_member_with_default (counts, "new_map_features", 0)
        + json_object_get_int_member_with_default (counts, "footprints", 0) == 0)
    return;
  group = add_group (self, _("Coordinates"),
                     _("Leave them as they are unless you know that the file was taken from a shifted public map: "
                       "shifted coordinates lie about 500 m off, and converting them back may need your department's consent."));
  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Datum of the file"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->datum);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (datum_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
clear_report (BjtImportDialog *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->report_page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
}

static void
show_report (BjtImportDialog       *self,
             const BjtImportReport *report)
{
  g_autofree char *text = bjt_import_report_to_json (report);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (node);
  JsonArray *sheets = json_object_get_array_member (object, "sheets");

  clear_report (self);
  add_counts (self, json_object_get_object_member (object, "counts"));
  add_datum (self, json_object_get_object_member (object, "counts"));
  add_problems (self, report);
  for (guint i = 0; i < json_array_get_length (sheets); i++)
    add_sheet (self, json_array_get_object_element (sheets, i));
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), self->import_button);
}

static void
show_failure (BjtImportDialog *self,
              const GError    *error)
{
  g_autofree char *text = bjt_notice_dup_error_text (error);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* Reading */

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  BjtImportDialog *self = BJT_IMPORT_DIALOG (user_data);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, MIN (fraction, 1.0));
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

static void
show_busy (BjtImportDialog *self,
           const char      *title)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  adw_window_title_set_subtitle (self->window_title, name);
  adw_status_page_set_title (self->busy_page, title);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

static void
start (BjtImportDialog    *self,
       gboolean            dry_run,
       const char         *title,
       GAsyncReadyCallback callback)
{
  const BjtImportOptions options = { .dry_run = dry_run, .datum = self->datum };

  show_busy (self, title);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  bjt_workspace_import_async (self->workspace, self->path, &options, progress_cb, self, self->cancellable, callback,
                              g_object_ref (self));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BjtImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtImportReport) report = bjt_workspace_import_finish (BJT_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (report == NULL)
    show_failure (self, error);
  else
    show_report (self, report);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (BjtImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtImportReport) report = bjt_workspace_import_finish (BJT_WORKSPACE (source), result, &error);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = g_strdup_printf (_("“%s” was imported"), name);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (report == NULL)
    {
      show_failure (self, error);
      return;
    }
  if (parent != NULL)
    bjt_notice_show (GTK_WIDGET (parent), text, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Pictures of the ground are not imported, they are laid under the map. */
static gboolean
is_base_map (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return g_str_has_suffix (folded, ".mbtiles") || g_str_has_suffix (folded, ".pmtiles");
}

static void
look (BjtImportDialog *self,
      const char      *path)
{
  if (is_base_map (path))
    {
      gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.base-map", "s", path);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  g_free (self->path);
  self->path = g_strdup (path);
  self->datum = BJT_DATUM_CGCS2000;
  start (self, TRUE, _("Reading…"), looked_cb);
}

/* Actions */

static void
chosen_cb (BjtImportDialog *self,
           int              response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      if (!is_base_map (path))
        gtk_window_present (GTK_WINDOW (self));
      look (self, path);
    }
  else if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
choose (BjtImportDialog *self)
{
  GtkWindow *parent = gtk_widget_get_visible (GTK_WIDGET (self)) ? GTK_WINDOW (self) : gtk_window_get_transient_for (GTK_WINDOW (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Import a Map or Register"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  choose (BJT_IMPORT_DIALOG (widget));
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_widget_action_set_enabled (widget, "import.apply", FALSE);
  start (BJT_IMPORT_DIALOG (widget), FALSE, _("Importing…"), imported_cb);
}

/* Another datum is put to use by reading the file again. */
static void
datum_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtImportDialog *self = BJT_IMPORT_DIALOG (widget);
  guint            datum = g_variant_get_uint32 (parameter);

  if (datum >= BJT_N_DATUMS || datum == self->datum)
    return;
  self->datum = (BjtDatum) datum;
  start (self, TRUE, _("Reading…"), looked_cb);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* The object */

static gboolean
bjt_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (BJT_IMPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (bjt_import_dialog_parent_class)->close_request (window);
}

static void
bjt_import_dialog_dispose (GObject *object)
{
  BjtImportDialog *self = BJT_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (bjt_import_dialog_parent_class)->dispose (object);
}

static void
bjt_import_dialog_finalize (GObject *object)
{
  BjtImportDialog *self = BJT_IMPORT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (bjt_import_dialog_parent_class)->finalize (object);
}

static void
bjt_import_dialog_class_init (BjtImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bjt_import_dialog_dispose;
  object_class->finalize = bjt_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = bjt_import_dialog_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, BjtImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BjtImportDialog, busy_page);
  gtk_widget_class_bind_template_child (widget_class, BjtImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BjtImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, BjtImportDialog, report_page);
  gtk_widget_class_bind_template_child (widget_class, BjtImportDialog, import_button);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "import.datum", "u", datum_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bjt_import_dialog_init (BjtImportDialog *self)
{
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static BjtImportDialog *
new_dialog (GtkWindow    *parent,
            BjtWorkspace *workspace)
{
  BjtImportDialog *self = g_object_new (BJT_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}

void
bjt_import_dialog_choose (GtkWindow    *parent,
                          BjtWorkspace *workspace)
{
  choose (new_dialog (parent, workspace));
}

void
bjt_import_dialog_present (GtkWindow    *parent,
                           BjtWorkspace *workspace,
                           const char   *path)
{
  BjtImportDialog *self = new_dialog (parent, workspace);

  if (!is_base_map (path))
    gtk_window_present (GTK_WINDOW (self));
  look (self, path);
}
