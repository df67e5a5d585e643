/* bjt-palette.h: every colour and pattern that means something.
 *
 * Four sets: the window by day, the window by night, colour print and mono
 * print. Colour is never alone: 户 classes differ by pattern too, attention by
 * the weight of the frame, categories by glyph.
 */
#pragma once

#include <cairo.h>

#include "model/bjt-picture.h"

#define BJT_N_CONTACT_STEPS 7 /* nobody to see, five steps of days, never */
#define BJT_N_ISSUE_LOADS 4   /* none, one, more, over the clock */

G_BEGIN_DECLS

typedef enum
{
  BJT_PALETTE_LIGHT,
  BJT_PALETTE_DARK,
  BJT_PALETTE_PRINT,
  BJT_PALETTE_MONO,
} BjtPaletteKind;

typedef enum
{
  BJT_HATCH_NONE,
  BJT_HATCH_DIAGONAL,
  BJT_HATCH_CROSS, /* one × over the whole box */
  BJT_HATCH_DOTS,
  BJT_HATCH_HORIZONTAL,
  BJT_HATCH_VERTICAL,
} BjtHatch;

typedef struct
{
  guint32  fill; /* 0xRRGGBB, as all colours here */
  guint32  ink;  /* of the pattern */
  BjtHatch hatch;
} BjtClassStyle;

typedef struct
{
  BjtPaletteKind kind;
  gboolean       is_mono;

  BjtClassStyle classes[BJT_N_CLASSES];
  guint32       class_marks[BJT_N_CLASSES];    /* the same where a thin ring has to tell them apart */
  BjtClassStyle contacts[BJT_N_CONTACT_STEPS]; /* from pale to deep: the longer ago */
  BjtClassStyle issue_loads[BJT_N_ISSUE_LOADS];
  guint32       attention[3];       /* frame, by BjtAttention */
  double        attention_width[3]; /* in screen pixels; 0: no frame */
  guint32       outcomes[BJT_N_OUTCOMES];
  guint32       alert;     /* overdue, over the clock */
  guint32       annotations[3]; /* by BjtAnnotationKind */
  guint32       selection;

  guint32 paper;     /* behind cells */
  guint32 cell_edge;
  guint32 text;
  guint32 dim_text;
  guint32 box_edge;  /* around a call-out; leaders */

  guint32 ground, road, road_edge, footway, water, green, area, railway, barrier;
  guint32 base_building, building, building_edge, building_text;
  guint32 grid_outline;
  guint32 map_text;
} BjtPalette;

const BjtPalette *bjt_palette_get (BjtPaletteKind kind);

void    bjt_palette_set_source (cairo_t *cr, guint32 colour, double alpha);
guint32 bjt_palette_get_ink (guint32 ground);                      /* white or near black: what stands out on it */
guint32 bjt_palette_mix (guint32 colour, guint32 other, double share); /* share of the first */

G_END_DECLS
