/* bjt-coordinates.c: a scanner that keeps at most two values.
 *
 * Each number goes to a slot (degrees, minutes, seconds) of the value at hand
 * by the mark behind it; a comma, a hemisphere or a mark that does not fit
 * begins the next value. What is not understood makes the whole text none. */
#include "bjt-coordinates.h"

#include "bjt-coordinate-words.h"
#include "bjt-ground.h"

#include <math.h>
#include <string.h>

#define MIN_METRES 100000.0   /* smaller numbers are degrees */
#define MIN_ZONED 13000000.0  /* an easting with the number of its zone before it */
#define NEARBY 20.0           /* degrees: latitude comes first only when it leads that near */
#define MAX_WORD 12

typedef struct
{
  double   parts[3]; /* degrees, minutes, seconds */
  guint    n_parts;
  gboolean is_marked;  /* the last part has its mark */
  gboolean is_closed;
  gboolean is_exact;   /* a fraction, a mark or a hemisphere: not just a whole number */
  gboolean is_negative;
  Axis     axis;
} Value;

typedef struct
{
  const char *at;
  Value       values[3];
  guint       n_values;
  Axis        axis;        /* said before its number */
  gboolean    is_negative; /* the same */
} Scanner;

static const char *const style_names[] = { "decimal", "dms", "metres" };

const char *
bjt_coordinate_style_get_name (BjtCoordinateStyle self)
{
  return style_names[self];
}

gboolean
bjt_coordinate_style_init_from_name (BjtCoordinateStyle *self,
                                     const char         *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (style_names); i++)
    if (g_strcmp0 (name, style_names[i]) == 0)
      {
        *self = (BjtCoordinateStyle) i;
        return TRUE;
      }
  return FALSE;
}

/* Writing */

static void
append_dms (GString *out,
            double   degrees,
            char     positive,
            char     negative)
{
  double hundredths = round (fabs (degrees) * 360000);

  g_string_append_printf (out, "%.0f°%02.0f′%05.2f″%c", floor (hundredths / 360000), floor (fmod (hundredths, 360000) / 6000),
                          fmod (hundredths, 6000) / 100, degrees < 0 ? negative : positive);
}

static char *
format_metres (BjtPoint lon_lat)
{
  g_autoptr (BjtGround) ground = bjt_ground_new (lon_lat.x);
  BjtPoint metres = bjt_ground_project (ground, lon_lat);

  return g_strdup_printf ("N %.1f E %.1f (%d°)", metres.y, metres.x, bjt_ground_get_central_meridian (ground));
}

/**
 * bjt_coordinates_format:
 *
 * Returns: (transfer full): what bjt_coordinates_parse() reads again, to a
 *   decimetre or better; the same in every language
 */
char *
bjt_coordinates_format (BjtCoordinateStyle style,
                        BjtPoint           lon_lat)
{
  GString *out;

  if (style == BJT_COORDINATE_STYLE_METRES)
    return format_metres (lon_lat);
  out = g_string_new (NULL);
  if (style == BJT_COORDINATE_STYLE_DECIMAL)
    g_string_printf (out, "%.6f, %.6f", lon_lat.x, lon_lat.y);
  else
    {
      append_dms (out, lon_lat.x, 'E', 'W');
      g_string_append_c (out, ' ');
      append_dms (out, lon_lat.y, 'N', 'S');
    }
  return g_string_free (out, FALSE);
}

/* Reading */

/* The character as typed on any keyboard: full-width ones as plain. */
static gunichar
peek (const Scanner *self)
{
  gunichar c = g_utf8_get_char (self->at);

  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFEE0;
  return c == 0x3000 ? ' ' : c;
}

static void
skip (Scanner *self)
{
  self->at = g_utf8_next_char (self->at);
}

static Value *
get_value (Scanner *self)
{
  return self->n_values > 0 ? &self->values[self->n_values - 1] : NULL;
}

/* The part a mark stands behind; -1: no mark. */
static int
find_slot (gunichar     c,
           const Value *value)
{
  switch (c)
    {
    case 0xB0: case 0xBA: case 0x5EA6: /* degree, ordinal, du */
      return 0;
    case 0x2032: case '\'': case 0x2019: case 0x5206: /* prime, quotes, fen */
      return value->n_parts == 3 ? 2 : 1;             /* a second prime after the first */
    case 0x2033: case '"': case 0x201D: case 0x79D2: /* double prime, quotes, miao */
      return 2;
    case ':':
      return (int) value->n_parts - 1;
    default:
      return -1;
    }
}

static gboolean
scan_number (Scanner  *self,
             double   *number,
             gboolean *has_fraction)
{
  char  digits[32];
  guint n = 0;

  *has_fraction = FALSE;
  for (gunichar c = peek (self); n < sizeof digits - 1 && ((c >= '0' && c <= '9') || (c == '.' && !*has_fraction)); c = peek (self))
    {
      *has_fraction |= c == '.';
      digits[n++] = (char) c;
      skip (self);
    }
  digits[n] = '\0';
  *number = g_ascii_strtod (digits, NULL);
  return n > 0 && !(n == 1 && digits[0] == '.') && n < sizeof digits - 1;
}

