/* bjt-schematic.h: a tidy floor plan of a building that nobody has drawn.
 *
 * From entrances, levels and doors alone: drafts of plans and of what is drawn
 * on them, in metres, one plan for all levels that are laid out alike.
 */
#pragma once

#include "model/bjt-picture.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *plans;    /* BjtFloorPlan, from the ground up */
  GPtrArray *elements; /* BjtPlanElement */
  double     width;    /* metres along the building */
  double     depth;
} BjtSchematic;

BjtSchematic *bjt_schematic_new (const BjtPicture *picture, guint32 building, gint64 unix_ms); /* NULL: no doors */
void          bjt_schematic_free (BjtSchematic *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSchematic, bjt_schematic_free)

G_END_DECLS
