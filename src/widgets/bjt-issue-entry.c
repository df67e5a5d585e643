/* bjt-issue-entry.c: in memory only: words and photos are personal. */
#include "bjt-issue-entry.h"

BjtIssueEntry *
bjt_issue_entry_new (BjtIssue           *issue,
                     const BjtNotePhoto *photo)
{
  BjtIssueEntry *self = g_new0 (BjtIssueEntry, 1);

  self->issue = issue;
  self->photo = bjt_note_photo_copy (photo);
  return self;
}

BjtIssueEntry *
bjt_issue_entry_copy (const BjtIssueEntry *self)
{
  return bjt_issue_entry_new (bjt_issue_copy (self->issue), self->photo);
}

void
bjt_issue_entry_free (BjtIssueEntry *self)
{
  if (self == NULL)
    return;
  bjt_issue_free (self->issue);
  bjt_note_photo_free (self->photo);
  g_free (self);
}
