/* bjt-pdf-reader.h: pages of PDF, by way of Poppler.
 */
#pragma once

#include "bjt-drawing-file.h"

G_BEGIN_DECLS

__attribute__ ((visibility ("default"))) gboolean bjt_pdf_read (const BjtDrawingRequest *request, GError **error);

G_END_DECLS
