/* bjt-command-map.c: the map as a picture. No names of persons are on it, and
 * no restricted category. */
#include <string.h>

#include "bjt-cli.h"
#include "workspace/bjt-names.h"
#include "geo/bjt-mercator.h"
#include "model/bjt-filter-term.h"
#include "print/bjt-map-sheet.h"
#include "workspace/bjt-tile-opener.h"

#define MAX_SIDE 20000

typedef struct
{
  int      grid;
  char    *output, *size, *bbox, *style, *choropleth, *heat, *method, *base, *filter, *language, *palette;
  int      classes;
  gboolean compounds, no_legend, is_public;
} MapOptions;

static void
map_options_clear (MapOptions *self)
{
  char **texts[] = { &self->output, &self->size, &self->bbox, &self->style, &self->choropleth, &self->heat, &self->method, &self->base,
                     &self->filter, &self->language, &self->palette };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MapOptions, map_options_clear)

/* -1: none of them */
static int
find_word (const char *const *words,
           guint              n,
           const char        *word)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (int) i;
  return -1;
}

/* What is asked for, into what the sheet takes */

static BjtExit
read_look (const MapOptions   *options,
           BjtMapSheetOptions *sheet)
{
  static const char *const styles[] = { "class", "category", "attention", "contact", "issues" };
  static const char *const palettes[] = { "light", "dark", "print", "mono" };
  int                      style = options->style != NULL ? find_word (styles, G_N_ELEMENTS (styles), options->style) : 0;
  int                      palette = options->palette != NULL ? find_word (palettes, G_N_ELEMENTS (palettes), options->palette) : 0;

  if (style < 0)
    return bjt_cli_usage (_("--style is class, category, attention, contact or issues, not “%s”"), options->style);
  if (palette < 0)
    return bjt_cli_usage (_("--palette is light, dark, print or mono, not “%s”"), options->palette);
  sheet->style = (BjtDoorStyle) style;
  sheet->palette = (BjtPaletteKind) palette;
  sheet->language = g_strcmp0 (options->language, "en") == 0 ? BJT_SHEET_ENGLISH : BJT_SHEET_CHINESE;
  sheet->width = 1400;
  sheet->height = 900;
  if (options->size != NULL && (sscanf (options->size, "%ux%u", &sheet->width, &sheet->height) != 2 || sheet->width < 64 || sheet->height < 64
                                || sheet->width > MAX_SIDE || sheet->height > MAX_SIDE))
    return bjt_cli_usage (_("--size wants pixels like 1400x900, not “%s”"), options->size);
  return BJT_EXIT_GOOD;
}

static BjtExit
refuse_indicator (const char *code)
{
  return bjt_cli_usage (_("there is no indicator “%s”; bjt stats --list-indicators lists them"), code);
}

/* grid:overdue_share */
static BjtExit
read_choropleth (const char *text,
                 BjtShading *shading)
{
  const char      *colon = strchr (text, ':');
  g_autofree char *areas = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : NULL;

  if (areas == NULL || !bjt_area_kind_init_from_name (&shading->areas, areas))
    return bjt_cli_usage (_("--choropleth wants an area and an indicator like grid:overdue_share, not “%s”"), text);
  shading->kind = BJT_SHADING_AREAS;
  if (g_strlcpy (shading->indicator, colon + 1, sizeof shading->indicator) >= sizeof shading->indicator)
    return refuse_indicator (colon + 1);
  return BJT_EXIT_GOOD;
}

/* persons:60, category:aged_80:60 */
static BjtExit
read_heat (const char *text,
           BjtShading *shading)
{
  const char *colon = strrchr (text, ':');
  char       *end = NULL;

  shading->kind = BJT_SHADING_HEAT;
  if (colon != NULL && g_ascii_isdigit (colon[1]))
    shading->radius = g_ascii_strtod (colon + 1, &end);
  else
    colon = text + strlen (text);
  if ((end != NULL && *end != '\0') || shading->radius < BJT_MIN_HEAT_RADIUS || shading->radius > BJT_MAX_HEAT_RADIUS)
    return bjt_cli_usage (_("the radius of heat is 20 to 200 metres, as in persons:60, not “%s”"), text);
  if ((gsize) (colon - text) >= sizeof shading->indicator)
    return refuse_indicator (text);
  g_strlcpy (shading->indicator, text, (gsize) (colon - text) + 1);
  return BJT_EXIT_GOOD;
}

static BjtExit
check_indicator (const BjtPicture *picture,
                 const BjtShading *shading,
                 BjtIndicator     *indicator)
{
  if (!bjt_indicator_init_from_code (indicator, picture, shading->indicator))
    return refuse_indicator (shading->indicator);
  if (bjt_indicator_is_restricted (indicator, picture))
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
                                        _("“%s” is restricted: it is shown on no map"), shading->indicator));
  if (shading->kind == BJT_SHADING_HEAT && (indicator->kind->denominator != BJT_MEASURE_NONE || indicator->kind->numerator == BJT_MEASURE_CONTACT_DAYS))
    return bjt_cli_usage (_("“%s” is no count: heat shows how many there are"), shading->indicator);
  return BJT_EXIT_GOOD;
}

