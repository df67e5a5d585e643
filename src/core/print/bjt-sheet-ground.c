/* bjt-sheet-ground.c: the 3° Gauss-Krüger zone of CGCS2000, turned by the
 * convergence of meridians: up to a degree between grid north and true north,
 * which is what people see on a sheet. */
#include "bjt-sheet-ground.h"

#include <math.h>

#define STEP 0.001 /* degrees north */

/**
 * bjt_sheet_ground_new:
 * @lon_lat: where true north shall be up
 */
BjtSheetGround *
bjt_sheet_ground_new (BjtPoint lon_lat)
{
  BjtSheetGround *self = g_new0 (BjtSheetGround, 1);
  BjtPoint        here, north;
  double          turn;

  self->zone = bjt_ground_new (lon_lat.x);
  here = bjt_ground_project (self->zone, lon_lat);
  north = bjt_ground_project (self->zone, (BjtPoint) { lon_lat.x, lon_lat.y + STEP });
  turn = atan2 (north.x - here.x, north.y - here.y);
  self->cos = cos (turn);
  self->sin = sin (turn);
  return self;
}

void
bjt_sheet_ground_turn (BjtSheetGround *self,
                       double          degrees)
{
  double turn = -degrees * G_PI / 180, before = self->cos;

  self->turn += degrees * G_PI / 180;
  self->cos = before * cos (turn) - self->sin * sin (turn);
  self->sin = before * sin (turn) + self->sin * cos (turn);
}

void
bjt_sheet_ground_free (BjtSheetGround *self)
{
  if (self == NULL)
    return;
  bjt_ground_free (self->zone);
  g_free (self);
}

/**
 * bjt_sheet_ground_project:
 *
 * Returns: metres to the east and to the south: y grows as on paper
 */
BjtPoint
bjt_sheet_ground_project (const BjtSheetGround *self,
                          BjtPoint              lon_lat)
{
  BjtPoint metres = bjt_ground_project (self->zone, lon_lat);

  return (BjtPoint) { metres.x * self->cos - metres.y * self->sin, -(metres.x * self->sin + metres.y * self->cos) };
}

BjtPoint
bjt_sheet_ground_unproject (const BjtSheetGround *self,
                            BjtPoint              metres)
{
  BjtPoint turned = { metres.x * self->cos - metres.y * self->sin, -metres.x * self->sin - metres.y * self->cos };

  return bjt_ground_unproject (self->zone, turned);
}
