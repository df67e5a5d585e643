/* test-door-card.c: what the card says about a door, and that nothing typed on
 * it is lost. */
#include "bjt-widget-test.h"
#include "rules/bjt-rules.h"
#include "widgets/bjt-date-button.h"
#include "widgets/bjt-door-card.h"
#include "widgets/bjt-issue-form.h"
#include "widgets/bjt-issue-row.h"
#include "widgets/bjt-mark-popover.h"
#include "widgets/bjt-follow-up.h"
#include "widgets/bjt-visit-form.h"

typedef struct
{
  BjtWidgetSample sample;
  BjtFocus       *focus;
  GtkWidget      *card;
  GtkWindow      *window;
  BjtVisit       *visit;
  BjtIssue       *issue;
  int             to_status;
  char           *note;
  guint           n_asked;
  gboolean        refuses;
  gboolean        has_photo; /* of the issue */
} Fixture;

static gboolean
record_visit_cb (Fixture       *fixture,
                 BjtVisitEntry *entry)
{
  g_clear_pointer (&fixture->visit, bjt_visit_free);
  fixture->visit = bjt_visit_copy (entry->visit);
  return !fixture->refuses;
}

static gboolean
report_issue_cb (Fixture       *fixture,
                 BjtIssueEntry *entry)
{
  g_clear_pointer (&fixture->issue, bjt_issue_free);
  fixture->issue = bjt_issue_copy (entry->issue);
  fixture->has_photo = entry->photo != NULL;
  return !fixture->refuses;
}

static gboolean
advance_issue_cb (Fixture       *fixture,
                  const BjtUuid *id,
                  int            to_status,
                  const char    *note)
{
  fixture->to_status = to_status;
  fixture->note = g_strdup (note);
  return TRUE;
}

static gboolean
tick_category_cb (Fixture       *fixture,
                  const BjtUuid *person_id,
                  const char    *code,
                  gboolean       ticked)
{
  g_free (fixture->note);
  fixture->note = g_strdup_printf ("%s %d", code, ticked);
  return !fixture->refuses;
}

static gboolean
override_class_cb (Fixture       *fixture,
                   const BjtUuid *household_id,
                   int            household_class,
                   const char    *reason)
{
  g_free (fixture->note);
  fixture->note = g_strdup_printf ("%d %s", household_class, reason);
  return TRUE;
}

static void
needs_history_cb (Fixture       *fixture,
                  const BjtUuid *door_id)
{
  g_autoptr (GPtrArray) visits = bjt_widget_sample_list_visits (door_id);
  guint32               door = bjt_picture_find_door (fixture->sample.picture, door_id);

  fixture->n_asked++;
  bjt_door_card_set_visits (BJT_DOOR_CARD (fixture->card), visits);
  if (door == fixture->sample.elders)
    {
      g_autoptr (GPtrArray) issues = bjt_widget_sample_list_issues (&fixture->sample, door);

      bjt_door_card_set_issues (BJT_DOOR_CARD (fixture->card), issues);
    }
}

static void
set_up (Fixture *fixture,
        guint32  building,
        int      height)
{
  g_autoptr (GPtrArray) kinds = bjt_rules_list_default_issue_kinds ();

  *fixture = (Fixture) { 0 };
  bjt_widget_sample_init (&fixture->sample, 3, 6, 3);
  fixture->focus = bjt_focus_new ();
  fixture->card = bjt_door_card_new ();
  g_signal_connect_swapped (fixture->card, "record-visit", G_CALLBACK (record_visit_cb), fixture);
  g_signal_connect_swapped (fixture->card, "report-issue", G_CALLBACK (report_issue_cb), fixture);
  g_signal_connect_swapped (fixture->card, "advance-issue", G_CALLBACK (advance_issue_cb), fixture);
  g_signal_connect_swapped (fixture->card, "tick-category", G_CALLBACK (tick_category_cb), fixture);
  g_signal_connect_swapped (fixture->card, "override-class", G_CALLBACK (override_class_cb), fixture);
  g_signal_connect_swapped (fixture->card, "needs-history", G_CALLBACK (needs_history_cb), fixture);
  bjt_door_card_set_issue_kinds (BJT_DOOR_CARD (fixture->card), kinds);
  bjt_door_card_set_focus (BJT_DOOR_CARD (fixture->card), fixture->focus);
  bjt_focus_set_picture (fixture->focus, fixture->sample.picture);
  bjt_focus_choose_building (fixture->focus, building);
  fixture->window = bjt_widget_test_show (fixture->card, 360, height);
}

