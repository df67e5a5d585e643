/* bjt-draft-board.h: what all drawing tools share: how they draw, what points
 * are caught by, and the door that is drawn next.
 *
 * Doors without an outline come in order, one after the other, unless another
 * is picked.
 */
#pragma once

#include "bjt-plan-canvas.h"
#include "plan/bjt-level-doors.h"

G_BEGIN_DECLS

#define BJT_TYPE_DRAFT_BOARD (bjt_draft_board_get_type ())
G_DECLARE_FINAL_TYPE (BjtDraftBoard, bjt_draft_board, BJT, DRAFT_BOARD, GObject)

/* Properties:
 *   "grid" (double): metres; 0: none
 *   "snap-kinds" (uint): 1 << BjtPlanSnapKind
 *   "thickness" (double): of walls, metres
 *   "opening-width" (double): of doors, metres
 *   "text-size" (double): metres high
 *   "closes-gaps" (boolean): tracing closes small gaps between walls
 * Signals: "doors-changed" (void): others are drawn, or another comes next */

BjtDraftBoard  *bjt_draft_board_new (void);
void            bjt_draft_board_set_plan (BjtDraftBoard *self, BjtPlanCanvas *canvas); /* reads what the canvas shows; NULL: nothing */
BjtPicture     *bjt_draft_board_get_picture (BjtDraftBoard *self);                     /* borrowed; NULL: nothing is shown */
gboolean        bjt_draft_board_find_snap (BjtDraftBoard *self, BjtPoint at, BjtPlanSnapWish *wish, BjtPlanSnapHit *hit); /* kinds and grid of @wish are filled in */
void            bjt_draft_board_leave_out (BjtDraftBoard *self, GPtrArray *elements);  /* of what catches points; NULL: none */
double          bjt_draft_board_get_number (BjtDraftBoard *self, const char *property);
void            bjt_draft_board_toggle_snap_kind (BjtDraftBoard *self, BjtPlanSnapKind kind, gboolean is_on);
gboolean        bjt_draft_board_has_snap_kind (BjtDraftBoard *self, BjtPlanSnapKind kind);

const GArray   *bjt_draft_board_get_doors (BjtDraftBoard *self);       /* BjtLevelDoor, of the level that is shown */
guint32         bjt_draft_board_get_next_door (BjtDraftBoard *self);   /* NO_INDEX: all are drawn, or none is wanted */
void            bjt_draft_board_set_next_door (BjtDraftBoard *self, guint32 door);
void            bjt_draft_board_note_drawn (BjtDraftBoard *self, guint32 door); /* until the plan comes back with it */
guint32         bjt_draft_board_find_door (BjtDraftBoard *self, const BjtPlanElement *element); /* whose outline it is, on this level */
char           *bjt_draft_board_dup_subject (BjtDraftBoard *self, BjtElementKind kind); /* what is drawn: Door outline 101, Stairs */
BjtPlanElement *bjt_draft_board_new_element (BjtDraftBoard *self, BjtElementKind kind, BjtGeometry *shape); /* (transfer full); a door is the next one's */

G_END_DECLS
