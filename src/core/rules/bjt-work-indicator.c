/* bjt-work-indicator.c: adds up or lists what a walk hands over. Each row goes to
 * the group it belongs to and to the total; a kind of issue also to the group of
 * kinds above it. Linear to what is looked at. */
#include "bjt-work-walk.h"

#include <math.h>

typedef struct
{
  double      numerator;
  double      denominator;
  const char *unit;
  gboolean    is_mixed; /* of more than one unit */
} Sum;

typedef struct
{
  BjtWorkWalk             walk;
  const BjtWorkIndicator *indicator;
  GHashTable             *words; /* of the group, word → index + 1; NULL: not by a word */
  guint32                 n_groups;
  Sum                    *sums;  /* by group, the last of all; NULL: listing */
  GArray                 *rows;
  guint32                 wanted;
  BjtWorkSide             side;
  int                     first_month;
} Work;

void
bjt_work_query_init (BjtWorkQuery     *self,
                     const BjtLedger  *ledger,
                     const BjtPicture *picture)
{
  int year, month, day;

  bjt_date_get_ymd (picture->as_of, &year, &month, &day);
  *self = (BjtWorkQuery) {
    .ledger = ledger, .picture = picture, .from_on = bjt_date_from_ymd (year, 1, 1), .to_on = picture->as_of,
    .cut_off = BJT_DATE_NONE, .grid = BJT_NO_INDEX,
  };
}

/* Groups */

static int
count_months (BjtDate day)
{
  int year, month, date;

  bjt_date_get_ymd (day, &year, &month, &date);
  return year * 12 + month - 1;
}

static const GPtrArray *
get_words (const BjtWorkQuery *self)
{
  return self->group == BJT_WORK_BY_SOURCE ? self->ledger->sources : self->ledger->departments;
}

guint32
bjt_work_query_count_groups (const BjtWorkQuery *self)
{
  switch ((int) self->group)
    {
    case BJT_WORK_BY_KIND:
      return self->ledger->kinds->len;
    case BJT_WORK_BY_DEPARTMENT:
    case BJT_WORK_BY_SOURCE:
      return get_words (self)->len;
    case BJT_WORK_BY_MONTH:
      return self->to_on < self->from_on ? 0 : (guint32) (count_months (self->to_on) - count_months (self->from_on) + 1);
    default:
      return bjt_area_kind_count ((BjtAreaKind) self->group, self->picture);
    }
}

/**
 * bjt_work_query_dup_group_label:
 *
 * Returns: (transfer full): its name: 3网格, 楼道堆物, 物业, 2026-11
 */
char *
bjt_work_query_dup_group_label (const BjtWorkQuery *self,
                                guint32             group)
{
  int month = count_months (self->from_on) + (int) group;

  switch ((int) self->group)
    {
    case BJT_WORK_BY_KIND:
      return g_strdup (bjt_ledger_get_kind (self->ledger, group)->name);
    case BJT_WORK_BY_DEPARTMENT:
    case BJT_WORK_BY_SOURCE:
      return g_strdup (get_words (self)->pdata[group]);
    case BJT_WORK_BY_MONTH:
      return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
    default:
      return bjt_area_kind_dup_label ((BjtAreaKind) self->group, self->picture, group);
    }
}

/* The issue a row is or belongs to. */
static const BjtLedgerIssue *
get_issue (const BjtLedger  *ledger,
           const BjtWorkRow *row)
{
  guint32 issue = row->kind == BJT_WORK_ROW_ISSUE ? row->index
                  : row->kind == BJT_WORK_ROW_ORDER ? bjt_ledger_get_order (ledger, row->index)->issue : BJT_NO_INDEX;

  return issue != BJT_NO_INDEX ? bjt_ledger_get_issue (ledger, issue) : NULL;
}