static void
tear_down (Fixture *fixture)
{
  bjt_widget_test_close (fixture->window, fixture->card);
  g_assert_finalize_object (fixture->focus);
  bjt_widget_sample_clear (&fixture->sample);
  g_clear_pointer (&fixture->visit, bjt_visit_free);
  g_clear_pointer (&fixture->issue, bjt_issue_free);
  g_free (fixture->note);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The card has to fit beside the map on the smallest screen. */
static void
paint_card (Fixture    *fixture,
            const char *name)
{
  int minimum;

  bjt_widget_test_paint (fixture->window, name);
  gtk_widget_measure (fixture->card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
paint_door (Fixture    *fixture,
            guint32     door,
            const char *name)
{
  bjt_focus_choose_door (fixture->focus, door);
  paint_card (fixture, name);
}

static void
test_is_never_blank (void)
{
  Fixture fixture;

  set_up (&fixture, BJT_NO_INDEX, 640);
  paint_card (&fixture, "card-community");
  g_assert_true (bjt_widget_test_has_text (fixture.card, "江北社区"));
  bjt_focus_choose_building (fixture.focus, 0);
  paint_card (&fixture, "card-building");
  g_assert_true (bjt_widget_test_has_text (fixture.card, "10"));
  paint_door (&fixture, fixture.sample.empty, "card-empty");
  paint_door (&fixture, fixture.sample.unverified, "card-unverified");
  paint_door (&fixture, fixture.sample.crowd, "card-crowd");
  paint_door (&fixture, fixture.sample.shared, "card-shared");
  g_assert_true (bjt_widget_test_has_text (fixture.card, "王*"));
  g_assert_true (bjt_widget_test_has_text (fixture.card, "崔*英"));
  tear_down (&fixture);
}

static void
show_only (Fixture *fixture,
           guint32  door)
{
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (fixture->sample.picture->doors->len);
  BjtFilter filter;

  bjt_filter_init (&filter);
  bjt_door_set_add (doors, door);
  filter.only = doors;
  bjt_focus_set_filter (fixture->focus, &filter);
  bjt_widget_test_settle ();
}

/* With or without a translation */
static gboolean
says_counts (Fixture    *fixture,
             const char *english,
             const char *chinese)
{
  return bjt_widget_test_has_text (fixture->card, english) || bjt_widget_test_has_text (fixture->card, chinese);
}

/* Only some homes: what waits elsewhere is not theirs, what waits on their stairs is. */
static void
test_keeps_to_the_filter (void)
{
  static const char leak[] = "屋面漏水，顶棚发霉", stairs[] = "楼道堆放杂物，挡消防通道";
  Fixture fixture;

  set_up (&fixture, BJT_NO_INDEX, 640);
  g_assert_true (bjt_widget_test_has_text (fixture.card, leak));
  show_only (&fixture, fixture.sample.elders);
  g_assert_true (bjt_widget_test_has_text (fixture.card, leak));
  g_assert_true (bjt_widget_test_has_text (fixture.card, stairs));
  g_assert_true (says_counts (&fixture, "1 building", "1栋"));
  show_only (&fixture, fixture.sample.elders + 1);
  g_assert_false (bjt_widget_test_has_text (fixture.card, leak));
  g_assert_true (bjt_widget_test_has_text (fixture.card, stairs));
  show_only (&fixture, fixture.sample.crowd);
  g_assert_false (bjt_widget_test_has_text (fixture.card, leak));
  g_assert_false (bjt_widget_test_has_text (fixture.card, stairs));
  bjt_focus_choose_building (fixture.focus, 0);
  bjt_widget_test_settle ();
  g_assert_true (bjt_widget_test_has_text (fixture.card, leak)); /* a building that is asked for tells all */
  tear_down (&fixture);
}

static void
test_names_hide_again (void)
{
  Fixture fixture;

  set_up (&fixture, 0, 960);
  paint_door (&fixture, fixture.sample.elders, "card");
  g_assert_true (bjt_widget_test_has_text (fixture.card, "金*淑"));
  g_assert_false (bjt_widget_test_has_text (fixture.card, "金明淑"));
  bjt_focus_set_names_shown (fixture.focus, TRUE);
  paint_card (&fixture, "card-shown");
  g_assert_true (bjt_widget_test_has_text (fixture.card, "金明淑"));
  paint_door (&fixture, fixture.sample.crowd, "card-crowd-masked");
  g_assert_false (bjt_focus_get_names_shown (fixture.focus));
  bjt_focus_set_names_shown (fixture.focus, TRUE);
  paint_card (&fixture, "card-crowd-shown");
  bjt_focus_set_curtain (fixture.focus, TRUE);
  paint_card (&fixture, "card-curtain");
  tear_down (&fixture);
}

static BjtVisit *
dup_visit (BjtVisitForm *form)
{
  g_autoptr (BjtVisitEntry) entry = bjt_visit_form_dup_entry (form);

  return bjt_visit_copy (entry->visit);
}

static BjtVisitForm *
open_visit_form (Fixture *fixture)
{
  GtkWidget *form = find (fixture->card, BJT_TYPE_VISIT_FORM);

  g_assert_true (gtk_widget_activate_action (fixture->card, "card.record-visit", NULL));
  for (guint i = 0; i < 20 && !gtk_widget_get_mapped (form); i++)
    bjt_widget_test_settle ();
  g_assert_true (gtk_widget_get_mapped (form));
  return BJT_VISIT_FORM (form);
}

static void
test_visit_in_three_steps (void)
{
  Fixture       fixture;
  BjtVisitForm *form;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  form = open_visit_form (&fixture);
  bjt_widget_test_settle ();
  bjt_widget_test_settle ();
  bjt_widget_test_settle ();
  paint_card (&fixture, "card-visit-form");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.outcome", "i", BJT_OUTCOME_ABSENT));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL));
  g_assert_nonnull (fixture.visit);
  g_assert_cmpint (fixture.visit->outcome, ==, BJT_OUTCOME_ABSENT);
  g_assert_cmpint (fixture.visit->visited_on, ==, BJT_SAMPLE_TODAY);
  g_assert_cmpint (fixture.visit->next_on, ==, BJT_DATE_NONE);
  g_assert_null (fixture.visit->note);
  g_assert_true (bjt_uuid_equal (&fixture.visit->door_id, &bjt_picture_get_door (fixture.sample.picture, fixture.sample.elders)->id));
  g_assert_false (bjt_uuid_is_nil (&fixture.visit->household_id));
  tear_down (&fixture);
}

static void
test_draft_is_kept_for_its_door (void)
{
  Fixture             fixture;
  BjtVisitForm       *form;
  g_autoptr (BjtVisit) draft = NULL, other = NULL, saved = NULL;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  bjt_visit_form_set_note (open_visit_form (&fixture), "血压稳定");
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  form = open_visit_form (&fixture);
  other = dup_visit (form);
  g_assert_null (other->note);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  draft = dup_visit (open_visit_form (&fixture));
  g_assert_cmpstr (draft->note, ==, "血压稳定");
  fixture.refuses = TRUE;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.cancel", NULL));
  fixture.refuses = FALSE;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (open_visit_form (&fixture)), "form.save", NULL));
  g_assert_cmpstr (fixture.visit->note, ==, "血压稳定");
  saved = dup_visit (open_visit_form (&fixture));
  g_assert_null (saved->note);
  tear_down (&fixture);
}

/* Of persons, way and issue as well; a correction has its own draft. */
static void
test_whole_draft_is_kept (void)
{
  Fixture fixture;
  BjtVisitForm *form;
  GtkWidget *persons;
  g_autoptr (BjtVisitEntry) before = NULL, kept = NULL;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  form = open_visit_form (&fixture);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.outcome", "i", BJT_OUTCOME_PHONED));
  persons = find (GTK_WIDGET (form), GTK_TYPE_FLOW_BOX);
  for (persons = gtk_widget_get_next_sibling (persons); persons != NULL && !GTK_IS_BOX (persons);)
    persons = gtk_widget_get_next_sibling (persons);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (persons, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  gtk_expander_set_expanded (GTK_EXPANDER (find (GTK_WIDGET (form), GTK_TYPE_EXPANDER)), TRUE);
  bjt_follow_up_set_title (BJT_FOLLOW_UP (find (GTK_WIDGET (form), BJT_TYPE_FOLLOW_UP)), "灯不亮");
  before = bjt_visit_form_dup_entry (form);
  g_assert_cmpint (before->visit->mode, ==, BJT_MODE_PHONE);
  g_assert_cmpuint (before->person_ids->len, ==, 1);
  bjt_focus_choose_door (fixture.focus, fixture.sample.crowd);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  kept = bjt_visit_form_dup_entry (open_visit_form (&fixture));
  g_assert_cmpint (kept->visit->mode, ==, BJT_MODE_PHONE);
  g_assert_cmpuint (kept->person_ids->len, ==, 1);
  g_assert_cmpstr (kept->issue->title, ==, "灯不亮");
  tear_down (&fixture);
}

static void
test_form_stays_with_a_new_picture (void)
{
  Fixture              fixture;
  BjtVisitForm        *form;
  BjtWidgetSample      later;
  g_autoptr (BjtVisit) visit = NULL;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  form = open_visit_form (&fixture);
  bjt_visit_form_set_note (form, "写了一半");
  bjt_widget_sample_init (&later, 3, 6, 3);
  bjt_focus_set_picture (fixture.focus, later.picture);
  visit = dup_visit (form);
  g_assert_cmpstr (visit->note, ==, "写了一半");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (form)));
  tear_down (&fixture);
  bjt_widget_sample_clear (&later);
}

