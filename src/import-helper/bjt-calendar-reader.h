/* bjt-calendar-reader.h: days off and weekends worked, from a file of a year's
 * holidays as JSON or from a calendar (.ics).
 */
#pragma once

#include "base/bjt-work-stretch.h"
#include "bjt-output.h"

G_BEGIN_DECLS

#define BJT_CALENDAR_MAX_SIZE (2u << 20)
#define BJT_CALENDAR_MAX_STRETCHES 2000

gboolean bjt_calendar_read (const char *path, BjtOutput *output, GError **error);

/* (transfer full) (nullable): an array of BjtWorkStretch by day, joined where they touch */
GArray *bjt_calendar_parse (const char *data, gsize size, GError **error);

gboolean bjt_calendar_parse_json (const char *text, GArray *stretches, GError **error);
gboolean bjt_calendar_parse_ics (const char *text, GArray *stretches, GError **error);

G_END_DECLS
