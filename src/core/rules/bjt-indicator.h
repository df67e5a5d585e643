/* bjt-indicator.h: Rule B.10: what can be shown by area, each figure with its
 * definition, numerator and denominator.
 *
 * The catalogue is data: a row says what is counted above and below the line.
 * Whatever is counted over doors is counted here, for grids, compounds,
 * buildings or any set of doors, so that map, lists and prints agree.
 */
#pragma once

#include "model/bjt-area.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_UNIT_HOUSEHOLDS,
  BJT_UNIT_PERSONS,
  BJT_UNIT_DOORS,
  BJT_UNIT_ISSUES,
  BJT_UNIT_SHARE,           /* 0…1 */
  BJT_UNIT_PER_HUNDRED,     /* issues per 100 households */
  BJT_UNIT_DAYS,
  BJT_UNIT_PER_HECTARE,     /* persons */
  BJT_UNIT_POINTS,
  BJT_UNIT_VISITS,
  BJT_UNIT_QUANTITY,        /* of what is counted: 处, 棵, 车 */
  BJT_UNIT_CHANGE,          /* −0.39: less by 39 % */
  BJT_N_INDICATOR_UNITS,
} BjtIndicatorUnit;

/* What one number counts. */
typedef enum
{
  BJT_MEASURE_NONE,         /* no denominator: a plain number */
  BJT_MEASURE_HOUSEHOLDS,   /* in which somebody lives */
  BJT_MEASURE_PERSONS,      /* residents */
  BJT_MEASURE_DOORS,        /* those merged into another are part of it */
  BJT_MEASURE_CLASS,        /* doors of one 户 class */
  BJT_MEASURE_CATEGORY,     /* residents of one category */
  BJT_MEASURE_TO_VISIT,     /* doors where a visit is due some day */
  BJT_MEASURE_OVERDUE,      /* of these, doors whose visit is overdue */
  BJT_MEASURE_CONTACTED,    /* of these, doors with a contact in the last 90 days */
  BJT_MEASURE_CONTACT_DAYS, /* of these, median days since the last contact */
  BJT_MEASURE_ISSUES,       /* open ones */
  BJT_MEASURE_LATE_ISSUES,  /* open and over the clock */
  BJT_MEASURE_HECTARES,     /* ground within the boundary */
  BJT_MEASURE_WORKLOAD,     /* Rule A05 */
  BJT_MEASURE_VERIFIED,     /* doors somebody looked at within 12 months */
} BjtMeasure;

typedef enum
{
  BJT_INDICATOR_PLAIN,
  BJT_INDICATOR_OF_CLASS,    /* once for each 户 class */
  BJT_INDICATOR_OF_CATEGORY, /* once for each category of the picture */
} BjtIndicatorScope;

typedef struct
{
  const char       *code;       /* stable: overdue_share */
  const char       *name;       /* msgid */
  const char       *definition; /* msgid */
  BjtIndicatorScope scope;
  BjtMeasure        numerator;
  BjtMeasure        denominator;
  BjtIndicatorUnit  unit;
  gboolean          is_personal; /* tells of what persons are, not of houses or work: goes behind the curtain */
} BjtIndicatorKind;

#define BJT_N_INDICATOR_KINDS 20

/* One thing that can be shown. */
typedef struct
{
  const BjtIndicatorKind *kind;
  guint32                 argument; /* BjtHouseholdClass or index of a category; else 0 */
} BjtIndicator;

const BjtIndicatorKind *bjt_indicator_get_kinds (void); /* BJT_N_INDICATOR_KINDS, in the order of a menu */
const char             *bjt_indicator_get_class_code (guint32 household_class);

gboolean bjt_indicator_init_from_code (BjtIndicator *self, const BjtPicture *picture, const char *code); /* persons, class_share:tenant, category:aged_80 */
char    *bjt_indicator_dup_code (const BjtIndicator *self, const BjtPicture *picture);
char    *bjt_indicator_fill_name (const char *name, const char *word); /* a translated name with its class or category */
char    *bjt_indicator_dup_value (const BjtIndicator *self, double value); /* 12.0%, 49.8, 405; NAN: — */
const char *bjt_indicator_unit_get_name (BjtIndicatorUnit self); /* stable: share */
char    *bjt_indicator_unit_dup_value (BjtIndicatorUnit self, double value);
gboolean bjt_indicator_is_restricted (const BjtIndicator *self, const BjtPicture *picture); /* never on a map, never printed */

/* The figure of an area. */
typedef struct
{
  double  value;       /* NAN: "—", nothing to divide by, or nothing known */
  double  numerator;
  double  denominator; /* NAN: a plain number; doors counted, for a median */
  guint32 n_doors;     /* looked at: those of the set */
} BjtFigure;

/* Over what is counted. */
typedef struct
{
  const BjtPicture *picture;
  BjtAreaKind       areas;
  const BjtDoorSet *doors; /* NULL: all */
} BjtIndicatorQuery;

typedef struct
{
  BjtIndicator indicator;
  BjtAreaKind  areas;
  guint32      n_figures;
  BjtFigure   *figures; /* by index of the area */
  BjtFigure    total;   /* of all doors of the set, in an area or not */
} BjtIndicatorTable;

BjtIndicatorTable *bjt_indicator_count (const BjtIndicator *self, const BjtIndicatorQuery *query);
double            *bjt_indicator_weigh_doors (const BjtIndicator *self, const BjtIndicatorQuery *query); /* what each door adds to the numerator */
void               bjt_indicator_table_free (BjtIndicatorTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtIndicatorTable, bjt_indicator_table_free)

/* Rule A05: what a door asks of who serves it: 1 for a household, and for each
 * resident 1, 2 or 4 by the highest tier of the categories. */
guint bjt_indicator_get_workload (const BjtPicture *picture, guint32 door);

G_END_DECLS
