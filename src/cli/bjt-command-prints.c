/* bjt-command-prints.c: the register of what was printed, and what came back; and what is
 * kept to be printed again. */
#include "bjt-work-words.h"

#include "workspace/bjt-workspace-presets.h"
#include "workspace/bjt-workspace-prints.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  char         *from, *to;
  char         *note;
  int           copies;
  gboolean      only_out;
  char        **arguments;
  guint         n_arguments;
} Prints;

static void
prints_clear (Prints *self)
{
  g_clear_object (&self->workspace);
  g_free (self->from);
  g_free (self->to);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Prints, prints_clear)

static void
add_job (BjtListing        *listing,
         const BjtPrintJob *job)
{
  bjt_listing_add_text (listing, job->number);
  bjt_listing_take_text (listing, bjt_work_words_dup_day (bjt_time_get_local_date (job->printed_at)));
  bjt_listing_add_text (listing, job->sheet);
  bjt_listing_add_text (listing, job->scope);
  bjt_listing_add_text (listing, job->paper);
  bjt_listing_add_text (listing, job->medium);
  bjt_listing_add_text (listing, job->is_public ? "public" : "internal");
  bjt_listing_add_text (listing, job->has_names ? "yes" : "no");
  bjt_listing_add_int (listing, job->first_copy);
  bjt_listing_add_int (listing, job->copies);
  bjt_listing_add_int (listing, job->pages);
  bjt_listing_add_text (listing, job->purpose);
  bjt_listing_add_text (listing, job->maker);
  bjt_listing_add_text (listing, job->receiver);
  bjt_listing_add_int (listing, job->returned);
  bjt_listing_take_text (listing, bjt_work_words_dup_day (job->returned_on));
  bjt_listing_add_text (listing, job->note);
}

static BjtExit
run_list (Prints *self)
{
  static const char *const columns[] = { "number", "day", "sheet", "scope", "paper", "medium", "class", "names", "first_copy", "copies", "pages",
                                         "purpose", "maker", "receiver", "returned", "returned_on", "note", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (GPtrArray) jobs = NULL;
  BjtDate from = BJT_DATE_NONE, to = BJT_DATE_NONE;
  GError *error = NULL;
  BjtExit exit_code;

  if ((exit_code = bjt_work_words_read_day ("--from", self->from, &from)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--to", self->to, &to)) != BJT_EXIT_GOOD)
    return exit_code;
  jobs = bjt_workspace_list_prints (self->workspace, from, to, &error);
  if (jobs == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < jobs->len; i++)
    {
      const BjtPrintJob *job = jobs->pdata[i];

      if (!self->only_out || job->returned < job->copies)
        add_job (listing, job);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_return (Prints *self)
{
  GError *error = NULL;

  if (self->n_arguments != 1)
    return bjt_cli_usage (_("use: bjt prints return NUMBER [--copies N] [--note TEXT]"));
  return bjt_workspace_return_copies (self->workspace, self->arguments[0], self->copies, self->note, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtExit
run_presets (Prints *self)
{
  static const char *const columns[] = { "name", "sheet", "paper", "copies", "purpose", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_auto (GStrv) names = bjt_workspace_list_presets (self->workspace);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (BjtSheetOrder) order = bjt_workspace_load_preset (self->workspace, names[i], NULL);

      bjt_listing_add_text (listing, names[i]);
      bjt_listing_add_text (listing, order != NULL ? order->spec.type->name : NULL);
      bjt_listing_add_text (listing, order != NULL ? order->spec.options.paper : NULL);
      bjt_listing_add_int (listing, order != NULL ? (int) order->n_copies : 0);
      bjt_listing_add_text (listing, order != NULL ? order->spec.options.purpose : NULL);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_forget (Prints *self)
{
  GError *error = NULL;

  if (self->n_arguments != 1)
    return bjt_cli_usage (_("use: bjt prints forget PRESET"));
  return bjt_workspace_remove_preset (self->workspace, self->arguments[0], &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_prints (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Prints *self);
  } parts[] = { { "list", run_list }, { "return", run_return }, { "presets", run_presets }, { "forget", run_forget } };
  g_auto (Prints) self = { .cli = cli, .copies = 1 };
  GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &self.from, N_ ("The first day"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &self.to, N_ ("The last day"), N_ ("DAY") },
    { "out", 0, 0, G_OPTION_ARG_NONE, &self.only_out, N_ ("Only those of which copies are still out"), NULL },
    { "copies", 0, 0, G_OPTION_ARG_INT, &self.copies, N_ ("How many came back; 1 when left out"), N_ ("N") },
    { "note", 'n', 0, G_OPTION_ARG_STRING, &self.note, N_ ("What there is to remember"), N_ ("TEXT") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("list|return|presets|forget", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt prints list|return|presets|forget …"));
}
