/* bjt-plan-scene.h: a plan on a level as the paint thread paints it.
 *
 * The painter keeps what it has measured while looks change.
 */
#pragma once

#include "canvas/bjt-paint-queue.h"
#include "paint/bjt-plan-painter.h"

G_BEGIN_DECLS

typedef struct
{
  BjtPlanShow       show;
  BjtPaletteKind    palette;
  const BjtDoorSet *matched; /* the others are faded; NULL: none are */
} BjtPlanLook;

typedef struct _BjtPlanScene BjtPlanScene;

BjtPlanScene    *bjt_plan_scene_new (BjtPicture *picture, guint32 plan, int ordinal, GPtrArray *backdrops);
void             bjt_plan_scene_unref (BjtPlanScene *self);
BjtBox           bjt_plan_scene_get_box (BjtPlanScene *self);                    /* metres */
guint32          bjt_plan_scene_get_door (BjtPlanScene *self, guint32 element); /* on this level */
BjtPaintContent *bjt_plan_scene_make_content (BjtPlanScene *self, const BjtPlanLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanScene, bjt_plan_scene_unref)

G_END_DECLS
