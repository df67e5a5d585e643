/* bjt-tiled-sheet.h: a large sheet on small paper, to be cut and glued.
 *
 * Each page of the sheet becomes rows and columns of tiles that overlap, with
 * crop marks and its place on each; before them a page shows how they go together.
 * Nothing is scaled.
 */
#pragma once

#include "bjt-sheet-words.h"
#include "bjt-sheet.h"
#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

#define BJT_TYPE_TILED_SHEET (bjt_tiled_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtTiledSheet, bjt_tiled_sheet, BJT, TILED_SHEET, BjtSheet)

typedef struct
{
  const char      *paper;   /* of the tiles; NULL: A4 */
  double           overlap; /* mm; 0: 10 */
  double           margin;  /* that the printer leaves white, mm; 0: 5 */
  BjtSheetLanguage language;
} BjtTiling;

typedef struct
{
  guint    page;    /* of the source */
  guint    row, column;
  BjtBox   source;  /* of that page, mm */
  BjtPoint at;      /* where its upper left corner is on the tile */
  BjtBox   visible; /* of the page: what no later tile covers */
} BjtTile;

BjtSheet *bjt_tiled_sheet_new (BjtSheet *source, const BjtTiling *tiling, GError **error); /* a reference is taken */
gboolean  bjt_tiled_sheet_get_tile (BjtTiledSheet *self, guint page, BjtTile *tile); /* FALSE: the page that shows how they go together */

G_END_DECLS
