/* bjt-today-row.c: three faces in a stack, one for headings, doors and issues.
 * With the curtain drawn a door is a place and a day, nothing else. The menu
 * is made when it is opened. */
#include "bjt-today-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/bjt-text.h"
#include "rules/bjt-morning-board.h"
#include "widgets/bjt-cadence-words.h"
#include "widgets/bjt-category-chip.h"
#include "widgets/bjt-door-text.h"
#include "widgets/bjt-flow-dots.h"
#include "widgets/bjt-issue-row.h"
#include "widgets/bjt-rows.h"
#include "widgets/bjt-swatch.h"
#include "widgets/bjt-widgets.h"
#include "widgets/bjt-words.h"

#define MAX_CHIPS 4

struct _BjtTodayRow
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget      *faces;
  GtkLabel       *heading_label;
  GtkLabel       *count_label;
  GtkLabel       *cordon_label;
  GtkWidget      *all_button;
  GtkWidget      *door_box;
  GtkCheckButton *check;
  GtkLabel       *door_label;
  GtkLabel       *name_label;
  GtkBox         *chips;
  GtkLabel       *lateness_label;
  GtkLabel       *reason_label;
  GtkStack       *swatches;
  GtkLabel       *attempt_label;
  GtkButton      *met_button;
  GtkMenuButton  *menu_button;
  GtkLabel       *number_label;
  GtkLabel       *title_label;
  GtkLabel       *place_label;
  AdwBin         *dots;
  GtkLabel       *clock_label;

  /* Owned */
  BjtFocus     *focus;
  BjtTodayLine *line;
};

G_DEFINE_FINAL_TYPE (BjtTodayRow, bjt_today_row, GTK_TYPE_WIDGET)

const int bjt_today_outcomes[] = {
  BJT_OUTCOME_PHONED, BJT_OUTCOME_ABSENT, BJT_OUTCOME_NOTE_LEFT, BJT_OUTCOME_NO_ACCESS, BJT_OUTCOME_REFUSED, BJT_OUTCOME_HEARD, -1,
};

/* What a screen reader says: the list's own row stands around this widget. */
static void
speak (BjtTodayRow *self,
       const char  *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      bjt_widgets_toggle_css_class (parent, "heading-row", bjt_today_line_get_entry (self->line)->kind < BJT_TODAY_DOOR);
    }
}

/* Headings */

static char *
dup_heading (BjtPicture          *picture,
             const BjtTodayEntry *entry)
{
  if (entry->kind == BJT_TODAY_GRID)
    return bjt_words_dup_grid (picture, entry->index);
  if (entry->kind == BJT_TODAY_BUILDING)
    return bjt_words_dup_building (picture, entry->index);
  return bjt_words_dup_entrance (picture, entry->index);
}

static char *
dup_silence (BjtPicture          *picture,
             const BjtTodayEntry *entry)
{
  int days = picture->as_of - entry->last_contact;

  if (entry->last_contact == BJT_DATE_NONE)
    return g_strdup (_("no contact so far"));
  return g_strdup_printf (g_dngettext (NULL, "no contact for %d day", "no contact for %d days", (gulong) days), days);
}

static char *
dup_count (BjtPicture          *picture,
           const BjtTodayEntry *entry)
{
  if (entry->kind == BJT_TODAY_GRID)
    return dup_silence (picture, entry);
  if (entry->n_left == 0)
    return g_strdup (_("all done"));
  if (entry->n_left < entry->n_doors)
    /* Translators: of the homes to visit in a building or entrance, how many are left */
    return g_strdup_printf (_("%u of %u left"), entry->n_left, entry->n_doors);
  return g_strdup_printf (g_dngettext (NULL, "%u home", "%u homes", entry->n_doors), entry->n_doors);
}

static char *
dup_cordon (BjtPicture          *picture,
            const BjtTodayEntry *entry)
{
  const BjtPictureEntrance *entrance = entry->kind == BJT_TODAY_ENTRANCE ? bjt_picture_get_entrance (picture, entry->index) : NULL;

  return entrance != NULL && entrance->cordon != NULL ? bjt_words_dup_cordon (picture, entry->index) : NULL;
}

