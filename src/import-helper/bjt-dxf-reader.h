/* bjt-dxf-reader.h: DXF by way of GDAL, R12 to 2018, text and binary.
 */
#pragma once

#include "bjt-drawing-file.h"

G_BEGIN_DECLS

__attribute__ ((visibility ("default"))) gboolean bjt_dxf_read (const BjtDrawingRequest *request, GError **error);

G_END_DECLS
