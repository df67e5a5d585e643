/* bjt-door-desk.h: what is done with the selected doors, or the chosen one, and
 * with the building they stand in: the actions "doors.*" of a page.
 *
 *   tick, untick (string category)   the heads of household
 *   class (int BjtHouseholdClass)    asks why; 0: by the rules
 *   merge, merge-right, merge-above, split, kind (int BjtDoorKind), remove, rename
 *   add-door ((ui): entrance, ordinal), add-level (boolean above), add-entrance,
 *   rename-level (int ordinal), rename-entrance (uint), turn
 *   cordon, open (uint entrance), riser-sheet
 *
 * Each is one action with an undo in the toast.
 */
#pragma once

#include "bjt-page.h"
#include "widgets/bjt-matrix-view.h"

G_BEGIN_DECLS

#define BJT_TYPE_DOOR_DESK (bjt_door_desk_get_type ())
G_DECLARE_FINAL_TYPE (BjtDoorDesk, bjt_door_desk, BJT, DOOR_DESK, GObject)

/* Belongs to the page, whose actions "doors" it becomes. */
BjtDoorDesk *bjt_door_desk_attach (BjtPage *page, BjtMatrixView *matrix); /* matrix: where names are changed; may be NULL */
void         bjt_door_desk_set_class (BjtDoorDesk *self, int household_class, const char *reason); /* as if asked and answered */

G_END_DECLS
