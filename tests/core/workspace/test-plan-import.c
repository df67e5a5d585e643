/* test-plan-import.c: a file of every kind becomes a plan of the building it is
 * said to show; what its levels and rooms name is known again. */
#include "bjt-workspace-fixture.h"

#include "plan/bjt-placement.h"
#include "plan/bjt-plan-index.h"
#include "workspace/bjt-plan-box.h"
#include "workspace/bjt-plan-import.h"

#include <string.h>

static BjtOpenedDrawing *
open_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BJT_TEST_DATA"), "plans", name, NULL);
  g_autoptr (GError) error = NULL;
  BjtOpenedDrawing *opened = bjt_drawing_opener_open (path, 1, NULL, &error);

  g_assert_no_error (error);
  return opened;
}

static BjtPlanImportWish
make_wish (BjtWorkspaceFixture *self,
           const char          *levels)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);

  return (BjtPlanImportWish) { .building_id = bjt_picture_get_building (picture, 0)->id, .levels = levels, .file_name = "a drawing" };
}

static BjtPlanImportReport
bring_in (BjtWorkspaceFixture     *self,
          const char              *name,
          const BjtPlanImportWish *wish)
{
  g_autoptr (BjtOpenedDrawing) opened = open_file (name);
  g_autoptr (GError) error = NULL;
  BjtPlanImportReport report;

  bjt_workspace_import_plan (self->workspace, opened, wish, &report, &error);
  g_assert_no_error (error);
  return report;
}

