/* bjt-workspace-patrol.h: patrols (巡查): two slots a day and grid (两巡).
 *
 * A patrol begins, is under way, and ends; or is recorded whole afterwards. What
 * is found on it are issues that carry its key.
 */
#pragma once

#include "bjt-workspace.h"

G_BEGIN_DECLS

#define BJT_PATROL_NOON 720 /* minute of the day from which the second slot counts */

/* Without a begin its hours are not known: it is over. */
static inline gboolean
bjt_patrol_is_under_way (const BjtPatrol *self)
{
  return self->begun_at != 0 && self->ended_at == 0;
}

/* The slots of one grid on one day. */
typedef struct
{
  guint32  grid;                         /* of the picture */
  BjtUuid  patrols[BJT_N_PATROL_SLOTS];  /* the last one begun; NIL: the slot is open */
  gboolean is_under_way[BJT_N_PATROL_SLOTS];
} BjtPatrolSlots;

/* Reading; arrays are owned by the caller and free their records */
GPtrArray *bjt_workspace_list_patrols (BjtWorkspace *self, const BjtUuid *grid_id, BjtDate from, BjtDate to, GError **error); /* BjtPatrol, newest first; grid NULL: all; days NONE: open */
GArray    *bjt_workspace_list_patrol_slots (BjtWorkspace *self, BjtDate on, GError **error);                                /* BjtPatrolSlots, by grid */
GPtrArray *bjt_workspace_list_patrol_issues (BjtWorkspace *self, const BjtUuid *patrol_id, GError **error);                 /* BjtIssue, as they were reported */
BjtPatrol *bjt_workspace_find_patrol_under_way (BjtWorkspace *self, const BjtUuid *grid_id, GError **error);                /* today; NULL: none (or an error) */

/* Actions. A slot holds one patrol of a person. */
gboolean bjt_workspace_record_patrol (BjtWorkspace *self, BjtPatrol *patrol, GError **error); /* gets key, staff and day where they are unknown; slot -1: by its begin, without one it begins now */
gboolean bjt_workspace_end_patrol (BjtWorkspace *self, const BjtUuid *patrol_id, const char *note, GError **error); /* now; note NULL: stays */
gboolean bjt_workspace_remove_patrol (BjtWorkspace *self, const BjtUuid *patrol_id, GError **error); /* with issues: refused */
gboolean bjt_workspace_attach_to_patrol (BjtWorkspace *self, const BjtUuid *patrol_id, const BjtUuid *issue_id, GError **error); /* found on it */

G_END_DECLS
