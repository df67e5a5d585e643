/* bjt-print-page.c: what is chosen at the left is drawn at the right by the
 * function that also draws for files and printers. Files are written on a
 * thread; without any printer the system's dialog still offers a PDF. Tiles of
 * a base map are fetched first, as long as patience lasts. */
#include "bjt-print-page.h"

#include <glib/gi18n.h>

#include "bjt-print-base.h"
#include "bjt-print-plan.h"
#include "bjt-print-record.h"
#include "bjt-sheet-preview.h"
#include "print/bjt-sheet-tiles.h"
#include "rules/bjt-work-period.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-calendar.h"
#include "workspace/bjt-workspace-ledger.h"

#define PNG_DPI 200.0
#define PROGRESS_MS 100
#define TYPING_MS 400 /* the preview follows when the typing pauses */

struct _BjtPrintPage
{
  BjtPage parent_instance;

  /* Template */
  AdwComboRow     *kind_row;
  AdwComboRow     *grid_row;
  AdwComboRow     *building_row;
  AdwComboRow     *level_row;
  AdwComboRow     *paper_row;
  AdwComboRow     *orientation_row;
  AdwComboRow     *base_row;
  GtkWidget       *internal_group;
  AdwComboRow     *names_row;
  GtkSwitch       *mono_switch;
  GtkEditable     *purpose_row;
  GtkEditable     *maker_row;
  GtkEditable     *receiver_row;
  AdwActionRow    *copies_row;
  GtkSpinButton   *copies_spin;
  GtkWidget       *progress_box;
  GtkProgressBar  *progress_bar;
  BjtSheetPreview *preview;

  /* Owned */
  GtkFileChooserNative *chooser;
  BjtPrintBase         *base;
  BjtPrintPlan         *plan;
  GCancellable         *cancellable; /* of the sheet that is made */
  guint                 typing_source;
  guint                 progress_source;

  /* State */
  gboolean is_filling;
  gboolean has_period; /* of the report */
  BjtDate  from_on, to_on;
};

G_DEFINE_FINAL_TYPE (BjtPrintPage, bjt_print_page, BJT_TYPE_PAGE)

/* What is wanted */

/* Kinds stand in the row as in the enumeration. */
static BjtSheetKind
get_kind (BjtPrintPage *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  return selected <= BJT_SHEET_REPORT ? (BjtSheetKind) selected : BJT_SHEET_INTERNAL; /* the row is going away */
}

/* Of the year so far, unless a period was chosen. */
static void
apply_period (BjtPrintPage    *self,
              BjtSheetRequest *request)
{
  BjtLedger *ledger = bjt_workspace_get_ledger (bjt_page_get_workspace (BJT_PAGE (self)), NULL);

  request->ledger = ledger != NULL ? bjt_ledger_ref (ledger) : NULL;
  request->calendar = bjt_work_calendar_ref (bjt_workspace_get_calendar (bjt_page_get_workspace (BJT_PAGE (self))));
  bjt_work_period_find (BJT_WORK_THIS_YEAR, request->picture->as_of, &request->from_on, &request->to_on);
  if (!self->has_period)
    return;
  request->from_on = self->from_on;
  request->to_on = self->to_on;
}

static BjtSheetRequest *
new_request (BjtPrintPage *self)
{
  static const char *const papers[] = { "A4", "A3", "A2", "A1", "A0" };
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  BjtSheetRequest *request = g_new0 (BjtSheetRequest, 1);
  guint grid = adw_combo_row_get_selected (self->grid_row);

  request->picture = bjt_picture_ref (picture);
  request->kind = get_kind (self);
  request->building = BJT_NO_INDEX;
  if (request->kind == BJT_SHEET_PLAN)
    bjt_print_plan_apply (self->plan, request);
  if (request->kind == BJT_SHEET_REPORT)
    apply_period (self, request);
  request->grid = grid < picture->grids->len ? bjt_picture_get_grid (picture, grid)->number : 0;
  request->all_grids = picture->grids->len > 1 && grid == picture->grids->len;
  request->paper = papers[MIN (adw_combo_row_get_selected (self->paper_row), G_N_ELEMENTS (papers) - 1)];
  request->orientation = (BjtOrientation) adw_combo_row_get_selected (self->orientation_row);
  request->names = (BjtSheetNames) adw_combo_row_get_selected (self->names_row);
  request->is_mono = gtk_switch_get_active (self->mono_switch);
  request->n_copies = (guint) gtk_spin_button_get_value_as_int (self->copies_spin);
  request->purpose = g_strdup (gtk_editable_get_text (self->purpose_row));
  request->maker = g_strdup (gtk_editable_get_text (self->maker_row));
  request->receiver = g_strdup (gtk_editable_get_text (self->receiver_row));
  request->copy_number = bjt_print_record_find_copy (BJT_PAGE (self), request);
  return request;
}

