/* bjt-command-plan-draw.h: the words of `bjt plan` that draw: trace, draw, edit,
 * repeat, check.
 */
#pragma once

#include "bjt-cli.h"

G_BEGIN_DECLS

gboolean bjt_command_plan_draw_knows (const char *word);
BjtExit  bjt_command_plan_draw (BjtCli *cli, int argc, char **argv); /* argv[1] is the word */

G_END_DECLS
