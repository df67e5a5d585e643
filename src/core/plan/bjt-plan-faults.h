/* bjt-plan-faults.h: what is wrong or missing on a plan.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PLAN_FAULT_UNSOUND, /* a shape that can't be */
  BJT_PLAN_FAULT_OVERLAP, /* outlines of two doors that lie on each other */
  BJT_PLAN_FAULT_MISSING, /* a door of the plan's levels without an outline */
} BjtPlanFaultKind;

typedef struct
{
  BjtPlanFaultKind kind;
  guint            element, other; /* of the elements; G_MAXUINT: none */
  guint32          door;           /* missing: of the picture */
  BjtPoint         where;          /* NAN: nowhere */
  char            *message;        /* unsound; may be NULL */
} BjtPlanFault;

GArray *bjt_plan_faults_list (const BjtPicture *picture, guint32 plan, const GPtrArray *elements); /* BjtPlanFault; elements: BjtPlanElement of the plan */

G_END_DECLS
