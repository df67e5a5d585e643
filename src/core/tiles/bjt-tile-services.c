/* bjt-tile-services.c: makes sources of entries. Main thread. */
#include "bjt-tile-services.h"

#include "bjt-network-source.h"
#include "bjt-tile-pair.h"

struct _BjtTileServices
{
  GObject parent_instance;

  BjtTileClient  *client;
  BjtTileDisk    *disk;
  BjtTileUsage   *usage;
  BjtTileKeyring *keyring;
};

G_DEFINE_FINAL_TYPE (BjtTileServices, bjt_tile_services, G_TYPE_OBJECT)

static void
bjt_tile_services_finalize (GObject *object)
{
  BjtTileServices *self = BJT_TILE_SERVICES (object);

  bjt_tile_client_unref (self->client);
  bjt_tile_disk_unref (self->disk);
  bjt_tile_usage_unref (self->usage);
  g_clear_object (&self->keyring);
  G_OBJECT_CLASS (bjt_tile_services_parent_class)->finalize (object);
}

static void
bjt_tile_services_class_init (BjtTileServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_tile_services_finalize;
}

static void
bjt_tile_services_init (BjtTileServices *self)
{
  self->client = bjt_tile_client_new (0);
  self->disk = bjt_tile_disk_new (NULL, BJT_TILE_DISK_BYTES);
  self->usage = bjt_tile_usage_new (NULL);
  self->keyring = bjt_tile_keyring_new ();
}

BjtTileServices *
bjt_tile_services_new (void)
{
  return g_object_new (BJT_TYPE_TILE_SERVICES, NULL);
}

BjtTileClient *
bjt_tile_services_get_client (BjtTileServices *self)
{
  return self->client;
}

BjtTileKeyring *
bjt_tile_services_get_keyring (BjtTileServices *self)
{
  return self->keyring;
}

guint
bjt_tile_services_count_today (BjtTileServices    *self,
                               const BjtTileEntry *entry)
{
  return bjt_tile_usage_get (self->usage, entry->id);
}

static BjtTileSource *
open_part (BjtTileServices    *self,
           const BjtTileEntry *entry,
           const char         *url,
           gboolean            is_dense,
           GError            **error)
{
  BjtNetworkOptions options = {
    .url = url, .is_dense = is_dense, .quota = entry->is_counted ? entry->id : NULL,
    .info = {
      .name = entry->name, .kind = entry->tiles, .min_zoom = entry->min_zoom, .max_zoom = entry->max_zoom, .tile_size = entry->tile_size,
      .bounds = BJT_BOX_EMPTY, .datum = entry->datum, .attribution = entry->attribution, .review_number = entry->review_number,
    },
  };
  BjtNetworkSource *source = bjt_network_source_new (&options, self->client, self->disk, self->usage, error);

  if (source != NULL && entry->key_name != NULL)
    bjt_network_source_set_key (source, bjt_tile_keyring_get (self->keyring, entry->key_name));
  return (BjtTileSource *) source;
}

BjtTileSource *
bjt_tile_services_open (BjtTileServices    *self,
                        const BjtTileEntry *entry,
                        gboolean            is_dense,
                        GError            **error)
{
  g_autoptr (BjtTileSource) ground = open_part (self, entry, entry->location, is_dense, error);
  g_autoptr (BjtTileSource) labels = NULL;

  if (ground == NULL || entry->labels == NULL)
    return g_steal_pointer (&ground);
  labels = open_part (self, entry, entry->labels, is_dense, error);
  return labels != NULL ? BJT_TILE_SOURCE (bjt_tile_pair_new (ground, labels)) : NULL;
}
