/* bjt-drawing-preview.h: a drawing from outside before it is brought in; a drag
 * over it marks a wall whose length is known.
 */
#pragma once

#include "plan/bjt-drawing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BJT_TYPE_DRAWING_PREVIEW (bjt_drawing_preview_get_type ())
G_DECLARE_FINAL_TYPE (BjtDrawingPreview, bjt_drawing_preview, BJT, DRAWING_PREVIEW, GtkWidget)

/* Signals:
 *   "wall-changed" (void): another wall is marked */

GtkWidget *bjt_drawing_preview_new (void);
void       bjt_drawing_preview_set_drawing (BjtDrawingPreview *self, BjtDrawing *drawing); /* a reference is taken; no wall is marked */
void       bjt_drawing_preview_set_layer_shown (BjtDrawingPreview *self, guint layer, gboolean is_shown);
void       bjt_drawing_preview_mark_wall (BjtDrawingPreview *self, const BjtPoint ends[2]); /* units of the drawing */
gboolean   bjt_drawing_preview_get_wall (BjtDrawingPreview *self, BjtPoint ends[2]);        /* FALSE: none */

G_END_DECLS
