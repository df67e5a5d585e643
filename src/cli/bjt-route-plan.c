/* bjt-route-plan.c: bjt route plan: from a choice of doors to routes, printed, written
 * or saved. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bjt-route-paper.h"
#include "bjt-route-parts.h"
#include "bjt-route-words.h"
#include "bjt-work-words.h"
#include "workspace/bjt-workspace-campaigns.h"

typedef struct
{
  gboolean due;
  int      grid;
  char    *category;
  char    *campaign;
  char   **doors;
  int      n_workers;
  char   **staff;
  char    *women;
  char    *day;
  int      n_days;
  gint64   seed;
  gint64   rounds;
  double   seconds;
  double   balance;
  char    *shift;
  char    *start;
  gboolean open;
  gboolean pair;
  gboolean no_lunch;
  gboolean save;
  BjtRoutePaper paper;

  BjtDate  on;
} PlanOptions;

static void
plan_options_clear (PlanOptions *self)
{
  g_free (self->category);
  g_free (self->campaign);
  g_strfreev (self->doors);
  g_strfreev (self->staff);
  g_free (self->women);
  g_free (self->day);
  g_free (self->shift);
  g_free (self->start);
  bjt_route_paper_clear (&self->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanOptions, plan_options_clear)

/* NULL: nobody is called so. */
static const BjtStaff *
find_staff (const GPtrArray *staff,
            const char      *name)
{
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    if (g_strcmp0 (((BjtStaff *) staff->pdata[i])->name, name) == 0)
      return staff->pdata[i];
  return NULL;
}

static gboolean
is_listed (const char *names,
           const char *name)
{
  g_auto (GStrv) words = g_strsplit (names != NULL ? names : "", ",", -1);

  return name != NULL && g_strv_contains ((const char *const *) words, name);
}

/* Names of staff first, then as many others as are wanted. */
static BjtExit
add_workers (BjtWorkspace      *workspace,
             const PlanOptions *options,
             BjtRouteWish      *wish)
{
  guint      n_named = options->staff != NULL ? g_strv_length (options->staff) : 0, n = MAX ((guint) MAX (options->n_workers, 0), n_named);
  BjtMinutes shift = { 0, 0 };
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (workspace, NULL);

  if (!bjt_route_words_read_shift (options->shift, &shift))
    return BJT_EXIT_USAGE;
  for (guint w = 0; w < MAX (n, 1); w++)
    {
      const char     *name = w < n_named ? options->staff[w] : NULL;
      const BjtStaff *one = name != NULL ? find_staff (staff, name) : NULL;
      BjtRouteWorker *worker;

      if (name != NULL && one == NULL)
        return bjt_cli_usage (_("nobody of the staff is called “%s”"), name);
      bjt_route_wish_add_worker (wish, one != NULL ? &one->id : NULL, name);
      worker = &g_array_index (wish->workers, BjtRouteWorker, w);
      worker->sex = one != NULL ? (BjtSex) one->sex : BJT_SEX_UNKNOWN;
      worker->shift = shift;
      worker->n_people = options->pair ? 2 : 1;
      if (options->women != NULL)
        worker->sex = is_listed (options->women, name) || atoi (options->women) > (int) w ? BJT_SEX_FEMALE : BJT_SEX_MALE;
    }
  return BJT_EXIT_GOOD;
}

static BjtExit
read_start (BjtWorkspace      *workspace,
            const PlanOptions *options,
            BjtRouteWish      *wish)
{
  char   *end = NULL;
  guint32 door;

  wish->is_open = options->open;
  if (options->start == NULL)
    return BJT_EXIT_GOOD;
  wish->start.x = g_ascii_strtod (options->start, &end);
  if (end != options->start && *end == ',')
    {
      char *rest = end + 1;

      wish->start.y = g_ascii_strtod (rest, &end);
      if (end != rest && *end == '\0' && fabs (wish->start.x) <= 180 && fabs (wish->start.y) <= 85)
        return BJT_EXIT_GOOD;
    }
  door = bjt_cli_find_door (workspace, options->start);
  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  wish->start = bjt_route_paper_get_place (bjt_workspace_get_picture (workspace), door);
  return BJT_EXIT_GOOD;
}

