/* test-ledger.c: a ledger made by hand: its order, its words, its filter. */
#include "bjt-sample-ledger.h"
#include "bjt-sample-picture.h"
#include "model/bjt-ledger-filter.h"

#define TODAY 20779 /* 2026-11-22 */

/* Kinds F > F1, F2 and E > E1; nine issues:
 *   0 F1 door 2          来电      overdue
 *   1 F1 door 0          12345     due tomorrow
 *   2 F2 entrance of 0   巡查      running
 *   3 E1 building of 0   巡查      paused, over its day
 *   4 E1 last door       来电      closed, 物业
 *   5 E1 last door       来电      merged into 4
 *   6 F2 nowhere         来电      no clock
 *   7 F1 door 0          来电      in hours, a fifth is left
 *   8 F1 door 0          来电      in hours, half is left */
static BjtLedger *
make_ledger (BjtPicture *picture)
{
  BjtLedger *ledger = bjt_ledger_new (picture);
  guint32    f = bjt_sample_add_issue_kind (ledger, BJT_NO_INDEX, "F", NULL), e = bjt_sample_add_issue_kind (ledger, BJT_NO_INDEX, "E", NULL);
  guint32    f1 = bjt_sample_add_issue_kind (ledger, f, "F1", "户"), f2 = bjt_sample_add_issue_kind (ledger, f, "F2", "处");
  guint32    e1 = bjt_sample_add_issue_kind (ledger, e, "E1", "处"), last = picture->doors->len - 1;
  gint64     now = bjt_time_from_local (TODAY, 12 * 60);
  BjtLedgerIssue *issue;

  bjt_sample_add_ledger_issue (ledger, f1, 2, "来电", TODAY - 9)->due_at = bjt_time_from_local (TODAY, 0) - 1;
  issue = bjt_sample_add_ledger_issue (ledger, f1, 0, "12345", TODAY - 8);
  issue->due_at = bjt_time_from_local (TODAY + 2, 0) - 1;
  issue->title = bjt_ledger_keep_string (ledger, "暖气不热 Heating");
  issue = bjt_sample_add_ledger_issue (ledger, f2, BJT_NO_INDEX, "巡查", TODAY - 7);
  issue->entrance = bjt_picture_get_door (picture, 0)->entrance;
  bjt_ledger_place_issue (ledger, issue, "3楼转角");
  issue->due_at = bjt_time_from_local (TODAY + 9, 0);
  issue = bjt_sample_add_ledger_issue (ledger, e1, BJT_NO_INDEX, "巡查", TODAY - 6);
  issue->building = bjt_picture_get_door (picture, 0)->building;
  bjt_ledger_place_issue (ledger, issue, NULL);
  issue->due_at = bjt_time_from_local (TODAY - 1, 0);
  issue->paused_at = bjt_time_from_local (TODAY - 2, 0);
  issue = bjt_sample_add_ledger_issue (ledger, e1, last, "来电", TODAY - 5);
  issue->department = bjt_ledger_keep_word (ledger, "物业");
  bjt_sample_close_issue (issue, TODAY - 1);
  bjt_sample_add_ledger_issue (ledger, e1, last, "来电", TODAY - 4)->merged_into_id = bjt_ledger_get_issue (ledger, 4)->id;
  bjt_sample_add_ledger_issue (ledger, f2, BJT_NO_INDEX, "来电", TODAY - 3);
  for (int i = 0; i < 2; i++)
    {
      issue = bjt_sample_add_ledger_issue (ledger, f1, 0, "来电", TODAY - 2 + i);
      issue->is_hourly = TRUE;
      issue->reported_at = now - (i == 0 ? 4 : 1) * G_TIME_SPAN_HOUR;
      issue->due_at = now + G_TIME_SPAN_HOUR;
    }
  bjt_ledger_finish (ledger);
  return ledger;
}

typedef struct
{
  BjtPicture     *picture;
  BjtLedger      *ledger;
  BjtLedgerFilter filter;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = BJT_SAMPLE_DEFAULT;

  self->picture = bjt_sample_picture_new (&options);
  self->ledger = make_ledger (self->picture);
  bjt_ledger_filter_init (&self->filter);
  self->filter.now = bjt_time_from_local (TODAY, 12 * 60);
  self->filter.soon_until = bjt_time_from_local (TODAY + 2, 0) - 1;
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  bjt_ledger_unref (self->ledger);
  bjt_picture_unref (self->picture);
}

static void
assert_found (Fixture      *self,
              BjtLedgerSort order,
              const char   *expected) /* indices */
{
  g_autoptr (GArray) found = bjt_ledger_filter_list (&self->filter, self->ledger, order);
  g_autoptr (BjtLedgerTally) tally = bjt_ledger_filter_count (&self->filter, self->ledger);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%u", g_array_index (found, guint32, i));
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (tally->total, ==, found->len);
}

static void
test_places_are_completed (Fixture      *self,
                           gconstpointer data)
{
  const BjtPictureDoor *door = bjt_picture_get_door (self->picture, 2);
  const BjtLedgerIssue *issue = bjt_ledger_get_issue (self->ledger, 0);
  g_autofree char      *name = bjt_picture_dup_door_name (self->picture, 2);

  g_assert_cmpuint (issue->building, ==, door->building);
  g_assert_cmpuint (issue->entrance, ==, door->entrance);
  g_assert_cmpuint (issue->grid, ==, bjt_picture_get_building (self->picture, door->building)->grid);
  g_assert_cmpstr (issue->where, ==, name);
  g_assert_true (g_str_has_suffix (bjt_ledger_get_issue (self->ledger, 2)->where, " 3楼转角"));
  g_assert_cmpuint (bjt_ledger_get_issue (self->ledger, 5)->merged_into, ==, 4);
  g_assert_cmpuint (self->ledger->sources->len, ==, 3);
  g_assert_cmpuint (self->ledger->departments->len, ==, 1);
}

