/* bjt-command-read.c: stats, search, show: what is known. */
#include <json-glib/json-glib.h>

#include "base/bjt-text.h"
#include "bjt-cli.h"
#include "bjt-names.h"
#include "model/bjt-search.h"
#include "workspace/bjt-stats.h"

typedef struct
{
  const char *name;
  gint64      value;
} Figure;

static void
add_figure (GArray     *figures,
            const char *name,
            gint64      value)
{
  Figure figure = { name, value };

  g_array_append_val (figures, figure);
}

static GArray *
list_figures (BjtWorkspace   *workspace,
              const BjtStats *stats,
              GError        **error)
{
  gint64  visits = bjt_workspace_count (workspace, &bjt_visit_type, error);
  gint64  issues = visits >= 0 ? bjt_workspace_count (workspace, &bjt_issue_type, error) : -1;
  GArray *figures;

  if (issues < 0)
    return NULL;
  figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  add_figure (figures, "compounds", stats->compounds);
  add_figure (figures, "buildings", stats->buildings);
  add_figure (figures, "entrances", stats->entrances);
  add_figure (figures, "doors", stats->doors);
  add_figure (figures, "households", stats->households);
  add_figure (figures, "persons", stats->persons);
  add_figure (figures, "grids", stats->grids);
  add_figure (figures, "visits", visits);
  add_figure (figures, "issues", issues);
  add_figure (figures, "open_issues", stats->open_issues);
  add_figure (figures, "overdue_issues", stats->overdue_issues);
  add_figure (figures, "hukou_only", stats->hukou_only);
  add_figure (figures, "empty_doors", stats->empty_doors);
  add_figure (figures, "due_doors", stats->due_doors);
  add_figure (figures, "overdue_doors", stats->overdue_doors);
  return figures;
}

static void
print_json (const GArray     *figures,
            const BjtStats   *stats,
            const BjtPicture *picture)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < figures->len; i++)
    {
      json_builder_set_member_name (builder, g_array_index (figures, Figure, i).name);
      json_builder_add_int_value (builder, g_array_index (figures, Figure, i).value);
    }
  json_builder_set_member_name (builder, "household_class");
  json_builder_begin_object (builder);
  for (int i = 0; i < BJT_N_CLASSES; i++)
    {
      json_builder_set_member_name (builder, bjt_names_of_class (i));
      json_builder_add_int_value (builder, stats->household_class[i]);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "categories");
  json_builder_begin_object (builder);
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      json_builder_set_member_name (builder, bjt_picture_get_category (picture, c)->code);
      json_builder_add_int_value (builder, stats->categories[c]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static void
print_rows (const GArray     *figures,
            const BjtStats   *stats,
            const BjtPicture *picture,
            BjtListingFormat  format)
{
  static const char *const columns[] = { "figure", "value", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < figures->len; i++)
    {
      bjt_listing_add_text (listing, g_array_index (figures, Figure, i).name);
      bjt_listing_add_int (listing, g_array_index (figures, Figure, i).value);
    }
  for (int i = 0; i < BJT_N_CLASSES; i++)
    {
      bjt_listing_take_text (listing, g_strdup_printf ("household_class.%s", bjt_names_of_class (i)));
      bjt_listing_add_int (listing, stats->household_class[i]);
    }
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      bjt_listing_take_text (listing, g_strdup_printf ("categories.%s", bjt_picture_get_category (picture, c)->code));
      bjt_listing_add_int (listing, stats->categories[c]);
    }
  bjt_listing_print (listing, format);
}

BjtExit
bjt_command_stats (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  int          grid_number = 0;
  GOptionEntry entries[] = {
    { "grid", 'g', 0, G_OPTION_ARG_INT, &grid_number, N_ ("Only this grid"), N_ ("N") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (GArray) figures = NULL;
  BjtPicture *picture;
  GError     *error = NULL;
  BjtStats    stats;
  BjtExit     exit_code;
  guint32     grid = BJT_NO_INDEX;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1)
    return bjt_cli_usage (_("use: bjt stats [--grid N]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  picture = bjt_workspace_get_picture (workspace);
  if (grid_number != 0 && (grid = bjt_picture_find_grid (picture, grid_number)) == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), grid_number));
  bjt_stats_count (&stats, picture, grid);
  figures = list_figures (workspace, &stats, &error);
  if (figures == NULL)
    return bjt_cli_refuse (error);
  if (cli->format == BJT_LISTING_JSON)
    print_json (figures, &stats, picture);
  else
    print_rows (figures, &stats, picture, cli->format);
  return BJT_EXIT_GOOD;
}

static void
add_hit (BjtListing         *listing,
         const BjtPicture   *picture,
         const BjtSearchHit *hit)
{
  bjt_listing_add_text (listing, bjt_names_of_hit (hit->kind));
  if (hit->door != BJT_NO_INDEX)
    bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, hit->door));
  else if (hit->kind == BJT_HIT_BUILDING)
    bjt_listing_take_text (listing, bjt_picture_dup_building_name (picture, hit->index));
  else
    bjt_listing_add_text (listing, hit->kind == BJT_HIT_COMPOUND ? bjt_picture_get_compound (picture, hit->index)->name : NULL);
  bjt_listing_take_text (listing, hit->kind == BJT_HIT_PERSON ? bjt_text_mask_name (bjt_picture_get_person (picture, hit->index)->name) : NULL);
  bjt_listing_add_text (listing, bjt_names_of_match (hit->match));
  bjt_listing_add_text (listing, hit->door == BJT_NO_INDEX ? NULL
                                 : bjt_names_of_class (bjt_picture_get_door_state (picture, hit->door)->household_class));
}

BjtExit
bjt_command_search (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  static const char *const columns[] = { "kind", "place", "name", "match", "class", NULL };
  int                      limit = 20;
  GOptionEntry             entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many"), N_ ("N") },
    { NULL },
  };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autofree char *query = NULL;
  BjtExit          exit_code;

  if (!bjt_cli_parse ("WORDS", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2)
    return bjt_cli_usage (_("use: bjt search WORDS"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  query = g_strjoinv (" ", argv + 1);
  search = bjt_search_new (bjt_workspace_get_picture (workspace));
  hits = bjt_search_find (search, query, (guint) MAX (limit, 1));
  for (guint i = 0; i < hits->len; i++)
    add_hit (listing, bjt_workspace_get_picture (workspace), &g_array_index (hits, BjtSearchHit, i));
  if (hits->len > 0 || cli->format != BJT_LISTING_TABLE)
    bjt_listing_print (listing, cli->format);
  if (hits->len == 0)
    g_printerr (_("bjt: nothing is found for “%s”\n"), query);
  return hits->len > 0 ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}
