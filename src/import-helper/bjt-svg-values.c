/* bjt-svg-values.c: reads what can be read; what cannot is as if it were not
 * there. Nothing here allocates. */
#include "bjt-svg-values.h"

#include <math.h>
#include <string.h>

#define MAX_DIGITS 17
#define MAX_EXPONENT 300
#define MAX_FUNCTIONS 64
#define PIXELS_PER_INCH 96.0

/* Numbers */

static const char *
skip_separators (const char *at)
{
  while (*at == ' ' || *at == ',' || *at == '\n' || *at == '\t' || *at == '\r')
    at++;
  return at;
}

static const char *
read_exponent (const char *at,
               int        *exponent)
{
  gboolean is_negative = at[1] == '-';
  int      value = 0;

  if (!g_ascii_isdigit (at[1]) && !((at[1] == '-' || at[1] == '+') && g_ascii_isdigit (at[2])))
    return at;
  for (at += g_ascii_isdigit (at[1]) ? 1 : 2; g_ascii_isdigit (*at); at++)
    value = MIN (value * 10 + (*at - '0'), 10000);
  *exponent += is_negative ? -value : value;
  return at;
}

static double
scale_by_ten (double value,
              int    exponent)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

  if (exponent == 0 || value == 0)
    return value;
  if (ABS (exponent) < (int) G_N_ELEMENTS (powers))
    return exponent > 0 ? value * powers[exponent] : value / powers[-exponent];
  return value * pow (10, CLAMP (exponent, -MAX_EXPONENT, MAX_EXPONENT));
}

/**
 * bjt_svg_next_number:
 * @at: (inout): moves behind the number, and the blanks and comma before it
 */
gboolean
bjt_svg_next_number (const char **at,
                     double      *number)
{
  const char *p = skip_separators (*at);
  gboolean    is_negative = *p == '-', after_point = FALSE;
  guint64     digits = 0;
  int         n_digits = 0, exponent = 0;
  gboolean    has_digits = FALSE;

  p += *p == '-' || *p == '+';
  for (;; p++)
    {
      if (*p == '.' && !after_point)
        {
          after_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        break;
      has_digits = TRUE;
      if (n_digits < MAX_DIGITS)
        {
          digits = digits * 10 + (guint64) (*p - '0');
          n_digits += digits > 0;
          exponent -= after_point;
        }
      else if (!after_point)
        exponent++;
    }
  if (!has_digits)
    return FALSE;
  if (*p == 'e' || *p == 'E')
    p = read_exponent (p, &exponent);
  *number = scale_by_ten (is_negative ? -(double) digits : (double) digits, exponent);
  *at = p;
  return TRUE;
}

/* Lengths */

static double
get_unit (const char          *unit,
          const BjtSvgMeasure *measure)
{
  static const struct
  {
    const char *name;
    double      pixels;
  } units[] = {
    { "px", 1 }, { "pt", PIXELS_PER_INCH / 72 }, { "pc", PIXELS_PER_INCH / 6 }, { "mm", PIXELS_PER_INCH / 25.4 },
    { "cm", PIXELS_PER_INCH / 2.54 }, { "in", PIXELS_PER_INCH },
  };

  if (*unit == '%')
    return measure->percent_of / 100;
  if (strncmp (unit, "em", 2) == 0)
    return measure->font_size;
  if (strncmp (unit, "ex", 2) == 0)
    return measure->font_size / 2;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strncmp (unit, units[i].name, 2) == 0)
      return units[i].pixels;
  return 1;
}

/**
 * bjt_svg_length:
 * @text: (nullable): such as 12, 3mm or 50%
 * @otherwise: where there is none
 *
 * Returns: pixels
 */
double
bjt_svg_length (const char          *text,
                const BjtSvgMeasure *measure,
                double               otherwise)
{
  double number;

  if (text == NULL || !bjt_svg_next_number (&text, &number))
    return otherwise;
  return number * get_unit (text, measure);
}

/* Matrices */

BjtSvgMatrix
bjt_svg_matrix_multiply (const BjtSvgMatrix *outer,
                         const BjtSvgMatrix *inner)
{
  return (BjtSvgMatrix) {
    outer->xx * inner->xx + outer->xy * inner->yx,
    outer->yx * inner->xx + outer->yy * inner->yx,
    outer->xx * inner->xy + outer->xy * inner->yy,
    outer->yx * inner->xy + outer->yy * inner->yy,
    outer->xx * inner->x0 + outer->xy * inner->y0 + outer->x0,
    outer->yx * inner->x0 + outer->yy * inner->y0 + outer->y0,
  };
}

BjtPoint
bjt_svg_matrix_apply (const BjtSvgMatrix *self,
                      double              x,
                      double              y)
{
  return (BjtPoint) { self->xx * x + self->xy * y + self->x0, self->yx * x + self->yy * y + self->y0 };
}

