/* bjt-palette.c: the tokens of the design as constant data; read by any thread. */
#include "bjt-palette.h"

#include <math.h>

#define OUTCOMES { 0x2E8B57, 0x56B4E9, 0xBDB8B2, 0x8E44AD, 0xBDB8B2, 0xBDB8B2, 0x7A7A7A, 0x404040, 0x8FBF6A }
#define DARK_OUTCOMES { 0x3FA76C, 0x56B4E9, 0xBDB8B2, 0xB06FCB, 0xBDB8B2, 0xBDB8B2, 0x8E8E8E, 0xE6E6E6, 0xA5D080 }
#define MONO_OUTCOMES { 0x000000, 0x505050, 0xB0B0B0, 0x707070, 0xB0B0B0, 0xB0B0B0, 0x808080, 0x303030, 0x686868 }

#define CLASS_MARKS { 0xCFCBC6, 0xD8C59A, 0x6DB3E3, 0xF0A04B, 0x9A958E, 0xEDEAE5 }
#define DARK_CLASS_MARKS { 0x5A5855, 0xB09C6C, 0x3F8FC7, 0xC97F2C, 0x8B8883, 0x45433F }
#define MONO_CLASS_MARKS { 0xD8D8D8, 0xFFFFFF, 0x9A9A9A, 0x5A5A5A, 0x000000, 0xECECEC }

/* One hue less after another and ever deeper: told apart by lightness alone. By
 * night the other way round, so that what waits longest stands out. */
#define CONTACTS { { 0xF6EFE2, 0xCFCBC6, BJT_HATCH_CROSS }, { 0xEAF5D8, 0, BJT_HATCH_NONE }, { 0xB5DDC0, 0, BJT_HATCH_NONE }, { 0x62B4C4, 0, BJT_HATCH_NONE }, \
                   { 0x2F7FB5, 0, BJT_HATCH_NONE }, { 0x2A3A8C, 0, BJT_HATCH_NONE }, { 0xFFFFFF, 0x8E44AD, BJT_HATCH_DIAGONAL } }
#define DARK_CONTACTS { { 0x2A2A2C, 0x4C4A48, BJT_HATCH_CROSS }, { 0x26343F, 0, BJT_HATCH_NONE }, { 0x2A5566, 0, BJT_HATCH_NONE }, { 0x3C8290, 0, BJT_HATCH_NONE }, \
                        { 0x74BFA6, 0, BJT_HATCH_NONE }, { 0xE4EFA9, 0, BJT_HATCH_NONE }, { 0x2A2A2C, 0xB06FCB, BJT_HATCH_DIAGONAL } }
#define MONO_CONTACTS { { 0xFFFFFF, 0xB0B0B0, BJT_HATCH_CROSS }, { 0xFFFFFF, 0, BJT_HATCH_NONE }, { 0xD6D6D6, 0, BJT_HATCH_NONE }, { 0xA6A6A6, 0, BJT_HATCH_NONE }, \
                        { 0x707070, 0, BJT_HATCH_NONE }, { 0x303030, 0, BJT_HATCH_NONE }, { 0xFFFFFF, 0x000000, BJT_HATCH_DIAGONAL } }
#define ISSUE_LOADS { { 0xF6EFE2, 0, BJT_HATCH_NONE }, { 0xFBD08A, 0, BJT_HATCH_NONE }, { 0xEF8A2E, 0, BJT_HATCH_NONE }, { 0xC8102E, 0xFFFFFF, BJT_HATCH_DIAGONAL } }
#define DARK_ISSUE_LOADS { { 0x3A382F, 0, BJT_HATCH_NONE }, { 0x7A5A1E, 0, BJT_HATCH_NONE }, { 0xC9762A, 0, BJT_HATCH_NONE }, { 0xFF5C6C, 0x2A2A2C, BJT_HATCH_DIAGONAL } }
#define MONO_ISSUE_LOADS { { 0xFFFFFF, 0, BJT_HATCH_NONE }, { 0xCCCCCC, 0, BJT_HATCH_NONE }, { 0x808080, 0, BJT_HATCH_NONE }, { 0x000000, 0xFFFFFF, BJT_HATCH_DIAGONAL } }

