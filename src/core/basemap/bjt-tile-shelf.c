/* bjt-tile-shelf.c: a table of entries that also stand in a queue, the last
 * used in front. Every step is O(1). */
#include "bjt-tile-shelf.h"

#define ENTRY_SIZE 256 /* what an entry takes beside its content */

typedef struct
{
  BjtTileAddress  address;
  BjtTileContent *content;
  gsize           size;
  GList           link; /* its data is the entry */
} Entry;

struct _BjtTileShelf
{
  GHashTable *entries; /* Entry, its own key */
  GQueue      recent;  /* links of the entries */
  gsize       size;
  gsize       max_size;
};

BjtTileContent *
bjt_tile_content_new (BjtTileState state)
{
  BjtTileContent *self = g_new0 (BjtTileContent, 1);

  g_atomic_ref_count_init (&self->references);
  self->state = state;
  return self;
}

BjtTileContent *
bjt_tile_content_ref (BjtTileContent *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_tile_content_unref (BjtTileContent *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->scene, bjt_vector_scene_unref);
  g_free (self);
}

void
bjt_tile_piece_clear (BjtTilePiece *self)
{
  g_clear_pointer (&self->content, bjt_tile_content_unref);
}

static gsize
get_content_size (const BjtTileContent *content)
{
  gsize size = ENTRY_SIZE;

  if (content->picture != NULL)
    size += (gsize) cairo_image_surface_get_stride (content->picture) * (gsize) cairo_image_surface_get_height (content->picture);
  if (content->scene != NULL)
    size += bjt_vector_scene_get_size (content->scene);
  return size;
}

static guint
hash_address (gconstpointer key)
{
  const BjtTileAddress *self = key;

  return (self->column * 0x9E3779B1u ^ self->row) * 0x85EBCA6Bu + self->zoom;
}

static gboolean
is_same_address (gconstpointer a,
                 gconstpointer b)
{
  const BjtTileAddress *x = a, *y = b;

  return x->zoom == y->zoom && x->column == y->column && x->row == y->row;
}

static void
entry_free (gpointer data)
{
  Entry *self = data;

  bjt_tile_content_unref (self->content);
  g_free (self);
}

BjtTileShelf *
bjt_tile_shelf_new (gsize max_size)
{
  BjtTileShelf *self = g_new0 (BjtTileShelf, 1);

  self->entries = g_hash_table_new_full (hash_address, is_same_address, NULL, entry_free);
  g_queue_init (&self->recent);
  self->max_size = max_size;
  return self;
}

void
bjt_tile_shelf_free (BjtTileShelf *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

BjtTileContent *
bjt_tile_shelf_get (BjtTileShelf         *self,
                    const BjtTileAddress *address)
{
  Entry *entry = g_hash_table_lookup (self->entries, address);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->recent, &entry->link);
  g_queue_push_head_link (&self->recent, &entry->link);
  return entry->content;
}

static void
drop (BjtTileShelf *self,
      Entry        *entry)
{
  g_queue_unlink (&self->recent, &entry->link);
  self->size -= entry->size;
  g_hash_table_remove (self->entries, &entry->address);
}

/**
 * bjt_tile_shelf_add:
 *
 * The new one stays even when it alone is larger than the limit.
 */
void
bjt_tile_shelf_add (BjtTileShelf         *self,
                    const BjtTileAddress *address,
                    BjtTileContent       *content)
{
  Entry *entry = g_hash_table_lookup (self->entries, address);

  if (entry != NULL)
    drop (self, entry);
  entry = g_new0 (Entry, 1);
  entry->address = *address;
  entry->content = bjt_tile_content_ref (content);
  entry->size = get_content_size (content);
  entry->link.data = entry;
  g_hash_table_add (self->entries, entry);
  g_queue_push_head_link (&self->recent, &entry->link);
  self->size += entry->size;
  while (self->size > self->max_size && self->recent.length > 1)
    drop (self, self->recent.tail->data);
}

void
bjt_tile_shelf_forget_failed (BjtTileShelf *self)
{
  GList *link = self->recent.head;

  while (link != NULL)
    {
      Entry *entry = link->data;

      link = link->next;
      if (entry->content->state == BJT_TILE_FAILED && !entry->content->is_bad)
        drop (self, entry);
    }
}

gsize
bjt_tile_shelf_get_size (const BjtTileShelf *self)
{
  return self->size;
}
