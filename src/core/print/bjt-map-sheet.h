/* bjt-map-sheet.h: the map as the window shows it, as a picture: no title, no
 * names of persons.
 */
#pragma once

#include "bjt-sheet-words.h"
#include "bjt-sheet.h"
#include "carto/bjt-shading-legend.h"
#include "tiles/bjt-tile-source.h"

G_BEGIN_DECLS

typedef struct
{
  guint                  width, height; /* pixels of 1/96 inch */
  BjtBox                 extent;        /* Mercator: all of it is in the picture */
  BjtPaletteKind         palette;
  BjtDoorStyle           style;
  BjtFilter              filter;
  BjtShading             shading;
  gboolean               has_streets;   /* painted from the features of the picture */
  BjtTileSource         *tiles;         /* instead of them; may be NULL */
  const BjtShadingWords *legend;        /* NULL: none */
  const char            *attribution;   /* may be NULL */
  BjtSheetLanguage       language;
} BjtMapSheetOptions;

#define BJT_TYPE_MAP_SHEET (bjt_map_sheet_get_type ())
G_DECLARE_FINAL_TYPE (BjtMapSheet, bjt_map_sheet, BJT, MAP_SHEET, BjtSheet)

BjtSheet *bjt_map_sheet_new (BjtPicture *picture, const BjtMapSheetOptions *options);
char     *bjt_map_sheet_take_error (BjtMapSheet *self); /* of the tiles, after drawing; NULL: none */

G_END_DECLS
