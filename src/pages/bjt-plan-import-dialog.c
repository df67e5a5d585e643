/* bjt-plan-import-dialog.c: choose → read (on a thread, may be cancelled) → look
 * and tell → bring in, which is one undoable action. Closing cancels. */
#include "bjt-plan-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-notice.h"
#include "drafting/bjt-drawing-preview.h"
#include "plan/bjt-plan-levels.h"
#include "workspace/bjt-plan-import.h"

#define PULSE_MS 120
#define MAX_LAYER_ROWS 200u

struct _BjtPlanImportDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle      *window_title;
  GtkStack            *stack;
  GtkProgressBar      *progress_bar;
  AdwStatusPage       *failed_page;
  AdwBin              *preview_bin;
  GtkWidget           *page_row;
  GtkAdjustment       *page_adjustment;
  AdwComboRow         *building_row;
  GtkEditable         *levels_row;
  GtkEditable         *name_row;
  AdwPreferencesGroup *scale_group;
  GtkEditable         *length_row;
  AdwPreferencesGroup *layers_group;
  GtkLabel            *trouble_label;

  /* Owned */
  BjtPage              *page;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
  BjtOpenedDrawing     *opened;
  char                 *path;
  char                 *name;   /* of the file, as it is told */
  GArray               *shown;  /* gboolean, by layer */

  /* Borrowed */
  BjtDrawingPreview *preview;
  GtkWidget         *layers_row; /* NULL: none */

  /* State */
  guint    pulse;
  gboolean is_filling;
  gboolean has_levels; /* the file tells its own */
  int      proposed;   /* level */
};

G_DEFINE_FINAL_TYPE (BjtPlanImportDialog, bjt_plan_import_dialog, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is told */

/* As people count: 1 is the ground level, there is no 0. NULL: can't be read. */
static char *
dup_levels (BjtPlanImportDialog *self)
{
  g_auto (GStrv) words = g_regex_split_simple ("\\s*[,，、;；]\\s*", gtk_editable_get_text (self->levels_row), 0, 0);
  g_autofree char *text = g_strjoinv (";", words);
  g_autoptr (GArray) levels = bjt_plan_levels_parse (g_strstrip (text), NULL);

  if (levels == NULL || levels->len == 0)
    return NULL;
  for (guint i = 0; i < levels->len; i++)
    {
      BjtLevelRange *range = &g_array_index (levels, BjtLevelRange, i);

      if (range->first == 0 || range->last == 0)
        return NULL;
      range->first -= range->first > 0;
      range->last -= range->last > 0;
    }
  return bjt_plan_levels_to_string (levels);
}

static void
propose_level (BjtPlanImportDialog *self)
{
  g_autofree char *text = g_strdup_printf ("%d", self->proposed >= 0 ? self->proposed + 1 : self->proposed);

  gtk_editable_set_text (self->levels_row, self->has_levels ? "" : text);
}

void
bjt_plan_import_dialog_propose_level (BjtPlanImportDialog *self,
                                      int                  ordinal)
{
  g_return_if_fail (BJT_IS_PLAN_IMPORT_DIALOG (self));
  self->proposed = ordinal;
}

static double
get_length (BjtPlanImportDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->length_row)));
  char            *end = NULL;
  double           length = g_ascii_strtod (text, &end);

  return *text != '\0' && *end == '\0' && length > 0 && length < 5000 ? length : 0;
}

static void
describe_scale (BjtPlanImportDialog *self)
{
  const BjtDrawing *drawing = self->opened->drawing;
  g_autofree char  *text = NULL;
  BjtPoint          wall[2];

  if (bjt_drawing_preview_get_wall (self->preview, wall))
    text = g_strdup (_("How long is the wall that is marked?"));
  else if (drawing->metres_per_unit > 0)
    text = g_strdup_printf (_("The file tells it: %.1f m wide. If that is wrong, drag along a wall of known length."),
                            drawing->metres_per_unit * (drawing->box.x2 - drawing->box.x1));
  else
    text = g_strdup (_("The file does not tell it. Drag along a wall of known length in the picture; else the plan is made as wide as the building."));
  adw_preferences_group_set_description (self->scale_group, text);
}

