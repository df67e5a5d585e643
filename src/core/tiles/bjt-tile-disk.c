/* bjt-tile-disk.c: one file a tile, in a folder for each source whose name is
 * a hash, so that no address can be read from it.
 *
 *   folder/HASH/ZOOM-COLUMN-ROW.tile: a line each: magic, expires, ETag,
 *   Last-Modified, length; then the bytes.
 *
 * A file's time of change is when it was last used. When the sum is above the
 * bound, the least recently used go until a tenth is free; the sum is counted
 * anew each time, so that several programs may share a folder. What does not
 * read back whole is not there. Any thread. */
#include "bjt-tile-disk.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define MAGIC "BJT-TILE-1"
#define MAX_HEADER 2048
#define N_HEADER_LINES 5

struct _BjtTileDisk
{
  gatomicrefcount references;
  char           *folder;
  guint64         max_bytes;
  GMutex          mutex; /* of what follows */
  guint64         n_bytes;
  gboolean        is_counted;
};

typedef struct
{
  char  *path;
  gint64 used_us;
  gsize  size;
} File;

void
bjt_stored_tile_clear (BjtStoredTile *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->last_modified, g_free);
}

BjtTileDisk *
bjt_tile_disk_new (const char *folder,
                    guint64     max_bytes)
{
  BjtTileDisk *self = g_new0 (BjtTileDisk, 1);

  g_atomic_ref_count_init (&self->references);
  self->folder = folder != NULL ? g_strdup (folder) : g_build_filename (g_get_user_cache_dir (), "baijiatu", "tiles", NULL);
  self->max_bytes = max_bytes;
  g_mutex_init (&self->mutex);
  return self;
}

BjtTileDisk *
bjt_tile_disk_ref (BjtTileDisk *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
bjt_tile_disk_unref (BjtTileDisk *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->mutex);
  g_free (self->folder);
  g_free (self);
}

static char *
dup_path (BjtTileDisk         *self,
          const char           *source,
          const BjtTileAddress *address)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, source, -1);
  g_autofree char *name = g_strdup_printf ("%u-%u-%u.tile", address->zoom, address->column, address->row);

  hash[24] = '\0';
  return g_build_filename (self->folder, hash, name, NULL);
}

static char *
dup_line (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
parse (BjtStoredTile *tile,
       char          *contents,
       gsize          length)
{
  char   *lines[N_HEADER_LINES];
  char   *rest = contents;
  guint64 size;

  for (guint i = 0; i < N_HEADER_LINES; i++)
    {
      gsize left = length - (gsize) (rest - contents);
      char *end = memchr (rest, '\n', MIN (left, (gsize) MAX_HEADER));

      if (end == NULL)
        return FALSE;
      *end = '\0';
      lines[i] = rest;
      rest = end + 1;
    }
  if (strcmp (lines[0], MAGIC) != 0 || !g_ascii_string_to_unsigned (lines[4], 10, 0, BJT_TILE_MAX_BYTES, &size, NULL)
      || size != length - (gsize) (rest - contents))
    return FALSE;
  tile->expires = g_ascii_strtoll (lines[1], NULL, 10);
  tile->etag = dup_line (lines[2]);
  tile->last_modified = dup_line (lines[3]);
  tile->bytes = g_bytes_new (rest, size);
  return TRUE;
}

/**
 * bjt_tile_disk_read:
 * @source: what tells the tiles of one service from those of others; no key in it
 * @tile: (out): to be cleared when TRUE is returned; it may have expired
 */
gboolean
bjt_tile_disk_read (BjtTileDisk         *self,
                     const char           *source,
                     const BjtTileAddress *address,
                     BjtStoredTile        *tile)
{
  g_autofree char *path = dup_path (self, source, address);
  g_autofree char *contents = NULL;
  gsize            length;
  GStatBuf         facts;

  memset (tile, 0, sizeof *tile);
  if (g_stat (path, &facts) != 0 || !S_ISREG (facts.st_mode) || (guint64) facts.st_size > BJT_TILE_MAX_BYTES + MAX_HEADER
      || !g_file_get_contents (path, &contents, &length, NULL))
    return FALSE;
  if (!parse (tile, contents, length))
    {
      g_unlink (path);
      return FALSE;
    }
  utimensat (AT_FDCWD, path, NULL, 0);
  return TRUE;
}

static void
clear_file (gpointer data)
{
  g_free (((File *) data)->path);
}

static int
compare_use (gconstpointer a,
             gconstpointer b)
{
  gint64 x = ((const File *) a)->used_us, y = ((const File *) b)->used_us;

  return (x > y) - (x < y);
}

static void
list_folder (const char *folder,
             GArray     *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf         facts;
      File             file;

      if (!g_str_has_suffix (name, ".tile") || g_lstat (path, &facts) != 0 || !S_ISREG (facts.st_mode))
        continue;
      file.used_us = (gint64) facts.st_mtim.tv_sec * G_USEC_PER_SEC + facts.st_mtim.tv_nsec / 1000;
      file.size = (gsize) facts.st_size;
      file.path = g_steal_pointer (&path);
      g_array_append_val (files, file);
    }
}

static GArray *
list_files (BjtTileDisk *self)
{
  GArray *files = g_array_new (FALSE, FALSE, sizeof (File));
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, clear_file);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      list_folder (path, files);
    }
  return files;
}

static guint64
sum_up (const GArray *files)
{
  guint64 sum = 0;

  for (guint i = 0; i < files->len; i++)
    sum += g_array_index (files, File, i).size;
  return sum;
}

/* The mutex is held. */
static void
keep_bound (BjtTileDisk *self,
            gsize         n_added)
{
  g_autoptr (GArray) files = NULL;

  self->n_bytes += n_added;
  if (self->is_counted && self->n_bytes <= self->max_bytes)
    return;
  files = list_files (self);
  self->n_bytes = sum_up (files);
  self->is_counted = TRUE;
  if (self->n_bytes <= self->max_bytes)
    return;
  g_array_sort (files, compare_use);
  for (guint i = 0; i < files->len && self->n_bytes > self->max_bytes / 10 * 9; i++)
    if (g_unlink (g_array_index (files, File, i).path) == 0)
      self->n_bytes -= g_array_index (files, File, i).size;
}

/* A header line of a server, made fit for a line of ours. */
static char *
clean_line (const char *text)
{
  char *clean = g_strndup (text != NULL ? text : "", 512);

  for (char *c = clean; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return g_strstrip (clean);
}

/**
 * bjt_tile_disk_write:
 *
 * Returns: FALSE: the disk does not take it
 */
gboolean
bjt_tile_disk_write (BjtTileDisk         *self,
                      const char           *source,
                      const BjtTileAddress *address,
                      const BjtStoredTile  *tile)
{
  g_autofree char *path = dup_path (self, source, address);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *etag = clean_line (tile->etag);
  g_autofree char *last_modified = clean_line (tile->last_modified);
  g_autoptr (GString) contents = g_string_new (NULL);
  gsize         size;
  gconstpointer data = g_bytes_get_data (tile->bytes, &size);

  g_string_printf (contents, MAGIC "\n%" G_GINT64_FORMAT "\n%s\n%s\n%" G_GSIZE_FORMAT "\n", tile->expires, etag, last_modified, size);
  if (size > 0)
    g_string_append_len (contents, data, (gssize) size);
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (path, contents->str, (gssize) contents->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    return FALSE;
  g_mutex_lock (&self->mutex);
  keep_bound (self, contents->len);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}
