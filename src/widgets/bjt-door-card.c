/* bjt-door-card.c: everything on the card is read from the focus and the
 * records handed in; everything a person does leaves as a signal.
 *
 * What is typed is never lost: a form that is closed, or left by choosing
 * another door, keeps a draft for its door until it is saved. Names shown on
 * purpose are masked again with another choice or after a minute. */
#include "bjt-door-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bjt-cadence-words.h"
#include "bjt-card-head.h"
#include "bjt-door-text.h"
#include "bjt-draft-box.h"
#include "bjt-household-list.h"
#include "bjt-issue-form.h"
#include "bjt-issue-row.h"
#include "bjt-mark-popover.h"
#include "bjt-note-section.h"
#include "bjt-place-card.h"
#include "bjt-rows.h"
#include "bjt-visit-form.h"
#include "bjt-visit-list.h"
#include "bjt-widgets.h"
#include "bjt-words.h"

#define SHOW_SECONDS 60

struct _BjtDoorCard
{
  GtkWidget parent_instance;

  /* Template */
  GtkWidget         *stack;
  BjtPlaceCard      *place;
  GtkLabel          *title;
  GtkLabel          *subtitle;
  GtkBox            *badges;
  GtkWidget         *mark;
  BjtMarkPopover    *mark_popover;
  GtkScrolledWindow *scroller;
  GtkWidget         *curtain;
  GtkRevealer       *fold;
  GtkStack          *forms;
  BjtVisitForm      *visit_form;
  BjtIssueForm      *issue_form;
  GtkToggleButton   *show;
  GtkBox            *households;
  GtkBox            *issues;
  BjtNoteSection    *notes;
  GtkBox            *cadence;
  BjtVisitList      *visits;

  /* Owned */
  BjtFocus     *focus;
  GSignalGroup *focus_signals;
  GPtrArray    *visit_records;
  GPtrArray    *issue_records;
  GPtrArray    *staff_records;
  BjtDraftBox   drafts;

  /* State */
  BjtUuid  door_id;   /* the door on the card; NIL: none */
  BjtUuid  advancing_id; /* the issue whose note is being saved */
  gboolean has_form;  /* a form is open, for that door */
  guint    hide_timer;
};

G_DEFINE_FINAL_TYPE (BjtDoorCard, bjt_door_card, GTK_TYPE_WIDGET)

enum
{
  RECORD_VISIT,
  REPORT_ISSUE,
  ADVANCE_ISSUE,
  TICK_CATEGORY,
  OVERRIDE_CLASS,
  PRINT_DOOR,
  REMOVE_VISIT,
  OPEN_PHOTO,
  NEEDS_HISTORY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static BjtPicture *
get_picture (BjtDoorCard *self)
{
  return self->focus != NULL ? bjt_focus_get_picture (self->focus) : NULL;
}

static guint32
get_door (BjtDoorCard *self)
{
  return get_picture (self) != NULL ? bjt_focus_get_door (self->focus) : BJT_NO_INDEX;
}

/* Issues */

static const BjtIssue *
find_record (BjtDoorCard   *self,
             const BjtUuid *id)
{
  for (guint i = 0; self->issue_records != NULL && i < self->issue_records->len; i++)
    if (bjt_uuid_equal (&((BjtIssue *) self->issue_records->pdata[i])->id, id))
      return self->issue_records->pdata[i];
  return NULL;
}

static void
advance_cb (BjtIssueRow *row,
            int          to_status,
            const char  *note,
            BjtDoorCard *self)
{
  const BjtUuid *id = g_object_get_data (G_OBJECT (row), "issue-id");
  gboolean       is_saved = FALSE;

  self->advancing_id = *id;
  g_signal_emit (self, signals[ADVANCE_ISSUE], 0, id, to_status, note, &is_saved);
  self->advancing_id = BJT_UUID_NIL;
}

/* Half-typed notes, by issue: the rows are about to be made anew. */
static GHashTable *
collect_notes (BjtDoorCard *self)
{
  GHashTable *notes = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, g_free);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->issues)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const BjtUuid *id = g_object_get_data (G_OBJECT (row), "issue-id");
      const char    *note = BJT_IS_ISSUE_ROW (row) ? bjt_issue_row_get_note (BJT_ISSUE_ROW (row)) : NULL;

      if (note != NULL && *note != '\0' && !bjt_uuid_equal (id, &self->advancing_id))
        g_hash_table_insert (notes, g_memdup2 (id, sizeof *id), g_strdup (note));
    }
  return notes;
}

