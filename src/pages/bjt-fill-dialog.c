/* bjt-fill-dialog.c: forms that were filled before are offered, the last one first,
 * with what was said about them; the filled copy goes beside the form, under its
 * name and the day, and a folder of copies where each household has its own. The
 * form is read and written on threads; closing the window stops what is written. */
#include "bjt-fill-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "bjt-fill-job.h"
#include "bjt-fill-words.h"
#include "bjt-form-dialog.h"
#include "model/bjt-filter-term.h"

typedef enum
{
  SCOPE_ALL,
  SCOPE_FILTER,
  SCOPE_SELECTION,
  SCOPE_LAST, /* kept with the mapping */
  SCOPE_GRID,
} ScopeKind;

typedef struct
{
  ScopeKind kind;
  guint32   grid;
} Scope;

struct _BjtFillDialog
{
  AdwWindow parent_instance;

  /* Template */
  AdwComboRow         *form_row;
  AdwComboRow         *scope_row;
  AdwComboRow         *rows_row;
  AdwComboRow         *files_row;
  AdwComboRow         *names_row;
  AdwEntryRow         *purpose_row;
  GtkProgressBar      *progress_bar;
  GtkLabel            *state_label;
  AdwPreferencesGroup *fields_group;
  GtkWidget           *fill_button;

  /* Owned */
  BjtPage              *page;
  GPtrArray            *forms;  /* paths */
  GArray               *scopes; /* Scope */
  GPtrArray            *field_rows; /* borrowed widgets */
  BjtFormFields        *fields; /* NULL while a form is read */
  BjtFormMapping       *mapping;
  GArray               *items; /* int: what the rows of fields offer, in their order */
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;

  /* State */
  gboolean    is_filling; /* the rows, by the program */
  BjtFillJob *job;        /* borrowed of its task; NULL: nothing is written */
  guint       watch;      /* of its progress; 0: none */
};

G_DEFINE_FINAL_TYPE (BjtFillDialog, bjt_fill_dialog, ADW_TYPE_WINDOW)

static BjtWorkspace *
get_workspace (BjtFillDialog *self)
{
  return bjt_page_get_workspace (self->page);
}

static const char *
get_path (BjtFillDialog *self)
{
  guint row = adw_combo_row_get_selected (self->form_row);

  return row < self->forms->len ? self->forms->pdata[row] : NULL;
}

static void
show_state (BjtFillDialog *self,
            const char    *text,
            gboolean       is_wrong)
{
  gtk_label_set_text (self->state_label, text);
  (is_wrong ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (GTK_WIDGET (self->state_label), "error");
}

/* What is wished */

static void
add_scope (BjtFillDialog *self,
           GtkStringList *names,
           ScopeKind      kind,
           guint32        grid,
           char          *name)
{
  Scope scope = { kind, grid };

  g_array_append_val (self->scopes, scope);
  gtk_string_list_take (names, name);
}

static gboolean
has_last_filter (BjtFillDialog *self)
{
  BjtFilter filter;

  return self->mapping != NULL && self->mapping->filter != NULL && *self->mapping->filter != '\0'
         && bjt_filter_init_from_text (&filter, bjt_page_get_picture (self->page), self->mapping->filter, NULL);
}

/* What is chosen in the window comes first, then what was the last time. */
static void
show_scopes (BjtFillDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  BjtPicture       *picture = bjt_page_get_picture (self->page);
  BjtFocus         *focus = bjt_page_get_focus (self->page);
  const BjtFilter  *filter = bjt_focus_get_filter (focus);
  const BjtDoorSet *selection = bjt_focus_get_selection (focus);

  g_array_set_size (self->scopes, 0);
  if (selection != NULL && bjt_door_set_count (selection) > 0)
    add_scope (self, names, SCOPE_SELECTION, BJT_NO_INDEX, g_strdup_printf (_("Selected homes (%u)"), bjt_door_set_count (selection)));
  if (!bjt_filter_is_empty (filter) || filter->grid != BJT_NO_INDEX)
    add_scope (self, names, SCOPE_FILTER, BJT_NO_INDEX, g_strdup (_("Those the filter shows")));
  if (has_last_filter (self))
    add_scope (self, names, SCOPE_LAST, BJT_NO_INDEX, g_strdup (_("As last time")));
  add_scope (self, names, SCOPE_ALL, BJT_NO_INDEX, g_strdup (_("The whole community")));
  for (guint32 g = 0; g < picture->grids->len; g++)
    add_scope (self, names, SCOPE_GRID, g, g_strdup_printf (_("Grid %d"), bjt_picture_get_grid (picture, g)->number));
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (names));
}

