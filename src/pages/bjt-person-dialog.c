/* bjt-person-dialog.c: is made anew from the file after each change. Names are
 * masked as on the card; the page prints masked. */
#include "bjt-person-dialog.h"

#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "bjt-demand-words.h"
#include "bjt-form-dialog.h"
#include "bjt-person-tasks.h"
#include "print/bjt-person-sheet.h"
#include "widgets/bjt-visit-words.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-people.h"

#define MAX_ENTRIES 100

struct _BjtPersonDialog
{
  AdwWindow parent_instance;

  /* Children */
  AdwPreferencesPage *content;
  GPtrArray          *groups; /* borrowed: of the content */

  /* Owned */
  BjtPage       *page;
  BjtPersonFile *file;

  /* State */
  BjtUuid person_id;
  guint   update_idle;
};

G_DEFINE_FINAL_TYPE (BjtPersonDialog, bjt_person_dialog, ADW_TYPE_WINDOW)

static void update (BjtPersonDialog *self);

/* Later: the row that was pressed is still at work. */
static gboolean
update_idle (gpointer user_data)
{
  BjtPersonDialog *self = user_data;

  self->update_idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static gboolean
are_names_shown (BjtPersonDialog *self)
{
  return bjt_focus_get_names_shown (bjt_page_get_focus (self->page));
}

/* Pieces */

static AdwPreferencesGroup *
add_group (BjtPersonDialog *self,
           const char      *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->content, group);
  g_ptr_array_add (self->groups, group);
  return group;
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  AdwActionRow    *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *plain_title = g_markup_escape_text (title != NULL ? title : "—", -1);
  g_autofree char *plain_subtitle = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), plain_title);
  if (plain_subtitle != NULL && *plain_subtitle != '\0')
    adw_action_row_set_subtitle (row, plain_subtitle);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static void
add_aside (AdwActionRow *row,
           const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (row, label);
}

static void
add_deed (AdwActionRow  *row,
          const char    *label,
          GCallback      callback,
          const BjtUuid *id,
          gpointer       self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (id, sizeof *id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static const BjtUuid *
get_id (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "id");
}

static void
tell (BjtPersonDialog *self,
      gboolean         done,
      const char      *text,
      GError *const   *error)
{
  bjt_page_tell_outcome (self->page, done, text, error);
  if (done && self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_DEFAULT, update_idle, self, NULL);
}

/* Who */

static void
add_who (BjtPersonDialog *self)
{
  const BjtPersonFile    *file = self->file;
  const BjtPicturePerson *person = bjt_picture_get_person (file->picture, file->person);
  g_autofree char *name = are_names_shown (self) ? g_strdup (person->name) : bjt_text_mask_name (person->name);
  g_autofree char *place = file->door != BJT_NO_INDEX ? bjt_picture_dup_door_name (file->picture, file->door) : NULL;
  g_autofree char *age = person->born_on != BJT_DATE_NONE ? g_strdup_printf ("%d", bjt_date_get_age (person->born_on, file->picture->as_of)) : g_strdup ("—");
  const char      *sex = bjt_words_get_sex (person->sex);
  g_autoptr (GString) facts = g_string_new (NULL);
  AdwActionRow *row;

  /* Translators: sex and age of a person, e.g. “Female, 81 years” */
  g_string_append_printf (facts, _("%s, %s years"), sex != NULL ? sex : "—", age);
  for (BjtCategorySet rest = person->categories; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (file->picture, (guint32) __builtin_ctzll (rest));

      if (!category->is_restricted)
        g_string_append_printf (facts, " · %s", category->name);
    }
  row = add_row (add_group (self, ""), name, facts->str);
  add_aside (row, place != NULL ? place : "—");
}

/* Cadence */

static void
add_cadence (BjtPersonDialog *self)
{
  const BjtPersonFile *file = self->file;
  g_autoptr (GArray) demands = file->door != BJT_NO_INDEX ? bjt_cadence_rule_list_demands (file->picture, file->door) : NULL;
  AdwPreferencesGroup *group = add_group (self, _("When to Visit"));
  g_autofree char *due = bjt_words_dup_day (file->due_on, file->picture->as_of);
  g_autofree char *last = bjt_words_dup_day (file->last_contact_on, file->picture->as_of);
  guint n = 0;

  add_aside (add_row (group, _("Last contact"), NULL), file->last_contact_on != BJT_DATE_NONE ? last : "—");
  if (file->due_rule == BJT_NO_INDEX && file->due_on != BJT_DATE_NONE)
    add_aside (add_row (group, _("Agreed on the last visit"), _("This comes first")), due);
  for (guint i = 0; demands != NULL && i < demands->len; i++)
    {
      const BjtCadenceDemand *demand = &g_array_index (demands, BjtCadenceDemand, i);
      g_autofree char *text = NULL;
      g_autofree char *day = NULL;

      if (demand->household != file->household || (demand->person != BJT_NO_INDEX && demand->person != file->person))
        continue;
      text = bjt_demand_words_dup (file->picture, demand);
      day = bjt_words_dup_day (demand->due_on, file->picture->as_of);
      add_aside (add_row (group, text, n == 0 && file->due_rule != BJT_NO_INDEX ? _("The strictest rule: this one counts") : NULL), day);
      n++;
    }
  if (n == 0 && file->due_on == BJT_DATE_NONE)
    add_row (group, _("No rule asks for a visit"), NULL);
}

/* Needs */

static void
settle_cb (BjtPersonDialog *self,
           GtkButton       *button)
{
  BjtUuid id = *get_id (button);
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_workspace_settle_need (bjt_page_get_workspace (self->page), &id, TRUE, &error);

  tell (self, done, _("The need is settled"), &error);
}

static void
add_need_cb (BjtPersonDialog *self,
             GtkEditable     *entry)
{
  g_autoptr (BjtNeed) need = bjt_need_new ();
  g_autoptr (GError) error = NULL;

  need->person_id = self->person_id;
  need->text = g_strdup (gtk_editable_get_text (entry));
  need->noted_on = need->settled_on = BJT_DATE_NONE;
  tell (self, bjt_workspace_add_need (bjt_page_get_workspace (self->page), need, &error), _("The need is noted"), &error);
}

static void
add_entry_row (AdwPreferencesGroup *group,
               const char          *title,
               GCallback            callback,
               gpointer             self)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, entry);
}