static BjtExit
read_shading (const MapOptions *options,
              BjtShading       *shading)
{
  BjtExit exit_code = BJT_EXIT_GOOD;

  *shading = (BjtShading) BJT_SHADING_DEFAULT;
  shading->n_classes = (guint) CLAMP (options->classes, BJT_MIN_BREAK_CLASSES, BJT_MAX_BREAK_CLASSES);
  shading->shows_compounds = options->compounds;
  shading->is_public = options->is_public;
  if (options->method != NULL && !bjt_break_method_init_from_name (&shading->method, options->method))
    return bjt_cli_usage (_("--method is natural, quantile, equal or round, not “%s”"), options->method);
  if (options->choropleth != NULL && options->heat != NULL)
    return bjt_cli_usage (_("one map shows a choropleth or heat, not both"));
  if (options->choropleth != NULL)
    exit_code = read_choropleth (options->choropleth, shading);
  else if (options->heat != NULL)
    exit_code = read_heat (options->heat, shading);
  return exit_code;
}

/* Where */

static gboolean
read_bbox (const char *text,
           BjtBox     *extent)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  double         numbers[4];
  BjtPoint       low, high;

  if (g_strv_length (parts) != 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0' || !(ABS (numbers[i]) <= (i % 2 == 0 ? 180 : 85)))
        return FALSE;
    }
  low = bjt_mercator_project ((BjtPoint) { numbers[0], numbers[3] });
  high = bjt_mercator_project ((BjtPoint) { numbers[2], numbers[1] });
  *extent = (BjtBox) { low.x, low.y, high.x, high.y };
  return numbers[0] < numbers[2] && numbers[1] < numbers[3];
}

static void
add_boundary (BjtBox            *extent,
              const BjtGeometry *boundary)
{
  for (guint i = 0; boundary != NULL && i < boundary->n_points; i++)
    {
      BjtPoint point = bjt_mercator_project (boundary->points[i]);

      bjt_box_add_point (extent, point.x, point.y);
    }
}

static BjtBox
measure_grid (const BjtPicture *picture,
              guint32           grid)
{
  BjtBox extent = BJT_BOX_EMPTY;

  add_boundary (&extent, bjt_picture_get_grid (picture, grid)->boundary);
  for (guint32 b = 0; b < picture->buildings->len; b++)
    if (bjt_picture_get_building (picture, b)->grid == grid && bjt_picture_get_building (picture, b)->footprint != NULL)
      add_boundary (&extent, bjt_picture_get_building (picture, b)->footprint);
  return extent;
}

static BjtExit
find_extent (const MapOptions   *options,
             BjtPicture         *picture,
             BjtMapSheetOptions *sheet)
{
  guint32 grid = bjt_picture_find_grid (picture, options->grid);

  sheet->extent = picture->extent;
  if (options->bbox != NULL)
    return read_bbox (options->bbox, &sheet->extent)
             ? BJT_EXIT_GOOD
             : bjt_cli_usage (_("--bbox wants west,south,east,north in degrees, not “%s”"), options->bbox);
  if (options->grid != 0 && grid == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), options->grid));
  if (options->grid != 0)
    sheet->extent = measure_grid (picture, grid);
  for (guint32 g = 0; g < picture->grids->len && options->grid == 0; g++)
    add_boundary (&sheet->extent, bjt_picture_get_grid (picture, g)->boundary);
  if (!bjt_box_is_empty (&sheet->extent))
    return BJT_EXIT_GOOD;
  return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("nothing has a place on the map yet")));
}

static char *
dup_title (const BjtIndicator *indicator,
           const BjtPicture   *picture,
           const BjtShading   *shading,
           BjtSheetLanguage    language)
{
  const char      *word = NULL;
  g_autofree char *name = NULL;

  if (indicator->kind->scope == BJT_INDICATOR_OF_CLASS)
    word = bjt_sheet_words_get (language, (BjtSheetWord) (BJT_WORD_CLASS_UNKNOWN + indicator->argument));
  else if (indicator->kind->scope == BJT_INDICATOR_OF_CATEGORY)
    word = bjt_picture_get_category (picture, indicator->argument)->name;
  name = bjt_indicator_fill_name (_(indicator->kind->name), word);
  if (shading->kind != BJT_SHADING_HEAT)
    return g_steal_pointer (&name);
  /* Translators: a density on the map; %s is what is counted. */
  return g_strdup_printf (_("%s, per hectare"), name);
}

static char *
dup_attribution (const BjtPicture *picture,
                 BjtTileSource    *tiles)
{
  const char *sample = picture->community.is_sample ? _("Sample community, fictional map") : NULL;
  const char *made_by = tiles != NULL ? bjt_tile_source_get_info (tiles)->attribution : NULL;

  if (sample != NULL && made_by != NULL)
    return g_strdup_printf ("%s · %s", made_by, sample);
  return g_strdup (made_by != NULL ? made_by : sample);
}

