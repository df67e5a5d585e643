/* bjt-filter.h: which doors stand out, the same for map, matrix and lists.
 */
#pragma once

#include "bjt-door-set.h"

G_BEGIN_DECLS

typedef struct
{
  BjtCategorySet any;        /* at least one of these; 0: no demand */
  BjtCategorySet all;        /* every one of these */
  BjtCategorySet none;       /* none of these */
  guint8         classes;    /* bit i: BjtHouseholdClass i; 0: no demand */
  guint8         no_classes; /* none of these */
  guint8         attentions; /* bit i: BjtAttention i; 0: no demand */
  guint8         no_attentions;
  gint8          overdue;    /* 1: only with an overdue visit; -1: only without; 0: no demand */
  gint8          open_issue; /* 1: only with an open issue; -1: only without; 0: no demand */
  gint8          note;       /* 1: only with a note or photo; -1: only without; 0: no demand */
  gint8          hazard;     /* the same for hazards, those of the level's stairwell too */
  guint16        idle_days;  /* only homes whose people nobody met for so many days; 0: no demand */
  guint32        grid;       /* only of this grid; BJT_NO_INDEX: everywhere */
  const BjtDoorSet *only;    /* of these doors; borrowed; NULL: everywhere */
} BjtFilter;

void     bjt_filter_init (BjtFilter *self);
gboolean bjt_filter_is_empty (const BjtFilter *self); /* the grid is a scope, not a filter */

/* A filter that outlives the one it is of has doors of its own. */
void     bjt_filter_keep (BjtFilter *self, const BjtFilter *other); /* self: initialised or kept */
void     bjt_filter_drop (BjtFilter *self);                         /* of what was kept */
gboolean bjt_filter_equal (const BjtFilter *a, const BjtFilter *b);
gboolean bjt_filter_matches (const BjtFilter *self, const BjtPicture *picture, guint32 door);

gboolean bjt_filter_is_idle (const BjtPicture *picture, guint32 door, guint days);
BjtDoorSet *bjt_filter_match_all (const BjtFilter *self, const BjtPicture *picture);

/* Residents per category within grid and doors of the filter, for the chips. */
void     bjt_filter_count_categories (const BjtFilter *self, const BjtPicture *picture, guint counts[BJT_MAX_CATEGORIES]);

G_END_DECLS
