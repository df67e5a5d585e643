/* bjt-network-source.c: answers from the cache at once, asks the service for the
 * rest, never for more than is looked at.
 *
 * read() places orders (bjt-tile-orders.h), want() drops those that nobody looks
 * at, pump() sends them on the client's thread, settle_…() says what became of
 * one. What failed is FAILED until its time has come; then "arrived" makes the
 * painter ask again, so that a map that nobody looks at asks nothing. A refused
 * key stops the source until it gets another. A tile that has expired is shown
 * while the service is asked whether it is still the same.
 *
 * The mutex guards all state; nothing is emitted, sent or read while it is held. */
#include "bjt-network-source.h"

#include <string.h>

#include "bjt-tile-orders.h"
#include "bjt-tile-picture.h"
#include "bjt-tile-template.h"
#include "bjt-tile-trouble.h"

#define FIRST_DELAY_MS 1000
#define DEFAULT_AGE_S (7 * 86400)
#define MISSING_AGE_S 86400
#define MIN_AGE_S 60
#define MAX_KEPT 256 /* tiles in memory that the disk does not take */

struct _BjtNetworkSource
{
  BjtTileSource parent_instance;

  /* Owned, never change */
  BjtTileInfo      info;
  BjtTileTemplate *template;
  char            *identity; /* names the tiles in the cache */
  char            *quota;
  BjtTileClient   *client;
  BjtTileDisk    *cache;
  BjtTileUsage    *usage;
  gboolean         is_dense;

  /* State */
  GMutex         mutex; /* of all that follows */
  char          *key;
  BjtTileOrders *orders;
  GHashTable    *kept;       /* gint64 → GBytes */
  gboolean       is_pumping; /* a call of pump is on its way */
  gboolean       had_success;
  int            trouble; /* BjtTileTrouble; -1: none */
};

G_DEFINE_FINAL_TYPE (BjtNetworkSource, bjt_network_source, BJT_TYPE_TILE_SOURCE)

/* A request on its way. */
typedef struct
{
  BjtNetworkSource *source;
  BjtTileOrder      order;
  BjtStoredTile     old; /* what is asked about */
} Loading;

static void
loading_free (Loading *self)
{
  g_object_unref (self->source);
  bjt_tile_order_clear (&self->order);
  bjt_stored_tile_clear (&self->old);
  g_free (self);
}

static char *
dup_server (const char *url)
{
  const char *begin = strstr (url, "://") + 3;

  return g_strndup (begin, strcspn (begin, "/?#"));
}

/* What a tile is */

static gboolean
looks_like_vector (GBytes *body)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (body, &size);

  return size >= 2 && (data[0] == 0x1a || (data[0] == 0x1f && data[1] == 0x8b));
}

/* -1: it is one. */
static int
find_fault (BjtNetworkSource   *self,
            const BjtTileReply *reply)
{
  g_autoptr (GError) error = NULL;
  BjtTilePicture picture;

  if (self->info.kind == BJT_TILE_VECTOR)
    return looks_like_vector (reply->body) ? -1 : BJT_TILE_TROUBLE_NOT_A_TILE;
  if (reply->content_type != NULL && g_str_has_prefix (reply->content_type, "text/"))
    return BJT_TILE_TROUBLE_NOT_A_TILE;
  return bjt_tile_picture_read (&picture, reply->body, &error) ? -1 : error->code;
}

/* Refused, missing, …; -1: there is a tile. */
static int
judge (BjtNetworkSource   *self,
       const BjtTileReply *reply)
{
  switch (reply->status)
    {
    case 200:
    case 203:
      return g_bytes_get_size (reply->body) == 0 ? BJT_TILE_TROUBLE_MISSING : find_fault (self, reply);
    case 204:
    case 404:
    case 410:
      return BJT_TILE_TROUBLE_MISSING;
    case 401:
    case 402:
    case 403:
    case 418: /* how one service says that the key is of the wrong kind */
      return bjt_tile_template_wants_key (self->template) ? BJT_TILE_TROUBLE_KEY_REFUSED : BJT_TILE_TROUBLE_REFUSED;
    case 429:
    case 503:
      return BJT_TILE_TROUBLE_BUSY;
    default:
      return BJT_TILE_TROUBLE_SERVER;
    }
}

static gint64
now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gint64
find_expiry (const BjtTileReply *reply,
             gint64              default_age)
{
  gint64 wanted = reply->expires > 0 ? reply->expires : now_s () + default_age;

  return MAX (wanted, now_s () + MIN_AGE_S);
}