static guint32
find_kind (const BjtLedger  *ledger,
           const BjtWorkRow *row)
{
  const BjtLedgerIssue *issue = get_issue (ledger, row);

  if (row->kind == BJT_WORK_ROW_ORDER && bjt_ledger_get_order (ledger, row->index)->kind != BJT_NO_INDEX)
    return bjt_ledger_get_order (ledger, row->index)->kind;
  return issue != NULL ? issue->kind : BJT_NO_INDEX;
}

static guint32
find_word (const Work       *self,
           const BjtWorkRow *row)
{
  const BjtLedger      *ledger = self->walk.query->ledger;
  const BjtLedgerIssue *issue = get_issue (ledger, row);
  const char           *word = issue == NULL ? NULL : self->walk.query->group == BJT_WORK_BY_SOURCE ? issue->source : issue->department;

  if (row->kind == BJT_WORK_ROW_ORDER && self->walk.query->group == BJT_WORK_BY_SOURCE)
    word = bjt_ledger_find_word (ledger, BJT_SOURCE_HOTLINE);
  return word != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word)) - 1 : BJT_NO_INDEX;
}

static guint32
find_area (const Work       *self,
           const BjtWorkRow *row)
{
  const BjtWorkQuery   *query = self->walk.query;
  const BjtLedgerIssue *issue;

  if (row->building != BJT_NO_INDEX)
    return bjt_area_kind_of_building ((BjtAreaKind) query->group, query->picture, row->building);
  issue = get_issue (query->ledger, row);
  if (issue == NULL)
    return BJT_NO_INDEX;
  return query->group == BJT_WORK_BY_GRID ? issue->grid : query->group == BJT_WORK_BY_COMPOUND ? issue->compound : issue->building;
}

/* What is set against the year before falls into the month of this year. */
static guint32
find_month (const Work       *self,
            const BjtWorkRow *row)
{
  int month;

  if (row->day == BJT_DATE_NONE)
    return BJT_NO_INDEX;
  month = count_months (row->day) - self->first_month;
  if (row->numerator < 0)
    month += 12;
  return month >= 0 && (guint32) month < self->n_groups ? (guint32) month : BJT_NO_INDEX;
}

static guint32
find_group (const Work       *self,
            const BjtWorkRow *row)
{
  switch ((int) self->walk.query->group)
    {
    case BJT_WORK_BY_KIND:
      return find_kind (self->walk.query->ledger, row);
    case BJT_WORK_BY_DEPARTMENT:
    case BJT_WORK_BY_SOURCE:
      return find_word (self, row);
    case BJT_WORK_BY_MONTH:
      return find_month (self, row);
    default:
      return find_area (self, row);
    }
}

static guint32
get_parent (const Work *self,
            guint32     group)
{
  if (self->walk.query->group != BJT_WORK_BY_KIND || group == BJT_NO_INDEX)
    return BJT_NO_INDEX;
  return bjt_ledger_get_kind (self->walk.query->ledger, group)->parent;
}

static gboolean
is_asked_for (const Work       *self,
              const BjtWorkRow *row)
{
  const BjtWorkQuery *query = self->walk.query;
  guint32             grid;

  if (query->doors != NULL && (row->door == BJT_NO_INDEX || !bjt_door_set_contains (query->doors, row->door)))
    return FALSE;
  if (query->grid == BJT_NO_INDEX)
    return TRUE;
  grid = row->building != BJT_NO_INDEX ? bjt_picture_get_building (query->picture, row->building)->grid : BJT_NO_INDEX;
  if (row->building == BJT_NO_INDEX && get_issue (query->ledger, row) != NULL)
    grid = get_issue (query->ledger, row)->grid;
  return grid == query->grid;
}

/* Walking */

static void
walk (Work *self)
{
  BjtWorkMeasure measure = self->indicator->measure;

  if (measure < BJT_WORK_HOTLINE)
    bjt_work_walk_issues (&self->walk, measure);
  else if (measure < BJT_WORK_VISITS)
    bjt_work_walk_hotline (&self->walk, measure);
  else
    bjt_work_walk_people (&self->walk, measure);
}

