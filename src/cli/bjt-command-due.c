/* bjt-command-due.c: who is to be visited, in the order of the feet, and why. */
#include "base/bjt-text.h"
#include "bjt-cli.h"
#include "rules/bjt-due-list.h"
#include "workspace/bjt-names.h"

/* The name of a rule about a restricted category tells what somebody is, and so
 * does whom it is about. */
static gboolean
is_told (const BjtPicture *picture,
         guint32           rule)
{
  const BjtPictureCadenceRule *r = bjt_picture_get_cadence_rule (picture, rule);

  return r->category == BJT_NO_INDEX || !bjt_picture_get_category (picture, r->category)->is_restricted;
}

static char *
dup_reason (const BjtPicture *picture,
            const BjtDueLine *line)
{
  const BjtPictureCadenceRule *rule;
  g_autofree char             *every = NULL;

  if (line->reason == BJT_DUE_AGREED)
    return g_strdup ("agreed");
  rule = bjt_picture_get_cadence_rule (picture, line->rule);
  every = bjt_interval_dup_string (rule->every.n > 0 ? rule->every : rule->event_within);
  return g_strdup_printf ("%s %s", is_told (picture, line->rule) ? rule->code : "restricted", every);
}

static char *
dup_whom (const BjtPicture *picture,
          const BjtDueLine *line)
{
  const char *name = line->person != BJT_NO_INDEX && is_told (picture, line->rule) ? bjt_picture_get_person (picture, line->person)->name : NULL;

  return name != NULL ? bjt_text_mask_name (name) : NULL;
}

static void
add_line (BjtListing       *listing,
          const BjtPicture *picture,
          const BjtDueLine *line)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (picture, line->door);

  bjt_listing_take_text (listing, bjt_picture_dup_door_name (picture, line->door));
  bjt_listing_take_text (listing, bjt_date_dup_string (line->due_on));
  bjt_listing_add_int (listing, line->days_late);
  bjt_listing_take_text (listing, dup_reason (picture, line));
  bjt_listing_take_text (listing, dup_whom (picture, line));
  bjt_listing_take_text (listing, bjt_date_dup_string (state->last_contact_on));
  bjt_listing_take_text (listing, bjt_date_dup_string (state->last_visit_on));
}

static BjtExit
read_query (const BjtPicture *picture,
            int               grid,
            const char       *on,
            int               within,
            BjtDueQuery      *query)
{
  *query = BJT_DUE_QUERY_ALL;
  query->within_days = within;
  if (grid > 0 && (query->grid = bjt_picture_find_grid (picture, grid)) == BJT_NO_INDEX)
    return bjt_cli_usage (_("there is no grid %d"), grid);
  if (on != NULL && (query->on = bjt_date_parse (on)) == BJT_DATE_NONE)
    return bjt_cli_usage (_("%s wants a day like 2026-11-22, not “%s”"), "--on", on);
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_command_due (BjtCli *cli,
                 int     argc,
                 char  **argv)
{
  static const char *const columns[] = { "place", "due_on", "days_late", "reason", "person", "last_contact_on", "last_visit_on", NULL };
  g_autofree char *on = NULL;
  int              grid = 0, within = 0;
  GOptionEntry     entries[] = {
    { "grid", 0, 0, G_OPTION_ARG_INT, &grid, N_ ("Of this grid only"), N_ ("N") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("Due on this day; today when left out"), N_ ("DATE") },
    { "within", 0, 0, G_OPTION_ARG_INT, &within, N_ ("… or up to so many days later"), N_ ("DAYS") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GArray) lines = NULL;
  BjtDueQuery query;
  BjtExit     exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1 || within < 0)
    return bjt_cli_usage (_("use: bjt due [--grid N] [--on DATE] [--within DAYS]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  exit_code = read_query (bjt_workspace_get_picture (workspace), grid, on, within, &query);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  lines = bjt_due_list_find (bjt_workspace_get_picture (workspace), &query);
  for (guint i = 0; i < lines->len; i++)
    add_line (listing, bjt_workspace_get_picture (workspace), &g_array_index (lines, BjtDueLine, i));
  bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}
