/* bjt-photo.c: a photo is a drawing of one picture. What is pasted goes through
 * a file that only this person can read and that is gone afterwards. */
#include "bjt-photo.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bjt-drawing-opener.h"
#include "bjt-workspace.h"

#define QUALITY "92" /* of a JPEG */

void
bjt_photo_free (BjtPhoto *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->media_type);
  g_free (self);
}

/**
 * bjt_photo_open:
 * @cancellable: (nullable)
 *
 * Blocks; meant for a worker thread.
 *
 * Returns: (transfer full) (nullable):
 */
BjtPhoto *
bjt_photo_open (const char   *path,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (BjtOpenedDrawing) opened = bjt_drawing_opener_open (path, 1, cancellable, error);
  g_autofree char *name = NULL;
  BjtPhoto *self;

  if (opened == NULL)
    return NULL;
  if (g_strcmp0 (opened->format, "picture") != 0 || opened->drawing->n_pictures != 1)
    {
      name = g_path_get_basename (path);
      g_set_error (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_INVALID, "%s is no photo; choose a PNG or JPEG picture", name);
      return NULL;
    }
  self = g_new0 (BjtPhoto, 1);
  self->content = g_bytes_ref (opened->drawing->pictures[0].bytes);
  self->media_type = g_strdup (opened->drawing->pictures[0].media_type);
  return self;
}

static gboolean
write_all (int      fd,
           GBytes  *bytes,
           GError **error)
{
  gsize       size, done = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  while (done < size)
    {
      gssize n = write (fd, data + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error_literal (error, BJT_WORKSPACE_ERROR, BJT_WORKSPACE_ERROR_REFUSED, "the pasted photo can't be put aside; is the disk full?");
          return FALSE;
        }
      done += (gsize) n;
    }
  return TRUE;
}

BjtPhoto *
bjt_photo_new_from_bytes (GBytes       *file,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autofree char *path = NULL;
  BjtPhoto *self = NULL;
  int       fd = g_file_open_tmp ("photo-XXXXXX", &path, error);

  if (fd < 0)
    return NULL;
  if (write_all (fd, file, error))
    self = bjt_photo_open (path, cancellable, error);
  close (fd);
  g_unlink (path);
  return self;
}

static BjtPhoto *
new_from_pixbuf (GdkPixbuf *pixbuf,
                 GError   **error)
{
  gboolean  has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  char     *data = NULL;
  gsize     size = 0;
  BjtPhoto *self;

  if (has_alpha ? !gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", error, NULL)
                : !gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "jpeg", error, "quality", QUALITY, NULL))
    return NULL;
  self = g_new0 (BjtPhoto, 1);
  self->content = g_bytes_new_take (data, size);
  self->media_type = g_strdup (has_alpha ? "image/png" : "image/jpeg");
  return self;
}

/**
 * bjt_photo_new_reduced:
 * @longest: pixels
 *
 * Returns: (transfer full) (nullable):
 */
BjtPhoto *
bjt_photo_new_reduced (const BjtPhoto *self,
                       int             longest,
                       GError        **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (self->content);
  g_autoptr (GdkPixbuf)    whole = gdk_pixbuf_new_from_stream (stream, NULL, error);
  g_autoptr (GdkPixbuf)    reduced = NULL;
  double                   scale;

  if (whole == NULL)
    return NULL;
  scale = (double) longest / MAX (gdk_pixbuf_get_width (whole), gdk_pixbuf_get_height (whole));
  if (scale >= 1)
    {
      BjtPhoto *same = g_new0 (BjtPhoto, 1);

      *same = (BjtPhoto) { g_bytes_ref (self->content), g_strdup (self->media_type) };
      return same;
    }
  reduced = gdk_pixbuf_scale_simple (whole, (int) MAX (1, gdk_pixbuf_get_width (whole) * scale), (int) MAX (1, gdk_pixbuf_get_height (whole) * scale), GDK_INTERP_BILINEAR);
  return new_from_pixbuf (reduced, error);
}

typedef struct
{
  char   *path;
  GBytes *file;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self);
}

static void
open_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Opening *opening = data;
  GError        *error = NULL;
  BjtPhoto      *photo = opening->path != NULL ? bjt_photo_open (opening->path, cancellable, &error)
                                               : bjt_photo_new_from_bytes (opening->file, cancellable, &error);

  if (photo != NULL)
    g_task_return_pointer (task, photo, (GDestroyNotify) bjt_photo_free);
  else
    g_task_return_error (task, error);
}

/**
 * bjt_photo_open_async:
 * @path: (nullable): of a file
 * @file: (nullable): else its bytes
 */
void
bjt_photo_open_async (const char         *path,
                      GBytes             *file,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->file = file != NULL ? g_bytes_ref (file) : NULL;
  g_task_set_source_tag (task, bjt_photo_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_worker);
}

/**
 * bjt_photo_open_finish:
 *
 * Returns: (transfer full) (nullable):
 */
BjtPhoto *
bjt_photo_open_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
