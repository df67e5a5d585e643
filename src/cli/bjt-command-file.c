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
  if (argc != 2 || name == NULL)
    return bjt_cli_usage (_("use: bjt new FILE --name NAME"));
  return bjt_workspace_create (argv[1], name, &cli->clock, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_check (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  static const char *const columns[] = { "finding", NULL };
  const char              *path = argc > 1 ? argv[1] : cli->db;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (BjtListing) listing = NULL;
  GError *error = NULL;

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