/* Keeping; the mutex is not held. */

static void
keep_in_memory (BjtNetworkSource *self,
                gint64            key,
                GBytes           *bytes)
{
  g_mutex_lock (&self->mutex);
  if (g_hash_table_size (self->kept) >= MAX_KEPT)
    g_hash_table_remove_all (self->kept);
  g_hash_table_insert (self->kept, g_memdup2 (&key, sizeof key), g_bytes_ref (bytes));
  g_mutex_unlock (&self->mutex);
}

static void
keep (BjtNetworkSource     *self,
      const BjtTileAddress *address,
      GBytes               *bytes,
      const BjtTileReply   *reply)
{
  gint64        age = g_bytes_get_size (bytes) > 0 ? DEFAULT_AGE_S : MISSING_AGE_S;
  BjtStoredTile tile = { bytes, find_expiry (reply, age), reply->etag, reply->last_modified };

  if (reply->no_store || self->cache == NULL || !bjt_tile_disk_write (self->cache, self->identity, address, &tile))
    keep_in_memory (self, bjt_tile_orders_pack (address), bytes);
}

static void
keep_again (BjtNetworkSource     *self,
            const BjtTileAddress *address,
            const BjtStoredTile  *old,
            const BjtTileReply   *reply)
{
  BjtStoredTile tile = *old;

  tile.expires = find_expiry (reply, DEFAULT_AGE_S);
  if (reply->etag != NULL)
    tile.etag = reply->etag;
  if (reply->last_modified != NULL)
    tile.last_modified = reply->last_modified;
  bjt_tile_disk_write (self->cache, self->identity, address, &tile);
}

/* What became of a request */

static gboolean
ask_again_cb (gpointer data)
{
  g_autoptr (BjtNetworkSource) self = g_weak_ref_get (data);

  if (self != NULL)
    bjt_tile_source_emit_arrived (BJT_TILE_SOURCE (self));
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
ask_again_after (BjtNetworkSource *self,
                 guint             delay_ms)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  bjt_tile_client_invoke (self->client, delay_ms + 1, ask_again_cb, weak, weak_ref_free);
}

static void
set_trouble (BjtNetworkSource *self,
             int               trouble)
{
  gboolean is_new;

  g_mutex_lock (&self->mutex);
  is_new = self->trouble != trouble;
  self->trouble = trouble;
  g_mutex_unlock (&self->mutex);
  if (is_new)
    bjt_tile_source_emit_trouble (BJT_TILE_SOURCE (self));
}

static void
settle_failure (BjtNetworkSource *self,
                Loading          *loading,
                BjtTileTrouble    trouble,
                gint64            retry_after_s)
{
  gboolean     is_refused = trouble == BJT_TILE_TROUBLE_KEY_REFUSED || trouble == BJT_TILE_TROUBLE_REFUSED;
  BjtTilePause pause;

  g_mutex_lock (&self->mutex);
  pause = bjt_tile_orders_note_failure (self->orders, &loading->order, trouble, retry_after_s);
  if (is_refused)
    bjt_tile_orders_stop (self->orders, trouble);
  g_mutex_unlock (&self->mutex);
  set_trouble (self, (int) trouble);
  bjt_tile_source_emit_arrived (BJT_TILE_SOURCE (self));
  if (is_refused)
    return;
  ask_again_after (self, pause.server_delay);
  if (pause.tile_delay > pause.server_delay)
    ask_again_after (self, pause.tile_delay);
}

static void
settle_success (BjtNetworkSource *self,
                Loading          *loading,
                gboolean          is_changed)
{
  gboolean had_failures;

  g_mutex_lock (&self->mutex);
  had_failures = bjt_tile_orders_note_success (self->orders, &loading->order);
  self->had_success = TRUE;
  g_mutex_unlock (&self->mutex);
  set_trouble (self, -1);
  if (is_changed || had_failures)
    bjt_tile_source_emit_arrived (BJT_TILE_SOURCE (self));
}

