/* test-buildings.c: patterns applied to what is there: nothing known is lost. */
#include "bjt-workspace-fixture.h"

#include "model/bjt-plans.h"
#include "workspace/bjt-workspace-doors.h"
#include "workspace/bjt-workspace-events.h"
#include "workspace/bjt-workspace-service.h"

typedef BjtWorkspaceFixture Fixture;

static guint32
find_building (Fixture    *self,
               const char *label)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);

  for (guint32 b = 0; b < picture->buildings->len; b++)
    if (g_strcmp0 (bjt_picture_get_building (picture, b)->label, label) == 0)
      return b;
  g_assert_not_reached ();
}

static BjtPatternDiff *
apply (Fixture    *self,
       const char *building, /* NULL: new */
       const char *label,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new_from_text (text, &error);
  BjtBuildingTarget target = { .compound = "山水宜家", .label = label };
  BjtPatternDiff   *dry, *diff;

  g_assert_no_error (error);
  if (building != NULL)
    target.building_id = bjt_picture_get_building (bjt_workspace_get_picture (self->workspace), find_building (self, building))->id;
  dry = bjt_workspace_compare_pattern (self->workspace, &target, pattern, &error);
  g_assert_no_error (error);
  diff = bjt_workspace_apply_pattern (self->workspace, &target, pattern, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < BJT_N_DOOR_FATES; i++)
    g_assert_cmpuint (dry->n_doors[i], ==, diff->n_doors[i]);
  g_assert_cmpuint (dry->n_new_entrances, ==, diff->n_new_entrances);
  g_assert_cmpuint (dry->n_removed_entrances, ==, diff->n_removed_entrances);
  bjt_pattern_diff_free (dry);
  bjt_workspace_fixture_assert_sound (self);
  return diff;
}

static void
assert_fates (const BjtPatternDiff *diff,
              guint                 added,
              guint                 changed,
              guint                 unchanged,
              guint                 removed,
              guint                 held)
{
  g_assert_cmpuint (diff->n_doors[BJT_DOOR_ADDED], ==, added);
  g_assert_cmpuint (diff->n_doors[BJT_DOOR_CHANGED], ==, changed);
  g_assert_cmpuint (diff->n_doors[BJT_DOOR_UNCHANGED], ==, unchanged);
  g_assert_cmpuint (diff->n_doors[BJT_DOOR_REMOVED], ==, removed);
  g_assert_cmpuint (diff->n_doors[BJT_DOOR_HELD], ==, held);
}

static void
assert_undo (Fixture    *self,
             const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_new (Fixture      *self,
          gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (BjtPatternDiff) diff = apply (self, NULL, "12", "levels=18 below=1 skip=4:3A,13,14 entrances=2 doors=4 garages=8 direction=ew");
  const BjtPictureBuilding *building = bjt_picture_get_building (bjt_workspace_get_picture (self->workspace), find_building (self, "12"));

  assert_fates (diff, 2 * 16 * 4 + 8, 0, 0, 0, 0);
  g_assert_cmpuint (diff->n_new_entrances, ==, 2);
  g_assert_cmpuint (building->doors.n, ==, 2 * 16 * 4 + 8);
  g_assert_cmpint (building->highest, ==, 17);
  g_assert_cmpint (building->lowest, ==, -1);
  g_assert_true (building->doors_reversed);
  g_assert_cmpuint (building->levels.n, ==, 1);
  assert_undo (self, before);
}

/* The fixture's own building: two doors on three levels. */
static void
test_same (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (BjtPatternDiff) diff = apply (self, "1", NULL, "levels=3 entrances=1 doors=2");

  assert_fates (diff, 0, 0, 6, 0, 0);
}

static void
test_grow (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  BjtUuid          id = bjt_workspace_fixture_door (self, 0);
  g_autoptr (BjtPatternDiff) diff = apply (self, "1", NULL, "levels=4 entrances=2 doors=3 numbering=0101");
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32     door = bjt_picture_find_door (picture, &id);

  assert_fates (diff, 2 * 4 * 3 - 6, 6, 0, 0, 0);
  g_assert_cmpstr (bjt_picture_get_door (picture, door)->label, ==, "0301");
  g_assert_cmpuint (bjt_picture_get_door (picture, door)->households.n, ==, 1);
  assert_undo (self, before);
}

/* Doors with people are held; the one without is removed. */
static void
test_shrink (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (BjtPatternDiff) diff = apply (self, "2", NULL, "levels=2 entrances=1 doors=2");

  assert_fates (diff, 0, 0, 4, 1, 1);
  assert_undo (self, before);
}

static void
test_visited_is_held (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32     empty = BJT_NO_INDEX;
  g_autoptr (BjtVisit) visit = NULL;
  g_autoptr (BjtPatternDiff) diff = NULL;

  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_picture_get_door (picture, d)->households.n == 0)
      empty = d;
  visit = bjt_workspace_fixture_visit (self, empty, bjt_date_from_ymd (2026, 11, 1), BJT_OUTCOME_ABSENT);
  bjt_workspace_record_visits (self->workspace, &visit, 1, &error);
  g_assert_no_error (error);
  diff = apply (self, "2", NULL, "levels=2 entrances=1 doors=2");
  assert_fates (diff, 0, 0, 4, 0, 2);
}

