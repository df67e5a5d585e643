/* bjt-heat-painter.h: how dense something lies: a smooth field of the doors.
 *
 * Whatever is counted door by door (persons, overdue visits, issues …) is
 * spread around each door by a Gaussian in ground metres; the sum of the field
 * is the sum of what was counted.
 */
#pragma once

#include "paint/bjt-map-frame.h"
#include "paint/bjt-palette.h"
#include "rules/bjt-indicator.h"

G_BEGIN_DECLS

#define BJT_MIN_HEAT_RADIUS 20.0  /* metres */
#define BJT_MAX_HEAT_RADIUS 200.0

typedef struct
{
  double   radius;    /* metres: where the kernel has fallen to an eighth */
  gboolean is_public; /* nothing is shown where fewer than five doors add to it */
} BjtHeatOptions;

typedef struct _BjtHeatPainter BjtHeatPainter;

BjtHeatPainter *bjt_heat_painter_new (BjtPicture *picture, const BjtIndicator *indicator, const BjtDoorSet *doors, const BjtHeatOptions *options);
BjtHeatPainter *bjt_heat_painter_ref (BjtHeatPainter *self);
void            bjt_heat_painter_unref (BjtHeatPainter *self);
void            bjt_heat_painter_paint (BjtHeatPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtPalette *palette);

const BjtIndicator *bjt_heat_painter_get_indicator (BjtHeatPainter *self);
double  bjt_heat_painter_get_radius (BjtHeatPainter *self);
double  bjt_heat_painter_get_peak (BjtHeatPainter *self);  /* the highest, per hectare */
double  bjt_heat_painter_get_total (BjtHeatPainter *self); /* the integral of the field */
double  bjt_heat_painter_get_at (BjtHeatPainter *self, BjtPoint mercator); /* per hectare */
guint32 bjt_heat_painter_get_colour (BjtHeatPainter *self, const BjtPalette *palette, double share, double *alpha); /* share of the peak */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtHeatPainter, bjt_heat_painter_unref)

G_END_DECLS
