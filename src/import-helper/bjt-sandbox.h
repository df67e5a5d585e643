/* bjt-sandbox.h: what the helper process may not do.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bjt_sandbox_enter (guint megabytes, guint cpu_seconds);

G_END_DECLS
