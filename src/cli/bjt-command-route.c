/* bjt-command-route.c: route: finds the part that was asked for. */
#include "bjt-cli.h"

#include <string.h>

typedef struct
{
  const char    *name;
  BjtCommandFunc func;
} Part;

static const Part parts[] = {
  { "solve", bjt_command_route_solve },
};

BjtExit
bjt_command_route (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts) && argc > 1; i++)
    if (strcmp (argv[1], parts[i].name) == 0)
      return parts[i].func (cli, argc - 1, argv + 1);
  return bjt_cli_usage (_("use: bjt route solve …"));
}