static void
update (BjtPlanImportDialog *self)
{
  g_autofree char *levels = dup_levels (self);
  BjtPoint         wall[2];
  gboolean         is_empty = *gtk_editable_get_text (self->levels_row) == '\0';
  gboolean         has_wall = bjt_drawing_preview_get_wall (self->preview, wall);
  const char      *trouble = NULL;

  if (levels == NULL && !(is_empty && self->has_levels))
    trouble = _("Which levels? Write them as in 1, 3-6, -1");
  else if (has_wall && get_length (self) == 0)
    trouble = _("How long is the wall that is marked?");
  gtk_label_set_text (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->length_row), has_wall);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drawing.apply", trouble == NULL);
  describe_scale (self);
}

static void
form_changed_cb (BjtPlanImportDialog *self)
{
  if (!self->is_filling && self->opened != NULL)
    update (self);
}

static void
wall_changed_cb (BjtPlanImportDialog *self)
{
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->length_row));
}

/* Filling the form */

static void
layer_switched_cb (BjtPlanImportDialog *self,
                   GParamSpec          *spec,
                   GtkSwitch           *button)
{
  guint layer = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "layer"));

  g_array_index (self->shown, gboolean, layer) = gtk_switch_get_active (button);
  bjt_drawing_preview_set_layer_shown (self->preview, layer, gtk_switch_get_active (button));
}

static void
add_layer (BjtPlanImportDialog *self,
           guint                layer)
{
  const BjtDrawingLayer *about = self->opened->drawing->layers + layer;
  GtkWidget             *row = adw_action_row_new (), *button = gtk_switch_new ();
  g_autofree char       *title = g_markup_escape_text (*about->name != '\0' ? about->name : _("Without a name"), -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), !about->is_hidden);
  g_object_set_data (G_OBJECT (button), "layer", GUINT_TO_POINTER (layer));
  g_signal_connect_object (button, "notify::active", G_CALLBACK (layer_switched_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->layers_row), row);
}

static void
fill_layers (BjtPlanImportDialog *self)
{
  const BjtDrawing *drawing = self->opened->drawing;
  g_autofree char  *title = g_strdup_printf (ngettext ("%u layer", "%u layers", drawing->n_layers), drawing->n_layers);

  if (self->layers_row != NULL)
    adw_preferences_group_remove (self->layers_group, self->layers_row);
  self->layers_row = NULL;
  g_array_set_size (self->shown, drawing->n_layers);
  for (guint i = 0; i < drawing->n_layers; i++)
    g_array_index (self->shown, gboolean, i) = !drawing->layers[i].is_hidden;
  gtk_widget_set_visible (GTK_WIDGET (self->layers_group), drawing->n_layers > 1 && !self->has_levels);
  if (drawing->n_layers < 2 || self->has_levels)
    return;
  self->layers_row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->layers_row), title);
  for (guint i = 0; i < MIN (drawing->n_layers, MAX_LAYER_ROWS); i++)
    add_layer (self, i);
  adw_preferences_group_add (self->layers_group, self->layers_row);
}

/* Where the file lies, else what is chosen */
static void
fill_buildings (BjtPlanImportDialog *self)
{
  const BjtPicture *picture = bjt_page_get_picture (self->page);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint32 chosen = bjt_focus_get_building (bjt_page_get_focus (self->page));
  guint32 found = bjt_plan_import_find_building (picture, self->opened);

  for (guint32 b = 0; b < picture->buildings->len; b++)
    gtk_string_list_take (names, bjt_picture_dup_building_name (picture, b));
  adw_combo_row_set_model (self->building_row, G_LIST_MODEL (names));
  if (found == BJT_NO_INDEX)
    found = chosen;
  if (found != BJT_NO_INDEX)
    adw_combo_row_set_selected (self->building_row, found);
}

