/* bjt-workspace-day-log.h: the log of a grid or of one of the staff for a day: it
 * composes itself; a note and a confirmation are kept.
 */
#pragma once

#include "bjt-workspace.h"
#include "rules/bjt-day-log.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 grid;     /* of the picture; BJT_NO_INDEX: all */
  BjtUuid staff_id; /* NIL: whoever it was */
  BjtDate on;       /* NONE: today */
} BjtDayLogScope;

BjtDayReport *bjt_workspace_load_day_report (BjtWorkspace *self, const BjtDayLogScope *scope, GError **error);

/* Actions. What is confirmed is not noted on any more until it is open again. */
gboolean bjt_workspace_note_day_log (BjtWorkspace *self, const BjtDayLogScope *scope, const char *note, GError **error);
gboolean bjt_workspace_confirm_day_log (BjtWorkspace *self, const BjtDayLogScope *scope, gboolean confirmed, GError **error);

G_END_DECLS