static void
read_filter (BjtFillDialog *self,
             BjtFilter     *filter)
{
  guint        row = adw_combo_row_get_selected (self->scope_row);
  const Scope *scope = row < self->scopes->len ? &g_array_index (self->scopes, Scope, row) : NULL;
  BjtFocus    *focus = bjt_page_get_focus (self->page);

  bjt_filter_init (filter);
  if (scope == NULL || scope->kind == SCOPE_ALL)
    return;
  if (scope->kind == SCOPE_FILTER)
    *filter = *bjt_focus_get_filter (focus);
  else if (scope->kind == SCOPE_LAST)
    bjt_filter_init_from_text (filter, bjt_page_get_picture (self->page), self->mapping->filter, NULL);
  else if (scope->kind == SCOPE_SELECTION)
    filter->only = bjt_focus_get_selection (focus);
  else
    filter->grid = scope->grid;
}

static const char *
get_purpose (BjtFillDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->purpose_row));
}

/* What each file is for; -1: one file for all. */
static int
get_each (BjtFillDialog *self)
{
  return (int) adw_combo_row_get_selected (self->files_row) - 1;
}

static const char *
get_names (BjtFillDialog *self)
{
  static const char *const patterns[] = { NULL, "{number}", "{number} {name}" };
  guint                    row = adw_combo_row_get_selected (self->names_row);

  return get_each (self) != BJT_FORM_EACH_GRID && row < G_N_ELEMENTS (patterns) ? patterns[row] : NULL;
}

static BjtFormWish
make_wish (BjtFillDialog   *self,
           const BjtFilter *filter)
{
  return (BjtFormWish) { get_path (self), self->fields, self->mapping, filter, get_purpose (self), NULL };
}

static int
count_wished (BjtFillDialog *self,
              GError       **error)
{
  BjtFilter   filter;
  BjtFormWish wish = make_wish (self, &filter);

  read_filter (self, &filter);
  return get_each (self) >= 0 ? bjt_workspace_count_form_set (get_workspace (self), &wish, (BjtFormEach) get_each (self), error)
                              : bjt_workspace_count_form_rows (get_workspace (self), self->mapping->rows, &filter, error);
}

/* How many rows or files there will be, and how many fields get something. */
static char *
dup_outlook (BjtFillDialog *self,
             int            n)
{
  guint n_given = bjt_form_mapping_count (self->mapping, self->fields), n_all = self->fields->fields->len;

  if (get_each (self) >= 0)
    /* Translators: files that are written, fields that are given something, all fields */
    return g_strdup_printf (ngettext ("%d file; %u of %u fields get something.", "%d files; %u of %u fields get something.", (gulong) n), n, n_given, n_all);
  /* Translators: rows that go into a form, fields that are given something, all fields */
  return g_strdup_printf (ngettext ("%d row; %u of %u fields get something.", "%d rows; %u of %u fields get something.", (gulong) n), n, n_given, n_all);
}

static void
update_state (BjtFillDialog *self)
{
  g_autoptr (GError) error = NULL;
  gboolean           is_personal = self->fields != NULL && (bjt_form_mapping_is_personal (self->mapping, self->fields)
                                                            || (get_each (self) >= 0 && get_names (self) != NULL && strstr (get_names (self), "{name}") != NULL));
  int                n = self->fields != NULL ? count_wished (self, &error) : -1;
  g_autofree char   *text = n >= 0 ? dup_outlook (self, n) : NULL;

  if (self->fields != NULL)
    show_state (self, n >= 0 ? text : error->message, n < 0);
  gtk_widget_set_visible (GTK_WIDGET (self->names_row), get_each (self) >= 0 && get_each (self) != BJT_FORM_EACH_GRID);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fill.fill", n > 0 && self->job == NULL && (!is_personal || *get_purpose (self) != '\0'));
}

