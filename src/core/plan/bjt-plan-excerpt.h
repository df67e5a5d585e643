/* bjt-plan-excerpt.h: a plan of the picture, ready to be written to a file: which
 * levels are meant, whose doors its elements are, where it lies.
 */
#pragma once

#include "bjt-placement.h"
#include "bjt-plan-backdrop.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPicture *picture;   /* borrowed */
  guint32           plan;
  GArray           *levels;    /* BjtLevelRange; those that are meant */
  BjtPlacement     *placement; /* NULL: nowhere */
  BjtGround        *ground;    /* with the placement */
  GPtrArray        *backdrops; /* (nullable): BjtPlanBackdrop, lowest first */

  /* Private */
  GArray           *outlines;  /* BjtPictureOutline of this plan, by element, then door */
} BjtPlanExcerpt;

BjtPlanExcerpt *bjt_plan_excerpt_new (const BjtPicture *picture, guint32 plan, const GArray *levels); /* levels NULL: all of the plan */
void            bjt_plan_excerpt_free (BjtPlanExcerpt *self);
gboolean        bjt_plan_excerpt_place_at (BjtPlanExcerpt *self, BjtPoint lon_lat, GError **error);    /* its middle there, north up */
guint32         bjt_plan_excerpt_find_door (const BjtPlanExcerpt *self, guint32 element, int ordinal); /* NO_INDEX: none */
char           *bjt_plan_excerpt_dup_caption (const BjtPlanExcerpt *self, guint32 element);            /* what is written into it; NULL: nothing */
BjtBox          bjt_plan_excerpt_get_box (const BjtPlanExcerpt *self);                                 /* metres, with what lies under; never empty */
BjtPoint        bjt_plan_excerpt_to_lon_lat (const BjtPlanExcerpt *self, BjtPoint metres);             /* placed */

static inline const BjtPicturePlan *
bjt_plan_excerpt_get_plan (const BjtPlanExcerpt *self)
{
  return bjt_picture_get_plan (self->picture, self->plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanExcerpt, bjt_plan_excerpt_free)

G_END_DECLS
