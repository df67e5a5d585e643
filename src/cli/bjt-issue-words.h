/* bjt-issue-words.h: issues, their kinds and partners, as the commands name them.
 */
#pragma once

#include "bjt-cli.h"
#include "model/bjt-issues.h"

G_BEGIN_DECLS

/* NULL after printing why; the exit code is then set */
BjtIssueKind *bjt_issue_words_find_kind (BjtWorkspace *workspace, const char *word, BjtExit *exit_code);
BjtPartner   *bjt_issue_words_find_partner (BjtWorkspace *workspace, const char *name, BjtExit *exit_code);
char         *bjt_issue_words_dup_partner (BjtWorkspace *workspace, const BjtUuid *id); /* NIL: NULL */
char         *bjt_issue_words_dup_moment (gint64 time); /* 2026-11-22 08:30; NULL: not known */

G_END_DECLS