static void
show_heading (BjtTodayRow *self)
{
  BjtPicture *picture = bjt_today_line_get_picture (self->line);
  const BjtTodayEntry *entry = bjt_today_line_get_entry (self->line);
  gboolean is_entrance = entry->kind == BJT_TODAY_ENTRANCE;
  g_autofree char *heading = dup_heading (picture, entry);
  g_autofree char *count = dup_count (picture, entry);
  g_autofree char *cordon = dup_cordon (picture, entry);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", heading, count);

  gtk_label_set_text (self->heading_label, heading);
  bjt_widgets_toggle_css_class (GTK_WIDGET (self->heading_label), "heading", !is_entrance);
  gtk_widget_set_margin_start (GTK_WIDGET (self->heading_label), is_entrance ? 4 : 0);
  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->cordon_label, cordon != NULL ? cordon : "");
  gtk_widget_set_visible (GTK_WIDGET (self->cordon_label), cordon != NULL);
  gtk_widget_set_visible (self->all_button, is_entrance);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all_button), "u", is_entrance ? entry->index : 0);
  speak (self, spoken);
}

/* Doors */

static char *
dup_door (BjtPicture *picture,
          guint32     door)
{
  const BjtPictureDoor *d = bjt_picture_get_door (picture, door);
  const BjtPictureBuilding *b = bjt_picture_get_building (picture, d->building);
  const char *building = b->label != NULL ? b->label : b->name != NULL ? b->name : "?";
  const char *label = d->label != NULL ? d->label : "?";

  if (d->entrance == BJT_NO_INDEX)
    return g_strdup_printf ("%s-%s", building, label);
  return g_strdup_printf ("%s-%s-%s", building, bjt_picture_get_entrance (picture, d->entrance)->label, label);
}

/* The head of the household, or whom the visit is for. */
static char *
dup_name (BjtPicture *picture,
          guint32     door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  guint32 person = state->due_person != BJT_NO_INDEX ? state->due_person : bjt_picture_get_head (picture, door);

  return person != BJT_NO_INDEX ? bjt_text_mask_name (bjt_picture_get_person (picture, person)->name) : NULL;
}

static BjtCategorySet
leave_few (const BjtPicture *picture,
           BjtCategorySet    categories,
           guint            *n_more)
{
  BjtCategorySet few = 0;
  guint n = 0;

  *n_more = 0;
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      BjtCategorySet bit = G_GUINT64_CONSTANT (1) << c;

      if ((categories & bit) == 0 || bjt_picture_get_category (picture, c)->is_restricted)
        continue;
      if (n++ < MAX_CHIPS)
        few |= bit;
      else
        (*n_more)++;
    }
  return few;
}

static void
show_chips (BjtTodayRow *self,
            BjtPicture  *picture,
            guint32      door)
{
  guint n_more;
  BjtCategorySet few = leave_few (picture, bjt_picture_get_door_state (picture, door)->categories, &n_more);

  bjt_rows_clear (self->chips);
  if (bjt_focus_get_curtain (self->focus))
    return;
  bjt_category_chip_append_all (self->chips, picture, few);
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%u", n_more);

      gtk_box_append (self->chips, gtk_label_new (more));
    }
}

static char *
dup_attempt (BjtTodayRow *self,
             BjtPicture  *picture,
             guint32      door)
{
  int outcome = bjt_today_line_get_outcome (self->line);
  g_autofree char *day = NULL;

  if (outcome < 0)
    return NULL;
  day = bjt_cadence_words_dup_recent_day (bjt_picture_get_door_state (picture, door)->last_visit_on, picture->as_of);
  return g_strdup_printf ("%s %s", day, bjt_words_get_outcome (outcome));
}

static void
show_attempt (BjtTodayRow *self,
              const char  *attempt)
{
  gtk_label_set_text (self->attempt_label, attempt != NULL ? attempt : "");
  gtk_widget_set_visible (GTK_WIDGET (self->swatches), attempt != NULL);
  if (attempt != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%d", bjt_today_line_get_outcome (self->line));

      gtk_stack_set_visible_child_name (self->swatches, name);
    }
}

