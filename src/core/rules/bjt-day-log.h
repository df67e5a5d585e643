/* bjt-day-log.h: 网格日志: what the records of one day say about a grid or one of
 * the staff; never written down twice.
 *
 * Filled by the workspace, then counted; belongs to the thread that reads it. Notes
 * are internal.
 */
#pragma once

#include "model/bjt-picture.h"

G_BEGIN_DECLS

typedef struct
{
  BjtPicture *picture;
  guint32     grid;       /* BJT_NO_INDEX: all */
  BjtUuid     staff_id;   /* NIL: whoever it was */
  BjtDate     on;
  char       *staff_name; /* of the staff asked for, else of the grid; may be NULL */

  GPtrArray *patrols;     /* BjtPatrol, in order */
  GPtrArray *visits;      /* BjtVisit, in order */
  GPtrArray *services;    /* BjtService */
  GPtrArray *reported;    /* BjtIssue reported that day */
  GPtrArray *steps;       /* BjtIssueEvent: other steps taken that day */
  GPtrArray *stepped;     /* BjtIssue of each step */
  BjtDayLog *record;      /* note and confirmation; NULL: neither yet */

  /* Counted */
  guint n_doors;
  guint outcomes[BJT_N_OUTCOMES]; /* visits */
  guint n_later;                  /* records made after it was confirmed */
} BjtDayReport;

BjtDayReport *bjt_day_report_new (BjtPicture *picture, guint32 grid, const BjtUuid *staff_id, BjtDate on);
void          bjt_day_report_free (BjtDayReport *self);
gboolean      bjt_day_report_takes (const BjtDayReport *self, guint32 grid, const BjtUuid *staff_id);
guint32       bjt_day_report_find_grid_of_door (const BjtDayReport *self, const BjtUuid *door_id);
guint32       bjt_day_report_find_grid_of_issue (const BjtDayReport *self, const BjtIssue *issue);
void          bjt_day_report_count (BjtDayReport *self);
gboolean      bjt_day_report_is_empty (const BjtDayReport *self);
gboolean      bjt_day_report_is_notable (const BjtVisit *visit); /* worth a line of its own */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BjtDayReport, bjt_day_report_free)

G_END_DECLS
