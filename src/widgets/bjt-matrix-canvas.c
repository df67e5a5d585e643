/* bjt-matrix-canvas.c: the layout is made for a picture and a building, never
 * for a filter: cells do not move while filtering. Cells grow with the widget
 * between a readable least and a comfortable most. */
#include "bjt-matrix-canvas.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bjt-matrix-cues.h"
#include "bjt-widgets.h"
#include "model/bjt-focus-routes.h"
#include "paint/bjt-matrix-painter.h"

#define MIN_CELL_WIDTH 76.0
#define MAX_CELL_WIDTH 108.0
#define MIN_CELL_HEIGHT 34.0
#define MAX_CELL_HEIGHT 40.0
#define SECTION_GAP 18.0
#define TEXT_SIZE 11.0
#define CHIP_SIZE 16.0
#define EDIT_MARGIN 26.0 /* for what is added at the edges */
#define FRAME 3.0f /* frames reach out of their cells by so much */

void
bjt_matrix_canvas_set_building (BjtMatrixCanvas *self,
                                BjtPicture      *picture,
                                guint32          building)
{
  g_autoptr (BjtPicture) old = g_steal_pointer (&self->picture);

  bjt_matrix_cache_clear (&self->cache);
  g_clear_pointer (&self->matrix, bjt_matrix_free);
  if (picture != NULL)
    self->picture = bjt_picture_ref (picture);
  if (picture != NULL && building != BJT_NO_INDEX)
    self->matrix = bjt_matrix_new (picture, building);
}

static double
get_margin (const BjtMatrixCanvas *self)
{
  return self->is_editing ? EDIT_MARGIN : BJT_MATRIX_CANVAS_MARGIN;
}

void
bjt_matrix_canvas_fit (BjtMatrixCanvas *self,
                       int              width,
                       int              height)
{
  guint  n_columns, n_rows, n_sections;
  double free_width, free_height;

  if (self->matrix == NULL)
    return;
  n_columns = MAX (self->matrix->n_columns, 1);
  n_rows = MAX (self->matrix->rows->len, 1);
  n_sections = MAX (self->matrix->sections->len, 1);
  free_width = width - BJT_MATRIX_CANVAS_LABEL - get_margin (self)
               - (n_sections - 1) * SECTION_GAP - (n_columns - n_sections) * BJT_MATRIX_CANVAS_GAP;
  free_height = height - BJT_MATRIX_CANVAS_HEADER - get_margin (self) - (n_rows - 1) * BJT_MATRIX_CANVAS_GAP;
  self->metrics = (BjtMatrixMetrics) {
    .cell_width = CLAMP (floor (free_width / n_columns), MIN_CELL_WIDTH, MAX_CELL_WIDTH),
    .cell_height = CLAMP (floor (free_height / n_rows), MIN_CELL_HEIGHT, MAX_CELL_HEIGHT),
    .gap = BJT_MATRIX_CANVAS_GAP,
    .section_gap = SECTION_GAP,
    .header_height = BJT_MATRIX_CANVAS_HEADER,
    .label_width = BJT_MATRIX_CANVAS_LABEL,
  };
}

/**
 * bjt_matrix_canvas_get_size:
 * @smallest: with the smallest cells, else as fitted
 * @width: (out):
 * @height: (out): with the margins; 0 without a building
 */
void
bjt_matrix_canvas_get_size (const BjtMatrixCanvas *self,
                            gboolean               smallest,
                            double                *width,
                            double                *height)
{
  BjtMatrixMetrics metrics = self->metrics;

  *width = *height = 0.0;
  if (self->matrix == NULL)
    return;
  if (smallest)
    {
      metrics.cell_width = MIN_CELL_WIDTH;
      metrics.cell_height = MIN_CELL_HEIGHT;
    }
  bjt_matrix_get_size (self->matrix, &metrics, width, height);
  *width += get_margin (self);
  *height += get_margin (self);
}

guint32
bjt_matrix_canvas_get_door (const BjtMatrixCanvas *self,
                            guint32                cell)
{
  return bjt_matrix_get_cell (self->matrix, cell)->door;
}

