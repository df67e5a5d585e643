/* bjt-drawing-index.h: what lies where on a drawing: to trace and to snap.
 */
#pragma once

#include "bjt-drawing.h"

G_BEGIN_DECLS

typedef struct _BjtDrawingIndex BjtDrawingIndex;

typedef enum
{
  BJT_SNAP_NOTHING,
  BJT_SNAP_VERTEX,
  BJT_SNAP_EDGE,
} BjtDrawingSnapKind;

typedef struct
{
  BjtDrawingSnapKind kind;
  BjtPoint           at;
  guint32            item;
  BjtPoint           from, to; /* the edge it lies on */
} BjtDrawingSnap;

BjtDrawingIndex *bjt_drawing_index_new (BjtDrawing *drawing);
void             bjt_drawing_index_free (BjtDrawingIndex *self);
void             bjt_drawing_index_set_hidden (BjtDrawingIndex *self, guint layer, gboolean is_hidden);
guint32          bjt_drawing_index_find_outline (const BjtDrawingIndex *self, double x, double y, double min_area);
BjtGeometry     *bjt_drawing_index_dup_outline (const BjtDrawingIndex *self, double x, double y, double min_area, guint32 *item);
gboolean         bjt_drawing_index_snap (const BjtDrawingIndex *self, double x, double y, double reach, BjtDrawingSnap *snap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDrawingIndex, bjt_drawing_index_free)

G_END_DECLS
