/* bjt-fake-source.c: hands everything to a function of the test. */
#include "bjt-fake-source.h"

struct _BjtFakeSource
{
  BjtTileSource parent_instance;

  BjtTileInfo info;
  BjtFakeRead read;
  gpointer    user_data;
  guint       n_reads;
  GArray     *wanted;
};

G_DEFINE_FINAL_TYPE (BjtFakeSource, bjt_fake_source, BJT_TYPE_TILE_SOURCE)

static const BjtTileInfo *
get_info (BjtTileSource *source)
{
  return &BJT_FAKE_SOURCE (source)->info;
}

static BjtTileState
read_tile (BjtTileSource        *source,
           const BjtTileAddress *address,
           GBytes              **bytes,
           GError              **error)
{
  BjtFakeSource *self = BJT_FAKE_SOURCE (source);

  self->n_reads++;
  return self->read (address, self->user_data, bytes, error);
}

static void
want (BjtTileSource        *source,
      const BjtTileAddress *addresses,
      guint                 n_addresses)
{
  BjtFakeSource *self = BJT_FAKE_SOURCE (source);

  g_array_set_size (self->wanted, 0);
  g_array_append_vals (self->wanted, addresses, n_addresses);
}

static void
bjt_fake_source_finalize (GObject *object)
{
  BjtFakeSource *self = BJT_FAKE_SOURCE (object);

  bjt_tile_info_clear (&self->info);
  g_array_unref (self->wanted);
  G_OBJECT_CLASS (bjt_fake_source_parent_class)->finalize (object);
}

static void
bjt_fake_source_class_init (BjtFakeSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bjt_fake_source_finalize;
  BJT_TILE_SOURCE_CLASS (klass)->get_info = get_info;
  BJT_TILE_SOURCE_CLASS (klass)->read = read_tile;
  BJT_TILE_SOURCE_CLASS (klass)->want = want;
}

static void
bjt_fake_source_init (BjtFakeSource *self)
{
  self->wanted = g_array_new (FALSE, FALSE, sizeof (BjtTileAddress));
}

BjtFakeSource *
bjt_fake_source_new (BjtTileKind kind,
                     guint       min_zoom,
                     guint       max_zoom,
                     BjtFakeRead read,
                     gpointer    user_data)
{
  BjtFakeSource *self = g_object_new (BJT_TYPE_FAKE_SOURCE, NULL);

  self->info = (BjtTileInfo) { .kind = kind, .min_zoom = min_zoom, .max_zoom = max_zoom, .tile_size = 256, .bounds = BJT_BOX_EMPTY };
  self->read = read;
  self->user_data = user_data;
  return self;
}

BjtTileInfo *
bjt_fake_source_get_info (BjtFakeSource *self)
{
  return &self->info;
}

guint
bjt_fake_source_get_n_reads (BjtFakeSource *self)
{
  return self->n_reads;
}

GArray *
bjt_fake_source_get_wanted (BjtFakeSource *self)
{
  return self->wanted;
}
