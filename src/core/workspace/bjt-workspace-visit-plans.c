/* bjt-workspace-visit-plans.c: plans of visit routes in the store. A plan owns its
 * workers and stops; saving it again writes those anew that have no outcome. */
#include "bjt-workspace-visit-plans.h"

#include "bjt-workspace-private.h"
#include "geo/bjt-mercator.h"

#include <math.h>

#define MAX_PLANS 99 /* of a grid and day */

void
bjt_saved_routes_free (BjtSavedRoutes *self)
{
  if (self == NULL)
    return;
  bjt_visit_plan_free (self->plan);
  g_clear_pointer (&self->workers, g_ptr_array_unref);
  g_clear_pointer (&self->stops, g_ptr_array_unref);
  g_free (self);
}

GPtrArray *
bjt_workspace_list_visit_plans (BjtWorkspace *self,
                                GError      **error)
{
  return bjt_store_list (self->store, &bjt_visit_plan_type, NULL, NULL, "from_on DESC, id DESC", 0, error);
}

static BjtVisitPlan *
find_plan (BjtWorkspace *self,
           const char   *number,
           GError      **error)
{
  g_autoptr (GPtrArray) plans = bjt_store_list_by_text (self->store, &bjt_visit_plan_type, "number", number, error);
  BjtVisitPlan *newest = NULL;

  if (plans == NULL)
    return NULL;
  for (guint i = 0; i < plans->len; i++)
    if (newest == NULL || ((BjtVisitPlan *) plans->pdata[i])->from_on > newest->from_on)
      newest = plans->pdata[i];
  if (newest == NULL)
    g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "there is no plan of the number %s", number);
  return newest != NULL ? bjt_visit_plan_copy (newest) : NULL;
}

BjtSavedRoutes *
bjt_workspace_load_visit_plan (BjtWorkspace *self,
                               const char   *number,
                               GError      **error)
{
  g_autoptr (BjtSavedRoutes) saved = g_new0 (BjtSavedRoutes, 1);

  saved->plan = find_plan (self, number, error);
  if (saved->plan == NULL)
    return NULL;
  saved->workers = bjt_store_list (self->store, &bjt_visit_plan_worker_type, "plan_id", &saved->plan->id, "position, id", 0, error);
  saved->stops = saved->workers != NULL ? bjt_store_list (self->store, &bjt_visit_plan_stop_type, "plan_id", &saved->plan->id, "worker < 0, day, worker, position, id", 0, error) : NULL;
  return saved->stops != NULL ? g_steal_pointer (&saved) : NULL;
}

/* Windows as text */

static char *
dup_windows (const BjtRouteChoice *choice)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < choice->n_windows; i++)
    g_string_append_printf (text, "%s%02d:%02d-%02d:%02d", i > 0 ? " " : "", choice->windows[i].from / 60, choice->windows[i].from % 60,
                            choice->windows[i].to / 60, choice->windows[i].to % 60);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
read_windows (const char     *text,
              BjtRouteChoice *choice)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL && choice->n_windows < G_N_ELEMENTS (choice->windows); i++)
    choice->n_windows += bjt_visit_span_parse (words[i], &choice->windows[choice->n_windows]);
}

/* Saving */

typedef struct
{
  BjtWorkspace         *workspace;
  const BjtVisitRoutes *routes;
  BjtUuid               plan_id;
  GHashTable           *done; /* doors whose stops stay */
} Saving;

static void
make_key (Saving  *self,
          BjtUuid *id)
{
  bjt_uuid_init_random (id, bjt_clock_get_now (&self->workspace->clock) / 1000);
}

