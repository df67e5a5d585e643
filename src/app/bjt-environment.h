/* bjt-environment.h: where the running program finds its parts.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bjt_environment_prepare (void);

G_END_DECLS
