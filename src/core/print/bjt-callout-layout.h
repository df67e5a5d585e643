/* bjt-callout-layout.h: where call-outs stand with regard to the buildings they
 * belong to.
 *
 * Boxes and footprints in, places out; no drawing. The footprints keep their
 * places to each other and share one scale. No box covers another box or a
 * footprint. Two ways: settled beside their footprints, where there is room
 * between the buildings; or in a ring around all footprints: a row above, a
 * row below, a column at either side.
 */
#pragma once

#include "geo/bjt-geometry.h"

G_BEGIN_DECLS

typedef struct
{
  double   width, height; /* of the call-out, mm */
  gboolean has_place;
  BjtPoint corners[4];    /* footprint: metres east and south of any origin */
} BjtCalloutItem;

typedef struct
{
  BjtBox                window; /* mm */
  double                gap;    /* between boxes */
  double                margin; /* kept free around the footprints */
  BjtPoint              shift;  /* of the footprints from where they would stand, as far as there is room */
  const BjtCalloutItem *items;
  guint                 n_items;
} BjtCalloutTask;

typedef struct
{
  BjtBox   box;
  gboolean has_leader;
  BjtPoint from, to; /* from the call-out to its footprint */
} BjtCalloutSpot;

typedef struct
{
  double          denominator; /* of the scale */
  BjtPoint        origin;      /* metres; falls on … */
  BjtPoint        at;          /* … this place of the paper */
  BjtCalloutSpot *spots;       /* by item */
  guint           n_crossings; /* of leaders with each other */
  guint           n_hits;      /* of leaders over other boxes and footprints */
  double          leader_length; /* of all */
} BjtCalloutLayout;

gboolean bjt_callout_layout_ring (BjtCalloutLayout *self, const BjtCalloutTask *task, double denominator);
gboolean bjt_callout_layout_settle (BjtCalloutLayout *self, const BjtCalloutTask *task, double denominator);
gboolean bjt_callout_layout_shelve (BjtCalloutLayout *self, const BjtCalloutTask *task);
void     bjt_callout_layout_clear (BjtCalloutLayout *self);

G_END_DECLS
