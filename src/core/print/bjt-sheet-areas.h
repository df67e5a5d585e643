/* bjt-sheet-areas.h: grids or buildings on a map of paper, each with a number.
 *
 * Outlines and words in, nothing else: what draws public sheets too.
 */
#pragma once

#include "bjt-sheet-map.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtGeometry *shape; /* lon/lat; borrowed, as the words */
  const char        *mark;  /* in a disc: a number, a page */
  const char        *label; /* below it; may be NULL */
  guint              colour; /* areas beside each other differ */
  gboolean           has_place;
  BjtPoint           place;  /* of the mark, mm; else the middle */
} BjtSheetArea;

typedef struct
{
  const BjtSheetArea *areas;
  guint               n_areas;
  double              disc;      /* radius of the marks, mm before k */
  gboolean            is_filled; /* a pale colour each, dashed outline; else as buildings */
} BjtSheetAreas;

BjtSheetGround *bjt_sheet_areas_find_ground (const BjtSheetAreas *self, BjtBox *metres); /* NULL: none has a shape */
void            bjt_sheet_areas_draw_fill (const BjtSheetAreas *self, const BjtSheetMap *map, const BjtSheetPen *pen);
void            bjt_sheet_areas_draw_marks (const BjtSheetAreas *self, const BjtSheetMap *map, const BjtSheetPen *pen);
guint32         bjt_sheet_areas_get_colour (const BjtSheetPen *pen, guint colour);

G_END_DECLS
