/* bjt-plan-notes.h: notes, photos and hazards at places of a plan: drawn on the
 * canvas, written on the card.
 */
#pragma once

#include "bjt-page.h"
#include "drafting/bjt-plan-pane.h"

G_BEGIN_DECLS

/* Adds its button to the head line; action note.draw ("point", "line", "area"),
 * N for a point. */
void bjt_plan_notes_add (BjtPage *page, BjtPlanPane *pane);

G_END_DECLS