static void
append_issue (BjtDoorCard *self,
              BjtPicture  *picture,
              guint32      index,
              GHashTable  *notes)
{
  const BjtUuid  *id = &bjt_picture_get_issue (picture, index)->id;
  const BjtIssue *record = find_record (self, id);
  GtkWidget      *row = bjt_issue_row_new (picture, index, record != NULL ? record->description : NULL);

  g_object_set_data_full (G_OBJECT (row), "issue-id", g_memdup2 (id, sizeof *id), g_free);
  g_signal_connect (row, "advance", G_CALLBACK (advance_cb), self);
  if (g_hash_table_contains (notes, id))
    bjt_issue_row_set_note (BJT_ISSUE_ROW (row), g_hash_table_lookup (notes, id));
  gtk_box_append (self->issues, row);
}

static void
append_closed (BjtDoorCard *self,
               BjtDate      as_of)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *expander;
  g_autofree char *title = NULL;
  guint            n = 0;

  for (guint i = 0; self->issue_records != NULL && i < self->issue_records->len; i++)
    {
      const BjtIssue  *issue = self->issue_records->pdata[i];
      g_autofree char *day = bjt_words_dup_day (issue->closed_on, as_of);
      g_autofree char *line = g_strdup_printf ("%s %s", day, issue->title != NULL ? issue->title : "—");

      if (issue->status != BJT_ISSUE_CLOSED)
        continue;
      gtk_box_append (GTK_BOX (box), bjt_rows_create_label (line, "caption"));
      n++;
    }
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u closed issue", "%u closed issues", n), n);
  expander = g_object_ref_sink (gtk_expander_new (title));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  if (n > 0)
    gtk_box_append (self->issues, expander);
  g_object_unref (expander);
}

static void
update_issues (BjtDoorCard *self,
               BjtPicture  *picture,
               guint32      door)
{
  g_autoptr (GHashTable) notes = collect_notes (self);
  guint                  n = 0;

  bjt_rows_clear (self->issues);
  for (guint32 i = 0; i < picture->issues->len; i++)
    if (bjt_door_text_concerns (picture, bjt_picture_get_issue (picture, i), door))
      {
        if (n++ == 0)
          gtk_box_append (self->issues, bjt_rows_create_heading (_ ("Open issues"), NULL));
        append_issue (self, picture, i, notes);
      }
  append_closed (self, picture->as_of);
}

/* Visits */

static void
update_visits (BjtDoorCard *self,
               BjtPicture  *picture,
               guint32      door)
{
  g_autofree char *cadence = bjt_cadence_words_dup_due (picture, door);
  GtkWidget       *heading = bjt_rows_create_heading (_ ("Visits"), cadence);

  bjt_rows_clear (self->cadence);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (self->cadence, heading);
  bjt_visit_list_set_visits (self->visits, self->visit_records, self->staff_records, picture->as_of);
}

/* Privacy */

static void
hide_names (BjtDoorCard *self)
{
  g_clear_handle_id (&self->hide_timer, g_source_remove);
  if (self->focus != NULL)
    bjt_focus_set_names_shown (self->focus, FALSE);
}

static gboolean
hide_timer_cb (gpointer user_data)
{
  BjtDoorCard *self = user_data;

  self->hide_timer = 0;
  hide_names (self);
  return G_SOURCE_REMOVE;
}

static void
show_toggled_cb (BjtDoorCard *self)
{
  gboolean is_shown = gtk_toggle_button_get_active (self->show);

  if (self->focus == NULL || is_shown == bjt_focus_get_names_shown (self->focus))
    return;
  g_clear_handle_id (&self->hide_timer, g_source_remove);
  if (is_shown)
    self->hide_timer = g_timeout_add_seconds (SHOW_SECONDS, hide_timer_cb, self);
  bjt_focus_set_names_shown (self->focus, is_shown);
}

