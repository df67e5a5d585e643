/* bjt-matrix-doors.h: the doors of a part of a matrix: a rectangle, a level, a
 * column, an entrance.
 */
#pragma once

#include "bjt-matrix.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_MATRIX_PART_NONE,
  BJT_MATRIX_PART_CELL,
  BJT_MATRIX_PART_ROW,     /* a level */
  BJT_MATRIX_PART_COLUMN,  /* a stack of an entrance: what hangs on one riser */
  BJT_MATRIX_PART_SECTION, /* an entrance */
  BJT_MATRIX_PART_ALL,
} BjtMatrixPartKind;

typedef struct
{
  BjtMatrixPartKind kind;
  guint32           index; /* of the cell, row, column or section */
} BjtMatrixPart;

void     bjt_matrix_doors_add_range (const BjtMatrix *matrix, BjtDoorSet *doors, guint32 from_cell, guint32 to_cell);
void     bjt_matrix_doors_add_part (const BjtMatrix *matrix, BjtDoorSet *doors, const BjtMatrixPart *part);
gboolean bjt_matrix_doors_contain_part (const BjtMatrix *matrix, const BjtDoorSet *doors, const BjtMatrixPart *part); /* all of it, and it is not empty */
gboolean bjt_matrix_has_cell_in (const BjtMatrix *matrix, guint32 cell, const BjtMatrixPart *part);

G_END_DECLS
