/* bjt-command-floor-plans.c: floor plans: what there is, bringing one in, placing it on
 * the map. Whatever changes a plan is one step that bjt undo takes back. */
#include "bjt-cli.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-words.h"
#include "geo/bjt-mercator.h"
#include "plan/bjt-plan-check.h"
#include "plan/bjt-plan-index.h"
#include "workspace/bjt-plan-box.h"

#define DEFAULT_WIDTH 20.0 /* m: of a picture, on a building without outline */

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char        **arguments; /* after the word for what to do */
  guint         n_arguments;
  char         *building;
  char         *levels;
  char         *name;
  double        width;
  char        **points;
  char         *kind;
  char         *wall;
  double        length;
  double        bearing;
  char         *at;
  char         *nudge;
  double        rotate;
  int           turn;
  char         *check;
  gboolean      footprint;
  gboolean      mirror;
  gboolean      all;
} Plan;

/* The plan that the first word names. */
static guint32
find_plan (Plan *self)
{
  if (self->n_arguments != 1)
    {
      g_printerr (_("bjt: which plan? Write BUILDING:LEVEL; bjt plan list shows them\n"));
      return BJT_NO_INDEX;
    }
  return bjt_plan_words_find_plan (bjt_workspace_get_picture (self->workspace), self->arguments[0]);
}

/* list, show */

static guint
count_doors (const BjtPicture     *picture,
             const BjtPicturePlan *plan)
{
  guint n = 0;

  for (guint32 o = 0; o < picture->outlines->len; o++)
    {
      guint32 element = bjt_picture_get_outline (picture, o)->element;

      n += element >= plan->elements.first && element < plan->elements.first + plan->elements.n;
    }
  return n;
}

static BjtExit
run_list (Plan *self)
{
  static const char *const columns[] = { "building", "name", "levels", "kind", "elements", "doors", "placed", "id", NULL };
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint32 p = 0; p < picture->plans->len; p++)
    {
      const BjtPicturePlan *plan = bjt_picture_get_plan (picture, p);

      bjt_listing_take_text (listing, bjt_picture_dup_building_name (picture, plan->building));
      bjt_listing_add_text (listing, plan->name);
      bjt_listing_add_text (listing, plan->levels);
      bjt_listing_add_text (listing, plan->kind == BJT_PLAN_SCHEMATIC ? "schematic" : "drawn");
      bjt_listing_add_int (listing, plan->elements.n);
      bjt_listing_add_int (listing, count_doors (picture, plan));
      bjt_listing_add_text (listing, plan->is_placed ? "yes" : "no");
      bjt_listing_take_text (listing, bjt_uuid_dup_string (&plan->id));
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static void
add_element (const BjtPicture        *picture,
             const BjtPictureElement *element,
             BjtListing              *listing)
{
  static const char *const shapes[] = { "point", "line", "polygon" };
  BjtPoint centre = bjt_geometry_get_centroid (element->shape);

  bjt_listing_add_text (listing, bjt_element_kind_get_name (element->kind));
  bjt_listing_add_text (listing, element->label);
  bjt_listing_add_text (listing, element->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (picture, element->entrance)->label : NULL);
  bjt_listing_add_int (listing, element->stack);
  bjt_listing_take_text (listing, element->door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, element->door) : NULL);
  bjt_listing_add_text (listing, shapes[element->shape->kind]);
  bjt_listing_take_text (listing, g_strdup_printf ("%.2f", centre.x));
  bjt_listing_take_text (listing, g_strdup_printf ("%.2f", centre.y));
  bjt_listing_take_text (listing, bjt_uuid_dup_string (&element->id));
}

