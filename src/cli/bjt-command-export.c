/* bjt-command-export.c: data for other programs. Nothing personal unless
 * --names is given with a purpose, and then the journal says who took what. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/bjt-text.h"
#include "bjt-cli.h"
#include "bjt-names.h"
#include "model/bjt-filter-term.h"

typedef struct
{
  BjtWorkspace    *workspace;
  BjtPicture      *picture;
  BjtFilter        filter;
  gboolean         names;
  BjtListingFormat format;
} Export;

static char *
dup_name (const Export *self,
          guint32       door)
{
  guint32     head = bjt_picture_get_head (self->picture, door);
  const char *name = head != BJT_NO_INDEX ? bjt_picture_get_person (self->picture, head)->name : NULL;

  return name == NULL ? NULL : self->names ? g_strdup (name) : bjt_text_mask_name (name);
}

static guint
count_residents (const BjtPicture *picture,
                 guint32           door)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;
  guint         residents = 0;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        residents += bjt_picture_get_member (picture, m)->is_resident;
    }
  return residents;
}

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
  static const char *const columns[] = { "place", "grid", "building", "entrance", "level", "door", "class", "attention",
                                         "residents", "head", "last_contact_on", "next_due_on", "open_issues", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint32 d = 0; d < self->picture->doors->len; d++)
    {
      const BjtPictureDoor      *door = bjt_picture_get_door (self->picture, d);
      const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, d);

      if (!bjt_filter_matches (&self->filter, self->picture, d))
        continue;
      bjt_listing_take_text (listing, bjt_picture_dup_door_name (self->picture, d));
      bjt_listing_add_int (listing, get_grid_number (self->picture, door->building));
      bjt_listing_add_text (listing, bjt_picture_get_building (self->picture, door->building)->label);
      bjt_listing_add_text (listing, door->entrance != BJT_NO_INDEX ? bjt_picture_get_entrance (self->picture, door->entrance)->label : NULL);
      bjt_listing_take_text (listing, bjt_picture_dup_level_label (self->picture, door->building, door->ordinal));
      bjt_listing_add_text (listing, door->label);
      bjt_listing_add_text (listing, bjt_names_of_class (state->household_class));
      bjt_listing_add_text (listing, bjt_names_of_attention (state->attention));
      bjt_listing_add_int (listing, count_residents (self->picture, d));
      bjt_listing_take_text (listing, dup_name (self, d));
      bjt_listing_take_text (listing, bjt_date_dup_string (state->last_contact_on));
      bjt_listing_take_text (listing, bjt_date_dup_string (state->next_due_on));
      bjt_listing_add_int (listing, state->open_issues);
    }
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

BjtExit
bjt_command_export (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *purpose = NULL;
  g_autofree char *filter = NULL;
  gboolean         names = FALSE;
  GOptionEntry     entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Where to; standard output when left out"), N_ ("FILE") },
    { "filter", 'f', 0, G_OPTION_ARG_STRING, &filter, N_ ("Only these doors: “low_income +disability !tenant overdue grid:3”"), N_ ("TERMS") },
    { "names", 0, 0, G_OPTION_ARG_NONE, &names, N_ ("With full names; needs --purpose"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &purpose, N_ ("What the names are needed for; recorded"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  GError *error = NULL;
  BjtExit exit_code;
  Export  export;
  char   *text;
  guint   kind;

  if (!bjt_cli_parse ("doors|buildings|visits|issues", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2 || !find_kind (argv[1], &kind))
    return bjt_cli_usage (_("use: bjt export doors|buildings|visits|issues [-o FILE]"));
  if (filter != NULL && kinds[kind].func != export_doors)
    return bjt_cli_usage (_("--filter goes with doors"));
  if (names && (purpose == NULL || *purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose TEXT, which is recorded"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  export = (Export) { .workspace = workspace, .picture = bjt_workspace_get_picture (workspace), .names = names,
                      .format = cli->format == BJT_LISTING_TABLE ? BJT_LISTING_CSV : cli->format };
  if (!bjt_filter_init_from_text (&export.filter, export.picture, filter != NULL ? filter : "", &error))
    return bjt_cli_refuse (error);
  if (names && !bjt_workspace_record_export (workspace, argv[1], purpose, &error))
    return bjt_cli_refuse (error);
  text = kinds[kind].func (&export, &error);
  return write_export (output, text, error);
}
