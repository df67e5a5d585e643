/* bjt-schematic-plans.h: schematic plans beside those a building has.
 */
#pragma once

#include "plan/bjt-schematic.h"

G_BEGIN_DECLS

void  bjt_schematic_plans_settle (BjtSchematic *schematic, const BjtPicture *picture, guint32 building, const GPtrArray *others);
char *bjt_schematic_plans_describe (const GPtrArray *plans, const GPtrArray *elements);

G_END_DECLS
