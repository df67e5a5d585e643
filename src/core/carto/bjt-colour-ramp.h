/* bjt-colour-ramp.h: rows of colours for classes and for densities, as data.
 *
 * Read by people who see red and green alike: the lightness alone tells the
 * order. On dark ground high is bright, on light ground and on paper high is
 * dark; in mono the classes differ by the density of their lines.
 */
#pragma once

#include "paint/bjt-palette.h"
#include "rules/bjt-indicator.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_RAMP_BLUE,    /* how many */
  BJT_RAMP_WARM,    /* what wants attention */
  BJT_RAMP_TEAL,    /* what is well done */
  BJT_RAMP_BALANCE, /* below and above the middle */
} BjtColourRamp;

#define BJT_N_COLOUR_RAMPS 4

BjtColourRamp bjt_colour_ramp_for (const BjtIndicatorKind *kind);
gboolean bjt_colour_ramp_is_diverging (BjtColourRamp self);
guint32  bjt_colour_ramp_get_colour (BjtColourRamp self, BjtPaletteKind palette, double at);  /* at: 0…1; 0xRRGGBB */
double   bjt_colour_ramp_get_place (guint index, guint n_classes);       /* of a class, for get_colour() */
double   bjt_colour_ramp_get_spacing (guint index, guint n_classes);                           /* px between the lines of a class in mono */

G_END_DECLS
