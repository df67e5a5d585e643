/* bjt-print-page.c: what is chosen at the left is drawn at the right by the
 * function that also draws for files and printers. A sheet for paper is first made,
 * then recorded, then leaves. */
#include "bjt-print-page.h"

#include <glib/gi18n.h>

#include "bjt-notice.h"
#include "bjt-print-base.h"
#include "bjt-print-content.h"
#include "bjt-print-paper.h"
#include "bjt-print-photos.h"
#include "bjt-print-presets.h"
#include "bjt-print-purpose.h"
#include "bjt-print-record.h"
#include "bjt-print-scope.h"
#include "bjt-series-dialog.h"
#include "bjt-sheet-names.h"
#include "bjt-sheet-preview.h"
#include "bjt-sheet-printer.h"
#include "widgets/bjt-key-row.h"
#include "workspace/bjt-workspace-presets.h"

#define PROGRESS_MS 100
#define TYPING_MS 400 /* the preview follows when the typing pauses */
#define FIRST_SHEET "grid-map"
#define LAST "last" /* the group of what was chosen last */

struct _BjtPrintPage
{
  BjtPage parent_instance;

  /* Template */
  BjtPrintPresets *presets;
  BjtKeyRow       *sheet_row;
  BjtPrintScope   *scope;
  BjtPrintContent *content;
  BjtPrintPaper   *paper;
  BjtPrintPhotos  *photos;
  BjtPrintPurpose *purpose;
  GtkWidget       *each_button;
  GtkWidget       *progress_box;
  GtkProgressBar  *progress_bar;
  BjtSheetPreview *preview;

  /* Owned */
  GtkFileChooserNative *chooser;
  BjtPrintBase         *base;
  BjtSheetJob          *job;      /* that is at work; NULL: none */
  GtkPrintSettings     *printer;  /* used last */
  char                 *last;     /* what was chosen last, as text */
  guint                 typing_source;
  guint                 progress_source;

  /* State */
  const BjtSheetType *type;
  BjtPoint            shift, pulled; /* of its map: kept, and by the hand that is at it; mm */
};

G_DEFINE_FINAL_TYPE (BjtPrintPage, bjt_print_page, BJT_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_LAST,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static BjtWorkspace *
get_workspace (BjtPrintPage *self)
{
  return bjt_page_get_workspace (BJT_PAGE (self));
}

/* What is wanted */

/* With the tiles that are there; @afresh: with tiles of its own. */
static BjtSheetOrder *
new_order (BjtPrintPage *self,
           gboolean      afresh)
{
  BjtSheetOrder *order = bjt_sheet_order_new (self->type);
  BjtGridSheetOptions *options = &order->spec.options;

  bjt_print_scope_apply (self->scope, &order->spec.scope);
  bjt_print_content_apply (self->content, &order->spec);
  bjt_print_paper_apply (self->paper, order);
  bjt_print_purpose_apply (self->purpose, order);
  if (self->base != NULL)
    (afresh ? bjt_print_base_apply_afresh : bjt_print_base_apply) (self->base, order);
  options->made_on = bjt_workspace_get_today (get_workspace (self));
  options->language = bjt_sheet_names_get_language ();
  if (self->type->settings & BJT_SHEET_TAKES_EXTENT)
    options->extent.shift = (BjtPoint) { self->shift.x + self->pulled.x, self->shift.y + self->pulled.y };
  options->copy_number = bjt_print_record_find_copy (BJT_PAGE (self), order, NULL);
  return order;
}

/* Behind the curtain only a public sheet is seen. */
static void
update_curtain (BjtPrintPage *self)
{
  gboolean hidden = bjt_focus_get_curtain (bjt_page_get_focus (BJT_PAGE (self))) && self->type->classification != BJT_SHEET_CLASS_PUBLIC;

  gtk_widget_set_opacity (GTK_WIDGET (self->preview), hidden ? 0.0 : 1.0);
}

static void
keep_last (BjtPrintPage        *self,
           const BjtSheetOrder *order)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  bjt_sheet_order_write (order, bjt_page_get_picture (BJT_PAGE (self)), file, LAST);
  if (bjt_print_presets_get_name (self->presets) != NULL)
    g_key_file_set_string (file, LAST, "preset", bjt_print_presets_get_name (self->presets));
  text = g_key_file_to_data (file, NULL, NULL);
  if (g_strcmp0 (self->last, text) == 0)
    return;
  g_free (self->last);
  self->last = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
}

