/* bjt-indoor-plan.h: rooms, doors and walls of several levels, gathered to
 * become a drawing.
 */
#pragma once

#include "bjt-drawing-file.h"

G_BEGIN_DECLS

typedef struct
{
  double       ordinal; /* of the level; orders the layers */
  const char  *level;   /* as it is called; (nullable): on none, such as an outline */
  const char  *kind;    /* unit, room, corridor, door … */
  const char  *id;      /* (nullable) */
  const char  *label;   /* (nullable) */
  BjtGeometry *shape;   /* longitude/latitude, or metres */
} BjtIndoorFeature;

typedef struct _BjtIndoorPlan BjtIndoorPlan;

BjtIndoorPlan *bjt_indoor_plan_new (gboolean is_geographic);
void           bjt_indoor_plan_free (BjtIndoorPlan *self);
void           bjt_indoor_plan_add (BjtIndoorPlan *self, const BjtIndoorFeature *feature);
void           bjt_indoor_plan_add_levels (BjtIndoorPlan *self, const BjtIndoorFeature *feature, const char *levels, const char *repeat_on);
gboolean       bjt_indoor_plan_build (BjtIndoorPlan *self, const BjtDrawingRequest *request, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtIndoorPlan, bjt_indoor_plan_free)

G_END_DECLS
