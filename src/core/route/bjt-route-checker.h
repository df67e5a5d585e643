/* bjt-route-checker.h: does a plan keep every promise? Reckons anew from the
 * problem, sharing nothing with the solver; used on every plan shown or printed.
 */
#pragma once

#include "bjt-route-plan.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_ROUTE_FAULT_UNKNOWN_STOP,
  BJT_ROUTE_FAULT_SEEN_TWICE,
  BJT_ROUTE_FAULT_NOT_ELIGIBLE,
  BJT_ROUTE_FAULT_WINDOW,
  BJT_ROUTE_FAULT_SHIFT_END,
  BJT_ROUTE_FAULT_MAX_TIME,
  BJT_ROUTE_FAULT_CAPACITY,
  BJT_ROUTE_FAULT_LUNCH,
  BJT_ROUTE_FAULT_UNREACHABLE,
  BJT_ROUTE_FAULT_PIN,
  BJT_ROUTE_FAULT_TIMES,  /* the times or sums written in the plan are not what they come to */
  BJT_ROUTE_FAULT_COUNTS, /* a stop is neither seen nor named as not seen */
} BjtRouteFaultKind;

typedef struct
{
  BjtRouteFaultKind kind;
  guint             shift, stop; /* or BJT_ROUTE_NONE */
} BjtRouteFault;

/* Of BjtRouteFault; empty: the plan can be walked. */
GArray *bjt_route_check (const BjtRouteProblem *problem, const BjtRoutePlan *plan);

char *bjt_route_fault_dup_text (const BjtRouteFault *fault);

G_END_DECLS
