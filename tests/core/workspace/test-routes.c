/* test-routes.c: a wish to a problem to routes: who is seen how long, when, by whom;
 * changed by hand; kept; closed out. The fixture has no map: ways are assumed. */
#include <math.h>

#include "bjt-workspace-fixture.h"
#include "route/bjt-route-checker.h"
#include "workspace/bjt-visit-routes-hold.h"
#include "workspace/bjt-workspace-visit-plans.h"
#include "workspace/bjt-workspace-visits.h"

#define DAY bjt_date_from_ymd (2026, 11, 23)

static BjtRouteWish *
make_wish (BjtWorkspaceFixture *fixture,
           guint                n_workers,
           guint                n_doors)
{
  BjtRouteWish *wish = bjt_route_wish_new (DAY);

  for (guint w = 0; w < n_workers; w++)
    bjt_route_wish_add_worker (wish, NULL, NULL);
  for (guint d = 0; d < n_doors; d++)
    {
      BjtUuid id = bjt_workspace_fixture_door (fixture, d);

      bjt_route_wish_add_door (wish, &id);
      bjt_route_wish_add_door (wish, &id); /* nothing twice */
    }
  wish->n_rounds = 2000;
  return wish;
}

static BjtVisitRoutes *
plan (BjtWorkspaceFixture *fixture,
      const BjtRouteWish  *wish)
{
  g_autoptr (GError) error = NULL;
  BjtVisitRoutes *routes = bjt_workspace_plan_routes (fixture->workspace, wish, NULL, &error);
  g_autoptr (GArray) faults = NULL;

  g_assert_no_error (error);
  faults = bjt_route_check (routes->problem, routes->plan);
  g_assert_cmpuint (faults->len, ==, 0);
  return routes;
}

static guint
count_visits (const BjtVisitRoutes *routes)
{
  guint n = 0;

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    n += bjt_visit_routes_get_totals (routes, s).n_visits;
  return n;
}

static gboolean
has_note (const BjtVisitRoutes *routes,
          BjtRouteNoteKind      kind)
{
  for (guint i = 0; i < routes->facts->notes->len; i++)
    if (g_array_index (routes->facts->notes, BjtRouteNote, i).kind == kind)
      return TRUE;
  return FALSE;
}

static void
test_plan (BjtWorkspaceFixture *fixture,
           gconstpointer        data)
{
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 2, 8);
  g_autoptr (BjtVisitRoutes) routes = plan (fixture, wish);
  g_autoptr (BjtVisitRoutes) again = plan (fixture, wish);

  g_assert_cmpuint (routes->facts->stops->len, ==, 8);
  g_assert_cmpuint (count_visits (routes), ==, 8);
  g_assert_true (has_note (routes, BJT_ROUTE_NOTE_NO_NETWORK));
  g_assert_true (has_note (routes, BJT_ROUTE_NOTE_UNPLACED));
  g_assert_true (has_note (routes, BJT_ROUTE_NOTE_NO_START));
  for (guint s = 0; s < 2; s++)
    {
      g_autoptr (GArray) first = bjt_route_plan_dup_order (routes->plan, s);
      g_autoptr (GArray) second = bjt_route_plan_dup_order (again->plan, s);
      g_autoptr (GArray) track = bjt_visit_routes_dup_track (routes, s);

      g_assert_cmpmem (first->data, first->len * sizeof (guint), second->data, second->len * sizeof (guint));
      g_assert_cmpuint (track->len, ==, 0);
    }
}

