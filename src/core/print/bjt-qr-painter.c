/* bjt-qr-painter.c: one fill of all squares; no picture. */
#include "bjt-qr-painter.h"

#include <qrencode.h>

#define QUIET 2 /* modules left white around it; the paper is white too */

gboolean
bjt_qr_painter_draw (cairo_t      *cr,
                     const char   *text,
                     const BjtBox *box)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  double  size, left, top;

  if (code == NULL)
    return FALSE;
  size = MIN (box->x2 - box->x1, box->y2 - box->y1) / (code->width + 2 * QUIET);
  left = (box->x1 + box->x2 - size * code->width) / 2;
  top = (box->y1 + box->y2 - size * code->width) / 2;
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      {
        int n = 0;

        while (x + n < code->width && (code->data[y * code->width + x + n] & 1))
          n++;
        if (n > 0)
          cairo_rectangle (cr, left + x * size, top + y * size, n * size, size);
        x += n;
      }
  cairo_fill (cr);
  QRcode_free (code);
  return TRUE;
}
