/* bjt-series-dialog.c: tells what files there will be before any is written, and which
 * of them take the place of others. While they are written it stays; closing it stops. */
#include "bjt-series-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-form-dialog.h"
#include "bjt-notice.h"
#include "bjt-series-job.h"

#define PROGRESS_MS 100
#define ENDING " {sheet}.pdf"

struct _BjtSeriesDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwComboRow    *each_row;
  AdwEntryRow    *name_row;
  AdwActionRow   *folder_row;
  GtkLabel       *state_label;
  GtkProgressBar *progress_bar;
  GtkWidget      *choices;

  /* Owned */
  BjtPage              *page;
  BjtSheetOrder        *order;
  char                 *folder;
  GArray               *kinds; /* BjtSheetEach: as the row offers them */
  BjtSeriesJob         *job;   /* NULL: nothing is written */
  GtkFileChooserNative *chooser;
  guint                 progress_source;

  /* State */
  BjtSheetEach each;      /* that the pattern was made for */
  gboolean     is_filling; /* the rows, by the program */
};

G_DEFINE_FINAL_TYPE (BjtSeriesDialog, bjt_series_dialog, ADW_TYPE_WINDOW)

gboolean
bjt_series_dialog_suits (const BjtSheetType *type)
{
  for (guint i = 0; i < BJT_N_SHEET_EACH; i++)
    if (bjt_sheet_each_suits ((BjtSheetEach) i, type))
      return TRUE;
  return FALSE;
}

static BjtSheetEach
get_each (BjtSeriesDialog *self)
{
  guint row = adw_combo_row_get_selected (self->each_row);

  return g_array_index (self->kinds, BjtSheetEach, row < self->kinds->len ? row : 0);
}

static void
show_state (BjtSeriesDialog *self,
            const char      *text,
            gboolean         is_wrong)
{
  gtk_label_set_text (self->state_label, text);
  (is_wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->state_label), "error");
}

/* What there will be */

/* %NULL: @problem says why not. */
static BjtSheetSeries *
list_files (BjtSeriesDialog *self,
            char           **problem)
{
  const char        *pattern = gtk_editable_get_text (GTK_EDITABLE (self->name_row)), *word = bjt_sheet_each_get_word (get_each (self));
  g_autofree char   *path = g_build_filename (self->folder, pattern, NULL);
  g_autoptr (GError) error = NULL;
  BjtSheetSeries    *series = NULL;

  *problem = NULL;
  if (strchr (pattern, '/') != NULL)
    *problem = g_strdup (_("A name has no stroke in it"));
  else if (strstr (pattern, word) == NULL)
    /* Translators: {grid}, {building} or {worker} */
    *problem = g_strdup_printf (_("The name needs %s, or each file would be written over the one before"), word);
  else if (!g_str_has_suffix (pattern, ".pdf") && !g_str_has_suffix (pattern, ".png") && !g_str_has_suffix (pattern, ".svg"))
    *problem = g_strdup (_("The name ends in .pdf, .png or .svg"));
  else
    series = bjt_sheet_series_new (bjt_page_get_picture (self->page), &self->order->spec, get_each (self), path, &error);
  if (error != NULL)
    *problem = bjt_notice_dup_error_text (error);
  return series;
}

static guint
count_existing (const BjtSheetSeries *series)
{
  guint n = 0;

  for (guint i = 0; i < series->files->len; i++)
    n += g_file_test (((const BjtSheetFile *) g_ptr_array_index (series->files, i))->path, G_FILE_TEST_EXISTS);
  return n;
}

