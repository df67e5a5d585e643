/* main.c: bjt, the terminal face. Finds the command, gives it its words. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/bjt-text.h"
#include "bjt-cli.h"
#include "model/bjt-search.h"

static const BjtCommand commands[] = {
  { "new", "FILE --name NAME", N_ ("Make an empty community file"), bjt_command_new },
  { "demo", "FILE [--profile jiangbei|jiabei|stress] [--seed N] [--doors N]", N_ ("Make a sample community"), bjt_command_demo },
  { "import", "FILE… [--map JSON] [--compound NAME] [--dry-run]", N_ ("Read maps and registers"), bjt_command_import },
  { "address", "", N_ ("Read addresses from standard input, write JSON lines"), bjt_command_address },
  { "check", "[FILE]", N_ ("Check that a community file is sound"), bjt_command_check },
  { "stats", "[--grid N] [--indicator CODE] [--by grid|compound|building|kind|department|source|month] [--from DATE] [--to DATE]", N_ ("Count households, persons, categories"), bjt_command_stats },
  { "search", "WORDS", N_ ("Find doors and people"), bjt_command_search },
  { "show", "DOOR", N_ ("Show who lives at a door, its visits and issues"), bjt_command_show },
  { "due", "[--grid N] [--on DATE] [--within DAYS]", N_ ("List who is to be visited, and why"), bjt_command_due },
  { "visit", "DOOR [--outcome met] [--on DATE] [--note TEXT] [--next DATE]|list|correct|remove", N_ ("Record a visit, correct or remove one"), bjt_command_visit },
  { "event", "add|list|remove …", N_ ("Record what happened to people"), bjt_command_event },
  { "period", "close DAY|open|list", N_ ("Close a period: nothing in it is changed any more"), bjt_command_period },
  { "cadence", "list|add|change|remove …", N_ ("Keep the rules of who is visited how often"), bjt_command_cadence },
  { "issue", "report|list|show|history|steps|step|advance|slot|photo|duplicates …", N_ ("Report issues and lead them through the flow"), bjt_command_issue },
  { "concern", "list|add|change|remove NUMBER [DOOR] …", N_ ("Keep the doors an issue concerns, their consent and share"), bjt_command_concern },
  { "meeting", "plan|list|propose|agenda|add|decide|tasks|done|remove …", N_ ("Plan meetings, note decisions, follow their tasks"), bjt_command_meeting },
  { "notice", "serve|receive|list …", N_ ("Serve notices about issues, note their receipt"), bjt_command_notice },
  { "staff", "list|photo NAME FILE|sex NAME WORD", N_ ("Show the staff, hang their photos on the poster, say who is a woman"), bjt_command_staff },
  { "partner", "list|add|change|calls …", N_ ("Keep departments and others who settle issues"), bjt_command_partner },
  { "patrol", "begin|end|add|found|list|slots|remove …", N_ ("Patrol the grids, two slots a day"), bjt_command_patrol },
  { "task", "add|list|change|done|end …", N_ ("Keep the tasks that come again"), bjt_command_task },
  { "campaign", "list|show NAME|new NAME|add NAME|mark NAME DOOR…|close NAME|reopen NAME|remove NAME", N_ ("Keep homes to be reached by a day, and who is left"), bjt_command_campaign },
  { "route", "plan|matrix|gates|rules|list|show|move|insert|drop|pin|unpin|replan|note|close|remove|solve …", N_ ("Plan who goes where in which order"), bjt_command_route },
  { "service", "add|list|remove …", N_ ("Record what is done for people"), bjt_command_service },
  { "order", "import|queue|list|show|match|return|merge|keep|sample …", N_ ("Bring in orders of the hotline 12345 and match them to doors"), bjt_command_order },
  { "message", "[TEXT] [--store] [--guess N]", N_ ("Make an issue of a message copied from a chat"), bjt_command_message },
  { "person", "show|need|helper WHO …", N_ ("Show the file of a person, keep needs and helpers"), bjt_command_person },
  { "log", "[--grid N] [--on DAY] [--note TEXT] [--confirm]", N_ ("Compose the log of a day from its records"), bjt_command_log },
  { "calendar", "show|list|import|remove …", N_ ("Bring in days off and weekends worked"), bjt_command_calendar },
  { "mark", "DOOR[, DOOR…] --category CODE|--class CLASS [--person NAME] [--remove]", N_ ("Mark a category or a class on doors"), bjt_command_mark },
  { "note", "add|list|show|photo|settle|reopen|report|remove …", N_ ("Keep notes, photos and hazards of doors and shared spaces"), bjt_command_note },
  { "class", "derive|resident|floating|tenant|hukou_only|empty DOOR [--reason TEXT]", N_ ("Set the class of a household by hand"), bjt_command_class },
  { "measure", "LON,LAT LON,LAT… [--area]", N_ ("Measure a distance or an area"), bjt_command_measure },
  { "grids", "list|check|show|split|merge|draw|remove|assign|set|limits|import …", N_ ("Look over the grids and change them"), bjt_command_grids },
  { "overlay", "list|add|show|hide|set|raise|lower|remove …", N_ ("Lay files of other programs over the map"), bjt_command_overlay },
  { "plan", "info|render|list|show|import|place|schematic|trace|draw|edit|repeat|check …", N_ ("Bring in floor plans and place them"), bjt_command_plan },
  { "building", "new|edit|pattern|matrix|merge|split|riser|cordon|open|cordons|door|level|entrance …", N_ ("Lay out buildings, show and change their doors"), bjt_command_building },
  { "undo", "", N_ ("Take back the last action"), bjt_command_undo },
  { "redo", "", N_ ("Do the last undone action again"), bjt_command_redo },
  { "journal", "[--limit N]", N_ ("List the actions"), bjt_command_journal },
  { "prints", "list|return …", N_ ("Show what was printed, take copies back"), bjt_command_prints },
  { "print", "grid-map --grid N [--paper A3] [--public] -o FILE", N_ ("Print a sheet as PDF, PNG or SVG"), bjt_command_print },
  { "map", "[--grid N] [--choropleth AREA:CODE] [--heat CODE:METRES] -o FILE", N_ ("Draw the map as PDF, PNG or SVG"), bjt_command_map },
  { "export", "doors|buildings|visits|issues -o FILE", N_ ("Write data for other programs"), bjt_command_export },
  { "fill", "FORM [--fields] [--map FIELD=ITEM] [--filter TERMS] -o FILE", N_ ("Fill a form from above, .xlsx or .docx"), bjt_command_fill },
  { "tiles", "info|render|sources|test|add|remove …", N_ ("Look into packs of tiles, list, test and change the base maps"), bjt_command_tiles },
};

BjtExit
bjt_cli_refuse (GError *error)
{
  g_printerr ("bjt: %s\n", error != NULL ? error->message : _("failed"));
  g_clear_error (&error);
  return BJT_EXIT_REFUSED;
}

BjtExit
bjt_cli_usage (const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("bjt: %s\n", text);
  return BJT_EXIT_USAGE;
}

gboolean
bjt_cli_parse (const char         *usage,
               const GOptionEntry *entries,
               int                *argc,
               char             ***argv,
               BjtExit            *exit_code)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  *exit_code = bjt_cli_usage ("%s", error->message);
  return FALSE;
}

static gboolean
choose_staff (BjtCli       *cli,
              BjtWorkspace *workspace)
{
  g_autoptr (GPtrArray) staff = bjt_workspace_list_staff (workspace, NULL);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const BjtStaff *one = staff->pdata[i];

      if (g_strcmp0 (one->name, cli->by) == 0)
        {
          bjt_workspace_set_staff (workspace, &one->id);
          return TRUE;
        }
    }
  return FALSE;
}

BjtWorkspace *
bjt_cli_open (BjtCli  *cli,
              BjtExit *exit_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtWorkspace) workspace = NULL;

  if (cli->db == NULL)
    {
      *exit_code = bjt_cli_usage (_("which community? Name its file: bjt --db FILE …, or set BJT_DB"));
      return NULL;
    }
  workspace = bjt_workspace_open (cli->db, &cli->clock, &error);
  if (workspace == NULL)
    {
      *exit_code = bjt_cli_refuse (g_steal_pointer (&error));
      return NULL;
    }
  if (cli->by != NULL && !choose_staff (cli, workspace))
    {
      *exit_code = bjt_cli_usage (_("nobody of the staff is named “%s”"), cli->by);
      return NULL;
    }
  return g_steal_pointer (&workspace);
}

guint32
bjt_cli_find_door (BjtWorkspace *workspace,
                   const char   *text)
{
  BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autoptr (BjtSearch) search = bjt_search_new (picture);
  g_autoptr (GArray) hits = bjt_search_find (search, text, 5);
  const BjtSearchHit *best = hits->len > 0 ? &g_array_index (hits, BjtSearchHit, 0) : NULL;

  if (best == NULL || best->door == BJT_NO_INDEX)
    {
      g_printerr (_("bjt: no door is found for “%s”\n"), text);
      return BJT_NO_INDEX;
    }
  if (hits->len > 1 && best[1].door != BJT_NO_INDEX && best[1].door != best->door && best[1].score == best->score)
    {
      g_autofree char *first = bjt_picture_dup_door_name (picture, best[0].door);
      g_autofree char *second = bjt_picture_dup_door_name (picture, best[1].door);

      g_printerr (_("bjt: “%s” may be %s or %s; name the compound too\n"), text, first, second);
      return BJT_NO_INDEX;
    }
  return best->door;
}

void
bjt_cli_show_progress (double   fraction,
                       gpointer user_data)
{
  if (!isatty (STDERR_FILENO))
    return;
  g_printerr ("\r%3d %%%s", (int) (fraction * 100), fraction >= 1 ? "\n" : "");
}

static void
print_help (void)
{
  g_print ("%s\n\n  bjt [--db FILE] [--as-of DATE] [--format table|json|csv] [--by NAME] %s …\n\n",
           _("Baijiatu: community grid work on one map"), _("COMMAND"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-8s %s\n           bjt %s %s\n", commands[i].name, _(commands[i].summary), commands[i].name, commands[i].usage);
}

static gboolean
read_format (const char       *text,
             BjtListingFormat *format)
{
  static const char *const names[] = { "table", "json", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *format = (BjtListingFormat) i;
        return TRUE;
      }
  return FALSE;
}

/* The options that stand anywhere; takes them out of the words. Help and
 * version are all that is wanted where they are asked for. */