static BjtExit
run_show (Plan *self)
{
  static const char *const columns[] = { "kind", "label", "entrance", "stack", "door", "shape", "x", "y", "id", NULL };
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32 plan = find_plan (self);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtPlacement) placement = NULL;
  BjtRun elements;

  if (plan == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  elements = bjt_picture_get_plan (picture, plan)->elements;
  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    add_element (picture, bjt_picture_get_element (picture, e), listing);
  bjt_listing_print (listing, self->cli->format);
  if (bjt_picture_get_plan (picture, plan)->is_placed && self->cli->format == BJT_LISTING_TABLE)
    placement = bjt_placement_new_from_json (bjt_picture_get_plan (picture, plan)->placement, NULL);
  if (placement != NULL)
    bjt_plan_words_print_fit (placement, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* import */

static const char *
guess_media_type (GBytes *content)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (content, &size);

  if (size > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "image/png";
  return size > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0 ? "image/jpeg" : NULL;
}

/* The long side of the building's rectangle, metres. */
static double
get_building_width (const BjtPictureBuilding *building)
{
  const BjtPoint *c = building->corners;
  double          width = hypot (c[1].x - c[0].x, c[1].y - c[0].y) * bjt_mercator_get_metres_per_unit (bjt_mercator_to_latitude (c[0].y));

  return building->footprint != NULL && width > 1 ? width : DEFAULT_WIDTH;
}

static BjtExit
add_plan (Plan                     *self,
          const BjtPictureBuilding *building,
          GBytes                   *content,
          const char               *media_type)
{
  g_autoptr (BjtFloorPlan) plan = bjt_floor_plan_new ();
  g_autoptr (BjtPlanDrawing) drawing = bjt_plan_drawing_new ();
  BjtPlanAttachment attachment = { drawing, content, media_type };
  GError *error = NULL;
  BjtBox  units;

  if (!bjt_plan_content_measure (content, media_type, &units, &error))
    return bjt_cli_refuse (error);
  plan->building_id = building->id;
  plan->levels = g_strdup (self->levels);
  plan->name = g_strdup (self->name);
  drawing->name = g_path_get_basename (self->arguments[0]);
  drawing->opacity = 1;
  drawing->angle = 0;
  drawing->scale = (self->width > 0 ? self->width : get_building_width (building)) / (units.x2 - units.x1);
  drawing->x = -units.x1 * drawing->scale;
  drawing->y = units.y2 * drawing->scale; /* the lower left corner is the plan's origin */
  return bjt_workspace_add_plan (self->workspace, plan, &attachment, NULL, NULL, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_import (Plan *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) content = NULL;
  const char *media_type;
  GError     *error = NULL;
  guint32     building;

  if (self->n_arguments != 1 || self->building == NULL || self->levels == NULL)
    return bjt_cli_usage (_("use: bjt plan import FILE --building NAME --levels 0-5 [--width METRES] [--name NAME]"));
  building = bjt_plan_words_find_building (picture, self->building);
  if (building == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  file = g_mapped_file_new (self->arguments[0], FALSE, &error);
  if (file == NULL)
    return bjt_cli_refuse (error);
  content = g_mapped_file_get_bytes (file);
  media_type = guess_media_type (content);
  if (media_type == NULL)
    {
      g_printerr (_("bjt: “%s” is no PNG or JPEG picture\n"), self->arguments[0]);
      return BJT_EXIT_REFUSED;
    }
  return add_plan (self, bjt_picture_get_building (picture, building), content, media_type);
}

/* place */

static BjtPlacement *
place_by_points (Plan            *self,
                 BjtPlacementKind kind,
                 GError         **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (BjtControlPoint));

  for (guint i = 0; self->points[i] != NULL; i++)
    {
      BjtControlPoint point;

      if (!bjt_plan_words_parse_point (self->points[i], &point))
        {
          g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, _("“%s” is no control point; write X,Y=LON,LAT as in 0,0=129.7601,43.3205"), self->points[i]);
          return NULL;
        }
      g_array_append_val (points, point);
    }
  return bjt_placement_new_from_points (kind, (const BjtControlPoint *) (gpointer) points->data, points->len, self->mirror, NULL, error);
}

static gboolean
parse_two (const char *text,
           BjtPoint    pair[2])
{
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, " ", -1) : NULL;

  return words != NULL && g_strv_length (words) == 2 && bjt_plan_words_parse_pair (words[0], pair) && bjt_plan_words_parse_pair (words[1], pair + 1);
}

static BjtPlacement *
place_by_length (Plan    *self,
                 GError **error)
{
  BjtPoint wall[2], at;

  if (parse_two (self->wall, wall) && self->at != NULL && bjt_plan_words_parse_pair (self->at, &at))
    return bjt_placement_new_from_length (wall, self->length, self->bearing, at, error);
  g_set_error_literal (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID,
                       _("--length wants --wall \"X,Y X,Y\", --bearing DEGREES and --at LON,LAT of the wall's first end"));
  return NULL;
}

static BjtPlacement *
place_on_footprint (Plan                 *self,
                    const BjtPicturePlan *plan,
                    BjtPlacementKind      kind,
                    GError              **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtBox box;

  if (self->turn % 90 == 0 && bjt_workspace_measure_plan (self->workspace, &plan->id, &box, error))
    return bjt_placement_new_on_footprint (kind, &box, bjt_picture_get_building (picture, plan->building)->corners,
                                           (guint) ((self->turn % 360 + 360) / 90), self->mirror, error);
  if (self->turn % 90 != 0)
    g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, _("--turn is 0, 90, 180 or 270, not %d"), self->turn);
  return NULL;
}

