/* bjt-matrix.h: the elevation matrix (楼盘表) of a building.
 *
 * Columns are the stacks of every entrance in turn, rows the levels from the
 * top down, one cell a door: the same structure for screen and paper. Where
 * the cells lie in pixels or millimetres follows from BjtMatrixMetrics.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 door;
  guint16 column; /* leftmost */
  guint16 row;    /* 0 is the top; the uppermost of its rows */
  guint16 span;   /* columns */
  guint16 n_rows; /* 1, more when it goes over levels (跃层) */
} BjtMatrixCell;

/* The columns of one entrance. */
typedef struct
{
  guint32     entrance; /* BJT_NO_INDEX: doors without one */
  const char *label;    /* of the entrance, borrowed from the picture; may be NULL */
  guint16     first_column;
  guint16     n_columns;
} BjtMatrixSection;

typedef struct
{
  int   ordinal;
  char *label; /* 6, 3A, -1 */
} BjtMatrixRow;

typedef struct
{
  guint32 building;
  guint   n_columns;
  GArray *cells;    /* BjtMatrixCell, in the order of the doors */
  GArray *sections; /* BjtMatrixSection, left to right */
  GArray *rows;     /* BjtMatrixRow */

  /* Owned */
  guint32 *index;   /* row × column → cell, BJT_NO_INDEX: none */
} BjtMatrix;

/* All lengths in units of the surface. */
typedef struct
{
  double cell_width;
  double cell_height;
  double gap;           /* between cells, both ways */
  double section_gap;   /* between entrances, instead of gap */
  double header_height; /* entrance labels above the cells */
  double label_width;   /* level labels left of them */
} BjtMatrixMetrics;

typedef enum
{
  BJT_MATRIX_LEFT,
  BJT_MATRIX_RIGHT,
  BJT_MATRIX_UP,
  BJT_MATRIX_DOWN,
} BjtMatrixStep;

BjtMatrix *bjt_matrix_new (const BjtPicture *picture, guint32 building);
BjtMatrix *bjt_matrix_new_slice (const BjtMatrix *whole, guint first_section, guint n_sections, guint first_row, guint n_rows);
BjtMatrix *bjt_matrix_new_split (const BjtMatrix *whole, guint max_columns); /* as sections of at most so many columns */
void       bjt_matrix_free (BjtMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtMatrix, bjt_matrix_free)

guint32 bjt_matrix_find_door (const BjtMatrix *self, guint32 door);
guint32 bjt_matrix_step (const BjtMatrix *self, guint32 cell, BjtMatrixStep step);

void    bjt_matrix_get_size (const BjtMatrix *self, const BjtMatrixMetrics *metrics, double *width, double *height);
BjtBox  bjt_matrix_get_cell_box (const BjtMatrix *self, const BjtMatrixMetrics *metrics, guint32 cell);
BjtBox  bjt_matrix_get_section_box (const BjtMatrix *self, const BjtMatrixMetrics *metrics, guint section);
BjtBox  bjt_matrix_get_row_box (const BjtMatrix *self, const BjtMatrixMetrics *metrics, guint row);
guint32 bjt_matrix_hit (const BjtMatrix *self, const BjtMatrixMetrics *metrics, double x, double y);

static inline const BjtMatrixCell *
bjt_matrix_get_cell (const BjtMatrix *self,
                     guint32          cell)
{
  return &g_array_index (self->cells, BjtMatrixCell, cell);
}

/* That of the level it is on */
static inline guint
bjt_matrix_get_base_row (const BjtMatrixCell *cell)
{
  return cell->row + cell->n_rows - 1u;
}

static inline const BjtMatrixSection *
bjt_matrix_get_section (const BjtMatrix *self,
                        guint            section)
{
  return &g_array_index (self->sections, BjtMatrixSection, section);
}

static inline const BjtMatrixRow *
bjt_matrix_get_row (const BjtMatrix *self,
                    guint            row)
{
  return &g_array_index (self->rows, BjtMatrixRow, row);
}

G_END_DECLS
