/* bjt-cadence-dialog.c: a row a rule, unfolded to change it; nothing is written until
 * it is saved, what the workspace refuses stays as it was typed. */
#include "bjt-cadence-dialog.h"

#include <glib/gi18n.h>

#include "bjt-form-dialog.h"
#include "widgets/bjt-visit-words.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-cadence.h"

typedef struct
{
  BjtPage            *page;    /* owned */
  GtkWindow          *window;  /* owns this */
  AdwPreferencesPage *content;
  AdwPreferencesGroup *group;  /* of the content; NULL: not filled yet */
  guint               update_idle;
} Rules;

/* The fields of one rule; goes with its row. */
typedef struct
{
  Rules          *rules;
  BjtCadenceRule *rule;  /* owned */
  GtkEditable    *code;  /* of a new one; else NULL */
  GtkEditable    *name;
  GtkEditable    *every;
  GtkEditable    *within;
  GtkEditable    *lasts;
  AdwComboRow    *category;
  AdwComboRow    *event;
  GtkSpinButton  *age_from;
} Fields;

static void update (Rules *self);

static void
rules_free (gpointer data)
{
  Rules *self = data;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_object_unref (self->page);
  g_free (self);
}

static void
fields_free (gpointer data)
{
  Fields *self = data;

  bjt_cadence_rule_free (self->rule);
  g_free (self);
}

/* Reading the fields */

static void
take_text (char       **value,
           GtkEditable *field)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (field)));

  g_free (*value);
  *value = *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_fields (Fields         *self,
             BjtCadenceRule *rule)
{
  const BjtPicture *picture = bjt_page_get_picture (self->rules->page);
  guint category = adw_combo_row_get_selected (self->category), event = adw_combo_row_get_selected (self->event);

  if (self->code != NULL)
    take_text (&rule->code, self->code);
  take_text (&rule->name, self->name);
  take_text (&rule->every, self->every);
  take_text (&rule->event_within, self->within);
  take_text (&rule->event_lasts, self->lasts);
  g_free (rule->category);
  rule->category = category > 0 && category <= picture->categories->len ? g_strdup (bjt_picture_get_category (picture, category - 1)->code) : NULL;
  if (event != GTK_INVALID_LIST_POSITION)
    {
      const char *kind = g_object_get_data (G_OBJECT (adw_combo_row_get_model (self->event)), "own");

      g_free (rule->event);
      rule->event = event == 0 ? NULL : g_strdup (event == 1 && kind != NULL ? kind : bjt_visit_words_get_event_kind (event - (kind != NULL ? 2 : 1)));
    }
  rule->age_from = gtk_spin_button_get_value_as_int (self->age_from);
}

static void
save_cb (Fields *self)
{
  g_autoptr (BjtCadenceRule) rule = bjt_cadence_rule_copy (self->rule);
  Rules *rules = self->rules;
  g_autoptr (GError) error = NULL;
  gboolean done;

  read_fields (self, rule);
  done = bjt_workspace_save_cadence_rule (bjt_page_get_workspace (rules->page), rule, &error);
  bjt_page_tell_outcome (rules->page, done, _("The rule is saved"), error);
  if (done)
    update (rules);
}

static void
remove_cb (Fields *self)
{
  Rules *rules = self->rules;
  g_autoptr (GError) error = NULL;
  gboolean done = bjt_workspace_remove_cadence_rule (bjt_page_get_workspace (rules->page), self->rule->code, &error);

  bjt_page_tell_outcome (rules->page, done, _("The rule is removed"), error);
  if (done)
    update (rules);
}

/* Rows */

static GtkEditable *
add_entry (AdwExpanderRow *row,
           const char     *title,
           const char     *text)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  adw_expander_row_add_row (row, entry);
  return GTK_EDITABLE (entry);
}

static AdwComboRow *
add_combo (AdwExpanderRow *row,
           const char     *title,
           GtkStringList  *words,
           guint           selected)
{
  GtkWidget *combo = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), selected);
  adw_expander_row_add_row (row, combo);
  return ADW_COMBO_ROW (combo);
}

static AdwComboRow *
add_categories (Fields         *self,
                AdwExpanderRow *row)
{
  const BjtPicture *picture = bjt_page_get_picture (self->rules->page);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (words, _("Everybody"));
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, c);

      gtk_string_list_append (words, category->name);
      if (g_strcmp0 (category->code, self->rule->category) == 0)
        selected = c + 1;
    }
  return add_combo (row, _("Category"), words, selected);
}

/* A kind without a word stands first, as it is. */
static AdwComboRow *
add_events (Fields         *self,
            AdwExpanderRow *row)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *own = self->rule->event;
  guint n = 1, selected = 0;

  gtk_string_list_append (words, _("Always, not after an event"));
  for (guint i = 0; bjt_visit_words_get_event_kind (i) != NULL; i++)
    if (g_strcmp0 (own, bjt_visit_words_get_event_kind (i)) == 0)
      {
        selected = i + 1;
        own = NULL;
      }
  if (own != NULL)
    {
      gtk_string_list_append (words, own);
      g_object_set_data_full (G_OBJECT (words), "own", g_strdup (own), g_free);
      selected = n;
    }
  for (guint i = 0; bjt_visit_words_get_event_kind (i) != NULL; i++)
    gtk_string_list_append (words, bjt_visit_words_get_event (bjt_visit_words_get_event_kind (i)));
  return add_combo (row, _("After an event"), words, selected);
}

