/* bjt-note-desk.h: marks, notes, photos and hazards between the widgets and the
 * workspace: each is one undoable action and tells the person how it went.
 */
#pragma once

#include "bjt-page.h"
#include "widgets/bjt-matrix-pane.h"
#include "widgets/bjt-note-section.h"

G_BEGIN_DECLS

/* The section of a card: what is noted, looked at, settled there. */
void bjt_note_desk_connect_section (BjtPage *page, BjtNoteSection *section);

/* The menu of marks on the doors of a matrix: right click, or the Menu key. It
 * marks the selected doors when the door is one of them. */
void bjt_note_desk_connect_matrix (BjtPage *page, BjtMatrixPane *pane);
void bjt_note_desk_mark_class (BjtPage *page, guint32 door, int household_class); /* 0: by the rules */

/* After an issue was closed: offers to settle what was reported as it. */
void bjt_note_desk_issue_closed (BjtPage *page, const BjtUuid *issue_id);

G_END_DECLS
