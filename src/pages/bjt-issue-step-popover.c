/* bjt-issue-step-popover.c: pops up at a widget and goes with its closing. Whom
 * a step is for is a button of its own: it chooses and confirms at once. Enter in
 * the note confirms too. */
#include "bjt-issue-step-popover.h"

#include <glib/gi18n.h>

#include "bjt-flow-words.h"
#include "widgets/bjt-date-button.h"

#define MANY_CHOICES 6 /* more are searched */
#define MAX_RATING 3
#define DEFAULT_DAYS 3 /* working days */

struct _BjtIssueStepPopover
{
  GtkPopover parent_instance;

  /* Children; NULL where the step asks for no such thing */
  GtkBox        *box;
  GtkEntry      *note;
  BjtDateButton *day;
  GtkWidget     *ratings[MAX_RATING];
  GtkBox        *choices;
  GtkWidget     *confirm;

  /* Borrowed */
  const BjtFlowStep *step;
  BjtIssueStepFunc   func;
  gpointer           data;

  /* State */
  BjtUuid chosen;
};

G_DEFINE_FINAL_TYPE (BjtIssueStepPopover, bjt_issue_step_popover, GTK_TYPE_POPOVER)

#define ASKS_CHOICE (BJT_FLOW_PARTNER | BJT_FLOW_OTHER)

BjtStepChoice *
bjt_step_choice_new (const BjtUuid *id,
                     const char    *name,
                     const char    *detail)
{
  BjtStepChoice *self = g_new0 (BjtStepChoice, 1);

  self->id = *id;
  self->name = g_strdup (name);
  self->detail = g_strdup (detail);
  return self;
}

void
bjt_step_choice_free (BjtStepChoice *self)
{
  g_free (self->name);
  g_free (self->detail);
  g_free (self);
}

/* What is ended is asked about, even where only a note may be given. */
gboolean
bjt_issue_step_popover_is_needed (const BjtFlowStep *step)
{
  return step->needs != 0 || (step->takes & ~(guint) BJT_FLOW_NOTE) != 0
         || (step->target == BJT_FLOW_TO_STATE && step->to->is_ended);
}

/* The answer */

static int
get_rating (BjtIssueStepPopover *self)
{
  for (int i = 0; i < MAX_RATING; i++)
    if (self->ratings[i] != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->ratings[i])))
      return i + 1;
  return 0;
}

static char *
dup_note (BjtIssueStepPopover *self)
{
  g_autofree char *note = self->note != NULL ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))) : NULL;

  return note != NULL && *g_strstrip (note) != '\0' ? g_steal_pointer (&note) : NULL;
}

static gboolean
is_complete (BjtIssueStepPopover *self)
{
  guint needs = self->step->needs;
  g_autofree char *note = dup_note (self);

  return ((needs & BJT_FLOW_NOTE) == 0 || note != NULL)
         && ((needs & BJT_FLOW_DAY) == 0 || bjt_date_button_get_date (self->day) != BJT_DATE_NONE)
         && ((needs & BJT_FLOW_SATISFACTION) == 0 || get_rating (self) > 0)
         && ((needs & ASKS_CHOICE) == 0 || !bjt_uuid_is_nil (&self->chosen));
}

static void
update (BjtIssueStepPopover *self)
{
  gtk_widget_set_sensitive (self->confirm, is_complete (self));
}

static void
confirm_cb (BjtIssueStepPopover *self)
{
  g_autofree char *note = dup_note (self);
  BjtIssueStep answer = BJT_ISSUE_STEP_INIT;

  if (!is_complete (self))
    return;
  answer.code = self->step->code;
  answer.note = note;
  answer.satisfaction = get_rating (self);
  if (self->day != NULL)
    answer.day = bjt_date_button_get_date (self->day);
  if ((self->step->takes & BJT_FLOW_PARTNER) != 0)
    answer.partner_id = self->chosen;
  else if ((self->step->takes & BJT_FLOW_OTHER) != 0)
    answer.other_id = self->chosen;
  if (self->func (&answer, self->data))
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* Confirms where nothing else is missing. */
static void
choose_cb (BjtIssueStepPopover *self,
           GtkButton           *button)
{
  self->chosen = *(const BjtUuid *) g_object_get_data (G_OBJECT (button), "id");
  for (GtkWidget *i = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); i != NULL; i = gtk_widget_get_next_sibling (i))
    gtk_widget_remove_css_class (i, "chosen-choice");
  gtk_widget_add_css_class (GTK_WIDGET (button), "chosen-choice");
  update (self);
  if (is_complete (self))
    confirm_cb (self);
  else if (self->note != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* The questions */

static const char *
get_note_label (const BjtFlowStep *step)
{
  if ((step->effects & BJT_FLOW_RESULTS) != 0)
    return _("What came of it");
  if ((step->effects & BJT_FLOW_REPLIES) != 0 && step->target == BJT_FLOW_TO_SAME)
    return _("What the resident was told");
  return (step->needs & BJT_FLOW_NOTE) != 0 ? _("Note") : _("Note, if there is anything to say");
}

static const char *
get_day_label (const BjtFlowStep *step)
{
  if ((step->effects & BJT_FLOW_POSTPONES) != 0)
    return _("New last day");
  if ((step->effects & BJT_FLOW_WHISTLES) != 0)
    return _("To arrive by");
  if (step->next != NULL)
    return _("Next step by");
  return _("By");
}

static void
add_note (BjtIssueStepPopover *self)
{
  const char *label = get_note_label (self->step);

  self->note = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->note, label);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->note), 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (confirm_cb), self);
  gtk_box_append (self->box, GTK_WIDGET (self->note));
}

