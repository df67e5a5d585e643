/* bjt-tile-picture.h: whether bytes are a picture, and one picture of two.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *format; /* png, jpeg, webp, gif */
  guint       width, height;
} BjtTilePicture;

gboolean bjt_tile_picture_read (BjtTilePicture *self, GBytes *bytes, GError **error);
GBytes  *bjt_tile_picture_join (GBytes *ground, GBytes *labels, GError **error);

G_END_DECLS
