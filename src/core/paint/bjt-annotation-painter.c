/* bjt-annotation-painter.c: a line and an area in the colour of the kind, with
 * its marker in the middle and its text beside the marker. */
#include "bjt-annotation-painter.h"

#include <math.h>

#include "geo/bjt-outline.h"
#include "model/bjt-plans.h"
#include "plan/bjt-annotation-index.h"

#define MARKER 8.0     /* px, radius */
#define LINE 2.4       /* px */
#define SPACING 7.0    /* px, of the hatch */
#define TEXT 12.0      /* px */
#define MAX_LETTERS 16

static guint32
get_colour (const BjtAnnotationPainter *self,
            const BjtPictureAnnotation *annotation)
{
  const BjtPalette *palette = self->glyphs->palette;

  return palette->is_mono ? palette->text : palette->annotations[annotation->kind];
}

/* Slanted the other way than classes are. */
static void
hatch (const BjtAnnotationPainter *self,
       cairo_t                    *cr,
       const BjtBox               *box)
{
  double step = SPACING * self->pen->unit, height = box->y2 - box->y1;

  if ((box->x2 - box->x1 + height) / step > 2000)
    return;
  for (double x = box->x1; x < box->x2 + height; x += step)
    {
      cairo_move_to (cr, x, box->y1);
      cairo_line_to (cr, x - height, box->y2);
    }
  cairo_set_line_width (cr, 1.1 * self->pen->unit);
  cairo_stroke (cr);
}

static void
draw_area (const BjtAnnotationPainter *self,
           cairo_t                    *cr,
           const BjtGeometry          *shape,
           guint32                     colour)
{
  BjtBox box = bjt_plan_pen_get_box (self->pen, &shape->box);

  box = (BjtBox) { fmax (box.x1, self->pen->area.x1), fmax (box.y1, self->pen->area.y1), fmin (box.x2, self->pen->area.x2), fmin (box.y2, self->pen->area.y2) };
  cairo_save (cr);
  bjt_plan_pen_trace (self->pen, cr, shape);
  cairo_clip (cr);
  bjt_palette_set_source (cr, colour, 0.16 * self->glyphs->alpha);
  cairo_paint (cr);
  bjt_palette_set_source (cr, colour, 0.75 * self->glyphs->alpha);
  hatch (self, cr, &box);
  cairo_restore (cr);
  bjt_plan_pen_trace (self->pen, cr, shape);
  bjt_palette_set_source (cr, colour, self->glyphs->alpha);
  cairo_set_line_width (cr, 1.6 * self->pen->unit);
  cairo_stroke (cr);
}

