/* sheet-probe.h: looks at what a sheet prints.
 */
#pragma once

#include "print/bjt-sheet.h"

G_BEGIN_DECLS

char            *sheet_probe_dup_pdf_text (BjtSheet *sheet);  /* NULL: no pdftotext here */
char            *sheet_probe_dup_pdf_fonts (BjtSheet *sheet); /* NULL: no pdffonts here */
cairo_surface_t *sheet_probe_render (BjtSheet *sheet, double dpi);
void             sheet_probe_check_draws (BjtSheet *sheet);

/* Against tests/data/print/NAME.png, drawn without texts; writes NAME-got.png
 * and NAME-diff.png into the working directory on failure. BJT_UPDATE_GOLDEN
 * writes the expectation anew. */
void             sheet_probe_compare (BjtSheet *sheet, const char *name);

G_END_DECLS
