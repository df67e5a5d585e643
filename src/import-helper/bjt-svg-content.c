/* bjt-svg-content.c: texts and pictures of an SVG drawing.
 *
 * A line of text ends where a new place is given; spans that follow without one
 * belong to it. Pictures are read only from inside the file, each once. */
#include "bjt-svg-context.h"

#include "bjt-raster.h"

#include <math.h>
#include <string.h>

/* What the shapes use too */

double
bjt_svg_get_length (const BjtSvgReader  *self,
                    const BjtSvgContext *context,
                    guint32              node,
                    BjtSvgKey            key,
                    double               otherwise)
{
  double        width = context->viewport.x2 - context->viewport.x1, height = context->viewport.y2 - context->viewport.y1;
  BjtSvgMeasure measure = { sqrt ((width * width + height * height) / 2), context->style.font_size };

  if (key == BJT_SVG_KEY_X || key == BJT_SVG_KEY_WIDTH || key == BJT_SVG_KEY_CX || key == BJT_SVG_KEY_X1 || key == BJT_SVG_KEY_X2 || key == BJT_SVG_KEY_RX)
    measure.percent_of = width;
  else if (key == BJT_SVG_KEY_Y || key == BJT_SVG_KEY_HEIGHT || key == BJT_SVG_KEY_CY || key == BJT_SVG_KEY_Y1 || key == BJT_SVG_KEY_Y2 || key == BJT_SVG_KEY_RY)
    measure.percent_of = height;
  return bjt_svg_length (bjt_svg_tree_get (self->tree, node, key), &measure, otherwise);
}

guint32
bjt_svg_get_ink (const BjtSvgPaint *paint,
                 double             opacity)
{
  guint32 alpha = (guint32) (CLAMP (paint->alpha * opacity, 0, 1) * 255 + 0.5);

  return paint->is_none || alpha == 0 ? BJT_NO_INK : alpha << 24 | (paint->rgb & 0xFFFFFF);
}

guint32
bjt_svg_find_layer (BjtSvgReader        *self,
                    const BjtSvgContext *context)
{
  if (context->layer_name != NULL)
    return context->layer;
  if (!self->has_layer)
    self->layer = bjt_drawing_builder_add_layer (self->builder, self->options->layer != NULL ? self->options->layer : "", FALSE);
  self->has_layer = TRUE;
  return self->layer;
}

/* Texts */

typedef struct
{
  GString     *words;   /* of the line at hand */
  BjtPoint     at;
  BjtSvgStyle  style;   /* with which it began */
  const char  *id;
  gboolean     has_space; /* a blank is due before the next word */
} Line;

static void
end_line (BjtSvgReader        *self,
          const BjtSvgContext *context,
          Line                *line)
{
  const BjtSvgMatrix *matrix = &context->matrix;
  double              scale = bjt_svg_matrix_get_scale (matrix);
  BjtPoint            at = bjt_svg_matrix_apply (matrix, line->at.x, line->at.y + line->style.rise * line->style.font_size);
  BjtDrawingItem      item = { .kind = BJT_DRAWING_TEXT, .label = context->label, .tags = context->tags };

  item.id = line->id != NULL ? line->id : context->id;
  item.text = line->words->str;
  item.size = line->style.font_size * scale;
  item.angle = atan2 (matrix->yx, matrix->xx);
  item.anchor = line->style.anchor;
  item.fill = bjt_svg_get_ink (&line->style.fill, line->style.fill_opacity * line->style.opacity);
  if (line->words->len > 0 && item.fill != BJT_NO_INK && !line->style.is_invisible && isfinite (item.size) && item.size > 0
      && at.x >= context->clip.x1 && at.x <= context->clip.x2 && at.y >= context->clip.y1 && at.y <= context->clip.y2)
    {
      item.layer = bjt_svg_find_layer (self, context);
      bjt_drawing_builder_move_to (self->builder, at.x, at.y);
      bjt_drawing_builder_add (self->builder, &item);
    }
  g_string_truncate (line->words, 0);
  line->has_space = FALSE;
}

static void
add_words (Line       *line,
           const char *text,
           gboolean    is_kept)
{
  for (; *text != '\0'; text++)
    {
      gboolean is_blank = *text == ' ' || *text == '\n' || *text == '\t' || *text == '\r';

      if (is_blank && !is_kept)
        {
          line->has_space = line->words->len > 0;
          continue;
        }
      if (line->has_space)
        g_string_append_c (line->words, ' ');
      line->has_space = FALSE;
      g_string_append_c (line->words, is_blank ? ' ' : *text);
    }
}

