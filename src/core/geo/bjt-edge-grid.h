/* bjt-edge-grid.h: straight edges, to be found by where they lie.
 */
#pragma once

#include "bjt-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  BjtPoint a, b; /* equal: a point */
} BjtEdge;

typedef struct _BjtEdgeGrid BjtEdgeGrid;

BjtEdgeGrid *bjt_edge_grid_new (const BjtEdge *edges, guint n_edges); /* borrows the edges */
void         bjt_edge_grid_free (BjtEdgeGrid *self);
void         bjt_edge_grid_query (const BjtEdgeGrid *self, const BjtBox *box, GArray *found); /* guint32, rising: those near the box, and some more */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtEdgeGrid, bjt_edge_grid_free)

double   bjt_edge_get_distance (const BjtEdge *self, BjtPoint at, BjtPoint *foot);
gboolean bjt_edge_cross (const BjtEdge *self, const BjtEdge *other, BjtPoint *at); /* ends belong to edges */

G_END_DECLS
