/* bjt-work-figures.c: a line for each figure with its definition, or for each
 * row behind one. Rows of persons say where, not who. */
#include "bjt-work-figures.h"

#include "workspace/bjt-workspace-calendar.h"
#include "workspace/bjt-workspace-ledger.h"

gboolean
bjt_work_figures_are_of_work (char **indicators)
{
  return indicators[0] != NULL && bjt_work_indicator_find (indicators[0]) != NULL;
}

static void
add_figure_row (BjtListing         *listing,
                const BjtWorkQuery *query,
                const BjtWorkTable *table,
                guint32             group) /* BJT_NO_INDEX: the total */
{
  gboolean         is_total = group == BJT_NO_INDEX;
  const BjtFigure *figure = is_total ? &table->total : &table->figures[group];
  const char      *unit = is_total ? table->total_unit : table->units[group];

  bjt_listing_add_text (listing, table->indicator->code);
  bjt_listing_take_text (listing, is_total ? g_strdup (C_ ("area", "All")) : bjt_work_query_dup_group_label (query, group));
  bjt_listing_add_number (listing, figure->value);
  bjt_listing_add_number (listing, figure->numerator);
  bjt_listing_add_number (listing, figure->denominator);
  bjt_listing_add_text (listing, unit != NULL ? unit : bjt_indicator_unit_get_name (table->indicator->unit));
  bjt_listing_add_text (listing, bjt_indicator_unit_get_name (table->indicator->counted));
  bjt_listing_add_number (listing, is_total ? table->total_year_before.value : table->year_before[group].value);
  bjt_listing_take_text (listing, bjt_date_dup_string (query->from_on));
  bjt_listing_take_text (listing, bjt_date_dup_string (query->to_on));
  bjt_listing_add_text (listing, _(table->indicator->definition));
}

static void
add_figures (BjtListing             *listing,
             const BjtWorkIndicator *indicator,
             const BjtWorkQuery     *query,
             gboolean                by_group)
{
  g_autoptr (BjtWorkTable) table = bjt_work_indicator_count (indicator, query);

  for (guint32 i = 0; by_group && i < table->n_figures; i++)
    add_figure_row (listing, query, table, i);
  add_figure_row (listing, query, table, BJT_NO_INDEX);
}

/* What is behind a figure */

static const char *
get_number (const BjtLedger  *ledger,
            const BjtWorkRow *row)
{
  if (row->kind == BJT_WORK_ROW_ISSUE)
    return bjt_ledger_get_issue (ledger, row->index)->number;
  return row->kind == BJT_WORK_ROW_ORDER ? bjt_ledger_get_order (ledger, row->index)->number : NULL;
}

