/* bjt-map-style.h: the colours and weights of the base map.
 *
 * Quiet on purpose: the base map is the paper, the facts are the ink.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  /* 0xRRGGBB */
  guint32 ground;
  guint32 area;
  guint32 green;
  guint32 water;
  guint32 road;
  guint32 road_edge;
  guint32 footway;
  guint32 railway;
  guint32 barrier;
  guint32 boundary;
  guint32 building;
  guint32 building_edge;
  guint32 label;
  guint32 label_strong; /* compounds */
  guint32 label_green;
  guint32 label_water;
  guint32 halo;
  double  text_size;    /* px */
  gboolean fills_ground; /* paper shows through where not */
} BjtMapStyle;

extern const BjtMapStyle BJT_MAP_STYLE_LIGHT;
extern const BjtMapStyle BJT_MAP_STYLE_DARK;
extern const BjtMapStyle BJT_MAP_STYLE_PRINT;

void bjt_map_style_set_source (cairo_t *cr, guint32 colour, double alpha);

G_END_DECLS
