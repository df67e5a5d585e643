/* bjt-plan-check.h: what may stand on a plan.
 */
#pragma once

#include "model/bjt-plans.h"

G_BEGIN_DECLS

#define BJT_PLAN_ERROR (bjt_plan_error_quark ())
GQuark bjt_plan_error_quark (void);

typedef enum
{
  BJT_PLAN_ERROR_ELEMENT, /* a shape that can't be, or of the wrong sort */
} BjtPlanError;

/* @where (out) (optional): metres of the plan; NAN: nowhere */
gboolean bjt_plan_check_element (const BjtPlanElement *element, BjtPoint *where, GError **error);

/* The name of a kind as programs write it: door, wall … */
const char *bjt_element_kind_get_name (BjtElementKind kind);
gboolean    bjt_element_kind_parse (const char *name, BjtElementKind *kind);

G_END_DECLS
