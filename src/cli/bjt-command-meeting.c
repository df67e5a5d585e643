/* bjt-command-meeting.c: meeting: agendas of issues, decisions, and their tasks.
 * Topics go by their place on the agenda, from 1. */
#include "bjt-issue-words.h"
#include "bjt-work-words.h"
#include "workspace/bjt-workspace-meetings.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *on, *kind, *title, *place, *chair, *attendees, *note;
  char         *decision, *responsible, *due, *step, *partner;
  int           votes_for, votes_against;
  gboolean      proposed, all;
  char        **arguments;
  guint         n_arguments;
} Meeting;

static void
meeting_clear (Meeting *self)
{
  char **const all[] = { &self->on, &self->kind, &self->title, &self->place, &self->chair, &self->attendees, &self->note,
                         &self->decision, &self->responsible, &self->due, &self->step, &self->partner };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meeting, meeting_clear)

/* Meetings */

static BjtExit
run_plan (Meeting *self)
{
  g_autoptr (BjtMeeting) meeting = bjt_meeting_new ();
  g_autofree char *key = NULL;
  GError *error = NULL;
  BjtExit exit_code = bjt_work_words_read_day ("--on", self->on, &meeting->held_on);

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  if (self->n_arguments != 0 || self->on == NULL)
    return bjt_cli_usage (_("use: bjt meeting plan --on DAY [--kind TEXT] [--title TEXT] [--place TEXT] [--chair NAME] [--attendees TEXT]"));
  meeting->kind = g_strdup (self->kind);
  meeting->title = g_strdup (self->title);
  meeting->place = g_strdup (self->place);
  meeting->chair = g_strdup (self->chair);
  meeting->attendees = g_strdup (self->attendees);
  meeting->note = g_strdup (self->note);
  if (!bjt_workspace_save_meeting (self->workspace, meeting, &error))
    return bjt_cli_refuse (error);
  key = bjt_work_words_dup_key (&meeting->id);
  g_print ("%s\n", key);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_list (Meeting *self)
{
  static const char *const columns[] = { "key", "held_on", "held", "kind", "title", "place", "chair", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) meetings = bjt_workspace_list_meetings (self->workspace, &error);

  if (meetings == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < meetings->len; i++)
    {
      const BjtMeeting *meeting = meetings->pdata[i];

      bjt_listing_take_text (listing, bjt_work_words_dup_key (&meeting->id));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (meeting->held_on));
      bjt_listing_add_text (listing, meeting->is_held ? "yes" : "no");
      bjt_listing_add_text (listing, meeting->kind);
      bjt_listing_add_text (listing, meeting->title);
      bjt_listing_add_text (listing, meeting->place);
      bjt_listing_add_text (listing, meeting->chair);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* The meeting of the first argument; NULL after printing why. */
static BjtMeeting *
find_meeting (Meeting    *self,
              const char *usage,
              BjtExit    *exit_code)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  const BjtMeeting *found;

  if (self->n_arguments == 0)
    {
      *exit_code = bjt_cli_usage ("%s", usage);
      return NULL;
    }
  meetings = bjt_workspace_list_meetings (self->workspace, &error);
  if (meetings == NULL)
    {
      *exit_code = bjt_cli_refuse (error);
      return NULL;
    }
  *exit_code = BJT_EXIT_REFUSED;
  found = bjt_work_words_find_key (meetings, self->arguments[0]);
  return found != NULL ? bjt_meeting_copy (found) : NULL;
}

/* The topic of the first two arguments; NULL after printing why. */
static BjtMeetingTopic *
find_topic (Meeting    *self,
            const char *usage,
            BjtExit    *exit_code)
{
  GError *error = NULL;
  g_autoptr (BjtMeeting) meeting = find_meeting (self, usage, exit_code);
  g_autoptr (GPtrArray)  topics = NULL;
  guint64 place = 0;

  if (meeting == NULL)
    return NULL;
  if (self->n_arguments < 2 || !g_ascii_string_to_unsigned (self->arguments[1], 10, 1, G_MAXINT, &place, NULL))
    {
      *exit_code = bjt_cli_usage ("%s", usage);
      return NULL;
    }
  topics = bjt_workspace_list_topics (self->workspace, &meeting->id, &error);
  if (topics != NULL && place <= topics->len)
    return bjt_meeting_topic_copy (topics->pdata[place - 1]);
  if (topics != NULL)
    g_set_error (&error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("the agenda has no topic %s"), self->arguments[1]);
  *exit_code = bjt_cli_refuse (error);
  return NULL;
}

/* Topics */

static char *
dup_issue_number (Meeting       *self,
                  const BjtUuid *issue_id)
{
  g_autoptr (BjtIssue) issue = bjt_uuid_is_nil (issue_id) ? NULL : bjt_workspace_get_issue (self->workspace, issue_id, NULL);

  return issue != NULL ? g_strdup (issue->number) : NULL;
}

static BjtExit
print_topics (Meeting         *self,
              const GPtrArray *topics)
{
  static const char *const columns[] = { "place", "issue", "title", "decision", "for", "against", "responsible", "due_on", "done_on", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < topics->len; i++)
    {
      const BjtMeetingTopic *topic = topics->pdata[i];

      bjt_listing_add_int (listing, topic->position);
      bjt_listing_take_text (listing, dup_issue_number (self, &topic->issue_id));
      bjt_listing_add_text (listing, topic->title);
      bjt_listing_add_text (listing, topic->decision);
      bjt_listing_add_int (listing, topic->votes_for);
      bjt_listing_add_int (listing, topic->votes_against);
      bjt_listing_add_text (listing, topic->responsible);
      bjt_listing_take_text (listing, bjt_work_words_dup_day (topic->due_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (topic->done_on));
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_agenda (Meeting *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtMeeting) meeting = find_meeting (self, _("use: bjt meeting agenda KEY"), &exit_code);
  g_autoptr (GPtrArray)  topics = meeting != NULL ? bjt_workspace_list_topics (self->workspace, &meeting->id, &error) : NULL;

  if (meeting == NULL)
    return exit_code;
  return topics != NULL ? print_topics (self, topics) : bjt_cli_refuse (error);
}

static BjtExit
run_tasks (Meeting *self)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) topics = bjt_workspace_list_meeting_tasks (self->workspace, !self->all, &error);

  return topics != NULL ? print_topics (self, topics) : bjt_cli_refuse (error);
}

static BjtExit
run_propose (Meeting *self)
{
  static const char *const columns[] = { "number", "due_on", "tier", "place", "title", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) issues = bjt_workspace_propose_topics (self->workspace, &error);

  if (issues == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < issues->len; i++)
    {
      const BjtIssue *issue = issues->pdata[i];

      bjt_listing_add_text (listing, issue->number);
      bjt_listing_take_text (listing, bjt_work_words_dup_day (issue->due_on));
      bjt_listing_add_text (listing, issue->tier);
      bjt_listing_take_text (listing, bjt_workspace_dup_issue_place (self->workspace, issue));
      bjt_listing_add_text (listing, issue->title);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtMeetingTopic *
new_topic (const BjtIssue *issue,
           const char     *title)
{
  BjtMeetingTopic *topic = bjt_meeting_topic_new ();

  if (issue != NULL)
    topic->issue_id = issue->id;
  topic->title = g_strdup (title);
  return topic;
}

/* Issues by number, those proposed, a matter of its own. */
static gboolean
collect_topics (Meeting   *self,
                GPtrArray *topics,
                GError   **error)
{
  for (guint i = 1; i < self->n_arguments; i++)
    {
      g_autoptr (BjtIssue) issue = bjt_workspace_find_issue (self->workspace, self->arguments[i], error);

      if (issue == NULL)
        return FALSE;
      g_ptr_array_add (topics, new_topic (issue, NULL));
    }
  if (self->proposed)
    {
      g_autoptr (GPtrArray) issues = bjt_workspace_propose_topics (self->workspace, error);

      for (guint i = 0; issues != NULL && i < issues->len; i++)
        g_ptr_array_add (topics, new_topic (issues->pdata[i], NULL));
      if (issues == NULL)
        return FALSE;
    }
  if (self->title != NULL)
    g_ptr_array_add (topics, new_topic (NULL, self->title));
  return TRUE;
}

static BjtExit
run_add (Meeting *self)
{
  const char *usage = _("use: bjt meeting add KEY [NUMBER…] [--proposed] [--title TEXT]");
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtMeeting) meeting = find_meeting (self, usage, &exit_code);
  g_autoptr (GPtrArray)  topics = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_meeting_topic_free);

  if (meeting == NULL)
    return exit_code;
  if (!collect_topics (self, topics, &error))
    return bjt_cli_refuse (error);
  if (topics->len == 0)
    return bjt_cli_usage ("%s", usage);
  return bjt_workspace_add_topics (self->workspace, &meeting->id, (BjtMeetingTopic *const *) topics->pdata, topics->len, &error)
           ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* Decisions */

static BjtExit
fill_step (Meeting      *self,
           BjtIssueStep *step)
{
  g_autoptr (BjtPartner) partner = NULL;
  BjtExit exit_code = BJT_EXIT_GOOD;

  step->code = self->step;
  step->note = self->note != NULL ? self->note : self->decision;
  if (self->partner == NULL)
    return BJT_EXIT_GOOD;
  partner = bjt_issue_words_find_partner (self->workspace, self->partner, &exit_code);
  step->partner_id = partner != NULL ? partner->id : BJT_UUID_NIL;
  return exit_code;
}

static BjtExit
run_decide (Meeting *self)
{
  const char *usage = _("use: bjt meeting decide KEY TOPIC --decision TEXT [--responsible NAME] [--due DAY] [--step STEP]");
  BjtMeetingDecision decision = BJT_MEETING_DECISION_INIT;
  BjtIssueStep       step = BJT_ISSUE_STEP_INIT;
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtMeetingTopic) topic = find_topic (self, usage, &exit_code);

  if (topic == NULL)
    return exit_code;
  if (self->decision == NULL)
    return bjt_cli_usage ("%s", usage);
  if ((exit_code = bjt_work_words_read_day ("--due", self->due, &decision.due_on)) != BJT_EXIT_GOOD || (exit_code = fill_step (self, &step)) != BJT_EXIT_GOOD)
    return exit_code;
  step.day = decision.due_on;
  decision.decision = self->decision;
  decision.responsible = self->responsible;
  decision.votes_for = self->votes_for;
  decision.votes_against = self->votes_against;
  decision.step = self->step != NULL ? &step : NULL;
  return bjt_workspace_decide_topic (self->workspace, &topic->id, &decision, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_done (Meeting *self)
{
  BjtDate on = bjt_workspace_get_today (self->workspace);
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtMeetingTopic) topic = find_topic (self, _("use: bjt meeting done KEY TOPIC [--on DAY]"), &exit_code);

  if (topic == NULL)
    return exit_code;
  exit_code = bjt_work_words_read_day ("--on", self->on, &on);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  return bjt_workspace_finish_topic (self->workspace, &topic->id, on, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_remove (Meeting *self)
{
  const char *usage = _("use: bjt meeting remove KEY [TOPIC]");
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtMeetingTopic) topic = self->n_arguments > 1 ? find_topic (self, usage, &exit_code) : NULL;
  g_autoptr (BjtMeeting)      meeting = self->n_arguments < 2 ? find_meeting (self, usage, &exit_code) : NULL;

  if (topic == NULL && meeting == NULL)
    return exit_code;
  return (topic != NULL ? bjt_workspace_remove_topic (self->workspace, &topic->id, &error)
                        : bjt_workspace_remove_meeting (self->workspace, &meeting->id, &error))
           ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_meeting (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Meeting *self);
  } parts[] = {
    { "plan", run_plan }, { "list", run_list }, { "propose", run_propose }, { "agenda", run_agenda }, { "add", run_add },
    { "decide", run_decide }, { "tasks", run_tasks }, { "done", run_done }, { "remove", run_remove },
  };
  g_auto (Meeting) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &self.on, N_ ("The day; today when left out"), N_ ("DAY") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self.kind, N_ ("What kind of meeting"), N_ ("TEXT") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &self.title, N_ ("What it is about"), N_ ("TEXT") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &self.place, N_ ("Where it is held"), N_ ("TEXT") },
    { "chair", 0, 0, G_OPTION_ARG_STRING, &self.chair, N_ ("Who leads it"), N_ ("NAME") },
    { "attendees", 0, 0, G_OPTION_ARG_STRING, &self.attendees, N_ ("Who takes part"), N_ ("TEXT") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { "proposed", 0, 0, G_OPTION_ARG_NONE, &self.proposed, N_ ("All issues that want talking over"), NULL },
    { "decision", 0, 0, G_OPTION_ARG_STRING, &self.decision, N_ ("What was decided"), N_ ("TEXT") },
    { "responsible", 0, 0, G_OPTION_ARG_STRING, &self.responsible, N_ ("Who does it"), N_ ("NAME") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &self.due, N_ ("By when"), N_ ("DAY") },
    { "for", 0, 0, G_OPTION_ARG_INT, &self.votes_for, N_ ("Votes for it"), N_ ("N") },
    { "against", 0, 0, G_OPTION_ARG_INT, &self.votes_against, N_ ("Votes against it"), N_ ("N") },
    { "step", 0, 0, G_OPTION_ARG_STRING, &self.step, N_ ("The step of the flow that the issue takes by it"), N_ ("STEP") },
    { "partner", 'p', 0, G_OPTION_ARG_STRING, &self.partner, N_ ("Who is given it, or called"), N_ ("NAME") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &self.all, N_ ("Those done too"), NULL },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("plan|list|propose|agenda|add|decide|tasks|done|remove", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt meeting plan|list|propose|agenda|add|decide|tasks|done|remove …"));
}
