/* bjt-pmtiles-source.c: reads by place, never the whole file, and never maps
 * it: a file that shrinks while it is open makes tiles fail, no more.
 *
 * new() refuses what is no PMTiles file of version 3, is cut off, holds tiles
 * that we cannot show or a root directory that is broken: one clear line each.
 * A broken leaf directory or tile makes that tile fail. Every length is checked
 * against a limit and against the file before memory is taken for it. Leaf
 * directories are kept as long as they fit; a tile is at most three directories
 * and one read. */
#include "bjt-pmtiles-source.h"

#include "bjt-pmtiles-directory.h"
#include "bjt-tile-metadata.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 127u
#define MAX_DIRECTORY (16u << 20) /* unpacked; packed it is no larger */
#define MAX_METADATA (8u << 20)
#define MAX_TILE (8u << 20)    /* packed */
#define MAX_PLAIN (16u << 20)  /* a vector tile, unpacked */
#define MAX_DEPTH 4u           /* directories on the way to a tile */
#define MAX_LEAF_ENTRIES 400000u /* of the leaves that are kept: 10 MB */

typedef struct
{
  guint64 offset;
  guint64 size;
} Section;

/* A leaf directory that was read. */
typedef struct
{
  guint64              offset;
  BjtPmtilesDirectory *directory;
} Leaf;

struct _BjtPmtilesSource
{
  BjtTileSource parent_instance;

  /* Owned, never change after new() */
  char                *base; /* name of the file, for messages */
  int                  file;
  guint64              file_size;
  BjtPmtilesDirectory *root;
  Section              leaves;
  Section              tiles;
  BjtPmtilesHeader     header;
  BjtTileInfo          info;

  /* State */
  GMutex lock;
  GQueue kept; /* Leaf, the one used last first */
  guint  n_kept_entries;
};

G_DEFINE_FINAL_TYPE (BjtPmtilesSource, bjt_pmtiles_source, BJT_TYPE_TILE_SOURCE)

static gboolean
refuse (GError    **error,
        const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
  return FALSE;
}

static void
leaf_free (gpointer data)
{
  Leaf *self = data;

  bjt_pmtiles_directory_unref (self->directory);
  g_free (self);
}

/* Returns: (transfer full): exactly size bytes */
static GBytes *
read_at (BjtPmtilesSource *self,
         guint64           offset,
         gsize             size,
         GError          **error)
{
  g_autofree guint8 *data = NULL;
  gsize              n = 0;

  if (offset > self->file_size || size > self->file_size - offset)
    {
      refuse (error, "the file is cut off; get it again");
      return NULL;
    }
  data = g_malloc (size);
  while (n < size)
    {
      gssize got = pread (self->file, data + n, size - n, (off_t) (offset + n));

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        {
          refuse (error, got < 0 ? g_strerror (errno) : "the file was cut off");
          return NULL;
        }
      n += (gsize) got;
    }
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/* A piece of a section, which the file may lie about. */
static GBytes *
read_piece (BjtPmtilesSource *self,
            const Section    *section,
            guint64           offset,
            guint64           size,
            gsize             max_size,
            GError          **error)
{
  if (offset > section->size || size > section->size - offset)
    {
      refuse (error, "a directory points outside the file");
      return NULL;
    }
  if (size > max_size)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a piece of %" G_GUINT64_FORMAT " KB is too large", size / 1024);
      return NULL;
    }
  return read_at (self, section->offset + offset, (gsize) size, error);
}

static BjtPmtilesDirectory *
read_directory (BjtPmtilesSource *self,
                const Section    *section,
                guint64           offset,
                guint64           size,
                GError          **error)
{
  g_autoptr (GBytes) packed = read_piece (self, section, offset, size, MAX_DIRECTORY, error);
  g_autoptr (GBytes) plain = NULL;

  if (packed != NULL)
    plain = bjt_tile_compression_unpack (self->header.internal_compression, packed, MAX_DIRECTORY, error);
  return plain != NULL ? bjt_pmtiles_directory_new (plain, error) : NULL;
}

