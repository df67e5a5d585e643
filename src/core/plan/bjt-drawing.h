/* bjt-drawing.h: a drawing brought in from outside, whatever it came as: layers
 * of shapes, texts and pictures, in painting order.
 *
 * Units of the drawing, x to the right, y down. Curves stay curves. What makes
 * a shape more than ink is kept: the layer, the id it had, the class or words
 * that were attached to it. Immutable once made, shared by reference; can be
 * written to bytes and read back (from bytes that nobody checked, too).
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PATH_MOVE,  /* 1 point */
  BJT_PATH_LINE,  /* 1 point */
  BJT_PATH_CURVE, /* 3 points: cubic */
  BJT_PATH_CLOSE, /* none */
} BjtPathOp;

typedef enum
{
  BJT_DRAWING_PATH,
  BJT_DRAWING_TEXT,
  BJT_DRAWING_PICTURE,
} BjtDrawingKind;

#define BJT_NO_INK 0u /* 0xAARRGGBB; nothing is painted */

typedef struct
{
  guint8      kind;     /* BjtDrawingKind */
  gboolean    even_odd; /* fill rule */
  guint32     layer;
  const char *id;       /* may be NULL; stays with the shape through import and export */
  const char *label;    /* title, attribute or class that names it; may be NULL */
  const char *tags;     /* what else was attached to it: bjt_drawing_dup_tag(); may be NULL */
  guint32     fill;     /* text: its colour */
  guint32     stroke;
  double      stroke_width; /* 0: a hairline */
  guint32     first_op, n_ops;       /* paths */
  guint32     first_point, n_points; /* paths; text: where it stands; picture: three corners, origin, right, down */
  const char *text;
  double      size;     /* text: of its characters */
  double      angle;    /* text: radians, clockwise on the drawing */
  double      anchor;   /* text: 0 begins at the point, 0.5 is centred, 1 ends there */
  guint32     picture;
  BjtBox      box;
} BjtDrawingItem;

typedef struct
{
  const char *name;
  gboolean    is_hidden; /* so it was in the file */
  const char *tags;      /* may be NULL */
} BjtDrawingLayer;

typedef struct
{
  const char *media_type; /* image/png, image/jpeg */
  GBytes     *bytes;
} BjtDrawingPicture;

typedef struct
{
  double                   metres_per_unit; /* 0: the file does not tell */
  BjtBox                   box;             /* of the page, or of all there is */
  const BjtDrawingLayer   *layers;
  guint                    n_layers;
  const BjtDrawingItem    *items;
  guint                    n_items;
  const guint8            *ops;    /* BjtPathOp */
  guint                    n_ops;
  const BjtPoint          *points;
  guint                    n_points;
  const BjtDrawingPicture *pictures;
  guint                    n_pictures;
} BjtDrawing;

#define BJT_DRAWING_ERROR (bjt_drawing_error_quark ())
GQuark bjt_drawing_error_quark (void);

BjtDrawing  *bjt_drawing_ref (BjtDrawing *self);
void         bjt_drawing_unref (BjtDrawing *self);
GBytes      *bjt_drawing_to_bytes (const BjtDrawing *self);
BjtDrawing  *bjt_drawing_new_from_bytes (GBytes *bytes, GError **error);
BjtGeometry *bjt_drawing_flatten_item (const BjtDrawing *self, guint32 item, double tolerance); /* lines or polygon, in drawing units; NULL: no path */


/* Tags: names and values as one text, such as the data-… attributes of SVG. */
void         bjt_drawing_append_tag (GString *tags, const char *name, const char *value); /* a NULL value: nothing */
char        *bjt_drawing_dup_tag (const char *tags, const char *name);                    /* NULL: it has none; @tags may be NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDrawing, bjt_drawing_unref)

G_END_DECLS
