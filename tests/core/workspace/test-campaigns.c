/* test-campaigns.c: who is reached: by a mark, by a visit within the days; who is left;
 * taken back; kept whole when doors are named twice or not at all. */
#include "bjt-workspace-fixture.h"
#include "workspace/bjt-workspace-campaigns.h"

#define NAME "letter"

static BjtDate
today (BjtWorkspaceFixture *fixture)
{
  return bjt_workspace_get_today (fixture->workspace);
}

static BjtDoorSet *
choose (BjtWorkspaceFixture *fixture,
        guint                from,
        guint                to)
{
  BjtPicture *picture = bjt_workspace_get_picture (fixture->workspace);
  BjtDoorSet *doors = bjt_door_set_new (picture->doors->len);

  for (guint d = from; d < to; d++)
    {
      BjtUuid id = bjt_workspace_fixture_door (fixture, d);

      bjt_door_set_add (doors, bjt_picture_find_door (picture, &id));
    }
  return doors;
}

static BjtCampaignReport *
load (BjtWorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BjtCampaignReport *report = bjt_workspace_load_campaign (fixture->workspace, NAME, &error);

  g_assert_no_error (error);
  return report;
}

static void
begin (BjtWorkspaceFixture *fixture,
       guint                n_doors)
{
  g_autoptr (BjtCampaign) campaign = bjt_campaign_new ();
  g_autoptr (BjtDoorSet) doors = choose (fixture, 0, n_doors);
  g_autoptr (GError) error = NULL;

  campaign->name = g_strdup (NAME);
  campaign->from_on = today (fixture) - 10;
  campaign->until_on = today (fixture);
  g_assert_true (bjt_workspace_add_campaign (fixture->workspace, campaign, doors, &error));
  g_assert_no_error (error);
}

static void
visit (BjtWorkspaceFixture *fixture,
       guint                door,
       int                  days_ago,
       int                  outcome)
{
  g_autoptr (BjtVisit) record = bjt_workspace_fixture_visit (fixture, door, today (fixture) - days_ago, outcome);
  g_autoptr (GError) error = NULL;

  g_assert_true (bjt_workspace_record_visits (fixture->workspace, &record, 1, &error));
  g_assert_no_error (error);
}

