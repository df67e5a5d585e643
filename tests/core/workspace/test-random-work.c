/* test-random-work.c: a seeded run of right and wrong actions. Whatever people
 * do in whatever order, what is kept agrees with what is recorded; undoing all
 * of it gives the first state, redoing it the last. */
#include "bjt-workspace-fixture.h"

#include <string.h>

#define N_STEPS 300
#define N_BETWEEN_CHECKS 50

typedef BjtWorkspaceFixture Fixture;

typedef struct
{
  Fixture *fixture;
  GRand   *rand;
} Player;

static int
pick (Player *self,
      int     from,
      int     below)
{
  return g_rand_int_range (self->rand, from, below);
}

static void
play_visits (Player *self)
{
  BjtVisit *visits[3];
  guint     n = (guint) pick (self, 1, 4);
  BjtDate   today = bjt_workspace_get_today (self->fixture->workspace);

  for (guint i = 0; i < n; i++) /* some lie in the future, some have no valid outcome */
    visits[i] = bjt_workspace_fixture_visit (self->fixture, (guint) pick (self, 0, BJT_FIXTURE_DOORS), today + pick (self, -700, 20),
                                             pick (self, 0, BJT_N_OUTCOMES + 1));
  bjt_workspace_record_visits (self->fixture->workspace, visits, n, NULL);
  for (guint i = 0; i < n; i++)
    bjt_visit_free (visits[i]);
}

static void
play_report (Player *self)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();

  issue->title = g_strdup (pick (self, 0, 8) == 0 ? "" : "漏水");
  if (pick (self, 0, 8) > 0)
    issue->door_id = bjt_workspace_fixture_door (self->fixture, (guint) pick (self, 0, BJT_FIXTURE_DOORS));
  issue->reported_on = bjt_workspace_get_today (self->fixture->workspace) + pick (self, -40, 4);
  bjt_workspace_report_issue (self->fixture->workspace, issue, NULL);
}

static void
play_advance (Player *self)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (self->fixture->workspace, NULL, FALSE, NULL);

  if (issues->len > 0)
    bjt_workspace_advance_issue (self->fixture->workspace, &((BjtIssue *) issues->pdata[pick (self, 0, (int) issues->len)])->id,
                                 pick (self, -1, BJT_N_ISSUE_STATUSES + 1), "办", NULL);
}

static void
play_override (Player *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->fixture->workspace);
  BjtUuid           id = bjt_picture_get_household (picture, (guint32) pick (self, 0, (int) picture->households->len))->id;

  bjt_workspace_override_class (self->fixture->workspace, &id, pick (self, -1, BJT_N_CLASSES + 1), pick (self, 0, 3) == 0 ? NULL : "因", NULL);
}

static void
play_tick (Player *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->fixture->workspace);
  BjtUuid           id = bjt_picture_get_person (picture, (guint32) pick (self, 0, (int) picture->persons->len))->id;
  g_autofree char  *code = g_strdup (bjt_picture_get_category (picture, (guint32) pick (self, 0, (int) picture->categories->len))->code);

  bjt_workspace_tick_category (self->fixture->workspace, &id, code, pick (self, 0, 2), NULL);
}

static void
play_undo (Player *self)
{
  if (bjt_workspace_count_undo (self->fixture->workspace) > 1) /* the ground stays */
    bjt_workspace_undo (self->fixture->workspace, NULL);
}

static void
play_redo (Player *self)
{
  bjt_workspace_redo (self->fixture->workspace, NULL);
}

