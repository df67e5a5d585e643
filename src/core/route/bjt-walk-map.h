/* bjt-walk-map.h: what is drawn of the ground as far as feet are concerned: ways,
 * gates, walls, in metres.
 *
 * Filled by whoever reads maps, then made into a network (bjt-walk-network.h).
 */
#pragma once

#include "geo/bjt-edge-grid.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_WAY_BOTH,
  BJT_WAY_FORWARD, /* along its points only: a turnstile, an escalator */
  BJT_WAY_BACKWARD,
} BjtWayDirection;

typedef struct
{
  double          slowness; /* metres of a plain way that a metre of it is worth; steps 1.5 */
  BjtWayDirection direction;
  gboolean        is_noded; /* drawn with common points where ways meet (OpenStreetMap): others that cross it pass over or under */
} BjtWayTraits;

#define BJT_WAY_PLAIN ((BjtWayTraits) { 1, BJT_WAY_BOTH, FALSE })

typedef struct
{
  guint        first; /* of the points */
  guint        n_points;
  BjtWayTraits traits;
} BjtWay;

typedef struct
{
  GArray *points; /* BjtPoint, of the ways */
  GArray *ways;   /* BjtWay */
  GArray *gates;  /* BjtPoint */
  GArray *walls;  /* BjtEdge */
} BjtWalkMap;

BjtWalkMap *bjt_walk_map_new (void);
void        bjt_walk_map_free (BjtWalkMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWalkMap, bjt_walk_map_free)

void  bjt_walk_map_add_way (BjtWalkMap *self, const BjtPoint *points, guint n_points, const BjtWayTraits *traits);
guint bjt_walk_map_add_gate (BjtWalkMap *self, BjtPoint at); /* its number, from 0 */
void  bjt_walk_map_add_wall (BjtWalkMap *self, const BjtPoint *points, guint n_points);

G_END_DECLS
