/* test-grids.c: every edit of the grids of the sample, there and back. */
#include "base/bjt-clock.h"
#include "geo/bjt-mercator.h"
#include "rules/bjt-grid-rules.h"
#include "workspace/bjt-workspace.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  char         *folder;
  BjtClock      clock;
  BjtWorkspace *workspace;
  BjtGridDraft *draft;
} Fixture;

static void
renew_draft (Fixture *self)
{
  g_clear_pointer (&self->draft, bjt_grid_draft_free);
  self->draft = bjt_grid_draft_new (bjt_workspace_get_picture (self->workspace), NULL);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  BjtSampleOptions options = { "jiangbei", 1, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("bjt-grids-XXXXXX", NULL);
  path = g_build_filename (self->folder, "sample.bjt", NULL);
  bjt_clock_init_as_of (&self->clock, bjt_date_from_ymd (2026, 11, 22));
  bjt_workspace_create_sample (path, &options, &self->clock, &error);
  g_assert_no_error (error);
  self->workspace = bjt_workspace_open (path, &self->clock, &error);
  g_assert_no_error (error);
  renew_draft (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  bjt_grid_draft_free (self->draft);
  g_object_unref (self->workspace);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

/* Grids, which building is in which, and who answers for them. */
static char *
describe (Fixture *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GPtrArray) duties = bjt_workspace_list_duties (self->workspace, NULL);
  GString *text = g_string_new (NULL);

  for (guint32 g = 0; g < picture->grids->len; g++)
    {
      const BjtPictureGrid *grid = bjt_picture_get_grid (picture, g);
      g_autofree char      *id = bjt_uuid_dup_string (&grid->id);
      g_autofree char      *boundary = grid->boundary != NULL ? bjt_geometry_to_geojson (grid->boundary) : NULL;

      g_string_append_printf (text, "%s %d %s %s %s\n", id, grid->number, grid->name, grid->staff_name, boundary);
    }
  for (guint32 b = 0; b < picture->buildings->len; b++)
    g_string_append_printf (text, "%u ", bjt_picture_get_building (picture, b)->grid);
  for (guint i = 0; i < duties->len; i++)
    {
      g_autofree char *json = bjt_record_to_json (&bjt_duty_type, duties->pdata[i]);

      g_string_append_printf (text, "%s\n", json);
    }
  return g_string_free (text, FALSE);
}

static guint
sum_households (Fixture *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint sum = 0;

  for (guint32 g = 0; g < picture->grids->len; g++)
    sum += bjt_picture_get_grid (picture, g)->n_households;
  return sum;
}

/* Writes the draft; the numbers it showed are those the picture then has. */
static void
write_draft (Fixture *self)
{
  g_autoptr (BjtGridEdit) edit = bjt_grid_draft_make_edit (self->draft);
  g_autoptr (GError) error = NULL;
  const BjtPicture *picture;
  guint households = bjt_grid_draft_get_tally (self->draft, 5)->households;

  g_assert_nonnull (edit);
  bjt_workspace_edit_grids (self->workspace, edit, &error);
  g_assert_no_error (error);
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_cmpuint (bjt_picture_get_grid (picture, bjt_picture_find_grid (picture, 6))->n_households, ==, households);
  renew_draft (self);
}

/* One step back is what there was, one forward what there is now. */
static void
assert_back_and_forth (Fixture    *self,
                       const char *before)
{
  g_autofree char *after = describe (self);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, !=, after);
  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  undone = describe (self);
  g_assert_cmpstr (undone, ==, before);
  bjt_workspace_redo (self->workspace, &error);
  g_assert_no_error (error);
  redone = describe (self);
  g_assert_cmpstr (redone, ==, after);
  renew_draft (self);
}

/* A line from west to east through the middle of a grid. */
static void
split (Fixture *self,
       guint32  grid)
{
  BjtBox         box = bjt_coverage_get_box (bjt_grid_draft_get_coverage (self->draft), grid);
  double         y = (box.y1 + box.y2) / 2, more = (box.x2 - box.x1) / 10;
  const BjtPoint line[] = { { box.x1 - more, y }, { box.x2 + more, y } };
  g_autoptr (GError) error = NULL;

  bjt_grid_draft_split (self->draft, grid, line, 2, &error);
  g_assert_no_error (error);
}

static guint
count_duties (Fixture       *self,
              const BjtUuid *grid_id)
{
  g_autoptr (GPtrArray) duties = bjt_workspace_list_duties (self->workspace, NULL);
  guint n = 0;

  for (guint i = 0; i < duties->len; i++)
    n += bjt_uuid_equal (&((BjtDuty *) duties->pdata[i])->grid_id, grid_id);
  return n;
}

static void
splits_and_merges (Fixture      *self,
                   gconstpointer data)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char *before = describe (self);
  g_autofree char *split_up = NULL;
  g_autoptr (GError) error = NULL;
  guint n_households = sum_households (self);
  guint n_duties = count_duties (self, &bjt_picture_get_grid (picture, 5)->id);

  split (self, 5);
  write_draft (self);
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_cmpuint (picture->grids->len, ==, 10);
  g_assert_cmpint (bjt_picture_get_grid (picture, 9)->number, ==, 10);
  g_assert_cmpuint (bjt_picture_get_grid (picture, 5)->n_households + bjt_picture_get_grid (picture, 9)->n_households, ==, 512);
  g_assert_cmpuint (bjt_picture_get_grid (picture, 9)->n_households, >, 0);
  g_assert_cmpuint (count_duties (self, &bjt_picture_get_grid (picture, 9)->id), ==, n_duties); /* nobody's grid is nobody's work */
  g_assert_cmpuint (sum_households (self), ==, n_households);
  assert_back_and_forth (self, before);

  split_up = describe (self);
  g_assert_true (bjt_grid_draft_merge (self->draft, 5, 9, &error));
  g_assert_false (bjt_grid_draft_is_grid (self->draft, 9));
  write_draft (self);
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_cmpuint (picture->grids->len, ==, 9);
  g_assert_cmpuint (bjt_picture_get_grid (picture, 5)->n_households, ==, 512);
  g_assert_cmpuint (count_duties (self, &bjt_picture_get_grid (picture, 5)->id), ==, n_duties);
  assert_back_and_forth (self, split_up);
}

