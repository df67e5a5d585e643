/* bjt-snap-cue.c: the kind is told by the shape of the mark, not by its colour. */
#include "bjt-snap-cue.h"

#include "paint/bjt-palette.h"

#define COLOUR 0xC64600 /* unlike the blue of what is drawn and the red of trouble */
#define HALF 5.5        /* px */

static void
add_polygon (cairo_t        *cr,
             BjtPoint        at,
             const BjtPoint *corners,
             guint           n_corners)
{
  for (guint i = 0; i < n_corners; i++)
    cairo_line_to (cr, at.x + corners[i].x * HALF, at.y + corners[i].y * HALF);
  cairo_close_path (cr);
}

static void
add_strokes (cairo_t        *cr,
             BjtPoint        at,
             const BjtPoint *ends,
             guint           n_ends)
{
  for (guint i = 0; i + 1 < n_ends; i += 2)
    {
      cairo_move_to (cr, at.x + ends[i].x * HALF, at.y + ends[i].y * HALF);
      cairo_line_to (cr, at.x + ends[i + 1].x * HALF, at.y + ends[i + 1].y * HALF);
    }
}

static void
add_mark (cairo_t         *cr,
          BjtPlanSnapKind  kind,
          BjtPoint         at)
{
  static const BjtPoint square[] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };
  static const BjtPoint triangle[] = { { 0, -1.1 }, { 1.1, 0.9 }, { -1.1, 0.9 } };
  static const BjtPoint diamond[] = { { 0, -1.3 }, { 1.3, 0 }, { 0, 1.3 }, { -1.3, 0 } };
  static const BjtPoint cross[] = { { -1, -1 }, { 1, 1 }, { 1, -1 }, { -1, 1 } };
  static const BjtPoint plus[] = { { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };
  static const BjtPoint corner[] = { { -1.2, -1.4 }, { -1.2, 1.2 }, { -1.2, 1.2 }, { 1.4, 1.2 }, { -1.2, 0 }, { 0, 0 }, { 0, 0 }, { 0, 1.2 } };
  static const BjtPoint rails[] = { { -1.2, 1.2 }, { 0.2, -1.2 }, { -0.2, 1.2 }, { 1.2, -1.2 } };

  cairo_new_path (cr);
  switch (kind)
    {
    case BJT_PLAN_SNAP_VERTEX:
      add_polygon (cr, at, square, G_N_ELEMENTS (square));
      break;
    case BJT_PLAN_SNAP_MIDDLE:
      add_polygon (cr, at, triangle, G_N_ELEMENTS (triangle));
      break;
    case BJT_PLAN_SNAP_EDGE:
      add_polygon (cr, at, diamond, G_N_ELEMENTS (diamond));
      break;
    case BJT_PLAN_SNAP_CROSSING:
      add_strokes (cr, at, cross, G_N_ELEMENTS (cross));
      break;
    case BJT_PLAN_SNAP_RIGHT:
      add_strokes (cr, at, corner, G_N_ELEMENTS (corner));
      break;
    case BJT_PLAN_SNAP_PARALLEL:
      add_strokes (cr, at, rails, G_N_ELEMENTS (rails));
      break;
    case BJT_PLAN_SNAP_GRID:
      add_strokes (cr, at, plus, G_N_ELEMENTS (plus));
      break;
    case BJT_PLAN_SNAP_NONE:
    default:
      break;
    }
}

static void
stroke (cairo_t *cr,
        double   width)
{
  bjt_palette_set_source (cr, 0xFFFFFF, 0.9);
  cairo_set_line_width (cr, width + 2);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, COLOUR, 1);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
draw_guide (const BjtPlanSnapHit *hit,
            cairo_t              *cr,
            const BjtPlanFrame   *frame)
{
  BjtPoint from = bjt_plan_frame_to_view (frame, hit->from), to = bjt_plan_frame_to_view (frame, hit->to);

  if (from.x == to.x && from.y == to.y)
    return;
  cairo_new_path (cr);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_set_dash (cr, (const double[]) { 4, 3 }, 2, 0);
  stroke (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
bjt_snap_cue_draw (const BjtPlanSnapHit *hit,
                   cairo_t              *cr,
                   const BjtPlanFrame   *frame)
{
  if (hit->kind == BJT_PLAN_SNAP_NONE)
    return;
  draw_guide (hit, cr, frame);
  add_mark (cr, hit->kind, bjt_plan_frame_to_view (frame, hit->at));
  stroke (cr, 1.6);
}
