/* bjt-card-pane.h: the chosen door's card at the right of every page.
 */
#pragma once

#include "bjt-page.h"

G_BEGIN_DECLS

#define BJT_TYPE_CARD_PANE (bjt_card_pane_get_type ())
G_DECLARE_FINAL_TYPE (BjtCardPane, bjt_card_pane, BJT, CARD_PANE, BjtPage)

GtkWidget *bjt_card_pane_get_staff_menu (BjtCardPane *self);
void       bjt_card_pane_record_visit (BjtCardPane *self);
void       bjt_card_pane_report_issue (BjtCardPane *self, const char *where);
void       bjt_card_pane_annotate (BjtCardPane *self, int kind); /* at the chosen door; BjtAnnotationKind */
void       bjt_card_pane_set_note_place (BjtCardPane *self, const BjtGeometry *shape, int ordinal); /* of the note that is begun; metres of the plan */

G_END_DECLS
