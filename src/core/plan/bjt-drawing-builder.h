/* bjt-drawing-builder.h: puts a drawing together, item by item.
 */
#pragma once

#include "bjt-drawing.h"

G_BEGIN_DECLS

#define BJT_DRAWING_MAX_ITEMS 2000000u
#define BJT_DRAWING_MAX_POINTS 20000000u

typedef struct _BjtDrawingBuilder BjtDrawingBuilder;

BjtDrawingBuilder *bjt_drawing_builder_new (void);
void               bjt_drawing_builder_free (BjtDrawingBuilder *self);
guint32            bjt_drawing_builder_add_layer (BjtDrawingBuilder *self, const char *name, gboolean is_hidden); /* the same name: the same layer */
void               bjt_drawing_builder_set_layer_tags (BjtDrawingBuilder *self, guint32 layer, const char *tags);
guint32            bjt_drawing_builder_add_picture (BjtDrawingBuilder *self, const char *media_type, GBytes *bytes);

/* The path of the next item; coordinates that are no numbers end it there. */
void               bjt_drawing_builder_move_to (BjtDrawingBuilder *self, double x, double y);
void               bjt_drawing_builder_line_to (BjtDrawingBuilder *self, double x, double y);
void               bjt_drawing_builder_curve_to (BjtDrawingBuilder *self, const BjtPoint points[3]);
void               bjt_drawing_builder_close (BjtDrawingBuilder *self);

/* The item's first_op … n_points and box are filled in; strings are copied.
 * FALSE: an empty path or a full drawing; nothing was added. */
gboolean           bjt_drawing_builder_add (BjtDrawingBuilder *self, const BjtDrawingItem *item);
void               bjt_drawing_builder_set_scale (BjtDrawingBuilder *self, double metres_per_unit);
void               bjt_drawing_builder_set_page (BjtDrawingBuilder *self, const BjtBox *page);
BjtDrawing        *bjt_drawing_builder_finish (BjtDrawingBuilder *self); /* the builder is empty again */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDrawingBuilder, bjt_drawing_builder_free)

G_END_DECLS