static void
settle_reply (BjtNetworkSource   *self,
              Loading            *loading,
              const BjtTileReply *reply)
{
  g_autoptr (GBytes) nothing = NULL;
  int trouble;

  if (reply->status == 304 && loading->old.bytes != NULL)
    {
      keep_again (self, &loading->order.address, &loading->old, reply);
      settle_success (self, loading, FALSE);
      return;
    }
  trouble = judge (self, reply);
  /* Some stores of tiles say so of what they do not have. */
  if (trouble == BJT_TILE_TROUBLE_REFUSED && self->had_success)
    trouble = BJT_TILE_TROUBLE_MISSING;
  if (trouble == BJT_TILE_TROUBLE_MISSING)
    {
      nothing = g_bytes_new_static ("", 0);
      keep (self, &loading->order.address, nothing, reply);
      settle_success (self, loading, TRUE);
    }
  else if (trouble >= 0)
    settle_failure (self, loading, (BjtTileTrouble) trouble, reply->retry_after);
  else
    {
      keep (self, &loading->order.address, reply->body, reply);
      settle_success (self, loading, TRUE);
    }
}

static void schedule_pump (BjtNetworkSource *self);

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Loading          *loading = user_data;
  BjtNetworkSource *self = loading->source;
  g_autoptr (GError) error = NULL;
  g_autoptr (BjtTileReply) reply = bjt_tile_client_send_finish (self->client, result, &error);
  gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_mutex_lock (&self->mutex);
  bjt_tile_orders_end (self->orders, &loading->order, is_cancelled);
  g_mutex_unlock (&self->mutex);
  if (reply != NULL)
    settle_reply (self, loading, reply);
  else if (!is_cancelled)
    settle_failure (self, loading, (BjtTileTrouble) error->code, -1);
  schedule_pump (self);
  loading_free (loading);
}

/* Sending */

/* The mutex is held. */
static char *
expand (BjtNetworkSource     *self,
        const BjtTileAddress *address)
{
  return bjt_tile_template_expand (self->template, address, self->is_dense, self->key);
}

/* The mutex is held. */
static gboolean
lacks_key (BjtNetworkSource *self)
{
  return self->key == NULL && bjt_tile_template_wants_key (self->template);
}

static void
send (BjtNetworkSource *self,
      Loading          *loading,
      const char       *url)
{
  BjtTileRequest request = { .url = url, .max_bytes = BJT_TILE_MAX_BYTES };

  if (self->cache != NULL && bjt_tile_disk_read (self->cache, self->identity, &loading->order.address, &loading->old)
      && g_bytes_get_size (loading->old.bytes) > 0)
    {
      request.etag = loading->old.etag;
      request.last_modified = loading->old.last_modified;
    }
  else
    bjt_stored_tile_clear (&loading->old);
  if (self->quota != NULL && self->usage != NULL)
    bjt_tile_usage_add (self->usage, self->quota);
  bjt_tile_client_send_async (self->client, &request, loading->order.cancellable, loaded_cb, loading);
}

static gboolean
pump (gpointer data)
{
  BjtNetworkSource *self = data;

  g_mutex_lock (&self->mutex);
  self->is_pumping = FALSE;
  g_mutex_unlock (&self->mutex);
  for (;;)
    {
      g_autofree char *url = NULL;
      BjtTileOrder     order;
      Loading         *loading;

      g_mutex_lock (&self->mutex);
      if (bjt_tile_orders_take (self->orders, &order))
        url = expand (self, &order.address);
      g_mutex_unlock (&self->mutex);
      if (url == NULL)
        return G_SOURCE_REMOVE;
      loading = g_new0 (Loading, 1);
      loading->source = g_object_ref (self);
      loading->order = order;
      send (self, loading, url);
    }
}

static void
schedule_pump (BjtNetworkSource *self)
{
  gboolean is_needed;

  g_mutex_lock (&self->mutex);
  is_needed = !self->is_pumping && bjt_tile_orders_is_waiting (self->orders);
  self->is_pumping |= is_needed;
  g_mutex_unlock (&self->mutex);
  if (is_needed)
    bjt_tile_client_invoke (self->client, 0, pump, g_object_ref (self), g_object_unref);
}

/* Reading */

/* The mutex is held. */
static BjtTileState
place_order (BjtNetworkSource     *self,
             const BjtTileAddress *address,
             BjtTileTrouble       *trouble)
{
  g_autofree char *url = expand (self, address);
  g_autofree char *server = url != NULL ? dup_server (url) : NULL;

  if (server == NULL)
    return BJT_TILE_MISSING;
  if (!lacks_key (self))
    return bjt_tile_orders_place (self->orders, address, server, trouble);
  *trouble = BJT_TILE_TROUBLE_NO_KEY;
  return BJT_TILE_FAILED;
}

static gboolean
covers (BjtNetworkSource     *self,
        const BjtTileAddress *address)
{
  return address->zoom >= self->info.min_zoom && address->zoom <= self->info.max_zoom
         && address->column < 1u << address->zoom && address->row < 1u << address->zoom;
}