static void
work_init (Work                   *self,
           const BjtWorkIndicator *indicator,
           const BjtWorkQuery     *query,
           gboolean                year_before)
{
  BjtDate cut_off = query->cut_off != BJT_DATE_NONE ? query->cut_off : query->picture->as_of;

  *self = (Work) { .indicator = indicator, .wanted = BJT_NO_INDEX, .n_groups = bjt_work_query_count_groups (query) };
  self->walk = (BjtWorkWalk) { .query = query, .from_on = query->from_on, .to_on = query->to_on, .cut_off = cut_off };
  if (year_before)
    {
      self->walk.from_on = bjt_date_add_months (query->from_on, -12);
      self->walk.to_on = bjt_date_add_months (query->to_on + 1, -12) - 1;
      self->walk.cut_off = bjt_date_add_months (cut_off, -12);
    }
  self->first_month = count_months (self->walk.from_on);
  if (query->group != BJT_WORK_BY_DEPARTMENT && query->group != BJT_WORK_BY_SOURCE)
    return;
  self->words = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < get_words (query)->len; i++)
    g_hash_table_insert (self->words, get_words (query)->pdata[i], GUINT_TO_POINTER (i + 1));
}

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_free (self->sums);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Adding up */

static void
add (Work             *self,
     guint32           group,
     const BjtWorkRow *row,
     const char       *unit)
{
  Sum *sum = &self->sums[group];

  sum->is_mixed |= sum->denominator > 0 && sum->unit != unit;
  sum->unit = unit;
  sum->numerator += row->numerator;
  sum->denominator += row->denominator;
}

static const char *
get_unit (const Work       *self,
          const BjtWorkRow *row)
{
  guint32 kind = self->indicator->unit == BJT_UNIT_QUANTITY ? find_kind (self->walk.query->ledger, row) : BJT_NO_INDEX;

  return kind != BJT_NO_INDEX ? bjt_ledger_get_kind (self->walk.query->ledger, kind)->unit : NULL;
}

static void
take_sum (BjtWorkWalk      *walk,
          const BjtWorkRow *row)
{
  Work       *self = (Work *) walk; /* its first member */
  guint32     group;
  const char *unit;

  if (!is_asked_for (self, row))
    return;
  group = find_group (self, row);
  unit = get_unit (self, row);
  add (self, self->n_groups, row, unit);
  if (group == BJT_NO_INDEX)
    return;
  add (self, group, row, unit);
  if (get_parent (self, group) != BJT_NO_INDEX)
    add (self, get_parent (self, group), row, unit);
}

static gboolean
is_plain (const BjtWorkIndicator *self)
{
  return self->unit != BJT_UNIT_SHARE && self->unit != BJT_UNIT_CHANGE;
}

static BjtFigure
make_figure (const BjtWorkIndicator *indicator,
             const Sum              *sum)
{
  BjtFigure figure = { (double) NAN, sum->numerator, sum->denominator, 0 };

  if (is_plain (indicator))
    {
      figure.denominator = (double) NAN;
      if (indicator->unit == BJT_UNIT_QUANTITY && sum->is_mixed)
        figure.numerator = (double) NAN;
      figure.value = figure.numerator;
    }
  else if (sum->denominator > 0)
    figure.value = sum->numerator / sum->denominator;
  return figure;
}

static void
set_unknown (BjtFigure *figure)
{
  *figure = (BjtFigure) { (double) NAN, (double) NAN, (double) NAN, 0 };
}

static void
count_period (const BjtWorkIndicator *self,
              const BjtWorkQuery     *query,
              gboolean                year_before,
              BjtWorkTable           *table)
{
  BjtFigure   *figures = year_before ? table->year_before : table->figures;
  BjtFigure   *total = year_before ? &table->total_year_before : &table->total;
  g_auto (Work) work = { 0 };

  work_init (&work, self, query, year_before);
  work.sums = g_new0 (Sum, work.n_groups + 1);
  work.walk.take = take_sum;
  walk (&work);
  for (guint32 i = 0; i < work.n_groups; i++)
    figures[i] = make_figure (self, &work.sums[i]);
  *total = make_figure (self, &work.sums[work.n_groups]);
  for (guint32 i = 0; i < work.n_groups && !year_before; i++)
    table->units[i] = work.sums[i].is_mixed ? NULL : work.sums[i].unit;
  if (!year_before)
    table->total_unit = work.sums[work.n_groups].is_mixed ? NULL : work.sums[work.n_groups].unit;
}

