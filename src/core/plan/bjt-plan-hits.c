/* bjt-plan-hits.c: boxes of the elements in a uniform grid of cells, then the
 * exact shape. */
#include "bjt-plan-hits.h"

#include <math.h>
#include <string.h>

#include "bjt-plan-index.h"
#include "model/bjt-plans.h"

#define MAX_SIDE 128u  /* cells along a side */
#define MOST_CELLS 64u /* an element that touches more is looked at wherever one points */

struct _BjtPlanHits
{
  /* Owned */
  BjtPicture *picture;
  guint32    *first;   /* side × side + 1: into members */
  guint32    *members; /* elements of the picture, by cell, in painting order */
  GArray     *large;   /* guint32: those in no cell, in painting order */

  /* State */
  BjtRun elements;
  BjtBox box;
  guint  side;
};

typedef struct
{
  guint x1, y1, x2, y2; /* cells */
} Cells;

static guint
get_cell (double value,
          double low,
          double high,
          guint  side)
{
  double at = high > low ? (value - low) / (high - low) * side : 0;

  return (guint) CLAMP (at, 0, side - 1);
}

static Cells
get_cells (const BjtPlanHits *self,
           const BjtBox      *box)
{
  return (Cells) {
    get_cell (box->x1, self->box.x1, self->box.x2, self->side), get_cell (box->y1, self->box.y1, self->box.y2, self->side),
    get_cell (box->x2, self->box.x1, self->box.x2, self->side), get_cell (box->y2, self->box.y1, self->box.y2, self->side),
  };
}

static gboolean
is_large (const Cells *cells)
{
  return (cells->x2 - cells->x1 + 1) * (cells->y2 - cells->y1 + 1) > MOST_CELLS;
}

/* Counts, or puts down, the element in each cell it touches. */
static void
enter (BjtPlanHits *self,
       guint32      element,
       gboolean     is_counting)
{
  Cells cells = get_cells (self, &bjt_picture_get_element (self->picture, element)->shape->box);

  if (is_large (&cells))
    {
      if (is_counting)
        g_array_append_val (self->large, element);
      return;
    }
  for (guint y = cells.y1; y <= cells.y2; y++)
    for (guint x = cells.x1; x <= cells.x2; x++)
      {
        guint cell = y * self->side + x;

        if (is_counting)
          self->first[cell + 1]++;
        else
          self->members[self->first[cell]++] = element;
      }
}

static void
fill (BjtPlanHits *self)
{
  guint n_cells = self->side * self->side;

  for (guint32 e = 0; e < self->elements.n; e++)
    enter (self, self->elements.first + e, TRUE);
  for (guint c = 0; c < n_cells; c++)
    self->first[c + 1] += self->first[c];
  self->members = g_new (guint32, MAX (self->first[n_cells], 1));
  for (guint32 e = 0; e < self->elements.n; e++)
    enter (self, self->elements.first + e, FALSE);
  memmove (self->first + 1, self->first, n_cells * sizeof *self->first);
  self->first[0] = 0;
}

BjtPlanHits *
bjt_plan_hits_new (BjtPicture *picture,
                   guint32     plan)
{
  BjtPlanHits *self = g_new0 (BjtPlanHits, 1);

  self->picture = bjt_picture_ref (picture);
  self->elements = bjt_picture_get_plan (picture, plan)->elements;
  self->box = bjt_plan_index_get_box (picture, plan);
  self->side = (guint) CLAMP (sqrt (self->elements.n), 1, MAX_SIDE);
  self->first = g_new0 (guint32, self->side * self->side + 1);
  self->large = g_array_new (FALSE, FALSE, sizeof (guint32));
  fill (self);
  return self;
}

void
bjt_plan_hits_free (BjtPlanHits *self)
{
  bjt_picture_unref (self->picture);
  g_free (self->first);
  g_free (self->members);
  g_array_unref (self->large);
  g_free (self);
}

