/* bjt-tile-orders.c: the book of a network source.
 *
 * An order is queued, taken, and then gone (a tile came, or none is there) or
 * failed. What failed is not queued again before its time: one tile rests
 * longer after MAX_TRIES. A server that fails is left alone for a while that
 * doubles each time, with jitter, or for as long as it says; then one request
 * feels its way, the others when it succeeds. Of one thread at a time: the
 * source holds its mutex. */
#include "bjt-tile-orders.h"

#define MAX_TAKEN 6
#define MAX_TRIES 3
#define MAX_DELAY_MS (5 * 60 * 1000)
#define MAX_WAIT_MS (60 * 60 * 1000) /* however long the server says */
#define REST_MS (10 * 60 * 1000)     /* of a tile that failed MAX_TRIES times */

typedef enum
{
  PHASE_QUEUED,
  PHASE_TAKEN,
  PHASE_FAILED,
} Phase;

typedef struct
{
  BjtTileOrder   order;
  Phase          phase;
  guint          n_tries;
  gint64         retry_at; /* monotonic µs */
  BjtTileTrouble trouble;
} Entry;

typedef struct
{
  guint          n_failures; /* in a row */
  guint          n_taken;
  gint64         retry_at;
  BjtTileTrouble trouble;
} Server;

struct _BjtTileOrders
{
  GHashTable    *entries; /* key → Entry */
  GQueue         queue;   /* keys, as they were placed; some may have gone */
  GHashTable    *servers; /* name → Server */
  guint          n_taken;
  guint          delay_ms;
  gboolean       is_stopped;
  BjtTileTrouble trouble; /* of the stop */
};

void
bjt_tile_order_clear (BjtTileOrder *self)
{
  g_clear_pointer (&self->server, g_free);
  g_clear_object (&self->cancellable);
}

static void
entry_free (gpointer data)
{
  bjt_tile_order_clear (&((Entry *) data)->order);
  g_free (data);
}

BjtTileOrders *
bjt_tile_orders_new (guint delay_ms)
{
  BjtTileOrders *self = g_new0 (BjtTileOrders, 1);

  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  self->servers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&self->queue);
  self->delay_ms = delay_ms;
  return self;
}

void
bjt_tile_orders_free (BjtTileOrders *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->servers);
  g_queue_clear_full (&self->queue, g_free);
  g_free (self);
}

gint64
bjt_tile_orders_pack (const BjtTileAddress *address)
{
  return ((gint64) address->zoom << 56) | ((gint64) address->column << 28) | address->row;
}

static Server *
ensure_server (BjtTileOrders *self,
               const char    *name)
{
  Server *server = g_hash_table_lookup (self->servers, name);

  if (server == NULL)
    {
      server = g_new0 (Server, 1);
      g_hash_table_insert (self->servers, g_strdup (name), server);
    }
  return server;
}

/* BJT_TILE_READY: nothing speaks against asking. */
static BjtTileState
may_ask (BjtTileOrders  *self,
         const Entry    *entry,
         const char     *server_name,
         BjtTileTrouble *trouble)
{
  const Server *server = ensure_server (self, server_name);
  gint64        now = g_get_monotonic_time ();

  if (self->is_stopped)
    *trouble = self->trouble;
  else if (entry != NULL && entry->phase == PHASE_FAILED && entry->retry_at > now)
    *trouble = entry->trouble;
  else if (entry != NULL && entry->phase != PHASE_FAILED)
    return BJT_TILE_PENDING;
  else if (server->retry_at > now)
    *trouble = server->trouble;
  else
    return BJT_TILE_READY;
  return BJT_TILE_FAILED;
}

/**
 * bjt_tile_orders_place:
 * @trouble: (out): set when BJT_TILE_FAILED is returned
 *
 * Returns: BJT_TILE_PENDING, or BJT_TILE_FAILED: not now
 */
BjtTileState
bjt_tile_orders_place (BjtTileOrders        *self,
                       const BjtTileAddress *address,
                       const char           *server,
                       BjtTileTrouble       *trouble)
{
  gint64       key = bjt_tile_orders_pack (address);
  Entry       *entry = g_hash_table_lookup (self->entries, &key);
  BjtTileState state = may_ask (self, entry, server, trouble);

  if (state != BJT_TILE_READY)
    return state;
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->order.key = key;
      entry->order.address = *address;
      entry->order.server = g_strdup (server);
      g_hash_table_insert (self->entries, &entry->order.key, entry);
    }
  entry->phase = PHASE_QUEUED;
  g_queue_push_tail (&self->queue, g_memdup2 (&key, sizeof key));
  return BJT_TILE_PENDING;
}

gboolean
bjt_tile_orders_is_waiting (BjtTileOrders *self)
{
  return !g_queue_is_empty (&self->queue);
}

/* After failures one request feels its way. */
static gboolean
is_ready (BjtTileOrders *self,
          const char    *name)
{
  Server *server = ensure_server (self, name);

  return server->n_failures == 0 || (server->n_taken == 0 && server->retry_at <= g_get_monotonic_time ());
}

static void
hand_over (BjtTileOrders *self,
           Entry         *entry,
           BjtTileOrder  *order)
{
  entry->phase = PHASE_TAKEN;
  g_clear_object (&entry->order.cancellable);
  entry->order.cancellable = g_cancellable_new ();
  self->n_taken++;
  ensure_server (self, entry->order.server)->n_taken++;
  *order = entry->order;
  order->server = g_strdup (entry->order.server);
  order->cancellable = g_object_ref (entry->order.cancellable);
}

