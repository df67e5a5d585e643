/* test-overlays.c: layers of one's own come from files, are changed one step at
 * a time, and are taken back. */
#include "bjt-workspace-fixture.h"
#include "workspace/bjt-overlay-file.h"

#include <glib/gstdio.h>

static char *
dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", "overlay", name, NULL);
}

static BjtOverlayFile *
read_file (const char              *name,
           const BjtOverlayOptions *options)
{
  BjtOverlayOptions   plain = BJT_OVERLAY_OPTIONS_DEFAULT;
  g_autofree char    *path = dup_path (name);
  g_autoptr (GError)  error = NULL;
  BjtOverlayFile     *file = bjt_overlay_file_read (path, options != NULL ? options : &plain, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static void
add (BjtWorkspaceFixture *fixture,
     const char          *name,
     const char          *as)
{
  BjtOverlayOptions          options = BJT_OVERLAY_OPTIONS_DEFAULT;
  g_autoptr (BjtOverlayFile) file = NULL;
  g_autoptr (GError)         error = NULL;

  options.name = as;
  file = read_file (name, &options);
  bjt_workspace_add_overlay (fixture->workspace, file, &error);
  g_assert_no_error (error);
}

static const BjtOverlayLayer *
get (BjtWorkspaceFixture *fixture,
     guint                index)
{
  return bjt_overlay_list_get (bjt_workspace_get_picture (fixture->workspace)->overlays, index);
}

static guint
count (BjtWorkspaceFixture *fixture)
{
  return bjt_overlay_list_get_n (bjt_workspace_get_picture (fixture->workspace)->overlays);
}

static const BjtOverlayShape *
get_shape (const BjtOverlayLayer *layer,
           guint                  index)
{
  return layer->shapes->pdata[index];
}

static void
reopen (BjtWorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->workspace);
  fixture->workspace = bjt_workspace_open (fixture->path, &fixture->clock, &error);
  g_assert_no_error (error);
}

static void
undo (BjtWorkspaceFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  bjt_workspace_undo (fixture->workspace, &error);
  g_assert_no_error (error);
}

static void
test_round_trip (BjtWorkspaceFixture *fixture,
                 gconstpointer        data)
{
  BjtOverlayOptions          options = BJT_OVERLAY_OPTIONS_DEFAULT;
  g_autoptr (BjtOverlayFile) file = NULL;
  g_autoptr (GError)         error = NULL;
  const BjtOverlayLayer     *layer;

  options.label_column = "team";
  options.colour = "#123abc";
  file = read_file ("fire-zones.geojson", &options);
  g_assert_true (bjt_workspace_add_overlay (fixture->workspace, file, &error));
  reopen (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
  layer = get (fixture, 0);
  g_assert_cmpstr (layer->overlay->name, ==, "fire-zones");
  g_assert_cmpstr (layer->overlay->source, ==, "fire-zones.geojson");
  g_assert_cmphex (bjt_overlay_get_colour (layer->overlay), ==, 0x123abc);
  g_assert_cmpuint (layer->shapes->len, ==, 3);
  g_assert_cmpstr (get_shape (layer, 1)->label, ==, "消防二区");
  g_assert_null (get_shape (layer, 2)->label);
  g_assert_cmpuint (get_shape (layer, 1)->shape->n_parts, ==, 2);
  g_assert_true (get_shape (layer, 1)->shape->parts[1].is_hole);
  for (guint i = 0; i < 3; i++)
    {
      const BjtGeometry *kept = get_shape (layer, i)->shape, *read = ((BjtOverlayShape *) file->shapes->pdata[i])->shape;

      g_assert_cmpmem (kept->points, kept->n_points * sizeof *kept->points, read->points, read->n_points * sizeof *read->points);
    }
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
test_all_kinds_are_taken (BjtWorkspaceFixture *fixture,
                          gconstpointer        data)
{
  g_autoptr (BjtOverlayFile) file = read_file ("patrol.geojson", NULL);

  g_assert_cmpuint (file->shapes->len, ==, 3);
  g_assert_cmpuint (file->n_left_out, ==, 1);
  g_assert_cmpint (((BjtOverlayShape *) file->shapes->pdata[0])->shape->kind, ==, BJT_GEOMETRY_LINE);
  g_assert_cmpint (((BjtOverlayShape *) file->shapes->pdata[1])->shape->kind, ==, BJT_GEOMETRY_POINT);
  g_assert_cmpstr (((BjtOverlayShape *) file->shapes->pdata[1])->label, ==, "消火栓 1");
}

/* Moved back by the shift of the public maps, some hundred metres. */
static void
test_datum_is_converted (BjtWorkspaceFixture *fixture,
                         gconstpointer        data)
{
  BjtOverlayOptions          options = BJT_OVERLAY_OPTIONS_DEFAULT;
  g_autoptr (BjtOverlayFile) plain = read_file ("patrol.geojson", NULL);
  g_autoptr (BjtOverlayFile) shifted = NULL;
  BjtPoint                   a, b;

  options.datum = BJT_DATUM_GCJ02;
  shifted = read_file ("patrol.geojson", &options);
  a = ((BjtOverlayShape *) plain->shapes->pdata[1])->shape->points[0];
  b = bjt_datum_shift (BJT_DATUM_GCJ02, ((BjtOverlayShape *) shifted->shapes->pdata[1])->shape->points[0]);
  g_assert_cmpfloat_with_epsilon (a.x, b.x, 1e-8);
  g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-8);
  g_assert_cmpfloat (((BjtOverlayShape *) shifted->shapes->pdata[1])->shape->points[0].x, !=, a.x);
}

static void
test_bad_files_write_nothing (BjtWorkspaceFixture *fixture,
                              gconstpointer        data)
{
  static const struct
  {
    const char *name, *label, *colour, *words;
  } cases[] = {
    { "cut-short.geojson", NULL, NULL, "damaged" },
    { "missing.kml", NULL, NULL, "No such file" },
    { "fire-zones.geojson", "nothing", NULL, "nothing" },
    { "fire-zones.geojson", NULL, "purple", "#8e44ad" },
  };
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BjtOverlayOptions   options = BJT_OVERLAY_OPTIONS_DEFAULT;
      g_autofree char    *path = dup_path (cases[i].name);
      g_autoptr (GError)  error = NULL;

      options.label_column = cases[i].label;
      options.colour = cases[i].colour;
      g_assert_null (bjt_overlay_file_read (path, &options, NULL, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_null (strchr (error->message, '\n'));
    }
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_names_differ (BjtWorkspaceFixture *fixture,
                   gconstpointer        data)
{
  BjtOverlayOptions          options = BJT_OVERLAY_OPTIONS_DEFAULT;
  g_autoptr (BjtOverlayFile) file = NULL;
  g_autoptr (GError)         error = NULL;

  add (fixture, "patrol.geojson", NULL);
  add (fixture, "patrol.geojson", NULL);
  g_assert_cmpstr (get (fixture, 0)->overlay->name, ==, "patrol 2");
  g_assert_cmpstr (get (fixture, 0)->overlay->colour, !=, get (fixture, 1)->overlay->colour);
  options.name = "patrol";
  file = read_file ("patrol.geojson", &options);
  g_assert_false (bjt_workspace_add_overlay (fixture->workspace, file, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_assert_cmpuint (count (fixture), ==, 2);
}

static void
test_each_change_is_a_step (BjtWorkspaceFixture *fixture,
                            gconstpointer        data)
{
  g_autoptr (BjtOverlay) overlay = NULL;
  g_autoptr (GError)     error = NULL;
  guint                  steps;

  add (fixture, "patrol.geojson", "one");
  steps = bjt_workspace_count_undo (fixture->workspace);
  overlay = bjt_overlay_copy (get (fixture, 0)->overlay);
  overlay->is_shown = FALSE;
  g_assert_true (bjt_workspace_change_overlay (fixture->workspace, overlay, &error));
  g_assert_true (bjt_workspace_change_overlay (fixture->workspace, overlay, &error)); /* nothing new */
  g_assert_cmpuint (bjt_workspace_count_undo (fixture->workspace), ==, steps + 1);
  g_free (overlay->name);
  overlay->name = g_strdup ("two");
  g_assert_true (bjt_workspace_change_overlay (fixture->workspace, overlay, &error));
  g_assert_cmpstr (get (fixture, 0)->overlay->name, ==, "two");
  overlay->opacity = 2;
  g_assert_false (bjt_workspace_change_overlay (fixture->workspace, overlay, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID);
  undo (fixture);
  g_assert_cmpstr (get (fixture, 0)->overlay->name, ==, "one");
  g_assert_false (get (fixture, 0)->overlay->is_shown);
  undo (fixture);
  g_assert_true (get (fixture, 0)->overlay->is_shown);
  undo (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
test_move_and_remove (BjtWorkspaceFixture *fixture,
                      gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;
  BjtUuid            id;

  add (fixture, "patrol.geojson", "one");
  add (fixture, "patrol.geojson", "two");
  add (fixture, "fire-zones.geojson", "three");
  id = get (fixture, 0)->overlay->id;
  g_assert_true (bjt_workspace_move_overlay (fixture->workspace, &id, -9, &error));
  g_assert_cmpstr (get (fixture, 2)->overlay->name, ==, "three");
  g_assert_cmpstr (get (fixture, 0)->overlay->name, ==, "two");
  g_assert_true (bjt_workspace_move_overlay (fixture->workspace, &id, 1, &error));
  g_assert_cmpstr (get (fixture, 1)->overlay->name, ==, "three");
  before = bjt_workspace_fixture_dump (fixture);
  g_assert_true (bjt_workspace_remove_overlay (fixture->workspace, &id, &error));
  g_assert_cmpuint (count (fixture), ==, 2);
  g_assert_cmpint (bjt_workspace_count (fixture->workspace, &bjt_overlay_shape_type, NULL), ==, 6);
  g_assert_false (bjt_workspace_remove_overlay (fixture->workspace, &id, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
  undo (fixture);
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (get (fixture, 1)->shapes->len, ==, 3);
}

/* A visit makes a new picture; the layers in it are the same. */
static void
test_other_changes_keep_layers (BjtWorkspaceFixture *fixture,
                                gconstpointer        data)
{
  g_autoptr (BjtVisit) visit = NULL;
  g_autoptr (GError)   error = NULL;
  BjtOverlayList      *before;

  add (fixture, "patrol.geojson", "one");
  before = bjt_workspace_get_picture (fixture->workspace)->overlays;
  visit = bjt_workspace_fixture_visit (fixture, 1, bjt_workspace_get_today (fixture->workspace), BJT_OUTCOME_MET);
  g_assert_true (bjt_workspace_record_visits (fixture->workspace, &visit, 1, &error));
  g_assert_true (bjt_workspace_get_picture (fixture->workspace)->overlays == before);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (BjtWorkspaceFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/overlays/round-trip", test_round_trip },
    { "/overlays/all-kinds-are-taken", test_all_kinds_are_taken },
    { "/overlays/datum-is-converted", test_datum_is_converted },
    { "/overlays/bad-files-write-nothing", test_bad_files_write_nothing },
    { "/overlays/names-differ", test_names_differ },
    { "/overlays/each-change-is-a-step", test_each_change_is_a_step },
    { "/overlays/move-and-remove", test_move_and_remove },
    { "/overlays/other-changes-keep-layers", test_other_changes_keep_layers },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, tests[i].run, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
