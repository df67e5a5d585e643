/* bjt-sample-picture.c: rows of slab buildings beside two streets and a river. */
#include "bjt-sample-picture.h"

#include <math.h>

#include "geo/bjt-mercator.h"
#include "plan/bjt-placement.h"
#include "plan/bjt-plan-index.h"
#include "plan/bjt-schematic.h"
#include "rules/bjt-rules.h"

#define LONGITUDE 129.76
#define LATITUDE 43.32
#define METRES_PER_DEGREE 111000.0
#define AS_OF 20779 /* 2026-11-22 */

typedef struct
{
  BjtPicture             *picture;
  const BjtSampleOptions *options;
  GRand                  *rand;
  BjtPoint                origin; /* metres */
} Builder;

static BjtPoint
to_lon_lat (const Builder *self,
            double         x,
            double         y)
{
  double turn = self->options->turn;
  double east = self->origin.x + x * cos (turn) - y * sin (turn);
  double north = self->origin.y + x * sin (turn) + y * cos (turn);

  return (BjtPoint) {
    LONGITUDE + east / (METRES_PER_DEGREE * cos (LATITUDE * G_PI / 180)),
    LATITUDE + north / METRES_PER_DEGREE,
  };
}

static const BjtGeometry *
make_box (Builder *self,
          double   x,
          double   y,
          double   width,
          double   depth)
{
  BjtPoint points[] = {
    to_lon_lat (self, x, y), to_lon_lat (self, x + width, y),
    to_lon_lat (self, x + width, y + depth), to_lon_lat (self, x, y + depth),
  };

  return bjt_picture_keep_shape (self->picture, bjt_geometry_new_polygon (points, 4));
}

static void
make_id (BjtUuid *id,
         guint32  kind,
         guint32  number)
{
  *id = BJT_UUID_NIL;
  for (guint i = 0; i < 4; i++)
    {
      id->bytes[3 - i] = (guint8) (kind >> 8 * i);
      id->bytes[15 - i] = (guint8) ((number + 1) >> 8 * i);
    }
}

static const char *
keep (BjtPicture *picture,
      char       *text)
{
  const char *kept = bjt_picture_keep_string (picture, text);

  g_free (text);
  return kept;
}

static void
add_categories (BjtPicture *picture)
{
  g_autoptr (GPtrArray) defaults = bjt_rules_list_default_categories ();

  for (guint i = 0; i < defaults->len; i++)
    {
      const BjtCategory *from = g_ptr_array_index (defaults, i);
      BjtPictureCategory category = {
        .code = bjt_picture_keep_string (picture, from->code),
        .glyph = bjt_picture_keep_string (picture, from->glyph),
        .name = bjt_picture_keep_string (picture, from->name),
        .colour = (guint32) g_ascii_strtoull (from->colour + 1, NULL, 16),
        .tier = (guint8) from->tier,
        .cadence_days = from->cadence_days,
        .is_derived = from->is_derived,
        .is_restricted = from->is_restricted,
      };

      make_id (&category.id, 1, i);
      g_array_append_val (picture->categories, category);
    }
}

guint32
bjt_sample_add_building (BjtPicture *picture,
                         guint32     compound,
                         guint32     grid,
                         const char *label)
{
  BjtPictureBuilding building = { .compound = compound, .grid = grid };

  make_id (&building.id, 2, picture->buildings->len);
  building.label = bjt_picture_keep_string (picture, label);
  g_array_append_val (picture->buildings, building);
  return picture->buildings->len - 1;
}

guint32
bjt_sample_add_entrance (BjtPicture *picture,
                         guint32     building,
                         const char *label)
{
  BjtPictureEntrance entrance = { .building = building };

  make_id (&entrance.id, 3, picture->entrances->len);
  entrance.label = bjt_picture_keep_string (picture, label);
  g_array_append_val (picture->entrances, entrance);
  return picture->entrances->len - 1;
}

