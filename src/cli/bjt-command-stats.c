/* bjt-command-stats.c: the figures of a community, and indicators by area.
 *
 * Numbers of persons of restricted categories are for who holds the file; they
 * leave it on no map and no sheet. */
#include <json-glib/json-glib.h>

#include "bjt-cli.h"
#include "bjt-work-figures.h"
#include "workspace/bjt-names.h"
#include "model/bjt-filter-term.h"
#include "rules/bjt-indicator.h"
#include "workspace/bjt-stats.h"

typedef struct
{
  const char *name;
  gint64      value;
} Figure;

static void
add_figure (GArray     *figures,
            const char *name,
            gint64      value)
{
  Figure figure = { name, value };

  g_array_append_val (figures, figure);
}

static GArray *
list_figures (BjtWorkspace   *workspace,
              const BjtStats *stats,
              GError        **error)
{
  gint64  visits = bjt_workspace_count (workspace, &bjt_visit_type, error);
  gint64  issues = visits >= 0 ? bjt_workspace_count (workspace, &bjt_issue_type, error) : -1;
  GArray *figures;

  if (issues < 0)
    return NULL;
  figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  add_figure (figures, "compounds", stats->compounds);
  add_figure (figures, "buildings", stats->buildings);
  add_figure (figures, "entrances", stats->entrances);
  add_figure (figures, "doors", stats->doors);
  add_figure (figures, "households", stats->households);
  add_figure (figures, "persons", stats->persons);
  add_figure (figures, "grids", stats->grids);
  add_figure (figures, "visits", visits);
  add_figure (figures, "issues", issues);
  add_figure (figures, "open_issues", stats->open_issues);
  add_figure (figures, "overdue_issues", stats->overdue_issues);
  add_figure (figures, "hukou_only", stats->hukou_only);
  add_figure (figures, "empty_doors", stats->empty_doors);
  add_figure (figures, "due_doors", stats->due_doors);
  add_figure (figures, "overdue_doors", stats->overdue_doors);
  return figures;
}

static void
print_json (const GArray     *figures,
            const BjtStats   *stats,
            const BjtPicture *picture)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < figures->len; i++)
    {
      json_builder_set_member_name (builder, g_array_index (figures, Figure, i).name);
      json_builder_add_int_value (builder, g_array_index (figures, Figure, i).value);
    }
  json_builder_set_member_name (builder, "household_class");
  json_builder_begin_object (builder);
  for (int i = 0; i < BJT_N_CLASSES; i++)
    {
      json_builder_set_member_name (builder, bjt_names_of_class (i));
      json_builder_add_int_value (builder, stats->household_class[i]);
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "categories");
  json_builder_begin_object (builder);
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      json_builder_set_member_name (builder, bjt_picture_get_category (picture, c)->code);
      json_builder_add_int_value (builder, stats->categories[c]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

static void
print_rows (const GArray     *figures,
            const BjtStats   *stats,
            const BjtPicture *picture,
            BjtListingFormat  format)
{
  static const char *const columns[] = { "figure", "value", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < figures->len; i++)
    {
      bjt_listing_add_text (listing, g_array_index (figures, Figure, i).name);
      bjt_listing_add_int (listing, g_array_index (figures, Figure, i).value);
    }
  for (int i = 0; i < BJT_N_CLASSES; i++)
    {
      bjt_listing_take_text (listing, g_strdup_printf ("household_class.%s", bjt_names_of_class (i)));
      bjt_listing_add_int (listing, stats->household_class[i]);
    }
  for (guint32 c = 0; c < picture->categories->len; c++)
    {
      bjt_listing_take_text (listing, g_strdup_printf ("categories.%s", bjt_picture_get_category (picture, c)->code));
      bjt_listing_add_int (listing, stats->categories[c]);
    }
  bjt_listing_print (listing, format);
}

/* Indicators */

static void
add_figure_row (BjtListing      *listing,
                const char      *code,
                const char      *area,
                const BjtFigure *figure,
                const char      *definition)
{
  bjt_listing_add_text (listing, code);
  bjt_listing_add_text (listing, area);
  bjt_listing_add_number (listing, figure->value);
  bjt_listing_add_number (listing, figure->numerator);
  bjt_listing_add_number (listing, figure->denominator);
  bjt_listing_add_int (listing, figure->n_doors);
  bjt_listing_add_text (listing, definition);
}

/* How many persons of a restricted category there are is told of the whole
 * community alone: an area may be one household. */
static BjtExit
list_indicator (BjtListing              *listing,
                const BjtIndicatorQuery *query,
                gboolean                 by_area,
                const char              *code)
{
  BjtIndicator indicator;
  g_autoptr (BjtIndicatorTable) table = NULL;
  const char *definition;

  if (!bjt_indicator_init_from_code (&indicator, query->picture, code))
    return bjt_cli_usage (_("there is no indicator “%s”; bjt stats --list-indicators lists them"), code);
  if ((by_area || query->doors != NULL) && bjt_indicator_is_restricted (&indicator, query->picture))
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
                                        _("“%s” is restricted: it is counted for the whole community only"), code));
  definition = _(indicator.kind->definition);
  table = bjt_indicator_count (&indicator, query);
  for (guint32 i = 0; by_area && i < table->n_figures; i++)
    {
      g_autofree char *label = bjt_area_kind_dup_label (query->areas, query->picture, i);

      add_figure_row (listing, code, label, &table->figures[i], definition);
    }
  add_figure_row (listing, code, C_ ("area", "All"), &table->total, definition);
  return BJT_EXIT_GOOD;
}