static void
wish_changed_cb (BjtFillDialog *self)
{
  if (self->is_filling || self->fields == NULL)
    return;
  self->mapping->rows = (BjtFormRowsKind) adw_combo_row_get_selected (self->rows_row);
  update_state (self);
}

/* One file each: the rows that are likely meant. */
static void
files_changed_cb (BjtFillDialog *self)
{
  BjtFilter   filter;
  BjtFormWish wish;

  if (self->is_filling || self->fields == NULL)
    return;
  read_filter (self, &filter);
  wish = make_wish (self, &filter);
  if (get_each (self) >= 0)
    self->mapping->rows = bjt_form_each_choose_rows ((BjtFormEach) get_each (self), &wish);
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->rows_row, self->mapping->rows);
  self->is_filling = FALSE;
  update_state (self);
}

/* Fields */

static void
item_selected_cb (BjtFillDialog *self,
                  GParamSpec    *spec,
                  AdwComboRow   *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "field");
  guint       selected = adw_combo_row_get_selected (row);

  if (self->is_filling || selected >= self->items->len)
    return;
  bjt_form_mapping_set (self->mapping, id, g_array_index (self->items, int, selected));
  update_state (self);
}

static guint
find_item (BjtFillDialog *self,
           int            item)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, int, i) == item)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
offer_item (BjtFillDialog *self,
            GtkStringList *names,
            int            item)
{
  if (find_item (self, item) != GTK_INVALID_LIST_POSITION)
    return;
  g_array_append_val (self->items, item);
  gtk_string_list_take (names, item == BJT_FORM_NOTHING ? g_strdup (_("— stays empty —")) : bjt_fill_words_dup_item ((BjtFormItem) item, bjt_page_get_picture (self->page)));
}

/* One category after the other, for boxes to tick. */
static void
offer_categories (BjtFillDialog *self,
                  GtkStringList *names,
                  const char    *prefix)
{
  BjtPicture *picture = bjt_page_get_picture (self->page);

  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);
      g_autofree char          *key = g_strconcat (prefix, category->code, NULL);

      if (!category->is_restricted)
        offer_item (self, names, bjt_form_words_find_key (key));
    }
}

static GListModel *
new_items (BjtFillDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  g_array_set_size (self->items, 0);
  for (int i = BJT_FORM_NOTHING; i < BJT_N_FORM_ITEMS; i++)
    offer_item (self, names, i);
  offer_categories (self, names, BJT_FORM_CATEGORY_PREFIX);
  offer_categories (self, names, BJT_FORM_HOUSEHOLD_CATEGORY_PREFIX);
  for (guint i = 0; self->fields != NULL && i < self->fields->fields->len; i++)
    offer_item (self, names, bjt_form_mapping_get (self->mapping, bjt_form_fields_get (self->fields, i)));
  return G_LIST_MODEL (names);
}

static const char *
get_field_kind (const BjtFormField *field)
{
  static const char *const kinds[] = {
    [BJT_FORM_FIELD_MARK] = N_ ("mark in the text"),
    [BJT_FORM_FIELD_CELL] = N_ ("cell"),
    [BJT_FORM_FIELD_LINE] = N_ ("room behind its label"),
    [BJT_FORM_FIELD_COLUMN] = N_ ("column"),
    [BJT_FORM_FIELD_BOXES] = N_ ("boxes to tick"),
  };

  return field->boxes != NULL && field->kind == BJT_FORM_FIELD_COLUMN ? _("column of boxes to tick") : _(kinds[field->kind]);
}

static GtkWidget *
new_field_row (BjtFillDialog      *self,
               const BjtFormField *field,
               GListModel         *items)
{
  GtkWidget       *row = adw_combo_row_new ();
  g_autofree char *title = g_markup_escape_text (field->id, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_field_kind (field));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), items);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_item (self, bjt_form_mapping_get (self->mapping, field)));
  g_object_set_data_full (G_OBJECT (row), "field", g_strdup (field->id), g_free);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (item_selected_cb), self);
  return row;
}

/* Marks of one name are one row. */
static gboolean
is_shown (BjtFillDialog *self,
          const char    *id)
{
  for (guint i = 0; i < self->field_rows->len; i++)
    if (g_strcmp0 (g_object_get_data (self->field_rows->pdata[i], "field"), id) == 0)
      return TRUE;
  return FALSE;
}

