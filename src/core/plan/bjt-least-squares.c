/* bjt-least-squares.c: Householder QR (Golub and Van Loan, Matrix Computations,
 * §5.3), which does not square the condition of the equations as the normal
 * equations do. Columns should be of like size; the caller scales them. */
#include "bjt-least-squares.h"

#include <math.h>

#define LEAST_PIVOT 1e-9 /* of the largest: below it the columns depend on each other */

/* Turns column k into one number, and the columns right of it along with it. */
static void
reflect (double *rows,
         double *right,
         guint   n_rows,
         guint   n_columns,
         guint   k)
{
  double norm = 0, head, square;

  for (guint r = k; r < n_rows; r++)
    norm = hypot (norm, rows[r * n_columns + k]);
  if (norm == 0)
    return;
  head = rows[k * n_columns + k];
  norm = head > 0 ? -norm : norm;
  square = norm * (norm - head); /* half of the reflecting vector's own */
  rows[k * n_columns + k] = head - norm;
  for (guint c = k + 1; c <= n_columns; c++)
    {
      double sum = 0;

      for (guint r = k; r < n_rows; r++)
        sum += rows[r * n_columns + k] * (c < n_columns ? rows[r * n_columns + c] : right[r]);
      sum /= square;
      for (guint r = k; r < n_rows; r++)
        {
          double *cell = c < n_columns ? rows + r * n_columns + c : right + r;

          *cell -= sum * rows[r * n_columns + k];
        }
    }
  rows[k * n_columns + k] = norm; /* below it the vector stays, and is not looked at again */
}

/**
 * bjt_least_squares_solve:
 * @rows: n_rows × n_columns, row by row; overwritten
 * @right: n_rows; overwritten
 * @solution: (out): n_columns
 *
 * Returns: %FALSE when the columns do not determine the solution
 */
gboolean
bjt_least_squares_solve (double *rows,
                         double *right,
                         guint   n_rows,
                         guint   n_columns,
                         double *solution)
{
  double largest = 0;

  g_return_val_if_fail (n_columns > 0 && n_columns <= BJT_LEAST_SQUARES_MAX_COLUMNS, FALSE);
  if (n_rows < n_columns)
    return FALSE;
  for (guint k = 0; k < n_columns; k++)
    reflect (rows, right, n_rows, n_columns, k);
  for (guint k = 0; k < n_columns; k++)
    largest = fmax (largest, fabs (rows[k * n_columns + k]));
  for (guint k = n_columns; k-- > 0;)
    {
      double pivot = rows[k * n_columns + k];

      if (!(fabs (pivot) > largest * LEAST_PIVOT))
        return FALSE;
      solution[k] = right[k];
      for (guint c = k + 1; c < n_columns; c++)
        solution[k] -= rows[k * n_columns + c] * solution[c];
      solution[k] /= pivot;
    }
  return TRUE;
}
