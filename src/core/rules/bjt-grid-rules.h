/* bjt-grid-rules.h: Rules A04 and A05: what is wrong with the grids.
 *
 * 300 to 500 households, work within a fifth of the mean, one part, a worker,
 * no gap, no overlap, every building in exactly one grid, border and
 * assignment agreeing.
 */
#pragma once

#include "model/bjt-grid-draft.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_GRID_FINDING_NO_BOUNDARY,
  BJT_GRID_FINDING_CROSSES_ITSELF,
  BJT_GRID_FINDING_SEVERAL_PARTS,
  BJT_GRID_FINDING_OVERLAP,            /* other: the second grid; number: m² */
  BJT_GRID_FINDING_GAP,                /* number: m² */
  BJT_GRID_FINDING_TOO_FEW_HOUSEHOLDS, /* number: households */
  BJT_GRID_FINDING_TOO_MANY_HOUSEHOLDS,
  BJT_GRID_FINDING_LITTLE_WORK,        /* number: per cent of the mean */
  BJT_GRID_FINDING_MUCH_WORK,
  BJT_GRID_FINDING_NO_WORKER,
  BJT_GRID_FINDING_BUILDING_WITHOUT_GRID, /* assigned to none; number: its doors */
  BJT_GRID_FINDING_BUILDING_OUTSIDE,      /* assigned, but on ground of no grid */
  BJT_GRID_FINDING_BUILDING_ELSEWHERE,    /* other: whose ground it stands on */
  BJT_GRID_FINDING_BUILDING_ON_BORDER,    /* other: the grid it reaches into */
  BJT_N_GRID_FINDINGS,
} BjtGridFindingKind;

typedef struct
{
  BjtGridFindingKind kind;
  guint32            grid;     /* face of the draft; NO_INDEX: none */
  guint32            other;
  guint32            building; /* NO_INDEX: none */
  gint64             number;
  BjtPoint           place;    /* lon/lat; NAN: nowhere */
} BjtGridFinding;

const char *bjt_grid_finding_get_code (BjtGridFindingKind kind); /* overlap, too-many-households … */

/* BjtGridFinding, by kind and grid. @duties: BjtDuty of today, to tell a worker
 * from others who answer for a grid; NULL: whoever the picture names counts. */
GArray *bjt_grid_rules_check (const BjtGridDraft *draft, const GPtrArray *duties);

G_END_DECLS