static BjtExit
add_category (BjtWorkspace      *workspace,
              const PlanOptions *options,
              BjtRouteWish      *wish)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  guint32           category = bjt_picture_find_category (picture, options->category);
  g_autoptr (BjtDoorSet) doors = NULL;

  if (category == BJT_NO_INDEX)
    return bjt_cli_usage (_("there is no category “%s”"), options->category);
  doors = bjt_door_set_new (picture->doors->len);
  for (guint32 d = 0; d < picture->doors->len; d++)
    if ((bjt_picture_get_door_state (picture, d)->categories >> category & 1) != 0)
      bjt_door_set_add (doors, d);
  bjt_route_wish_add_doors (wish, picture, doors, options->grid);
  return BJT_EXIT_GOOD;
}

/* Those of a campaign who are left; of the grid alone when one is named. */
static BjtExit
add_campaign (BjtWorkspace      *workspace,
              const PlanOptions *options,
              BjtRouteWish      *wish)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  GError           *error = NULL;
  g_autoptr (BjtCampaignReport) report = bjt_workspace_load_campaign (workspace, options->campaign, &error);
  g_autoptr (BjtDoorSet) doors = report != NULL ? bjt_campaign_report_dup_doors (report, picture, BJT_CAMPAIGN_OPEN) : NULL;

  if (doors == NULL)
    return bjt_cli_refuse (error);
  bjt_route_wish_add_doors (wish, picture, doors, options->grid);
  return BJT_EXIT_GOOD;
}

static BjtExit
add_doors (BjtWorkspace      *workspace,
           const PlanOptions *options,
           BjtRouteWish      *wish)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  BjtExit           exit_code = BJT_EXIT_GOOD;

  if (options->grid > 0 && bjt_picture_find_grid (picture, options->grid) == BJT_NO_INDEX)
    return bjt_cli_usage (_("there is no grid %d"), options->grid);
  if (options->due)
    bjt_route_wish_add_due (wish, picture, options->grid);
  if (options->category != NULL)
    exit_code = add_category (workspace, options, wish);
  if (exit_code == BJT_EXIT_GOOD && options->campaign != NULL)
    exit_code = add_campaign (workspace, options, wish);
  for (guint i = 0; exit_code == BJT_EXIT_GOOD && options->doors != NULL && options->doors[i] != NULL; i++)
    {
      guint32 door = bjt_cli_find_door (workspace, options->doors[i]);

      if (door == BJT_NO_INDEX)
        return BJT_EXIT_REFUSED;
      bjt_route_wish_add_door (wish, &bjt_picture_get_door (picture, door)->id);
    }
  return exit_code;
}

static BjtExit
fill_wish (BjtWorkspace      *workspace,
           const PlanOptions *options,
           BjtRouteWish      *wish)
{
  BjtExit exit_code;

  wish->n_days = (guint) MAX (options->n_days, 1);
  wish->grid = options->grid;
  wish->no_lunch = options->no_lunch;
  wish->seed = (guint64) options->seed;
  wish->balance = options->balance;
  if (options->seconds > 0)
    wish->n_rounds = 0;
  if (options->rounds > 0)
    wish->n_rounds = (guint64) options->rounds;
  wish->seconds = options->seconds;
  if ((exit_code = add_workers (workspace, options, wish)) != BJT_EXIT_GOOD || (exit_code = read_start (workspace, options, wish)) != BJT_EXIT_GOOD)
    return exit_code;
  return add_doors (workspace, options, wish);
}

static BjtExit
finish (BjtCli               *cli,
        BjtWorkspace         *workspace,
        const PlanOptions    *options,
        const BjtVisitRoutes *routes)
{
  g_autofree char *number = NULL;
  GError          *error = NULL;

  if (options->save && (number = bjt_workspace_save_visit_plan (workspace, routes, NULL, &error)) == NULL)
    return bjt_cli_refuse (error);
  if (options->paper.output != NULL && !bjt_route_paper_write (&options->paper, workspace, routes, number, &error))
    return bjt_cli_refuse (error);
  if (options->paper.output == NULL)
    bjt_route_words_print (routes, cli->format);
  bjt_route_words_tell (routes);
  if (number != NULL)
    g_print ("%s\n", number);
  return BJT_EXIT_GOOD;
}