/* So is a door of which a service, a task or an event is known. */
static void
test_served_is_held (Fixture      *self,
                     gconstpointer data)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32     empty = BJT_NO_INDEX;
  g_autoptr (BjtService) service = bjt_service_new ();
  g_autoptr (BjtServiceTask) task = bjt_service_task_new ();
  g_autoptr (BjtLifeEvent) event = bjt_life_event_new ();
  BjtLifeEventDraft draft = { event, FALSE, NULL, NULL };
  guint n_held = 0;

  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_picture_get_door (picture, d)->households.n == 0)
      empty = d;
  service->door_id = task->door_id = event->door_id = bjt_picture_get_door (picture, empty)->id;
  service->kind = g_strdup ("代办");
  task->title = g_strdup ("取药");
  event->kind = g_strdup ("accident");
  service->served_on = task->first_on = event->happened_on = bjt_workspace_get_today (self->workspace);
  g_assert_true (bjt_workspace_add_service (self->workspace, service, NULL));
  g_assert_false (bjt_workspace_remove_doors (self->workspace, &service->door_id, 1, &n_held, NULL));
  g_assert_true (bjt_workspace_undo (self->workspace, NULL));
  g_assert_true (bjt_workspace_add_task (self->workspace, task, NULL));
  g_assert_false (bjt_workspace_remove_doors (self->workspace, &service->door_id, 1, &n_held, NULL));
  g_assert_true (bjt_workspace_undo (self->workspace, NULL));
  g_assert_true (bjt_workspace_record_event (self->workspace, &draft, NULL));
  g_assert_false (bjt_workspace_remove_doors (self->workspace, &service->door_id, 1, &n_held, NULL));
  g_assert_true (bjt_workspace_undo (self->workspace, NULL));
  g_assert_true (bjt_workspace_remove_doors (self->workspace, &service->door_id, 1, &n_held, NULL));
}

/* One door a level where two live side by side: the second is held beside it. */
static void
test_held_has_own_place (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (BjtPatternDiff) diff = apply (self, "1", NULL, "levels=3 entrances=1 doors=1 numbering=sides");
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, find_building (self, "1"));

  assert_fates (diff, 0, 3, 0, 0, 3);
  for (guint32 d = building->doors.first + 1; d < building->doors.first + building->doors.n; d++)
    {
      const BjtPictureDoor *a = bjt_picture_get_door (picture, d - 1), *b = bjt_picture_get_door (picture, d);

      g_assert_false (a->ordinal == b->ordinal && a->stack == b->stack);
    }
}

static void
test_entrances (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (BjtPatternDiff) wider = apply (self, "1", NULL, "levels=3 entrances=3 doors=2");
  g_autoptr (BjtPatternDiff) named = apply (self, "1", NULL, "levels=3 entrances=甲,乙,丙 doors=2");
  g_autoptr (BjtPatternDiff) back = apply (self, "1", NULL, "levels=3 entrances=甲, doors=2");

  g_assert_cmpuint (wider->n_new_entrances, ==, 2);
  assert_fates (named, 0, 0, 18, 0, 0);
  g_assert_cmpuint (back->n_removed_entrances, ==, 2);
  assert_fates (back, 0, 0, 6, 12, 0);
  bjt_workspace_undo (self->workspace, NULL);
  bjt_workspace_undo (self->workspace, NULL);
  assert_undo (self, before);
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new ();
  static const char *const labels[] = { "1", "", " ", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      BjtBuildingTarget target = { .compound = "山水宜家", .label = labels[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (bjt_workspace_apply_pattern (self->workspace, &target, pattern, &error));
      g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID);
    }
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

/* Doors made one */

static void
test_merge_and_split (Fixture      *self,
                      gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  BjtUuid ids[] = { bjt_workspace_fixture_door (self, 1), bjt_workspace_fixture_door (self, 0) };
  g_autoptr (GError) error = NULL;
  const BjtPictureDoor *head;

  bjt_workspace_merge_doors (self->workspace, ids, 2, &error);
  g_assert_no_error (error);
  head = bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), 0);
  g_assert_cmpuint (head->span, ==, 2);
  g_assert_cmpuint (head->households.n, ==, 2);
  g_assert_true (bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), 1)->is_merged);
  bjt_workspace_fixture_assert_sound (self);
  g_assert_false (bjt_workspace_merge_doors (self->workspace, ids, 2, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_clear_error (&error);
  bjt_workspace_split_door (self->workspace, &ids[1], &error);
  g_assert_no_error (error);
  g_assert_false (bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), 1)->is_merged);
  bjt_workspace_undo (self->workspace, NULL);
  assert_undo (self, before);
}

