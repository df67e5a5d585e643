/* bjt-plan-sketch.h: a plan, opened to be drawn on from the command line.
 */
#pragma once

#include "bjt-cli.h"
#include "plan/bjt-plan-edit.h"

G_BEGIN_DECLS

typedef struct
{
  BjtWorkspace *workspace;
  guint32       plan; /* of the picture */
  BjtUuid       plan_id;
  guint32       building;
  GPtrArray    *elements; /* BjtPlanElement, numbered from 1 as `plan show` lists them */
} BjtPlanSketch;

BjtPlanSketch *bjt_plan_sketch_new (BjtWorkspace *workspace, const char *plan);                      /* NULL after printing why */
void           bjt_plan_sketch_free (BjtPlanSketch *self);
gboolean       bjt_plan_sketch_find_door (const BjtPlanSketch *self, const char *text, guint32 *door); /* of the building; prints why not */
GPtrArray     *bjt_plan_sketch_list (const BjtPlanSketch *self, const char *text);                    /* "3", "3,5", a door; borrowed elements; NULL after printing why */
GArray        *bjt_plan_sketch_parse_points (const char *text);                                       /* "X,Y X,Y"; NULL after printing why */
BjtExit        bjt_plan_sketch_save (BjtPlanSketch *self, BjtPlanEdit *edit);                         /* one action; prints why not, and where */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanSketch, bjt_plan_sketch_free)

G_END_DECLS