guint32
bjt_sample_add_door (BjtPicture *picture,
                     guint32     building,
                     guint32     entrance,
                     int         ordinal,
                     guint       stack)
{
  BjtPictureDoor door = { .building = building, .entrance = entrance, .ordinal = (gint16) ordinal, .stack = (guint16) stack, .span = 1 };

  make_id (&door.id, 4, picture->doors->len);
  door.verified_on = AS_OF - 100;
  door.label = keep (picture, g_strdup_printf ("%d%02u", ordinal >= 0 ? ordinal + 1 : ordinal, stack + 1));
  g_array_append_val (picture->doors, door);
  return picture->doors->len - 1;
}

static const char *
mark (const Builder *self)
{
  return self->options->name_mark != NULL ? self->options->name_mark : "";
}

static void
add_person (Builder *self,
            guint32  household,
            gboolean is_registered,
            gboolean is_resident)
{
  static const char *const surnames[] = { "王", "李", "张", "金", "朴", "崔", "欧阳" };
  static const char *const given[] = { "淑兰", "伟", "英哲", "桂英", "梓涵", "明淑", "丽" };
  BjtPicture              *picture = self->picture;
  BjtPicturePerson         person = { 0 };
  BjtPictureMember         member = { household, picture->persons->len, "02", TRUE, is_registered, is_resident };
  guint                    index = picture->persons->len;

  make_id (&person.id, 6, index);
  person.name = keep (picture, g_strdup_printf ("%s%s%s", mark (self), surnames[g_rand_int_range (self->rand, 0, 7)], given[g_rand_int_range (self->rand, 0, 7)]));
  person.phone = keep (picture, g_strdup_printf ("%s154%08u", mark (self), index));
  person.id_number = keep (picture, g_strdup_printf ("%s22249919560312%04u", mark (self), index));
  person.sex = (guint8) g_rand_int_range (self->rand, 1, 3);
  person.born_on = AS_OF - 365 * g_rand_int_range (self->rand, 1, 92);
  if (g_rand_int_range (self->rand, 0, 8) == 0)
    person.ticked = G_GUINT64_CONSTANT (1) << g_rand_int_range (self->rand, 3, (gint32) picture->categories->len);
  g_array_append_val (picture->persons, person);
  g_array_append_val (picture->members, member);
}

static void
add_household (Builder *self,
               guint32  door)
{
  int                 kind = g_rand_int_range (self->rand, 0, 20);
  gboolean            is_resident = kind > 1;
  BjtPictureHousehold household = { .door = door };
  int                 n_members = g_rand_int_range (self->rand, 1, 4);

  make_id (&household.id, 5, self->picture->households->len);
  household.tenure = kind == 2 || kind == 3 ? BJT_TENURE_RENT : BJT_TENURE_OWN;
  household.since_on = AS_OF - (kind == 4 ? 60 : 2000);
  household.verified_on = AS_OF - (int) (190 * pow (g_rand_double (self->rand), 2.5));
  g_array_append_val (self->picture->households, household);
  for (int i = 0; i < n_members; i++)
    add_person (self, self->picture->households->len - 1, kind != 3, is_resident);
}

static void
add_issue (Builder *self,
           guint32  door)
{
  static const char *const titles[] = { "楼道堆物", "单元门禁损坏", "屋面漏水", "飞线充电", "僵尸车" };
  BjtPictureIssue          issue = { .door = door, .entrance = BJT_NO_INDEX, .building = BJT_NO_INDEX };

  make_id (&issue.id, 7, self->picture->issues->len);
  issue.title = titles[g_rand_int_range (self->rand, 0, 5)];
  issue.status = BJT_ISSUE_DISPATCHED;
  issue.reported_on = AS_OF - 5;
  issue.due_on = AS_OF + g_rand_int_range (self->rand, -3, 6);
  issue.place.x = issue.place.y = (double) NAN;
  g_array_append_val (self->picture->issues, issue);
}

