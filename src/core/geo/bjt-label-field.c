/* bjt-label-field.c: a grid of cells as large as the largest usual label, each
 * with a chain of the labels whose middle lies in it: what stands never
 * overlaps, so chains are short. Labels much larger than the others have a chain
 * of their own. */
#include "bjt-label-field.h"

#include <math.h>
#include <string.h>

#define LARGE 4.0 /* times the mean */
#define MAX_CELLS 512
#define OBSTACLE_CELLS 64

void
bjt_label_field_init (BjtLabelField *self,
                      double         gap)
{
  *self = (BjtLabelField) {
    .labels = g_array_new (FALSE, FALSE, sizeof (BjtLabel)),
    .spots = g_array_new (FALSE, FALSE, sizeof (BjtLabelSpot)),
    .boxes = g_array_new (FALSE, FALSE, sizeof (BjtBox)),
    .obstacles = g_array_new (FALSE, FALSE, sizeof (BjtBox)),
    .gap = gap,
  };
}

void
bjt_label_field_clear (BjtLabelField *self)
{
  g_array_unref (self->labels);
  g_array_unref (self->spots);
  g_array_unref (self->boxes);
  g_array_unref (self->obstacles);
  g_free (self->heads);
}

static const BjtBox *
get_box (const BjtLabelField *self,
         guint32              index)
{
  return &g_array_index (self->boxes, BjtBox, index);
}

/* Between 0 and @n - 1, whatever comes. */
static guint32
find_index (double  at,
            double  from,
            double  step,
            guint32 n)
{
  double index = floor ((at - from) / step);

  if (!(index > 0))
    return 0;
  return index < n ? (guint32) index : n - 1;
}

/* Obstacles */

typedef struct
{
  BjtBox   extent;
  BjtPoint cell;
  guint32 *firsts; /* of each cell, in list; one more at the end */
  guint32 *list;   /* of obstacles */
  gboolean is_full[OBSTACLE_CELLS * OBSTACLE_CELLS];
} Obstacles;

typedef void (*CellFunc) (Obstacles *self, guint32 cell, guint32 obstacle, const BjtBox *box);

static BjtBox
get_cell_box (const Obstacles *self,
              guint32          column,
              guint32          row)
{
  double x = self->extent.x1 + column * self->cell.x, y = self->extent.y1 + row * self->cell.y;

  return (BjtBox) { x, y, x + self->cell.x, y + self->cell.y };
}

static void
visit_cells (Obstacles    *self,
             guint32       obstacle,
             const BjtBox *box,
             CellFunc      func)
{
  guint32 x2 = find_index (box->x2, self->extent.x1, self->cell.x, OBSTACLE_CELLS);
  guint32 y2 = find_index (box->y2, self->extent.y1, self->cell.y, OBSTACLE_CELLS);

  for (guint32 y = find_index (box->y1, self->extent.y1, self->cell.y, OBSTACLE_CELLS); y <= y2; y++)
    for (guint32 x = find_index (box->x1, self->extent.x1, self->cell.x, OBSTACLE_CELLS); x <= x2; x++)
      func (self, y * OBSTACLE_CELLS + x, obstacle, box);
}

static void
mark_full (Obstacles    *self,
           guint32       cell,
           guint32       obstacle,
           const BjtBox *box)
{
  BjtBox own = get_cell_box (self, cell % OBSTACLE_CELLS, cell / OBSTACLE_CELLS);

  if (box->x1 <= own.x1 && box->y1 <= own.y1 && box->x2 >= own.x2 && box->y2 >= own.y2)
    self->is_full[cell] = TRUE;
}

static void
count_one (Obstacles    *self,
           guint32       cell,
           guint32       obstacle,
           const BjtBox *box)
{
  self->firsts[cell + 1] += !self->is_full[cell];
}

