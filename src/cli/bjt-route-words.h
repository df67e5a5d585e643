/* bjt-route-words.h: routes, reasons and notes as the commands of routes say them.
 */
#pragma once

#include "bjt-cli.h"
#include "workspace/bjt-workspace-visit-plans.h"

G_BEGIN_DECLS

const char *bjt_route_words_get_reason (BjtMissedReason reason);       /* translated */
const char *bjt_route_words_get_saved_reason (const char *reason);     /* of a saved stop; its own words where they are none of ours */
char       *bjt_route_words_dup_note (const BjtRouteNote *note);
char       *bjt_route_words_dup_worker (const BjtRouteWish *wish, guint worker); /* its name, or Worker 1 */
char       *bjt_route_words_dup_clock (int seconds);                   /* 09:05 */
void        bjt_route_words_tell (const BjtVisitRoutes *routes);       /* notes, on stderr */
void        bjt_route_words_print (const BjtVisitRoutes *routes, BjtListingFormat format);

/* "09:00-12:00"; FALSE after printing why. */
gboolean    bjt_route_words_read_shift (const char *text, BjtMinutes *shift);

G_END_DECLS
