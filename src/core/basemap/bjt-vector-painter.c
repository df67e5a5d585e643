/* bjt-vector-painter.c: each tile in passes, from the lowest to the highest,
 * clipped to its own ground, so that what reaches beyond it is not painted
 * twice. */
#include "bjt-vector-painter.h"

#include "bjt-vector-pen.h"
#include "geo/bjt-mercator.h"

#include <math.h>

#define WIDEST_METRES 15.0
#define OVERLAP 0.3 /* px that tiles overlap on a page drawn at any size */

/* One tile of one painting. */
typedef struct
{
  cairo_t           *cr;
  const BjtMapStyle *style;
  BjtVectorPen       pen;
  double             zoom;
  double             px;
  double             px_per_metre;
} Brush;

typedef void (*PaintItem) (const Brush *self, const BjtVectorItem *item);

static gboolean
is_kind (const Brush         *self,
         const BjtVectorItem *item,
         BjtVectorKind        kind)
{
  return self->pen.tile->features[item->feature].kind == kind;
}

static void
fill (const Brush         *self,
      const BjtVectorItem *item,
      guint32              colour)
{
  if (!is_kind (self, item, BJT_VECTOR_POLYGON))
    return;
  bjt_vector_pen_trace (&self->pen, self->cr, item, TRUE);
  bjt_map_style_set_source (self->cr, colour, 1);
  cairo_fill (self->cr);
}

