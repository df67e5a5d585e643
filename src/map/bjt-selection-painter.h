/* bjt-selection-painter.h: the selected doors in blue over whatever is painted
 * of them: their cells from near, their building from afar.
 */
#pragma once

#include "canvas/bjt-paint-queue.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

BjtPaintContent *bjt_selection_painter_new_content (BjtPicture *picture, const BjtDoorSet *doors, guint32 colour, int level);

G_END_DECLS
