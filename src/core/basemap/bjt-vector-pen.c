/* bjt-vector-pen.c: one matrix for a tile in our datum. One in another datum
 * is bent: its points go through a mesh whose nodes are exact and lie at most
 * 512 px apart, which is true to a fifth of a pixel; neighbours share the nodes
 * of their common side. */
#include "bjt-vector-pen.h"

#include <math.h>

/* Which part of the tile is shown, in its unit square. */
static BjtBox
get_area (const BjtTilePiece *piece)
{
  double part = exp2 ((double) piece->area.zoom - piece->address.zoom);
  double x = piece->area.column - piece->address.column * part, y = piece->area.row - piece->address.row * part;

  return (BjtBox) { x / part, y / part, (x + 1) / part, (y + 1) / part };
}

static void
init_mesh (BjtVectorPen         *self,
           const BjtTileGrid    *grid,
           const BjtTileAddress *address)
{
  double n = exp2 (address->zoom);
  double deeper = ceil (bjt_map_frame_get_zoom (grid->frame)) - address->zoom - 1;

  self->n_cells = (guint) CLAMP (exp2 (deeper), 4, BJT_VECTOR_MESH);
  for (guint y = 0; y <= self->n_cells; y++)
    for (guint x = 0; x <= self->n_cells; x++)
      self->mesh[y][x] = bjt_tile_grid_project (grid, (BjtPoint) { (address->column + x / (double) self->n_cells) / n,
                                                                   (address->row + y / (double) self->n_cells) / n });
}

/**
 * bjt_vector_pen_init:
 * @room: surface units that lines may reach beyond their points
 */
void
bjt_vector_pen_init (BjtVectorPen       *self,
                     const BjtTileGrid  *grid,
                     const BjtTilePiece *piece,
                     double              room)
{
  const BjtMapFrame *frame = grid->frame;
  BjtPoint           low = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x1, frame->box.y1 });
  BjtPoint           high = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x2, frame->box.y2 });
  BjtTilePlace       place;
  cairo_matrix_t     inverse;
  double             slack;

  self->tile = piece->content->scene->tile;
  self->is_shifted = grid->datum != BJT_DATUM_CGCS2000;
  self->area = get_area (piece);
  bjt_tile_grid_place (grid, &piece->address, &place);
  bjt_tile_place_get_matrix (&place, &self->matrix);
  if (self->is_shifted)
    init_mesh (self, grid, &piece->address);
  self->window = (BjtBox) { low.x - room, low.y - room, high.x + room, high.y + room };
  inverse = self->matrix;
  cairo_matrix_invert (&inverse);
  cairo_matrix_transform_point (&inverse, &low.x, &low.y);
  cairo_matrix_transform_point (&inverse, &high.x, &high.y);
  slack = room / fmax (hypot (self->matrix.xx, self->matrix.yx), 1e-9);
  self->visible = (BjtBox) {
    fmax (low.x, self->area.x1) - slack, fmax (low.y, self->area.y1) - slack,
    fmin (high.x, self->area.x2) + slack, fmin (high.y, self->area.y2) + slack,
  };
}