static void
list_one (Obstacles    *self,
          guint32       cell,
          guint32       obstacle,
          const BjtBox *box)
{
  if (!self->is_full[cell])
    self->list[self->firsts[cell]++] = obstacle;
}

static void
visit_obstacles (Obstacles           *self,
                 const BjtLabelField *field,
                 CellFunc             func)
{
  for (guint32 i = 0; i < field->obstacles->len; i++)
    {
      const BjtBox *box = &g_array_index (field->obstacles, BjtBox, i);

      if (bjt_box_intersects (box, &self->extent))
        visit_cells (self, i, box, func);
    }
}

static Obstacles *
sort_obstacles (const BjtLabelField *field,
                const BjtBox        *extent)
{
  Obstacles *self = g_new0 (Obstacles, 1);
  guint32    n = OBSTACLE_CELLS * OBSTACLE_CELLS;

  self->extent = *extent;
  self->cell = (BjtPoint) { fmax ((extent->x2 - extent->x1) / OBSTACLE_CELLS, 1e-9), fmax ((extent->y2 - extent->y1) / OBSTACLE_CELLS, 1e-9) };
  self->firsts = g_new0 (guint32, n + 1);
  visit_obstacles (self, field, mark_full);
  visit_obstacles (self, field, count_one);
  for (guint32 i = 0; i < n; i++)
    self->firsts[i + 1] += self->firsts[i];
  self->list = g_new (guint32, MAX (self->firsts[n], 1));
  visit_obstacles (self, field, list_one);
  memmove (self->firsts + 1, self->firsts, n * sizeof *self->firsts); /* listing moved each to the next one's */
  self->firsts[0] = 0;
  return self;
}

static void
free_obstacles (Obstacles *self)
{
  g_free (self->firsts);
  g_free (self->list);
  g_free (self);
}

static gboolean
is_free_in_cell (const Obstacles     *self,
                 const BjtLabelField *field,
                 guint32              cell,
                 const BjtBox        *box)
{
  if (self->is_full[cell])
    return FALSE;
  for (guint32 i = self->firsts[cell]; i < self->firsts[cell + 1]; i++)
    if (bjt_box_intersects (box, &g_array_index (field->obstacles, BjtBox, self->list[i])))
      return FALSE;
  return TRUE;
}

static gboolean
is_free (const Obstacles     *self,
         const BjtLabelField *field,
         const BjtBox        *box)
{
  guint32 x2 = find_index (box->x2, self->extent.x1, self->cell.x, OBSTACLE_CELLS);
  guint32 y2 = find_index (box->y2, self->extent.y1, self->cell.y, OBSTACLE_CELLS);

  for (guint32 y = find_index (box->y1, self->extent.y1, self->cell.y, OBSTACLE_CELLS); y <= y2; y++)
    for (guint32 x = find_index (box->x1, self->extent.x1, self->cell.x, OBSTACLE_CELLS); x <= x2; x++)
      if (!is_free_in_cell (self, field, y * OBSTACLE_CELLS + x, box))
        return FALSE;
  return TRUE;
}

/* Getting ready */

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const BjtLabelSpot *x = a, *y = b;

  if (x->cost < y->cost || x->cost > y->cost)
    return x->cost < y->cost ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static BjtBox
find_extent (const BjtLabelField *self)
{
  BjtBox extent = BJT_BOX_EMPTY;

  for (guint32 i = 0; i < self->spots->len; i++)
    {
      const BjtBox *box = &bjt_label_field_get_spot (self, i)->box;

      bjt_box_add_point (&extent, box->x1, box->y1);
      bjt_box_add_point (&extent, box->x2, box->y2);
    }
  return extent;
}

