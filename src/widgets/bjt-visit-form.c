/* bjt-visit-form.c: holds one visit while it is written down. Knows nothing of
 * saving: the card passes the visit on and keeps drafts. */
#include "bjt-visit-form.h"

#include <glib/gi18n-lib.h>

#include "bjt-date-button.h"
#include "bjt-swatch.h"
#include "bjt-widgets.h"
#include "bjt-words.h"

struct _BjtVisitForm
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget     *box;
  GtkFlowBox    *outcomes;
  GtkFlowBox    *purposes;
  GtkEntry      *note;
  GtkDropDown   *households;
  BjtDateButton *day;
  BjtDateButton *next;

  /* State */
  BjtUuid  door_id;
  GArray  *household_ids; /* BjtUuid, as in the drop-down */
  int      outcome;
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
save_cb (BjtVisitForm *self)
{
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

static void
set_outcome (BjtVisitForm *self,
             int           outcome)
{
  if (self->outcome == outcome)
    return;
  self->outcome = outcome;
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

static GtkCheckButton *
get_purpose (BjtVisitForm *self,
             guint         index)
{
  return GTK_CHECK_BUTTON (gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (self->purposes, (int) index)));
}

static void
fill_purposes (BjtVisitForm *self,
               const char   *purposes)
{
  g_auto (GStrv) words = g_strsplit (purposes != NULL ? purposes : "", "、", -1);

  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    gtk_check_button_set_active (get_purpose (self, i), g_strv_contains ((const char *const *) words, _ (purpose_words[i])));
}

static char *
dup_purposes (BjtVisitForm *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    if (gtk_check_button_get_active (get_purpose (self, i)))
      g_ptr_array_add (words, (gpointer) _ (purpose_words[i]));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("、", (char **) words->pdata);
}

/**
 * bjt_visit_form_start:
 * @draft: (nullable): what was typed for this door before
 */
void
bjt_visit_form_start (BjtVisitForm   *self,
                      BjtPicture     *picture,
                      guint32         door,
                      const BjtVisit *draft)
{
  g_return_if_fail (BJT_IS_VISIT_FORM (self));
  self->is_filling = TRUE;
  self->door_id = bjt_picture_get_door (picture, door)->id;
  fill_households (self, picture, door, draft);
  set_outcome (self, draft != NULL ? draft->outcome : BJT_OUTCOME_MET);
  gtk_editable_set_text (GTK_EDITABLE (self->note), draft != NULL && draft->note != NULL ? draft->note : "");
  bjt_date_button_set_today (self->day, picture->as_of);
  bjt_date_button_set_today (self->next, picture->as_of);
  bjt_date_button_set_date (self->day, draft != NULL ? draft->visited_on : picture->as_of);
  bjt_date_button_set_date (self->next, draft != NULL ? draft->next_on : BJT_DATE_NONE);
  fill_purposes (self, draft != NULL ? draft->purposes : NULL);
  self->is_touched = draft != NULL;
  self->is_filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/**
 * bjt_visit_form_dup_visit:
 *
 * Returns: (transfer full):
 */
BjtVisit *
bjt_visit_form_dup_visit (BjtVisitForm *self)
{
  BjtVisit   *visit = bjt_visit_new ();
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));
  guint       household = gtk_drop_down_get_selected (self->households);

  visit->door_id = self->door_id;
  if (household < self->household_ids->len)
    visit->household_id = g_array_index (self->household_ids, BjtUuid, household);
  visit->visited_on = bjt_date_button_get_date (self->day);
  visit->next_on = bjt_date_button_get_date (self->next);
  visit->outcome = self->outcome;
  visit->note = *note != '\0' ? g_strdup (note) : NULL;
  visit->purposes = dup_purposes (self);
  return visit;
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
  g_array_unref (BJT_VISIT_FORM (object)->household_ids);
  G_OBJECT_CLASS (bjt_visit_form_parent_class)->finalize (object);
}

static void
bjt_visit_form_class_init (BjtVisitFormClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BJT_TYPE_DATE_BUTTON);
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
  gtk_widget_class_set_template_from_resource (widget_class, BJT_WIDGETS_RESOURCES "bjt-visit-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BjtVisitForm, box);
  gtk_widget_class_bind_template_child (widget_class, BjtVisitForm, outcomes);
  gtk_widget_class_bind_template_child (widget_class, BjtVisitForm, purposes);
  gtk_widget_class_bind_template_child (widget_class, BjtVisitForm, note);
  gtk_widget_class_bind_template_child (widget_class, BjtVisitForm, households);
  gtk_widget_class_bind_template_child (widget_class, BjtVisitForm, day);
  gtk_widget_class_bind_template_child (widget_class, BjtVisitForm, next);
  gtk_widget_class_bind_template_callback (widget_class, touched_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
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
bjt_visit_form_init (BjtVisitForm *self)
{
  self->household_ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < BJT_N_OUTCOMES; i++)
    append_flow (self->outcomes, create_outcome (i));
  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ (purpose_words[i]));

      g_signal_connect_swapped (check, "toggled", G_CALLBACK (touched_cb), self);
      append_flow (self->purposes, check);
    }
}