static gboolean
write_workers (Saving  *self,
               GError **error)
{
  const GArray *workers = self->routes->facts->wish->workers;

  for (guint w = 0; w < workers->len; w++)
    {
      const BjtRouteWorker *worker = &g_array_index (workers, BjtRouteWorker, w);
      g_autoptr (BjtVisitPlanWorker) record = bjt_visit_plan_worker_new ();

      make_key (self, &record->id);
      record->plan_id = self->plan_id;
      record->position = (int) w;
      record->staff_id = worker->staff_id;
      record->name = g_strdup (worker->name);
      record->sex = (int) worker->sex;
      record->n_people = (int) worker->n_people;
      record->from_minute = worker->shift.from;
      record->to_minute = worker->shift.to;
      record->start_x = worker->start.x;
      record->start_y = worker->start.y;
      if (!bjt_store_insert (self->workspace->store, &bjt_visit_plan_worker_type, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_stop (Saving             *self,
            BjtVisitPlanStop   *record,
            const BjtUuid      *door_id,
            GError            **error)
{
  const BjtRouteChoice *choice = bjt_route_wish_find_door (self->routes->facts->wish, door_id);

  if (g_hash_table_contains (self->done, door_id))
    return TRUE;
  make_key (self, &record->id);
  record->plan_id = self->plan_id;
  record->door_id = *door_id;
  record->outcome = -1;
  record->must = choice != NULL ? choice->must : -1;
  record->minutes = choice != NULL ? choice->minutes : 0;
  record->windows = choice != NULL ? dup_windows (choice) : NULL;
  return bjt_store_insert (self->workspace->store, &bjt_visit_plan_stop_type, record, error);
}

static gboolean
write_route (Saving  *self,
             guint    shift,
             int      first,
             GError **error)
{
  const BjtRouteShiftFacts *facts = &g_array_index (self->routes->facts->shifts, BjtRouteShiftFacts, shift);
  g_autoptr (GArray) lines = bjt_visit_routes_list_lines (self->routes, shift);

  for (guint i = 0; i < lines->len; i++)
    {
      const BjtRouteLine *line = &g_array_index (lines, BjtRouteLine, i);
      g_autoptr (BjtVisitPlanStop) record = bjt_visit_plan_stop_new ();

      if (line->stop == BJT_ROUTE_NONE)
        continue;
      record->worker = (int) facts->worker;
      record->day = facts->on;
      record->position = first + (int) line->number - 1;
      record->pin = line->is_pinned ? (int) line->pin : -1;
      record->way = line->way;
      record->arrival = line->arrival;
      record->begins = line->begin;
      record->ends = line->end;
      if (!write_stop (self, record, &g_array_index (self->routes->facts->stops, BjtRouteFacts, line->stop).door_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_missed (Saving  *self,
              GError **error)
{
  g_autoptr (GArray) missed = bjt_visit_routes_list_missed (self->routes);

  for (guint i = 0; i < missed->len; i++)
    {
      const BjtMissed *line = &g_array_index (missed, BjtMissed, i);
      g_autoptr (BjtVisitPlanStop) record = bjt_visit_plan_stop_new ();

      record->worker = -1;
      record->day = BJT_DATE_NONE;
      record->position = (int) i;
      record->pin = -1;
      record->reason = g_strdup (bjt_missed_reason_get_name (line->reason));
      if (!write_stop (self, record, &line->door_id, error))
        return FALSE;
    }
  return TRUE;
}

/* Those with an outcome stay; how many of a worker's day tells where the rest begins. */
static gboolean
clear_open (Saving         *self,
            BjtSavedRoutes *old,
            GError        **error)
{
  for (guint i = 0; i < old->workers->len; i++)
    if (!bjt_store_remove (self->workspace->store, &bjt_visit_plan_worker_type, &((BjtVisitPlanWorker *) old->workers->pdata[i])->id, error))
      return FALSE;
  for (guint i = 0; i < old->stops->len; i++)
    {
      BjtVisitPlanStop *stop = old->stops->pdata[i];

      if (stop->outcome >= 0)
        g_hash_table_add (self->done, &stop->door_id);
      else if (!bjt_store_remove (self->workspace->store, &bjt_visit_plan_stop_type, &stop->id, error))
        return FALSE;
    }
  return TRUE;
}

static int
count_done (const BjtSavedRoutes     *old,
            const BjtRouteShiftFacts *facts)
{
  int n = 0;

  for (guint i = 0; old != NULL && i < old->stops->len; i++)
    {
      const BjtVisitPlanStop *stop = old->stops->pdata[i];

      if (stop->outcome >= 0 && stop->worker == (int) facts->worker && stop->day == facts->on)
        n = MAX (n, stop->position + 1);
    }
  return n;
}

static void
fill_plan (BjtVisitPlan       *plan,
           const BjtRouteWish *wish)
{
  plan->from_on = wish->from_on;
  plan->n_days = (int) wish->n_days;
  plan->grid = wish->grid;
  plan->is_open_ended = wish->is_open;
  plan->has_no_lunch = wish->no_lunch;
  plan->start_x = wish->start.x;
  plan->start_y = wish->start.y;
  plan->seed = (int) wish->seed;
  plan->balance = wish->balance >= 0 ? wish->balance : (double) NAN;
}

/* The next free number. */
static char *
dup_number (BjtWorkspace       *self,
            const BjtRouteWish *wish,
            GError            **error)
{
  int year, month, day;

  bjt_date_get_ymd (wish->from_on, &year, &month, &day);
  for (int i = 1; i <= MAX_PLANS; i++)
    {
      g_autofree char *number = g_strdup_printf ("R%02d%02d-%d-%d", month, day, wish->grid, i);
      g_autoptr (GPtrArray) taken = bjt_store_list_by_text (self->store, &bjt_visit_plan_type, "number", number, error);
      gboolean is_free = taken != NULL;

      if (taken == NULL)
        return NULL;
      for (guint p = 0; p < taken->len; p++)
        is_free = is_free && ((BjtVisitPlan *) taken->pdata[p])->from_on < wish->from_on;
      if (is_free)
        return g_steal_pointer (&number);
    }
  bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "there are 99 plans of this day already; remove some");
  return NULL;
}

static gboolean
write_all (Saving         *self,
           BjtSavedRoutes *old,
           BjtVisitPlan   *plan,
           GError        **error)
{
  BjtStore *store = self->workspace->store;

  if (!(old != NULL ? clear_open (self, old, error) && bjt_store_update (store, &bjt_visit_plan_type, plan, error)
                    : bjt_store_insert (store, &bjt_visit_plan_type, plan, error))
      || !write_workers (self, error))
    return FALSE;
  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (self->routes); s++)
    if (!write_route (self, s, count_done (old, &g_array_index (self->routes->facts->shifts, BjtRouteShiftFacts, s)), error))
      return FALSE;
  return write_missed (self, error);
}

/**
 * bjt_workspace_save_visit_plan:
 *
 * Returns: (transfer full) (nullable): the number
 */
char *
bjt_workspace_save_visit_plan (BjtWorkspace         *self,
                               const BjtVisitRoutes *routes,
                               const char           *number,
                               GError              **error)
{
  g_autoptr (BjtSavedRoutes) old = number != NULL ? bjt_workspace_load_visit_plan (self, number, error) : NULL;
  g_autoptr (BjtVisitPlan) plan = NULL;
  g_autoptr (BjtActionScope) scope = NULL;
  g_autoptr (GHashTable) done = g_hash_table_new (bjt_uuid_hash, bjt_uuid_equal);
  g_autofree char *text = NULL;
  Saving saving = { .workspace = self, .routes = routes, .done = done };

  if (number != NULL && old == NULL)
    return NULL;
  if (old != NULL && old->plan->is_closed)
    {
      bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the plan is closed: plan anew");
      return NULL;
    }
  plan = old != NULL ? bjt_visit_plan_copy (old->plan) : bjt_visit_plan_new ();
  text = old != NULL ? g_strdup (number) : dup_number (self, routes->facts->wish, error);
  if (text == NULL)
    return NULL;
  fill_plan (plan, routes->facts->wish);
  if (old == NULL)
    {
      make_key (&saving, &plan->id);
      plan->number = g_strdup (text);
      plan->made_at = bjt_clock_get_now (&self->clock);
    }
  saving.plan_id = plan->id;
  scope = bjt_workspace_begin (self, "save-visit-plan", text, error);
  return scope != NULL && write_all (&saving, old, plan, error) && bjt_workspace_finish_work (self, scope, error) ? g_steal_pointer (&text) : NULL;
}

gboolean
bjt_workspace_remove_visit_plan (BjtWorkspace *self,
                                 const char   *number,
                                 GError      **error)
{
  g_autoptr (BjtSavedRoutes) saved = bjt_workspace_load_visit_plan (self, number, error);
  g_autoptr (BjtActionScope) scope = saved != NULL ? bjt_workspace_begin (self, "remove-visit-plan", number, error) : NULL;

  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < saved->stops->len; i++)
    if (!bjt_store_remove (self->store, &bjt_visit_plan_stop_type, &((BjtVisitPlanStop *) saved->stops->pdata[i])->id, error))
      return FALSE;
  for (guint i = 0; i < saved->workers->len; i++)
    if (!bjt_store_remove (self->store, &bjt_visit_plan_worker_type, &((BjtVisitPlanWorker *) saved->workers->pdata[i])->id, error))
      return FALSE;
  return bjt_store_remove (self->store, &bjt_visit_plan_type, &saved->plan->id, error) && bjt_workspace_finish_work (self, scope, error);
}

/* Opening again */

/* Where a worker noted the last outcome; NAN: nowhere yet, or not on the map. */
static BjtPoint
find_last_place (BjtWorkspace         *self,
                 const BjtSavedRoutes *saved,
                 int                   worker)
{
  const BjtPicture *picture = bjt_workspace_get_picture (self);
  BjtPoint          place = { (double) NAN, (double) NAN };

  for (guint i = 0; i < saved->stops->len; i++)
    {
      const BjtVisitPlanStop *stop = saved->stops->pdata[i];
      guint32                 door = stop->worker == worker && stop->outcome >= 0 ? bjt_picture_find_door (picture, &stop->door_id) : BJT_NO_INDEX;

      if (door != BJT_NO_INDEX && isfinite (bjt_picture_get_door (picture, door)->place.x))
        place = bjt_mercator_unproject (bjt_picture_get_door (picture, door)->place);
    }
  return place;
}

BjtRouteWish *
bjt_workspace_dup_saved_wish (BjtWorkspace         *self,
                              const BjtSavedRoutes *saved,
                              int                   now)
{
  BjtRouteWish *wish = bjt_route_wish_new (saved->plan->from_on);

  wish->n_days = (guint) MAX (saved->plan->n_days, 1);
  wish->grid = saved->plan->grid;
  wish->is_open = saved->plan->is_open_ended;
  wish->no_lunch = saved->plan->has_no_lunch;
  wish->start = (BjtPoint) { saved->plan->start_x, saved->plan->start_y };
  wish->seed = (guint64) MAX (saved->plan->seed, 0);
  wish->balance = isfinite (saved->plan->balance) ? saved->plan->balance : -1;
  wish->now = now;
  for (guint w = 0; w < saved->workers->len; w++)
    {
      const BjtVisitPlanWorker *record = saved->workers->pdata[w];
      BjtPoint                  last = now > 0 ? find_last_place (self, saved, record->position) : (BjtPoint) { (double) NAN, (double) NAN };
      BjtRouteWorker           *worker;

      bjt_route_wish_add_worker (wish, &record->staff_id, record->name);
      worker = &g_array_index (wish->workers, BjtRouteWorker, w);
      worker->sex = (BjtSex) record->sex;
      worker->n_people = (guint) MAX (record->n_people, 1);
      worker->shift = (BjtMinutes) { record->from_minute, record->to_minute };
      worker->start = isfinite (last.x) ? last : (BjtPoint) { record->start_x, record->start_y };
    }
  for (guint i = 0; i < saved->stops->len; i++)
    {
      const BjtVisitPlanStop *stop = saved->stops->pdata[i];
      BjtRouteChoice          choice = { .door_id = stop->door_id, .minutes = stop->minutes, .must = stop->must };

      if (stop->outcome >= 0)
        continue;
      read_windows (stop->windows, &choice);
      g_array_append_val (wish->choices, choice);
    }
  return wish;
}

/* Puts the stops where they were; what would break a promise stays out. */
static BjtVisitRoutes *
place_stops (BjtRouteCase         *facts,
             const BjtSavedRoutes *saved,
             GError              **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) pins = g_array_new (FALSE, FALSE, sizeof (BjtRoutePin));
  BjtVisitRoutes *routes;

  for (guint s = 0; s < facts->shifts->len; s++)
    g_ptr_array_add (orders, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < saved->stops->len; i++)
    {
      const BjtVisitPlanStop *record = saved->stops->pdata[i];
      guint                   stop = record->worker >= 0 && record->outcome < 0 ? bjt_route_case_find_stop (facts, &record->door_id) : BJT_ROUTE_NONE;

      for (guint s = 0; stop != BJT_ROUTE_NONE && s < facts->shifts->len; s++)
        {
          const BjtRouteShiftFacts *shift = &g_array_index (facts->shifts, BjtRouteShiftFacts, s);
          BjtRoutePin               pin = { stop, s, (BjtRoutePinKind) record->pin };

          if ((int) shift->worker != record->worker || shift->on != record->day)
            continue;
          g_array_append_val ((GArray *) orders->pdata[s], stop);
          if (record->pin >= 0)
            g_array_append_val (pins, pin);
        }
    }
  routes = bjt_visit_routes_new_with_orders (facts, pins, (const GArray *const *) orders->pdata, NULL);
  return routes != NULL ? routes : bjt_visit_routes_solve_orders (facts, pins, (const GArray *const *) orders->pdata, error);
}

/**
 * bjt_workspace_restore_routes:
 *
 * Returns: (transfer full) (nullable):
 */
BjtVisitRoutes *
bjt_workspace_restore_routes (BjtWorkspace         *self,
                              const BjtSavedRoutes *saved,
                              GError              **error)
{
  g_autoptr (BjtRouteWish) wish = bjt_workspace_dup_saved_wish (self, saved, 0);
  g_autoptr (BjtRouteCase) facts = bjt_workspace_make_route_case (self, wish, NULL, error);

  return facts != NULL ? place_stops (facts, saved, error) : NULL;
}

/* Closing out */

static BjtVisitPlanStop *
find_stop (const BjtSavedRoutes *saved,
           const BjtUuid        *id,
           GError              **error)
{
  for (guint i = 0; i < saved->stops->len; i++)
    if (bjt_uuid_equal (&((BjtVisitPlanStop *) saved->stops->pdata[i])->id, id))
      return saved->stops->pdata[i];
  g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND, "the plan %s has no such stop any more", saved->plan->number);
  return NULL;
}

static BjtVisit *
make_visit (const BjtSavedRoutes   *saved,
            const BjtVisitPlanStop *stop,
            const BjtStopResult    *result)
{
  BjtVisit *visit = bjt_visit_new ();

  visit->door_id = stop->door_id;
  visit->visited_on = stop->day != BJT_DATE_NONE ? stop->day : saved->plan->from_on;
  visit->outcome = result->outcome;
  visit->note = g_strdup (result->note);
  visit->next_on = result->next_on;
  visit->source = g_strdup ("visit-plan");
  visit->mode = result->outcome == BJT_OUTCOME_PHONED ? BJT_MODE_PHONE : BJT_MODE_HOME;
  for (guint i = 0; i < saved->workers->len; i++)
    if (((BjtVisitPlanWorker *) saved->workers->pdata[i])->position == stop->worker)
      visit->staff_id = ((BjtVisitPlanWorker *) saved->workers->pdata[i])->staff_id;
  return visit;
}

/* Beforehand: what each result makes of its stop; the visits that come of it. */
static GPtrArray *
take_results (BjtWorkspace         *self,
              BjtSavedRoutes       *saved,
              const BjtStopResult  *results,
              guint                 n_results,
              GError              **error)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_visit_free);

  for (guint i = 0; i < n_results; i++)
    {
      BjtVisitPlanStop *stop = find_stop (saved, &results[i].stop_id, error);
      BjtVisit         *visit;

      if (stop == NULL)
        return NULL;
      if (stop->outcome >= 0)
        {
          bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "a stop has its outcome already: correct the visit instead");
          return NULL;
        }
      stop->outcome = results[i].outcome;
      g_free (stop->reason);
      stop->reason = results[i].outcome < 0 ? g_strdup (results[i].reason != NULL ? results[i].reason : BJT_STOP_NOT_DONE) : NULL;
      if (results[i].outcome < 0)
        continue;
      visit = make_visit (saved, stop, &results[i]);
      g_ptr_array_add (visits, visit);
      if (!bjt_workspace_check_visit (self, visit, error))
        return NULL;
      bjt_workspace_complete_visit (self, visit);
      stop->visit_id = visit->id;
    }
  return g_steal_pointer (&visits);
}

