/* bjt-cadence-row.c: conditions that are not set hold for everybody; their fields
 * stand at "any". */
#include "bjt-cadence-row.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "widgets/bjt-visit-words.h"
#include "widgets/bjt-words.h"

struct _BjtCadenceRow
{
  AdwExpanderRow  parent_instance;
  BjtPicture     *picture; /* owned */
  BjtCadenceRule *rule;    /* owned; as it was */

  GtkEditable    *code;    /* of a new one; else NULL */
  GtkEditable    *name;
  GtkEditable    *every;
  GtkEditable    *within;
  GtkEditable    *lasts;
  GtkEditable    *from;
  GtkEditable    *to;
  AdwComboRow    *category;
  AdwComboRow    *tier;
  AdwComboRow    *household_class;
  AdwComboRow    *event;
  GtkSpinButton  *age_from;
  GtkSpinButton  *age_to;
  GtkCheckButton *contacts[BJT_N_CONTACTS];
};

enum
{
  SIGNAL_SAVE,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BjtCadenceRow, bjt_cadence_row, ADW_TYPE_EXPANDER_ROW)

/* Reading the fields */

static void
take_text (char       **value,
           GtkEditable *field)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (field)));

  g_free (*value);
  *value = *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
take_day (BjtDate     *day,
          GtkEditable *field,
          GError     **error)
{
  g_autofree char *text = NULL;

  take_text (&text, field);
  *day = text != NULL ? bjt_date_parse (text) : BJT_DATE_NONE;
  if (text == NULL || *day != BJT_DATE_NONE)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("“%s” is no day; write it like 2026-01-31."), text);
  return FALSE;
}

static void
take_event (BjtCadenceRow  *self,
            BjtCadenceRule *rule)
{
  guint       event = adw_combo_row_get_selected (self->event);
  const char *own = g_object_get_data (G_OBJECT (adw_combo_row_get_model (self->event)), "own");

  if (event == GTK_INVALID_LIST_POSITION)
    return;
  g_free (rule->event);
  rule->event = event == 0 ? NULL : g_strdup (event == 1 && own != NULL ? own : bjt_visit_words_get_event_kind (event - (own != NULL ? 2 : 1)));
}

static void
take_who (BjtCadenceRow  *self,
          BjtCadenceRule *rule)
{
  guint category = adw_combo_row_get_selected (self->category);

  g_free (rule->category);
  rule->category = category > 0 && category <= self->picture->categories->len
                     ? g_strdup (bjt_picture_get_category (self->picture, category - 1)->code) : NULL;
  rule->tier = (int) adw_combo_row_get_selected (self->tier);
  rule->household_class = (int) adw_combo_row_get_selected (self->household_class);
  rule->age_from = gtk_spin_button_get_value_as_int (self->age_from);
  rule->age_to = gtk_spin_button_get_value_as_int (self->age_to);
}

const char *
bjt_cadence_row_get_code (BjtCadenceRow *self)
{
  return self->rule->code;
}

BjtCadenceRule *
bjt_cadence_row_dup_rule (BjtCadenceRow *self,
                          GError       **error)
{
  g_autoptr (BjtCadenceRule) rule = bjt_cadence_rule_copy (self->rule);

  if (self->code != NULL)
    take_text (&rule->code, self->code);
  take_text (&rule->name, self->name);
  take_text (&rule->every, self->every);
  take_text (&rule->event_within, self->within);
  take_text (&rule->event_lasts, self->lasts);
  take_who (self, rule);
  take_event (self, rule);
  rule->outcomes = 0;
  for (int i = 0; i < BJT_N_CONTACTS; i++)
    rule->outcomes |= gtk_check_button_get_active (self->contacts[i]) << i;
  if (!take_day (&rule->valid_from, self->from, error) || !take_day (&rule->valid_to, self->to, error))
    return NULL;
  return g_steal_pointer (&rule);
}

/* Fields */

static GtkEditable *
add_entry (BjtCadenceRow *self,
           const char    *title,
           const char    *text)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), entry);
  return GTK_EDITABLE (entry);
}

static GtkEditable *
add_day (BjtCadenceRow *self,
         const char    *title,
         BjtDate        day)
{
  g_autofree char *text = day != BJT_DATE_NONE ? bjt_date_dup_string (day) : NULL;

  return add_entry (self, title, text);
}

static AdwComboRow *
add_combo (BjtCadenceRow *self,
           const char    *title,
           GtkStringList *words,
           guint          selected)
{
  GtkWidget *combo = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), selected);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), combo);
  return ADW_COMBO_ROW (combo);
}

static void
add_line (BjtCadenceRow *self,
          const char    *title,
          GtkWidget     *suffix)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), suffix);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), line);
}

static GtkSpinButton *
add_age (BjtCadenceRow *self,
         const char    *title,
         int            age)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 150, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), age);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_line (self, title, spin);
  return GTK_SPIN_BUTTON (spin);
}

static AdwComboRow *
add_categories (BjtCadenceRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (words, _("Everybody"));
  for (guint32 c = 0; c < self->picture->categories->len; c++)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (self->picture, c);

      gtk_string_list_append (words, category->name);
      if (g_strcmp0 (category->code, self->rule->category) == 0)
        selected = c + 1;
    }
  return add_combo (self, _("Category"), words, selected);
}

static AdwComboRow *
add_tiers (BjtCadenceRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _("Any"));
  for (int tier = BJT_TIER_GENERAL; tier <= BJT_TIER_HIGH_RISK; tier++)
    gtk_string_list_append (words, bjt_words_get_tier (tier));
  return add_combo (self, _("Level of attention"), words, (guint) self->rule->tier);
}

