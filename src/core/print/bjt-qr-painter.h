/* bjt-qr-painter.h: a QR code as black squares.
 */
#pragma once

#include "geo/bjt-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

gboolean bjt_qr_painter_draw (cairo_t *cr, const char *text, const BjtBox *box); /* with its quiet zone; FALSE: too long for a code */

G_END_DECLS
