/* test-plan-export.c: what is written comes back: shapes within a millimetre,
 * keys, doors, labels, levels; nothing is lost, whatever is on the plan. */
#include "bjt-workspace-fixture.h"

#include <glib/gstdio.h>
#include <math.h>

#include "plan/bjt-drawing-builder.h"
#include "plan/bjt-placement.h"
#include "plan/bjt-plan-draft.h"
#include "workspace/bjt-drawing-opener.h"
#include "workspace/bjt-plan-export.h"
#include "workspace/bjt-workspace-plans.h"

#define LON 129.7605
#define LAT 43.3200
#define N_RANDOM 6

static const BjtPictureBuilding *
get_building (BjtWorkspaceFixture *self)
{
  return bjt_picture_get_building (bjt_workspace_get_picture (self->workspace), 0);
}

/* Random plans */

static double
draw_number (GRand *rand,
             double low,
             double high)
{
  return round (g_rand_double_range (rand, low, high) * 1e5) / 1e5;
}

/* A star of 3 to 9 corners around a place: it never crosses itself. */
static guint
add_ring (GRand    *rand,
          BjtPoint  centre,
          double    radius,
          BjtPoint *points)
{
  guint n = (guint) g_rand_int_range (rand, 3, 10);

  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * (i + g_rand_double_range (rand, 0, 0.5)) / n, r = radius * g_rand_double_range (rand, 0.6, 1);

      points[i] = (BjtPoint) { centre.x + r * cos (angle), centre.y + r * sin (angle) };
    }
  return n;
}

static BjtGeometry *
draw_polygon (GRand *rand)
{
  BjtPoint points[32], centre = { draw_number (rand, -40, 40), draw_number (rand, -40, 40) };
  BjtPart  parts[2] = { { 0 } };
  guint    n_parts = g_rand_boolean (rand) ? 2 : 1;

  parts[0].n_points = add_ring (rand, centre, 8, points);
  parts[1] = (BjtPart) { parts[0].n_points, 0, TRUE };
  if (n_parts == 2)
    parts[1].n_points = add_ring (rand, centre, 1, points + parts[0].n_points);
  return bjt_geometry_new (BJT_GEOMETRY_POLYGON, parts, n_parts, points, parts[0].n_points + (n_parts == 2 ? parts[1].n_points : 0));
}

static BjtGeometry *
draw_shape (GRand *rand,
            int    kind)
{
  static const gboolean may_be_point[BJT_N_ELEMENT_KINDS] = { [BJT_ELEMENT_OPENING] = TRUE, [BJT_ELEMENT_STAIRS] = TRUE, [BJT_ELEMENT_ELEVATOR] = TRUE };
  BjtPoint line[3] = { { draw_number (rand, -40, 40), draw_number (rand, -40, 40) } };

  if (kind == BJT_ELEMENT_TEXT || (may_be_point[kind] && g_rand_boolean (rand)))
    return bjt_geometry_new_point (line[0].x, line[0].y);
  line[1] = (BjtPoint) { line[0].x + draw_number (rand, 1, 5), line[0].y };
  line[2] = (BjtPoint) { line[1].x, line[1].y + draw_number (rand, 1, 5) };
  if (kind == BJT_ELEMENT_LINE || kind == BJT_ELEMENT_OPENING || (kind == BJT_ELEMENT_WALL && g_rand_boolean (rand)))
    return bjt_geometry_new_line (line, 3);
  return draw_polygon (rand);
}

static BjtPlanElement *
draw_element (BjtWorkspaceFixture *self,
              GRand               *rand)
{
  static const char *const labels[] = { NULL, "走廊", "a<b>&\"c\"", "两行\n文字 \\n", "  spaced  out  " };
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtPlanElement   *element = bjt_plan_element_new ();

  element->kind = g_rand_int_range (rand, 0, BJT_N_ELEMENT_KINDS);
  element->shape = draw_shape (rand, element->kind);
  element->label = g_strdup (element->kind == BJT_ELEMENT_TEXT ? labels[g_rand_int_range (rand, 1, 4)] : labels[g_rand_int_range (rand, 0, 5)]);
  element->size = element->kind == BJT_ELEMENT_TEXT || element->kind == BJT_ELEMENT_WALL ? draw_number (rand, 0.1, 1) : 0;
  element->angle = element->kind == BJT_ELEMENT_TEXT ? draw_number (rand, -3, 3) : 0;
  if (element->kind == BJT_ELEMENT_DOOR && g_rand_boolean (rand))
    element->door_id = bjt_picture_get_door (picture, get_building (self)->doors.first)->id;
  else if (element->kind != BJT_ELEMENT_LINE)
    {
      element->entrance_id = bjt_picture_get_entrance (picture, get_building (self)->entrances.first)->id;
      element->stack = element->kind == BJT_ELEMENT_DOOR ? g_rand_int_range (rand, 0, 2) : 0;
    }
  return element;
}

