/* bjt-command-plan-import.c: a drawing of any kind becomes plans of a building,
 * or lies under one that is there: one step that bjt undo takes back. */
#include "bjt-cli.h"

#include <string.h>

#include "bjt-plan-words.h"
#include "plan/bjt-plan-index.h"
#include "workspace/bjt-plan-import.h"

typedef struct
{
  char  *building;
  char  *levels;
  char  *name;
  char **layers;
  char  *under;
  char  *length;
  double scale;
  double width;
  int    page;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->building);
  g_free (self->levels);
  g_free (self->name);
  g_strfreev (self->layers);
  g_free (self->under);
  g_free (self->length);
}

/* Each word may be several, parted by commas. */
static GStrv
split_layers (const Options *options)
{
  g_autofree char *joined = options->layers != NULL ? g_strjoinv (",", options->layers) : NULL;

  return joined != NULL ? g_strsplit (joined, ",", -1) : NULL;
}

/* "0,0:400,0=12.5" */
static gboolean
read_length (const char        *text,
             BjtPlanImportWish *wish)
{
  const char      *equals = text != NULL ? strchr (text, '=') : NULL;
  g_autofree char *ends = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  char            *end = NULL;

  if (text == NULL)
    return TRUE;
  if (ends == NULL || !bjt_plan_words_parse_two (ends, wish->wall))
    return FALSE;
  wish->length = g_ascii_strtod (equals + 1, &end);
  return end != equals + 1 && *end == '\0' && wish->length > 0;
}

/* The building that is named, or the one the file lies on */
static gboolean
find_building (const BjtPicture       *picture,
               const Options          *options,
               const BjtOpenedDrawing *opened,
               BjtUuid                *id)
{
  guint32 building = options->building != NULL ? bjt_plan_words_find_building (picture, options->building) : bjt_plan_import_find_building (picture, opened);

  if (building == BJT_NO_INDEX && options->building == NULL)
    g_printerr (_("bjt: which building is it? Name it with --building\n"));
  if (building == BJT_NO_INDEX)
    return FALSE;
  *id = bjt_picture_get_building (picture, building)->id;
  return TRUE;
}

static gboolean
find_under (const BjtPicture *picture,
            const Options    *options,
            BjtUuid          *id)
{
  guint32 plan = bjt_plan_words_find_plan (picture, options->under);

  if (plan == BJT_NO_INDEX)
    return FALSE;
  *id = bjt_picture_get_plan (picture, plan)->id;
  return TRUE;
}

/* For people; scripts read the columns. */
static void
tell (const BjtOpenedDrawing    *opened,
      const BjtPlanImportReport *report)
{
  for (guint i = 0; i < opened->remarks->len; i++)
    g_print ("%s\n", g_array_index (opened->remarks, BjtDrawingRemark, i).message);
  if (report->scale_source == BJT_PLAN_SCALE_GUESSED)
    g_print (_("The file does not tell its scale; it was taken to be %.4g m a unit. To tell it: --scale, --width or --length\n"), report->metres_per_unit);
  if (report->n_left_out > 0)
    g_print (ngettext ("%u shape was left out: it crosses itself or has no area\n", "%u shapes were left out: they cross themselves or have no area\n",
                       report->n_left_out), report->n_left_out);
}

static void
print_report (const BjtPlanImportReport *report,
              BjtListingFormat           format)
{
  static const char *const columns[] = { "plans", "elements", "doors", "left_out", "metres_per_unit", "scale", "placed", "id", NULL };
  static const char *const sources[] = { "given", "file", "guessed" };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  bjt_listing_add_int (listing, report->n_plans);
  bjt_listing_add_int (listing, report->n_elements);
  bjt_listing_add_int (listing, report->n_doors);
  bjt_listing_add_int (listing, report->n_left_out);
  bjt_listing_add_number (listing, report->metres_per_unit);
  bjt_listing_add_text (listing, sources[report->scale_source]);
  bjt_listing_add_text (listing, report->is_placed ? "yes" : "no");
  bjt_listing_take_text (listing, bjt_uuid_dup_string (&report->plan_id));
  bjt_listing_print (listing, format);
}

