/* bjt-follow-up.h: an issue in two fields, reported together with a visit.
 */
#pragma once

#include <gtk/gtk.h>

#include "model/bjt-work.h"

G_BEGIN_DECLS

#define BJT_TYPE_FOLLOW_UP (bjt_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (BjtFollowUp, bjt_follow_up, BJT, FOLLOW_UP, GtkWidget)

/* Signal "changed" (void) */

void      bjt_follow_up_set_kinds (BjtFollowUp *self, GPtrArray *kinds); /* (element-type BjtIssueKind), groups before their kinds */
void      bjt_follow_up_set_issue (BjtFollowUp *self, const BjtIssue *issue); /* NULL: none */
BjtIssue *bjt_follow_up_dup_issue (BjtFollowUp *self); /* kind and title; NULL: neither */
void      bjt_follow_up_set_title (BjtFollowUp *self, const char *title);

G_END_DECLS
