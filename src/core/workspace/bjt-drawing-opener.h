/* bjt-drawing-opener.h: reads a drawing from a file, by way of the helper
 * process. Needs no community.
 */
#pragma once

#include <gio/gio.h>

#include "plan/bjt-drawing.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code;    /* such as "no-unit", "svg-clips" */
  const char *message; /* English */
} BjtDrawingRemark;

typedef struct
{
  BjtDrawing *drawing;
  char       *format;    /* svg, dxf, pdf, picture, imdf, indoorgml, geojson, osm */
  guint       page;      /* from 1 */
  guint       n_pages;
  gboolean    is_placed; /* the file tells where it lies: */
  BjtPoint    points[3]; /* on the drawing */
  BjtPoint    ground[3]; /* longitude, latitude */
  GArray     *remarks;   /* BjtDrawingRemark */

  /* Owned */
  GStringChunk *texts;
} BjtOpenedDrawing;

BjtOpenedDrawing *bjt_drawing_opener_open (const char *path, guint page, GCancellable *cancellable, GError **error);
void              bjt_opened_drawing_free (BjtOpenedDrawing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtOpenedDrawing, bjt_opened_drawing_free)

G_END_DECLS
