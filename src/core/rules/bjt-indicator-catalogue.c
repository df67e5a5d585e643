/* bjt-indicator-catalogue.c: the indicators as data, and their codes.
 *
 * Definitions are sentences for people and stand beside the number; faces
 * translate them. */
#include "bjt-indicator.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const BjtIndicatorKind kinds[] = {
  { "households", N_ ("Households living here"), N_ ("Households in which somebody lives."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_HOUSEHOLDS, BJT_MEASURE_NONE, BJT_UNIT_HOUSEHOLDS, FALSE },
  { "persons", N_ ("People living here"), N_ ("Persons who live here; those only registered here are not counted."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_PERSONS, BJT_MEASURE_NONE, BJT_UNIT_PERSONS, FALSE },
  { "doors", N_ ("Doors"), N_ ("Dwellings, shops and other rooms with a door of their own."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_DOORS, BJT_MEASURE_NONE, BJT_UNIT_DOORS, FALSE },
  { "density", N_ ("Residents per hectare"), N_ ("Residents ÷ hectares of ground within the drawn boundary."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_PERSONS, BJT_MEASURE_HECTARES, BJT_UNIT_PER_HECTARE, FALSE },
  { "workload", N_ ("Workload"), N_ ("1 point a household; for each resident 1, 2 or 4 points by the highest tier of the categories: general, key, high risk."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_WORKLOAD, BJT_MEASURE_NONE, BJT_UNIT_POINTS, FALSE },
  { "overdue_share", N_ ("Visits overdue, share"), N_ ("Doors whose next visit is overdue ÷ doors where somebody is to be visited."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_OVERDUE, BJT_MEASURE_TO_VISIT, BJT_UNIT_SHARE, FALSE },
  { "overdue", N_ ("Visits overdue"), N_ ("Doors whose next visit is overdue."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_OVERDUE, BJT_MEASURE_NONE, BJT_UNIT_DOORS, FALSE },
  { "contacted_90_share", N_ ("Reached in 90 days, share"), N_ ("Doors with a contact (met or phoned) in the last 90 days ÷ doors where somebody is to be visited."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_CONTACTED, BJT_MEASURE_TO_VISIT, BJT_UNIT_SHARE, FALSE },
  { "contacted_90", N_ ("Reached in 90 days"), N_ ("Doors with a contact (met or phoned) in the last 90 days, where somebody is to be visited."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_CONTACTED, BJT_MEASURE_NONE, BJT_UNIT_DOORS, FALSE },
  { "contact_days", N_ ("Days since the last contact"), N_ ("Median over the doors where somebody is to be visited and has been reached before."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_CONTACT_DAYS, BJT_MEASURE_NONE, BJT_UNIT_DAYS, FALSE },
  { "verified_share", N_ ("Verified within 12 months, share"), N_ ("Doors somebody looked at within the last 12 months ÷ doors."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_VERIFIED, BJT_MEASURE_DOORS, BJT_UNIT_SHARE, FALSE },
  { "open_issues", N_ ("Open issues"), N_ ("Issues not closed, of doors and of shared space; under a filter only those of its doors."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_ISSUES, BJT_MEASURE_NONE, BJT_UNIT_ISSUES, FALSE },
  { "issues_per_100", N_ ("Open issues per 100 households"), N_ ("Issues not closed × 100 ÷ households in which somebody lives."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_ISSUES, BJT_MEASURE_HOUSEHOLDS, BJT_UNIT_PER_HUNDRED, FALSE },
  { "late_issues", N_ ("Issues over their time"), N_ ("Issues not closed whose due day has passed."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_LATE_ISSUES, BJT_MEASURE_NONE, BJT_UNIT_ISSUES, FALSE },
  { "late_issues_share", N_ ("Issues over their time, share"), N_ ("Issues not closed whose due day has passed ÷ issues not closed."),
    BJT_INDICATOR_PLAIN, BJT_MEASURE_LATE_ISSUES, BJT_MEASURE_ISSUES, BJT_UNIT_SHARE, FALSE },
  { "class_share", N_ ("%s, share of doors"), N_ ("Doors of this household class ÷ doors."),
    BJT_INDICATOR_OF_CLASS, BJT_MEASURE_CLASS, BJT_MEASURE_DOORS, BJT_UNIT_SHARE, TRUE },
  { "class", N_ ("%s, doors"), N_ ("Doors of this household class."),
    BJT_INDICATOR_OF_CLASS, BJT_MEASURE_CLASS, BJT_MEASURE_NONE, BJT_UNIT_DOORS, TRUE },
  { "category_share", N_ ("%s, share of residents"), N_ ("Residents of this category ÷ residents."),
    BJT_INDICATOR_OF_CATEGORY, BJT_MEASURE_CATEGORY, BJT_MEASURE_PERSONS, BJT_UNIT_SHARE, TRUE },
  { "category", N_ ("%s, persons"), N_ ("Residents of this category."),
    BJT_INDICATOR_OF_CATEGORY, BJT_MEASURE_CATEGORY, BJT_MEASURE_NONE, BJT_UNIT_PERSONS, TRUE },
  { "category_per_hectare", N_ ("%s per hectare"), N_ ("Residents of this category ÷ hectares of ground within the drawn boundary."),
    BJT_INDICATOR_OF_CATEGORY, BJT_MEASURE_CATEGORY, BJT_MEASURE_HECTARES, BJT_UNIT_PER_HECTARE, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == BJT_N_INDICATOR_KINDS);

static const char *const class_codes[BJT_N_CLASSES] = { "unknown", "resident", "floating", "tenant", "hukou_only", "empty" };

const BjtIndicatorKind *
bjt_indicator_get_kinds (void)
{
  return kinds;
}

const char *
bjt_indicator_get_class_code (guint32 household_class)
{
  return class_codes[MIN (household_class, BJT_N_CLASSES - 1)];
}

static const BjtIndicatorKind *
find_kind (const char *code,
           gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strlen (kinds[i].code) == length && strncmp (kinds[i].code, code, length) == 0)
      return &kinds[i];
  return NULL;
}

static guint32
find_class (const char *code)
{
  for (guint32 i = 0; i < BJT_N_CLASSES; i++)
    if (strcmp (class_codes[i], code) == 0)
      return i;
  return BJT_NO_INDEX;
}

/**
 * bjt_indicator_init_from_code:
 * @self: (out): untouched when there is no such indicator
 * @code: of the catalogue; for a class or a category with its code behind a
 *   colon
 */
gboolean
bjt_indicator_init_from_code (BjtIndicator     *self,
                              const BjtPicture *picture,
                              const char       *code)
{
  const char             *colon = strchr (code, ':');
  const BjtIndicatorKind *kind = find_kind (code, colon != NULL ? (gsize) (colon - code) : strlen (code));
  guint32                 argument = 0;

  if (kind == NULL || (colon != NULL) != (kind->scope != BJT_INDICATOR_PLAIN))
    return FALSE;
  if (kind->scope == BJT_INDICATOR_OF_CLASS)
    argument = find_class (colon + 1);
  else if (kind->scope == BJT_INDICATOR_OF_CATEGORY)
    argument = bjt_picture_find_category (picture, colon + 1);
  if (argument == BJT_NO_INDEX)
    return FALSE;
  *self = (BjtIndicator) { kind, argument };
  return TRUE;
}

char *
bjt_indicator_dup_code (const BjtIndicator *self,
                        const BjtPicture   *picture)
{
  if (self->kind->scope == BJT_INDICATOR_OF_CLASS)
    return g_strdup_printf ("%s:%s", self->kind->code, bjt_indicator_get_class_code (self->argument));
  if (self->kind->scope == BJT_INDICATOR_OF_CATEGORY)
    return g_strdup_printf ("%s:%s", self->kind->code, bjt_picture_get_category (picture, self->argument)->code);
  return g_strdup (self->kind->code);
}

/**
 * bjt_indicator_fill_name:
 * @name: with %s where @word belongs
 * @word: (nullable): for an indicator that needs none
 *
 * Returns: (transfer full)
 */
char *
bjt_indicator_fill_name (const char *name,
                         const char *word)
{
  const char *mark = word != NULL ? strstr (name, "%s") : NULL;

  if (mark == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%.*s%s%s", (int) (mark - name), name, word, mark + 2);
}

const char *
bjt_indicator_unit_get_name (BjtIndicatorUnit self)
{
  static const char *const names[BJT_N_INDICATOR_UNITS] = {
    "households", "persons", "doors", "issues", "share", "per_hundred", "days", "per_hectare", "points", "visits", "quantity", "change",
  };

  return names[self];
}

char *
bjt_indicator_unit_dup_value (BjtIndicatorUnit self,
                              double           value)
{
  if (isnan (value))
    return g_strdup ("—");
  switch ((int) self)
    {
    case BJT_UNIT_SHARE:
      return g_strdup_printf ("%.1f%%", value * 100);
    case BJT_UNIT_CHANGE:
      return g_strdup_printf ("%+.1f%%", value * 100);
    case BJT_UNIT_PER_HUNDRED:
    case BJT_UNIT_PER_HECTARE:
      return g_strdup_printf ("%.1f", value);
    default:
      return g_strdup_printf ("%.0f", value);
    }
}

/**
 * bjt_indicator_dup_value:
 *
 * Returns: (transfer full): the number as it stands on a map, without its unit
 */
char *
bjt_indicator_dup_value (const BjtIndicator *self,
                         double              value)
{
  return bjt_indicator_unit_dup_value (self->kind->unit, value);
}

gboolean
bjt_indicator_is_restricted (const BjtIndicator *self,
                             const BjtPicture   *picture)
{
  return self->kind->scope == BJT_INDICATOR_OF_CATEGORY && bjt_picture_get_category (picture, self->argument)->is_restricted;
}
