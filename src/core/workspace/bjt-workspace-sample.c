/* bjt-workspace-sample.c: a sample community as one action in a new file. */
#include "bjt-workspace.h"

#include <glib/gstdio.h>

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
fill (BjtStore               *store,
      const BjtSampleOptions *options,
      const BjtClock         *clock,
      GError                **error)
{
  g_autoptr (BjtActionScope) scope = bjt_action_scope_begin (store, "demo", options->profile, g_get_user_name (),
                                                             bjt_clock_get_now (clock), error);
  BjtDemoOptions demo = { options->profile, options->seed, options->n_doors, bjt_clock_get_today (clock) };

  return scope != NULL && bjt_demo_generate (&demo, insert_record, store, error) && bjt_action_scope_commit (scope, error);
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
  g_autofree char *unfinished = g_strconcat (path, ".sample", NULL);
  BjtStore        *store = NULL;
  gboolean         done;

  if (!bjt_store_check_name_is_free (path, error))
    return FALSE;
  bjt_store_remove_unfinished (unfinished);
  if (!bjt_store_create (unfinished, error))
    return FALSE;
  store = bjt_store_open (unfinished, BJT_STORE_READ_WRITE, error);
  done = store != NULL && fill (store, options, clock, error);
  bjt_store_close (store);
  if (done && g_rename (unfinished, path) == 0)
    return TRUE;
  if (done)
    g_set_error (error, BJT_STORE_ERROR, BJT_STORE_ERROR_FAILED, "%s can't be made", path);
  bjt_store_remove_unfinished (unfinished);
  return FALSE;
}