static guint
mark (BjtWorkspaceFixture *fixture,
      guint                from,
      guint                to,
      BjtCampaignState     state)
{
  g_autoptr (BjtCampaignReport) report = load (fixture);
  g_autoptr (BjtDoorSet) doors = choose (fixture, from, to);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (bjt_workspace_mark_campaign_doors (fixture->workspace, &report->campaign->id, doors, state, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
assert_counts (BjtWorkspaceFixture *fixture,
               guint                open,
               guint                delivered,
               guint                explained,
               guint                left,
               guint                waived)
{
  g_autoptr (BjtCampaignReport) report = load (fixture);

  g_assert_cmpuint (report->counts[BJT_CAMPAIGN_OPEN], ==, open);
  g_assert_cmpuint (report->counts[BJT_CAMPAIGN_DELIVERED], ==, delivered);
  g_assert_cmpuint (report->counts[BJT_CAMPAIGN_EXPLAINED], ==, explained);
  g_assert_cmpuint (report->counts[BJT_CAMPAIGN_LEFT], ==, left);
  g_assert_cmpuint (report->counts[BJT_CAMPAIGN_WAIVED], ==, waived);
  g_assert_cmpuint (bjt_campaign_report_count (report), ==, open + delivered + explained + left + waived);
}

/* Only visits within the days count, the best of them; a mark goes before. */
static void
test_visits (BjtWorkspaceFixture *fixture,
             gconstpointer        data)
{
  begin (fixture, 8);
  assert_counts (fixture, 8, 0, 0, 0, 0);
  visit (fixture, 0, 3, BJT_OUTCOME_MET);
  visit (fixture, 1, 3, BJT_OUTCOME_NOTE_LEFT);
  visit (fixture, 2, 5, BJT_OUTCOME_MET);
  visit (fixture, 2, 2, BJT_OUTCOME_NOTE_LEFT);
  visit (fixture, 3, 30, BJT_OUTCOME_MET);
  visit (fixture, 4, 1, BJT_OUTCOME_ABSENT);
  visit (fixture, 9, 1, BJT_OUTCOME_MET);
  assert_counts (fixture, 5, 0, 2, 1, 0);
  g_assert_cmpuint (mark (fixture, 0, 2, BJT_CAMPAIGN_DELIVERED), ==, 2);
  assert_counts (fixture, 5, 2, 1, 0, 0);
  g_assert_cmpuint (mark (fixture, 0, 2, BJT_CAMPAIGN_OPEN), ==, 2);
  assert_counts (fixture, 5, 0, 2, 1, 0);
}

static void
test_rest (BjtWorkspaceFixture *fixture,
           gconstpointer        data)
{
  g_autoptr (BjtCampaignReport) report = NULL;
  g_autoptr (BjtDoorSet) rest = NULL;
  g_autoptr (BjtDoorSet) wanted = choose (fixture, 3, 6);

  begin (fixture, 6);
  mark (fixture, 0, 3, BJT_CAMPAIGN_WAIVED);
  report = load (fixture);
  rest = bjt_campaign_report_dup_doors (report, bjt_workspace_get_picture (fixture->workspace), BJT_CAMPAIGN_OPEN);
  g_assert_true (bjt_door_set_equal (rest, wanted));
}

/* Doors not in it are not marked; doors in it already are not added. */
static void
test_doors (BjtWorkspaceFixture *fixture,
            gconstpointer        data)
{
  g_autoptr (BjtCampaignReport) report = NULL;
  g_autoptr (BjtDoorSet) doors = choose (fixture, 2, 7);
  g_autoptr (GError) error = NULL;

  begin (fixture, 4);
  g_assert_cmpuint (mark (fixture, 2, 9, BJT_CAMPAIGN_LEFT), ==, 2);
  report = load (fixture);
  g_assert_true (bjt_workspace_add_campaign_doors (fixture->workspace, &report->campaign->id, doors, &error));
  g_assert_no_error (error);
  assert_counts (fixture, 5, 0, 0, 2, 0);
}

static void
test_undo (BjtWorkspaceFixture *fixture,
           gconstpointer        data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (BjtCampaignReport) report = NULL;
  g_autoptr (GError) error = NULL;

  begin (fixture, 4);
  mark (fixture, 0, 2, BJT_CAMPAIGN_DELIVERED);
  report = load (fixture);
  g_assert_true (bjt_workspace_close_campaign (fixture->workspace, &report->campaign->id, TRUE, &error));
  g_assert_true (bjt_workspace_remove_campaign (fixture->workspace, &report->campaign->id, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    g_assert_true (bjt_workspace_undo (fixture->workspace, &error));
  g_assert_no_error (error);
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
refuse (BjtWorkspaceFixture *fixture,
        const char          *name,
        int                  days,
        guint                n_doors)
{
  g_autoptr (BjtCampaign) campaign = bjt_campaign_new ();
  g_autoptr (BjtDoorSet) doors = choose (fixture, 0, n_doors);
  g_autoptr (GError) error = NULL;

  campaign->name = g_strdup (name);
  campaign->from_on = today (fixture);
  campaign->until_on = today (fixture) + days;
  g_assert_false (bjt_workspace_add_campaign (fixture->workspace, campaign, doors, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, BJT_WORKSPACE_ERROR);
}

static void
test_refused (BjtWorkspaceFixture *fixture,
              gconstpointer        data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *long_name = g_strnfill (81, 'n');
  g_autoptr (GError) error = NULL;

  begin (fixture, 2);
  before = bjt_workspace_fixture_dump (fixture);
  refuse (fixture, NAME, 3, 2);
  refuse (fixture, "", 3, 2);
  refuse (fixture, long_name, 3, 2);
  refuse (fixture, "other", -1, 2);
  refuse (fixture, "other", 3, 0);
  g_assert_null (bjt_workspace_load_campaign (fixture->workspace, "other", &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_words (void)
{
  for (guint i = 0; i < BJT_N_CAMPAIGN_STATES; i++)
    {
      BjtCampaignState state = BJT_N_CAMPAIGN_STATES;

      g_assert_true (bjt_campaign_state_parse (bjt_campaign_state_get_name ((BjtCampaignState) i), &state));
      g_assert_cmpuint (state, ==, i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, func, bjt_workspace_fixture_tear_down)
  ADD ("/campaigns/visits", test_visits);
  ADD ("/campaigns/rest", test_rest);
  ADD ("/campaigns/doors", test_doors);
  ADD ("/campaigns/undo", test_undo);
  ADD ("/campaigns/refused", test_refused);
#undef ADD
  g_test_add_func ("/campaigns/words", test_words);
  return g_test_run ();
}
