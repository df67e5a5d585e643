/* test-marks.c: what is marked on doors sticks, also where nobody is known, and
 * is one step. */
#include "bjt-workspace-fixture.h"

#include <string.h>

#include "workspace/bjt-workspace-marks.h"

static const BjtPicture *
get_picture (BjtWorkspaceFixture *self)
{
  return bjt_workspace_get_picture (self->workspace);
}

static guint32
find (BjtWorkspaceFixture *self,
      guint                number)
{
  BjtUuid id = bjt_workspace_fixture_door (self, number);

  return bjt_picture_find_door (get_picture (self), &id);
}

static gboolean
mark (BjtWorkspaceFixture *self,
      guint                number,
      const BjtDoorMark   *how,
      GError             **error)
{
  BjtUuid id = bjt_workspace_fixture_door (self, number);

  return bjt_workspace_mark_doors (self->workspace, &id, 1, how, error);
}

static int
get_class (BjtWorkspaceFixture *self,
           guint                number)
{
  return bjt_picture_get_door_state (get_picture (self), find (self, number))->household_class;
}

static guint
find_empty (BjtWorkspaceFixture *self)
{
  for (guint i = 0; i < BJT_FIXTURE_DOORS; i++)
    if (bjt_picture_get_door (get_picture (self), find (self, i))->households.n == 0)
      return i;
  g_assert_not_reached ();
}

static void
assert_one_step (BjtWorkspaceFixture *self,
                 const char          *before)
{
  g_autofree char *undone = NULL;

  g_assert_true (bjt_workspace_undo (self->workspace, NULL));
  undone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (bjt_workspace_redo (self->workspace, NULL));
}

static void
test_class (BjtWorkspaceFixture *self,
            gconstpointer        data)
{
  const BjtDoorMark tenant = { .household_class = BJT_CLASS_TENANT, .reason = "楼盘表标注" }, rules = { .is_derived = TRUE };
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (GError) error = NULL;
  guint n_steps = bjt_workspace_count_undo (self->workspace);
  int   first = get_class (self, 0);

  g_assert_true (mark (self, 0, &tenant, &error));
  g_assert_cmpint (get_class (self, 0), ==, BJT_CLASS_TENANT);
  assert_one_step (self, before);
  g_assert_true (mark (self, 0, &tenant, &error)); /* is so already */
  g_assert_cmpuint (bjt_workspace_count_undo (self->workspace), ==, n_steps + 1);
  g_assert_true (mark (self, 0, &rules, &error));
  g_assert_cmpint (get_class (self, 0), ==, first);
}

static void
test_nobody_known (BjtWorkspaceFixture *self,
                   gconstpointer        data)
{
  const BjtDoorMark tenant = { .household_class = BJT_CLASS_TENANT, .reason = "x" }, alone = { .category = "disability" };
  const BjtDoorMark empty = { .household_class = BJT_CLASS_EMPTY, .reason = "x" };
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  guint            door = find_empty (self);
  g_autoptr (GError) error = NULL;
  guint32 category = bjt_picture_find_category (get_picture (self), "disability");

  g_assert_true (mark (self, door, &tenant, &error));
  g_assert_cmpint (get_class (self, door), ==, BJT_CLASS_TENANT);
  assert_one_step (self, before);
  g_assert_true (mark (self, door, &alone, &error));
  g_assert_true ((bjt_picture_get_door_state (get_picture (self), find (self, door))->categories >> category & 1) != 0);
  g_assert_cmpuint (bjt_picture_get_door (get_picture (self), find (self, door))->households.n, ==, 1);
  bjt_workspace_undo (self->workspace, NULL);
  bjt_workspace_undo (self->workspace, NULL);
  g_assert_true (mark (self, door, &empty, &error));
  g_assert_cmpint (get_class (self, door), ==, BJT_CLASS_EMPTY);
  g_assert_cmpuint (bjt_picture_get_door (get_picture (self), find (self, door))->households.n, ==, 0);
  assert_one_step (self, before);
  bjt_workspace_fixture_assert_sound (self);
}

static void
test_whose (BjtWorkspaceFixture *self,
            gconstpointer        data)
{
  BjtDoorMark disabled = { .category = "disability" };
  const BjtPicture *picture = get_picture (self);
  guint32     category = bjt_picture_find_category (picture, "disability");
  g_autoptr (GError) error = NULL;
  BjtRun members;

  g_assert_false (mark (self, 0, &disabled, &error));
  g_assert_true (g_pattern_match_simple ("2 people belong to *say whose*", error->message));
  g_clear_error (&error);
  members = bjt_picture_get_household (picture, bjt_picture_get_door (picture, find (self, 0))->households.first)->members;
  disabled.person_id = bjt_picture_get_person (picture, bjt_picture_get_member (picture, members.first + 1)->person)->id;
  g_assert_true (mark (self, 0, &disabled, &error));
  g_assert_true ((bjt_picture_get_door_state (get_picture (self), find (self, 0))->categories >> category & 1) != 0);
  disabled.is_untick = TRUE;
  g_assert_true (mark (self, 0, &disabled, &error));
  g_assert_true ((bjt_picture_get_door_state (get_picture (self), find (self, 0))->categories >> category & 1) == 0);
  g_assert_false (mark (self, 1, &disabled, &error)); /* belongs elsewhere */
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

static void
test_many (BjtWorkspaceFixture *self,
           gconstpointer        data)
{
  const BjtDoorMark tenant = { .household_class = BJT_CLASS_TENANT, .reason = "x" };
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  BjtUuid ids[BJT_FIXTURE_DOORS];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < BJT_FIXTURE_DOORS; i++)
    ids[i] = bjt_workspace_fixture_door (self, i);
  g_assert_true (bjt_workspace_mark_doors (self->workspace, ids, BJT_FIXTURE_DOORS, &tenant, &error));
  for (guint i = 0; i < BJT_FIXTURE_DOORS; i++)
    g_assert_cmpint (get_class (self, i), ==, BJT_CLASS_TENANT);
  assert_one_step (self, before);
  ids[5].bytes[2] ^= 1;
  g_assert_false (bjt_workspace_mark_doors (self->workspace, ids, BJT_FIXTURE_DOORS, &tenant, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

static void
test_refused (BjtWorkspaceFixture *self,
              gconstpointer        data)
{
  static const struct
  {
    BjtDoorMark mark;
    const char *pattern;
  } cases[] = {
    { { .household_class = 99, .reason = "x" }, "there is no such class" },
    { { .household_class = BJT_CLASS_TENANT }, "*needs a reason" },
    { { 0 }, "say what to mark*" },
    { { .household_class = BJT_CLASS_TENANT, .reason = "x", .category = "disability" }, "say what to mark*" },
    { { .category = "nothing" }, "there is no such category" },
    { { .category = "aged_80" }, "this category follows*" },
  };
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (mark (self, 0, &cases[i].mark, &error));
      if (!g_pattern_match_simple (cases[i].pattern, error->message))
        g_error ("“%s” is not “%s”", error->message, cases[i].pattern);
    }
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(path, test) \
  g_test_add (path, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, test, bjt_workspace_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/marks/class", test_class);
  ADD ("/marks/nobody-known", test_nobody_known);
  ADD ("/marks/whose", test_whose);
  ADD ("/marks/many", test_many);
  ADD ("/marks/refused", test_refused);
  return g_test_run ();
}