static char *
dup_outlook (const BjtSheetSeries *series)
{
  guint            n = series->files->len, n_existing = count_existing (series);
  g_autofree char *first = g_path_get_basename (((const BjtSheetFile *) g_ptr_array_index (series->files, 0))->path);
  /* Translators: how many files there will be, the name of the first */
  g_autofree char *files = g_strdup_printf (ngettext ("%u file: “%s”.", "%u files, the first is “%s”.", n), n, first);
  g_autofree char *existing = NULL;

  if (n_existing == 0)
    return g_steal_pointer (&files);
  existing = g_strdup_printf (ngettext ("%u is there already and is replaced.", "%u are there already and are replaced.", n_existing), n_existing);
  return g_strdup_printf ("%s\n%s", files, existing);
}

static void
update (BjtSeriesDialog *self)
{
  g_autofree char *problem = NULL, *outlook = NULL;
  g_autoptr (BjtSheetSeries) series = list_files (self, &problem);

  if (series != NULL)
    outlook = dup_outlook (series);
  show_state (self, outlook != NULL ? outlook : problem, outlook == NULL);
  adw_action_row_set_subtitle (self->folder_row, self->folder);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "series.write", series != NULL);
}

static void
changed_cb (BjtSeriesDialog *self)
{
  if (!self->is_filling && self->job == NULL)
    update (self);
}

/* The pattern tells them apart by the same word. */
static void
each_changed_cb (BjtSeriesDialog *self)
{
  g_autofree char *text = NULL;
  GString         *pattern;

  if (self->is_filling || get_each (self) == self->each)
    return;
  pattern = g_string_new (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
  g_string_replace (pattern, bjt_sheet_each_get_word (self->each), bjt_sheet_each_get_word (get_each (self)), 0);
  text = g_string_free (pattern, FALSE);
  self->each = get_each (self);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), text);
  update (self);
}

/* Where they go */

void
bjt_series_dialog_set_folder (BjtSeriesDialog *self,
                              const char      *path)
{
  g_free (self->folder);
  self->folder = g_strdup (path);
  changed_cb (self);
}

static void
chosen_cb (BjtSeriesDialog *self,
           int              response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char  *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    bjt_series_dialog_set_folder (self, path);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtSeriesDialog  *self = BJT_SERIES_DIALOG (widget);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Folder for the Files"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Writing */

static gboolean
progress_cb (gpointer user_data)
{
  BjtSeriesDialog *self = BJT_SERIES_DIALOG (user_data);
  guint            n = bjt_series_job_get_n_files (self->job);
  g_autofree char *text = g_strdup_printf (_("File %u of %u"), MIN (bjt_series_job_get_n_written (self->job) + bjt_series_job_get_n_blank (self->job) + 1, n), n);

  gtk_progress_bar_set_fraction (self->progress_bar, bjt_series_job_get_progress (self->job));
  gtk_progress_bar_set_text (self->progress_bar, text);
  return G_SOURCE_CONTINUE;
}

static void
set_running (BjtSeriesDialog *self,
             gboolean         is_running)
{
  gtk_widget_set_sensitive (self->choices, !is_running);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_running);
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), !is_running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "series.write", FALSE);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (is_running)
    self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
}

