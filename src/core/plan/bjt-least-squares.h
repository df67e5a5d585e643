/* bjt-least-squares.h: the solution of an overdetermined set of linear equations.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BJT_LEAST_SQUARES_MAX_COLUMNS 8

gboolean bjt_least_squares_solve (double *rows, double *right, guint n_rows, guint n_columns, double *solution);

G_END_DECLS