static void
show_fields (BjtFillDialog *self)
{
  g_autoptr (GListModel) items = new_items (self);

  for (guint i = 0; i < self->field_rows->len; i++)
    adw_preferences_group_remove (self->fields_group, self->field_rows->pdata[i]);
  g_ptr_array_set_size (self->field_rows, 0);
  for (guint i = 0; self->fields != NULL && i < self->fields->fields->len; i++)
    {
      const BjtFormField *field = bjt_form_fields_get (self->fields, i);

      if (is_shown (self, field->id))
        continue;
      g_ptr_array_add (self->field_rows, new_field_row (self, field, items));
      adw_preferences_group_add (self->fields_group, self->field_rows->pdata[self->field_rows->len - 1]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields_group), self->field_rows->len > 0);
}

/* Reading a form */

static void
show_form (BjtFillDialog *self)
{
  self->is_filling = TRUE;
  show_scopes (self);
  adw_combo_row_set_selected (self->rows_row, self->mapping->rows);
  if (self->mapping->purpose != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->purpose_row), self->mapping->purpose);
  show_fields (self);
  self->is_filling = FALSE;
  update_state (self);
  gtk_widget_grab_focus (gtk_widget_is_sensitive (self->fill_button) ? self->fill_button : GTK_WIDGET (self->purpose_row));
}

static void
open_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError        *error = NULL;
  BjtFormFields *fields = bjt_form_open (data, cancellable, &error);

  if (fields != NULL)
    g_task_return_pointer (task, fields, (GDestroyNotify) bjt_form_fields_free);
  else
    g_task_return_error (task, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  BjtFillDialog     *self = BJT_FILL_DIALOG (source);
  g_autoptr (GError) error = NULL;
  BjtFormFields     *fields = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL)
    return;
  if (fields == NULL)
    {
      show_state (self, error->message, TRUE);
      return;
    }
  self->fields = fields;
  self->mapping = bjt_workspace_get_form_mapping (get_workspace (self), fields, NULL);
  show_form (self);
}

static void
forget_form (BjtFillDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, bjt_form_fields_free);
  g_clear_pointer (&self->mapping, bjt_form_mapping_free);
}

static void
open_form (BjtFillDialog *self)
{
  g_autoptr (GTask) task = NULL;

  forget_form (self);
  show_fields (self);
  update_state (self);
  if (get_path (self) == NULL)
    {
      show_state (self, _("Choose the form that was sent: an .xlsx or .docx file."), FALSE);
      return;
    }
  show_state (self, _("Reading the form…"), FALSE);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, opened_cb, NULL);
  g_task_set_source_tag (task, open_form);
  g_task_set_task_data (task, g_strdup (get_path (self)), g_free);
  g_task_run_in_thread (task, open_worker);
}

static void
form_selected_cb (BjtFillDialog *self)
{
  if (!self->is_filling)
    open_form (self);
}

static void
show_forms (BjtFillDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->forms->len; i++)
    gtk_string_list_take (names, g_filename_display_basename (self->forms->pdata[i]));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->form_row, G_LIST_MODEL (names));
  self->is_filling = FALSE;
  open_form (self);
}

