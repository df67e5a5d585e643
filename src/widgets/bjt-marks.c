/* bjt-marks.c: a set of door indices; indices belong to one picture and are
 * carried over by key to the next. */
#include "bjt-marks.h"

void
bjt_marks_init (BjtMarks *self)
{
  self->doors = g_hash_table_new (NULL, NULL);
}

void
bjt_marks_clear (BjtMarks *self)
{
  g_clear_pointer (&self->doors, g_hash_table_unref);
}

gboolean
bjt_marks_is_empty (const BjtMarks *self)
{
  return g_hash_table_size (self->doors) == 0;
}

gboolean
bjt_marks_contain (const BjtMarks *self,
                   guint32         door)
{
  return g_hash_table_contains (self->doors, GUINT_TO_POINTER (door));
}

void
bjt_marks_remove_all (BjtMarks *self)
{
  g_hash_table_remove_all (self->doors);
}

void
bjt_marks_toggle (BjtMarks *self,
                  guint32   door)
{
  if (!g_hash_table_remove (self->doors, GUINT_TO_POINTER (door)))
    g_hash_table_add (self->doors, GUINT_TO_POINTER (door));
}

/* All cells of the rectangle that two cells span */
void
bjt_marks_add_range (BjtMarks        *self,
                     const BjtMatrix *matrix,
                     guint32          from_cell,
                     guint32          to_cell)
{
  const BjtMatrixCell *a = bjt_matrix_get_cell (matrix, from_cell), *b = bjt_matrix_get_cell (matrix, to_cell);
  guint                left = MIN (a->column, b->column), right = MAX (a->column, b->column);
  guint                top = MIN (a->row, b->row), bottom = MAX (a->row, b->row);

  for (guint i = 0; i < matrix->cells->len; i++)
    {
      const BjtMatrixCell *cell = bjt_matrix_get_cell (matrix, i);

      if (cell->column + cell->span > left && cell->column <= right && cell->row >= top && cell->row <= bottom)
        g_hash_table_add (self->doors, GUINT_TO_POINTER (cell->door));
    }
}

void
bjt_marks_add_all (BjtMarks        *self,
                   const BjtMatrix *matrix)
{
  for (guint i = 0; i < matrix->cells->len; i++)
    g_hash_table_add (self->doors, GUINT_TO_POINTER (bjt_matrix_get_cell (matrix, i)->door));
}

void
bjt_marks_carry_over (BjtMarks         *self,
                      const BjtPicture *from,
                      const BjtPicture *to)
{
  g_autoptr (GHashTable) old = self->doors;
  GHashTableIter         iter;
  gpointer               door;

  self->doors = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &door, NULL))
    {
      guint32 found = bjt_picture_find_door (to, &bjt_picture_get_door (from, GPOINTER_TO_UINT (door))->id);

      if (found != BJT_NO_INDEX)
        g_hash_table_add (self->doors, GUINT_TO_POINTER (found));
    }
}

static int
compare_doors (gconstpointer a,
               gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

GArray *
bjt_marks_dup_doors (const BjtMarks *self)
{
  GArray        *doors = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, self->doors);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 door = GPOINTER_TO_UINT (key);

      g_array_append_val (doors, door);
    }
  g_array_sort (doors, compare_doors);
  return doors;
}
