/* bjt-planner-draft.c: routes are never changed, so that going back is keeping the old
 * ones. A change and what the solver makes of it are one step. */
#include "bjt-planner-draft.h"

#include "bjt-planner-words.h"

#define MOST_STEPS 100

struct _BjtPlannerDraft
{
  GObject parent_instance;

  /* Owned */
  BjtWorkspace   *workspace;
  BjtVisitRoutes *routes; /* NULL: none yet */
  BjtVisitRoutes *best;   /* while it solves; NULL */
  BjtVisitRoutes *before; /* the last change; NULL: none */
  GPtrArray      *undo;
  GPtrArray      *redo;
  char           *number;
  GHashTable     *done;
  GCancellable   *cancellable; /* NULL: nothing is solved */

  /* State */
  double   fraction;
  gboolean is_first;
  gboolean is_saved;
  gboolean is_closed;
  gboolean is_by_hand;
};

G_DEFINE_FINAL_TYPE (BjtPlannerDraft, bjt_planner_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PROGRESS,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
replace (BjtVisitRoutes **place,
         BjtVisitRoutes  *routes)
{
  BjtVisitRoutes *old = *place;

  *place = routes != NULL ? bjt_visit_routes_ref (routes) : NULL;
  bjt_visit_routes_unref (old);
}

static void
tell_changed (BjtPlannerDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fail (BjtPlannerDraft *self,
      const GError    *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

/* Reading */

BjtVisitRoutes *
bjt_planner_draft_get_routes (BjtPlannerDraft *self)
{
  return self->best != NULL ? self->best : self->routes;
}

gboolean
bjt_planner_draft_is_busy (BjtPlannerDraft *self)
{
  return self->cancellable != NULL;
}

gboolean
bjt_planner_draft_is_first (BjtPlannerDraft *self)
{
  return self->cancellable != NULL && self->is_first;
}

double
bjt_planner_draft_get_fraction (BjtPlannerDraft *self)
{
  return self->fraction;
}

const char *
bjt_planner_draft_get_number (BjtPlannerDraft *self)
{
  return self->number;
}

gboolean
bjt_planner_draft_is_saved (BjtPlannerDraft *self)
{
  return self->is_saved;
}

gboolean
bjt_planner_draft_is_closed (BjtPlannerDraft *self)
{
  return self->is_closed;
}

gboolean
bjt_planner_draft_is_by_hand (BjtPlannerDraft *self)
{
  return self->is_by_hand;
}

GHashTable *
bjt_planner_draft_get_done (BjtPlannerDraft *self)
{
  return self->done;
}

char *
bjt_planner_draft_dup_cost (BjtPlannerDraft *self)
{
  return self->before != NULL && self->routes != NULL ? bjt_planner_words_dup_cost (self->before, self->routes) : NULL;
}

/* Solving */

static void
progress_cb (BjtVisitRoutes *best,
             double          fraction,
             gpointer        user_data)
{
  BjtPlannerDraft *self = user_data;

  if (best != NULL)
    replace (&self->best, best);
  self->fraction = fraction;
  g_signal_emit (self, signals[PROGRESS], 0);
}

static void
solved_cb (GObject      *workspace,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (BjtPlannerDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtVisitRoutes) routes = bjt_workspace_plan_routes_finish (BJT_WORKSPACE (workspace), result, &error);

  g_clear_object (&self->cancellable);
  replace (&self->best, NULL);
  if (routes != NULL)
    {
      replace (&self->routes, routes);
      self->is_saved = self->is_by_hand = FALSE;
    }
  tell_changed (self);
  fail (self, error);
}

static void
begin (BjtPlannerDraft *self,
       BjtRoutesWatch  *watch,
       gboolean         is_first)
{
  self->cancellable = g_cancellable_new ();
  self->fraction = 0;
  self->is_first = is_first;
  *watch = (BjtRoutesWatch) { progress_cb, self, self->cancellable };
}

static void
forget_steps (BjtPlannerDraft *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  replace (&self->before, NULL);
  self->is_by_hand = FALSE;
}

static void
forget_number (BjtPlannerDraft *self)
{
  g_clear_pointer (&self->number, g_free);
  g_hash_table_remove_all (self->done);
  self->is_saved = self->is_closed = FALSE;
}

void
bjt_planner_draft_plan (BjtPlannerDraft    *self,
                        const BjtRouteWish *wish)
{
  BjtRoutesWatch watch;

  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (bjt_planner_draft_is_busy (self))
    return;
  forget_steps (self);
  forget_number (self);
  replace (&self->routes, NULL);
  begin (self, &watch, TRUE);
  bjt_workspace_plan_routes_async (self->workspace, wish, &watch, solved_cb, g_object_ref (self));
  tell_changed (self);
}

void
bjt_planner_draft_improve (BjtPlannerDraft *self)
{
  BjtRoutesWatch watch;

  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (self->routes == NULL || bjt_planner_draft_is_busy (self))
    return;
  begin (self, &watch, FALSE);
  bjt_workspace_improve_routes_async (self->workspace, self->routes, &watch, solved_cb, g_object_ref (self));
  tell_changed (self);
}

void
bjt_planner_draft_cancel (BjtPlannerDraft *self)
{
  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
bjt_planner_draft_clear (BjtPlannerDraft *self)
{
  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (bjt_planner_draft_is_busy (self))
    return;
  forget_steps (self);
  forget_number (self);
  replace (&self->routes, NULL);
  tell_changed (self);
}

/* By hand */

static void
push (GPtrArray      *steps,
      BjtVisitRoutes *routes)
{
  if (steps->len >= MOST_STEPS)
    g_ptr_array_remove_index (steps, 0);
  g_ptr_array_add (steps, bjt_visit_routes_ref (routes));
}

void
bjt_planner_draft_take (BjtPlannerDraft *self,
                        BjtVisitRoutes  *routes,
                        gboolean         solves,
                        GError         **error)
{
  g_autoptr (BjtVisitRoutes) taken = routes;
  g_autoptr (GError) reason = error != NULL ? g_steal_pointer (error) : NULL;

  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (taken == NULL || self->routes == NULL || bjt_planner_draft_is_busy (self))
    {
      fail (self, reason);
      return;
    }
  push (self->undo, self->routes);
  g_ptr_array_set_size (self->redo, 0);
  replace (&self->before, self->routes);
  replace (&self->routes, taken);
  self->is_saved = FALSE;
  self->is_by_hand = TRUE;
  if (solves)
    bjt_planner_draft_improve (self);
  else
    tell_changed (self);
}

gboolean
bjt_planner_draft_can_undo (BjtPlannerDraft *self)
{
  return self->undo->len > 0 && !bjt_planner_draft_is_busy (self);
}

gboolean
bjt_planner_draft_can_redo (BjtPlannerDraft *self)
{
  return self->redo->len > 0 && !bjt_planner_draft_is_busy (self);
}

static void
step (BjtPlannerDraft *self,
      GPtrArray       *from,
      GPtrArray       *to)
{
  g_autoptr (BjtVisitRoutes) routes = g_ptr_array_steal_index (from, from->len - 1);

  push (to, self->routes);
  replace (&self->before, self->routes);
  replace (&self->routes, routes);
  self->is_saved = FALSE;
  tell_changed (self);
}

void
bjt_planner_draft_undo (BjtPlannerDraft *self)
{
  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (bjt_planner_draft_can_undo (self))
    step (self, self->undo, self->redo);
}

void
bjt_planner_draft_redo (BjtPlannerDraft *self)
{
  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (bjt_planner_draft_can_redo (self))
    step (self, self->redo, self->undo);
}

/* Saved */

gboolean
bjt_planner_draft_save (BjtPlannerDraft *self)
{
  g_autoptr (GError) error = NULL;
  char *number;

  g_return_val_if_fail (BJT_IS_PLANNER_DRAFT (self), FALSE);
  if (self->routes == NULL || bjt_planner_draft_is_busy (self))
    return FALSE;
  number = bjt_workspace_save_visit_plan (self->workspace, self->routes, self->number, &error);
  if (number == NULL)
    {
      fail (self, error);
      return FALSE;
    }
  g_free (self->number);
  self->number = number;
  self->is_saved = TRUE;
  tell_changed (self);
  return TRUE;
}

static void
note_done (BjtPlannerDraft      *self,
           const BjtSavedRoutes *saved)
{
  g_hash_table_remove_all (self->done);
  for (guint i = 0; i < saved->stops->len; i++)
    {
      const BjtVisitPlanStop *stop = saved->stops->pdata[i];

      if (stop->outcome >= 0)
        g_hash_table_add (self->done, g_memdup2 (&stop->door_id, sizeof stop->door_id));
    }
  self->is_closed = saved->plan->is_closed;
}

gboolean
bjt_planner_draft_open (BjtPlannerDraft *self,
                        const char      *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSavedRoutes) saved = NULL;
  g_autoptr (BjtVisitRoutes) routes = NULL;

  g_return_val_if_fail (BJT_IS_PLANNER_DRAFT (self), FALSE);
  if (bjt_planner_draft_is_busy (self))
    return FALSE;
  saved = bjt_workspace_load_visit_plan (self->workspace, number, &error);
  routes = saved != NULL ? bjt_workspace_restore_routes (self->workspace, saved, &error) : NULL;
  if (routes == NULL)
    {
      fail (self, error);
      return FALSE;
    }
  forget_steps (self);
  forget_number (self);
  self->number = g_strdup (number);
  self->is_saved = TRUE;
  note_done (self, saved);
  replace (&self->routes, routes);
  tell_changed (self);
  return TRUE;
}

gboolean
bjt_planner_draft_refresh (BjtPlannerDraft *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSavedRoutes) saved = NULL;

  g_return_val_if_fail (BJT_IS_PLANNER_DRAFT (self), FALSE);
  if (self->number == NULL)
    return TRUE;
  saved = bjt_workspace_load_visit_plan (self->workspace, self->number, &error);
  if (saved == NULL)
    {
      forget_number (self);
      tell_changed (self);
      return FALSE;
    }
  note_done (self, saved);
  tell_changed (self);
  return TRUE;
}

void
bjt_planner_draft_replan (BjtPlannerDraft *self,
                          int              now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtSavedRoutes) saved = NULL;
  g_autoptr (BjtRouteWish) wish = NULL;
  BjtRoutesWatch watch;

  g_return_if_fail (BJT_IS_PLANNER_DRAFT (self));
  if (self->number == NULL || bjt_planner_draft_is_busy (self))
    return;
  saved = bjt_workspace_load_visit_plan (self->workspace, self->number, &error);
  if (saved == NULL)
    {
      fail (self, error);
      return;
    }
  wish = bjt_workspace_dup_saved_wish (self->workspace, saved, now);
  forget_steps (self);
  begin (self, &watch, FALSE);
  bjt_workspace_plan_routes_async (self->workspace, wish, &watch, solved_cb, g_object_ref (self));
  tell_changed (self);
}

/* Object */

static void
bjt_planner_draft_dispose (GObject *object)
{
  BjtPlannerDraft *self = BJT_PLANNER_DRAFT (object);

  replace (&self->routes, NULL);
  replace (&self->best, NULL);
  replace (&self->before, NULL);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_hash_table_unref);
  g_clear_pointer (&self->number, g_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (bjt_planner_draft_parent_class)->dispose (object);
}

static void
bjt_planner_draft_class_init (BjtPlannerDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_planner_draft_dispose;
  signals[CHANGED] = g_signal_new ("changed", BJT_TYPE_PLANNER_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PROGRESS] = g_signal_new ("progress", BJT_TYPE_PLANNER_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", BJT_TYPE_PLANNER_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
bjt_planner_draft_init (BjtPlannerDraft *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_visit_routes_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_visit_routes_unref);
  self->done = g_hash_table_new_full (bjt_uuid_hash, bjt_uuid_equal, g_free, NULL);
}

BjtPlannerDraft *
bjt_planner_draft_new (BjtWorkspace *workspace)
{
  BjtPlannerDraft *self = g_object_new (BJT_TYPE_PLANNER_DRAFT, NULL);

  self->workspace = g_object_ref (workspace);
  return self;
}
