/* bjt-today-line.h: one line of the day's list: a door, an issue, or the
 * heading of a grid, a building, an entrance.
 *
 * Lives as long as what it is about stands in the list, so that what is shown
 * of it, selected, or has the keyboard stays where it is.
 */
#pragma once

#include "workspace/bjt-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  BJT_TODAY_GRID,
  BJT_TODAY_BUILDING,
  BJT_TODAY_ENTRANCE,
  BJT_TODAY_DOOR,
  BJT_TODAY_ISSUE,
} BjtTodayKind;

typedef struct
{
  BjtTodayKind kind;
  guint32      index;        /* of the grid, building, …, in the picture */
  guint        n_doors;      /* headings: below it */
  guint        n_left;       /* headings: of these not visited on the day */
  BjtDate      last_contact; /* grids */
} BjtTodayEntry;

#define BJT_TYPE_TODAY_LINE (bjt_today_line_get_type ())
G_DECLARE_FINAL_TYPE (BjtTodayLine, bjt_today_line, BJT, TODAY_LINE, GObject)

/* Signal "changed" (void): it says something else now. */

BjtTodayLine        *bjt_today_line_new (BjtWorkspace *workspace, BjtPicture *picture, const BjtTodayEntry *entry);
void                 bjt_today_line_update (BjtTodayLine *self, BjtPicture *picture, const BjtTodayEntry *entry);
BjtPicture          *bjt_today_line_get_picture (BjtTodayLine *self);
const BjtTodayEntry *bjt_today_line_get_entry (BjtTodayLine *self);
guint32              bjt_today_line_get_door (BjtTodayLine *self); /* also an issue's; BJT_NO_INDEX: none */

/* Doors */
gboolean bjt_today_line_is_visited (BjtTodayLine *self); /* on the day, even in vain */
gboolean bjt_today_line_is_met (BjtTodayLine *self);     /* on the day */
int      bjt_today_line_get_outcome (BjtTodayLine *self); /* of the last visit when it was on the day or after the last contact; -1: neither */

G_END_DECLS
