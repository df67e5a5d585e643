/* bjt-text-brush.c: one Pango layout, used over and over: making one for every
 * label is what makes label drawing slow. A brush belongs to the thread that
 * made it. */
#include "bjt-text-brush.h"

#include "bjt-map-style.h"

#include <math.h>
#include <pango/pangocairo.h>

#define MAX_BEND (50 * G_PI / 180) /* over the length of a text */

struct _BjtTextBrush
{
  PangoLayout          *layout;
  PangoFontDescription *font;
  double                size;
  gboolean              bold;
};

BjtTextBrush *
bjt_text_brush_new (cairo_t *cr)
{
  BjtTextBrush         *self = g_new0 (BjtTextBrush, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext         *context;

  self->layout = pango_cairo_create_layout (cr);
  self->font = pango_font_description_from_string ("Noto Sans CJK SC, sans-serif");
  context = pango_layout_get_context (self->layout);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  cairo_font_options_destroy (options);
  return self;
}

void
bjt_text_brush_free (BjtTextBrush *self)
{
  g_object_unref (self->layout);
  pango_font_description_free (self->font);
  g_free (self);
}

void
bjt_text_brush_set (BjtTextBrush *self,
                    const char   *text,
                    double        size,
                    gboolean      bold)
{
  if (fabs (self->size - size) > 1e-6 || self->bold != bold)
    {
      self->size = size;
      self->bold = bold;
      pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
      pango_font_description_set_weight (self->font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (self->layout, self->font);
    }
  pango_layout_set_text (self->layout, text, -1);
}

BjtPoint
bjt_text_brush_measure (BjtTextBrush *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  return (BjtPoint) { (double) logical.width / PANGO_SCALE, self->size * 1.2 };
}

gboolean
bjt_text_brush_has_glyphs (BjtTextBrush *self)
{
  return pango_layout_get_unknown_glyphs_count (self->layout) == 0;
}

/* Latin text has its own ascent; for Chinese and figures alike the middle of
 * what is inked is 0.36 of the size above the baseline. */
static double
get_top (BjtTextBrush *self,
         double        middle)
{
  return middle + 0.36 * self->size - (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE;
}

static void
show_layout (BjtTextBrush *self,
             cairo_t      *cr,
             guint32       colour,
             guint32       halo)
{
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  if (halo != BJT_NO_HALO)
    {
      pango_cairo_layout_path (cr, self->layout);
      bjt_map_style_set_source (cr, halo, 0.9);
      cairo_set_line_width (cr, self->size * 0.26);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  cairo_move_to (cr, x, y);
  bjt_map_style_set_source (cr, colour, 1);
  pango_cairo_show_layout (cr, self->layout);
  cairo_new_path (cr);
}

/**
 * bjt_text_brush_paint:
 * @x: the middle of the text
 * @y: the middle of the text
 * @halo: a colour, or BJT_NO_HALO
 */
void
bjt_text_brush_paint (BjtTextBrush *self,
                      cairo_t      *cr,
                      double        x,
                      double        y,
                      guint32       colour,
                      guint32       halo)
{
  BjtPoint size = bjt_text_brush_measure (self);

  cairo_move_to (cr, floor (x - size.x / 2 + 0.5), floor (get_top (self, y) + 0.5));
  show_layout (self, cr, colour, halo);
}

static BjtPoint
get_path_point (const BjtTextPath *self,
                guint              i)
{
  double x = self->x + self->points[i].x * self->scale, y = self->y + self->points[i].y * self->scale;

  return (BjtPoint) { x * self->cos - y * self->sin, x * self->sin + y * self->cos };
}

/* The point at a distance along the line, and the direction there. */
static gboolean
find_on_path (const BjtTextPath *self,
              double             at,
              BjtPoint          *point,
              double            *angle)
{
  if (at < 0)
    return FALSE;
  for (guint i = 1; i < self->n_points; i++)
    {
      BjtPoint a = get_path_point (self, i - 1), b = get_path_point (self, i);
      double   length = hypot (b.x - a.x, b.y - a.y);

      if (at > length || length <= 0)
        {
          at -= length;
          continue;
        }
      *point = (BjtPoint) { a.x + at / length * (b.x - a.x), a.y + at / length * (b.y - a.y) };
      *angle = atan2 (b.y - a.y, b.x - a.x);
      return TRUE;
    }
  return FALSE;
}

static double
turn_between (double a,
              double b)
{
  return fabs (remainder (a - b, 2 * G_PI));
}

/**
 * bjt_text_path_measure:
 * @at: middle of the text along the line
 * @box: (out): around the text
 *
 * Returns: whether the line is long and straight enough there
 */
gboolean
bjt_text_path_measure (const BjtTextPath *self,
                       double             at,
                       double             width,
                       double             height,
                       BjtBox            *box)
{
  double first = 0;

  *box = BJT_BOX_EMPTY;
  for (guint i = 0; i <= 4; i++)
    {
      BjtPoint p;
      double   angle;

      if (!find_on_path (self, at + (i / 4.0 - 0.5) * width, &p, &angle))
        return FALSE;
      if (i == 0)
        first = angle;
      if (turn_between (first, angle) > MAX_BEND)
        return FALSE;
      bjt_box_add_point (box, p.x - height * 0.6, p.y - height * 0.6);
      bjt_box_add_point (box, p.x + height * 0.6, p.y + height * 0.6);
    }
  return TRUE;
}

/**
 * bjt_text_path_list_boxes:
 * @boxes: (out): of the characters, one by one or some together
 *
 * What a text along the line covers, where bjt_text_path_measure() finds it to
 * be long and straight enough.
 */
guint
bjt_text_path_list_boxes (const BjtTextPath *self,
                          double             at,
                          double             width,
                          double             height,
                          BjtBox            *boxes)
{
  guint  n = (guint) fmin (BJT_MAX_TEXT_BOXES, fmax (1, ceil (width / height)));
  double step = width / n;

  for (guint i = 0; i < n; i++)
    {
      double   along = at + (i + 0.5) * step - width / 2, angle, reach_x, reach_y;
      BjtPoint p = { 0, 0 };

      if (!find_on_path (self, along, &p, &angle))
        return i;
      reach_x = fmax (step * fabs (cos (angle)), height) / 2;
      reach_y = fmax (step * fabs (sin (angle)), height) / 2;
      boxes[i] = (BjtBox) { p.x - reach_x, p.y - reach_y, p.x + reach_x, p.y + reach_y };
    }
  return n;
}

/* As Chinese maps do: each character follows the line, but stands upright
 * where the line runs up or down, and is then read from the top. */
static double
stand_up (double angle)
{
  angle = remainder (angle, G_PI);
  if (angle > G_PI_4)
    return angle - G_PI_2;
  if (angle < -G_PI_4)
    return angle + G_PI_2;
  return angle;
}

/* Latin letters are read along the line, whichever way it runs. */
static gboolean
reads_backwards (double   angle,
                 gboolean is_latin)
{
  angle = remainder (angle, 2 * G_PI);
  if (is_latin)
    return fabs (angle) > G_PI_2;
  if (fabs (angle) > 3 * G_PI_4)
    return TRUE;
  return angle < -G_PI_4;
}

/**
 * bjt_text_brush_paint_along:
 * @at: middle of the text along the line
 */
void
bjt_text_brush_paint_along (BjtTextBrush      *self,
                            cairo_t           *cr,
                            const BjtTextPath *path,
                            double             at,
                            guint32            colour,
                            guint32            halo)
{
  g_autofree char *text = g_strdup (pango_layout_get_text (self->layout));
  double           width = bjt_text_brush_measure (self).x * BJT_TEXT_PATH_SPACING, done = 0, angle;
  BjtPoint         p;
  gboolean         is_latin = !g_unichar_iswide (g_utf8_get_char (text)), backwards;

  if (!find_on_path (path, at, &p, &angle))
    return;
  backwards = reads_backwards (angle, is_latin);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      BjtPoint size;
      double   along;

      pango_layout_set_text (self->layout, c, (int) (g_utf8_next_char (c) - c));
      size = bjt_text_brush_measure (self);
      along = (done + size.x * BJT_TEXT_PATH_SPACING / 2 - width / 2) * (backwards ? -1 : 1);
      done += size.x * BJT_TEXT_PATH_SPACING;
      if (!find_on_path (path, at + along, &p, &angle))
        continue;
      cairo_save (cr);
      cairo_translate (cr, p.x, p.y);
      cairo_rotate (cr, is_latin ? remainder (angle + (backwards ? G_PI : 0), 2 * G_PI) : stand_up (angle));
      cairo_move_to (cr, -size.x / 2, get_top (self, 0));
      show_layout (self, cr, colour, halo);
      cairo_restore (cr);
    }
}