static void
fill_form (BjtPlanImportDialog *self,
           gboolean             is_first)
{
  self->is_filling = TRUE;
  self->has_levels = bjt_plan_import_has_levels (self->opened);
  bjt_drawing_preview_set_drawing (self->preview, self->opened->drawing);
  adw_window_title_set_subtitle (self->window_title, self->name);
  gtk_widget_set_visible (self->page_row, self->opened->n_pages > 1);
  gtk_adjustment_set_upper (self->page_adjustment, self->opened->n_pages);
  gtk_adjustment_set_value (self->page_adjustment, self->opened->page);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->levels_row),
                                 self->has_levels ? _("Levels; empty: all that the file has") : _("Levels, 1 is the ground level: 1, 2-6"));
  gtk_editable_set_text (self->length_row, "");
  if (is_first)
    {
      fill_buildings (self);
      propose_level (self);
      gtk_editable_set_text (self->name_row, "");
    }
  fill_layers (self);
  self->is_filling = FALSE;
  update (self);
  gtk_stack_set_visible_child_name (self->stack, "form");
}

/* Reading */

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (BJT_PLAN_IMPORT_DIALOG (user_data)->progress_bar);
  return G_SOURCE_CONTINUE;
}

typedef struct
{
  char *path;
  guint page;
} Request;

static void
request_free (gpointer data)
{
  g_free (((Request *) data)->path);
  g_free (data);
}

static void
open_worker (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Request    *request = task_data;
  GError           *error = NULL;
  BjtOpenedDrawing *opened = bjt_drawing_opener_open (request->path, request->page, cancellable, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, (GDestroyNotify) bjt_opened_drawing_free);
  else
    g_task_return_error (task, error);
}

static void
show_failure (BjtPlanImportDialog *self,
              const GError        *error)
{
  g_autofree char *text = bjt_notice_dup_error_text (error);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed_page, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  BjtPlanImportDialog *self = BJT_PLAN_IMPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  BjtOpenedDrawing *opened = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean          is_first = self->opened == NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_handle_id (&self->pulse, g_source_remove);
  if (opened == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->opened, bjt_opened_drawing_free);
  self->opened = opened;
  fill_form (self, is_first);
}

static void
start (BjtPlanImportDialog *self,
       guint                page)
{
  Request *request = g_new0 (Request, 1);
  g_autoptr (GTask) task = NULL;

  request->path = g_strdup (self->path);
  request->page = page;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  if (self->pulse == 0)
    self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  task = g_task_new (self, self->cancellable, opened_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, open_worker);
}

static void
page_changed_cb (BjtPlanImportDialog *self)
{
  if (!self->is_filling && self->opened != NULL)
    start (self, (guint) gtk_adjustment_get_value (self->page_adjustment));
}

/**
 * bjt_plan_import_dialog_open:
 * @name: (nullable): what the file is called, for one that has none of its own
 */
void
bjt_plan_import_dialog_open (BjtPlanImportDialog *self,
                             const char          *path,
                             const char          *name)
{
  g_free (self->path);
  g_free (self->name);
  self->path = g_strdup (path);
  self->name = name != NULL ? g_strdup (name) : g_filename_display_basename (path);
  g_clear_pointer (&self->opened, bjt_opened_drawing_free);
  adw_window_title_set_subtitle (self->window_title, self->name);
  gtk_window_present (GTK_WINDOW (self));
  start (self, 1);
}

/* Bringing in */

/* NULL: as the file has them */
static GPtrArray *
list_layers (BjtPlanImportDialog *self)
{
  const BjtDrawing *drawing = self->opened->drawing;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  gboolean is_changed = FALSE;

  for (guint i = 0; i < drawing->n_layers; i++)
    {
      is_changed |= g_array_index (self->shown, gboolean, i) == drawing->layers[i].is_hidden;
      if (g_array_index (self->shown, gboolean, i))
        g_ptr_array_add (names, (gpointer) drawing->layers[i].name);
    }
  g_ptr_array_add (names, NULL);
  return is_changed && !self->has_levels ? g_steal_pointer (&names) : NULL;
}

