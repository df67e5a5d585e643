/* bjt-opening-hours.h: when a gate or a place is open, as maps write it.
 *
 * A part of the opening_hours of OpenStreetMap: 24/7; off; 06:00-22:00; Mo-Fr
 * 08:00-18:00; Sa,Su 09:00-12:00,14:00-17:00; later parts replace earlier ones on
 * their days. What goes beyond (holidays, sunset, months) is not read.
 */
#pragma once

#include "base/bjt-date.h"

G_BEGIN_DECLS

gboolean bjt_opening_hours_is_valid (const char *text);

/* Open from the one minute of the day to the other without a break; TRUE for what
 * can't be read: a gate is open unless it is known to be shut. */
gboolean bjt_opening_hours_cover (const char *text, BjtDate on, int from, int to);

G_END_DECLS
