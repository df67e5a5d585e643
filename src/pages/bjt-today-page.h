/* bjt-today-page.h: 今天: how the day begins, whom to see, in the order feet go,
 * and what came of it.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_TODAY_PAGE (bjt_today_page_get_type ())
G_DECLARE_FINAL_TYPE (BjtTodayPage, bjt_today_page, BJT, TODAY_PAGE, BjtPage)

/* Properties: "scope" (string: due, today, overdue, week, quiet, issues),
 *   "reminds" (boolean: the desktop tells once a day what falls due)
 * Actions: today.scope, today.reminds, today.record (ui: door, outcome),
 *   today.record-selected (int outcome), today.more (uint door),
 *   today.select-entrance (uint), today.clear, today.map */

G_END_DECLS
