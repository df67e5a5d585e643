/* bjt-colour-ramp.c: five colours a ramp, mixed in OKLab between them, where
 * equal steps look equal. */
#include "bjt-colour-ramp.h"

#include <math.h>

#define N_STOPS 5

typedef struct
{
  guint32  light[N_STOPS];
  guint32  dark[N_STOPS];
  gboolean is_diverging;
} Ramp;

static const Ramp ramps[BJT_N_COLOUR_RAMPS] = {
  [BJT_RAMP_BLUE] = {
    { 0xE3EFFA, 0xB3D2EE, 0x76AEDD, 0x357FBF, 0x0D4680 },
    { 0x22384D, 0x2B5B88, 0x3F87C4, 0x7FB9E9, 0xD8ECFC },
  },
  [BJT_RAMP_WARM] = {
    { 0xFFF1CF, 0xFBD088, 0xF19A4B, 0xD2592D, 0x931F1B },
    { 0x4A3320, 0x7E4821, 0xBF6629, 0xF09E50, 0xFFE0AE },
  },
  [BJT_RAMP_TEAL] = {
    { 0xE2F3EC, 0xAEDBC8, 0x66B79C, 0x288A74, 0x07534A },
    { 0x203D36, 0x27614F, 0x338D76, 0x71C3A8, 0xD2F2E5 },
  },
  [BJT_RAMP_BALANCE] = {
    { 0x1F5FA8, 0x93BFE3, 0xF4F1EA, 0xF2B57D, 0xA84F08 },
    { 0x8CC4F2, 0x3A74AE, 0x3C3C3D, 0xB06A2C, 0xFABB7C },
    TRUE,
  },
};

typedef struct
{
  double l, a, b;
} Lab;

static double
to_linear (guint32 colour,
           guint   shift)
{
  double c = ((colour >> shift) & 0xFF) / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static guint32
from_linear (double c,
             guint  shift)
{
  double encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * pow (c, 1 / 2.4) - 0.055;

  return (guint32) lround (CLAMP (encoded, 0.0, 1.0) * 255) << shift;
}

/* Björn Ottosson, A perceptual color space for image processing (2020). */
static Lab
to_lab (guint32 colour)
{
  double r = to_linear (colour, 16), g = to_linear (colour, 8), b = to_linear (colour, 0);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  return (Lab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static guint32
from_lab (Lab colour)
{
  double l = pow (colour.l + 0.3963377774 * colour.a + 0.2158037573 * colour.b, 3);
  double m = pow (colour.l - 0.1055613458 * colour.a - 0.0638541728 * colour.b, 3);
  double s = pow (colour.l - 0.0894841775 * colour.a - 1.2914855480 * colour.b, 3);

  return from_linear (4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, 16)
         | from_linear (-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, 8)
         | from_linear (-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s, 0);
}

/* What wants attention is warm, what is well done is teal, load is compared
 * with the mean, everything else is simply more or less. */
BjtColourRamp
bjt_colour_ramp_for (const BjtIndicatorKind *kind)
{
  switch ((int) kind->numerator)
    {
    case BJT_MEASURE_OVERDUE:
    case BJT_MEASURE_ISSUES:
    case BJT_MEASURE_LATE_ISSUES:
    case BJT_MEASURE_CONTACT_DAYS:
      return BJT_RAMP_WARM;
    case BJT_MEASURE_CONTACTED:
    case BJT_MEASURE_VERIFIED:
      return BJT_RAMP_TEAL;
    case BJT_MEASURE_WORKLOAD:
      return BJT_RAMP_BALANCE;
    default:
      return BJT_RAMP_BLUE;
    }
}

gboolean
bjt_colour_ramp_is_diverging (BjtColourRamp self)
{
  return ramps[self].is_diverging;
}

/**
 * bjt_colour_ramp_get_colour:
 * @at: from the lowest (0) to the highest (1)
 *
 * In mono: greys, which are the ground of the lines.
 */
guint32
bjt_colour_ramp_get_colour (BjtColourRamp  self,
                            BjtPaletteKind palette,
                            double         at)
{
  const guint32 *stops = palette == BJT_PALETTE_DARK ? ramps[self].dark : ramps[self].light;
  double         place = CLAMP (at, 0.0, 1.0) * (N_STOPS - 1);
  guint          first = MIN ((guint) place, N_STOPS - 2);
  double         share = place - first;
  Lab            a, b;

  if (palette == BJT_PALETTE_MONO)
    return from_lab ((Lab) { 0.98 - 0.25 * CLAMP (at, 0.0, 1.0), 0, 0 });
  a = to_lab (stops[first]);
  b = to_lab (stops[first + 1]);
  return from_lab ((Lab) { a.l + (b.l - a.l) * share, a.a + (b.a - a.a) * share, a.b + (b.b - a.b) * share });
}

/**
 * bjt_colour_ramp_get_place:
 *
 * Returns: where class @index of @n_classes lies on the ramp; a single class
 *   takes the middle
 */
double
bjt_colour_ramp_get_place (guint index,
                           guint n_classes)
{
  return n_classes > 1 ? (double) index / (n_classes - 1) : 0.5;
}

double
bjt_colour_ramp_get_spacing (guint index,
                             guint n_classes)
{
  return 14 * pow (0.17, bjt_colour_ramp_get_place (index, n_classes));
}