static void
add_day (BjtIssueStepPopover        *self,
         const BjtIssueStepQuestion *question)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (get_day_label (self->step));
  gboolean is_needed = (self->step->needs & BJT_FLOW_DAY) != 0;
  gboolean is_late = question->due_on == BJT_DATE_NONE || question->due_on < question->today || (self->step->effects & BJT_FLOW_POSTPONES) == 0;
  BjtDate from = is_late ? question->today : question->due_on;

  self->day = g_object_new (BJT_TYPE_DATE_BUTTON, NULL);
  bjt_date_button_set_today (self->day, question->today);
  bjt_date_button_set_date (self->day, is_needed ? bjt_work_calendar_add_days (question->calendar, from, DEFAULT_DAYS) : BJT_DATE_NONE);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (update), self);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->day));
  gtk_box_append (self->box, row);
}

static void
add_ratings (BjtIssueStepPopover *self)
{
  const char *const words[MAX_RATING] = { _("Not content"), _("Fairly content"), _("Content") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (int i = MAX_RATING - 1; i >= 0; i--)
    {
      self->ratings[i] = gtk_toggle_button_new_with_label (words[i]);
      if (i < MAX_RATING - 1)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->ratings[i]), GTK_TOGGLE_BUTTON (self->ratings[MAX_RATING - 1]));
      g_signal_connect_swapped (self->ratings[i], "toggled", G_CALLBACK (update), self);
      gtk_box_append (GTK_BOX (row), self->ratings[i]);
    }
  gtk_box_append (self->box, row);
}

static GtkWidget *
new_choice (BjtIssueStepPopover *self,
            const BjtStepChoice *choice)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *name = gtk_label_new (choice->name);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (choice->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (choice->detail);

      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "step-choice");
  g_object_set_data_full (G_OBJECT (button), "id", g_memdup2 (&choice->id, sizeof choice->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "name", g_utf8_casefold (choice->name, -1), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  return button;
}

static void
search_cb (BjtIssueStepPopover *self,
           GtkEditable         *entry)
{
  g_autofree char *word = g_utf8_casefold (gtk_editable_get_text (entry), -1);

  for (GtkWidget *i = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); i != NULL; i = gtk_widget_get_next_sibling (i))
    gtk_widget_set_visible (i, strstr (g_object_get_data (G_OBJECT (i), "name"), word) != NULL);
}

static void
add_choices (BjtIssueStepPopover *self,
             const GPtrArray     *choices)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *search = gtk_search_entry_new ();

  self->choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  for (guint i = 0; i < choices->len; i++)
    gtk_box_append (self->choices, new_choice (self, choices->pdata[i]));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->choices));
  gtk_widget_set_visible (search, choices->len > MANY_CHOICES);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find"), -1);
  g_signal_connect_swapped (search, "changed", G_CALLBACK (search_cb), self);
  gtk_box_append (self->box, search);
  gtk_box_append (self->box, scroller);
}

static void
add_nothing (BjtIssueStepPopover *self)
{
  GtkWidget *label = gtk_label_new ((self->step->takes & BJT_FLOW_PARTNER) != 0 ? _("No department or partner is entered yet")
                                                                                : _("There is no other open issue"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->box, label);
}

/* Object */

static gboolean
unparent_cb (gpointer self)
{
  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
  return G_SOURCE_REMOVE;
}

/* Not while its own signal is running. */
static void
closed_cb (BjtIssueStepPopover *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (self), g_object_unref);
}

static void
parent_gone_cb (GtkWidget *self)
{
  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
}

static void
bjt_issue_step_popover_class_init (BjtIssueStepPopoverClass *klass)
{
}

static void
bjt_issue_step_popover_init (BjtIssueStepPopover *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "step-form");
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

static void
fill (BjtIssueStepPopover        *self,
      const BjtIssueStepQuestion *question)
{
  const char *name = bjt_flow_words_get_step (self->step);
  GtkWidget *title = gtk_label_new (name);
  guint takes = self->step->takes;

  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (self->box, title);
  if ((takes & BJT_FLOW_SATISFACTION) != 0)
    add_ratings (self);
  if ((takes & BJT_FLOW_NOTE) != 0)
    add_note (self);
  if ((takes & BJT_FLOW_DAY) != 0)
    add_day (self, question);
  if ((takes & ASKS_CHOICE) != 0 && question->choices != NULL && question->choices->len > 0)
    add_choices (self, question->choices);
  else if ((self->step->needs & ASKS_CHOICE) != 0)
    add_nothing (self);
  self->confirm = gtk_button_new_with_label (name);
  gtk_widget_add_css_class (self->confirm, "suggested-action");
  gtk_widget_set_visible (self->confirm, (self->step->needs & ASKS_CHOICE) == 0 || (self->step->needs & ~(guint) ASKS_CHOICE) != 0);
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (confirm_cb), self);
  gtk_box_append (self->box, self->confirm);
}

GtkWidget *
bjt_issue_step_popover_ask (GtkWidget                  *parent,
                            const BjtIssueStepQuestion *question,
                            BjtIssueStepFunc            func,
                            gpointer                    data)
{
  BjtIssueStepPopover *self = g_object_new (BJT_TYPE_ISSUE_STEP_POPOVER, NULL);

  self->step = question->step;
  self->func = func;
  self->data = data;
  fill (self, question);
  update (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, bjt_flow_words_get_step (self->step), -1);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self));
  if (self->note != NULL && (self->step->takes & ASKS_CHOICE) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
  return GTK_WIDGET (self);
}
