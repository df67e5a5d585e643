/* bjt-storey-drawing.c: a net over each drawing, its knots in Mercator, found
 * once. One mesh is enough where the plan lies straight: over a building the
 * ground is flat to a millimetre. A plan seen at a slant has many, each painted
 * as if it lay straight. What is not in the frame costs nothing.
 *
 * Immutable but for the painters' caches, which are locked: any thread may paint. */
#include "bjt-storey-drawing.h"

#include <math.h>

#include "geo/bjt-mercator.h"
#include "paint/bjt-drawing-painter.h"
#include "plan/bjt-placement.h"

#define SLANTED_MESHES 12u /* each way */

typedef struct
{
  BjtPlanBackdrop   *backdrop;
  BjtDrawingPainter *painter;
  guint              n_meshes; /* each way */
  BjtPoint          *knots;    /* Mercator, (n + 1)² by rows; NAN: the plan has no such place */
  BjtBox             box;      /* Mercator */
} Layer;

struct _BjtStoreyDrawing
{
  gatomicrefcount references;

  /* Owned */
  GArray *layers;
  GMutex  lock;
};

static void
clear_layer (gpointer data)
{
  Layer *layer = data;

  bjt_drawing_painter_free (layer->painter);
  bjt_plan_backdrop_unref (layer->backdrop);
  g_free (layer->knots);
}

static BjtPoint
get_unit (const Layer *layer,
          guint        column,
          guint        row)
{
  const BjtBox *box = &layer->backdrop->drawing->box;

  return (BjtPoint) { box->x1 + (box->x2 - box->x1) * column / layer->n_meshes, box->y1 + (box->y2 - box->y1) * row / layer->n_meshes };
}

static void
add_layer (BjtStoreyDrawing   *self,
           BjtPlanBackdrop    *backdrop,
           const BjtPlacement *placement,
           BjtGround          *ground)
{
  Layer layer = { .box = BJT_BOX_EMPTY, .n_meshes = bjt_placement_get_kind (placement) == BJT_PLACEMENT_PROJECTIVE ? SLANTED_MESHES : 1 };
  guint n = layer.n_meshes + 1;

  if (bjt_box_is_empty (&backdrop->drawing->box) || !(backdrop->record->opacity > 0))
    return;
  layer.backdrop = bjt_plan_backdrop_ref (backdrop);
  layer.painter = bjt_drawing_painter_new_of_backdrop (backdrop);
  layer.knots = g_new (BjtPoint, n * n);
  for (guint i = 0; i < n * n; i++)
    {
      BjtPoint lon_lat = bjt_placement_to_lon_lat (placement, ground, bjt_plan_backdrop_to_plan (backdrop, get_unit (&layer, i % n, i / n)));

      layer.knots[i] = bjt_mercator_project (lon_lat);
      if (isfinite (layer.knots[i].x) && isfinite (layer.knots[i].y))
        bjt_box_add_point (&layer.box, layer.knots[i].x, layer.knots[i].y);
    }
  g_array_append_val (self->layers, layer);
}

