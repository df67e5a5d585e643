/* bjt-store-lock.h: one writer at a time where SQLite's own locks can't be
 * trusted.
 *
 * On a local disk several programs may work on a file at once (WAL). On a
 * network file system WAL is unsafe: there a lock file names who holds it, and
 * everybody else is refused.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BjtStoreLock BjtStoreLock;

gboolean      bjt_store_lock_is_network (const char *path);
BjtStoreLock *bjt_store_lock_acquire (const char *path, GError **error);
void          bjt_store_lock_release (BjtStoreLock *self);

G_END_DECLS
