/* bjt-sheet-tiles.h: fetches the tiles of a sheet before it is drawn for good.
 */
#pragma once

#include "bjt-sheet.h"
#include "basemap/bjt-tile-painter.h"

G_BEGIN_DECLS

#define BJT_SHEET_TILES_PATIENCE_MS 20000 /* a page */

typedef struct
{
  BjtTilePainter *tiles;       /* borrowed; the one that the sheet draws with */
  double          dpi;         /* of a picture; 0: a page that is printed or becomes a PDF or SVG */
  guint           patience_ms; /* a page; then it is drawn with what is there */
  int            *permille;    /* atomic; what is done, for a bar; may be NULL */
} BjtSheetTiles;

/* Worker. Returns how many tiles did not come; an error only when cancelled. */
guint bjt_sheet_tiles_await (const BjtSheetTiles *self, BjtSheet *sheet, GCancellable *cancellable, GError **error);

G_END_DECLS
