/* test-door-edits.c: single doors, levels, entrances; many people at once. Each
 * is one action: undone whole, refused whole, all or nothing in the file. */
#include "bjt-workspace-fixture.h"

#include "model/bjt-plans.h"
#include "workspace/bjt-workspace-doors.h"

#include <string.h>

typedef BjtWorkspaceFixture Fixture;

static const BjtPictureDoor *
get_door (Fixture *self,
          BjtUuid  id)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32     door = bjt_picture_find_door (picture, &id);

  return door != BJT_NO_INDEX ? bjt_picture_get_door (picture, door) : NULL;
}

static const BjtPictureBuilding *
get_building (Fixture *self)
{
  return bjt_picture_get_building (bjt_workspace_get_picture (self->workspace), 0);
}

static BjtUuid
find_empty_door (Fixture *self)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);

  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_picture_get_door (picture, d)->households.n == 0)
      return bjt_picture_get_door (picture, d)->id;
  g_assert_not_reached ();
}

static const char *
find_label (Fixture *self,
            int      ordinal,
            guint    stack)
{
  BjtPicture               *picture = bjt_workspace_get_picture (self->workspace);
  const BjtPictureBuilding *building = get_building (self);

  for (guint32 d = building->doors.first; d < building->doors.first + building->doors.n; d++)
    if (bjt_picture_get_door (picture, d)->ordinal == ordinal && bjt_picture_get_door (picture, d)->stack == stack)
      return bjt_picture_get_door (picture, d)->label;
  return NULL;
}

/* One action that undo takes back whole, and redo brings again. */
static void
assert_one_action (Fixture    *self,
                   const char *before,
                   guint       n_before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = bjt_workspace_fixture_dump (self);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  bjt_workspace_fixture_assert_sound (self);
  g_assert_cmpstr (before, !=, done);
  g_assert_cmpuint (bjt_workspace_count_undo (self->workspace), ==, n_before + 1);
  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  undone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, undone);
  bjt_workspace_redo (self->workspace, &error);
  g_assert_no_error (error);
  redone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (done, ==, redone);
}

static void
test_rename_door (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace);
  BjtUuid          id = bjt_workspace_fixture_door (self, 0);
  static const char *const wrong[] = { "", "  ", "302", "这个门牌号实在是太长太长太长太长太长太长太长太长了", "3\n1", NULL };

  for (guint i = 0; wrong[i] != NULL; i++)
    g_assert_false (bjt_workspace_rename_door (self->workspace, &id, wrong[i], NULL));
  g_assert_cmpuint (bjt_workspace_count_undo (self->workspace), ==, n);
  g_assert_true (bjt_workspace_rename_door (self->workspace, &id, " 301A ", NULL));
  g_assert_cmpstr (get_door (self, id)->label, ==, "301A");
  g_assert_cmpuint (get_door (self, id)->households.n, ==, 1);
  assert_one_action (self, before, n);
}

/* 东户 on every level, but once on each. */
static void
test_rename_sides (Fixture      *self,
                   gconstpointer data)
{
  BjtUuid a = bjt_workspace_fixture_door (self, 0), beside = bjt_workspace_fixture_door (self, 1), below = bjt_workspace_fixture_door (self, 2);

  g_assert_true (bjt_workspace_rename_door (self->workspace, &a, "东户", NULL));
  g_assert_false (bjt_workspace_rename_door (self->workspace, &beside, "东户", NULL));
  g_assert_true (bjt_workspace_rename_door (self->workspace, &below, "东户", NULL));
}

static void
test_kinds (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace);
  BjtUuid          ids[] = { bjt_workspace_fixture_door (self, 4), bjt_workspace_fixture_door (self, 5) };

  g_assert_false (bjt_workspace_set_door_kinds (self->workspace, ids, 2, 77, NULL));
  g_assert_true (bjt_workspace_set_door_kinds (self->workspace, ids, 2, BJT_DOOR_SHOP, NULL));
  g_assert_cmpint (get_door (self, ids[1])->kind, ==, BJT_DOOR_SHOP);
  assert_one_action (self, before, n);
}