static void
add_needs (BjtPersonDialog *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Needs"));

  for (guint i = 0; i < self->file->needs->len; i++)
    {
      const BjtNeed   *need = self->file->needs->pdata[i];
      g_autofree char *noted = bjt_words_dup_day (need->noted_on, self->file->picture->as_of);
      g_autofree char *settled = bjt_words_dup_day (need->settled_on, self->file->picture->as_of);
      AdwActionRow    *row = add_row (group, need->text, noted);

      if (need->settled_on == BJT_DATE_NONE)
        add_deed (row, C_("need", "Settled"), G_CALLBACK (settle_cb), &need->id, self);
      else
        {
          g_autofree char *text = g_strdup_printf (_("settled %s"), settled);

          add_aside (row, text);
        }
    }
  add_entry_row (group, _("Add a need"), G_CALLBACK (add_need_cb), self);
}

/* Helpers */

static void
end_helper_cb (BjtPersonDialog *self,
               GtkButton       *button)
{
  BjtUuid id = *get_id (button);
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_workspace_end_helper (bjt_page_get_workspace (self->page), &id, &error);

  tell (self, done, _("The help has ended"), &error);
}

static void
add_helper_cb (BjtPersonDialog *self,
               GtkEditable     *entry)
{
  g_autoptr (BjtPairing) pairing = bjt_pairing_new ();
  g_autoptr (GError) error = NULL;

  pairing->person_id = self->person_id;
  pairing->helper_name = g_strdup (gtk_editable_get_text (entry));
  pairing->from_on = pairing->until_on = BJT_DATE_NONE;
  tell (self, bjt_workspace_add_helper (bjt_page_get_workspace (self->page), pairing, &error), _("The helper is noted"), &error);
}

static void
add_helpers (BjtPersonDialog *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Helpers"));
  BjtDate today = self->file->picture->as_of;

  for (guint i = 0; i < self->file->pairings->len; i++)
    {
      const BjtPairing *pairing = self->file->pairings->pdata[i];
      g_autofree char  *from = bjt_words_dup_day (pairing->from_on, today);
      g_autofree char  *until = pairing->until_on != BJT_DATE_NONE ? bjt_words_dup_day (pairing->until_on, today) : g_strdup ("");
      g_autofree char  *span = g_strdup_printf ("%s%s%s → %s", pairing->kind != NULL ? pairing->kind : "", pairing->kind != NULL ? " · " : "", from, until);
      AdwActionRow     *row = add_row (group, bjt_person_file_get_helper_name (self->file, pairing), span);

      if (bjt_pairing_is_in_force (pairing, today))
        add_deed (row, _("End"), G_CALLBACK (end_helper_cb), &pairing->id, self);
    }
  add_entry_row (group, _("Add a helper by name"), G_CALLBACK (add_helper_cb), self);
}

static void
changed_cb (BjtPersonDialog *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_DEFAULT, update_idle, self, NULL);
}

