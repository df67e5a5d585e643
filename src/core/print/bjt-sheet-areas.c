/* bjt-sheet-areas.c: marks stand in the middle of what they are about. */
#include "bjt-sheet-areas.h"

#include <string.h>

#define LABEL 3.0

/* Apart for those who see few colours too (Okabe and Ito), the lightest for paper. */
static const guint32 colours[] = { 0x56b4e9, 0xe69f00, 0x009e73, 0xcc79a7, 0xf0e442, 0x0072b2, 0xd55e00, 0x8c8c8c, 0x8fd18f, 0xb39ddb, 0xbf9b7a };

guint32
bjt_sheet_areas_get_colour (const BjtSheetPen *pen,
                            guint              colour)
{
  static const guint32 greys[] = { 0x707070, 0xb0b0b0, 0x909090, 0xd0d0d0 };

  return pen->palette->is_mono ? greys[colour % G_N_ELEMENTS (greys)] : colours[colour % G_N_ELEMENTS (colours)];
}

BjtSheetGround *
bjt_sheet_areas_find_ground (const BjtSheetAreas *self,
                             BjtBox              *metres)
{
  BjtSheetGround *ground = NULL;

  *metres = BJT_BOX_EMPTY;
  for (guint i = 0; i < self->n_areas; i++)
    {
      const BjtGeometry *shape = self->areas[i].shape;

      if (shape == NULL || shape->n_points == 0)
        continue;
      if (ground == NULL)
        ground = bjt_sheet_ground_new (shape->points[0]);
      for (guint p = 0; p < shape->n_points; p++)
        {
          BjtPoint at = bjt_sheet_ground_project (ground, shape->points[p]);

          bjt_box_add_point (metres, at.x, at.y);
        }
    }
  return ground;
}

void
bjt_sheet_areas_draw_fill (const BjtSheetAreas *self,
                           const BjtSheetMap   *map,
                           const BjtSheetPen   *pen)
{
  for (guint i = 0; i < self->n_areas; i++)
    {
      const BjtSheetArea *area = &self->areas[i];

      if (area->shape == NULL)
        continue;
      if (!self->is_filled)
        {
          bjt_sheet_map_draw_footprint (map, pen, area->shape, TRUE);
          continue;
        }
      bjt_sheet_map_trace (map, pen->cr, area->shape);
      bjt_palette_set_source (pen->cr, bjt_sheet_areas_get_colour (pen, area->colour), 0.28);
      cairo_set_fill_rule (pen->cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill (pen->cr);
      bjt_sheet_map_draw_outline (map, pen, area->shape);
    }
}

static void
draw_mark (const BjtSheetAreas *self,
           const BjtSheetPen   *pen,
           const BjtSheetArea  *area,
           BjtPoint             at)
{
  double       radius = self->disc * pen->k, size = radius * (strlen (area->mark) > 3 ? 0.72 : strlen (area->mark) > 2 ? 0.9 : 1.15);
  BjtTextPlace mark = { at.x, at.y, 0.5, size, radius * 1.9, BJT_TEXT_BOLD }, label = { at.x, at.y + radius + LABEL * 0.75 * pen->k, 0.5, LABEL * pen->k, 0, 0 };

  cairo_arc (pen->cr, at.x, at.y, radius, 0, 2 * G_PI);
  bjt_sheet_pen_colour (pen, pen->palette->paper);
  cairo_fill_preserve (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->grid_outline);
  cairo_set_line_width (pen->cr, 0.12 * radius);
  cairo_stroke (pen->cr);
  bjt_sheet_pen_colour (pen, pen->palette->text);
  bjt_sheet_pen_fit (pen, area->mark, &mark);
  if (area->label != NULL)
    bjt_text_painter_draw_halo (pen->text, pen->cr, area->label, &label, pen->palette->paper, 0.5);
}

void
bjt_sheet_areas_draw_marks (const BjtSheetAreas *self,
                            const BjtSheetMap   *map,
                            const BjtSheetPen   *pen)
{
  for (guint i = 0; i < self->n_areas; i++)
    if (self->areas[i].shape != NULL)
      draw_mark (self, pen, &self->areas[i],
                 self->areas[i].has_place ? self->areas[i].place : bjt_sheet_map_project (map, bjt_geometry_get_centroid (self->areas[i].shape)));
}
