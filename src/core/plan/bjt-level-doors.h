/* bjt-level-doors.h: the doors of one level in the order one walks by them, and
 * which of them are drawn already.
 */
#pragma once

#include "model/bjt-picture.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

typedef struct
{
  guint32  door;     /* of the picture */
  gboolean is_drawn; /* an element stands for it */
} BjtLevelDoor;

/* @elements: BjtPlanElement of the plan that is drawn; NULL: none */
GArray  *bjt_level_doors_list (const BjtPicture *picture, guint32 building, int ordinal, GPtrArray *elements); /* BjtLevelDoor */
guint32  bjt_level_doors_find_next (const GArray *self, guint32 after); /* the next that is not drawn, from @after on and round again; NO_INDEX: all are */
guint32  bjt_level_doors_find_element (const GArray *self, const BjtPicture *picture, const BjtPlanElement *element); /* whose outline it is; NO_INDEX: no door's */
void     bjt_level_doors_assign (const BjtPicture *picture, guint32 door, BjtPlanElement *element); /* door NO_INDEX: nobody's */

G_END_DECLS