static BjtPmtilesDirectory *
find_kept (BjtPmtilesSource *self,
           guint64           offset)
{
  for (GList *link = self->kept.head; link != NULL; link = link->next)
    {
      Leaf *leaf = link->data;

      if (leaf->offset != offset)
        continue;
      g_queue_unlink (&self->kept, link);
      g_queue_push_head_link (&self->kept, link);
      return bjt_pmtiles_directory_ref (leaf->directory);
    }
  return NULL;
}

static void
keep (BjtPmtilesSource    *self,
      guint64              offset,
      BjtPmtilesDirectory *directory)
{
  Leaf *leaf = g_new0 (Leaf, 1);

  leaf->offset = offset;
  leaf->directory = bjt_pmtiles_directory_ref (directory);
  g_queue_push_head (&self->kept, leaf);
  self->n_kept_entries += bjt_pmtiles_directory_get_n_entries (directory);
  while (self->n_kept_entries > MAX_LEAF_ENTRIES && self->kept.length > 1)
    {
      leaf = g_queue_pop_tail (&self->kept);
      self->n_kept_entries -= bjt_pmtiles_directory_get_n_entries (leaf->directory);
      leaf_free (leaf);
    }
}

/* Threads wait for each other here: the next one finds what this one read. */
static BjtPmtilesDirectory *
get_leaf (BjtPmtilesSource      *self,
          const BjtPmtilesEntry *entry,
          GError               **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  BjtPmtilesDirectory *directory = find_kept (self, entry->offset);

  if (directory != NULL)
    return directory;
  directory = read_directory (self, &self->leaves, entry->offset, entry->length, error);
  if (directory != NULL)
    keep (self, entry->offset, directory);
  return directory;
}

/* FALSE without an error: there is no tile. */
static gboolean
find_tile (BjtPmtilesSource *self,
           guint64           tile_id,
           BjtPmtilesEntry  *tile,
           GError          **error)
{
  g_autoptr (BjtPmtilesDirectory) directory = bjt_pmtiles_directory_ref (self->root);

  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      const BjtPmtilesEntry *entry = bjt_pmtiles_directory_find (directory, tile_id);
      BjtPmtilesDirectory   *leaf;

      if (entry == NULL)
        return FALSE;
      if (entry->run_length > 0)
        {
          *tile = *entry;
          return TRUE;
        }
      leaf = get_leaf (self, entry, error);
      if (leaf == NULL)
        return FALSE;
      bjt_pmtiles_directory_unref (directory);
      directory = leaf;
    }
  return refuse (error, "its directories have no end");
}

/* Vector tiles may stay packed by gzip: their reader unpacks that. */
static GBytes *
read_tile (BjtPmtilesSource      *self,
           const BjtPmtilesEntry *entry,
           GError               **error)
{
  g_autoptr (GBytes) packed = read_piece (self, &self->tiles, entry->offset, entry->length, MAX_TILE, error);
  BjtTileCompression compression = self->header.tile_compression;

  if (packed == NULL || compression == BJT_TILE_COMPRESSION_NONE
      || (compression == BJT_TILE_COMPRESSION_GZIP && self->info.kind == BJT_TILE_VECTOR))
    return g_steal_pointer (&packed);
  return bjt_tile_compression_unpack (compression, packed, MAX_PLAIN, error);
}

static BjtTileState
bjt_pmtiles_source_read (BjtTileSource        *source,
                         const BjtTileAddress *address,
                         GBytes              **bytes,
                         GError              **error)
{
  BjtPmtilesSource *self = BJT_PMTILES_SOURCE (source);
  BjtPmtilesEntry   entry;
  g_autoptr (GError) reason = NULL;

  if (!bjt_tile_metadata_holds (&self->info, address))
    return BJT_TILE_MISSING;
  if (find_tile (self, bjt_pmtiles_get_tile_id (address), &entry, &reason))
    *bytes = read_tile (self, &entry, &reason);
  if (*bytes != NULL)
    return BJT_TILE_READY;
  if (reason == NULL)
    return BJT_TILE_MISSING;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, tile %u/%u/%u: %s", self->base,
               address->zoom, address->column, address->row, reason->message);
  return BJT_TILE_FAILED;
}

