/* bjt-visit-form.c: holds one visit while it is written down. Knows nothing of
 * saving: the card passes the visit on and keeps drafts. */
#include "bjt-visit-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/bjt-text.h"
#include "bjt-date-button.h"
#include "bjt-follow-up.h"
#include "bjt-photo-row.h"
#include "bjt-swatch.h"
#include "bjt-visit-words.h"
#include "bjt-widgets.h"
#include "bjt-words.h"

struct _BjtVisitForm
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget     *box;
  GtkLabel      *heading;
  GtkFlowBox    *outcomes;
  GtkWidget     *persons_box;
  GtkFlowBox    *persons;
  GtkExpander   *more;
  GtkDropDown   *modes;
  GtkFlowBox    *purposes;
  GtkWidget     *photo_label;
  BjtPhotoRow   *photo;
  GtkWidget     *issue_label;
  BjtFollowUp   *issue;
  GtkEntry      *note;
  GtkDropDown   *households;
  BjtDateButton *day;
  BjtDateButton *next;

  /* State */
  BjtUuid  door_id;
  BjtVisit *corrected;    /* NULL: a new one */
  GArray  *household_ids; /* BjtUuid, as in the drop-down */
  GArray  *person_ids;    /* BjtUuid, as the chips */
  char    *own_purposes;  /* written elsewhere, without a box here */
  int      outcome;
  gboolean has_own_mode;  /* chosen, does not follow the outcome */
  gboolean is_filling;
  gboolean is_touched;
};

G_DEFINE_FINAL_TYPE (BjtVisitForm, bjt_visit_form, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OUTCOME,
  N_PROPS,
};

enum
{
  SAVE,
  CANCEL,
  OPEN_PHOTO,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* TRANSLATORS: what a visit was for; kept as a word in the record */
static const char *const purpose_words[] = {
  N_ ("Seeing how they are"),
  N_ ("Checking the register"),
  N_ ("Policy and notices"),
  N_ ("Fire and home safety"),
  N_ ("Running an errand"),
  N_ ("Settling a dispute"),
};

static void
touched_cb (BjtVisitForm *self)
{
  if (!self->is_filling)
    self->is_touched = TRUE;
}

static void
mode_changed_cb (BjtVisitForm *self)
{
  if (self->is_filling)
    return;
  self->has_own_mode = TRUE;
  touched_cb (self);
}

static void
open_photo_cb (BjtVisitForm *self,
               const char   *path,
               GBytes       *pasted)
{
  touched_cb (self);
  g_signal_emit (self, signals[OPEN_PHOTO], 0, path, pasted);
}

/* A photo on its way is waited for. */
static void
save_cb (BjtVisitForm *self)
{
  if (bjt_photo_row_is_reading (self->photo))
    return;
  g_signal_emit (self, signals[SAVE], 0);
}

static void
cancel_cb (BjtVisitForm *self)
{
  g_signal_emit (self, signals[CANCEL], 0);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save_cb (BJT_VISIT_FORM (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  cancel_cb (BJT_VISIT_FORM (widget));
}

static int
get_usual_mode (int outcome)
{
  return outcome == BJT_OUTCOME_PHONED ? BJT_MODE_PHONE : outcome == BJT_OUTCOME_HEARD ? BJT_MODE_NEIGHBOUR : BJT_MODE_HOME;
}

static void
select_mode (BjtVisitForm *self,
             int           mode)
{
  gboolean was_filling = self->is_filling;

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->modes, (guint) CLAMP (mode, 0, BJT_N_VISIT_MODES - 1));
  self->is_filling = was_filling;
}

static void
set_outcome (BjtVisitForm *self,
             int           outcome)
{
  if (self->outcome == outcome)
    return;
  self->outcome = outcome;
  if (!self->has_own_mode)
    select_mode (self, get_usual_mode (outcome));
  touched_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTCOME]);
}

/* Filling in */

static void
add_household (BjtVisitForm *self,
               GtkStringList *names,
               BjtPicture    *picture,
               guint32        household)
{
  const BjtPictureHousehold *h = bjt_picture_get_household (picture, household);

  g_array_append_val (self->household_ids, h->id);
  gtk_string_list_append (names, bjt_words_get_class (h->household_class));
}

static void
fill_households (BjtVisitForm   *self,
                 BjtPicture     *picture,
                 guint32         door,
                 const BjtVisit *draft)
{
  const BjtRun              *run = &bjt_picture_get_door (picture, door)->households;
  g_autoptr (GtkStringList)  names = gtk_string_list_new (NULL);
  guint                      selected = 0;

  g_array_set_size (self->household_ids, 0);
  for (guint h = run->first; h < run->first + run->n; h++)
    add_household (self, names, picture, h);
  g_array_append_val (self->household_ids, BJT_UUID_NIL);
  gtk_string_list_append (names, _ ("The door as a whole"));
  for (guint i = 0; draft != NULL && i < self->household_ids->len; i++)
    if (bjt_uuid_equal (&g_array_index (self->household_ids, BjtUuid, i), &draft->household_id))
      selected = i;
  gtk_drop_down_set_model (self->households, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->households, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->households), run->n > 1);
}