static BjtTileState
order_tile (BjtNetworkSource     *self,
            const BjtTileAddress *address,
            GError              **error)
{
  BjtTileTrouble trouble = BJT_TILE_TROUBLE_BUSY;
  BjtTileState   state;

  g_mutex_lock (&self->mutex);
  state = place_order (self, address, &trouble);
  g_mutex_unlock (&self->mutex);
  if (state == BJT_TILE_PENDING)
    schedule_pump (self);
  if (state != BJT_TILE_FAILED)
    return state;
  if (trouble == BJT_TILE_TROUBLE_NO_KEY)
    set_trouble (self, trouble);
  g_propagate_error (error, bjt_tile_trouble_new (trouble));
  return state;
}

static BjtTileState
hand_out (GBytes  *bytes,
          GBytes **result)
{
  if (g_bytes_get_size (bytes) == 0)
    return BJT_TILE_MISSING;
  *result = g_bytes_ref (bytes);
  return BJT_TILE_READY;
}

static BjtTileState
bjt_network_source_read (BjtTileSource        *source,
                         const BjtTileAddress *address,
                         GBytes              **bytes,
                         GError              **error)
{
  BjtNetworkSource *self = BJT_NETWORK_SOURCE (source);
  g_auto (BjtStoredTile) tile = { 0 };
  g_autoptr (GBytes) kept = NULL;
  gint64 key;

  if (!covers (self, address))
    return BJT_TILE_MISSING;
  key = bjt_tile_orders_pack (address);
  g_mutex_lock (&self->mutex);
  kept = g_hash_table_lookup (self->kept, &key);
  if (kept != NULL)
    g_bytes_ref (kept);
  g_mutex_unlock (&self->mutex);
  if (kept != NULL)
    return hand_out (kept, bytes);
  if (self->cache == NULL || !bjt_tile_disk_read (self->cache, self->identity, address, &tile))
    return order_tile (self, address, error);
  if (tile.expires <= now_s ())
    order_tile (self, address, NULL);
  return hand_out (tile.bytes, bytes);
}

/* Giving up; on the client's thread. */

static gboolean
cancel_cb (gpointer data)
{
  GPtrArray *cancellables = data;

  for (guint i = 0; i < cancellables->len; i++)
    g_cancellable_cancel (cancellables->pdata[i]);
  return G_SOURCE_REMOVE;
}

static void
bjt_network_source_want (BjtTileSource        *source,
                         const BjtTileAddress *addresses,
                         guint                 n_addresses)
{
  BjtNetworkSource *self = BJT_NETWORK_SOURCE (source);
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) cancellables = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_addresses; i++)
    {
      gint64 key = bjt_tile_orders_pack (&addresses[i]);

      g_hash_table_add (wanted, g_memdup2 (&key, sizeof key));
    }
  g_mutex_lock (&self->mutex);
  bjt_tile_orders_drop (self->orders, wanted, cancellables);
  g_mutex_unlock (&self->mutex);
  if (cancellables->len > 0)
    bjt_tile_client_invoke (self->client, 0, cancel_cb, g_ptr_array_ref (cancellables), (GDestroyNotify) g_ptr_array_unref);
}

/* The rest of the source */

static const BjtTileInfo *
bjt_network_source_get_info (BjtTileSource *source)
{
  return &BJT_NETWORK_SOURCE (source)->info;
}

static char *
bjt_network_source_dup_trouble (BjtTileSource *source)
{
  BjtNetworkSource *self = BJT_NETWORK_SOURCE (source);
  int               trouble;

  g_mutex_lock (&self->mutex);
  trouble = self->trouble;
  g_mutex_unlock (&self->mutex);
  return trouble >= 0 ? g_strdup (bjt_tile_trouble_get_text ((BjtTileTrouble) trouble)) : NULL;
}