/* Behind the curtain an internal sheet is not seen. */
static void
update_curtain (BjtPrintPage *self)
{
  gboolean hidden = bjt_focus_get_curtain (bjt_page_get_focus (BJT_PAGE (self)))
                    && get_kind (self) != BJT_SHEET_PUBLIC;

  gtk_widget_set_opacity (GTK_WIDGET (self->preview), hidden ? 0.0 : 1.0);
}

/* Which numbers the copies will bear. */
static void
show_copies (BjtPrintPage          *self,
             const BjtSheetRequest *request)
{
  guint last = request->copy_number + request->n_copies - 1;
  g_autofree char *text = request->copy_number == 0 ? NULL
                          : request->n_copies == 1 ? g_strdup_printf (_("No. %u"), last) : g_strdup_printf (_("No. %u–%u"), request->copy_number, last);

  adw_action_row_set_subtitle (self->copies_row, text != NULL ? text : "");
}

static void
show_preview (BjtPrintPage *self)
{
  g_autoptr (BjtSheetRequest) request = new_request (self);

  if (self->base != NULL)
    bjt_print_base_apply (self->base, request);
  gtk_widget_set_visible (GTK_WIDGET (self->base_row), self->base != NULL && request->kind == BJT_SHEET_INTERNAL);
  gtk_widget_set_visible (GTK_WIDGET (self->grid_row), request->kind != BJT_SHEET_PLAN);
  gtk_widget_set_visible (GTK_WIDGET (self->building_row), request->kind == BJT_SHEET_PLAN);
  gtk_widget_set_visible (GTK_WIDGET (self->level_row), request->kind == BJT_SHEET_PLAN);
  gtk_widget_set_visible (self->internal_group, request->kind != BJT_SHEET_PUBLIC);
  show_copies (self, request);
  update_curtain (self);
  bjt_sheet_preview_show (self->preview, request);
}

static void
changed_cb (BjtPrintPage *self)
{
  if (!self->is_filling && bjt_page_get_workspace (BJT_PAGE (self)) != NULL)
    show_preview (self);
}

static gboolean
typed_cb (gpointer user_data)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (user_data);

  self->typing_source = 0;
  show_preview (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (BjtPrintPage *self)
{
  g_clear_handle_id (&self->typing_source, g_source_remove);
  self->typing_source = g_timeout_add (TYPING_MS, typed_cb, self);
}

static void
base_failed_cb (BjtPrintPage *self,
                const char   *text)
{
  bjt_page_tell (BJT_PAGE (self), text, FALSE);
}

static void
fill_grids (BjtPrintPage *self)
{
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->grid_row);
  guint32 scope = bjt_focus_get_filter (bjt_page_get_focus (BJT_PAGE (self)))->grid;

  for (guint32 i = 0; i < picture->grids->len; i++)
    gtk_string_list_take (names, bjt_words_dup_grid (picture, i));
  if (picture->grids->len > 1)
    gtk_string_list_append (names, _("All grids"));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->grid_row, G_LIST_MODEL (names));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (names)))
    adw_combo_row_set_selected (self->grid_row, selected);
  else if (scope != BJT_NO_INDEX)
    adw_combo_row_set_selected (self->grid_row, scope);
  self->is_filling = FALSE;
}

static void
picture_changed_cb (BjtPrintPage *self)
{
  fill_grids (self);
  bjt_print_plan_update (self->plan);
  show_preview (self);
}

/**
 * bjt_print_page_choose_plan:
 * @building: of the picture
 * @ordinal: of its level
 */
void
bjt_print_page_choose_plan (BjtPrintPage *self,
                            guint32       building,
                            int           ordinal)
{
  adw_combo_row_set_selected (self->kind_row, BJT_SHEET_PLAN);
  bjt_print_plan_choose (self->plan, building, ordinal);
}