static BjtExit
write_map (BjtPicture         *picture,
           const MapOptions   *options,
           BjtMapSheetOptions *sheet)
{
  g_autofree char *title = NULL;
  g_autofree char *attribution = dup_attribution (picture, sheet->tiles);
  g_autofree char *trouble = NULL;
  g_autoptr (BjtSheet) map = NULL;
  BjtIndicator    indicator;
  BjtShadingWords words;
  GError         *error = NULL;

  if (sheet->shading.kind != BJT_SHADING_NONE)
    {
      BjtExit exit_code = check_indicator (picture, &sheet->shading, &indicator);

      if (exit_code != BJT_EXIT_GOOD)
        return exit_code;
      title = dup_title (&indicator, picture, &sheet->shading, sheet->language);
    }
  words = (BjtShadingWords) { title, _("No figure") };
  sheet->legend = title != NULL && !options->no_legend ? &words : NULL;
  sheet->attribution = attribution;
  map = bjt_map_sheet_new (picture, sheet);
  if (!bjt_sheet_write (map, options->output, 96, &error))
    return bjt_cli_refuse (error);
  trouble = bjt_map_sheet_take_error (BJT_MAP_SHEET (map));
  if (trouble != NULL)
    g_printerr ("bjt: %s\n", trouble);
  return BJT_EXIT_GOOD;
}

static BjtExit
draw_map (BjtCli           *cli,
          const MapOptions *options)
{
  BjtMapSheetOptions sheet = { 0 };
  BjtExit            exit_code = read_look (options, &sheet);
  g_autoptr (BjtWorkspace) workspace = NULL;
  g_autoptr (BjtTileSource) tiles = NULL;
  BjtPicture *picture;
  GError     *error = NULL;

  if (exit_code == BJT_EXIT_GOOD)
    exit_code = read_shading (options, &sheet.shading);
  if (exit_code != BJT_EXIT_GOOD || (workspace = bjt_cli_open (cli, &exit_code)) == NULL)
    return exit_code;
  picture = bjt_workspace_get_picture (workspace);
  if (!bjt_filter_init_from_text (&sheet.filter, picture, options->filter != NULL ? options->filter : "", &error))
    return bjt_cli_refuse (error);
  sheet.has_streets = options->base == NULL || strcmp (options->base, "painted") == 0;
  if (!sheet.has_streets && strcmp (options->base, "none") != 0 && (sheet.tiles = tiles = bjt_tile_opener_open (options->base, &error)) == NULL)
    return bjt_cli_refuse (error);
  exit_code = find_extent (options, picture, &sheet);
  return exit_code == BJT_EXIT_GOOD ? write_map (picture, options, &sheet) : exit_code;
}

BjtExit
bjt_command_map (BjtCli *cli,
                 int     argc,
                 char  **argv)
{
  g_auto (MapOptions) options = { .classes = 5 };
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("File that ends in .pdf, .png or .svg"), N_ ("FILE") },
    { "grid", 'g', 0, G_OPTION_ARG_INT, &options.grid, N_ ("Number of the grid"), N_ ("N") },
    { "bbox", 0, 0, G_OPTION_ARG_STRING, &options.bbox, N_ ("West, south, east and north in degrees"), N_ ("W,S,E,N") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &options.size, N_ ("Width and height in pixels"), N_ ("WxH") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options.style, N_ ("What doors show: class, category, attention, contact or issues"), N_ ("WORD") },
    { "choropleth", 'c', 0, G_OPTION_ARG_STRING, &options.choropleth, N_ ("Fill areas by an indicator: grid:overdue_share"), N_ ("AREA:CODE") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &options.method, N_ ("Breaks between classes: natural, quantile, equal or round"), N_ ("WORD") },
    { "classes", 0, 0, G_OPTION_ARG_INT, &options.classes, N_ ("Number of classes, 3 to 7"), N_ ("N") },
    { "heat", 0, 0, G_OPTION_ARG_STRING, &options.heat, N_ ("Show where something is dense: persons:60"), N_ ("CODE:METRES") },
    { "filter", 'f', 0, G_OPTION_ARG_STRING, &options.filter, N_ ("Only these doors: “low_income +disability !tenant overdue grid:3”"), N_ ("TERMS") },
    { "compounds", 0, 0, G_OPTION_ARG_NONE, &options.compounds, N_ ("With the boundaries of compounds"), NULL },
    { "base", 'b', 0, G_OPTION_ARG_FILENAME, &options.base, N_ ("Base map: painted, none or a file of tiles"), N_ ("FILE") },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &options.palette, N_ ("Colours: light, dark, print or mono"), N_ ("WORD") },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &options.no_legend, N_ ("Without a legend"), NULL },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.is_public, N_ ("For the public: nothing that tells of single homes"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &options.language, N_ ("Language of the sheet: zh or en"), N_ ("WORD") },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1)
    return bjt_cli_usage (_("use: bjt map [--grid N] [--choropleth AREA:CODE] [--heat CODE:METRES] -o FILE"));
  if (options.output == NULL)
    return bjt_cli_usage (_("where to? Name a file that ends in .pdf, .png or .svg with -o"));
  return draw_map (cli, &options);
}