static char *
dup_told (const BjtPlanImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u plan was brought in", "%u plans were brought in", report->n_plans), report->n_plans);
  if (report->n_doors > 0)
    g_string_append_printf (text, ngettext (", %u door found", ", %u doors found", report->n_doors), report->n_doors);
  if (report->n_left_out > 0)
    g_string_append_printf (text, ngettext (", %u shape left out", ", %u shapes left out", report->n_left_out), report->n_left_out);
  if (!report->is_placed)
    g_string_append (text, _(". Next, put it on the map"));
  return g_strdup (text->str);
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BjtPlanImportDialog *self = BJT_PLAN_IMPORT_DIALOG (widget);
  const BjtPicture    *picture = bjt_page_get_picture (self->page);
  guint32              building = adw_combo_row_get_selected (self->building_row);
  const char          *name = gtk_editable_get_text (self->name_row);
  g_autofree char     *levels = dup_levels (self);
  g_autoptr (GPtrArray) layers = list_layers (self);
  BjtPlanImportWish wish = { .levels = levels, .name = *name != '\0' ? name : NULL, .file_name = self->name, .length = get_length (self),
                             .layers = layers != NULL ? (const char *const *) layers->pdata : NULL };
  BjtPlanImportReport report;
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  if (building >= picture->buildings->len)
    return;
  wish.building_id = bjt_picture_get_building (picture, building)->id;
  if (!bjt_drawing_preview_get_wall (self->preview, wish.wall))
    wish.length = 0;
  if (!bjt_workspace_import_plan (bjt_page_get_workspace (self->page), self->opened, &wish, &report, &error))
    {
      g_autofree char *text = bjt_notice_dup_error_text (error);

      gtk_label_set_text (self->trouble_label, text);
      return;
    }
  told = dup_told (&report);
  bjt_page_tell (self->page, told, TRUE);
  g_signal_emit (self, signals[IMPORTED], 0, building, report.ordinal);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Choosing a file */

static void
chosen_cb (BjtPlanImportDialog *self,
           int                  response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    bjt_plan_import_dialog_open (self, path, NULL);
  else if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_filter (BjtPlanImportDialog *self,
            const char          *name,
            const char          *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) words = g_strsplit (suffixes, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; words[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, words[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

void
bjt_plan_import_dialog_choose (BjtPlanImportDialog *self)
{
  GtkWindow *parent = gtk_widget_get_visible (GTK_WIDGET (self)) ? GTK_WINDOW (self) : gtk_window_get_transient_for (GTK_WINDOW (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Bring in a Drawing"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  add_filter (self, _("All drawings"), "svg svgz dxf pdf png jpg jpeg zip imdf gml xml geojson json osm");
  add_filter (self, _("SVG drawings"), "svg svgz");
  add_filter (self, _("CAD drawings (DXF)"), "dxf");
  add_filter (self, _("PDF"), "pdf");
  add_filter (self, _("Pictures and photos (PNG, JPEG)"), "png jpg jpeg");
  add_filter (self, _("Indoor maps (IMDF, IndoorGML, GeoJSON, OSM)"), "zip imdf gml xml geojson json osm");
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  bjt_plan_import_dialog_choose (BJT_PLAN_IMPORT_DIALOG (widget));
}

/* The object */

static void
bjt_plan_import_dialog_dispose (GObject *object)
{
  BjtPlanImportDialog *self = BJT_PLAN_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->page);
  g_clear_pointer (&self->opened, bjt_opened_drawing_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (bjt_plan_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, failed_page);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, preview_bin);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, page_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, page_adjustment);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, building_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, levels_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, scale_group);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, layers_group);
  gtk_widget_class_bind_template_child (widget_class, BjtPlanImportDialog, trouble_label);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
bjt_plan_import_dialog_class_init (BjtPlanImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_plan_import_dialog_dispose;
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-plan-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "drawing.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "drawing.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "drawing.apply", NULL);
}

static void
bjt_plan_import_dialog_init (BjtPlanImportDialog *self)
{
  GtkWidget *preview = bjt_drawing_preview_new ();

  self->shown = g_array_new (FALSE, TRUE, sizeof (gboolean));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->preview = BJT_DRAWING_PREVIEW (preview);
  gtk_accessible_update_property (GTK_ACCESSIBLE (preview), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview of the drawing; drag along a wall of known length"), -1);
  g_signal_connect_object (preview, "wall-changed", G_CALLBACK (wall_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->preview_bin, preview);
}

BjtPlanImportDialog *
bjt_plan_import_dialog_new (BjtPage *page)
{
  BjtPlanImportDialog *self = g_object_new (BJT_TYPE_PLAN_IMPORT_DIALOG, "transient-for", gtk_widget_get_root (GTK_WIDGET (page)), NULL);

  self->page = g_object_ref (page);
  return self;
}
