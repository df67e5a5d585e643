/* bjt-command-issue.c: issue: reported, listed, led by the flow. What hangs on an
 * issue has commands of its own: bjt-command-issue-doors.c, bjt-command-partner.c. */
#include "bjt-issue-words.h"
#include "bjt-work-words.h"
#include "workspace/bjt-names.h"
#include "workspace/bjt-workspace-issues.h"
#include "workspace/bjt-workspace-attachments.h"
#include "workspace/bjt-workspace-ledger.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *title, *description, *kind, *source, *department, *note, *partner, *day, *other, *state,
               *clock, *from, *to, *text;
  double        quantity;
  int           satisfaction, grid;
  gboolean      shared, all;
  char        **arguments;
  guint         n_arguments;
} Issue;

static void
issue_clear (Issue *self)
{
  char **const all[] = { &self->title, &self->description, &self->kind, &self->source, &self->department,
                         &self->note, &self->partner, &self->day, &self->other, &self->state,
                         &self->clock, &self->from, &self->to, &self->text };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issue, issue_clear)

/* Reporting */

static BjtExit
fill_place (Issue    *self,
            BjtIssue *issue)
{
  const BjtPicture     *picture = bjt_workspace_get_picture (self->workspace);
  g_autofree char      *query = g_strjoinv (" ", self->arguments);
  guint32               index = bjt_cli_find_door (self->workspace, query);
  const BjtPictureDoor *door;

  if (index == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  door = bjt_picture_get_door (picture, index);
  if (!self->shared)
    issue->door_id = door->id;
  else if (door->entrance != BJT_NO_INDEX)
    issue->entrance_id = bjt_picture_get_entrance (picture, door->entrance)->id;
  else
    issue->building_id = bjt_picture_get_building (picture, door->building)->id;
  return BJT_EXIT_GOOD;
}

static BjtExit
fill_issue (Issue    *self,
            BjtIssue *issue)
{
  g_autoptr (BjtIssueKind) kind = NULL;
  BjtExit exit_code = BJT_EXIT_GOOD;

  issue->title = g_strdup (self->title);
  issue->description = g_strdup (self->description);
  issue->source = g_strdup (self->source);
  issue->department = g_strdup (self->department);
  issue->quantity = self->quantity;
  if (self->kind != NULL)
    {
      kind = bjt_issue_words_find_kind (self->workspace, self->kind, &exit_code);
      if (kind == NULL)
        return exit_code;
      issue->kind_id = kind->id;
    }
  return fill_place (self, issue);
}

static BjtExit
run_report (Issue *self)
{
  g_autoptr (BjtIssue) issue = bjt_issue_new ();
  GError *error = NULL;
  BjtExit exit_code;

  if (self->n_arguments == 0 || self->title == NULL)
    return bjt_cli_usage (_("use: bjt issue report DOOR --title TEXT [--kind KIND] [--shared]"));
  exit_code = fill_issue (self, issue);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  if (!bjt_workspace_report_issue (self->workspace, issue, &error))
    return bjt_cli_refuse (error);
  g_print ("%s\n", issue->number);
  return BJT_EXIT_GOOD;
}

/* Looking */

static void
list_issue (Issue          *self,
            BjtListing     *listing,
            const BjtIssue *issue)
{
  bjt_listing_add_text (listing, issue->number);
  bjt_listing_add_text (listing, bjt_names_of_status (issue->status));
  bjt_listing_take_text (listing, bjt_date_dup_string (issue->reported_on));
  bjt_listing_take_text (listing, bjt_date_dup_string (issue->due_on));
  bjt_listing_take_text (listing, bjt_workspace_dup_issue_place (self->workspace, issue));
  bjt_listing_add_text (listing, issue->department);
  bjt_listing_add_text (listing, issue->title);
}

static BjtExit
print_issues (Issue           *self,
              const GPtrArray *issues)
{
  static const char *const columns[] = { "number", "status", "reported_on", "due_on", "place", "department", "title", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < issues->len; i++)
    list_issue (self, listing, issues->pdata[i]);
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static const char *const clock_names[BJT_LEDGER_N_CLOCKS] = { NULL, "overdue", "soon", "running", "paused", "stopped" };

static BjtExit
read_clock (Issue           *self,
            BjtLedgerFilter *filter)
{
  for (guint c = BJT_LEDGER_CLOCK_OVERDUE; self->clock != NULL && c < BJT_LEDGER_N_CLOCKS; c++)
    if (g_strcmp0 (self->clock, clock_names[c]) == 0)
      filter->clock = (BjtLedgerClock) c;
  if (self->clock == NULL || filter->clock != BJT_LEDGER_CLOCK_ANY)
    return BJT_EXIT_GOOD;
  return bjt_cli_usage (_("--clock is one of overdue, soon, running, paused, stopped"));
}

static BjtExit
read_kind (Issue           *self,
           const BjtLedger *ledger,
           BjtLedgerFilter *filter)
{
  g_autoptr (BjtIssueKind) kind = NULL;
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (self->kind == NULL)
    return BJT_EXIT_GOOD;
  kind = bjt_issue_words_find_kind (self->workspace, self->kind, &exit_code);
  if (kind != NULL)
    filter->kind = bjt_ledger_find_kind (ledger, kind->code);
  return exit_code;
}

static BjtExit
read_filter (Issue           *self,
             const BjtLedger *ledger,
             BjtLedgerFilter *filter)
{
  BjtExit exit_code;

  bjt_workspace_init_ledger_filter (self->workspace, filter);
  filter->span = self->all ? BJT_LEDGER_ANY : BJT_LEDGER_OPEN;
  filter->state = self->state;
  filter->source = self->source;
  filter->department = self->department;
  filter->text = self->text;
  if (self->grid > 0)
    {
      filter->grid = bjt_picture_find_grid (bjt_workspace_get_picture (self->workspace), self->grid);
      if (filter->grid == BJT_NO_INDEX)
        return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), self->grid));
    }
  if ((exit_code = bjt_work_words_read_day ("--from", self->from, &filter->from_on)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--to", self->to, &filter->to_on)) != BJT_EXIT_GOOD
      || (exit_code = read_clock (self, filter)) != BJT_EXIT_GOOD)
    return exit_code;
  return read_kind (self, ledger, filter);
}

