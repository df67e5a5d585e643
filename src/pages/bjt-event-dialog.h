/* bjt-event-dialog.h: asks what there is to know of an event in the life of a
 * household, and records it.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_event_dialog_ask (BjtPage *page, guint32 door, const char *kind);

G_END_DECLS
