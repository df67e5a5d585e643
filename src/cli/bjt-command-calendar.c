/* bjt-command-calendar.c: days off and weekends worked: as shipped, and brought in. */
#include "bjt-work-words.h"

#include "import/bjt-calendar-import.h"
#include "workspace/bjt-workspace-calendar.h"

typedef struct
{
  BjtCli       *cli;
  BjtWorkspace *workspace;
  int           year;
  gboolean      dry_run;
  char        **arguments;
  guint         n_arguments;
} Calendar;

static void
calendar_clear (Calendar *self)
{
  g_clear_object (&self->workspace);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Calendar, calendar_clear)

static int
get_year (Calendar *self)
{
  int year, month, day;

  if (self->year > 0)
    return self->year;
  bjt_date_get_ymd (bjt_workspace_get_today (self->workspace), &year, &month, &day);
  return year;
}

/* The days of a year that have a name, each as it counts. */
static BjtExit
run_show (Calendar *self)
{
  static const char *const columns[] = { "day", "kind", "name", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  const BjtWorkCalendar *calendar = bjt_workspace_get_calendar (self->workspace);
  BjtDate last = bjt_date_from_ymd (get_year (self), 12, 31);

  for (BjtDate day = bjt_date_from_ymd (get_year (self), 1, 1); day != BJT_DATE_NONE && day <= last; day++)
    {
      const char *name = bjt_work_calendar_get_name (calendar, day);

      if (name == NULL)
        continue;
      bjt_listing_take_text (listing, bjt_work_words_dup_day (day));
      bjt_listing_add_text (listing, bjt_work_calendar_is_worked (calendar, day) ? "work" : "off");
      bjt_listing_add_text (listing, name);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_list (Calendar *self)
{
  static const char *const columns[] = { "from", "to", "kind", "name", "source", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  GError *error = NULL;
  g_autoptr (GPtrArray) days = bjt_workspace_list_named_days (self->workspace, &error);

  if (days == NULL)
    return bjt_cli_refuse (error);
  for (guint i = 0; i < days->len; i++)
    {
      const BjtNamedDay *day = days->pdata[i];

      bjt_listing_take_text (listing, bjt_work_words_dup_day (day->from_on));
      bjt_listing_take_text (listing, bjt_work_words_dup_day (day->to_on));
      bjt_listing_add_text (listing, day->is_worked ? "work" : "off");
      bjt_listing_add_text (listing, day->name);
      bjt_listing_add_text (listing, day->source);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_import (Calendar *self)
{
  static const char *const columns[] = { "file", "stretches", "new", "issues_moved", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  if (self->n_arguments == 0)
    return bjt_cli_usage (_("which file? bjt calendar import FILE…"));
  for (guint i = 0; i < self->n_arguments; i++)
    {
      g_autofree char   *name = g_path_get_basename (self->arguments[i]);
      GError            *error = NULL;
      g_autoptr (GArray) stretches = bjt_calendar_import (self->arguments[i], NULL, &error);
      BjtCalendarReport  report;

      if (stretches == NULL || !bjt_workspace_import_calendar (self->workspace, stretches, name, self->dry_run, &report, &error))
        return bjt_cli_refuse (error);
      bjt_listing_add_text (listing, name);
      bjt_listing_add_int (listing, stretches->len);
      bjt_listing_add_int (listing, report.n_new);
      bjt_listing_add_int (listing, report.n_issues);
    }
  bjt_listing_print (listing, self->cli->format);
  return BJT_EXIT_GOOD;
}

static BjtExit
run_remove (Calendar *self)
{
  GError *error = NULL;

  if (self->n_arguments != 1)
    return bjt_cli_usage (_("the days of which file? bjt calendar remove FILE"));
  return bjt_workspace_remove_named_days (self->workspace, self->arguments[0], &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_calendar (BjtCli *cli,
                      int     argc,
                      char  **argv)
{
  static const struct
  {
    const char *name;
    BjtExit (*func) (Calendar *self);
  } parts[] = {
    { "show", run_show }, { "list", run_list }, { "import", run_import }, { "remove", run_remove },
  };
  g_auto (Calendar) self = { .cli = cli };
  GOptionEntry entries[] = {
    { "year", 'y', 0, G_OPTION_ARG_INT, &self.year, N_ ("The year; this one when left out"), N_ ("YEAR") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self.dry_run, N_ ("Read and count, change nothing"), NULL },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("show|list|import|remove", entries, &argc, &argv, &exit_code))
    return exit_code;
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (argv[1], parts[i].name) == 0)
      {
        self.workspace = bjt_cli_open (cli, &exit_code);
        self.arguments = argv + 2;
        self.n_arguments = (guint) argc - 2;
        return self.workspace != NULL ? parts[i].func (&self) : exit_code;
      }
  return bjt_cli_usage (_("use: bjt calendar show|list|import|remove …"));
}
