/* bjt-command-plan-export.c: plans as files for others: SVG, PDF, PNG, GeoJSON,
 * IMDF. Nothing personal but with --facts, and then the journal says so. */
#include <string.h>

#include "bjt-cli.h"
#include "bjt-plan-words.h"
#include "plan/bjt-plan-levels.h"
#include "workspace/bjt-plan-export.h"

typedef struct
{
  char    *output;
  char   **levels;
  char    *purpose;
  char    *anywhere;
  gboolean with_backdrop;
  gboolean facts;
} Options;

/* BUILDING or BUILDING:LEVEL */
static guint32
find_building (const BjtPicture *picture,
               const char       *text,
               GString          *levels)
{
  const char      *colon = strrchr (text, ':');
  g_autofree char *name = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);

  if (colon != NULL)
    g_string_append_printf (levels, "%s%s", levels->len > 0 ? ";" : "", colon + 1);
  return bjt_plan_words_find_building (picture, name);
}

static BjtExit
export (BjtWorkspace  *workspace,
        const Options *options,
        const char    *what,
        GError       **error)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autofree char  *joined = options->levels != NULL ? g_strjoinv (";", options->levels) : g_strdup ("");
  GString          *text = g_string_new (joined);
  BjtPlanExport     wish = { .with_backdrop = options->with_backdrop, .with_facts = options->facts, .purpose = options->purpose };
  guint32           building = find_building (picture, what, text);
  g_autofree char  *levels_text = g_string_free (text, FALSE);
  g_autoptr (GArray) levels = *levels_text != '\0' ? bjt_plan_levels_parse (levels_text, error) : NULL;

  if (building == BJT_NO_INDEX || (*levels_text != '\0' && levels == NULL))
    return BJT_EXIT_REFUSED;
  if (!bjt_plan_export_guess_format (options->output, &wish.format))
    return bjt_cli_usage (_("the file to write ends in .svg, .pdf, .png, .geojson or .zip (IMDF)"));
  if (options->anywhere != NULL && !bjt_plan_words_parse_pair (options->anywhere, &wish.place))
    return bjt_cli_usage (_("--anywhere wants LON,LAT"));
  wish.building_id = bjt_picture_get_building (picture, building)->id;
  wish.levels = levels;
  wish.has_place = options->anywhere != NULL;
  return bjt_workspace_export_plan_to (workspace, &wish, options->output, error) ? BJT_EXIT_GOOD : BJT_EXIT_REFUSED;
}

static BjtExit
run (BjtCli        *cli,
     const Options *options,
     int            argc,
     char         **argv)
{
  g_autoptr (BjtWorkspace) workspace = NULL;
  BjtExit exit_code = BJT_EXIT_GOOD;
  GError *error = NULL;

  if (argc != 3 || options->output == NULL)
    return bjt_cli_usage (_("use: bjt plan export BUILDING[:LEVEL] -o FILE [--level N] [--with-backdrop] [--facts --purpose WHY] [--anywhere LON,LAT]"));
  if (options->facts && (options->purpose == NULL || *options->purpose == '\0'))
    return bjt_cli_usage (_("--facts wants --purpose: what the people's data is needed for"));
  workspace = bjt_cli_open (cli, &exit_code);
  if (workspace == NULL)
    return exit_code;
  exit_code = export (workspace, options, argv[2], &error);
  return error != NULL ? bjt_cli_refuse (error) : exit_code;
}

BjtExit
bjt_command_plan_export (BjtCli *cli,
                         int     argc,
                         char  **argv)
{
  Options      options = { 0 };
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write: .svg .pdf .png .geojson .zip (IMDF)"), N_ ("FILE") },
    { "level", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.levels, N_ ("Only these levels, 0 is the ground level"), N_ ("LEVELS") },
    { "with-backdrop", 0, 0, G_OPTION_ARG_NONE, &options.with_backdrop, N_ ("With the drawing that lies under the plan"), NULL },
    { "facts", 0, 0, G_OPTION_ARG_NONE, &options.facts, N_ ("PDF and PNG: with the marks of households"), NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &options.purpose, N_ ("Why the facts are needed; kept in the journal"), N_ ("WHY") },
    { "anywhere", 0, 0, G_OPTION_ARG_STRING, &options.anywhere, N_ ("Where a plan lies that is not placed"), N_ ("LON,LAT") },
    { NULL },
  };
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (bjt_cli_parse ("plan export BUILDING[:LEVEL] -o FILE", entries, &argc, &argv, &exit_code))
    exit_code = run (cli, &options, argc, argv);
  g_free (options.output);
  g_strfreev (options.levels);
  g_free (options.purpose);
  g_free (options.anywhere);
  return exit_code;
}
