/* bjt-map-extract.h: a small piece of the map around a place: streets, outlines,
 * numbers of buildings; nothing of who lives there.
 */
#pragma once

#include "bjt-sheet-pen.h"
#include "basemap/bjt-map-painter.h"
#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct _BjtMapExtract BjtMapExtract;

BjtMapExtract *bjt_map_extract_new (BjtPicture *picture, BjtMapPainter *streets, guint32 building, BjtPoint place); /* building: BJT_NO_INDEX: none; @place: lon/lat */
void           bjt_map_extract_free (BjtMapExtract *self);
void           bjt_map_extract_draw (const BjtMapExtract *self, const BjtSheetPen *pen, const BjtBox *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtMapExtract, bjt_map_extract_free)

G_END_DECLS