/* Whether a number with that mark behind it (-1: none) belongs to the value. */
static gboolean
continues (const Scanner *self,
           const Value   *value,
           double         number)
{
  Value longer;

  if (value == NULL || value->is_closed || !value->is_marked || value->n_parts >= 3 || number >= 60)
    return FALSE;
  longer = *value;
  longer.n_parts++;
  return find_slot (peek (self), &longer) != 0 && self->axis == AXIS_UNKNOWN;
}

static gboolean
add_number (Scanner *self)
{
  Value   *value = get_value (self);
  double   number;
  gboolean has_fraction;

  if (!scan_number (self, &number, &has_fraction))
    return FALSE;
  if (!continues (self, value, number))
    {
      if (self->n_values == G_N_ELEMENTS (self->values))
        return FALSE;
      value = &self->values[self->n_values++];
      *value = (Value) { .axis = self->axis, .is_negative = self->is_negative, .is_exact = self->axis != AXIS_UNKNOWN };
      self->axis = AXIS_UNKNOWN;
      self->is_negative = FALSE;
    }
  value->parts[value->n_parts++] = number;
  value->is_exact |= has_fraction;
  value->is_marked = FALSE;
  return TRUE;
}

static gboolean
add_mark (Scanner *self)
{
  Value *value = get_value (self);
  int    slot = value != NULL ? find_slot (peek (self), value) : -1;

  if (slot < 0)
    return FALSE;
  if (value->is_marked || slot != (int) value->n_parts - 1)
    return FALSE;
  value->is_marked = value->is_exact = TRUE;
  skip (self);
  /* Two single primes are one double. */
  if (slot == 2 && (peek (self) == '\'' || peek (self) == 0x2032))
    skip (self);
  return TRUE;
}

/* The word for degrees is a mark, but also a part of "longitude" and "latitude". */
static gboolean
is_letter (gunichar c,
           gunichar before)
{
  return g_unichar_isalpha (c) && (find_slot (c, &(Value) { 0 }) < 0 || before == 0x7ECF || before == 0x7EAC);
}

static gboolean
scan_word (Scanner *self,
           char    *word)
{
  GString *out = g_string_sized_new (16);
  gunichar before = 0;
  guint    n = 0;

  for (gunichar c = peek (self); n < MAX_WORD && is_letter (c, before); c = peek (self), n++)
    {
      g_string_append_unichar (out, g_unichar_tolower (c));
      before = c;
      skip (self);
    }
  g_strlcpy (word, out->str, 4 * MAX_WORD + 1);
  g_string_free (out, TRUE);
  return n > 0;
}

static gboolean
add_word (Scanner *self)
{
  char   word[4 * MAX_WORD + 1];
  Value *value = get_value (self);

  if (!scan_word (self, word))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (word, words[i].word) != 0)
        continue;
      if (words[i].axis == AXIS_UNKNOWN)
        return value != NULL;
      if (value != NULL && value->axis == AXIS_UNKNOWN && !value->is_closed)
        {
          value->axis = words[i].axis;
          value->is_negative ^= words[i].is_negative;
          value->is_closed = value->is_exact = TRUE;
        }
      else
        {
          self->axis = words[i].axis;
          self->is_negative = words[i].is_negative;
        }
      return TRUE;
    }
  return FALSE;
}

/* A sign stands before a number that begins a value. */
static gboolean
add_sign (Scanner *self)
{
  gboolean is_first = self->n_values == 0 || get_value (self)->is_closed || !g_ascii_isdigit (self->at[-1]);
  gunichar sign = peek (self), next;

  skip (self);
  next = peek (self);
  if (!is_first || !((next >= '0' && next <= '9') || next == '.'))
    return FALSE;
  if (self->n_values > 0)
    get_value (self)->is_closed = TRUE;
  self->is_negative ^= sign != '+';
  return TRUE;
}

static gboolean
add_next (Scanner *self)
{
  gunichar c = peek (self);

  if (g_unichar_isspace (c) || c == '=' || c == '(' || c == ')' || c == '[' || c == ']')
    skip (self);
  else if (c == ',' || c == ';' || c == '/' || c == 0x3001)
    {
      if (self->n_values > 0)
        get_value (self)->is_closed = TRUE;
      skip (self);
    }
  else if ((c >= '0' && c <= '9') || c == '.')
    return add_number (self);
  else if (c == '-' || c == '+' || c == 0x2212)
    return add_sign (self);
  else if (c == ':' && self->axis != AXIS_UNKNOWN) /* "lon: 129.77" */
    skip (self);
  else if (find_slot (c, &(Value) { .n_parts = 1 }) >= 0)
    return add_mark (self);
  else
    return add_word (self);
  return TRUE;
}

static double
get_degrees (const Value *value)
{
  double degrees = value->parts[0] + value->parts[1] / 60 + value->parts[2] / 3600;

  return value->is_negative ? -degrees : degrees;
}

