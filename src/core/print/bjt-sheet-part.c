/* bjt-sheet-part.c: tags of cairo, and only where they go straight into a PDF: kept in a
 * recording or a group cairo 1.16 crashes over them. */
#include "bjt-sheet-part.h"

static gboolean
takes_parts (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_group_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

void
bjt_sheet_part_begin (cairo_t    *cr,
                      const char *part)
{
  if (takes_parts (cr))
    cairo_tag_begin (cr, part, NULL);
}

void
bjt_sheet_part_end (cairo_t    *cr,
                    const char *part)
{
  if (takes_parts (cr))
    cairo_tag_end (cr, part);
}
