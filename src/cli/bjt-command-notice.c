/* bjt-command-notice.c: notice: written demands of an issue, numbered, with the
 * receipt of who got them. */
#include "bjt-issue-words.h"
#include "bjt-work-words.h"
#include "workspace/bjt-workspace-issues.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *to, *demand, *due, *on, *by;
  char        **arguments;
  guint         n_arguments;
} Notice;

static void
notice_clear (Notice *self)
{
  char **const all[] = { &self->to, &self->demand, &self->due, &self->on, &self->by };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Notice, notice_clear)

static BjtExit
run_serve (Notice *self)
{
  g_autoptr (BjtNotice) notice = bjt_notice_new ();
  g_autoptr (BjtIssue) issue = NULL;
  GError *error = NULL;
  BjtExit exit_code;

  if (self->n_arguments != 1 || self->to == NULL || self->demand == NULL)
    return bjt_cli_usage (_("use: bjt notice serve NUMBER --to WHOM --demand TEXT [--due DAY]"));
  if ((exit_code = bjt_work_words_read_day ("--due", self->due, &notice->due_on)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--on", self->on, &notice->issued_on)) != BJT_EXIT_GOOD)
    return exit_code;
  issue = bjt_workspace_find_issue (self->workspace, self->arguments[0], &error);
  if (issue == NULL)
    return bjt_cli_refuse (error);
  notice->issue_id = issue->id;
  notice->recipient = g_strdup (self->to);
  notice->demand = g_strdup (self->demand);
  if (!bjt_workspace_serve_notice (self->workspace, notice, &error))
    return bjt_cli_refuse (error);
  g_print ("%s\n", notice->number);
  return BJT_EXIT_GOOD;
}

static BjtNotice *
find_notice (Notice     *self,
             const char *number,
             GError    **error)
{
  g_autoptr (GPtrArray) notices = bjt_workspace_list_notices (self->workspace, NULL, error);

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    if (g_strcmp0 (((const BjtNotice *) notices->pdata[i])->number, number) == 0)
      return bjt_notice_copy (notices->pdata[i]);
  if (notices != NULL)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no notice %s"), number);
  return NULL;
}

static BjtExit
run_receive (Notice *self)
{
  g_autoptr (BjtNotice) notice = NULL;
  BjtDate on = bjt_workspace_get_today (self->workspace);
  GError *error = NULL;
  BjtExit exit_code;

  if (self->n_arguments != 1 || self->by == NULL)
    return bjt_cli_usage (_("use: bjt notice receive NUMBER --received-by NAME [--on DAY]"));
  exit_code = bjt_work_words_read_day ("--on", self->on, &on);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  notice = find_notice (self, self->arguments[0], &error);
  if (notice == NULL || !bjt_workspace_receive_notice (self->workspace, &notice->id, self->by, on, &error))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_list (Notice *self)
{
  static const char *const columns[] = { "number", "to", "issued_on", "due_on", "received_on", "received_by", "demand", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = self->n_arguments == 1 ? bjt_workspace_find_issue (self->workspace, self->arguments[0], &error) : NULL;
  g_autoptr (GPtrArray) notices = NULL;

  if (self->n_arguments > 1)
    return bjt_cli_usage (_("use: bjt notice list [NUMBER]"));
  notices = error == NULL ? bjt_workspace_list_notices (self->workspace, issue != NULL ? &issue->id : NULL, &error) : NULL;
  if (notices == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < notices->len; i++)
    {
      const BjtNotice *notice = notices->pdata[i];

      bjt_listing_add_text (listing, notice->number);
      bjt_listing_add_text (listing, notice->recipient);
      bjt_listing_take_text (listing, bjt_work_words_dup_day (notice->issued_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (notice->due_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (notice->received_on));
      bjt_listing_add_text (listing, notice->received_by);
      bjt_listing_add_text (listing, notice->demand);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_command_notice (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Notice *self);
  } parts[] = {
    { "serve", run_serve }, { "receive", run_receive }, { "list", run_list },
  };
  g_auto (Notice) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &self.to, N_ ("To whom it goes"), N_ ("NAME") },
    { "demand", 0, 0, G_OPTION_ARG_STRING, &self.demand, N_ ("What is to be done"), N_ ("TEXT") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &self.due, N_ ("By when"), N_ ("DAY") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &self.on, N_ ("The day; today when left out"), N_ ("DAY") },
    { "received-by", 0, 0, G_OPTION_ARG_STRING, &self.by, N_ ("Who signed for it"), N_ ("NAME") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("serve|receive|list", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt notice serve|receive|list …"));
}