static void
test_remove (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace), n_held = 0;
  BjtPicture      *picture = bjt_workspace_get_picture (self->workspace);
  BjtUuid          empty = find_empty_door (self);
  const BjtPictureBuilding *building = bjt_picture_get_building (picture, get_door (self, empty)->building);
  BjtUuid          ids[] = { bjt_picture_get_door (picture, building->doors.first)->id, empty };
  g_autoptr (GError) error = NULL;

  g_assert_false (bjt_workspace_remove_doors (self->workspace, ids, 1, &n_held, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_assert_cmpuint (n_held, ==, 1);
  g_assert_true (bjt_workspace_remove_doors (self->workspace, ids, 2, &n_held, NULL));
  g_assert_cmpuint (n_held, ==, 1);
  g_assert_null (get_door (self, empty));
  g_assert_nonnull (get_door (self, ids[0]));
  assert_one_action (self, before, n);
}

/* A merged door is as empty as its parts. */
static void
test_remove_merged (Fixture      *self,
                    gconstpointer data)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtUuid     empty = find_empty_door (self), known = BJT_UUID_NIL;
  guint32     door = bjt_picture_find_door (picture, &empty);

  known = bjt_picture_get_door (picture, door - 1)->id;
  g_assert_true (bjt_workspace_merge_doors (self->workspace, (BjtUuid[]) { empty, known }, 2, NULL));
  g_assert_false (bjt_workspace_remove_doors (self->workspace, &known, 1, NULL, NULL));
  bjt_workspace_fixture_assert_sound (self);
}

static void
test_add_and_remove (Fixture      *self,
                     gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace);
  BjtPicture      *picture = bjt_workspace_get_picture (self->workspace);
  BjtDoorPlace     place = { get_building (self)->id, bjt_picture_get_entrance (picture, 0)->id, 2, NULL, -1 };
  BjtDoorPlace     wrong = place;
  BjtUuid          id;

  wrong.entrance_id = get_building (self)->id;
  g_assert_false (bjt_workspace_add_door (self->workspace, &wrong, NULL, NULL));
  wrong = place;
  wrong.label = "301";
  g_assert_false (bjt_workspace_add_door (self->workspace, &wrong, NULL, NULL));
  g_assert_true (bjt_workspace_add_door (self->workspace, &place, &id, NULL));
  g_assert_cmpstr (get_door (self, id)->label, ==, "303");
  g_assert_cmpuint (get_door (self, id)->stack, ==, 2);
  assert_one_action (self, before, n);
  g_assert_true (bjt_workspace_remove_doors (self->workspace, &id, 1, NULL, NULL));
  g_assert_null (get_door (self, id));
}

static void
test_levels (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace);
  BjtUuid          id = get_building (self)->id;
  g_autofree char *label = NULL;

  g_assert_true (bjt_workspace_add_level (self->workspace, &id, TRUE, NULL));
  g_assert_cmpstr (find_label (self, 3, 1), ==, "402");
  assert_one_action (self, before, n);
  g_assert_true (bjt_workspace_rename_level (self->workspace, &id, 3, "3A", NULL));
  g_assert_cmpstr (find_label (self, 3, 1), ==, "3A02");
  g_assert_false (bjt_workspace_rename_level (self->workspace, &id, 2, "3A", NULL));
  g_assert_true (bjt_workspace_add_level (self->workspace, &id, FALSE, NULL));
  g_assert_cmpstr (find_label (self, -1, 0), ==, "-101");
  g_assert_true (bjt_workspace_rename_level (self->workspace, &id, -1, "半地下", NULL));
  label = bjt_picture_dup_level_label (bjt_workspace_get_picture (self->workspace), 0, -1);
  g_assert_cmpstr (label, ==, "半地下");
  g_assert_cmpstr (find_label (self, -1, 0), ==, "-101");
  bjt_workspace_fixture_assert_sound (self);
}

static void
test_entrances (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace);
  BjtUuid          id = get_building (self)->id, entrance;
  BjtPicture      *picture;

  g_assert_true (bjt_workspace_add_entrance (self->workspace, &id, NULL));
  g_assert_cmpuint (get_building (self)->entrances.n, ==, 2);
  g_assert_cmpuint (get_building (self)->doors.n, ==, 12);
  assert_one_action (self, before, n);
  picture = bjt_workspace_get_picture (self->workspace);
  entrance = bjt_picture_get_entrance (picture, 1)->id;
  g_assert_cmpstr (bjt_picture_get_entrance (picture, 1)->label, ==, "2");
  g_assert_false (bjt_workspace_rename_entrance (self->workspace, &entrance, "1", NULL));
  g_assert_true (bjt_workspace_rename_entrance (self->workspace, &entrance, "乙", NULL));
  g_assert_true (bjt_workspace_set_direction (self->workspace, &id, TRUE, NULL));
  g_assert_true (get_building (self)->doors_reversed);
  bjt_workspace_fixture_assert_sound (self);
}

/* The entrance whose last door goes is gone with it. */
static void
test_bare_entrance (Fixture      *self,
                    gconstpointer data)
{
  BjtUuid     id = get_building (self)->id;
  BjtUuid     ids[6];
  BjtPicture *picture;

  g_assert_true (bjt_workspace_add_entrance (self->workspace, &id, NULL));
  picture = bjt_workspace_get_picture (self->workspace);
  for (guint i = 0; i < 6; i++)
    ids[i] = bjt_picture_get_door (picture, bjt_picture_get_entrance (picture, 1)->doors.first + i)->id;
  g_assert_true (bjt_workspace_remove_doors (self->workspace, ids, 6, NULL, NULL));
  g_assert_cmpuint (get_building (self)->entrances.n, ==, 1);
  bjt_workspace_fixture_assert_sound (self);
}

