/* bjt-tile-usage.h: how many tiles were asked of a service today, where the
 * service allows only so many a day.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BjtTileUsage BjtTileUsage;

BjtTileUsage *bjt_tile_usage_new (const char *path); /* NULL: the user's own */
BjtTileUsage *bjt_tile_usage_ref (BjtTileUsage *self);
void          bjt_tile_usage_unref (BjtTileUsage *self);
void          bjt_tile_usage_add (BjtTileUsage *self, const char *source);
guint         bjt_tile_usage_get (BjtTileUsage *self, const char *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtTileUsage, bjt_tile_usage_unref)

G_END_DECLS
