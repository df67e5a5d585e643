/* bjt-grid-painter.c: outlines and names of the grids.
 *
 * Dashes are laid by arithmetic, within the frame only: an edge may be a
 * thousand times as long as what is seen of it. They are drawn some at a time:
 * one by one costs half as much again, all at once several times as much. */
#include "bjt-building-brush.h"

#include "geo/bjt-mercator.h"

#include <math.h>
#include <string.h>

#define DASH 7.0 /* px */
#define GAP 4.0
#define DASHES_AT_ONCE 32

typedef struct
{
  BjtPoint from, to; /* Mercator, from west to east */
} Edge;

/* Of the bits: all coordinates are between 0 and 1. */
static guint
edge_hash (gconstpointer data)
{
  guint64 words[4], hash = 0;

  memcpy (words, data, sizeof words);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint) (hash >> 32);
}

static gboolean
edge_equal (gconstpointer a,
            gconstpointer b)
{
  return memcmp (a, b, sizeof (Edge)) == 0;
}

/* The part of the line a + t (b - a) within the box; FALSE: none */
static gboolean
clip (const BjtBox *box,
      BjtPoint      a,
      BjtPoint      b,
      double       *from,
      double       *to)
{
  const double steps[] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  const double rooms[] = { a.x - box->x1, box->x2 - a.x, a.y - box->y1, box->y2 - a.y };

  *from = 0;
  *to = 1;
  for (guint i = 0; i < 4; i++)
    {
      if (steps[i] < 0)
        *from = fmax (*from, rooms[i] / steps[i]);
      else if (steps[i] > 0)
        *to = fmin (*to, rooms[i] / steps[i]);
      else if (rooms[i] < 0)
        return FALSE;
    }
  return *from < *to;
}

/* Neighbours share an edge, or parts of it: it is dashed from the same place in
 * the world for both, whichever way it runs, so that their dashes fall on each
 * other. */
static void
stroke_edge (const BjtBuildingBrush *brush,
            const Edge             *edge)
{
  guint    n = 0;
  double   px = brush->px, period = (DASH + GAP) * px, room = 4 * px, from, to, length, phase;
  BjtPoint a = bjt_map_frame_project (brush->frame, edge->from), b = bjt_map_frame_project (brush->frame, edge->to), step;
  BjtPoint low = bjt_map_frame_project (brush->frame, (BjtPoint) { brush->frame->box.x1, brush->frame->box.y1 });
  BjtPoint high = bjt_map_frame_project (brush->frame, (BjtPoint) { brush->frame->box.x2, brush->frame->box.y2 });
  BjtBox   box = { low.x - room, low.y - room, high.x + room, high.y + room };

  length = hypot (b.x - a.x, b.y - a.y);
  if (length <= 0 || !clip (&box, a, b, &from, &to))
    return;
  step = (BjtPoint) { (b.x - a.x) / length, (b.y - a.y) / length };
  phase = fmod ((edge->from.x * step.x + edge->from.y * step.y) * brush->frame->scale, period);
  for (double at = floor ((from * length + phase) / period) * period - phase; at < to * length; at += period)
    {
      double first = fmax (at, from * length), last = fmin (at + DASH * px, to * length);

      if (first >= last)
        continue;
      cairo_move_to (brush->cr, a.x + first * step.x, a.y + first * step.y);
      cairo_line_to (brush->cr, a.x + last * step.x, a.y + last * step.y);
      if (++n % DASHES_AT_ONCE == 0)
        cairo_stroke (brush->cr);
    }
  cairo_stroke (brush->cr);
}

static gboolean
is_faded (const BjtBuildingBrush *brush,
          guint32                 grid)
{
  return brush->filter->grid != BJT_NO_INDEX && brush->filter->grid != grid;
}

static gboolean
has_outline (const BjtPictureGrid *grid)
{
  return grid->boundary != NULL && grid->boundary->kind == BJT_GEOMETRY_POLYGON;
}