/* Who worked for the grid that is gone works for the one that got it. */
static void
merging_hands_over (Fixture      *self,
                    gconstpointer data)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char *before = describe (self);
  g_autoptr (GPtrArray) duties = NULL;
  BjtUuid into = bjt_picture_get_grid (picture, 2)->id;
  guint   n_before = count_duties (self, &into);

  g_assert_true (bjt_grid_draft_merge (self->draft, 2, 3, NULL));
  write_draft (self);
  g_assert_cmpuint (count_duties (self, &into), >, n_before);
  g_assert_cmpuint (bjt_picture_get_grid (bjt_workspace_get_picture (self->workspace), 2)->n_households, ==, 372 + 351);
  assert_back_and_forth (self, before);
}

static void
removing_leaves_nobody_behind (Fixture      *self,
                               gconstpointer data)
{
  const BjtPicture *picture;
  g_autofree char *before = describe (self);
  g_autoptr (GArray) findings = NULL;
  guint n_without = 0;

  bjt_grid_draft_remove (self->draft, 4);
  write_draft (self);
  picture = bjt_workspace_get_picture (self->workspace);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    n_without += bjt_picture_get_building (picture, b)->grid == BJT_NO_INDEX;
  g_assert_cmpuint (n_without, ==, 6); /* and the check tells each of them */
  findings = bjt_grid_rules_check (self->draft, NULL);
  for (guint i = 0; i < findings->len; i++)
    n_without -= g_array_index (findings, BjtGridFinding, i).kind == BJT_GRID_FINDING_BUILDING_WITHOUT_GRID;
  g_assert_cmpuint (n_without, ==, 0);
  assert_back_and_forth (self, before);
}

/* Dragging counts; letting go writes; what lies apart stays bit by bit. */
static void
drags_a_corner (Fixture      *self,
                gconstpointer data)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtCoverage *coverage = bjt_grid_draft_get_coverage (self->draft);
  BjtPoint     corner, away = { 0, 0 };
  g_autofree char *before = describe (self);
  g_autoptr (GError) error = NULL;
  guint   households = bjt_grid_draft_get_tally (self->draft, 4)->households, live;
  guint32 vertex;

  for (guint32 b = 0; b < picture->buildings->len; b++)
    if (bjt_picture_get_building (picture, b)->grid == 4)
      away = bjt_picture_get_building (picture, b)->centre;
  vertex = bjt_coverage_find_vertex (coverage, away, 300);
  g_assert_cmpuint (vertex, !=, BJT_COVERAGE_NONE);
  corner = bjt_coverage_get_vertex (coverage, vertex);
  away = (BjtPoint) { away.x + (away.x - corner.x) * 0.3, away.y + (away.y - corner.y) * 0.3 }; /* beyond the building */
  for (guint step = 1; step <= 10; step++)
    bjt_grid_draft_drag (self->draft, vertex, (BjtPoint) { corner.x + (away.x - corner.x) * step / 10, corner.y + (away.y - corner.y) * step / 10 });
  live = bjt_grid_draft_get_tally (self->draft, 4)->households;
  g_assert_cmpuint (live, <, households);
  g_assert_true (bjt_grid_draft_move_vertex (self->draft, vertex, away, &error));
  g_assert_cmpuint (bjt_grid_draft_get_tally (self->draft, 4)->households, ==, live);
  write_draft (self);
  assert_back_and_forth (self, before);
  bjt_workspace_undo (self->workspace, NULL);
  renew_draft (self);

  coverage = bjt_grid_draft_get_coverage (self->draft);
  for (guint step = 1; step <= 10; step++)
    bjt_grid_draft_drag (self->draft, vertex, (BjtPoint) { corner.x + (away.x - corner.x) * step / 10, corner.y });
  bjt_grid_draft_drag (self->draft, vertex, corner);
  g_assert_cmpuint (bjt_grid_draft_get_tally (self->draft, 4)->households, ==, households);
  bjt_grid_draft_reset (self->draft);
  g_assert_null (bjt_grid_draft_make_edit (self->draft));
}

