/* bjt-svg-style.h: how an element looks: attributes, rules of style sheets,
 * inheritance.
 */
#pragma once

#include "bjt-svg-tree.h"
#include "bjt-svg-values.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_none;
  guint32  rgb;
  double   alpha;
} BjtSvgPaint;

typedef enum
{
  BJT_SVG_CUT_MASKS = 1 << 0,    /* masks, filters and markers are left out */
  BJT_SVG_CUT_PATTERNS = 1 << 1, /* patterns and gradients are one colour */
  BJT_SVG_CUT_CLIPS = 1 << 2,    /* what a clip path cuts is kept whole */
  BJT_SVG_CUT_PICTURES = 1 << 3, /* pictures outside the file, or damaged ones */
  BJT_SVG_CUT_REPEATS = 1 << 4,  /* too deep or too many repetitions */
} BjtSvgCuts;

typedef struct
{
  /* Inherited */
  BjtSvgPaint fill;
  BjtSvgPaint stroke;
  double      fill_opacity;
  double      stroke_opacity;
  double      stroke_width;
  double      font_size;
  double      anchor;
  double      rise;          /* of the baseline, in characters */
  guint32     colour;
  gboolean    even_odd;
  gboolean    clip_even_odd;
  gboolean    is_invisible;

  /* Of this element and those around it */
  double      opacity;

  /* Of this element alone */
  gboolean    is_off;        /* display: none */
  gboolean    is_masked;
  const char *clip;
} BjtSvgStyle;

typedef struct _BjtSvgSheet BjtSvgSheet;

BjtSvgSheet *bjt_svg_sheet_new (BjtSvgTree *tree);
void         bjt_svg_sheet_free (BjtSvgSheet *self);
void         bjt_svg_style_init (BjtSvgStyle *self);
void         bjt_svg_sheet_apply (const BjtSvgSheet *self, guint32 node, BjtSvgStyle *style, guint *cuts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSvgSheet, bjt_svg_sheet_free)

G_END_DECLS