static void
list_kind (BjtListing             *listing,
           const BjtIndicatorKind *kind,
           const BjtPicture       *picture)
{
  guint32 n = kind->scope == BJT_INDICATOR_OF_CLASS ? BJT_N_CLASSES : kind->scope == BJT_INDICATOR_OF_CATEGORY ? picture->categories->len : 1;

  for (guint32 i = 0; i < n; i++)
    {
      BjtIndicator indicator = { kind, i };

      bjt_listing_take_text (listing, bjt_indicator_dup_code (&indicator, picture));
      bjt_listing_add_text (listing, _(kind->definition));
    }
}

static BjtExit
list_indicators (const BjtPicture *picture,
                 BjtListingFormat  format)
{
  static const char *const columns[] = { "indicator", "definition", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);

  for (guint i = 0; i < BJT_N_INDICATOR_KINDS; i++)
    list_kind (listing, &bjt_indicator_get_kinds ()[i], picture);
  bjt_work_figures_add_kinds (listing);
  bjt_listing_print (listing, format);
  return BJT_EXIT_GOOD;
}

typedef struct
{
  int      grid;
  char    *by;
  char    *filter;
  char    *from;
  char    *to;
  char    *cut_off;
  char    *rows;
  char   **indicators;
  gboolean lists;
} StatsOptions;

static void
stats_options_clear (StatsOptions *self)
{
  g_free (self->by);
  g_free (self->filter);
  g_free (self->from);
  g_free (self->to);
  g_free (self->cut_off);
  g_free (self->rows);
  g_strfreev (self->indicators);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StatsOptions, stats_options_clear)

/* The doors asked for; NULL: all. */
static gboolean
find_doors (BjtPicture         *picture,
            guint32             grid,
            const StatsOptions *options,
            BjtDoorSet        **doors,
            GError            **error)
{
  BjtFilter filter;

  if (!bjt_filter_init_from_text (&filter, picture, options->filter != NULL ? options->filter : "", error))
    return FALSE;
  if (grid != BJT_NO_INDEX)
    filter.grid = grid;
  if (filter.grid != BJT_NO_INDEX || !bjt_filter_is_empty (&filter))
    *doors = bjt_filter_match_all (&filter, picture);
  return TRUE;
}

