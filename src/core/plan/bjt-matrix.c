/* bjt-matrix.c: from the doors of a building to rows and columns.
 *
 * Every door that is not merged into another has exactly one cell; a door over
 * two levels takes the rows above it whose columns are all merged into it.
 * Levels without a door have no row (no 4th floor, no gap). A building without
 * entrances on one level, a row of bungalows, is folded into rows of at most
 * FOLD_COLUMNS. Two doors at the same place, which only wrong data brings,
 * stand side by side. Linear in the doors; read-only once made. */
#include "bjt-matrix.h"

#define FOLD_COLUMNS 12
#define MAX_COLUMNS 2000 /* stacks far beyond any building are pushed together */

static void
clear_row (gpointer data)
{
  g_free (((BjtMatrixRow *) data)->label);
}

static BjtMatrix *
matrix_alloc (guint32 building)
{
  BjtMatrix *self = g_new0 (BjtMatrix, 1);

  self->building = building;
  self->cells = g_array_new (FALSE, FALSE, sizeof (BjtMatrixCell));
  self->sections = g_array_new (FALSE, FALSE, sizeof (BjtMatrixSection));
  self->rows = g_array_new (FALSE, FALSE, sizeof (BjtMatrixRow));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

void
bjt_matrix_free (BjtMatrix *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->cells);
  g_array_unref (self->sections);
  g_array_unref (self->rows);
  g_free (self->index);
  g_free (self);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  int x = *(const int *) a, y = *(const int *) b;

  return (x < y) - (x > y);
}

static guint
find_row (const BjtMatrix *self,
          int              ordinal)
{
  guint low = 0, high = self->rows->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (bjt_matrix_get_row (self, middle)->ordinal >= ordinal)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
add_rows (BjtMatrix        *self,
          const BjtPicture *picture,
          const BjtRun     *doors)
{
  g_autoptr (GArray) ordinals = g_array_sized_new (FALSE, FALSE, sizeof (int), doors->n);

  for (guint i = 0; i < doors->n; i++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, doors->first + i);
      int                   ordinal = door->ordinal;

      if (!door->is_merged || door->head != BJT_NO_INDEX)
        g_array_append_val (ordinals, ordinal);
    }
  g_array_sort (ordinals, compare_descending);
  for (guint i = 0; i < ordinals->len; i++)
    {
      BjtMatrixRow row = { g_array_index (ordinals, int, i), NULL };

      if (self->rows->len > 0 && bjt_matrix_get_row (self, self->rows->len - 1)->ordinal == row.ordinal)
        continue;
      row.label = bjt_picture_dup_level_label (picture, self->building, row.ordinal);
      g_array_append_val (self->rows, row);
    }
}

/* The cells of the doors of one entrance; the doors are sorted by level from
 * the top down, then stack. */
static guint
add_section (BjtMatrix        *self,
             const BjtPicture *picture,
             guint32           first_door,
             guint32           n_doors)
{
  BjtMatrixSection section = { bjt_picture_get_door (picture, first_door)->entrance, NULL, (guint16) self->n_columns, 0 };
  guint            next_free = 0;
  int              ordinal = G_MAXINT;

  if (section.entrance != BJT_NO_INDEX)
    section.label = bjt_picture_get_entrance (picture, section.entrance)->label;
  for (guint32 d = first_door; d < first_door + n_doors; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      BjtMatrixCell         cell = { .door = d, .span = (guint16) CLAMP (door->span, 1, 100), .n_rows = 1 };
      guint                 column = MIN (door->stack, MAX_COLUMNS);

      if (door->is_merged)
        continue;
      if (door->ordinal != ordinal)
        next_free = 0;
      ordinal = door->ordinal;
      column = MAX (column, next_free);
      next_free = column + cell.span;
      if (section.first_column + next_free > G_MAXUINT16 / 2)
        break;
      cell.column = (guint16) (section.first_column + column);
      cell.row = (guint16) find_row (self, ordinal);
      section.n_columns = (guint16) MAX (section.n_columns, next_free);
      g_array_append_val (self->cells, cell);
    }
  if (section.n_columns > 0)
    g_array_append_val (self->sections, section);
  return section.n_columns;
}

