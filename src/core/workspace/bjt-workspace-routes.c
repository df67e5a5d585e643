/* bjt-workspace-routes.c: what a plan is made of is gathered in the thread of the
 * workspace, the rest is done on one of its own over what no longer changes. */
#include "bjt-workspace-routes.h"

#include "bjt-workspace-calendar.h"
#include "bjt-workspace-private.h"
#include "rules/bjt-opening-hours.h"
#include "store/bjt-way-loader.h"

#define RULES "visit-rules"
#define MEMORY "bjt-route-memory"

/* Kept with the workspace. */
typedef struct
{
  BjtRouteGround      *ground; /* NULL: not yet */
  BjtRouteMatrixMemory matrix;
} Memory;

typedef struct
{
  /* Owned */
  BjtRouteWish        *wish;
  BjtPicture          *picture;
  BjtVisitRules       *rules;
  BjtRouteGround      *ground;
  BjtWorkCalendar     *calendar;
  GHashTable          *employed;
  BjtRouteMatrixMemory memory;
  BjtVisitRoutes      *start;  /* to be improved; NULL: all anew */
  BjtVisitRoutes      *shell;  /* its case and pins serve what is told on the way */
  GMainContext        *context;

  /* State */
  BjtRoutesWatch       watch;
  GCancellable        *cancellable;
} Job;

static void
memory_free (Memory *self)
{
  bjt_route_ground_unref (self->ground);
  bjt_route_matrix_memory_clear (&self->matrix);
  g_free (self);
}

static Memory *
get_memory (BjtWorkspace *self)
{
  Memory *memory = g_object_get_data (G_OBJECT (self), MEMORY);

  if (memory == NULL)
    {
      memory = g_new0 (Memory, 1);
      g_object_set_data_full (G_OBJECT (self), MEMORY, memory, (GDestroyNotify) memory_free);
    }
  return memory;
}

/* Rules */

char *
bjt_workspace_dup_own_visit_rules (BjtWorkspace *self)
{
  return bjt_workspace_dup_setting (self, RULES);
}

BjtVisitRules *
bjt_workspace_dup_visit_rules (BjtWorkspace *self)
{
  g_autofree char *own = bjt_workspace_dup_own_visit_rules (self);
  BjtVisitRules   *rules = bjt_visit_rules_new (own, NULL);

  return rules != NULL ? rules : bjt_visit_rules_new (NULL, NULL);
}

gboolean
bjt_workspace_set_visit_rules (BjtWorkspace *self,
                               const char   *lines,
                               GError      **error)
{
  g_autoptr (BjtVisitRules) rules = bjt_visit_rules_new (lines, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (rules == NULL)
    return FALSE;
  scope = bjt_workspace_begin (self, "set-visit-rules", NULL, error);
  return scope != NULL && bjt_workspace_write_setting (self, RULES, lines, error) && bjt_workspace_finish_work (self, scope, error);
}

/* The ground */

BjtRouteGround *
bjt_workspace_get_route_ground (BjtWorkspace *self,
                                GError      **error)
{
  Memory *memory = get_memory (self);
  g_autoptr (BjtVisitRules) rules = bjt_workspace_dup_visit_rules (self);
  g_autofree char *map_stamp = bjt_way_loader_dup_stamp (self->store, error);
  g_autofree char *stamp = NULL;
  g_autoptr (GPtrArray) features = NULL;
  const BjtBox *extent = &bjt_workspace_get_picture (self)->extent;
  BjtPoint      centre = { (extent->x1 + extent->x2) / 2, (extent->y1 + extent->y2) / 2 };

  if (map_stamp == NULL)
    return NULL;
  if (bjt_box_is_empty (extent))
    centre = (BjtPoint) { 0.5, 0.5 };
  stamp = g_strdup_printf ("%s %.6f %.6f %g", map_stamp, centre.x, centre.y, bjt_visit_rules_get_numbers (rules)->steps);
  if (memory->ground == NULL || g_strcmp0 (memory->ground->stamp, stamp) != 0)
    {
      features = bjt_way_loader_load (self->store, error);
      if (features == NULL)
        return NULL;
      g_clear_pointer (&memory->ground, bjt_route_ground_unref);
      memory->ground = bjt_route_ground_new (features, centre, bjt_visit_rules_get_numbers (rules)->steps, stamp);
    }
  return bjt_route_ground_ref (memory->ground);
}

gboolean
bjt_workspace_set_gate_hours (BjtWorkspace  *self,
                              const BjtUuid *gate_id,
                              const char    *hours,
                              GError       **error)
{
  g_autoptr (BjtMapFeature) gate = bjt_store_get (self->store, &bjt_map_feature_type, gate_id, error);
  g_autoptr (BjtActionScope) scope = NULL;

  if (gate == NULL)
    return FALSE;
  if (gate->kind != BJT_FEATURE_GATE)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "this is no gate");
  if (hours != NULL && !bjt_opening_hours_is_valid (hours))
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_INVALID, "these hours can't be read; write them as 06:00-22:00, Mo-Fr 08:00-18:00, 24/7 or off");
  g_free (gate->opening_hours);
  gate->opening_hours = g_strdup (hours);
  scope = bjt_workspace_begin (self, "set-gate-hours", gate->name, error);
  return scope != NULL && bjt_store_update (self->store, &bjt_map_feature_type, gate, error) && bjt_workspace_finish_work (self, scope, error);
}

