/* bjt-finder.c: an index is made on a thread and serves until a newer one is
 * there. A picture in which only visits and issues changed shares its doors and
 * people with the one before, and so its index. Main thread only. */
#include "bjt-finder.h"

#include <gio/gio.h>

struct _BjtFinder
{
  GObject parent_instance;

  /* Owned */
  BjtSearch    *search;
  BjtPicture   *picture; /* of the index */
  BjtPicture   *wanted;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (BjtFinder, bjt_finder, G_TYPE_OBJECT)

enum
{
  READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cancel (BjtFinder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
bjt_finder_dispose (GObject *object)
{
  BjtFinder *self = BJT_FINDER (object);

  cancel (self);
  g_clear_pointer (&self->search, bjt_search_free);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  g_clear_pointer (&self->wanted, bjt_picture_unref);
  G_OBJECT_CLASS (bjt_finder_parent_class)->dispose (object);
}

static void
bjt_finder_class_init (BjtFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bjt_finder_dispose;
  signals[READY] = g_signal_new ("ready", BJT_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_finder_init (BjtFinder *self)
{
}

BjtFinder *
bjt_finder_new (void)
{
  return g_object_new (BJT_TYPE_FINDER, NULL);
}

static void
index_worker (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_task_return_pointer (task, bjt_search_new (task_data), (GDestroyNotify) bjt_search_free);
}

static void
indexed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  BjtFinder *self = BJT_FINDER (source);
  g_autoptr (BjtSearch) search = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean is_first = self->search == NULL;

  if (search == NULL || g_task_get_task_data (G_TASK (result)) != self->wanted)
    return;
  g_clear_pointer (&self->search, bjt_search_free);
  self->search = g_steal_pointer (&search);
  g_clear_pointer (&self->picture, bjt_picture_unref);
  self->picture = bjt_picture_ref (self->wanted);
  if (is_first)
    g_signal_emit (self, signals[READY], 0);
}

static gboolean
finds_the_same (const BjtPicture *a,
                const BjtPicture *b)
{
  return a != NULL && a->doors == b->doors && a->persons == b->persons;
}

void
bjt_finder_set_picture (BjtFinder  *self,
                        BjtPicture *picture)
{
  g_autoptr (GTask) task = NULL;

  if (finds_the_same (self->wanted, picture))
    return;
  cancel (self);
  g_clear_pointer (&self->wanted, bjt_picture_unref);
  self->wanted = bjt_picture_ref (picture);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, indexed_cb, NULL);
  g_task_set_source_tag (task, bjt_finder_set_picture);
  g_task_set_task_data (task, bjt_picture_ref (picture), (GDestroyNotify) bjt_picture_unref);
  g_task_run_in_thread (task, index_worker);
}

BjtPicture *
bjt_finder_get_picture (BjtFinder *self)
{
  return self->picture;
}

GArray *
bjt_finder_find (BjtFinder  *self,
                 const char *query,
                 guint       limit)
{
  if (self->search == NULL)
    return g_array_new (FALSE, FALSE, sizeof (BjtSearchHit));
  return bjt_search_find (self->search, query, limit);
}
