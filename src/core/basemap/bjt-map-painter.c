/* bjt-map-painter.c: the ground in passes, from the lowest to the highest;
 * names last. Read-only after new(): any thread that holds a reference may
 * paint, each on its own cairo context. */
#include "bjt-map-painter.h"

#include "bjt-map-items.h"
#include "bjt-map-names.h"

#include <math.h>

struct _BjtMapPainter
{
  gatomicrefcount references;

  /* Owned */
  BjtMapItems *items;
};

/* One call of paint(). */
typedef struct
{
  const BjtMapItems *items;
  const BjtMapFrame *frame;
  const BjtMapStyle *style;
  cairo_t           *cr;
  double             zoom;
  double             px_per_metre;
  BjtBox             box; /* of the frame with room for the widest line */
} Brush;

typedef void (*PaintItem) (const Brush *brush, const BjtMapItem *item);

/**
 * bjt_map_painter_new:
 *
 * Projects the features of the picture once; linear to their points.
 */
BjtMapPainter *
bjt_map_painter_new (BjtPicture *picture)
{
  BjtMapPainter *self = g_new0 (BjtMapPainter, 1);

  g_atomic_ref_count_init (&self->references);
  self->items = bjt_map_items_new (picture);
  return self;
}

BjtMapPainter *
bjt_map_painter_ref (BjtMapPainter *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_map_painter_unref (BjtMapPainter *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  bjt_map_items_free (self->items);
  g_free (self);
}

static void
paint_pass (const Brush *brush,
            BjtMapPass   pass,
            PaintItem    paint)
{
  for (guint i = brush->items->first[pass]; i < brush->items->first[pass + 1]; i++)
    {
      const BjtMapItem *item = bjt_map_items_get (brush->items, i);

      if (bjt_box_intersects (&item->box, &brush->box))
        paint (brush, item);
    }
}

static gboolean
is_polygon (const BjtMapItem *item)
{
  return item->feature->shape->kind == BJT_GEOMETRY_POLYGON;
}

static gboolean
is_too_small (const Brush      *brush,
              const BjtMapItem *item)
{
  double limit = 0.7 * brush->frame->px / brush->frame->scale;

  return item->box.x2 - item->box.x1 < limit && item->box.y2 - item->box.y1 < limit;
}

static void
fill_item (const Brush      *brush,
           const BjtMapItem *item,
           guint32           colour)
{
  if (!is_polygon (item) || is_too_small (brush, item))
    return;
  bjt_map_items_trace (item, brush->cr, brush->frame);
  bjt_map_style_set_source (brush->cr, colour, 1);
  cairo_fill (brush->cr);
}

static void
stroke_item (const Brush      *brush,
             const BjtMapItem *item,
             guint32           colour,
             double            width)
{
  bjt_map_items_trace (item, brush->cr, brush->frame);
  bjt_map_style_set_source (brush->cr, colour, 1);
  cairo_set_line_width (brush->cr, width);
  cairo_stroke (brush->cr);
}

static void
paint_area (const Brush      *brush,
            const BjtMapItem *item)
{
  fill_item (brush, item, brush->style->area);
}

static void
paint_green (const Brush      *brush,
             const BjtMapItem *item)
{
  fill_item (brush, item, brush->style->green);
}

static void
paint_water (const Brush      *brush,
             const BjtMapItem *item)
{
  gboolean is_river = g_strcmp0 (item->feature->subkind, "river") == 0;

  if (is_polygon (item))
    fill_item (brush, item, brush->style->water);
  else if (item->feature->shape->kind == BJT_GEOMETRY_LINE)
    stroke_item (brush, item, brush->style->water,
                 fmax ((is_river ? 12 : 3) * brush->px_per_metre, (is_river ? 3 : 1.2) * brush->frame->px));
}

/* Two rails as a broken light line on a dark one. */
static void
paint_railway (const Brush      *brush,
               const BjtMapItem *item)
{
  double width = fmax (2.5 * brush->px_per_metre, 2.4 * brush->frame->px);
  double dash = 8 * brush->frame->px;

  if (item->feature->shape->kind != BJT_GEOMETRY_LINE)
    return;
  stroke_item (brush, item, brush->style->railway, width);
  if (brush->zoom < 15)
    return;
  cairo_set_dash (brush->cr, &dash, 1, 0);
  stroke_item (brush, item, brush->style->ground, width * 0.6);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static double
get_way_width (const Brush      *brush,
               const BjtWayKind *way)
{
  return bjt_way_kind_get_width (way, brush->zoom, brush->px_per_metre, brush->frame->px);
}

static void
paint_footway (const Brush      *brush,
               const BjtMapItem *item)
{
  double dashes[] = { 4 * brush->frame->px, 2.5 * brush->frame->px };

  if (brush->zoom < item->way->zoom)
    return;
  if (is_polygon (item))
    {
      fill_item (brush, item, brush->style->road);
      return;
    }
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (brush->cr, dashes, 2, 0);
  stroke_item (brush, item, brush->style->footway, fmin (get_way_width (brush, item->way), 3 * brush->frame->px));
  cairo_set_dash (brush->cr, NULL, 0, 0);
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_ROUND);
}

static void
paint_road_edge (const Brush      *brush,
                 const BjtMapItem *item)
{
  if (brush->zoom < item->way->zoom || item->feature->shape->kind == BJT_GEOMETRY_POINT)
    return;
  stroke_item (brush, item, brush->style->road_edge,
               (is_polygon (item) ? 0 : get_way_width (brush, item->way)) + 2 * brush->frame->px);
}

static void
paint_road (const Brush      *brush,
            const BjtMapItem *item)
{
  if (brush->zoom < item->way->zoom)
    return;
  if (is_polygon (item))
    fill_item (brush, item, brush->style->road);
  else if (item->feature->shape->kind == BJT_GEOMETRY_LINE)
    stroke_item (brush, item, brush->style->road, get_way_width (brush, item->way));
}

static void
paint_building (const Brush      *brush,
                const BjtMapItem *item)
{
  if (!is_polygon (item) || is_too_small (brush, item) || brush->zoom < 14)
    return;
  bjt_map_items_trace (item, brush->cr, brush->frame);
  bjt_map_style_set_source (brush->cr, brush->style->building, 1);
  cairo_fill_preserve (brush->cr);
  bjt_map_style_set_source (brush->cr, brush->style->building_edge, 1);
  cairo_set_line_width (brush->cr, (brush->zoom < 16 ? 0.5 : 1) * brush->frame->px);
  cairo_stroke (brush->cr);
}

static void
paint_barrier (const Brush      *brush,
               const BjtMapItem *item)
{
  if (brush->zoom < 16 || item->feature->shape->kind == BJT_GEOMETRY_POINT)
    return;
  stroke_item (brush, item, brush->style->barrier, fmax (0.3 * brush->px_per_metre, brush->frame->px));
}

/* A gap in the wall: a light bar with two posts. */
static void
paint_gate (const Brush      *brush,
            const BjtMapItem *item)
{
  BjtPoint p = bjt_map_frame_project (brush->frame, item->points[0]);
  double   r = 3 * brush->frame->px;

  if (brush->zoom < 16.5)
    return;
  cairo_rectangle (brush->cr, p.x - r, p.y - r, 2 * r, 2 * r);
  bjt_map_style_set_source (brush->cr, brush->style->road, 1);
  cairo_fill_preserve (brush->cr);
  bjt_map_style_set_source (brush->cr, brush->style->label, 1);
  cairo_set_line_width (brush->cr, 1.2 * brush->frame->px);
  cairo_stroke (brush->cr);
}

static void
init_brush (Brush             *brush,
            BjtMapPainter     *self,
            cairo_t           *cr,
            const BjtMapFrame *frame,
            const BjtMapStyle *style)
{
  double room;

  *brush = (Brush) { .items = self->items, .frame = frame, .style = style, .cr = cr };
  brush->zoom = bjt_map_frame_get_zoom (frame);
  brush->px_per_metre = bjt_map_items_get_px_per_metre (self->items, frame);
  room = (14 * brush->px_per_metre + 6 * frame->px) / frame->scale;
  brush->box = (BjtBox) { frame->box.x1 - room, frame->box.y1 - room, frame->box.x2 + room, frame->box.y2 + room };
}

/**
 * bjt_map_painter_paint:
 * @frame: what to paint and where; painting is not clipped to it
 *
 * Everything but the names.
 */
void
bjt_map_painter_paint (BjtMapPainter     *self,
                       cairo_t           *cr,
                       const BjtMapFrame *frame,
                       const BjtMapStyle *style)
{
  Brush brush;

  init_brush (&brush, self, cr, frame, style);
  cairo_save (cr);
  if (style->fills_ground)
    {
      bjt_map_style_set_source (cr, style->ground, 1);
      cairo_paint (cr);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  paint_pass (&brush, BJT_MAP_PASS_AREA, paint_area);
  paint_pass (&brush, BJT_MAP_PASS_GREEN, paint_green);
  paint_pass (&brush, BJT_MAP_PASS_WATER, paint_water);
  paint_pass (&brush, BJT_MAP_PASS_RAILWAY, paint_railway);
  paint_pass (&brush, BJT_MAP_PASS_FOOTWAY, paint_footway);
  paint_pass (&brush, BJT_MAP_PASS_ROAD, paint_road_edge);
  paint_pass (&brush, BJT_MAP_PASS_ROAD, paint_road);
  paint_pass (&brush, BJT_MAP_PASS_BUILDING, paint_building);
  paint_pass (&brush, BJT_MAP_PASS_BARRIER, paint_barrier);
  paint_pass (&brush, BJT_MAP_PASS_GATE, paint_gate);
  cairo_restore (cr);
}

/**
 * bjt_map_painter_paint_names:
 *
 * The names of compounds, water, green, roads and places. Apart, because on
 * paper they come after the buildings.
 *
 * Returns: how many names found no room
 */
guint
bjt_map_painter_paint_names (BjtMapPainter     *self,
                             cairo_t           *cr,
                             const BjtMapFrame *frame,
                             const BjtMapStyle *style)
{
  guint dropped;

  cairo_save (cr);
  dropped = bjt_map_names_paint (self->items, cr, frame, style);
  cairo_restore (cr);
  return dropped;
}