/* One stair, one worker, no windows: from the top down. */
static void
test_top_floor_first (BjtWorkspaceFixture *fixture,
                      gconstpointer        data)
{
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 1, 6);
  g_autoptr (BjtVisitRoutes) routes = NULL;
  g_autoptr (GArray) lines = NULL;
  int level = 99;

  for (guint i = 0; i < wish->choices->len; i++)
    {
      BjtRouteChoice *choice = &g_array_index (wish->choices, BjtRouteChoice, i);

      choice->n_windows = 1;
      choice->windows[0] = (BjtMinutes) { 9 * 60, 17 * 60 };
    }
  routes = plan (fixture, wish);
  lines = bjt_visit_routes_list_lines (routes, 0);
  g_assert_cmpuint (count_visits (routes), ==, 6);
  for (guint i = 0; i < lines->len; i++)
    {
      const BjtRouteLine *line = &g_array_index (lines, BjtRouteLine, i);

      if (line->stop == BJT_ROUTE_NONE)
        continue;
      g_assert_cmpint (g_array_index (routes->facts->stops, BjtRouteFacts, line->stop).level, <=, level);
      level = g_array_index (routes->facts->stops, BjtRouteFacts, line->stop).level;
    }
}

/* Rule B.12: those of 60 and more are not disturbed at noon. */
static void
test_windows (BjtWorkspaceFixture *fixture,
              gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 1, 2);
  g_autoptr (BjtVisitRoutes) routes = NULL;
  g_autoptr (BjtVisitRoutes) shut = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) missed = NULL;

  g_assert_true (bjt_workspace_set_visit_rules (fixture->workspace, "window age:0- any 08:30-09:30 14:00-18:30\n", &error));
  g_assert_no_error (error);
  routes = plan (fixture, wish);
  lines = bjt_visit_routes_list_lines (routes, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const BjtRouteLine *line = &g_array_index (lines, BjtRouteLine, i);

      g_assert_true (line->stop == BJT_ROUTE_NONE || line->end <= 9.5 * 3600 || line->begin >= 14 * 3600);
    }
  g_array_index (wish->workers, BjtRouteWorker, 0).shift = (BjtMinutes) { 10 * 60, 12 * 60 };
  shut = plan (fixture, wish);
  missed = bjt_visit_routes_list_missed (shut);
  g_assert_cmpuint (missed->len, ==, 2);
  g_assert_cmpint (g_array_index (missed, BjtMissed, 0).reason, ==, BJT_MISSED_WINDOW);
  g_assert_false (bjt_workspace_set_visit_rules (fixture->workspace, "window age:0- any\n", &error));
  g_assert_error (error, BJT_VISIT_RULES_ERROR, BJT_VISIT_RULES_ERROR_TEXT);
}

static void
test_bad_wishes (BjtWorkspaceFixture *fixture,
                 gconstpointer        data)
{
  g_autoptr (BjtRouteWish) nobody = make_wish (fixture, 1, 0);
  g_autoptr (BjtRouteWish) no_worker = make_wish (fixture, 0, 2);
  g_autoptr (BjtRouteWish) no_days = make_wish (fixture, 1, 2);
  const BjtRouteWish *wrong[] = { nobody, no_worker, no_days };

  no_days->n_days = 0;
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (bjt_workspace_plan_routes (fixture->workspace, wrong[i], NULL, &error));
      g_assert_error (error, BJT_ROUTE_ERROR, BJT_ROUTE_ERROR_STOP);
    }
}

static void
test_gone_door (BjtWorkspaceFixture *fixture,
                gconstpointer        data)
{
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 1, 2);
  g_autoptr (BjtVisitRoutes) routes = NULL;
  g_autoptr (GArray) missed = NULL;
  BjtUuid id;

  bjt_uuid_init_random (&id, 1);
  bjt_route_wish_add_door (wish, &id);
  routes = plan (fixture, wish);
  missed = bjt_visit_routes_list_missed (routes);
  g_assert_cmpuint (missed->len, ==, 1);
  g_assert_cmpint (g_array_index (missed, BjtMissed, 0).reason, ==, BJT_MISSED_GONE);
}

