/* bjt-drawing-file.h: finds out what kind of drawing a file is, and reads it.
 */
#pragma once

#include "bjt-drawing-notes.h"
#include "bjt-output.h"
#include "plan/bjt-drawing-builder.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_DRAWING_FORMAT_SVG,
  BJT_DRAWING_FORMAT_SVGZ,
  BJT_DRAWING_FORMAT_DXF,
  BJT_DRAWING_FORMAT_PDF,
  BJT_DRAWING_FORMAT_PICTURE,
  BJT_DRAWING_FORMAT_IMDF,
  BJT_DRAWING_FORMAT_INDOORGML,
  BJT_DRAWING_FORMAT_GEOJSON,
  BJT_DRAWING_FORMAT_OSM,
} BjtDrawingFormat;

/* What a reader in a module of its own is called by. */
typedef struct
{
  const char        *path;
  guint              page; /* from 1 */
  BjtDrawingBuilder *builder;
  BjtDrawingNotes   *notes;
} BjtDrawingRequest;

typedef gboolean (*BjtDrawingReadFunc) (const BjtDrawingRequest *request, GError **error);

gboolean    bjt_drawing_file_detect (const char *path, BjtDrawingFormat *format, GError **error);
const char *bjt_drawing_file_get_name (BjtDrawingFormat format);
gboolean    bjt_drawing_file_read (const char *path, guint page, BjtOutput *output, GError **error);

G_END_DECLS