static void
show_preview (BjtPrintPage *self)
{
  g_autoptr (BjtSheetOrder) order = new_order (self, FALSE);
  g_autofree char *lack = bjt_print_scope_dup_lack (self->scope);
  g_autoptr (GError) error = NULL;
  BjtSheetDraft *draft = NULL;

  g_clear_handle_id (&self->typing_source, g_source_remove);
  bjt_print_purpose_show_copies (self->purpose, order);
  update_curtain (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.centre", order->spec.options.extent.shift.x != 0 || order->spec.options.extent.shift.y != 0);
  order->spec.is_trial = TRUE;
  if (lack == NULL)
    draft = bjt_sheet_draft_read (get_workspace (self), &order->spec, &error);
  if (error != NULL)
    lack = bjt_notice_dup_error_text (error);
  if (draft != NULL)
    bjt_sheet_preview_show (self->preview, draft, &order->imposition);
  else
    bjt_sheet_preview_show_problem (self->preview, lack);
  keep_last (self, order);
}

static void
changed_cb (BjtPrintPage *self)
{
  if (self->type != NULL)
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
typing_cb (BjtPrintPage *self)
{
  g_clear_handle_id (&self->typing_source, g_source_remove);
  self->typing_source = g_timeout_add (TYPING_MS, typed_cb, self);
}

static void
dragged_cb (BjtPrintPage *self,
            double        right,
            double        down,
            gboolean      is_done)
{
  self->pulled = (BjtPoint) { right, down };
  if (is_done)
    {
      self->shift = (BjtPoint) { self->shift.x + right, self->shift.y + down };
      self->pulled = (BjtPoint) { 0, 0 };
    }
  show_preview (self);
}

static void
centre_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (widget);

  self->shift = (BjtPoint) { 0, 0 };
  show_preview (self);
}

/* Choosing */

static void
set_type (BjtPrintPage       *self,
          const BjtSheetType *type)
{
  self->type = type;
  bjt_key_row_set_key (self->sheet_row, type->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sheet_row), bjt_sheet_names_get_class (type->classification));
  bjt_print_scope_set_type (self->scope, type);
  bjt_print_content_set_type (self->content, type);
  bjt_print_paper_set_type (self->paper, type);
  bjt_print_photos_set_type (self->photos, type);
  bjt_print_purpose_set_type (self->purpose, type);
  gtk_widget_set_visible (self->each_button, bjt_series_dialog_suits (type));
  bjt_sheet_preview_show_first_page (self->preview);
  bjt_sheet_preview_set_has_map (self->preview, (type->settings & BJT_SHEET_TAKES_EXTENT) != 0);
  self->shift = (BjtPoint) { 0, 0 };
}

static void
sheet_chosen_cb (BjtPrintPage *self)
{
  set_type (self, bjt_sheet_catalogue_find (bjt_key_row_get_key (self->sheet_row)));
  show_preview (self);
}

static void
show_order (BjtPrintPage        *self,
            const BjtSheetOrder *order)
{
  set_type (self, order->spec.type);
  bjt_print_scope_show (self->scope, &order->spec.scope);
  bjt_print_content_show (self->content, &order->spec);
  bjt_print_paper_show (self->paper, order);
  bjt_print_purpose_show (self->purpose, order);
  self->shift = order->spec.options.extent.shift;
  if (self->base != NULL)
    bjt_print_base_choose (self->base, order->base);
  show_preview (self);
}

static void
choose_sheet (BjtPrintPage        *self,
              const char          *name,
              const BjtSheetScope *scope)
{
  set_type (self, bjt_sheet_catalogue_find (name));
  bjt_print_presets_set_name (self->presets, NULL);
  bjt_print_scope_show (self->scope, scope);
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
  BjtSheetScope scope = { .kind = BJT_SHEET_OF_LEVEL, .grid = BJT_NO_INDEX, .building = building, .entrance = BJT_NO_INDEX, .level = ordinal };

  choose_sheet (self, "plan", &scope);
  show_preview (self);
}

/* The figures of a period, of the community or of the grid looked at. */
void
bjt_print_page_choose_report (BjtPrintPage *self,
                              BjtDate       from_on,
                              BjtDate       to_on)
{
  BjtSheetSpec spec;

  bjt_sheet_spec_init (&spec, bjt_sheet_catalogue_find ("report"));
  spec.scope.grid = bjt_focus_get_filter (bjt_page_get_focus (BJT_PAGE (self)))->grid;
  spec.from_on = from_on;
  spec.to_on = to_on;
  choose_sheet (self, "report", &spec.scope);
  bjt_print_content_show (self->content, &spec);
  show_preview (self);
}

