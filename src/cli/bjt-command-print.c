/* bjt-command-print.c: sheets as files. Those that are not public are recorded. */
#include <string.h>

#include "bjt-cli.h"
#include "bjt-plan-words.h"
#include "bjt-print-register.h"
#include "bjt-work-figures.h"
#include "bjt-work-words.h"
#include "print/bjt-atlas.h"
#include "print/bjt-day-log-sheet.h"
#include "print/bjt-grid-sheet.h"
#include "print/bjt-person-sheet.h"
#include "print/bjt-plan-sheet.h"
#include "print/bjt-public-sheet.h"
#include "print/bjt-report-sheet.h"
#include "print/bjt-walk-sheet.h"
#include "workspace/bjt-tile-opener.h"
#include "workspace/bjt-work-papers.h"
#include "workspace/bjt-workspace-calendar.h"
#include "workspace/bjt-workspace-day-log.h"
#include "workspace/bjt-workspace-ledger.h"
#include "workspace/bjt-workspace-meetings.h"
#include "workspace/bjt-workspace-people.h"
#include "workspace/bjt-workspace-plans.h"
#include "workspace/bjt-workspace-prints.h"
#include "workspace/bjt-workspace-walks.h"

typedef struct
{
  int      grid;
  char    *paper;
  char    *output;
  char    *purpose;
  char    *receiver;
  char    *maker;
  char    *language;
  char    *base;
  char    *person;
  char    *on;
  char    *from;
  char    *to;
  char    *gap;
  int      copy;
  double   dpi;
  gboolean names;
  gboolean mono;
  gboolean binding;
  gboolean portrait;
  gboolean landscape;
  gboolean is_public;
  gboolean all;

  BjtTilePainter *tiles; /* of the base; NULL: none was named */
} PrintOptions;