/* What the picture says of a door, and what its records say. */
static void
assert_door (Fixture *fixture,
             guint32  index)
{
  const BjtPicture          *picture = bjt_workspace_get_picture (fixture->workspace);
  const BjtPictureDoor      *door = bjt_picture_get_door (picture, index);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, index);
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (fixture->workspace, &door->id, 0, NULL);
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (fixture->workspace, &door->id, TRUE, NULL);
  BjtDate last_contact = BJT_DATE_NONE, due = BJT_DATE_NONE;

  for (guint i = visits->len; i > 0; i--)
    if (bjt_visit_outcome_is_contact (((BjtVisit *) visits->pdata[i - 1])->outcome))
      last_contact = ((BjtVisit *) visits->pdata[i - 1])->visited_on;
  for (guint i = 0; i < issues->len; i++)
    {
      BjtDate due_on = ((BjtIssue *) issues->pdata[i])->due_on; /* NONE while it waits */

      if (due_on != BJT_DATE_NONE && (due == BJT_DATE_NONE || due_on < due))
        due = due_on;
    }
  g_assert_cmpint (state->last_visit_on, ==, visits->len > 0 ? ((BjtVisit *) visits->pdata[0])->visited_on : BJT_DATE_NONE);
  g_assert_cmpint (state->last_contact_on, ==, last_contact);
  g_assert_cmpuint (state->open_issues, ==, issues->len);
  g_assert_cmpint (state->issue_due_on, ==, due);
  g_assert_true (issues->len == 0 || state->attention > BJT_ATTENTION_NONE);
}

/* The picture that grew with the work is the one that a new start reads. */
static void
assert_same_picture (Fixture *fixture)
{
  g_autoptr (BjtWorkspace) fresh = bjt_workspace_open (fixture->path, &fixture->clock, NULL);
  const BjtPicture *a = bjt_workspace_get_picture (fixture->workspace);
  const BjtPicture *b = bjt_workspace_get_picture (fresh);

  g_assert_cmpuint (a->issues->len, ==, b->issues->len);
  for (guint32 i = 0; i < a->issues->len; i++)
    g_assert_true (bjt_uuid_equal (&bjt_picture_get_issue (a, i)->id, &bjt_picture_get_issue (b, i)->id));
  for (guint32 d = 0; d < a->doors->len; d++)
    {
      const BjtPictureDoorState *x = bjt_picture_get_door_state (a, d), *y = bjt_picture_get_door_state (b, d);

      g_assert_cmpint (x->next_due_on, ==, y->next_due_on);
      g_assert_cmpint (x->household_class, ==, y->household_class);
      g_assert_cmpint (x->attention, ==, y->attention);
      g_assert_cmphex (x->categories, ==, y->categories);
    }
}

static void
assert_invariants (Fixture *fixture)
{
  g_autoptr (GPtrArray) open_issues = bjt_workspace_list_issues (fixture->workspace, NULL, TRUE, NULL);

  g_assert_cmpuint (bjt_workspace_get_picture (fixture->workspace)->issues->len, ==, open_issues->len);
  for (guint32 d = 0; d < BJT_FIXTURE_DOORS; d++)
    assert_door (fixture, d);
  assert_same_picture (fixture);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
random_work (Fixture      *fixture,
             gconstpointer seed)
{
  static void (*const plays[]) (Player *) = { play_visits, play_visits, play_report, play_advance, play_advance,
                                              play_override, play_tick, play_undo, play_redo };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  Player player = { fixture, rand };
  g_autofree char *first = bjt_workspace_fixture_dump (fixture);
  g_autofree char *last = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n;

  for (guint i = 1; i <= N_STEPS; i++)
    {
      plays[pick (&player, 0, G_N_ELEMENTS (plays))](&player);
      if (i % N_BETWEEN_CHECKS == 0)
        assert_invariants (fixture);
    }
  last = bjt_workspace_fixture_dump (fixture);
  for (n = 0; bjt_workspace_count_undo (fixture->workspace) > 1; n++)
    g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  g_assert_cmpuint (n, >, 50);
  undone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, first);
  assert_invariants (fixture);
  for (; n > 0; n--)
    g_assert_true (bjt_workspace_redo (fixture->workspace, NULL));
  redone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, last);
  assert_invariants (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 2; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/workspace/random-work/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), bjt_workspace_fixture_set_up, random_work, bjt_workspace_fixture_tear_down);
    }
  return g_test_run ();
}
