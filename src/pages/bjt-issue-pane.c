/* bjt-issue-pane.c: shows a file of an issue and takes its steps. Buttons stay
 * while what they say changes, so that the keyboard stays on them; a step is
 * taken from the state that was shown. With the curtain drawn nothing is shown. */
#include "bjt-issue-pane.h"

#include <glib/gi18n.h>
#include <math.h>

#include "bjt-clock-words.h"
#include "bjt-flow-words.h"
#include "bjt-issue-calls.h"
#include "bjt-issue-choices.h"
#include "bjt-issue-desk.h"
#include "bjt-issue-doors.h"
#include "bjt-issue-facts.h"
#include "bjt-issue-file.h"
#include "bjt-issue-slots.h"
#include "bjt-issue-step-popover.h"
#include "bjt-issue-timeline.h"
#include "widgets/bjt-flow-strip.h"
#include "widgets/bjt-rows.h"
#include "widgets/bjt-widgets.h"
#include "widgets/bjt-words.h"
#include "workspace/bjt-workspace-calendar.h"

#define N_STEP_BUTTONS 3 /* the others are in the menu */
#define REPLY_STEP "reply"
#define MERGE_STEP "duplicate"

struct _BjtIssuePane
{
  BjtPage parent_instance;

  /* Template */
  GtkStack      *stack;
  GtkLabel      *number_label;
  GtkLabel      *state_label;
  GtkLabel      *tier_label;
  GtkLabel      *title_label;
  GtkWidget     *place_button;
  GtkLabel      *place_label;
  BjtFlowStrip  *strip;
  GtkLabel      *close_label;
  GtkLabel      *reply_label;
  GtkWidget     *reply_button;
  GtkWidget     *actions;
  GtkWidget     *step_buttons[N_STEP_BUTTONS];
  GtkMenuButton *menu_button;
  GtkWidget     *scroller;
  GtkBox        *likely;
  GtkBox        *facts;
  GtkBox        *body;

  /* Borrowed */
  GtkWidget *slots;
  GtkWidget *calls;
  GtkWidget *doors;
  GtkWidget *timeline;

  /* Owned */
  BjtIssueFile *file; /* NULL: none */

  /* State */
  BjtUuid issue_id;
};

G_DEFINE_FINAL_TYPE (BjtIssuePane, bjt_issue_pane, BJT_TYPE_PAGE)

/* Head */