/* Asks the service afresh, whatever the cache holds. */
static GBytes *
bjt_network_source_probe (BjtTileSource        *source,
                          const BjtTileAddress *address,
                          GCancellable         *cancellable,
                          GError              **error)
{
  BjtNetworkSource *self = BJT_NETWORK_SOURCE (source);
  g_autoptr (BjtTileReply) reply = NULL;
  g_autofree char *url = NULL;
  gboolean         has_key;
  int              trouble;

  g_mutex_lock (&self->mutex);
  url = covers (self, address) ? expand (self, address) : NULL;
  has_key = !lacks_key (self);
  g_mutex_unlock (&self->mutex);
  if (url == NULL || !has_key)
    {
      g_propagate_error (error, bjt_tile_trouble_new (has_key ? BJT_TILE_TROUBLE_MISSING : BJT_TILE_TROUBLE_NO_KEY));
      return NULL;
    }
  if (self->quota != NULL && self->usage != NULL)
    bjt_tile_usage_add (self->usage, self->quota);
  reply = bjt_tile_client_send (self->client, &(BjtTileRequest) { .url = url, .max_bytes = BJT_TILE_MAX_BYTES }, cancellable, error);
  if (reply == NULL)
    return NULL;
  trouble = judge (self, reply);
  if (trouble < 0)
    return g_bytes_ref (reply->body);
  g_propagate_error (error, bjt_tile_trouble_new ((BjtTileTrouble) trouble));
  return NULL;
}

static void
wipe (char *key)
{
  if (key != NULL)
    explicit_bzero (key, strlen (key));
  g_free (key);
}

void
bjt_network_source_set_key (BjtNetworkSource *self,
                            const char       *key)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->key, wipe);
  self->key = key != NULL && *key != '\0' ? g_strdup (key) : NULL;
  bjt_tile_orders_restart (self->orders);
  g_mutex_unlock (&self->mutex);
  set_trouble (self, -1);
  bjt_tile_source_emit_arrived (BJT_TILE_SOURCE (self));
}

static void
bjt_network_source_finalize (GObject *object)
{
  BjtNetworkSource *self = BJT_NETWORK_SOURCE (object);

  bjt_tile_info_clear (&self->info);
  g_clear_pointer (&self->template, bjt_tile_template_free);
  g_free (self->identity);
  g_free (self->quota);
  g_clear_pointer (&self->key, wipe);
  g_clear_pointer (&self->orders, bjt_tile_orders_free);
  g_hash_table_unref (self->kept);
  g_clear_pointer (&self->cache, bjt_tile_disk_unref);
  g_clear_pointer (&self->usage, bjt_tile_usage_unref);
  g_clear_pointer (&self->client, bjt_tile_client_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (bjt_network_source_parent_class)->finalize (object);
}

static void
bjt_network_source_class_init (BjtNetworkSourceClass *klass)
{
  BjtTileSourceClass *source_class = BJT_TILE_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_network_source_finalize;
  source_class->get_info = bjt_network_source_get_info;
  source_class->read = bjt_network_source_read;
  source_class->want = bjt_network_source_want;
  source_class->dup_trouble = bjt_network_source_dup_trouble;
  source_class->probe = bjt_network_source_probe;
}

static void
bjt_network_source_init (BjtNetworkSource *self)
{
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_mutex_init (&self->mutex);
  self->trouble = -1;
}

static void
copy_info (BjtTileInfo       *info,
           const BjtTileInfo *given)
{
  *info = *given;
  info->name = g_strdup (given->name);
  info->format = g_strdup (given->format != NULL ? given->format : given->kind == BJT_TILE_VECTOR ? "pbf" : "png");
  info->attribution = g_strdup (given->attribution);
  info->review_number = g_strdup (given->review_number);
  info->layers = g_strdupv (given->layers);
}

/**
 * bjt_network_source_new:
 * @cache: (nullable): without one nothing is kept beyond this run
 * @usage: (nullable): counts what is asked for
 *
 * Returns: (transfer full) (nullable): NULL: the address is none
 */
BjtNetworkSource *
bjt_network_source_new (const BjtNetworkOptions *options,
                        BjtTileClient           *client,
                        BjtTileDisk            *cache,
                        BjtTileUsage            *usage,
                        GError                 **error)
{
  g_autoptr (BjtTileTemplate) template = bjt_tile_template_new (options->url, error);
  BjtNetworkSource *self;

  if (template == NULL)
    return NULL;
  self = g_object_new (BJT_TYPE_NETWORK_SOURCE, NULL);
  self->template = g_steal_pointer (&template);
  self->is_dense = options->is_dense;
  self->identity = g_strdup_printf ("%s%s", bjt_tile_template_get_text (self->template), options->is_dense ? " @2x" : "");
  self->quota = g_strdup (options->quota);
  self->orders = bjt_tile_orders_new (options->delay_ms > 0 ? options->delay_ms : FIRST_DELAY_MS);
  self->client = bjt_tile_client_ref (client);
  self->cache = cache != NULL ? bjt_tile_disk_ref (cache) : NULL;
  self->usage = usage != NULL ? bjt_tile_usage_ref (usage) : NULL;
  copy_info (&self->info, &options->info);
  return self;
}
