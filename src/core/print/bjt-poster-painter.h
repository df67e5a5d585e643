/* bjt-poster-painter.h: the map of a community with its grids, and a column that says
 * who answers for each.
 *
 * Knows what is public alone; an internal poster adds its doors between.
 */
#pragma once

#include "bjt-public-community.h"
#include "bjt-sheet-areas.h"
#include "bjt-sheet-frame.h"
#include "bjt-sheet-map.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPublicCommunity *community;
  BjtSheetGround           *ground; /* owned; NULL: nothing has a place */
  BjtSheetMap               map;
  BjtBox                    column;
  BjtSheetArea             *marks; /* owned; the grids, where their marks stand */
} BjtPosterPainter;

void  bjt_poster_painter_init (BjtPosterPainter *self, const BjtPublicCommunity *community, const BjtSheetFrame *frame, double k, const BjtSheetExtent *extent);
void  bjt_poster_painter_clear (BjtPosterPainter *self);
guint bjt_poster_painter_draw_ground (const BjtPosterPainter *self, const BjtSheetPen *pen, GArray *covered); /* clips to the window until the next call; names stay off the boxes, mm; how many found no room */
void  bjt_poster_painter_draw_rest (const BjtPosterPainter *self, const BjtSheetPen *pen);   /* marks, furniture, column */

G_END_DECLS
