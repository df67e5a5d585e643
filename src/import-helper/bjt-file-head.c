/* bjt-file-head.c: the first bytes, and the root element where they are XML. */
#include "bjt-file-head.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/bjt-import-error.h"
#include "xml/bjt-xml-reader.h"

static gboolean
fail (GError        **error,
      BjtImportError  code,
      const char     *message)
{
  g_set_error_literal (error, BJT_IMPORT_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
fail_to_open (GError **error)
{
  g_set_error (error, BJT_IMPORT_ERROR, BJT_IMPORT_ERROR_FAILED, "the file cannot be opened: %s", g_strerror (errno));
  return FALSE;
}

static gboolean
read_head (BjtFileHead *self,
           const char  *path,
           GError     **error)
{
  struct stat about;
  int         fd;
  gssize      n = 1;

  if (stat (path, &about) != 0)
    return fail_to_open (error);
  if (!S_ISREG (about.st_mode))
    return fail (error, BJT_IMPORT_ERROR_UNSUPPORTED, "not a file");
  if (about.st_size == 0)
    return fail (error, BJT_IMPORT_ERROR_EMPTY, "the file is empty");
  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return fail_to_open (error);
  while (self->length < BJT_FILE_HEAD_SIZE && n > 0)
    {
      n = read (fd, self->data + self->length, BJT_FILE_HEAD_SIZE - self->length);
      self->length += n > 0 ? (gsize) n : 0;
    }
  close (fd);
  return self->length > 0 || fail (error, BJT_IMPORT_ERROR_FAILED, "the file cannot be read");
}

BjtFileHead *
bjt_file_head_new (const char *path,
                   GError    **error)
{
  g_autofree BjtFileHead *self = g_new0 (BjtFileHead, 1);

  return read_head (self, path, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
bjt_file_head_begins_with (const BjtFileHead *self,
                           const char        *bytes,
                           gsize              length)
{
  return self->length >= length && memcmp (self->data, bytes, length) == 0;
}

gsize
bjt_file_head_skip_blanks (const BjtFileHead *self)
{
  gsize at = bjt_file_head_begins_with (self, "\357\273\277", 3) ? 3 : 0;

  while (at < self->length && strchr (" \t\r\n", self->data[at]) != NULL && self->data[at] != '\0')
    at++;
  return at;
}

/* Whether `<` is the first character, also in UTF-16. */
gboolean
bjt_file_head_is_xml (const BjtFileHead *self)
{
  gsize at = bjt_file_head_skip_blanks (self);

  return (at < self->length && self->data[at] == '<') || bjt_file_head_begins_with (self, "\376\377\0<", 4)
         || bjt_file_head_begins_with (self, "\377\376<\0", 4) || bjt_file_head_begins_with (self, "\0<\0?", 4)
         || bjt_file_head_begins_with (self, "<\0?\0", 4);
}

static gboolean
root_start_cb (const char             *name,
               const BjtXmlAttributes *attributes,
               gpointer                user_data,
               GError                **error)
{
  *(char **) user_data = g_strdup (name);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "seen enough");
  return FALSE;
}

char *
bjt_file_head_dup_root (const BjtFileHead *self,
                        GError           **error)
{
  static const BjtXmlHandler handler = { .start = root_start_cb };
  g_autoptr (GError) problem = NULL;
  char *root = NULL;

  bjt_xml_read_memory (self->data, self->length, NULL, &handler, &root, &problem);
  if (root == NULL)
    g_set_error (error, BJT_IMPORT_ERROR,
                 g_error_matches (problem, BJT_XML_ERROR, BJT_XML_ERROR_UNSAFE) ? BJT_IMPORT_ERROR_UNSAFE : BJT_IMPORT_ERROR_DAMAGED,
                 "damaged XML: %s", problem != NULL ? problem->message : "it has no element");
  return root;
}
