/* test-colour-ramp.c: classes can be told apart, also by eyes that do not tell
 * red from green. */
#include "carto/bjt-colour-ramp.h"

#include <math.h>

typedef struct
{
  double r, g, b;
} Light;

static double
linear (guint32 colour,
        guint   shift)
{
  double c = ((colour >> shift) & 0xFF) / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* Machado, Oliveira, Fernandes (2009), severity 1.0. */
static const double eyes[][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },  /* deuteranopia */
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 }, /* protanopia */
};

static Light
see (guint32       colour,
     const double *eye)
{
  double r = linear (colour, 16), g = linear (colour, 8), b = linear (colour, 0);

  return (Light) {
    fmax (0, eye[0] * r + eye[1] * g + eye[2] * b),
    fmax (0, eye[3] * r + eye[4] * g + eye[5] * b),
    fmax (0, eye[6] * r + eye[7] * g + eye[8] * b),
  };
}

/* Distance in OKLab. */
static double
differ (Light x,
        Light y)
{
  double lab[2][3];

  for (guint i = 0; i < 2; i++)
    {
      Light  c = i == 0 ? x : y;
      double l = cbrt (0.4122214708 * c.r + 0.5363325363 * c.g + 0.0514459929 * c.b);
      double m = cbrt (0.2119034982 * c.r + 0.6806995451 * c.g + 0.1073969566 * c.b);
      double s = cbrt (0.0883024619 * c.r + 0.2817188376 * c.g + 0.6299787005 * c.b);

      lab[i][0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
      lab[i][1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
      lab[i][2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    }
  return sqrt (pow (lab[0][0] - lab[1][0], 2) + pow (lab[0][1] - lab[1][1], 2) + pow (lab[0][2] - lab[1][2], 2));
}

static double
luminance (guint32 colour)
{
  return 0.2126 * linear (colour, 16) + 0.7152 * linear (colour, 8) + 0.0722 * linear (colour, 0);
}

static const BjtPaletteKind palettes[] = { BJT_PALETTE_LIGHT, BJT_PALETTE_DARK, BJT_PALETTE_PRINT };

static void
test_classes_differ (void)
{
  for (guint ramp = 0; ramp < BJT_N_COLOUR_RAMPS; ramp++)
    for (guint p = 0; p < G_N_ELEMENTS (palettes); p++)
      for (guint e = 0; e < G_N_ELEMENTS (eyes); e++)
        for (guint a = 0; a < 7; a++)
          for (guint b = a + 1; b < 7; b++)
            {
              guint32 x = bjt_colour_ramp_get_colour ((BjtColourRamp) ramp, palettes[p], bjt_colour_ramp_get_place (a, 7));
              guint32 y = bjt_colour_ramp_get_colour ((BjtColourRamp) ramp, palettes[p], bjt_colour_ramp_get_place (b, 7));
              double  distance = differ (see (x, eyes[e]), see (y, eyes[e]));

              if (distance < 0.045)
                g_test_message ("ramp %u palette %u eye %u: %06X and %06X", ramp, p, e, x, y);
              g_assert_cmpfloat (distance, >=, 0.045);
            }
}

/* High is dark on light ground, bright on dark ground; both ends stand out. */
static void
test_lightness_tells_the_order (void)
{
  for (guint ramp = 0; ramp < BJT_N_COLOUR_RAMPS; ramp++)
    for (guint p = 0; p < G_N_ELEMENTS (palettes) && !bjt_colour_ramp_is_diverging ((BjtColourRamp) ramp); p++)
      for (guint i = 1; i <= 20; i++)
        {
          double before = luminance (bjt_colour_ramp_get_colour ((BjtColourRamp) ramp, palettes[p], (i - 1) / 20.0));
          double after = luminance (bjt_colour_ramp_get_colour ((BjtColourRamp) ramp, palettes[p], i / 20.0));

          if (palettes[p] == BJT_PALETTE_DARK)
            g_assert_cmpfloat (after, >, before);
          else
            g_assert_cmpfloat (after, <, before);
        }
}

static void
test_mono_lines_get_denser (void)
{
  for (guint n = 2; n <= 7; n++)
    for (guint i = 1; i < n; i++)
      {
        g_assert_cmpfloat (bjt_colour_ramp_get_spacing (i, n), <, 0.85 * bjt_colour_ramp_get_spacing (i - 1, n));
        g_assert_cmpfloat (bjt_colour_ramp_get_spacing (i, n), >, 2);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/colour-ramp/classes-differ", test_classes_differ);
  g_test_add_func ("/paint/colour-ramp/lightness-tells-the-order", test_lightness_tells_the_order);
  g_test_add_func ("/paint/colour-ramp/mono-lines-get-denser", test_mono_lines_get_denser);
  return g_test_run ();
}
