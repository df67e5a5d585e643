/* bjt-matrix-doors.c: a cell over several rows or columns is part of each of
 * them. Linear in the cells. */
#include "bjt-matrix-doors.h"

/* All cells of the rectangle that two cells span */
void
bjt_matrix_doors_add_range (const BjtMatrix *matrix,
                            BjtDoorSet      *doors,
                            guint32          from_cell,
                            guint32          to_cell)
{
  const BjtMatrixCell *a = bjt_matrix_get_cell (matrix, from_cell), *b = bjt_matrix_get_cell (matrix, to_cell);
  guint                left = MIN (a->column, b->column), end = MAX (a->column + a->span, b->column + b->span);
  guint                top = MIN (a->row, b->row), bottom = MAX (a->row + a->n_rows, b->row + b->n_rows);

  for (guint i = 0; i < matrix->cells->len; i++)
    {
      const BjtMatrixCell *cell = bjt_matrix_get_cell (matrix, i);

      if (cell->column + cell->span > left && cell->column < end && cell->row + cell->n_rows > top && cell->row < bottom)
        bjt_door_set_add (doors, cell->door);
    }
}

gboolean
bjt_matrix_has_cell_in (const BjtMatrix     *matrix,
                        guint32              cell,
                        const BjtMatrixPart *part)
{
  const BjtMatrixCell    *c = bjt_matrix_get_cell (matrix, cell);
  const BjtMatrixSection *section;

  switch (part->kind)
    {
    case BJT_MATRIX_PART_CELL:
      return cell == part->index;
    case BJT_MATRIX_PART_ROW:
      return part->index >= c->row && part->index < (guint) c->row + c->n_rows;
    case BJT_MATRIX_PART_COLUMN:
      return part->index >= c->column && part->index < (guint) c->column + c->span;
    case BJT_MATRIX_PART_SECTION:
      section = bjt_matrix_get_section (matrix, part->index);
      return c->column >= section->first_column && c->column < section->first_column + section->n_columns;
    case BJT_MATRIX_PART_ALL:
      return TRUE;
    case BJT_MATRIX_PART_NONE:
    default:
      return FALSE;
    }
}

void
bjt_matrix_doors_add_part (const BjtMatrix     *matrix,
                           BjtDoorSet          *doors,
                           const BjtMatrixPart *part)
{
  for (guint32 i = 0; i < matrix->cells->len; i++)
    if (bjt_matrix_has_cell_in (matrix, i, part))
      bjt_door_set_add (doors, bjt_matrix_get_cell (matrix, i)->door);
}

gboolean
bjt_matrix_doors_contain_part (const BjtMatrix     *matrix,
                               const BjtDoorSet    *doors,
                               const BjtMatrixPart *part)
{
  gboolean has_any = FALSE;

  for (guint32 i = 0; i < matrix->cells->len; i++)
    {
      if (!bjt_matrix_has_cell_in (matrix, i, part))
        continue;
      if (!bjt_door_set_contains (doors, bjt_matrix_get_cell (matrix, i)->door))
        return FALSE;
      has_any = TRUE;
    }
  return has_any;
}
