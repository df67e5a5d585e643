/* bjt-command-sources.h: the words of `bjt tiles` that work on the user's list of
 * base maps.
 */
#pragma once

#include "bjt-cli.h"

G_BEGIN_DECLS

gboolean bjt_command_sources_knows (const char *word);
BjtExit  bjt_command_sources (BjtCli *cli, int argc, char **argv);

G_END_DECLS
