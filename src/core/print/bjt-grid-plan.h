/* bjt-grid-plan.h: which matrices of a grid go on which page, how large, where.
 */
#pragma once

#include "bjt-callout-layout.h"
#include "bjt-sheet-extent.h"
#include "bjt-sheet-ground.h"
#include "plan/bjt-matrix.h"

G_BEGIN_DECLS

typedef struct
{
  guint32          building;
  BjtMatrix       *matrix;
  BjtMatrixMetrics metrics;
  guint            part, n_parts; /* of a building that was cut */
  BjtCalloutSpot   spot;
} BjtGridCallout;

typedef struct
{
  GArray  *callouts; /* BjtGridCallout */
  gboolean has_ground;
  double   denominator; /* of the scale */
  BjtPoint origin;      /* metres east and south; falls on … */
  BjtPoint at;          /* … this place of the paper */
  double   cell_height; /* mm */
  double   text_size, chip_size, unit;
  double   padding, title_height; /* of a call-out */
} BjtGridPage;

typedef struct
{
  const BjtPicture *picture;
  guint32           grid;
  BjtSheetGround   *ground;
  BjtBox            window; /* of the map, mm */
  gboolean          has_names;
  double            k;      /* how much larger than on A3 things are */
  BjtSheetExtent    extent;
} BjtGridPlanTask;

GPtrArray *bjt_grid_plan_make (const BjtGridPlanTask *task, guint max_pages, double *quality);

G_END_DECLS