static void
show_head (BjtIssuePane *self)
{
  const BjtIssue *issue = self->file->issue;
  const BjtLedgerIssue *line = self->file->line;
  const char *kind = line->kind != BJT_NO_INDEX ? bjt_ledger_get_kind (self->file->ledger, line->kind)->name : NULL;
  g_autofree char *number = kind != NULL ? g_strdup_printf ("%s · %s", issue->number, kind) : g_strdup (issue->number);
  BjtDate reached[BJT_N_ISSUE_STATUSES];

  gtk_label_set_text (self->number_label, number);
  gtk_label_set_text (self->state_label, bjt_flow_words_get_state (self->file->state->code));
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), self->file->state != bjt_issue_flow_find_of_box (bjt_issue_flow_get_default (), issue->status));
  gtk_label_set_text (self->tier_label, issue->tier != NULL ? issue->tier : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tier_label), issue->tier != NULL);
  gtk_label_set_text (self->title_label, issue->title != NULL ? issue->title : "—");
  gtk_label_set_text (self->place_label, line->where != NULL ? line->where : isnan (line->place.x) ? _("Place not known") : _("A place on the map"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issue.go", line->building != BJT_NO_INDEX || !isnan (line->place.x));
  bjt_issue_file_list_days (self->file, reached);
  bjt_flow_strip_set (self->strip, issue->status, bjt_clock_words_get_tone (self->file->clock), reached, bjt_time_get_local_date (self->file->now));
}

static void
show_clock (BjtIssuePane               *self,
            GtkLabel                   *label,
            const char                 *name,
            const BjtIssueClockReading *reading)
{
  BjtLedgerClock clock = bjt_clock_words_get_clock (reading->state);
  g_autofree char *words = bjt_clock_words_dup_reading (reading, bjt_workspace_get_calendar (bjt_page_get_workspace (BJT_PAGE (self))), self->file->now);
  g_autofree char *day = bjt_words_dup_day (reading->due != 0 ? bjt_time_get_local_date (reading->due) : BJT_DATE_NONE, bjt_time_get_local_date (self->file->now));
  /* Translators: what is to be done, how much time is left, the last day */
  g_autofree char *text = reading->due != 0 ? g_strdup_printf (_("%s: %s (%s)"), name, words, day) : g_strdup_printf (_("%s: %s"), name, words);

  gtk_label_set_text (label, text);
  bjt_widgets_toggle_css_class (GTK_WIDGET (label), "overdue", clock == BJT_LEDGER_CLOCK_OVERDUE);
  bjt_widgets_toggle_css_class (GTK_WIDGET (label), "soon", clock == BJT_LEDGER_CLOCK_SOON);
}

static void
show_clocks (BjtIssuePane *self)
{
  const BjtIssueFlow *flow = bjt_issue_flow_get_default ();
  const BjtFlowStep *reply = bjt_issue_flow_find_step (flow, REPLY_STEP);
  gboolean has_reply_clock = self->file->issue->reply_limit != NULL || self->file->issue->replied_at != 0;

  show_clock (self, self->close_label, _("To close"), &self->file->close);
  if (has_reply_clock)
    show_clock (self, self->reply_label, _("To reply"), &self->file->reply);
  else
    gtk_label_set_text (self->reply_label, _("The resident has had no reply"));
  gtk_widget_set_visible (self->reply_button, reply != NULL && bjt_issue_flow_allows (flow, self->file->state, reply));
  gtk_widget_set_visible (GTK_WIDGET (self->reply_label), has_reply_clock || gtk_widget_get_visible (self->reply_button));
}

/* Steps */

static void
show_steps (BjtIssuePane *self)
{
  g_autoptr (GPtrArray) steps = bjt_issue_flow_list_steps (bjt_issue_flow_get_default (), self->file->state);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < N_STEP_BUTTONS; i++)
    {
      const BjtFlowStep *step = i < steps->len ? steps->pdata[i] : NULL;

      gtk_widget_set_visible (self->step_buttons[i], step != NULL);
      if (step == NULL)
        continue;
      gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->step_buttons[i]))), bjt_flow_words_get_step (step));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->step_buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, bjt_flow_words_get_step (step), -1);
      gtk_widget_set_tooltip_text (self->step_buttons[i], bjt_flow_words_get_step (step));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->step_buttons[i]), "s", step->code);
    }
  for (guint i = N_STEP_BUTTONS; i < steps->len; i++)
    {
      const BjtFlowStep *step = steps->pdata[i];
      g_autofree char *action = g_strdup_printf ("issue.step::%s", step->code);

      g_menu_append (menu, bjt_flow_words_get_step (step), action);
    }
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), steps->len > N_STEP_BUTTONS);
}

static gboolean
take_step (const BjtIssueStep *step,
           gpointer            user_data)
{
  BjtIssuePane *self = user_data;
  BjtIssueStep seen = *step;
  g_autofree char *state = self->file != NULL ? g_strdup (self->file->state->code) : NULL;

  if (state == NULL)
    return FALSE;
  seen.state = state;
  if (bjt_issue_desk_take_step (BJT_PAGE (self), &self->issue_id, &seen))
    return TRUE;
  bjt_issue_pane_refresh (self);
  return FALSE;
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtIssuePane *self = BJT_ISSUE_PANE (widget);
  const BjtFlowStep *step = bjt_issue_flow_find_step (bjt_issue_flow_get_default (), g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) choices = NULL;
  BjtIssueStepQuestion question;
  BjtIssueStep plain = BJT_ISSUE_STEP_INIT;

  if (self->file == NULL || step == NULL)
    return;
  if (!bjt_issue_step_popover_is_needed (step))
    {
      plain.code = step->code;
      take_step (&plain, self);
      return;
    }
  choices = bjt_issue_choices_list (self->file, step);
  question = (BjtIssueStepQuestion) {
    step, choices, bjt_workspace_get_calendar (bjt_page_get_workspace (BJT_PAGE (self))), bjt_time_get_local_date (self->file->now), self->file->issue->due_on,
  };
  bjt_issue_step_popover_ask (self->actions, &question, take_step, self);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BjtIssueStep step = BJT_ISSUE_STEP_INIT;

  step.code = MERGE_STEP;
  if (bjt_uuid_init_from_string (&step.other_id, g_variant_get_string (parameter, NULL)))
    take_step (&step, widget);
}

