/* bjt-sheet-ground.h: metres of the ground with true north up, or turned.
 */
#pragma once

#include "geo/bjt-ground.h"

G_BEGIN_DECLS

/* Metres of the zone, turned about its origin so that true north is up at one
 * place, or as a person turned it: lengths stay as they are. */
typedef struct
{
  BjtGround *zone;
  double     cos, sin;
  double     turn; /* of north, clockwise, radians */
} BjtSheetGround;

BjtSheetGround *bjt_sheet_ground_new (BjtPoint lon_lat);
void            bjt_sheet_ground_turn (BjtSheetGround *self, double degrees); /* clockwise, from now on */
void            bjt_sheet_ground_free (BjtSheetGround *self);
BjtPoint        bjt_sheet_ground_project (const BjtSheetGround *self, BjtPoint lon_lat); /* metres east and south */
BjtPoint        bjt_sheet_ground_unproject (const BjtSheetGround *self, BjtPoint metres);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSheetGround, bjt_sheet_ground_free)

G_END_DECLS