/* The figures of a period, of the community or of the grid looked at. */
void
bjt_print_page_choose_report (BjtPrintPage *self,
                              BjtDate       from_on,
                              BjtDate       to_on)
{
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  guint32 grid = bjt_focus_get_filter (bjt_page_get_focus (BJT_PAGE (self)))->grid;

  self->has_period = TRUE;
  self->from_on = from_on;
  self->to_on = to_on;
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->kind_row, BJT_SHEET_REPORT);
  adw_combo_row_set_selected (self->grid_row, grid != BJT_NO_INDEX ? grid : picture->grids->len);
  adw_combo_row_set_selected (self->paper_row, 0);
  self->is_filling = FALSE;
  show_preview (self);
}

void
bjt_print_page_choose_grid (BjtPrintPage *self,
                            int           number)
{
  guint32 grid = bjt_picture_find_grid (bjt_page_get_picture (BJT_PAGE (self)), number);

  if (grid == BJT_NO_INDEX)
    return;
  if (get_kind (self) >= BJT_SHEET_PLAN)
    adw_combo_row_set_selected (self->kind_row, BJT_SHEET_INTERNAL);
  adw_combo_row_set_selected (self->grid_row, grid);
}

/* The field whose text the program remembers. */
GtkEditable *
bjt_print_page_get_maker (BjtPrintPage *self)
{
  return self->maker_row;
}

/* A base map whose key or list changed is drawn anew, not at each tile. */
void
bjt_print_page_set_base_maps (BjtPrintPage *self,
                              BjtBaseMaps  *maps)
{
  g_clear_object (&self->base);
  self->base = bjt_print_base_new (maps, self->base_row);
  g_signal_connect_object (self->base, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->base, "failed", G_CALLBACK (base_failed_cb), self, G_CONNECT_SWAPPED);
  show_preview (self);
}

/* Making a sheet for paper */

typedef struct
{
  BjtSheetRequest *request;
  char            *path;      /* NULL: for the printer */
  GPtrArray       *sheets;    /* BjtSheet, one a copy */
  guint            n_missing; /* tiles */
  int              permille;  /* atomic */
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  bjt_sheet_request_free (job->request);
  g_clear_pointer (&job->sheets, g_ptr_array_unref);
  g_free (job->path);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

/* Copies differ by the number they bear. */
static gboolean
make_sheets (Job          *job,
             GCancellable *cancellable,
             GError      **error)
{
  guint n = job->path == NULL ? job->request->n_copies : 1, first = job->request->copy_number;

  job->sheets = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      BjtSheet *sheet;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      job->request->copy_number = first > 0 ? first + i : 0;
      sheet = bjt_sheet_request_make (job->request, error);
      if (sheet == NULL)
        return FALSE;
      g_ptr_array_add (job->sheets, sheet);
    }
  job->request->copy_number = first;
  return TRUE;
}

