/* bjt-storey-painter.c: a plan where it lies on the ground: its doors filled and
 * marked as the cells are, its walls and stairs, under them its drawing. Levels
 * below and above are not seen. By night a drawing made for paper lies on a light
 * sheet, and the plan on it is painted as by day. */
#include "bjt-building-brush.h"
#include "bjt-storey-drawing.h"

#include <math.h>

#include "geo/bjt-outline.h"
#include "model/bjt-plans.h"
#include "paint/bjt-plan-pen.h"
#include "paint/bjt-room-painter.h"
#include "plan/bjt-plan-index.h"

#define EARTH 40075016.68557849 /* metres around the equator */
#define OVER_INK 0.55           /* how much of a fill stays over a drawing */
#define DRAWING 0.7             /* how much of a drawing */
#define SHEET 0.94              /* of the light ground it lies on by night */

/* An outline that is seen */
typedef struct
{
  guint32            door; /* BJT_NO_INDEX: nobody's */
  const BjtGeometry *shape;
} Room;

static BjtPlanPen
make_pen (const BjtBuildingBrush *brush,
          guint32                 building)
{
  const BjtMapFrame *frame = brush->frame;
  BjtPoint           low = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x1, frame->box.y1 });
  BjtPoint           high = bjt_map_frame_project (frame, (BjtPoint) { frame->box.x2, frame->box.y2 });
  double             y = bjt_picture_get_building (brush->picture, building)->centre.y;
  BjtPlanPen         pen = {
    .picture = brush->picture,
    .palette = brush->look->palette,
    .area = { low.x, low.y, high.x, high.y },
    .is_on_map = TRUE,
    .metre = frame->scale * cosh (G_PI * (1 - 2 * y)) / EARTH,
    .unit = brush->px,
  };

  cairo_matrix_init (&pen.matrix, frame->scale, 0, 0, frame->scale, frame->x, frame->y);
  return pen;
}

static GArray *
list_rooms (const BjtBuildingBrush *brush,
            const BjtPlanPen       *pen,
            BjtRun                  elements)
{
  GArray *rooms = g_array_sized_new (FALSE, FALSE, sizeof (Room), elements.n);

  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    {
      Room room;

      if (bjt_picture_get_element (brush->picture, e)->kind != BJT_ELEMENT_DOOR || !bjt_plan_pen_is_seen (pen, e))
        continue;
      room = (Room) { bjt_plan_index_find_door (brush->picture, e, brush->look->level), bjt_plan_pen_get_shape (pen, e) };
      g_array_append_val (rooms, room);
    }
  return rooms;
}

static double
get_alpha (const BjtBuildingBrush *brush,
           guint32                 door)
{
  return door == BJT_NO_INDEX || bjt_filter_matches (brush->filter, brush->picture, door) ? 1 : BJT_FADED;
}

static void
fill_room (const BjtBuildingBrush *brush,
           const BjtPlanPen       *pen,
           const BjtCellPainter   *cells,
           const Room             *room,
           gboolean                is_over_drawing)
{
  BjtBox        box = bjt_plan_pen_get_box (pen, &room->shape->box);
  BjtClassStyle fill = { brush->look->palette->building, 0, BJT_HATCH_NONE };

  if (room->door != BJT_NO_INDEX && !brush->look->curtain)
    bjt_door_style_get_fill (brush->look->style, bjt_door_style_get_code (brush->look->style, brush->order, brush->picture, room->door),
                             brush->look->palette, brush->picture, &fill);
  bjt_plan_pen_trace (pen, brush->cr, room->shape);
  bjt_room_painter_fill (cells, brush->cr, &fill, &box, is_over_drawing ? OVER_INK : 1);
  bjt_plan_pen_trace (pen, brush->cr, room->shape);
  bjt_palette_set_source (brush->cr, brush->look->palette->building_edge, cells->glyphs.alpha);
  cairo_set_line_width (brush->cr, 0.8 * brush->px);
  cairo_stroke (brush->cr);
}

