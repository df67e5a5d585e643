/* bjt-svg-context.h: what the parts of the SVG reader share while they walk.
 */
#pragma once

#include "bjt-svg-path.h"
#include "bjt-svg-reader.h"
#include "bjt-svg-style.h"

G_BEGIN_DECLS

typedef struct
{
  /* Borrowed */
  BjtSvgTree          *tree;
  BjtSvgSheet         *sheet;
  BjtDrawingBuilder   *builder;
  const BjtSvgOptions *options;
  BjtDrawingNotes     *notes;

  /* Owned */
  BjtSvgPath           path;
  GHashTable          *pictures; /* href → Picture */

  /* State */
  guint                cuts;     /* BjtSvgCuts */
  guint                n_used;
  guint                depth;
  gboolean             has_layer;
  guint32              layer;    /* for what lies in none */
} BjtSvgReader;

/* What holds for an element by where it stands */
typedef struct
{
  BjtSvgMatrix matrix;
  BjtSvgStyle  style;
  BjtBox       viewport;   /* user units */
  BjtBox       clip;       /* drawing units */
  guint32      layer;
  const char  *layer_name; /* NULL: none yet */
  const char  *id;
  const char  *label;
  const char  *tags;
  guint        use_depth;
} BjtSvgContext;

double  bjt_svg_get_length (const BjtSvgReader *self, const BjtSvgContext *context, guint32 node, BjtSvgKey key, double otherwise);
guint32 bjt_svg_get_ink (const BjtSvgPaint *paint, double opacity);
guint32 bjt_svg_find_layer (BjtSvgReader *self, const BjtSvgContext *context);
void    bjt_svg_draw_text (BjtSvgReader *self, const BjtSvgContext *context, guint32 node);
void    bjt_svg_draw_picture (BjtSvgReader *self, const BjtSvgContext *context, guint32 node);

G_END_DECLS
