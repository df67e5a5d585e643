/* bjt-plan-trace.h: outlines of rooms out of what lies under a plan.
 *
 * Around a place: the closed shape that is drawn there, else what the lines
 * enclose, else (pictures) the light ground around it. Immutable but for the
 * picture, read at the first need; one thread.
 */
#pragma once

#include "bjt-plan-backdrop.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_PLAN_TRACE_ERROR (bjt_plan_trace_error_quark ())
GQuark bjt_plan_trace_error_quark (void);

typedef enum
{
  BJT_PLAN_TRACE_ERROR_NOTHING, /* nothing is drawn around the place */
  BJT_PLAN_TRACE_ERROR_OPEN,    /* it is open to the outside: close gaps */
  BJT_PLAN_TRACE_ERROR_PICTURE, /* it can't be read */
} BjtPlanTraceError;

typedef struct
{
  double close;     /* metres: gaps up to that width count as walls, such as where a door stands open; 0: none */
  double tolerance; /* pictures: how unlike the place its ground may be, 0 … 1; 0: 0.15 */
  double least;     /* square metres of a room; 0: 1.5 */
} BjtPlanTraceWish;

/* What a drawing says about the doors of a level */
typedef struct
{
  GPtrArray *elements; /* BjtPlanElement, one a door that was found */
  GArray    *doors;    /* guint32, of the picture, in the order of the elements */
  GArray    *missing;  /* guint32: doors of the level without an outline */
  GPtrArray *strange;  /* char *: numbers on the drawing that name no door of the level, or several */
} BjtPlanTraceAll;

typedef struct _BjtPlanTrace BjtPlanTrace;

BjtPlanTrace    *bjt_plan_trace_new (BjtPlanBackdrop *backdrop); /* gets another reference */
void             bjt_plan_trace_free (BjtPlanTrace *self);
const BjtPlanBackdrop *bjt_plan_trace_get_backdrop (const BjtPlanTrace *self);
BjtPlanElement  *bjt_plan_trace_find (BjtPlanTrace *self, BjtPoint at, const BjtPlanTraceWish *wish, GCancellable *cancellable, GError **error); /* a door's outline, nobody's yet */
BjtPlanTraceAll *bjt_plan_trace_find_all (BjtPlanTrace *self, const BjtPicture *picture, guint32 plan, const BjtPlanTraceWish *wish, GCancellable *cancellable, GError **error);
void             bjt_plan_trace_all_free (BjtPlanTraceAll *self);

/* The door of the level that a text on a drawing names: 101, 3-101, 1单元101,
 * room-101; NO_INDEX: none, or several */
guint32 bjt_plan_trace_match (const BjtPicture *picture, guint32 building, int ordinal, const char *text);

/* Makes the element the outline of that door: on every level of the plan where
 * it has an entrance, else of that one alone. */
void    bjt_plan_trace_give (BjtPlanElement *element, const BjtPicture *picture, guint32 door);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanTrace, bjt_plan_trace_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanTraceAll, bjt_plan_trace_all_free)

G_END_DECLS