/* Forms */

static gboolean
is_visit_form (BjtDoorCard *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->forms), "visit") == 0;
}

/* A correction has a draft of its own. */
static const BjtUuid *
get_draft_key (BjtDoorCard         *self,
               const BjtVisitEntry *entry)
{
  return bjt_uuid_is_nil (&entry->visit->id) ? &self->door_id : &entry->visit->id;
}

static void
keep_draft (BjtDoorCard *self)
{
  if (!self->has_form)
    return;
  if (is_visit_form (self))
    {
      g_autoptr (BjtVisitEntry) entry = bjt_visit_form_is_touched (self->visit_form) ? bjt_visit_form_dup_entry (self->visit_form) : NULL;

      if (entry != NULL)
        {
          BjtUuid key = *get_draft_key (self, entry);

          bjt_draft_box_take_visit (&self->drafts, &key, g_steal_pointer (&entry));
        }
    }
  else if (bjt_issue_form_is_touched (self->issue_form))
    bjt_draft_box_take_issue (&self->drafts, &self->door_id, bjt_issue_form_dup_entry (self->issue_form));
}

static void
fold_form (BjtDoorCard *self)
{
  self->has_form = FALSE;
  gtk_revealer_set_reveal_child (self->fold, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.close-form", FALSE);
}

static void
close_form_cb (BjtDoorCard *self)
{
  keep_draft (self);
  fold_form (self);
}

static void
unfold_form (BjtDoorCard *self,
             const char  *name)
{
  self->has_form = TRUE;
  gtk_stack_set_visible_child_name (self->forms, name);
  gtk_revealer_set_reveal_child (self->fold, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.close-form", TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
  gtk_widget_grab_focus (gtk_stack_get_visible_child (self->forms));
}

static void
record_visit_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  BjtDoorCard *self = BJT_DOOR_CARD (widget);

  if (get_door (self) == BJT_NO_INDEX)
    return;
  keep_draft (self);
  bjt_visit_form_start (self->visit_form, get_picture (self), get_door (self), bjt_draft_box_get_visit (&self->drafts, &self->door_id));
  bjt_visit_form_set_names_shown (self->visit_form, get_picture (self), bjt_focus_get_names_shown (self->focus));
  unfold_form (self, "visit");
}

static void
photo_wanted_cb (BjtDoorCard *self,
                 const char  *path,
                 GBytes      *pasted)
{
  g_signal_emit (self, signals[OPEN_PHOTO], 0, path, pasted);
}

static void
correct_visit_cb (BjtDoorCard    *self,
                  const BjtVisit *visit)
{
  const BjtVisitEntry      *draft = bjt_draft_box_get_visit (&self->drafts, &visit->id);
  g_autoptr (BjtVisitEntry) entry = draft != NULL ? bjt_visit_entry_copy (draft) : bjt_visit_entry_new (bjt_visit_copy (visit));

  if (get_door (self) == BJT_NO_INDEX)
    return;
  keep_draft (self);
  bjt_visit_form_start (self->visit_form, get_picture (self), get_door (self), entry);
  unfold_form (self, "visit");
}

static void
remove_visit_cb (BjtDoorCard    *self,
                 const BjtVisit *visit)
{
  BjtUuid id = visit->id;

  g_signal_emit (self, signals[REMOVE_VISIT], 0, &id);
}

static void
report_issue_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  BjtDoorCard *self = BJT_DOOR_CARD (widget);

  if (get_door (self) == BJT_NO_INDEX)
    return;
  keep_draft (self);
  bjt_issue_form_start (self->issue_form, get_picture (self), get_door (self), bjt_draft_box_get_issue (&self->drafts, &self->door_id));
  if (parameter != NULL)
    g_object_set (self->issue_form, "where", g_variant_get_string (parameter, NULL), NULL);
  unfold_form (self, "issue");
}

static void
close_form_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  close_form_cb (BJT_DOOR_CARD (widget));
}

static void
print_door_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  BjtDoorCard *self = BJT_DOOR_CARD (widget);

  if (get_door (self) != BJT_NO_INDEX)
    g_signal_emit (self, signals[PRINT_DOOR], 0, get_door (self));
}

