/* test-workspace-import.c: what an import does to a community, and undoes. */
#include "bjt-workspace-fixture.h"

#include "import/bjt-import-report.h"

#include <math.h>

typedef BjtWorkspaceFixture Fixture;

static const char register_text[] =
  "小区,楼栋,单元,楼层,房号,姓名,性别,身份证号,电话,与户主关系\n"
  "山水宜家,1,1,1,101,王大0,女,,15400000001,户主\n"
  "山水宜家,3,2,5,501,李淑兰,女,22249919560312001X,15400000012,户主\n"
  "山水宜家,3,2,5,501,赵顺子,男,222499193811050029,,配偶\n"
  "河畔,12,1,3,302,朴英哲,男,,15400000013,户主\n"
  ",,,,,无处,男,,,\n";

static BjtImportReport *
import (Fixture *fixture,
        gboolean dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "册.csv", NULL);
  BjtImportOptions options = { .dry_run = dry_run };
  BjtImportReport *report;

  g_file_set_contents (path, register_text, -1, &error);
  g_assert_no_error (error);
  report = bjt_workspace_import (fixture->workspace, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static gint64
count (Fixture             *fixture,
       const BjtRecordType *type)
{
  return bjt_workspace_count (fixture->workspace, type, NULL);
}

static void
dry_run_changes_nothing (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  guint n_undo = bjt_workspace_count_undo (fixture->workspace);
  g_autoptr (BjtImportReport) dry = import (fixture, TRUE);
  g_autoptr (BjtImportReport) wet = NULL;

  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (bjt_workspace_count_undo (fixture->workspace), ==, n_undo);
  wet = import (fixture, FALSE); /* and tells what will happen */
  g_assert_cmpuint (bjt_import_report_get_count (dry, "new_doors"), ==, bjt_import_report_get_count (wet, "new_doors"));
  g_assert_cmpuint (bjt_import_report_get_count (dry, "new_persons"), ==, bjt_import_report_get_count (wet, "new_persons"));
  g_assert_cmpuint (bjt_import_report_get_count (wet, "new_doors"), ==, 2);
  g_assert_cmpuint (bjt_import_report_get_count (wet, "rows_refused"), ==, 1);
}

static void
twice_adds_nothing (Fixture      *fixture,
                    gconstpointer data)
{
  static const BjtRecordType *const types[] = { &bjt_compound_type, &bjt_building_type, &bjt_entrance_type, &bjt_door_type,
                                                &bjt_household_type, &bjt_person_type, &bjt_membership_type };
  gint64 counts[G_N_ELEMENTS (types)];
  g_autoptr (BjtImportReport) first = import (fixture, FALSE);
  g_autoptr (BjtImportReport) second = NULL;

  g_assert_cmpint (count (fixture, &bjt_door_type), ==, BJT_FIXTURE_DOORS + 2);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    counts[i] = count (fixture, types[i]);
  second = import (fixture, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (count (fixture, types[i]), ==, counts[i]);
  bjt_workspace_fixture_assert_sound (fixture);
}

static void
undo_gives_the_file_back (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BjtImportReport) report = import (fixture, FALSE);

  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, !=, before);
  g_assert_true (bjt_workspace_undo (fixture->workspace, NULL));
  undone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  bjt_workspace_fixture_assert_sound (fixture);
  g_assert_true (bjt_workspace_redo (fixture->workspace, NULL));
  redone = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, after);
  bjt_workspace_fixture_assert_sound (fixture);
}

/* A house drawn on a shifted map lands where it stands. */
static void
shifted_maps_are_converted (Fixture      *fixture,
                            gconstpointer data)
{
  static const BjtPoint true_corners[] = { { 129.7700, 43.3100 }, { 129.7704, 43.3100 }, { 129.7704, 43.3102 }, { 129.7700, 43.3102 } };
  g_autofree char *path = g_build_filename (fixture->folder, "shifted.geojson", NULL);
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                                           "\"properties\":{\"building\":\"yes\",\"name\":\"77\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtImportReport) report = NULL;
  BjtImportOptions  options = { .datum = BJT_DATUM_GCJ02 };
  const BjtPicture *picture;
  guint             n_found = 0;

  for (guint i = 0; i <= G_N_ELEMENTS (true_corners); i++)
    {
      BjtPoint shifted = bjt_datum_shift (BJT_DATUM_GCJ02, true_corners[i % G_N_ELEMENTS (true_corners)]);

      g_string_append_printf (text, "%s[%.10f,%.10f]", i > 0 ? "," : "", shifted.x, shifted.y);
    }
  g_string_append (text, "]]}}]}");
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  report = bjt_workspace_import (fixture->workspace, path, &options, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  picture = bjt_workspace_get_picture (fixture->workspace);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      const BjtGeometry *footprint = bjt_picture_get_building (picture, b)->footprint;

      if (footprint == NULL || footprint->box.x1 < 129.76)
        continue;
      n_found += fabs (footprint->box.x1 - 129.7700) < 1e-8 && fabs (footprint->box.y2 - 43.3102) < 1e-8;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
cancelled_leaves_nothing (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "册.csv", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  BjtImportOptions options = { 0 };

  g_file_set_contents (path, register_text, -1, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (bjt_workspace_import (fixture->workspace, path, &options, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/workspace/import/dry-run-changes-nothing", dry_run_changes_nothing },
    { "/workspace/import/twice-adds-nothing", twice_adds_nothing },
    { "/workspace/import/undo-gives-the-file-back", undo_gives_the_file_back },
    { "/workspace/import/shifted-maps-are-converted", shifted_maps_are_converted },
    { "/workspace/import/cancelled-leaves-nothing", cancelled_leaves_nothing },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, bjt_workspace_fixture_set_up, tests[i].func, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
