/* bjt-grid-window.h: the map window of a grid sheet: ground, footprints and
 * call-outs with their matrices.
 */
#pragma once

#include "bjt-grid-plan.h"
#include "bjt-sheet-map.h"
#include "paint/bjt-matrix-painter.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPicture  *picture;
  guint32            grid;
  const BjtGridPage *page;
  BjtSheetGround    *ground;
  BjtSheetBase       base;
  BjtMatrixShow      show;
  BjtBox             window; /* mm */
  const char        *watermark;
  gboolean           has_many_compounds; /* call-outs name theirs */
} BjtGridWindow;

guint bjt_grid_window_draw (const BjtGridWindow *self, const BjtSheetPen *pen); /* how many names found no room */

G_END_DECLS