static const BjtPalette palettes[] = {
  [BJT_PALETTE_LIGHT] = {
    .kind = BJT_PALETTE_LIGHT,
    .classes = {
      [BJT_CLASS_UNKNOWN] = { 0xFFFFFF, 0xB5B0AA, BJT_HATCH_DOTS },
      [BJT_CLASS_RESIDENT] = { 0xFBF7EC, 0, BJT_HATCH_NONE },
      [BJT_CLASS_FLOATING] = { 0xCFE6F7, 0, BJT_HATCH_NONE },
      [BJT_CLASS_TENANT] = { 0xFCE3C4, 0, BJT_HATCH_NONE },
      [BJT_CLASS_HUKOU_ONLY] = { 0xEFEDEA, 0xB5B0AA, BJT_HATCH_DIAGONAL },
      [BJT_CLASS_EMPTY] = { 0xFFFFFF, 0xCFCBC6, BJT_HATCH_CROSS },
    },
    .class_marks = CLASS_MARKS,
    .contacts = CONTACTS,
    .issue_loads = ISSUE_LOADS,
    .attention = { 0, 0xE6A700, 0xC8102E },
    .attention_width = { 0, 2, 3 },
    .outcomes = OUTCOMES,
    .alert = 0xC8102E,
    .annotations = { 0xF6D32D, 0x1C6E8C, 0xE66100 },
    .selection = 0x1C71D8,
    .paper = 0xFFFFFF,
    .cell_edge = 0xD5D0C8,
    .text = 0x2E2B27,
    .dim_text = 0x66615B,
    .box_edge = 0x9A8A6A,
    .ground = 0xEEF1EA, .road = 0xFFFFFF, .road_edge = 0xDDDDD6, .footway = 0xFBFBF8,
    .water = 0xCFE2F3, .green = 0xD7E8CF, .area = 0xE6E8E1, .railway = 0xB9B7B2, .barrier = 0xA9A59E,
    .base_building = 0xE8E4DC, .building = 0xF6EFE2, .building_edge = 0xB9A88C, .building_text = 0x5A4A2A,
    .grid_outline = 0x1C71D8,
    .map_text = 0x6E6A64,
  },
  [BJT_PALETTE_DARK] = {
    .kind = BJT_PALETTE_DARK,
    .classes = {
      [BJT_CLASS_UNKNOWN] = { 0x2A2A2C, 0x6A6763, BJT_HATCH_DOTS },
      [BJT_CLASS_RESIDENT] = { 0x3A382F, 0, BJT_HATCH_NONE },
      [BJT_CLASS_FLOATING] = { 0x1F3E55, 0, BJT_HATCH_NONE },
      [BJT_CLASS_TENANT] = { 0x583E1C, 0, BJT_HATCH_NONE },
      [BJT_CLASS_HUKOU_ONLY] = { 0x333333, 0x5D5A56, BJT_HATCH_DIAGONAL },
      [BJT_CLASS_EMPTY] = { 0x2A2A2C, 0x4C4A48, BJT_HATCH_CROSS },
    },
    .class_marks = DARK_CLASS_MARKS,
    .contacts = DARK_CONTACTS,
    .issue_loads = DARK_ISSUE_LOADS,
    .attention = { 0, 0xF5C211, 0xFF5C6C },
    .attention_width = { 0, 2, 3 },
    .outcomes = DARK_OUTCOMES,
    .alert = 0xFF5C6C,
    .annotations = { 0xE5C22A, 0x4FB3D0, 0xFF8A3D },
    .selection = 0x62A0EA,
    .paper = 0x2A2A2C,
    .cell_edge = 0x55524D,
    .text = 0xF2F0EC,
    .dim_text = 0xB8B4AE,
    .box_edge = 0x8A7F6A,
    .ground = 0x232622, .road = 0x3A3C39, .road_edge = 0x2C2E2B, .footway = 0x333532,
    .water = 0x1F3345, .green = 0x26351F, .area = 0x2B2D2A, .railway = 0x55534F, .barrier = 0x5D5A55,
    .base_building = 0x35332F, .building = 0x4A4335, .building_edge = 0x8A7B60, .building_text = 0xF0E6D0,
    .grid_outline = 0x62A0EA,
    .map_text = 0xB8B4AE,
  },
  [BJT_PALETTE_PRINT] = {
    .kind = BJT_PALETTE_PRINT,
    .classes = {
      [BJT_CLASS_UNKNOWN] = { 0xFFFFFF, 0x9A958E, BJT_HATCH_DOTS },
      [BJT_CLASS_RESIDENT] = { 0xFFFFFF, 0, BJT_HATCH_NONE },
      [BJT_CLASS_FLOATING] = { 0xCFE6F7, 0x9CC6E6, BJT_HATCH_HORIZONTAL },
      [BJT_CLASS_TENANT] = { 0xFCE3C4, 0xEFC48E, BJT_HATCH_VERTICAL },
      [BJT_CLASS_HUKOU_ONLY] = { 0xF4F3F1, 0xB5B0AA, BJT_HATCH_DIAGONAL },
      [BJT_CLASS_EMPTY] = { 0xFFFFFF, 0xC4BFB9, BJT_HATCH_CROSS },
    },
    .class_marks = CLASS_MARKS,
    .contacts = CONTACTS,
    .issue_loads = ISSUE_LOADS,
    .attention = { 0, 0xE6A700, 0xC8102E },
    .attention_width = { 0, 2, 3 },
    .outcomes = OUTCOMES,
    .alert = 0xC8102E,
    .annotations = { 0xF6D32D, 0x1C6E8C, 0xE66100 },
    .selection = 0x1C71D8,
    .paper = 0xFFFFFF,
    .cell_edge = 0xA8A39B,
    .text = 0x1E1C19,
    .dim_text = 0x5A5650,
    .box_edge = 0x8C7A55,
    .ground = 0xF4F6F1, .road = 0xFFFFFF, .road_edge = 0xE3E3DC, .footway = 0xFCFCFA,
    .water = 0xDAE8F4, .green = 0xE3EFDD, .area = 0xEFF0EB, .railway = 0xC9C7C2, .barrier = 0xBDB9B2,
    .base_building = 0xF0EDE7, .building = 0xF6EBD8, .building_edge = 0xA8946E, .building_text = 0x4A3C1E,
    .grid_outline = 0x1C71D8,
    .map_text = 0x77726A,
  },
  [BJT_PALETTE_MONO] = {
    .kind = BJT_PALETTE_MONO,
    .is_mono = TRUE,
    .classes = {
      [BJT_CLASS_UNKNOWN] = { 0xFFFFFF, 0x707070, BJT_HATCH_DOTS },
      [BJT_CLASS_RESIDENT] = { 0xFFFFFF, 0, BJT_HATCH_NONE },
      [BJT_CLASS_FLOATING] = { 0xFFFFFF, 0xA0A0A0, BJT_HATCH_HORIZONTAL },
      [BJT_CLASS_TENANT] = { 0xE2E2E2, 0xFFFFFF, BJT_HATCH_VERTICAL },
      [BJT_CLASS_HUKOU_ONLY] = { 0xFFFFFF, 0x909090, BJT_HATCH_DIAGONAL },
      [BJT_CLASS_EMPTY] = { 0xFFFFFF, 0x909090, BJT_HATCH_CROSS },
    },
    .class_marks = MONO_CLASS_MARKS,
    .contacts = MONO_CONTACTS,
    .issue_loads = MONO_ISSUE_LOADS,
    .attention = { 0, 0x6A6A6A, 0x000000 },
    .attention_width = { 0, 2, 3.5 },
    .outcomes = MONO_OUTCOMES,
    .alert = 0x000000,
    .annotations = { 0xFFFFFF, 0xFFFFFF, 0xFFFFFF },
    .selection = 0x000000,
    .paper = 0xFFFFFF,
    .cell_edge = 0x8A8A8A,
    .text = 0x000000,
    .dim_text = 0x404040,
    .box_edge = 0x505050,
    .ground = 0xFFFFFF, .road = 0xFFFFFF, .road_edge = 0xC8C8C8, .footway = 0xF4F4F4,
    .water = 0xEDEDED, .green = 0xF4F4F4, .area = 0xF8F8F8, .railway = 0xC0C0C0, .barrier = 0xB0B0B0,
    .base_building = 0xF0F0F0, .building = 0xE4E4E4, .building_edge = 0x606060, .building_text = 0x000000,
    .grid_outline = 0x303030,
    .map_text = 0x606060,
  },
};