static void
make_worker (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  gboolean is_picture = job->path != NULL && g_str_has_suffix (job->path, ".png");
  BjtSheetTiles tiles = {
    .tiles = job->request->tiles, .dpi = is_picture ? PNG_DPI : 0, .patience_ms = BJT_SHEET_TILES_PATIENCE_MS, .permille = &job->permille,
  };
  GError *error = NULL;

  if (make_sheets (job, cancellable, &error) && tiles.tiles != NULL)
    job->n_missing = bjt_sheet_tiles_await (&tiles, job->sheets->pdata[0], cancellable, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
write_worker (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (bjt_sheet_write (job->sheets->pdata[0], job->path, PNG_DPI, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_busy (BjtPrintPage *self,
          gboolean      is_busy)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", !is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", !is_busy);
  gtk_widget_set_visible (self->progress_box, FALSE);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
}

static gboolean
progress_cb (gpointer user_data)
{
  GTask *task = user_data;
  BjtPrintPage *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&job->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

/* What the base map lacks: told after the sheet is there. */
static char *
dup_shortage (const Job *job)
{
  g_autofree char *trouble = NULL;

  if (job->request->tiles == NULL)
    return NULL;
  trouble = bjt_tile_source_dup_trouble (bjt_tile_painter_get_source (job->request->tiles));
  if (trouble != NULL)
    /* Translators: a sheet was printed or saved; what follows says why its map has holes */
    return g_strdup_printf (_("The base map is not whole: %s"), gettext (trouble));
  if (job->n_missing > 0)
    return g_strdup_printf (g_dngettext (NULL, "The base map is not whole: %u tile did not come in time",
                                         "The base map is not whole: %u tiles did not come in time", job->n_missing), job->n_missing);
  trouble = bjt_tile_painter_take_error (job->request->tiles);
  return trouble != NULL ? g_strdup_printf (_("The base map is not whole: %s"), gettext (trouble)) : NULL;
}

static void run_printer (BjtPrintPage *self, Job *job);

static gboolean
is_over (BjtPrintPage *self,
         const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

static void
tell_shortage (BjtPrintPage *self,
               const Job    *job)
{
  g_autofree char *shortage = dup_shortage (job);

  if (shortage != NULL)
    bjt_page_tell (BJT_PAGE (self), shortage, FALSE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (job->path);
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  set_busy (self, FALSE);
  if (is_over (self, error))
    return;
  bjt_page_tell_outcome (BJT_PAGE (self), done, text, error);
  if (done)
    tell_shortage (self, job);
  show_preview (self); /* the next copy has another number */
}

/* What does not leave is not recorded, and what is not recorded does not leave. */
static gboolean
record (BjtPrintPage *self,
        const Job    *job,
        guint         n_copies,
        const char   *medium)
{
  g_autoptr (GError) error = NULL;

  if ((job->path == NULL || bjt_sheet_can_write (job->path, &error))
      && bjt_print_record_write (BJT_PAGE (self), job->request, bjt_sheet_get_n_pages (job->sheets->pdata[0]), n_copies, medium, &error))
    return TRUE;
  bjt_page_tell_error (BJT_PAGE (self), error);
  return FALSE;
}

static void
write_sheet (BjtPrintPage *self,
             GTask        *made)
{
  const Job  *job = g_task_get_task_data (made);
  const char *dot = strrchr (job->path, '.');
  g_autoptr (GTask) task = NULL;

  if (!record (self, job, 1, dot != NULL ? dot + 1 : "pdf"))
    {
      set_busy (self, FALSE);
      return;
    }
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, write_sheet);
  g_task_set_task_data (task, g_atomic_rc_box_acquire ((gpointer) job), job_unref);
  g_task_run_in_thread (task, write_worker);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      if (job->path != NULL)
        {
          write_sheet (self, G_TASK (result));
          return;
        }
      set_busy (self, FALSE);
      tell_shortage (self, job);
      run_printer (self, job);
      show_preview (self);
      return;
    }
  set_busy (self, FALSE);
  if (!is_over (self, error))
    bjt_page_tell_error (BJT_PAGE (self), error);
}

static void
start_job (BjtPrintPage *self,
           const char   *path)
{
  g_autoptr (BjtSheetRequest) request = new_request (self);
  g_autoptr (GTask) task = NULL;
  Job *job;

  job = g_atomic_rc_box_new0 (Job);
  job->request = g_steal_pointer (&request);
  job->path = g_strdup (path);
  if (self->base != NULL)
    bjt_print_base_apply_afresh (self->base, job->request);
  set_busy (self, TRUE);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, made_cb, NULL);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, job_unref);
  if (job->request->tiles != NULL)
    self->progress_source = g_timeout_add_full (G_PRIORITY_DEFAULT, PROGRESS_MS, progress_cb, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (task, make_worker);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (BJT_PRINT_PAGE (widget)->cancellable);
}

/* Files */

void
bjt_print_page_save (BjtPrintPage *self,
                     const char   *path)
{
  start_job (self, path);
}

static char *
dup_file_name (BjtPrintPage *self,
               const char   *ending)
{
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  guint grid = adw_combo_row_get_selected (self->grid_row);
  g_autofree char *grid_name = grid < picture->grids->len ? bjt_words_dup_grid (picture, grid) : g_strdup (_("All grids"));
  const char *community = picture->community.name != NULL ? picture->community.name : "";

  if (get_kind (self) == BJT_SHEET_PLAN)
    {
      g_autofree char *plan = bjt_print_plan_dup_name (self->plan);

      return g_strdup_printf ("%s.%s", plan, ending);
    }
  return g_strdup_printf ("%s %s.%s", community, grid_name, ending);
}

static void
chosen_cb (BjtPrintPage *self,
           int           response)
{
  const char *ending = g_object_get_data (G_OBJECT (self->chooser), "ending");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *suffix = g_strconcat (".", ending, NULL);
  g_autofree char *with_suffix = path == NULL || g_str_has_suffix (path, suffix) ? g_strdup (path) : g_strconcat (path, suffix, NULL);

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && with_suffix != NULL)
    bjt_print_page_save (self, with_suffix);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (widget);
  const char *ending = g_variant_get_string (parameter, NULL);
  g_autofree char *file_name = dup_file_name (self, ending);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the Sheet"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  g_object_set_data_full (G_OBJECT (self->chooser), "ending", g_strdup (ending), g_free);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* The printer */

#define MM_PER_INCH 25.4

/* Of one run of the printer. */
typedef struct
{
  BjtPrintPage *page;
  Job          *job;
} Printing;

static BjtSheet *
get_sheet (const Job *job,
           guint      copy)
{
  return job->sheets->pdata[copy];
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  guint n_copies = self->job->sheets->len * (guint) MAX (settings != NULL ? gtk_print_settings_get_n_copies (settings) : 1, 1);

  if (!record (self->page, self->job, n_copies, "printer"))
    gtk_print_operation_cancel (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = gtk_print_context_get_dpi_x (context) / MM_PER_INCH;
  guint n_pages = bjt_sheet_get_n_pages (get_sheet (self->job, 0));

  cairo_scale (cr, scale, scale);
  bjt_sheet_draw_page (get_sheet (self->job, (guint) page / n_pages), cr, (guint) page % n_pages);
}

static GtkPageSetup *
new_page_setup (const BjtSheetRequest *request,
                BjtSheet              *sheet)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autofree char *name = g_ascii_strdown (request->paper, -1);
  GtkPaperSize *paper;
  double width, height;

  bjt_sheet_get_page_size_mm (sheet, &width, &height);
  paper = gtk_paper_size_new_custom (name, request->paper, MIN (width, height), MAX (width, height), GTK_UNIT_MM);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_MM);
  gtk_paper_size_free (paper);
  return setup;
}

static void
run_printer (BjtPrintPage *self,
             Job          *job)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  BjtSheet  *sheet = get_sheet (job, 0);
  Printing   printing = { self, job };
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (job->request, sheet);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, bjt_sheet_get_title (sheet));
  gtk_print_operation_set_n_pages (operation, (int) (bjt_sheet_get_n_pages (sheet) * job->sheets->len));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), &printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), &printing);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    bjt_page_tell_error (BJT_PAGE (self), error);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  start_job (BJT_PRINT_PAGE (widget), NULL);
}