/* @drawn: what was drawn before */
static void
stroke_grid (const BjtBuildingBrush *brush,
            const BjtGeometry      *shape,
            GHashTable             *drawn)
{
  for (guint p = 0; p < shape->n_parts; p++)
    for (guint i = 0; i < shape->parts[p].n_points; i++)
      {
        const BjtPoint *ring = shape->points + shape->parts[p].first;
        BjtPoint        a = bjt_mercator_project (ring[i]), b = bjt_mercator_project (ring[(i + 1) % shape->parts[p].n_points]);
        gboolean        turned = a.x > b.x || (a.x >= b.x && a.y > b.y);
        Edge            edge = { turned ? b : a, turned ? a : b };

        if (g_hash_table_add (drawn, g_memdup2 (&edge, sizeof edge)))
          stroke_edge (brush, &edge);
      }
}

void
bjt_grid_painter_paint_outlines (BjtBuildingBrush *brush)
{
  g_autoptr (GHashTable) drawn = g_hash_table_new_full (edge_hash, edge_equal, g_free, NULL);
  double alpha = brush->zoom < 15 ? 0.3 : brush->zoom < BJT_MIDDLE_ZOOM ? 0.55 : 0.8;

  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_width (brush->cr, (brush->zoom < BJT_MIDDLE_ZOOM ? 1.2 : 2) * brush->px);
  for (int faded = FALSE; faded <= TRUE; faded++)
    {
      bjt_palette_set_source (brush->cr, brush->look->palette->grid_outline, alpha * (faded ? BJT_FADED : 1));
      for (guint32 g = 0; g < brush->picture->grids->len; g++)
        if (has_outline (bjt_picture_get_grid (brush->picture, g)) && is_faded (brush, g) == faded)
          stroke_grid (brush, bjt_picture_get_grid (brush->picture, g)->boundary, drawn);
    }
  cairo_set_antialias (brush->cr, CAIRO_ANTIALIAS_DEFAULT);
}

/* The northern end of the boundary near its western corner: its middle is where
 * compounds have their names. */
static BjtPoint
find_top (const BjtGeometry *shape)
{
  BjtPoint top = { shape->box.x1 + 0.18 * (shape->box.x2 - shape->box.x1), shape->box.y1 };

  for (guint p = 0; p < shape->n_parts; p++)
    for (guint i = 0; i < shape->parts[p].n_points; i++)
      {
        const BjtPoint *ring = shape->points + shape->parts[p].first;
        BjtPoint        a = ring[i], b = ring[(i + 1) % shape->parts[p].n_points];

        if ((a.x <= top.x) != (b.x <= top.x))
          top.y = fmax (top.y, a.y + (top.x - a.x) / (b.x - a.x) * (b.y - a.y));
      }
  return top;
}

/* On the outline, which it interrupts. */
static void
paint_name (BjtBuildingBrush     *brush,
            const BjtPictureGrid *grid)
{
  BjtPoint     top = bjt_map_frame_project (brush->frame, bjt_mercator_project (find_top (grid->boundary)));
  BjtTextPlace place = { top.x, top.y, 0.5, 13 * brush->px, 0, BJT_TEXT_BOLD };
  double       width;
  BjtBox       box;

  if (grid->name == NULL)
    return;
  width = bjt_text_painter_get_width (brush->glyphs.text, grid->name, place.size, BJT_TEXT_BOLD);
  box = (BjtBox) { place.x - width / 2 - 4 * brush->px, place.y - place.size * 0.75, place.x + width / 2 + 4 * brush->px, place.y + place.size * 0.75 };
  if (!bjt_building_brush_take (brush, &box))
    return;
  bjt_glyph_painter_round_box (brush->cr, &box, 4 * brush->px);
  bjt_palette_set_source (brush->cr, brush->look->palette->paper, 0.9 * brush->glyphs.alpha);
  cairo_fill (brush->cr);
  bjt_building_brush_write (brush, grid->name, &place, brush->look->palette->grid_outline, FALSE);
}

void
bjt_grid_painter_paint_names (BjtBuildingBrush *brush)
{
  for (guint32 g = 0; g < brush->picture->grids->len; g++)
    {
      brush->glyphs.alpha = is_faded (brush, g) ? BJT_FADED : 1;
      if (has_outline (bjt_picture_get_grid (brush->picture, g)))
        paint_name (brush, bjt_picture_get_grid (brush->picture, g));
    }
  brush->glyphs.alpha = 1;
}