static BjtExit
plan (BjtCli      *cli,
      PlanOptions *options)
{
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtRouteWish) wish = NULL;
  g_autoptr (BjtVisitRoutes) routes = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  wish = bjt_route_wish_new (options->on != BJT_DATE_NONE ? options->on : bjt_workspace_get_today (workspace));
  exit_code = fill_wish (workspace, options, wish);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  routes = bjt_workspace_plan_routes (workspace, wish, NULL, &error);
  return routes != NULL ? finish (cli, workspace, options, routes) : bjt_cli_refuse (error);
}

BjtExit
bjt_route_plan_run (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  g_auto (PlanOptions) options = { .on = BJT_DATE_NONE, .n_workers = 1, .n_days = 1, .seed = 1, .balance = -1 };
  GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_NONE, &options.due, N_ ("Those who are due by then"), NULL },
    { "grid", 0, 0, G_OPTION_ARG_INT, &options.grid, N_ ("Of this grid only"), N_ ("N") },
    { "category", 0, 0, G_OPTION_ARG_STRING, &options.category, N_ ("All doors with somebody of this category"), N_ ("CODE") },
    { "campaign", 0, 0, G_OPTION_ARG_STRING, &options.campaign, N_ ("Those of this campaign who are left"), N_ ("NAME") },
    { "door", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.doors, N_ ("This door; may be given several times"), N_ ("DOOR") },
    { "workers", 0, 0, G_OPTION_ARG_INT, &options.n_workers, N_ ("How many go"), N_ ("N") },
    { "staff", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.staff, N_ ("Who of the staff goes; may be given several times"), N_ ("NAME") },
    { "women", 0, 0, G_OPTION_ARG_STRING, &options.women, N_ ("Which of them are women: how many of the first, or names with commas"), N_ ("N|NAMES") },
    { "pair", 0, 0, G_OPTION_ARG_NONE, &options.pair, N_ ("Two go together wherever one is named"), NULL },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options.day, N_ ("The first day; today when left out"), N_ ("DAY") },
    { "days", 0, 0, G_OPTION_ARG_INT, &options.n_days, N_ ("How many days"), N_ ("N") },
    { "shift", 0, 0, G_OPTION_ARG_STRING, &options.shift, N_ ("When they work, such as 09:00-12:00"), N_ ("HOURS") },
    { "no-lunch", 0, 0, G_OPTION_ARG_NONE, &options.no_lunch, N_ ("Without a break"), NULL },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options.start, N_ ("Where they set out and come back to: LON,LAT or a door"), N_ ("PLACE") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &options.open, N_ ("From the first door to the last, from nowhere else"), NULL },
    { "balance", 0, 0, G_OPTION_ARG_DOUBLE, &options.balance, N_ ("Minutes of way that a minute of work above the mean counts, from 0 to 10; as the rules say when left out"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed, N_ ("The same seed and rounds, the same plan"), N_ ("N") },
    { "rounds", 0, 0, G_OPTION_ARG_INT64, &options.rounds, N_ ("How long to search"), N_ ("N") },
    { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &options.seconds, N_ ("… or by the clock of the processor"), N_ ("N") },
    { "save", 0, 0, G_OPTION_ARG_NONE, &options.save, N_ ("Keep it under a number"), NULL },
    BJT_ROUTE_PAPER_ENTRIES (options.paper),
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("plan", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1 || (!options.due && options.category == NULL && options.campaign == NULL && options.doors == NULL))
    return bjt_cli_usage (_("whom to visit? bjt route plan --due|--category CODE|--campaign NAME|--door DOOR [--grid N] [--workers N] [--day DAY] [--seed N] [-o FILE]"));
  if (!(options.balance == -1 || (options.balance >= 0 && options.balance <= 10)))
    return bjt_cli_usage (_("--balance is a number from 0 to 10"));
  if ((exit_code = bjt_work_words_read_day ("--day", options.day, &options.on)) != BJT_EXIT_GOOD
      || (exit_code = bjt_route_paper_check (&options.paper)) != BJT_EXIT_GOOD)
    return exit_code;
  return plan (cli, &options);
}