/* Persons */

static GtkToggleButton *
get_chip (BjtVisitForm *self,
          guint         index)
{
  return GTK_TOGGLE_BUTTON (gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (self->persons, (int) index)));
}

static void append_flow (GtkFlowBox *flow, GtkWidget *child);

static char *
dup_chip_text (const BjtPicture       *picture,
               const BjtPicturePerson *person,
               gboolean                names_shown)
{
  g_autofree char *name = names_shown ? g_strdup (person->name) : bjt_text_mask_name (person->name);
  int              age = person->born_on != BJT_DATE_NONE ? MAX (bjt_date_get_age (person->born_on, picture->as_of), 0) : -1;
  g_autofree char *years = age >= 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong) age), age) : NULL;

  return g_strjoin (" ", name != NULL ? name : "—", years, NULL);
}

static void
add_chip (BjtVisitForm           *self,
          const BjtPicture       *picture,
          const BjtPicturePerson *person,
          const BjtVisitEntry    *draft)
{
  g_autofree char *text = dup_chip_text (picture, person, FALSE);
  GtkWidget       *chip = gtk_toggle_button_new_with_label (text);

  for (guint i = 0; i < self->person_ids->len; i++)
    if (bjt_uuid_equal (&g_array_index (self->person_ids, BjtUuid, i), &person->id))
      {
        g_object_ref_sink (chip);
        g_object_unref (chip);
        return;
      }
  g_array_append_val (self->person_ids, person->id);
  gtk_widget_add_css_class (chip, "outcome");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), draft != NULL && bjt_visit_entry_has_person (draft, &person->id));
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (touched_cb), self);
  append_flow (self->persons, chip);
}

static void
fill_persons (BjtVisitForm        *self,
              const BjtPicture    *picture,
              guint32              door,
              const BjtVisitEntry *draft)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;
  GtkWidget    *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->persons))) != NULL)
    gtk_flow_box_remove (self->persons, child);
  g_array_set_size (self->person_ids, 0);
  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        if (bjt_picture_get_member (picture, m)->is_resident)
          add_chip (self, picture, bjt_picture_get_person (picture, bjt_picture_get_member (picture, m)->person), draft);
    }
  gtk_widget_set_visible (self->persons_box, self->person_ids->len > 1 && self->corrected == NULL);
}

static const BjtPicturePerson *
find_person (const BjtPicture *picture,
             guint32           door,
             const BjtUuid    *id)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        {
          const BjtPicturePerson *person = bjt_picture_get_person (picture, bjt_picture_get_member (picture, m)->person);

          if (bjt_uuid_equal (&person->id, id))
            return person;
        }
    }
  return NULL;
}

void
bjt_visit_form_set_names_shown (BjtVisitForm *self,
                                BjtPicture   *picture,
                                gboolean      names_shown)
{
  guint32 door = bjt_picture_find_door (picture, &self->door_id);

  g_return_if_fail (BJT_IS_VISIT_FORM (self));
  for (guint i = 0; door != BJT_NO_INDEX && i < self->person_ids->len; i++)
    {
      const BjtPicturePerson *person = find_person (picture, door, &g_array_index (self->person_ids, BjtUuid, i));
      g_autofree char        *text = person != NULL ? dup_chip_text (picture, person, names_shown) : NULL;

      if (text != NULL)
        gtk_button_set_label (GTK_BUTTON (get_chip (self, i)), text);
    }
}

/* Purposes */

static GtkCheckButton *
get_purpose (BjtVisitForm *self,
             guint         index)
{
  return GTK_CHECK_BUTTON (gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (self->purposes, (int) index)));
}

static gboolean
is_offered (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    if (strcmp (_ (purpose_words[i]), word) == 0)
      return TRUE;
  return FALSE;
}

static void
fill_purposes (BjtVisitForm *self,
               const char   *purposes)
{
  g_auto (GStrv)         words = g_strsplit (purposes != NULL ? purposes : "", "、", -1);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    gtk_check_button_set_active (get_purpose (self, i), g_strv_contains ((const char *const *) words, _ (purpose_words[i])));
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !is_offered (words[i]))
      g_ptr_array_add (own, words[i]);
  g_ptr_array_add (own, NULL);
  g_free (self->own_purposes);
  self->own_purposes = own->len > 1 ? g_strjoinv ("、", (char **) own->pdata) : NULL;
}

