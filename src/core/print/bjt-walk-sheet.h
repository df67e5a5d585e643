/* bjt-walk-sheet.h: 走访表: the doors of a walk as feet go, with boxes for the pen and
 * a number by which they are found again.
 *
 * Internal. Names as options->names asks for them; restricted categories are never
 * printed.
 */
#pragma once

#include "bjt-grid-sheet.h"

G_BEGIN_DECLS

/* What a planned route adds to a door. Times: seconds of the day. */
typedef struct
{
  int      begin;
  int      metres;      /* on the ground from the door before */
  gboolean must;
  gboolean by_two;
  int      lunch_begin; /* before it; lunch_end 0: none */
  int      lunch_end;
} BjtWalkStep;

typedef struct
{
  const char    *number;
  BjtDate        on;
  const guint32 *doors; /* of the picture; BJT_NO_INDEX: no longer there */
  guint          n_doors;

  /* A planned route */
  const BjtWalkStep *steps;  /* by door; NULL: none was planned */
  const char        *worker;
  int                leave, back;
} BjtWalkPlan;

BjtSheet *bjt_walk_sheet_new (BjtPicture *picture, const BjtWalkPlan *plan, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