static void
print_options_clear (PrintOptions *self)
{
  g_free (self->paper);
  g_free (self->output);
  g_free (self->purpose);
  g_free (self->receiver);
  g_free (self->maker);
  g_free (self->language);
  g_free (self->base);
  g_free (self->person);
  g_free (self->on);
  g_free (self->from);
  g_free (self->to);
  g_free (self->gap);
  bjt_tile_painter_unref (self->tiles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PrintOptions, print_options_clear)

static BjtSheetLanguage
get_language (const PrintOptions *options)
{
  return g_strcmp0 (options->language, "en") == 0 ? BJT_SHEET_ENGLISH : BJT_SHEET_CHINESE;
}

static BjtGridSheetOptions
get_sheet_options (const PrintOptions *options)
{
  return (BjtGridSheetOptions) {
    .paper = options->paper,
    .orientation = options->portrait ? BJT_ORIENTATION_PORTRAIT : options->landscape ? BJT_ORIENTATION_LANDSCAPE : BJT_ORIENTATION_BEST,
    .names = options->names ? BJT_SHEET_NAMES_FULL : BJT_SHEET_NAMES_NONE,
    .is_mono = options->mono,
    .has_binding = options->binding,
    .purpose = options->purpose,
    .receiver = options->receiver,
    .maker = options->maker,
    .copy_number = (guint) MAX (options->copy, 0),
    .made_on = BJT_DATE_NONE,
    .language = get_language (options),
    .tiles = options->tiles,
  };
}

/* Made of totals and outlines alone: no person can reach it. */
static BjtSheet *
make_public_sheet (BjtPicture         *picture,
                   guint32             grid,
                   const PrintOptions *options,
                   GError            **error)
{
  BjtPublicSheetOptions sheet = {
    .paper = options->paper,
    .is_portrait = options->portrait,
    .is_mono = options->mono,
    .maker = options->maker,
    .made_on = BJT_DATE_NONE,
    .language = get_language (options),
  };

  return bjt_public_sheet_new (bjt_public_grid_new_from_picture (picture, grid), &sheet, error);
}

static BjtExit
check_options (const PrintOptions *options)
{
  if (options->output == NULL)
    return bjt_cli_usage (_("where to? Name a file that ends in .pdf, .png or .svg with -o"));
  if (options->all && options->is_public)
    return bjt_cli_usage (_("public sheets are printed one grid at a time"));
  if (options->base != NULL && options->is_public)
    return bjt_cli_usage (_("a public sheet has its own base map"));
  if (options->grid <= 0 && !options->all)
    return bjt_cli_usage (_("which grid? --grid N"));
  if (options->is_public && options->names)
    return bjt_cli_usage (_("a public sheet carries no names"));
  if (options->names && (options->purpose == NULL || *options->purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose TEXT, which is recorded"));
  return BJT_EXIT_GOOD;
}

static gboolean
open_base (PrintOptions *options,
           GError      **error)
{
  g_autoptr (BjtTileSource) source = NULL;

  if (options->base == NULL)
    return TRUE;
  source = bjt_tile_opener_open (options->base, error);
  if (source != NULL)
    options->tiles = bjt_tile_painter_new (source);
  return source != NULL;
}

/* What was wrong with the tiles of the base: the rest is printed. */
static void
tell_base_error (const PrintOptions *options)
{
  g_autofree char *message = options->tiles != NULL ? bjt_tile_painter_take_error (options->tiles) : NULL;

  if (message != NULL)
    g_printerr (_("bjt: tiles of the base map are left out: %s\n"), message);
}

/* What did not fit is told. */
static void
tell_note (BjtSheet *sheet)
{
  if (BJT_IS_GRID_SHEET (sheet) && bjt_grid_sheet_get_note (BJT_GRID_SHEET (sheet)) != NULL)
    g_printerr ("bjt: %s\n", bjt_grid_sheet_get_note (BJT_GRID_SHEET (sheet)));
}

static gboolean
write_internal_map (BjtWorkspace       *workspace,
                    guint32             grid,
                    const PrintOptions *options,
                    GError            **error)
{
  BjtPicture         *picture = bjt_workspace_get_picture (workspace);
  BjtGridSheetOptions wish = get_sheet_options (options);
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (BjtSheet) sheet = NULL;

  if (!bjt_print_register_begin (&print, workspace, "grid-map", options->all ? NULL : bjt_workspace_dup_grid_scope (workspace, grid), &wish, error))
    return FALSE;
  sheet = options->all ? bjt_atlas_new_of_grids (picture, &wish, error) : bjt_grid_sheet_new (picture, grid, &wish, error);
  if (sheet == NULL || !bjt_print_register_write (&print, sheet, options->output, options->dpi, error))
    return FALSE;
  tell_note (sheet);
  return TRUE;
}

static gboolean
write_public_map (BjtWorkspace       *workspace,
                  guint32             grid,
                  const PrintOptions *options,
                  GError            **error)
{
  g_autoptr (BjtSheet) sheet = make_public_sheet (bjt_workspace_get_picture (workspace), grid, options, error);

  return sheet != NULL && bjt_sheet_write (sheet, options->output, options->dpi, error);
}

static BjtExit
print_grid_map (BjtCli       *cli,
                PrintOptions *options)
{
  BjtExit exit_code = check_options (options);
  g_autoptr (BjtWorkspace) workspace = NULL;
  GError *error = NULL;
  guint32 grid;

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  grid = bjt_picture_find_grid (bjt_workspace_get_picture (workspace), options->grid);
  if (grid == BJT_NO_INDEX && !options->all)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), options->grid));
  if (!open_base (options, &error) || !(options->is_public ? write_public_map : write_internal_map) (workspace, grid, options, &error))
    return bjt_cli_refuse (error);
  tell_base_error (options);
  return BJT_EXIT_GOOD;
}