static void
add_doors (Builder *self,
           guint32  building,
           guint32  entrance)
{
  for (int level = (int) self->options->n_levels - 1; level >= 0; level--)
    for (guint stack = 0; stack < self->options->n_stacks; stack++)
      {
        guint32 door;

        if (self->options->skips_levels && (level == 3 || level == 12))
          continue;
        door = bjt_sample_add_door (self->picture, building, entrance, level, stack);
        if (g_rand_int_range (self->rand, 0, 12) > 0)
          add_household (self, door);
        if (g_rand_int_range (self->rand, 0, 40) == 0)
          add_issue (self, door);
      }
}

static void
add_slab (Builder *self,
          guint32  compound,
          guint32  grid,
          guint    number)
{
  const BjtSampleOptions *options = self->options;
  g_autofree char        *label = g_strdup_printf ("%u", number + 1);
  double                  length = 3.6 * options->n_stacks * options->n_entrances;
  guint32                 building = bjt_sample_add_building (self->picture, compound, grid, label);

  if (!options->has_no_ground)
    bjt_picture_get_building (self->picture, building)->footprint
        = make_box (self, number % 2 * (length + 14), -(double) (number / 2) * options->row_distance, length, 12);
  for (guint e = 0; e < options->n_entrances; e++)
    {
      g_autofree char *entrance_label = g_strdup_printf ("%u", e + 1);
      guint32          entrance = bjt_sample_add_entrance (self->picture, building, entrance_label);

      bjt_picture_get_entrance (self->picture, entrance)->ordinal = (int) e;
      add_doors (self, building, entrance);
    }
}

static void
add_grid (Builder *self,
          guint    number)
{
  const BjtSampleOptions *options = self->options;
  double                  width = 2 * 3.6 * options->n_stacks * options->n_entrances + 14;
  double                  depth = (options->n_buildings + 1) / 2 * options->row_distance;
  BjtPictureGrid          grid = { .parent = BJT_NO_INDEX, .number = (int) number + 1 };
  BjtPictureCompound      compound = { 0 };

  make_id (&grid.id, 8, number);
  make_id (&compound.id, 9, number);
  self->origin.x = number * (width + 60);
  grid.staff_name = "赵某";
  grid.staff_phone = "0433-0000003";
  compound.name = keep (self->picture, g_strdup_printf ("山水宜家%s", number == 0 ? "" : "西区"));
  if (!options->has_no_ground)
    grid.boundary = make_box (self, -15, -depth + options->row_distance - 15, width + 30, depth + 20);
  g_array_append_val (self->picture->grids, grid);
  g_array_append_val (self->picture->compounds, compound);
  for (guint b = 0; b < options->n_buildings; b++)
    add_slab (self, number, number, b);
}

static void
add_feature (Builder    *self,
             int         kind,
             const char *subkind,
             const char *name,
             BjtGeometry *shape)
{
  BjtPictureFeature feature = { (guint8) kind, subkind, name, bjt_picture_keep_shape (self->picture, shape) };

  g_array_append_val (self->picture->features, feature);
}

static void
add_ground (Builder *self)
{
  BjtPoint street[] = { to_lon_lat (self, -200, 30), to_lon_lat (self, 500, 30) };
  BjtPoint lane[] = { to_lon_lat (self, -22, -300), to_lon_lat (self, -22, 120) };
  BjtPoint river[] = { to_lon_lat (self, -200, -190), to_lon_lat (self, 500, -180), to_lon_lat (self, 500, -260), to_lon_lat (self, -200, -260) };

  add_feature (self, BJT_FEATURE_POI, "pharmacy", "康民药店", bjt_geometry_new_point (LONGITUDE + 0.0005, LATITUDE - 0.001));
  add_feature (self, BJT_FEATURE_WATER, "river", "嘎呀河", bjt_geometry_new_polygon (river, 4));
  add_feature (self, BJT_FEATURE_ROAD, "secondary", "长荣街", bjt_geometry_new_line (street, 2));
  add_feature (self, BJT_FEATURE_ROAD, "residential", "江北路", bjt_geometry_new_line (lane, 2));
}

