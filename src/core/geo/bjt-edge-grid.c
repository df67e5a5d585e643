/* bjt-edge-grid.c: a grid of about as many cells as there are edges.
 *
 * Built in one pass to count and one to fill. Immutable: any thread. */
#include "bjt-edge-grid.h"

#include <math.h>

#define MAX_CELLS 512u /* a side */

struct _BjtEdgeGrid
{
  const BjtEdge *edges;
  guint          n_edges;
  BjtBox         box;
  double         cell;
  guint          n_columns, n_rows;
  guint32       *starts; /* cell c holds starts[c] … starts[c + 1] - 1 of the entries */
  guint32       *entries;
};

typedef struct
{
  guint c1, c2, r1, r2;
} Cells;

static guint
to_cell (double at,
         double from,
         double cell,
         guint  n)
{
  return (guint) fmax (0, fmin (n - 1.0, (at - from) / cell));
}

static Cells
get_cells (const BjtEdgeGrid *self,
           double             x1,
           double             y1,
           double             x2,
           double             y2)
{
  return (Cells) { to_cell (x1, self->box.x1, self->cell, self->n_columns), to_cell (x2, self->box.x1, self->cell, self->n_columns),
                   to_cell (y1, self->box.y1, self->cell, self->n_rows), to_cell (y2, self->box.y1, self->cell, self->n_rows) };
}

/* Most of a long slanting edge's box is empty. */
static gboolean
touches (const BjtEdgeGrid *self,
         const BjtEdge     *edge,
         guint              column,
         guint              row)
{
  double x = self->box.x1 + (column + 0.5) * self->cell, y = self->box.y1 + (row + 0.5) * self->cell;
  double dx = edge->b.x - edge->a.x, dy = edge->b.y - edge->a.y;

  return fabs ((x - edge->a.x) * dy - (y - edge->a.y) * dx) <= 0.75 * self->cell * hypot (dx, dy) + 1e-12;
}

/* Counts where @next is NULL, else fills: it moves on through the entries. */
static void
enter (BjtEdgeGrid *self,
       guint32     *next)
{
  for (guint32 i = 0; i < self->n_edges; i++)
    {
      const BjtEdge *edge = self->edges + i;
      Cells          cells = get_cells (self, fmin (edge->a.x, edge->b.x), fmin (edge->a.y, edge->b.y), fmax (edge->a.x, edge->b.x), fmax (edge->a.y, edge->b.y));

      for (guint row = cells.r1; row <= cells.r2; row++)
        for (guint column = cells.c1; column <= cells.c2; column++)
          {
            guint32 cell = row * self->n_columns + column;

            if (cells.c1 != cells.c2 && cells.r1 != cells.r2 && !touches (self, edge, column, row))
              continue;
            if (next == NULL)
              self->starts[cell + 1]++;
            else
              self->entries[next[cell]++] = i;
          }
    }
}

BjtEdgeGrid *
bjt_edge_grid_new (const BjtEdge *edges,
                   guint          n_edges)
{
  BjtEdgeGrid        *self = g_new0 (BjtEdgeGrid, 1);
  g_autofree guint32 *next = NULL;
  double              width, height;
  guint               n_cells;

  self->edges = edges;
  self->n_edges = n_edges;
  self->box = n_edges > 0 ? BJT_BOX_EMPTY : (BjtBox) { 0, 0, 1, 1 };
  for (guint i = 0; i < n_edges; i++)
    {
      bjt_box_add_point (&self->box, edges[i].a.x, edges[i].a.y);
      bjt_box_add_point (&self->box, edges[i].b.x, edges[i].b.y);
    }
  width = self->box.x2 - self->box.x1;
  height = self->box.y2 - self->box.y1;
  self->cell = fmax (fmax (width, height) / fmin (MAX_CELLS, fmax (1, sqrt (n_edges))), 1e-9);
  self->n_columns = (guint) fmin (MAX_CELLS, floor (width / self->cell) + 1);
  self->n_rows = (guint) fmin (MAX_CELLS, floor (height / self->cell) + 1);
  n_cells = self->n_columns * self->n_rows;
  self->starts = g_new0 (guint32, n_cells + 1);
  enter (self, NULL);
  for (guint i = 1; i <= n_cells; i++)
    self->starts[i] += self->starts[i - 1];
  self->entries = g_new (guint32, MAX (self->starts[n_cells], 1));
  next = g_memdup2 (self->starts, n_cells * sizeof *next);
  enter (self, next);
  return self;
}

void
bjt_edge_grid_free (BjtEdgeGrid *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->entries);
  g_free (self);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/**
 * bjt_edge_grid_query:
 * @found: (element-type guint32): emptied, then filled, each once
 */
void
bjt_edge_grid_query (const BjtEdgeGrid *self,
                     const BjtBox      *box,
                     GArray            *found)
{
  Cells cells = get_cells (self, box->x1, box->y1, box->x2, box->y2);
  guint n = 0;

  g_array_set_size (found, 0);
  for (guint row = cells.r1; row <= cells.r2; row++)
    for (guint column = cells.c1; column <= cells.c2; column++)
      {
        guint32 cell = row * self->n_columns + column;

        g_array_append_vals (found, self->entries + self->starts[cell], self->starts[cell + 1] - self->starts[cell]);
      }
  g_array_sort (found, compare_numbers);
  for (guint i = 0; i < found->len; i++)
    if (n == 0 || g_array_index (found, guint32, i) != g_array_index (found, guint32, n - 1))
      g_array_index (found, guint32, n++) = g_array_index (found, guint32, i);
  g_array_set_size (found, n);
}

double
bjt_edge_get_distance (const BjtEdge *self,
                       BjtPoint       at,
                       BjtPoint      *foot)
{
  double dx = self->b.x - self->a.x, dy = self->b.y - self->a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? fmax (0, fmin (1, ((at.x - self->a.x) * dx + (at.y - self->a.y) * dy) / length)) : 0;

  *foot = (BjtPoint) { self->a.x + t * dx, self->a.y + t * dy };
  return hypot (foot->x - at.x, foot->y - at.y);
}

gboolean
bjt_edge_cross (const BjtEdge *self,
                const BjtEdge *other,
                BjtPoint      *at)
{
  double dx = self->b.x - self->a.x, dy = self->b.y - self->a.y;
  double ex = other->b.x - other->a.x, ey = other->b.y - other->a.y;
  double across = dx * ey - dy * ex;
  double t, u;

  if (fabs (across) <= 1e-9 * hypot (dx, dy) * hypot (ex, ey))
    return FALSE;
  t = ((other->a.x - self->a.x) * ey - (other->a.y - self->a.y) * ex) / across;
  u = ((other->a.x - self->a.x) * dy - (other->a.y - self->a.y) * dx) / across;
  *at = (BjtPoint) { self->a.x + t * dx, self->a.y + t * dy };
  return t >= -1e-9 && t <= 1 + 1e-9 && u >= -1e-9 && u <= 1 + 1e-9;
}
