/* bjt-draft-bar.h: how the tool at work draws: what, for which door, how thick;
 * and what can be done with what is chosen.
 */
#pragma once

#include "bjt-draft-board.h"

G_BEGIN_DECLS

#define BJT_TYPE_DRAFT_BAR (bjt_draft_bar_get_type ())
G_DECLARE_FINAL_TYPE (BjtDraftBar, bjt_draft_bar, BJT, DRAFT_BAR, GtkBox)

/* Signals:
 *   "change" (const char *name): of what is chosen: properties, duplicate, array,
 *     mirror, merge, remove */

GtkWidget *bjt_draft_bar_new (BjtDraftBoard *board);
void       bjt_draft_bar_set_tool (BjtDraftBar *self, const char *name, BjtPlanTool *tool); /* NULL: none */

G_END_DECLS