static BjtExit
run_list (Issue *self)
{
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  GError *error = NULL;
  BjtLedger      *ledger = bjt_workspace_get_ledger (self->workspace, &error);
  BjtLedgerFilter filter;
  BjtExit         exit_code;

  if (self->n_arguments != 0)
    return bjt_cli_usage (_("use: bjt issue list [--all] [--clock CLOCK] [--grid N] [--state STATE] [--kind KIND] [--text WORDS]"));
  if (ledger == NULL)
    return bjt_cli_refuse (error);
  exit_code = read_filter (self, ledger, &filter);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  found = bjt_ledger_filter_list (&filter, ledger, BJT_LEDGER_BY_REPORTED);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (ids, (gpointer) &bjt_ledger_get_issue (ledger, g_array_index (found, guint32, i))->id);
  issues = bjt_workspace_list_issues (self->workspace, NULL, !self->all, &error);
  for (guint i = issues != NULL ? issues->len : 0; i > 0; i--)
    if (!g_hash_table_contains (ids, &((const BjtIssue *) issues->pdata[i - 1])->id))
      g_ptr_array_remove_index (issues, i - 1);
  return issues != NULL ? print_issues (self, issues) : bjt_cli_refuse (error);
}

/* The issue of the first argument; NULL after printing why. */
static BjtIssue *
find_issue (Issue      *self,
            guint       n_arguments,
            const char *usage,
            BjtExit    *exit_code)
{
  GError   *error = NULL;
  BjtIssue *issue;

  if (self->n_arguments < 1 || self->n_arguments > n_arguments)
    {
      *exit_code = bjt_cli_usage ("%s", usage);
      return NULL;
    }
  issue = bjt_workspace_find_issue (self->workspace, self->arguments[0], &error);
  if (issue == NULL)
    *exit_code = bjt_cli_refuse (error);
  return issue;
}

