/* bjt-svg-reader.h: SVG drawings.
 */
#pragma once

#include "bjt-drawing-notes.h"
#include "plan/bjt-drawing-builder.h"
#include "xml/bjt-xml-reader.h"

G_BEGIN_DECLS

typedef struct
{
  const char *layer;      /* (nullable): all lies on this one; NULL: groups are layers */
  const char *skip;       /* (nullable): `use` of what has such an id is left out */
  gboolean    bare;       /* no ids and labels are kept */
} BjtSvgOptions;

gboolean bjt_svg_read (BjtXmlReadFunc       read,
                       gpointer             source,
                       const BjtSvgOptions *options,
                       BjtDrawingBuilder   *builder,
                       BjtDrawingNotes     *notes,
                       GError             **error);
gboolean bjt_svg_read_bytes_into (GBytes              *bytes,
                                  const BjtSvgOptions *options,
                                  BjtDrawingBuilder   *builder,
                                  BjtDrawingNotes     *notes,
                                  GError             **error);

G_END_DECLS
