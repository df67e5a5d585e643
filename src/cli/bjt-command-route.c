/* bjt-command-route.c: bjt route: hands each part its words. */
#include <string.h>

#include "bjt-route-parts.h"

static const struct
{
  const char    *name;
  BjtCommandFunc func;
} parts[] = {
  { "plan", bjt_route_plan_run }, { "matrix", bjt_route_matrix_run }, { "gates", bjt_route_gates_run }, { "rules", bjt_route_rules_run },
  { "list", bjt_route_kept_run }, { "show", bjt_route_kept_run }, { "move", bjt_route_kept_run }, { "insert", bjt_route_kept_run },
  { "drop", bjt_route_kept_run }, { "pin", bjt_route_kept_run }, { "unpin", bjt_route_kept_run }, { "replan", bjt_route_kept_run },
  { "note", bjt_route_kept_run }, { "close", bjt_route_kept_run }, { "remove", bjt_route_kept_run }, { "solve", bjt_command_route_solve },
};

BjtExit
bjt_command_route (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (strcmp (argv[1], parts[i].name) == 0)
      return parts[i].func (cli, argc - 1, argv + 1);
  return bjt_cli_usage (_("use: bjt route plan|matrix|gates|rules|list|show|move|insert|drop|pin|unpin|replan|note|close|remove|solve …"));
}
