/* bjt-door-card.h: the chosen door, always at the right of the window.
 *
 * Answers in this order: where · which class and why · what is wrong · what can
 * I do · who lives here · open issues · visits. Without a door it shows the
 * chosen building, else the grid, else the community.
 */
#pragma once

#include <gtk/gtk.h>

#include "bjt-note-section.h"
#include "bjt-visit-entry.h"
#include "model/bjt-focus.h"

G_BEGIN_DECLS

#define BJT_TYPE_DOOR_CARD (bjt_door_card_get_type ())
G_DECLARE_FINAL_TYPE (BjtDoorCard, bjt_door_card, BJT, DOOR_CARD, GtkWidget)

/* Signals. Pointers are lent for the call. Those that return gboolean ask to
 * save: answer TRUE when it is saved; on FALSE the form stays with its text.
 *   gboolean "record-visit" (BjtVisitEntry *entry)     a visit with a key is corrected
 *   gboolean "report-issue" (BjtIssueEntry *entry)
 *   gboolean "advance-issue" (const BjtUuid *issue_id, int to_status, const char *note)
 *   gboolean "tick-category" (const BjtUuid *person_id, const char *code, gboolean ticked)
 *   gboolean "override-class" (const BjtUuid *household_id, int household_class, const char *reason)
 *   void "print-door" (guint door)
 *   void "remove-visit" (const BjtUuid *visit_id)
 *   void "open-photo" (const char *path, GBytes *pasted): answer with set_photo
 *   void "needs-history" (const BjtUuid *door_id): answer with set_visits and set_issues
 * Asks those around it for: people.file (uint person), people.event (string kind)
 * Actions: card.record-visit, card.report-issue, card.report-issue-at ("door",
 *   "entrance", "building"), card.print-door, card.close-form */

GtkWidget      *bjt_door_card_new (void);
BjtNoteSection *bjt_door_card_get_notes (BjtDoorCard *self); /* borrowed; has signals of its own */
void       bjt_door_card_set_focus (BjtDoorCard *self, BjtFocus *focus); /* property "focus" */

/* Data that the picture does not hold; arrays are taken a reference of. */
void bjt_door_card_set_visits (BjtDoorCard *self, GPtrArray *visits);           /* (element-type BjtVisit), newest first */
void bjt_door_card_set_issues (BjtDoorCard *self, GPtrArray *issues);           /* (element-type BjtIssue), open and closed */
void bjt_door_card_set_staff (BjtDoorCard *self, GPtrArray *staff);             /* (element-type BjtStaff) */
void bjt_door_card_set_issue_kinds (BjtDoorCard *self, GPtrArray *kinds);       /* (element-type BjtIssueKind), groups first */
void bjt_door_card_set_cadence_note (BjtDoorCard *self, const char *note); /* NULL: none */
void bjt_door_card_set_photo (BjtDoorCard *self, const BjtNotePhoto *photo); /* NULL: it can't be read */

G_END_DECLS