/* On the sheet of grids that is chosen, else on the grid map. */
void
bjt_print_page_choose_grid (BjtPrintPage *self,
                            int           number)
{
  guint32 grid = bjt_picture_find_grid (bjt_page_get_picture (BJT_PAGE (self)), number);
  BjtSheetScope scope = { .kind = BJT_SHEET_OF_GRID, .grid = grid, .building = BJT_NO_INDEX, .entrance = BJT_NO_INDEX };

  if (grid == BJT_NO_INDEX)
    return;
  choose_sheet (self, (self->type->scopes & BJT_SHEET_OF_GRID) != 0 ? self->type->name : FIRST_SHEET, &scope);
  show_preview (self);
}

/* The field whose text the program remembers. */
GtkEditable *
bjt_print_page_get_maker (BjtPrintPage *self)
{
  return bjt_print_purpose_get_maker (self->purpose);
}

static void
base_failed_cb (BjtPrintPage *self,
                const char   *text)
{
  bjt_page_tell (BJT_PAGE (self), text, FALSE);
}

/* A base map whose key or list changed is drawn anew, not at each tile. */
void
bjt_print_page_set_base_maps (BjtPrintPage *self,
                              BjtBaseMaps  *maps)
{
  g_clear_object (&self->base);
  self->base = bjt_print_base_new (maps, bjt_print_paper_get_base_row (self->paper));
  g_signal_connect_object (self->base, "changed", G_CALLBACK (typing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->base, "failed", G_CALLBACK (base_failed_cb), self, G_CONNECT_SWAPPED);
  show_preview (self);
}

/* Presets */

static void
preset_chosen_cb (BjtPrintPage *self)
{
  g_autoptr (BjtSheetOrder) order = bjt_print_presets_load (self->presets);

  if (order != NULL)
    show_order (self, order);
}

static void
preset_save_cb (BjtPrintPage *self,
                const char   *name)
{
  g_autoptr (BjtSheetOrder) order = new_order (self, FALSE);
  g_autofree char *text = g_strdup_printf (_("Kept as preset “%s”"), name);
  g_autoptr (GError) error = NULL;

  if (!bjt_workspace_save_preset (get_workspace (self), name, order, &error))
    {
      bjt_page_tell_error (BJT_PAGE (self), error);
      return;
    }
  bjt_print_presets_set_name (self->presets, name);
  bjt_print_presets_update (self->presets);
  bjt_page_tell (BJT_PAGE (self), text, TRUE);
  keep_last (self, order);
}

/* The sheet chosen last, wherever that can be read. */
static void
restore_last (BjtPrintPage *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (BjtSheetOrder) order = NULL;
  g_autofree char *preset = NULL;

  if (self->last == NULL || !g_key_file_load_from_data (file, self->last, (gsize) -1, G_KEY_FILE_NONE, NULL))
    return;
  order = bjt_sheet_order_read (file, LAST, bjt_page_get_picture (BJT_PAGE (self)), NULL);
  preset = g_key_file_get_string (file, LAST, "preset", NULL);
  bjt_print_presets_set_name (self->presets, preset);
  if (order != NULL)
    show_order (self, order);
}

/* A sheet for paper */

static void
set_busy (BjtPrintPage *self,
          gboolean      is_busy)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", !is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", !is_busy);
  gtk_widget_set_visible (self->progress_box, FALSE);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (!is_busy)
    g_clear_object (&self->job);
}

static gboolean
progress_cb (gpointer user_data)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (user_data);

  gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_progress_bar_set_text (self->progress_bar, bjt_sheet_job_is_fetching (self->job) ? _("Fetching the base map…") : _("Making the sheet…"));
  gtk_progress_bar_set_fraction (self->progress_bar, bjt_sheet_job_get_progress (self->job));
  return G_SOURCE_CONTINUE;
}