static BjtPlacement *
move_by_hand (Plan                 *self,
              const BjtPicturePlan *plan,
              GError              **error)
{
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_json (plan->placement, error);
  g_autoptr (BjtPlacement) nudged = NULL;
  BjtPoint by = { 0, 0 };
  BjtBox   box;

  if (placement == NULL || !bjt_workspace_measure_plan (self->workspace, &plan->id, &box, error))
    return NULL;
  if (self->nudge != NULL && !bjt_plan_words_parse_pair (self->nudge, &by))
    {
      g_set_error_literal (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, _("--nudge wants metres: EAST,NORTH"));
      return NULL;
    }
  nudged = bjt_placement_dup_nudged (placement, by.x, by.y);
  return bjt_placement_dup_turned (nudged, (BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 }, self->rotate * G_PI / 180);
}

static BjtPlacement *
make_placement (Plan                 *self,
                const BjtPicturePlan *plan,
                GError              **error)
{
  BjtPlacementKind kind = BJT_PLACEMENT_SIMILARITY;

  if (self->kind != NULL && !bjt_placement_kind_parse (self->kind, &kind))
    {
      g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, _("--kind is similarity, affine or projective, not “%s”"), self->kind);
      return NULL;
    }
  if (self->points != NULL)
    return place_by_points (self, kind, error);
  if (self->footprint)
    return place_on_footprint (self, plan, kind, error);
  return self->length != 0 ? place_by_length (self, error) : move_by_hand (self, plan, error);
}

