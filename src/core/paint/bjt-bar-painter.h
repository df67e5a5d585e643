/* bjt-bar-painter.h: one bar of a chart: a figure, and below it what it was a
 * year before.
 */
#pragma once

#include "bjt-palette.h"

G_BEGIN_DECLS

typedef struct
{
  double value;  /* NAN: nothing is drawn */
  double before; /* NAN: not known */
} BjtBar;

/* What the whole width stands for; bars of one chart share it. */
typedef struct
{
  double least; /* 0, or below */
  double most;
} BjtBarScale;

void bjt_bar_scale_init (BjtBarScale *self);
void bjt_bar_scale_add (BjtBarScale *self, const BjtBar *bar);

/* @px: one pixel of the screen in units of the context; lines are as thick as on it. */
void bjt_bar_painter_draw (cairo_t *cr, const BjtPalette *palette, const BjtBarScale *scale, const BjtBar *bar, const BjtBox *box, double px);

G_END_DECLS
