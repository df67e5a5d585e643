/* bjt-command-visit.c: visit: the daily work. */
#include "bjt-cli.h"
#include "workspace/bjt-names.h"
#include "workspace/bjt-workspace-visits.h"

static BjtExit
read_date (const char *option,
           const char *text,
           BjtDate    *date)
{
  if (text == NULL)
    return BJT_EXIT_GOOD;
  *date = bjt_date_parse (text);
  return *date != BJT_DATE_NONE ? BJT_EXIT_GOOD : bjt_cli_usage (_("%s wants a day like 2026-11-22, not “%s”"), option, text);
}

static gboolean
find_person (const BjtPicture *picture,
             guint32           door,
             const char       *name,
             BjtUuid          *id)
{
  BjtRun households = bjt_picture_get_door (picture, door)->households;

  for (guint32 h = households.first; h < households.first + households.n; h++)
    {
      BjtRun members = bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members.first; m < members.first + members.n; m++)
        {
          const BjtPicturePerson *person = bjt_picture_get_person (picture, bjt_picture_get_member (picture, m)->person);

          if (g_strcmp0 (person->name, name) == 0)
            {
              *id = person->id;
              return TRUE;
            }
        }
    }
  return FALSE;
}

static GArray *
list_persons (const BjtPicture  *picture,
              guint32            door,
              const char *const *names,
              BjtExit           *exit_code)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (; names != NULL && *names != NULL; names++)
    {
      BjtUuid id;

      if (!find_person (picture, door, *names, &id))
        {
          *exit_code = bjt_cli_usage (_("nobody named “%s” lives there or is registered there"), *names);
          return NULL;
        }
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static BjtIssue *
make_found_issue (const char *title)
{
  BjtIssue *issue = bjt_issue_new ();

  issue->title = g_strdup (title);
  issue->source = g_strdup (BJT_SOURCE_VISIT);
  return issue;
}

BjtExit
bjt_command_visit (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  g_autofree char *outcome = NULL;
  g_autofree char *on = NULL;
  g_autofree char *next = NULL;
  g_autofree char *note = NULL;
  g_autofree char *purposes = NULL;
  g_autofree char *query = NULL;
  g_autofree char *mode = NULL;
  g_autofree char *title = NULL;
  g_auto (GStrv) names = NULL;
  g_autoptr (GArray) persons = NULL;
  g_autoptr (BjtIssue) issue = NULL;
  GOptionEntry     entries[] = {
    { "outcome", 'o', 0, G_OPTION_ARG_STRING, &outcome, N_ ("met, phoned, heard, absent, refused, note_left, no_access, moved or died"), N_ ("WORD") },
    { "mode", 0, 0, G_OPTION_ARG_STRING, &mode, N_ ("home, outside, phone, video, neighbour, relative or third"), N_ ("WORD") },
    { "person", 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, N_ ("Who was met; the whole household when left out"), N_ ("NAME") },
    { "issue", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("An issue to report from this visit"), N_ ("TEXT") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("Day of the visit; today when left out"), N_ ("DATE") },
    { "next", 0, 0, G_OPTION_ARG_STRING, &next, N_ ("Day agreed for the next one"), N_ ("DATE") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &note, N_ ("What there is to remember"), N_ ("TEXT") },
    { "purposes", 0, 0, G_OPTION_ARG_STRING, &purposes, N_ ("What it was for"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (BjtVisit) visit = bjt_visit_new ();
  g_autoptr (BjtWorkspace) workspace = NULL;
  BjtVisitDraft draft;
  GError *error = NULL;
  BjtExit exit_code;
  guint32 door;

  if (argc > 1 && bjt_command_visits_has (argv[1]))
    return bjt_command_visits (cli, argc, argv);
  if (!bjt_cli_parse ("DOOR", entries, &argc, &argv, &exit_code))
    return exit_code;
  visit->outcome = outcome != NULL ? bjt_names_find_outcome (outcome) : BJT_OUTCOME_MET;
  visit->mode = mode != NULL ? bjt_names_find_visit_mode (mode) : visit->outcome == BJT_OUTCOME_PHONED ? BJT_MODE_PHONE : BJT_MODE_HOME;
  if (argc < 2 || visit->outcome < 0 || visit->mode < 0)
    return bjt_cli_usage (_("use: bjt visit DOOR [--outcome met|phoned|heard|absent|refused|note_left|no_access|moved|died] [--on DATE] [--note TEXT]"));
  visit->visited_on = bjt_clock_get_today (&cli->clock);
  if ((exit_code = read_date ("--on", on, &visit->visited_on)) != BJT_EXIT_GOOD
      || (exit_code = read_date ("--next", next, &visit->next_on)) != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  query = g_strjoinv (" ", argv + 1);
  door = bjt_cli_find_door (workspace, query);
  if (door == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  visit->door_id = bjt_picture_get_door (bjt_workspace_get_picture (workspace), door)->id;
  visit->note = g_steal_pointer (&note);
  visit->purposes = g_steal_pointer (&purposes);
  persons = list_persons (bjt_workspace_get_picture (workspace), door, (const char *const *) names, &exit_code);
  if (persons == NULL)
    return exit_code;
  issue = title != NULL ? make_found_issue (title) : NULL;
  draft = (BjtVisitDraft) { visit, (const BjtUuid *) (gpointer) persons->data, persons->len, issue, NULL };
  return bjt_workspace_record_visit (workspace, &draft, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}