static BjtExit
print_check (Plan               *self,
             const BjtPlacement *placement)
{
  BjtPoint ends[2];
  double   on_plan, on_ground;

  if (self->check == NULL)
    return BJT_EXIT_GOOD;
  if (!parse_two (self->check, ends))
    return bjt_cli_usage (_("--check wants two places of the plan: \"X,Y X,Y\""));
  on_plan = hypot (ends[1].x - ends[0].x, ends[1].y - ends[0].y);
  on_ground = bjt_placement_measure (placement, ends[0], ends[1]);
  g_print (_("%.2f m on the plan, %.2f m on the ground (%+.1f %%)\n"), on_plan, on_ground, (on_ground / on_plan - 1) * 100);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_place (Plan *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32  index = find_plan (self);
  gboolean is_new = self->points != NULL || self->footprint || self->length != 0 || self->nudge != NULL || self->rotate != 0;
  g_autoptr (BjtPlacement) placement = NULL;
  g_autofree char *json = NULL;
  GError  *error = NULL;
  BjtUuid  id;

  if (index == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  id = bjt_picture_get_plan (picture, index)->id;
  placement = is_new ? make_placement (self, bjt_picture_get_plan (picture, index), &error)
                     : bjt_placement_new_from_json (bjt_picture_get_plan (picture, index)->placement, &error);
  if (placement == NULL)
    return bjt_cli_refuse (error);
  json = bjt_placement_to_json (placement);
  if (is_new && !bjt_workspace_place_plan (self->workspace, &id, json, &error))
    return bjt_cli_refuse (error);
  bjt_plan_words_print_fit (placement, self->cli->format);
  return print_check (self, placement);
}

/* schematic */

/* Of those that have doors, when all are meant. */
static GArray *
list_meant (Plan *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  guint32 building;

  for (guint32 b = 0; self->all && b < picture->buildings->len; b++)
    if (bjt_picture_get_building (picture, b)->doors.n > 0)
      g_array_append_val (ids, bjt_picture_get_building (picture, b)->id);
  if (self->all)
    return g_steal_pointer (&ids);
  building = bjt_plan_words_find_building (picture, self->arguments[0]);
  if (building == BJT_NO_INDEX)
    return NULL;
  g_array_append_val (ids, bjt_picture_get_building (picture, building)->id);
  return g_steal_pointer (&ids);
}

static BjtExit
run_schematic (Plan *self)
{
  g_autoptr (GArray) ids = NULL;
  GError *error = NULL;

  if (self->n_arguments != (self->all ? 0 : 1))
    return bjt_cli_usage (_("use: bjt plan schematic BUILDING, bjt plan schematic --all"));
  ids = list_meant (self);
  if (ids == NULL)
    return BJT_EXIT_REFUSED;
  for (guint i = 0; i < ids->len; i++)
    if (!bjt_workspace_make_schematic (self->workspace, &g_array_index (ids, BjtUuid, i), &error))
      return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static const struct
{
  const char *word;
  BjtExit (*func) (Plan *self);
} subcommands[] = {
  { "list", run_list },
  { "show", run_show },
  { "import", run_import },
  { "place", run_place },
  { "schematic", run_schematic },
};

static BjtExit
run (Plan *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (self->n_arguments > 0 && strcmp (self->arguments[0], subcommands[i].word) == 0)
      {
        self->arguments++;
        self->n_arguments--;
        return subcommands[i].func (self);
      }
  return bjt_cli_usage (_("use: bjt plan info|render|list|show|import|place|schematic …"));
}

static void
clear (Plan *self)
{
  char *texts[] = { self->building, self->levels, self->name, self->kind, self->wall, self->at, self->nudge, self->check };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (self->points);
  g_clear_object (&self->workspace);
}

BjtExit
bjt_command_floor_plans (BjtCli *cli,
                         int     argc,
                         char  **argv)
{
  Plan         self = { .cli = cli };
  GOptionEntry entries[] = {
    { "building", 0, 0, G_OPTION_ARG_STRING, &self.building, NULL, NULL },
    { "levels", 0, 0, G_OPTION_ARG_STRING, &self.levels, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self.name, NULL, NULL },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &self.width, NULL, NULL },
    { "point", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.points, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self.kind, NULL, NULL },
    { "footprint", 0, 0, G_OPTION_ARG_NONE, &self.footprint, NULL, NULL },
    { "turn", 0, 0, G_OPTION_ARG_INT, &self.turn, NULL, NULL },
    { "mirror", 0, 0, G_OPTION_ARG_NONE, &self.mirror, NULL, NULL },
    { "length", 0, 0, G_OPTION_ARG_DOUBLE, &self.length, NULL, NULL },
    { "wall", 0, 0, G_OPTION_ARG_STRING, &self.wall, NULL, NULL },
    { "bearing", 0, 0, G_OPTION_ARG_DOUBLE, &self.bearing, NULL, NULL },
    { "at", 0, 0, G_OPTION_ARG_STRING, &self.at, NULL, NULL },
    { "nudge", 0, 0, G_OPTION_ARG_STRING, &self.nudge, NULL, NULL },
    { "rotate", 0, 0, G_OPTION_ARG_DOUBLE, &self.rotate, NULL, NULL },
    { "check", 0, 0, G_OPTION_ARG_STRING, &self.check, NULL, NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &self.all, NULL, NULL },
    { NULL },
  };
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (bjt_cli_parse ("plan list|show|import|place|schematic …", entries, &argc, &argv, &exit_code))
    {
      self.arguments = argv + 1;
      self.n_arguments = (guint) argc - 1;
      self.workspace = bjt_cli_open (cli, &exit_code);
      if (self.workspace != NULL)
        exit_code = run (&self);
    }
  clear (&self);
  return exit_code;
}
