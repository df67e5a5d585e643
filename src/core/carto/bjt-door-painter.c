/* bjt-door-painter.c: the doors of a building as a small elevation matrix laid
 * on its footprint: class, attention, categories, open issues. */
#include "bjt-building-brush.h"

#include <math.h>

#define CELLS_AT_ONCE 16u /* in a path: quicker than one by one, or all */

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
    bjt_glyph_painter_draw_issue_dot (&brush->glyphs, brush->cr, cell->x2 - inset, cell->y1 + inset, fmin (0.16 * height, 3.6 * px), state->issue_time);
  if (height < 22 * px)
    return;
  if (state->visit_overdue)
    bjt_glyph_painter_draw_clock (&brush->glyphs, brush->cr, cell->x2 - inset - (state->open_issues > 0 ? 11 : 1) * px, cell->y1 + inset + 1.5 * px, 4.6 * px);
  bjt_glyph_painter_draw_annotations (&brush->glyphs, brush->cr, state->marks & (BJT_MARK_NOTE | BJT_MARK_PHOTO | BJT_MARK_HAZARD),
                                      cell->x2 - (3 + (state->open_issues > 0 ? 11 : 0) + (state->visit_overdue ? 11 : 0)) * px, cell->y1 + inset + 1.5 * px, 4.4 * px);
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

static gboolean
is_plain (const BjtBuildingLook *look)
{
  return look->curtain || look->style == BJT_DOOR_STYLE_CLASS;
}

static guint
get_code (const BjtBuildingBrush *brush,
          guint32                 door)
{
  return bjt_door_style_get_code (brush->look->style, brush->order, brush->picture, door);
}

static void
get_fill (const BjtBuildingBrush *brush,
          guint                   code,
          BjtClassStyle          *fill)
{
  bjt_door_style_get_fill (brush->look->style, code, brush->look->palette, brush->picture, fill);
  if (brush->look->curtain)
    *fill = (BjtClassStyle) { brush->look->palette->building, 0, BJT_HATCH_NONE };
}

static guint32
get_ink (const BjtBuildingBrush *brush,
         guint32                 door)
{
  BjtClassStyle fill;

  get_fill (brush, get_code (brush, door), &fill);
  return is_plain (brush->look) ? brush->look->palette->building_text : bjt_palette_get_ink (fill.fill);
}

/* What stands on the ground of the cell but for its label. */
static void
paint_content (BjtBuildingBrush *brush,
               guint32           door,
               const BjtBox     *cell)
{
  const BjtPictureDoorState *state = bjt_picture_get_door_state (brush->picture, door);
  gboolean                   is_small = cell->y2 - cell->y1 < 9 * brush->px;

  if (brush->look->curtain)
    return;
  bjt_glyph_painter_frame_attention (&brush->glyphs, brush->cr, state->attention, cell, brush->px * (is_small ? 0.5 : 0.8));
  paint_marks (brush, state, cell, get_ink (brush, door));
}

static void
add_cell (cairo_t      *cr,
          const BjtBox *cell)
{
  cairo_rectangle (cr, cell->x1, cell->y1, cell->x2 - cell->x1, cell->y2 - cell->y1);
}

/* One that stands alone. */
void
bjt_door_painter_paint_door (BjtBuildingBrush *brush,
                             guint32           door,
                             const BjtBox     *cell)
{
  BjtClassStyle fill;

  get_fill (brush, get_code (brush, door), &fill);
  brush->glyphs.alpha = bjt_filter_matches (brush->filter, brush->picture, door) ? 1 : BJT_FADED;
  bjt_glyph_painter_fill_box (&brush->glyphs, brush->cr, &fill, cell, brush->px);
  add_cell (brush->cr, cell);
  bjt_palette_set_source (brush->cr, brush->look->palette->cell_edge, brush->glyphs.alpha);
  cairo_set_line_width (brush->cr, brush->px);
  cairo_stroke (brush->cr);
  paint_label (brush, bjt_picture_get_door (brush->picture, door)->label, cell, get_ink (brush, door));
  paint_content (brush, door, cell);
}

/* The cells of a building that are seen. */
typedef struct
{
  guint32  door;
  guint    code;
  gboolean is_faded;
  BjtBox   box;
} Cell;

static GArray *
list_cells (const BjtBuildingBrush *brush,
            BjtRun                  doors,
            const BjtBuildingFrame *at)
{
  GArray *cells = g_array_sized_new (FALSE, FALSE, sizeof (Cell), doors.n);
  double  room = hypot (at->width, at->height) / brush->frame->scale; /* of a merged cell */
  BjtBox  seen = brush->frame->box;

  room = fmin (room, 120 * brush->px / brush->frame->scale);
  seen = (BjtBox) { seen.x1 - room, seen.y1 - room, seen.x2 + room, seen.y2 + room };
  for (guint32 d = doors.first; d < doors.first + doors.n; d++)
    {
      const BjtPictureDoor *door = bjt_picture_get_door (brush->picture, d);
      Cell                  cell = { .door = d };

      if (door->is_merged || door->place.x < seen.x1 || door->place.x > seen.x2 || door->place.y < seen.y1 || door->place.y > seen.y2)
        continue;
      cell.code = get_code (brush, d);
      cell.is_faded = !bjt_filter_matches (brush->filter, brush->picture, d);
      cell.box = bjt_building_frame_get_cell (at, brush->picture, d);
      g_array_append_val (cells, cell);
    }
  return cells;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const Cell *x = a, *y = b;

  if (x->is_faded != y->is_faded)
    return x->is_faded ? -1 : 1;
  if (x->code != y->code)
    return x->code < y->code ? -1 : 1;
  return (x->door > y->door) - (x->door < y->door);
}