/* Gathering */

static gboolean
note_if_employed (BjtWorkspace *self,
                  guint32       person,
                  GHashTable   *employed,
                  GError      **error)
{
  g_autoptr (BjtPerson) record = bjt_store_get (self->store, &bjt_person_type, &bjt_picture_get_person (self->picture, person)->id, error);

  if (record != NULL && record->employer != NULL && *record->employer != '\0')
    g_hash_table_add (employed, GUINT_TO_POINTER (person));
  return record != NULL;
}

/* Who of those behind the doors has work to go to. */
static GHashTable *
find_employed (BjtWorkspace       *self,
               const BjtRouteWish *wish,
               GError            **error)
{
  g_autoptr (GHashTable) employed = g_hash_table_new (NULL, NULL);

  for (guint c = 0; c < wish->choices->len; c++)
    {
      guint32 door = bjt_picture_find_door (self->picture, &g_array_index (wish->choices, BjtRouteChoice, c).door_id);
      BjtRun  households = door != BJT_NO_INDEX ? bjt_picture_get_door (self->picture, door)->households : (BjtRun) { 0, 0 };

      for (guint32 h = households.first; h < households.first + households.n; h++)
        {
          BjtRun members = bjt_picture_get_household (self->picture, h)->members;

          for (guint32 m = members.first; m < members.first + members.n; m++)
            if (bjt_picture_get_member (self->picture, m)->is_resident
                && !note_if_employed (self, bjt_picture_get_member (self->picture, m)->person, employed, error))
              return NULL;
        }
    }
  return g_steal_pointer (&employed);
}

