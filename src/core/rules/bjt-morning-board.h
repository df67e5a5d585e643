/* bjt-morning-board.h: how the day begins: a few figures, and what is behind
 * each of them. Counts places and matters, never staff.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

#define BJT_QUIET_DAYS 7 /* a grid nobody was met in for so long is quiet */

typedef struct
{
  guint n_due_today;      /* doors that become due on the day */
  guint n_overdue;        /* doors due before the day */
  guint n_issues_overdue; /* open issues over their clock */
  guint n_issues_soon;    /* due on the day or the working day after it */
  guint n_quiet;          /* grids with homes and without contact */
  guint n_met;            /* doors with a contact on the day */
  guint n_tried;          /* doors tried on the day in vain */
  guint n_left;           /* doors due on the day or before, not tried today */
} BjtMorningBoard;

/* Of one grid, or of all (BJT_NO_INDEX). Linear in the doors. */
void          bjt_morning_board_count (BjtMorningBoard *self, const BjtPicture *picture, guint32 grid);
BjtIssueTime  bjt_morning_board_get_issue_time (const BjtPicture *picture, const BjtPictureIssue *issue);
guint32       bjt_morning_board_get_issue_grid (const BjtPicture *picture, const BjtPictureIssue *issue); /* BJT_NO_INDEX: in none */
BjtDate      *bjt_morning_board_list_contacts (const BjtPicture *picture); /* by grid: the last contact, or NONE; free with g_free */
gboolean      bjt_morning_board_is_quiet (const BjtPicture *picture, guint32 grid, BjtDate last_contact);

G_END_DECLS