static void
show_due (BjtTodayRow *self,
          BjtPicture  *picture,
          guint32      door)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, door);
  gboolean is_late = state->next_due_on != BJT_DATE_NONE && state->next_due_on < picture->as_of;
  g_autofree char *reason = bjt_focus_get_curtain (self->focus) ? NULL : bjt_cadence_words_dup_reason (picture, door);
  g_autofree char *lateness = state->next_due_on != BJT_DATE_NONE ? bjt_cadence_words_dup_lateness (picture->as_of - state->next_due_on) : NULL;

  gtk_label_set_text (self->lateness_label, lateness != NULL ? lateness : "");
  bjt_widgets_toggle_css_class (GTK_WIDGET (self->lateness_label), "overdue", is_late);
  gtk_label_set_text (self->reason_label, reason != NULL ? reason : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->reason_label), reason);
}

static void
show_door (BjtTodayRow *self)
{
  BjtPicture *picture = bjt_today_line_get_picture (self->line);
  guint32 door = bjt_today_line_get_door (self->line);
  gboolean is_met = bjt_today_line_is_met (self->line);
  g_autofree char *label = dup_door (picture, door);
  g_autofree char *name = bjt_focus_get_curtain (self->focus) ? NULL : dup_name (picture, door);
  g_autofree char *attempt = dup_attempt (self, picture, door);
  g_autofree char *spoken = NULL;

  gtk_label_set_text (self->door_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->door_label), label);
  gtk_label_set_text (self->name_label, name != NULL ? name : "");
  show_chips (self, picture, door);
  show_due (self, picture, door);
  show_attempt (self, attempt);
  bjt_widgets_toggle_css_class (self->door_box, "visited", bjt_today_line_is_visited (self->line));
  gtk_widget_set_visible (GTK_WIDGET (self->met_button), !is_met);
  spoken = g_strjoin (", ", label, name != NULL ? name : "", gtk_label_get_text (self->lateness_label),
                      gtk_label_get_text (self->reason_label), attempt, NULL);
  speak (self, spoken);
}

/* Issues */

static char *
dup_place (BjtPicture            *picture,
           const BjtPictureIssue *issue)
{
  g_autofree char *building = NULL, *entrance = NULL;

  if (issue->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (picture, issue->door);
  if (issue->entrance == BJT_NO_INDEX)
    return issue->building != BJT_NO_INDEX ? bjt_words_dup_building (picture, issue->building) : g_strdup ("");
  building = bjt_words_dup_building (picture, bjt_picture_get_entrance (picture, issue->entrance)->building);
  entrance = bjt_words_dup_entrance (picture, issue->entrance);
  return g_strdup_printf ("%s %s", building, entrance);
}

static void
show_issue (BjtTodayRow *self)
{
  BjtPicture *picture = bjt_today_line_get_picture (self->line);
  const BjtPictureIssue *issue = bjt_picture_get_issue (picture, bjt_today_line_get_entry (self->line)->index);
  gboolean is_over = bjt_morning_board_get_issue_time (picture, issue) == BJT_ISSUE_TIME_OVER;
  gboolean is_told = issue->title != NULL && !bjt_focus_get_curtain (self->focus);
  g_autofree char *place = dup_place (picture, issue);
  g_autofree char *clock = bjt_issue_row_dup_clock (issue->due_on, picture->as_of);
  g_autofree char *spoken = g_strjoin (", ", is_told ? issue->title : "", place, bjt_words_get_status (issue->status), clock, NULL);

  gtk_label_set_text (self->number_label, issue->number != NULL ? issue->number : "");
  gtk_label_set_text (self->title_label, is_told ? issue->title : "—");
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->clock_label, clock != NULL ? clock : "");
  bjt_widgets_toggle_css_class (GTK_WIDGET (self->clock_label), "overdue", is_over);
  adw_bin_set_child (self->dots, bjt_flow_dots_new (issue->status, is_over));
  speak (self, spoken);
}

