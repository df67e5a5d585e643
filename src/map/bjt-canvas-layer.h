/* bjt-canvas-layer.h: a layer painted as a whole, a little larger than the view.
 *
 * A frame costs the moving of some textures, however much is on the map; the
 * painting itself happens on the paint thread, sharp at every zoom.
 */
#pragma once

#include "canvas/bjt-paint-queue.h"

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BJT_TYPE_CANVAS_LAYER (bjt_canvas_layer_get_type ())
G_DECLARE_FINAL_TYPE (BjtCanvasLayer, bjt_canvas_layer, BJT, CANVAS_LAYER, ShumateLayer)

/* Signals:
 *   "painted" (void): the newest content stands on the screen. */

BjtCanvasLayer *bjt_canvas_layer_new (ShumateViewport *viewport, BjtPaintQueue *queue);
void            bjt_canvas_layer_set_content (BjtCanvasLayer *self, BjtPaintContent *content);
void            bjt_canvas_layer_lay_on (BjtCanvasLayer *self, BjtCanvasLayer *below);
gboolean        bjt_canvas_layer_is_current (BjtCanvasLayer *self); /* what is shown is what was set, at this zoom */

G_END_DECLS