/* BUILDING:LEVEL, levels counted from 0 */
static BjtExit
print_plan (BjtCli             *cli,
            const PrintOptions *options,
            const char         *what)
{
  BjtExit              exit_code;
  BjtGridSheetOptions  wish = get_sheet_options (options);
  const char          *colon = strrchr (what, ':');
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (GPtrArray) backdrops = NULL;
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (BjtSheet) sheet = NULL;
  BjtPicture *picture;
  GError     *error = NULL;
  guint32     plan;
  gint64      level = 0;

  if (options->output == NULL)
    return bjt_cli_usage (_("where to? Name a file that ends in .pdf, .png or .svg with -o"));
  if (colon == NULL || !g_ascii_string_to_signed (colon + 1, 10, -99, 999, &level, NULL))
    return bjt_cli_usage (_("use: bjt print plan BUILDING:LEVEL -o FILE (0 is the ground level)"));
  if (options->names && (options->purpose == NULL || *options->purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose TEXT, which is recorded"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  picture = bjt_workspace_get_picture (workspace);
  plan = bjt_plan_words_find_plan (picture, what);
  if (plan == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  if (!bjt_print_register_begin (&print, workspace, "plan", bjt_workspace_dup_level_scope (workspace, bjt_picture_get_plan (picture, plan)->building, (int) level), &wish, &error))
    return bjt_cli_refuse (error);
  backdrops = bjt_workspace_load_backdrops (workspace, &bjt_picture_get_plan (picture, plan)->id, &error);
  sheet = backdrops != NULL ? bjt_plan_sheet_new (picture, bjt_picture_get_plan (picture, plan)->building, (int) level, backdrops, &wish, &error) : NULL;
  if (sheet == NULL || !bjt_print_register_write (&print, sheet, options->output, options->dpi, &error))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

/* Of form sheets: what has to be given, and what is recorded. */
static BjtExit
check_form (const PrintOptions *options)
{
  GError *error = NULL;

  if (options->output == NULL)
    return bjt_cli_usage (_("where to? Name a file that ends in .pdf, .png or .svg with -o"));
  if (options->names && (options->purpose == NULL || *options->purpose == '\0'))
    return bjt_cli_usage (_("--names needs --purpose TEXT, which is recorded"));
  if (!bjt_sheet_can_write (options->output, &error))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static BjtExit
print_person (BjtCli             *cli,
              const PrintOptions *options,
              const char         *who)
{
  BjtExit             exit_code = check_form (options);
  BjtGridSheetOptions wish = get_sheet_options (options);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtPersonFile) file = NULL;
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (BjtSheet) sheet = NULL;
  GError *error = NULL;
  guint32 person;

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  person = bjt_work_words_find_person (workspace, who, options->person);
  if (person == BJT_NO_INDEX)
    return BJT_EXIT_REFUSED;
  wish.names = options->names ? BJT_SHEET_NAMES_FULL : BJT_SHEET_NAMES_MASKED;
  file = bjt_workspace_load_person_file (workspace, &bjt_picture_get_person (bjt_workspace_get_picture (workspace), person)->id, &error);
  if (file == NULL || !bjt_print_register_begin (&print, workspace, "person", bjt_work_words_dup_key (&bjt_picture_get_person (bjt_workspace_get_picture (workspace), person)->id), &wish, &error))
    return bjt_cli_refuse (error);
  sheet = bjt_person_sheet_new (file, &wish, &error);
  if (sheet == NULL || !bjt_print_register_write (&print, sheet, options->output, options->dpi, &error))
    return bjt_cli_refuse (error);
  return BJT_EXIT_GOOD;
}

static BjtExit
print_log (BjtCli             *cli,
           const PrintOptions *options)
{
  BjtExit             exit_code = check_form (options);
  BjtGridSheetOptions wish = get_sheet_options (options);
  BjtDayLogScope      scope = { BJT_NO_INDEX, BJT_UUID_NIL, BJT_DATE_NONE };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtDayReport) report = NULL;
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (BjtSheet) sheet = NULL;
  GError *error = NULL;

  if (exit_code != BJT_EXIT_GOOD || (exit_code = bjt_work_words_read_day ("--on", options->on, &scope.on)) != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  scope.grid = options->grid > 0 ? bjt_picture_find_grid (bjt_workspace_get_picture (workspace), options->grid) : BJT_NO_INDEX;
  if (options->grid > 0 && scope.grid == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), options->grid));
  report = bjt_workspace_load_day_report (workspace, &scope, &error);
  if (report == NULL || !bjt_print_register_begin (&print, workspace, "log", bjt_workspace_dup_grid_scope (workspace, scope.grid), &wish, &error))
    return bjt_cli_refuse (error);
  sheet = bjt_day_log_sheet_new (report, &wish, &error);
  return sheet != NULL && bjt_print_register_write (&print, sheet, options->output, options->dpi, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

static BjtSheet *
make_walk_sheet (BjtWorkspace        *workspace,
                 const BjtWalk       *walk,
                 BjtGridSheetOptions *wish,
                 GError             **error)
{
  BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autofree guint32 *doors = g_new (guint32, walk->door_ids->len);
  BjtWalkPlan plan = { walk->number, walk->on, doors, walk->door_ids->len };

  for (guint i = 0; i < walk->door_ids->len; i++)
    doors[i] = bjt_picture_find_door (picture, &g_array_index (walk->door_ids, BjtUuid, i));
  return bjt_walk_sheet_new (picture, &plan, wish, error);
}

/* A new walk, or that of the number. */
static BjtExit
print_walk (BjtCli             *cli,
            const PrintOptions *options,
            const char         *number)
{
  BjtExit             exit_code = check_form (options);
  BjtGridSheetOptions wish = get_sheet_options (options);
  BjtDate             on = BJT_DATE_NONE;
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtWalk) walk = NULL;
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (BjtSheet) sheet = NULL;
  GError *error = NULL;

  if (exit_code != BJT_EXIT_GOOD || (exit_code = bjt_work_words_read_day ("--on", options->on, &on)) != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  on = on != BJT_DATE_NONE ? on : bjt_workspace_get_today (workspace);
  walk = number != NULL ? bjt_workspace_find_walk (workspace, number, &error) : bjt_workspace_plan_walk (workspace, on, options->grid);
  if (walk == NULL && error == NULL)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), options->grid));
  wish.names = options->names ? BJT_SHEET_NAMES_FULL : BJT_SHEET_NAMES_MASKED;
  if (walk == NULL || (number == NULL && !bjt_workspace_keep_walk (workspace, walk, &error))
      || !bjt_print_register_begin (&print, workspace, "walk", g_strdup (walk->number), &wish, &error)
      || (sheet = make_walk_sheet (workspace, walk, &wish, &error)) == NULL
      || !bjt_print_register_write (&print, sheet, options->output, options->dpi, &error))
    return bjt_cli_refuse (error);
  g_print ("%s\n", walk->number);
  return BJT_EXIT_GOOD;
}

static gboolean
write_walks (BjtWorkspace       *workspace,
             const PrintOptions *options,
             const GPtrArray    *walks,
             GError            **error)
{
  BjtGridSheetOptions wish = get_sheet_options (options);
  const BjtWalk      *first = walks->len > 0 ? walks->pdata[0] : NULL;
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (BjtSheet)  sheet = NULL;

  wish.names = options->names ? BJT_SHEET_NAMES_FULL : BJT_SHEET_NAMES_MASKED;
  if (!bjt_workspace_keep_walks (workspace, (BjtWalk *const *) walks->pdata, walks->len, error)
      || !bjt_print_register_begin (&print, workspace, "walk", g_strdup (first->number), &wish, error))
    return FALSE;
  for (guint i = 0; i < walks->len; i++)
    {
      BjtSheet *part = make_walk_sheet (workspace, walks->pdata[i], &wish, error);

      if (part == NULL)
        return FALSE;
      g_ptr_array_add (sheets, part);
    }
  sheet = bjt_atlas_new (bjt_sheet_get_title (sheets->pdata[0]), sheets, error);
  return sheet != NULL && bjt_print_register_write (&print, sheet, options->output, options->dpi, error);
}

/* What is missing to a figure, a sheet a grid. */
static BjtExit
print_gap_walks (BjtCli             *cli,
                 const PrintOptions *options)
{
  BjtExit exit_code = check_form (options);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtDoorSet)   doors = NULL;
  g_autoptr (GPtrArray)    walks = NULL;
  GError *error = NULL;
  guint32 grid;

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  grid = options->grid > 0 ? bjt_picture_find_grid (bjt_workspace_get_picture (workspace), options->grid) : BJT_NO_INDEX;
  if (options->grid > 0 && grid == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), options->grid));
  doors = bjt_work_figures_find_gap (workspace, options->gap, grid, &exit_code);
  if (doors == NULL)
    return exit_code;
  walks = bjt_workspace_plan_walks_of (workspace, bjt_workspace_get_today (workspace), doors);
  if (!write_walks (workspace, options, walks, &error))
    return bjt_cli_refuse (error);
  for (guint i = 0; i < walks->len; i++)
    g_print ("%s\n", ((const BjtWalk *) walks->pdata[i])->number);
  return BJT_EXIT_GOOD;
}

