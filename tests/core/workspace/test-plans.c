/* test-plans.c: plans are made, placed, drawn on, copied and removed; each is one
 * step, and the step back is the first state again. */
#include "bjt-workspace-fixture.h"

#include <math.h>

#include "geo/bjt-mercator.h"
#include "plan/bjt-drawing-builder.h"
#include "plan/bjt-placement.h"
#include "plan/bjt-plan-index.h"
#include "workspace/bjt-workspace-plans.h"

#define LON 129.7605
#define LAT 43.3200

static const BjtPictureBuilding *
get_building (BjtWorkspaceFixture *self)
{
  return bjt_picture_get_building (bjt_workspace_get_picture (self->workspace), 0);
}

static BjtPlanElement *
new_door (BjtWorkspaceFixture *self,
          int                  stack)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  const BjtPoint    ring[] = { { stack * 10.0, 0 }, { stack * 10.0 + 10, 0 }, { stack * 10.0 + 10, 8 }, { stack * 10.0, 8 } };
  BjtPlanElement   *element = bjt_plan_element_new ();

  element->kind = BJT_ELEMENT_DOOR;
  element->entrance_id = bjt_picture_get_entrance (picture, get_building (self)->entrances.first)->id;
  element->stack = stack;
  element->position = stack;
  element->shape = bjt_geometry_new_polygon (ring, 4);
  element->size = (double) NAN;
  return element;
}

static BjtFloorPlan *
new_plan (BjtWorkspaceFixture *self,
          const char          *levels)
{
  BjtFloorPlan *plan = bjt_floor_plan_new ();

  plan->building_id = get_building (self)->id;
  plan->name = g_strdup ("标准层");
  plan->levels = g_strdup (levels);
  return plan;
}

/* A plan of two doors a level. */
static BjtUuid
add_plan (BjtWorkspaceFixture *self,
          const char          *levels)
{
  g_autoptr (BjtFloorPlan) plan = new_plan (self, levels);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (GError) error = NULL;

  bjt_plan_edit_add (edit, new_door (self, 0));
  bjt_plan_edit_add (edit, new_door (self, 1));
  bjt_workspace_add_plan (self->workspace, plan, NULL, edit, NULL, &error);
  g_assert_no_error (error);
  return plan->id;
}

/* One step back is what there was, one forward what there is now. */
static void
assert_one_step (BjtWorkspaceFixture *self,
                 const char          *before)
{
  g_autofree char *after = bjt_workspace_fixture_dump (self);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, !=, after);
  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
  undone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (undone, ==, before);
  bjt_workspace_redo (self->workspace, &error);
  g_assert_no_error (error);
  redone = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (redone, ==, after);
}

static guint
count_drawn (BjtWorkspaceFixture *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint n = 0;

  for (guint32 d = 0; d < picture->doors->len; d++)
    n += bjt_plan_index_is_drawn (picture, d);
  return n;
}

static char *
make_placement (void)
{
  const BjtPoint wall[2] = { { 0, 0 }, { 20, 0 } };
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_length (wall, 20, 90, (BjtPoint) { LON, LAT }, NULL);

  return bjt_placement_to_json (placement);
}

/* One drawing serves the doors of every level it is repeated on. */
static void
test_add (BjtWorkspaceFixture *self,
          gconstpointer        data)
{
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  const BjtPicture *picture;
  BjtUuid id = add_plan (self, "1, 0");
  g_autoptr (BjtFloorPlan) plan = bjt_workspace_get_plan (self->workspace, &id, NULL);
  BjtBox box;

  g_assert_cmpstr (plan->levels, ==, "0-1");
  g_assert_cmpuint (count_drawn (self), ==, 4);
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_cmpuint (picture->plans->len, ==, 1);
  g_assert_cmpuint (bjt_plan_index_find_plan (picture, 0, 1), ==, 0);
  g_assert_cmpuint (bjt_plan_index_find_plan (picture, 0, 2), ==, BJT_NO_INDEX);
  g_assert_cmpuint (bjt_plan_index_find_plan (picture, 1, 0), ==, BJT_NO_INDEX);
  box = bjt_plan_index_get_box (picture, 0);
  g_assert_cmpfloat (box.x2 - box.x1, ==, 20);
  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      BjtRun outlines = bjt_plan_index_get_outlines (picture, d);

      if (outlines.n > 0)
        g_assert_cmpuint (bjt_picture_get_element (picture, bjt_picture_get_outline (picture, outlines.first)->element)->stack, ==,
                          bjt_picture_get_door (picture, d)->stack);
    }
  assert_one_step (self, before);
  bjt_workspace_fixture_assert_sound (self);
}

