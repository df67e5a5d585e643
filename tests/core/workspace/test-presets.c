/* test-presets.c: sheets that are wanted again: kept, found, undone, and what becomes of
 * them when the community is another.
 */
#include "bjt-workspace-fixture.h"

#include "workspace/bjt-workspace-presets.h"

static BjtSheetOrder *
new_order (BjtWorkspaceFixture *self,
           const char          *sheet)
{
  BjtSheetOrder *order = bjt_sheet_order_new (bjt_sheet_catalogue_find (sheet));
  BjtGridSheetOptions *options = &order->spec.options;

  order->spec.scope.kind = BJT_SHEET_OF_ENTRANCE;
  order->spec.scope.building = 1;
  order->spec.scope.entrance = bjt_picture_get_building (bjt_workspace_get_picture (self->workspace), 1)->entrances.first;
  bjt_sheet_spec_set_text (&options->paper, "300x500");
  options->orientation = BJT_ORIENTATION_PORTRAIT;
  options->names = BJT_SHEET_NAMES_MASKED;
  options->is_mono = TRUE;
  bjt_sheet_spec_set_text (&options->purpose, "周例会\n[第一]");
  options->extent = (BjtSheetExtent) { 2500, { 12.5, -3 } };
  order->imposition.is_tiled = TRUE;
  order->imposition.tiling.paper = g_strdup ("A4");
  order->imposition.tiling.overlap = 12.5;
  order->n_copies = 3;
  order->base = g_strdup ("");
  return order;
}

static void
assert_equal (const BjtSheetOrder *a,
              const BjtSheetOrder *b)
{
  g_assert_true (a->spec.type == b->spec.type);
  g_assert_cmpint (a->spec.scope.kind, ==, b->spec.scope.kind);
  g_assert_cmpuint (a->spec.scope.building, ==, b->spec.scope.building);
  g_assert_cmpuint (a->spec.scope.entrance, ==, b->spec.scope.entrance);
  g_assert_cmpstr (a->spec.options.paper, ==, b->spec.options.paper);
  g_assert_cmpint (a->spec.options.orientation, ==, b->spec.options.orientation);
  g_assert_cmpint (a->spec.options.names, ==, b->spec.options.names);
  g_assert_cmpint (a->spec.options.is_mono, ==, b->spec.options.is_mono);
  g_assert_cmpint (a->spec.options.has_binding, ==, b->spec.options.has_binding);
  g_assert_cmpstr (a->spec.options.purpose, ==, b->spec.options.purpose);
  g_assert_cmpfloat (a->spec.options.extent.denominator, ==, b->spec.options.extent.denominator);
  g_assert_cmpfloat (a->spec.options.extent.shift.x, ==, b->spec.options.extent.shift.x);
  g_assert_cmpfloat (a->spec.options.extent.shift.y, ==, b->spec.options.extent.shift.y);
  g_assert_cmpint (a->imposition.is_tiled, ==, b->imposition.is_tiled);
  g_assert_cmpstr (a->imposition.tiling.paper, ==, b->imposition.tiling.paper);
  g_assert_cmpfloat (a->imposition.tiling.overlap, ==, b->imposition.tiling.overlap);
  g_assert_cmpuint (a->n_copies, ==, b->n_copies);
  g_assert_cmpstr (a->base, ==, b->base);
}

static void
save (BjtWorkspaceFixture *self,
      const char          *name,
      const BjtSheetOrder *order)
{
  g_autoptr (GError) error = NULL;

  bjt_workspace_save_preset (self->workspace, name, order, &error);
  g_assert_no_error (error);
}