static BjtPoint
mix (BjtPoint a,
     BjtPoint b,
     double   t)
{
  return (BjtPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/**
 * bjt_vector_pen_project:
 * @u: eastward, 0…1 within the tile
 * @v: southward
 */
BjtPoint
bjt_vector_pen_project (const BjtVectorPen *self,
                        double              u,
                        double              v)
{
  guint column, row;

  if (!self->is_shifted)
    {
      cairo_matrix_transform_point (&self->matrix, &u, &v);
      return (BjtPoint) { u, v };
    }
  u *= self->n_cells;
  v *= self->n_cells;
  column = (guint) CLAMP (floor (u), 0, self->n_cells - 1);
  row = (guint) CLAMP (floor (v), 0, self->n_cells - 1);
  return mix (mix (self->mesh[row][column], self->mesh[row][column + 1], u - column),
              mix (self->mesh[row + 1][column], self->mesh[row + 1][column + 1], u - column), v - row);
}

gboolean
bjt_vector_pen_sees (const BjtVectorPen  *self,
                     const BjtVectorItem *item)
{
  double extent = item->layer->extent;

  return item->x1 <= self->visible.x2 * extent && item->x2 >= self->visible.x1 * extent
         && item->y1 <= self->visible.y2 * extent && item->y2 >= self->visible.y1 * extent;
}

static gboolean
is_beyond (const BjtVectorPen *self,
           BjtPoint            a,
           BjtPoint            b)
{
  return (a.x < self->window.x1 && b.x < self->window.x1) || (a.x > self->window.x2 && b.x > self->window.x2)
         || (a.y < self->window.y1 && b.y < self->window.y1) || (a.y > self->window.y2 && b.y > self->window.y2);
}

/* A line on its way. */
typedef struct
{
  cairo_t *cr;
  BjtPoint last;
  gboolean is_whole;
  gboolean is_down; /* the path has come to the last point */
} Trace;

/* Points closer than half a unit to the last one add nothing that is seen. */
static void
trace_to (const BjtVectorPen *self,
          Trace              *trace,
          BjtPoint            p,
          gboolean            is_end)
{
  if (!is_end && fabs (p.x - trace->last.x) < 0.5 && fabs (p.y - trace->last.y) < 0.5)
    return;
  if (!trace->is_whole && is_beyond (self, trace->last, p))
    trace->is_down = FALSE;
  else
    {
      if (!trace->is_down)
        cairo_move_to (trace->cr, trace->last.x, trace->last.y);
      cairo_line_to (trace->cr, p.x, p.y);
      trace->is_down = TRUE;
    }
  trace->last = p;
}

/* What is straight in another datum is bent in ours. */
static guint
count_steps (const BjtVectorPen   *self,
             const BjtVectorPoint *a,
             const BjtVectorPoint *b,
             double                extent)
{
  double longest = fmax (fabs ((double) b->x - a->x), fabs ((double) b->y - a->y)) / extent * self->n_cells;

  return self->is_shifted ? (guint) CLAMP (ceil (longest), 1, 4 * self->n_cells) : 1;
}

static void
trace_part (const BjtVectorPen  *self,
            cairo_t             *cr,
            const BjtVectorPart *part,
            double               extent,
            gboolean             is_whole)
{
  const BjtVectorPoint *points = self->tile->points + part->first;
  Trace                 trace = { cr, bjt_vector_pen_project (self, points[0].x / extent, points[0].y / extent), is_whole, is_whole };

  if (is_whole)
    cairo_move_to (cr, trace.last.x, trace.last.y);
  for (guint32 i = 1; i < part->n_points; i++)
    {
      const BjtVectorPoint *a = &points[i - 1], *b = &points[i];
      guint                 n = count_steps (self, a, b, extent);

      for (guint step = 1; step <= n; step++)
        {
          double   t = step / (double) n;
          BjtPoint p = bjt_vector_pen_project (self, (a->x + t * ((double) b->x - a->x)) / extent, (a->y + t * ((double) b->y - a->y)) / extent);

          trace_to (self, &trace, p, step == n && i + 1 == part->n_points);
        }
    }
}

/**
 * bjt_vector_pen_trace:
 * @is_whole: also what lies outside the frame: areas to be filled, dashes
 */
void
bjt_vector_pen_trace (const BjtVectorPen  *self,
                      cairo_t             *cr,
                      const BjtVectorItem *item,
                      gboolean             is_whole)
{
  const BjtVectorFeature *feature = &self->tile->features[item->feature];

  cairo_new_path (cr);
  for (guint32 p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
    {
      const BjtVectorPart *part = &self->tile->parts[p];

      if (part->n_points == 0)
        continue;
      trace_part (self, cr, part, item->layer->extent, is_whole || feature->kind == BJT_VECTOR_POLYGON);
      if (feature->kind == BJT_VECTOR_POLYGON)
        cairo_close_path (cr);
    }
}
