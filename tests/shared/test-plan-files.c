/* test-plan-files.c: every drawing of the shared data lies under a plan, is
 * written with it to SVG and comes back with all that is on it. */
#include "../core/workspace/bjt-workspace-fixture.h"

#include <glib/gstdio.h>
#include <math.h>

#include "plan/bjt-plan-draft.h"
#include "workspace/bjt-drawing-opener.h"
#include "workspace/bjt-plan-export.h"
#include "workspace/bjt-workspace-plans.h"

#define EXIT_SKIPPED 77
#define SIZE 20.0 /* m */
#define MAX_ITEMS 6000u

static char *shared;

static BjtUuid
get_building (BjtWorkspaceFixture *self)
{
  return bjt_picture_get_building (bjt_workspace_get_picture (self->workspace), 0)->id;
}

static void
lay_under (BjtWorkspaceFixture *self,
           const BjtDrawing    *drawing)
{
  g_autoptr (BjtFloorPlan) plan = bjt_floor_plan_new ();
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();
  g_autoptr (GBytes) content = bjt_drawing_to_bytes (drawing);
  g_autoptr (GError) error = NULL;

  plan->building_id = get_building (self);
  plan->levels = g_strdup ("0");
  record->scale = SIZE / fmax (fmax (drawing->box.x2 - drawing->box.x1, drawing->box.y2 - drawing->box.y1), 1e-3);
  record->angle = 0.3;
  record->x = record->y = 0;
  record->opacity = 1;
  bjt_workspace_add_plan (self->workspace, plan, &(BjtPlanAttachment) { record, content, BJT_DRAWING_MEDIA_TYPE }, NULL, NULL, &error);
  g_assert_no_error (error);
}

static BjtOpenedDrawing *
export_and_open (BjtWorkspaceFixture *self)
{
  BjtPlanExport    wish = { .format = BJT_PLAN_EXPORT_SVG, .building_id = get_building (self), .with_backdrop = TRUE };
  g_autofree char *path = g_build_filename (self->folder, "plan.svg", NULL);
  g_autoptr (GError) error = NULL;
  BjtOpenedDrawing *opened;

  bjt_workspace_export_plan_to (self->workspace, &wish, path, &error);
  g_assert_no_error (error);
  opened = bjt_drawing_opener_open (path, 1, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return opened;
}

static guint
count_ops (const BjtDrawing *drawing,
           guint             op)
{
  guint n = 0;

  for (guint i = 0; i < drawing->n_ops; i++)
    n += drawing->ops[i] == op;
  return n;
}

static void
check_file (BjtWorkspaceFixture *self,
            const char          *path)
{
  g_autoptr (BjtOpenedDrawing) before = bjt_drawing_opener_open (path, 1, NULL, NULL);
  g_autoptr (BjtOpenedDrawing) after = NULL;
  g_autoptr (BjtDrawing) rest = NULL;

  if (before == NULL || before->drawing->n_items > MAX_ITEMS)
    return;
  g_test_message ("%s", path);
  lay_under (self, before->drawing);
  after = export_and_open (self);
  rest = bjt_plan_draft_dup_rest (after->drawing);
  g_assert_nonnull (rest);
  g_assert_cmpuint (rest->n_items, ==, before->drawing->n_items);
  g_assert_cmpuint (rest->n_pictures, ==, before->drawing->n_pictures);
  g_assert_cmpuint (count_ops (rest, BJT_PATH_CURVE), ==, count_ops (before->drawing, BJT_PATH_CURVE));
  bjt_workspace_undo (self->workspace, NULL);
}

static void
test_folder (BjtWorkspaceFixture *self,
             gconstpointer        name)
{
  g_autofree char *folder = g_build_filename (shared, "01_floorplans", name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      check_file (self, path);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const folders[] = { "svg", "dxf", "pdf", "raster" };
  const char *data = g_getenv ("BJT_SHARED_DATA");
  int         result;

  g_test_init (&argc, &argv, NULL);
  shared = data != NULL ? g_strdup (data) : g_build_filename (BJT_SOURCE_ROOT, "..", "shared", "data", NULL);
  if (!g_file_test (shared, G_FILE_TEST_IS_DIR))
    return EXIT_SKIPPED;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strconcat ("/shared/plan-files/", folders[i], NULL);

      g_test_add (name, BjtWorkspaceFixture, folders[i], bjt_workspace_fixture_set_up, test_folder, bjt_workspace_fixture_tear_down);
    }
  result = g_test_run ();
  g_free (shared);
  return result;
}
