/* bjt-issue-entry.h: all that is written down of an issue, before it is reported.
 */
#pragma once

#include "bjt-note-form.h"
#include "model/bjt-issues.h"

G_BEGIN_DECLS

typedef struct
{
  BjtIssue     *issue; /* id, number, status and staff are not set */
  BjtNotePhoto *photo; /* NULL: none */
} BjtIssueEntry;

BjtIssueEntry *bjt_issue_entry_new (BjtIssue *issue, const BjtNotePhoto *photo); /* takes the issue */
BjtIssueEntry *bjt_issue_entry_copy (const BjtIssueEntry *self);
void           bjt_issue_entry_free (BjtIssueEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtIssueEntry, bjt_issue_entry_free)

G_END_DECLS
