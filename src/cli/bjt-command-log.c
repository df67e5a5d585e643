/* bjt-command-log.c: the log of a grid and day, as text. */
#include "bjt-work-words.h"

#include "print/bjt-day-log-sheet.h"
#include "workspace/bjt-workspace-day-log.h"

BjtExit
bjt_command_log (BjtCli *cli,
                 int     argc,
                 char  **argv)
{
  g_autofree char *on = NULL;
  g_autofree char *note = NULL;
  g_autofree char *language = NULL;
  gboolean         confirm = FALSE, reopen = FALSE, mine = FALSE;
  int              grid = 0;
  GOptionEntry     entries[] = {
    { "grid", 'g', 0, G_OPTION_ARG_INT, &grid, N_ ("Number of the grid"), N_ ("N") },
    { "mine", 0, 0, G_OPTION_ARG_NONE, &mine, N_ ("Only what --by NAME did"), NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("The day; today when left out"), N_ ("DAY") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &note, N_ ("What the records do not say"), N_ ("TEXT") },
    { "confirm", 0, 0, G_OPTION_ARG_NONE, &confirm, N_ ("Confirm the log"), NULL },
    { "reopen", 0, 0, G_OPTION_ARG_NONE, &reopen, N_ ("Open a confirmed log again"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the sheet: zh or en"), N_ ("WORD") },
    { NULL },
  };
  BjtDayLogScope scope = { BJT_NO_INDEX, BJT_UUID_NIL, BJT_DATE_NONE };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtDayReport) report = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code)
      || (exit_code = bjt_work_words_read_day ("--on", on, &scope.on)) != BJT_EXIT_GOOD)
    return exit_code;
  if (argc != 1)
    return bjt_cli_usage (_("use: bjt log [--grid N] [--on DAY] [--note TEXT] [--confirm]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  scope.grid = grid > 0 ? bjt_picture_find_grid (bjt_workspace_get_picture (workspace), grid) : BJT_NO_INDEX;
  if (grid > 0 && scope.grid == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), grid));
  if (mine)
    scope.staff_id = *bjt_workspace_get_staff (workspace);
  if ((reopen && !bjt_workspace_confirm_day_log (workspace, &scope, FALSE, &error))
      || (note != NULL && !bjt_workspace_note_day_log (workspace, &scope, note, &error))
      || (confirm && !bjt_workspace_confirm_day_log (workspace, &scope, TRUE, &error)))
    return bjt_cli_refuse (error);
  report = bjt_workspace_load_day_report (workspace, &scope, &error);
  if (report == NULL)
    return bjt_cli_refuse (error);
  text = bjt_day_log_dup_text (report, g_strcmp0 (language, "en") == 0 ? BJT_SHEET_ENGLISH : BJT_SHEET_CHINESE);
  g_print ("%s", text);
  return BJT_EXIT_GOOD;
}
