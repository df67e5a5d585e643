/* bjt-meeting-dialog.h: meetings about issues: the agenda as it is printed, decisions
 * noted one after the other.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

void bjt_meeting_dialog_present (BjtPage *page);

G_END_DECLS
