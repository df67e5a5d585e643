/* bjt-report-sheet.c: a table, charts, definitions. Each indicator is counted
 * once for the table. */
#include "bjt-report-sheet.h"

#include <math.h>

#include "bjt-form-sheet.h"
#include "bjt-report-words.h"

#define VALUE_WIDTH 30.0
#define FRACTION_WIDTH 42.0
#define BEFORE_WIDTH 46.0
#define MOST_BARS 36 /* of one chart: they fit on a page */

typedef struct
{
  const BjtWorkQuery *query;
  BjtFormSheet       *sheet;
  BjtSheetLanguage    language;
} Writer;

static const struct
{
  BjtSheetWord   heading;
  BjtWorkMeasure first, last;
} sections[] = {
  { BJT_WORD_REPORT_ISSUES, BJT_WORK_RECEIVED, BJT_WORK_QUANTITY },
  { BJT_WORD_REPORT_HOTLINE, BJT_WORK_HOTLINE, BJT_WORK_HOTLINE_CONTENT },
  { BJT_WORD_REPORT_VISITS, BJT_WORK_VISITS, BJT_WORK_COMPLETENESS },
  { BJT_WORD_REPORT_METERS, BJT_WORK_VERIFIED, BJT_WORK_POLICIES },
};

/* Numbers */

static char *
dup_value (const Writer           *self,
           const BjtWorkIndicator *indicator,
           const BjtFigure        *figure,
           const char             *unit)
{
  if (isnan (figure->value))
    return g_strdup ("—");
  if (indicator->unit == BJT_UNIT_QUANTITY)
    return g_strdup_printf ("%.6g%s", figure->value, unit != NULL ? unit : "");
  if (indicator->unit == BJT_UNIT_ISSUES || indicator->unit == BJT_UNIT_VISITS)
    return bjt_report_words_dup_counted (indicator->unit, figure->value, self->language);
  return bjt_indicator_unit_dup_value (indicator->unit, figure->value);
}

static char *
dup_fraction (const Writer           *self,
              const BjtWorkIndicator *indicator,
              const BjtFigure        *figure)
{
  g_autofree char *whole = NULL;

  if (isnan (figure->denominator) || isnan (figure->numerator))
    return g_strdup ("");
  whole = bjt_report_words_dup_counted (indicator->counted, figure->denominator, self->language);
  return g_strdup_printf (figure->numerator == floor (figure->numerator) ? "%.0f ÷ %s" : "%.1f ÷ %s", figure->numerator, whole);
}

static char *
dup_before (const Writer       *self,
            const BjtWorkTable *table)
{
  const BjtFigure *now = &table->total, *before = &table->total_year_before;
  g_autofree char *value = dup_value (self, table->indicator, before, table->total_unit);
  gboolean         is_share = table->indicator->unit == BJT_UNIT_SHARE || table->indicator->unit == BJT_UNIT_CHANGE;

  if (isnan (now->value) || isnan (before->value) || (!is_share && before->value == 0))
    return g_steal_pointer (&value);
  if (is_share)
    return bjt_sheet_words_format (self->language, BJT_WORD_REPORT_POINTS, value, (now->value - before->value) * 100);
  return bjt_sheet_words_format (self->language, BJT_WORD_REPORT_CHANGE, value, (now->value / before->value - 1) * 100);
}

static void
add_line (const Writer *self,
          const char   *name,
          const char   *value,
          const char   *fraction,
          const char   *before)
{
  static const double widths[] = { 0, VALUE_WIDTH, FRACTION_WIDTH, BEFORE_WIDTH };
  const char         *cells[] = { name, value, fraction, before };

  bjt_form_sheet_add_row (self->sheet, widths, cells, G_N_ELEMENTS (cells));
}

static void
add_indicator (const Writer           *self,
               const BjtWorkIndicator *indicator)
{
  g_autoptr (BjtWorkTable) table = bjt_work_indicator_count (indicator, self->query);
  g_autofree char *value = dup_value (self, indicator, &table->total, table->total_unit);
  g_autofree char *fraction = dup_fraction (self, indicator, &table->total);
  g_autofree char *before = dup_before (self, table);

  add_line (self, bjt_report_words_get_name (indicator, self->language), value, fraction, before);
}

static void
add_table (const Writer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      bjt_form_sheet_add_heading (self->sheet, bjt_sheet_words_get (self->language, sections[i].heading));
      if (i == 0)
        add_line (self, "", bjt_sheet_words_get (self->language, BJT_WORD_REPORT_VALUE), bjt_sheet_words_get (self->language, BJT_WORD_REPORT_FRACTION),
                  bjt_sheet_words_get (self->language, BJT_WORD_REPORT_BEFORE));
      for (BjtWorkMeasure m = sections[i].first; m <= sections[i].last; m++)
        if (!bjt_work_indicator_get (m)->is_restricted)
          add_indicator (self, bjt_work_indicator_get (m));
    }
}

