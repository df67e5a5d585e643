/* bjt-command-partner.c: partner: departments and others who settle issues, and the
 * calls they got. */
#include "bjt-issue-words.h"
#include "bjt-work-words.h"
#include "workspace/bjt-workspace-issues.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *name, *kind, *contact, *phone, *handles, *note;
  gboolean      is_ended, is_again;
  char        **arguments;
  guint         n_arguments;
} Partner;

static void
partner_clear (Partner *self)
{
  char **const all[] = { &self->name, &self->kind, &self->contact, &self->phone, &self->handles, &self->note };

  g_clear_object (&self->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_clear_pointer (all[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Partner, partner_clear)

static BjtExit
run_list (Partner *self)
{
  static const char *const columns[] = { "name", "kind", "contact", "phone", "handles", "active", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) partners = bjt_workspace_list_partners (self->workspace, &error);

  if (partners == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < partners->len; i++)
    {
      const BjtPartner *partner = partners->pdata[i];

      bjt_listing_add_text (listing, partner->name);
      bjt_listing_add_text (listing, partner->kind);
      bjt_listing_add_text (listing, partner->contact);
      bjt_listing_add_text (listing, partner->phone);
      bjt_listing_add_text (listing, partner->handles);
      bjt_listing_add_text (listing, partner->is_active ? "yes" : "no");
      bjt_listing_add_text (listing, partner->note);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static void
take (char      **field,
      const char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

static BjtExit
save (Partner    *self,
      BjtPartner *partner)
{
  GError *error = NULL;

  take (&partner->name, self->name);
  take (&partner->kind, self->kind);
  take (&partner->contact, self->contact);
  take (&partner->phone, self->phone);
  take (&partner->handles, self->handles);
  take (&partner->note, self->note);
  partner->is_active = !self->is_ended && (partner->is_active || self->is_again);
  return bjt_workspace_save_partner (self->workspace, partner, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_add (Partner *self)
{
  g_autoptr (BjtPartner) partner = bjt_partner_new ();

  if (self->n_arguments != 1 || self->name != NULL)
    return bjt_cli_usage (_("use: bjt partner add NAME [--kind TEXT] [--contact TEXT] [--phone TEXT] [--handles CODES]"));
  partner->name = g_strdup (self->arguments[0]);
  partner->is_active = TRUE;
  return save (self, partner);
}

static BjtExit
run_change (Partner *self)
{
  g_autoptr (BjtPartner) partner = NULL;
  BjtExit exit_code;

  if (self->n_arguments != 1)
    return bjt_cli_usage (_("use: bjt partner change NAME [--name NAME] [--ended] …"));
  partner = bjt_issue_words_find_partner (self->workspace, self->arguments[0], &exit_code);
  return partner != NULL ? save (self, partner) : exit_code;
}

/* Calls of one issue, or of all. */
static BjtExit
run_calls (Partner *self)
{
  static const char *const columns[] = { "partner", "called_at", "arrive_due_at", "arrived_at", "refused_at", "result", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (BjtIssue) issue = self->n_arguments == 1 ? bjt_workspace_find_issue (self->workspace, self->arguments[0], &error) : NULL;
  g_autoptr (GPtrArray) calls = NULL;

  if (self->n_arguments > 1)
    return bjt_cli_usage (_("use: bjt partner calls [NUMBER]"));
  calls = error == NULL ? bjt_workspace_list_whistles (self->workspace, issue != NULL ? &issue->id : NULL, &error) : NULL;
  if (calls == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < calls->len; i++)
    {
      const BjtWhistle *call = calls->pdata[i];

      bjt_listing_take_text (listing, bjt_issue_words_dup_partner (self->workspace, &call->partner_id));
      bjt_listing_take_text (listing, bjt_issue_words_dup_moment (call->called_at));
      bjt_listing_take_text (listing, bjt_issue_words_dup_moment (call->arrive_due_at));
      bjt_listing_take_text (listing, bjt_issue_words_dup_moment (call->arrived_at));
      bjt_listing_take_text (listing, bjt_issue_words_dup_moment (call->refused_at));
      bjt_listing_add_text (listing, call->result);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_command_partner (BjtCli *cli,
                     int     argc,
                     char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Partner *self);
  } parts[] = {
    { "list", run_list }, { "add", run_add }, { "change", run_change }, { "calls", run_calls },
  };
  g_auto (Partner) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &self.name, N_ ("Its new name"), N_ ("NAME") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self.kind, N_ ("Department, property manager, partner unit, shop"), N_ ("TEXT") },
    { "contact", 0, 0, G_OPTION_ARG_STRING, &self.contact, N_ ("Whom to ask for"), N_ ("NAME") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &self.phone, N_ ("Its number"), N_ ("TEXT") },
    { "handles", 0, 0, G_OPTION_ARG_STRING, &self.handles, N_ ("Codes of the kinds of issues it settles"), N_ ("CODES") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { "ended", 0, 0, G_OPTION_ARG_NONE, &self.is_ended, N_ ("It is not called any more"), NULL },
    { "again", 0, 0, G_OPTION_ARG_NONE, &self.is_again, N_ ("It is called again"), NULL },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("list|add|change|calls", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt partner list|add|change|calls …"));
}