static void
names_numbers_workers (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (self->workspace, NULL);
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char *before = describe (self);
  g_autofree char *renamed = NULL;
  g_autoptr (GError) error = NULL;
  BjtUuid id = bjt_picture_get_grid (picture, 0)->id;
  const BjtStaff *worker = staff->pdata[3];

  g_assert_false (bjt_workspace_rename_grid (self->workspace, &id, 2, "x", &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (bjt_workspace_rename_grid (self->workspace, &id, 0, "x", NULL));
  g_assert_true (bjt_workspace_rename_grid (self->workspace, &id, 11, "北片", &error));
  assert_back_and_forth (self, before);
  renamed = describe (self);
  g_assert_true (bjt_workspace_assign_worker (self->workspace, &id, &worker->id, &error));
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_cmpstr (bjt_picture_get_grid (picture, bjt_picture_find_grid (picture, 11))->staff_name, ==, worker->name);
  assert_back_and_forth (self, renamed);
  g_assert_true (bjt_workspace_assign_worker (self->workspace, &id, &BJT_UUID_NIL, &error));
  g_assert_no_error (error);
}

static void
limits_are_the_communitys (Fixture      *self,
                           gconstpointer data)
{
  BjtGridLimits limits;
  g_autoptr (GError) error = NULL;

  bjt_workspace_get_grid_limits (self->workspace, &limits);
  g_assert_cmpint (limits.minimum, ==, 300);
  limits.maximum = 600;
  g_assert_true (bjt_workspace_set_grid_limits (self->workspace, &limits, &error));
  bjt_workspace_get_grid_limits (self->workspace, &limits);
  g_assert_cmpint (limits.maximum, ==, 600);
  bjt_workspace_undo (self->workspace, NULL);
  bjt_workspace_get_grid_limits (self->workspace, &limits);
  g_assert_cmpint (limits.maximum, ==, 500);
  limits.maximum = 10;
  g_assert_false (bjt_workspace_set_grid_limits (self->workspace, &limits, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID);
}

/* The sample is broken in three ways, on purpose (domain.md E.1). */
static void
finds_what_is_wrong (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) duties = bjt_workspace_list_duties (self->workspace, NULL);
  g_autoptr (GArray) findings = bjt_grid_rules_check (self->draft, duties);
  g_autoptr (GArray) unmanned = NULL;
  const BjtGridFinding *found = (const BjtGridFinding *) (gpointer) findings->data;

  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_cmpint (found[0].kind, ==, BJT_GRID_FINDING_OVERLAP);
  g_assert_cmpint (found[1].kind, ==, BJT_GRID_FINDING_TOO_MANY_HOUSEHOLDS);
  g_assert_cmpint (found[1].number, ==, 512);
  g_assert_cmpint (found[2].kind, ==, BJT_GRID_FINDING_MUCH_WORK);
  g_ptr_array_set_size (duties, 0);
  unmanned = bjt_grid_rules_check (self->draft, duties);
  g_assert_cmpuint (unmanned->len, ==, 3 + 9);
}

/* By hand against the border: told, and kept until the border moves over it. */
static void
assigned_by_hand (Fixture      *self,
                  gconstpointer data)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char *before = describe (self);
  g_autoptr (GArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  BjtUuid building = bjt_picture_get_building (picture, 0)->id, other;
  guint32 own = bjt_picture_get_building (picture, 0)->grid;
  guint   n = 0;

  other = bjt_picture_get_grid (picture, own == 8 ? 7 : 8)->id;
  g_assert_true (bjt_workspace_assign_buildings (self->workspace, &building, 1, &other, &error));
  renew_draft (self);
  findings = bjt_grid_rules_check (self->draft, NULL);
  for (guint i = 0; i < findings->len; i++)
    n += g_array_index (findings, BjtGridFinding, i).kind == BJT_GRID_FINDING_BUILDING_ELSEWHERE;
  g_assert_cmpuint (n, ==, 1);
  assert_back_and_forth (self, before);
  g_assert_false (bjt_workspace_assign_buildings (self->workspace, &building, 0, &other, NULL));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/grids/splits-and-merges", splits_and_merges },
    { "/grids/merging-hands-over", merging_hands_over },
    { "/grids/removing-leaves-nobody-behind", removing_leaves_nobody_behind },
    { "/grids/drags-a-corner", drags_a_corner },
    { "/grids/names-numbers-workers", names_numbers_workers },
    { "/grids/limits-are-the-communitys", limits_are_the_communitys },
    { "/grids/A04/finds-what-is-wrong", finds_what_is_wrong },
    { "/grids/assigned-by-hand", assigned_by_hand },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
