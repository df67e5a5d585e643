/* bjt-plan-painter.h: paints a plan as it stands on one level: what lies under
 * it, walls, rooms, and whose door each outline is.
 *
 * The same on the canvas, in a sheet, a PDF or a PNG. Doors are filled by class,
 * framed by attention, carry chips and dots as cells of the matrix do. Immutable
 * but for its caches: one painter is used by one thread at a time.
 */
#pragma once

#include "bjt-glyph-painter.h"
#include "bjt-plan-frame.h"
#include "model/bjt-door-set.h"
#include "plan/bjt-plan-backdrop.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_PLAN_SHOW_LABELS = 1 << 0,         /* of doors and rooms */
  BJT_PLAN_SHOW_NAMES = 1 << 1,          /* of the head of the household, masked */
  BJT_PLAN_SHOW_UNMASKED_NAMES = 1 << 2,
  BJT_PLAN_SHOW_CURTAIN = 1 << 3,        /* nothing personal: outlines and labels alone */
  BJT_PLAN_SHOW_FACTS = 1 << 4,          /* class, attention, chips, dots; else bare rooms */
  BJT_PLAN_SHOW_ANNOTATIONS = 1 << 5,
  BJT_PLAN_SHOW_PUBLIC = 1 << 6,         /* for sheets: restricted categories and all that is personal stay away */
} BjtPlanShow;

typedef struct _BjtPlanPainter BjtPlanPainter;

/* @plan: of the picture; @ordinal: the level whose doors are meant;
 * @backdrops: BjtPlanBackdrop, lowest first, a reference is taken; may be NULL */
BjtPlanPainter *bjt_plan_painter_new (BjtPicture *picture, guint32 plan, int ordinal, GPtrArray *backdrops);
void            bjt_plan_painter_free (BjtPlanPainter *self);
void            bjt_plan_painter_set_show (BjtPlanPainter *self, BjtPlanShow show);
void            bjt_plan_painter_set_matched (BjtPlanPainter *self, const BjtDoorSet *doors); /* the others are faded; NULL: none are */
void            bjt_plan_painter_set_mono (BjtPlanPainter *self, gboolean mono);              /* glyphs and hatch alone */
void            bjt_plan_painter_set_palette (BjtPlanPainter *self, BjtPaletteKind kind);      /* by day; mono goes before it */
void            bjt_plan_painter_set_text (BjtPlanPainter *self, BjtTextPainter *text);        /* of paper, or without ink; outlives the painter; NULL: its own */
void            bjt_plan_painter_paint (BjtPlanPainter *self, cairo_t *cr, const BjtPlanFrame *frame, double unit); /* unit: a screen pixel in units of the context */
BjtBox          bjt_plan_painter_get_box (const BjtPlanPainter *self); /* metres: elements and shown backdrops; empty: nothing at all */
guint32         bjt_plan_painter_get_door (const BjtPlanPainter *self, guint32 element); /* on this level; BJT_NO_INDEX: none */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanPainter, bjt_plan_painter_free)

G_END_DECLS