static gboolean
is_on_earth (BjtPoint lon_lat)
{
  return fabs (lon_lat.x) <= 180 && fabs (lon_lat.y) <= 90;
}

/* Zones 13 to 23 are 6° wide, 24 to 45 are 3° wide. */
static gboolean
get_central_meridian (double  *easting,
                      double   near,
                      double  *central_meridian)
{
  double zone = floor (*easting / 1000000);

  *central_meridian = near;
  if (*easting < MIN_ZONED)
    return *easting < 1000000;
  *easting -= zone * 1000000;
  *central_meridian = zone <= 23 ? zone * 6 - 3 : zone * 3;
  return zone <= 45;
}

static gboolean
read_metres (const Scanner *self,
             BjtPoint       near,
             BjtPoint      *lon_lat)
{
  double a = self->values[0].parts[0], b = self->values[1].parts[0];
  /* A northing in China has seven digits, an easting six, or eight with its zone. */
  gboolean a_is_north = a >= 1000000 && a < MIN_ZONED;
  double   northing = a_is_north ? a : b, easting = a_is_north ? b : a, meridian;
  g_autoptr (BjtGround) ground = NULL;

  if (northing < 0 || northing >= MIN_ZONED || !get_central_meridian (&easting, near.x, &meridian))
    return FALSE;
  if (self->n_values == 3) /* the central meridian behind */
    meridian = get_degrees (&self->values[2]);
  if (fabs (meridian) > 180)
    return FALSE;
  ground = bjt_ground_new (meridian);
  *lon_lat = bjt_ground_unproject (ground, (BjtPoint) { easting, northing });
  return isfinite (lon_lat->x) && isfinite (lon_lat->y) && is_on_earth (*lon_lat);
}

static gboolean
is_swapped (const Scanner *self,
            BjtPoint       near)
{
  BjtPoint straight = { get_degrees (&self->values[0]), get_degrees (&self->values[1]) };
  BjtPoint swapped = { straight.y, straight.x };
  double   distance;

  if (self->values[0].axis != AXIS_UNKNOWN)
    return self->values[0].axis == AXIS_LATITUDE;
  if (self->values[1].axis != AXIS_UNKNOWN)
    return self->values[1].axis == AXIS_LONGITUDE;
  if (!is_on_earth (swapped))
    return FALSE;
  distance = hypot (swapped.x - near.x, swapped.y - near.y);
  return !is_on_earth (straight)
         || (distance < NEARBY && distance < hypot (straight.x - near.x, straight.y - near.y));
}

static gboolean
read_degrees (const Scanner *self,
              BjtPoint       near,
              gboolean       takes_whole,
              BjtPoint      *lon_lat)
{
  gboolean swapped = is_swapped (self, near);

  if (self->values[0].axis != AXIS_UNKNOWN && self->values[0].axis == self->values[1].axis)
    return FALSE;
  *lon_lat = (BjtPoint) { get_degrees (&self->values[swapped]), get_degrees (&self->values[!swapped]) };
  return (takes_whole || self->values[0].is_exact || self->values[1].is_exact) && is_on_earth (*lon_lat);
}

static gboolean
parse (const char *text,
       BjtPoint    near,
       gboolean    takes_whole,
       BjtPoint   *lon_lat)
{
  Scanner self = { .at = text };

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  if (g_str_has_prefix (text, "geo:"))
    self.at += 4;
  while (*self.at != '\0')
    if (!add_next (&self))
      return FALSE;
  if (self.n_values < 2)
    return FALSE;
  if (self.values[0].n_parts == 1 && self.values[1].n_parts == 1
      && self.values[0].parts[0] >= MIN_METRES && self.values[1].parts[0] >= MIN_METRES)
    return read_metres (&self, near, lon_lat);
  return self.n_values == 2 && read_degrees (&self, near, takes_whole, lon_lat);
}

/**
 * bjt_coordinates_parse:
 * @near: longitude and latitude of what is looked at: settles which of two
 *   numbers is which, and the zone of metres without one
 * @lon_lat: (out)
 *
 * Returns: whether @text is coordinates
 */
gboolean
bjt_coordinates_parse (const char *text,
                       BjtPoint    near,
                       BjtPoint   *lon_lat)
{
  return parse (text, near, FALSE, lon_lat);
}

/**
 * bjt_coordinates_parse_path:
 * @path: (element-type BjtPoint): places are added to it
 *
 * Reads "129.77,43.31 129.78,43.31 …"; whole numbers too.
 *
 * Returns: whether all were understood
 */
gboolean
bjt_coordinates_parse_path (const char *text,
                            BjtPoint    near,
                            GArray     *path)
{
  g_auto (GStrv) places = g_strsplit_set (text, " \t\n;", -1);

  for (guint i = 0; places[i] != NULL; i++)
    {
      BjtPoint place;

      if (*places[i] == '\0')
        continue;
      if (!parse (places[i], near, TRUE, &place))
        return FALSE;
      g_array_append_val (path, place);
    }
  return TRUE;
}
