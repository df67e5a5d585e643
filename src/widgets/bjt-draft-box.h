/* bjt-draft-box.h: what was typed for a door and not yet saved.
 *
 * One draft a door for visits, one for issues; lives as long as the card.
 */
#pragma once

#include "bjt-issue-entry.h"
#include "bjt-visit-entry.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *visits; /* BjtUuid of the door → BjtVisitEntry */
  GHashTable *issues; /* BjtUuid of the door → BjtIssueEntry */
} BjtDraftBox;

void                 bjt_draft_box_init (BjtDraftBox *self);
void                 bjt_draft_box_clear (BjtDraftBox *self);
void                 bjt_draft_box_take_visit (BjtDraftBox *self, const BjtUuid *door_id, BjtVisitEntry *entry); /* NULL: forget */
const BjtVisitEntry *bjt_draft_box_get_visit (BjtDraftBox *self, const BjtUuid *door_id);
void                 bjt_draft_box_take_issue (BjtDraftBox *self, const BjtUuid *door_id, BjtIssueEntry *entry);
const BjtIssueEntry *bjt_draft_box_get_issue (BjtDraftBox *self, const BjtUuid *door_id);

G_END_DECLS