/* By how much lengths grow, in the mean of all directions. */
double
bjt_svg_matrix_get_scale (const BjtSvgMatrix *self)
{
  return sqrt (fabs (self->xx * self->yy - self->xy * self->yx));
}

static BjtSvgMatrix
make_rotation (const double *numbers,
               guint         n)
{
  double       angle = numbers[0] * G_PI / 180, c = cos (angle), s = sin (angle);
  double       x = n >= 3 ? numbers[1] : 0, y = n >= 3 ? numbers[2] : 0;
  BjtSvgMatrix matrix = { c, s, -s, c, x - c * x + s * y, y - s * x - c * y };

  return matrix;
}

static BjtSvgMatrix
make_function (const char   *name,
               gsize         length,
               const double *numbers,
               guint         n)
{
#define IS(word) (length == sizeof (word) - 1 && memcmp (name, word, sizeof (word) - 1) == 0)
  if (IS ("matrix") && n == 6)
    return (BjtSvgMatrix) { numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5] };
  if (IS ("translate") && n >= 1)
    return (BjtSvgMatrix) { 1, 0, 0, 1, numbers[0], n >= 2 ? numbers[1] : 0 };
  if (IS ("scale") && n >= 1)
    return (BjtSvgMatrix) { numbers[0], 0, 0, n >= 2 ? numbers[1] : numbers[0], 0, 0 };
  if (IS ("rotate") && n >= 1)
    return make_rotation (numbers, n);
  if (IS ("skewX") && n >= 1)
    return (BjtSvgMatrix) { 1, 0, tan (numbers[0] * G_PI / 180), 1, 0, 0 };
  if (IS ("skewY") && n >= 1)
    return (BjtSvgMatrix) { 1, tan (numbers[0] * G_PI / 180), 0, 1, 0, 0 };
#undef IS
  return BJT_SVG_IDENTITY;
}

/**
 * bjt_svg_transform:
 * @text: (nullable): such as "translate(3 4) rotate(90)"
 */
BjtSvgMatrix
bjt_svg_transform (const char *text)
{
  BjtSvgMatrix matrix = BJT_SVG_IDENTITY;

  for (guint i = 0; text != NULL && i < MAX_FUNCTIONS; i++)
    {
      const char  *name = skip_separators (text);
      gsize        length = strspn (name, "abcdefghijklmnopqrstuvwxyzXY");
      double       numbers[6];
      guint        n = 0;
      BjtSvgMatrix inner;

      text = name + length;
      text += strspn (text, " \t\r\n");
      if (length == 0 || *text != '(')
        break;
      text++;
      while (n < G_N_ELEMENTS (numbers) && bjt_svg_next_number (&text, &numbers[n]))
        n++;
      text = strchr (text, ')');
      if (text != NULL)
        text++;
      inner = make_function (name, length, numbers, n);
      matrix = bjt_svg_matrix_multiply (&matrix, &inner);
    }
  return matrix;
}

/**
 * bjt_svg_view_box:
 * @text: (nullable)
 *
 * Returns: whether it is one with an area
 */
gboolean
bjt_svg_view_box (const char *text,
                  BjtBox     *box)
{
  double numbers[4];

  for (guint i = 0; i < 4; i++)
    if (text == NULL || !bjt_svg_next_number (&text, &numbers[i]))
      return FALSE;
  *box = (BjtBox) { numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3] };
  return numbers[2] > 0 && numbers[3] > 0 && isfinite (box->x2) && isfinite (box->y2);
}

static double
get_share (const char *aspect,
           const char *low,
           const char *high)
{
  if (aspect != NULL && strstr (aspect, low) != NULL)
    return 0;
  return aspect != NULL && strstr (aspect, high) != NULL ? 1 : 0.5;
}

/**
 * bjt_svg_fit:
 * @aspect: (nullable): preserveAspectRatio
 *
 * Returns: what puts @view_box into @viewport
 */
BjtSvgMatrix
bjt_svg_fit (const BjtBox *view_box,
             const BjtBox *viewport,
             const char   *aspect)
{
  double x_scale = (viewport->x2 - viewport->x1) / (view_box->x2 - view_box->x1);
  double y_scale = (viewport->y2 - viewport->y1) / (view_box->y2 - view_box->y1);
  double x_left, y_left;

  if (aspect == NULL || strstr (aspect, "none") == NULL)
    x_scale = y_scale = aspect != NULL && strstr (aspect, "slice") != NULL ? fmax (x_scale, y_scale) : fmin (x_scale, y_scale);
  x_left = viewport->x2 - viewport->x1 - x_scale * (view_box->x2 - view_box->x1);
  y_left = viewport->y2 - viewport->y1 - y_scale * (view_box->y2 - view_box->y1);
  return (BjtSvgMatrix) {
    x_scale, 0, 0, y_scale,
    viewport->x1 + x_left * get_share (aspect, "xMin", "xMax") - x_scale * view_box->x1,
    viewport->y1 + y_left * get_share (aspect, "YMin", "YMax") - y_scale * view_box->y1,
  };
}