static void
add_sections (BjtMatrix        *self,
              const BjtPicture *picture,
              const BjtRun     *doors)
{
  guint32 end = doors->first + doors->n;

  for (guint32 first = doors->first, next; first < end; first = next)
    {
      guint32 entrance = bjt_picture_get_door (picture, first)->entrance;

      for (next = first + 1; next < end && bjt_picture_get_door (picture, next)->entrance == entrance; next++)
        ;
      self->n_columns += add_section (self, picture, first, next - first);
    }
}

/* How much of the row above a cell is merged into it. */
typedef struct
{
  guint32 cell;
  guint16 row;
  guint16 n_columns;
} Reach;

/* The doors come level by level from the ground up. */
static void
extend_upwards (BjtMatrix        *self,
                const BjtPicture *picture,
                const BjtRun     *doors)
{
  g_autofree Reach *reaches = g_new (Reach, MAX (doors->n, 1));

  for (guint i = 0; i < doors->n; i++)
    reaches[i] = (Reach) { BJT_NO_INDEX, 0, 0 };
  for (guint32 i = 0; i < self->cells->len; i++)
    reaches[bjt_matrix_get_cell (self, i)->door - doors->first].cell = i;
  for (guint32 d = doors->first + doors->n; d-- > doors->first;)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (picture, d);
      Reach                *reach = door->is_merged && door->head - doors->first < doors->n ? &reaches[door->head - doors->first] : NULL;
      BjtMatrixCell        *cell = reach != NULL && reach->cell != BJT_NO_INDEX ? &g_array_index (self->cells, BjtMatrixCell, reach->cell) : NULL;
      const BjtPictureDoor *head = cell != NULL ? bjt_picture_get_door (picture, cell->door) : NULL;
      guint                 row = find_row (self, door->ordinal);

      if (head == NULL || head->entrance != door->entrance || row + 1 != cell->row || door->stack < head->stack
          || door->stack >= head->stack + cell->span)
        continue;
      reach->n_columns = reach->row == row && reach->n_columns > 0 ? (guint16) (reach->n_columns + 1) : 1;
      reach->row = (guint16) row;
      if (reach->n_columns < cell->span)
        continue;
      cell->row--;
      cell->n_rows++;
      reach->n_columns = 0;
    }
}

/* A row of bungalows: on paper and screen a block is easier to read. */
static void
fold (BjtMatrix *self)
{
  guint             n_rows = (self->cells->len + FOLD_COLUMNS - 1) / FOLD_COLUMNS;
  guint             n_columns = n_rows > 0 ? (self->cells->len + n_rows - 1) / n_rows : 0;
  BjtMatrixSection *section = &g_array_index (self->sections, BjtMatrixSection, 0);

  for (guint i = 0; i < self->cells->len; i++)
    {
      BjtMatrixCell *cell = &g_array_index (self->cells, BjtMatrixCell, i);

      cell->row = (guint16) (i / n_columns);
      cell->column = (guint16) (i % n_columns);
      cell->span = 1;
      cell->n_rows = 1;
    }
  for (guint i = 1; i < n_rows; i++)
    {
      BjtMatrixRow row = { bjt_matrix_get_row (self, 0)->ordinal, g_strdup ("") };

      g_array_append_val (self->rows, row);
    }
  section->n_columns = (guint16) n_columns;
  self->n_columns = n_columns;
}

static void
mirror (BjtMatrix *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      BjtMatrixCell *cell = &g_array_index (self->cells, BjtMatrixCell, i);

      cell->column = (guint16) (self->n_columns - cell->column - cell->span);
    }
  for (guint i = 0; i < self->sections->len; i++)
    {
      BjtMatrixSection *section = &g_array_index (self->sections, BjtMatrixSection, i);

      section->first_column = (guint16) (self->n_columns - section->first_column - section->n_columns);
    }
  for (guint i = 0; i < self->sections->len / 2; i++)
    {
      BjtMatrixSection *a = &g_array_index (self->sections, BjtMatrixSection, i);
      BjtMatrixSection *b = &g_array_index (self->sections, BjtMatrixSection, self->sections->len - 1 - i);
      BjtMatrixSection  swap = *a;

      *a = *b;
      *b = swap;
    }
}

