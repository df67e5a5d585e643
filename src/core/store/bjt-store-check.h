/* bjt-store-check.h: is the file sound?
 */
#pragma once

#include "bjt-store.h"

G_BEGIN_DECLS

/* Looks at the file without changing it. Returns (element-type utf8) a line for
 * each finding, none when all is well; NULL when it can't be looked at. */
GPtrArray *bjt_store_check (const char *path, GError **error);

G_END_DECLS