/* The draft is kept while saving: the answer may be no. */
static void
save_visit_cb (BjtDoorCard *self)
{
  g_autoptr (BjtVisitEntry) entry = bjt_visit_form_dup_entry (self->visit_form);
  BjtUuid  key = *get_draft_key (self, entry);
  gboolean is_saved = FALSE;

  bjt_draft_box_take_visit (&self->drafts, &key, bjt_visit_entry_copy (entry));
  g_signal_emit (self, signals[RECORD_VISIT], 0, entry, &is_saved);
  if (!is_saved)
    return;
  fold_form (self);
  bjt_draft_box_take_visit (&self->drafts, &key, NULL);
}

static void
save_issue_cb (BjtDoorCard *self)
{
  g_autoptr (BjtIssueEntry) entry = bjt_issue_form_dup_entry (self->issue_form);
  BjtUuid  door_id = self->door_id;
  gboolean is_saved = FALSE;

  bjt_draft_box_take_issue (&self->drafts, &door_id, bjt_issue_entry_copy (entry));
  g_signal_emit (self, signals[REPORT_ISSUE], 0, entry, &is_saved);
  if (!is_saved)
    return;
  fold_form (self);
  bjt_draft_box_take_issue (&self->drafts, &door_id, NULL);
}

static gboolean
tick_category_cb (BjtDoorCard *self,
                  BjtUuid     *person_id,
                  const char  *code,
                  gboolean     ticked)
{
  gboolean is_saved = FALSE;

  g_signal_emit (self, signals[TICK_CATEGORY], 0, person_id, code, ticked, &is_saved);
  return is_saved;
}

static gboolean
override_class_cb (BjtDoorCard *self,
                   BjtUuid     *household_id,
                   int          household_class,
                   const char  *reason)
{
  gboolean is_saved = FALSE;

  g_signal_emit (self, signals[OVERRIDE_CLASS], 0, household_id, household_class, reason, &is_saved);
  return is_saved;
}

/* Following the focus */

static void
update_people (BjtDoorCard *self,
               BjtPicture  *picture,
               guint32      door)
{
  gboolean is_shown = bjt_focus_get_names_shown (self->focus);

  gtk_toggle_button_set_active (self->show, is_shown);
  bjt_visit_form_set_names_shown (self->visit_form, picture, is_shown);
  gtk_button_set_label (GTK_BUTTON (self->show), is_shown ? _ ("Hide") : _ ("Show"));
  bjt_household_list_fill (self->households, picture, door, is_shown);
  bjt_mark_popover_set_door (self->mark_popover, picture, door, is_shown);
}

/* What names and curtain change */
static void
update_privacy (BjtDoorCard *self)
{
  BjtPicture *picture = get_picture (self);
  guint32     door = get_door (self);
  gboolean    is_curtained = self->focus != NULL && bjt_focus_get_curtain (self->focus);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), door != BJT_NO_INDEX ? "door" : "place");
  if (picture == NULL || door == BJT_NO_INDEX)
    {
      bjt_place_card_update (self->place, self->focus);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !is_curtained);
  gtk_widget_set_visible (self->curtain, is_curtained);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.record-visit", !is_curtained);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.report-issue", !is_curtained);
  gtk_widget_set_sensitive (self->mark, !is_curtained);
  bjt_card_head_fill (&(BjtCardHead) { self->title, self->subtitle, self->badges }, picture, door, is_curtained);
  update_people (self, picture, door);
}

static void
update (BjtDoorCard *self)
{
  BjtPicture *picture = get_picture (self);
  guint32     door = get_door (self);

  update_privacy (self);
  if (picture == NULL || door == BJT_NO_INDEX)
    return;
  update_issues (self, picture, door);
  update_visits (self, picture, door);
}

static void
filter_changed_cb (BjtDoorCard *self)
{
  if (get_door (self) == BJT_NO_INDEX)
    update (self);
}

static void
ask_history (BjtDoorCard *self)
{
  if (!bjt_uuid_is_nil (&self->door_id))
    g_signal_emit (self, signals[NEEDS_HISTORY], 0, &self->door_id);
}

