/* bjt-sheet-captions.h: the names of buildings on a map on paper: in them, along
 * their walls, else beside them, and none over another.
 */
#pragma once

#include "bjt-sheet-map.h"

G_BEGIN_DECLS

typedef struct _BjtSheetCaptions BjtSheetCaptions;

BjtSheetCaptions *bjt_sheet_captions_new (const BjtSheetMap *map, const BjtSheetPen *pen, double size); /* both borrowed; size as of texts of a pen */
void              bjt_sheet_captions_free (BjtSheetCaptions *self);
void              bjt_sheet_captions_add_ground (BjtSheetCaptions *self, const BjtPoint *corners); /* of a building, Mercator: captions beside others stay off it */
void              bjt_sheet_captions_add (BjtSheetCaptions *self, const BjtPoint *corners, const char *label); /* of its own building; NULL: none */
void              bjt_sheet_captions_place (BjtSheetCaptions *self, GArray *covered); /* BjtBox, mm: they stay out of these, and add their own */
guint             bjt_sheet_captions_draw (const BjtSheetCaptions *self); /* how many found no room */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSheetCaptions, bjt_sheet_captions_free)

G_END_DECLS
