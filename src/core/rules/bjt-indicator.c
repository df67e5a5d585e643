/* bjt-indicator.c: one pass over the doors (or the issues), adding to the area
 * of each; areas are measured on the ground only where hectares are asked for.
 *
 * Linear to what is counted; a median also sorts its days. Reads the picture
 * only, so any thread may count. */
#include "bjt-indicator.h"

#include "geo/bjt-ground.h"
#include "geo/bjt-mercator.h"

#include <math.h>

#define CONTACT_WINDOW 90   /* days */
#define VERIFIED_MONTHS 12

static const guint tier_weights[] = {
  [BJT_TIER_NONE] = 0, [BJT_TIER_GENERAL] = 1, [BJT_TIER_KEY] = 2, [BJT_TIER_HIGH_RISK] = 4,
};

typedef struct
{
  const BjtIndicatorQuery *query;
  const BjtPicture        *picture;
  guint32                  argument;
  BjtDate                  verified_since;
  double                  *sums; /* by area; the last is of all */
} Count;

typedef struct
{
  guint32 area;
  gint32  days;
} AreaDays;

/* What one door adds */

static guint
count_residents (const Count *self,
                 guint32      door,
                 gboolean     of_category)
{
  const BjtRun *households = &bjt_picture_get_door (self->picture, door)->households;
  guint         n = 0;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (self->picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        {
          const BjtPictureMember *member = bjt_picture_get_member (self->picture, m);

          n += member->is_resident
               && (!of_category || (bjt_picture_get_person (self->picture, member->person)->categories >> self->argument & 1) != 0);
        }
    }
  return n;
}

static gboolean
has_resident (const BjtPicture          *picture,
              const BjtPictureHousehold *household)
{
  for (guint32 m = household->members.first; m < household->members.first + household->members.n; m++)
    if (bjt_picture_get_member (picture, m)->is_resident)
      return TRUE;
  return FALSE;
}

static guint
count_households (const BjtPicture *picture,
                  guint32           door)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;
  guint         n = 0;

  for (guint32 h = households->first; h < households->first + households->n; h++)
    n += has_resident (picture, bjt_picture_get_household (picture, h));
  return n;
}

/* Restricted categories tell nothing here, as in the attention of a door. */
static BjtTier
find_tier (const BjtPicture *picture,
           BjtCategorySet    categories)
{
  BjtTier tier = BJT_TIER_NONE;

  for (BjtCategorySet rest = categories; rest != 0; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (picture, (guint32) __builtin_ctzll (rest));

      if (!category->is_restricted)
        tier = MAX (tier, (BjtTier) category->tier);
    }
  return tier;
}

guint
bjt_indicator_get_workload (const BjtPicture *picture,
                            guint32           door)
{
  const BjtRun *households = &bjt_picture_get_door (picture, door)->households;
  guint         points = count_households (picture, door);

  for (guint32 h = households->first; h < households->first + households->n; h++)
    {
      const BjtRun *members = &bjt_picture_get_household (picture, h)->members;

      for (guint32 m = members->first; m < members->first + members->n; m++)
        {
          const BjtPictureMember *member = bjt_picture_get_member (picture, m);

          if (member->is_resident)
            points += tier_weights[find_tier (picture, bjt_picture_get_person (picture, member->person)->categories)];
        }
    }
  return points;
}

static gboolean
is_contacted (const Count               *self,
              const BjtPictureDoorState *state)
{
  return state->next_due_on != BJT_DATE_NONE && state->last_contact_on != BJT_DATE_NONE
         && self->picture->as_of - state->last_contact_on <= CONTACT_WINDOW;
}

static double
measure_door (const Count *self,
              BjtMeasure   measure,
              guint32      index)
{
  const BjtPictureDoor      *door = bjt_picture_get_door (self->picture, index);
  const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, index);

  switch ((int) measure)
    {
    case BJT_MEASURE_HOUSEHOLDS:
      return count_households (self->picture, index);
    case BJT_MEASURE_PERSONS:
      return count_residents (self, index, FALSE);
    case BJT_MEASURE_CATEGORY:
      return count_residents (self, index, TRUE);
    case BJT_MEASURE_DOORS:
      return !door->is_merged;
    case BJT_MEASURE_CLASS:
      return !door->is_merged && state->household_class == self->argument;
    case BJT_MEASURE_TO_VISIT:
      return state->next_due_on != BJT_DATE_NONE;
    case BJT_MEASURE_OVERDUE:
      return state->visit_overdue != FALSE;
    case BJT_MEASURE_CONTACTED:
      return is_contacted (self, state);
    case BJT_MEASURE_WORKLOAD:
      return bjt_indicator_get_workload (self->picture, index);
    case BJT_MEASURE_VERIFIED:
      return !door->is_merged && door->verified_on != BJT_DATE_NONE && door->verified_on >= self->verified_since;
    default:
      return 0;
    }
}

