/* bjt-drawing-private.h: what a drawing owns; for its builder and reader.
 */
#pragma once

#include "bjt-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  BjtDrawing      drawing; /* first: what everybody sees */
  gatomicrefcount references;

  /* Owned */
  GStringChunk   *strings;
  GArray         *layers;
  GArray         *items;
  GArray         *ops;
  GArray         *points;
  GArray         *pictures;
} BjtDrawingOwner;

BjtDrawingOwner *bjt_drawing_owner_new (void);
void             bjt_drawing_owner_free (BjtDrawingOwner *self);
void             bjt_drawing_owner_publish (BjtDrawingOwner *self); /* points the public arrays at the owned ones */

G_END_DECLS
