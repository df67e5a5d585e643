/* bjt-matrix-cache.c: what a filter leaves out is the same drawing, fainter: the
 * cells are drawn once for a picture, a size and a place, then copied. Each
 * cell is copied with half of the gap around it, into which frames reach. */
#include "bjt-matrix-cache.h"

#include "paint/bjt-cell-painter.h"

void
bjt_matrix_cache_clear (BjtMatrixCache *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

static gboolean
is_fresh (const BjtMatrixCache   *self,
          const BjtMatrixPainter *painter,
          const graphene_rect_t  *area)
{
  const BjtMatrixPainter *old = &self->painter;

  return self->surface != NULL && old->picture == painter->picture && old->matrix == painter->matrix && old->palette == painter->palette
         && old->text == painter->text && old->show == painter->show && old->metrics.cell_width == painter->metrics.cell_width
         && old->metrics.cell_height == painter->metrics.cell_height && graphene_rect_equal (&self->area, area);
}

static void
draw_anew (BjtMatrixCache         *self,
           const BjtMatrixPainter *painter)
{
  BjtMatrixPainter plain = *painter;
  cairo_t         *cr;

  plain.filter = NULL;
  plain.selected = BJT_NO_INDEX;
  bjt_matrix_cache_clear (self);
  self->painter = plain;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) self->area.size.width * self->scale, (int) self->area.size.height * self->scale);
  cairo_surface_set_device_scale (self->surface, self->scale, self->scale);
  cr = cairo_create (self->surface);
  cairo_translate (cr, (double) -self->area.origin.x - self->x, (double) -self->area.origin.y - self->y);
  bjt_matrix_painter_draw_cells (&plain, cr);
  cairo_destroy (cr);
}

/* Adds the cells that pass the filter, or those that do not, to the path. */
static guint
add_cells (const BjtMatrixCache   *self,
           cairo_t                *cr,
           const BjtMatrixPainter *painter,
           gboolean                passes)
{
  double half = painter->metrics.gap / 2;
  guint  n = 0;

  for (guint32 i = 0; i < painter->matrix->cells->len; i++)
    {
      BjtBox box = bjt_matrix_get_cell_box (painter->matrix, &painter->metrics, i);

      if ((bjt_filter_matches (painter->filter, painter->picture, bjt_matrix_get_cell (painter->matrix, i)->door) != FALSE) != passes)
        continue;
      cairo_rectangle (cr, box.x1 - half - self->x, box.y1 - half - self->y, box.x2 - box.x1 + 2 * half, box.y2 - box.y1 + 2 * half);
      n++;
    }
  return n;
}

static void
copy_cells (const BjtMatrixCache   *self,
            cairo_t                *cr,
            const BjtMatrixPainter *painter,
            gboolean                passes)
{
  cairo_save (cr);
  if (add_cells (self, cr, painter, passes) > 0)
    {
      cairo_clip (cr);
      cairo_set_source_surface (cr, self->surface, (double) self->area.origin.x, (double) self->area.origin.y);
      cairo_paint_with_alpha (cr, passes ? 1.0 : BJT_CELL_FADED);
    }
  cairo_restore (cr);
}

static void
draw_chosen (const BjtMatrixCache   *self,
             cairo_t                *cr,
             const BjtMatrixPainter *painter)
{
  guint32 cell = painter->selected != BJT_NO_INDEX ? bjt_matrix_find_door (painter->matrix, painter->selected) : BJT_NO_INDEX;
  BjtBox  box;

  if (cell == BJT_NO_INDEX)
    return;
  box = bjt_matrix_get_cell_box (painter->matrix, &painter->metrics, cell);
  cairo_rectangle (cr, box.x1 - self->x, box.y1 - self->y, box.x2 - box.x1, box.y2 - box.y1);
  bjt_palette_set_source (cr, painter->palette->selection, 1);
  cairo_set_line_width (cr, 3 * painter->unit);
  cairo_stroke (cr);
}

/**
 * bjt_matrix_cache_draw:
 * @area: of the widget; all that is drawn lies in it
 * @x: scrolled by, as @y
 */
void
bjt_matrix_cache_draw (BjtMatrixCache         *self,
                       cairo_t                *cr,
                       const BjtMatrixPainter *painter,
                       const graphene_rect_t  *area,
                       double                  x,
                       double                  y,
                       int                     scale)
{
  if (!is_fresh (self, painter, area) || self->x != x || self->y != y || self->scale != scale)
    {
      self->area = *area;
      self->x = x;
      self->y = y;
      self->scale = scale;
      draw_anew (self, painter);
    }
  if (painter->filter == NULL || bjt_filter_is_empty (painter->filter))
    {
      cairo_set_source_surface (cr, self->surface, (double) area->origin.x, (double) area->origin.y);
      cairo_paint (cr);
    }
  else
    {
      copy_cells (self, cr, painter, TRUE);
      copy_cells (self, cr, painter, FALSE);
    }
  draw_chosen (self, cr, painter);
}