/* A run of cells of one colour is one path. */
static void
fill_cells (BjtBuildingBrush *brush,
            const Cell       *cells,
            guint             n)
{
  BjtClassStyle fill;
  gboolean      is_hatched;

  get_fill (brush, cells->code, &fill);
  brush->glyphs.alpha = cells->is_faded ? BJT_FADED : 1;
  is_hatched = fill.hatch != BJT_HATCH_NONE;
  bjt_palette_set_source (brush->cr, fill.fill, brush->glyphs.alpha);
  for (guint i = 0; i < n; i++)
    if (is_hatched)
      bjt_glyph_painter_fill_box (&brush->glyphs, brush->cr, &fill, &cells[i].box, brush->px);
    else
      {
        add_cell (brush->cr, &cells[i].box);
        if (i % CELLS_AT_ONCE == CELLS_AT_ONCE - 1)
          cairo_fill (brush->cr);
      }
  cairo_fill (brush->cr);
}

/* A frame is an outer and an inner rectangle: quicker to fill than to stroke. */
static void
add_frame (cairo_t      *cr,
           const BjtBox *box,
           double        width)
{
  double out = width / 2;

  cairo_rectangle (cr, box->x1 - out, box->y1 - out, box->x2 - box->x1 + width, box->y2 - box->y1 + width);
  cairo_rectangle (cr, box->x2 - out, box->y1 + out, box->x1 - box->x2 + width, box->y2 - box->y1 - width);
}

static void
frame_cells (BjtBuildingBrush *brush,
             const Cell       *cells,
             guint             n)
{
  gboolean is_small = cells->box.y2 - cells->box.y1 < 9 * brush->px;

  bjt_palette_set_source (brush->cr, brush->look->palette->cell_edge, cells->is_faded ? BJT_FADED : 1);
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < n; i++)
    {
      add_frame (brush->cr, &cells[i].box, (is_small ? 0.6 : 1) * brush->px);
      if (i % CELLS_AT_ONCE == CELLS_AT_ONCE - 1)
        cairo_fill (brush->cr);
    }
  cairo_fill (brush->cr);
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
paint_cells (BjtBuildingBrush *brush,
             GArray           *cells)
{
  const Cell *all = &g_array_index (cells, Cell, 0);
  guint       n_faded = 0;

  g_array_sort (cells, compare_cells);
  for (guint i = 0, first = 0; i < cells->len; i++)
    {
      n_faded += (guint) all[i].is_faded;
      if (i + 1 < cells->len && all[i + 1].is_faded == all[i].is_faded && all[i + 1].code == all[i].code)
        continue;
      fill_cells (brush, all + first, i + 1 - first);
      first = i + 1;
    }
  if (n_faded > 0)
    frame_cells (brush, all, n_faded);
  if (cells->len > n_faded)
    frame_cells (brush, all + n_faded, cells->len - n_faded);
  for (guint i = 0; i < cells->len; i++)
    {
      brush->glyphs.alpha = all[i].is_faded ? BJT_FADED : 1;
      paint_content (brush, all[i].door, &all[i].box);
    }
}

static void
begin_frame (BjtBuildingBrush       *brush,
             const BjtBuildingFrame *at)
{
  gboolean is_level = fabs (at->angle) < 0.01;

  cairo_save (brush->cr);
  cairo_translate (brush->cr, is_level ? round (at->origin.x) : at->origin.x, is_level ? round (at->origin.y) : at->origin.y);
  cairo_rotate (brush->cr, at->angle);
}

/* The name of the building stands on its upper side. */
void
bjt_door_painter_paint_title (BjtBuildingBrush       *brush,
                              guint32                 building,
                              const BjtBuildingFrame *at)
{
  g_autofree char *label = bjt_building_brush_dup_label (brush, building);
  BjtTextPlace     place = { 0, -9 * brush->px, 0, 12.5 * brush->px, 0, BJT_TEXT_BOLD };

  begin_frame (brush, at);
  bjt_building_brush_write (brush, label, &place, brush->look->palette->building_text, TRUE);
  cairo_restore (brush->cr);
}

void
bjt_door_painter_paint (BjtBuildingBrush       *brush,
                        guint32                 building,
                        const BjtBuildingFrame *at)
{
  g_autoptr (GArray) cells = list_cells (brush, bjt_picture_get_building (brush->picture, building)->doors, at);
  double alpha = brush->glyphs.alpha;

  begin_frame (brush, at);
  paint_cells (brush, cells);
  cairo_restore (brush->cr);
  brush->glyphs.alpha = alpha;
  bjt_door_painter_paint_title (brush, building, at);
}
