/* bjt-room-painter.h: a door drawn as the outline of its rooms, told as a cell
 * of the matrix is.
 */
#pragma once

#include "bjt-cell-painter.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_ROOM_SHOW_LABEL = 1 << 0,
  BJT_ROOM_SHOW_NAME = 1 << 1,
  BJT_ROOM_SHOW_UNMASKED_NAME = 1 << 2,
  BJT_ROOM_SHOW_FACTS = 1 << 3, /* marks and chips */
} BjtRoomShow;

/* The path of @cr is the outline, and is used up; @box is around it, in the context. */
void bjt_room_painter_fill (const BjtCellPainter *self, cairo_t *cr, const BjtClassStyle *style, const BjtBox *box, double alpha);
void bjt_room_painter_frame (const BjtCellPainter *self, cairo_t *cr, int attention);

/* @room: an upright rectangle inside the outline, in the context; what has no
 * room at 11 px is left out: names first, then chips, then the label. */
void bjt_room_painter_write (const BjtCellPainter *self, cairo_t *cr, guint32 door, const BjtBox *room, BjtRoomShow show);

G_END_DECLS