static void
test_each_criterion (Fixture      *self,
                     gconstpointer data)
{
  BjtLedgerFilter *filter = &self->filter;
  BjtLedgerFilter  none = *filter;

  assert_found (self, BJT_LEDGER_BY_NUMBER, "012345678");
  filter->span = BJT_LEDGER_OPEN;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "0123678");
  filter->clock = BJT_LEDGER_CLOCK_SOON;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "17");
  *filter = none;
  filter->clock = BJT_LEDGER_CLOCK_OVERDUE;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "0");
  filter->clock = BJT_LEDGER_CLOCK_PAUSED;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "3");
  *filter = none;
  filter->kind = bjt_ledger_find_kind (self->ledger, "F");
  filter->source = "来电";
  assert_found (self, BJT_LEDGER_BY_NUMBER, "0678");
  filter->kind = bjt_ledger_find_kind (self->ledger, "F1");
  assert_found (self, BJT_LEDGER_BY_NUMBER, "078");
  filter->source = "意见箱";
  assert_found (self, BJT_LEDGER_BY_NUMBER, "");
  *filter = none;
  filter->boxes = 1 << BJT_ISSUE_CLOSED;
  filter->department = "物业";
  assert_found (self, BJT_LEDGER_BY_NUMBER, "4");
  *filter = none;
  filter->from_on = TODAY - 8;
  filter->to_on = TODAY - 6;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "123");
  filter->text = "heating 暖气";
  assert_found (self, BJT_LEDGER_BY_NUMBER, "1");
  filter->text = "0003 转角";
  assert_found (self, BJT_LEDGER_BY_NUMBER, "2");
}

static void
test_places (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (BjtDoorSet) doors = bjt_door_set_new (self->picture->doors->len);
  BjtLedgerFilter none = self->filter;

  self->filter.door = 0;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "178");
  self->filter = none;
  self->filter.building = bjt_picture_get_door (self->picture, 0)->building;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "012378");
  self->filter = none;
  bjt_door_set_add (doors, 0);
  self->filter.doors = doors;
  assert_found (self, BJT_LEDGER_BY_NUMBER, "12378"); /* with the shared space around it */
}

static void
test_orders (Fixture      *self,
             gconstpointer data)
{
  assert_found (self, BJT_LEDGER_BY_CLOCK, "078126345");
  assert_found (self, BJT_LEDGER_BY_REPORTED, "876543210");
  assert_found (self, BJT_LEDGER_BY_PLACE, "321780456"); /* building, stairs, door 0, door 2, …, nowhere */
}

static void
test_tabs_ignore_their_own_choice (Fixture      *self,
                                   gconstpointer data)
{
  g_autoptr (BjtLedgerTally) tally = NULL;

  self->filter.boxes = 1 << BJT_ISSUE_CLOSED;
  self->filter.source = "来电";
  tally = bjt_ledger_filter_count (&self->filter, self->ledger);
  g_assert_cmpuint (tally->total, ==, 1);
  g_assert_cmpuint (tally->boxes[BJT_ISSUE_CLOSED], ==, 1);
  g_assert_cmpuint (tally->boxes[BJT_ISSUE_ACCEPTED], ==, 5);
  g_assert_cmpuint (tally->open, ==, 4);
  g_assert_cmpuint (tally->ended, ==, 2);
  g_assert_cmpuint (tally->kinds[bjt_ledger_find_kind (self->ledger, "E")], ==, 1);
  g_assert_cmpuint (tally->kinds[bjt_ledger_find_kind (self->ledger, "F")], ==, 0);
}

static void
test_copy_shares (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (BjtLedger) copy = bjt_ledger_copy (self->ledger, self->picture, BJT_LEDGER_PART_VISITS, FALSE);

  bjt_sample_add_ledger_visit (copy, 0, TODAY, BJT_OUTCOME_MET);
  bjt_ledger_finish (copy);
  g_assert_cmpuint (self->ledger->visits->len, ==, 0);
  g_assert_cmpuint (copy->visits->len, ==, 1);
  g_assert_true (copy->issues == self->ledger->issues);
  g_assert_cmpuint (bjt_ledger_find_issue (copy, &bjt_ledger_get_issue (copy, 3)->id), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ledger/places-are-completed", Fixture, NULL, set_up, test_places_are_completed, tear_down);
  g_test_add ("/ledger/filter/each-criterion", Fixture, NULL, set_up, test_each_criterion, tear_down);
  g_test_add ("/ledger/filter/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/ledger/filter/orders", Fixture, NULL, set_up, test_orders, tear_down);
  g_test_add ("/ledger/filter/tabs-ignore-their-own-choice", Fixture, NULL, set_up, test_tabs_ignore_their_own_choice, tear_down);
  g_test_add ("/ledger/copy-shares", Fixture, NULL, set_up, test_copy_shares, tear_down);
  return g_test_run ();
}