/* Charts */

static BjtBarScale
find_scale (const BjtWorkTable *table)
{
  BjtBarScale scale;

  bjt_bar_scale_init (&scale);
  if (table->indicator->unit == BJT_UNIT_SHARE)
    scale.most = 1;
  for (guint32 i = 0; i < table->n_figures; i++)
    bjt_bar_scale_add (&scale, &(BjtBar) { table->figures[i].value, table->year_before[i].value });
  return scale;
}

static void
add_chart (const Writer   *self,
           BjtWorkMeasure  measure,
           BjtWorkGroup    group,
           BjtSheetWord    heading)
{
  const BjtWorkIndicator *indicator = bjt_work_indicator_get (measure);
  BjtWorkQuery            query = *self->query;
  g_autoptr (BjtWorkTable) table = NULL;
  g_autofree char *title = bjt_sheet_words_format (self->language, heading, bjt_report_words_get_name (indicator, self->language));
  BjtBarScale scale;

  query.group = group;
  table = bjt_work_indicator_count (indicator, &query);
  if (table->n_figures < 2 || table->n_figures > MOST_BARS)
    return;
  scale = find_scale (table);
  bjt_form_sheet_add_chart (self->sheet, title, table->n_figures);
  for (guint32 i = 0; i < table->n_figures; i++)
    {
      g_autofree char *label = bjt_work_query_dup_group_label (&query, i);
      g_autofree char *value = dup_value (self, indicator, &table->figures[i], table->units[i]);
      g_autofree char *before = dup_value (self, indicator, &table->year_before[i], table->units[i]);
      g_autofree char *text = bjt_sheet_words_format (self->language, BJT_WORD_REPORT_BAR, value, before);

      bjt_form_sheet_add_bar (self->sheet, label, text, &scale, &(BjtBar) { table->figures[i].value, table->year_before[i].value });
    }
}

static void
add_definitions (const Writer *self)
{
  bjt_form_sheet_add_heading (self->sheet, bjt_sheet_words_get (self->language, BJT_WORD_REPORT_DEFINITIONS));
  for (guint m = 0; m < BJT_N_WORK_MEASURES; m++)
    {
      const BjtWorkIndicator *indicator = bjt_work_indicator_get ((BjtWorkMeasure) m);
      g_autofree char *text = g_strdup_printf ("%s%s%s", bjt_report_words_get_name (indicator, self->language),
                                               self->language == BJT_SHEET_CHINESE ? "：" : ": ",
                                               bjt_report_words_get_definition (indicator, self->language));

      if (!indicator->is_restricted)
        bjt_form_sheet_add_remark (self->sheet, text);
    }
}

static char *
dup_title (const BjtWorkQuery *query,
           BjtSheetLanguage    language)
{
  const char *community = query->picture->community.name != NULL ? query->picture->community.name : "";

  if (query->grid == BJT_NO_INDEX)
    return bjt_sheet_words_format (language, BJT_WORD_REPORT_TITLE, community);
  return bjt_sheet_words_format (language, BJT_WORD_REPORT_TITLE_GRID, community, bjt_picture_get_grid (query->picture, query->grid)->number);
}

/**
 * bjt_report_sheet_new:
 *
 * Returns: (transfer full) (nullable): two pages of A4, as a rule
 */
BjtSheet *
bjt_report_sheet_new (const BjtWorkQuery         *query,
                      const BjtGridSheetOptions  *options,
                      GError                    **error)
{
  g_autofree char *title = dup_title (query, options->language);
  g_autofree char *from = bjt_date_dup_string (query->from_on);
  g_autofree char *to = bjt_date_dup_string (query->to_on);
  g_autofree char *period = g_strdup_printf ("%s – %s", from, to);
  Writer self = { query, bjt_form_sheet_new ((BjtPicture *) query->picture, title, period, options, error), options->language };

  if (self.sheet == NULL)
    return NULL;
  add_table (&self);
  add_chart (&self, BJT_WORK_RECEIVED, BJT_WORK_BY_MONTH, BJT_WORD_REPORT_BY_MONTH);
  add_chart (&self, BJT_WORK_VISITS, BJT_WORK_BY_MONTH, BJT_WORD_REPORT_BY_MONTH);
  if (query->grid == BJT_NO_INDEX)
    add_chart (&self, BJT_WORK_SETTLED_SHARE, BJT_WORK_BY_GRID, BJT_WORD_REPORT_BY_GRID);
  add_definitions (&self);
  return BJT_SHEET (self.sheet);
}
