/* bjt-command-undo.c: undo, redo, journal. */
#include "bjt-cli.h"

static BjtExit
replay (BjtCli  *cli,
        gboolean undo)
{
  BjtExit exit_code;
  g_autoptr (BjtWorkspace) workspace = bjt_cli_open (cli, &exit_code);
  g_autoptr (BjtAction) action = NULL;
  GError *error = NULL;

  if (workspace == NULL)
    return exit_code;
  action = undo ? bjt_workspace_peek_undo (workspace) : bjt_workspace_peek_redo (workspace);
  if (!(undo ? bjt_workspace_undo (workspace, &error) : bjt_workspace_redo (workspace, &error)))
    return bjt_cli_refuse (error);
  g_print ("%s %s\n", action->kind, action->subject != NULL ? action->subject : "");
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_command_undo (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  return argc == 1 ? replay (cli, TRUE) : bjt_cli_usage (_("use: bjt undo"));
}

BjtExit
bjt_command_redo (BjtCli *cli,
                  int     argc,
                  char  **argv)
{
  return argc == 1 ? replay (cli, FALSE) : bjt_cli_usage (_("use: bjt redo"));
}

BjtExit
bjt_command_journal (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  static const char *const columns[] = { "number", "happened_at", "by", "kind", "subject", "changes", "undone", NULL };
  int                      limit = 50;
  GOptionEntry             entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("How many, newest first"), N_ ("N") },
    { NULL },
  };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1)
    return bjt_cli_usage (_("use: bjt journal [--limit N]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  actions = bjt_workspace_list_actions (workspace, (guint) MAX (limit, 1), &error);
  if (actions == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < actions->len; i++)
    {
      const BjtAction *action = actions->pdata[i];
      char             time[BJT_TIME_STRING_SIZE];

      bjt_time_format (action->happened_at, time);
      bjt_listing_add_int (listing, (gint64) action->number);
      bjt_listing_add_text (listing, time);
      bjt_listing_add_text (listing, action->by);
      bjt_listing_add_text (listing, action->kind);
      bjt_listing_add_text (listing, action->subject);
      bjt_listing_add_int (listing, action->n_changes);
      bjt_listing_add_int (listing, action->is_undone);
    }
  bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}
