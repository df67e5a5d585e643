/* bjt-cli.h: what the commands of bjt share.
 */
#pragma once

#include <glib/gi18n.h>

#include "model/bjt-door-set.h"
#include "workspace/bjt-listing.h"
#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_EXIT_GOOD = 0,
  BJT_EXIT_REFUSED = 1,
  BJT_EXIT_USAGE = 2,
} BjtExit;

typedef struct
{
  char            *db;
  char            *by;
  BjtClock         clock;
  BjtListingFormat format;
} BjtCli;

typedef BjtExit (*BjtCommandFunc) (BjtCli *cli, int argc, char **argv);

typedef struct
{
  const char    *name;
  const char    *usage;   /* what follows the name */
  const char    *summary; /* msgid */
  BjtCommandFunc func;
} BjtCommand;

/* Each prints one clear line on stderr and returns the exit code. */
BjtExit bjt_cli_refuse (GError *error);
BjtExit bjt_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Parses the options of a command; FALSE after printing why (or the help). */
gboolean bjt_cli_parse (const char *usage, const GOptionEntry *entries, int *argc, char ***argv, BjtExit *exit_code);

/* Opens the community named by --db (or BJT_DB); NULL after printing why. */
BjtWorkspace *bjt_cli_open (BjtCli *cli, BjtExit *exit_code);

/* The one door that an address or a search finds; BJT_NO_INDEX after printing why. */
guint32 bjt_cli_find_door (BjtWorkspace *workspace, const char *text);

/* The one building of a label or name: 3, 山水宜家 3; BJT_NO_INDEX after printing why. */
guint32 bjt_cli_find_building (BjtWorkspace *workspace, const char *text);

/* The doors inside a ring of "lon,lat lon,lat …"; NULL after printing why. */
BjtDoorSet *bjt_cli_find_within (BjtWorkspace *workspace, const char *ring, BjtExit *exit_code);

/* Progress of long work, only on a terminal. */
void bjt_cli_show_progress (double fraction, gpointer user_data);

BjtExit bjt_command_new (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_demo (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_import (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_building (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_calendar (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_campaign (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_address (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_check (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_stats (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_search (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_show (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_due (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_visit (BjtCli *cli, int argc, char **argv);
BjtExit  bjt_command_visits (BjtCli *cli, int argc, char **argv); /* list, correct, remove */
gboolean bjt_command_visits_has (const char *name);
BjtExit bjt_command_event (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_period (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_cadence (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_issue (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_concern (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_meeting (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_notice (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_staff (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_partner (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_measure (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_map (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_mark (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_note (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_class (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_grids (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_overlay (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_undo (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_redo (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_journal (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_print (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_prints (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_export (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_fill (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_floor_plans (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_plan_export (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_plan (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_plan_import (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_plan_place (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_patrol (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_task (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_route (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_route_solve (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_service (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_order (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_message (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_person (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_log (BjtCli *cli, int argc, char **argv);
BjtExit bjt_command_tiles (BjtCli *cli, int argc, char **argv);

G_END_DECLS