/* Others like it */

static GtkWidget *
new_link (const char    *label,
          const char    *action,
          const BjtUuid *id)
{
  g_autofree char *key = bjt_uuid_dup_string (id);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
append_duplicate (BjtIssuePane   *self,
                  const BjtIssue *other)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label, *merge;
  g_autofree char *day = bjt_words_dup_day (other->reported_on, bjt_time_get_local_date (self->file->now));
  g_autofree char *text = g_strdup_printf ("%s %s · %s", other->number, other->title, day);
  g_autofree char *spoken = g_strdup_printf (_("Go on as %s"), other->number);

  label = bjt_rows_create_label (text, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  merge = new_link (_("Merge"), "issue.merge", &other->id);
  gtk_widget_set_tooltip_text (merge, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (merge), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), new_link (_("Look"), "issue.show", &other->id));
  gtk_box_append (GTK_BOX (row), merge);
  gtk_box_append (self->likely, row);
}

static void
show_likely (BjtIssuePane *self)
{
  const BjtIssue *whole = self->file->merged_into;

  bjt_rows_clear (self->likely);
  gtk_widget_set_visible (GTK_WIDGET (self->likely), whole != NULL || self->file->duplicates->len > 0);
  if (whole != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Goes on as %s"), whole->number);
      GtkWidget *link = new_link (text, "issue.show", &whole->id);

      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (self->likely, link);
    }
  if (self->file->duplicates->len == 0)
    return;
  gtk_box_append (self->likely, bjt_rows_create_label (_("The same may have been reported already:"), "caption"));
  for (guint i = 0; i < self->file->duplicates->len; i++)
    append_duplicate (self, self->file->duplicates->pdata[i]);
}

/* All of it */

static void
update (BjtIssuePane *self)
{
  BjtFocus *focus = bjt_page_get_focus (BJT_PAGE (self));
  gboolean is_curtained = bjt_focus_get_curtain (focus);

  gtk_stack_set_visible_child_name (self->stack, self->file == NULL ? "none" : is_curtained ? "hidden" : "issue");
  if (self->file == NULL || is_curtained)
    return;
  show_head (self);
  show_clocks (self);
  show_steps (self);
  show_likely (self);
  bjt_rows_clear (self->facts);
  bjt_issue_facts_append (self->facts, self->file, focus);
  bjt_issue_slots_show (BJT_ISSUE_SLOTS (self->slots), self->file);
  bjt_issue_calls_show (BJT_ISSUE_CALLS (self->calls), self->file);
  bjt_issue_doors_show (BJT_ISSUE_DOORS (self->doors), self->file);
  bjt_issue_timeline_show (BJT_ISSUE_TIMELINE (self->timeline), self->file);
}

void
bjt_issue_pane_refresh (BjtIssuePane *self)
{
  g_autoptr (GError) error = NULL;
  BjtIssueFile *file = bjt_uuid_is_nil (&self->issue_id) ? NULL : bjt_issue_file_read (bjt_page_get_workspace (BJT_PAGE (self)), &self->issue_id, &error);

  if (file == NULL)
    self->issue_id = BJT_UUID_NIL;
  if (error != NULL && !g_error_matches (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND))
    bjt_page_tell_error (BJT_PAGE (self), error);
  bjt_issue_file_free (self->file);
  self->file = file;
  update (self);
}

