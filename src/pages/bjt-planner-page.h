/* bjt-planner-page.h: 路线: who goes to whom, in which order; planned, changed by
 * hand, printed, closed out.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_PLANNER_PAGE (bjt_planner_page_get_type ())
G_DECLARE_FINAL_TYPE (BjtPlannerPage, bjt_planner_page, BJT, PLANNER_PAGE, BjtPage)

void bjt_planner_page_show_campaigns (BjtPlannerPage *self); /* and what is chosen there is added to whom to visit */

/* Actions, each of the plan in hand: planner.plan (Ctrl+Enter), planner.cancel (Esc),
 *   planner.improve, planner.undo (Ctrl+Z), planner.redo (Ctrl+Shift+Z),
 *   planner.save (Ctrl+S), planner.print, planner.close-out, planner.what-if,
 *   planner.replan, planner.remove, planner.open (string number),
 *   planner.zoom (int steps), planner.unpin-all
 * and of the door chosen: planner.pin (string: first, last, locked, shift),
 *   planner.unpin, planner.lock-until, planner.leave-out, planner.move ((ii): along,
 *   down) */

G_END_DECLS
