/* bjt-annotation-layer.c: hazards, notes and photos on the map: where they lie
 * on a placed plan, else at the upper right corner of their building. Those of
 * doors are in the cells. */
#include "bjt-building-brush.h"

#include <math.h>

#include "model/bjt-plans.h"
#include "paint/bjt-annotation-painter.h"

#define SHAPE_ZOOM 18.5 /* from here shapes are drawn */
#define RADIUS 7.0      /* px */

static BjtPoint
find_corner (const BjtBuildingBrush *brush,
             guint32                 building)
{
  const BjtPictureBuilding *b = bjt_picture_get_building (brush->picture, building);
  BjtPoint                  corner = { -G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < 4; i++)
    {
      BjtPoint at = bjt_map_frame_project (brush->frame, b->corners[i]);

      corner = (BjtPoint) { fmax (corner.x, at.x), fmin (corner.y, at.y) };
    }
  return corner;
}

static void
paint_kinds (const BjtBuildingBrush *brush,
             guint32                 building,
             guint                   kinds)
{
  double   radius = RADIUS * brush->px;
  BjtPoint corner = find_corner (brush, building);

  if (kinds != 0 && bjt_building_brush_sees (brush, building))
    bjt_glyph_painter_draw_annotations (&brush->glyphs, brush->cr, kinds, corner.x + 1.2 * radius, corner.y, radius);
}

static gboolean
is_on_map (const BjtBuildingBrush     *brush,
           const BjtPictureAnnotation *annotation)
{
  return annotation->mercator != NULL && brush->zoom >= SHAPE_ZOOM;
}

static void
paint_shapes (const BjtBuildingBrush *brush)
{
  BjtPlanPen           pen = { .picture = brush->picture, .palette = brush->look->palette, .is_on_map = TRUE, .unit = brush->px };
  BjtAnnotationPainter painter = { &pen, &brush->glyphs, FALSE };
  BjtPoint             low = bjt_map_frame_project (brush->frame, (BjtPoint) { brush->frame->box.x1, brush->frame->box.y1 });
  BjtPoint             high = bjt_map_frame_project (brush->frame, (BjtPoint) { brush->frame->box.x2, brush->frame->box.y2 });

  pen.area = (BjtBox) { low.x, low.y, high.x, high.y };
  cairo_matrix_init (&pen.matrix, brush->frame->scale, 0, 0, brush->frame->scale, brush->frame->x, brush->frame->y);
  for (guint32 a = 0; a < brush->picture->annotations->len; a++)
    {
      const BjtPictureAnnotation *annotation = bjt_picture_get_annotation (brush->picture, a);

      if (is_on_map (brush, annotation) && bjt_picture_annotation_is_open (annotation))
        bjt_annotation_painter_draw_shape (&painter, brush->cr, annotation);
    }
}

void
bjt_annotation_layer_paint (const BjtBuildingBrush *brush)
{
  guint32 building = BJT_NO_INDEX;
  guint   kinds = 0;

  if (brush->look->curtain || brush->zoom < BJT_MIDDLE_ZOOM || brush->look->ground != BJT_BUILDING_GROUND_MIX)
    return;
  paint_shapes (brush);
  for (guint32 a = 0; a <= brush->picture->annotations->len; a++)
    {
      const BjtPictureAnnotation *annotation = a < brush->picture->annotations->len ? bjt_picture_get_annotation (brush->picture, a) : NULL;

      if (annotation == NULL || annotation->building != building)
        {
          if (building != BJT_NO_INDEX)
            paint_kinds (brush, building, kinds);
          kinds = 0;
          building = annotation != NULL ? annotation->building : BJT_NO_INDEX;
        }
      if (annotation != NULL && annotation->door == BJT_NO_INDEX && bjt_picture_annotation_is_open (annotation) && !is_on_map (brush, annotation))
        kinds |= 1u << annotation->kind;
    }
}
