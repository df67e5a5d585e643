/* bjt-visit-desk.h: one visit with all that belongs to it, from the form into the
 * file. Each call is one undoable action and tells how it went.
 */
#pragma once

#include "bjt-page.h"
#include "widgets/bjt-visit-entry.h"

G_BEGIN_DECLS

gboolean bjt_visit_desk_save (BjtPage *page, BjtVisitEntry *entry); /* a visit with a key is corrected; TRUE when it is saved */
void     bjt_visit_desk_remove (BjtPage *page, const BjtUuid *visit_id);

G_END_DECLS