static void
test_too_little_time (BjtWorkspaceFixture *fixture,
                      gconstpointer        data)
{
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 1, 8);
  g_autoptr (BjtVisitRoutes) routes = NULL;
  g_autoptr (GArray) missed = NULL;
  BjtUuid must = bjt_workspace_fixture_door (fixture, 5);

  g_array_index (wish->workers, BjtRouteWorker, 0).shift = (BjtMinutes) { 9 * 60, 10 * 60 };
  bjt_route_wish_find_door (wish, &must)->must = 1;
  bjt_route_wish_find_door (wish, &must)->minutes = 30;
  routes = plan (fixture, wish);
  missed = bjt_visit_routes_list_missed (routes);
  g_assert_cmpuint (count_visits (routes) + missed->len, ==, 8);
  g_assert_cmpuint (missed->len, >=, 4);
  for (guint i = 0; i < missed->len; i++)
    {
      g_assert_false (bjt_uuid_equal (&g_array_index (missed, BjtMissed, i).door_id, &must));
      g_assert_cmpint (g_array_index (missed, BjtMissed, i).reason, ==, BJT_MISSED_SHIFT_FULL);
    }
}

/* A drag and what takes it back; what would break a promise is refused. */
static void
test_by_hand (BjtWorkspaceFixture *fixture,
              gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 2, 8);
  g_autoptr (BjtVisitRoutes) routes = plan (fixture, wish);
  g_autoptr (BjtVisitRoutes) moved = NULL;
  g_autoptr (BjtVisitRoutes) back = NULL;
  g_autoptr (BjtVisitRoutes) dropped = NULL;
  g_autoptr (BjtVisitRoutes) inserted = NULL;
  g_autoptr (BjtVisitRoutes) pinned = NULL;
  BjtUuid id = bjt_workspace_fixture_door (fixture, 3), stranger = bjt_workspace_fixture_door (fixture, 10);
  guint   shift, index, new_shift, new_index;

  g_assert_true (bjt_visit_routes_find (routes, &id, &shift, &index));
  moved = bjt_visit_routes_move (routes, &id, 1 - shift, 0, &error);
  g_assert_no_error (error);
  g_assert_true (bjt_visit_routes_find (moved, &id, &new_shift, &new_index));
  g_assert_cmpuint (new_shift, ==, 1 - shift);
  g_assert_cmpuint (new_index, ==, 0);
  back = bjt_visit_routes_move (moved, &id, shift, index, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bjt_visit_routes_compare_way (routes, back), ==, 0);
  g_assert_cmpint (bjt_visit_routes_compare_way (routes, moved), ==, -bjt_visit_routes_compare_way (moved, back));
  dropped = bjt_visit_routes_drop (routes, &id, &error);
  g_assert_cmpuint (count_visits (dropped), ==, 7);
  inserted = bjt_visit_routes_insert (dropped, &id, BJT_ROUTE_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_visits (inserted), ==, 8);
  pinned = bjt_visit_routes_pin (routes, &id, BJT_ROUTE_PIN_LAST, &error);
  g_assert_no_error (error);
  g_assert_true (bjt_visit_routes_find (pinned, &id, &new_shift, &new_index));
  g_assert_cmpuint (new_index + 1, ==, bjt_visit_routes_get_totals (pinned, new_shift).n_visits);
  g_assert_null (bjt_visit_routes_move (routes, &stranger, 0, 0, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (bjt_visit_routes_move (routes, &id, 7, 0, &error));
  g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_NOT_FOUND);
}