static void
drawn_cb (BjtPrintPage *self,
          gboolean      has_sheet)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", has_sheet && self->cancellable == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", has_sheet && self->cancellable == NULL);
}

/* The object */

static void
bjt_print_page_constructed (GObject *object)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (object);

  G_OBJECT_CLASS (bjt_print_page_parent_class)->constructed (object);
  g_signal_connect_object (bjt_page_get_focus (BJT_PAGE (self)), "picture-changed", G_CALLBACK (picture_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bjt_page_get_focus (BJT_PAGE (self)), "privacy-changed", G_CALLBACK (update_curtain), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "drawn", G_CALLBACK (drawn_cb), self, G_CONNECT_SWAPPED);
  self->plan = bjt_print_plan_new (BJT_PAGE (self), self->building_row, self->level_row);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  bjt_print_plan_update (self->plan);
  fill_grids (self);
  show_preview (self);
}

static void
bjt_print_page_dispose (GObject *object)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_handle_id (&self->typing_source, g_source_remove);
  g_clear_object (&self->base);
  g_clear_object (&self->plan);
  g_clear_object (&self->chooser);
  G_OBJECT_CLASS (bjt_print_page_parent_class)->dispose (object);
}

static void
bjt_print_page_class_init (BjtPrintPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bjt_print_page_constructed;
  object_class->dispose = bjt_print_page_dispose;
  g_type_ensure (BJT_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-print-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, grid_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, building_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, level_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, paper_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, base_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, internal_group);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, names_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, mono_switch);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, maker_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, copies_spin);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, copies_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, receiver_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, preview);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.cancel", NULL, cancel_action);
}

static void
bjt_print_page_init (BjtPrintPage *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}
