/* bjt-svg-colour.c: #rgb, #rrggbb with or without alpha, rgb(), rgba(), hsl()
 * and the named colours of CSS. */
#include "bjt-svg-values.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint32     rgb;
} Named;

/* In the order of strcmp(). */
static const Named named[] = {
  { "aliceblue", 0xf0f8ff }, { "antiquewhite", 0xfaebd7 }, { "aqua", 0x00ffff }, { "aquamarine", 0x7fffd4 },
  { "azure", 0xf0ffff }, { "beige", 0xf5f5dc }, { "bisque", 0xffe4c4 }, { "black", 0x000000 },
  { "blanchedalmond", 0xffebcd }, { "blue", 0x0000ff }, { "blueviolet", 0x8a2be2 }, { "brown", 0xa52a2a },
  { "burlywood", 0xdeb887 }, { "cadetblue", 0x5f9ea0 }, { "chartreuse", 0x7fff00 }, { "chocolate", 0xd2691e },
  { "coral", 0xff7f50 }, { "cornflowerblue", 0x6495ed }, { "cornsilk", 0xfff8dc }, { "crimson", 0xdc143c },
  { "cyan", 0x00ffff }, { "darkblue", 0x00008b }, { "darkcyan", 0x008b8b }, { "darkgoldenrod", 0xb8860b },
  { "darkgray", 0xa9a9a9 }, { "darkgreen", 0x006400 }, { "darkgrey", 0xa9a9a9 }, { "darkkhaki", 0xbdb76b },
  { "darkmagenta", 0x8b008b }, { "darkolivegreen", 0x556b2f }, { "darkorange", 0xff8c00 }, { "darkorchid", 0x9932cc },
  { "darkred", 0x8b0000 }, { "darksalmon", 0xe9967a }, { "darkseagreen", 0x8fbc8f }, { "darkslateblue", 0x483d8b },
  { "darkslategray", 0x2f4f4f }, { "darkslategrey", 0x2f4f4f }, { "darkturquoise", 0x00ced1 }, { "darkviolet", 0x9400d3 },
  { "deeppink", 0xff1493 }, { "deepskyblue", 0x00bfff }, { "dimgray", 0x696969 }, { "dimgrey", 0x696969 },
  { "dodgerblue", 0x1e90ff }, { "firebrick", 0xb22222 }, { "floralwhite", 0xfffaf0 }, { "forestgreen", 0x228b22 },
  { "fuchsia", 0xff00ff }, { "gainsboro", 0xdcdcdc }, { "ghostwhite", 0xf8f8ff }, { "gold", 0xffd700 },
  { "goldenrod", 0xdaa520 }, { "gray", 0x808080 }, { "green", 0x008000 }, { "greenyellow", 0xadff2f },
  { "grey", 0x808080 }, { "honeydew", 0xf0fff0 }, { "hotpink", 0xff69b4 }, { "indianred", 0xcd5c5c },
  { "indigo", 0x4b0082 }, { "ivory", 0xfffff0 }, { "khaki", 0xf0e68c }, { "lavender", 0xe6e6fa },
  { "lavenderblush", 0xfff0f5 }, { "lawngreen", 0x7cfc00 }, { "lemonchiffon", 0xfffacd }, { "lightblue", 0xadd8e6 },
  { "lightcoral", 0xf08080 }, { "lightcyan", 0xe0ffff }, { "lightgoldenrodyellow", 0xfafad2 }, { "lightgray", 0xd3d3d3 },
  { "lightgreen", 0x90ee90 }, { "lightgrey", 0xd3d3d3 }, { "lightpink", 0xffb6c1 }, { "lightsalmon", 0xffa07a },
  { "lightseagreen", 0x20b2aa }, { "lightskyblue", 0x87cefa }, { "lightslategray", 0x778899 }, { "lightslategrey", 0x778899 },
  { "lightsteelblue", 0xb0c4de }, { "lightyellow", 0xffffe0 }, { "lime", 0x00ff00 }, { "limegreen", 0x32cd32 },
  { "linen", 0xfaf0e6 }, { "magenta", 0xff00ff }, { "maroon", 0x800000 }, { "mediumaquamarine", 0x66cdaa },
  { "mediumblue", 0x0000cd }, { "mediumorchid", 0xba55d3 }, { "mediumpurple", 0x9370db }, { "mediumseagreen", 0x3cb371 },
  { "mediumslateblue", 0x7b68ee }, { "mediumspringgreen", 0x00fa9a }, { "mediumturquoise", 0x48d1cc }, { "mediumvioletred", 0xc71585 },
  { "midnightblue", 0x191970 }, { "mintcream", 0xf5fffa }, { "mistyrose", 0xffe4e1 }, { "moccasin", 0xffe4b5 },
  { "navajowhite", 0xffdead }, { "navy", 0x000080 }, { "oldlace", 0xfdf5e6 }, { "olive", 0x808000 },
  { "olivedrab", 0x6b8e23 }, { "orange", 0xffa500 }, { "orangered", 0xff4500 }, { "orchid", 0xda70d6 },
  { "palegoldenrod", 0xeee8aa }, { "palegreen", 0x98fb98 }, { "paleturquoise", 0xafeeee }, { "palevioletred", 0xdb7093 },
  { "papayawhip", 0xffefd5 }, { "peachpuff", 0xffdab9 }, { "peru", 0xcd853f }, { "pink", 0xffc0cb },
  { "plum", 0xdda0dd }, { "powderblue", 0xb0e0e6 }, { "purple", 0x800080 }, { "rebeccapurple", 0x663399 },
  { "red", 0xff0000 }, { "rosybrown", 0xbc8f8f }, { "royalblue", 0x4169e1 }, { "saddlebrown", 0x8b4513 },
  { "salmon", 0xfa8072 }, { "sandybrown", 0xf4a460 }, { "seagreen", 0x2e8b57 }, { "seashell", 0xfff5ee },
  { "sienna", 0xa0522d }, { "silver", 0xc0c0c0 }, { "skyblue", 0x87ceeb }, { "slateblue", 0x6a5acd },
  { "slategray", 0x708090 }, { "slategrey", 0x708090 }, { "snow", 0xfffafa }, { "springgreen", 0x00ff7f },
  { "steelblue", 0x4682b4 }, { "tan", 0xd2b48c }, { "teal", 0x008080 }, { "thistle", 0xd8bfd8 },
  { "tomato", 0xff6347 }, { "turquoise", 0x40e0d0 }, { "violet", 0xee82ee }, { "wheat", 0xf5deb3 },
  { "white", 0xffffff }, { "whitesmoke", 0xf5f5f5 }, { "yellow", 0xffff00 }, { "yellowgreen", 0x9acd32 },
};