/* What stands on an obstacle falls away; the others by what they cost. */
static void
sift_spots (BjtLabelField *self)
{
  Obstacles *obstacles = sort_obstacles (self, &self->extent);

  for (guint32 l = 0; l < self->labels->len; l++)
    {
      BjtLabel     *label = bjt_label_field_get (self, l);
      BjtLabelSpot *spots = &g_array_index (self->spots, BjtLabelSpot, label->first);
      guint32       n = 0;

      for (guint32 i = 0; i < label->n_spots; i++)
        {
          gboolean free = TRUE;

          for (guint32 b = 0; b < spots[i].n_boxes && free; b++)
            free = is_free (obstacles, self, get_box (self, spots[i].first_box + b));
          if (free)
            spots[n++] = spots[i];
        }
      label->n_spots = n;
      qsort (spots, n, sizeof *spots, compare_spots);
    }
  free_obstacles (obstacles);
}

static gboolean
is_large (const BjtLabelField *self,
          const BjtBox        *box)
{
  return box->x2 - box->x1 > self->normal.x || box->y2 - box->y1 > self->normal.y;
}

static void
find_normal (BjtLabelField *self)
{
  BjtPoint sum = { 0, 0 }, largest = { 0, 0 };

  for (guint32 i = 0; i < self->spots->len; i++)
    {
      const BjtBox *box = &bjt_label_field_get_spot (self, i)->box;

      sum.x += (box->x2 - box->x1) / self->spots->len;
      sum.y += (box->y2 - box->y1) / self->spots->len;
    }
  self->normal = (BjtPoint) { LARGE * sum.x, LARGE * sum.y };
  for (guint32 i = 0; i < self->spots->len; i++)
    {
      const BjtBox *box = &bjt_label_field_get_spot (self, i)->box;

      if (is_large (self, box))
        continue;
      largest.x = fmax (largest.x, box->x2 - box->x1);
      largest.y = fmax (largest.y, box->y2 - box->y1);
    }
  self->normal = largest;
}

static guint32
count_cells (double length,
             double least)
{
  double n = length / least;

  if (!(n > 1))
    return 1;
  return n < MAX_CELLS ? (guint32) n : MAX_CELLS;
}

void
bjt_label_field_prepare (BjtLabelField *self)
{
  double width, height;

  if (self->heads != NULL || self->spots->len == 0)
    return;
  self->extent = find_extent (self);
  sift_spots (self);
  find_normal (self);
  width = self->extent.x2 - self->extent.x1;
  height = self->extent.y2 - self->extent.y1;
  self->n_columns = count_cells (width, self->normal.x);
  self->n_rows = count_cells (height, self->normal.y);
  self->cell = (BjtPoint) { fmax (width / self->n_columns, 1e-9), fmax (height / self->n_rows, 1e-9) };
  self->heads = g_new (guint32, self->n_columns * self->n_rows + 1);
  for (guint32 i = 0; i <= self->n_columns * self->n_rows; i++)
    self->heads[i] = BJT_NO_SPOT;
}

/* What stands */

static guint32
find_cell (const BjtLabelField *self,
           const BjtBox        *box)
{
  guint32 column = find_index ((box->x1 + box->x2) / 2, self->extent.x1, self->cell.x, self->n_columns);
  guint32 row = find_index ((box->y1 + box->y2) / 2, self->extent.y1, self->cell.y, self->n_rows);

  return is_large (self, box) ? self->n_columns * self->n_rows : row * self->n_columns + column;
}

static void
take_away (BjtLabelField *self,
           BjtLabel      *label)
{
  if (label->previous != BJT_NO_SPOT)
    bjt_label_field_get (self, label->previous)->next = label->next;
  else
    self->heads[label->cell] = label->next;
  if (label->next != BJT_NO_SPOT)
    bjt_label_field_get (self, label->next)->previous = label->previous;
  label->at = BJT_NO_SPOT;
}

void
bjt_label_field_put (BjtLabelField *self,
                     guint32        index,
                     guint32        spot)
{
  BjtLabel *label = bjt_label_field_get (self, index);

  if (label->at != BJT_NO_SPOT)
    take_away (self, label);
  if (spot == BJT_NO_SPOT)
    return;
  label->at = spot;
  label->cell = find_cell (self, &bjt_label_field_get_spot (self, spot)->box);
  label->previous = BJT_NO_SPOT;
  label->next = self->heads[label->cell];
  if (label->next != BJT_NO_SPOT)
    bjt_label_field_get (self, label->next)->previous = index;
  self->heads[label->cell] = index;
}