static char *
make_placement (GRand *rand)
{
  const BjtPoint plan[] = { { 0, 0 }, { 10, 0 } };
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_length (plan, 10 * g_rand_double_range (rand, 0.9, 1.1), g_rand_double_range (rand, 0, 360),
                                                                      (BjtPoint) { LON, LAT }, NULL);

  return bjt_placement_to_json (placement);
}

static GPtrArray *
add_random_plan (BjtWorkspaceFixture *self,
                 const char          *levels,
                 gboolean             is_placed,
                 guint32              seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (BjtFloorPlan) plan = bjt_floor_plan_new ();
  GPtrArray *elements = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_plan_element_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GArray) removed = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_autoptr (GError) error = NULL;

  plan->building_id = get_building (self)->id;
  plan->name = g_strdup_printf ("plan %u", seed);
  plan->levels = g_strdup (levels);
  plan->placement = is_placed ? make_placement (rand) : NULL;
  for (guint i = 0; i < 60; i++)
    {
      BjtPlanElement *element = draw_element (self, rand);

      element->position = (int) i;
      g_ptr_array_add (elements, element);
    }
  bjt_workspace_add_plan (self->workspace, plan, NULL, &(BjtPlanEdit) { .added = elements, .changed = none, .removed = removed }, NULL, &error);
  g_assert_no_error (error);
  return elements;
}

/* Comparing */

static double
measure_gap (const BjtGeometry *a,
             const BjtGeometry *b)
{
  double worst = 0;

  for (guint i = 0; i < a->n_points; i++)
    {
      double least = G_MAXDOUBLE;

      for (guint j = 0; j < b->n_points; j++)
        least = fmin (least, hypot (a->points[i].x - b->points[j].x, a->points[i].y - b->points[j].y));
      worst = fmax (worst, least);
    }
  return worst;
}

static void
assert_same_shape (const BjtGeometry *a,
                   const BjtGeometry *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->n_parts, ==, b->n_parts);
  g_assert_cmpuint (a->n_points, ==, b->n_points);
  for (guint p = 0; p < a->n_parts; p++)
    {
      g_assert_cmpuint (a->parts[p].n_points, ==, b->parts[p].n_points);
      g_assert_cmpint (a->parts[p].is_hole, ==, b->parts[p].is_hole);
    }
  g_assert_cmpfloat (measure_gap (a, b), <, 0.001);
  g_assert_cmpfloat (measure_gap (b, a), <, 0.001);
}

static const BjtPlanElement *
find_element (const BjtPlanDraft *draft,
              const BjtUuid      *id)
{
  for (guint i = 0; i < draft->elements->len; i++)
    if (bjt_uuid_equal (draft->elements->pdata[i], id)) /* its key comes first */
      return draft->elements->pdata[i];
  return NULL;
}

static void
assert_same (const BjtPlanElement *a,
             const BjtPlanElement *b)
{
  g_assert_nonnull (b);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpstr (a->label, ==, b->label);
  g_assert_true (bjt_uuid_equal (&a->entrance_id, &b->entrance_id));
  g_assert_true (bjt_uuid_equal (&a->door_id, &b->door_id));
  g_assert_cmpint (a->stack, ==, b->stack);
  g_assert_cmpfloat_with_epsilon (a->size, b->size, 1e-3);
  g_assert_cmpfloat_with_epsilon (a->angle, b->angle, 1e-5);
  assert_same_shape (a->shape, b->shape);
}

static BjtDrawing *
export_and_open (BjtWorkspaceFixture *self,
                 const char          *name,
                 BjtPlanExport       *wish)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtOpenedDrawing) opened = NULL;

  wish->building_id = get_building (self)->id;
  g_assert_true (bjt_plan_export_guess_format (name, &wish->format));
  bjt_workspace_export_plan_to (self->workspace, wish, path, &error);
  g_assert_no_error (error);
  opened = bjt_drawing_opener_open (path, 1, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return bjt_drawing_ref (opened->drawing);
}

