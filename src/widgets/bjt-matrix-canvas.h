/* bjt-matrix-canvas.h: where the cells of a matrix lie in a widget, scrolled by
 * so much, and their drawing with headers that stay.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-matrix-cache.h"
#include "model/bjt-focus.h"
#include "plan/bjt-matrix-doors.h"

G_BEGIN_DECLS

#define BJT_MATRIX_CANVAS_HEADER 32.0 /* height of the entrance labels, with the strips */
#define BJT_MATRIX_CANVAS_STRIP 10.0  /* of that: over each column, to select it */
#define BJT_MATRIX_CANVAS_LABEL 38.0  /* width of the level labels */
#define BJT_MATRIX_CANVAS_GAP 4.0
#define BJT_MATRIX_CANVAS_MARGIN 8.0  /* after the last column and row */

typedef enum
{
  BJT_MATRIX_HANDLE_NONE,
  BJT_MATRIX_HANDLE_DOOR,     /* one more at the end of a level of an entrance */
  BJT_MATRIX_HANDLE_ABOVE,    /* one more level on top */
  BJT_MATRIX_HANDLE_BELOW,
  BJT_MATRIX_HANDLE_ENTRANCE, /* one more at the end */
} BjtMatrixHandleKind;

typedef struct
{
  BjtMatrixHandleKind kind;
  guint               section; /* doors */
  guint               row;
} BjtMatrixHandle;

typedef struct
{
  BjtPicture      *picture; /* owned; NULL: none */
  BjtMatrix       *matrix;  /* owned; NULL: no building */
  BjtMatrixMetrics metrics;
  double           x, y;    /* scrolled by */
  BjtMatrixPart    pointed; /* under the pointer */
  BjtMatrixHandle  pointed_handle;
  BjtBox           rubber;  /* being dragged, in the matrix; empty: none */
  gboolean         is_editing;
  BjtMatrixCache   cache;
} BjtMatrixCanvas;

void    bjt_matrix_canvas_set_building (BjtMatrixCanvas *self, BjtPicture *picture, guint32 building); /* NULL and BJT_NO_INDEX: clear */
void    bjt_matrix_canvas_fit (BjtMatrixCanvas *self, int width, int height);
void    bjt_matrix_canvas_get_size (const BjtMatrixCanvas *self, gboolean smallest, double *width, double *height);
guint32 bjt_matrix_canvas_get_door (const BjtMatrixCanvas *self, guint32 cell);
guint32 bjt_matrix_canvas_find_cell (const BjtMatrixCanvas *self, guint32 door); /* BJT_NO_INDEX: not here */
BjtBox  bjt_matrix_canvas_get_cell_box (const BjtMatrixCanvas *self, guint32 cell);
guint32 bjt_matrix_canvas_hit (const BjtMatrixCanvas *self, double x, double y);
gboolean bjt_matrix_canvas_find_part (const BjtMatrixCanvas *self, double x, double y, BjtMatrixPart *part); /* a cell, or what a label names */
gboolean bjt_matrix_canvas_get_part_box (const BjtMatrixCanvas *self, const BjtMatrixPart *part, BjtBox *box); /* of the cell or the label */
void    bjt_matrix_canvas_snapshot (BjtMatrixCanvas *self, GtkWidget *widget, GtkSnapshot *snapshot, BjtFocus *focus);

G_END_DECLS