static gboolean
is_over (BjtPrintPage *self,
         const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

static void
tell_shortage (BjtPrintPage *self,
               BjtSheetJob  *job)
{
  g_autofree char *shortage = bjt_sheet_job_dup_shortage (job);

  if (shortage != NULL)
    bjt_page_tell (BJT_PAGE (self), shortage, FALSE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (BjtPrintPage) self = user_data;
  g_autoptr (BjtSheetJob)  job = g_object_ref (BJT_SHEET_JOB (source));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (bjt_sheet_job_get_path (job));
  g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);
  gboolean done = bjt_sheet_job_write_finish (job, result, &error);

  set_busy (self, FALSE);
  if (is_over (self, error))
    return;
  bjt_page_tell_outcome (BJT_PAGE (self), done, text, &error);
  if (done)
    tell_shortage (self, job);
  bjt_print_scope_update (self->scope); /* there may be another walk */
  show_preview (self);                  /* the next copy has another number */
}

/* What does not leave is not recorded, and what is not recorded does not leave. */
static gboolean
record (BjtPrintPage *self,
        BjtSheetJob  *job,
        guint         n_copies,
        const char   *medium)
{
  const char *path = bjt_sheet_job_get_path (job);
  guint n_pages = bjt_sheet_get_n_pages (bjt_sheet_job_get_sheet (job, 0));
  g_autoptr (GError) error = NULL;

  if ((path == NULL || bjt_sheet_can_write (path, &error))
      && bjt_print_record_write (BJT_PAGE (self), bjt_sheet_job_get_order (job), NULL, n_pages, n_copies, medium, &error))
    return TRUE;
  bjt_page_tell_error (BJT_PAGE (self), error);
  return FALSE;
}

static void
write_sheet (BjtPrintPage *self,
             BjtSheetJob  *job)
{
  const char *dot = strrchr (bjt_sheet_job_get_path (job), '.');

  if (record (self, job, 1, dot != NULL ? dot + 1 : "pdf"))
    bjt_sheet_job_write_async (job, written_cb, g_object_ref (self));
  else
    set_busy (self, FALSE);
}

static gboolean
record_print (BjtSheetJob *job,
              guint        n_copies,
              gpointer     user_data)
{
  return record (BJT_PRINT_PAGE (user_data), job, n_copies, "printer");
}

static void
print_sheet (BjtPrintPage *self,
             BjtSheetJob  *job)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  GtkPrintSettings *settings = bjt_sheet_printer_run (job, window, self->printer, FALSE, record_print, self, &error);

  if (settings != NULL)
    {
      g_clear_object (&self->printer);
      self->printer = settings;
    }
  if (error != NULL)
    bjt_page_tell_error (BJT_PAGE (self), error);
  bjt_print_scope_update (self->scope);
  show_preview (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (BjtPrintPage) self = user_data;
  g_autoptr (BjtSheetJob)  job = g_object_ref (BJT_SHEET_JOB (source));
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_sheet_job_make_finish (job, result, &error);

  if (done && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      if (bjt_sheet_job_get_path (job) != NULL)
        {
          write_sheet (self, job);
          return;
        }
      set_busy (self, FALSE);
      tell_shortage (self, job);
      print_sheet (self, job);
      return;
    }
  set_busy (self, FALSE);
  if (!is_over (self, error))
    bjt_page_tell_error (BJT_PAGE (self), error);
}

/* @path: NULL: the printer */
static void
start_job (BjtPrintPage *self,
           const char   *path)
{
  g_autoptr (BjtSheetOrder) order = new_order (self, TRUE);
  g_autoptr (GError) error = NULL;
  BjtSheetDraft *draft = bjt_sheet_draft_read (get_workspace (self), &order->spec, &error);

  if (draft == NULL)
    {
      bjt_page_tell_error (BJT_PAGE (self), error);
      return;
    }
  set_busy (self, TRUE);
  self->job = bjt_sheet_job_new (order, draft, path);
  self->progress_source = g_timeout_add (PROGRESS_MS, progress_cb, self);
  bjt_sheet_job_make_async (self->job, made_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (widget);

  if (self->job != NULL)
    bjt_sheet_job_cancel (self->job);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  start_job (BJT_PRINT_PAGE (widget), NULL);
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
  g_autoptr (BjtSheetOrder) order = new_order (self, FALSE);
  BjtPicture *picture = bjt_page_get_picture (BJT_PAGE (self));
  g_autofree char *about = bjt_sheet_spec_dup_scope (&order->spec, picture);
  const char *community = picture->community.name != NULL ? picture->community.name : "";
  g_autofree char *name = g_strjoin (" ", about != NULL ? about : community, bjt_sheet_names_get (self->type->name), NULL);

  return g_strdup_printf ("%s.%s", g_strdelimit (name, "/:\\*?\"<>|", '_'), ending);
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

/* The numbers of the next copies are others then. */
static void
each_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (widget);

  g_signal_connect_object (bjt_series_dialog_present (BJT_PAGE (self), new_order (self, TRUE)), "destroy", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
drawn_cb (BjtPrintPage *self,
          gboolean      has_sheet)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", has_sheet && self->job == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", has_sheet && self->job == NULL);
}

/* The object */

static void
picture_changed_cb (BjtPrintPage *self)
{
  bjt_print_content_set_today (self->content, bjt_workspace_get_today (get_workspace (self)));
  bjt_print_presets_update (self->presets);
  bjt_print_scope_update (self->scope);
  bjt_print_photos_update (self->photos);
  show_preview (self);
}

/* People to print are those of the door that is looked at. */
static void
choice_changed_cb (BjtPrintPage *self)
{
  if ((self->type->scopes & BJT_SHEET_OF_PERSON) == 0)
    return;
  bjt_print_scope_update (self->scope);
  show_preview (self);
}

static void
fill_sheets (BjtPrintPage *self)
{
  guint n;
  const BjtSheetType *types = bjt_sheet_catalogue_get_all (&n);

  bjt_key_row_begin (self->sheet_row);
  for (guint i = 0; i < n; i++)
    bjt_key_row_add (self->sheet_row, types[i].name, bjt_sheet_names_get (types[i].name));
  bjt_key_row_end (self->sheet_row);
}

static void
bjt_print_page_constructed (GObject *object)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (object);
  BjtFocus *focus = bjt_page_get_focus (BJT_PAGE (self));
  guint32 grid = bjt_focus_get_filter (focus)->grid;
  BjtSheetScope scope = { .kind = BJT_SHEET_OF_GRID, .grid = grid, .building = bjt_focus_get_building (focus), .entrance = BJT_NO_INDEX };

  G_OBJECT_CLASS (bjt_print_page_parent_class)->constructed (object);
  g_signal_connect_object (focus, "picture-changed", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "privacy-changed", G_CALLBACK (update_curtain), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "drawn", G_CALLBACK (drawn_cb), self, G_CONNECT_SWAPPED);
  bjt_print_scope_set_page (self->scope, BJT_PAGE (self));
  bjt_print_presets_set_page (self->presets, BJT_PAGE (self));
  bjt_print_photos_set_page (self->photos, BJT_PAGE (self));
  bjt_print_content_set_today (self->content, bjt_workspace_get_today (get_workspace (self)));
  bjt_print_presets_update (self->presets);
  fill_sheets (self);
  choose_sheet (self, FIRST_SHEET, &scope);
  show_preview (self);
}

static void
bjt_print_page_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *spec)
{
  g_value_set_string (value, BJT_PRINT_PAGE (object)->last);
}