static void
assert_comes_back (BjtWorkspaceFixture *self,
                   const char          *name,
                   GPtrArray           *elements,
                   const char          *levels)
{
  BjtPlanExport wish = { 0 };
  g_autoptr (BjtDrawing) drawing = export_and_open (self, name, &wish);
  g_autoptr (GPtrArray) drafts = bjt_plan_draft_list (drawing);
  const BjtPlanDraft *draft = drafts->pdata[0];

  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (draft->levels, ==, levels);
  g_assert_true (bjt_uuid_equal (&draft->building_id, &get_building (self)->id));
  g_assert_cmpuint (draft->n_refused, ==, 0);
  g_assert_cmpuint (draft->elements->len, ==, elements->len);
  for (guint i = 0; i < elements->len; i++)
    assert_same (elements->pdata[i], find_element (draft, elements->pdata[i]));
  g_assert_null (bjt_plan_draft_dup_rest (drawing));
}

static void
test_round_trip (BjtWorkspaceFixture *self,
                 gconstpointer        name)
{
  for (guint32 seed = 1; seed <= N_RANDOM; seed++)
    {
      g_autoptr (GPtrArray) elements = add_random_plan (self, "0-2", TRUE, seed);

      assert_comes_back (self, name, elements, "0-2");
      bjt_workspace_undo (self->workspace, NULL);
    }
}

static void
test_two_plans (BjtWorkspaceFixture *self,
                gconstpointer        name)
{
  g_autoptr (GPtrArray) ground = add_random_plan (self, "0", TRUE, 100);
  g_autoptr (GPtrArray) above = add_random_plan (self, "1-2", TRUE, 101);
  BjtPlanExport wish = { 0 };
  g_autoptr (BjtDrawing) drawing = export_and_open (self, name, &wish);
  g_autoptr (GPtrArray) drafts = bjt_plan_draft_list (drawing);
  const BjtPlanDraft *draft;

  g_assert_cmpuint (drafts->len, ==, 2);
  draft = drafts->pdata[1];
  g_assert_cmpstr (draft->levels, ==, "1-2");
  g_assert_cmpstr (draft->name, ==, "plan 101");
  g_assert_nonnull (draft->placement);
  for (guint i = 0; i < above->len; i++)
    assert_same (above->pdata[i], find_element (draft, above->pdata[i]));
}

/* On the plan they came from nothing is new; elsewhere links go by name. */
static void
test_settles (BjtWorkspaceFixture *self,
              gconstpointer        name)
{
  g_autoptr (GPtrArray) elements = add_random_plan (self, "0", TRUE, 7);
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtPlanExport     wish = { 0 };
  g_autoptr (BjtDrawing) drawing = export_and_open (self, name, &wish);
  g_autoptr (GPtrArray) drafts = bjt_plan_draft_list (drawing);
  BjtPlanDraft     *draft = drafts->pdata[0];
  BjtUuid           entrance = bjt_picture_get_entrance (picture, bjt_picture_get_building (picture, 1)->entrances.first)->id;

  bjt_plan_draft_settle (draft, picture, 1, 1000);
  for (guint i = 0; i < draft->elements->len; i++)
    {
      const BjtPlanElement *element = draft->elements->pdata[i];

      g_assert_false (bjt_uuid_is_nil (&element->id));
      for (guint j = 0; j < elements->len; j++)
        g_assert_false (bjt_uuid_equal (&element->id, elements->pdata[j]));
      if (!bjt_uuid_is_nil (&element->entrance_id))
        g_assert_true (bjt_uuid_equal (&element->entrance_id, &entrance));
    }
}

/* What lies under */

static GBytes *
make_drawing (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  g_autoptr (BjtDrawing) drawing = NULL;
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .id = "arc", .stroke = 0xFF112233u, .stroke_width = 2, .fill = 0x80FF0000u };

  item.layer = bjt_drawing_builder_add_layer (builder, "A-WALL", FALSE);
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_curve_to (builder, (BjtPoint[]) { { 0, 55 }, { 45, 100 }, { 100, 100 } });
  bjt_drawing_builder_add (builder, &item);
  item = (BjtDrawingItem) { .kind = BJT_DRAWING_TEXT, .text = "厨房", .size = 12, .fill = 0xFF000000u, .anchor = 0.5, .angle = 0.5 };
  item.layer = bjt_drawing_builder_add_layer (builder, "TEXT", TRUE);
  bjt_drawing_builder_move_to (builder, 50, 50);
  bjt_drawing_builder_add (builder, &item);
  drawing = bjt_drawing_builder_finish (builder);
  return bjt_drawing_to_bytes (drawing);
}

