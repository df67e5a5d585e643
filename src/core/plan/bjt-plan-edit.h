/* bjt-plan-edit.h: one step of drawing: what is added, changed and removed.
 *
 * Made here from the elements there are and what is to be done with them, so
 * that the window, the terminal and tests draw alike; the workspace
 * (bjt_workspace_edit_plan) makes it one action. An edit that cannot be is
 * refused as a whole, with the place shown.
 */
#pragma once

#include "geo/bjt-geometry.h"
#include "model/bjt-plans.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *added;   /* BjtPlanElement; ids are given */
  GPtrArray *changed; /* BjtPlanElement */
  GArray    *removed; /* BjtUuid */
} BjtPlanEdit;

BjtPlanEdit *bjt_plan_edit_new (void);
void         bjt_plan_edit_free (BjtPlanEdit *self);
gboolean     bjt_plan_edit_is_empty (const BjtPlanEdit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPlanEdit, bjt_plan_edit_free)

/* @elements: BjtPlanElement, those that are meant. Each adds to the edit. */
void     bjt_plan_edit_add (BjtPlanEdit *self, BjtPlanElement *element); /* (transfer full) */
void     bjt_plan_edit_change (BjtPlanEdit *self, BjtPlanElement *element); /* (transfer full): as it will be, by its id */
void     bjt_plan_edit_remove (BjtPlanEdit *self, GPtrArray *elements);
void     bjt_plan_edit_move (BjtPlanEdit *self, GPtrArray *elements, double dx, double dy);
void     bjt_plan_edit_turn (BjtPlanEdit *self, GPtrArray *elements, BjtPoint pivot, double angle);
void     bjt_plan_edit_mirror (BjtPlanEdit *self, GPtrArray *elements, BjtPoint a, BjtPoint b);
gboolean bjt_plan_edit_reshape (BjtPlanEdit *self, const BjtPlanElement *element, BjtGeometry *shape, BjtPoint *where, GError **error); /* shape: (transfer none) */
gboolean bjt_plan_edit_split (BjtPlanEdit *self, const BjtPlanElement *element, const BjtGeometry *cut, BjtPoint *where, GError **error); /* the larger piece keeps id and door */
gboolean bjt_plan_edit_merge (BjtPlanEdit *self, GPtrArray *elements, BjtPoint *where, GError **error);                                /* the first keeps id and door */

/* Copies. Doors of copies: the next stacks of the entrance when @next_stacks, else none. */
void     bjt_plan_edit_duplicate (BjtPlanEdit *self, GPtrArray *elements, double dx, double dy);
gboolean bjt_plan_edit_array (BjtPlanEdit *self, GPtrArray *elements, guint columns, guint rows, BjtPoint step, gboolean next_stacks, GError **error);

G_END_DECLS
