/* bjt-matrix-selection.h: pressing, dragging and keys in a matrix as changes of
 * the one selection of the focus.
 */
#pragma once

#include <gdk/gdk.h>

#include "model/bjt-focus.h"
#include "plan/bjt-matrix-doors.h"

G_BEGIN_DECLS

typedef struct
{
  BjtMatrixPart anchor; /* what a range grows from */
  BjtDoorSet   *base;   /* owned: what a drag adds to; NULL: nothing */
} BjtMatrixSelection;

void bjt_matrix_selection_reset (BjtMatrixSelection *self); /* another matrix, or none */
void bjt_matrix_selection_press (BjtMatrixSelection *self, BjtFocus *focus, const BjtMatrix *matrix, const BjtMatrixPart *part, GdkModifierType state);
void bjt_matrix_selection_extend (BjtMatrixSelection *self, BjtFocus *focus, const BjtMatrix *matrix, const BjtMatrixPart *part); /* from the anchor */
void bjt_matrix_selection_toggle (BjtMatrixSelection *self, BjtFocus *focus, const BjtMatrix *matrix, const BjtMatrixPart *part);
void bjt_matrix_selection_begin_box (BjtMatrixSelection *self, BjtFocus *focus, gboolean adds);
void bjt_matrix_selection_drag_box (BjtMatrixSelection *self, BjtFocus *focus, const BjtMatrix *matrix, const BjtMatrixMetrics *metrics, const BjtBox *box);

G_END_DECLS
