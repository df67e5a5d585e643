/* bjt-tile-source.c: hands calls to the subclass and signals to the main
 * context. */
#include "bjt-tile-source.h"

G_DEFINE_ABSTRACT_TYPE (BjtTileSource, bjt_tile_source, G_TYPE_OBJECT)

enum
{
  ARRIVED,
  TROUBLE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
bjt_tile_info_clear (BjtTileInfo *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->attribution, g_free);
  g_clear_pointer (&self->review_number, g_free);
  g_clear_pointer (&self->layers, g_strfreev);
}

static void
bjt_tile_source_class_init (BjtTileSourceClass *klass)
{
  static const char *const names[] = { "arrived", "trouble-changed" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], BJT_TYPE_TILE_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bjt_tile_source_init (BjtTileSource *self)
{
}

const BjtTileInfo *
bjt_tile_source_get_info (BjtTileSource *self)
{
  return BJT_TILE_SOURCE_GET_CLASS (self)->get_info (self);
}

/**
 * bjt_tile_source_read:
 * @bytes: (out) (transfer full): set when the tile is ready
 * @error: set when reading failed
 */
BjtTileState
bjt_tile_source_read (BjtTileSource        *self,
                      const BjtTileAddress *address,
                      GBytes              **bytes,
                      GError              **error)
{
  *bytes = NULL;
  return BJT_TILE_SOURCE_GET_CLASS (self)->read (self, address, bytes, error);
}

void
bjt_tile_source_want (BjtTileSource        *self,
                      const BjtTileAddress *addresses,
                      guint                 n_addresses)
{
  BjtTileSourceClass *klass = BJT_TILE_SOURCE_GET_CLASS (self);

  if (klass->want != NULL)
    klass->want (self, addresses, n_addresses);
}

char *
bjt_tile_source_dup_trouble (BjtTileSource *self)
{
  BjtTileSourceClass *klass = BJT_TILE_SOURCE_GET_CLASS (self);

  return klass->dup_trouble != NULL ? klass->dup_trouble (self) : NULL;
}

/**
 * bjt_tile_source_probe:
 *
 * For the test of a source: a pack reads, a service is asked past all caches.
 * Blocks; not for the main thread.
 */
GBytes *
bjt_tile_source_probe (BjtTileSource        *self,
                       const BjtTileAddress *address,
                       GCancellable         *cancellable,
                       GError              **error)
{
  BjtTileSourceClass *klass = BJT_TILE_SOURCE_GET_CLASS (self);
  GBytes             *bytes;

  if (klass->probe != NULL)
    return klass->probe (self, address, cancellable, error);
  bjt_tile_source_read (self, address, &bytes, error);
  return bytes;
}

static gboolean
emit_arrived (gpointer self)
{
  g_signal_emit (self, signals[ARRIVED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
emit_trouble (gpointer self)
{
  g_signal_emit (self, signals[TROUBLE_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

void
bjt_tile_source_emit_arrived (BjtTileSource *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, emit_arrived, g_object_ref (self), g_object_unref);
}

void
bjt_tile_source_emit_trouble (BjtTileSource *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, emit_trouble, g_object_ref (self), g_object_unref);
}
