/* bjt-command-grids.c: grids: what they hold, what is wrong with them, and every
 * edit the map has too. Whatever changes grids is one step that bjt undo takes
 * back. */
#include "bjt-cli.h"

#include <math.h>
#include <string.h>

#include "bjt-grid-words.h"
#include "geo/bjt-ground.h"
#include "geo/bjt-mercator.h"
#include "rules/bjt-grid-rules.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  BjtGridDraft *draft;
  char        **arguments; /* after the word for what to do */
  guint         n_arguments;
  char         *line;
  char         *polygon;
  char         *buildings;
  char         *name;
  char         *worker;
  int           grid;
  int           number;
  BjtGridLimits limits;
  gboolean      cut_out;
} Grids;

/* A face of the draft; BJT_NO_INDEX after printing why. */
static guint32
find_grid (Grids *self,
           int    number)
{
  guint32 grid = bjt_picture_find_grid (bjt_grid_draft_get_picture (self->draft), number);

  if (grid == BJT_NO_INDEX)
    g_printerr (_("bjt: there is no grid %d; bjt grids list shows them\n"), number);
  return grid;
}

static guint32
find_nth (Grids *self,
          guint  n)
{
  return n < self->n_arguments ? find_grid (self, (int) g_ascii_strtoll (self->arguments[n], NULL, 10)) : BJT_NO_INDEX;
}

/* "129.76,43.32 129.77,43.33" to Mercator; NULL after printing why. */
static GArray *
parse_places (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ;", -1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (BjtPoint));

  for (guint i = 0; words[i] != NULL; i++)
    {
      char    *end = NULL;
      BjtPoint place;

      if (*words[i] == '\0')
        continue;
      place.x = g_ascii_strtod (words[i], &end);
      place.y = *end == ',' ? g_ascii_strtod (end + 1, &end) : (double) NAN;
      if (*end != '\0' || !isfinite (place.x) || !isfinite (place.y) || fabs (place.x) > 180 || fabs (place.y) > 85)
        {
          g_printerr (_("bjt: “%s” is no place; write longitude,latitude as in 129.7601,43.3205\n"), words[i]);
          return NULL;
        }
      place = bjt_mercator_project (place);
      g_array_append_val (places, place);
    }
  return g_steal_pointer (&places);
}

