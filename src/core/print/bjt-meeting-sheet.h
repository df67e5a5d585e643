/* bjt-meeting-sheet.h: the agenda of a meeting to come, with room for the pen, or
 * the minutes of one that was held. Internal.
 */
#pragma once

#include "bjt-grid-sheet.h"
#include "model/bjt-issues.h"

G_BEGIN_DECLS

/* One topic with what there is to know of its issue */
typedef struct
{
  const BjtMeetingTopic *topic;
  const BjtIssue        *issue; /* NULL: a matter of its own */
  const char            *place; /* of the issue; may be NULL */
} BjtMeetingItem;

/* @items: BjtMeetingItem, in order; @tasks: BjtMeetingTopic of earlier meetings, not done */
BjtSheet *bjt_meeting_sheet_new (BjtPicture *picture, const BjtMeeting *meeting, const GArray *items, const GPtrArray *tasks, const BjtGridSheetOptions *options, GError **error);

G_END_DECLS