/* A pattern leaves what was merged by hand. */
static void
test_merge_stays (Fixture      *self,
                  gconstpointer data)
{
  BjtUuid ids[] = { bjt_workspace_fixture_door (self, 0), bjt_workspace_fixture_door (self, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPatternDiff) diff = NULL;

  bjt_workspace_merge_doors (self->workspace, ids, 2, &error);
  g_assert_no_error (error);
  diff = apply (self, "1", NULL, "levels=4 entrances=1 doors=2");
  assert_fates (diff, 2, 0, 6, 0, 0);
}

static void
test_duplex (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (BjtPatternDiff) joined = apply (self, "1", NULL, "levels=3 entrances=1 doors=2 duplex=2");
  g_autoptr (BjtPatternDiff) parted = apply (self, "1", NULL, "levels=3 entrances=1 doors=2");

  assert_fates (joined, 0, 2, 4, 0, 0);
  assert_fates (parted, 0, 2, 4, 0, 0);
}

/* One flat of two levels, made by hand among others that are not. */
static void
test_single_duplex_stays (Fixture      *self,
                          gconstpointer data)
{
  BjtUuid ids[] = { bjt_workspace_fixture_door (self, 0), bjt_workspace_fixture_door (self, 2) };
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtPatternDiff) diff = NULL;

  bjt_workspace_merge_doors (self->workspace, ids, 2, &error);
  g_assert_no_error (error);
  diff = apply (self, "1", NULL, "levels=4 entrances=1 doors=2");
  assert_fates (diff, 2, 0, 6, 0, 0);
}

static void
test_merge_refused (Fixture      *self,
                    gconstpointer data)
{
  BjtUuid far[] = { bjt_workspace_fixture_door (self, 0), bjt_workspace_fixture_door (self, 3) };
  BjtUuid strange[] = { bjt_workspace_fixture_door (self, 0), bjt_workspace_fixture_door (self, 7) };
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;

  g_assert_false (bjt_workspace_merge_doors (self->workspace, far, 1, NULL));
  g_assert_false (bjt_workspace_merge_doors (self->workspace, far, 2, NULL));
  g_assert_false (bjt_workspace_merge_doors (self->workspace, strange, 2, NULL));
  g_assert_false (bjt_workspace_split_door (self->workspace, far, NULL));
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cordon (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  BjtUuid entrance = bjt_picture_get_entrance (bjt_workspace_get_picture (self->workspace), 0)->id;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cordons = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_assert_false (bjt_workspace_cordon_entrance (self->workspace, &entrance, "", BJT_DATE_NONE, BJT_DATE_NONE, NULL));
  g_assert_false (bjt_workspace_cordon_entrance (self->workspace, &entrance, "停水", BJT_DATE_NONE, bjt_date_from_ymd (2026, 11, 22), NULL));
  g_assert_false (bjt_workspace_open_entrance (self->workspace, &entrance, NULL));
  bjt_workspace_cordon_entrance (self->workspace, &entrance, "停水", BJT_DATE_NONE, bjt_date_from_ymd (2026, 11, 25), &error);
  g_assert_no_error (error);
  cordons = bjt_workspace_list_cordons (self->workspace, &error);
  g_assert_cmpuint (cordons->len, ==, 1);
  g_assert_cmpstr (((BjtAnnotation *) cordons->pdata[0])->text, ==, "停水");
  bjt_workspace_open_entrance (self->workspace, &entrance, &error);
  g_assert_no_error (error);
  none = bjt_workspace_list_cordons (self->workspace, &error);
  g_assert_cmpuint (none->len, ==, 0);
  bjt_workspace_undo (self->workspace, NULL);
  assert_undo (self, before);
}

#define ADD(name, func) \
  g_test_add ("/buildings/" name, Fixture, NULL, bjt_workspace_fixture_set_up, func, bjt_workspace_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_new);
  ADD ("same", test_same);
  ADD ("grow", test_grow);
  ADD ("shrink", test_shrink);
  ADD ("visited-is-held", test_visited_is_held);
  ADD ("served-is-held", test_served_is_held);
  ADD ("held-has-own-place", test_held_has_own_place);
  ADD ("entrances", test_entrances);
  ADD ("refused", test_refused);
  ADD ("merge-and-split", test_merge_and_split);
  ADD ("merge-stays", test_merge_stays);
  ADD ("single-duplex-stays", test_single_duplex_stays);
  ADD ("merge-refused", test_merge_refused);
  ADD ("duplex", test_duplex);
  ADD ("cordon", test_cordon);
  return g_test_run ();
}
