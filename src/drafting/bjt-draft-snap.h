/* bjt-draft-snap.h: what a drawn point is caught by on one plan: the elements,
 * and the drawings that lie under it.
 */
#pragma once

#include "plan/bjt-plan-snap.h"

G_BEGIN_DECLS

typedef struct _BjtDraftSnap BjtDraftSnap;

BjtDraftSnap *bjt_draft_snap_new (void);
void          bjt_draft_snap_free (BjtDraftSnap *self);
void          bjt_draft_snap_set_plan (BjtDraftSnap *self, GPtrArray *elements, GPtrArray *backdrops); /* BjtPlanElement, BjtPlanBackdrop; references are taken; either may be NULL */
void          bjt_draft_snap_leave_out (BjtDraftSnap *self, GPtrArray *elements);                      /* such as what is being moved; NULL: none */
gboolean      bjt_draft_snap_find (BjtDraftSnap *self, BjtPoint at, const BjtPlanSnapWish *wish, BjtPlanSnapHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDraftSnap, bjt_draft_snap_free)

G_END_DECLS
