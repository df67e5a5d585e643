/* bjt-figure-words.c: numbers with what they count, so that issues, visits,
 * households and people are never mixed up. */
#include "bjt-figure-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/bjt-words.h"

static char *
dup_counted (BjtIndicatorUnit unit,
             double           number)
{
  guint n = (guint) MAX (number, 0);

  switch ((int) unit)
    {
    case BJT_UNIT_HOUSEHOLDS:
      return g_strdup_printf (g_dngettext (NULL, "%u household", "%u households", n), n);
    case BJT_UNIT_PERSONS:
      return g_strdup_printf (g_dngettext (NULL, "%u person", "%u people", n), n);
    case BJT_UNIT_DOORS:
      return g_strdup_printf (g_dngettext (NULL, "%u door", "%u doors", n), n);
    case BJT_UNIT_VISITS:
      return g_strdup_printf (g_dngettext (NULL, "%u visit", "%u visits", n), n);
    case BJT_UNIT_ISSUES:
      return g_strdup_printf (g_dngettext (NULL, "%u issue", "%u issues", n), n);
    default:
      return g_strdup_printf ("%u", n);
    }
}

char *
bjt_figure_words_dup_value (const BjtWorkIndicator *indicator,
                            const BjtFigure        *figure,
                            const char             *unit)
{
  if (isnan (figure->value))
    return g_strdup ("—");
  if (indicator->unit == BJT_UNIT_QUANTITY)
    return g_strdup_printf ("%.6g %s", figure->value, unit != NULL ? unit : "");
  if (indicator->unit == BJT_UNIT_ISSUES || indicator->unit == BJT_UNIT_VISITS)
    return dup_counted (indicator->unit, figure->value);
  return bjt_indicator_unit_dup_value (indicator->unit, figure->value);
}

char *
bjt_figure_words_dup_fraction (const BjtWorkIndicator *indicator,
                               const BjtFigure        *figure)
{
  g_autofree char *whole = NULL;

  if (isnan (figure->denominator) || isnan (figure->numerator))
    return NULL;
  whole = dup_counted (indicator->counted, figure->denominator);
  return g_strdup_printf (figure->numerator == floor (figure->numerator) ? "%.0f ÷ %s" : "%.1f ÷ %s", figure->numerator, whole);
}

char *
bjt_figure_words_dup_change (const BjtWorkIndicator *indicator,
                             const BjtFigure        *figure,
                             const BjtFigure        *before)
{
  if (isnan (figure->value) || isnan (before->value))
    return NULL;
  if (indicator->unit == BJT_UNIT_SHARE || indicator->unit == BJT_UNIT_CHANGE)
    /* Translators: percentage points: 83.5% and 90.0% are +6.5 pp */
    return g_strdup_printf (_("%+.1f pp"), (figure->value - before->value) * 100);
  if (before->value == 0)
    return NULL;
  return g_strdup_printf ("%+.1f%%", (figure->value / before->value - 1) * 100);
}

/* Rows */

static char *
dup_place (const BjtWorkQuery *query,
           const BjtWorkRow   *row)
{
  if (row->door != BJT_NO_INDEX)
    return bjt_picture_dup_door_name (query->picture, row->door);
  return row->building != BJT_NO_INDEX ? bjt_words_dup_building (query->picture, row->building) : NULL;
}

char *
bjt_figure_words_dup_row (const BjtWorkQuery *query,
                          const BjtWorkRow   *row)
{
  g_autofree char *place = NULL;

  if (row->kind == BJT_WORK_ROW_ISSUE)
    {
      const BjtLedgerIssue *issue = bjt_ledger_get_issue (query->ledger, row->index);

      return g_strdup_printf ("%s %s", issue->number != NULL ? issue->number : "", issue->title != NULL ? issue->title : "");
    }
  place = dup_place (query, row);
  if (row->kind == BJT_WORK_ROW_ORDER)
    {
      const char *number = bjt_ledger_get_order (query->ledger, row->index)->number;

      return g_strdup_printf ("%s %s", number != NULL ? number : "", place != NULL ? place : "");
    }
  return place != NULL ? g_steal_pointer (&place) : g_strdup ("—");
}

char *
bjt_figure_words_dup_row_aside (const BjtWorkQuery *query,
                                const BjtWorkRow   *row)
{
  if (row->kind == BJT_WORK_ROW_ISSUE)
    return g_strdup (bjt_ledger_get_issue (query->ledger, row->index)->where);
  if (row->kind == BJT_WORK_ROW_VISIT)
    {
      g_autofree char *day = bjt_words_dup_day (row->day, query->picture->as_of);

      return g_strdup_printf ("%s %s", bjt_words_get_outcome (bjt_ledger_get_visit (query->ledger, row->index)->outcome), day);
    }
  if (row->kind == BJT_WORK_ROW_DOOR && row->numerator < 1)
    return g_strdup_printf ("%.0f%%", row->numerator * 100);
  return row->day != BJT_DATE_NONE ? bjt_words_dup_day (row->day, query->picture->as_of) : NULL;
}

const char *
bjt_figure_words_get_group (BjtWorkGroup group)
{
  static const char *const names[BJT_N_WORK_GROUPS] = {
    NC_ ("group", "By Grid"), NC_ ("group", "By Compound"), NC_ ("group", "By Building"), NC_ ("group", "By Type"),
    NC_ ("group", "By Department"), NC_ ("group", "By Source"), NC_ ("group", "By Month"),
  };

  return g_dpgettext2 (NULL, "group", names[group]);
}
