/* bjt-calendar-import.h: days off and weekends worked, from a file.
 */
#pragma once

#include <gio/gio.h>

#include "base/bjt-work-stretch.h"

G_BEGIN_DECLS

GArray *bjt_calendar_import (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