static void
write_room (const BjtBuildingBrush *brush,
            const BjtPlanPen       *pen,
            const BjtCellPainter   *cells,
            const Room             *room)
{
  BjtRoomShow show = BJT_ROOM_SHOW_LABEL;
  double      radius;
  BjtPoint    middle = bjt_outline_find_middle (room->shape, &radius);
  BjtBox      inner = bjt_outline_find_room (room->shape, middle, radius), box = bjt_plan_pen_get_box (pen, &inner);

  if (!brush->look->curtain)
    {
      bjt_plan_pen_trace (pen, brush->cr, room->shape);
      bjt_room_painter_frame (cells, brush->cr, bjt_picture_get_door_state (brush->picture, room->door)->attention);
      show |= BJT_ROOM_SHOW_FACTS | (brush->look->shows_names ? BJT_ROOM_SHOW_NAME : 0) | (brush->look->unmasks_names ? BJT_ROOM_SHOW_UNMASKED_NAME : 0);
    }
  bjt_room_painter_write (cells, brush->cr, room->door, &box, show);
}

static void
paint_storey (const BjtBuildingBrush *brush,
              guint32                 building,
              BjtRun                  elements,
              gboolean                is_over_drawing)
{
  BjtPlanPen     pen = make_pen (brush, building);
  BjtCellPainter cells;
  g_autoptr (GArray) rooms = list_rooms (brush, &pen, elements);

  bjt_cell_painter_init (&cells, brush->picture, brush->glyphs.text, brush->look->palette);
  cells.unit = brush->px;
  cells.is_over_ink = is_over_drawing || brush->look->style != BJT_DOOR_STYLE_CLASS;
  bjt_plan_pen_draw_areas (&pen, brush->cr, elements);
  for (guint i = 0; i < rooms->len; i++)
    {
      cells.glyphs.alpha = get_alpha (brush, g_array_index (rooms, Room, i).door);
      fill_room (brush, &pen, &cells, &g_array_index (rooms, Room, i), is_over_drawing);
    }
  bjt_plan_pen_draw_lines (&pen, brush->cr, elements);
  for (guint i = 0; i < rooms->len; i++)
    {
      cells.glyphs.alpha = get_alpha (brush, g_array_index (rooms, Room, i).door);
      if (g_array_index (rooms, Room, i).door != BJT_NO_INDEX)
        write_room (brush, &pen, &cells, &g_array_index (rooms, Room, i));
    }
}

static void
paint_drawing (const BjtBuildingBrush *brush,
               BjtStoreyDrawing       *drawing,
               gboolean                wants_sheet)
{
  if (wants_sheet)
    {
      cairo_new_path (brush->cr);
      bjt_storey_drawing_trace (drawing, brush->cr, brush->frame);
      bjt_palette_set_source (brush->cr, brush->look->palette->paper, SHEET);
      cairo_fill (brush->cr);
    }
  bjt_storey_drawing_paint (drawing, brush->cr, brush->frame, DRAWING);
}

void
bjt_storey_painter_paint (BjtBuildingBrush *brush,
                          guint32           building,
                          guint32           plan)
{
  const BjtPicturePlan *record = bjt_picture_get_plan (brush->picture, plan);
  BjtStoreyDrawing     *drawing = brush->look->drawings != NULL ? g_hash_table_lookup (brush->look->drawings, &record->id) : NULL;
  BjtBuildingBrush      own = *brush;
  BjtBuildingLook       look = *brush->look;
  gboolean              is_night = look.palette->kind == BJT_PALETTE_DARK;

  if (drawing == NULL || !bjt_storey_drawing_is_seen (drawing, brush->frame))
    {
      paint_storey (brush, building, record->elements, FALSE);
      return;
    }
  look.palette = is_night ? bjt_palette_get (BJT_PALETTE_LIGHT) : look.palette;
  own.look = &look;
  own.glyphs.palette = look.palette;
  paint_drawing (&own, drawing, is_night);
  paint_storey (&own, building, record->elements, TRUE);
}
