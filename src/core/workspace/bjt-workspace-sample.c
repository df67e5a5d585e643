/* bjt-workspace-sample.c: a sample community as one action in a new file. */
#include "bjt-workspace.h"

#include "bjt-workspace-private.h"
#include "demo/bjt-demo.h"
#include "store/bjt-journal.h"

static gboolean
insert_record (const BjtRecordType *type,
               gconstpointer        record,
               gpointer             user_data,
               GError             **error)
{
  return bjt_store_insert (user_data, type, record, error);
}

static gboolean
fill (BjtStore       *store,
      gconstpointer   data,
      const BjtClock *clock,
      GError        **error)
{
  const BjtSampleOptions *options = data;
  g_autoptr (BjtActionScope) scope = bjt_action_scope_begin (store, "demo", options->profile, g_get_user_name (),
                                                             bjt_clock_get_now (clock), error);
  BjtDemoOptions demo = { options->profile, options->seed, options->n_doors, bjt_clock_get_today (clock), options->n_visits, options->n_issues };

  if (scope == NULL)
    return FALSE;
  bjt_action_scope_set_founding (scope);
  return bjt_demo_generate (&demo, insert_record, store, error) && bjt_action_scope_commit (scope, error);
}

/**
 * bjt_workspace_create_sample:
 * @path: of a file that is not there yet
 *
 * The history of the sample ends on the day of @clock.
 */
gboolean
bjt_workspace_create_sample (const char             *path,
                             const BjtSampleOptions *options,
                             const BjtClock         *clock,
                             GError                **error)
{
  return bjt_workspace_make_file (path, fill, options, clock, error);
}
