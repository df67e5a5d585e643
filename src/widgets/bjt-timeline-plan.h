/* bjt-timeline-plan.h: what a timeline shows, and where it lies: times along the
 * rows, a row for who goes on a day. Knows no widget.
 */
#pragma once

#include <glib.h>

#include "base/bjt-uuid.h"

G_BEGIN_DECLS

#define BJT_TIMELINE_ROW_HEIGHT 62.0
#define BJT_TIMELINE_GROUP_TOP 4.0   /* of the entrances' names, in a row */
#define BJT_TIMELINE_BLOCK_TOP 20.0
#define BJT_TIMELINE_BLOCK_HEIGHT 36.0
#define BJT_TIMELINE_MARGIN 12.0     /* before the first hour and after the last */
#define BJT_TIMELINE_NONE G_MAXUINT

/* Between the visits */
typedef enum
{
  BJT_TIMELINE_WALK,
  BJT_TIMELINE_STAIRS,
  BJT_TIMELINE_WAIT,
  BJT_TIMELINE_LUNCH,
} BjtTimelineSpanKind;

typedef struct
{
  BjtTimelineSpanKind kind;
  int                 from, to; /* seconds of the day */
} BjtTimelineSpan;

typedef enum
{
  BJT_TIMELINE_FREE,
  BJT_TIMELINE_HELD,   /* with this worker */
  BJT_TIMELINE_FIRST,
  BJT_TIMELINE_LOCKED, /* in its order */
  BJT_TIMELINE_LAST,
} BjtTimelinePin;

/* A visit: the time at the door. */
typedef struct
{
  BjtUuid        door_id;
  guint          number;   /* 1, 2 … */
  int            from, to;
  BjtTimelinePin pin;
  gboolean       is_must;
  gboolean       is_done;
  char          *label;    /* of the door in its entrance: 402 */
  char          *group;    /* of the entrance: 1-1 */
  char          *name;     /* shown where there is room; NULL: none */
  char          *summary;  /* in a tooltip */
  char          *spoken;   /* to who does not see it */
} BjtTimelineStop;

typedef struct
{
  guint      worker;   /* says the colour */
  char      *name;
  char      *text;     /* what comes together, in a line or two */
  char      *detail;   /* the same at length, in a tooltip */
  int        leave, back;
  GArray    *spans;    /* BjtTimelineSpan */
  GPtrArray *stops;    /* BjtTimelineStop, in their order */
} BjtTimelineRow;

typedef struct
{
  int        from, to; /* full hours around all there is */
  GPtrArray *rows;     /* BjtTimelineRow */
} BjtTimelinePlan;

BjtTimelinePlan *bjt_timeline_plan_new (void);
void             bjt_timeline_plan_free (BjtTimelinePlan *self);
BjtTimelineRow  *bjt_timeline_plan_add_row (BjtTimelinePlan *self, guint worker);
BjtTimelineStop *bjt_timeline_row_add_stop (BjtTimelineRow *self);
void             bjt_timeline_row_add_span (BjtTimelineRow *self, BjtTimelineSpanKind kind, int from, int to); /* an empty one: nothing */
void             bjt_timeline_plan_close (BjtTimelinePlan *self); /* all rows are there: finds the hours */
gboolean         bjt_timeline_plan_find (const BjtTimelinePlan *self, const BjtUuid *door_id, guint *row, guint *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTimelinePlan, bjt_timeline_plan_free)

/* Places, in pixels for so many of them a minute */
double bjt_timeline_plan_get_x (const BjtTimelinePlan *self, double scale, int seconds);
int    bjt_timeline_plan_get_seconds (const BjtTimelinePlan *self, double scale, double x);
double bjt_timeline_plan_get_width (const BjtTimelinePlan *self, double scale);
guint  bjt_timeline_plan_find_row (const BjtTimelinePlan *self, double y); /* the nearest; NONE: there is no row */

/* Where a stop that is let go at a place comes to stand: index among the stops of
 * the row without itself; x of the line that says so. */
typedef struct
{
  guint  row, index;
  double x;
} BjtTimelineDrop;

gboolean bjt_timeline_plan_find_drop (const BjtTimelinePlan *self, double scale, const BjtUuid *door_id, double x, double y, BjtTimelineDrop *drop);
gboolean bjt_timeline_plan_is_move (const BjtTimelinePlan *self, const BjtUuid *door_id, const BjtTimelineDrop *drop); /* FALSE: it stays where it is */

/* One step by keys: along the row, or to the row beside it, there where it is now
 * by the clock; FALSE: there is no further. */
gboolean bjt_timeline_plan_step (const BjtTimelinePlan *self, const BjtUuid *door_id, int along, int down, BjtTimelineDrop *drop);

G_END_DECLS
