/* bjt-drawing-notes.h: what a reader of drawings has to say besides the drawing.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code;
  char       *message;
} BjtDrawingNote;

typedef struct
{
  GArray  *items;     /* BjtDrawingNote */
  guint    page;      /* from 1 */
  guint    n_pages;
  gboolean is_placed; /* where it lies on the ground is known: */
  BjtPoint points[3]; /* on the drawing */
  BjtPoint ground[3]; /* longitude, latitude */
} BjtDrawingNotes;

void bjt_drawing_notes_init (BjtDrawingNotes *self);
void bjt_drawing_notes_clear (BjtDrawingNotes *self);
void bjt_drawing_notes_add (BjtDrawingNotes *self, const char *code, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
