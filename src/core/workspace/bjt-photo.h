/* bjt-photo.h: a photo to be kept, read by way of the helper process: upright,
 * at most 12 megapixels, pixels alone: no place, no time, no camera.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GBytes *content;
  char   *media_type; /* image/png, image/jpeg */
} BjtPhoto;

BjtPhoto *bjt_photo_open (const char *path, GCancellable *cancellable, GError **error);      /* PNG or JPEG */
BjtPhoto *bjt_photo_new_from_bytes (GBytes *file, GCancellable *cancellable, GError **error); /* as pasted */
BjtPhoto *bjt_photo_new_reduced (const BjtPhoto *self, int longest, GError **error); /* no side longer, in pixels; what is smaller stays as it is */
void      bjt_photo_free (BjtPhoto *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtPhoto, bjt_photo_free)

/* Reads on a thread of its own, one of file and bytes */
void      bjt_photo_open_async (const char *path, GBytes *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
BjtPhoto *bjt_photo_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
