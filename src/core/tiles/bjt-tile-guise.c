/* bjt-tile-guise.c: hands everything on but the info: what a pack says of itself
 * holds where the entry says nothing. Packs do not know their datum. */
#include "bjt-tile-guise.h"

struct _BjtTileGuise
{
  BjtTileSource parent_instance;

  /* Owned */
  BjtTileSource *source;
  BjtTileInfo    info;
};

G_DEFINE_FINAL_TYPE (BjtTileGuise, bjt_tile_guise, BJT_TYPE_TILE_SOURCE)

static const BjtTileInfo *
bjt_tile_guise_get_info (BjtTileSource *source)
{
  return &BJT_TILE_GUISE (source)->info;
}

static BjtTileState
bjt_tile_guise_read (BjtTileSource        *source,
                     const BjtTileAddress *address,
                     GBytes              **bytes,
                     GError              **error)
{
  return bjt_tile_source_read (BJT_TILE_GUISE (source)->source, address, bytes, error);
}

static void
bjt_tile_guise_want (BjtTileSource        *source,
                     const BjtTileAddress *addresses,
                     guint                 n_addresses)
{
  bjt_tile_source_want (BJT_TILE_GUISE (source)->source, addresses, n_addresses);
}

static char *
bjt_tile_guise_dup_trouble (BjtTileSource *source)
{
  return bjt_tile_source_dup_trouble (BJT_TILE_GUISE (source)->source);
}

static GBytes *
bjt_tile_guise_probe (BjtTileSource        *source,
                      const BjtTileAddress *address,
                      GCancellable         *cancellable,
                      GError              **error)
{
  return bjt_tile_source_probe (BJT_TILE_GUISE (source)->source, address, cancellable, error);
}

static void
bjt_tile_guise_finalize (GObject *object)
{
  BjtTileGuise *self = BJT_TILE_GUISE (object);

  g_clear_object (&self->source);
  bjt_tile_info_clear (&self->info);
  G_OBJECT_CLASS (bjt_tile_guise_parent_class)->finalize (object);
}

static void
bjt_tile_guise_class_init (BjtTileGuiseClass *klass)
{
  BjtTileSourceClass *source_class = BJT_TILE_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bjt_tile_guise_finalize;
  source_class->get_info = bjt_tile_guise_get_info;
  source_class->read = bjt_tile_guise_read;
  source_class->want = bjt_tile_guise_want;
  source_class->dup_trouble = bjt_tile_guise_dup_trouble;
  source_class->probe = bjt_tile_guise_probe;
}

static void
bjt_tile_guise_init (BjtTileGuise *self)
{
}

static void
hand_on_arrived (BjtTileGuise *self)
{
  g_signal_emit_by_name (self, "arrived");
}

static void
hand_on_trouble (BjtTileGuise *self)
{
  g_signal_emit_by_name (self, "trouble-changed");
}

BjtTileGuise *
bjt_tile_guise_new (BjtTileSource      *source,
                    const BjtTileEntry *entry)
{
  const BjtTileInfo *info = bjt_tile_source_get_info (source);
  BjtTileGuise      *self = g_object_new (BJT_TYPE_TILE_GUISE, NULL);

  self->source = g_object_ref (source);
  self->info = *info;
  self->info.name = g_strdup (entry->name);
  self->info.format = g_strdup (info->format);
  self->info.datum = entry->datum;
  self->info.attribution = g_strdup (entry->attribution != NULL ? entry->attribution : info->attribution);
  self->info.review_number = g_strdup (entry->review_number != NULL ? entry->review_number : info->review_number);
  self->info.layers = g_strdupv (info->layers);
  g_signal_connect_object (source, "arrived", G_CALLBACK (hand_on_arrived), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "trouble-changed", G_CALLBACK (hand_on_trouble), self, G_CONNECT_SWAPPED);
  return self;
}