static void
test_issue_from_the_stairwell (void)
{
  Fixture       fixture;
  BjtIssueForm *form;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  g_assert_true (gtk_widget_activate_action (fixture.card, "card.report-issue", NULL));
  form = BJT_ISSUE_FORM (find (fixture.card, BJT_TYPE_ISSUE_FORM));
  gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL);
  g_assert_null (fixture.issue);
  bjt_issue_form_set_title (form, "楼道堆物");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.where", "s", "entrance"));
  for (guint i = 0; i < 4; i++)
    bjt_widget_test_settle ();
  paint_card (&fixture, "card-issue-form");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL));
  g_assert_cmpstr (fixture.issue->title, ==, "楼道堆物");
  g_assert_true (bjt_uuid_is_nil (&fixture.issue->door_id));
  g_assert_true (bjt_uuid_equal (&fixture.issue->entrance_id, &bjt_picture_get_entrance (fixture.sample.picture, 1)->id));
  g_assert_false (fixture.has_photo);
  tear_down (&fixture);
}

/* Kept with the words while it is not saved. */
static void
test_issue_with_photo (void)
{
  Fixture       fixture;
  BjtIssueForm *form;
  g_autoptr (GBytes) content = g_bytes_new_static ("JPEG", 4);
  g_autoptr (BjtNotePhoto) photo = bjt_note_photo_new (content, "image/jpeg", "楼道");

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  g_assert_true (gtk_widget_activate_action (fixture.card, "card.report-issue", NULL));
  form = BJT_ISSUE_FORM (find (fixture.card, BJT_TYPE_ISSUE_FORM));
  bjt_issue_form_set_title (form, "楼道堆物");
  bjt_door_card_set_photo (BJT_DOOR_CARD (fixture.card), photo);
  gtk_widget_activate_action (GTK_WIDGET (form), "form.cancel", NULL);
  g_assert_true (gtk_widget_activate_action (fixture.card, "card.report-issue", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (form), "form.save", NULL));
  g_assert_cmpstr (fixture.issue->title, ==, "楼道堆物");
  g_assert_true (fixture.has_photo);
  tear_down (&fixture);
}