static void
stroke (const Brush         *self,
        const BjtVectorItem *item,
        guint32              colour,
        double               width)
{
  if (!is_kind (self, item, BJT_VECTOR_LINE))
    return;
  bjt_vector_pen_trace (&self->pen, self->cr, item, FALSE);
  bjt_map_style_set_source (self->cr, colour, 1);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

static void
stroke_dashed (const Brush         *self,
               const BjtVectorItem *item,
               guint32              colour,
               double               width,
               const double         dashes[2])
{
  const double scaled[] = { dashes[0] * self->px, dashes[1] * self->px };

  bjt_vector_pen_trace (&self->pen, self->cr, item, TRUE);
  bjt_map_style_set_source (self->cr, colour, 1);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (self->cr, width);
  cairo_set_dash (self->cr, scaled, 2, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
}

static void
paint_area (const Brush         *self,
            const BjtVectorItem *item)
{
  fill (self, item, self->style->area);
}

static void
paint_green (const Brush         *self,
             const BjtVectorItem *item)
{
  fill (self, item, self->style->green);
}

static void
paint_water (const Brush         *self,
             const BjtVectorItem *item)
{
  fill (self, item, self->style->water);
}

static void
paint_waterway (const Brush         *self,
                const BjtVectorItem *item)
{
  gboolean is_river = item->rule->way != NULL;

  stroke (self, item, self->style->water, fmax ((is_river ? 8 : 3) * self->px_per_metre, (is_river ? 2.4 : 1.2) * self->px * fmin (1, exp2 ((self->zoom - 14) * 0.4))));
}

/* Two rails as a broken light line on a dark one. */
static void
paint_railway (const Brush         *self,
               const BjtVectorItem *item)
{
  static const double dashes[] = { 8, 8 };
  double              width = fmax (2.5 * self->px_per_metre, (self->zoom < 14 ? 1.2 : 2.4) * self->px);

  if (!is_kind (self, item, BJT_VECTOR_LINE))
    return;
  stroke (self, item, self->style->railway, width);
  if (self->zoom >= 15)
    stroke_dashed (self, item, self->style->ground, width * 0.6, dashes);
}

static void
paint_footway (const Brush         *self,
               const BjtVectorItem *item)
{
  static const double dashes[] = { 4, 2.5 };

  if (is_kind (self, item, BJT_VECTOR_LINE))
    stroke_dashed (self, item, self->style->footway,
                   fmin (bjt_way_kind_get_width (&BJT_WAY_KIND_FOOTWAY, self->zoom, self->px_per_metre, self->px), 3 * self->px), dashes);
}

static double
get_road_width (const Brush         *self,
                const BjtVectorItem *item)
{
  return bjt_way_kind_get_width (item->way, self->zoom, self->px_per_metre, self->px);
}

static void
paint_road_edge (const Brush         *self,
                 const BjtVectorItem *item)
{
  if (self->zoom >= item->way->zoom)
    stroke (self, item, self->style->road_edge, get_road_width (self, item) + (self->zoom < 13 ? 1.2 : 2) * self->px);
}

static void
paint_road (const Brush         *self,
            const BjtVectorItem *item)
{
  if (self->zoom >= item->way->zoom)
    stroke (self, item, self->style->road, get_road_width (self, item));
}

static void
paint_building (const Brush         *self,
                const BjtVectorItem *item)
{
  fill (self, item, self->style->building);
  if (self->zoom < 15.5 || !is_kind (self, item, BJT_VECTOR_POLYGON))
    return;
  bjt_vector_pen_trace (&self->pen, self->cr, item, TRUE);
  bjt_map_style_set_source (self->cr, self->style->building_edge, 1);
  cairo_set_line_width (self->cr, (self->zoom < 16.5 ? 0.5 : 1) * self->px);
  cairo_stroke (self->cr);
}

static void
paint_boundary (const Brush         *self,
                const BjtVectorItem *item)
{
  static const double dashes[] = { 7, 3.5 };

  stroke_dashed (self, item, self->style->boundary, (item->rule->from_zoom > 0 ? 1 : 1.4) * self->px, dashes);
}

/* What nobody has told us about: thin, so that something is seen. */
static void
paint_neutral (const Brush         *self,
               const BjtVectorItem *item)
{
  bjt_vector_pen_trace (&self->pen, self->cr, item, TRUE);
  if (is_kind (self, item, BJT_VECTOR_POLYGON))
    {
      bjt_map_style_set_source (self->cr, self->style->area, 0.6);
      cairo_fill_preserve (self->cr);
    }
  if (is_kind (self, item, BJT_VECTOR_POINT))
    {
      const BjtVectorFeature *feature = &self->pen.tile->features[item->feature];

      cairo_new_path (self->cr);
      for (guint32 p = feature->first_part; p < feature->first_part + feature->n_parts; p++)
        for (guint32 i = 0; i < self->pen.tile->parts[p].n_points; i++)
          {
            const BjtVectorPoint *point = &self->pen.tile->points[self->pen.tile->parts[p].first + i];
            BjtPoint              at = bjt_vector_pen_project (&self->pen, point->x / (double) item->layer->extent, point->y / (double) item->layer->extent);

            cairo_new_sub_path (self->cr);
            cairo_arc (self->cr, at.x, at.y, 2 * self->px, 0, 2 * G_PI);
          }
      bjt_map_style_set_source (self->cr, self->style->label, 0.8);
      cairo_fill (self->cr);
      return;
    }
  bjt_map_style_set_source (self->cr, self->style->railway, 1);
  cairo_set_line_width (self->cr, self->px);
  cairo_stroke (self->cr);
}

/* Roads are painted twice: first the edges of all, then what lies between. */
static const PaintItem painters[BJT_N_VECTOR_PASSES][2] = {
  [BJT_VECTOR_PASS_AREA] = { paint_area },
  [BJT_VECTOR_PASS_GREEN] = { paint_green },
  [BJT_VECTOR_PASS_WATER] = { paint_water },
  [BJT_VECTOR_PASS_WATERWAY] = { paint_waterway },
  [BJT_VECTOR_PASS_RAILWAY] = { paint_railway },
  [BJT_VECTOR_PASS_FOOTWAY] = { paint_footway },
  [BJT_VECTOR_PASS_ROAD] = { paint_road_edge, paint_road },
  [BJT_VECTOR_PASS_BUILDING] = { paint_building },
  [BJT_VECTOR_PASS_BOUNDARY] = { paint_boundary },
  [BJT_VECTOR_PASS_NEUTRAL] = { paint_neutral },
};

static gboolean
is_too_small (const Brush         *self,
              const BjtVectorItem *item)
{
  double limit = 0.7 * self->px * item->layer->extent / hypot (self->pen.matrix.xx, self->pen.matrix.yx);

  return !is_kind (self, item, BJT_VECTOR_POINT) && item->x2 - item->x1 < limit && item->y2 - item->y1 < limit;
}

static void
paint_items (const Brush  *self,
             const GArray *items,
             guint         first,
             guint         end,
             PaintItem     paint)
{
  for (guint i = first; i < end; i++)
    {
      const BjtVectorItem *item = &g_array_index (items, BjtVectorItem, i);

      if (self->zoom >= item->rule->from_zoom && bjt_vector_pen_sees (&self->pen, item) && !is_too_small (self, item))
        paint (self, item);
    }
}

static void
paint_scene (const Brush          *self,
             const BjtVectorScene *scene)
{
  guint first = 0;

  while (first < scene->items->len)
    {
      BjtVectorPass pass = g_array_index (scene->items, BjtVectorItem, first).rule->pass;
      guint         end = first;

      while (end < scene->items->len && g_array_index (scene->items, BjtVectorItem, end).rule->pass == pass)
        end++;
      for (guint turn = 0; turn < 2 && painters[pass][turn] != NULL; turn++)
        paint_items (self, scene->items, first, end, painters[pass][turn]);
      first = end;
    }
}

/* Dots belong to one tile each; a page has no dots, there tiles overlap. */
static void
clip (cairo_t            *cr,
      const BjtTileGrid  *grid,
      const BjtTilePiece *piece)
{
  gboolean     has_dots = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE;
  double       overlap = has_dots ? 0 : OVERLAP * grid->frame->px;
  BjtTilePlace place;

  bjt_tile_grid_place (grid, &piece->area, &place);
  for (guint c = 0; c < 4; c++)
    {
      place.corners[c].x += c % 2 == 0 ? -overlap : overlap;
      place.corners[c].y += c < 2 ? -overlap : overlap;
    }
  bjt_tile_place_trace (&place, cr);
  cairo_set_antialias (cr, has_dots ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
  cairo_clip (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
}

/**
 * bjt_vector_painter_paint:
 * @pieces: their contents have scenes
 */
void
bjt_vector_painter_paint (cairo_t            *cr,
                          const BjtTileGrid  *grid,
                          const BjtTilePiece *pieces,
                          guint               n_pieces,
                          const BjtMapStyle  *style)
{
  const BjtMapFrame *frame = grid->frame;
  double             latitude = bjt_mercator_to_latitude ((frame->box.y1 + frame->box.y2) / 2);
  Brush              brush = {
    .cr = cr, .style = style, .zoom = bjt_map_frame_get_zoom (frame), .px = frame->px,
    .px_per_metre = frame->scale / bjt_mercator_get_metres_per_unit (latitude),
  };

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < n_pieces; i++)
    {
      bjt_vector_pen_init (&brush.pen, grid, &pieces[i], WIDEST_METRES * brush.px_per_metre + 6 * frame->px);
      cairo_save (cr);
      clip (cr, grid, &pieces[i]);
      paint_scene (&brush, pieces[i].content->scene);
      cairo_restore (cr);
    }
}