static void
assert_refused (BjtWorkspaceFixture     *self,
                const char              *name,
                const BjtPlanImportWish *wish,
                const char              *about)
{
  g_autoptr (BjtOpenedDrawing) opened = open_file (name);
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  BjtPlanImportReport report;

  g_assert_false (bjt_workspace_import_plan (self->workspace, opened, wish, &report, &error));
  g_assert_nonnull (strstr (error->message, about));
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

/* The one drawing under the first plan. */
static BjtPlanDrawing *
get_drawing (BjtWorkspaceFixture *self,
             const BjtUuid       *plan_id,
             guint                number)
{
  g_autoptr (GPtrArray) drawings = bjt_workspace_list_plan_drawings (self->workspace, plan_id, NULL);

  g_assert_cmpuint (drawings->len, >, number);
  return bjt_plan_drawing_copy (drawings->pdata[number]);
}

static void
assert_one_step (BjtWorkspaceFixture *self,
                 const char          *before)
{
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  bjt_workspace_fixture_assert_sound (self);
  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  undone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (undone, ==, before);
}

/* Drawings without levels of their own */
static void
test_formats (BjtWorkspaceFixture *self,
              gconstpointer        data)
{
  static const struct
  {
    const char        *name;
    double             metres_per_unit;
    BjtPlanScaleSource source;
    double             scale; /* of what is kept */
  } cases[] = {
    { "storey.svg", 0.05, BJT_PLAN_SCALE_GUESSED, 0.05 },
    { "storey.dxf", 1, BJT_PLAN_SCALE_OF_FILE, 1 },
    { "storey.pdf", 0.1, BJT_PLAN_SCALE_GUESSED, 0.1 },
    { "storey.png", 20.0 / 60, BJT_PLAN_SCALE_GUESSED, 20.0 / 60 },
    { "storey.jpg", 20.0 / 60, BJT_PLAN_SCALE_GUESSED, 20.0 / 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char    *before = bjt_workspace_fixture_dump (self);
      BjtPlanImportWish   wish = make_wish (self, "0-2");
      BjtPlanImportReport report = bring_in (self, cases[i].name, &wish);
      g_autoptr (BjtPlanDrawing) drawing = get_drawing (self, &report.plan_id, 0);
      g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self->workspace, &report.plan_id, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (report.n_plans, ==, 1);
      g_assert_cmpint (report.scale_source, ==, cases[i].source);
      g_assert_cmpfloat_with_epsilon (report.metres_per_unit, cases[i].metres_per_unit, 1e-9);
      g_assert_cmpfloat_with_epsilon (drawing->scale, cases[i].scale, 1e-9);
      g_assert_cmpstr (plan->levels, ==, "0-2");
      g_assert_null (plan->placement);
      assert_one_step (self, before);
    }
}

static void
test_scale (BjtWorkspaceFixture *self,
            gconstpointer        data)
{
  BjtPlanImportWish   wish = make_wish (self, "0");
  BjtPlanImportReport report;
  BjtBox              box;

  wish.wall[0] = (BjtPoint) { 2, 2 };
  wish.wall[1] = (BjtPoint) { 398, 2 };
  wish.length = 39.6;
  report = bring_in (self, "storey.svg", &wish);
  g_assert_cmpfloat_with_epsilon (report.metres_per_unit, 0.1, 1e-9);
  g_assert_true (bjt_workspace_measure_plan (self->workspace, &report.plan_id, &box, NULL));
  g_assert_cmpfloat_with_epsilon (box.x2 - box.x1, 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.y1, 0, 1e-6);
  wish = make_wish (self, "1");
  wish.width = 80;
  report = bring_in (self, "storey.svg", &wish);
  g_assert_cmpfloat_with_epsilon (report.metres_per_unit, 0.2, 1e-9);
  wish = make_wish (self, "2");
  wish.metres_per_unit = 0.3;
  report = bring_in (self, "storey.dxf", &wish);
  g_assert_cmpfloat_with_epsilon (report.metres_per_unit, 0.3, 1e-9);
  wish.metres_per_unit = 1e6;
  assert_refused (self, "storey.dxf", &wish, "m wide");
  wish = make_wish (self, "2");
  wish.length = 3;
  assert_refused (self, "storey.dxf", &wish, "one place");
}

static void
test_layers (BjtWorkspaceFixture *self,
             gconstpointer        data)
{
  static const char *const shown[] = { "WALLS", NULL }, *const unknown[] = { "ROOF", NULL };
  BjtPlanImportWish   wish = make_wish (self, "0");
  BjtPlanImportReport report;
  g_autoptr (BjtPlanDrawing) drawing = NULL;

  wish.layers = unknown;
  assert_refused (self, "storey.dxf", &wish, "ROOF");
  wish.layers = shown;
  report = bring_in (self, "storey.dxf", &wish);
  drawing = get_drawing (self, &report.plan_id, 0);
  g_assert_cmpstr (drawing->hidden_layers, ==, "FURNITURE\nNAMES");
}

/* The room of level 0 is a door's, the corridor on all levels is no reason to
 * draw level 2 again; the crossed room is left out. */
static void
test_levels (BjtWorkspaceFixture *self,
             gconstpointer        data)
{
  g_autofree char    *before = bjt_workspace_fixture_dump (self);
  BjtPlanImportWish   wish = make_wish (self, NULL);
  BjtPlanImportReport report = bring_in (self, "levels.geojson", &wish);
  const BjtPicture   *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (self->workspace, &report.plan_id, NULL);
  g_autoptr (BjtPlanDrawing) drawing = get_drawing (self, &report.plan_id, 0);
  guint32 drawn = 0;

  g_assert_cmpuint (report.n_plans, ==, 2);
  g_assert_cmpstr (bjt_picture_get_plan (picture, 0)->levels, ==, "0");
  g_assert_cmpstr (bjt_picture_get_plan (picture, 1)->levels, ==, "1-2");
  g_assert_true (report.is_placed);
  g_assert_true (bjt_picture_get_plan (picture, 0)->is_placed);
  g_assert_cmpuint (report.n_left_out, ==, 1);
  g_assert_cmpuint (report.n_doors, ==, 1);
  g_assert_cmpuint (elements->len, ==, 4);
  g_assert_nonnull (strstr (drawing->hidden_layers, "0/room\n"));
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (bjt_plan_index_is_drawn (picture, d))
      {
        g_assert_cmpstr (bjt_picture_get_door (picture, d)->label, ==, "101");
        drawn++;
      }
  g_assert_cmpuint (drawn, ==, 1);
  for (guint i = 0; i < elements->len; i++)
    {
      const BjtPlanElement *element = elements->pdata[i];

      if (element->kind == BJT_ELEMENT_DOOR)
        g_assert_cmpstr (element->source_ref, ==, "0/room#way/1");
      if (element->kind == BJT_ELEMENT_OPENING)
        g_assert_cmpint (element->shape->kind, ==, BJT_GEOMETRY_POINT);
    }
  assert_one_step (self, before);
  wish.levels = "1";
  report = bring_in (self, "levels.geojson", &wish);
  g_assert_cmpuint (report.n_plans, ==, 1);
  wish.levels = "7";
  assert_refused (self, "levels.geojson", &wish, "none of the levels");
}

static void
test_other_maps (BjtWorkspaceFixture *self,
                 gconstpointer        data)
{
  static const struct
  {
    const char *name;
    const char *levels; /* that are wished */
    const char *found;
    guint       n_elements;
    guint       n_doors;
    gboolean    is_placed;
  } cases[] = {
    { "levels.osm", NULL, "0", 3, 1, TRUE },
    { "space.gml", "0", "0", 1, 1, FALSE },
    { "imdf", NULL, "1", 2, 1, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char    *before = bjt_workspace_fixture_dump (self);
      BjtPlanImportWish   wish = make_wish (self, cases[i].levels);
      BjtPlanImportReport report = bring_in (self, cases[i].name, &wish);
      g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self->workspace, &report.plan_id, NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (plan->levels, ==, cases[i].found);
      g_assert_cmpuint (report.n_elements, ==, cases[i].n_elements);
      g_assert_cmpuint (report.n_doors, ==, cases[i].n_doors);
      g_assert_cmpint (report.is_placed, ==, cases[i].is_placed);
      assert_one_step (self, before);
    }
}

/* The same map twice: over itself, as both tell where they lie. */
static void
test_under (BjtWorkspaceFixture *self,
            gconstpointer        data)
{
  BjtPlanImportWish   wish = make_wish (self, "0");
  BjtPlanImportReport report = bring_in (self, "levels.geojson", &wish);
  g_autofree char    *before = bjt_workspace_fixture_dump (self);
  g_autoptr (BjtPlanDrawing) first = get_drawing (self, &report.plan_id, 0);
  g_autoptr (BjtPlanDrawing) second = NULL;
  BjtUuid             plan_id = report.plan_id;

  wish.under_plan_id = plan_id;
  report = bring_in (self, "levels.geojson", &wish);
  second = get_drawing (self, &plan_id, 1);
  g_assert_cmpfloat_with_epsilon (first->scale, second->scale, 1e-5);
  g_assert_cmpfloat_with_epsilon (first->x, second->x, 0.01);
  g_assert_cmpfloat_with_epsilon (first->y, second->y, 0.01);
  g_assert_cmpfloat_with_epsilon (second->angle, 0, 1e-4);
  assert_one_step (self, before);
  report = bring_in (self, "storey.png", &wish);
  g_assert_cmpint (report.scale_source, ==, BJT_PLAN_SCALE_GUESSED);
}

static void
test_refusals (BjtWorkspaceFixture *self,
               gconstpointer        data)
{
  BjtPlanImportWish wish = make_wish (self, NULL);

  assert_refused (self, "storey.svg", &wish, "level");
  wish.levels = "ground";
  assert_refused (self, "storey.svg", &wish, "ground");
  wish = make_wish (self, "0");
  wish.building_id = BJT_UUID_NIL;
  assert_refused (self, "storey.svg", &wish, "building");
  wish = make_wish (self, "0");
  bring_in (self, "storey.svg", &wish);
  assert_refused (self, "storey.svg", &wish, "level 0");
  wish.levels = NULL;
  assert_refused (self, "levels.geojson", &wish, "level 0"); /* its other levels would be free */
}

#define ADD(name, func) \
  g_test_add ("/plan-import/" name, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, func, bjt_workspace_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("formats", test_formats);
  ADD ("scale", test_scale);
  ADD ("layers", test_layers);
  ADD ("levels", test_levels);
  ADD ("other-maps", test_other_maps);
  ADD ("under", test_under);
  ADD ("refusals", test_refusals);
  return g_test_run ();
}