/* How far the place lies from the lines of a shape, metres. */
static double
get_distance (const BjtGeometry *shape,
              BjtPoint           at)
{
  double least = G_MAXDOUBLE;

  for (guint p = 0; p < shape->n_parts; p++)
    {
      const BjtPoint *points = shape->points + shape->parts[p].first;
      guint           n = shape->parts[p].n_points;

      for (guint i = 0; i < n; i++)
        {
          BjtPoint a = points[i], b = points[i + 1 < n ? i + 1 : i];
          double   dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
          double   along = square > 0 ? ((at.x - a.x) * dx + (at.y - a.y) * dy) / square : 0;
          double   share = CLAMP (along, 0, 1);
          double   distance = hypot (at.x - a.x - share * dx, at.y - a.y - share * dy);

          least = MIN (least, distance);
        }
    }
  return least;
}

static double
get_box_area (const BjtGeometry *shape)
{
  return (shape->box.x2 - shape->box.x1) * (shape->box.y2 - shape->box.y1);
}

/* What a search has found so far */
typedef struct
{
  BjtPoint at;
  gboolean doors_only; /* outlines */
  double   least;      /* area of the box, or distance */
  guint32  element;    /* BJT_NO_INDEX: nothing */
} Search;

/* The smallest outline around the place among those wanted; of equals the upper. */
static void
try_outline (const BjtPlanHits *self,
             guint32            e,
             Search            *search)
{
  const BjtPictureElement *element = bjt_picture_get_element (self->picture, e);
  double                   area = get_box_area (element->shape);

  if (element->shape->kind != BJT_GEOMETRY_POLYGON || (search->doors_only && element->kind != BJT_ELEMENT_DOOR)
      || area > search->least || (area == search->least && search->element != BJT_NO_INDEX && e < search->element)
      || !bjt_geometry_contains (element->shape, search->at.x, search->at.y))
    return;
  search->element = e;
  search->least = area;
}

static guint32
find_outline (const BjtPlanHits *self,
              BjtPoint           at,
              gboolean           doors_only)
{
  guint  cell = get_cell (at.y, self->box.y1, self->box.y2, self->side) * self->side + get_cell (at.x, self->box.x1, self->box.x2, self->side);
  Search search = { at, doors_only, G_MAXDOUBLE, BJT_NO_INDEX };

  for (guint32 m = self->first[cell]; m < self->first[cell + 1]; m++)
    try_outline (self, self->members[m], &search);
  for (guint i = 0; i < self->large->len; i++)
    try_outline (self, g_array_index (self->large, guint32, i), &search);
  return search.element;
}

guint32
bjt_plan_hits_find_door (const BjtPlanHits *self,
                         BjtPoint           at)
{
  return find_outline (self, at, TRUE);
}

static void
try_line (const BjtPlanHits *self,
          guint32            e,
          Search            *search)
{
  const BjtGeometry *shape = bjt_picture_get_element (self->picture, e)->shape;
  double             distance = shape->kind != BJT_GEOMETRY_POLYGON ? get_distance (shape, search->at) : G_MAXDOUBLE;

  if (distance > search->least)
    return;
  search->element = e;
  search->least = distance;
}

/* The nearest line or text within reach. */
static guint32
find_near (const BjtPlanHits *self,
           BjtPoint           at,
           double             reach)
{
  Cells  cells = get_cells (self, &(BjtBox) { at.x - reach, at.y - reach, at.x + reach, at.y + reach });
  Search search = { at, FALSE, reach, BJT_NO_INDEX };

  for (guint y = cells.y1; y <= cells.y2; y++)
    for (guint x = cells.x1; x <= cells.x2; x++)
      for (guint32 m = self->first[y * self->side + x]; m < self->first[y * self->side + x + 1]; m++)
        try_line (self, self->members[m], &search);
  for (guint i = 0; i < self->large->len; i++)
    try_line (self, g_array_index (self->large, guint32, i), &search);
  return search.element;
}

guint32
bjt_plan_hits_find (const BjtPlanHits *self,
                    BjtPoint           at,
                    double             reach)
{
  guint32 near = find_near (self, at, reach);

  return near != BJT_NO_INDEX ? near : find_outline (self, at, FALSE);
}

GArray *
bjt_plan_hits_list_inside (const BjtPlanHits *self,
                           const BjtBox      *box)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 e = self->elements.first; e < self->elements.first + self->elements.n; e++)
    {
      const BjtBox *own = &bjt_picture_get_element (self->picture, e)->shape->box;

      if (own->x1 >= box->x1 && own->y1 >= box->y1 && own->x2 <= box->x2 && own->y2 <= box->y2)
        g_array_append_val (found, e);
    }
  return found;
}
