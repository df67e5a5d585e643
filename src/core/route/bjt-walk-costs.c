/* bjt-walk-costs.c: Rule B.12: the lesser of stairs and lift, in each direction. */
#include "bjt-walk-costs.h"

#include <math.h>
#include <stdlib.h>

/**
 * bjt_walk_costs_get_floors:
 * @from: ordinal of a level, 0 is the ground floor
 *
 * Returns: seconds
 */
double
bjt_walk_costs_get_floors (const BjtWalkCosts *self,
                           int                 from,
                           int                 to,
                           gboolean            has_lift)
{
  int    floors = abs (to - from);
  double stairs = floors * (to > from ? self->stairs_up : self->stairs_down);

  return floors > 0 && has_lift ? fmin (stairs, self->lift_wait + floors * self->lift_floor) : stairs;
}

double
bjt_walk_costs_get_metres (const BjtWalkCosts *self,
                           double              metres)
{
  return metres / self->speed * self->season;
}