static char *
dup_purposes (BjtVisitForm *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    if (gtk_check_button_get_active (get_purpose (self, i)))
      g_ptr_array_add (words, (gpointer) _ (purpose_words[i]));
  if (self->own_purposes != NULL)
    g_ptr_array_add (words, self->own_purposes);
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("、", (char **) words->pdata);
}

/* A correction is of the visit alone: who was met and what came with it stays. */
static void
show_parts (BjtVisitForm *self)
{
  gboolean is_new = self->corrected == NULL;

  gtk_label_set_label (self->heading, is_new ? _ ("Record a visit") : _ ("Correct the visit"));
  gtk_widget_set_visible (self->photo_label, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->photo), is_new);
  gtk_widget_set_visible (self->issue_label, is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->issue), is_new);
}

static void
fill_visit (BjtVisitForm   *self,
            BjtPicture     *picture,
            const BjtVisit *visit)
{
  self->has_own_mode = visit != NULL && visit->mode != get_usual_mode (visit->outcome);
  set_outcome (self, visit != NULL ? visit->outcome : BJT_OUTCOME_MET);
  select_mode (self, visit != NULL ? visit->mode : BJT_MODE_HOME);
  gtk_editable_set_text (GTK_EDITABLE (self->note), visit != NULL && visit->note != NULL ? visit->note : "");
  bjt_date_button_set_today (self->day, picture->as_of);
  bjt_date_button_set_today (self->next, picture->as_of);
  bjt_date_button_set_date (self->day, visit != NULL ? visit->visited_on : picture->as_of);
  bjt_date_button_set_date (self->next, visit != NULL ? visit->next_on : BJT_DATE_NONE);
  fill_purposes (self, visit != NULL ? visit->purposes : NULL);
}

/**
 * bjt_visit_form_start:
 * @draft: (nullable): what was typed for this door before
 */
void
bjt_visit_form_start (BjtVisitForm        *self,
                      BjtPicture          *picture,
                      guint32              door,
                      const BjtVisitEntry *draft)
{
  const BjtVisit *visit = draft != NULL ? draft->visit : NULL;

  g_return_if_fail (BJT_IS_VISIT_FORM (self));
  self->is_filling = TRUE;
  self->door_id = bjt_picture_get_door (picture, door)->id;
  g_clear_pointer (&self->corrected, bjt_visit_free);
  if (visit != NULL && !bjt_uuid_is_nil (&visit->id))
    self->corrected = bjt_visit_copy (visit);
  fill_households (self, picture, door, visit);
  fill_persons (self, picture, door, draft);
  fill_visit (self, picture, visit);
  bjt_follow_up_set_issue (self->issue, draft != NULL ? draft->issue : NULL);
  bjt_photo_row_set_photo (self->photo, draft != NULL ? draft->photo : NULL);
  show_parts (self);
  gtk_expander_set_expanded (self->more, draft != NULL && (draft->issue != NULL || draft->photo != NULL || visit->purposes != NULL || self->has_own_mode));
  self->is_touched = draft != NULL;
  self->is_filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

static void
take_persons (BjtVisitForm  *self,
              BjtVisitEntry *entry)
{
  for (guint i = 0; self->corrected == NULL && i < self->person_ids->len; i++)
    if (gtk_toggle_button_get_active (get_chip (self, i)))
      g_array_append_val (entry->person_ids, g_array_index (self->person_ids, BjtUuid, i));
}

/**
 * bjt_visit_form_dup_entry:
 *
 * Returns: (transfer full):
 */
BjtVisitEntry *
bjt_visit_form_dup_entry (BjtVisitForm *self)
{
  BjtVisit      *visit = self->corrected != NULL ? bjt_visit_copy (self->corrected) : bjt_visit_new ();
  BjtVisitEntry *entry = bjt_visit_entry_new (visit);
  const char    *note = gtk_editable_get_text (GTK_EDITABLE (self->note));
  guint          household = gtk_drop_down_get_selected (self->households);

  visit->door_id = self->door_id;
  if (household < self->household_ids->len)
    visit->household_id = g_array_index (self->household_ids, BjtUuid, household);
  visit->visited_on = bjt_date_button_get_date (self->day);
  visit->next_on = bjt_date_button_get_date (self->next);
  visit->outcome = self->outcome;
  visit->mode = (int) gtk_drop_down_get_selected (self->modes);
  g_free (visit->note);
  visit->note = *note != '\0' ? g_strdup (note) : NULL;
  g_free (visit->purposes);
  visit->purposes = dup_purposes (self);
  take_persons (self, entry);
  entry->issue = self->corrected == NULL ? bjt_follow_up_dup_issue (self->issue) : NULL;
  entry->photo = bjt_note_photo_copy (bjt_photo_row_get_photo (self->photo));
  return entry;
}

void
bjt_visit_form_set_kinds (BjtVisitForm *self,
                          GPtrArray    *kinds)
{
  gboolean was_filling = self->is_filling;

  g_return_if_fail (BJT_IS_VISIT_FORM (self));
  self->is_filling = TRUE;
  bjt_follow_up_set_kinds (self->issue, kinds);
  self->is_filling = was_filling;
}

void
bjt_visit_form_set_photo (BjtVisitForm       *self,
                          const BjtNotePhoto *photo)
{
  bjt_photo_row_set_photo (self->photo, photo);
}

gboolean
bjt_visit_form_is_touched (BjtVisitForm *self)
{
  return self->is_touched;
}

void
bjt_visit_form_set_note (BjtVisitForm *self,
                         const char   *note)
{
  gtk_editable_set_text (GTK_EDITABLE (self->note), note);
}

/* Object */

static void
bjt_visit_form_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_int (value, BJT_VISIT_FORM (object)->outcome);
}

