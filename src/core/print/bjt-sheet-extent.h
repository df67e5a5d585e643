/* bjt-sheet-extent.h: which part of the ground a map on paper shows, where a person
 * wants another than the program would choose.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  double   denominator; /* 1000 for 1:1000; 0: the best round scale that fits; so it is, too, where this one does not */
  BjtPoint shift;       /* of the ground on the paper, mm to the right and down; no further than there is room */
  double   turn;        /* degrees that the ground is turned clockwise; 0: north is up */
  gboolean is_fit;      /* instead: as makes best use of the page */
} BjtSheetExtent;

G_END_DECLS
