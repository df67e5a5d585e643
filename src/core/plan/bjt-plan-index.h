/* bjt-plan-index.h: which plan a level has, and where a door is drawn.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

void    bjt_plan_index_fill (BjtPicture *picture);                                              /* what is marked "plan"; once, before it is shared */
guint32 bjt_plan_index_find_plan (const BjtPicture *picture, guint32 building, int ordinal);   /* of a level; NO_INDEX: none */
BjtRun  bjt_plan_index_get_plans (const BjtPicture *picture, guint32 building);                /* of the picture's plans */
BjtRun  bjt_plan_index_get_outlines (const BjtPicture *picture, guint32 door);                 /* of the picture's outlines */
guint32 bjt_plan_index_find_door (const BjtPicture *picture, guint32 element, int ordinal);    /* whose outline it is on that level; NO_INDEX: nobody's */
GArray *bjt_plan_index_list_levels (const BjtPicture *picture, guint32 building);              /* int: ordinals with doors or a plan, from the top down */
int     bjt_plan_index_choose_level (const BjtPicture *picture, guint32 building);            /* to be seen first: of those with a plan the nearest to the ground */
int     bjt_plan_index_step_level (const BjtPicture *picture, guint32 building, int ordinal, int step); /* the next that there is; step 1: up, -1: down */
BjtBox  bjt_plan_index_get_box (const BjtPicture *picture, guint32 plan);                      /* metres of the plan; empty: nothing is drawn */

static inline gboolean
bjt_plan_index_is_drawn (const BjtPicture *picture,
                         guint32           door)
{
  return bjt_plan_index_get_outlines (picture, door).n > 0;
}

G_END_DECLS