static void
test_levels (BjtWorkspaceFixture *self,
             gconstpointer        data)
{
  BjtUuid first = add_plan (self, "0-1");
  g_autoptr (BjtFloorPlan) again = new_plan (self, "1-2");
  g_autoptr (BjtFloorPlan) schematic = new_plan (self, "2-5");
  g_autoptr (BjtFloorPlan) drawn = new_plan (self, "2-3");
  g_autoptr (BjtFloorPlan) nowhere = new_plan (self, "");
  g_autoptr (BjtFloorPlan) left = NULL;
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;
  g_autofree char *taken = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_false (bjt_workspace_add_plan (self->workspace, again, NULL, NULL, NULL, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_assert_false (bjt_workspace_add_plan (self->workspace, nowhere, NULL, NULL, NULL, &second));
  g_assert_error (second, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID);
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  schematic->kind = BJT_PLAN_SCHEMATIC;
  g_clear_error (&error);
  bjt_workspace_add_plan (self->workspace, schematic, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  taken = bjt_workspace_fixture_dump (self);
  bjt_workspace_add_plan (self->workspace, drawn, NULL, NULL, NULL, &error); /* the schematic one gives way */
  g_assert_no_error (error);
  left = bjt_workspace_get_plan (self->workspace, &schematic->id, NULL);
  g_assert_cmpstr (left->levels, ==, "4-5");
  assert_one_step (self, taken);
  g_free (left->levels);
  left->levels = g_strdup ("0");
  g_assert_false (bjt_workspace_update_plan (self->workspace, left, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
  g_clear_error (&error);
  g_free (drawn->levels);
  drawn->levels = g_strdup ("2-5");
  bjt_workspace_update_plan (self->workspace, drawn, &error); /* takes all: the schematic one goes */
  g_assert_no_error (error);
  g_assert_null (bjt_workspace_get_plan (self->workspace, &schematic->id, NULL));
  bjt_workspace_remove_plan (self->workspace, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_drawn (self), ==, 0);
}

static void
test_place (BjtWorkspaceFixture *self,
            gconstpointer        data)
{
  BjtUuid id = add_plan (self, "0");
  g_autofree char *placement = make_placement ();
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autoptr (GError) error = NULL;
  const BjtPicture *picture;
  BjtPoint corner;

  g_assert_null (bjt_picture_get_element (bjt_workspace_get_picture (self->workspace), 0)->mercator);
  g_assert_false (bjt_workspace_place_plan (self->workspace, &id, "{}", &error));
  g_assert_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID);
  g_clear_error (&error);
  bjt_workspace_place_plan (self->workspace, &id, placement, &error);
  g_assert_no_error (error);
  picture = bjt_workspace_get_picture (self->workspace);
  g_assert_true (bjt_picture_get_plan (picture, 0)->is_placed);
  corner = bjt_mercator_unproject (bjt_picture_get_element (picture, 0)->mercator->points[0]);
  g_assert_cmpfloat_with_epsilon (corner.x, LON, 1e-9);
  g_assert_cmpfloat_with_epsilon (corner.y, LAT, 1e-9);
  assert_one_step (self, before);
  bjt_workspace_fixture_assert_sound (self);
}

/* Added, changed and removed in one step. */
static void
test_edit (BjtWorkspaceFixture *self,
           gconstpointer        data)
{
  BjtUuid id = add_plan (self, "0-1");
  BjtUuid other_id = add_plan (self, "2");
  g_autoptr (GPtrArray) elements = bjt_workspace_list_plan_elements (self->workspace, &id, NULL);
  g_autoptr (GPtrArray) others = bjt_workspace_list_plan_elements (self->workspace, &other_id, NULL);
  g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
  g_autoptr (BjtPlanEdit) elsewhere = bjt_plan_edit_new ();
  BjtPlanElement *text = bjt_plan_element_new ();
  BjtPlanElement *renamed = bjt_plan_element_copy (elements->pdata[0]);
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  text->kind = BJT_ELEMENT_TEXT;
  text->label = g_strdup ("楼道");
  text->shape = bjt_geometry_new_point (3, 4);
  bjt_plan_edit_add (edit, text);
  renamed->label = g_strdup ("101");
  bjt_plan_edit_change (edit, renamed);
  g_ptr_array_remove_index (elements, 0);
  bjt_plan_edit_remove (edit, elements);
  bjt_plan_edit_remove (elsewhere, others);
  g_assert_false (bjt_workspace_edit_plan (self->workspace, &id, elsewhere, NULL, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
  bjt_workspace_edit_plan (self->workspace, &id, edit, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_drawn (self), ==, 4);
  assert_one_step (self, before);
  bjt_workspace_fixture_assert_sound (self);
}

/* What can't be is refused, with its place, and nothing of the edit is written. */
static void
test_refusals (BjtWorkspaceFixture *self,
               gconstpointer        data)
{
  static const BjtPoint bow_tie[] = { { 0, 0 }, { 10, 10 }, { 10, 0 }, { 0, 10 } };
  static const BjtPoint no_length[] = { { 2, 3 }, { 2, 3 } };
  static const BjtPoint flat[] = { { 1, 1 }, { 5, 1 }, { 9, 1 } };
  const struct
  {
    int          kind;
    BjtGeometry *shape;
    BjtPoint     where;
  } cases[] = {
    { BJT_ELEMENT_DOOR, bjt_geometry_new_polygon (bow_tie, 4), { 5, 5 } },
    { BJT_ELEMENT_WALL, bjt_geometry_new_line (no_length, 2), { 2, 3 } },
    { BJT_ELEMENT_AREA, bjt_geometry_new_polygon (flat, 3), { 1, 1 } },
    { BJT_ELEMENT_TEXT, bjt_geometry_new_point (7, 8), { 7, 8 } },
    { BJT_ELEMENT_DOOR, bjt_geometry_new_point (7, 8), { (double) NAN, 0 } },
    { BJT_ELEMENT_LINE, NULL, { (double) NAN, 0 } },
    { BJT_N_ELEMENT_KINDS, bjt_geometry_new_point (7, 8), { (double) NAN, 0 } },
  };
  BjtUuid id = add_plan (self, "0");
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
      BjtPlanElement *bad = bjt_plan_element_new ();
      BjtPoint where;
      g_autoptr (GError) error = NULL;

      bad->kind = cases[i].kind;
      bad->shape = cases[i].shape;
      bjt_plan_edit_add (edit, new_door (self, 1));
      bjt_plan_edit_add (edit, bad);
      g_assert_false (bjt_workspace_edit_plan (self->workspace, &id, edit, &where, &error));
      g_assert_nonnull (error);
      g_assert_true (isnan (cases[i].where.x) ? isnan (where.x) : where.x == cases[i].where.x && where.y == cases[i].where.y);
    }
  after = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (before, ==, after);
}

/* Doors and entrances of another building have no place on this one's plan. */
static void
test_strangers (BjtWorkspaceFixture *self,
                gconstpointer        data)
{
  BjtUuid id = add_plan (self, "0");

  for (guint i = 0; i < 2; i++)
    {
      const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
      const BjtPictureBuilding *other = bjt_picture_get_building (picture, 1);
      g_autoptr (BjtPlanEdit) edit = bjt_plan_edit_new ();
      BjtPlanElement *door = new_door (self, 1);
      g_autoptr (GError) error = NULL;

      if (i == 0)
        door->entrance_id = bjt_picture_get_entrance (picture, other->entrances.first)->id;
      else
        door->door_id = bjt_picture_get_door (picture, other->doors.first)->id;
      bjt_plan_edit_add (edit, door);
      g_assert_false (bjt_workspace_edit_plan (self->workspace, &id, edit, NULL, &error));
      g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
    }
}

static GBytes *
make_drawing (void)
{
  g_autoptr (BjtDrawingBuilder) builder = bjt_drawing_builder_new ();
  BjtDrawingItem item = { .kind = BJT_DRAWING_PATH, .stroke = 0xff000000u };
  g_autoptr (BjtDrawing) drawing = NULL;

  item.layer = bjt_drawing_builder_add_layer (builder, "WALLS", FALSE);
  bjt_drawing_builder_move_to (builder, 0, 0);
  bjt_drawing_builder_line_to (builder, 100, 0);
  bjt_drawing_builder_add (builder, &item);
  drawing = bjt_drawing_builder_finish (builder);
  return bjt_drawing_to_bytes (drawing);
}

static void
test_drawings (BjtWorkspaceFixture *self,
               gconstpointer        data)
{
  BjtUuid id = add_plan (self, "0-1");
  BjtUuid copy_id;
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *attached = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GBytes) content = make_drawing ();
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (BjtPlanDrawing) drawing = bjt_plan_drawing_new ();
  BjtPlanAttachment attachment = { drawing, content, BJT_DRAWING_MEDIA_TYPE };
  g_autoptr (GError) error = NULL;

  drawing->name = g_strdup ("一层.dxf");
  drawing->opacity = 1;
  drawing->angle = drawing->x = drawing->y = drawing->scale = 0;
  g_assert_false (bjt_workspace_attach_drawing (self->workspace, &id, &attachment, &error)); /* scale 0 */
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID);
  g_clear_error (&error);
  drawing->scale = 0.01;
  attachment.media_type = "text/html";
  g_assert_false (bjt_workspace_attach_drawing (self->workspace, &id, &attachment, NULL));
  attachment.media_type = BJT_DRAWING_MEDIA_TYPE;
  bjt_workspace_attach_drawing (self->workspace, &id, &attachment, &error);
  g_assert_no_error (error);
  assert_one_step (self, before);
  loaded = bjt_workspace_load_attachment (self->workspace, &drawing->attachment_id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (content, loaded));
  attached = bjt_workspace_fixture_dump (self);
  drawing->hidden_layers = g_strdup ("WALLS");
  drawing->opacity = 0.5;
  bjt_workspace_update_drawing (self->workspace, drawing, &error);
  g_assert_no_error (error);
  assert_one_step (self, attached);
  changed = bjt_workspace_fixture_dump (self);
  bjt_workspace_copy_plan (self->workspace, &id, "2", &copy_id, &error);
  g_assert_no_error (error);
  copies = bjt_workspace_list_plan_drawings (self->workspace, &copy_id, &error);
  elements = bjt_workspace_list_plan_elements (self->workspace, &copy_id, &error);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpuint (elements->len, ==, 2);
  g_assert_cmpuint (count_drawn (self), ==, 6);
  assert_one_step (self, changed);
  bjt_workspace_detach_drawing (self->workspace, &drawing->id, &error);
  g_assert_no_error (error);
  bjt_workspace_remove_plan (self->workspace, &copy_id, &error);
  g_assert_no_error (error);
  bjt_workspace_fixture_assert_sound (self);
}

static void
attach (BjtWorkspaceFixture *self,
        const BjtUuid       *plan_id,
        int                  position,
        const char          *media_type,
        GBytes              *content)
{
  g_autoptr (BjtPlanDrawing) drawing = bjt_plan_drawing_new ();
  BjtPlanAttachment attachment = { drawing, content, media_type };
  g_autoptr (GError) error = NULL;

  drawing->scale = 0.01;
  drawing->opacity = 1;
  drawing->angle = drawing->x = drawing->y = 0;
  drawing->position = position;
  bjt_workspace_attach_drawing (self->workspace, plan_id, &attachment, &error);
  g_assert_no_error (error);
}

/* Lowest first; a picture that is none is left out, not a trouble for the rest;
 * what was read once is not read again. */
static void
test_backdrops (BjtWorkspaceFixture *self,
                gconstpointer        data)
{
  static const guint8 pixel[] = {
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01,
    0x08, 0x06, 0x00, 0x00, 0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0xF0,
    0x1F, 0x00, 0x05, 0x00, 0x01, 0xFF, 0x56, 0xC7, 0x2F, 0x0D, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  };
  BjtUuid id = add_plan (self, "0-1");
  g_autoptr (GBytes) drawing = make_drawing ();
  g_autoptr (GBytes) picture = g_bytes_new_static (pixel, sizeof pixel);
  g_autoptr (GBytes) damaged = g_bytes_new_static ("no picture at all", 17);
  g_autoptr (GPtrArray) none = bjt_workspace_load_backdrops (self->workspace, &id, NULL);
  g_autoptr (GPtrArray) backdrops = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  BjtBox box;

  g_assert_cmpuint (none->len, ==, 0);
  attach (self, &id, 1, "image/png", picture);
  attach (self, &id, 2, "image/jpeg", damaged);
  attach (self, &id, 0, BJT_DRAWING_MEDIA_TYPE, drawing);
  backdrops = bjt_workspace_load_backdrops (self->workspace, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (backdrops->len, ==, 2);
  g_assert_cmpint (((BjtPlanBackdrop *) backdrops->pdata[0])->record->position, ==, 0);
  box = bjt_plan_backdrop_get_box (backdrops->pdata[1]);
  g_assert_cmpfloat_with_epsilon (box.x2, 0.01, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y1, -0.01, 1e-9);
  again = bjt_workspace_load_backdrops (self->workspace, &id, &error);
  g_assert_true (((BjtPlanBackdrop *) again->pdata[0])->drawing == ((BjtPlanBackdrop *) backdrops->pdata[0])->drawing);
}

static guint
count_actions (BjtWorkspaceFixture *self)
{
  g_autoptr (GPtrArray) actions = bjt_workspace_list_actions (self->workspace, 1000, NULL);

  return actions->len;
}

static guint
count_schematic (BjtWorkspaceFixture *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint n = 0;

  for (guint32 p = 0; p < picture->plans->len; p++)
    n += bjt_picture_get_plan (picture, p)->kind == BJT_PLAN_SCHEMATIC;
  return n;
}

/* Every door of the building gets its outline; made twice is made once. */
static void
test_schematic (BjtWorkspaceFixture *self,
                gconstpointer        data)
{
  BjtUuid building_id = get_building (self)->id;
  guint   n_doors = get_building (self)->doors.n;
  g_autofree char *before = bjt_workspace_fixture_dump (self);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_actions;

  bjt_workspace_make_schematic (self->workspace, &building_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_drawn (self), ==, n_doors);
  g_assert_cmpint (bjt_picture_get_plan (bjt_workspace_get_picture (self->workspace), 0)->is_placed, ==, get_building (self)->footprint != NULL);
  after = bjt_workspace_fixture_dump (self);
  n_actions = count_actions (self);
  bjt_workspace_make_schematic (self->workspace, &building_id, &error);
  g_assert_no_error (error);
  again = bjt_workspace_fixture_dump (self);
  g_assert_cmpstr (after, ==, again);
  g_assert_cmpuint (count_actions (self), ==, n_actions);
  assert_one_step (self, before);
  bjt_workspace_fixture_assert_sound (self);
  g_assert_false (bjt_workspace_make_schematic (self->workspace, &BJT_UUID_NIL, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

/* What is drawn stays, and keeps its levels; what was made before goes. */
static void
test_schematic_beside_drawn (BjtWorkspaceFixture *self,
                             gconstpointer        data)
{
  BjtUuid building_id = get_building (self)->id;
  BjtUuid drawn_id;
  g_autoptr (BjtFloorPlan) drawn = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  guint n_plans;

  bjt_workspace_make_schematic (self->workspace, &building_id, &error);
  g_assert_no_error (error);
  n_plans = count_schematic (self);
  drawn_id = add_plan (self, "0");
  bjt_workspace_make_schematic (self->workspace, &building_id, &error); /* as they are: level 0 was given */
  g_assert_no_error (error);
  g_assert_cmpuint (count_schematic (self), <=, n_plans);
  drawn = bjt_workspace_get_plan (self->workspace, &drawn_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (drawn->kind, ==, BJT_PLAN_DRAWN);
  g_assert_cmpstr (drawn->levels, ==, "0");
  bjt_workspace_remove_plan (self->workspace, &drawn_id, &error);
  g_assert_no_error (error);
  before = bjt_workspace_fixture_dump (self);
  bjt_workspace_make_schematic (self->workspace, &building_id, &error); /* level 0 is free again */
  g_assert_no_error (error);
  g_assert_cmpuint (count_schematic (self), ==, n_plans);
  g_assert_cmpuint (count_drawn (self), ==, get_building (self)->doors.n);
  assert_one_step (self, before);
  bjt_workspace_fixture_assert_sound (self);
}

/* What the history calls a plan: its levels as people count them. */
static void
assert_subject (BjtWorkspaceFixture *self,
                const char          *levels,
                const char          *name,
                const char          *own)
{
  g_autoptr (BjtFloorPlan) plan = new_plan (self, levels);
  g_autoptr (BjtAction) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *building = bjt_picture_dup_building_name (bjt_workspace_get_picture (self->workspace), 0);
  g_autofree char *subject = g_strjoin (" ", building, own, NULL);

  g_free (plan->name);
  plan->name = g_strdup (name);
  bjt_workspace_add_plan (self->workspace, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  action = bjt_workspace_peek_undo (self->workspace);
  g_assert_cmpstr (action->subject, ==, subject);
  bjt_workspace_undo (self->workspace, &error);
  g_assert_no_error (error);
}

static void
test_subjects (BjtWorkspaceFixture *self,
               gconstpointer        unused)
{
  assert_subject (self, "0", NULL, "1");
  assert_subject (self, "1", "", "2");
  assert_subject (self, "0;2-3", NULL, "1, 3–4");
  assert_subject (self, "0", "标准层", "标准层");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (BjtWorkspaceFixture *self, gconstpointer data);
  } tests[] = {
    { "/plans/add", test_add },
    { "/plans/levels", test_levels },
    { "/plans/subjects", test_subjects },
    { "/plans/place", test_place },
    { "/plans/edit", test_edit },
    { "/plans/refusals", test_refusals },
    { "/plans/strangers", test_strangers },
    { "/plans/drawings", test_drawings },
    { "/plans/backdrops", test_backdrops },
    { "/plans/schematic", test_schematic },
    { "/plans/schematic-beside-drawn", test_schematic_beside_drawn },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, tests[i].func, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