static void
draw_line (const BjtAnnotationPainter *self,
           cairo_t                    *cr,
           const BjtGeometry          *shape,
           guint32                     colour)
{
  double dashes[] = { 7 * self->pen->unit, 4 * self->pen->unit };

  cairo_save (cr);
  bjt_plan_pen_trace (self->pen, cr, shape);
  bjt_palette_set_source (cr, self->glyphs->palette->paper, 0.8 * self->glyphs->alpha);
  cairo_set_line_width (cr, (LINE + 2) * self->pen->unit);
  cairo_stroke_preserve (cr);
  bjt_palette_set_source (cr, colour, self->glyphs->alpha);
  cairo_set_line_width (cr, LINE * self->pen->unit);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static BjtPoint
find_middle (const BjtGeometry *shape)
{
  double radius;

  if (shape->kind == BJT_GEOMETRY_POLYGON)
    return bjt_outline_find_middle (shape, &radius);
  return shape->points[shape->n_points / 2];
}

static void
write_text (const BjtAnnotationPainter *self,
            cairo_t                    *cr,
            const char                 *text,
            BjtPoint                    at)
{
  double           unit = self->pen->unit, left = at.x + (MARKER + 5) * unit, width;
  g_auto (GStrv)   lines = g_strsplit (text, "\n", 2);
  g_autofree char *start = g_utf8_strlen (lines[0], -1) > MAX_LETTERS ? g_utf8_substring (lines[0], 0, MAX_LETTERS - 1) : g_strdup (lines[0]);
  g_autofree char *shown = g_strconcat (start, strlen (start) < strlen (lines[0]) ? "…" : NULL, NULL);
  BjtTextPlace     place = { left, at.y, 0, TEXT * unit, 0, BJT_TEXT_REGULAR };
  BjtBox           box;

  width = bjt_text_painter_get_width (self->glyphs->text, shown, TEXT * unit, BJT_TEXT_REGULAR);
  box = (BjtBox) { left - 3 * unit, at.y - 9 * unit, left + width + 3 * unit, at.y + 9 * unit };
  bjt_glyph_painter_round_box (cr, &box, 3 * unit);
  bjt_palette_set_source (cr, self->glyphs->palette->paper, 0.85 * self->glyphs->alpha);
  cairo_fill (cr);
  bjt_palette_set_source (cr, self->glyphs->palette->text, self->glyphs->alpha);
  bjt_text_painter_draw (self->glyphs->text, cr, shown, &place);
}

static void
draw_marker (const BjtAnnotationPainter *self,
             cairo_t                    *cr,
             const BjtPictureAnnotation *annotation,
             BjtPoint                    at)
{
  bjt_glyph_painter_draw_annotation (self->glyphs, cr, annotation->kind, at.x, at.y, MARKER * self->pen->unit);
  if (self->shows_text && annotation->text != NULL)
    write_text (self, cr, annotation->text, at);
}

void
bjt_annotation_painter_draw_shape (const BjtAnnotationPainter *self,
                                   cairo_t                    *cr,
                                   const BjtPictureAnnotation *annotation)
{
  const BjtGeometry *shape = self->pen->is_on_map ? annotation->mercator : annotation->shape;
  guint32            colour = get_colour (self, annotation);
  BjtPoint           at;
  BjtBox             box;

  if (shape == NULL)
    return;
  box = bjt_plan_pen_get_box (self->pen, &shape->box);
  box = (BjtBox) { box.x1 - 200 * self->pen->unit, box.y1 - 20 * self->pen->unit, box.x2 + 20 * self->pen->unit, box.y2 + 20 * self->pen->unit };
  if (!bjt_box_intersects (&box, &self->pen->area))
    return;
  if (shape->kind == BJT_GEOMETRY_POLYGON)
    draw_area (self, cr, shape, colour);
  else if (shape->kind == BJT_GEOMETRY_LINE)
    draw_line (self, cr, shape, colour);
  at = find_middle (shape);
  cairo_matrix_transform_point (&self->pen->matrix, &at.x, &at.y);
  draw_marker (self, cr, annotation, at);
}

/* One line each, upwards from the upper left corner. */
static void
draw_unplaced (const BjtAnnotationPainter *self,
               cairo_t                    *cr,
               const BjtPictureAnnotation *annotation,
               const BjtBox               *plan,
               guint                       line)
{
  BjtBox   box = bjt_plan_pen_get_box (self->pen, plan);
  BjtPoint at = { box.x1 + (MARKER + 2) * self->pen->unit, box.y1 - (14 + 22 * line) * self->pen->unit };

  draw_marker (self, cr, annotation, at);
}

void
bjt_annotation_painter_draw_level (const BjtAnnotationPainter *self,
                                   cairo_t                    *cr,
                                   guint32                     building,
                                   int                         ordinal,
                                   const BjtBox               *plan)
{
  BjtRun run = bjt_annotation_index_get_run (self->pen->picture, building);
  guint  n_unplaced = 0;

  for (guint32 a = run.first; a < run.first + run.n; a++)
    {
      const BjtPictureAnnotation *annotation = bjt_picture_get_annotation (self->pen->picture, a);

      if (annotation->ordinal != ordinal || !bjt_picture_annotation_is_open (annotation))
        continue;
      if (annotation->shape != NULL)
        bjt_annotation_painter_draw_shape (self, cr, annotation);
      else if (annotation->door == BJT_NO_INDEX && !bjt_box_is_empty (plan))
        draw_unplaced (self, cr, annotation, plan, n_unplaced++);
    }
}
