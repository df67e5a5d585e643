/* bjt-hatch.h: patterns that tell 户 classes apart without colour.
 */
#pragma once

#include "bjt-palette.h"

G_BEGIN_DECLS

/* Draws in the current source and line width, inside the box, without a clip. */
void bjt_hatch_draw (cairo_t *cr, BjtHatch hatch, const BjtBox *box, double spacing);

G_END_DECLS