static void
job_free (Job *self)
{
  bjt_route_wish_free (self->wish);
  bjt_picture_unref (self->picture);
  bjt_visit_rules_unref (self->rules);
  bjt_route_ground_unref (self->ground);
  bjt_work_calendar_unref (self->calendar);
  g_clear_pointer (&self->employed, g_hash_table_unref);
  bjt_route_matrix_memory_clear (&self->memory);
  bjt_visit_routes_unref (self->start);
  bjt_visit_routes_unref (self->shell);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* NULL: an error. */
static Job *
job_new (BjtWorkspace       *self,
         const BjtRouteWish *wish,
         GCancellable       *cancellable,
         GError            **error)
{
  g_autoptr (Job) job = g_new0 (Job, 1);
  const Memory *memory = get_memory (self);

  job->wish = bjt_route_wish_copy (wish);
  job->picture = bjt_picture_ref (bjt_workspace_get_picture (self));
  job->rules = bjt_workspace_dup_visit_rules (self);
  job->ground = bjt_workspace_get_route_ground (self, error);
  job->calendar = bjt_work_calendar_ref (bjt_workspace_get_calendar (self));
  job->employed = job->ground != NULL && bjt_visit_rules_asks_employment (job->rules) ? find_employed (self, wish, error) : g_hash_table_new (NULL, NULL);
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  if (job->ground == NULL || job->employed == NULL)
    return NULL;
  if (memory->matrix.matrix != NULL)
    job->memory = (BjtRouteMatrixMemory) { bjt_walk_matrix_ref (memory->matrix.matrix), g_array_ref (memory->matrix.entrances), g_strdup (memory->matrix.stamp) };
  return g_steal_pointer (&job);
}

/* What was measured serves the next plan. */
static void
keep_memory (BjtWorkspace *self,
             Job          *job)
{
  Memory *memory = get_memory (self);

  if (job->memory.matrix == NULL || job->memory.matrix == memory->matrix.matrix)
    return;
  bjt_route_matrix_memory_clear (&memory->matrix);
  memory->matrix = job->memory;
  job->memory = (BjtRouteMatrixMemory) { NULL, NULL, NULL };
}

/* Working */

typedef struct
{
  Job            *job;
  BjtVisitRoutes *best; /* may be NULL */
  double          fraction;
} Told;

static gboolean
tell_idle_cb (gpointer data)
{
  Told *told = data;

  if (!g_cancellable_is_cancelled (told->job->cancellable))
    told->job->watch.progress (told->best, told->fraction, told->job->watch.user_data);
  return G_SOURCE_REMOVE;
}

static void
told_free (gpointer data)
{
  Told *told = data;

  bjt_visit_routes_unref (told->best);
  g_free (told);
}

/* The job outlives what is told: it belongs to the task, whose answer comes by the
 * same context, later. */
static void
tell (Job                *job,
      const BjtRoutePlan *plan,
      double              fraction)
{
  g_autoptr (GSource) source = NULL;
  Told *told;

  if (job->watch.progress == NULL)
    return;
  source = g_idle_source_new ();
  told = g_new0 (Told, 1);
  told->job = job;
  told->best = plan != NULL && job->shell != NULL ? bjt_visit_routes_new_with_plan (job->shell, plan) : NULL;
  told->fraction = fraction;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_idle_cb, told, told_free);
  g_source_attach (source, job->context);
}

#define MATRIX_PART 0.2 /* of the progress */

static void
matrix_progress_cb (double   fraction,
                    gpointer user_data)
{
  tell (user_data, NULL, MATRIX_PART * fraction);
}

static void
solver_progress_cb (const BjtRouteProgress *progress,
                    gpointer                user_data)
{
  tell (user_data, progress->plan, MATRIX_PART + (1 - MATRIX_PART) * progress->fraction);
}

static BjtRouteCase *
make_case (Job     *job,
           GError **error)
{
  BjtRouteMaterial material = {
    .wish = job->wish, .picture = job->picture, .rules = job->rules, .ground = job->ground, .calendar = job->calendar,
    .employed = job->employed, .memory = &job->memory, .progress = matrix_progress_cb, .user_data = job, .cancellable = job->cancellable,
  };

  return bjt_route_case_new (&material, error);
}

static BjtVisitRoutes *
work (Job     *job,
      GError **error)
{
  g_autoptr (BjtRouteCase) facts = job->start != NULL ? bjt_route_case_ref (job->start->facts) : make_case (job, error);
  BjtRouteWatch watch = { solver_progress_cb, job, job->cancellable };

  if (facts == NULL)
    return NULL;
  if (job->watch.progress != NULL)
    job->shell = job->start != NULL ? bjt_visit_routes_ref (job->start) : bjt_visit_routes_new_shell (facts);
  return bjt_visit_routes_solve (facts, job->start != NULL ? job->start->pins : NULL, job->start, &watch, error);
}