void
bjt_issue_pane_show (BjtIssuePane  *self,
                     const BjtUuid *issue_id)
{
  self->issue_id = *issue_id;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  bjt_issue_pane_refresh (self);
}

const BjtUuid *
bjt_issue_pane_get_issue_id (BjtIssuePane *self)
{
  return &self->issue_id;
}

void
bjt_issue_pane_focus_step (BjtIssuePane *self)
{
  gtk_widget_grab_focus (self->step_buttons[0]);
}

/* Going elsewhere */

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  BjtIssuePane *self = BJT_ISSUE_PANE (widget);
  BjtFocus *focus = bjt_page_get_focus (BJT_PAGE (self));
  const BjtLedgerIssue *line = self->file != NULL ? self->file->line : NULL;

  if (line == NULL || bjt_page_get_picture (BJT_PAGE (self)) != self->file->ledger->picture)
    return;
  if (line->door != BJT_NO_INDEX)
    bjt_focus_choose_door (focus, line->door);
  else if (line->building != BJT_NO_INDEX)
    bjt_focus_choose_building (focus, line->building);
  if (line->building == BJT_NO_INDEX && !isnan (line->place.x))
    gtk_widget_activate_action (widget, "win.go-to", "(dd)", line->place.x, line->place.y);
  else
    gtk_widget_activate_action (widget, "win.page", "s", "map");
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.issue", "s", g_variant_get_string (parameter, NULL));
}

/* Object */

static void
bjt_issue_pane_finalize (GObject *object)
{
  g_clear_pointer (&BJT_ISSUE_PANE (object)->file, bjt_issue_file_free);
  G_OBJECT_CLASS (bjt_issue_pane_parent_class)->finalize (object);
}

static void
add_section (BjtIssuePane *self,
             const char   *heading,
             GtkWidget    *section)
{
  if (heading != NULL)
    gtk_box_append (self->body, bjt_rows_create_heading (heading, NULL));
  gtk_box_append (self->body, section);
}

static void
bjt_issue_pane_constructed (GObject *object)
{
  BjtIssuePane *self = BJT_ISSUE_PANE (object);
  BjtPage *page = BJT_PAGE (self);

  G_OBJECT_CLASS (bjt_issue_pane_parent_class)->constructed (object);
  self->slots = bjt_issue_slots_new (page);
  self->calls = bjt_issue_calls_new (page);
  self->doors = bjt_issue_doors_new (page);
  self->timeline = bjt_issue_timeline_new (page);
  add_section (self, _("Five Persons"), self->slots);
  add_section (self, NULL, self->calls);
  add_section (self, NULL, self->doors);
  add_section (self, _("What Was Done"), self->timeline);
  g_signal_connect_object (bjt_page_get_focus (page), "privacy-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/cn/baijiatu/Baijiatu/bjt-issue-pane.ui");
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, stack);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, number_label);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, state_label);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, tier_label);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, title_label);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, place_button);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, place_label);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, strip);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, close_label);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, reply_label);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, reply_button);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, actions);
  gtk_widget_class_bind_template_child_full (klass, "first_button", FALSE, G_STRUCT_OFFSET (BjtIssuePane, step_buttons[0]));
  gtk_widget_class_bind_template_child_full (klass, "second_button", FALSE, G_STRUCT_OFFSET (BjtIssuePane, step_buttons[1]));
  gtk_widget_class_bind_template_child_full (klass, "third_button", FALSE, G_STRUCT_OFFSET (BjtIssuePane, step_buttons[2]));
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, menu_button);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, scroller);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, likely);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, facts);
  gtk_widget_class_bind_template_child (klass, BjtIssuePane, body);
}

static void
bjt_issue_pane_class_init (BjtIssuePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = bjt_issue_pane_constructed;
  object_class->finalize = bjt_issue_pane_finalize;
  g_type_ensure (BJT_TYPE_FLOW_STRIP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "issue.step", "s", step_action);
  gtk_widget_class_install_action (widget_class, "issue.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "issue.go", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "issue.show", "s", show_action);
}

static void
bjt_issue_pane_init (BjtIssuePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
