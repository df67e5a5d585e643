/* test-plan-imports.c: every drawing of the shared data becomes plans of a
 * building in a sample community, or is refused with one clear line and leaves
 * the community as it was. */
#include "workspace/bjt-plan-import.h"

#include <glib/gstdio.h>
#include <string.h>

#define EXIT_SKIPPED 77

static char *folder;
static BjtWorkspace *workspace;
static guint n_good, n_refused;

static guint
count_plans (void)
{
  return bjt_workspace_get_picture (workspace)->plans->len;
}

static void
import_opened (const BjtOpenedDrawing *opened,
               const char             *path)
{
  g_autofree char  *file_name = g_path_get_basename (path);
  BjtPlanImportWish wish = { .building_id = bjt_picture_get_building (bjt_workspace_get_picture (workspace), 0)->id, .file_name = file_name };
  g_autoptr (GError) error = NULL;
  BjtPlanImportReport report;

  if (!bjt_plan_import_has_levels (opened))
    wish.levels = "500";
  if (!bjt_workspace_import_plan (workspace, opened, &wish, &report, &error))
    {
      g_test_message ("%s: %s", path, error->message);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (count_plans (), ==, 0);
      n_refused++;
      return;
    }
  g_assert_cmpuint (count_plans (), ==, report.n_plans);
  g_assert_cmpfloat (report.metres_per_unit, >, 0);
  n_good++;
  bjt_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_plans (), ==, 0);
}

static void
import_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtOpenedDrawing) opened = bjt_drawing_opener_open (path, 1, NULL, &error);

  if (opened != NULL)
    import_opened (opened, path);
  else
    g_assert_null (strchr (error->message, '\n'));
}

static void
import_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (!g_file_test (inner, G_FILE_TEST_IS_DIR) || g_str_equal (name, "minimal-imdf"))
        import_file (inner);
      else
        import_folder (inner);
    }
}

static void
test_all (void)
{
  g_autofree char *path = g_build_filename (folder, "01_floorplans", NULL);

  import_folder (path);
  g_test_message ("%u brought in, %u refused", n_good, n_refused);
  g_assert_cmpuint (n_good, >=, 60);
  g_assert_cmpuint (n_refused, <=, 6);
}

int
main (int    argc,
      char **argv)
{
  const char      *data = g_getenv ("BJT_SHARED_DATA");
  g_autofree char *temporary = g_dir_make_tmp ("bjt-plan-imports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (temporary, "sample.bjt", NULL);
  BjtSampleOptions sample = { "jiangbei", 1, 0 };
  BjtClock         clock = { 0 };
  int              result;

  g_test_init (&argc, &argv, NULL);
  folder = data != NULL ? g_strdup (data) : g_build_filename (BJT_SOURCE_ROOT, "..", "shared", "data", NULL);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return EXIT_SKIPPED;
  g_assert_true (bjt_workspace_create_sample (path, &sample, &clock, NULL));
  workspace = bjt_workspace_open (path, &clock, NULL);
  g_assert_nonnull (workspace);
  g_test_add_func ("/shared/plan-imports/all", test_all);
  result = g_test_run ();
  g_clear_object (&workspace);
  g_unlink (path);
  g_rmdir (temporary);
  g_free (folder);
  return result;
}
