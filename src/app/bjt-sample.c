/* bjt-sample.c: made once, on a thread, in the user's data folder. */
#include "bjt-sample.h"

#include <errno.h>

#include "workspace/bjt-workspace.h"

#define SAMPLE_SEED 2017

typedef struct
{
  char    *path;
  BjtClock clock;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_free (making->path);
  g_free (making);
}

char *
bjt_sample_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "baijiatu", "sample.bjt", NULL);
}

static gboolean
make_sample (const Making *making,
             GError      **error)
{
  const BjtSampleOptions options = { .profile = "jiangbei", .seed = SAMPLE_SEED };
  g_autofree char *folder = g_path_get_dirname (making->path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "The folder %s cannot be made", folder);
      return FALSE;
    }
  return bjt_workspace_create_sample (making->path, &options, &making->clock, error);
}

static void
make_worker (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Making *making = task_data;
  GError *error = NULL;

  if (make_sample (making, &error))
    g_task_return_pointer (task, g_strdup (making->path), g_free);
  else
    g_task_return_error (task, error);
}

void
bjt_sample_make_async (const char         *path,
                       const BjtClock     *clock,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->path = g_strdup (path);
  making->clock = *clock;
  g_task_set_source_tag (task, bjt_sample_make_async);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_worker);
}

char *
bjt_sample_make_finish (GAsyncResult *result,
                        GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