static void
add_tasks (BjtPersonDialog *self)
{
  GtkWidget *group = bjt_person_tasks_new (self->page, self->file);

  g_signal_connect_object (group, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_page_add (self->content, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
}

/* Timeline */

static char *
dup_what (const BjtFileEntry *entry)
{
  const BjtVisit     *visit = entry->record;
  const BjtService   *service = entry->record;
  const BjtLifeEvent *event = entry->record;
  const BjtIssue     *issue = entry->record;

  switch (entry->kind)
    {
    case BJT_FILE_VISIT:
      return g_strdup_printf ("%s · %s", bjt_words_get_outcome (visit->outcome), bjt_visit_words_get_mode (visit->mode));
    case BJT_FILE_SERVICE:
      return service->count > 1 ? g_strdup_printf ("%s × %d", service->kind != NULL ? service->kind : "—", service->count) : g_strdup (service->kind);
    case BJT_FILE_LIFE_EVENT:
      return g_strdup (bjt_visit_words_get_event (event->kind));
    case BJT_FILE_ISSUE:
    default:
      return g_strdup_printf ("%s · %s", issue->title != NULL ? issue->title : "—", bjt_words_get_status (issue->status));
    }
}

static const char *
get_note (const BjtFileEntry *entry)
{
  switch (entry->kind)
    {
    case BJT_FILE_VISIT:
      return ((const BjtVisit *) entry->record)->note;
    case BJT_FILE_SERVICE:
      return ((const BjtService *) entry->record)->note;
    case BJT_FILE_LIFE_EVENT:
      return ((const BjtLifeEvent *) entry->record)->note;
    case BJT_FILE_ISSUE:
    default:
      return ((const BjtIssue *) entry->record)->number;
    }
}

static void
add_timeline (BjtPersonDialog *self)
{
  static const char *const kinds[] = { NC_("timeline", "Visit"), NC_("timeline", "Service"), NC_("timeline", "Event"), NC_("timeline", "Issue") };
  AdwPreferencesGroup *group = add_group (self, _("Timeline"));
  guint n = MIN (self->file->timeline->len, MAX_ENTRIES);

  for (guint i = 0; i < n; i++)
    {
      const BjtFileEntry *entry = &g_array_index (self->file->timeline, BjtFileEntry, i);
      g_autofree char    *what = dup_what (entry);
      g_autofree char    *day = bjt_words_dup_day (entry->on, self->file->picture->as_of);
      g_autofree char    *title = g_strdup_printf ("%s  %s", day, what != NULL ? what : "—");

      add_aside (add_row (group, title, get_note (entry)), g_dpgettext2 (NULL, "timeline", kinds[entry->kind]));
    }
  if (n == 0)
    add_row (group, _("Nothing is recorded yet"), NULL);
}

/* All of it */

static void
update (BjtPersonDialog *self)
{
  g_autoptr (GError) error = NULL;
  BjtPersonFile *file = bjt_workspace_load_person_file (bjt_page_get_workspace (self->page), &self->person_id, &error);

  if (file == NULL)
    {
      bjt_page_tell_error (self->page, error);
      return;
    }
  g_clear_pointer (&self->file, bjt_person_file_free);
  self->file = file;
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->content, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  add_who (self);
  add_cadence (self);
  add_needs (self);
  add_helpers (self);
  add_tasks (self);
  add_timeline (self);
}

static void
print_cb (BjtPersonDialog *self)
{
  BjtGridSheetOptions options = { .names = BJT_SHEET_NAMES_MASKED, .made_on = BJT_DATE_NONE, .language = BJT_SHEET_CHINESE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSheet) sheet = bjt_person_sheet_new (self->file, &options, &error);
  GtkWidget *dialog;

  if (sheet == NULL)
    {
      bjt_page_tell_error (self->page, error);
      return;
    }
  dialog = bjt_form_dialog_new (self->page, sheet, _("File of a Person"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Object */

static void
bjt_person_dialog_dispose (GObject *object)
{
  BjtPersonDialog *self = BJT_PERSON_DIALOG (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_pointer (&self->file, bjt_person_file_free);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (bjt_person_dialog_parent_class)->dispose (object);
}

static void
bjt_person_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (BJT_PERSON_DIALOG (object)->groups);
  G_OBJECT_CLASS (bjt_person_dialog_parent_class)->finalize (object);
}

static void
bjt_person_dialog_class_init (BjtPersonDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_person_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bjt_person_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bjt_person_dialog_init (BjtPersonDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print Page"));

  self->groups = g_ptr_array_new ();
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), print);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("File of a Person"));
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 680);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * bjt_person_dialog_new:
 *
 * Returns: (transfer none) (nullable): presented by the caller
 */
GtkWidget *
bjt_person_dialog_new (BjtPage       *page,
                       const BjtUuid *person_id)
{
  GtkRoot         *root = gtk_widget_get_root (GTK_WIDGET (page));
  BjtPersonDialog *self = g_object_new (BJT_TYPE_PERSON_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->page = g_object_ref (page);
  self->person_id = *person_id;
  update (self);
  if (self->file != NULL)
    return GTK_WIDGET (self);
  gtk_window_destroy (GTK_WINDOW (self));
  return NULL;
}