static gboolean
is_late (const Count           *self,
         const BjtPictureIssue *issue)
{
  return issue->due_on != BJT_DATE_NONE && issue->due_on < self->picture->as_of;
}

/* Adding up by area */

static void
add (Count  *self,
     guint32 area,
     double  value)
{
  guint32 n = bjt_area_kind_count (self->query->areas, self->picture);

  if (area != BJT_NO_INDEX)
    self->sums[area] += value;
  self->sums[n] += value;
}

static gboolean
is_asked_for (const Count *self,
              guint32      door)
{
  return self->query->doors == NULL || bjt_door_set_contains (self->query->doors, door);
}

static guint32
find_area (const Count *self,
           guint32      door)
{
  return bjt_area_kind_of_building (self->query->areas, self->picture, bjt_picture_get_door (self->picture, door)->building);
}

static void
add_doors (Count     *self,
           BjtMeasure measure)
{
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    if (is_asked_for (self, d))
      add (self, find_area (self, d), measure_door (self, measure, d));
}

static guint32
find_issue_area (const Count           *self,
                 const BjtPictureIssue *issue)
{
  guint32 building = issue->building;

  if (issue->door != BJT_NO_INDEX)
    return find_area (self, issue->door);
  if (building == BJT_NO_INDEX && issue->entrance != BJT_NO_INDEX)
    building = bjt_picture_get_entrance (self->picture, issue->entrance)->building;
  if (building != BJT_NO_INDEX)
    return bjt_area_kind_of_building (self->query->areas, self->picture, building);
  if (isnan (issue->place.x))
    return BJT_NO_INDEX;
  return bjt_area_kind_find_at (self->query->areas, self->picture, bjt_mercator_unproject (issue->place));
}

static void
add_issues (Count   *self,
            gboolean late_only)
{
  for (guint32 i = 0; i < self->picture->issues->len; i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (self->picture, i);

      if (issue->door != BJT_NO_INDEX ? !is_asked_for (self, issue->door) : self->query->doors != NULL)
        continue;
      if (!late_only || is_late (self, issue))
        add (self, find_issue_area (self, issue), 1);
    }
}

/* An area without a boundary has no hectares, and neither has what is in it. */
static void
add_hectares (Count *self)
{
  guint32 n = bjt_area_kind_count (self->query->areas, self->picture);
  g_autoptr (BjtGround) ground = NULL;

  for (guint32 i = 0; i < n; i++)
    {
      const BjtGeometry *shape = bjt_area_kind_get_shape (self->query->areas, self->picture, i);

      if (shape == NULL)
        continue;
      if (ground == NULL)
        ground = bjt_ground_new ((shape->box.x1 + shape->box.x2) / 2);
      add (self, i, bjt_ground_get_area (ground, shape) / 10000);
    }
}

static double *
sum_up (Count     *self,
        BjtMeasure measure)
{
  self->sums = g_new0 (double, bjt_area_kind_count (self->query->areas, self->picture) + 1);
  if (measure == BJT_MEASURE_ISSUES || measure == BJT_MEASURE_LATE_ISSUES)
    add_issues (self, measure == BJT_MEASURE_LATE_ISSUES);
  else if (measure == BJT_MEASURE_HECTARES)
    add_hectares (self);
  else
    add_doors (self, measure);
  return self->sums;
}

/* The median of days */

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const AreaDays *x = a, *y = b;

  if (x->area != y->area)
    return x->area < y->area ? -1 : 1;
  return (x->days > y->days) - (x->days < y->days);
}

static void
set_median (BjtFigure      *figure,
            const AreaDays *spans,
            guint           n)
{
  figure->denominator = n;
  figure->value = n == 0 ? (double) NAN : (spans[(n - 1) / 2].days + spans[n / 2].days) / 2.0;
  figure->numerator = figure->value;
}

static void
count_medians (Count             *self,
               BjtIndicatorTable *table)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AreaDays));
  AreaDays *first;

  for (guint32 d = 0; d < self->picture->doors->len; d++)
    {
      const BjtPictureDoorState *state = bjt_picture_get_door_state (self->picture, d);
      AreaDays                   span = { find_area (self, d), 0 };

      if (!is_asked_for (self, d) || state->next_due_on == BJT_DATE_NONE || state->last_contact_on == BJT_DATE_NONE)
        continue;
      span.days = self->picture->as_of - state->last_contact_on;
      g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  first = (AreaDays *) (gpointer) spans->data;
  for (guint32 i = 0; i < table->n_figures; i++)
    set_median (&table->figures[i], NULL, 0);
  for (guint i = 0, n; i < spans->len; i += n)
    {
      for (n = 1; i + n < spans->len && first[i + n].area == first[i].area; n++)
        ;
      if (first[i].area != BJT_NO_INDEX)
        set_median (&table->figures[first[i].area], first + i, n);
    }
  for (guint i = 0; i < spans->len; i++)
    first[i].area = 0;
  g_array_sort (spans, compare_spans);
  set_median (&table->total, first, spans->len);
}

