/* bjt-command-import.c: maps and registers from outside, with their report. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "bjt-cli.h"
#include "import/bjt-import-report.h"

#define MAX_SHOWN_PROBLEMS 40

static void
print_problems (const BjtImportReport *report,
                BjtListingFormat       format)
{
  static const char *const columns[] = { "file", "sheet", "row", "column", "severity", "code", "message", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  guint n = bjt_import_report_get_n_problems (report);
  guint shown = format == BJT_LISTING_TABLE ? MIN (n, MAX_SHOWN_PROBLEMS) : n;

  for (guint i = 0; i < shown; i++)
    {
      const BjtImportProblem *problem = bjt_import_report_get_problem (report, i);

      bjt_listing_add_text (listing, problem->file);
      bjt_listing_add_text (listing, problem->sheet);
      bjt_listing_add_int (listing, problem->row);
      bjt_listing_add_text (listing, problem->column);
      bjt_listing_add_text (listing, bjt_severity_get_name (problem->severity));
      bjt_listing_add_text (listing, problem->code);
      bjt_listing_add_text (listing, problem->message);
    }
  if (shown > 0)
    bjt_listing_print (listing, format);
  if (shown < n)
    g_print (_("… and %u more; --format csv lists them all\n"), n - shown);
}

static void
print_counts (const char            *file,
              const BjtImportReport *report)
{
  static const char *const names[] = {
    "rows", "rows_imported", "rows_refused", "already_there", "new_compounds", "new_grids", "new_buildings", "footprints", "new_entrances",
    "new_doors", "new_households", "new_persons", "new_category_marks", "new_map_features", "not_used",
  };
  g_autofree char *name = g_path_get_basename (file);

  g_print ("%s:", name);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (bjt_import_report_get_count (report, names[i]) > 0)
      g_print (" %s %u", names[i], bjt_import_report_get_count (report, names[i]));
  g_print ("\n");
}

static void
print_report (const BjtCli          *cli,
              const char            *file,
              const BjtImportReport *report)
{
  if (cli->format == BJT_LISTING_JSON)
    {
      g_autofree char *json = bjt_import_report_to_json (report);

      g_print ("%s\n", json);
      return;
    }
  if (cli->format == BJT_LISTING_TABLE)
    print_counts (file, report);
  print_problems (report, cli->format);
}

static BjtExit
import_file (BjtCli                 *cli,
             BjtWorkspace           *workspace,
             const char             *file,
             const BjtImportOptions *options)
{
  g_autoptr (BjtImportReport) report = NULL;
  GError *error = NULL;

  report = bjt_workspace_import (workspace, file, options, bjt_cli_show_progress, NULL, NULL, &error);
  if (report == NULL)
    return bjt_cli_refuse (error);
  print_report (cli, file, report);
  return BJT_EXIT_GOOD;
}

/* The map of columns is JSON itself, or the name of a file of it. */
static gboolean
read_column_map (char   **map,
                 GError **error)
{
  g_autofree char *path = NULL;

  if (*map == NULL || **map == '{')
    return TRUE;
  path = g_steal_pointer (map);
  return g_file_get_contents (path, map, NULL, error);
}

BjtExit
bjt_command_import (BjtCli *cli,
                    int     argc,
                    char  **argv)
{
  g_autofree char *datum = NULL;
  BjtImportOptions options = { 0 };
  GOptionEntry     entries[] = {
    { "map", 'm', 0, G_OPTION_ARG_STRING, &options.column_map, N_ ("What the columns are: JSON, or a file of it"), N_ ("JSON") },
    { "compound", 'c', 0, G_OPTION_ARG_STRING, &options.compound, N_ ("Compound of rows that name none"), N_ ("NAME") },
    { "datum", 0, 0, G_OPTION_ARG_STRING, &datum, N_ ("What the file's coordinates are: cgcs2000 (as they are), gcj02 or bd09 (converted)"), N_ ("DATUM") },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Report only, change nothing"), NULL },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autofree char *map = NULL;
  g_autofree char *compound = NULL;
  GError *error = NULL;
  BjtExit exit_code;
  BjtExit worst = BJT_EXIT_GOOD;

  if (!bjt_cli_parse ("FILE…", entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc < 2)
    return bjt_cli_usage (_("use: bjt import FILE… [--map JSON] [--compound NAME] [--dry-run]"));
  if (!read_column_map (&options.column_map, &error))
    return bjt_cli_refuse (error);
  map = options.column_map;
  compound = options.compound;
  if (datum != NULL && !bjt_datum_init_from_name (&options.datum, datum))
    return bjt_cli_usage (_("--datum is cgcs2000, gcj02 or bd09"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  for (int i = 1; i < argc; i++)
    if (import_file (cli, workspace, argv[i], &options) != BJT_EXIT_GOOD)
      worst = BJT_EXIT_REFUSED;
  return worst;
}