static BjtExit
read_period (const PrintOptions *options,
             BjtWorkQuery       *query)
{
  BjtExit exit_code;

  if ((exit_code = bjt_work_words_read_day ("--from", options->from, &query->from_on)) != BJT_EXIT_GOOD
      || (exit_code = bjt_work_words_read_day ("--to", options->to, &query->to_on)) != BJT_EXIT_GOOD)
    return exit_code;
  return query->from_on <= query->to_on ? BJT_EXIT_GOOD : bjt_cli_usage (_("the period ends before it begins"));
}

/* The year so far, unless days are told. */
static BjtExit
print_report (BjtCli             *cli,
              const PrintOptions *options)
{
  BjtExit             exit_code = check_form (options);
  BjtGridSheetOptions wish = get_sheet_options (options);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtSheet) sheet = NULL;
  BjtWorkQuery query;
  BjtLedger   *ledger;
  GError      *error = NULL;

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  ledger = bjt_workspace_get_ledger (workspace, &error);
  if (ledger == NULL)
    return bjt_cli_refuse (error);
  bjt_work_query_init (&query, ledger, bjt_workspace_get_picture (workspace));
  query.calendar = bjt_workspace_get_calendar (workspace);
  exit_code = read_period (options, &query);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  query.grid = options->grid > 0 ? bjt_picture_find_grid (query.picture, options->grid) : BJT_NO_INDEX;
  if (options->grid > 0 && query.grid == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), options->grid));
  sheet = bjt_report_sheet_new (&query, &wish, &error);
  return sheet != NULL && bjt_sheet_write (sheet, options->output, options->dpi, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

/* A notice by its number, a meeting by its key; BJT_EXIT_GOOD with its key in @id. */
static BjtExit
find_paper (BjtWorkspace *workspace,
            const char   *kind,
            const char   *name,
            BjtUuid      *id)
{
  GError *error = NULL;
  gboolean is_notice = strcmp (kind, "notice") == 0;
  g_autoptr (GPtrArray) records = is_notice ? bjt_workspace_list_notices (workspace, NULL, &error) : bjt_workspace_list_meetings (workspace, &error);
  const BjtMeeting *meeting;

  if (records == NULL)
    return bjt_cli_refuse (error);
  if (is_notice)
    {
      for (guint i = 0; i < records->len; i++)
        if (g_strcmp0 (((const BjtNotice *) records->pdata[i])->number, name) == 0)
          {
            *id = ((const BjtNotice *) records->pdata[i])->id;
            return BJT_EXIT_GOOD;
          }
      return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no notice %s"), name));
    }
  meeting = bjt_work_words_find_key (records, name);
  if (meeting == NULL)
    return BJT_EXIT_REFUSED;
  *id = meeting->id;
  return BJT_EXIT_GOOD;
}

static BjtExit
print_paper (BjtCli             *cli,
             const PrintOptions *options,
             const char         *kind,
             const char         *name)
{
  BjtExit             exit_code = check_form (options);
  BjtGridSheetOptions wish = get_sheet_options (options);
  BjtUuid             id;
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_auto (BjtPrintRegister) print = { 0 };
  g_autoptr (BjtSheet) sheet = NULL;
  GError *error = NULL;

  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  exit_code = find_paper (workspace, kind, name, &id);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  if (!bjt_print_register_begin (&print, workspace, kind, bjt_work_words_dup_key (&id), &wish, &error))
    return bjt_cli_refuse (error);
  sheet = (strcmp (kind, "notice") == 0 ? bjt_work_papers_new_notice : bjt_work_papers_new_meeting) (workspace, &id, &wish, &error);
  return sheet != NULL && bjt_print_register_write (&print, sheet, options->output, options->dpi, &error) ? BJT_EXIT_GOOD : bjt_cli_refuse (error);
}

BjtExit
bjt_command_print (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  g_auto (PrintOptions) options = { .dpi = 150 };
  GOptionEntry entries[] = {
    { "grid", 'g', 0, G_OPTION_ARG_INT, &options.grid, N_ ("Number of the grid"), N_ ("N") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &options.all, N_ ("All grids, one after the other in one file"), NULL },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &options.paper, N_ ("A0 … A5 or 300x500 in millimetres; A3 when left out"), N_ ("PAPER") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("File that ends in .pdf, .png or .svg"), N_ ("FILE") },
    { "names", 0, 0, G_OPTION_ARG_NONE, &options.names, N_ ("With full names; needs --purpose"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_ ("What the sheet is for"), N_ ("TEXT") },
    { "receiver", 0, 0, G_OPTION_ARG_STRING, &options.receiver, N_ ("Who receives it"), N_ ("TEXT") },
    { "maker", 0, 0, G_OPTION_ARG_STRING, &options.maker, N_ ("Who made it"), N_ ("TEXT") },
    { "copy", 0, 0, G_OPTION_ARG_INT, &options.copy, N_ ("Number of the copy"), N_ ("N") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options.dpi, N_ ("Resolution of a PNG"), N_ ("N") },
    { "mono", 0, 0, G_OPTION_ARG_NONE, &options.mono, N_ ("For a black and white printer"), NULL },
    { "binding", 0, 0, G_OPTION_ARG_NONE, &options.binding, N_ ("With a margin to bind it at the left"), NULL },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &options.portrait, N_ ("Upright, whatever fits best"), NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &options.landscape, N_ ("Across, whatever fits best"), NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.is_public, N_ ("The sheet for the public wall: totals only"), NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, N_ ("Who, when several belong to the door"), N_ ("NAME") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("Day of the log; today when left out"), N_ ("DAY") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Figures of a period: its first day; else the first of the year"), N_ ("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Its last day; else today"), N_ ("DAY") },
    { "gap", 0, 0, G_OPTION_ARG_STRING, &options.gap, N_ ("Walk sheets of what is missing to this figure, one a grid"), N_ ("FIGURE") },
    { "base", 'b', 0, G_OPTION_ARG_FILENAME, &options.base, N_ ("Pack of map tiles to lay under it (MBTiles, PMTiles)"), N_ ("FILE") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the sheet: zh or en"), N_ ("WORD") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse ("grid-map|plan BUILDING:LEVEL|person WHO|log|report|walk [NUMBER]|notice NUMBER|meeting KEY", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc == 3 && strcmp (argv[1], "plan") == 0)
    return print_plan (cli, &options, argv[2]);
  if (argc == 2 && strcmp (argv[1], "log") == 0)
    return print_log (cli, &options);
  if (argc == 3 && (strcmp (argv[1], "notice") == 0 || strcmp (argv[1], "meeting") == 0))
    return print_paper (cli, &options, argv[1], argv[2]);
  if (argc == 2 && strcmp (argv[1], "report") == 0)
    return print_report (cli, &options);
  if ((argc == 2 || argc == 3) && strcmp (argv[1], "walk") == 0)
    return options.gap != NULL ? print_gap_walks (cli, &options) : print_walk (cli, &options, argc == 3 ? argv[2] : NULL);
  if (argc > 2 && strcmp (argv[1], "person") == 0)
    {
      g_autofree char *who = g_strjoinv (" ", argv + 2);

      return print_person (cli, &options, who);
    }
  if (argc != 2 || strcmp (argv[1], "grid-map") != 0)
    return bjt_cli_usage (_("use: bjt print grid-map --grid N|--all [--paper A3] [--public] -o FILE, or bjt print plan BUILDING:LEVEL|person WHO|log|report|walk [NUMBER]|notice NUMBER|meeting KEY -o FILE"));
  return print_grid_map (cli, &options);
}
