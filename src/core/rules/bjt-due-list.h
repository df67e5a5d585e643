/* bjt-due-list.h: who is to be visited, in the order in which feet go.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  guint32      door;
  BjtDate      due_on;
  int          days_late;  /* below 0: still so many days */
  BjtDueReason reason;
  guint32      rule;       /* BJT_NO_INDEX: agreed */
  guint32      person;     /* BJT_NO_INDEX: the household */
} BjtDueLine;

typedef struct
{
  guint32  grid;         /* BJT_NO_INDEX: all */
  guint32  building;     /* BJT_NO_INDEX: all */
  BjtDate  on;           /* the day looked at; NONE: that of the picture */
  int      within_days;  /* due up to so many days later */
  int      tier;         /* BjtTier at least; 0: any */
  gboolean with_visited; /* those visited on the day too, due or not */
} BjtDueQuery;

extern const BjtDueQuery BJT_DUE_QUERY_ALL; /* due today or before */

/* BjtDueLine: by compound and building as in the picture, entrance, from the top
 * floor down, along the corridor. */
GArray *bjt_due_list_find (const BjtPicture *picture, const BjtDueQuery *query);
GArray *bjt_due_list_count_by_grid (const BjtPicture *picture, const BjtDueQuery *query); /* guint, by grid; one more for none */

G_END_DECLS
