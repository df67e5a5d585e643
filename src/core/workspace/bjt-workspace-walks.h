/* bjt-workspace-walks.h: walk sheets: the doors of a walk in the order they were
 * printed, found again by the number on the paper.
 */
#pragma once

#include "bjt-workspace.h"
#include "model/bjt-door-set.h"

G_BEGIN_DECLS

typedef struct
{
  char   *number;   /* 1122-3-1: day, grid (0: all), how many-th */
  BjtDate on;
  int     grid;     /* number; 0: all */
  GArray *door_ids; /* BjtUuid, in printed order */
} BjtWalk;

BjtWalk *bjt_walk_new (BjtDate on, int grid);
void     bjt_walk_free (BjtWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtWalk, bjt_walk_free)

/* Those due on the day, as feet go; a grid of 0: all. */
BjtWalk   *bjt_workspace_plan_walk (BjtWorkspace *self, BjtDate on, int grid);
GPtrArray *bjt_workspace_plan_walks_of (BjtWorkspace *self, BjtDate on, const BjtDoorSet *doors); /* BjtWalk: these, due or not, one walk a grid; doors of no grid in the last */
gboolean   bjt_workspace_keep_walk (BjtWorkspace *self, BjtWalk *walk, GError **error); /* gets its number; the same doors again: that of before */
gboolean   bjt_workspace_keep_walks (BjtWorkspace *self, BjtWalk *const *walks, guint n_walks, GError **error); /* the same for several, in one action */
BjtWalk   *bjt_workspace_find_walk (BjtWorkspace *self, const char *number, GError **error);
GPtrArray *bjt_workspace_list_walks (BjtWorkspace *self, GError **error); /* BjtWalk, newest first */

G_END_DECLS