/* The others are gone for screen readers too. */
static void
show_face (BjtTodayRow *self,
           const char  *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (GTK_STACK (self->faces), name);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (GTK_STACK (self->faces), shown);
  for (GtkWidget *i = gtk_widget_get_first_child (self->faces); i != NULL; i = gtk_widget_get_next_sibling (i))
    gtk_widget_set_visible (i, i == shown);
}

static void
update (BjtTodayRow *self)
{
  BjtTodayKind kind = bjt_today_line_get_entry (self->line)->kind;

  show_face (self, kind == BJT_TODAY_DOOR ? "door" : kind == BJT_TODAY_ISSUE ? "issue" : "heading");
  if (kind == BJT_TODAY_DOOR)
    show_door (self);
  else if (kind == BJT_TODAY_ISSUE)
    show_issue (self);
  else
    show_heading (self);
}

void
bjt_today_row_set_line (BjtTodayRow  *self,
                        BjtTodayLine *line)
{
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_func (self->line, update, self);
  g_set_object (&self->line, line);
  if (line == NULL)
    return;
  g_signal_connect_swapped (line, "changed", G_CALLBACK (update), self);
  update (self);
}

BjtTodayLine *
bjt_today_row_get_line (BjtTodayRow *self)
{
  return self->line;
}

GtkCheckButton *
bjt_today_row_get_check (BjtTodayRow *self)
{
  return self->check;
}

/* Actions */

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *outcome)
{
  BjtTodayRow *self = BJT_TODAY_ROW (widget);

  if (self->line != NULL && bjt_today_line_get_door (self->line) != BJT_NO_INDEX)
    gtk_widget_activate_action (widget, "today.record", "(ui)", bjt_today_line_get_door (self->line), g_variant_get_int32 (outcome));
}

static void
more_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  BjtTodayRow *self = BJT_TODAY_ROW (widget);

  if (self->line != NULL && bjt_today_line_get_door (self->line) != BJT_NO_INDEX)
    gtk_widget_activate_action (widget, "today.more", "u", bjt_today_line_get_door (self->line));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       unused)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) outcomes = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  for (guint i = 0; bjt_today_outcomes[i] >= 0; i++)
    {
      g_autofree char *action = g_strdup_printf ("line.record(%d)", bjt_today_outcomes[i]);

      g_menu_append (outcomes, bjt_words_get_outcome (bjt_today_outcomes[i]), action);
    }
  g_menu_append (more, _("More…"), "line.more");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (outcomes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Object */

static void
bjt_today_row_dispose (GObject *object)
{
  BjtTodayRow *self = BJT_TODAY_ROW (object);

  bjt_today_row_set_line (self, NULL);
  g_clear_object (&self->focus);
  g_clear_pointer (&self->faces, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_today_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/cn/baijiatu/Baijiatu/bjt-today-row.ui");
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, faces);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, heading_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, count_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, cordon_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, all_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, door_box);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, check);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, door_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, name_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, chips);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, lateness_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, reason_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, swatches);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, attempt_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, met_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, menu_button);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, number_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, title_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, place_label);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, dots);
  gtk_widget_class_bind_template_child (klass, BjtTodayRow, clock_label);
}

static void
bjt_today_row_class_init (BjtTodayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_today_row_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "line.record", "i", record_action);
  gtk_widget_class_install_action (widget_class, "line.more", NULL, more_action);
}

static void
bjt_today_row_init (BjtTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < BJT_N_OUTCOMES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", i);

      gtk_stack_add_named (self->swatches, bjt_swatch_new (BJT_SWATCH_OUTCOME, i), name);
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->all_button), "u", 0); /* before the name, which needs one */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->all_button), "today.select-entrance");
  gtk_button_set_label (self->met_button, bjt_words_get_outcome (BJT_OUTCOME_MET));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
}

GtkWidget *
bjt_today_row_new (BjtFocus *focus)
{
  BjtTodayRow *self = g_object_new (BJT_TYPE_TODAY_ROW, NULL);

  self->focus = g_object_ref (focus);
  return GTK_WIDGET (self);
}