/* All visits in their order: the same before and after a change is taken back. */
static char *
dup_order (const BjtVisitRoutes *routes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint s = 0; s < bjt_visit_routes_get_n_shifts (routes); s++)
    {
      g_autoptr (GArray) order = bjt_route_plan_dup_order (routes->plan, s);

      for (guint i = 0; i < order->len; i++)
        g_string_append_printf (text, "%u ", g_array_index (order, guint, i));
      g_string_append_c (text, '|');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_walkable (const BjtVisitRoutes *routes)
{
  g_autoptr (GArray) faults = bjt_route_check (routes->problem, routes->plan);

  g_assert_cmpuint (faults->len, ==, 0);
}

/* Wherever each visit is put, it is held there, stays there when all else is planned
 * anew, and the routes before are untouched. */
static void
test_hold (BjtWorkspaceFixture *fixture,
           gconstpointer        data)
{
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 2, 8);
  g_autoptr (BjtVisitRoutes) routes = plan (fixture, wish);
  g_autofree char *before = dup_order (routes);

  for (guint d = 0; d < 8; d++)
    for (guint to = 0; to < 6; to++)
      {
        g_autoptr (GError) error = NULL;
        BjtUuid id = bjt_workspace_fixture_door (fixture, d);
        g_autoptr (BjtVisitRoutes) moved = bjt_visit_routes_move_and_hold (routes, &id, to % 2, to / 2, &error);
        g_autoptr (BjtVisitRoutes) again = NULL;
        g_autofree char *after = dup_order (routes);
        guint shift, index;

        g_assert_cmpstr (after, ==, before);
        if (moved == NULL)
          {
            g_assert_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED);
            continue;
          }
        assert_walkable (moved);
        g_assert_cmpuint (moved->pins->len, >, 0);
        again = bjt_visit_routes_solve (moved->facts, moved->pins, moved, NULL, &error);
        g_assert_no_error (error);
        assert_walkable (again);
        g_assert_true (bjt_visit_routes_find (again, &id, &shift, &index));
        g_assert_cmpuint (shift, ==, to % 2);
        if (to / 2 == 0)
          g_assert_cmpuint (index, ==, 0);
      }
}

