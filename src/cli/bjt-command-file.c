/* bjt-command-file.c: new, demo, check: the file as a whole. */
#include "bjt-cli.h"

BjtExit
bjt_command_new (BjtCli *cli,
                 int     argc,
                 char  **argv)
{
  g_autofree char *name = NULL;
  GOptionEntry     entries[] = {
    { "name", 'n', 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the community"), N_ ("NAME") },
    { NULL },
  };
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("FILE", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2 || name == NULL || *name == '\0')
    return bjt_cli_usage (_("use: bjt new FILE --name NAME"));
  return bjt_workspace_create (argv[1], name, &cli->clock, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* The history of a sample ends on the day of --as-of. */
BjtExit
bjt_command_demo (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  g_autofree char *profile = NULL;
  int              seed = 2017, n_doors = 100000, n_visits = 0, n_issues = 0;
  GOptionEntry     entries[] = {
    { "profile", 'p', 0, G_OPTION_ARG_STRING, &profile, N_ ("Which community: jiangbei, jiabei, stress"), N_ ("NAME") },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("What everything invented follows from"), "N" },
    { "doors", 0, 0, G_OPTION_ARG_INT, &n_doors, N_ ("How many doors the stress community has"), "N" },
    { "visits", 0, 0, G_OPTION_ARG_INT, &n_visits, N_ ("How many visits it has; else as many as fit it"), "N" },
    { "issues", 0, 0, G_OPTION_ARG_INT, &n_issues, N_ ("How many issues it has; else as many as fit it"), "N" },
    { NULL },
  };
  BjtSampleOptions options = { 0 };
  GError          *error = NULL;
  BjtExit          exit_code;

  if (!bjt_cli_parse ("FILE", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 2 || n_doors < 1 || n_visits < 0 || n_issues < 0)
    return bjt_cli_usage (_("use: bjt demo FILE [--profile jiangbei|jiabei|stress] [--seed N] [--doors N] [--visits N] [--issues N]"));
  options.profile = profile != NULL ? profile : "jiangbei";
  options.seed = (guint) seed;
  options.n_doors = (guint) n_doors;
  options.n_visits = (guint) n_visits;
  options.n_issues = (guint) n_issues;
  return bjt_workspace_create_sample (argv[1], &options, &cli->clock, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_check (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  static const char *const columns[] = { "finding", NULL };
  const char              *path;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (BjtListing) listing = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("[FILE]", NULL, &argc, &argv, &exit_code))
    return exit_code;
  path = argc > 1 ? argv[1] : cli->db;
  if (path == NULL || argc > 2)
    return bjt_cli_usage (_("use: bjt check FILE"));
  findings = bjt_workspace_check (path, &error);
  if (findings == NULL)
    return bjt_cli_refuse (error);
  listing = bjt_listing_new (columns);
  for (guint i = 0; i < findings->len; i++)
    bjt_listing_add_text (listing, findings->pdata[i]);
  if (findings->len > 0 || cli->format != BJT_LISTING_TABLE)
    bjt_listing_print (listing, cli->format);
  else
    g_print (_("%s is sound\n"), path);
  return findings->len > 0 ? BJT_EXIT_REFUSED : BJT_EXIT_GOOD;
}
