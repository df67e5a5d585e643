/* bjt-sheet-job.c: copies differ by the number they bear. Sheets belong to the thread at
 * work; between two steps they lie still. */
#include "bjt-sheet-job.h"

#include <glib/gi18n.h>

#include "print/bjt-sheet-tiles.h"
#include "workspace/bjt-sheet-series.h"

#define PNG_DPI 200.0

struct _BjtSheetJob
{
  GObject parent_instance;

  /* Owned */
  BjtSheetOrder *order;
  GPtrArray     *drafts; /* BjtSheetDraft */
  char          *path; /* NULL: for the printer */
  GCancellable  *cancellable;
  GPtrArray     *sheets; /* BjtSheet, one a copy */

  /* State */
  guint n_missing;   /* tiles */
  int   permille;    /* atomic */
  int   is_fetching; /* atomic */
};

G_DEFINE_FINAL_TYPE (BjtSheetJob, bjt_sheet_job, G_TYPE_OBJECT)

BjtSheetJob *
bjt_sheet_job_new (const BjtSheetOrder *order,
                   BjtSheetDraft       *draft,
                   const char          *path)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) bjt_sheet_draft_free);

  g_ptr_array_add (drafts, draft);
  return bjt_sheet_job_new_of (order, drafts, path);
}

BjtSheetJob *
bjt_sheet_job_new_of (const BjtSheetOrder *order,
                      GPtrArray           *drafts,
                      const char          *path)
{
  BjtSheetJob *self = g_object_new (BJT_TYPE_SHEET_JOB, NULL);

  self->order = bjt_sheet_order_copy (order);
  self->drafts = drafts;
  self->path = g_strdup (path);
  return self;
}

const BjtSheetOrder *
bjt_sheet_job_get_order (BjtSheetJob *self)
{
  return self->order;
}

const char *
bjt_sheet_job_get_path (BjtSheetJob *self)
{
  return self->path;
}

double
bjt_sheet_job_get_progress (BjtSheetJob *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

gboolean
bjt_sheet_job_is_fetching (BjtSheetJob *self)
{
  return g_atomic_int_get (&self->is_fetching);
}

void
bjt_sheet_job_cancel (BjtSheetJob *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* Making */

static BjtSheet *
make_copy (BjtSheetJob *self,
           guint        number,
           GError     **error)
{
  for (guint i = 0; i < self->drafts->len; i++)
    bjt_sheet_draft_set_copy_number (self->drafts->pdata[i], number);
  return bjt_imposition_apply (&self->order->imposition, bjt_sheet_series_make (self->drafts, error), error);
}

static gboolean
make_sheets (BjtSheetJob  *self,
             GCancellable *cancellable,
             GError      **error)
{
  guint n = self->path == NULL ? self->order->n_copies : 1, first = self->order->spec.options.copy_number;

  for (guint i = 0; i < n; i++)
    {
      BjtSheet *sheet = !g_cancellable_set_error_if_cancelled (cancellable, error) ? make_copy (self, first > 0 ? first + i : 0, error) : NULL;

      if (sheet == NULL)
        return FALSE;
      g_ptr_array_add (self->sheets, sheet);
      g_atomic_int_set (&self->permille, (int) (1000 * (i + 1) / n));
    }
  return TRUE;
}

static gboolean
fetch_base (BjtSheetJob  *self,
            GCancellable *cancellable,
            GError      **error)
{
  gboolean is_picture = self->path != NULL && g_str_has_suffix (self->path, ".png");
  BjtSheetTiles tiles = {
    .tiles = self->order->spec.options.tiles, .dpi = is_picture ? PNG_DPI : 0, .patience_ms = BJT_SHEET_TILES_PATIENCE_MS, .permille = &self->permille,
  };
  GError *problem = NULL;

  if (tiles.tiles == NULL)
    return TRUE;
  g_atomic_int_set (&self->permille, 0);
  g_atomic_int_set (&self->is_fetching, TRUE);
  self->n_missing = bjt_sheet_tiles_await (&tiles, self->sheets->pdata[0], cancellable, &problem);
  g_atomic_int_set (&self->is_fetching, FALSE);
  if (problem != NULL)
    g_propagate_error (error, problem);
  return problem == NULL;
}

static void
make_worker (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (make_sheets (source, cancellable, &error) && fetch_base (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bjt_sheet_job_make_async (BjtSheetJob        *self,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_source_tag (task, bjt_sheet_job_make_async);
  g_task_run_in_thread (task, make_worker);
}

gboolean
bjt_sheet_job_make_finish (BjtSheetJob  *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Writing */

static void
write_worker (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  BjtSheetJob *self = source;
  GError *error = NULL;

  g_atomic_int_set (&self->permille, 0);
  bjt_sheet_set_watch (self->sheets->pdata[0], cancellable, &self->permille);
  if (bjt_sheet_write (self->sheets->pdata[0], self->path, PNG_DPI, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
bjt_sheet_job_write_async (BjtSheetJob        *self,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE); /* what is written whole was written */
  g_task_set_source_tag (task, bjt_sheet_job_write_async);
  g_task_run_in_thread (task, write_worker);
}

gboolean
bjt_sheet_job_write_finish (BjtSheetJob  *self,
                            GAsyncResult *result,
                            GError      **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What came of it */

guint
bjt_sheet_job_get_n_copies (BjtSheetJob *self)
{
  return self->sheets->len;
}

BjtSheet *
bjt_sheet_job_get_sheet (BjtSheetJob *self,
                         guint        copy)
{
  return self->sheets->pdata[copy];
}

char *
bjt_sheet_job_dup_shortage (BjtSheetJob *self)
{
  BjtTilePainter  *tiles = self->order->spec.options.tiles;
  g_autofree char *trouble = tiles != NULL ? bjt_tile_source_dup_trouble (bjt_tile_painter_get_source (tiles)) : NULL;

  if (tiles == NULL)
    return NULL;
  if (trouble != NULL)
    /* Translators: a sheet was printed or saved; what follows says why its map has holes */
    return g_strdup_printf (_("The base map is not whole: %s"), gettext (trouble));
  if (self->n_missing > 0)
    return g_strdup_printf (g_dngettext (NULL, "The base map is not whole: %u tile did not come in time",
                                         "The base map is not whole: %u tiles did not come in time", self->n_missing), self->n_missing);
  trouble = bjt_tile_painter_take_error (tiles);
  return trouble != NULL ? g_strdup_printf (_("The base map is not whole: %s"), gettext (trouble)) : NULL;
}

/* The object */

static void
bjt_sheet_job_finalize (GObject *object)
{
  BjtSheetJob *self = BJT_SHEET_JOB (object);

  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->drafts);
  bjt_sheet_order_free (self->order);
  g_object_unref (self->cancellable);
  g_free (self->path);
  G_OBJECT_CLASS (bjt_sheet_job_parent_class)->finalize (object);
}

static void
bjt_sheet_job_class_init (BjtSheetJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_sheet_job_finalize;
}

static void
bjt_sheet_job_init (BjtSheetJob *self)
{
  self->sheets = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}