static BjtExit
read_common_options (BjtCli   *cli,
                     int      *argc,
                     char   ***argv,
                     gboolean *done)
{
  g_autofree char *as_of = NULL;
  g_autofree char *format = NULL;
  gboolean         help = FALSE;
  gboolean         version = FALSE;
  GOptionEntry     entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &cli->db, NULL, NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &cli->by, NULL, NULL },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  if (!g_option_context_parse (context, argc, argv, &error))
    return bjt_cli_usage ("%s", error->message);
  if (version)
    {
      g_print ("bjt %s\n", BJT_VERSION);
      *done = TRUE;
      return BJT_EXIT_GOOD;
    }
  if (help)
    {
      print_help ();
      *done = TRUE;
      return BJT_EXIT_GOOD;
    }
  if (format != NULL && !read_format (format, &cli->format))
    return bjt_cli_usage (_("--format is table, json or csv, not “%s”"), format);
  bjt_clock_init (&cli->clock);
  if (as_of == NULL)
    return BJT_EXIT_GOOD;
  bjt_clock_init_as_of (&cli->clock, bjt_date_parse (as_of));
  return cli->clock.as_of != BJT_DATE_NONE ? BJT_EXIT_GOOD : bjt_cli_usage (_("--as-of wants a day like 2026-11-22, not “%s”"), as_of);
}

