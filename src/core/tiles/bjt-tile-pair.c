/* bjt-tile-pair.c: a tile is ready when both are; the ground without labels is
 * better than none, when these fail. The ground's info is the pair's. */
#include "bjt-tile-pair.h"

#include "bjt-tile-picture.h"

struct _BjtTilePair
{
  BjtTileSource parent_instance;

  /* Owned */
  BjtTileSource *ground;
  BjtTileSource *labels;
};

G_DEFINE_FINAL_TYPE (BjtTilePair, bjt_tile_pair, BJT_TYPE_TILE_SOURCE)

static const BjtTileInfo *
bjt_tile_pair_get_info (BjtTileSource *source)
{
  return bjt_tile_source_get_info (BJT_TILE_PAIR (source)->ground);
}

static GBytes *
join (GBytes *ground,
      GBytes *labels)
{
  GBytes *joined = labels != NULL ? bjt_tile_picture_join (ground, labels, NULL) : NULL;

  return joined != NULL ? joined : g_bytes_ref (ground);
}

static BjtTileState
bjt_tile_pair_read (BjtTileSource        *source,
                    const BjtTileAddress *address,
                    GBytes              **bytes,
                    GError              **error)
{
  BjtTilePair *self = BJT_TILE_PAIR (source);
  g_autoptr (GBytes) ground = NULL;
  g_autoptr (GBytes) labels = NULL;
  BjtTileState ground_state = bjt_tile_source_read (self->ground, address, &ground, error);
  BjtTileState label_state = bjt_tile_source_read (self->labels, address, &labels, NULL);

  if (ground_state != BJT_TILE_READY)
    return ground_state;
  if (label_state == BJT_TILE_PENDING)
    return BJT_TILE_PENDING;
  *bytes = join (ground, labels);
  return BJT_TILE_READY;
}

static void
bjt_tile_pair_want (BjtTileSource        *source,
                    const BjtTileAddress *addresses,
                    guint                 n_addresses)
{
  bjt_tile_source_want (BJT_TILE_PAIR (source)->ground, addresses, n_addresses);
  bjt_tile_source_want (BJT_TILE_PAIR (source)->labels, addresses, n_addresses);
}

static char *
bjt_tile_pair_dup_trouble (BjtTileSource *source)
{
  char *trouble = bjt_tile_source_dup_trouble (BJT_TILE_PAIR (source)->ground);

  return trouble != NULL ? trouble : bjt_tile_source_dup_trouble (BJT_TILE_PAIR (source)->labels);
}

static GBytes *
bjt_tile_pair_probe (BjtTileSource        *source,
                     const BjtTileAddress *address,
                     GCancellable         *cancellable,
                     GError              **error)
{
  BjtTilePair *self = BJT_TILE_PAIR (source);
  g_autoptr (GBytes) ground = bjt_tile_source_probe (self->ground, address, cancellable, error);
  g_autoptr (GBytes) labels = NULL;

  if (ground == NULL)
    return NULL;
  labels = bjt_tile_source_probe (self->labels, address, cancellable, NULL);
  return join (ground, labels);
}

static void
bjt_tile_pair_dispose (GObject *object)
{
  BjtTilePair *self = BJT_TILE_PAIR (object);

  g_clear_object (&self->ground);
  g_clear_object (&self->labels);
  G_OBJECT_CLASS (bjt_tile_pair_parent_class)->dispose (object);
}

static void
bjt_tile_pair_class_init (BjtTilePairClass *klass)
{
  BjtTileSourceClass *source_class = BJT_TILE_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bjt_tile_pair_dispose;
  source_class->get_info = bjt_tile_pair_get_info;
  source_class->read = bjt_tile_pair_read;
  source_class->want = bjt_tile_pair_want;
  source_class->dup_trouble = bjt_tile_pair_dup_trouble;
  source_class->probe = bjt_tile_pair_probe;
}

static void
bjt_tile_pair_init (BjtTilePair *self)
{
}

/* Both are in the main context already. */
static void
arrived_cb (BjtTilePair *self)
{
  g_signal_emit_by_name (self, "arrived");
}

static void
trouble_changed_cb (BjtTilePair *self)
{
  g_signal_emit_by_name (self, "trouble-changed");
}

BjtTilePair *
bjt_tile_pair_new (BjtTileSource *ground,
                   BjtTileSource *labels)
{
  BjtTilePair   *self = g_object_new (BJT_TYPE_TILE_PAIR, NULL);
  BjtTileSource *parts[] = { ground, labels };

  self->ground = g_object_ref (ground);
  self->labels = g_object_ref (labels);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_signal_connect_object (parts[i], "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (parts[i], "trouble-changed", G_CALLBACK (trouble_changed_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}
