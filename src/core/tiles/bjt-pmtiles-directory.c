/* bjt-pmtiles-directory.c: PMTiles version 3: a count, then four columns of
 * varints: steps of tile ids, run lengths, lengths, offsets.
 *
 * The count is believed only as far as bytes are there (four an entry), so
 * memory is at most six times the unpacked bytes. Ids must grow and nothing may
 * overflow. find() is a binary search. */
#include "bjt-pmtiles-directory.h"

struct _BjtPmtilesDirectory
{
  gatomicrefcount  references;
  guint            n_entries;
  BjtPmtilesEntry *entries;
};

typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean      failed;
} Varints;

static guint64
read_varint (Varints *self)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 64 && self->at < self->end; shift += 7)
    {
      guint8 byte = *self->at++;

      value |= (guint64) (byte & 0x7F) << shift;
      if (byte < 0x80)
        return value;
    }
  self->failed = TRUE;
  return 0;
}

static void
read_ids (BjtPmtilesDirectory *self,
          Varints             *varints)
{
  guint64 id = 0;

  for (guint i = 0; i < self->n_entries; i++)
    {
      guint64 step = read_varint (varints);

      if ((i > 0 && step == 0) || step > G_MAXUINT64 - id)
        varints->failed = TRUE;
      id += step;
      self->entries[i].tile_id = id;
    }
}

static void
read_lengths (BjtPmtilesDirectory *self,
              Varints             *varints)
{
  for (guint i = 0; i < self->n_entries; i++)
    {
      guint64 run = read_varint (varints);

      if (run > G_MAXUINT32)
        varints->failed = TRUE;
      self->entries[i].run_length = (guint32) run;
    }
  for (guint i = 0; i < self->n_entries; i++)
    {
      guint64 length = read_varint (varints);

      if (length == 0 || length > G_MAXUINT32)
        varints->failed = TRUE;
      self->entries[i].length = (guint32) length;
    }
}

/* 0 stands for the place behind the entry before. */
static void
read_offsets (BjtPmtilesDirectory *self,
              Varints             *varints)
{
  for (guint i = 0; i < self->n_entries; i++)
    {
      BjtPmtilesEntry *entry = &self->entries[i];
      guint64          value = read_varint (varints);

      if (value == 0 && (i == 0 || entry[-1].offset > G_MAXUINT64 - entry[-1].length))
        varints->failed = TRUE;
      else
        entry->offset = value > 0 ? value - 1 : entry[-1].offset + entry[-1].length;
    }
}

/**
 * bjt_pmtiles_directory_new:
 *
 * Returns: (transfer full): the directory, or %NULL with an error
 */
BjtPmtilesDirectory *
bjt_pmtiles_directory_new (GBytes  *plain,
                           GError **error)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (plain, &size);
  Varints       varints = { data, size > 0 ? data + size : data, FALSE };
  guint64       n_entries = size > 0 ? read_varint (&varints) : G_MAXUINT64;
  g_autoptr (BjtPmtilesDirectory) self = g_new0 (BjtPmtilesDirectory, 1);

  g_atomic_ref_count_init (&self->references);
  if (n_entries <= size / 4)
    {
      self->n_entries = (guint) n_entries;
      self->entries = g_new0 (BjtPmtilesEntry, self->n_entries);
      read_ids (self, &varints);
      read_lengths (self, &varints);
      read_offsets (self, &varints);
    }
  if (n_entries <= size / 4 && !varints.failed)
    return g_steal_pointer (&self);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a directory is broken");
  return NULL;
}

BjtPmtilesDirectory *
bjt_pmtiles_directory_ref (BjtPmtilesDirectory *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_pmtiles_directory_unref (BjtPmtilesDirectory *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->entries);
  g_free (self);
}

guint
bjt_pmtiles_directory_get_n_entries (const BjtPmtilesDirectory *self)
{
  return self->n_entries;
}

const BjtPmtilesEntry *
bjt_pmtiles_directory_get_entry (const BjtPmtilesDirectory *self,
                                 guint                      i)
{
  return &self->entries[i];
}

const BjtPmtilesEntry *
bjt_pmtiles_directory_find (const BjtPmtilesDirectory *self,
                            guint64                    tile_id)
{
  guint                  low = 0, high = self->n_entries;
  const BjtPmtilesEntry *entry;

  /* The last entry that does not begin behind the tile. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->entries[middle].tile_id <= tile_id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return NULL;
  entry = &self->entries[low - 1];
  return entry->run_length == 0 || tile_id - entry->tile_id < entry->run_length ? entry : NULL;
}

/**
 * bjt_pmtiles_get_tile_id:
 *
 * All tiles of the zooms above, then the place on the Hilbert curve of this one.
 */
guint64
bjt_pmtiles_get_tile_id (const BjtTileAddress *address)
{
  guint64 id = (((guint64) 1 << 2 * address->zoom) - 1) / 3;
  guint32 x = address->column, y = address->row;

  for (guint32 side = address->zoom > 0 ? 1u << (address->zoom - 1) : 0; side > 0; side /= 2)
    {
      guint32 right = (x & side) != 0, low = (y & side) != 0;

      id += (guint64) side * side * ((3 * right) ^ low);
      if (!low)
        {
          guint32 was_x = x;

          x = right ? side - 1 - (y & (side - 1)) : y;
          y = right ? side - 1 - (was_x & (side - 1)) : was_x;
        }
    }
  return id;
}
