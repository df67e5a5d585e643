/* bjt-draft-words.h: how drawing speaks: kinds, doors, lengths, refusals.
 */
#pragma once

#include "model/bjt-picture.h"
#include "model/bjt-plans.h"
#include "plan/bjt-plan-snap.h"

G_BEGIN_DECLS

const char *bjt_draft_words_get_kind (BjtElementKind kind);
const char *bjt_draft_words_get_snap (BjtPlanSnapKind kind); /* what a point is caught by; NULL: by nothing */
const char *bjt_draft_words_find_refusal (const GError *error); /* of plans and their placement; NULL: it is about something else */
const char *bjt_draft_words_get_refusal (const GError *error);
char       *bjt_draft_words_dup_door (const BjtPicture *picture, guint32 door); /* 101; 2-101 where there are more entrances */
char       *bjt_draft_words_dup_length (double metres);
char       *bjt_draft_words_dup_area (double square_metres);

G_END_DECLS
