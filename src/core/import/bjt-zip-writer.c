/* bjt-zip-writer.c: writing zip through libarchive; names are UTF-8. */
#include "bjt-zip-writer.h"

#include "bjt-import-error.h"

#include <archive.h>
#include <archive_entry.h>

struct _BjtZipWriter
{
  struct archive *archive;
  GByteArray     *bytes;
  gint64          unix_seconds;
};

static la_ssize_t
write_cb (struct archive *archive,
          void           *user_data,
          const void     *buffer,
          size_t          length)
{
  g_byte_array_append (user_data, buffer, (guint) length);
  return (la_ssize_t) length;
}

BjtZipWriter *
bjt_zip_writer_new (gint64 unix_seconds)
{
  BjtZipWriter *self = g_new0 (BjtZipWriter, 1);

  self->bytes = g_byte_array_new ();
  self->unix_seconds = unix_seconds;
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  archive_write_open (self->archive, self->bytes, NULL, write_cb, NULL);
  return self;
}

void
bjt_zip_writer_free (BjtZipWriter *self)
{
  if (self == NULL)
    return;
  archive_write_free (self->archive);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static gboolean
fail (BjtZipWriter *self,
      GError      **error)
{
  const char *message = archive_error_string (self->archive);

  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the zip archive can't be made: %s", message != NULL ? message : "for no reason given");
  return FALSE;
}

gboolean
bjt_zip_writer_add (BjtZipWriter *self,
                    const char   *name,
                    GBytes       *content,
                    GError      **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize                 size;
  const void           *data = g_bytes_get_data (content, &size);
  gboolean              ok;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_mtime (entry, self->unix_seconds, 0);
  ok = archive_write_header (self->archive, entry) == ARCHIVE_OK && archive_write_data (self->archive, data, size) == (la_ssize_t) size;
  archive_entry_free (entry);
  return ok || fail (self, error);
}

GBytes *
bjt_zip_writer_finish (BjtZipWriter *self,
                       GError      **error)
{
  gsize size;

  if (archive_write_close (self->archive) != ARCHIVE_OK)
    {
      fail (self, error);
      return NULL;
    }
  size = self->bytes->len;
  return g_bytes_new (self->bytes->data, size);
}
