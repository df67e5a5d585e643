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
BjtBox  bjt_plan_index_get_box (const BjtPicture *picture, guint32 plan);                      /* metres of the plan; empty: nothing is drawn */

static inline gboolean
bjt_plan_index_is_drawn (const BjtPicture *picture,
                         guint32           door)
{
  return bjt_plan_index_get_outlines (picture, door).n > 0;
}

G_END_DECLS