static void
test_issue_advances (void)
{
  Fixture      fixture;
  BjtIssueRow *row;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  row = BJT_ISSUE_ROW (find (fixture.card, BJT_TYPE_ISSUE_ROW));
  bjt_issue_row_set_note (row, "物业已派人");
  bjt_focus_set_curtain (fixture.focus, TRUE);
  bjt_focus_set_curtain (fixture.focus, FALSE);
  row = BJT_ISSUE_ROW (find (fixture.card, BJT_TYPE_ISSUE_ROW));
  g_assert_cmpstr (bjt_issue_row_get_note (row), ==, "物业已派人");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (row), "issue.advance", NULL));
  g_assert_cmpint (fixture.to_status, ==, BJT_ISSUE_HANDLED);
  g_assert_cmpstr (fixture.note, ==, "物业已派人");
  tear_down (&fixture);
}

static GtkCheckButton *
find_check (GtkWidget  *root,
            const char *code)
{
  if (GTK_IS_CHECK_BUTTON (root) && g_strcmp0 (g_object_get_data (G_OBJECT (root), "code"), code) == 0)
    return GTK_CHECK_BUTTON (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkCheckButton *found = find_check (child, code);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_ticks_a_category (void)
{
  Fixture         fixture;
  GtkCheckButton *check;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (find_check (fixture.card, "aged_80"))));
  g_assert_null (find_check (fixture.card, "correction"));
  check = find_check (fixture.card, "low_income");
  gtk_check_button_set_active (check, TRUE);
  g_assert_cmpstr (fixture.note, ==, "low_income 1");
  fixture.refuses = TRUE;
  gtk_check_button_set_active (check, FALSE);
  g_assert_cmpstr (fixture.note, ==, "low_income 0");
  g_assert_true (gtk_check_button_get_active (check));
  tear_down (&fixture);
}

