/* bjt-issue-file.h: all that is known of one issue, read at once.
 */
#pragma once

#include "workspace/bjt-workspace-issues.h"
#include "workspace/bjt-workspace-ledger.h"
#include "workspace/bjt-workspace-attachments.h"

G_BEGIN_DECLS

typedef struct
{
  BjtIssue  *issue;
  BjtIssue  *merged_into; /* NULL: it is not */
  GPtrArray *events;      /* BjtIssueEvent, oldest first */
  GPtrArray *photos;      /* BjtAttachment of its steps */
  GPtrArray *whistles;    /* BjtWhistle */
  GPtrArray *notices;     /* BjtNotice */
  GPtrArray *doors;       /* BjtIssueDoor */
  GPtrArray *duplicates;  /* BjtIssue; none of an ended one */
  GPtrArray *partners;    /* BjtPartner */
  GPtrArray *staff;       /* BjtStaff */
  BjtLedger *ledger;

  const BjtLedgerIssue *line;
  const BjtFlowState   *state;
  BjtLedgerClock        clock;
  BjtIssueClockReading  reply;
  BjtIssueClockReading  close;
  gint64                now;
} BjtIssueFile;

BjtIssueFile *bjt_issue_file_read (BjtWorkspace *workspace, const BjtUuid *issue_id, GError **error);
void          bjt_issue_file_free (BjtIssueFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtIssueFile, bjt_issue_file_free)

const char *bjt_issue_file_get_staff_name (const BjtIssueFile *self, const BjtUuid *id);   /* NULL: nobody */
const char *bjt_issue_file_get_partner_name (const BjtIssueFile *self, const BjtUuid *id); /* NULL: none */
const char *bjt_issue_file_get_kind_code (const BjtIssueFile *self);                       /* NULL: of no kind */
void        bjt_issue_file_list_days (const BjtIssueFile *self, BjtDate reached[BJT_N_ISSUE_STATUSES]);
char       *bjt_issue_file_dup_time (const BjtIssueFile *self, gint64 moment);             /* 11-20 09:30, the day alone at midnight */

G_END_DECLS
