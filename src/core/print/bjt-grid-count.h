/* bjt-grid-count.h: the figures a grid sheet prints, counted from the picture.
 */
#pragma once

#include "model/bjt-door-set.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_buildings, n_doors, n_households, n_persons; /* households: somebody lives there */
  guint classes[BJT_N_CLASSES];  /* households; EMPTY and UNKNOWN count doors */
  guint attention[3];            /* doors */
  guint categories[BJT_MAX_CATEGORIES]; /* residents */
  guint overdue_visits;          /* doors */
  guint due, visited;            /* doors, in the month of the picture's day */
  guint open_issues, overdue_issues;
} BjtGridCount;

void bjt_grid_count (BjtGridCount *self, const BjtPicture *picture, guint32 grid);
void bjt_grid_count_doors (BjtGridCount *self, const BjtPicture *picture, const BjtDoorSet *doors); /* and what is at them alone */

gboolean bjt_grid_count_has_issue (const BjtPicture *picture, guint32 grid, const BjtPictureIssue *issue);
guint32  bjt_grid_count_get_issue_building (const BjtPicture *picture, const BjtPictureIssue *issue);

G_END_DECLS