static const BjtTileInfo *
bjt_pmtiles_source_get_info (BjtTileSource *source)
{
  return &BJT_PMTILES_SOURCE (source)->info;
}

static guint64
get_number (const guint8 *header,
            guint         at)
{
  guint64 value;

  memcpy (&value, header + at, sizeof value);
  return GUINT64_FROM_LE (value);
}

static double
get_degrees (const guint8 *header,
             guint         at)
{
  gint32 value;

  memcpy (&value, header + at, sizeof value);
  return GINT32_FROM_LE (value) / 1e7;
}

/* The format counts from 1; 0 is "unknown": then tiles that are gzip are seen
 * to be so by the reader. */
static gboolean
set_compression (BjtTileCompression *place,
                 guint8              number,
                 GError            **error)
{
  if (number > 4)
    return refuse (error, "it is packed in a way that is not known");
  *place = number > 0 ? (BjtTileCompression) (number - 1) : BJT_TILE_COMPRESSION_NONE;
  return TRUE;
}

static gboolean
set_section (BjtPmtilesSource *self,
             Section          *section,
             const guint8     *header,
             guint             at,
             GError          **error)
{
  section->offset = get_number (header, at);
  section->size = get_number (header, at + 8);
  if (section->size == 0 || (section->offset <= self->file_size && section->size <= self->file_size - section->offset))
    return TRUE;
  return refuse (error, "the file is cut off; get it again");
}

static gboolean
set_format (BjtPmtilesSource *self,
            guint8            type,
            GError          **error)
{
  static const char *const formats[] = { NULL, "pbf", "png", "jpg", "webp" };

  if (type == 0 || type >= G_N_ELEMENTS (formats))
    return refuse (error, "its tiles are neither PNG, JPEG or WebP pictures nor Mapbox vector tiles");
  bjt_tile_metadata_set_format (&self->info, formats[type]);
  return TRUE;
}

static gboolean
set_zooms (BjtPmtilesSource *self,
           const guint8     *header,
           GError          **error)
{
  BjtBox bounds = { get_degrees (header, 102), get_degrees (header, 106), get_degrees (header, 110), get_degrees (header, 114) };

  self->info.min_zoom = header[100];
  self->info.max_zoom = header[101];
  if (self->info.min_zoom > self->info.max_zoom || self->info.max_zoom > BJT_TILE_METADATA_MAX_ZOOM)
    return refuse (error, "it holds no tiles of a known zoom");
  if (bounds.x1 >= -180 && bounds.x1 < bounds.x2 && bounds.x2 <= 180 && bounds.y1 >= -90 && bounds.y1 < bounds.y2 && bounds.y2 <= 90)
    self->info.bounds = bounds;
  return TRUE;
}

gboolean
bjt_pmtiles_source_is_file (const guint8 *start,
                            gsize         size)
{
  return size >= 8 && memcmp (start, "PMTiles", 7) == 0;
}

