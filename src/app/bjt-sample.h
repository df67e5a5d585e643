/* bjt-sample.h: the sample community a person can open to look around.
 */
#pragma once

#include <gio/gio.h>

#include "base/bjt-clock.h"

G_BEGIN_DECLS

char *bjt_sample_dup_path (void);
void  bjt_sample_make_async (const char *path, const BjtClock *clock, GAsyncReadyCallback callback, gpointer user_data);
char *bjt_sample_make_finish (GAsyncResult *result, GError **error); /* its path */

G_END_DECLS