static gboolean
write_stops (BjtWorkspace   *self,
             BjtSavedRoutes *saved,
             gboolean        close,
             GError        **error)
{
  for (guint i = 0; i < saved->stops->len; i++)
    {
      BjtVisitPlanStop *stop = saved->stops->pdata[i];

      if (close && stop->outcome < 0 && stop->reason == NULL)
        stop->reason = g_strdup (BJT_STOP_NOT_DONE);
      if (!bjt_store_update (self->store, &bjt_visit_plan_stop_type, stop, error))
        return FALSE;
    }
  saved->plan->is_closed = close;
  return bjt_store_update (self->store, &bjt_visit_plan_type, saved->plan, error);
}

/**
 * bjt_workspace_note_stop_results:
 *
 * One action.
 */
gboolean
bjt_workspace_note_stop_results (BjtWorkspace        *self,
                                 const char          *number,
                                 const BjtStopResult *results,
                                 guint                n_results,
                                 gboolean             close,
                                 GError             **error)
{
  g_autoptr (BjtSavedRoutes) saved = bjt_workspace_load_visit_plan (self, number, error);
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (BjtActionScope) scope = NULL;

  if (saved == NULL)
    return FALSE;
  if (saved->plan->is_closed)
    return bjt_workspace_refuse (error, BJT_WORKSPACE_ERROR_REFUSED, "the plan is closed already");
  visits = take_results (self, saved, results, n_results, error);
  scope = visits != NULL ? bjt_workspace_begin (self, close ? "close-visit-plan" : "note-visit-plan", number, error) : NULL;
  if (scope == NULL)
    return FALSE;
  for (guint i = 0; i < visits->len; i++)
    if (!bjt_store_insert (self->store, &bjt_visit_type, visits->pdata[i], error))
      return FALSE;
  if (!write_stops (self, saved, close, error))
    return FALSE;
  return visits->len > 0 ? bjt_workspace_finish_visits (self, scope, (BjtVisit *const *) visits->pdata, visits->len, error)
                         : bjt_workspace_finish_work (self, scope, error);
}
