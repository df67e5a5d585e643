/* bjt-shading.h: what lies under the buildings: areas filled by an indicator,
 * or heat, and which boundaries are drawn.
 *
 * The settings are plain data; the painter is made of them for a picture and a
 * filter and then painted from any thread.
 */
#pragma once

#include "bjt-area-painter.h"
#include "bjt-building-painter.h"
#include "bjt-heat-painter.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_SHADING_NONE,
  BJT_SHADING_AREAS,
  BJT_SHADING_HEAT,
} BjtShadingKind;

typedef struct
{
  BjtShadingKind kind;
  char           indicator[64];   /* its code, which outlives a picture */
  BjtAreaKind    areas;
  BjtBreakMethod method;
  guint          n_classes;
  double         radius;          /* of heat, metres */
  gboolean       shows_grids;     /* boundaries */
  gboolean       shows_compounds;
  gboolean       is_public;
} BjtShading;

#define BJT_SHADING_DEFAULT { BJT_SHADING_NONE, "overdue_share", BJT_AREA_GRID, BJT_BREAKS_NATURAL, 5, 60, TRUE, FALSE, FALSE }

gboolean bjt_shading_equal (const BjtShading *a, const BjtShading *b);

/* "areas grid overdue_share natural 5 60 grids": what settings remember. */
char    *bjt_shading_dup_text (const BjtShading *self);
gboolean bjt_shading_init_from_text (BjtShading *self, const char *text); /* FALSE: unknown words; the default stands */

typedef struct _BjtShadingPainter BjtShadingPainter;

/* Under a curtain nothing personal is shaded; restricted categories never are. */
BjtShadingPainter *bjt_shading_painter_new (BjtPicture *picture, const BjtFilter *filter, const BjtShading *shading, gboolean curtain);
BjtShadingPainter *bjt_shading_painter_ref (BjtShadingPainter *self);
void               bjt_shading_painter_unref (BjtShadingPainter *self);
void               bjt_shading_painter_paint_ground (BjtShadingPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtPalette *palette);
guint              bjt_shading_painter_paint_labels (BjtShadingPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtBuildingLook *look);
void               bjt_shading_painter_adapt_look (BjtShadingPainter *self, BjtBuildingLook *look); /* so that buildings leave the word to the shades */
BjtAreaPainter    *bjt_shading_painter_get_areas (BjtShadingPainter *self); /* borrowed; NULL: none */
BjtHeatPainter    *bjt_shading_painter_get_heat (BjtShadingPainter *self);  /* borrowed; NULL: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtShadingPainter, bjt_shading_painter_unref)

G_END_DECLS