static AdwComboRow *
add_classes (BjtCadenceRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _("Any that is lived in"));
  for (int c = BJT_CLASS_UNKNOWN + 1; c < BJT_N_CLASSES; c++)
    gtk_string_list_append (words, bjt_words_get_class (c));
  return add_combo (self, _("Household class"), words, (guint) self->rule->household_class);
}

/* A kind without a word stands first, as it is. */
static AdwComboRow *
add_events (BjtCadenceRow *self)
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
  return add_combo (self, _("After an event"), words, selected);
}

static void
add_contacts (BjtCadenceRow *self)
{
  static const int outcomes[BJT_N_CONTACTS] = { BJT_OUTCOME_MET, BJT_OUTCOME_PHONED, BJT_OUTCOME_HEARD };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (int i = 0; i < BJT_N_CONTACTS; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (bjt_words_get_outcome (outcomes[i]));

      self->contacts[i] = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_active (self->contacts[i], self->rule->outcomes >> i & 1);
      gtk_box_append (GTK_BOX (box), check);
    }
  add_line (self, _("Counts as a visit"), box);
}

static void
emit_save (BjtCadenceRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
emit_remove (BjtCadenceRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
add_buttons (BjtCadenceRow *self)
{
  GtkWidget *line = adw_action_row_new (), *save = gtk_button_new_with_mnemonic (_("_Save")), *remove;

  gtk_widget_set_valign (save, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (emit_save), self);
  if (self->code == NULL)
    {
      remove = gtk_button_new_with_mnemonic (_("_Remove"));
      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (emit_remove), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (line), remove);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), save);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), line);
}

static void
add_fields (BjtCadenceRow *self)
{
  const BjtCadenceRule *rule = self->rule;

  if (rule->code == NULL)
    self->code = add_entry (self, _("Code, in letters a to z"), NULL);
  self->name = add_entry (self, _("Name"), rule->name);
  self->every = add_entry (self, _("How often: 7d, 2w, 1m, 1y"), rule->every);
  self->category = add_categories (self);
  self->tier = add_tiers (self);
  self->household_class = add_classes (self);
  self->age_from = add_age (self, _("From this age (0: any)"), rule->age_from);
  self->age_to = add_age (self, _("Up to this age (0: any)"), rule->age_to);
  self->event = add_events (self);
  self->within = add_entry (self, _("First visit after the event within: 1d"), rule->event_within);
  self->lasts = add_entry (self, _("How long the rule holds after the event: 6m"), rule->event_lasts);
  add_contacts (self);
  self->from = add_day (self, _("Holds from the day: 2026-01-31"), rule->valid_from);
  self->to = add_day (self, _("Holds to the day: 2026-12-31"), rule->valid_to);
  add_buttons (self);
}

/* The line */

static const char *
get_who (BjtCadenceRow *self)
{
  const BjtCadenceRule *rule = self->rule;
  guint32 category = rule->category != NULL ? bjt_picture_find_category (self->picture, rule->category) : BJT_NO_INDEX;

  if (category != BJT_NO_INDEX)
    return bjt_picture_get_category (self->picture, category)->name;
  if (rule->tier != BJT_TIER_NONE)
    return bjt_words_get_tier (rule->tier);
  if (rule->household_class != 0)
    return bjt_words_get_class (rule->household_class);
  return rule->event != NULL ? bjt_visit_words_get_event (rule->event) : _("Everybody");
}

/* 0: none, or not to be read */
static int
get_days (const char *text)
{
  BjtInterval interval;

  return text != NULL && bjt_interval_parse (&interval, text) && interval.n > 0 ? bjt_interval_get_days (interval) : 0;
}

static char *
dup_summary (BjtCadenceRow *self)
{
  int within = get_days (self->rule->event_within), every = get_days (self->rule->every);
  g_autoptr (GString) text = g_string_new (get_who (self));

  if (within > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("within %d day", "within %d days", (gulong) within), within);
    }
  if (every > 0)
    {
      g_autofree char *words = bjt_words_dup_cadence (every);

      g_string_append_printf (text, " · %s", words);
    }
  return g_markup_escape_text (text->str, -1);
}

static void
show_line (BjtCadenceRow *self)
{
  gboolean is_new = self->rule->code == NULL;
  g_autofree char *title = g_markup_escape_text (is_new ? _("New Rule…") : self->rule->name != NULL ? self->rule->name : self->rule->code, -1);
  g_autofree char *summary = is_new ? NULL : dup_summary (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (summary != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
}

GtkWidget *
bjt_cadence_row_new (BjtPicture           *picture,
                     const BjtCadenceRule *rule)
{
  BjtCadenceRow *self = g_object_new (BJT_TYPE_CADENCE_ROW, NULL);

  self->picture = bjt_picture_ref (picture);
  self->rule = bjt_cadence_rule_copy (rule);
  show_line (self);
  add_fields (self);
  return GTK_WIDGET (self);
}

static void
bjt_cadence_row_finalize (GObject *object)
{
  BjtCadenceRow *self = BJT_CADENCE_ROW (object);

  bjt_cadence_rule_free (self->rule);
  bjt_picture_unref (self->picture);
  G_OBJECT_CLASS (bjt_cadence_row_parent_class)->finalize (object);
}

static void
bjt_cadence_row_class_init (BjtCadenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_cadence_row_finalize;
  signals[SIGNAL_SAVE] = g_signal_new ("save", BJT_TYPE_CADENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", BJT_TYPE_CADENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_cadence_row_init (BjtCadenceRow *self)
{
  (void) self;
}
