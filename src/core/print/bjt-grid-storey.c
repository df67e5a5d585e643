/* bjt-grid-storey.c: only plans that somebody drew: the schematic ones say no
 * more than the call-out does. Class, walls, and the gravest category where its
 * glyph can be read; texts stay with the call-outs. The ground of one building is
 * flat, so that one matrix leads from Mercator to the paper. */
#include "bjt-grid-storey.h"

#include "geo/bjt-outline.h"
#include "model/bjt-plans.h"
#include "paint/bjt-plan-pen.h"
#include "paint/bjt-room-painter.h"
#include "plan/bjt-plan-index.h"

#define LEAST 2.0     /* mm: of outlines, and of the chips in them */
#define MOST_CHIP 3.2 /* mm, before k */
#define UNIT 0.1      /* mm, for a screen pixel: walls and hatches are thin */
#define EDGE 0.12     /* mm */
#define STEP 1e-5     /* of the Mercator square: some hundred metres */

guint32
bjt_grid_storey_find_plan (const BjtPicture *picture,
                           guint32           building,
                           int              *level)
{
  g_autoptr (GArray) levels = bjt_plan_index_get_plans (picture, building).n > 0 ? bjt_plan_index_list_levels (picture, building) : NULL;

  for (guint i = levels != NULL ? levels->len : 0; i-- > 0;)
    {
      guint32 plan = bjt_plan_index_find_plan (picture, building, g_array_index (levels, int, i));

      *level = g_array_index (levels, int, i);
      if (plan != BJT_NO_INDEX && bjt_picture_get_plan (picture, plan)->kind == BJT_PLAN_DRAWN && bjt_picture_get_plan (picture, plan)->is_placed)
        return plan;
    }
  return BJT_NO_INDEX;
}

static BjtPlanPen
make_pen (const BjtSheetMap *map,
          const BjtSheetPen *pen,
          const BjtPicture  *picture,
          guint32            building)
{
  BjtPoint   centre = bjt_picture_get_building (picture, building)->centre;
  BjtPoint   p0 = bjt_sheet_map_project_mercator (map, centre);
  BjtPoint   px = bjt_sheet_map_project_mercator (map, (BjtPoint) { centre.x + STEP, centre.y });
  BjtPoint   py = bjt_sheet_map_project_mercator (map, (BjtPoint) { centre.x, centre.y + STEP });
  BjtPlanPen self = { .picture = picture, .palette = pen->palette, .area = map->window, .is_on_map = TRUE,
                      .metre = 1000 / map->denominator, .unit = UNIT * pen->k };

  self.matrix.xx = (px.x - p0.x) / STEP;
  self.matrix.yx = (px.y - p0.y) / STEP;
  self.matrix.xy = (py.x - p0.x) / STEP;
  self.matrix.yy = (py.y - p0.y) / STEP;
  self.matrix.x0 = p0.x - self.matrix.xx * centre.x - self.matrix.xy * centre.y;
  self.matrix.y0 = p0.y - self.matrix.yx * centre.x - self.matrix.yy * centre.y;
  return self;
}

/* The elements that are doors of the level and lie somewhere */
static GArray *
list_doors (const BjtPicture *picture,
            guint32           plan,
            int               level)
{
  BjtRun  elements = bjt_picture_get_plan (picture, plan)->elements;
  GArray *doors = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 e = elements.first; e < elements.first + elements.n; e++)
    if (bjt_picture_get_element (picture, e)->kind == BJT_ELEMENT_DOOR && bjt_picture_get_element (picture, e)->mercator != NULL
        && bjt_plan_index_find_door (picture, e, level) != BJT_NO_INDEX)
      g_array_append_val (doors, e);
  return doors;
}

/* A small store-room keeps no building from being shown. */
static gboolean
is_legible (const BjtPlanPen *pen,
            const GArray     *doors)
{
  guint n_large = 0;

  for (guint i = 0; i < doors->len; i++)
    {
      BjtBox box = bjt_plan_pen_get_box (pen, &bjt_plan_pen_get_shape (pen, g_array_index (doors, guint32, i))->box);

      n_large += MIN (box.x2 - box.x1, box.y2 - box.y1) >= LEAST;
    }
  return n_large > 0 && 2 * n_large >= doors->len;
}

static void
draw_chip (const BjtSheetPen    *pen,
           const BjtPlanPen     *plan,
           const BjtCellPainter *cells,
           guint32               element,
           guint32               door)
{
  const BjtGeometry *shape = bjt_plan_pen_get_shape (plan, element);
  double             radius, size;
  BjtPoint           middle = bjt_outline_find_middle (shape, &radius);
  BjtBox             inner = bjt_outline_find_room (shape, middle, radius), room = bjt_plan_pen_get_box (plan, &inner);
  BjtCellChips       chips;

  size = MIN (MIN (room.x2 - room.x1, room.y2 - room.y1) * 0.8, MOST_CHIP * pen->k);
  bjt_cell_painter_choose_chips (cells, door, 0, 1, &chips);
  if (size < LEAST || chips.n_shown == 0)
    return;
  bjt_glyph_painter_draw_chip (&cells->glyphs, pen->cr, bjt_picture_get_category (cells->picture, chips.shown[0]),
                               (room.x1 + room.x2 - size) / 2, (room.y1 + room.y2 - size) / 2, size);
}

static void
draw_doors (const BjtSheetPen    *pen,
            const BjtPlanPen     *plan,
            const BjtCellPainter *cells,
            const GArray         *doors,
            int                   level)
{
  for (guint i = 0; i < doors->len; i++)
    {
      guint32            element = g_array_index (doors, guint32, i);
      const BjtGeometry *shape = bjt_plan_pen_get_shape (plan, element);
      BjtBox             box = bjt_plan_pen_get_box (plan, &shape->box);

      bjt_plan_pen_trace (plan, pen->cr, shape);
      bjt_room_painter_fill (cells, pen->cr, bjt_cell_painter_get_style (cells, bjt_plan_index_find_door (plan->picture, element, level)), &box, 1);
      bjt_plan_pen_trace (plan, pen->cr, shape);
      bjt_sheet_pen_colour (pen, pen->palette->building_edge);
      cairo_set_line_width (pen->cr, EDGE * pen->k);
      cairo_stroke (pen->cr);
    }
}

gboolean
bjt_grid_storey_draw (const BjtSheetMap *map,
                      const BjtSheetPen *pen,
                      const BjtPicture  *picture,
                      guint32            building)
{
  int                level;
  guint32            found = bjt_grid_storey_find_plan (picture, building, &level);
  g_autoptr (GArray) doors = found != BJT_NO_INDEX ? list_doors (picture, found, level) : NULL;
  BjtPlanPen         plan;
  BjtCellPainter     cells;

  if (doors == NULL)
    return FALSE;
  plan = make_pen (map, pen, picture, building);
  if (!is_legible (&plan, doors))
    return FALSE;
  bjt_cell_painter_init (&cells, picture, pen->text, pen->palette);
  cells.unit = plan.unit;
  cairo_save (pen->cr);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_MITER);
  draw_doors (pen, &plan, &cells, doors, level);
  bjt_plan_pen_draw_lines (&plan, pen->cr, bjt_picture_get_plan (picture, found)->elements);
  for (guint i = 0; i < doors->len; i++)
    draw_chip (pen, &plan, &cells, g_array_index (doors, guint32, i), bjt_plan_index_find_door (picture, g_array_index (doors, guint32, i), level));
  cairo_restore (pen->cr);
  return TRUE;
}
