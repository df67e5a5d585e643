/* bjt-issue-facts.h: what was told when an issue was reported, as lines.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-issue-file.h"
#include "model/bjt-focus.h"

G_BEGIN_DECLS

void bjt_issue_facts_append (GtkBox *box, const BjtIssueFile *file, BjtFocus *focus);

G_END_DECLS