/* The texts are welcome, not needed. */
static void
read_metadata (BjtPmtilesSource *self,
               const Section    *section)
{
  g_autoptr (GBytes) packed = section->size > 0 ? read_piece (self, section, 0, section->size, MAX_METADATA, NULL) : NULL;
  g_autoptr (GBytes) plain = NULL;

  if (packed != NULL)
    plain = bjt_tile_compression_unpack (self->header.internal_compression, packed, MAX_METADATA, NULL);
  if (plain != NULL)
    bjt_tile_metadata_set_json (&self->info, g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
  if (self->info.name == NULL)
    self->info.name = g_utf8_make_valid (self->base, -1);
}

static gboolean
read_header (BjtPmtilesSource *self,
             const guint8     *header,
             GError          **error)
{
  Section root, metadata;

  if (!bjt_pmtiles_source_is_file (header, HEADER_SIZE))
    return refuse (error, "it is no PMTiles file");
  if (header[7] != 3)
    return refuse (error, "only version 3 of the format is read");
  self->header.n_addressed = get_number (header, 72);
  self->header.n_entries = get_number (header, 80);
  self->header.n_contents = get_number (header, 88);
  self->header.is_clustered = header[96] == 1;
  if (!set_compression (&self->header.internal_compression, header[97], error)
      || !set_compression (&self->header.tile_compression, header[98], error)
      || !set_format (self, header[99], error)
      || !set_zooms (self, header, error)
      || !set_section (self, &root, header, 8, error)
      || !set_section (self, &metadata, header, 24, error)
      || !set_section (self, &self->leaves, header, 40, error)
      || !set_section (self, &self->tiles, header, 56, error))
    return FALSE;
  self->header.metadata_size = metadata.size;
  self->header.tiles_size = self->tiles.size;
  self->root = read_directory (self, &root, 0, root.size, error);
  if (self->root == NULL)
    return FALSE;
  if (bjt_pmtiles_directory_get_n_entries (self->root) == 0)
    return refuse (error, "it holds no tiles");
  read_metadata (self, &metadata);
  return TRUE;
}

static gboolean
open_file (BjtPmtilesSource *self,
           const char       *path,
           GError          **error)
{
  struct stat status;
  g_autoptr (GBytes) header = NULL;

  self->file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->file < 0 || fstat (self->file, &status) != 0)
    return refuse (error, g_strerror (errno));
  if (!S_ISREG (status.st_mode) || status.st_size <= 0)
    return refuse (error, status.st_size == 0 ? "the file is empty" : "it is no file");
  self->file_size = (guint64) status.st_size;
  header = read_at (self, 0, HEADER_SIZE, error);
  return header != NULL && read_header (self, g_bytes_get_data (header, NULL), error);
}

/**
 * bjt_pmtiles_source_new:
 *
 * Returns: (transfer full): the source, or %NULL with one clear line
 */
BjtTileSource *
bjt_pmtiles_source_new (const char *path,
                        GError    **error)
{
  g_autoptr (BjtPmtilesSource) self = g_object_new (BJT_TYPE_PMTILES_SOURCE, NULL);

  self->base = g_path_get_basename (path);
  if (open_file (self, path, error))
    return BJT_TILE_SOURCE (g_steal_pointer (&self));
  g_prefix_error (error, "%s is no usable map pack: ", self->base);
  return NULL;
}

const BjtPmtilesHeader *
bjt_pmtiles_source_get_header (BjtPmtilesSource *self)
{
  return &self->header;
}

static void
bjt_pmtiles_source_finalize (GObject *object)
{
  BjtPmtilesSource *self = BJT_PMTILES_SOURCE (object);

  if (self->file >= 0)
    close (self->file);
  g_free (self->base);
  g_clear_pointer (&self->root, bjt_pmtiles_directory_unref);
  bjt_tile_info_clear (&self->info);
  g_queue_clear_full (&self->kept, leaf_free);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (bjt_pmtiles_source_parent_class)->finalize (object);
}

static void
bjt_pmtiles_source_class_init (BjtPmtilesSourceClass *klass)
{
  GObjectClass       *object_class = G_OBJECT_CLASS (klass);
  BjtTileSourceClass *source_class = BJT_TILE_SOURCE_CLASS (klass);

  object_class->finalize = bjt_pmtiles_source_finalize;
  source_class->get_info = bjt_pmtiles_source_get_info;
  source_class->read = bjt_pmtiles_source_read;
}

static void
bjt_pmtiles_source_init (BjtPmtilesSource *self)
{
  self->file = -1;
  g_mutex_init (&self->lock);
  bjt_tile_metadata_init (&self->info);
}