/* A door that vanished while we were at it. */
static BjtVisitRoutes *
leave_out_vanished (BjtWorkspace   *self,
                    BjtVisitRoutes *routes,
                    GError        **error)
{
  g_autoptr (BjtVisitRoutes) kept = routes;
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  g_autoptr (GArray) vanished = g_array_new (FALSE, FALSE, sizeof (BjtUuid));

  for (guint s = 0; picture != kept->facts->picture && s < kept->facts->stops->len; s++)
    {
      const BjtUuid *id = &g_array_index (kept->facts->stops, BjtRouteFacts, s).door_id;
      guint32        door = bjt_picture_find_door (picture, id);

      if (door == BJT_NO_INDEX || bjt_picture_get_door (picture, door)->is_merged)
        g_array_append_vals (vanished, id, 1);
    }
  for (guint i = 0; i < vanished->len; i++)
    {
      BjtVisitRoutes *next = bjt_visit_routes_leave_out (kept, &g_array_index (vanished, BjtUuid, i), error);

      if (next == NULL)
        return NULL;
      bjt_visit_routes_unref (kept);
      kept = next;
    }
  return g_steal_pointer (&kept);
}

BjtRouteCase *
bjt_workspace_make_route_case (BjtWorkspace       *self,
                               const BjtRouteWish *wish,
                               GCancellable       *cancellable,
                               GError            **error)
{
  g_autoptr (Job) job = job_new (self, wish, cancellable, error);
  BjtRouteCase *facts = job != NULL ? make_case (job, error) : NULL;

  if (job != NULL)
    keep_memory (self, job);
  return facts;
}

BjtVisitRoutes *
bjt_workspace_plan_routes (BjtWorkspace       *self,
                           const BjtRouteWish *wish,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_autoptr (Job) job = job_new (self, wish, cancellable, error);
  BjtVisitRoutes *routes = job != NULL ? work (job, error) : NULL;

  if (job != NULL)
    keep_memory (self, job);
  return routes;
}

static void
plan_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError         *error = NULL;
  BjtVisitRoutes *routes = work (data, &error);

  if (routes != NULL)
    g_task_return_pointer (task, routes, (GDestroyNotify) bjt_visit_routes_unref);
  else
    g_task_return_error (task, error);
}

static void
start_job (BjtWorkspace         *self,
           Job                  *job,
           GError               *error,
           const BjtRoutesWatch *watch,
           GTask                *task)
{
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (watch != NULL)
    job->watch = *watch;
  job->context = g_main_context_ref_thread_default ();
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, plan_worker);
}

void
bjt_workspace_plan_routes_async (BjtWorkspace         *self,
                                 const BjtRouteWish   *wish,
                                 const BjtRoutesWatch *watch,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  GCancellable *cancellable = watch != NULL ? watch->cancellable : NULL;
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;
  Job    *job = job_new (self, wish, cancellable, &error);

  g_task_set_source_tag (task, bjt_workspace_plan_routes_async);
  start_job (self, job, error, watch, task);
}

void
bjt_workspace_improve_routes_async (BjtWorkspace         *self,
                                    BjtVisitRoutes       *routes,
                                    const BjtRoutesWatch *watch,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  GCancellable *cancellable = watch != NULL ? watch->cancellable : NULL;
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  GError *error = NULL;
  Job    *job = job_new (self, routes->facts->wish, cancellable, &error);

  g_task_set_source_tag (task, bjt_workspace_plan_routes_async);
  if (job != NULL)
    job->start = bjt_visit_routes_ref (routes);
  start_job (self, job, error, watch, task);
}

/**
 * bjt_workspace_plan_routes_finish:
 *
 * Returns: (transfer full) (nullable):
 */
BjtVisitRoutes *
bjt_workspace_plan_routes_finish (BjtWorkspace *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  Job            *job = g_task_get_task_data (G_TASK (result));
  BjtVisitRoutes *routes = g_task_propagate_pointer (G_TASK (result), error);

  if (job != NULL)
    keep_memory (self, job);
  return routes != NULL ? leave_out_vanished (self, routes, error) : NULL;
}