static void
fill_states (BjtPicture *picture)
{
  for (guint32 d = 0; d < picture->doors->len; d++)
    {
      const BjtRun *households = &bjt_picture_get_door (picture, d)->households;

      if (households->n > 0)
        bjt_picture_note_contact (picture, d, BJT_CONTACT_MET, bjt_picture_get_household (picture, households->first)->verified_on);
    }
  for (guint i = 0; i < picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, i);
      BjtPictureDoorState   *state = bjt_picture_get_door_state (picture, issue->door);

      state->issue_due_on = state->open_issues == 0 ? issue->due_on : MIN (state->issue_due_on, issue->due_on);
      state->open_issues++;
    }
}

BjtPicture *
bjt_sample_picture_new (const BjtSampleOptions *options)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (options->seed);
  Builder           self = { bjt_picture_new (AS_OF), options, rand, { 0, 0 } };

  make_id (&self.picture->community.id, 10, 0);
  self.picture->community.name = "江北社区";
  self.picture->community.is_sample = TRUE;
  add_categories (self.picture);
  for (guint i = 0; i < options->n_grids; i++)
    add_grid (&self, i);
  self.origin.x = 0;
  if (!options->has_no_ground)
    add_ground (&self);
  bjt_picture_finish (self.picture);
  fill_states (self.picture);
  bjt_rules_apply (self.picture, &BJT_RULE_SET_DEFAULT);
  return self.picture;
}

static guint32
find_entrance (const BjtPicture *picture,
               const BjtUuid    *id)
{
  for (guint32 e = 0; e < picture->entrances->len; e++)
    if (bjt_uuid_equal (&bjt_picture_get_entrance (picture, e)->id, id))
      return e;
  return BJT_NO_INDEX;
}

void
bjt_sample_add_element (BjtPicture           *picture,
                        const BjtPlanElement *from)
{
  BjtPictureElement element = { .id = from->id, .kind = (guint8) from->kind, .stack = (guint16) from->stack, .door = BJT_NO_INDEX, .size = from->size };

  element.entrance = find_entrance (picture, &from->entrance_id);
  element.label = bjt_picture_keep_string (picture, from->label);
  element.shape = bjt_picture_keep_shape (picture, bjt_geometry_ref (from->shape));
  g_array_append_val (picture->elements, element);
}

/* On the footprint, where there is one. */
static char *
dup_placement (const BjtPicture   *picture,
               guint32             building,
               const BjtSchematic *schematic)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (picture, building);
  BjtBox                    outline = { 0, 0, schematic->width, schematic->depth };
  g_autoptr (BjtPlacement) placement = NULL;

  if (b->footprint == NULL)
    return NULL;
  placement = bjt_placement_new_on_footprint (BJT_PLACEMENT_SIMILARITY, &outline, b->corners, 0, FALSE, NULL);
  return placement != NULL ? bjt_placement_to_json (placement) : NULL;
}

void
bjt_sample_add_plan (BjtPicture *picture,
                     guint32     building,
                     const char *levels)
{
  g_autoptr (BjtSchematic) schematic = bjt_schematic_new (picture, building, 0);
  g_autofree char *placement = dup_placement (picture, building, schematic);
  BjtPicturePlan   plan = { .building = building, .kind = BJT_PLAN_SCHEMATIC };

  for (guint i = 0; i < schematic->elements->len; i++)
    bjt_sample_add_element (picture, schematic->elements->pdata[i]);
  plan.levels = bjt_picture_keep_string (picture, levels);
  plan.placement = bjt_picture_keep_string (picture, placement);
  plan.elements.n = picture->elements->len;
  g_array_append_val (picture->plans, plan);
  bjt_plan_index_fill (picture);
}