static BjtExit
run_duplicates (Issue *self)
{
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = find_issue (self, 1, _("use: bjt issue duplicates NUMBER"), &exit_code);
  g_autoptr (GPtrArray) issues = issue != NULL ? bjt_workspace_list_duplicates (self->workspace, issue, &error) : NULL;

  if (issue == NULL)
    return exit_code;
  return issues != NULL ? print_issues (self, issues) : bjt_cli_refuse (error);
}

static void
add_fact (BjtListing *listing,
          const char *name,
          char       *value) /* (transfer full) (nullable) */
{
  bjt_listing_add_text (listing, name);
  bjt_listing_take_text (listing, value);
}

static void
add_clock (BjtListing                 *listing,
           const char                 *name,
           const BjtIssueClockReading *reading)
{
  g_autofree char *due = bjt_issue_words_dup_moment (reading->due);

  if (due != NULL)
    add_fact (listing, name, g_strdup_printf ("%s, %s, %d working days left", bjt_issue_clock_state_get_name (reading->state), due, reading->working_days_left));
}

static const char *const slot_names[BJT_N_SLOTS] = { "finder", "reporter", "responsible", "solver", "supervisor" };

static void
add_slots (BjtListing     *listing,
           const BjtIssue *issue)
{
  for (guint s = 0; s < BJT_N_SLOTS; s++)
    {
      const char *who = bjt_issue_get_slot (issue, (BjtIssueSlot) s);

      add_fact (listing, slot_names[s], g_strdup (who != NULL ? who : "-"));
    }
}

static int
count_photos (const GPtrArray     *photos,
              const BjtIssueEvent *event)
{
  int n = 0;

  for (guint i = 0; i < photos->len; i++)
    n += bjt_uuid_equal (&((const BjtAttachment *) photos->pdata[i])->owner_id, &event->id);
  return n;
}

