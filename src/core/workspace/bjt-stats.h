/* bjt-stats.h: the figures of a community, always counted, never typed.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  guint compounds, buildings, entrances, doors;
  guint households; /* occupied: somebody lives there */
  guint hukou_only; /* registered here, living elsewhere */
  guint empty_doors;
  guint persons;    /* residents */
  guint grids;
  guint visits, issues, open_issues, overdue_issues;
  guint due_doors, overdue_doors;
  guint household_class[BJT_N_CLASSES];    /* households; EMPTY and UNKNOWN count doors */
  guint categories[BJT_MAX_CATEGORIES];    /* residents, by index of the picture's categories */
} BjtStats;

/* grid: index, or BJT_NO_INDEX for the whole community. visits and issues are
 * totals that the picture does not hold; the workspace fills them. */
void  bjt_stats_count (BjtStats *self, const BjtPicture *picture, guint32 grid);

G_END_DECLS
