/* bjt-plan-hits.h: what of a plan lies where, for the pointer.
 *
 * Built once a picture; a query costs the elements of the cells it touches.
 * Immutable, keeps the picture.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtPlanHits BjtPlanHits;

BjtPlanHits *bjt_plan_hits_new (BjtPicture *picture, guint32 plan);
void         bjt_plan_hits_free (BjtPlanHits *self);
guint32      bjt_plan_hits_find_door (const BjtPlanHits *self, BjtPoint at);            /* the smallest outline of a door around the place, metres; element of the picture, BJT_NO_INDEX: none */
guint32      bjt_plan_hits_find (const BjtPlanHits *self, BjtPoint at, double reach);   /* any element: lines and texts within reach before the smallest outline */
GArray      *bjt_plan_hits_list_inside (const BjtPlanHits *self, const BjtBox *box);    /* (element-type guint32): those that lie wholly in the box, in painting order */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanHits, bjt_plan_hits_free)

G_END_DECLS
