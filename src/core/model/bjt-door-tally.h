/* bjt-door-tally.h: what a set of doors holds.
 */
#pragma once

#include "bjt-door-set.h"
#include "bjt-people.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 n_doors;
  guint32 n_persons;   /* residents */
  guint32 n_overdue;   /* doors with an overdue visit */
  guint32 n_open;      /* doors with an open issue */
  guint32 classes[BJT_N_CLASSES];         /* doors */
  guint32 categories[BJT_MAX_CATEGORIES]; /* residents */
} BjtDoorTally;

void bjt_door_tally_count (BjtDoorTally *self, const BjtPicture *picture, const BjtDoorSet *doors);

G_END_DECLS