static void
test_a_class_by_hand_needs_a_reason (void)
{
  Fixture    fixture;
  GtkWidget *popover;

  set_up (&fixture, 0, 760);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  popover = find (fixture.card, BJT_TYPE_MARK_POPOVER);
  bjt_mark_popover_set_class (BJT_MARK_POPOVER (popover), BJT_CLASS_FLOATING, "");
  g_assert_null (fixture.note);
  bjt_mark_popover_set_class (BJT_MARK_POPOVER (popover), BJT_CLASS_FLOATING, "本人说明");
  g_assert_cmpstr (fixture.note, ==, "2 本人说明");
  bjt_mark_popover_set_class (BJT_MARK_POPOVER (popover), BJT_CLASS_UNKNOWN, "");
  g_assert_cmpstr (fixture.note, ==, "0 (null)");
  tear_down (&fixture);
}

static void
test_clock (void)
{
  g_assert_null (bjt_issue_row_dup_clock (BJT_DATE_NONE, BJT_SAMPLE_TODAY));
  for (int days = -2; days <= 2; days++)
    {
      g_autofree char *text = bjt_issue_row_dup_clock (BJT_SAMPLE_TODAY + days, BJT_SAMPLE_TODAY);

      g_assert_nonnull (text);
      g_assert_true (days == 0 || strchr (text, '0' + ABS (days)) != NULL);
    }
}

static void
test_asks_for_history_once_a_choice (void)
{
  Fixture fixture;

  set_up (&fixture, 0, 760);
  g_assert_cmpuint (fixture.n_asked, ==, 0);
  bjt_focus_choose_door (fixture.focus, fixture.sample.elders);
  g_assert_cmpuint (fixture.n_asked, ==, 1);
  bjt_focus_set_names_shown (fixture.focus, TRUE);
  g_assert_cmpuint (fixture.n_asked, ==, 1);
  g_assert_true (bjt_widget_test_has_text (fixture.card, "血压稳定"));
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  bjt_widget_test_init (&argc, &argv);
  g_type_ensure (BJT_TYPE_DATE_BUTTON);
  g_test_add_func ("/widgets/card/is-never-blank", test_is_never_blank);
  g_test_add_func ("/widgets/card/keeps-to-the-filter", test_keeps_to_the_filter);
  g_test_add_func ("/widgets/card/names-hide-again", test_names_hide_again);
  g_test_add_func ("/widgets/card/whole-draft-is-kept", test_whole_draft_is_kept);
  g_test_add_func ("/widgets/card/visit-in-three-steps", test_visit_in_three_steps);
  g_test_add_func ("/widgets/card/draft-is-kept-for-its-door", test_draft_is_kept_for_its_door);
  g_test_add_func ("/widgets/card/form-stays-with-a-new-picture", test_form_stays_with_a_new_picture);
  g_test_add_func ("/widgets/card/issue-from-the-stairwell", test_issue_from_the_stairwell);
  g_test_add_func ("/widgets/card/issue-with-photo", test_issue_with_photo);
  g_test_add_func ("/widgets/card/issue-advances", test_issue_advances);
  g_test_add_func ("/widgets/card/ticks-a-category", test_ticks_a_category);
  g_test_add_func ("/widgets/card/a-class-by-hand-needs-a-reason", test_a_class_by_hand_needs_a_reason);
  g_test_add_func ("/widgets/card/issue-clock", test_clock);
  g_test_add_func ("/widgets/card/asks-for-history-once-a-choice", test_asks_for_history_once_a_choice);
  return g_test_run ();
}