static BjtExit
run_history (Issue *self)
{
  static const char *const columns[] = { "happened_at", "step", "from", "to", "partner", "photos", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = find_issue (self, 1, _("use: bjt issue history NUMBER"), &exit_code);
  g_autoptr (GPtrArray) events = issue != NULL ? bjt_workspace_list_issue_events (self->workspace, &issue->id, &error) : NULL;
  g_autoptr (GPtrArray) photos = NULL;

  if (issue == NULL)
    return exit_code;
  photos = events != NULL ? bjt_workspace_list_issue_photos (self->workspace, &issue->id, &error) : NULL;
  if (photos == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < events->len; i++)
    {
      const BjtIssueEvent *event = events->pdata[i];

      bjt_listing_take_text (listing, bjt_issue_words_dup_moment (event->happened_at));
      bjt_listing_add_text (listing, event->step);
      bjt_listing_add_text (listing, event->from_state);
      bjt_listing_add_text (listing, event->to_state);
      bjt_listing_take_text (listing, bjt_issue_words_dup_partner (self->workspace, &event->partner_id));
      bjt_listing_add_int (listing, count_photos (photos, event));
      bjt_listing_add_text (listing, event->note);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

/* To a person with what was done so far; to a program the facts alone. */
static BjtExit
run_show (Issue *self)
{
  static const char *const columns[] = { "what", "value", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  BjtIssueClockReading reply, close;
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = find_issue (self, 1, _("use: bjt issue show NUMBER"), &exit_code);

  if (issue == NULL)
    return exit_code;
  if (!bjt_workspace_read_clocks (self->workspace, &issue->id, &reply, &close, &error))
    return bjt_cli_refuse (error);
  add_fact (listing, "number", g_strdup (issue->number));
  add_fact (listing, "title", g_strdup (issue->title));
  add_fact (listing, "description", g_strdup (issue->description));
  add_fact (listing, "place", bjt_workspace_dup_issue_place (self->workspace, issue));
  add_fact (listing, "status", g_strdup (bjt_names_of_status (issue->status)));
  add_fact (listing, "state", g_strdup (issue->state));
  add_fact (listing, "source", g_strdup (issue->source));
  add_fact (listing, "tier", g_strdup (issue->tier));
  add_fact (listing, "department", g_strdup (issue->department));
  add_fact (listing, "reported_on", bjt_work_words_dup_day (issue->reported_on));
  add_fact (listing, "due_on", bjt_work_words_dup_day (issue->due_on));
  add_fact (listing, "closed_on", bjt_work_words_dup_day (issue->closed_on));
  add_clock (listing, "reply_clock", &reply);
  add_clock (listing, "close_clock", &close);
  add_slots (listing, issue);
  bjt_listing_print (listing, self->cli->format);
  if (self->cli->format != BJT_LISTING_TABLE)
    return BJT_EXIT_GOOD;
  g_print ("\n");
  return run_history (self);
}

/* The flow */

static char *
dup_needs (guint needs)
{
  static const char *const options[] = { "--note", "--partner", "--day", "--other", "photo", "--satisfaction" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if ((needs & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", options[i]);
  return g_strdup (text->str);
}

static const BjtFlowState *
get_state (const BjtIssue *issue)
{
  const BjtFlowState *state = issue->state != NULL ? bjt_issue_flow_find_state (bjt_issue_flow_get_default (), issue->state) : NULL;

  return state != NULL ? state : bjt_issue_flow_find_of_box (bjt_issue_flow_get_default (), issue->status);
}

static BjtExit
run_steps (Issue *self)
{
  static const char *const columns[] = { "step", "to", "needs", "takes", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  BjtExit exit_code;
  g_autoptr (BjtIssue) issue = find_issue (self, 1, _("use: bjt issue steps NUMBER"), &exit_code);
  g_autoptr (GPtrArray) steps = issue != NULL ? bjt_issue_flow_list_steps (bjt_issue_flow_get_default (), get_state (issue)) : NULL;

  if (issue == NULL)
    return exit_code;
  for (guint i = 0; i < steps->len; i++)
    {
      const BjtFlowStep *step = steps->pdata[i];

      bjt_listing_add_text (listing, step->code);
      bjt_listing_add_text (listing, step->target == BJT_FLOW_TO_STATE ? step->to->code : step->target == BJT_FLOW_TO_BACK ? "back" : "stay");
      bjt_listing_take_text (listing, dup_needs (step->needs));
      bjt_listing_take_text (listing, dup_needs (step->takes & ~step->needs));
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
fill_step (Issue        *self,
           BjtIssueStep *step)
{
  BjtExit exit_code = bjt_work_words_read_day ("--day", self->day, &step->day);

  step->code = self->arguments[1];
  step->note = self->note;
  step->state = self->state;
  step->satisfaction = self->satisfaction;
  if (exit_code == BJT_EXIT_GOOD && self->partner != NULL)
    {
      g_autoptr (BjtPartner) partner = bjt_issue_words_find_partner (self->workspace, self->partner, &exit_code);

      step->partner_id = partner != NULL ? partner->id : BJT_UUID_NIL;
    }
  if (exit_code == BJT_EXIT_GOOD && self->other != NULL)
    {
      GError *error = NULL;
      g_autoptr (BjtIssue) other = bjt_workspace_find_issue (self->workspace, self->other, &error);

      if (other == NULL)
        return bjt_cli_refuse (error);
      step->other_id = other->id;
    }
  return exit_code;
}

static BjtExit
run_step (Issue *self)
{
  const char  *usage = _("use: bjt issue step NUMBER STEP [--note TEXT] [--partner NAME] [--day DAY] [--other NUMBER]; the steps: bjt issue steps NUMBER");
  BjtIssueStep step = BJT_ISSUE_STEP_INIT;
  BjtExit      exit_code;
  GError      *error = NULL;
  g_autoptr (BjtIssue) issue = find_issue (self, 2, usage, &exit_code);

  if (issue == NULL)
    return exit_code;
  if (self->n_arguments != 2)
    return bjt_cli_usage ("%s", usage);
  exit_code = fill_step (self, &step);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  return bjt_workspace_take_step (self->workspace, &issue->id, &step, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_photo (Issue *self)
{
  const char *usage = _("use: bjt issue photo NUMBER FILE; it hangs on the last step");
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = find_issue (self, 2, usage, &exit_code);
  g_autoptr (BjtPhoto) photo = NULL;

  if (issue == NULL)
    return exit_code;
  if (self->n_arguments != 2)
    return bjt_cli_usage ("%s", usage);
  photo = bjt_photo_open (self->arguments[1], NULL, &error);
  return photo != NULL && bjt_workspace_add_issue_photo (self->workspace, &issue->id, photo, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_advance (Issue *self)
{
  int     status = self->n_arguments == 2 ? bjt_names_find_status (self->arguments[1]) : -1;
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = NULL;

  if (status < 0)
    return bjt_cli_usage (_("use: bjt issue advance NUMBER accepted|dispatched|handled|verified|closed [--note TEXT]"));
  issue = find_issue (self, 2, "", &exit_code);
  if (issue == NULL)
    return exit_code;
  return bjt_workspace_advance_issue (self->workspace, &issue->id, status, self->note, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_slot (Issue *self)
{
  const char *usage = _("use: bjt issue slot NUMBER finder|reporter|responsible|solver|supervisor [NAME]");
  BjtExit exit_code;
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = find_issue (self, 3, usage, &exit_code);

  if (issue == NULL)
    return exit_code;
  for (guint s = 0; self->n_arguments > 1 && s < BJT_N_SLOTS; s++)
    if (g_strcmp0 (self->arguments[1], slot_names[s]) == 0)
      return bjt_workspace_fill_slot (self->workspace, &issue->id, (BjtIssueSlot) s, self->n_arguments > 2 ? self->arguments[2] : NULL, &error)
               ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
  return bjt_cli_usage ("%s", usage);
}

BjtExit
bjt_command_issue (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Issue *self);
  } parts[] = {
    { "report", run_report }, { "list", run_list }, { "show", run_show }, { "history", run_history }, { "steps", run_steps },
    { "step", run_step }, { "advance", run_advance }, { "slot", run_slot }, { "photo", run_photo }, { "duplicates", run_duplicates },
  };
  g_auto (Issue) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "title", 't', 0, G_OPTION_ARG_STRING, &self.title, N_ ("What is wrong, in a few words"), N_ ("TEXT") },
    { "description", 0, 0, G_OPTION_ARG_STRING, &self.description, N_ ("All there is to say"), N_ ("TEXT") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self.kind, N_ ("Code or name of its kind"), N_ ("KIND") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &self.source, N_ ("How it became known"), N_ ("TEXT") },
    { "department", 0, 0, G_OPTION_ARG_STRING, &self.department, N_ ("Who has to settle it"), N_ ("TEXT") },
    { "quantity", 0, 0, G_OPTION_ARG_DOUBLE, &self.quantity, N_ ("How many, in the unit of its kind"), N_ ("N") },
    { "shared", 0, 0, G_OPTION_ARG_NONE, &self.shared, N_ ("In the common space of the entrance"), NULL },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &self.all, N_ ("Closed ones too"), NULL },
    { "clock", 'c', 0, G_OPTION_ARG_STRING, &self.clock, N_ ("List those whose clock is overdue, soon, running, paused or stopped"), N_ ("CLOCK") },
    { "grid", 'g', 0, G_OPTION_ARG_INT, &self.grid, N_ ("List those of a grid"), N_ ("N") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("First day of a list"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self.to, N_ ("Last day of a list"), N_ ("DAY") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &self.text, N_ ("List those with these words in number, title or place"), N_ ("WORDS") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What was done"), N_ ("TEXT") },
    { "partner", 'p', 0, G_OPTION_ARG_STRING, &self.partner, N_ ("Who is given it, or called"), N_ ("NAME") },
    { "day", 'd', 0, G_OPTION_ARG_STRING, &self.day, N_ ("The new last day, or the day of the next step"), N_ ("DAY") },
    { "other", 0, 0, G_OPTION_ARG_STRING, &self.other, N_ ("The issue it goes on as"), N_ ("NUMBER") },
    { "state", 0, 0, G_OPTION_ARG_STRING, &self.state, N_ ("Only while it is in this state"), N_ ("STATE") },
    { "satisfaction", 0, 0, G_OPTION_ARG_INT, &self.satisfaction, N_ ("How content the resident is: 1 not, 2 so-so, 3 well"), N_ ("N") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("report|list|show|history|steps|step|advance|slot|photo|duplicates", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        self.workspace = bjt_cli_open (cli, &exit_code);
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt issue report|list|show|history|steps|step|advance|slot|photo|duplicates …"));
}