static BjtExit
write_draft (Grids *self)
{
  g_autoptr (BjtGridEdit) edit = bjt_grid_draft_make_edit (self->draft);
  GError *error = NULL;

  if (edit == NULL)
    return BJT_EXIT_GOOD;
  return bjt_workspace_edit_grids (self->workspace, edit, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* list, show */

static void
add_real (BjtListing *listing,
          double      value)
{
  bjt_listing_add_int (listing, llround (value));
}

static double
measure (Grids             *self,
         const BjtGeometry *boundary)
{
  g_autoptr (BjtGround) ground = boundary != NULL ? bjt_ground_new (boundary->box.x1) : NULL;

  return ground != NULL ? bjt_ground_get_area (ground, boundary) : 0;
}

static void
add_grid (Grids      *self,
          BjtListing *listing,
          guint32     index)
{
  const BjtPictureGrid *grid = bjt_picture_get_grid (bjt_grid_draft_get_picture (self->draft), index);
  const BjtGridTally   *tally = bjt_grid_draft_get_tally (self->draft, index);
  const BjtGridLimits  *limits = bjt_grid_draft_get_limits (self->draft);
  double                mean = bjt_grid_draft_get_mean_work (self->draft);

  bjt_listing_add_int (listing, grid->number);
  bjt_listing_add_text (listing, grid->name);
  bjt_listing_add_text (listing, grid->level_name);
  bjt_listing_add_text (listing, grid->staff_name);
  bjt_listing_add_int (listing, tally->buildings);
  bjt_listing_add_int (listing, tally->doors);
  bjt_listing_add_int (listing, tally->households);
  bjt_listing_add_int (listing, tally->persons);
  bjt_listing_add_int (listing, tally->work);
  add_real (listing, mean > 0 ? (double) tally->work * 100 / mean : 0);
  add_real (listing, measure (self, grid->boundary));
  bjt_listing_add_text (listing, bjt_grid_words_of_size (bjt_grid_limits_judge_households (limits, tally->households)));
  bjt_listing_take_text (listing, bjt_grid_words_dup_border (self->draft, index));
}

static const char *const list_columns[] = { "grid", "name", "level", "worker", "buildings", "doors", "households", "persons",
                                            "work", "work_percent", "area_m2", "size", "border", NULL };

static BjtExit
run_list (Grids *self)
{
  g_autoptr (BjtListing) listing = bjt_listing_new (list_columns);

  for (guint32 g = 0; g < bjt_grid_draft_get_picture (self->draft)->grids->len; g++)
    if (bjt_grid_draft_is_grid (self->draft, g))
      add_grid (self, listing, g);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* The border as GeoJSON, for other programs. */
static BjtExit
run_show (Grids *self)
{
  guint32 grid = find_nth (self, 0);
  const BjtGeometry *boundary;
  g_autofree char *json = NULL;

  if (grid == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  boundary = bjt_picture_get_grid (bjt_grid_draft_get_picture (self->draft), grid)->boundary;
  json = boundary != NULL ? bjt_geometry_to_geojson (boundary) : g_strdup ("null");
  g_print ("%s\n", json);
  return BJT_EXIT_GOOD;
}

/* check */

static void
add_finding (Grids                *self,
             BjtListing           *listing,
             const BjtGridFinding *finding)
{
  const BjtPicture *picture = bjt_grid_draft_get_picture (self->draft);
  g_autofree char *building = finding->building != BJT_NO_INDEX ? bjt_picture_dup_building_name (picture, finding->building) : NULL;
  char lon[G_ASCII_DTOSTR_BUF_SIZE], lat[G_ASCII_DTOSTR_BUF_SIZE];

  bjt_listing_add_text (listing, bjt_grid_finding_get_code (finding->kind));
  bjt_listing_take_text (listing, bjt_grid_words_dup_number (picture, finding->grid));
  bjt_listing_take_text (listing, bjt_grid_words_dup_number (picture, finding->other));
  bjt_listing_add_text (listing, building);
  bjt_listing_add_int (listing, finding->number);
  bjt_listing_add_text (listing, isnan (finding->place.x) ? NULL : g_ascii_formatd (lon, sizeof lon, "%.6f", finding->place.x));
  bjt_listing_add_text (listing, isnan (finding->place.x) ? NULL : g_ascii_formatd (lat, sizeof lat, "%.6f", finding->place.y));
  bjt_listing_take_text (listing, bjt_grid_words_dup_finding (self->draft, finding));
}

static BjtExit
run_check (Grids *self)
{
  static const char *const columns[] = { "code", "grid", "other", "building", "number", "lon", "lat", "text", NULL };
  GError *error = NULL;
  g_autoptr (GPtrArray) duties = bjt_workspace_list_duties (self->workspace, &error);
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GArray) findings = NULL;

  if (duties == NULL)
    return bjt_cli_refuse (error);
  findings = bjt_grid_rules_check (self->draft, duties);
  for (guint i = 0; i < findings->len; i++)
    add_finding (self, listing, &g_array_index (findings, BjtGridFinding, i));
  if (findings->len == 0 && self->cli->format == BJT_LISTING_TABLE)
    g_print (_("The grids are sound.\n"));
  else
    bjt_listing_print (listing, self->cli->format);
  return findings->len == 0 ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}

/* Edits */

static BjtExit
run_split (Grids *self)
{
  g_autoptr (GArray) line = NULL;
  GError *error = NULL;
  guint32 grid = find_nth (self, 0);

  if (self->line == NULL)
    return bjt_cli_usage (_("use: bjt grids split GRID --line \"LON,LAT LON,LAT …\""));
  line = grid != BJT_NO_INDEX ? parse_places (self->line) : NULL;
  if (line == NULL)
    return BJT_EXIT_REFUSED;
  if (!bjt_grid_draft_split (self->draft, grid, (const BjtPoint *) (gpointer) line->data, line->len, &error))
    return bjt_cli_refuse (error);
  return write_draft (self);
}

static BjtExit
run_merge (Grids *self)
{
  GError *error = NULL;
  guint32 into, other;

  if (self->n_arguments != 2)
    return bjt_cli_usage (_("use: bjt grids merge INTO OTHER"));
  into = find_nth (self, 0);
  other = into != BJT_NO_INDEX ? find_nth (self, 1) : BJT_NO_INDEX;
  if (other == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  if (!bjt_grid_draft_merge (self->draft, into, other, &error))
    return bjt_cli_refuse (error);
  return write_draft (self);
}

static BjtExit
run_draw (Grids *self)
{
  g_autoptr (GArray) ring = NULL;
  GError *error = NULL;

  if (self->polygon == NULL)
    return bjt_cli_usage (_("use: bjt grids draw --polygon \"LON,LAT LON,LAT LON,LAT …\" [--cut-out]"));
  ring = parse_places (self->polygon);
  if (ring == NULL)
    return BJT_EXIT_REFUSED;
  if (!bjt_grid_draft_draw (self->draft, (const BjtPoint *) (gpointer) ring->data, ring->len,
                            self->cut_out ? BJT_COVERAGE_CUT_OUT : BJT_COVERAGE_FREE_GROUND, &error))
    return bjt_cli_refuse (error);
  return write_draft (self);
}

static BjtExit
run_remove (Grids *self)
{
  guint32 grid = find_nth (self, 0);

  if (grid == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  bjt_grid_draft_remove (self->draft, grid);
  return write_draft (self);
}

/* Single values */

static gboolean
add_building (const BjtPicture *picture,
              const char       *name,
              GArray           *ids)
{
  for (guint32 b = 0; b < picture->buildings->len; b++)
    {
      g_autofree char *own = bjt_picture_dup_building_name (picture, b);

      if (strcmp (own, name) != 0)
        continue;
      g_array_append_val (ids, bjt_picture_get_building (picture, b)->id);
      return TRUE;
    }
  g_printerr (_("bjt: there is no building “%s”\n"), name);
  return FALSE;
}

static BjtExit
run_assign (Grids *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));
  g_auto (GStrv) names = NULL;
  BjtUuid grid_id = BJT_UUID_NIL;
  GError *error = NULL;
  guint32 grid;

  if (self->buildings == NULL || self->grid < 0)
    return bjt_cli_usage (_("use: bjt grids assign --building NAME[,NAME…] --grid N (0: to none)"));
  if (self->grid > 0)
    {
      grid = find_grid (self, self->grid);
      if (grid == BJT_NO_INDEX)
        return BJT_EXIT_REFUSED;
      grid_id = bjt_picture_get_grid (bjt_grid_draft_get_picture (self->draft), grid)->id;
    }
  names = g_strsplit (self->buildings, ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    if (!add_building (bjt_grid_draft_get_picture (self->draft), g_strstrip (names[i]), ids))
      return BJT_EXIT_REFUSED;
  return bjt_workspace_assign_buildings (self->workspace, (const BjtUuid *) (gpointer) ids->data, ids->len, &grid_id, &error)
           ? BJT_EXIT_GOOD
           : bjt_cli_refuse (error);
}

static gboolean
find_staff (Grids   *self,
            BjtUuid *id)
{
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (self->workspace, NULL);

  *id = BJT_UUID_NIL;
  if (*self->worker == '\0')
    return TRUE;
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    if (g_strcmp0 (((BjtStaff *) staff->pdata[i])->name, self->worker) == 0)
      {
        *id = ((BjtStaff *) staff->pdata[i])->id;
        return TRUE;
      }
  g_printerr (_("bjt: nobody of the staff is named “%s”\n"), self->worker);
  return FALSE;
}

static BjtExit
run_set (Grids *self)
{
  guint32 grid = find_nth (self, 0);
  const BjtPictureGrid *record;
  GError *error = NULL;
  BjtUuid staff, id;
  int     number;
  g_autofree char *name = NULL;

  if (grid == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  if (self->worker != NULL && !find_staff (self, &staff))
    return BJT_EXIT_REFUSED;
  record = bjt_picture_get_grid (bjt_grid_draft_get_picture (self->draft), grid);
  id = record->id;
  number = self->number > 0 ? self->number : record->number;
  name = g_strdup (self->name != NULL ? self->name : record->name);
  if (!bjt_workspace_rename_grid (self->workspace, &id, number, name, &error)
      || (self->worker != NULL && !bjt_workspace_assign_worker (self->workspace, &id, &staff, &error)))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_limits (Grids *self)
{
  static const char *const columns[] = { "minimum", "maximum", "spread", "ordinary", "general", "key", "high_risk", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  BjtGridLimits limits = *bjt_grid_draft_get_limits (self->draft);
  GError       *error = NULL;

  if (self->limits.minimum >= 0 || self->limits.maximum >= 0 || self->limits.spread >= 0)
    {
      limits.minimum = self->limits.minimum >= 0 ? self->limits.minimum : limits.minimum;
      limits.maximum = self->limits.maximum >= 0 ? self->limits.maximum : limits.maximum;
      limits.spread = self->limits.spread >= 0 ? self->limits.spread : limits.spread;
      if (!bjt_workspace_set_grid_limits (self->workspace, &limits, &error))
        return bjt_cli_refuse (error);
    }
  bjt_listing_add_int (listing, limits.minimum);
  bjt_listing_add_int (listing, limits.maximum);
  bjt_listing_add_int (listing, limits.spread);
  for (guint i = 0; i < 4; i++)
    bjt_listing_add_int (listing, limits.weights[i]);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_import (Grids *self)
{
  GError *error = NULL;
  guint   n_new, n_changed;

  if (self->n_arguments != 1)
    return bjt_cli_usage (_("use: bjt grids import FILE"));
  if (!bjt_workspace_import_grids (self->workspace, self->arguments[0], &n_new, &n_changed, &error))
    return bjt_cli_refuse (error);
  g_print (_("%u new grids, %u with another border\n"), n_new, n_changed);
  return BJT_EXIT_GOOD;
}

static const struct
{
  const char *name;
  BjtExit (*run) (Grids *self);
} tasks[] = {
  { "list", run_list }, { "check", run_check }, { "show", run_show }, { "split", run_split },
  { "merge", run_merge }, { "draw", run_draw }, { "remove", run_remove }, { "assign", run_assign },
  { "set", run_set }, { "limits", run_limits }, { "import", run_import },
};

static BjtExit
run_task (Grids *self,
          int    argc,
          char **argv)
{
  BjtGridLimits limits;
  BjtExit       exit_code = BJT_EXIT_USAGE;

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (tasks); i++)
    if (strcmp (argv[1], tasks[i].name) == 0)
      {
        self->arguments = argv + 2;
        self->n_arguments = (guint) argc - 2;
        self->workspace = bjt_cli_open (self->cli, &exit_code);
        if (self->workspace == NULL)
          return exit_code;
        bjt_workspace_get_grid_limits (self->workspace, &limits);
        self->draft = bjt_grid_draft_new (bjt_workspace_get_picture (self->workspace), &limits);
        return tasks[i].run (self);
      }
  return bjt_cli_usage (_("use: bjt grids list|check|show|split|merge|draw|remove|assign|set|limits|import …"));
}

BjtExit
bjt_command_grids (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  Grids        self = { .cli = cli, .grid = -1, .limits = { -1, -1, -1, { 0 } } };
  GOptionEntry entries[] = {
    { "line", 0, 0, G_OPTION_ARG_STRING, &self.line, N_ ("Where to split"), N_ ("PLACES") },
    { "polygon", 0, 0, G_OPTION_ARG_STRING, &self.polygon, N_ ("The corners of a new grid"), N_ ("PLACES") },
    { "cut-out", 0, 0, G_OPTION_ARG_NONE, &self.cut_out, N_ ("Take the ground from other grids"), NULL },
    { "building", 'b', 0, G_OPTION_ARG_STRING, &self.buildings, N_ ("Buildings, separated by commas"), N_ ("NAMES") },
    { "grid", 'g', 0, G_OPTION_ARG_INT, &self.grid, N_ ("Number of the grid"), N_ ("N") },
    { "number", 0, 0, G_OPTION_ARG_INT, &self.number, N_ ("Give the grid this number"), N_ ("N") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self.name, N_ ("Give the grid this name"), N_ ("NAME") },
    { "worker", 0, 0, G_OPTION_ARG_STRING, &self.worker, N_ ("Who looks after the grid; empty: nobody"), N_ ("NAME") },
    { "minimum", 0, 0, G_OPTION_ARG_INT, &self.limits.minimum, N_ ("Least households of a grid"), N_ ("N") },
    { "maximum", 0, 0, G_OPTION_ARG_INT, &self.limits.maximum, N_ ("Most households of a grid"), N_ ("N") },
    { "spread", 0, 0, G_OPTION_ARG_INT, &self.limits.spread, N_ ("Per cent that work may differ from the mean"), N_ ("N") },
    { NULL },
  };
  BjtExit exit_code;

  if (bjt_cli_parse ("list|check|show|split|merge|draw|remove|assign|set|limits|import", entries, &argc, &argv, &exit_code))
    exit_code = run_task (&self, argc, argv);
  g_clear_pointer (&self.draft, bjt_grid_draft_free);
  g_clear_object (&self.workspace);
  g_free (self.line);
  g_free (self.polygon);
  g_free (self.buildings);
  g_free (self.name);
  g_free (self.worker);
  return exit_code;
}
