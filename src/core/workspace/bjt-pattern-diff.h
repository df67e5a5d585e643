/* bjt-pattern-diff.h: what applying a pattern does to a building.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_DOOR_ADDED,
  BJT_DOOR_CHANGED,   /* another place or label; all that is known of it stays */
  BJT_DOOR_UNCHANGED,
  BJT_DOOR_REMOVED,   /* nothing is known of it */
  BJT_DOOR_HELD,      /* not in the pattern, but people or history: stays */
  BJT_N_DOOR_FATES,
} BjtDoorFate;

typedef struct
{
  BjtUuid     door_id;  /* NIL: new */
  BjtDoorFate fate;
  char       *entrance; /* label, NULL: none */
  int         ordinal;
  char       *label;    /* as it will be */
  char       *old_label; /* as it is; NULL: new */
} BjtDoorChange;

typedef struct
{
  BjtUuid    building_id;
  GPtrArray *doors; /* BjtDoorChange: those of the pattern in its order, then the others */
  guint      n_doors[BJT_N_DOOR_FATES];
  guint      n_new_entrances;
  guint      n_removed_entrances;
} BjtPatternDiff;

BjtPatternDiff *bjt_pattern_diff_new (void);
void            bjt_pattern_diff_free (BjtPatternDiff *self);
void            bjt_pattern_diff_add (BjtPatternDiff *self, BjtDoorFate fate, const BjtDoor *old, const BjtDoor *next, const char *entrance);
const char     *bjt_door_fate_get_name (BjtDoorFate fate); /* added, changed … */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPatternDiff, bjt_pattern_diff_free)

G_END_DECLS