static void
choice_changed_cb (BjtDoorCard *self)
{
  BjtPicture *picture = get_picture (self);
  guint32     door = get_door (self);
  BjtUuid     id = picture != NULL && door != BJT_NO_INDEX ? bjt_picture_get_door (picture, door)->id : BJT_UUID_NIL;

  if (!bjt_uuid_equal (&id, &self->door_id))
    {
      close_form_cb (self);
      hide_names (self);
      self->door_id = id;
      g_clear_pointer (&self->visit_records, g_ptr_array_unref);
      g_clear_pointer (&self->issue_records, g_ptr_array_unref);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0.0);
    }
  update (self);
  ask_history (self);
}

static void
replace_records (GPtrArray **records,
                 GPtrArray  *with)
{
  if (with != NULL)
    g_ptr_array_ref (with);
  if (*records != NULL)
    g_ptr_array_unref (*records);
  *records = with;
}

void
bjt_door_card_set_visits (BjtDoorCard *self,
                          GPtrArray   *visits)
{
  g_return_if_fail (BJT_IS_DOOR_CARD (self));
  replace_records (&self->visit_records, visits);
  if (get_door (self) != BJT_NO_INDEX)
    update_visits (self, get_picture (self), get_door (self));
}

void
bjt_door_card_set_issues (BjtDoorCard *self,
                          GPtrArray   *issues)
{
  g_return_if_fail (BJT_IS_DOOR_CARD (self));
  replace_records (&self->issue_records, issues);
  if (get_door (self) != BJT_NO_INDEX)
    update_issues (self, get_picture (self), get_door (self));
}

void
bjt_door_card_set_staff (BjtDoorCard *self,
                         GPtrArray   *staff)
{
  g_return_if_fail (BJT_IS_DOOR_CARD (self));
  replace_records (&self->staff_records, staff);
  if (get_door (self) != BJT_NO_INDEX)
    update_visits (self, get_picture (self), get_door (self));
}

void
bjt_door_card_set_issue_kinds (BjtDoorCard *self,
                               GPtrArray   *kinds)
{
  g_return_if_fail (BJT_IS_DOOR_CARD (self));
  bjt_issue_form_set_kinds (self->issue_form, kinds);
  bjt_visit_form_set_kinds (self->visit_form, kinds);
}

/* Which rules ask for visits, and which of them holds. */
void
bjt_door_card_set_cadence_note (BjtDoorCard *self,
                                const char  *note)
{
  g_return_if_fail (BJT_IS_DOOR_CARD (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->cadence), note);
}

void
bjt_door_card_set_photo (BjtDoorCard        *self,
                         const BjtNotePhoto *photo)
{
  g_return_if_fail (BJT_IS_DOOR_CARD (self));
  if (is_visit_form (self))
    bjt_visit_form_set_photo (self->visit_form, photo);
  else
    bjt_issue_form_set_photo (self->issue_form, photo);
}

void
bjt_door_card_set_focus (BjtDoorCard *self,
                         BjtFocus    *focus)
{
  g_return_if_fail (BJT_IS_DOOR_CARD (self));
  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  choice_changed_cb (self);
  g_object_notify (G_OBJECT (self), "focus");
}

BjtNoteSection *
bjt_door_card_get_notes (BjtDoorCard *self)
{
  return self->notes;
}

/* Object */

static void
bjt_door_card_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_object (value, BJT_DOOR_CARD (object)->focus);
}

static void
bjt_door_card_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  bjt_door_card_set_focus (BJT_DOOR_CARD (object), g_value_get_object (value));
}

static void
bjt_door_card_dispose (GObject *object)
{
  BjtDoorCard *self = BJT_DOOR_CARD (object);

  g_clear_handle_id (&self->hide_timer, g_source_remove);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->focus);
  replace_records (&self->visit_records, NULL);
  replace_records (&self->issue_records, NULL);
  replace_records (&self->staff_records, NULL);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (bjt_door_card_parent_class)->dispose (object);
}