static void
bjt_print_page_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *spec)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (object);

  if (g_strcmp0 (self->last, g_value_get_string (value)) == 0)
    return;
  g_free (self->last);
  self->last = g_value_dup_string (value);
  restore_last (self);
}

static void
bjt_print_page_dispose (GObject *object)
{
  BjtPrintPage *self = BJT_PRINT_PAGE (object);

  if (self->job != NULL)
    bjt_sheet_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_handle_id (&self->typing_source, g_source_remove);
  g_clear_object (&self->base);
  g_clear_object (&self->chooser);
  g_clear_object (&self->printer);
  g_clear_pointer (&self->last, g_free);
  G_OBJECT_CLASS (bjt_print_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, presets);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, scope);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, content);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, paper);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, photos);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, purpose);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, each_button);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BjtPrintPage, preview);
}

static void
bjt_print_page_class_init (BjtPrintPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bjt_print_page_constructed;
  object_class->get_property = bjt_print_page_get_property;
  object_class->set_property = bjt_print_page_set_property;
  object_class->dispose = bjt_print_page_dispose;
  /* What is chosen, as text: to be remembered. */
  properties[PROP_LAST] = g_param_spec_string ("last", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (BJT_TYPE_KEY_ROW);
  g_type_ensure (BJT_TYPE_PRINT_CONTENT);
  g_type_ensure (BJT_TYPE_PRINT_PAPER);
  g_type_ensure (BJT_TYPE_PRINT_PHOTOS);
  g_type_ensure (BJT_TYPE_PRINT_PRESETS);
  g_type_ensure (BJT_TYPE_PRINT_PURPOSE);
  g_type_ensure (BJT_TYPE_PRINT_SCOPE);
  g_type_ensure (BJT_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-print-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dragged_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_save_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.each", NULL, each_action);
  gtk_widget_class_install_action (widget_class, "sheet.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "sheet.centre", NULL, centre_action);
}

static void
bjt_print_page_init (BjtPrintPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