/* The table */

static void
set_figure (BjtFigure              *figure,
            const BjtIndicatorKind *kind,
            double                  numerator,
            double                  denominator,
            gboolean                is_known)
{
  figure->numerator = numerator;
  figure->denominator = kind->denominator == BJT_MEASURE_NONE ? (double) NAN : denominator;
  if (kind->denominator == BJT_MEASURE_NONE)
    figure->value = is_known || numerator > 0 ? numerator : (double) NAN;
  else
    figure->value = denominator > 0 ? numerator / denominator * (kind->unit == BJT_UNIT_PER_HUNDRED ? 100 : 1) : (double) NAN;
}

/* How many doors each area has, and how many of them are asked for. */
static void
count_doors (const Count       *self,
             BjtIndicatorTable *table,
             guint32           *n_all)
{
  for (guint32 d = 0; d < self->picture->doors->len; d++)
    {
      guint32  area = find_area (self, d);
      gboolean is_wanted = is_asked_for (self, d);

      table->total.n_doors += is_wanted;
      if (area == BJT_NO_INDEX)
        continue;
      n_all[area]++;
      table->figures[area].n_doors += is_wanted;
    }
}

/* Only those who stand on measured ground count for the total. */
static double
sum_on_ground (const BjtIndicatorTable *table,
               const double            *numerators,
               const double            *hectares)
{
  double sum = 0;

  for (guint32 i = 0; i < table->n_figures; i++)
    sum += hectares[i] > 0 ? numerators[i] : 0;
  return sum;
}

/**
 * bjt_indicator_count:
 *
 * An area without any door has no figure unless something was counted in it.
 *
 * Returns: (transfer full): a figure for each area
 */
BjtIndicatorTable *
bjt_indicator_count (const BjtIndicator      *self,
                     const BjtIndicatorQuery *query)
{
  const BjtPicture    *picture = query->picture;
  BjtIndicatorTable   *table = g_new0 (BjtIndicatorTable, 1);
  Count                count = { query, picture, self->argument, bjt_date_add_months (picture->as_of, -VERIFIED_MONTHS), NULL };
  g_autofree double   *numerators = NULL;
  g_autofree double   *denominators = NULL;
  g_autofree guint32  *n_all = NULL;

  *table = (BjtIndicatorTable) { .indicator = *self, .areas = query->areas, .n_figures = bjt_area_kind_count (query->areas, picture) };
  table->figures = g_new0 (BjtFigure, table->n_figures + 1);
  n_all = g_new0 (guint32, table->n_figures + 1);
  count_doors (&count, table, n_all);
  if (self->kind->numerator == BJT_MEASURE_CONTACT_DAYS)
    {
      count_medians (&count, table);
      return table;
    }
  numerators = sum_up (&count, self->kind->numerator);
  denominators = sum_up (&count, self->kind->denominator);
  for (guint32 i = 0; i < table->n_figures; i++)
    set_figure (&table->figures[i], self->kind, numerators[i], denominators[i], n_all[i] > 0);
  if (self->kind->denominator == BJT_MEASURE_HECTARES)
    numerators[table->n_figures] = sum_on_ground (table, numerators, denominators);
  set_figure (&table->total, self->kind, numerators[table->n_figures], denominators[table->n_figures], picture->doors->len > 0);
  return table;
}

/**
 * bjt_indicator_weigh_doors:
 *
 * For densities. Issues of shared space belong to no door; a median has no
 * parts.
 *
 * Returns: (transfer full): by index of the door; 0 for those not asked for
 */
double *
bjt_indicator_weigh_doors (const BjtIndicator      *self,
                           const BjtIndicatorQuery *query)
{
  const BjtPicture *picture = query->picture;
  Count             count = { query, picture, self->argument, bjt_date_add_months (picture->as_of, -VERIFIED_MONTHS), NULL };
  BjtMeasure        measure = self->kind->numerator;
  double           *weights = g_new0 (double, picture->doors->len + 1);

  for (guint32 i = 0; i < picture->issues->len && (measure == BJT_MEASURE_ISSUES || measure == BJT_MEASURE_LATE_ISSUES); i++)
    {
      const BjtPictureIssue *issue = bjt_picture_get_issue (picture, i);

      if (issue->door != BJT_NO_INDEX && is_asked_for (&count, issue->door) && (measure == BJT_MEASURE_ISSUES || is_late (&count, issue)))
        weights[issue->door]++;
    }
  for (guint32 d = 0; d < picture->doors->len; d++)
    if (is_asked_for (&count, d))
      weights[d] += measure_door (&count, measure, d);
  return weights;
}

void
bjt_indicator_table_free (BjtIndicatorTable *self)
{
  if (self == NULL)
    return;
  g_free (self->figures);
  g_free (self);
}
