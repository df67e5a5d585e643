/* test-schematic.c: a plan from counts alone: every door once, none over another. */
#include "plan/bjt-building-layout.h"
#include "plan/bjt-schematic.h"

#include <math.h>

typedef struct
{
  BjtPicture   *picture;
  BjtSchematic *schematic;
} Made;

static void
make (Made       *self,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtBuildingPattern) pattern = bjt_building_pattern_new_from_text (text, &error);
  g_autoptr (BjtBuildingLayout) layout = bjt_building_layout_new (pattern, &error);

  g_assert_no_error (error);
  self->picture = bjt_building_layout_to_picture (layout, "1");
  self->schematic = bjt_schematic_new (self->picture, 0, 1);
}

static void
made_clear (Made *self)
{
  bjt_schematic_free (self->schematic);
  bjt_picture_unref (self->picture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

static double
measure (const BjtPlanElement *element)
{
  return fabs (bjt_geometry_get_signed_area (element->shape->points, element->shape->n_points));
}

/* Doors, stairs and corridors of each plan fill the building exactly: nothing
 * lies over another, since all of them lie within it. */
static void
test_fills (void)
{
  static const char *const texts[] = {
    "levels=6 entrances=3 doors=2",    "levels=6 entrances=1 doors=1",  "levels=9 entrances=2 doors=3 direction=ew",
    "levels=18 entrances=1 doors=4",   "levels=18 entrances=2 doors=8", "levels=1 entrances=0 doors=6",
    "levels=6 entrances=2 doors=3 skip=4",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Made) made = { 0 };
      double area = 0;

      make (&made, texts[i]);
      g_assert_cmpuint (made.schematic->plans->len, ==, 1);
      for (guint e = 0; e < made.schematic->elements->len; e++)
        {
          const BjtPlanElement *element = made.schematic->elements->pdata[e];

          g_assert_cmpfloat (element->shape->box.x1, >=, -1e-9);
          g_assert_cmpfloat (element->shape->box.y1, >=, -1e-9);
          g_assert_cmpfloat (element->shape->box.x2, <=, made.schematic->width + 1e-9);
          g_assert_cmpfloat (element->shape->box.y2, <=, made.schematic->depth + 1e-9);
          area += measure (element);
        }
      g_assert_cmpfloat_with_epsilon (area, made.schematic->width * made.schematic->depth, 1e-6);
    }
}

static void
test_levels (void)
{
  g_auto (Made) made = { 0 };
  const BjtFloorPlan *ground, *usual;

  make (&made, "levels=8 skip=4 entrances=2 doors=2,1:1,8:1");
  g_assert_cmpuint (made.schematic->plans->len, ==, 2);
  ground = made.schematic->plans->pdata[0];
  usual = made.schematic->plans->pdata[1];
  g_assert_cmpstr (ground->levels, ==, "0;7");
  g_assert_cmpstr (usual->levels, ==, "1-2;4-6");
  g_assert_cmpint (ground->kind, ==, BJT_PLAN_SCHEMATIC);
}

static const BjtPlanElement *
find_door (const Made *made,
           guint32     entrance,
           int         stack)
{
  const BjtUuid *id = &bjt_picture_get_entrance (made->picture, entrance)->id;

  for (guint e = 0; e < made->schematic->elements->len; e++)
    {
      const BjtPlanElement *element = made->schematic->elements->pdata[e];

      if (element->kind == BJT_ELEMENT_DOOR && bjt_uuid_equal (&element->entrance_id, id) && element->stack == stack)
        return element;
    }
  g_assert_not_reached ();
}

static void
test_direction (void)
{
  g_auto (Made) west = { 0 };
  g_auto (Made) east = { 0 };

  make (&west, "levels=3 entrances=1 doors=2");
  make (&east, "levels=3 entrances=1 doors=2 direction=ew");
  g_assert_cmpfloat (find_door (&west, 0, 0)->shape->box.x1, <, find_door (&west, 0, 1)->shape->box.x1);
  g_assert_cmpfloat (find_door (&east, 0, 0)->shape->box.x1, >, find_door (&east, 0, 1)->shape->box.x1);
}

/* Without an entrance a door is told by its key. */
static void
test_bungalows (void)
{
  g_auto (Made) made = { 0 };

  make (&made, "levels=1 entrances=0 doors=4");
  g_assert_cmpuint (made.schematic->elements->len, ==, 4);
  for (guint e = 0; e < 4; e++)
    {
      const BjtPlanElement *element = made.schematic->elements->pdata[e];

      g_assert_true (bjt_uuid_is_nil (&element->entrance_id));
      g_assert_cmpuint (bjt_picture_find_door (made.picture, &element->door_id), !=, BJT_NO_INDEX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schematic/fills", test_fills);
  g_test_add_func ("/schematic/levels", test_levels);
  g_test_add_func ("/schematic/direction", test_direction);
  g_test_add_func ("/schematic/bungalows", test_bungalows);
  return g_test_run ();
}
