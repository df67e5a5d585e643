/* bjt-workspace-visit-plans.h: visit routes kept: saved under a number, opened again,
 * closed out. What changes one is one action, to be undone.
 */
#pragma once

#include "bjt-workspace-routes.h"
#include "model/bjt-visit-plans.h"

G_BEGIN_DECLS

typedef struct
{
  BjtVisitPlan *plan;
  GPtrArray    *workers; /* BjtVisitPlanWorker, by position */
  GPtrArray    *stops;   /* BjtVisitPlanStop: by day and worker, in their order; those missed at the end */
} BjtSavedRoutes;

void bjt_saved_routes_free (BjtSavedRoutes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtSavedRoutes, bjt_saved_routes_free)

GPtrArray      *bjt_workspace_list_visit_plans (BjtWorkspace *self, GError **error); /* BjtVisitPlan, the newest first */
BjtSavedRoutes *bjt_workspace_load_visit_plan (BjtWorkspace *self, const char *number, GError **error);

/* number NULL: a new plan. An old one gets the new routes; its stops that have an
 * outcome already stay as they are. Returns its number. */
char    *bjt_workspace_save_visit_plan (BjtWorkspace *self, const BjtVisitRoutes *routes, const char *number, GError **error);
gboolean bjt_workspace_remove_visit_plan (BjtWorkspace *self, const char *number, GError **error);

/* The wish it was made of, for the stops that are still open; now: minutes of the
 * day after which they set out again, each from the door where the last outcome was
 * noted; 0: as it was planned. */
BjtRouteWish   *bjt_workspace_dup_saved_wish (BjtWorkspace *self, const BjtSavedRoutes *saved, int now);
/* As it was saved, with the facts of today; what no longer fits is missed, with the reason. */
BjtVisitRoutes *bjt_workspace_restore_routes (BjtWorkspace *self, const BjtSavedRoutes *saved, GError **error);

/* Closing out: what came of the stops, in any order. */
typedef struct
{
  BjtUuid     stop_id;
  int         outcome; /* BjtVisitOutcome; -1: none, with the reason why */
  const char *note;    /* of the visit; may be NULL */
  BjtDate     next_on; /* agreed; NONE */
  const char *reason;  /* why it was not done: shift-full, or words of one's own */
} BjtStopResult;

/* Outcomes become visits of the planned day. With close, all that is still open is
 * noted as not done: these doors are due as they were. */
gboolean bjt_workspace_note_stop_results (BjtWorkspace *self, const char *number, const BjtStopResult *results, guint n_results, gboolean close, GError **error);

G_END_DECLS
