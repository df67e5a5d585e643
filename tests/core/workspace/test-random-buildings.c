/* test-random-buildings.c: buildings laid out anew, doors merged, split, added,
 * removed, named, in any order: no household, visit or issue is ever lost or
 * left without its door; undoing all of it gives the first state. */
#include "bjt-workspace-fixture.h"

#include "plan/bjt-matrix.h"
#include "workspace/bjt-workspace-doors.h"

#define N_STEPS 240
#define N_BETWEEN_CHECKS 12

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

static const BjtPicture *
get_picture (Player *self)
{
  return bjt_workspace_get_picture (self->fixture->workspace);
}

static BjtUuid
pick_door (Player *self)
{
  return bjt_picture_get_door (get_picture (self), (guint32) pick (self, 0, (int) get_picture (self)->doors->len))->id;
}

static const BjtPictureBuilding *
pick_building (Player *self)
{
  return bjt_picture_get_building (get_picture (self), (guint32) pick (self, 0, (int) get_picture (self)->buildings->len));
}

static void
play_pattern (Player *self)
{
  static const char *const numberings[] = { "101", "0101", "1-101", "through", "sides", "serial" };
  static const char *const skips[] = { "", " skip=2", " skip=2:1A", " skip=4,3:2A" };
  static const char *const others[] = { "", " below=1 semi=yes", " shops=3", " below=1 garages=4", " duplex=1", " direction=ew" };
  g_autofree char *text = g_strdup_printf ("levels=%d entrances=%d doors=%d numbering=%s%s%s", pick (self, 1, 6), pick (self, 0, 4), pick (self, 1, 4),
                                           numberings[pick (self, 0, G_N_ELEMENTS (numberings))], skips[pick (self, 0, G_N_ELEMENTS (skips))],
                                           others[pick (self, 0, G_N_ELEMENTS (others))]);
  g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new_from_text (text, NULL);
  BjtBuildingTarget target = { .building_id = pick_building (self)->id };
  BjtPatternDiff   *diff = bjt_workspace_apply_pattern (self->fixture->workspace, &target, pattern, NULL);

  bjt_pattern_diff_free (diff);
}

/* Most often doors that lie beside or above each other. */
static void
play_merge (Player *self)
{
  guint32 n = get_picture (self)->doors->len, first = (guint32) pick (self, 0, (int) n);
  BjtUuid ids[3];
  guint   n_ids = (guint) pick (self, 2, 4), step = (guint) pick (self, 1, 4);

  for (guint i = 0; i < n_ids; i++)
    ids[i] = bjt_picture_get_door (get_picture (self), (first + i * step) % n)->id;
  bjt_workspace_merge_doors (self->fixture->workspace, ids, n_ids, NULL);
}

static void
play_split (Player *self)
{
  const BjtPicture *picture = get_picture (self);

  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);

      if (door->is_merged && door->head != BJT_NO_INDEX)
        {
          BjtUuid id = bjt_picture_get_door (picture, door->head)->id;

          bjt_workspace_split_door (self->fixture->workspace, &id, NULL);
          return;
        }
    }
}

static void
play_rename (Player *self)
{
  static const char *const labels[] = { "301", "东户", "A-1", "", "1-201", "门市1" };
  BjtUuid id = pick_door (self);

  bjt_workspace_rename_door (self->fixture->workspace, &id, labels[pick (self, 0, G_N_ELEMENTS (labels))], NULL);
}

static void
play_remove (Player *self)
{
  BjtUuid ids[4];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = pick_door (self);
  bjt_workspace_remove_doors (self->fixture->workspace, ids, (guint) pick (self, 1, 5), NULL, NULL);
}

static void
play_add (Player *self)
{
  const BjtPictureDoor *door = bjt_picture_get_door (get_picture (self), (guint32) pick (self, 0, (int) get_picture (self)->doors->len));
  BjtDoorPlace          place = { bjt_picture_get_building (get_picture (self), door->building)->id, BJT_UUID_NIL, door->ordinal, NULL, -1 };

  if (door->entrance != BJT_NO_INDEX)
    place.entrance_id = bjt_picture_get_entrance (get_picture (self), door->entrance)->id;
  bjt_workspace_add_door (self->fixture->workspace, &place, NULL, NULL);
}

static void
play_edge (Player *self)
{
  BjtUuid id = pick_building (self)->id;

  switch (pick (self, 0, 4))
    {
    case 0:
      bjt_workspace_add_level (self->fixture->workspace, &id, pick (self, 0, 2), NULL);
      break;
    case 1:
      bjt_workspace_add_entrance (self->fixture->workspace, &id, NULL);
      break;
    case 2:
      bjt_workspace_rename_level (self->fixture->workspace, &id, pick (self, -1, 4), pick (self, 0, 2) ? "3A" : "半地下", NULL);
      break;
    default:
      bjt_workspace_set_direction (self->fixture->workspace, &id, pick (self, 0, 2), NULL);
      break;
    }
}

