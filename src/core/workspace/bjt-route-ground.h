/* bjt-route-ground.h: the ground feet go on: the ways of the map as a network, gates
 * with their hours, and the metres they are measured in. Immutable; of any thread.
 */
#pragma once

#include "model/bjt-territory.h"
#include "route/bjt-walk-matrix.h"
#include "rules/bjt-visit-rules.h"

G_BEGIN_DECLS

typedef struct
{
  BjtUuid  id;      /* of the map feature */
  char    *name;    /* may be NULL */
  char    *hours;   /* NULL: always open */
  BjtPoint place;   /* Mercator */
  gboolean is_used; /* a way leads through it */
} BjtRouteGate;

typedef struct
{
  gatomicrefcount references;

  BjtWalkNetwork *network;  /* NULL: no ways are drawn */
  GPtrArray      *gates;    /* BjtRouteGate, as the network numbers them */
  BjtPoint        centre;   /* Mercator */
  double          metres;   /* to one Mercator unit */
  char           *stamp;    /* of the map it was made of */
} BjtRouteGround;

BjtRouteGround *bjt_route_ground_new (const GPtrArray *features, BjtPoint centre, double steps, const char *stamp); /* features: BjtMapFeature */
BjtRouteGround *bjt_route_ground_ref (BjtRouteGround *self);
void            bjt_route_ground_unref (BjtRouteGround *self);
BjtPoint        bjt_route_ground_project (const BjtRouteGround *self, BjtPoint mercator); /* metres; NAN stays NAN */
BjtPoint        bjt_route_ground_unproject (const BjtRouteGround *self, BjtPoint metres);
gboolean       *bjt_route_ground_dup_shut_gates (const BjtRouteGround *self, BjtDate from_on, guint n_days, const BjtMinutes *shift); /* those not open all the while; by gate */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtRouteGround, bjt_route_ground_unref)

G_END_DECLS