/* One held thing after another; done ones are locked; all is let go. */
static void
test_hold_more (BjtWorkspaceFixture *fixture,
                gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 2, 8);
  g_autoptr (BjtVisitRoutes) routes = plan (fixture, wish);
  g_autoptr (BjtVisitRoutes) locked = NULL;
  g_autoptr (BjtVisitRoutes) free = NULL;
  BjtUuid id = bjt_workspace_fixture_door (fixture, 0), other = bjt_workspace_fixture_door (fixture, 1);
  guint   shift, index;

  for (guint i = 0; i < 6; i++) /* the same two again and again: their own pins do not stand in their way */
    {
      BjtVisitRoutes *moved = bjt_visit_routes_move_and_hold (routes, i % 2 == 0 ? &id : &other, 0, 1 + i / 2, &error);

      g_assert_no_error (error);
      bjt_visit_routes_unref (routes);
      routes = moved;
      assert_walkable (routes);
    }
  g_assert_true (bjt_visit_routes_find (routes, &id, &shift, &index));
  locked = bjt_visit_routes_lock_until (routes, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (locked->pins->len, >, index);
  free = bjt_visit_routes_unpin_all (locked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (free->pins->len, ==, 0);
}

typedef struct
{
  GMainLoop      *loop;
  BjtVisitRoutes *routes;
  GError         *error;
  GCancellable   *cancellable;
  guint           n_told;
  double          fraction;
} Wait;

static void
progress_cb (BjtVisitRoutes *best,
             double          fraction,
             gpointer        user_data)
{
  Wait *wait = user_data;

  g_assert_cmpfloat (fraction, >=, wait->fraction);
  wait->fraction = fraction;
  wait->n_told++;
  if (best != NULL)
    g_assert_cmpuint (bjt_visit_routes_get_n_shifts (best), ==, 2);
  if (wait->cancellable != NULL && best != NULL)
    g_cancellable_cancel (wait->cancellable);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Wait *wait = user_data;

  wait->routes = bjt_workspace_plan_routes_finish (BJT_WORKSPACE (source), result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
test_async (BjtWorkspaceFixture *fixture,
            gconstpointer        data)
{
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 2, 11);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { .loop = loop, .cancellable = cancellable };
  BjtRoutesWatch watch = { progress_cb, &wait, cancellable };

  wish->n_rounds = 0;
  wish->seconds = 20; /* cancelled long before */
  bjt_workspace_plan_routes_async (fixture->workspace, wish, &watch, planned_cb, &wait);
  g_main_loop_run (loop);
  g_assert_no_error (wait.error);
  g_assert_nonnull (wait.routes);
  g_assert_cmpuint (wait.n_told, >, 0);
  g_assert_cmpuint (count_visits (wait.routes), ==, 11);
  bjt_visit_routes_unref (wait.routes);
  while (g_atomic_int_get (&G_OBJECT (fixture->workspace)->ref_count) > 1) /* the thread lets go of its task */
    g_main_context_iteration (NULL, FALSE);
}

static void
test_keep_and_close (BjtWorkspaceFixture *fixture,
                     gconstpointer        data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtRouteWish) wish = make_wish (fixture, 2, 8);
  g_autoptr (BjtRouteWish) kept = NULL;
  g_autoptr (BjtVisitRoutes) routes = NULL;
  g_autoptr (BjtVisitRoutes) restored = NULL;
  g_autoptr (BjtSavedRoutes) saved = NULL;
  g_autoptr (BjtSavedRoutes) closed = NULL;
  g_autofree char *before = bjt_workspace_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *number = NULL;
  BjtStopResult result = { .outcome = BJT_OUTCOME_MET, .next_on = BJT_DATE_NONE };
  const BjtVisitPlanStop *stop;

  wish->from_on = bjt_workspace_get_today (fixture->workspace);
  wish->balance = 0.75;
  routes = plan (fixture, wish);
  number = bjt_workspace_save_visit_plan (fixture->workspace, routes, NULL, &error);
  g_assert_no_error (error);
  saved = bjt_workspace_load_visit_plan (fixture->workspace, number, &error);
  g_assert_cmpuint (saved->stops->len, ==, 8);
  kept = bjt_workspace_dup_saved_wish (fixture->workspace, saved, 0);
  g_assert_cmpfloat (kept->balance, ==, 0.75);
  restored = bjt_workspace_restore_routes (fixture->workspace, saved, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bjt_visit_routes_compare_way (routes, restored), ==, 0);
  stop = saved->stops->pdata[0];
  result.stop_id = stop->id;
  g_assert_true (bjt_workspace_note_stop_results (fixture->workspace, number, &result, 1, TRUE, &error));
  g_assert_no_error (error);
  closed = bjt_workspace_load_visit_plan (fixture->workspace, number, &error);
  g_assert_true (closed->plan->is_closed);
  stop = closed->stops->pdata[0];
  g_assert_cmpint (stop->outcome, ==, BJT_OUTCOME_MET);
  g_assert_false (bjt_uuid_is_nil (&stop->visit_id));
  stop = closed->stops->pdata[1];
  g_assert_cmpstr (stop->reason, ==, BJT_STOP_NOT_DONE);
  g_assert_true (bjt_workspace_undo (fixture->workspace, &error));
  g_assert_true (bjt_workspace_undo (fixture->workspace, &error));
  after = bjt_workspace_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  bjt_workspace_fixture_assert_sound (fixture);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (BjtWorkspaceFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/workspace/routes/plan", test_plan },
    { "/workspace/routes/top-floor-first", test_top_floor_first },
    { "/workspace/routes/B.12-windows", test_windows },
    { "/workspace/routes/bad-wishes", test_bad_wishes },
    { "/workspace/routes/gone-door", test_gone_door },
    { "/workspace/routes/too-little-time", test_too_little_time },
    { "/workspace/routes/by-hand", test_by_hand },
    { "/workspace/routes/hold", test_hold },
    { "/workspace/routes/hold-more", test_hold_more },
    { "/workspace/routes/async-and-cancel", test_async },
    { "/workspace/routes/keep-and-close", test_keep_and_close },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, BjtWorkspaceFixture, NULL, bjt_workspace_fixture_set_up, tests[i].func, bjt_workspace_fixture_tear_down);
  return g_test_run ();
}