static gboolean
boxes_meet (const BjtLabelField *self,
            const BjtLabelSpot  *a,
            const BjtLabelSpot  *b)
{
  if (!bjt_box_intersects (&a->box, &b->box))
    return FALSE;
  for (guint32 i = 0; i < a->n_boxes; i++)
    for (guint32 k = 0; k < b->n_boxes; k++)
      if (bjt_box_intersects (get_box (self, a->first_box + i), get_box (self, b->first_box + k)))
        return TRUE;
  return FALSE;
}

static gboolean
are_too_near (const BjtLabelField *self,
              const BjtBox        *a,
              const BjtBox        *b)
{
  return fabs (a->x1 + a->x2 - b->x1 - b->x2) < 2 * self->gap && fabs (a->y1 + a->y2 - b->y1 - b->y2) < 2 * self->gap;
}

/* Those of the chain that cannot stand while @label stands at @spot. */
static guint
list_in_chain (const BjtLabelField *self,
               guint32              label,
               const BjtLabelSpot  *spot,
               guint32              head,
               guint32             *found,
               guint                n,
               guint                max)
{
  guint32 group = bjt_label_field_get (self, label)->group;

  for (guint32 other = head; other != BJT_NO_SPOT && n <= max; other = bjt_label_field_get (self, other)->next)
    {
      const BjtLabel     *stands = bjt_label_field_get (self, other);
      const BjtLabelSpot *its = bjt_label_field_get_spot (self, stands->at);

      if (other == label || !(boxes_meet (self, spot, its) || (group != 0 && stands->group == group && are_too_near (self, &spot->box, &its->box))))
        continue;
      if (n < max)
        found[n] = other;
      n++;
    }
  return n;
}

/**
 * bjt_label_field_list_conflicts:
 * @found: (out): labels that stand, at most @max
 *
 * Returns: how many there are, or @max + 1 where there are more
 */
guint
bjt_label_field_list_conflicts (const BjtLabelField *self,
                                guint32              label,
                                guint32              index,
                                guint32             *found,
                                guint                max)
{
  const BjtLabelSpot *spot = bjt_label_field_get_spot (self, index);
  BjtBox              reach = { spot->box.x1 - self->normal.x / 2, spot->box.y1 - self->normal.y / 2, spot->box.x2 + self->normal.x / 2, spot->box.y2 + self->normal.y / 2 };
  BjtPoint            middle = { (spot->box.x1 + spot->box.x2) / 2, (spot->box.y1 + spot->box.y2) / 2 };
  guint32             column, last_column, last_row;
  guint               n;

  if (bjt_label_field_get (self, label)->group != 0)
    reach = (BjtBox) { fmin (reach.x1, middle.x - self->gap), fmin (reach.y1, middle.y - self->gap), fmax (reach.x2, middle.x + self->gap), fmax (reach.y2, middle.y + self->gap) };
  column = find_index (reach.x1, self->extent.x1, self->cell.x, self->n_columns);
  last_column = find_index (reach.x2, self->extent.x1, self->cell.x, self->n_columns);
  last_row = find_index (reach.y2, self->extent.y1, self->cell.y, self->n_rows);
  n = list_in_chain (self, label, spot, self->heads[self->n_columns * self->n_rows], found, 0, max);
  for (guint32 y = find_index (reach.y1, self->extent.y1, self->cell.y, self->n_rows); y <= last_row && n <= max; y++)
    for (guint32 x = column; x <= last_column && n <= max; x++)
      n = list_in_chain (self, label, spot, self->heads[y * self->n_columns + x], found, n, max);
  return n;
}
