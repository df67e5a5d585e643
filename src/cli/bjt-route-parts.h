/* bjt-route-parts.h: the parts of bjt route; argv[0] is the name of the part.
 */
#pragma once

#include "bjt-cli.h"

G_BEGIN_DECLS

BjtExit bjt_route_matrix_run (BjtCli *cli, int argc, char **argv);
BjtExit bjt_route_gates_run (BjtCli *cli, int argc, char **argv);
BjtExit bjt_route_rules_run (BjtCli *cli, int argc, char **argv);
BjtExit bjt_route_plan_run (BjtCli *cli, int argc, char **argv);
BjtExit bjt_route_kept_run (BjtCli *cli, int argc, char **argv); /* list, show, move, insert, drop, pin, unpin, note, close, replan, print, remove */

G_END_DECLS