static GtkSpinButton *
add_age (AdwExpanderRow *row,
         int             age)
{
  GtkWidget *line = adw_action_row_new (), *spin = gtk_spin_button_new_with_range (0, 150, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _("From this age (0: any)"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), age);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), spin);
  adw_expander_row_add_row (row, line);
  return GTK_SPIN_BUTTON (spin);
}

static void
add_buttons (Fields         *self,
             AdwExpanderRow *row)
{
  GtkWidget *line = adw_action_row_new (), *save = gtk_button_new_with_mnemonic (_("_Save")), *remove;

  gtk_widget_set_valign (save, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  if (self->code == NULL)
    {
      remove = gtk_button_new_with_mnemonic (_("_Remove"));
      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (line), remove);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), save);
  adw_expander_row_add_row (row, line);
}

static char *
dup_summary (const BjtPicture     *picture,
             const BjtCadenceRule *rule)
{
  guint32 category = rule->category != NULL ? bjt_picture_find_category (picture, rule->category) : BJT_NO_INDEX;
  const char *who = category != BJT_NO_INDEX ? bjt_picture_get_category (picture, category)->name : rule->event != NULL ? bjt_visit_words_get_event (rule->event) : _("Everybody");
  BjtInterval interval;
  g_autofree char *every = rule->every != NULL && bjt_interval_parse (&interval, rule->every) && interval.n > 0 ? bjt_words_dup_cadence (bjt_interval_get_days (interval)) : NULL;
  g_autofree char *within = rule->event_within != NULL ? g_strdup_printf (_("within %s"), rule->event_within) : NULL;
  g_autoptr (GString) text = g_string_new (who);

  if (within != NULL)
    g_string_append_printf (text, " · %s", within);
  if (every != NULL)
    g_string_append_printf (text, " · %s", every);
  return g_markup_escape_text (text->str, -1);
}

static void
add_rule (Rules                *rules,
          const BjtCadenceRule *rule,
          gboolean              is_new)
{
  GtkWidget      *widget = adw_expander_row_new ();
  AdwExpanderRow *row = ADW_EXPANDER_ROW (widget);
  Fields         *self = g_new0 (Fields, 1);
  g_autofree char *title = g_markup_escape_text (is_new ? _("New Rule…") : rule->name != NULL ? rule->name : rule->code, -1);
  g_autofree char *summary = is_new ? NULL : dup_summary (bjt_page_get_picture (rules->page), rule);

  self->rules = rules;
  self->rule = bjt_cadence_rule_copy (rule);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (summary != NULL)
    adw_expander_row_set_subtitle (row, summary);
  if (is_new)
    self->code = add_entry (row, _("Code, in letters a to z"), NULL);
  self->name = add_entry (row, _("Name"), rule->name);
  self->every = add_entry (row, _("How often: 7d, 2w, 1m, 1y"), rule->every);
  self->category = add_categories (self, row);
  self->age_from = add_age (row, rule->age_from);
  self->event = add_events (self, row);
  self->within = add_entry (row, _("First visit after the event within: 1d"), rule->event_within);
  self->lasts = add_entry (row, _("How long the rule holds after the event: 6m"), rule->event_lasts);
  add_buttons (self, row);
  g_object_set_data_full (G_OBJECT (row), "fields", self, fields_free);
  adw_preferences_group_add (rules->group, widget);
}

static gboolean
update_idle (gpointer user_data)
{
  Rules *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = bjt_workspace_list_cadence_rules (bjt_page_get_workspace (self->page), &error);
  g_autoptr (BjtCadenceRule) fresh = bjt_cadence_rule_new ();

  self->update_idle = 0;
  if (self->group != NULL)
    adw_preferences_page_remove (self->content, self->group);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (self->group, _("Of several rules the strictest counts. Attempts in vain never count as a visit."));
  adw_preferences_page_add (self->content, self->group);
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    add_rule (self, rules->pdata[i], FALSE);
  fresh->outcomes = BJT_CONTACTS_MET_OR_PHONED;
  fresh->valid_from = fresh->valid_to = BJT_DATE_NONE;
  add_rule (self, fresh, TRUE);
  return G_SOURCE_REMOVE;
}

/* Later: the button that was pressed is still at work. */
static void
update (Rules *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_DEFAULT, update_idle, self, NULL);
}

void
bjt_cadence_dialog_present (BjtPage *page)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (page));
  Rules     *self = g_new0 (Rules, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->page = g_object_ref (page);
  self->window = GTK_WINDOW (g_object_new (ADW_TYPE_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, "modal", TRUE,
                                           "title", _("Rules of Cadence"), "default-width", 620, "default-height", 660, NULL));
  self->content = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->content));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  g_object_set_data_full (G_OBJECT (self->window), "rules", self, rules_free);
  bjt_form_dialog_close_on_escape (self->window);
  update_idle (self);
  gtk_window_present (self->window);
}
