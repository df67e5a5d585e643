/* bjt-form-sketch.h: what stands where in a form from above: its tables, the cells
 * and lines with their texts. Nothing of looks, nothing of the file's format.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_FORM_XLSX,
  BJT_FORM_DOCX,
  BJT_N_FORM_FORMATS,
} BjtFormFormat;

typedef enum
{
  BJT_FORM_BLOCK_SHEET, /* of a spreadsheet: rows may follow the cells that are there */
  BJT_FORM_BLOCK_TABLE, /* of a text */
  BJT_FORM_BLOCK_LINES, /* the paragraphs outside of tables, one a row, in column 0 */
  BJT_N_FORM_BLOCK_KINDS,
} BjtFormBlockKind;

typedef enum
{
  BJT_FORM_CELL_BLANK,
  BJT_FORM_CELL_TEXT,
  BJT_FORM_CELL_NUMBER,
  BJT_FORM_CELL_FORMULA,
  BJT_N_FORM_CELL_KINDS,
} BjtFormCellKind;

typedef struct
{
  guint32 row, column;       /* from 0 */
  guint32 n_rows, n_columns; /* ≥ 1; more than one where cells are merged */
  guint8  kind;              /* BjtFormCellKind */
  guint8  is_boxed;          /* has lines around it, or is merged */
  char   *text;              /* "" when blank */
} BjtFormCell;

typedef struct
{
  char    *name; /* of the sheet; "" in a text */
  guint8   kind; /* BjtFormBlockKind */
  GArray  *cells; /* BjtFormCell, by row, then column; cells that others cover are not there */
  guint32  n_rows, n_columns; /* that are used */
} BjtFormBlock;

typedef struct
{
  BjtFormFormat format;
  GPtrArray    *blocks; /* BjtFormBlock */
} BjtFormSketch;

#define BJT_FORM_MAX_CELLS 200000
#define BJT_FORM_MAX_ROWS 1048576
#define BJT_FORM_MAX_COLUMNS 16384

BjtFormSketch *bjt_form_sketch_new (BjtFormFormat format);
void           bjt_form_sketch_free (BjtFormSketch *self);
BjtFormBlock  *bjt_form_sketch_add_block (BjtFormSketch *self, BjtFormBlockKind kind, const char *name);
void           bjt_form_block_add_cell (BjtFormBlock *self, const BjtFormCell *cell); /* copies the text */
void           bjt_form_block_finish (BjtFormBlock *self); /* sorts, counts */

static inline BjtFormBlock *
bjt_form_sketch_get_block (const BjtFormSketch *self,
                           guint                index)
{
  return self->blocks->pdata[index];
}

const BjtFormCell *bjt_form_block_find_cell (const BjtFormBlock *self, guint32 row, guint32 column); /* that covers the place; NULL: none */

/* As it travels from the process that reads foreign files. */
GBytes        *bjt_form_sketch_to_bytes (const BjtFormSketch *self);
BjtFormSketch *bjt_form_sketch_new_from_bytes (GBytes *bytes); /* NULL: damaged */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtFormSketch, bjt_form_sketch_free)

G_END_DECLS