static int
compare_name (const void *key,
              const void *entry)
{
  return strcmp (key, ((const Named *) entry)->name);
}

static gboolean
find_named (const char *text,
            gsize       length,
            guint32    *rgb)
{
  char         name[32];
  const Named *found;

  if (length == 0 || length >= sizeof name)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    name[i] = g_ascii_tolower (text[i]);
  name[length] = '\0';
  found = bsearch (name, named, G_N_ELEMENTS (named), sizeof named[0], compare_name);
  if (found != NULL)
    *rgb = found->rgb;
  return found != NULL;
}

static gboolean
read_hex (const char *text,
          guint32    *rgb,
          double     *alpha)
{
  gsize   n = strspn (text, "0123456789abcdefABCDEF");
  guint32 parts[4] = { 0, 0, 0, 255 };
  gsize   width = n >= 6 ? 2 : 1;

  if (n != 3 && n != 4 && n != 6 && n != 8)
    return FALSE;
  for (gsize i = 0; i * width < n; i++)
    {
      guint32 high = (guint32) g_ascii_xdigit_value (text[i * width]);

      parts[i] = high << 4 | (width == 2 ? (guint32) g_ascii_xdigit_value (text[i * width + 1]) : high);
    }
  *rgb = parts[0] << 16 | parts[1] << 8 | parts[2];
  *alpha = parts[3] / 255.0;
  return TRUE;
}

static guint32
to_byte (double value)
{
  return isfinite (value) ? (guint32) (fmax (0, fmin (255, value)) + 0.5) : 0;
}

static guint32
from_hue (double hue,
          double saturation,
          double lightness)
{
  double  parts[3];
  double  reach = saturation * fmin (lightness, 1 - lightness);
  guint32 rgb = 0;

  for (int i = 0; i < 3; i++)
    {
      double k = fmod (fmod ((i == 0 ? 0 : i == 1 ? 8 : 4) + hue / 30, 12) + 12, 12);

      parts[i] = lightness - reach * fmax (-1, fmin (fmin (k - 3, 9 - k), 1));
      rgb = rgb << 8 | to_byte (parts[i] * 255);
    }
  return rgb;
}

static gboolean
read_function (const char *text,
               guint32    *rgb,
               double     *alpha)
{
  gboolean is_hue = text[0] == 'h' || text[0] == 'H';
  double   numbers[4] = { 0, 0, 0, 1 };

  text = strchr (text, '(') + 1;
  for (int i = 0; i < 4 && bjt_svg_next_number (&text, &numbers[i]); i++)
    {
      if (*text == '%')
        {
          numbers[i] *= is_hue || i == 3 ? 0.01 : 2.55;
          text++;
        }
      text += strspn (text, " /");
    }
  *alpha = fmax (0, fmin (1, numbers[3]));
  if (is_hue)
    *rgb = from_hue (isfinite (numbers[0]) ? numbers[0] : 0, fmax (0, fmin (1, numbers[1])), fmax (0, fmin (1, numbers[2])));
  else
    *rgb = to_byte (numbers[0]) << 16 | to_byte (numbers[1]) << 8 | to_byte (numbers[2]);
  return TRUE;
}

/**
 * bjt_svg_colour:
 *
 * Returns: whether @text is a colour; "none", "currentColor" and url() are not
 */
gboolean
bjt_svg_colour (const char *text,
                guint32    *rgb,
                double     *alpha)
{
  gsize length;

  text += strspn (text, " \t\r\n");
  *alpha = 1;
  if (*text == '#')
    return read_hex (text + 1, rgb, alpha);
  length = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if ((length == 3 || length == 4) && text[length] == '(' && (g_ascii_strncasecmp (text, "rgb", 3) == 0 || g_ascii_strncasecmp (text, "hsl", 3) == 0))
    return read_function (text, rgb, alpha);
  if (length == 11 && g_ascii_strncasecmp (text, "transparent", 11) == 0)
    {
      *rgb = 0;
      *alpha = 0;
      return TRUE;
    }
  return find_named (text, length, rgb);
}
