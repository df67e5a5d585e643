/* bjt-sheet-map.h: the ground on paper at a true scale.
 *
 * Positions are projected to the 3° Gauss-Krüger zone of CGCS2000 and laid out
 * in millimetres with true north up; the base map, painted in Mercator, is bent
 * to it.
 */
#pragma once

#include "bjt-sheet-extent.h"
#include "bjt-sheet-ground.h"
#include "bjt-sheet-pen.h"
#include "basemap/bjt-map-painter.h"
#include "basemap/bjt-tile-painter.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtSheetGround *ground; /* borrowed */
  double                denominator; /* of the scale */
  BjtPoint              origin;      /* metres east and south; falls on … */
  BjtPoint              at;          /* … this place of the paper */
  BjtBox                window;      /* of the paper that shows the map */
} BjtSheetMap;

/* What lies on the ground, both borrowed: tiles where there are any, else
 * streets, else nothing. */
typedef struct
{
  BjtMapPainter  *streets;
  BjtTilePainter *tiles;
} BjtSheetBase;

gboolean bjt_sheet_map_fit (BjtSheetMap *self, const BjtBox *metres); /* ground and window are set; the largest round scale that shows them; FALSE: none does */
void     bjt_sheet_map_apply_extent (BjtSheetMap *self, const BjtBox *metres, const BjtSheetExtent *extent); /* after it was fit */
BjtPoint bjt_sheet_map_project (const BjtSheetMap *self, BjtPoint lon_lat);
BjtPoint bjt_sheet_map_project_mercator (const BjtSheetMap *self, BjtPoint mercator);
void     bjt_sheet_map_trace (const BjtSheetMap *self, cairo_t *cr, const BjtGeometry *shape);
void     bjt_sheet_map_draw_base (const BjtSheetMap *self, const BjtSheetPen *pen, const BjtSheetBase *base);
guint    bjt_sheet_map_draw_names (const BjtSheetMap *self, const BjtSheetPen *pen, const BjtSheetBase *base, const GArray *covered, const GArray *lines); /* how many found no room */
void     bjt_sheet_map_list_outline (const BjtSheetMap *self, const BjtGeometry *boundary, GArray *lines); /* adds the boxes, mm, along a drawn outline */
void     bjt_sheet_map_cover (const BjtSheetMap *self, const BjtPoint *corners, GArray *covered); /* adds the boxes, mm, that a building takes: corners are Mercator */
void     bjt_sheet_map_draw_outline (const BjtSheetMap *self, const BjtSheetPen *pen, const BjtGeometry *boundary);
void     bjt_sheet_map_draw_footprint (const BjtSheetMap *self, const BjtSheetPen *pen, const BjtGeometry *footprint, gboolean is_ours);

/* The scale bar and the arrow, inside the given boxes. */
void     bjt_sheet_map_draw_scale (const BjtSheetMap *self, const BjtSheetPen *pen, const BjtBox *box);
void     bjt_sheet_map_draw_north (const BjtSheetMap *self, const BjtSheetPen *pen, const BjtBox *box);

G_END_DECLS
