/* bjt-command-plan-place.c: where a plan lies: by control points, on its
 * building's outline, by a known wall, moved by hand; how well it lies. */
#include "bjt-cli.h"

#include <math.h>

#include "bjt-plan-words.h"
#include "plan/bjt-plan-index.h"
#include "workspace/bjt-plan-box.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  const char   *name; /* of the plan */
  char        **points;
  char         *kind;
  char         *wall;
  double        length;
  double        bearing;
  char         *at;
  char         *nudge;
  double        turn;
  double        scale;
  char        **checks;
  gboolean      footprint;
  gboolean      mirror;
} Place;

static BjtPlacement *
place_by_points (Place           *self,
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

static BjtPlacement *
place_by_length (Place   *self,
                 GError **error)
{
  BjtPoint wall[2], at;

  if (bjt_plan_words_parse_two (self->wall, wall) && self->at != NULL && bjt_plan_words_parse_pair (self->at, &at))
    return bjt_placement_new_from_length (wall, self->length, self->bearing, at, error);
  g_set_error_literal (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID,
                       _("--length wants --wall X,Y:X,Y, --bearing DEGREES and --at LON,LAT of the wall's first end"));
  return NULL;
}

static BjtPlacement *
place_on_footprint (Place                *self,
                    const BjtPicturePlan *plan,
                    BjtPlacementKind      kind,
                    GError              **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  BjtBox box;

  if (fmod (self->turn, 90) != 0 || fabs (self->turn) > 360)
    {
      g_set_error (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, _("on a footprint --turn is 0, 90, 180 or 270, not %g"), self->turn);
      return NULL;
    }
  if (!bjt_workspace_measure_plan (self->workspace, &plan->id, &box, error))
    return NULL;
  return bjt_placement_new_on_footprint (kind, &box, bjt_picture_get_building (picture, plan->building)->corners,
                                         (guint) (((int) self->turn + 360) / 90), self->mirror, error);
}

/* About the middle of the plan */
static BjtPlacement *
move_by_hand (Place                *self,
              const BjtPicturePlan *plan,
              GError              **error)
{
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_json (plan->placement, error);
  g_autoptr (BjtPlacement) nudged = NULL;
  g_autoptr (BjtPlacement) turned = NULL;
  BjtPoint by = { 0, 0 }, middle;
  BjtBox   box;

  if (placement == NULL || !bjt_workspace_measure_plan (self->workspace, &plan->id, &box, error))
    return NULL;
  if (self->nudge != NULL && !bjt_plan_words_parse_pair (self->nudge, &by))
    {
      g_set_error_literal (error, BJT_PLACEMENT_ERROR, BJT_PLACEMENT_ERROR_INVALID, _("--nudge wants metres: EAST,NORTH"));
      return NULL;
    }
  middle = (BjtPoint) { (box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2 };
  nudged = bjt_placement_dup_nudged (placement, by.x, by.y);
  turned = bjt_placement_dup_turned (nudged, middle, self->turn * G_PI / 180);
  return self->scale != 0 ? bjt_placement_dup_scaled (turned, middle, self->scale, error) : g_steal_pointer (&turned);
}

static BjtPlacement *
make_placement (Place                *self,
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
print_checks (Place              *self,
              const BjtPlacement *placement)
{
  for (guint i = 0; self->checks != NULL && self->checks[i] != NULL; i++)
    {
      BjtPoint ends[2];
      double   on_plan, on_ground;

      if (!bjt_plan_words_parse_two (self->checks[i], ends))
        return bjt_cli_usage (_("--check wants two places of the plan: X,Y:X,Y"));
      on_plan = hypot (ends[1].x - ends[0].x, ends[1].y - ends[0].y);
      on_ground = bjt_placement_measure (placement, ends[0], ends[1]);
      g_print (_("%.2f m on the plan, %.2f m on the ground (%+.1f %%)\n"), on_plan, on_ground, (on_ground / on_plan - 1) * 100);
    }
  return BJT_EXIT_GOOD;
}

/* Without anything that places or moves, it is only looked at. */
static gboolean
is_to_change (const Place *self)
{
  return self->points != NULL || self->footprint || self->length != 0 || self->nudge != NULL || self->turn != 0 || self->scale != 0;
}

static BjtExit
run (Place *self)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self->workspace);
  guint32 index = bjt_plan_words_find_plan (picture, self->name);
  g_autoptr (BjtPlacement) placement = NULL;
  g_autofree char *json = NULL;
  GError *error = NULL;
  BjtUuid id;

  if (index == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  id = bjt_picture_get_plan (picture, index)->id;
  placement = is_to_change (self) ? make_placement (self, bjt_picture_get_plan (picture, index), &error)
                                  : bjt_placement_new_from_json (bjt_picture_get_plan (picture, index)->placement, &error);
  if (placement == NULL)
    return bjt_cli_refuse (error);
  json = bjt_placement_to_json (placement);
  if (is_to_change (self) && !bjt_workspace_place_plan (self->workspace, &id, json, &error))
    return bjt_cli_refuse (error);
  bjt_plan_words_print_fit (placement, self->cli->format);
  return print_checks (self, placement);
}

static void
clear (Place *self)
{
  char *texts[] = { self->kind, self->wall, self->at, self->nudge };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_strfreev (self->points);
  g_strfreev (self->checks);
  g_clear_object (&self->workspace);
}

BjtExit
bjt_command_plan_place (BjtCli *cli,
                        int     argc,
                        char  **argv)
{
  Place        self = { .cli = cli };
  GOptionEntry entries[] = {
    { "point", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.points, N_ ("A control point; @WEIGHT may follow, @0 only checks"), N_ ("X,Y=LON,LAT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &self.kind, N_ ("similarity, affine or projective"), N_ ("KIND") },
    { "footprint", 0, 0, G_OPTION_ARG_NONE, &self.footprint, N_ ("Lay it on the outline of its building"), NULL },
    { "mirror", 0, 0, G_OPTION_ARG_NONE, &self.mirror, N_ ("It may be seen from behind"), NULL },
    { "wall", 0, 0, G_OPTION_ARG_STRING, &self.wall, N_ ("A wall of known length"), N_ ("X,Y:X,Y") },
    { "length", 0, 0, G_OPTION_ARG_DOUBLE, &self.length, N_ ("How long it is"), N_ ("METRES") },
    { "bearing", 0, 0, G_OPTION_ARG_DOUBLE, &self.bearing, N_ ("Where it runs, clockwise from north"), N_ ("DEGREES") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &self.at, N_ ("Where its first end is"), N_ ("LON,LAT") },
    { "nudge", 0, 0, G_OPTION_ARG_STRING, &self.nudge, N_ ("Move it by hand, metres"), N_ ("EAST,NORTH") },
    { "turn", 0, 0, G_OPTION_ARG_DOUBLE, &self.turn, N_ ("Turn it counter-clockwise; on a footprint by quarters"), N_ ("DEGREES") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &self.scale, N_ ("Make it larger by hand"), N_ ("FACTOR") },
    { "check", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.checks, N_ ("Tell the distance between two places of the plan"), N_ ("X,Y:X,Y") },
    { NULL },
  };
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (bjt_cli_parse ("BUILDING:LEVEL", entries, &argc, &argv, &exit_code))
    {
      if (argc != 2)
        exit_code = bjt_cli_usage (_("use: bjt plan place BUILDING:LEVEL [--point X,Y=LON,LAT …] [--footprint] [--length METRES …] [--check X,Y:X,Y]; "
                                     "bjt plan list shows the plans"));
      else
        self.workspace = bjt_cli_open (cli, &exit_code);
      self.name = argv[1];
      if (self.workspace != NULL)
        exit_code = run (&self);
    }
  clear (&self);
  return exit_code;
}