static void
bjt_visit_form_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  set_outcome (BJT_VISIT_FORM (object), g_value_get_int (value));
}

static gboolean
bjt_visit_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BJT_VISIT_FORM (widget)->note));
}

static void
bjt_visit_form_dispose (GObject *object)
{
  g_clear_pointer (&BJT_VISIT_FORM (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_visit_form_parent_class)->dispose (object);
}

static void
bjt_visit_form_finalize (GObject *object)
{
  BjtVisitForm *self = BJT_VISIT_FORM (object);

  g_array_unref (self->household_ids);
  g_array_unref (self->person_ids);
  g_clear_pointer (&self->corrected, bjt_visit_free);
  g_free (self->own_purposes);
  G_OBJECT_CLASS (bjt_visit_form_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, BJT_WIDGETS_RESOURCES "bjt-visit-form.ui");
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, box);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, heading);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, outcomes);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, persons_box);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, persons);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, more);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, modes);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, purposes);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, photo_label);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, photo);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, issue_label);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, issue);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, note);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, households);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, day);
  gtk_widget_class_bind_template_child (klass, BjtVisitForm, next);
  gtk_widget_class_bind_template_callback (klass, touched_cb);
  gtk_widget_class_bind_template_callback (klass, mode_changed_cb);
  gtk_widget_class_bind_template_callback (klass, open_photo_cb);
  gtk_widget_class_bind_template_callback (klass, save_cb);
  gtk_widget_class_bind_template_callback (klass, cancel_cb);
}

static void
bjt_visit_form_class_init (BjtVisitFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BJT_TYPE_DATE_BUTTON);
  g_type_ensure (BJT_TYPE_FOLLOW_UP);
  g_type_ensure (BJT_TYPE_PHOTO_ROW);
  object_class->dispose = bjt_visit_form_dispose;
  object_class->finalize = bjt_visit_form_finalize;
  object_class->get_property = bjt_visit_form_get_property;
  object_class->set_property = bjt_visit_form_set_property;
  widget_class->grab_focus = bjt_visit_form_grab_focus;
  properties[PROP_OUTCOME] = g_param_spec_int ("outcome", NULL, NULL, 0, BJT_N_OUTCOMES - 1, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SAVE] = g_signal_new ("save", BJT_TYPE_VISIT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", BJT_TYPE_VISIT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN_PHOTO] = g_signal_new ("open-photo", BJT_TYPE_VISIT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BYTES);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "form.outcome", "outcome");
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.cancel", NULL);
}

static GtkWidget *
create_outcome (int outcome)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (bjt_words_get_outcome (outcome));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), bjt_swatch_new (BJT_SWATCH_OUTCOME, outcome));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, bjt_words_get_outcome (outcome));
  gtk_widget_add_css_class (button, "outcome");
  gtk_widget_set_focus_on_click (button, FALSE); /* the note keeps it: Enter saves */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.outcome");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", outcome);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, bjt_words_get_outcome (outcome), -1);
  return button;
}

static void
append_flow (GtkFlowBox *flow,
             GtkWidget  *child)
{
  gtk_flow_box_append (flow, child);
  gtk_widget_set_focusable (gtk_widget_get_parent (child), FALSE);
}

static void
fill_modes (BjtVisitForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < BJT_N_VISIT_MODES; i++)
    gtk_string_list_append (names, bjt_visit_words_get_mode (i));
  gtk_drop_down_set_model (self->modes, G_LIST_MODEL (names));
}

static void
bjt_visit_form_init (BjtVisitForm *self)
{
  self->is_filling = TRUE;
  self->household_ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  self->person_ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_modes (self);
  for (int i = 0; i < BJT_N_OUTCOMES; i++)
    append_flow (self->outcomes, create_outcome (i));
  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ (purpose_words[i]));

      g_signal_connect_swapped (check, "toggled", G_CALLBACK (touched_cb), self);
      append_flow (self->purposes, check);
    }
  self->is_filling = FALSE;
}