static void
test_backdrop (BjtWorkspaceFixture *self,
               gconstpointer        data)
{
  g_autoptr (BjtFloorPlan) plan = bjt_floor_plan_new ();
  g_autoptr (BjtPlanDrawing) record = bjt_plan_drawing_new ();
  g_autoptr (GBytes) content = make_drawing ();
  BjtPlanExport wish = { .with_backdrop = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtDrawing) drawing = NULL;
  g_autoptr (BjtDrawing) rest = NULL;
  const BjtDrawingItem *arc;

  plan->building_id = get_building (self)->id;
  plan->levels = g_strdup ("0");
  record->scale = 0.05;
  record->angle = 0;
  record->opacity = 1;
  record->x = 3;
  record->y = 4;
  bjt_workspace_add_plan (self->workspace, plan, &(BjtPlanAttachment) { record, content, BJT_DRAWING_MEDIA_TYPE }, NULL, NULL, &error);
  g_assert_no_error (error);
  drawing = export_and_open (self, "plan.svg", &wish);
  rest = bjt_plan_draft_dup_rest (drawing);
  g_assert_nonnull (rest);
  g_assert_cmpuint (rest->n_items, ==, 2);
  g_assert_cmpfloat (rest->metres_per_unit, ==, 1);
  arc = rest->items;
  g_assert_cmpstr (arc->id, ==, "arc");
  g_assert_cmpuint (arc->n_ops, ==, 2);
  g_assert_cmpint (rest->ops[arc->first_op + 1], ==, BJT_PATH_CURVE);
  g_assert_cmpfloat_with_epsilon (rest->points[arc->first_point + 3].x, 3 + 5, 1e-3);
  g_assert_cmpfloat_with_epsilon (rest->points[arc->first_point + 3].y, -4 + 5, 1e-3);
  g_assert_cmpfloat_with_epsilon (arc->stroke_width, 0.1, 1e-3);
  g_assert_cmphex (arc->fill, ==, 0x80FF0000u);
  g_assert_cmpstr (rest->items[1].text, ==, "厨房");
  g_assert_cmpfloat_with_epsilon (rest->items[1].angle, 0.5, 1e-5);
  g_assert_true (rest->layers[rest->items[1].layer].is_hidden);
}

/* Refusals */

static void
test_nowhere (BjtWorkspaceFixture *self,
              gconstpointer        name)
{
  g_autoptr (GPtrArray) elements = add_random_plan (self, "0", FALSE, 3);
  BjtPlanExport wish = { .building_id = get_building (self)->id };
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bjt_plan_export_guess_format (name, &wish.format));
  g_assert_false (bjt_workspace_export_plan_to (self->workspace, &wish, path, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "lies nowhere"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  wish.has_place = TRUE;
  wish.place = (BjtPoint) { LON, LAT };
  g_assert_true (bjt_workspace_export_plan_to (self->workspace, &wish, path, NULL));
  g_unlink (path);
}

static void
test_no_plan (BjtWorkspaceFixture *self,
              gconstpointer        data)
{
  BjtPlanExport wish = { .building_id = get_building (self)->id };
  g_autoptr (GError) error = NULL;

  g_assert_null (bjt_workspace_export_plan (self->workspace, &wish, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

#define ADD(path, data, func) g_test_add (path, BjtWorkspaceFixture, data, bjt_workspace_fixture_set_up, func, bjt_workspace_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plan-export/svg/round-trip", "plan.svg", test_round_trip);
  ADD ("/plan-export/imdf/round-trip", "plan.imdf.zip", test_round_trip);
  ADD ("/plan-export/svg/two-plans", "plan.svg", test_two_plans);
  ADD ("/plan-export/imdf/two-plans", "plan.zip", test_two_plans);
  ADD ("/plan-export/svg/settles", "plan.svg", test_settles);
  ADD ("/plan-export/imdf/settles", "plan.zip", test_settles);
  ADD ("/plan-export/svg/backdrop", NULL, test_backdrop);
  ADD ("/plan-export/geojson/nowhere", "plan.geojson", test_nowhere);
  ADD ("/plan-export/imdf/nowhere", "plan.zip", test_nowhere);
  ADD ("/plan-export/no-plan", NULL, test_no_plan);
  return g_test_run ();
}
