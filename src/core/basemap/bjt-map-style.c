/* bjt-map-style.c: three sets of tokens. Light and dark are for the screen,
 * print saves ink and survives a mono laser. */
#include "bjt-map-style.h"

const BjtMapStyle BJT_MAP_STYLE_LIGHT = {
  .ground = 0xEEF1EA,
  .area = 0xE8E9E1,
  .green = 0xD7E8CF,
  .water = 0xCFE2F3,
  .road = 0xFFFFFF,
  .road_edge = 0xDDDFD6,
  .footway = 0xFFFFFF,
  .railway = 0xB9BBB4,
  .barrier = 0xC9C5BA,
  .boundary = 0xB7A9BE,
  .building = 0xE6E3DA,
  .building_edge = 0xD3CEC2,
  .label = 0x6B6F68,
  .label_strong = 0x4A4F49,
  .label_green = 0x4F7A45,
  .label_water = 0x4A7BA6,
  .halo = 0xF8FAF6,
  .text_size = 11.5,
  .fills_ground = TRUE,
};

const BjtMapStyle BJT_MAP_STYLE_DARK = {
  .ground = 0x232624,
  .area = 0x292C2A,
  .green = 0x27332A,
  .water = 0x1D2F40,
  .road = 0x3A3E3C,
  .road_edge = 0x1B1D1C,
  .footway = 0x454947,
  .railway = 0x565A57,
  .barrier = 0x4A4D4A,
  .boundary = 0x6B5F73,
  .building = 0x303331,
  .building_edge = 0x444845,
  .label = 0xA4A9A3,
  .label_strong = 0xC9CDC8,
  .label_green = 0x8DB383,
  .label_water = 0x7FAAD1,
  .halo = 0x202321,
  .text_size = 11.5,
  .fills_ground = TRUE,
};

const BjtMapStyle BJT_MAP_STYLE_PRINT = {
  .ground = 0xFFFFFF,
  .area = 0xF6F6F4,
  .green = 0xE9F2E5,
  .water = 0xDCEAF6,
  .road = 0xFFFFFF,
  .road_edge = 0xB8B8B4,
  .footway = 0xB8B8B4,
  .railway = 0x8C8C8A,
  .barrier = 0xA8A8A4,
  .boundary = 0x8F8A92,
  .building = 0xF0F0EE,
  .building_edge = 0xBDBDB9,
  .label = 0x5A5A58,
  .label_strong = 0x3A3A38,
  .label_green = 0x4F7A45,
  .label_water = 0x3F6F99,
  .halo = 0xFFFFFF,
  .text_size = 9.5,
  .fills_ground = FALSE,
};

void
bjt_map_style_set_source (cairo_t *cr,
                          guint32  colour,
                          double   alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0, alpha);
}
