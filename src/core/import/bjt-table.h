/* bjt-table.h: a sheet of cells held in memory, whatever file it came from.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BJT_CELL_EMPTY,
  BJT_CELL_TEXT,
  BJT_CELL_NUMBER,  /* the text is how the file wrote it */
  BJT_CELL_DATE,    /* the text is ISO: 2026-11-22 or 2026-11-22 08:30:00 */
  BJT_CELL_BOOLEAN, /* the text is TRUE or FALSE */
  BJT_CELL_ERROR,   /* a formula that failed: #N/A and the like */
} BjtCellKind;

typedef struct
{
  const char *text;   /* UTF-8 with a final NUL; "" when empty */
  guint32     length;
  guint8      kind;   /* BjtCellKind */
} BjtCell;

typedef struct
{
  BjtCell *cells;
  guint32  n_cells;
  guint32  number; /* as the file counts, from 1 */
} BjtTableRow;

typedef struct _BjtTable BjtTable;

#define BJT_TABLE_MAX_COLUMNS 1024
#define BJT_TABLE_MAX_ROWS 2000000
#define BJT_TABLE_MAX_CELLS 40000000
#define BJT_TABLE_MAX_BYTES (G_GUINT64_CONSTANT (1) << 30)

BjtTable          *bjt_table_new (const char *name);
void               bjt_table_free (BjtTable *self);
const char        *bjt_table_get_name (const BjtTable *self);
guint              bjt_table_get_n_rows (const BjtTable *self);
guint              bjt_table_get_n_columns (const BjtTable *self);
const BjtTableRow *bjt_table_get_row (const BjtTable *self, guint index);
const BjtCell     *bjt_table_get_cell (const BjtTable *self, guint row, guint column);

/* Filling. */
char              *bjt_table_alloc (BjtTable *self, gsize size);
void               bjt_table_take_block (BjtTable *self, char *block, gsize size);
gboolean           bjt_table_begin_row (BjtTable *self, guint32 number, GError **error);
gboolean           bjt_table_set_cell (BjtTable *self, guint column, BjtCellKind kind, const char *text, gsize length, GError **error);
gboolean           bjt_table_append_borrowed (BjtTable *self, const char *text, gsize length, GError **error);
gboolean           bjt_table_repeat_row (BjtTable *self, guint times, GError **error);
gboolean           bjt_table_end_row (BjtTable *self, GError **error);
void               bjt_table_merge (BjtTable *self, guint32 first_row, guint first_column, guint32 last_row, guint last_column);

void               bjt_column_format (guint column, char text[8]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTable, bjt_table_free)

G_END_DECLS
