/* bjt-desk.h: what pages write: each call is one undoable action and tells the
 * person how it went.
 */
#pragma once

#include "bjt-page.h"
#include "widgets/bjt-issue-entry.h"

G_BEGIN_DECLS

/* TRUE when it is saved; else the reason was told. Visits and issues without a
 * staff member get the one at work. */
gboolean bjt_desk_record_visits (BjtPage *page, BjtVisit *const *visits, guint n_visits);
gboolean bjt_desk_record_outcome (BjtPage *page, const guint32 *doors, guint n_doors, int outcome); /* today */
gboolean bjt_desk_report_issue (BjtPage *page, BjtIssueEntry *entry);
gboolean bjt_desk_advance_issue (BjtPage *page, const BjtUuid *issue_id, int to_status, const char *note);
gboolean bjt_desk_override_class (BjtPage *page, const BjtUuid *household_id, int household_class, const char *reason);
gboolean bjt_desk_tick_category (BjtPage *page, const BjtUuid *person_id, const char *code, gboolean ticked);

G_END_DECLS