/* FALSE: another cell has one of the places. */
static gboolean
take_row (BjtMatrix           *self,
          const BjtMatrixCell *cell,
          guint                row,
          guint32              index)
{
  guint32 *places = &self->index[(gsize) row * self->n_columns + cell->column];

  for (guint c = 0; c < cell->span; c++)
    if (places[c] != BJT_NO_INDEX)
      return FALSE;
  for (guint c = 0; c < cell->span; c++)
    places[c] = index;
  return TRUE;
}

/* What stands on its own level comes first; a cell reaches up as far as there is room. */
static void
build_index (BjtMatrix *self)
{
  gsize n = (gsize) self->rows->len * self->n_columns;

  self->index = g_new (guint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    self->index[i] = BJT_NO_INDEX;
  for (guint32 i = 0; i < self->cells->len; i++)
    take_row (self, bjt_matrix_get_cell (self, i), bjt_matrix_get_base_row (bjt_matrix_get_cell (self, i)), i);
  for (guint32 i = 0; i < self->cells->len; i++)
    {
      BjtMatrixCell *cell = &g_array_index (self->cells, BjtMatrixCell, i);
      guint          base = bjt_matrix_get_base_row (cell), n_rows = 1;

      while (n_rows < cell->n_rows && take_row (self, cell, base - n_rows, i))
        n_rows++;
      cell->row = (guint16) (base + 1 - n_rows);
      cell->n_rows = (guint16) n_rows;
    }
}

/**
 * bjt_matrix_new:
 * @building: index in @picture, which must outlive the matrix
 */
BjtMatrix *
bjt_matrix_new (const BjtPicture *picture,
                guint32           building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (picture, building);
  BjtMatrix                *self = matrix_alloc (building);

  add_rows (self, picture, &b->doors);
  add_sections (self, picture, &b->doors);
  extend_upwards (self, picture, &b->doors);
  if (b->entrances.n == 0 && self->rows->len == 1 && self->n_columns > FOLD_COLUMNS)
    fold (self);
  else if (b->doors_reversed)
    mirror (self);
  build_index (self);
  return self;
}

/**
 * bjt_matrix_new_slice:
 *
 * Some entrances and levels of a matrix, for paper that is too small for all.
 */
BjtMatrix *
bjt_matrix_new_slice (const BjtMatrix *whole,
                      guint            first_section,
                      guint            n_sections,
                      guint            first_row,
                      guint            n_rows)
{
  BjtMatrix *self = matrix_alloc (whole->building);
  guint      first_column = bjt_matrix_get_section (whole, first_section)->first_column;

  for (guint s = first_section; s < first_section + n_sections; s++)
    {
      BjtMatrixSection section = *bjt_matrix_get_section (whole, s);

      self->n_columns += section.n_columns;
      section.first_column = (guint16) (section.first_column - first_column);
      g_array_append_val (self->sections, section);
    }
  for (guint r = first_row; r < first_row + n_rows; r++)
    {
      BjtMatrixRow row = { bjt_matrix_get_row (whole, r)->ordinal, g_strdup (bjt_matrix_get_row (whole, r)->label) };

      g_array_append_val (self->rows, row);
    }
  for (guint32 i = 0; i < whole->cells->len; i++)
    {
      BjtMatrixCell cell = *bjt_matrix_get_cell (whole, i);
      guint         top = MAX (cell.row, first_row), end = MIN (bjt_matrix_get_base_row (&cell) + 1, first_row + n_rows);

      if (top >= end || cell.column < first_column || cell.column >= first_column + self->n_columns)
        continue;
      cell.row = (guint16) (top - first_row);
      cell.n_rows = (guint16) (end - top);
      cell.column = (guint16) (cell.column - first_column);
      g_array_append_val (self->cells, cell);
    }
  build_index (self);
  return self;
}

/* Pieces of one section; @ends gets the column after each. */
static void
split_section (BjtMatrix              *self,
               const BjtMatrixSection *whole,
               guint                   max_columns,
               guint16                *ends)
{
  guint n = (whole->n_columns + max_columns - 1) / max_columns;

  for (guint i = 0; i < n; i++)
    {
      BjtMatrixSection piece = *whole;
      guint            end = whole->first_column + whole->n_columns * (i + 1) / n;

      piece.first_column = (guint16) (whole->first_column + whole->n_columns * i / n);
      piece.n_columns = (guint16) (end - piece.first_column);
      g_array_append_val (self->sections, piece);
      for (guint c = piece.first_column; c < end; c++)
        ends[c] = (guint16) end;
    }
}

/**
 * bjt_matrix_new_split:
 *
 * The same with sections that fit on small paper: an entrance with more doors on a
 * level is several. A door over two of them ends with the first.
 */
BjtMatrix *
bjt_matrix_new_split (const BjtMatrix *whole,
                      guint            max_columns)
{
  BjtMatrix          *self = matrix_alloc (whole->building);
  g_autofree guint16 *ends = g_new0 (guint16, MAX (whole->n_columns, 1));

  self->n_columns = whole->n_columns;
  for (guint s = 0; s < whole->sections->len; s++)
    split_section (self, bjt_matrix_get_section (whole, s), max_columns, ends);
  for (guint r = 0; r < whole->rows->len; r++)
    {
      BjtMatrixRow row = { bjt_matrix_get_row (whole, r)->ordinal, g_strdup (bjt_matrix_get_row (whole, r)->label) };

      g_array_append_val (self->rows, row);
    }
  for (guint32 i = 0; i < whole->cells->len; i++)
    {
      BjtMatrixCell cell = *bjt_matrix_get_cell (whole, i);

      cell.span = (guint16) MIN (cell.span, ends[cell.column] - cell.column);
      g_array_append_val (self->cells, cell);
    }
  build_index (self);
  return self;
}

/**
 * bjt_matrix_find_door:
 *
 * Returns: the cell of @door, or BJT_NO_INDEX
 */
guint32
bjt_matrix_find_door (const BjtMatrix *self,
                      guint32          door)
{
  for (guint32 i = 0; i < self->cells->len; i++)
    if (bjt_matrix_get_cell (self, i)->door == door)
      return i;
  return BJT_NO_INDEX;
}

static guint32
cell_at (const BjtMatrix *self,
         int              column,
         int              row)
{
  if (column < 0 || row < 0 || column >= (int) self->n_columns || row >= (int) self->rows->len)
    return BJT_NO_INDEX;
  return self->index[(gsize) row * self->n_columns + (guint) column];
}

/**
 * bjt_matrix_step:
 *
 * Returns: the next cell that way, over holes; @cell itself at the edge
 */
guint32
bjt_matrix_step (const BjtMatrix *self,
                 guint32          cell,
                 BjtMatrixStep    step)
{
  const BjtMatrixCell *from = bjt_matrix_get_cell (self, cell);
  int                  dx = step == BJT_MATRIX_LEFT ? -1 : step == BJT_MATRIX_RIGHT ? 1 : 0;
  int                  dy = step == BJT_MATRIX_UP ? -1 : step == BJT_MATRIX_DOWN ? 1 : 0;
  int                  column = from->column + (dx > 0 ? from->span : dx);
  int                  row = dy < 0 ? from->row - 1 : (int) bjt_matrix_get_base_row (from) + dy;

  while (column >= 0 && row >= 0 && column < (int) self->n_columns && row < (int) self->rows->len)
    {
      guint32 found = cell_at (self, column, row);

      if (found != BJT_NO_INDEX)
        return found;
      column += dx;
      row += dy;
    }
  return cell;
}

static guint
section_of (const BjtMatrix *self,
            guint            column)
{
  guint section = 0;

  while (section + 1 < self->sections->len && bjt_matrix_get_section (self, section + 1)->first_column <= column)
    section++;
  return section;
}

static double
column_x (const BjtMatrix        *self,
          const BjtMatrixMetrics *metrics,
          guint                   column)
{
  return metrics->label_width + column * (metrics->cell_width + metrics->gap)
         + section_of (self, column) * (metrics->section_gap - metrics->gap);
}

static double
row_y (const BjtMatrixMetrics *metrics,
       guint                   row)
{
  return metrics->header_height + row * (metrics->cell_height + metrics->gap);
}

void
bjt_matrix_get_size (const BjtMatrix        *self,
                     const BjtMatrixMetrics *metrics,
                     double                 *width,
                     double                 *height)
{
  *width = metrics->label_width;
  *height = metrics->header_height;
  if (self->n_columns > 0)
    *width = column_x (self, metrics, self->n_columns - 1) + metrics->cell_width;
  if (self->rows->len > 0)
    *height = row_y (metrics, self->rows->len - 1) + metrics->cell_height;
}

BjtBox
bjt_matrix_get_cell_box (const BjtMatrix        *self,
                         const BjtMatrixMetrics *metrics,
                         guint32                 cell)
{
  const BjtMatrixCell *c = bjt_matrix_get_cell (self, cell);
  double               y = row_y (metrics, c->row);

  return (BjtBox) {
    column_x (self, metrics, c->column),
    y,
    column_x (self, metrics, c->column + c->span - 1u) + metrics->cell_width,
    row_y (metrics, bjt_matrix_get_base_row (c)) + metrics->cell_height,
  };
}

/**
 * bjt_matrix_get_section_box:
 *
 * Returns: where the label of the entrance goes, above its columns
 */
BjtBox
bjt_matrix_get_section_box (const BjtMatrix        *self,
                            const BjtMatrixMetrics *metrics,
                            guint                   section)
{
  const BjtMatrixSection *s = bjt_matrix_get_section (self, section);

  return (BjtBox) {
    column_x (self, metrics, s->first_column),
    0,
    column_x (self, metrics, s->first_column + s->n_columns - 1u) + metrics->cell_width,
    metrics->header_height,
  };
}

/**
 * bjt_matrix_get_row_box:
 *
 * Returns: where the label of the level goes, left of its cells
 */
BjtBox
bjt_matrix_get_row_box (const BjtMatrix        *self,
                        const BjtMatrixMetrics *metrics,
                        guint                   row)
{
  double y = row_y (metrics, row);

  return (BjtBox) { 0, y, metrics->label_width, y + metrics->cell_height };
}

/**
 * bjt_matrix_hit:
 *
 * Returns: the cell at that place, or BJT_NO_INDEX in gaps and headers
 */
guint32
bjt_matrix_hit (const BjtMatrix        *self,
                const BjtMatrixMetrics *metrics,
                double                  x,
                double                  y)
{
  double column_pitch = metrics->cell_width + metrics->gap;
  double row = (y - metrics->header_height) / (metrics->cell_height + metrics->gap);

  if (self->n_columns == 0 || row < 0 || row >= self->rows->len)
    return BJT_NO_INDEX;
  for (guint s = 0; s < self->sections->len; s++)
    {
      const BjtMatrixSection *section = bjt_matrix_get_section (self, s);
      double                  column = (x - column_x (self, metrics, section->first_column)) / column_pitch;
      guint32                 cell;
      BjtBox                  box;

      if (column < 0 || column >= section->n_columns)
        continue;
      cell = cell_at (self, section->first_column + (int) column, (int) row);
      if (cell == BJT_NO_INDEX)
        return cell;
      box = bjt_matrix_get_cell_box (self, metrics, cell);
      return x <= box.x2 && y <= box.y2 ? cell : BJT_NO_INDEX;
    }
  return BJT_NO_INDEX;
}