static char *
dup_place (const BjtWorkQuery *query,
           const BjtWorkRow   *row)
{
  if (row->kind == BJT_WORK_ROW_ISSUE)
    return g_strdup (bjt_ledger_get_issue (query->ledger, row->index)->where);
  if (row->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (query->picture, row->door);
  return row->building != BJT_NO_INDEX ? bjt_picture_dup_building_name (query->picture, row->building) : NULL;
}

static void
add_rows (BjtListing             *listing,
          const BjtWorkIndicator *indicator,
          const BjtWorkQuery     *query,
          BjtWorkSide             side)
{
  static const char *const kinds[] = { "issue", "order", "visit", "person", "household", "door" };
  g_autoptr (GArray) rows = bjt_work_indicator_list (indicator, query, BJT_NO_INDEX, side);

  for (guint i = 0; i < rows->len; i++)
    {
      const BjtWorkRow *row = &g_array_index (rows, BjtWorkRow, i);

      bjt_listing_add_text (listing, indicator->code);
      bjt_listing_add_text (listing, kinds[row->kind]);
      bjt_listing_add_text (listing, get_number (query->ledger, row));
      bjt_listing_take_text (listing, dup_place (query, row));
      bjt_listing_take_text (listing, row->day != BJT_DATE_NONE ? bjt_date_dup_string (row->day) : NULL);
      bjt_listing_add_number (listing, row->numerator);
      bjt_listing_add_number (listing, row->denominator);
    }
}

/* What is asked for */

static BjtExit
parse_day (const char *option,
           const char *text,
           BjtDate    *day)
{
  if (text == NULL)
    return BJT_EXIT_GOOD;
  *day = bjt_date_parse (text);
  if (*day == BJT_DATE_NONE)
    return bjt_cli_usage (_("%s takes a day like 2026-11-22, not “%s”"), option, text);
  return BJT_EXIT_GOOD;
}

static BjtExit
parse_period (const BjtWorkFigures *self,
              BjtWorkQuery         *query)
{
  BjtExit exit_code;

  if ((exit_code = parse_day ("--from", self->from, &query->from_on)) != BJT_EXIT_GOOD
      || (exit_code = parse_day ("--to", self->to, &query->to_on)) != BJT_EXIT_GOOD
      || (exit_code = parse_day ("--cut-off", self->cut_off, &query->cut_off)) != BJT_EXIT_GOOD)
    return exit_code;
  if (query->from_on > query->to_on)
    return bjt_cli_usage (_("the period ends before it begins"));
  return BJT_EXIT_GOOD;
}

static BjtExit
parse_side (const char  *text,
            BjtWorkSide *side)
{
  static const char *const names[] = { "numerator", "denominator", "gap" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *side = (BjtWorkSide) i;
        return BJT_EXIT_GOOD;
      }
  return bjt_cli_usage (_("--rows is numerator, denominator or gap, not “%s”"), text);
}

static BjtExit
check_indicator (const BjtWorkFigures *self,
                 const BjtWorkQuery   *query,
                 const char           *code)
{
  const BjtWorkIndicator *indicator = bjt_work_indicator_find (code);

  if (indicator == NULL)
    return bjt_cli_usage (_("“%s” is no figure of a period; ask for it alone"), code);
  if (self->by != NULL && (indicator->groups >> query->group & 1) == 0)
    return bjt_cli_usage (_("“%s” can't be told apart by %s"), code, self->by);
  if (indicator->is_restricted && (self->by != NULL || self->rows != NULL || self->doors != NULL || self->grid != BJT_NO_INDEX))
    return bjt_cli_refuse (g_error_new (BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED,
                                        _("“%s” is restricted: it is counted for the whole community only"), code));
  return BJT_EXIT_GOOD;
}

static BjtExit
prepare (const BjtWorkFigures *self,
         BjtWorkQuery         *query,
         BjtWorkSide          *side)
{
  BjtExit exit_code = parse_period (self, query);

  if (exit_code == BJT_EXIT_GOOD && self->by != NULL && !bjt_work_group_init_from_name (&query->group, self->by))
    exit_code = bjt_cli_usage (_("--by is grid, compound, building, kind, department, source or month, not “%s”"), self->by);
  if (exit_code == BJT_EXIT_GOOD && self->rows != NULL)
    exit_code = parse_side (self->rows, side);
  for (guint i = 0; exit_code == BJT_EXIT_GOOD && self->indicators[i] != NULL; i++)
    exit_code = check_indicator (self, query, self->indicators[i]);
  return exit_code;
}

BjtExit
bjt_work_figures_print (const BjtWorkFigures *self,
                        BjtWorkspace         *workspace,
                        BjtListingFormat      format)
{
  static const char *const figure_columns[] = { "indicator", "group", "value", "numerator", "denominator", "unit", "counted",
                                                "year_before", "from", "to", "definition", NULL };
  static const char *const row_columns[] = { "indicator", "row", "number", "place", "day", "numerator", "denominator", NULL };
  g_autoptr (BjtListing) listing = bjt_listing_new (self->rows != NULL ? row_columns : figure_columns);
  GError      *error = NULL;
  BjtLedger   *ledger = bjt_workspace_get_ledger (workspace, &error);
  BjtWorkSide  side = BJT_WORK_NUMERATOR;
  BjtWorkQuery query;
  BjtExit      exit_code;

  if (ledger == NULL)
    return bjt_cli_refuse (error);
  bjt_work_query_init (&query, ledger, bjt_workspace_get_picture (workspace));
  query.calendar = bjt_workspace_get_calendar (workspace);
  query.grid = self->grid;
  query.doors = self->doors;
  exit_code = prepare (self, &query, &side);
  if (exit_code != BJT_EXIT_GOOD)
    return exit_code;
  for (guint i = 0; self->indicators[i] != NULL; i++)
    {
      const BjtWorkIndicator *indicator = bjt_work_indicator_find (self->indicators[i]);

      if (self->rows != NULL)
        add_rows (listing, indicator, &query, side);
      else
        add_figures (listing, indicator, &query, self->by != NULL);
    }
  bjt_listing_print (listing, format);
  return BJT_EXIT_GOOD;
}

BjtDoorSet *
bjt_work_figures_find_gap (BjtWorkspace *workspace,
                           const char   *code,
                           guint32       grid,
                           BjtExit      *exit_code)
{
  BjtWorkFigures figures = { .rows = "gap", .grid = grid };
  GError       *error = NULL;
  BjtLedger    *ledger = bjt_workspace_get_ledger (workspace, &error);
  g_autoptr (GArray) rows = NULL;
  BjtWorkQuery  query;

  *exit_code = BJT_EXIT_GOOD;
  if (ledger == NULL)
    {
      *exit_code = bjt_cli_refuse (error);
      return NULL;
    }
  bjt_work_query_init (&query, ledger, bjt_workspace_get_picture (workspace));
  query.calendar = bjt_workspace_get_calendar (workspace);
  query.grid = grid;
  *exit_code = check_indicator (&figures, &query, code);
  if (*exit_code != BJT_EXIT_GOOD)
    return NULL;
  rows = bjt_work_indicator_list (bjt_work_indicator_find (code), &query, BJT_NO_INDEX, BJT_WORK_GAP);
  return bjt_work_rows_to_doors (rows, query.picture);
}

void
bjt_work_figures_add_kinds (BjtListing *listing)
{
  for (guint i = 0; i < BJT_N_WORK_INDICATORS; i++)
    {
      bjt_listing_add_text (listing, bjt_work_indicator_get_all ()[i].code);
      bjt_listing_add_text (listing, _(bjt_work_indicator_get_all ()[i].definition));
    }
}