/* A new place or another look begins a new line. */
static void
begin_span (BjtSvgReader        *self,
            const BjtSvgContext *context,
            guint32              node,
            Line                *line)
{
  const char *x = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_X), *y = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_Y);
  double      dx = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_DX, 0), dy = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_DY, 0);

  if (x != NULL || y != NULL || dy != 0 || line->words->len == 0)
    {
      end_line (self, context, line);
      line->style = context->style;
      line->id = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_ID);
    }
  line->at.x = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_X, line->at.x) + dx;
  line->at.y = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_Y, line->at.y) + dy;
}

static void
walk_text (BjtSvgReader        *self,
           const BjtSvgContext *context,
           guint32              node,
           Line                *line)
{
  const char *space = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_SPACE);
  gboolean    is_kept = space != NULL && strcmp (space, "preserve") == 0;

  begin_span (self, context, node, line);
  for (guint32 at = bjt_svg_tree_get_node (self->tree, node)->first_child; at != BJT_SVG_NONE; at = bjt_svg_tree_get_node (self->tree, at)->next)
    {
      const BjtSvgNode *child = bjt_svg_tree_get_node (self->tree, at);
      BjtSvgContext           inner = *context;

      if (child->element == BJT_SVG_CHARACTERS)
        add_words (line, child->name, is_kept);
      if (child->element != BJT_SVG_TSPAN && child->element != BJT_SVG_A)
        continue;
      bjt_svg_sheet_apply (self->sheet, at, &inner.style, &self->cuts);
      if (!inner.style.is_off)
        walk_text (self, &inner, at, line);
    }
}

void
bjt_svg_draw_text (BjtSvgReader        *self,
                   const BjtSvgContext *context,
                   guint32              node)
{
  Line line = { .words = g_string_new (NULL), .style = context->style };

  walk_text (self, context, node, &line);
  end_line (self, context, &line);
  g_string_free (line.words, TRUE);
}

/* Pictures */

/* A picture as it stands in the drawing; read once for all its places. */
typedef struct
{
  gboolean is_read;
  guint32  index;
  double   width, height;
} Picture;

static const Picture *
find_picture (BjtSvgReader *self,
              const char   *href)
{
  Picture  *picture = g_hash_table_lookup (self->pictures, href);
  BjtRaster raster;

  if (picture != NULL)
    return picture;
  picture = g_new0 (Picture, 1);
  g_hash_table_insert (self->pictures, (gpointer) href, picture);
  if (bjt_raster_read_uri (&raster, href, NULL))
    *picture = (Picture) { TRUE, bjt_drawing_builder_add_picture (self->builder, raster.media_type, raster.bytes), raster.width, raster.height };
  else
    self->cuts |= BJT_SVG_CUT_PICTURES;
  bjt_raster_clear (&raster);
  return picture;
}

void
bjt_svg_draw_picture (BjtSvgReader        *self,
                      const BjtSvgContext *context,
                      guint32              node)
{
  const char    *href = bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_HREF);
  double         x = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_X, 0), y = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_Y, 0);
  double         width = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_WIDTH, 0), height = bjt_svg_get_length (self, context, node, BJT_SVG_KEY_HEIGHT, 0);
  const Picture *picture = href != NULL ? find_picture (self, href) : NULL;
  BjtDrawingItem item = { .kind = BJT_DRAWING_PICTURE, .id = context->id, .label = context->label, .tags = context->tags, .fill = bjt_svg_get_ink (&(BjtSvgPaint) { FALSE, 0, 1 }, context->style.opacity) };
  BjtPoint       corners[3];
  BjtBox         box = BJT_BOX_EMPTY, viewport = { x, y, x + width, y + height }, own;
  BjtSvgMatrix   matrix;

  if (picture == NULL || !picture->is_read || !(width > 0) || !(height > 0) || context->style.is_invisible || item.fill == BJT_NO_INK)
    return;
  own = (BjtBox) { 0, 0, picture->width, picture->height };
  matrix = bjt_svg_fit (&own, &viewport, bjt_svg_tree_get (self->tree, node, BJT_SVG_KEY_ASPECT));
  matrix = bjt_svg_matrix_multiply (&context->matrix, &matrix);
  corners[0] = bjt_svg_matrix_apply (&matrix, 0, 0);
  corners[1] = bjt_svg_matrix_apply (&matrix, own.x2, 0);
  corners[2] = bjt_svg_matrix_apply (&matrix, 0, own.y2);
  for (guint i = 0; i < 3; i++)
    bjt_box_add_point (&box, corners[i].x, corners[i].y);
  if (!bjt_box_intersects (&box, &context->clip))
    return;
  item.picture = picture->index;
  item.layer = bjt_svg_find_layer (self, context);
  for (guint i = 0; i < 3; i++)
    if (i == 0)
      bjt_drawing_builder_move_to (self->builder, corners[i].x, corners[i].y);
    else
      bjt_drawing_builder_line_to (self->builder, corners[i].x, corners[i].y);
  bjt_drawing_builder_add (self->builder, &item);
}
