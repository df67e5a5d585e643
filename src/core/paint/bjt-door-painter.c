/* bjt-door-painter.c: the doors of a building as a small elevation matrix laid
 * on its footprint: class, attention, categories, open issues. */
#include "bjt-building-brush.h"

#include <math.h>

static void
paint_marks (const BjtBuildingBrush    *brush,
             const BjtPictureDoorState *state,
             const BjtBox              *cell)
{
  double px = brush->px;
  double width = cell->x2 - cell->x1, height = cell->y2 - cell->y1;
  double side = fmin (fmin (height * (height > 26 * px ? 0.42 : 0.62), width * 0.34), 17 * px);
  double x = cell->x2 - 2.5 * px - side;
  double y = height > 26 * px ? cell->y2 - 2.5 * px - side : (cell->y1 + cell->y2 - side) / 2;

  for (BjtCategorySet rest = state->categories; rest != 0 && x > cell->x1; rest &= rest - 1)
    {
      const BjtPictureCategory *category = bjt_picture_get_category (brush->picture, (guint32) g_bit_nth_lsf (rest, -1));

      if (category->is_restricted)
        continue;
      if (side >= 9.5 * px)
        bjt_glyph_painter_draw_chip (&brush->glyphs, brush->cr, category, x, y, side);
      else
        bjt_building_brush_dot (brush, x + side / 2, y + side / 2, side / 2, category->colour);
      x -= side + px;
    }
  if (state->open_issues > 0)
    bjt_glyph_painter_draw_issue_dot (&brush->glyphs, brush->cr, cell->x2 - 0.22 * fmin (height, 16 * px), cell->y1 + 0.22 * fmin (height, 16 * px),
                                      fmin (0.16 * height, 3.6 * px), state->issue_overdue);
}

static void
paint_label (const BjtBuildingBrush *brush,
             const char             *label,
             const BjtBox           *cell,
             guint32                 ink)
{
  double       px = brush->px;
  double       height = cell->y2 - cell->y1, width = cell->x2 - cell->x1;
  double       size = fmin (12 * px, height * 0.62);
  BjtTextPlace place = { cell->x1 + 3 * px, height > 26 * px ? cell->y1 + size * 0.8 : (cell->y1 + cell->y2) / 2, 0, size, 0, BJT_TEXT_REGULAR };

  if (label != NULL && size >= 8.5 * px && width >= 24 * px)
    bjt_building_brush_write (brush, label, &place, ink, FALSE);
}

static void
paint_door (BjtBuildingBrush *brush,
            guint32           index,
            const BjtBox     *cell)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (brush->picture, index);
  const BjtPalette          *palette = brush->look->palette;
  gboolean                   is_small = cell->y2 - cell->y1 < 9 * brush->px;
  gboolean                   is_plain = brush->look->curtain || brush->look->style == BJT_DOOR_STYLE_CLASS;
  BjtClassStyle              fill;

  bjt_door_style_get_fill (brush->look->style, bjt_door_style_get_code (brush->look->style, brush->order, brush->picture, index),
                           palette, brush->picture, &fill);
  brush->glyphs.alpha = bjt_filter_matches (brush->filter, brush->picture, index) ? 1 : BJT_FADED;
  if (brush->look->curtain)
    {
      cairo_rectangle (brush->cr, cell->x1, cell->y1, cell->x2 - cell->x1, cell->y2 - cell->y1);
      bjt_palette_set_source (brush->cr, palette->building, brush->glyphs.alpha);
      cairo_fill (brush->cr);
    }
  else
    bjt_glyph_painter_fill_box (&brush->glyphs, brush->cr, &fill, cell, brush->px);
  cairo_rectangle (brush->cr, cell->x1, cell->y1, cell->x2 - cell->x1, cell->y2 - cell->y1);
  bjt_palette_set_source (brush->cr, palette->cell_edge, brush->glyphs.alpha);
  cairo_set_line_width (brush->cr, (is_small ? 0.6 : 1) * brush->px);
  cairo_stroke (brush->cr);
  if (!brush->look->curtain)
    bjt_glyph_painter_frame_attention (&brush->glyphs, brush->cr, state->attention, cell, brush->px * (is_small ? 0.5 : 0.8));
  paint_label (brush, bjt_picture_get_door (brush->picture, index)->label, cell,
               is_plain ? palette->building_text : bjt_palette_get_ink (fill.fill));
  if (!brush->look->curtain)
    paint_marks (brush, state, cell);
}

/* The name of the building stands on its upper side. */
static void
paint_title (BjtBuildingBrush       *brush,
             guint32                 building,
             const BjtBuildingFrame *at)
{
  g_autofree char *label = bjt_building_brush_dup_label (brush, building);
  BjtTextPlace     place = { 0, -9 * brush->px, 0, 12.5 * brush->px, 0, BJT_TEXT_BOLD };

  bjt_building_brush_write (brush, label, &place, brush->look->palette->building_text, TRUE);
}

void
bjt_door_painter_paint (BjtBuildingBrush       *brush,
                        guint32                 building,
                        const BjtBuildingFrame *at)
{
  const BjtRun doors = bjt_picture_get_building (brush->picture, building)->doors;
  double       alpha = brush->glyphs.alpha;
  gboolean     is_level = fabs (at->angle) < 0.01;

  cairo_save (brush->cr);
  cairo_translate (brush->cr, is_level ? round (at->origin.x) : at->origin.x, is_level ? round (at->origin.y) : at->origin.y);
  cairo_rotate (brush->cr, at->angle);
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      BjtBox cell = bjt_building_frame_get_cell (at, brush->picture, d);

      if (!bjt_picture_get_door (brush->picture, d)->is_merged)
        paint_door (brush, d, &cell);
    }
  brush->glyphs.alpha = alpha;
  paint_title (brush, building, at);
  cairo_restore (brush->cr);
}
