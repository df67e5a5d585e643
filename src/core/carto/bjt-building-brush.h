/* bjt-building-brush.h: what one painting of the facts carries along; shared by
 * the painters of buildings, doors and badges.
 */
#pragma once

#include "bjt-building-frame.h"
#include "bjt-building-painter.h"
#include "bjt-door-clusters.h"
#include "bjt-dot-stamps.h"
#include "bjt-footprints.h"
#include "paint/bjt-glyph-painter.h"

G_BEGIN_DECLS

typedef struct
{
  const BjtPicture      *picture;
  const BjtFilter       *filter;
  const BjtCategoryOrder *order;
  const BjtTally        *tallies; /* of the buildings */
  const BjtDoorClusters *clusters;
  const BjtFootprints   *footprints;
  const BjtMapFrame     *frame;
  const BjtBuildingLook *look;
  cairo_t               *cr;
  double                 zoom;
  double                 px;
  BjtGlyphPainter        glyphs;
  BjtDotStamps          *dots;
  GArray                *taken; /* BjtBox: captions so far */
  GArray                *waiting; /* on paper: captions to stand beside their buildings; NULL: none wait */
  guint                  n_unnamed; /* on paper: captions that found no room */
} BjtBuildingBrush;

#define BJT_FADED 0.25

char    *bjt_building_brush_fill_pattern (const char *pattern, const char *text);
char    *bjt_building_brush_dup_label (const BjtBuildingBrush *self, guint32 building);
void     bjt_building_brush_write (const BjtBuildingBrush *self, const char *text, const BjtTextPlace *place, guint32 colour, gboolean halo);
void     bjt_building_brush_dot (const BjtBuildingBrush *self, double x, double y, double radius, guint32 colour);
gboolean bjt_building_brush_sees (const BjtBuildingBrush *self, guint32 building);
gboolean bjt_building_brush_take (BjtBuildingBrush *self, const BjtBox *box);

void bjt_footprint_painter_paint (BjtBuildingBrush *brush);
void bjt_caption_painter_paint (BjtBuildingBrush *brush, guint32 building, const BjtBuildingFrame *frame);
void bjt_caption_painter_paint_waiting (BjtBuildingBrush *brush);
GArray *bjt_caption_painter_make_list (void); /* for brush->waiting */
void bjt_grid_painter_paint_outlines (BjtBuildingBrush *brush);
void bjt_grid_painter_paint_names (BjtBuildingBrush *brush);
void bjt_door_painter_paint_door (BjtBuildingBrush *brush, guint32 door, const BjtBox *cell);
void bjt_cordon_painter_paint (BjtBuildingBrush *brush);
void bjt_fan_lay_out (guint n, double spacing, GArray *offsets);
void bjt_fan_painter_paint (BjtBuildingBrush *brush);
guint32 bjt_fan_painter_find (BjtBuildingBrush *brush, double x, double y);
void bjt_door_painter_paint (BjtBuildingBrush *brush, guint32 building, const BjtBuildingFrame *frame);
void bjt_door_painter_paint_title (BjtBuildingBrush *brush, guint32 building, const BjtBuildingFrame *frame);
void bjt_storey_painter_paint (BjtBuildingBrush *brush, guint32 building, guint32 plan);
void bjt_badge_painter_paint_ring (const BjtBuildingBrush *brush, const BjtTally *tally, BjtPoint at, double radius, double width);
gboolean bjt_badge_painter_paint (BjtBuildingBrush *brush);
gboolean bjt_badge_painter_find (BjtBuildingBrush *brush, double x, double y, BjtBadgeHit *hit);
void bjt_annotation_layer_paint (const BjtBuildingBrush *brush);
void bjt_cluster_painter_paint (BjtBuildingBrush *brush);
gboolean bjt_cluster_painter_find (BjtBuildingBrush *brush, double x, double y, BjtBadgeHit *hit);

G_END_DECLS
