/* bjt-command-work.c: visit and issue: the daily work. */
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

static BjtIssueKind *
find_kind (const GPtrArray *kinds,
           const char      *code)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      BjtIssueKind *kind = kinds->pdata[i];

      if (g_strcmp0 (kind->code, code) == 0 || g_strcmp0 (kind->name, code) == 0)
        return kind;
    }
  return NULL;
}

static BjtExit
fill_place (BjtWorkspace *workspace,
            const char   *query,
            gboolean      shared,
            BjtIssue     *issue)
{
  const BjtPicture     *picture = bjt_workspace_get_picture (workspace);
  guint32               index = bjt_cli_find_door (workspace, query);
  const BjtPictureDoor *door;

  if (index == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  door = bjt_picture_get_door (picture, index);
  if (!shared)
    issue->door_id = door->id;
  else if (door->entrance != BJT_NO_INDEX)
    issue->entrance_id = bjt_picture_get_entrance (picture, door->entrance)->id;
  else
    issue->building_id = bjt_picture_get_building (picture, door->building)->id;
  return BJT_EXIT_GOOD;
}

static BjtExit
report_issue (BjtCli *cli,
              int     argc,
              char  **argv)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  g_autofree char *kind_code = NULL;
  g_autofree char *query = NULL;
  gboolean         shared = FALSE;
  GOptionEntry     entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &issue->title, N_ ("What is wrong, in a few words"), N_ ("TEXT") },
    { "description", 0, 0, G_OPTION_ARG_STRING, &issue->description, N_ ("All there is to say"), N_ ("TEXT") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind_code, N_ ("Code or name of its kind"), N_ ("KIND") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &issue->source, N_ ("How it became known"), N_ ("TEXT") },
    { "department", 0, 0, G_OPTION_ARG_STRING, &issue->department, N_ ("Who has to settle it"), N_ ("TEXT") },
    { "quantity", 0, 0, G_OPTION_ARG_DOUBLE, &issue->quantity, N_ ("How many, in the unit of its kind"), N_ ("N") },
    { "shared", 0, 0, G_OPTION_ARG_NONE, &shared, N_ ("In the common space of the entrance"), NULL },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) kinds = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse ("DOOR", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2 || issue->title == NULL)
    return bjt_cli_usage (_("use: bjt issue report DOOR --title TEXT [--kind KIND] [--shared]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  kinds = bjt_workspace_list_issue_kinds (workspace, &error);
  if (kinds == NULL)
    return bjt_cli_refuse (error);
  if (kind_code != NULL)
    {
      const BjtIssueKind *kind = find_kind (kinds, kind_code);

      if (kind == NULL)
        return bjt_cli_usage (_("there is no kind of issue “%s”"), kind_code);
      issue->kind_id = kind->id;
    }
  query = g_strjoinv (" ", argv + 1);
  exit_code = fill_place (workspace, query, shared, issue);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  if (!bjt_workspace_report_issue (workspace, issue, &error))
    return bjt_cli_refuse (error);
  g_print ("%s\n", issue->number);
  return BJT_EXIT_GOOD;
}

static char *
dup_issue_place (const BjtPicture *picture,
                 const BjtIssue   *issue)
{
  guint32 door = bjt_picture_find_door (picture, &issue->door_id);

  return door != BJT_NO_INDEX ? bjt_picture_dup_door_name (picture, door) : NULL;
}

static BjtExit
list_issues (BjtCli *cli,
             int     argc,
             char  **argv)
{
  static const char *const columns[] = { "number", "status", "reported_on", "due_on", "place", "department", "title", NULL };
  gboolean                 all = FALSE;
  GOptionEntry             entries[] = {
    { "all", 'a', 0, G_OPTION_ARG_NONE, &all, N_ ("Closed ones too"), NULL },
    { NULL },
  };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1)
    return bjt_cli_usage (_("use: bjt issue list [--all]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  issues = bjt_workspace_list_issues (workspace, NULL, !all, &error);
  if (issues == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue *issue = issues->pdata[i];

      bjt_listing_add_text (listing, issue->number);
      bjt_listing_add_text (listing, bjt_names_of_status (issue->status));
      bjt_listing_take_text (listing, bjt_date_dup_string (issue->reported_on));
      bjt_listing_take_text (listing, bjt_date_dup_string (issue->due_on));
      bjt_listing_take_text (listing, dup_issue_place (bjt_workspace_get_picture (workspace), issue));
      bjt_listing_add_text (listing, issue->department);
      bjt_listing_add_text (listing, issue->title);
    }
  bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}

static BjtIssue *
find_issue (BjtWorkspace *workspace,
            const char   *number,
            GError      **error)
{
  g_autoptr (GPtrArray) issues = bjt_workspace_list_issues (workspace, NULL, FALSE, error);

  for (guint i = 0; issues != NULL && i < issues->len; i++)
    if (g_strcmp0 (((BjtIssue *) issues->pdata[i])->number, number) == 0)
      return bjt_issue_copy (issues->pdata[i]);
  if (issues != NULL)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no issue %s"), number);
  return NULL;
}

static BjtExit
show_issue (BjtCli *cli,
            int     argc,
            char  **argv)
{
  static const char *const columns[] = { "happened_at", "step", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtIssue) issue = NULL;
  g_autoptr (GPtrArray) events = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (argc != 2)
    return bjt_cli_usage (_("use: bjt issue show NUMBER"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  issue = find_issue (workspace, argv[1], &error);
  events = issue != NULL ? bjt_workspace_list_issue_events (workspace, &issue->id, &error) : NULL;
  if (events == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < events->len; i++)
    {
      const BjtIssueEvent *event = events->pdata[i];
      char                 time[BJT_TIME_STRING_SIZE];

      bjt_time_format (event->happened_at, time);
      bjt_listing_add_text (listing, time);
      bjt_listing_add_text (listing, event->step);
      bjt_listing_add_text (listing, event->note);
    }
  bjt_listing_print (listing, cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
advance_issue (BjtCli *cli,
               int     argc,
               char  **argv)
{
  g_autofree char *note = NULL;
  GOptionEntry     entries[] = {
    { "note", 'n', 0, G_OPTION_ARG_STRING, &note, N_ ("What was done"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtIssue) issue = NULL;
  GError *error = NULL;
  BjtExit exit_code;
  int     status;

  if (!bjt_cli_parse ("NUMBER STATUS", entries, &argc, &argv, &exit_code))
    return exit_code;
  status = argc == 3 ? bjt_names_find_status (argv[2]) : -1;
  if (status < 0)
    return bjt_cli_usage (_("use: bjt issue advance NUMBER accepted|dispatched|handled|verified|closed [--note TEXT]"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  issue = find_issue (workspace, argv[1], &error);
  if (issue == NULL || !bjt_workspace_advance_issue (workspace, &issue->id, status, note, &error))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_command_issue (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  static const struct
  {
    const char    *name;
    BjtCommandFunc func;
  } parts[] = {
    { "report", report_issue },
    { "list", list_issues },
    { "show", show_issue },
    { "advance", advance_issue },
  };

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      return parts[i].func (cli, argc - 1, argv + 1);
  return bjt_cli_usage (_("use: bjt issue report|list|show|advance …"));
}