/**
 * bjt_tile_orders_take:
 * @order: (out): to be cleared when TRUE is returned
 *
 * The first whose server is ready.
 *
 * Returns: FALSE: nothing may be sent now
 */
gboolean
bjt_tile_orders_take (BjtTileOrders *self,
                      BjtTileOrder  *order)
{
  for (GList *link = self->queue.head, *next; link != NULL && self->n_taken < MAX_TAKEN && !self->is_stopped; link = next)
    {
      Entry   *entry = g_hash_table_lookup (self->entries, link->data);
      gboolean is_queued = entry != NULL && entry->phase == PHASE_QUEUED;

      next = link->next;
      if (is_queued && !is_ready (self, entry->order.server))
        continue;
      g_free (link->data);
      g_queue_delete_link (&self->queue, link);
      if (!is_queued)
        continue;
      hand_over (self, entry, order);
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_over (BjtTileOrders *self,
         const Entry   *entry)
{
  return entry->phase != PHASE_FAILED || (!self->is_stopped && entry->retry_at <= g_get_monotonic_time ());
}

/**
 * bjt_tile_orders_drop:
 * @wanted: set of keys
 * @cancellables: (out caller-allocates): of what was taken and is not wanted
 *
 * What failed is remembered: it has its time to wait.
 */
void
bjt_tile_orders_drop (BjtTileOrders *self,
                      GHashTable    *wanted,
                      GPtrArray     *cancellables)
{
  GHashTableIter iter;
  Entry         *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      if (!is_over (self, entry) || g_hash_table_contains (wanted, &entry->order.key))
        continue;
      if (entry->phase == PHASE_TAKEN)
        g_ptr_array_add (cancellables, g_object_ref (entry->order.cancellable));
      g_hash_table_iter_remove (&iter);
    }
  for (GList *link = self->queue.head, *next; link != NULL; link = next)
    {
      next = link->next;
      if (g_hash_table_contains (self->entries, link->data))
        continue;
      g_free (link->data);
      g_queue_delete_link (&self->queue, link);
    }
}

/* The tile may have been ordered anew since. */
void
bjt_tile_orders_end (BjtTileOrders      *self,
                     const BjtTileOrder *order,
                     gboolean            is_cancelled)
{
  Entry *entry = g_hash_table_lookup (self->entries, &order->key);

  self->n_taken--;
  ensure_server (self, order->server)->n_taken--;
  if (is_cancelled && entry != NULL && entry->order.cancellable == order->cancellable)
    g_hash_table_remove (self->entries, &order->key);
}

gboolean
bjt_tile_orders_note_success (BjtTileOrders      *self,
                              const BjtTileOrder *order)
{
  Server  *server = ensure_server (self, order->server);
  gboolean had_failures = server->n_failures > 0;

  server->n_failures = 0;
  server->retry_at = 0;
  g_hash_table_remove (self->entries, &order->key);
  return had_failures;
}

static guint
find_delay (BjtTileOrders *self,
            guint          n_failures,
            gint64         retry_after_s)
{
  guint64 delay = (guint64) self->delay_ms << MIN (n_failures - 1, 16);

  delay = (guint64) ((double) MIN (delay, MAX_DELAY_MS) * g_random_double_range (0.75, 1.25));
  if (retry_after_s > 0)
    delay = MAX (delay, (guint64) MIN (retry_after_s, MAX_WAIT_MS / 1000) * 1000);
  return (guint) delay;
}

static guint
note_tile_failure (Entry         *entry,
                   BjtTileTrouble trouble,
                   guint          delay)
{
  entry->phase = PHASE_FAILED;
  entry->trouble = trouble;
  if (++entry->n_tries >= MAX_TRIES)
    delay = MAX (delay, (guint) REST_MS);
  entry->retry_at = g_get_monotonic_time () + (gint64) delay * 1000;
  return delay;
}

BjtTilePause
bjt_tile_orders_note_failure (BjtTileOrders      *self,
                              const BjtTileOrder *order,
                              BjtTileTrouble      trouble,
                              gint64              retry_after_s)
{
  Server      *server = ensure_server (self, order->server);
  Entry       *entry = g_hash_table_lookup (self->entries, &order->key);
  BjtTilePause pause = { 0, 0 };

  server->n_failures++;
  server->trouble = trouble;
  pause.server_delay = find_delay (self, server->n_failures, retry_after_s);
  server->retry_at = g_get_monotonic_time () + (gint64) pause.server_delay * 1000;
  if (entry != NULL)
    pause.tile_delay = note_tile_failure (entry, trouble, pause.server_delay);
  return pause;
}

void
bjt_tile_orders_stop (BjtTileOrders *self,
                      BjtTileTrouble trouble)
{
  GHashTableIter iter;
  Entry         *entry;

  self->is_stopped = TRUE;
  self->trouble = trouble;
  g_queue_clear_full (&self->queue, g_free);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    if (entry->phase != PHASE_TAKEN)
      g_hash_table_iter_remove (&iter);
}

static gboolean
has_failed (gpointer key,
                    gpointer entry,
                    gpointer user_data)
{
  return ((Entry *) entry)->phase == PHASE_FAILED;
}

static gboolean
forget_failures (gpointer key,
                 gpointer value,
                 gpointer user_data)
{
  Server *server = value;

  server->n_failures = 0;
  server->retry_at = 0;
  return FALSE;
}

void
bjt_tile_orders_restart (BjtTileOrders *self)
{
  self->is_stopped = FALSE;
  g_hash_table_foreach_remove (self->entries, has_failed, NULL);
  g_hash_table_foreach_remove (self->servers, forget_failures, NULL);
}
