/* bjt-command-export.c: data for other programs. Nothing personal unless
 * --names is given with a purpose, and then the journal says who took what. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "bjt-cli.h"
#include "workspace/bjt-door-listing.h"
#include "workspace/bjt-names.h"
#include "model/bjt-filter-term.h"

typedef struct
{
  BjtWorkspace    *workspace;
  BjtPicture      *picture;
  BjtDoorSet      *doors; /* wanted */
  gboolean         names;
  BjtListingFormat format;
} Export;

static int
get_grid_number (const BjtPicture *picture,
                 guint32           building)
{
  guint32 grid = bjt_picture_get_building (picture, building)->grid;

  return grid != BJT_NO_INDEX ? bjt_picture_get_grid (picture, grid)->number : 0;
}

static char *
export_doors (const Export *self,
              GError      **error)
{
  g_autoptr (BjtListing) listing = bjt_door_listing_new (self->picture, self->doors, self->names);

  return bjt_listing_to_string (listing, self->format);
}

static char *
dup_json_string (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

/* GeoJSON, whatever the format asked for: buildings are shapes. */
static char *
export_buildings (const Export *self,
                  GError      **error)
{
  GString    *out = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  const char *comma = "";

  for (guint32 b = 0; b < self->picture->buildings->len; b++)
    {
      const BjtPictureBuilding *building = bjt_picture_get_building (self->picture, b);
      g_autofree char          *shape = building->footprint != NULL ? bjt_geometry_to_geojson (building->footprint) : g_strdup ("null");
      g_autofree char          *name = bjt_picture_dup_building_name (self->picture, b);
      g_autofree char          *quoted = dup_json_string (name);
      g_autofree char          *key = bjt_uuid_dup_string (&building->id);

      g_string_append_printf (out, "%s\n{\"type\":\"Feature\",\"id\":\"%s\",\"geometry\":%s,\"properties\":"
                                   "{\"name\":%s,\"grid\":%d,\"doors\":%u,\"entrances\":%u,\"levels\":%d}}",
                              comma, key, shape, quoted, get_grid_number (self->picture, b), building->doors.n,
                              building->entrances.n, building->highest - building->lowest + 1);
      comma = ",";
    }
  g_string_append (out, "\n]}\n");
  return g_string_free (out, FALSE);
}

static char *
dup_place (const Export  *self,
           const BjtUuid *door_id)
{
  guint32 door = bjt_picture_find_door (self->picture, door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (self->picture, door) : NULL;
}

static char *
export_visits (const Export *self,
               GError      **error)
{
  static const char *const columns[] = { "visited_on", "place", "outcome", "purposes", "next_on", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) visits = bjt_workspace_list_visits (self->workspace, NULL, 0, error);

  if (visits == NULL)
    return NULL;
  for (guint i = 0; i < visits->len; i++)
    {
      const BjtVisit *visit = visits->pdata[i];

      bjt_listing_take_text (listing, bjt_date_dup_string (visit->visited_on));
      bjt_listing_take_text (listing, dup_place (self, &visit->door_id));
      bjt_listing_add_text (listing, bjt_names_of_outcome (visit->outcome));
      bjt_listing_add_text (listing, visit->purposes);
      bjt_listing_take_text (listing, bjt_date_dup_string (visit->next_on));
    }
  return bjt_listing_to_string (listing, self->format);
}

static char *
export_issues (const Export *self,
               GError      **error)
{
  static const char *const columns[] = { "number", "status", "reported_on", "due_on", "closed_on", "place", "department", "source", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (self->workspace, NULL, FALSE, error);

  if (issues == NULL)
    return NULL;
  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue *issue = issues->pdata[i];

      bjt_listing_add_text (listing, issue->number);
      bjt_listing_add_text (listing, bjt_names_of_status (issue->status));
      bjt_listing_take_text (listing, bjt_date_dup_string (issue->reported_on));
      bjt_listing_take_text (listing, bjt_date_dup_string (issue->due_on));
      bjt_listing_take_text (listing, bjt_date_dup_string (issue->closed_on));
      bjt_listing_take_text (listing, dup_place (self, &issue->door_id));
      bjt_listing_add_text (listing, issue->department);
      bjt_listing_add_text (listing, issue->source);
    }
  return bjt_listing_to_string (listing, self->format);
}

static const struct
{
  const char *name;
  char *(*func) (const Export *, GError **);
} kinds[] = {
  { "doors", export_doors },
  { "buildings", export_buildings },
  { "visits", export_visits },
  { "issues", export_issues },
};

static gboolean
find_kind (const char *name,
           guint      *kind)
{
  for (*kind = 0; *kind < G_N_ELEMENTS (kinds); (*kind)++)
    if (strcmp (name, kinds[*kind].name) == 0)
      return TRUE;
  return FALSE;
}

static BjtExit
write_export (const char *path,
              char       *text,
              GError     *error)
{
  g_autofree char *owned = text;

  if (text == NULL)
    return bjt_cli_refuse (error);
  if (path == NULL)
    g_print ("%s", text);
  else if (!g_file_set_contents (path, text, -1, &error)) /* beside, then renamed */
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static BjtDoorSet *
list_wanted (BjtWorkspace *workspace,
             const char   *terms,
             const char   *ring,
             BjtExit      *exit_code)
{
  BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autoptr (BjtDoorSet) doors = NULL;
  g_autoptr (BjtDoorSet) inside = NULL;
  GError   *error = NULL;
  BjtFilter filter;

  if (!bjt_filter_init_from_text (&filter, picture, terms != NULL ? terms : "", &error))
    {
      *exit_code = bjt_cli_refuse (error);
      return NULL;
    }
  doors = bjt_filter_match_all (&filter, picture);
  if (ring == NULL)
    return g_steal_pointer (&doors);
  inside = bjt_cli_find_within (workspace, ring, exit_code);
  if (inside == NULL)
    return NULL;
  bjt_door_set_intersect (doors, inside);
  return g_steal_pointer (&doors);
}

BjtExit
bjt_command_export (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *purpose = NULL;
  g_autofree char *filter = NULL;
  g_autofree char *within = NULL;
  gboolean         names = FALSE;
  GOptionEntry     entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output when left out"), N_ ("FILE") },
    { "filter", 'f', 0, G_OPTION_ARG_STRING, &filter, N_ ("Only these doors: “low_income +disability !tenant overdue grid:3”"), N_ ("TERMS") },
    { "within", 'w', 0, G_OPTION_ARG_STRING, &within, N_ ("Only doors inside this ring"), "LON,LAT LON,LAT…" },
    { "names", 0, 0, G_OPTION_ARG_NONE, &names, N_ ("With full names; needs --purpose"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &purpose, N_ ("What the names are needed for; recorded"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtDoorSet) doors = NULL;
  GError *error = NULL;
  BjtExit exit_code;
  Export  export;
  char   *text;
  guint   kind;

  if (!bjt_cli_parse ("doors|buildings|visits|issues", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2 || !find_kind (argv[1], &kind))
    return bjt_cli_usage (_("use: bjt export doors|buildings|visits|issues [-o FILE]"));
  if ((filter != NULL || within != NULL) && kinds[kind].func != export_doors)
    return bjt_cli_usage (_("--filter and --within go with doors"));
  if (names && (purpose == NULL || *purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose TEXT, which is recorded"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  export = (Export) { .workspace = workspace, .picture = bjt_workspace_get_picture (workspace), .names = names,
                      .format = cli->format == BJT_LISTING_TABLE ? BJT_LISTING_CSV : cli->format };
  doors = list_wanted (workspace, filter, within, &exit_code);
  if (doors == NULL)
    return exit_code;
  export.doors = doors;
  if (names && !bjt_workspace_record_export (workspace, argv[1], purpose, &error))
    return bjt_cli_refuse (error);
  text = kinds[kind].func (&export, &error);
  return write_export (output, text, error);
}