guint32
bjt_matrix_canvas_find_cell (const BjtMatrixCanvas *self,
                             guint32                door)
{
  return self->matrix != NULL && door != BJT_NO_INDEX ? bjt_matrix_find_door (self->matrix, door) : BJT_NO_INDEX;
}

BjtBox
bjt_matrix_canvas_get_cell_box (const BjtMatrixCanvas *self,
                                guint32                cell)
{
  BjtBox box = bjt_matrix_get_cell_box (self->matrix, &self->metrics, cell);

  return (BjtBox) { box.x1 - self->x, box.y1 - self->y, box.x2 - self->x, box.y2 - self->y };
}

guint32
bjt_matrix_canvas_hit (const BjtMatrixCanvas *self,
                       double                 x,
                       double                 y)
{
  if (self->matrix == NULL || x < BJT_MATRIX_CANVAS_LABEL || y < BJT_MATRIX_CANVAS_HEADER)
    return BJT_NO_INDEX;
  return bjt_matrix_hit (self->matrix, &self->metrics, x + self->x, y + self->y);
}

static guint32
find_column (const BjtMatrixCanvas *self,
             double                 x)
{
  for (guint s = 0; s < self->matrix->sections->len; s++)
    {
      const BjtMatrixSection *section = bjt_matrix_get_section (self->matrix, s);
      BjtBox                  box = bjt_matrix_get_section_box (self->matrix, &self->metrics, s);

      if (x >= box.x1 && x <= box.x2)
        return section->first_column + MIN ((guint) ((x - box.x1) / (self->metrics.cell_width + self->metrics.gap)), section->n_columns - 1u);
    }
  return BJT_NO_INDEX;
}

static guint32
find_section (const BjtMatrixCanvas *self,
              double                 x)
{
  for (guint s = 0; s < self->matrix->sections->len; s++)
    {
      BjtBox box = bjt_matrix_get_section_box (self->matrix, &self->metrics, s);

      if (x >= box.x1 && x <= box.x2)
        return s;
    }
  return BJT_NO_INDEX;
}

static guint32
find_row (const BjtMatrixCanvas *self,
          double                 y)
{
  double row = (y - BJT_MATRIX_CANVAS_HEADER) / (self->metrics.cell_height + self->metrics.gap);

  return row >= 0 && row < self->matrix->rows->len ? (guint32) row : BJT_NO_INDEX;
}

gboolean
bjt_matrix_canvas_find_part (const BjtMatrixCanvas *self,
                             double                 x,
                             double                 y,
                             BjtMatrixPart         *part)
{
  *part = (BjtMatrixPart) { BJT_MATRIX_PART_NONE, BJT_NO_INDEX };
  if (self->matrix == NULL || self->matrix->cells->len == 0)
    return FALSE;
  if (x < BJT_MATRIX_CANVAS_LABEL && y < BJT_MATRIX_CANVAS_HEADER)
    *part = (BjtMatrixPart) { BJT_MATRIX_PART_ALL, 0 };
  else if (x < BJT_MATRIX_CANVAS_LABEL)
    *part = (BjtMatrixPart) { BJT_MATRIX_PART_ROW, find_row (self, y + self->y) };
  else if (y < BJT_MATRIX_CANVAS_HEADER - BJT_MATRIX_CANVAS_STRIP)
    *part = (BjtMatrixPart) { BJT_MATRIX_PART_SECTION, find_section (self, x + self->x) };
  else if (y < BJT_MATRIX_CANVAS_HEADER)
    *part = (BjtMatrixPart) { BJT_MATRIX_PART_COLUMN, find_column (self, x + self->x) };
  else
    *part = (BjtMatrixPart) { BJT_MATRIX_PART_CELL, bjt_matrix_canvas_hit (self, x, y) };
  if (part->index == BJT_NO_INDEX)
    part->kind = BJT_MATRIX_PART_NONE;
  return part->kind != BJT_MATRIX_PART_NONE;
}

