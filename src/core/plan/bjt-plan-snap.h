/* bjt-plan-snap.h: where a point being drawn should fall.
 *
 * Looks at the elements of a plan, at what lies under it, and at the line being
 * drawn. The nearest wins within reach, by rank: vertex, middle and crossing,
 * right angle or parallel (meeting an edge where both hold), edge, grid.
 */
#pragma once

#include "bjt-drawing-index.h"
#include "bjt-plan-backdrop.h"
#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PLAN_SNAP_NONE,
  BJT_PLAN_SNAP_VERTEX,
  BJT_PLAN_SNAP_MIDDLE,   /* of a side */
  BJT_PLAN_SNAP_CROSSING, /* of two sides, or of a side and a guide */
  BJT_PLAN_SNAP_RIGHT,    /* at a right angle to the line before, or to a side */
  BJT_PLAN_SNAP_PARALLEL,
  BJT_PLAN_SNAP_EDGE,
  BJT_PLAN_SNAP_GRID,
} BjtPlanSnapKind;

typedef struct
{
  BjtPlanSnapKind kind;
  BjtPoint        at;       /* metres */
  BjtPoint        from, to; /* the side or guide that explains it; equal: none */
} BjtPlanSnapHit;

typedef struct
{
  guint    kinds;     /* 1 << BjtPlanSnapKind */
  double   reach;     /* metres */
  double   grid;      /* metres; 0: none */
  gboolean has_start; /* a line is being drawn: */
  BjtPoint start;     /* the last point put down */
  gboolean has_before;
  BjtPoint before;    /* the one before that */
  double   length;    /* typed, metres; 0: free; else the place is that far from the start */
} BjtPlanSnapWish;

typedef struct _BjtPlanSnap BjtPlanSnap;

BjtPlanSnap *bjt_plan_snap_new (void);
void         bjt_plan_snap_free (BjtPlanSnap *self);
void         bjt_plan_snap_add_shape (BjtPlanSnap *self, const BjtGeometry *shape, gpointer owner); /* owner: to leave out, such as what is being moved */
void         bjt_plan_snap_add_backdrop (BjtPlanSnap *self, BjtPlanBackdrop *backdrop);              /* gets another reference */
void         bjt_plan_snap_finish (BjtPlanSnap *self); /* builds its index; before the first find */
gboolean     bjt_plan_snap_find (const BjtPlanSnap *self, BjtPoint at, const BjtPlanSnapWish *wish, gpointer but, BjtPlanSnapHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanSnap, bjt_plan_snap_free)

G_END_DECLS