static void
chosen_cb (BjtFillDialog *self,
           int            response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (file != NULL && g_file_peek_path (file) != NULL)
    {
      g_ptr_array_insert (self->forms, 0, g_file_get_path (file));
      show_forms (self);
    }
  g_clear_object (&self->chooser);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BjtFillDialog             *self = BJT_FILL_DIALOG (widget);
  g_autoptr (GtkFileFilter)  filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  gtk_file_filter_set_name (filter, _("Forms (xlsx, docx)"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "docx");
  gtk_file_filter_add_suffix (filter, "xltx");
  gtk_file_filter_add_suffix (filter, "dotx");
  self->chooser = gtk_file_chooser_native_new (_("Choose the Form"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Filling */

static gboolean
watch_cb (gpointer data)
{
  BjtFillDialog *self = data;

  if (self->job != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, bjt_fill_job_get_progress (self->job));
  return G_SOURCE_CONTINUE;
}

static void
show_running (BjtFillDialog *self,
              BjtFillJob    *job)
{
  self->job = job;
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), job != NULL && job->set != NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  g_clear_handle_id (&self->watch, g_source_remove);
  if (job != NULL && job->set != NULL)
    self->watch = g_timeout_add (100, watch_cb, self);
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  BjtFillDialog     *self = BJT_FILL_DIALOG (source);
  g_autoptr (GError) error = NULL;
  BjtFillJob        *job = bjt_fill_job_finish (result, &error);
  g_autofree char   *summary = bjt_fill_job_dup_summary (job), *failures = bjt_fill_job_dup_failures (job), *text = NULL;

  if (self->page == NULL)
    return;
  show_running (self, NULL);
  if (error == NULL && failures == NULL)
    {
      bjt_page_tell (self->page, summary, FALSE);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  update_state (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    text = g_strdup_printf (_("Stopped. %s"), job->set != NULL ? summary : "");
  else if (job->set == NULL)
    text = g_strdup (error->message);
  else
    text = g_strjoin ("\n", summary, error != NULL ? error->message : failures, error != NULL ? failures : NULL, NULL);
  show_state (self, text, !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
run (BjtFillDialog *self,
     BjtFillJob    *job)
{
  g_autofree char *day = bjt_date_dup_string (bjt_workspace_get_today (get_workspace (self)));

  bjt_fill_job_set_output (job, day);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_state (self, job->set != NULL ? _("Filling the forms…") : _("Filling the form…"), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fill.fill", FALSE);
  show_running (self, job);
  bjt_fill_job_run (job, self, self->cancellable, filled_cb);
}

static void
fill_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtFillDialog         *self = BJT_FILL_DIALOG (widget);
  g_autoptr (BjtFillJob) job = bjt_fill_job_new (get_path (self));
  g_autoptr (GError)     error = NULL;
  BjtFilter              filter;
  BjtFormWish            wish;

  read_filter (self, &filter);
  wish = make_wish (self, &filter);
  if (bjt_workspace_keep_form_mapping (get_workspace (self), &wish, &error))
    {
      if (get_each (self) >= 0)
        job->set = bjt_workspace_plan_form_set (get_workspace (self), &wish, (BjtFormEach) get_each (self), get_names (self), &error);
      else
        job->plan = bjt_workspace_plan_form (get_workspace (self), &wish, &job->n_rows, &error);
    }
  if (error == NULL)
    run (self, g_steal_pointer (&job));
  else
    show_state (self, error->message, TRUE);
}

static gboolean
close_requested_cb (BjtFillDialog *self)
{
  if (self->job == NULL)
    return FALSE;
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

/* The dialog */

static void
bjt_fill_dialog_dispose (GObject *object)
{
  BjtFillDialog *self = BJT_FILL_DIALOG (object);

  forget_form (self);
  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_object (&self->chooser);
  g_clear_object (&self->page);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->scopes, g_array_unref);
  g_clear_pointer (&self->field_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), BJT_TYPE_FILL_DIALOG);
  G_OBJECT_CLASS (bjt_fill_dialog_parent_class)->dispose (object);
}

static void
bjt_fill_dialog_class_init (BjtFillDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = bjt_fill_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cn/baijiatu/Baijiatu/bjt-fill-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, scope_row);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, rows_row);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, files_row);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, fields_group);
  gtk_widget_class_bind_template_child (widget_class, BjtFillDialog, fill_button);
  gtk_widget_class_bind_template_callback (widget_class, form_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, wish_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, files_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_requested_cb);
  gtk_widget_class_install_action (widget_class, "fill.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "fill.fill", NULL, fill_action);
}

static void
bjt_fill_dialog_init (BjtFillDialog *self)
{
  self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  self->field_rows = g_ptr_array_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (int));
  self->forms = g_ptr_array_new_with_free_func (g_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  bjt_form_dialog_close_on_escape (GTK_WINDOW (self));
}

void
bjt_fill_dialog_present (BjtPage *page)
{
  GtkRoot       *root = gtk_widget_get_root (GTK_WIDGET (page));
  BjtFillDialog *self = g_object_new (BJT_TYPE_FILL_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->page = g_object_ref (page);
  g_ptr_array_unref (self->forms);
  self->forms = bjt_workspace_list_forms (get_workspace (self));
  show_forms (self);
  gtk_window_present (GTK_WINDOW (self));
}
