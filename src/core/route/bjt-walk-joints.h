/* bjt-walk-joints.h: lines as drawn made into links that meet. Private to the
 * network.
 */
#pragma once

#include "bjt-walk-map.h"

G_BEGIN_DECLS

typedef struct
{
  guint32         from, to; /* nodes */
  float           metres;   /* slowness included */
  BjtWayDirection direction;
} BjtWalkLink;

typedef struct
{
  GArray *nodes;      /* BjtPoint */
  GArray *links;      /* BjtWalkLink */
  GArray *gate_nodes; /* guint32, by gate; G_MAXUINT32: on no way */
} BjtWalkJoints;

BjtWalkJoints *bjt_walk_joints_new (const BjtWalkMap *map);
void           bjt_walk_joints_free (BjtWalkJoints *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWalkJoints, bjt_walk_joints_free)

/* Whether a straight line from one to the other would climb a wall; without a grid: never. */
gboolean bjt_walls_are_between (const BjtEdge *walls, const BjtEdgeGrid *grid, BjtPoint a, BjtPoint b);

/* Sets of nodes that hang together. */
guint32 *bjt_union_new (guint n);
guint32  bjt_union_find (guint32 *parents, guint32 i);
void     bjt_union_join (guint32 *parents, guint32 a, guint32 b);

G_END_DECLS
