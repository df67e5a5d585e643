/* bjt-text-brush.h: short texts on a drawing, with a halo, straight or along a
 * line.
 */
#pragma once

#include "geo/bjt-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

#define BJT_NO_HALO G_MAXUINT32
#define BJT_TEXT_PATH_SPACING 1.12 /* characters along a line stand apart */

/* A line in Mercator and how it lies on the surface. */
typedef struct
{
  const BjtPoint *points;
  guint           n_points;
  double          scale;
  double          x, y;
  double          cos, sin; /* of the surface, turned clockwise */
} BjtTextPath;

#define BJT_MAX_TEXT_BOXES 12

gboolean bjt_text_path_measure (const BjtTextPath *self, double at, double width, double height, BjtBox *box);
guint    bjt_text_path_list_boxes (const BjtTextPath *self, double at, double width, double height, BjtBox *boxes); /* BJT_MAX_TEXT_BOXES at most */

typedef struct _BjtTextBrush BjtTextBrush;

BjtTextBrush *bjt_text_brush_new (cairo_t *cr);
void          bjt_text_brush_free (BjtTextBrush *self);
void          bjt_text_brush_set (BjtTextBrush *self, const char *text, double size, gboolean bold);
BjtPoint      bjt_text_brush_measure (BjtTextBrush *self);
gboolean      bjt_text_brush_has_glyphs (BjtTextBrush *self); /* whether a font is there for every character */
void          bjt_text_brush_paint (BjtTextBrush *self, cairo_t *cr, double x, double y, guint32 colour, guint32 halo);
void          bjt_text_brush_paint_along (BjtTextBrush *self, cairo_t *cr, const BjtTextPath *path, double at, guint32 colour, guint32 halo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTextBrush, bjt_text_brush_free)

G_END_DECLS
