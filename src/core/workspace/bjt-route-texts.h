/* bjt-route-texts.h: what is said about routes, for faces to translate: English, as
 * in the catalogues.
 */
#pragma once

#include "bjt-visit-routes.h"
#include "route/bjt-route-checker.h"

G_BEGIN_DECLS

const char *bjt_route_texts_get_missed (BjtMissedReason reason);           /* no time is left */
const char *bjt_route_texts_get_saved_reason (const char *reason);         /* of its name, as it is saved; words of one's own as they are */
const char *bjt_route_texts_get_note (BjtRouteNoteKind kind);
gboolean    bjt_route_texts_counts_note (BjtRouteNoteKind kind);           /* the count belongs behind it */
const char *bjt_route_texts_get_fault (BjtRouteFaultKind kind);            /* which promise a change would break */

G_END_DECLS
