/* bjt-walk-costs.h: what a way costs in time (domain.md B.12): walking, entrances,
 * stairs, lifts. The numbers are data of the community; these are the defaults.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double speed;           /* metres a second */
  double season;          /* walking takes so much longer in winter: 1.3; else 1 */
  double straight;        /* where no way is drawn: the straight line times this */
  double unplaced_metres; /* to a building that is not on the map */
  double entrance;        /* seconds at the door of the house: bell, code, guard */
  double stairs_up;       /* seconds a floor */
  double stairs_down;
  double lift_wait;       /* seconds */
  double lift_floor;      /* seconds a floor */
  double door;            /* seconds from one door to another on the same floor */
  double top_first;       /* seconds that going up between two doors of a stair counts more than it takes, so that one begins on top */
} BjtWalkCosts;

#define BJT_WALK_COSTS_DEFAULT ((BjtWalkCosts) { 1.1, 1, 1.3, 150, 30, 18, 12, 45, 3, 5, 2 })

double bjt_walk_costs_get_floors (const BjtWalkCosts *self, int from, int to, gboolean has_lift);
double bjt_walk_costs_get_metres (const BjtWalkCosts *self, double metres); /* seconds */

G_END_DECLS