static BjtBox
get_column_box (const BjtMatrixCanvas *self,
                guint                  column)
{
  guint                   s = 0;
  const BjtMatrixSection *section;
  BjtBox                  box;

  while (s + 1 < self->matrix->sections->len && bjt_matrix_get_section (self->matrix, s + 1)->first_column <= column)
    s++;
  section = bjt_matrix_get_section (self->matrix, s);
  box = bjt_matrix_get_section_box (self->matrix, &self->metrics, s);
  box.x1 += (column - section->first_column) * (self->metrics.cell_width + self->metrics.gap);
  return (BjtBox) { box.x1, BJT_MATRIX_CANVAS_HEADER - BJT_MATRIX_CANVAS_STRIP, box.x1 + self->metrics.cell_width, BJT_MATRIX_CANVAS_HEADER };
}

gboolean
bjt_matrix_canvas_get_part_box (const BjtMatrixCanvas *self,
                                const BjtMatrixPart   *part,
                                BjtBox                *box)
{
  double x = self->x, y = self->y;

  switch (self->matrix != NULL ? part->kind : BJT_MATRIX_PART_NONE)
    {
    case BJT_MATRIX_PART_CELL:
      *box = bjt_matrix_get_cell_box (self->matrix, &self->metrics, part->index);
      break;
    case BJT_MATRIX_PART_ROW:
      *box = bjt_matrix_get_row_box (self->matrix, &self->metrics, part->index);
      x = 0;
      break;
    case BJT_MATRIX_PART_COLUMN:
      *box = get_column_box (self, part->index);
      y = 0;
      break;
    case BJT_MATRIX_PART_SECTION:
      *box = bjt_matrix_get_section_box (self->matrix, &self->metrics, part->index);
      box->y2 -= BJT_MATRIX_CANVAS_STRIP;
      y = 0;
      break;
    case BJT_MATRIX_PART_ALL:
      *box = (BjtBox) { 0, 0, BJT_MATRIX_CANVAS_LABEL, BJT_MATRIX_CANVAS_HEADER };
      x = y = 0;
      break;
    case BJT_MATRIX_PART_NONE:
    default:
      return FALSE;
    }
  *box = (BjtBox) { box->x1 - x, box->y1 - y, box->x2 - x, box->y2 - y };
  return TRUE;
}

typedef void (*DrawPart) (const BjtMatrixPainter *painter, cairo_t *cr);

static void
draw_part (GtkSnapshot            *snapshot,
           const BjtMatrixPainter *painter,
           DrawPart                draw,
           const graphene_rect_t  *area,
           double                  x,
           double                  y)
{
  cairo_t *cr;

  if (area->size.width <= 0.0f || area->size.height <= 0.0f)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, area);
  cairo_translate (cr, -x, -y);
  draw (painter, cr);
  cairo_destroy (cr);
}

static void
draw_cells (BjtMatrixCanvas        *self,
            GtkSnapshot            *snapshot,
            const BjtMatrixPainter *painter,
            const graphene_rect_t  *area,
            int                     scale)
{
  cairo_t *cr;

  if (area->size.width <= 0.0f || area->size.height <= 0.0f)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, area);
  bjt_matrix_cache_draw (&self->cache, cr, painter, area, self->x, self->y, scale);
  cairo_destroy (cr);
}

typedef void (*DrawCues) (const BjtMatrixCanvas *self, cairo_t *cr, BjtFocus *focus, const BjtPalette *palette);

static void
draw_cues (const BjtMatrixCanvas *self,
           GtkSnapshot           *snapshot,
           DrawCues               draw,
           BjtFocus              *focus,
           const BjtPalette      *palette,
           const graphene_rect_t *area)
{
  cairo_t *cr;

  if (area->size.width <= 0.0f || area->size.height <= 0.0f)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, area);
  draw (self, cr, focus, palette);
  cairo_destroy (cr);
}

