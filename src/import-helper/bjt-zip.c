/* bjt-zip.c: reading zip through libarchive, one part at a time.
 *
 * Nothing is ever unpacked to disk. The number of parts and the unpacked size of
 * a part are bounded, whatever the archive says about itself. Names are compared
 * without regard to case, and `\` is `/`. */
#include "bjt-zip.h"

#include "import/bjt-import-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_PARTS 10000
#define MAX_PART_BYTES (G_GUINT64_CONSTANT (1) << 30)
#define BLOCK_SIZE 65536

struct _BjtZipPart
{
  struct archive *archive;
  guint64         n_bytes;
};

static void
set_archive_error (struct archive *archive,
                   GError        **error)
{
  const char *message = archive_error_string (archive);

  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the zip archive is damaged: %s",
               message != NULL ? message : "it cannot be read");
}

static struct archive *
open_archive (const char *path,
              GError    **error)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, BLOCK_SIZE) == ARCHIVE_OK)
    return archive;
  set_archive_error (archive, error);
  archive_read_free (archive);
  return NULL;
}

static char *
fold_name (const char *name)
{
  char *folded;

  while (*name == '/' || *name == '\\')
    name++;
  folded = g_ascii_strdown (name, -1);
  g_strdelimit (folded, "\\", '/');
  return folded;
}

static char *
dup_entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  return g_strdup (name != NULL ? name : "");
}

/**
 * bjt_zip_list:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names
 */
GPtrArray *
bjt_zip_list (const char *path,
              GError    **error)
{
  g_autoptr (GPtrArray)  names = g_ptr_array_new_with_free_func (g_free);
  struct archive        *archive = open_archive (path, error);
  struct archive_entry  *entry;
  int                    result;

  if (archive == NULL)
    return NULL;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      if (names->len >= MAX_PARTS)
        {
          g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSAFE, "the zip archive holds more than %d files", MAX_PARTS);
          archive_read_free (archive);
          return NULL;
        }
      g_ptr_array_add (names, dup_entry_name (entry));
    }
  if (result != ARCHIVE_EOF)
    {
      set_archive_error (archive, error);
      archive_read_free (archive);
      return NULL;
    }
  archive_read_free (archive);
  return g_steal_pointer (&names);
}

/**
 * bjt_zip_find:
 *
 * Returns: (transfer none) (nullable): the name as it is in the list
 */
const char *
bjt_zip_find (const GPtrArray *names,
              const char      *name)
{
  g_autofree char *wanted = fold_name (name);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *folded = fold_name (names->pdata[i]);

      if (strcmp (folded, wanted) == 0)
        return names->pdata[i];
    }
  return NULL;
}

/**
 * bjt_zip_has_suffix:
 * @suffix: in lower case
 */
gboolean
bjt_zip_has_suffix (const char *name,
                    const char *suffix)
{
  g_autofree char *folded = fold_name (name);

  return g_str_has_suffix (folded, suffix);
}

/**
 * bjt_zip_part_open:
 *
 * Returns: (transfer full) (nullable): the part, before its first byte
 */
BjtZipPart *
bjt_zip_part_open (const char *path,
                   const char *name,
                   GError    **error)
{
  struct archive       *archive = open_archive (path, error);
  g_autofree char      *wanted = fold_name (name);
  struct archive_entry *entry;
  int                   result;

  if (archive == NULL)
    return NULL;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || result == ARCHIVE_WARN)
    {
      g_autofree char *found = dup_entry_name (entry);
      g_autofree char *folded = fold_name (found);

      if (strcmp (folded, wanted) == 0)
        {
          BjtZipPart *self = g_new0 (BjtZipPart, 1);

          self->archive = archive;
          return self;
        }
    }
  if (result == ARCHIVE_EOF)
    g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_DAMAGED, "the zip archive lacks its part %s", name);
  else
    set_archive_error (archive, error);
  archive_read_free (archive);
  return NULL;
}

/**
 * bjt_zip_part_read:
 * @self: a #BjtZipPart
 *
 * A #BjtXmlReadFunc.
 */
gssize
bjt_zip_part_read (gpointer self,
                   char    *buffer,
                   gsize    size,
                   GError **error)
{
  BjtZipPart *part = self;
  la_ssize_t  n = archive_read_data (part->archive, buffer, size);

  if (n < 0)
    {
      set_archive_error (part->archive, error);
      return -1;
    }
  part->n_bytes += (guint64) n;
  if (part->n_bytes > MAX_PART_BYTES)
    {
      g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_UNSAFE, "a part of the zip archive unpacks to more than %d MB", (int) (MAX_PART_BYTES >> 20));
      return -1;
    }
  return (gssize) n;
}

void
bjt_zip_part_close (BjtZipPart *self)
{
  archive_read_free (self->archive);
  g_free (self);
}