static BjtExit
bring_in (BjtCli        *cli,
          const Options *options,
          const char    *path,
          BjtWorkspace  *workspace)
{
  const BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autofree char  *file_name = g_path_get_basename (path);
  g_auto (GStrv)    layers = split_layers (options);
  BjtPlanImportWish wish = { .levels = options->levels, .name = options->name, .file_name = file_name, .metres_per_unit = options->scale,
                             .width = options->width, .layers = (const char *const *) layers };
  g_autoptr (BjtOpenedDrawing) opened = NULL;
  BjtPlanImportReport report;
  GError *error = NULL;

  if (!read_length (options->length, &wish) || options->scale < 0 || options->width < 0 || options->page < 0)
    return bjt_cli_usage (_("--length wants two places of the drawing and metres: X,Y:X,Y=12.5; --scale and --width are above 0, pages count from 1"));
  if (options->under != NULL && !find_under (picture, options, &wish.under_plan_id))
    return BJT_EXIT_REFUSED;
  opened = bjt_drawing_opener_open (path, (guint) MAX (options->page, 1), NULL, &error);
  if (opened == NULL)
    return bjt_cli_refuse (error);
  if (options->under == NULL && !find_building (picture, options, opened, &wish.building_id))
    return BJT_EXIT_REFUSED;
  if (!bjt_workspace_import_plan (workspace, opened, &wish, &report, &error))
    return bjt_cli_refuse (error);
  print_report (&report, cli->format);
  if (cli->format == BJT_LISTING_TABLE)
    tell (opened, &report);
  return BJT_EXIT_GOOD;
}

BjtExit
bjt_command_plan_import (BjtCli *cli,
                         int     argc,
                         char  **argv)
{
  Options      options = { 0 };
  GOptionEntry entries[] = {
    { "building", 0, 0, G_OPTION_ARG_STRING, &options.building, N_ ("The building it shows; else the one the file lies on"), N_ ("NAME") },
    { "levels", 0, 0, G_OPTION_ARG_STRING, &options.levels, N_ ("Its levels, as in 0;2-5 (0 is the ground level)"), N_ ("LEVELS") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("What the plan is called"), N_ ("NAME") },
    { "page", 0, 0, G_OPTION_ARG_INT, &options.page, N_ ("Which page of a PDF, from 1"), N_ ("N") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale, N_ ("Metres a unit of the drawing"), N_ ("METRES") },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &options.width, N_ ("Metres the whole drawing is wide"), N_ ("METRES") },
    { "length", 0, 0, G_OPTION_ARG_STRING, &options.length, N_ ("A wall of known length: X,Y:X,Y=METRES"), N_ ("WALL") },
    { "layers", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.layers, N_ ("The layers to show, the others are hidden"), N_ ("A,B") },
    { "under", 0, 0, G_OPTION_ARG_STRING, &options.under, N_ ("Lay it under a plan that is there: BUILDING:LEVEL"), N_ ("PLAN") },
    { NULL },
  };
  g_autoptr (BjtWorkspace) workspace = NULL;
  BjtExit exit_code = BJT_EXIT_GOOD;

  if (bjt_cli_parse ("FILE", entries, &argc, &argv, &exit_code))
    {
      if (argc != 2)
        exit_code = bjt_cli_usage (_("use: bjt plan import FILE --building NAME --levels 0-5 [--page N] [--scale N | --width METRES | --length X,Y:X,Y=METRES] "
                                     "[--layers A,B] [--name NAME], or --under BUILDING:LEVEL"));
      else
        workspace = bjt_cli_open (cli, &exit_code);
      if (workspace != NULL)
        exit_code = bring_in (cli, &options, argv[1], workspace);
    }
  options_clear (&options);
  return exit_code;
}