BjtStoreyDrawing *
bjt_storey_drawing_new (const char *json,
                        GPtrArray  *backdrops,
                        GError    **error)
{
  g_autoptr (BjtPlacement) placement = bjt_placement_new_from_json (json, error);
  g_autoptr (BjtGround) ground = NULL;
  BjtStoreyDrawing *self;

  if (placement == NULL)
    return NULL;
  ground = bjt_placement_new_ground (placement);
  self = g_new0 (BjtStoreyDrawing, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  g_array_set_clear_func (self->layers, clear_layer);
  for (guint i = 0; i < backdrops->len; i++)
    add_layer (self, backdrops->pdata[i], placement, ground);
  return self;
}

BjtStoreyDrawing *
bjt_storey_drawing_ref (BjtStoreyDrawing *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_storey_drawing_unref (BjtStoreyDrawing *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->layers);
  g_mutex_clear (&self->lock);
  g_free (self);
}

gboolean
bjt_storey_drawing_is_seen (const BjtStoreyDrawing *self,
                            const BjtMapFrame      *frame)
{
  for (guint i = 0; i < self->layers->len; i++)
    if (bjt_box_intersects (&g_array_index (self->layers, Layer, i).box, &frame->box))
      return TRUE;
  return FALSE;
}

/* The corners of a mesh on the surface, around; FALSE: one is nowhere */
static gboolean
get_mesh (const Layer       *layer,
          const BjtMapFrame *frame,
          guint              column,
          guint              row,
          BjtPoint           corners[4])
{
  guint n = layer->n_meshes + 1, first = row * n + column;
  guint knots[4] = { first, first + 1, first + n + 1, first + n };

  for (guint i = 0; i < 4; i++)
    {
      corners[i] = bjt_map_frame_project (frame, layer->knots[knots[i]]);
      if (!isfinite (corners[i].x) || !isfinite (corners[i].y))
        return FALSE;
    }
  return TRUE;
}

static void
trace_mesh (cairo_t       *cr,
            const BjtPoint corners[4])
{
  cairo_move_to (cr, corners[0].x, corners[0].y);
  for (guint i = 1; i < 4; i++)
    cairo_line_to (cr, corners[i].x, corners[i].y);
  cairo_close_path (cr);
}

void
bjt_storey_drawing_trace (const BjtStoreyDrawing *self,
                          cairo_t                *cr,
                          const BjtMapFrame      *frame)
{
  BjtPoint corners[4];

  for (guint i = 0; i < self->layers->len; i++)
    {
      const Layer *layer = &g_array_index (self->layers, Layer, i);

      for (guint m = 0; m < layer->n_meshes * layer->n_meshes; m++)
        if (get_mesh (layer, frame, m % layer->n_meshes, m / layer->n_meshes, corners))
          trace_mesh (cr, corners);
    }
}

static void
paint_mesh (const Layer       *layer,
            cairo_t           *cr,
            const BjtMapFrame *frame,
            guint              column,
            guint              row)
{
  BjtPoint       corners[4], unit = get_unit (layer, column, row), end = get_unit (layer, column + 1, row + 1);
  double         width = end.x - unit.x, height = end.y - unit.y;
  BjtBox         area = BJT_BOX_EMPTY;
  cairo_matrix_t matrix;

  if (!get_mesh (layer, frame, column, row, corners))
    return;
  matrix.xx = (corners[1].x - corners[0].x) / width;
  matrix.yx = (corners[1].y - corners[0].y) / width;
  matrix.xy = (corners[3].x - corners[0].x) / height;
  matrix.yy = (corners[3].y - corners[0].y) / height;
  matrix.x0 = corners[0].x - matrix.xx * unit.x - matrix.xy * unit.y;
  matrix.y0 = corners[0].y - matrix.yx * unit.x - matrix.yy * unit.y;
  cairo_save (cr);
  cairo_new_path (cr);
  trace_mesh (cr, corners);
  cairo_set_antialias (cr, layer->n_meshes > 1 ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_clip_extents (cr, &area.x1, &area.y1, &area.x2, &area.y2);
  if (area.x2 > area.x1 && area.y2 > area.y1)
    bjt_drawing_painter_paint (layer->painter, cr, &matrix, &area);
  cairo_restore (cr);
}

static void
paint_layer (const Layer       *layer,
             cairo_t           *cr,
             const BjtMapFrame *frame,
             double             alpha)
{
  BjtPoint low = bjt_map_frame_project (frame, (BjtPoint) { layer->box.x1, layer->box.y1 });
  BjtPoint high = bjt_map_frame_project (frame, (BjtPoint) { layer->box.x2, layer->box.y2 });

  if (!bjt_box_intersects (&layer->box, &frame->box))
    return;
  cairo_save (cr);
  cairo_rectangle (cr, low.x, low.y, high.x - low.x, high.y - low.y);
  cairo_clip (cr);
  cairo_push_group (cr);
  for (guint m = 0; m < layer->n_meshes * layer->n_meshes; m++)
    paint_mesh (layer, cr, frame, m % layer->n_meshes, m / layer->n_meshes);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, alpha * fmin (layer->backdrop->record->opacity, 1));
  cairo_restore (cr);
}

/**
 * bjt_storey_drawing_paint:
 * @alpha: times the opacity each drawing has itself
 */
void
bjt_storey_drawing_paint (BjtStoreyDrawing  *self,
                          cairo_t           *cr,
                          const BjtMapFrame *frame,
                          double             alpha)
{
  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->layers->len; i++)
    paint_layer (&g_array_index (self->layers, Layer, i), cr, frame, alpha);
  g_mutex_unlock (&self->lock);
}