static BjtExit
run (BjtCli *cli,
     int     argc,
     char  **argv)
{
  gboolean done = FALSE;
  BjtExit  exit_code = read_common_options (cli, &argc, &argv, &done);

  if (done || exit_code != BJT_EXIT_GOOD)
    return exit_code;
  if (argc < 2)
    return bjt_cli_usage (_("which command? bjt --help lists them"));
  if (cli->db == NULL)
    cli->db = g_strdup (g_getenv ("BJT_DB"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].func (cli, argc - 1, argv + 1);
  return bjt_cli_usage (_("there is no command “%s”; bjt --help lists them"), argv[1]);
}

/* What was printed has to arrive: a full disk is a failure. */
static BjtExit
finish_output (BjtExit exit_code)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit_code;
  g_printerr (_("bjt: the output can't be written: %s\n"), g_strerror (errno));
  return BJT_EXIT_REFUSED;
}

int
main (int    argc,
      char **argv)
{
  BjtCli  cli = { 0 };
  BjtExit exit_code;
  g_auto (GStrv) words = NULL;
  g_autofree char **shallow = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("BJT_LOCALE_DIR") != NULL ? g_getenv ("BJT_LOCALE_DIR") : BJT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("bjt");
  words = g_strdupv (argv);
  shallow = g_memdup2 (words, ((gsize) argc + 1) * sizeof *words); /* option parsing drops words */
  exit_code = finish_output (run (&cli, argc, shallow));
  g_free (cli.db);
  g_free (cli.by);
  return (int) exit_code;
}