static void
finish (BjtSeriesDialog *self,
        BjtSeriesJob    *job)
{
  g_autofree char *folder = g_filename_display_basename (self->folder);
  guint            n = bjt_series_job_get_n_written (job), n_blank = bjt_series_job_get_n_blank (job);
  g_autofree char *saved = g_strdup_printf (ngettext ("%u file saved in “%s”", "%u files saved in “%s”", n), n, folder);
  g_autofree char *blank = g_strdup_printf (ngettext ("%u had nothing to print", "%u had nothing to print", n_blank), n_blank);
  g_autofree char *text = n_blank > 0 ? g_strdup_printf ("%s · %s", saved, blank) : g_strdup (saved);

  bjt_page_tell (self->page, text, FALSE);
  if (bjt_series_job_get_shortage (job) != NULL)
    bjt_page_tell (self->page, bjt_series_job_get_shortage (job), FALSE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BjtSeriesDialog) self = user_data;
  g_autoptr (BjtSeriesJob)    job = g_object_ref (BJT_SERIES_JOB (source));
  g_autoptr (GError)          error = NULL;
  gboolean         done = bjt_series_job_write_finish (job, result, &error);
  g_autofree char *state = NULL, *problem = NULL;

  g_clear_object (&self->job);
  if (self->page == NULL)
    return;
  set_running (self, FALSE);
  if (done)
    {
      finish (self, job);
      return;
    }
  update (self);
  state = g_strdup_printf (ngettext ("Stopped: %u of %u file is written.", "Stopped: %u of %u files are written.", bjt_series_job_get_n_files (job)),
                           bjt_series_job_get_n_written (job), bjt_series_job_get_n_files (job));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    problem = bjt_notice_dup_error_text (error);
  if (problem != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", state, problem);

      show_state (self, both, TRUE);
      return;
    }
  show_state (self, state, FALSE);
}

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtSeriesDialog *self = BJT_SERIES_DIALOG (widget);
  g_autofree char *problem = NULL;
  BjtSheetSeries  *series = list_files (self, &problem);

  if (series == NULL)
    {
      show_state (self, problem, TRUE);
      return;
    }
  self->job = bjt_series_job_new (self->page, self->order, series);
  set_running (self, TRUE);
  progress_cb (self);
  bjt_series_job_write_async (self->job, written_cb, g_object_ref (self));
}

static gboolean
close_requested_cb (BjtSeriesDialog *self)
{
  if (self->job == NULL)
    return FALSE;
  bjt_series_job_cancel (self->job);
  return TRUE;
}

/* The dialog */

static void
bjt_series_dialog_dispose (GObject *object)
{
  BjtSeriesDialog *self = BJT_SERIES_DIALOG (object);

  if (self->job != NULL)
    bjt_series_job_cancel (self->job);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->job);
  g_clear_object (&self->chooser);
  g_clear_object (&self->page);
  g_clear_pointer (&self->order, bjt_sheet_order_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->kinds, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BJT_TYPE_SERIES_DIALOG);
  G_OBJECT_CLASS (bjt_series_dialog_parent_class)->dispose (object);
}

static void
bjt_series_dialog_class_init (BjtSeriesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_series_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-series-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtSeriesDialog, each_row);
  gtk_widget_class_bind_template_child (widget_class, BjtSeriesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, BjtSeriesDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, BjtSeriesDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, BjtSeriesDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BjtSeriesDialog, choices);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, each_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_requested_cb);
  gtk_widget_class_install_action (widget_class, "series.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "series.write", NULL, write_action);
}

static void
bjt_series_dialog_init (BjtSeriesDialog *self)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  self->folder = g_strdup (folder != NULL ? folder : g_get_home_dir ());
  self->kinds = g_array_new (FALSE, FALSE, sizeof (BjtSheetEach));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bjt_form_dialog_close_on_escape (GTK_WINDOW (self));
}

static void
fill (BjtSeriesDialog *self)
{
  static const char *const  names[] = { N_ ("Grid"), N_ ("Building"), N_ ("Grid worker") };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char          *pattern = NULL;

  for (guint i = 0; i < BJT_N_SHEET_EACH; i++)
    {
      BjtSheetEach each = (BjtSheetEach) i;

      if (!bjt_sheet_each_suits (each, self->order->spec.type))
        continue;
      g_array_append_val (self->kinds, each);
      gtk_string_list_append (list, _(names[i]));
    }
  adw_combo_row_set_model (self->each_row, G_LIST_MODEL (list));
  self->each = get_each (self);
  pattern = g_strconcat (bjt_sheet_each_get_word (self->each), ENDING, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), pattern);
  self->is_filling = FALSE;
  update (self);
}

BjtSeriesDialog *
bjt_series_dialog_present (BjtPage       *page,
                           BjtSheetOrder *order)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (page));
  BjtSeriesDialog *self = g_object_new (BJT_TYPE_SERIES_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->page = g_object_ref (page);
  self->order = order;
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
