/* bjt-route-matrix.c: bjt route matrix: how far it is on foot from entrance to
 * entrance; the gates on the way, with their hours; the rules of visits. */
#include <math.h>
#include <string.h>

#include "bjt-route-parts.h"
#include "bjt-route-words.h"
#include "bjt-work-words.h"
#include "geo/bjt-mercator.h"

typedef struct
{
  int      grid;
  char    *day;
  char    *shift;
  char    *output;
  BjtDate  on;
  BjtMinutes hours;
  gboolean whole;
} MatrixOptions;

static void
matrix_options_clear (MatrixOptions *self)
{
  g_free (self->day);
  g_free (self->shift);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MatrixOptions, matrix_options_clear)

static char *
dup_name (const BjtPicture       *picture,
          const BjtRouteEntrance *entrance)
{
  guint32                   e = bjt_picture_find_entrance (picture, &entrance->id);
  const BjtPictureEntrance *found = bjt_picture_get_entrance (picture, e);
  g_autofree char          *building = bjt_picture_dup_building_name (picture, found->building);

  return g_strdup_printf ("%s-%s", building, found->label != NULL ? found->label : "");
}

/* seconds walk from the row to the column */
static void
print_whole (BjtListingFormat        format,
             const BjtPicture       *picture,
             const GArray           *entrances,
             const BjtWalkMatrix    *matrix,
             const BjtWalkCosts     *costs)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BjtListing) listing = NULL;

  g_ptr_array_add (names, g_strdup ("from"));
  for (guint i = 0; i < entrances->len; i++)
    g_ptr_array_add (names, dup_name (picture, &g_array_index (entrances, BjtRouteEntrance, i)));
  g_ptr_array_add (names, NULL);
  listing = bjt_listing_new ((const char *const *) names->pdata);
  for (guint i = 0; i < entrances->len; i++)
    {
      bjt_listing_add_text (listing, names->pdata[i + 1]);
      for (guint j = 0; j < entrances->len; j++)
        {
          double seconds = bjt_walk_matrix_get_walk (matrix, costs, i, j);

          bjt_listing_add_number (listing, isfinite (seconds) ? round (seconds) : (double) NAN);
        }
    }
  bjt_listing_print (listing, format);
}

static void
print_summary (BjtListingFormat      format,
               const BjtRouteGround *ground,
               const BjtWalkMatrix  *matrix,
               const BjtWalkCosts   *costs,
               double                seconds)
{
  static const char *const columns[] = { "entrances", "nodes", "links", "gates", "by_ways", "straight", "not_on_map", "unreachable", "mean_walk_s", "longest_walk_s", "milliseconds", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  guint  counts[BJT_WALK_N_BASES], n = bjt_walk_matrix_get_n_entrances (matrix), n_walks = 0;
  double sum = 0, longest = 0;

  bjt_walk_matrix_count_bases (matrix, counts);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        double walk = bjt_walk_matrix_get_walk (matrix, costs, i, j);

        if (i == j || !isfinite (walk))
          continue;
        sum += walk;
        longest = fmax (longest, walk);
        n_walks++;
      }
  bjt_listing_add_int (listing, n);
  bjt_listing_add_int (listing, ground->network != NULL ? bjt_walk_network_get_n_nodes (ground->network) : 0);
  bjt_listing_add_int (listing, ground->network != NULL ? bjt_walk_network_get_n_links (ground->network) : 0);
  bjt_listing_add_int (listing, ground->gates->len);
  bjt_listing_add_int (listing, counts[BJT_WALK_WAYS]);
  bjt_listing_add_int (listing, counts[BJT_WALK_STRAIGHT]);
  bjt_listing_add_int (listing, counts[BJT_WALK_UNPLACED]);
  bjt_listing_add_int (listing, counts[BJT_WALK_UNREACHABLE]);
  bjt_listing_add_number (listing, n_walks > 0 ? round (sum / n_walks) : (double) NAN);
  bjt_listing_add_number (listing, n_walks > 0 ? round (longest) : (double) NAN);
  bjt_listing_add_int (listing, llround (seconds * 1000));
  bjt_listing_print (listing, format);
}