/**
 * bjt_palette_get:
 *
 * Returns: (transfer none): the constant palette of that kind
 */
const BjtPalette *
bjt_palette_get (BjtPaletteKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (palettes), &palettes[BJT_PALETTE_LIGHT]);
  return &palettes[kind];
}

/**
 * bjt_palette_set_source:
 * @colour: 0xRRGGBB
 * @alpha: 0…1
 */
void
bjt_palette_set_source (cairo_t *cr,
                        guint32  colour,
                        double   alpha)
{
  cairo_set_source_rgba (cr, ((colour >> 16) & 0xFF) / 255.0, ((colour >> 8) & 0xFF) / 255.0, (colour & 0xFF) / 255.0, alpha);
}

guint32
bjt_palette_get_ink (guint32 ground)
{
  double red = pow (((ground >> 16) & 0xFF) / 255.0, 2.2);
  double green = pow (((ground >> 8) & 0xFF) / 255.0, 2.2);
  double blue = pow ((ground & 0xFF) / 255.0, 2.2);

  /* Whichever contrasts more: at least 4:1 on any ground. */
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 ? 0x1E1C19 : 0xFFFFFF;
}

guint32
bjt_palette_mix (guint32 colour,
                 guint32 other,
                 double  share)
{
  guint32 mixed = 0;

  for (guint shift = 0; shift <= 16; shift += 8)
    mixed |= (guint32) lround (((colour >> shift) & 0xFF) * share + ((other >> shift) & 0xFF) * (1 - share)) << shift;
  return mixed;
}