static void
draw_key_focus (const BjtMatrixCanvas *self,
                GtkSnapshot           *snapshot,
                guint32                cell,
                const BjtPalette      *palette,
                const graphene_rect_t *area)
{
  BjtBox   box = bjt_matrix_canvas_get_cell_box (self, cell);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  cairo_rectangle (cr, box.x1 - 2.5, box.y1 - 2.5, box.x2 - box.x1 + 5, box.y2 - box.y1 + 5);
  bjt_palette_set_source (cr, palette->text, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static BjtMatrixPainter
get_painter (const BjtMatrixCanvas *self,
             GtkWidget             *widget,
             BjtFocus              *focus)
{
  BjtGlyphPainter glyphs = bjt_widgets_get_glyph_painter (widget);
  gboolean        curtain = bjt_focus_get_curtain (focus);

  return (BjtMatrixPainter) {
    .picture = self->picture,
    .matrix = self->matrix,
    .metrics = self->metrics,
    .unit = 1.0,
    .text_size = TEXT_SIZE,
    .chip_size = CHIP_SIZE,
    .palette = glyphs.palette,
    .text = glyphs.text,
    .show = BJT_MATRIX_SHOW_LABELS | (curtain ? BJT_MATRIX_SHOW_CURTAIN : BJT_MATRIX_SHOW_NAMES),
    .filter = curtain ? NULL : bjt_focus_get_filter (focus), /* what stands out would tell */
    .selected = bjt_focus_get_door (focus),
    .entrance_format = _ ("Entrance %s"),
  };
}

static void
draw_handles (const BjtMatrixCanvas *self,
              GtkSnapshot           *snapshot,
              GtkWidget             *widget,
              const BjtPalette      *palette)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                          (float) gtk_widget_get_height (widget)));

  bjt_matrix_cues_draw_handles (self, cr, palette);
  cairo_destroy (cr);
}

static void
draw_routes (const BjtMatrixCanvas  *self,
             GtkSnapshot            *snapshot,
             BjtFocus               *focus,
             const BjtMatrixPainter *painter,
             const graphene_rect_t  *area)
{
  const BjtShownRoutes *routes = bjt_focus_get_routes (focus);
  cairo_t              *cr;

  if (routes == NULL || area->size.width <= 0.0f || area->size.height <= 0.0f)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, area);
  bjt_matrix_cues_draw_routes (self, cr, painter->text, routes);
  cairo_destroy (cr);
}

void
bjt_matrix_canvas_snapshot (BjtMatrixCanvas *self,
                            GtkWidget       *widget,
                            GtkSnapshot     *snapshot,
                            BjtFocus        *focus)
{
  const float      label = (float) BJT_MATRIX_CANVAS_LABEL - FRAME, header = (float) BJT_MATRIX_CANVAS_HEADER - FRAME;
  float            width = (float) gtk_widget_get_width (widget) - label, height = (float) gtk_widget_get_height (widget) - header;
  graphene_rect_t  body = GRAPHENE_RECT_INIT (label, header, width, height);
  graphene_rect_t  top = GRAPHENE_RECT_INIT (label, 0, width, header);
  graphene_rect_t  left = GRAPHENE_RECT_INIT (0, header, label, height);
  BjtMatrixPainter painter;
  guint32          chosen;

  if (self->matrix == NULL)
    return;
  painter = get_painter (self, widget, focus);
  chosen = bjt_matrix_canvas_find_cell (self, painter.selected);
  draw_cells (self, snapshot, &painter, &body, gtk_widget_get_scale_factor (widget));
  draw_cues (self, snapshot, bjt_matrix_cues_draw_cells, focus, painter.palette, &body);
  draw_routes (self, snapshot, focus, &painter, &body);
  draw_cues (self, snapshot, bjt_matrix_cues_draw_top, focus, painter.palette, &top);
  draw_part (snapshot, &painter, bjt_matrix_painter_draw_entrances, &top, self->x, 0);
  draw_cues (self, snapshot, bjt_matrix_cues_draw_left, focus, painter.palette, &left);
  draw_part (snapshot, &painter, bjt_matrix_painter_draw_levels, &left, 0, self->y);
  if (self->is_editing)
    draw_handles (self, snapshot, widget, painter.palette);
  if (chosen != BJT_NO_INDEX && gtk_widget_has_visible_focus (widget))
    draw_key_focus (self, snapshot, chosen, painter.palette, &body);
}
