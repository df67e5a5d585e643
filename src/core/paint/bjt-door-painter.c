/* bjt-door-painter.c: the doors of a building as a small elevation matrix laid
 * on its footprint: class, attention, categories, open issues. */
#include "bjt-building-brush.h"

#include <math.h>

/* How the categories of a door lie in its cell: chips in rows from the lower
 * right; where even dots find no room the last place says how many more. */
typedef struct
{
  double side;
  guint  columns;
  guint  rows;
} ChipRoom;

static guint
get_columns (double width,
             double side,
             double px)
{
  return (guint) fmax (1, floor ((width - 4 * px) / (side + px)));
}

static ChipRoom
find_room (const BjtBox *cell,
           guint         n,
           double        px)
{
  double   width = cell->x2 - cell->x1, height = cell->y2 - cell->y1;
  gboolean is_tall = height > 26 * px;
  double   free_width = is_tall ? width : width - (width >= 24 * px ? 22 * px : 0); /* beside or below the label */
  double   free_height = is_tall ? height - 16 * px : height - 2 * px;
  double   side = fmin (fmin (is_tall ? height * 0.42 : height * 0.62, width * 0.34), 17 * px);
  double   least = is_tall ? 10 * px : 3 * px;

  for (;; side -= px)
    {
      ChipRoom room = { fmax (side, least), get_columns (free_width, fmax (side, least), px), 1 };

      if (is_tall)
        room.rows = (guint) fmax (1, floor (free_height / (room.side + px)));
      if (room.columns * room.rows >= n || side <= least)
        return room;
    }
}

static void
paint_more (const BjtBuildingBrush *brush,
            guint                   n,
            double                  x,
            double                  y,
            double                  side,
            guint32                 ink)
{
  g_autofree char *text = g_strdup_printf ("+%u", n);
  BjtTextPlace     place = { x + side / 2, y + side / 2, 0.5, fmax (side * 0.72, 7 * brush->px), 0, BJT_TEXT_BOLD };

  bjt_building_brush_write (brush, text, &place, ink, FALSE);
}

static void
paint_chips (const BjtBuildingBrush *brush,
             BjtCategorySet          categories,
             const BjtBox           *cell,
             guint32                 ink)
{
  guint    n = (guint) __builtin_popcountll (categories & brush->order->drawn), i = 0;
  double   px = brush->px;
  ChipRoom room = find_room (cell, MAX (n, 1), px);
  guint    places = room.columns * room.rows;
  double   below = cell->y2 - cell->y1 > 26 * px ? cell->y2 - 2.5 * px - room.side : (cell->y1 + cell->y2 - room.side) / 2;

  for (guint k = 0; k < brush->order->n && i < n; k++)
    {
      double x = cell->x2 - 2.5 * px - room.side - i % room.columns * (room.side + px), y = below - i / room.columns * (room.side + px);

      if ((categories >> brush->order->categories[k] & 1) == 0)
        continue;
      if (n > places && i + 1 == places)
        {
          paint_more (brush, n - i, x, y, room.side, ink);
          return;
        }
      if (room.side >= 9.5 * px)
        bjt_glyph_painter_draw_chip (&brush->glyphs, brush->cr, bjt_picture_get_category (brush->picture, brush->order->categories[k]), x, y, room.side);
      else
        bjt_building_brush_dot (brush, x + room.side / 2, y + room.side / 2, room.side / 2,
                                bjt_picture_get_category (brush->picture, brush->order->categories[k])->colour);
      i++;
    }
}

static void
paint_marks (const BjtBuildingBrush    *brush,
             const BjtPictureDoorState *state,
             const BjtBox              *cell,
             guint32                    ink)
{
  double px = brush->px, height = cell->y2 - cell->y1, inset = 0.22 * fmin (height, 16 * px);

  if ((state->categories & brush->order->drawn) != 0)
    paint_chips (brush, state->categories, cell, ink);
  if (state->open_issues > 0)
    bjt_glyph_painter_draw_issue_dot (&brush->glyphs, brush->cr, cell->x2 - inset, cell->y1 + inset, fmin (0.16 * height, 3.6 * px), state->issue_overdue);
  if (state->visit_overdue && height >= 22 * px)
    bjt_glyph_painter_draw_clock (&brush->glyphs, brush->cr, cell->x2 - inset - (state->open_issues > 0 ? 11 : 1) * px, cell->y1 + inset + 1.5 * px, 4.6 * px);
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

void
bjt_door_painter_paint_door (BjtBuildingBrush *brush,
                             guint32           index,
                             const BjtBox     *cell)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (brush->picture, index);
  const BjtPalette          *palette = brush->look->palette;
  gboolean                   is_small = cell->y2 - cell->y1 < 9 * brush->px;
  gboolean                   is_plain = brush->look->curtain || brush->look->style == BJT_DOOR_STYLE_CLASS;
  BjtClassStyle              fill;
  guint32                    ink;

  bjt_door_style_get_fill (brush->look->style, bjt_door_style_get_code (brush->look->style, brush->order, brush->picture, index),
                           palette, brush->picture, &fill);
  ink = is_plain ? palette->building_text : bjt_palette_get_ink (fill.fill);
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
  paint_label (brush, bjt_picture_get_door (brush->picture, index)->label, cell, ink);
  if (!brush->look->curtain)
    paint_marks (brush, state, cell, ink);
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
        bjt_door_painter_paint_door (brush, d, &cell);
    }
  brush->glyphs.alpha = alpha;
  paint_title (brush, building, at);
  cairo_restore (brush->cr);
}