static void
assert_names (BjtWorkspaceFixture *self,
              const char          *expected)
{
  g_auto (GStrv) names = bjt_workspace_list_presets (self->workspace);
  g_autofree char *joined = g_strjoinv (",", names);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_comes_back (BjtWorkspaceFixture *self,
                 gconstpointer        data)
{
  g_autoptr (BjtSheetOrder) order = new_order (self, "building"), loaded = NULL, other = new_order (self, "ledger");
  g_autoptr (GError) error = NULL;

  save (self, "周例会", order);
  save (self, "第二", other);
  assert_names (self, "周例会,第二");
  loaded = bjt_workspace_load_preset (self->workspace, "周例会", &error);
  g_assert_no_error (error);
  assert_equal (loaded, order);
}

static void
test_replaces_and_goes (BjtWorkspaceFixture *self,
                        gconstpointer        data)
{
  g_autoptr (BjtSheetOrder) order = new_order (self, "building"), loaded = NULL;
  g_autoptr (GError) error = NULL;

  save (self, "周例会", order);
  order->n_copies = 7;
  save (self, "周例会", order);
  assert_names (self, "周例会");
  loaded = bjt_workspace_load_preset (self->workspace, "周例会", NULL);
  g_assert_cmpuint (loaded->n_copies, ==, 7);
  g_assert_true (bjt_workspace_remove_preset (self->workspace, "周例会", &error));
  assert_names (self, "");
  g_assert_false (bjt_workspace_remove_preset (self->workspace, "周例会", &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
  g_assert_true (bjt_workspace_undo (self->workspace, NULL));
  assert_names (self, "周例会");
}

static void
test_refuses_bad_names (BjtWorkspaceFixture *self,
                        gconstpointer        data)
{
  g_autoptr (BjtSheetOrder) order = new_order (self, "building");
  g_autofree char *long_name = g_strnfill (61, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (bjt_workspace_save_preset (self->workspace, "", order, NULL));
  g_assert_false (bjt_workspace_save_preset (self->workspace, long_name, order, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID);
  assert_names (self, "");
}

/* Places that are gone are the community; a sheet that there is not is told. */
static void
test_survives_nonsense (BjtWorkspaceFixture *self,
                        gconstpointer        data)
{
  BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  const char *text = "[a]\nsheet=grid-map\ngrid=99\nbuilding=0193d0a0-0000-7000-8000-000000000000\nn-up=700\ncopies=-4\nnames=everything\noverlap=wide\n"
                     "[b]\nsheet=wallpaper\n";
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (BjtSheetOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, NULL));
  order = bjt_sheet_order_read (file, "a", picture, &error);
  g_assert_no_error (error);
  g_assert_cmpint (order->spec.scope.kind, ==, BJT_SHEET_OF_COMMUNITY);
  g_assert_cmpuint (order->imposition.nup.n, ==, 16);
  g_assert_cmpuint (order->n_copies, ==, 1);
  g_assert_cmpint (order->spec.options.names, ==, BJT_SHEET_NAMES_NONE);
  g_assert_null (bjt_sheet_order_read (file, "b", picture, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

/* Whoever a sheet is about is not kept: it is another one the next time. */
static void
test_keeps_nobody (BjtWorkspaceFixture *self,
                   gconstpointer        data)
{
  g_autoptr (BjtSheetOrder) order = new_order (self, "person");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL, *key = NULL;

  order->spec.scope.kind = BJT_SHEET_OF_PERSON;
  order->spec.scope.building = BJT_NO_INDEX;
  order->spec.scope.id = bjt_picture_get_person (bjt_workspace_get_picture (self->workspace), 0)->id;
  bjt_sheet_spec_set_text (&order->spec.options.maker, "李书记");
  bjt_sheet_order_write (order, bjt_workspace_get_picture (self->workspace), file, "a");
  text = g_key_file_to_data (file, NULL, NULL);
  key = bjt_uuid_dup_string (&order->spec.scope.id);
  g_assert_null (strstr (text, key));
  g_assert_null (strstr (text, "李书记"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/presets/" name, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, function, bjt_workspace_fixture_tear_down)
  ADD ("comes-back", test_comes_back);
  ADD ("replaces-and-goes", test_replaces_and_goes);
  ADD ("refuses-bad-names", test_refuses_bad_names);
  ADD ("survives-nonsense", test_survives_nonsense);
  ADD ("keeps-nobody", test_keeps_nobody);
  return g_test_run ();
}
