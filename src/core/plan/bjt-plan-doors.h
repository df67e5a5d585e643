/* bjt-plan-doors.h: which door of a building a word on a drawing names.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

guint32 bjt_plan_doors_find (const BjtPicture *picture, guint32 building, const GArray *levels, const char *text); /* levels: BjtLevelRange; NO_INDEX: none, or several */

G_END_DECLS
