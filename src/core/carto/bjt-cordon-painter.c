/* bjt-cordon-painter.c: entrances that are cordoned off (A29): barred tape around
 * their part of the building, and the sign that nobody enters. */
#include "bjt-building-brush.h"

#include <math.h>

/* Along the building: the columns of the entrance, all of its depth. */
static BjtBox
get_part (const BjtBuildingBrush   *brush,
          const BjtBuildingFrame   *at,
          const BjtPictureEntrance *entrance)
{
  const BjtPictureBuilding *building = bjt_picture_get_building (brush->picture, entrance->building);
  double                    from = entrance->first_stack, n = MAX (entrance->n_stacks, 1u);

  if (building->doors_reversed)
    from = MAX (building->n_stacks, 1u) - from - n;
  return (BjtBox) { from * at->cell_width, 0, (from + n) * at->cell_width, at->height };
}

static void
paint_tape (const BjtBuildingBrush *brush,
            const BjtBox           *part)
{
  const double dashes[] = { 5 * brush->px, 5 * brush->px };

  cairo_rectangle (brush->cr, part->x1, part->y1, part->x2 - part->x1, part->y2 - part->y1);
  cairo_set_line_width (brush->cr, 3 * brush->px);
  bjt_palette_set_source (brush->cr, brush->look->palette->paper, 1);
  cairo_stroke_preserve (brush->cr);
  cairo_set_dash (brush->cr, dashes, G_N_ELEMENTS (dashes), 0);
  bjt_palette_set_source (brush->cr, brush->look->palette->alert, 1);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

/* A disc with a level bar */
static void
paint_sign (const BjtBuildingBrush *brush,
            double                  x,
            double                  y)
{
  double px = brush->px, radius = 7 * px;

  bjt_building_brush_dot (brush, x, y, radius + 1.5 * px, brush->look->palette->paper);
  bjt_building_brush_dot (brush, x, y, radius, brush->look->palette->alert);
  cairo_rectangle (brush->cr, x - radius * 0.62, y - 1.4 * px, radius * 1.24, 2.8 * px);
  bjt_palette_set_source (brush->cr, bjt_palette_get_ink (brush->look->palette->alert), 1);
  cairo_fill (brush->cr);
}

void
bjt_cordon_painter_paint (BjtBuildingBrush *brush)
{
  for (guint32 e = 0; e < brush->picture->entrances->len && !brush->look->curtain; e++)
    {
      const BjtPictureEntrance *entrance = bjt_picture_get_entrance (brush->picture, e);
      BjtBuildingFrame          at;
      BjtBox                    part;

      if (entrance->cordon == NULL || !bjt_building_brush_sees (brush, entrance->building))
        continue;
      bjt_building_frame_init (&at, bjt_picture_get_building (brush->picture, entrance->building), brush->frame);
      part = get_part (brush, &at, entrance);
      brush->glyphs.alpha = 1;
      cairo_save (brush->cr);
      cairo_translate (brush->cr, at.origin.x, at.origin.y);
      cairo_rotate (brush->cr, at.angle);
      paint_tape (brush, &part);
      cairo_translate (brush->cr, part.x1, part.y1);
      cairo_rotate (brush->cr, -at.angle);
      paint_sign (brush, 0, 0);
      cairo_restore (brush->cr);
    }
}