/* Many at once */

static void
test_tick_many (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace);
  BjtPicture      *picture = bjt_workspace_get_picture (self->workspace);
  guint32          category = bjt_picture_find_category (picture, "low_income");
  BjtUuid          ids[4];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    ids[i] = bjt_picture_get_person (picture, MIN (i, 2))->id;
  bjt_workspace_tick_categories (self->workspace, ids, 4, "low_income", TRUE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    g_assert_true (bjt_picture_get_person (bjt_workspace_get_picture (self->workspace), i)->ticked >> category & 1);
  assert_one_action (self, before, n);
  ids[3] = get_building (self)->id;
  g_assert_false (bjt_workspace_tick_categories (self->workspace, ids, 4, "low_income", FALSE, NULL));
  g_assert_false (bjt_workspace_tick_categories (self->workspace, ids, 0, "low_income", FALSE, NULL));
  g_assert_true (bjt_workspace_tick_categories (self->workspace, ids, 3, "low_income", TRUE, NULL));
  g_assert_cmpuint (bjt_workspace_count_undo (self->workspace), ==, n + 1);
}

static void
test_override_many (Fixture      *self,
                    gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            n = bjt_workspace_count_undo (self->workspace);
  BjtPicture      *picture = bjt_workspace_get_picture (self->workspace);
  BjtUuid          ids[3];

  for (guint i = 0; i < 3; i++)
    ids[i] = bjt_picture_get_household (picture, i)->id;
  g_assert_false (bjt_workspace_override_classes (self->workspace, ids, 3, BJT_CLASS_TENANT, NULL, NULL));
  g_assert_true (bjt_workspace_override_classes (self->workspace, ids, 3, BJT_CLASS_TENANT, "实地看过", NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (bjt_picture_get_household (bjt_workspace_get_picture (self->workspace), i)->household_class, ==, BJT_CLASS_TENANT);
  assert_one_action (self, before, n);
}

/* Cordons and heads as the picture has them */

static void
test_picture (Fixture      *self,
              gconstpointer data)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtDate     today = bjt_workspace_get_today (self->workspace);
  BjtUuid     entrance = bjt_picture_get_entrance (picture, 0)->id;
  BjtUuid     ids[] = { bjt_workspace_fixture_door (self, 0), bjt_workspace_fixture_door (self, 2) };
  BjtUuid     head;

  g_assert_null (bjt_picture_get_entrance (picture, 0)->cordon);
  g_assert_true (bjt_workspace_cordon_entrance (self->workspace, &entrance, "停水", today + 3, today + 5, NULL));
  g_assert_true (bjt_workspace_cordon_entrance (self->workspace, &entrance, "电梯检修", today, BJT_DATE_NONE, NULL));
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_cmpstr (bjt_picture_get_entrance (picture, 0)->cordon, ==, "电梯检修");
  g_assert_cmpint (bjt_picture_get_entrance (picture, 0)->cordon_until, ==, BJT_DATE_NONE);
  g_assert_null (bjt_picture_get_entrance (picture, 1)->cordon);
  g_assert_true (bjt_workspace_open_entrance (self->workspace, &entrance, NULL));
  g_assert_null (bjt_picture_get_entrance (bjt_workspace_get_picture (self->workspace), 0)->cordon);
  g_assert_true (bjt_workspace_merge_doors (self->workspace, ids, 2, NULL));
  g_assert_true (get_door (self, ids[0])->is_merged);
  head = bjt_picture_get_door (bjt_workspace_get_picture (self->workspace), get_door (self, ids[0])->head)->id;
  g_assert_true (bjt_uuid_equal (&head, &ids[1]));
}

#define ADD(name, func) \
  g_test_add ("/door-edits/" name, Fixture, NULL, bjt_workspace_fixture_set_up, func, bjt_workspace_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rename-door", test_rename_door);
  ADD ("rename-sides", test_rename_sides);
  ADD ("kinds", test_kinds);
  ADD ("remove", test_remove);
  ADD ("remove-merged", test_remove_merged);
  ADD ("add-and-remove", test_add_and_remove);
  ADD ("levels", test_levels);
  ADD ("entrances", test_entrances);
  ADD ("bare-entrance", test_bare_entrance);
  ADD ("tick-many", test_tick_many);
  ADD ("override-many", test_override_many);
  ADD ("picture", test_picture);
  return g_test_run ();
}