static BjtExit
count_indicators (BjtPicture         *picture,
                  guint32             grid,
                  const StatsOptions *options,
                  BjtListingFormat    format)
{
  static const char *const columns[] = { "indicator", "area", "value", "numerator", "denominator", "doors", "definition", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (columns);
  g_autoptr (BjtDoorSet) doors = NULL;
  BjtIndicatorQuery query = { .picture = picture };
  GError           *error = NULL;

  if (options->from != NULL || options->to != NULL || options->cut_off != NULL || options->rows != NULL)
    return bjt_cli_usage (_("“%s” is a figure of today; it has no period"), options->indicators[0]);
  if (options->by != NULL && !bjt_area_kind_init_from_name (&query.areas, options->by))
    return bjt_cli_usage (_("--by is grid, compound or building, not “%s”"), options->by);
  if (!find_doors (picture, grid, options, &doors, &error))
    return bjt_cli_refuse (error);
  query.doors = doors;
  for (guint i = 0; options->indicators[i] != NULL; i++)
    {
      BjtExit exit_code = list_indicator (listing, &query, options->by != NULL, options->indicators[i]);

      if (exit_code != BJT_EXIT_GOOD)
        return exit_code;
    }
  bjt_listing_print (listing, format);
  return BJT_EXIT_GOOD;
}

/* A grid alone takes what lies on its ground too; a filter is about doors. */
static BjtExit
count_work (BjtWorkspace       *workspace,
            guint32             grid,
            const StatsOptions *options,
            BjtListingFormat    format)
{
  g_autoptr (BjtDoorSet) doors = NULL;
  GError        *error = NULL;
  BjtWorkFigures figures = {
    .indicators = options->indicators, .by = options->by, .from = options->from, .to = options->to,
    .cut_off = options->cut_off, .rows = options->rows, .grid = grid,
  };

  if (options->filter != NULL && !find_doors (bjt_workspace_get_picture (workspace), grid, options, &doors, &error))
    return bjt_cli_refuse (error);
  figures.doors = doors;
  return bjt_work_figures_print (&figures, workspace, format);
}

static BjtExit
count_everything (BjtWorkspace    *workspace,
                  guint32          grid,
                  BjtListingFormat format)
{
  BjtPicture *picture = bjt_workspace_get_picture (workspace);
  g_autoptr (GArray) figures = NULL;
  GError  *error = NULL;
  BjtStats stats;

  bjt_stats_count (&stats, picture, grid);
  figures = list_figures (workspace, &stats, &error);
  if (figures == NULL)
    return bjt_cli_refuse (error);
  if (format == BJT_LISTING_JSON)
    print_json (figures, &stats, picture);
  else
    print_rows (figures, &stats, picture, format);
  return BJT_EXIT_GOOD;
}

static BjtExit
answer (BjtCli             *cli,
        const StatsOptions *options)
{
  BjtExit exit_code;
  g_autoptr (BjtWorkspace) workspace = bjt_cli_open (cli, &exit_code);
  BjtPicture *picture;
  guint32     grid = BJT_NO_INDEX;

  if (workspace == NULL)
    return exit_code;
  picture = bjt_workspace_get_picture (workspace);
  if (options->grid != 0 && (grid = bjt_picture_find_grid (picture, options->grid)) == BJT_NO_INDEX)
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, _("there is no grid %d"), options->grid));
  if (options->lists)
    return list_indicators (picture, cli->format);
  if (options->indicators != NULL && bjt_work_figures_are_of_work (options->indicators))
    return count_work (workspace, grid, options, cli->format);
  if (options->indicators != NULL)
    return count_indicators (picture, grid, options, cli->format);
  return count_everything (workspace, grid, cli->format);
}

BjtExit
bjt_command_stats (BjtCli *cli,
                   int     argc,
                   char  **argv)
{
  g_auto (StatsOptions) options = { 0 };
  GOptionEntry entries[] = {
    { "grid", 'g', 0, G_OPTION_ARG_INT, &options.grid, N_ ("Only this grid"), N_ ("N") },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING_ARRAY, &options.indicators, N_ ("Count this; may be given more than once"), N_ ("CODE") },
    { "filter", 'f', 0, G_OPTION_ARG_STRING, &options.filter, N_ ("Only these doors: “low_income +disability !tenant overdue grid:3”"), N_ ("TERMS") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Figures of a period: its first day; else the first of the year"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Its last day; else today"), N_ ("DATE") },
    { "cut-off", 0, 0, G_OPTION_ARG_STRING, &options.cut_off, N_ ("What was settled by this day counts; else by today"), N_ ("DATE") },
    { "rows", 0, 0, G_OPTION_ARG_STRING, &options.rows, N_ ("List what is behind the figure: numerator, denominator or gap"), N_ ("SIDE") },
    { "list-indicators", 0, 0, G_OPTION_ARG_NONE, &options.lists, N_ ("List what can be counted"), NULL },
    { NULL },
  };
  BjtExit exit_code;

  if (!bjt_cli_parse (NULL, entries, &argc, &argv, &exit_code))
    return exit_code;
  if (argc != 1)
    return bjt_cli_usage (_("use: bjt stats [--grid N] [--indicator CODE] [--by grid|compound|building|kind|department|source|month] [--from DATE] [--to DATE]"));
  options.by = g_steal_pointer (&cli->by); /* who works does not matter to who counts */
  if (options.indicators == NULL && (options.by != NULL || options.filter != NULL) && !options.lists)
    return bjt_cli_usage (_("what is to be counted? --indicator CODE; bjt stats --list-indicators lists them"));
  return answer (cli, &options);
}