static void
bjt_door_card_finalize (GObject *object)
{
  bjt_draft_box_clear (&BJT_DOOR_CARD (object)->drafts);
  G_OBJECT_CLASS (bjt_door_card_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, BJT_WIDGETS_RESOURCES "bjt-door-card.ui");
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, stack);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, place);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, title);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, subtitle);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, badges);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, mark);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, mark_popover);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, scroller);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, curtain);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, fold);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, forms);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, visit_form);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, issue_form);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, show);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, households);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, issues);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, notes);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, cadence);
  gtk_widget_class_bind_template_child (klass, BjtDoorCard, visits);
  gtk_widget_class_bind_template_callback (klass, save_visit_cb);
  gtk_widget_class_bind_template_callback (klass, save_issue_cb);
  gtk_widget_class_bind_template_callback (klass, close_form_cb);
  gtk_widget_class_bind_template_callback (klass, photo_wanted_cb);
  gtk_widget_class_bind_template_callback (klass, correct_visit_cb);
  gtk_widget_class_bind_template_callback (klass, remove_visit_cb);
  gtk_widget_class_bind_template_callback (klass, tick_category_cb);
  gtk_widget_class_bind_template_callback (klass, override_class_cb);
  gtk_widget_class_bind_template_callback (klass, show_toggled_cb);
}

static guint
new_request (const char *name,
             guint       n_parameters,
             GType       first,
             GType       second,
             GType       third)
{
  GType types[] = { first, second, third };

  return g_signal_newv (name, BJT_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, NULL, g_signal_accumulator_true_handled, NULL, NULL,
                        G_TYPE_BOOLEAN, n_parameters, types);
}

static void
install_signals (void)
{
  signals[RECORD_VISIT] = new_request ("record-visit", 1, G_TYPE_POINTER, 0, 0);
  signals[REPORT_ISSUE] = new_request ("report-issue", 1, G_TYPE_POINTER, 0, 0);
  signals[ADVANCE_ISSUE] = new_request ("advance-issue", 3, G_TYPE_POINTER, G_TYPE_INT, G_TYPE_STRING);
  signals[TICK_CATEGORY] = new_request ("tick-category", 3, G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[OVERRIDE_CLASS] = new_request ("override-class", 3, G_TYPE_POINTER, G_TYPE_INT, G_TYPE_STRING);
  signals[PRINT_DOOR] = g_signal_new ("print-door", BJT_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REMOVE_VISIT] = g_signal_new ("remove-visit", BJT_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[OPEN_PHOTO] = g_signal_new ("open-photo", BJT_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BYTES);
  signals[NEEDS_HISTORY] = g_signal_new ("needs-history", BJT_TYPE_DOOR_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bjt_door_card_class_init (BjtDoorCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BJT_TYPE_ISSUE_FORM);
  g_type_ensure (BJT_TYPE_MARK_POPOVER);
  g_type_ensure (BJT_TYPE_NOTE_SECTION);
  g_type_ensure (BJT_TYPE_PLACE_CARD);
  g_type_ensure (BJT_TYPE_VISIT_FORM);
  g_type_ensure (BJT_TYPE_VISIT_LIST);
  object_class->dispose = bjt_door_card_dispose;
  object_class->finalize = bjt_door_card_finalize;
  object_class->get_property = bjt_door_card_get_property;
  object_class->set_property = bjt_door_card_set_property;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_object ("focus", NULL, NULL, BJT_TYPE_FOCUS,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  install_signals ();
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "door-card");
  gtk_widget_class_install_action (widget_class, "card.record-visit", NULL, record_visit_action);
  gtk_widget_class_install_action (widget_class, "card.report-issue", NULL, report_issue_action);
  gtk_widget_class_install_action (widget_class, "card.report-issue-at", "s", report_issue_action);
  gtk_widget_class_install_action (widget_class, "card.close-form", NULL, close_form_action);
  gtk_widget_class_install_action (widget_class, "card.print-door", NULL, print_door_action);
}

static void
bjt_door_card_init (BjtDoorCard *self)
{
  bjt_draft_box_init (&self->drafts);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.close-form", FALSE);
  self->focus_signals = g_signal_group_new (BJT_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "picture-changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "choice-changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "privacy-changed", G_CALLBACK (update_privacy), self);
}

GtkWidget *
bjt_door_card_new (void)
{
  return g_object_new (BJT_TYPE_DOOR_CARD, NULL);
}