/**
 * bjt_work_indicator_count:
 *
 * Figures of the year before are unknown (NAN) where they are of today.
 *
 * Returns: (transfer full): a figure for each group
 */
BjtWorkTable *
bjt_work_indicator_count (const BjtWorkIndicator *self,
                          const BjtWorkQuery     *query)
{
  BjtWorkTable *table = g_new0 (BjtWorkTable, 1);

  *table = (BjtWorkTable) { .indicator = self, .group = query->group, .n_figures = bjt_work_query_count_groups (query) };
  table->figures = g_new0 (BjtFigure, table->n_figures + 1);
  table->year_before = g_new0 (BjtFigure, table->n_figures + 1);
  table->units = g_new0 (const char *, table->n_figures + 1);
  count_period (self, query, FALSE, table);
  if (self->is_of_period)
    {
      count_period (self, query, TRUE, table);
      return table;
    }
  for (guint32 i = 0; i < table->n_figures; i++)
    set_unknown (&table->year_before[i]);
  set_unknown (&table->total_year_before);
  return table;
}

void
bjt_work_table_free (BjtWorkTable *self)
{
  if (self == NULL)
    return;
  g_free (self->figures);
  g_free (self->year_before);
  g_free (self->units);
  g_free (self);
}

/* Listing */

static gboolean
is_on_side (const Work       *self,
            const BjtWorkRow *row)
{
  if (self->side == BJT_WORK_NUMERATOR)
    return row->numerator > 0;
  if (is_plain (self->indicator))
    return FALSE;
  return row->denominator > 0 && (self->side == BJT_WORK_DENOMINATOR || row->numerator < row->denominator);
}

static void
take_row (BjtWorkWalk      *walk,
          const BjtWorkRow *row)
{
  Work   *self = (Work *) walk; /* its first member */
  guint32 group;

  if (!is_on_side (self, row) || !is_asked_for (self, row))
    return;
  group = self->wanted != BJT_NO_INDEX ? find_group (self, row) : BJT_NO_INDEX;
  if (group == self->wanted || (group != BJT_NO_INDEX && get_parent (self, group) == self->wanted))
    g_array_append_val (self->rows, *row);
}

/**
 * bjt_work_indicator_list:
 * @group: index, or %BJT_NO_INDEX for what the total counts
 * @side: a plain number has a numerator only
 *
 * Returns: (transfer full) (element-type BjtWorkRow): what is behind the figure
 */
GArray *
bjt_work_indicator_list (const BjtWorkIndicator *self,
                         const BjtWorkQuery     *query,
                         guint32                 group,
                         BjtWorkSide             side)
{
  g_auto (Work) work = { 0 };

  work_init (&work, self, query, FALSE);
  work.rows = g_array_new (FALSE, FALSE, sizeof (BjtWorkRow));
  work.wanted = group;
  work.side = side;
  work.walk.take = take_row;
  walk (&work);
  return work.rows;
}

/**
 * bjt_work_rows_to_doors:
 *
 * Returns: (transfer full): the doors of @rows, to be shown on the map
 */
BjtDoorSet *
bjt_work_rows_to_doors (const GArray     *rows,
                        const BjtPicture *picture)
{
  BjtDoorSet *doors = bjt_door_set_new (picture->doors->len);

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, BjtWorkRow, i).door != BJT_NO_INDEX)
      bjt_door_set_add (doors, g_array_index (rows, BjtWorkRow, i).door);
  return doors;
}