static void
play_cordon (Player *self)
{
  BjtUuid id = bjt_picture_get_entrance (get_picture (self), (guint32) pick (self, 0, (int) get_picture (self)->entrances->len))->id;

  if (pick (self, 0, 2))
    bjt_workspace_cordon_entrance (self->fixture->workspace, &id, "停水", BJT_DATE_NONE, BJT_DATE_NONE, NULL);
  else
    bjt_workspace_open_entrance (self->fixture->workspace, &id, NULL);
}

static void
play_undo (Player *self)
{
  if (bjt_workspace_count_undo (self->fixture->workspace) > 3) /* the ground, the visit and the issue stay */
    bjt_workspace_undo (self->fixture->workspace, NULL);
}

static void
play_redo (Player *self)
{
  bjt_workspace_redo (self->fixture->workspace, NULL);
}

static void
record_work (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BjtVisit *visits[BJT_FIXTURE_DOORS / 2];
  g_autoptr (BjtIssue) issue = bjt_issue_new ();

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    visits[i] = bjt_workspace_fixture_visit (fixture, i * 2 + 1, bjt_workspace_get_today (fixture->workspace) - 3, BJT_OUTCOME_MET);
  bjt_workspace_record_visits (fixture->workspace, visits, G_N_ELEMENTS (visits), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    bjt_visit_free (visits[i]);
  issue->title = g_strdup ("漏水");
  issue->door_id = bjt_workspace_fixture_door (fixture, 4);
  bjt_workspace_report_issue (fixture->workspace, issue, &error);
  g_assert_no_error (error);
}

/* Whatever stands in the records stands at a door that is there. */
static void
assert_nothing_lost (Player *self)
{
  const BjtPicture *picture = get_picture (self);
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (self->fixture->workspace, NULL, 0, NULL);
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (self->fixture->workspace, NULL, FALSE, NULL);

  g_assert_cmpuint (picture->households->len, ==, BJT_FIXTURE_DOORS - 1);
  g_assert_cmpuint (picture->persons->len, ==, 2 * (BJT_FIXTURE_DOORS - 1));
  g_assert_cmpuint (visits->len, ==, BJT_FIXTURE_DOORS / 2);
  g_assert_cmpuint (issues->len, ==, 1);
  for (guint i = 0; i < visits->len; i++)
    g_assert_cmpuint (bjt_picture_find_door (picture, &((BjtVisit *) visits->pdata[i])->door_id), !=, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_picture_find_door (picture, &((BjtIssue *) issues->pdata[0])->door_id), !=, BJT_NO_INDEX);
  for (guint32 h = 0; h < picture->households->len; h++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, bjt_picture_get_household (picture, h)->door);

      g_assert_true (!door->is_merged || door->head != BJT_NO_INDEX);
    }
  bjt_workspace_fixture_assert_sound (self->fixture);
}

/* Each door that is not part of another has its cell, and no place has two. */
static void
assert_matrices (Player *self)
{
  const BjtPicture *picture = get_picture (self);

  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      g_autoptr (BjtMatrix) matrix = bjt_matrix_new (picture, b);
      g_autofree guint     *taken = g_new0 (guint, matrix->n_columns * matrix->rows->len + 1);
      const BjtRun         *doors = &bjt_picture_get_building (picture, b)->doors;

      for (guint32 d = doors->first; d < doors->first + doors->n; d++)
        g_assert_true ((bjt_matrix_find_door (matrix, d) == BJT_NO_INDEX) == (bjt_picture_get_door (picture, d)->is_merged != FALSE));
      for (guint32 i = 0; i < matrix->cells->len; i++)
        {
          const BjtMatrixCell *cell = bjt_matrix_get_cell (matrix, i);

          for (guint r = cell->row; r < (guint) cell->row + cell->n_rows; r++)
            for (guint c = cell->column; c < (guint) cell->column + cell->span; c++)
              g_assert_cmpuint (taken[r * matrix->n_columns + c]++, ==, 0);
        }
    }
}

static void
random_buildings (Fixture      *fixture,
                  gconstpointer seed)
{
  static void (*const plays[]) (Player *) = { play_pattern, play_pattern, play_merge, play_merge, play_split, play_rename, play_remove,
                                              play_add, play_edge, play_cordon, play_undo, play_redo };
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  Player player = { fixture, rand };
  g_autofree char *first = NULL;
  g_autofree char *undone = NULL;
  guint n_ground;

  record_work (fixture);
  n_ground = bjt_workspace_count_undo (fixture->workspace);
  first = bjt_workspace_fixture_dump (fixture);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      plays[pick (&player, 0, G_N_ELEMENTS (plays))](&player);
      assert_matrices (&player);
      if (i % N_BETWEEN_CHECKS == 0)
        assert_nothing_lost (&player);
    }
  while (bjt_workspace_count_undo (fixture->workspace) > n_ground)
    g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  undone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/workspace/random-buildings/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), bjt_workspace_fixture_set_up, random_buildings, bjt_workspace_fixture_tear_down);
    }
  return g_test_run ();
}
