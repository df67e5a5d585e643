/* bjt-area-painter.h: grids, compounds or buildings filled by an indicator.
 *
 * Made for the figures of one count, then painted from any thread: fills under
 * the buildings, labels over them.
 */
#pragma once

#include "bjt-building-painter.h"
#include "bjt-class-breaks.h"
#include "bjt-colour-ramp.h"
#include "rules/bjt-indicator.h"

G_BEGIN_DECLS

#define BJT_AREA_ALPHA 0.62      /* of grids and compounds: streets show through */
#define BJT_PUBLIC_LEAST_DOORS 5 /* fewer tell of single homes */

typedef struct
{
  BjtBreakMethod method;
  guint          n_classes;
  gboolean       is_public; /* areas of few doors tell nothing */
} BjtAreaOptions;

#define BJT_AREA_OPTIONS_DEFAULT { BJT_BREAKS_NATURAL, 5, FALSE }

typedef struct _BjtAreaPainter BjtAreaPainter;

BjtAreaPainter *bjt_area_painter_new (BjtPicture *picture, const BjtIndicator *indicator, const BjtIndicatorQuery *query, const BjtAreaOptions *options);
BjtAreaPainter *bjt_area_painter_ref (BjtAreaPainter *self);
void            bjt_area_painter_unref (BjtAreaPainter *self);
void            bjt_area_painter_paint (BjtAreaPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtPalette *palette);
guint           bjt_area_painter_paint_labels (BjtAreaPainter *self, cairo_t *cr, const BjtMapFrame *frame, const BjtBuildingLook *look);
guint32         bjt_area_painter_find (BjtAreaPainter *self, BjtPoint mercator); /* the area there, or BJT_NO_INDEX */

/* What the legend and the pointer tell */
const BjtIndicatorTable *bjt_area_painter_get_table (BjtAreaPainter *self);
const BjtClassBreaks    *bjt_area_painter_get_breaks (BjtAreaPainter *self);
guint                    bjt_area_painter_count_unknown (BjtAreaPainter *self); /* drawn areas without a figure */
guint32                  bjt_area_painter_get_colour (BjtAreaPainter *self, BjtPaletteKind palette, guint class_index);

double                   bjt_area_painter_get_alpha (BjtAreaPainter *self);

/* Where the label of an area stands, Mercator; FALSE: it is nowhere. */
gboolean bjt_area_painter_get_middle (BjtAreaPainter *self, guint32 area, BjtPoint *middle, const BjtGeometry **shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtAreaPainter, bjt_area_painter_unref)

G_END_DECLS
