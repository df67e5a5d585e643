/* bjt-import-writer.c: a queue of batches between two threads; it is bounded,
 * so that a fast reader does not fill the memory. After a failure what comes is
 * thrown away: the action rolls back. */
#include "bjt-import-writer.h"

#define BATCH_SIZE 256
#define MAX_BATCHES 32

typedef struct
{
  guint                n;
  const BjtRecordType *types[BATCH_SIZE];
  gpointer             records[BATCH_SIZE];
} Batch;

struct _BjtImportWriter
{
  /* Borrowed */
  BjtStore *store;

  /* Owned */
  GThread *thread;
  GQueue  *batches;  /* filled ones; under the mutex */
  Batch   *open;     /* the one that is being filled; of the caller's thread */
  GError  *failure;  /* under the mutex */

  /* State, under the mutex */
  GMutex   mutex;
  GCond    changed;
  gboolean is_writing;
  gboolean is_ending;
};

static void
write_batch (BjtImportWriter *self,
             Batch           *batch,
             gboolean         discard,
             GError         **error)
{
  gboolean done = !discard;

  for (guint i = 0; i < batch->n; i++)
    {
      done = done && bjt_store_insert (self->store, batch->types[i], batch->records[i], error);
      bjt_record_free (batch->types[i], batch->records[i]);
    }
  g_free (batch);
}

static gpointer
writer_worker (gpointer data)
{
  BjtImportWriter *self = data;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      Batch   *batch;
      GError  *failure = NULL;
      gboolean discard = self->failure != NULL;

      while ((batch = g_queue_pop_head (self->batches)) == NULL && !self->is_ending)
        g_cond_wait (&self->changed, &self->mutex);
      if (batch == NULL)
        break;
      self->is_writing = TRUE;
      g_mutex_unlock (&self->mutex);
      write_batch (self, batch, discard, &failure);
      g_mutex_lock (&self->mutex);
      self->is_writing = FALSE;
      if (failure != NULL)
        self->failure = failure;
      g_cond_broadcast (&self->changed);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

BjtImportWriter *
bjt_import_writer_new (BjtStore *store)
{
  BjtImportWriter *self = g_new0 (BjtImportWriter, 1);

  self->store = store;
  self->batches = g_queue_new ();
  self->open = g_new0 (Batch, 1);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("import-writer", writer_worker, self);
  return self;
}

/* With the mutex held. */
static gboolean
check_failure (BjtImportWriter *self,
               GError         **error)
{
  if (self->failure == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->failure);
  return FALSE;
}

static gboolean
send_open_batch (BjtImportWriter *self,
                 GError         **error)
{
  gboolean done;

  g_mutex_lock (&self->mutex);
  while (g_queue_get_length (self->batches) >= MAX_BATCHES)
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_push_tail (self->batches, g_steal_pointer (&self->open));
  g_cond_broadcast (&self->changed);
  done = check_failure (self, error);
  g_mutex_unlock (&self->mutex);
  self->open = g_new0 (Batch, 1);
  return done;
}

void
bjt_import_writer_free (BjtImportWriter *self)
{
  if (self == NULL)
    return;
  send_open_batch (self, NULL);
  g_mutex_lock (&self->mutex);
  self->is_ending = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_queue_free (self->batches);
  g_clear_error (&self->failure);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->open);
  g_free (self);
}

gboolean
bjt_import_writer_take (BjtImportWriter     *self,
                        const BjtRecordType *type,
                        gpointer             record,
                        GError             **error)
{
  self->open->types[self->open->n] = type;
  self->open->records[self->open->n++] = record;
  return self->open->n < BATCH_SIZE || send_open_batch (self, error);
}

gboolean
bjt_import_writer_insert (BjtImportWriter     *self,
                          const BjtRecordType *type,
                          gconstpointer        record,
                          GError             **error)
{
  return bjt_import_writer_take (self, type, bjt_record_copy (type, record), error);
}

BjtStore *
bjt_import_writer_get_store (BjtImportWriter *self,
                             GError         **error)
{
  gboolean done;

  send_open_batch (self, NULL);
  g_mutex_lock (&self->mutex);
  while (self->is_writing || !g_queue_is_empty (self->batches))
    g_cond_wait (&self->changed, &self->mutex);
  done = check_failure (self, error);
  g_mutex_unlock (&self->mutex);
  return done ? self->store : NULL;
}
