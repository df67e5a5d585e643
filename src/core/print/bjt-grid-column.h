/* bjt-grid-column.h: the right column of the grid sheet: what a meeting asks.
 */
#pragma once

#include "bjt-grid-count.h"
#include "bjt-sheet-pen.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPicture   *picture;
  guint32             grid;
  const BjtGridCount *count;
  gboolean            has_many_compounds; /* places name theirs */
  gboolean            has_building;       /* of one building alone, not of the grid */
  guint32             building;
  const BjtGridCount *shown;              /* of what is on this page alone: in the legend; NULL: all that is counted */
} BjtGridColumn;

void bjt_grid_column_draw (const BjtGridColumn *self, const BjtSheetPen *pen, const BjtBox *box);
void bjt_grid_column_draw_legend (const BjtGridColumn *self, const BjtSheetPen *pen, const BjtBox *box); /* and nothing else */

G_END_DECLS