static BjtExit
measure (BjtCli              *cli,
         BjtWorkspace        *workspace,
         const MatrixOptions *options)
{
  BjtPicture *picture = bjt_workspace_get_picture (workspace);
  GError     *error = NULL;
  g_autoptr (BjtVisitRules) rules = bjt_workspace_dup_visit_rules (workspace);
  g_autoptr (BjtRouteGround) ground = bjt_workspace_get_route_ground (workspace, &error);
  g_autoptr (BjtWalkMatrix) matrix = NULL;
  g_autoptr (GArray) entrances = NULL;
  g_autofree BjtWalkEntrance *walks = NULL;
  g_autofree gboolean *shut = NULL;
  guint32           grid = options->grid > 0 ? bjt_picture_find_grid (picture, options->grid) : BJT_NO_INDEX;
  BjtWalkMatrixWish wish = { .progress = bjt_cli_show_progress };
  BjtWalkCosts      costs = bjt_route_case_get_costs (rules, options->on);
  gint64            began = g_get_monotonic_time ();

  if (options->grid > 0 && grid == BJT_NO_INDEX)
    return bjt_cli_usage (_("there is no grid %d"), options->grid);
  if (ground == NULL)
    return bjt_cli_refuse (error);
  entrances = bjt_route_entrances_of_grid (ground, picture, grid);
  walks = g_new (BjtWalkEntrance, MAX (entrances->len, 1));
  for (guint i = 0; i < entrances->len; i++)
    walks[i] = g_array_index (entrances, BjtRouteEntrance, i).walk;
  shut = bjt_route_ground_dup_shut_gates (ground, options->on, 1, options->hours.to > 0 ? &options->hours : &bjt_visit_rules_get_numbers (rules)->shift);
  wish.network = ground->network;
  wish.shut_gates = shut;
  matrix = bjt_walk_matrix_new (walks, entrances->len, &wish, &error);
  if (matrix == NULL)
    return bjt_cli_refuse (error);
  if (ground->network == NULL)
    g_printerr ("bjt: %s\n", _("the map has no ways to walk on: distances are straight lines, a little longer; import a map with footways"));
  if (options->whole)
    print_whole (cli->format, picture, entrances, matrix, &costs);
  else
    print_summary (cli->format, ground, matrix, &costs, (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_route_matrix_run (BjtCli *cli,
                      int     argc,
                      char  **argv)
{
  g_auto (MatrixOptions) options = { .on = BJT_DATE_NONE };
  GOptionEntry entries[] = {
    { "grid", 0, 0, G_OPTION_ARG_INT, &options.grid, N_ ("Of this grid only"), N_ ("N") },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.day, N_ ("The season and the hours of gates are those of this day; today when left out"), N_ ("DAY") },
    { "shift", 0, 0, G_OPTION_ARG_STRING, &options.shift, N_ ("Gates are to be open all the while, such as 09:00-12:00"), N_ ("HOURS") },
    { "whole", 0, 0, G_OPTION_ARG_NONE, &options.whole, N_ ("Every number: seconds from the entrance of the row to that of the column"), NULL },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("matrix", entries, &argc, &argv, &exit_code))
    return exit_code;
  if ((exit_code = bjt_work_words_read_day ("--day", options.day, &options.on)) != BJT_EXIT_GOOD)
    return exit_code;
  if (!bjt_route_words_read_shift (options.shift, &options.hours))
    return BJT_EXIT_USAGE;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  if (options.on == BJT_DATE_NONE)
    options.on = bjt_workspace_get_today (workspace);
  return measure (cli, workspace, &options);
}

/* Gates */

static BjtExit
list_gates (BjtCli               *cli,
            const BjtRouteGround *ground)
{
  static const char *const columns[] = { "gate", "name", "longitude", "latitude", "hours", "on_a_way", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint g = 0; g < ground->gates->len; g++)
    {
      const BjtRouteGate *gate = ground->gates->pdata[g];
      BjtPoint            place = bjt_mercator_unproject (gate->place);

      bjt_listing_take_text (listing, bjt_work_words_dup_key (&gate->id));
      bjt_listing_add_text (listing, gate->name);
      bjt_listing_add_number (listing, round (place.x * 1e6) / 1e6);
      bjt_listing_add_number (listing, round (place.y * 1e6) / 1e6);
      bjt_listing_add_text (listing, gate->hours);
      bjt_listing_add_text (listing, gate->is_used ? _("yes") : _("no"));
    }
  bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}

/* gates, gates KEY HOURS */
BjtExit
bjt_route_gates_run (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtRouteGround) ground = NULL;
  const BjtRouteGate *gate;
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("gates [KEY 06:00-22:00|24/7|off|-]", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1 && argc != 3)
    return bjt_cli_usage (_("use: bjt route gates [KEY HOURS]; hours are like 06:00-22:00, off where it is shut, - for always open"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  ground = bjt_workspace_get_route_ground (workspace, &error);
  if (ground == NULL)
    return bjt_cli_refuse (error);
  if (argc == 1)
    return list_gates (cli, ground);
  gate = bjt_work_words_find_key (ground->gates, argv[1]);
  if (gate == NULL)
    return BJT_EXIT_REFUSED;
  return bjt_workspace_set_gate_hours (workspace, &gate->id, strcmp (argv[2], "-") == 0 ? NULL : argv[2], &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* Rules: the community's own lines, on standard output or from a file. */
BjtExit
bjt_route_rules_run (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autofree char *lines = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("rules [FILE]", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc > 2)
    return bjt_cli_usage (_("use: bjt route rules [FILE]; without a file the lines of this community are shown"));
  if (argc == 2 && !g_file_get_contents (argv[1], &lines, NULL, &error))
    return bjt_cli_refuse (error);
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  if (argc == 2)
    return bjt_workspace_set_visit_rules (workspace, lines, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
  lines = bjt_workspace_dup_own_visit_rules (workspace);
  g_print ("%s", lines != NULL ? lines : bjt_visit_rules_get_shipped ());
  return BJT_EXIT_GOOD;
}
