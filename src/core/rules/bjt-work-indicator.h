/* bjt-work-indicator.h: Rule B.10 over a period: what was received, settled and
 * answered, who was visited; each figure with its definition, numerator and
 * denominator, and as it was a year before.
 *
 * What bjt-indicator.h is for the state of a day, this is for the work of a
 * period; figures and units are the same. The catalogue is data. Whatever was
 * counted can be listed: the issues, orders, visits, persons, households or
 * doors behind the numerator, the denominator, or the gap between them. Reads
 * immutable snapshots, so any thread may count.
 */
#pragma once

#include "bjt-indicator.h"
#include "bjt-work-calendar.h"
#include "model/bjt-ledger.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_WORK_BY_GRID, /* the first three are BjtAreaKind */
  BJT_WORK_BY_COMPOUND,
  BJT_WORK_BY_BUILDING,
  BJT_WORK_BY_KIND, /* of issue; a group adds up its kinds */
  BJT_WORK_BY_DEPARTMENT,
  BJT_WORK_BY_SOURCE,
  BJT_WORK_BY_MONTH, /* of the period, the first is 0 */
  BJT_N_WORK_GROUPS,
} BjtWorkGroup;

const char *bjt_work_group_get_name (BjtWorkGroup self); /* grid, kind, department … */
gboolean    bjt_work_group_init_from_name (BjtWorkGroup *self, const char *name);

typedef enum
{
  BJT_WORK_ROW_ISSUE, /* index into the ledger */
  BJT_WORK_ROW_ORDER,
  BJT_WORK_ROW_VISIT,
  BJT_WORK_ROW_PERSON, /* index into the picture */
  BJT_WORK_ROW_HOUSEHOLD,
  BJT_WORK_ROW_DOOR,
} BjtWorkRowKind;

/* What one indicator looks at, one by one. */
typedef enum
{
  BJT_WORK_RECEIVED,
  BJT_WORK_SETTLED,
  BJT_WORK_SETTLED_SHARE,   /* 办结率 */
  BJT_WORK_IN_TIME_SHARE,   /* 按期办结率 */
  BJT_WORK_REPLIED_SHARE,   /* 按时反馈率 */
  BJT_WORK_REPEATED_SHARE,  /* 重复诉求率 */
  BJT_WORK_OWN_SHARE,       /* 未诉先办占比 */
  BJT_WORK_FORESTALLED,     /* 未诉先办件数 */
  BJT_WORK_CONTENT_SHARE,   /* 回访满意率 */
  BJT_WORK_QUANTITY,        /* 整治数量 */
  BJT_WORK_HOTLINE,
  BJT_WORK_HOTLINE_CHANGE,  /* 12345 同比 */
  BJT_WORK_HOTLINE_RESPONDED,
  BJT_WORK_HOTLINE_SOLVED,
  BJT_WORK_HOTLINE_CONTENT,
  BJT_WORK_VISITS,
  BJT_WORK_CONTACT_SHARE,
  BJT_WORK_HOUSEHOLD_COVERAGE,
  BJT_WORK_PERSON_COVERAGE, /* 走访覆盖率 */
  BJT_WORK_COMPLETENESS,    /* 底数完整率 */
  BJT_WORK_VERIFIED,        /* the four meters of A25 */
  BJT_WORK_ON_CADENCE,
  BJT_WORK_ASSISTED,
  BJT_WORK_POLICIES,
  BJT_N_WORK_MEASURES,
} BjtWorkMeasure;

typedef struct
{
  const char      *code;       /* stable: settled_share */
  const char      *name;       /* msgid */
  const char      *definition; /* msgid */
  BjtWorkMeasure   measure;
  BjtIndicatorUnit unit;
  BjtIndicatorUnit counted;    /* what numerator and denominator count: 件, 户, 人, 次 are never mixed */
  BjtWorkRowKind   rows;
  guint            groups;     /* bit i: can be shown by BjtWorkGroup i */
  gboolean         is_of_period; /* else as of today, and not known a year before */
  gboolean         is_restricted; /* for the whole community only; its rows are for who holds the file */
} BjtWorkIndicator;

#define BJT_N_WORK_INDICATORS BJT_N_WORK_MEASURES

const BjtWorkIndicator *bjt_work_indicator_get_all (void); /* BJT_N_WORK_INDICATORS, in the order of a menu */
const BjtWorkIndicator *bjt_work_indicator_find (const char *code); /* NULL: there is none */
const BjtWorkIndicator *bjt_work_indicator_get (BjtWorkMeasure measure);

#define BJT_N_WORK_METERS 4
const BjtWorkMeasure   *bjt_work_indicator_get_meters (void); /* 四个百分百: residents, the vulnerable, those assisted, policies */

/* Over what is counted. */
typedef struct
{
  const BjtLedger       *ledger;
  const BjtPicture      *picture;  /* of today, of the same ground as that of the ledger */
  BjtDate                from_on;
  BjtDate                to_on;
  BjtDate                cut_off;  /* settled by then counts; NONE: today */
  BjtWorkGroup           group;
  guint32                grid;     /* only what lies there; BJT_NO_INDEX: all */
  const BjtDoorSet      *doors;    /* only what happens at these doors; NULL: all */
  const BjtWorkCalendar *calendar; /* NULL: as shipped */
} BjtWorkQuery;

void bjt_work_query_init (BjtWorkQuery *self, const BjtLedger *ledger, const BjtPicture *picture); /* this year until today, by grid */

typedef struct
{
  const BjtWorkIndicator *indicator;
  BjtWorkGroup            group;
  guint32                 n_figures;
  BjtFigure              *figures;     /* by index of the group; n_doors is not counted */
  BjtFigure              *year_before;
  BjtFigure               total;       /* of all, in a group or not */
  BjtFigure               total_year_before;
  const char            **units;       /* quantities: 处, 棵 … of each figure; NULL: none, or not the same for all */
  const char             *total_unit;
} BjtWorkTable;

BjtWorkTable *bjt_work_indicator_count (const BjtWorkIndicator *self, const BjtWorkQuery *query);
void          bjt_work_table_free (BjtWorkTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWorkTable, bjt_work_table_free)

/* The groups themselves */
guint32 bjt_work_query_count_groups (const BjtWorkQuery *self);
char   *bjt_work_query_dup_group_label (const BjtWorkQuery *self, guint32 group);

/* What is behind a figure */
typedef struct
{
  BjtWorkRowKind kind;
  guint32        index;
  guint32        door;      /* BJT_NO_INDEX: no door */
  guint32        building;
  BjtDate        day;       /* that it counts on; NONE: today */
  double         numerator; /* what it adds */
  double         denominator;
} BjtWorkRow;

typedef enum
{
  BJT_WORK_NUMERATOR,
  BJT_WORK_DENOMINATOR,
  BJT_WORK_GAP, /* in the denominator, not (wholly) in the numerator */
} BjtWorkSide;

GArray     *bjt_work_indicator_list (const BjtWorkIndicator *self, const BjtWorkQuery *query, guint32 group, BjtWorkSide side); /* BjtWorkRow; group BJT_NO_INDEX: all */
BjtDoorSet *bjt_work_rows_to_doors (const GArray *rows, const BjtPicture *picture);

G_END_DECLS
